/** The letter that calls a candidate or a juror to a session. */
export const convocationTemplate = String.raw`
#import "/house.typ": *
#show: office-page

#let convocation(data) = [
#let words = data.words
#letterhead(data.certification)
#grid(columns: (1fr, 68mm), [], {
  text(size: 10.5pt, weight: 500, data.name)
  linebreak()
  text(fill: ink-soft, data.role)
})
#v(14pt)
= #words.heading
#par(words.greeting)
#par(data.opening)

#v(10pt)
#block(width: 100%, stroke: (y: 0.4pt + line-soft), inset: (y: 11pt), grid(
  columns: (1fr, 1fr), column-gutter: 10mm, row-gutter: 12pt,
  ..data.facts.map(fact => field(fact.name, typed(fact.value))),
))

== #words.programme
#ledger-table(
  columns: (auto,) + (1fr,) + (auto,) * (data.columns.len() - 2),
  header: data.columns,
  ..data.rows.flatten(),
)
#if data.note != none { text(size: 8.25pt, fill: ink-soft, data.note) }

#for section in data.sections {
  block(breakable: false, width: 100%, above: 13pt, {
    heading(level: 3, section.title)
    if section.lines.len() == 1 { par(section.lines.first()) } else {
      list(marker: [–], spacing: 0.75em, ..section.lines)
    }
  })
}

#v(9pt)
#par(words.closing)
#text(weight: 500, meta.author)
]

#data.letters.map(convocation).join(pagebreak())
`;
