import { parse } from 'csv-parse/sync';
import { fail, ok, type Result } from '#platform/result.ts';
import { importFaults } from './import-messages.ts';
import { readSpreadsheet, SpreadsheetError } from './spreadsheet.ts';

/** Bytes; beyond, a file is refused before it is read. */
export const largestFile = 5_000_000;
/** Lines of candidates. */
export const mostCandidates = 2000;

/** A line of a file, by the number that a spreadsheet shows beside it. */
export interface FileLine {
  line: number;
  cells: string[];
}

/** Reads a list as it comes: XLSX, or CSV in UTF-8, UTF-16 or Windows-1252, with , ; or tabs. */
export async function readLines(bytes: Uint8Array): Promise<Result<FileLine[]>> {
  if (bytes.length === 0) return refuse('empty');
  if (bytes.length > largestFile) return refuse('tooLarge');
  const nature = natureOf(bytes);
  if (nature === 'xlsx') return readXlsx(bytes);
  return nature === 'text' ? readCsv(decode(bytes)) : refuse(nature);
}

const starts = (bytes: Uint8Array, ...signature: number[]) =>
  signature.every((byte, place) => bytes[place] === byte);

/** What a file is by its first bytes: its name says what someone hoped it was. */
function natureOf(bytes: Uint8Array): 'xlsx' | 'text' | 'pdf' | 'oldExcel' | 'notAList' {
  if (starts(bytes, 0x50, 0x4b, 0x03, 0x04)) return 'xlsx';
  if (starts(bytes, 0x25, 0x50, 0x44, 0x46)) return 'pdf';
  if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return 'oldExcel';
  const wide = starts(bytes, 0xff, 0xfe) || starts(bytes, 0xfe, 0xff);
  return !wide && bytes.includes(0) ? 'notAList' : 'text';
}

function decode(bytes: Uint8Array): string {
  if (starts(bytes, 0xff, 0xfe)) return new TextDecoder('utf-16le').decode(bytes);
  if (starts(bytes, 0xfe, 0xff)) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

async function readXlsx(bytes: Uint8Array): Promise<Result<FileLine[]>> {
  try {
    const rows = await readSpreadsheet(bytes);
    return checked(rows.map((cells, place) => ({ line: place + 1, cells })));
  } catch (error) {
    if (!(error instanceof SpreadsheetError)) throw error;
    return refuse(error.reason === 'too-big' ? 'unfoldsTooFar' : 'unreadable');
  }
}

function readCsv(text: string): Result<FileLine[]> {
  try {
    const records = parse(text, {
      delimiter: separatorOf(text),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      info: true,
      max_record_size: 50_000,
      to: mostCandidates + 3
    }) as unknown as { record: string[]; info: { lines: number } }[];
    return checked(records.map(({ record, info }) => ({ line: info.lines, cells: record })));
  } catch {
    return refuse('unreadable');
  }
}

/** The separator of the first line that has something; Excel in French writes semicolons. */
function separatorOf(text: string): string {
  const said = /^\s*sep=([;,\t])\r?\n/i.exec(text)?.[1];
  if (said) return said;
  const first = text.split(/\r?\n|\r/).find((line) => line.trim() !== '') ?? '';
  const outsideQuotes = first.replace(/"(?:[^"]|"")*"?/g, '');
  const count = (separator: string) => outsideQuotes.split(separator).length;
  return [';', ',', '\t'].reduce((best, each) => (count(each) > count(best) ? each : best));
}

function checked(lines: readonly FileLine[]): Result<FileLine[]> {
  const filled = lines
    .map(({ line, cells }) => ({ line, cells: cells.map((cell) => cell.trim()) }))
    .filter(({ cells }) => !/^(?:sep=.?)?$/i.test(cells.join('')));
  if (filled.length === 0) return refuse('empty');
  return filled.length > mostCandidates + 1 ? refuse('tooManyLines') : ok(filled);
}

const refuse = (fault: Exclude<keyof typeof importFaults, 'missingColumns' | 'twiceTheColumn'>) =>
  fail({ code: `import.${fault}`, message: importFaults[fault]() });
