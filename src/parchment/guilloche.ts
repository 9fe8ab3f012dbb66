/**
 * The guilloche of a certificate: interlaced bands and lathe rosettes, computed from its number, so
 * that each is unique and anyone who has the number can draw the same one again. Pure geometry.
 *
 * Every curve is closed, and drawn as cubic Bézier arcs that share the tangents of the exact curve:
 * it stays smooth at any enlargement. Lengths are in hundredths of a millimetre.
 */

interface Point {
  x: number;
  y: number;
}

interface Circle extends Point {
  radius: number;
}

/** A closed curve: `at(0)` is `at(1)`. */
type Curve = (t: number) => Point;

/** SVG path data of the three ornaments, on the page of {@link page}. */
export interface Guilloche {
  /** The ribbon around the page. */
  frame: string;
  /** The large rosette behind the text; meant for a very pale stroke. */
  field: string;
  /** The small seal at the foot. */
  seal: string;
}

/** A4 landscape, and where the ornaments lie. */
export const page = {
  width: 29700,
  height: 21000,
  ribbon: { inset: 1150, corner: 1300, halfWidth: 300 },
  field: { x: 14850, y: 9350, radius: 6900 },
  seal: { x: 14850, y: 16650, radius: 1700 }
} as const;

const turn = 2 * Math.PI;

/** Draws the ornaments that belong to a certificate number (any text). */
export function guilloche(number: string): Guilloche {
  const random = randomFrom(number);
  const pick = (low: number, high: number) => low + Math.floor(random() * (high - low + 1));
  const between = (low: number, high: number) => low + random() * (high - low);
  return {
    frame: ribbon(pick, between),
    field: rosette(page.field, pick, between),
    seal: lathe(page.seal, pick, between)
  };
}

type Pick = (low: number, high: number) => number;

/** Sine strands that share a centre line, each shifted by one part of the period. */
function ribbon(pick: Pick, between: Pick): string {
  const { inset, corner, halfWidth } = page.ribbon;
  const line = roundedRectangle(page.width - 2 * inset, page.height - 2 * inset, corner);
  const waves = pick(44, 52);
  const harmonic = between(0.22, 0.34);
  return braid(10, harmonic, (strand) =>
    closedPath((t) => {
      const { x, y, normalX, normalY } = line(t);
      const offset = halfWidth * strand(turn * waves * t);
      return { x: inset + x + normalX * offset, y: inset + y + normalY * offset };
    }, waves * 7)
  );
}

/** Three wreaths of petals, one within the other. */
function rosette(centre: Circle, pick: Pick, between: Pick) {
  const lobes = pick(7, 10);
  const wreaths = [
    { inner: 0.7, outer: 1, lobes: 2 * lobes, strands: 14 },
    { inner: 0.44, outer: 0.74, lobes: lobes + pick(2, 4), strands: 13 },
    { inner: 0.2, outer: 0.48, lobes, strands: 12 }
  ];
  return wreaths.map((wreath) => petals(centre, wreath, between(0.18, 0.36))).join('');
}

/** A scalloped rim around the ring that a lathe would cut in one continuous stroke. */
function lathe(centre: Circle, pick: Pick, between: Pick) {
  const rim = petals(
    centre,
    { inner: 0.8, outer: 1, lobes: pick(26, 34), strands: 4 },
    between(0.1, 0.25)
  );
  const teeth = 2 * pick(33, 41) + 1;
  return rim + epitrochoid(centre, { inner: 0.46, outer: 0.8, loops: teeth, turns: 16 });
}

interface Wreath {
  /** Radii, as shares of the ornament’s own. */
  inner: number;
  outer: number;
  lobes: number;
  strands: number;
}

function petals(
  centre: Circle,
  { inner, outer, lobes, strands }: Wreath,
  harmonic: number
): string {
  const middle = (inner + outer) / 2;
  const swing = (outer - inner) / 2;
  return braid(strands, harmonic, (strand) =>
    closedPath((t) => polar(centre, middle + swing * strand(turn * lobes * t), turn * t), lobes * 8)
  );
}

/**
 * Two families of strands. In each, sines of evenly shifted phase cross a counter-turning harmonic
 * and swell in lens shapes; the second family swells where the first narrows, and interlaces it.
 * @param strands in each family
 * @param draw makes a path of one strand, a function of an angle with values between −1 and 1
 */
