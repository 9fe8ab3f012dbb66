/**
 * What the charts of this folder share: a picture that says its subject to a screen reader, takes
 * its ink from the page, and comes with the same figures as a table.
 */

import { escapeMarkup } from '#platform/markup.ts';

export interface ChartTable {
  caption: string;
  head: string[];
  rows: string[][];
}

export interface Chart {
  /** A complete <svg>, to inline in a page or a document. */
  svg: string;
  table: ChartTable;
}

/** Wraps drawn elements; text and lines take the page's ink through currentColor. */
export function picture(
  size: { width: number; height: number },
  words: { title: string; description: string },
  body: string
): string {
  // Two charts of one page must not share ids, nor one chart change id from one drawing to the next.
  const id = `chart-${hash(words.title + words.description + body)}`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${size.height}" width="${size.width}" height="${size.height}" role="img" aria-labelledby="${id}-title ${id}-desc" font-family="inherit" font-size="12" fill="currentColor" style="max-width:100%;height:auto">`,
    `<title id="${id}-title">${escapeMarkup(words.title)}</title>`,
    `<desc id="${id}-desc">${escapeMarkup(words.description)}</desc>`,
    body,
    '</svg>'
  ].join('');
}

/** A coordinate, short. */
export const at = (x: number): string => String(Math.round(x * 10) / 10);

export const text = (
  x: number,
  y: number,
  content: string,
  anchor: 'start' | 'middle' | 'end' = 'start'
): string =>
  `<text x="${at(x)}" y="${at(y)}" text-anchor="${anchor}" dominant-baseline="central">${escapeMarkup(content)}</text>`;

/** A hairline; `quiet` for grids. */
export const line = (x1: number, y1: number, x2: number, y2: number, quiet = false): string =>
  `<line x1="${at(x1)}" y1="${at(y1)}" x2="${at(x2)}" y2="${at(y2)}" stroke="currentColor" stroke-width="1"${quiet ? ' stroke-opacity="0.2"' : ''}/>`;

/** A filled bar in the house accent, or the page's ink where it is not set. */
export const bar = (x: number, y: number, width: number, height: number): string =>
  `<rect x="${at(x)}" y="${at(y)}" width="${at(Math.max(0, width))}" height="${at(height)}" fill="var(--accent, currentColor)"/>`;

export const dot = (x: number, y: number): string =>
  `<circle cx="${at(x)}" cy="${at(y)}" r="4" fill="var(--accent, currentColor)"/>`;

/** Round values that cut [low, high] into about `count` steps. */
export function ticks(low: number, high: number, count = 6): number[] {
  const raw = (high - low) / count || 1;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 5, 10].map((m) => m * power).find((s) => s >= raw)!;
  const first = Math.ceil(low / step);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => (first + i) * step);
}

/** Widest of the labels in pixels, at twelve pixels a letter’s height. */
export const widthOf = (labels: readonly string[]): number =>
  Math.max(0, ...labels.map((label) => label.length)) * 7 + 16;

function hash(content: string): string {
  let h = 0x811c9dc5;
  for (let i = 0; i < content.length; i++) h = Math.imul(h ^ content.charCodeAt(i), 0x01000193);
  return (h >>> 0).toString(36);
}
