import { zipSync } from 'fflate';
import readSheets from 'read-excel-file/node';
import { Open } from 'unzipper-esm';

/** What a spreadsheet may unfold to: ours hold some kilobytes, a zip bomb unfolds to gigabytes. */
const mostUnfolded = 40_000_000;
const mostEntries = 400;
const mostRows = 20_000;

/** The spreadsheet is not one, or unfolds to more than any list of candidates could hold. */
export class SpreadsheetError extends Error {
  readonly reason: 'unreadable' | 'too-big';
  constructor(reason: 'unreadable' | 'too-big') {
    super(`spreadsheet ${reason}`);
    this.reason = reason;
  }
}

/**
 * The cells of the first sheet of an XLSX file, as text; dates are YYYY-MM-DD. The archive is
 * unfolded here, with a bound on what comes out, before the spreadsheet reader sees it: the sizes
 * that an archive declares may lie.
 * @throws SpreadsheetError
 */
export async function readSpreadsheet(bytes: Uint8Array): Promise<string[][]> {
  try {
    const files = await unfold(Buffer.from(bytes));
    for (const [path, content] of Object.entries(files))
      if (path.startsWith('xl/worksheets/')) checkExtent(content);
    for (const [path, content] of Object.entries(files)) files[path] = plainly(path, content);
    const [first] = await readSheets(Buffer.from(zipSync(files, { level: 0 })));
    return (first?.data ?? []).map((row) => row.map(cellText));
  } catch (error) {
    throw error instanceof SpreadsheetError ? error : new SpreadsheetError('unreadable');
  }
}

/**
 * What the reader takes for something else, written as it understands it: XML writes « true » as well as
 * « 1 » (XML Schema, 3.3.2.2), and a workbook that counts its days from 1904 was read four years early; a
 * cell in error was read as an empty one, and a country in error as France.
 */
function plainly(path: string, content: Uint8Array): Uint8Array {
  const say = (pattern: RegExp, text: string) =>
    Buffer.from(Buffer.from(content).toString('utf8').replace(pattern, text));
  if (path === 'xl/workbook.xml') return say(/(\sdate1904=["'])true(?=["'])/g, '$11');
  if (path.startsWith('xl/worksheets/')) return say(/(\st=["'])e(?=["'])/g, '$1str');
  return content;
}

async function unfold(archive: Buffer): Promise<Record<string, Uint8Array>> {
  const { files } = await Open.buffer(archive);
  if (files.length > mostEntries) throw new SpreadsheetError('too-big');
  const unfolded: Record<string, Uint8Array> = {};
  let left = mostUnfolded;
  for (const file of files) {
    if (!/\.(xml|rels)$/.test(file.path)) continue;
    const chunks: Buffer[] = [];
    for await (const chunk of file.stream() as AsyncIterable<Buffer>) {
      left -= chunk.length;
      if (left < 0) throw new SpreadsheetError('too-big');
      chunks.push(chunk);
    }
    unfolded[file.path] = Buffer.concat(chunks);
  }
  return unfolded;
}

/** One cell far away makes a table of billions of empty ones: rows and columns are counted first. */
function checkExtent(sheet: Uint8Array): void {
  for (const [, column = '', row] of Buffer.from(sheet)
    .toString('latin1')
    .matchAll(/\sr\s*=\s*["']([A-Z]*)(\d+)["']/gi))
    if (column.length > 2 || Number(row) > mostRows) throw new SpreadsheetError('too-big');
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell);
}
