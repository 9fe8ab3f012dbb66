/**
 * Typeset documents: a Typst template and its data → the bytes of a PDF.
 *
 *     const pdf = typeset(template, { name: 'Ana' }, { title: 'Lettre', language: 'fr', … });
 *
 * The data reach the template as JSON and are never part of its source, so that no name can act
 * as markup. The same template, data and options give the same bytes.
 */
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { posix } from 'node:path';
import type { Language } from '../language.ts';
import { frenchSpaces } from '../typography.ts';
import { faces } from './fonts.ts';
import { houseStyle } from './house.typ.ts';
import { printable } from './printable.ts';

export { printable, unprintable } from './printable.ts';
export { qrDrawing, type QrDrawing } from './qr.ts';

/**
 * What the file declares itself to be. Typst takes one at a time, and refuses to write a file that
 * breaks it; our tests write every document under both families.
 * - `a-2a`, `a-3a`: PDF/A (ISO 19005), for what is kept for years: embedded fonts, sRGB, tagged;
 *   part 3 may carry other files.
 * - `ua-1`: PDF/UA (ISO 14289), for what is read once, by anyone: tagged, with a title, a language
 *   and alternative texts.
 */
export type PdfStandard = 'a-2a' | 'a-3a' | 'ua-1';

/** A file carried inside a PDF/A-3. */
export interface Attachment {
  name: string;
  mediaType: string;
  description: string;
  relationship: 'source' | 'data' | 'alternative' | 'supplement';
  bytes: Uint8Array;
}

export interface TypesetOptions {
  title: string;
  /** The natural language of the document. */
  language: Language;
  standard: PdfStandard;
  /** The body that issues the document: its letterhead, and the author in its metadata. */
  issuer: string;
  /** When the document was made; written in its metadata instead of the time of printing. */
  madeAt: Date;
  /** What the top of the following pages recalls; the title if none. */
  running?: string;
  /** SVG drawings that the template shows, by name: `image("/drawings/seal.svg")`. */
  drawings?: Readonly<Record<string, string>>;
  /** With `a-3a` only. */
  attachments?: readonly Attachment[];
}

// Nothing is ever read from here: the folder does not exist, every file is given from memory.
const workspace = '/parchemin-documents';

let warm: NodeCompiler | undefined;

function compiler(): NodeCompiler {
  if (warm) return warm;
  warm = NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs: faces().files }] });
  warm.addSource(posix.join(workspace, 'house.typ'), houseStyle);
  return warm;
}

/**
 * @param template Typst source, a constant of our own code; begins with `#import "/house.typ": *`
 * @param data any value that JSON can hold; every string is made {@link printable}, and in a French
 *   document gets the no-break spaces of French typography
 * @throws if the template is wrong, or if the result would break the standard
 */
export function typeset(template: string, data: object, options: TypesetOptions): Uint8Array {
  const typst = compiler();
  const files: string[] = [];
  const give = (path: string, bytes: Uint8Array | string): string => {
    typst.mapShadow(workspace + path, Buffer.from(bytes as Uint8Array));
    files.push(workspace + path);
    return path;
  };
  for (const [name, drawing] of Object.entries(options.drawings ?? {}))
    give(`/drawings/${name}`, drawing);
  const attachments = (options.attachments ?? []).map(({ bytes, ...about }, index) => ({
    ...about,
    path: give(`/attachments/${index}`, bytes)
  }));
  const meta = {
    title: printable(options.title),
    running: printable(options.running ?? options.title),
    author: printable(options.issuer),
    lang: options.language,
    date: dateParts(options.madeAt),
    attachments
  };
  const compiled = typst.compile({
    mainFileContent: template,
    inputs: {
      meta: JSON.stringify(meta),
      data: JSON.stringify(mapText(data, options.language === 'fr' ? printableInFrench : printable))
    }
  });
  const problem = compiled.takeDiagnostics();
  if (!compiled.result || problem?.compilationStatus.endsWith('error'))
    throw new Error(`Typst: ${JSON.stringify(problem?.shortDiagnostics)}`);
  const pdf = typst.pdf(compiled.result, { pdfStandard: options.standard });
  for (const file of files) typst.unmapShadow(file);
  // Older results leave the compiler’s global cache, which would grow with every document.
  typst.evictCache(10);
  return pdf;
}

const printableInFrench = (text: string) => frenchSpaces(printable(text));

/** The same value with every string in it changed. */
function mapText(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((inner) => mapText(inner, change));
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [key, mapText(inner, change)])
    );
  return value;
}

function dateParts(date: Date): number[] {
  const text = date.toISOString();
  return [0, 5, 8, 11, 14, 17].map((at) => Number(text.slice(at, at === 0 ? 4 : at + 2)));
}
