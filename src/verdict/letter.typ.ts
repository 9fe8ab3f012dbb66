/** The letter that tells a candidate the result, competence by competence. */
export const letterTemplate = String.raw`
#import "/house.typ": *
#show: office-page
#let words = data.words

#letterhead(data.certification)
#grid(columns: (1fr, 68mm), [], {
  text(size: 10.5pt, weight: 500, data.name)
  linebreak()
  text(fill: ink-soft, data.number)
})
#v(14pt)
= #data.heading
#par(words.greeting)
#for paragraph in data.opening { par(paragraph) }

#for section in data.sections {
  block(breakable: false, width: 100%, above: 18pt, {
    heading(level: 2, section.title)
    for line in section.lines { par(line) }
  })
}

#v(6pt)
#par(words.closing)
#text(weight: 500, meta.author)

#let points(title, lines) = if lines.len() > 0 {
  block(above: 9pt, below: 0pt, sticky: true, label(title))
  block(above: 5pt, below: 0pt, list(marker: [–], spacing: 0.6em, ..lines))
}

== #words.feedback
#par(words.feedbackNote)
#for it in data.competences {
  block(sticky: true, width: 100%, above: 16pt, stroke: (top: 0.4pt + line-soft), inset: (top: 9pt), {
    show heading: set block(above: 0pt, below: 0pt)
    grid(
      columns: (12mm, 1fr, 30mm), align: (left, left, right),
      text(fill: accent, code(it.id, size: 12pt)),
      heading(level: 3, text(size: 10.5pt, it.statement)),
      text(size: 8.5pt, weight: if it.validated { 400 } else { 600 }, it.verdict),
    )
  })
  pad(left: 12mm, {
    set text(size: 8.75pt)
    points(words.strong, it.strong)
    points(words.toWork, it.toWork)
    points(words.comments, it.comments)
  })
}
`;
