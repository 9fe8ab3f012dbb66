/** The report of a session's measure: one page to understand it, then the figures. */
export const reportTemplate = String.raw`
#import "/house.typ": *
#show: office-page

#letterhead(data.certification)
= #data.title
#par(strong(data.summary.word + " — ") + data.summary.sentence)
#text(fill: ink-soft, data.notice)
#for caution in data.cautions [#par(caution)]

#for reading in data.readings {
  block(breakable: false, above: 12pt, width: 100%, stroke: (top: 0.4pt + line-soft), inset: (top: 8pt), grid(
    columns: (1fr, 2.4fr), column-gutter: 8mm,
    {
      label(reading.word, fill: accent)
      v(4pt, weak: true)
      text(font: display, size: 12pt, reading.question)
    },
    {
      par(reading.sentence)
      par(text(fill: ink-soft, reading.next))
    },
  ))
}

#for table in data.tables {
  [== #table.caption]
  ledger-table(columns: (1fr,) + (auto,) * (table.head.len() - 1), header: table.head, ..table.rows.flatten())
}
`;
