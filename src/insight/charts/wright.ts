import { at, bar, type Chart, line, picture, text, ticks, widthOf } from './svg.ts';

export interface WrightInput {
  title: string;
  description: string;
  head: [facet: string, element: string, measure: string];
  /** First the candidates, drawn as a histogram; then the other facets, each in its column. */
  facets: readonly {
    name: string;
    elements: readonly { label: string; measure: number }[];
  }[];
  format: (value: number) => string;
}

const HEIGHT = 520;
const TOP = 44;
const HISTOGRAM = 130;
const BIN = 0.25;
/** Labels closer than this are moved apart; facets with more elements are drawn as histograms. */
const GAP = 14;
const MOST_LABELS = Math.floor(HEIGHT / GAP);

/** The variable map: candidates and the other facets against one ruler, in logits. */
export function wrightMap({ title, description, head, facets, format }: WrightInput): Chart {
  const all = facets.flatMap((facet) => facet.elements.map((e) => e.measure));
  const low = Math.floor(Math.min(-1, ...all) * 2) / 2;
  const high = Math.ceil(Math.max(1, ...all) * 2) / 2;
  const y = (measure: number) => TOP + ((high - measure) / (high - low)) * HEIGHT;
  const parts: string[] = [];
  const axis = 44;
  let x = axis + 12;
  for (const [place, { name, elements }] of facets.entries()) {
    const asBars = place === 0 || elements.length > MOST_LABELS;
    const width = asBars
      ? HISTOGRAM
      : Math.max(80, widthOf(elements.map((e) => e.label)) + 24, widthOf([name]));
    parts.push(text(x, TOP - 26, name));
    parts.push(
      ...(asBars ? histogram(elements, x, y) : labelled(elements, x, y)),
      line(x - 6, TOP - 8, x - 6, TOP + HEIGHT, true)
    );
    x += width + 16;
  }
  const ruler = ticks(low, high, 10).flatMap((tick) => [
    line(axis, y(tick), x, y(tick), true),
    text(axis - 6, y(tick), format(tick), 'end')
  ]);
  return {
    svg: picture(
      { width: Number(at(x)), height: TOP + HEIGHT + 16 },
      { title, description },
      [...ruler, ...parts].join('')
    ),
    table: {
      caption: title,
      head: [...head],
      rows: facets.flatMap(({ name, elements }) =>
        [...elements]
          .sort((a, b) => b.measure - a.measure)
          .map(({ label, measure }) => [name, label, format(measure)])
      )
    }
  };
}

type Elements = readonly { label: string; measure: number }[];

function histogram(elements: Elements, x: number, y: (m: number) => number): string[] {
  const counts = new Map<number, number>();
  for (const { measure } of elements) {
    const bin = Math.round(measure / BIN);
    counts.set(bin, (counts.get(bin) ?? 0) + 1);
  }
  const most = Math.max(1, ...counts.values());
  const thickness = Math.max(2, Math.abs(y(0) - y(BIN)) - 1);
  return [...counts].map(([bin, n]) =>
    bar(x, y(bin * BIN) - thickness / 2, (n / most) * HISTOGRAM, thickness)
  );
}

/** A short leader from the exact height to a label moved just enough to be readable. */
function labelled(elements: Elements, x: number, y: (m: number) => number): string[] {
  const sorted = [...elements].sort((a, b) => b.measure - a.measure);
  const places = spread(sorted.map((e) => y(e.measure)));
  return sorted.flatMap(({ label, measure }, i) => [
    line(x, y(measure), x + 14, places[i]!),
    text(x + 18, places[i]!, label)
  ]);
}

/**
 * Heights moved apart to at least GAP, in order, each as near its own as its neighbours allow: runs
 * that would overlap are merged, and centred on their mean (isotonic regression).
 */
function spread(heights: readonly number[]): number[] {
  const runs: { sum: number; size: number }[] = [];
  heights.forEach((height, i) => {
    let run = { sum: height - i * GAP, size: 1 };
    for (let last = runs.at(-1); last && last.sum / last.size >= run.sum / run.size;) {
      run = { sum: run.sum + last.sum, size: run.size + last.size };
      runs.pop();
      last = runs.at(-1);
    }
    runs.push(run);
  });
  const lowest = TOP + HEIGHT - (heights.length - 1) * GAP;
  return runs
    .flatMap(({ sum, size }) => Array.from({ length: size }, () => sum / size))
    .map((start, i) => Math.min(Math.max(start, TOP), Math.max(TOP, lowest)) + i * GAP);
}
