/** The marking grid on paper: a cover that explains, then one sheet for each assessment. */
export const gridTemplate = String.raw`
#import "/house.typ": *
#show: office-page
#let words = data.words

#let prose(lines) = lines.map(par).join()
#let blocks(list-of-blocks) = for block in list-of-blocks {
  if block.kind == "paragraph" { par(block.text) } else { list(marker: [–], spacing: 0.7em, ..block.items) }
}

#letterhead[#words.version #data.version]
#label(words.kicker, fill: accent)
#v(11pt, weak: true)
= #data.title
#if data.code != none { field(words.code, code(data.code, size: 12pt)) }

== #words.objectives
#prose(data.objectives)
== #words.rules
#prose(data.preamble)

== #words.marking
#ledger-table(
  columns: (auto, 1fr), header: (words.level, words.meaning),
  ..data.scale.map(step => (strong(step.mark), step.label)).flatten(),
)
#prose(data.policy)

== #words.assessments
#ledger-table(
  columns: (auto, 1fr, auto, auto),
  header: (words.assessment, words.form, words.competences, words.duration),
  ..data.assessments.map(it => (
    code(it.id), it.title, code(it.competenceIds), it.duration,
  )).flatten(),
)
#if data.remarks.len() > 0 {
  v(10pt)
  set text(size: 8pt, fill: ink-soft)
  prose(data.remarks)
}

// A square to tick by hand.
#let tick = box(width: 4.2mm, height: 4.2mm, stroke: 0.6pt + ink, radius: 0.3mm)

#let sheet(it) = {
  pagebreak(weak: true)
  grid(
    columns: (1.6fr, 1fr, 1.6fr, 1fr), column-gutter: 7mm,
    ..(words.candidate, words.candidateNumber, words.juror, words.date).map(name => blank(name)),
  )
  heading(level: 2)[#code(it.id, size: 1em) #h(0.35em) #it.title]
  text(fill: ink-soft, it.duration)
  v(4pt)
  blocks(it.instructions)
  for competence in it.competences {
    heading(level: 3, {
      grid(columns: (12mm, 1fr), text(fill: accent, code(competence.id, size: 1em)), competence.statement)
    })
    block(sticky: true, above: 9pt, below: 7pt, emph(text(font: display, size: 10.5pt, competence.criteriaIntro)))
    ledger-table(
      columns: (13mm, 1fr) + (8.5mm,) * data.scale.len(),
      align: (x, y) => if x < 2 { left + horizon } else { center + horizon },
      header: ("", words.criterion, ..data.scale.map(step => step.mark)),
      ..competence.criteria.map(criterion => (
        code(criterion.id, size: 1em), criterion.text, ..((tick,) * data.scale.len()),
      )).flatten(),
    )
    block(breakable: false, width: 100%, {
      v(4pt)
      label(words.comments)
      for _ in range(3) { v(7.5mm); hairline() }
    })
  }
  block(breakable: false, width: 100%, {
    v(10pt)
    text(size: 7.5pt, fill: ink-soft, data.legend)
    v(8mm)
    grid(columns: (1fr, 1fr), column-gutter: 12mm, [], blank(words.signature))
  })
}
#for it in data.assessments { sheet(it) }
`;
