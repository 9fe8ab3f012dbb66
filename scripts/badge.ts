/**
 * Draws the badge, static/badge.svg and static/badge.png: `node scripts/badge.ts`. It is drawn once
 * and kept, because it is the same for every holder; needs poppler-utils.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { guilloche, page } from '../src/parchment/guilloche.ts';
import { luxe } from '../src/referential/index.ts';
import { typeset } from '../src/platform/typeset/index.ts';

const template = String.raw`
#import "/house.typ": *
#show: house
#let gold-text = rgb("#6F5318")
#set page(width: 100mm, height: 100mm, margin: 0mm, fill: ivory, header: none, footer: none,
  background: pdf.artifact(image("/drawings/badge.svg", width: 100mm, height: 100mm)))
#set text(font: display)
#set par(leading: 0.42em, spacing: 0pt)
#set align(center + horizon)
#block(width: 47mm, {
  text(size: 7.5pt, tracking: 0.12em, fill: gold-text, smallcaps(all: true, "Certification"))
  v(2.6mm)
  text(size: 15pt, data.title)
  v(2.8mm)
  line(length: 9mm, stroke: 0.4pt + gold-text)
})
`;

const { x, y, radius } = page.field;

/** The outer wreath alone: the others would lie under the words. */
const wreath = guilloche(luxe.code)
  .field.split(/(?=M)/)
  .filter((path) => {
    const [left = 0, top = 0] = (/M(-?[\d.]+)[ ,](-?[\d.]+)/.exec(path) ?? []).slice(1).map(Number);
    return Math.hypot(left - x, top - y) > 0.68 * radius;
  })
  .join('');
const half = 1.14 * radius;
const ring = (at: number, width: number) =>
  `<circle cx="${x}" cy="${y}" r="${at * radius}" stroke="#AA863F" stroke-width="${width}"/>`;
const drawing =
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${x - half} ${y - half} ${2 * half} ${2 * half}" fill="none">` +
  `<path d="${wreath}" stroke="#AA863F" stroke-width="11"/>` +
  `<circle cx="${x}" cy="${y}" r="${0.68 * radius}" fill="#FBF9F4"/>` +
  `${ring(0.68, 26)}${ring(0.655, 12)}${ring(1.05, 26)}${ring(1.08, 12)}</svg>`;

const pdf = typeset(
  template,
  { title: luxe.title.replaceAll("'", '’') },
  {
    title: luxe.title,
    language: 'fr',
    standard: 'a-2a',
    issuer: 'Parchemin',
    madeAt: new Date('2026-01-01T00:00:00Z'),
    drawings: { 'badge.svg': drawing }
  }
);

const folder = mkdtempSync(join(tmpdir(), 'parchemin-badge-'));
const file = join(folder, 'badge.pdf');
writeFileSync(file, pdf);
execFileSync('pdftocairo', ['-svg', file, join(folder, 'badge.svg')]);
// A hundredth of a point is more than a screen shows.
const svg = readFileSync(join(folder, 'badge.svg'), 'utf8').replace(/(\.\d\d)\d+/g, '$1');
writeFileSync('static/badge.svg', svg.replace(/ width="[\d.]+pt" height="[\d.]+pt"/, ''));
const size = ['-scale-to-x', '512', '-scale-to-y', '512'];
execFileSync('pdftocairo', ['-png', '-singlefile', ...size, file, 'static/badge']);
rmSync(folder, { recursive: true });
