import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

/** The colours of one theme, by name. */
function coloursOf(theme: string): (name: string) => string {
  const block = css.split(`[data-theme='${theme}'] {`)[1]?.split('}')[0] ?? '';
  const found = new Map(
    [...block.matchAll(/--([\w-]+):\s*(#[\da-f]{6});/g)].map(([, name, value]) => [name!, value!])
  );
  return (name) => {
    const value = found.get(name);
    if (!value) throw new Error(`--${name} has no plain colour in ${theme}`);
    return value;
  };
}

/** Relative luminance of sRGB, WCAG 2.2. */
function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5]
    .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((each) => (each <= 0.04045 ? each / 12.92 : ((each + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light! + 0.05) / (dark! + 0.05);
}

const surfaces = ['paper', 'paper-sunk', 'paper-raised'];
const texts = ['ink', 'ink-soft', 'accent', 'accent-strong', 'success', 'warning', 'danger'];
const tinted = [
  ['ink', 'accent-tint'],
  ['ink', 'success-tint'],
  ['ink', 'warning-tint'],
  ['ink', 'danger-tint'],
  ['success', 'success-tint'],
  ['warning', 'warning-tint'],
  ['danger', 'danger-tint'],
  ['on-accent', 'accent'],
  ['on-accent', 'accent-strong'],
  ['on-danger', 'danger']
];

describe.each(['paper', 'ballroom'])('the %s theme', (theme) => {
  const colour = coloursOf(theme);

  it.each(texts.flatMap((text) => surfaces.map((surface) => [text, surface])))(
    'reads %s on %s at 7:1 or more',
    (text, surface) => expect(contrast(colour(text!), colour(surface!))).toBeGreaterThanOrEqual(7)
  );

  it.each(tinted)('reads %s on %s at 7:1 or more', (text, surface) =>
    expect(contrast(colour(text!), colour(surface!))).toBeGreaterThanOrEqual(7)
  );

  it.each(surfaces)('shows the edge of a control on %s at 3:1 or more', (surface) =>
    expect(contrast(colour('line'), colour(surface))).toBeGreaterThanOrEqual(3)
  );
});
