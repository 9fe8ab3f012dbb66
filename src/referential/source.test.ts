import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { luxe } from '#referential';

const source = readFileSync(new URL('./source.txt', import.meta.url), 'utf8');

/** Joins lines with one space; a word cut at its hyphen (« para- / verbal ») keeps the hyphen only. */
const joined = (text: string): string =>
  text
    .replace(/(?<=\p{L}-)\s*\n\s*(?=\p{L})/gu, '')
    .replace(/\s+/g, ' ')
    .trim();

/** What the official file has besides its text: headings and the page headers of its table. */
const pageHeaders: [text: string, times: number][] = [
  ['Référentiels de compétences et d’évaluation 14 Compétences évaluées', 1],
  ['Référentiels 12 Compétences évaluées', 1],
  ['Référentiel de compétences Référentiel d’évaluation Modalité(s) Critères', 6]
];

function withoutPageHeaders(text: string): string {
  return pageHeaders.reduce((rest, [header, times]) => {
    const parts = rest.split(header);
    expect(parts.length - 1, header).toBe(times);
    return joined(parts.join(' '));
  }, text);
}

/** The official text as the JSON would print it: same words, same order, same punctuation. */
function official(): string {
  const { objectives, preamble } = luxe;
  const [purpose, ...rest] = objectives;
  const shown = new Set<string>();
  const table = luxe.competences.flatMap((competence) => {
    const assessment = luxe.assessments.find(({ competences }) =>
      competences.includes(competence.id)
    );
    if (!assessment) throw new Error(`${competence.id} is assessed nowhere`);
    const first = !shown.has(assessment.id);
    shown.add(assessment.id);
    // The source forgets a space in two headings.
    const slash = ['C7', 'C8'].includes(competence.id) ? '/' : ' /';
    return [
      `${competence.id}${slash} ${competence.statement}`,
      ...(first ? [`${assessment.title} (${assessment.id})`, ...assessment.instructions] : []),
      competence.criteriaIntro,
      ...competence.criteria.map(({ text }) => `- ${text}`)
    ];
  });
  return [
    `Intitulé de la certification : « ${luxe.title} »`,
    'Objectifs et contexte de la certification',
    purpose,
    preamble.targetPublic,
    ...rest,
    preamble.disability,
    preamble.jury,
    preamble.equality,
    ...table
  ].join(' ');
}

test('the file says the whole official text, nothing else, in the official order', () => {
  expect(official()).toBe(withoutPageHeaders(joined(source)));
});

const verbatim: [where: string, text: string][] = [
  ['title', luxe.title],
  ...luxe.objectives.map((text, at): [string, string] => [`objective ${at + 1}`, text]),
  ...Object.entries(luxe.preamble),
  ...luxe.competences.flatMap(({ id, statement, criteriaIntro, criteria }): [string, string][] => [
    [id, statement],
    [`${id} intro`, criteriaIntro],
    ...criteria.map((each): [string, string] => [each.id, each.text])
  ]),
  ...luxe.assessments.flatMap(({ id, title, instructions }): [string, string][] => [
    [id, title],
    ...instructions.map((text, at): [string, string] => [`${id} line ${at + 1}`, text])
  ])
];

test.each(verbatim)('%s is in the official text to the letter', (_where, text) => {
  expect(joined(source)).toContain(text);
});

test('the slips of the official text are kept', () => {
  const said = verbatim.map(([, text]) => text).join('\n');
  for (const slip of [
    'et et les enjeux',
    'essence même de secteur',
    'les éléments d’une intéraction téléphonique',
    'relatifs un achat',
    'comment Il enregistre',
    'qui ce traduit',
    'du «Convaincre»',
    'sont présentées en mettant',
    'd’apriori',
    '-dans un premier temps',
    "“Établir une relation client d'excellence dans le secteur du luxe“"
  ])
    expect(said).toContain(slip);
});
