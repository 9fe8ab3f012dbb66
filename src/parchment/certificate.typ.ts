/** The certificate: one landscape page, and a second that lists the competences, if any are given. */
export const certificateTemplate = String.raw`
#import "/house.typ": *
#show: house

#let gold = rgb(data.gold)
#let gold-text = rgb("#6F5318")
#let english(it) = text(lang: "en", style: "italic", fill: ink-soft, it)
#let both(pair, ..style) = {
  text(..style, pair.fr)
  linebreak()
  english(pair.en)
}

// The largest of the sizes at which a text holds on one line; the smallest may take two.
#let fitted(it, sizes, width) = context {
  let size = sizes.find(size => measure(text(size: size, it)).width <= width)
  text(size: if size == none { sizes.last() } else { size }, it)
}

// A line of minute capitals, repeated a whole number of times and spaced to end with the line.
#let microtext(length) = context {
  let set-small(it, tracking: 0pt) = text(
    font: body-text, size: 1.55pt, weight: 500, fill: gold-text, tracking: tracking, it,
  )
  let once = data.microtext + " · "
  let width = measure(set-small(once)).width
  let times = calc.max(1, calc.floor(length / width))
  let rest = length - width * times
  box(width: length, set-small(
    once * times,
    tracking: rest / (once.clusters().len() * times),
  ))
}

// Hairlines whose round corners follow those of the ribbon, and the microtext between them.
#let border = {
  let (inset, gap, round) = (17mm, 1.1mm, 7.5mm)
  let (across, down) = (297mm - 2 * inset, 210mm - 2 * inset)
  let outline(in-by, stroke) = place(top + left, dx: inset + in-by, dy: inset + in-by, rect(
    width: across - 2 * in-by, height: down - 2 * in-by, radius: round - in-by, stroke: stroke + gold,
  ))
  outline(0mm, 0.4pt)
  outline(2 * gap, 0.25pt)
  let (along, upright) = (microtext(across - 2 * round), microtext(down - 2 * round))
  let edge = inset + gap - 0.3mm
  let start = inset + round
  place(top + left, dx: start, dy: edge, along)
  place(bottom + left, dx: start, dy: -edge, rotate(180deg, along))
  place(top + right, dx: -edge, dy: start, rotate(90deg, reflow: true, upright))
  place(top + left, dx: edge, dy: start, rotate(-90deg, reflow: true, upright))
}

#let drawn(name) = if data.ornamented {
  place(top + left, image("/drawings/" + name, width: 297mm, height: 210mm))
}

#let seal-letter = place(
  top + left, dx: 148.5mm - 10mm, dy: 166.5mm - 10mm,
  box(width: 20mm, height: 20mm, align(center + horizon, text(
    font: display, size: 23pt, fill: gold-text, bottom-edge: "bounds", top-edge: "bounds", data.initial,
  ))),
)

#set page(
  paper: "a4", flipped: true, fill: ivory,
  margin: (x: 30mm, top: 27mm, bottom: 24mm),
  background: { drawn("centre.svg"); drawn("frame.svg"); border; seal-letter },
)
#set text(font: display, size: 11.5pt)
#set par(leading: 0.5em, spacing: 0pt)
#set align(center)

#if data.specimen != none {
  place(top + right, text(size: 8.5pt, tracking: 0.095em, fill: accent, smallcaps(all: true, data.specimen)))
}

#text(size: 15pt, tracking: 0.095em, smallcaps(all: true, meta.author))

#v(12mm)
#{
  show heading: set text(size: 36pt, weight: "regular", tracking: 0.02em)
  show heading: set block(spacing: 0pt)
  heading(level: 1, data.words.certificate.fr)
}
#v(3.5mm)
#english(text(size: 13pt, data.words.certificate.en))

#v(9mm)
#data.words.awardedTo.fr
#h(0.4em)
#english(data.words.awardedTo.en)
// Down to the descender of its own script: an Arabic yeh reaches lower than a French g.
#block(width: 100%, height: 23.5mm, align(
  center + bottom,
  text(bottom-edge: "descender", fitted(
    {
      data.holderName
      if data.bornAs != none { text(size: 0.58em, [ #h(0.2em)] + data.bornAs) }
    },
    (40pt, 36pt, 32pt, 28pt, 25pt, 22pt, 19pt), 225mm,
  )),
))
#v(1mm)
#pdf.artifact(line(length: 26mm, stroke: 0.5pt + gold))
#v(3.5mm)
#if data.born != none {
  [#data.words.born.fr #data.born.fr #h(0.4em) #english[#data.words.born.en #data.born.en]]
  v(5.5mm)
}
#both(data.words.hasMet)
#v(8mm)
#block(width: 225mm, {
  set par(leading: 0.42em)
  fitted([«#sym.space.nobreak#data.certificationTitle#sym.space.nobreak»], (21pt, 19.5pt, 18pt), 225mm)
  if data.certificationTitleEnglish != none {
    v(3.4mm)
    english(text(size: 12.5pt, data.certificationTitleEnglish))
  }
})
#if data.registration != none {
  v(5.5mm)
  text(size: 10.5pt)[#data.registration.register #h(0.2em) · #h(0.2em) #code(data.registration.code, size: 1.05em)]
}

#place(bottom, {
  set align(left)
  set text(size: 10.5pt)
  show: block.with(width: 100%)
  grid(
    columns: (1fr, 44mm, 1fr),
    align: (left + bottom, center, right + bottom),
    {
      set text(size: 10pt)
      data.examined.fr
      linebreak()
      english(data.examined.en)
      v(2.2mm)
      data.decided.fr
      linebreak()
      english(data.decided.en)
      if data.president != none {
        v(5mm)
        text(size: 12.5pt, data.president.name)
        h(0.5em)
        text(size: 9.5pt, data.words.president.fr)
        h(0.4em)
        english(text(size: 9.5pt, data.words.president.en))
        linebreak()
        text(size: 9pt, data.president.signed.fr)
        linebreak()
        english(text(size: 9pt, data.president.signed.en))
      }
    },
    [],
    grid(
      columns: (1fr, 22mm),
      column-gutter: 5mm,
      align: (right + bottom, right + bottom),
      {
        label(data.words.number, fill: gold-text)
        v(1.6mm)
        text(font: body-text, size: 8.5pt, data.number)
        v(3.5mm)
        label(data.words.verify.fr, fill: gold-text)
        h(0.4em)
        english(text(size: 8.5pt, data.words.verify.en))
        v(1.6mm)
        link(data.verifyUrl, text(font: body-text, size: 6.5pt, fill: ink-soft, data.verifyShown))
      },
      image("/drawings/qr.svg", width: 22mm, alt: data.words.qrAlt),
    ),
  )
})

#if data.competences.len() > 0 {
  set page(background: { drawn("frame.svg"); border })
  set align(left)
  pagebreak()
  {
    show heading: set text(size: 24pt, weight: "regular")
    show heading: set block(spacing: 0pt)
    align(center, heading(level: 2, data.words.competences.fr))
  }
  v(2.5mm)
  align(center, english(data.words.competences.en))
  v(8mm)
  let entry((id, statement)) = grid(
    columns: (11mm, 1fr),
    text(fill: gold-text, code(id)),
    statement,
  )
  let half = calc.ceil(data.competences.len() / 2)
  set text(size: 10pt)
  set par(leading: 0.46em)
  grid(
    columns: (1fr, 1fr), column-gutter: 12mm,
    ..data.competences.chunks(half).map(part => stack(spacing: 4.2mm, ..part.map(entry)))
  )
  place(bottom + center, text(size: 9.5pt, fill: ink-soft)[
    #data.holder #h(0.6em) · #h(0.6em) #data.words.number #data.number
  ])
}
`;
