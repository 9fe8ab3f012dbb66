/**
 * The house style, a Typst module that every template imports: `#import "/house.typ": *`.
 *
 * It gives the data of the document (`data`), colours, the two families, and the pieces that
 * documents share. Templates hold no sentence: words come with the data, in the reader’s language.
 */
export const houseStyle = String.raw`
#let data = json(bytes(sys.inputs.data))
#let meta = json(bytes(sys.inputs.meta))

#let ink = rgb("#1B1A17")
#let ink-soft = rgb("#4B473E")
#let line-soft = rgb("#CFC8B8")
#let accent = rgb("#1F3B2E")
#let ivory = rgb("#FBF9F4")

#let display = ("EB Garamond", "Inter", "Amiri", "ZCOOL XiaoWei")
#let body-text = ("Inter", "EB Garamond", "Amiri", "ZCOOL XiaoWei")

// Never a face of the machine: the same document prints the same everywhere.
#let house(body) = {
  let (year, month, day, hour, minute, second) = meta.date
  set document(
    title: meta.title,
    author: meta.author,
    date: datetime(year: year, month: month, day: day, hour: hour, minute: minute, second: second),
  )
  set text(
    font: body-text, fallback: false, lang: meta.lang, size: 9.25pt, fill: ink,
    hyphenate: false,
  )
  set par(leading: 0.62em, spacing: 0.95em)
  for file in meta.attachments {
    pdf.attach(
      file.name, read(file.path, encoding: none),
      relationship: file.relationship, mime-type: file.mediaType, description: file.description,
    )
  }
  body
}

// Codes of competences, assessments and candidates: C7, MS4.
#let code(it, size: 1.12em) = text(
  font: display, size: size, tracking: 0.04em,
  smallcaps(all: true, it),
)

// A discreet heading above a value.
#let label(it, fill: ink-soft) = text(
  font: display, size: 8.5pt, tracking: 0.06em, fill: fill,
  smallcaps(all: true, it),
)

#let field(name, value) = block(spacing: 0pt, {
  label(name)
  v(4.5pt, weak: true)
  value
})

#let hairline(stroke: 0.4pt + line-soft) = pdf.artifact(block(spacing: 0pt, line(length: 100%, stroke: stroke)))

// A place to write by hand, with what to write under it.
#let blank(name, width: 100%) = block(width: width, spacing: 0pt, {
  v(22pt)
  pdf.artifact(line(length: 100%, stroke: 0.5pt + ink-soft))
  v(3pt, weak: true)
  label(name)
})

// Text that people typed: its own line breaks are kept.
#let typed(it) = it.split("\n").filter(line => line != "").join(linebreak())

// A table of hairlines: a header line, no box. The first row repeats on every page.
#let ledger-table(columns: (), header: (), align: left + top, ..cells) = {
  set par(leading: 0.52em, spacing: 0.6em)
  // The digits alone: tabular hyphens would tear names apart.
  show regex("\d+"): set text(number-width: "tabular")
  table(
    columns: columns, align: align,
    inset: (x, y) => (left: if x == 0 { 0pt } else { 5pt }, right: 5pt, y: 5.5pt),
    stroke: (x, y) => if y == 0 { (bottom: 0.6pt + ink) } else { (bottom: 0.3pt + line-soft) },
    table.header(..header.map(it => label(it))),
    ..cells,
  )
}

// Pages of correspondence and records: A4, letterhead on the first, folio « 1 / 3 » on each.
#let office-page(body) = {
  show: house
  set page(
    paper: "a4",
    margin: (top: 21mm, bottom: 22mm, x: 24mm),
    header-ascent: 8mm,
    header: context if counter(page).get().first() > 1 {
      label(meta.author)
      h(1fr)
      label(meta.running)
    },
    footer-descent: 8mm,
    footer: context {
      set text(size: 7.5pt, fill: ink-soft)
      block(width: 100%, stroke: (top: 0.3pt + line-soft), inset: (top: 6pt), {
        meta.title
        h(1fr)
        counter(page).display("1 / 1", both: true)
      })
    },
  )
  show heading: set text(font: display, weight: "regular", fill: ink)
  show heading.where(level: 1): set text(size: 24pt)
  show heading.where(level: 1): set block(above: 0pt, below: 13pt)
  show heading.where(level: 2): set text(size: 15pt)
  show heading.where(level: 2): set block(above: 20pt, below: 9pt, sticky: true)
  show heading.where(level: 3): set text(size: 12pt)
  show heading.where(level: 3): set block(above: 16pt, below: 7pt, sticky: true)
  body
}

#let letterhead(aside) = {
  grid(
    columns: (1fr, auto),
    align: (left + bottom, right + bottom),
    text(font: display, size: 15pt, tracking: 0.08em, smallcaps(meta.author)),
    text(size: 8pt, fill: ink-soft, aside),
  )
  v(7pt, weak: true)
  hairline(stroke: 0.6pt + accent)
  v(20pt)
}
`;
