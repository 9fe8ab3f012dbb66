import { at, bar, type Chart, line, picture, text, widthOf } from './svg.ts';

export interface BarsInput {
  title: string;
  description: string;
  head: [label: string, value: string, word: string];
  /** Values between 0 and 1; null draws no bar. `word` says in words what the bar shows. */
  bars: readonly { label: string; value: number | null; word: string }[];
  /** Lines to read the bars against, such as 0.667 and 0.8. */
  marks: readonly number[];
  format: (value: number) => string;
}

const ROW = 24;
const PLOT = 320;
const TOP = 28;

/** Horizontal bars from 0 to 1, each with its figure and its word: nothing rests on colour alone. */
export function barsChart({ title, description, head, bars, marks, format }: BarsInput): Chart {
  const left = widthOf(bars.map((b) => b.label));
  const right = widthOf(bars.map((b) => `0,00 ${b.word}`));
  const x = (value: number) => left + Math.max(0, Math.min(1, value)) * PLOT;
  const bottom = TOP + bars.length * ROW;
  const grid = [0, ...marks, 1].flatMap((mark) => [
    line(x(mark), TOP - 6, x(mark), bottom, true),
    text(x(mark), TOP - 16, format(mark), 'middle')
  ]);
  const rows = bars.flatMap(({ label, value, word }, i) => {
    const y = TOP + i * ROW + ROW / 2;
    return [
      text(left - 8, y, label, 'end'),
      ...(value === null ? [] : [bar(x(0), y - 5, x(value) - x(0), 10)]),
      text(left + PLOT + 10, y, `${value === null ? '–' : format(value)} ${word}`)
    ];
  });
  return {
    svg: picture(
      { width: Number(at(left + PLOT + 10 + right)), height: bottom + 8 },
      { title, description },
      [...grid, ...rows].join('')
    ),
    table: {
      caption: title,
      head: [...head],
      rows: bars.map(({ label, value, word }) => [
        label,
        value === null ? '–' : format(value),
        word
      ])
    }
  };
}
