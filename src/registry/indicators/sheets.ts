/** Indicators as files: one table of lines for CSV, one sheet a table for a workbook. */
import writeExcelFile from 'write-excel-file/node';
import { csvText } from '#platform/csv.ts';
import type { Language } from '#platform/language.ts';
import { fileMeasures, type IndicatorBoard, type NamedColumn, type NamedTable } from './actions.ts';
import type { Shown } from './protect.ts';
import { shareOf } from './share.ts';
import { indicatorWords } from './words.ts';

/** Every line of every table, with the total first. A count that is not shown is an empty cell. */
export function indicatorsCsv(board: IndicatorBoard, language: Language): string {
  const words = indicatorWords[language];
  const labels: Record<string, string> = { ...words.measures, ...words.followUp.measures };
  const counts = (line: Readonly<Record<string, Shown>>) =>
    fileMeasures.map((measure) => line[measure] ?? '');
  const lines = [...board.tables, ...board.followUp].filter(({ id }) => id !== 'answers');
  return csvText([
    ['', '', ...fileMeasures.map((measure) => labels[measure] ?? '')],
    [words.total, '', ...counts(board.total)],
    ...lines.flatMap(({ title, rows }) =>
      rows.map(({ name, counts: line }) => [title, name, ...counts(line)])
    )
  ]);
}

/** A workbook: a sheet for each table. */
export const indicatorsXlsx = (board: IndicatorBoard, language: Language): Promise<Uint8Array> =>
  workbook([...board.tables, ...board.followUp].map((table) => tableSheet(table, language)));

type Cell =
  | { value: string; type: StringConstructor; fontWeight?: 'bold'; wrap?: boolean }
  | { value: number; type: NumberConstructor; format?: string }
  | null;

export interface Sheet {
  sheet: string;
  data: Cell[][];
  columns: { width: number }[];
}

export const textCell = (value: string): Cell => ({ value, type: String, wrap: true });
export const headCell = (value: string): Cell => ({ value, type: String, fontWeight: 'bold' });
export const countCell = (value: Shown): Cell => (value === null ? null : { value, type: Number });
export const shareCell = (value: number | null): Cell =>
  value === null ? null : { value, type: Number, format: '0%' };

/** The longest name of a sheet that Excel takes. */
const longestSheetName = 31;

function tableSheet({ title, columns, rows, total }: NamedTable, language: Language): Sheet {
  const words = indicatorWords[language];
  const cell = (column: NamedColumn, counts: Readonly<Record<string, Shown>>): Cell =>
    'measure' in column
      ? countCell(counts[column.measure] ?? null)
      : shareCell(shareOf(counts[column.part] ?? null, counts[column.whole] ?? null));
  return {
    sheet: title.slice(0, longestSheetName),
    data: [
      [headCell(title), ...columns.map(({ label }) => headCell(label))],
      ...rows.map(({ name: line, counts }) => [
        textCell(line),
        ...columns.map((column) => cell(column, counts))
      ]),
      ...(total ? [[headCell(words.total), ...columns.map((column) => cell(column, total))]] : []),
      [textCell(words.rule)]
    ],
    columns: [{ width: 46 }, ...columns.map(() => ({ width: 18 }))]
  };
}

export const workbook = async (sheets: Sheet[]): Promise<Uint8Array> =>
  new Uint8Array(await writeExcelFile(sheets).toBuffer());
