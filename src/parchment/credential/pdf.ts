import { inflateSync } from 'node:zlib';
import { largestCredential, looksLikeCredential, utf8, type Found } from './carried.ts';

/** A certificate carries one file; a PDF of a hundred is not one. */
const mostFiles = 20;

/**
 * The credentials attached to a PDF (ISO 32000-2, 7.11.4): the streams of type EmbeddedFile, which
 * PDF never folds into others, so that they are found without reading the rest of the file.
 */
export function pdfCredentials(bytes: Uint8Array): Found {
  const pdf = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = pdf.toString('latin1');
  const texts: string[] = [];
  let damaged = false;
  for (const { index } of [...text.matchAll(/\/Type\s*\/EmbeddedFile\b/g)].slice(0, mostFiles)) {
    const content = embeddedFile(pdf, text, index);
    if (content === null) damaged = true;
    else if (looksLikeCredential(content)) texts.push(content);
  }
  return { texts, damaged: damaged && texts.length === 0 };
}

/** The content of the stream whose dictionary holds this place; null when it cannot be read. */
function embeddedFile(pdf: Buffer, text: string, place: number): string | null {
  const opening = /stream\r?\n/g;
  opening.lastIndex = place;
  const found = opening.exec(text);
  if (!found) return null;
  const dictionary = text.slice(text.lastIndexOf('obj', place), found.index);
  const from = opening.lastIndex;
  const declared = Number(/\/Length\s+(\d+)(?!\s+\d+\s+R)/.exec(dictionary)?.[1] ?? Number.NaN);
  const closes = (at: number) => /^\s*endstream/.test(text.slice(at, at + 16));
  const to = closes(from + declared) ? from + declared : text.indexOf('endstream', from);
  if (to < from) return null;
  const raw = pdf.subarray(from, to);
  try {
    const content = dictionary.includes('/FlateDecode')
      ? inflateSync(raw, { maxOutputLength: largestCredential })
      : raw;
    return utf8(content)?.trim() ?? null;
  } catch {
    return null;
  }
}
