/** The renewal file: what the certification was, in figures and in the words of who answers for it. */
export const renewalTemplate = String.raw`
#import "/house.typ": *
#show: office-page
#let words = data.words

#let text-of(name) = {
  let it = data.texts.at(name)
  heading(level: 2, it.title)
  block(width: 100%, above: 0pt, {
    if it.paragraphs.len() == 0 {
      text(fill: ink-soft, words.toWrite)
    } else {
      set par(leading: 0.72em, spacing: 1.1em)
      for paragraph in it.paragraphs { par(typed(paragraph)) }
    }
  })
}

// Figures have one width in a table, so that they can be compared; words share what is left.
#let table-of(name, words-widths, figure: 17mm, level: 3) = {
  let it = data.tables.at(name)
  heading(level: level, it.title)
  if it.rows.len() == 0 [#text(fill: ink-soft, it.none)] else {
    let widths = ()
    let taken = 0
    for end in it.ends {
      if end { widths.push(figure) } else { widths.push(words-widths.at(taken)); taken += 1 }
    }
    set text(size: 8.25pt)
    ledger-table(
      columns: widths,
      align: (x, y) => (if it.ends.at(x) { right } else { left }) + (if y == 0 { bottom } else { top }),
      header: it.header,
      ..it.rows.map(row => row.map(typed)).flatten(),
    )
  }
}

#letterhead(data.aside)
#label(data.period, fill: accent)
#v(11pt, weak: true)
= #words.heading
#text(font: display, size: 15pt, data.certificationTitle)

#v(10pt)
#block(width: 100%, stroke: (y: 0.4pt + line-soft), inset: (y: 11pt), grid(
  columns: (1fr, 1fr, 1fr), column-gutter: 8mm, row-gutter: 12pt,
  ..data.facts.map(fact => field(fact.name, typed(fact.value))),
))
#text(size: 8pt, fill: ink-soft)[#data.counted #words.rule]

#text-of("need")

== #words.promotions
#table-of("years", (1fr,), figure: 24mm)
#v(4pt)
#text(size: 8pt, fill: ink-soft, words.annexed)

#text-of("usage")
#table-of("surveys", (1fr,))

#text-of("control")

#text-of("evolution")
#table-of("referentials", (25mm, 25mm, 1fr))

#text-of("accessibility")
#table-of("accessibility", (1fr,), figure: 24mm)

#text-of("watch")

#set page(flipped: true)
= #words.annex
#table-of("promotions", (1fr, 32mm, 1fr), figure: 22mm, level: 2)
#table-of("promotion-surveys", (1fr, 22mm), figure: 19mm, level: 2)
#table-of("partners", (1fr, 28mm, 28mm, 32mm), figure: 20mm, level: 2)
#table-of("visits", (1fr, 30mm, 34mm, 24mm, 1.6fr), level: 2)
#table-of("juries", (1fr, 32mm, 24mm), figure: 24mm, level: 2)
#v(4pt)
#par(data.jurySummary)
`;
