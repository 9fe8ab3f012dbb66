import { besideCode } from '#referential';
import { typeset, type PdfStandard } from '#platform/typeset/index.ts';
import { longDate, longDateTime } from '#platform/typography.ts';
import { percent } from '../indicators/share.ts';
import type { Renewal } from './actions.ts';
import { renewalTemplate } from './document.typ.ts';
import { narratives } from './model.ts';
import {
  criteriaCount,
  renewalTables,
  type RenewalCell,
  type RenewalColumn,
  type RenewalTable
} from './tabulate.ts';
import { renewalWords } from './words.ts';
import { versionInWords } from './workbook.ts';

/**
 * The renewal file as a tagged PDF, A4, its annex in landscape; in French, the language of the
 * procedure. PDF/UA-1: it is read once, by people who must all be able to read it.
 */
export function renewalPdf(renewal: Renewal, standard: PdfStandard = 'ua-1'): Uint8Array {
  const words = renewalWords.fr;
  const { certificationTitle, certificationCode, certifierName, figures, texts } = renewal;
  const { from, until } = figures.period;
  const period = words.period(from, until);
  const tables = renewalTables(renewal, 'fr');
  const latest = figures.versions.at(-1)?.referential;
  const content = {
    words,
    aside: besideCode(certificationCode ?? '', longDate(renewal.countedAt, 'fr')),
    period,
    certificationTitle,
    facts: [
      { name: words.code, value: certificationCode ?? words.unregistered },
      { name: words.certifier, value: certifierName },
      { name: words.periodName, value: period },
      { name: words.version, value: versionInWords(renewal) },
      ...(latest
        ? [
            {
              name: words.identity.referential,
              value: besideCode(latest.code, `version ${latest.version}`)
            },
            {
              name: words.identity.competences,
              value: `${latest.competences.length}, en ${criteriaCount(latest)} critères et ${latest.assessments.length} épreuves`
            }
          ]
        : [])
    ],
    texts: Object.fromEntries(
      narratives.map((each) => [
        each,
        { title: words.narratives[each].title, paragraphs: paragraphsOf(texts[each]) }
      ])
    ),
    tables: Object.fromEntries(Object.entries(tables).map(([id, table]) => [id, printed(table)])),
    jurySummary: words.jurySummary(figures.jurors.people, figures.jurors.presidents),
    counted: words.counted(longDateTime(renewal.countedAt, 'fr'))
  };
  return typeset(renewalTemplate, content, {
    title: `${words.heading} – ${certificationTitle}`,
    running: `${words.heading}, ${period}`,
    language: 'fr',
    standard,
    issuer: certifierName,
    madeAt: renewal.countedAt
  });
}

const paragraphsOf = (typed: string): string[] =>
  typed.split(/\n\s*\n/).filter((paragraph) => paragraph.trim() !== '');

/** A table in words; its figures are set to the end of their column. */
const printed = ({ title, columns, rows, none }: RenewalTable) => ({
  title,
  none,
  ends: columns.map(({ kind }) => kind !== 'text'),
  header: columns.map(({ label }) => label),
  rows: rows.map((row) => row.map((value, place) => inWords(value, columns[place]!)))
});

const inWords = (value: RenewalCell, { kind }: RenewalColumn): string =>
  value === null
    ? '–'
    : typeof value === 'string'
      ? value
      : kind === 'share'
        ? percent(value, 'fr')
        : String(value);
