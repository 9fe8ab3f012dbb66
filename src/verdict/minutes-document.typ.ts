/** The minutes of a session: who sat, what was decided and why, and the signatures. */
export const minutesTemplate = String.raw`
#import "/house.typ": *
#show: office-page
#let words = data.words

#letterhead(data.certification)
#label(data.version, fill: accent)
#v(11pt, weak: true)
= #words.heading
#par(data.opening)
#if data.correction != none {
  block(width: 100%, stroke: (left: 1.2pt + accent), inset: (left: 9pt, y: 3pt), above: 12pt, {
    label(words.correction)
    linebreak()
    typed(data.correction)
  })
}

#v(8pt)
#block(width: 100%, stroke: (y: 0.4pt + line-soft), inset: (y: 11pt), grid(
  columns: (1fr, 1fr, 1fr), column-gutter: 8mm, row-gutter: 12pt,
  ..data.facts.map(fact => field(fact.name, typed(fact.value))),
))

== #words.panel
#ledger-table(
  columns: (1fr, 1fr, auto, auto), header: (words.member, words.seat, words.room, words.attendance),
  ..data.members.flatten(),
)

== #words.results
#{
  set text(size: 8.25pt)
  ledger-table(
    columns: (9mm, 1fr) + (7.4mm,) * data.competenceIds.len() + (auto,),
    align: (x, y) => if x < 2 or x > data.competenceIds.len() + 1 { left + horizon } else { center + horizon },
    header: (words.number, words.candidate, ..data.competenceIds, words.outcome),
    ..data.results.map(row => (row.number, row.name, ..row.marks, strong(row.outcome))).flatten(),
  )
}
#text(size: 7.75pt, fill: ink-soft, words.legend)
#par(data.summary)

== #words.decisions
#if data.decisions.len() == 0 [#words.noDecision] else {
  ledger-table(
    columns: (auto, auto, auto, 1fr), header: (words.candidate, words.target, words.decision, words.reason),
    ..data.decisions.map(row => (row.candidate, code(row.target, size: 1em), row.decision, typed(row.reason))).flatten(),
  )
}

== #words.incidents
#if data.incidents.len() == 0 [#words.noIncident] else {
  ledger-table(
    columns: (auto, auto, 1fr), header: (words.time, words.candidate, words.incident),
    ..data.incidents.map(row => (row.at, row.candidate, typed(row.description))).flatten(),
  )
}

== #words.signatures
#par(words.sealed)
#v(12pt)
#field(words.hash, text(size: 8pt, data.hash))
#v(10pt)
#for signature in data.signatures {
  block(breakable: false, width: 100%, stroke: (bottom: 0.3pt + line-soft), inset: (y: 8pt), spacing: 0pt, grid(
    columns: (1fr, auto), column-gutter: 6mm, align: (left, right),
    {
      text(font: display, size: 13pt, signature.name)
      linebreak()
      text(size: 8pt, fill: ink-soft, signature.seat)
    },
    text(size: 7.25pt, fill: ink-soft, typed(signature.proof)),
  ))
}
`;