function braid(
  strands: number,
  harmonic: number,
  draw: (strand: (angle: number) => number) => string
): string {
  return [harmonic, -harmonic]
    .flatMap((second) =>
      Array.from({ length: strands }, (_, index) => {
        const phase = (turn * index) / strands;
        return draw(
          (angle) => (1 - harmonic) * Math.sin(angle + phase) + second * Math.sin(2 * angle - phase)
        );
      })
    )
    .join('');
}

/**
 * The curve of a point carried by a circle that rolls around another, between two radii.
 * It closes after `turns` turns, having looped `loops` times: the two must share no divisor.
 */
function epitrochoid(
  centre: Circle,
  { inner, outer, loops, turns }: { inner: number; outer: number; loops: number; turns: number }
): string {
  const carried = (inner + outer) / 2;
  const arm = (outer - inner) / 2;
  return closedPath((t) => {
    const angle = turn * turns * t;
    const spin = turn * (turns + loops) * t;
    const main = polar(centre, carried, angle);
    return {
      x: main.x + centre.radius * arm * Math.cos(spin),
      y: main.y + centre.radius * arm * Math.sin(spin)
    };
  }, loops * 6);
}

function polar(centre: Circle, share: number, angle: number) {
  return {
    x: centre.x + centre.radius * share * Math.cos(angle),
    y: centre.y + centre.radius * share * Math.sin(angle)
  };
}

/** The outline of a rectangle with round corners by share of its length, with its outer normal. */
function roundedRectangle(width: number, height: number, radius: number) {
  const across = width - 2 * radius;
  const down = height - 2 * radius;
  const quarter = (Math.PI / 2) * radius;
  const sides = [
    { length: across, startX: radius, startY: 0, heading: 0 },
    { length: down, startX: width, startY: radius, heading: 1 },
    { length: across, startX: width - radius, startY: height, heading: 2 },
    { length: down, startX: 0, startY: height - radius, heading: 3 }
  ];
  const total = 2 * (across + down) + 4 * quarter;
  return (t: number): Point & { normalX: number; normalY: number } => {
    let rest = (((t % 1) + 1) % 1) * total;
    for (const { length, startX, startY, heading } of sides) {
      const direction = (heading * Math.PI) / 2;
      const [forwardX, forwardY] = [Math.cos(direction), Math.sin(direction)];
      if (rest <= length)
        return {
          x: startX + forwardX * rest,
          y: startY + forwardY * rest,
          normalX: forwardY,
          normalY: -forwardX
        };
      rest -= length;
      if (rest <= quarter) {
        const swept = direction + rest / radius;
        const pivotX = startX + forwardX * length - forwardY * radius;
        const pivotY = startY + forwardY * length + forwardX * radius;
        const [normalX, normalY] = [Math.sin(swept), -Math.cos(swept)];
        return { x: pivotX + normalX * radius, y: pivotY + normalY * radius, normalX, normalY };
      }
      rest -= quarter;
    }
    return { x: radius, y: 0, normalX: 0, normalY: -1 };
  };
}

/** Path data of a closed curve in `arcs` Bézier arcs, in whole units, relative to save room. */
function closedPath(curve: Curve, arcs: number): string {
  const step = 1 / arcs;
  const nudge = step / 1000;
  const knots = Array.from({ length: arcs + 1 }, (_, index) => {
    const t = (index % arcs) * step;
    const [before, at, after] = [curve(t - nudge), curve(t), curve(t + nudge)];
    const scale = step / (6 * nudge);
    return { at, handle: { x: (after.x - before.x) * scale, y: (after.y - before.y) * scale } };
  });
  const start = knots[0]!.at;
  let penX = Math.round(start.x);
  let penY = Math.round(start.y);
  let path = `M${penX} ${penY}c`;
  for (let index = 1; index < knots.length; index++) {
    const from = knots[index - 1]!;
    const to = knots[index]!;
    const corners = [
      { x: from.at.x + from.handle.x, y: from.at.y + from.handle.y },
      { x: to.at.x - to.handle.x, y: to.at.y - to.handle.y },
      to.at
    ].map(({ x, y }) => ({ x: Math.round(x), y: Math.round(y) }));
    path += corners.map(({ x, y }) => `${x - penX} ${y - penY}`).join(' ') + ' ';
    ({ x: penX, y: penY } = corners[2]!);
  }
  return `${path.trimEnd()}z`;
}

/** Numbers in [0, 1) that depend on the text alone (FNV-1a seeding Mulberry32). */
function randomFrom(text: string): () => number {
  let state = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) state = Math.imul(state ^ byte, 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
