/** The renewal file as a workbook: one sheet a table, then the texts. */
import { longDate, longDateTime } from '#platform/typography.ts';
import {
  countCell,
  headCell,
  shareCell,
  textCell,
  workbook,
  type Sheet
} from '../indicators/sheets.ts';
import type { Renewal } from './actions.ts';
import { narratives } from './model.ts';
import { renewalTables, type RenewalCell, type RenewalColumn } from './tabulate.ts';
import { renewalWords } from './words.ts';

/** In French, the language of the procedure. A count that may not be shown is an empty cell. */
export function renewalXlsx(renewal: Renewal): Promise<Uint8Array> {
  const words = renewalWords.fr;
  const { certificationTitle, certificationCode, certifierName, figures, texts } = renewal;
  const fact = (name: string, value: string) => [headCell(name), textCell(value)];
  const { from, until } = figures.period;
  const cover: Sheet = {
    sheet: words.certification,
    data: [
      fact(words.certification, certificationTitle),
      fact(words.code, certificationCode ?? words.unregistered),
      fact(words.certifier, certifierName),
      fact(words.periodName, words.period(from, until)),
      fact(words.version, versionInWords(renewal)),
      fact(words.juries, words.jurySummary(figures.jurors.people, figures.jurors.presidents)),
      [textCell(''), textCell(words.counted(longDateTime(renewal.countedAt, 'fr')))],
      [textCell(''), textCell(words.rule)]
    ],
    columns: [{ width: 26 }, { width: 90 }]
  };
  const tables = Object.values(renewalTables(renewal, 'fr')).map(
    ({ title, columns, rows, none }): Sheet => ({
      sheet: title,
      data: [
        columns.map(({ label }) => headCell(label)),
        ...rows.map((row) => row.map((value, place) => cell(value, columns[place]!))),
        ...(rows.length === 0 ? [[textCell(none)]] : [])
      ],
      columns: columns.map(({ kind }, place) => ({
        width: kind === 'text' ? (place === 0 ? 40 : 26) : 14
      }))
    })
  );
  const written: Sheet = {
    sheet: words.written,
    data: narratives.map((each) =>
      fact(words.narratives[each].title, texts[each] || words.toWrite)
    ),
    columns: [{ width: 30 }, { width: 110 }]
  };
  return workbook([cover, ...tables, written]);
}

const cell = (value: RenewalCell, { kind }: RenewalColumn) =>
  typeof value === 'string'
    ? textCell(value)
    : kind === 'share'
      ? shareCell(value)
      : countCell(value);

/** « 3, 25 novembre 2026 » */
export const versionInWords = ({ version, savedAt }: Renewal): string =>
  savedAt ? `${version}, ${longDate(savedAt, 'fr')}` : renewalWords.fr.unsaved;
