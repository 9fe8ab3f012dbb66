/** Indicators as files: one table of lines for CSV, one sheet a table for a workbook. */
import writeExcelFile from 'write-excel-file/node';
import { csvText } from '#platform/csv.ts';
import type { Language } from '#platform/language.ts';
import type { IndicatorBoard } from './actions.ts';
import { measures, type Shown } from './model.ts';
import { indicatorWords } from './words.ts';

/** Every line of every table, with the total first. A count that is not shown is an empty cell. */
export function indicatorsCsv({ total, tables }: IndicatorBoard, language: Language): string {
  const words = indicatorWords[language];
  const counts = (line: Record<(typeof measures)[number], Shown>) =>
    measures.map((measure) => line[measure] ?? '');
  return csvText([
    ['', '', ...measures.map((measure) => words.measures[measure])],
    [words.total, '', ...counts(total)],
    ...tables.flatMap(({ title, rows }) =>
      rows.map(({ name, counts: line }) => [title, name, ...counts(line)])
    )
  ]);
}

/** A workbook: a sheet for each table. */
export async function indicatorsXlsx(
  { total, tables }: IndicatorBoard,
  language: Language
): Promise<Uint8Array> {
  const words = indicatorWords[language];
  const head = (value: string) => ({ value, type: String, fontWeight: 'bold' as const });
  const cell = (value: Shown) => (value === null ? null : { value, type: Number });
  const sheets = tables.map(({ title, columns, rows, breakdown }) => ({
    sheet: title.slice(0, 31),
    data: [
      [head(title), ...columns.map(({ label }) => head(label))],
      ...rows.map(({ name, counts }) => [
        { value: name, type: String },
        ...columns.map(({ measure }) => cell(counts[measure]))
      ]),
      ...(breakdown === 'competence'
        ? []
        : [[head(words.total), ...columns.map(({ measure }) => cell(total[measure]))]]),
      [{ value: words.rule, type: String }]
    ],
    columns: [{ width: 46 }, ...columns.map(() => ({ width: 14 }))]
  }));
  return new Uint8Array(await writeExcelFile(sheets).toBuffer());
}
