import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { CsvError, parse } from 'csv-parse';
import type { Phrase } from '#platform/language.ts';
import { fail, ok, type Result } from '#platform/result.ts';

/** A column of a file: its labels in order of first appearance, and the label of each row. */
export interface CsvColumn {
  labels: string[];
  index: Uint32Array;
}

export interface MarksTable {
  /** The columns asked for, then the value column, all with as many rows. */
  columns: CsvColumn[];
  value: CsvColumn;
  /** Value of each value label; null when it is not a number. */
  numbers: (number | null)[];
  /** Line (blank lines not counted) of the first value that is not a number, and what it says. */
  firstText: { line: number; text: string } | null;
}

export type CsvFault =
  /** The file cannot be opened: a wrong command. */
  | { kind: 'unreadable'; message: Phrase }
  /** The file lacks a column that the command names. */
  | { kind: 'column'; message: Phrase }
  /** The content is not a table of marks. */
  | { kind: 'content'; message: Phrase };

/** A column that grows with the file: four bytes a row, each label stored once. */
class GrowingColumn {
  readonly #places = new Map<string, number>();
  #index = new Uint32Array(1024);
  #rows = 0;

  /** Adds a row; true when its label is new. */
  add(label: string): boolean {
    let place = this.#places.get(label);
    const isNew = place === undefined;
    if (place === undefined) this.#places.set(label, (place = this.#places.size));
    if (this.#rows === this.#index.length) {
      const larger = new Uint32Array(this.#index.length * 2);
      larger.set(this.#index);
      this.#index = larger;
    }
    this.#index[this.#rows++] = place;
    return isNew;
  }

  get rows(): number {
    return this.#rows;
  }

  finish(): CsvColumn {
    return { labels: [...this.#places.keys()], index: this.#index.subarray(0, this.#rows) };
  }
}

const missing = new Set(['', 'NA']);

/** A number written with a point or, as in French, a comma. */
export function numberOf(text: string): number | null {
  const value = Number(text.replace(',', '.'));
  return text !== '' && Number.isFinite(value) ? value : null;
}

/**
 * Streams a CSV file into columns of small integers, so that ten million rows fit in a few hundred
 * megabytes. Separator comma, semicolon or tab, found in the header; other columns are ignored; a
 * row whose value is empty or NA is a missing mark.
 */
export async function readMarks(
  path: string,
  names: readonly string[],
  valueName: string
): Promise<Result<MarksTable, CsvFault>> {
  const header = await firstLine(path);
  if (!header.ok) return header;
  const delimiter = separatorOf(header.value);
  const wanted = [...names, valueName];
  const columns = names.map(() => new GrowingColumn());
  const value = new GrowingColumn();
  let firstText: MarksTable['firstText'] = null;
  let places: number[] | null = null;
  let absent: string[] = [];
  let line = 0;

  const parser = parse({ bom: true, delimiter, skip_empty_lines: true, trim: true });
  const source = createReadStream(path);
  const takeRow = (cells: string[]) => {
    line++;
    if (places === null) {
      places = wanted.map((name) => cells.findIndex((cell) => cell.toLowerCase() === name));
      absent = wanted.filter((_, i) => places![i] === -1);
      return;
    }
    const text = cells[places[names.length]!]!;
    if (missing.has(text)) return;
    for (let i = 0; i < columns.length; i++) columns[i]!.add(cells[places[i]!]!);
    if (value.add(text) && firstText === null && numberOf(text) === null) {
      firstText = { line, text };
    }
  };
  try {
    await new Promise<void>((resolve, reject) => {
      parser.on('readable', () => {
        let cells: string[] | null;
        while (absent.length === 0 && (cells = parser.read() as string[] | null) !== null) {
          takeRow(cells);
        }
        if (absent.length > 0) resolve();
      });
      parser.on('end', resolve);
      parser.on('error', reject);
      source.on('error', reject);
      source.pipe(parser);
    });
  } catch (error) {
    if (error instanceof CsvError) return fail(brokenAt(path, parser.info.lines));
    return fail(unreadable(path));
  } finally {
    source.destroy();
  }
  if (absent.length > 0) return fail(columnAbsent(path, absent, header.value));
  if (value.rows === 0) return fail(empty(path));
  const marks = value.finish();
  return ok({
    columns: columns.map((c) => c.finish()),
    value: marks,
    numbers: marks.labels.map(numberOf),
    firstText
  });
}

async function firstLine(path: string): Promise<Result<string, CsvFault>> {
  try {
    const file = await open(path);
    try {
      const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(65_536) });
      const text = buffer
        .subarray(0, bytesRead)
        .toString('utf8')
        .replace(/^\uFEFF/, '');
      const line = text.trimStart().split(/\r?\n/)[0] ?? '';
      return line.trim() === '' ? fail(empty(path)) : ok(line);
    } finally {
      await file.close();
    }
  } catch {
    return fail(unreadable(path));
  }
}

function separatorOf(header: string): string {
  const count = (mark: string) => header.split(mark).length;
  return [';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best), ',');
}

const unreadable = (path: string): CsvFault => ({
  kind: 'unreadable',
  message: {
    fr: `«\u00a0${path}\u00a0» ne peut pas être lu\u00a0: vérifiez le chemin et vos droits.`,
    en: `“${path}” cannot be read: check the path and your rights.`
  }
});

const empty = (path: string): CsvFault => ({
  kind: 'content',
  message: {
    fr: `«\u00a0${path}\u00a0» ne contient aucune note.`,
    en: `“${path}” contains no mark.`
  }
});

const columnAbsent = (path: string, absent: readonly string[], header: string): CsvFault => ({
  kind: 'column',
  message: {
    fr: `«\u00a0${path}\u00a0» n’a pas de colonne ${absent.join(', ')}\u00a0: sa première ligne est «\u00a0${header.slice(0, 200)}\u00a0».`,
    en: `“${path}” has no column ${absent.join(', ')}: its first line is “${header.slice(0, 200)}”.`
  }
});

const brokenAt = (path: string, line: number): CsvFault => ({
  kind: 'content',
  message: {
    fr: `«\u00a0${path}\u00a0», ligne ${line}\u00a0: cette ligne n’a pas les colonnes de la première, ou un guillemet n’est pas fermé.`,
    en: `“${path}”, line ${line}: this line does not have the columns of the first one, or a quote is not closed.`
  }
});
