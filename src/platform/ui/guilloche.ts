/**
 * Line drawing of engravers: a closed wave around a circle. Laid several times, each turned a
 * little, it weaves into a guilloche.
 */
export interface Ring {
  radius: number;
  /** Half the height of the wave; may pass through the centre. */
  amplitude: number;
  /** How many waves around the circle. */
  lobes: number;
  /** How many times the ring is laid. */
  turns: number;
}

/**
 * The SVG path of one ring around the origin, r(θ) = radius + amplitude · cos(lobes · θ), drawn as
 * Hermite curves through eight points a lobe: the eye sees no difference from the true curve.
 */
export function ringPath({ radius, amplitude, lobes }: Ring): string {
  const count = lobes * 8;
  const step = (2 * Math.PI) / count;
  const at = (index: number) => {
    const angle = index * step;
    const r = radius + amplitude * Math.cos(lobes * angle);
    const slope = -amplitude * lobes * Math.sin(lobes * angle);
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    return { x: r * cos, y: r * sin, dx: slope * cos - r * sin, dy: slope * sin + r * cos };
  };
  const write = (...values: number[]) => values.map((value) => value.toFixed(1)).join(' ');

  let path = `M${write(at(0).x, at(0).y)}`;
  for (let index = 0; index < count; index += 1) {
    const [from, to] = [at(index), at(index + 1)];
    path += `C${write(
      from.x + (from.dx * step) / 3,
      from.y + (from.dy * step) / 3,
      to.x - (to.dx * step) / 3,
      to.y - (to.dy * step) / 3,
      to.x,
      to.y
    )}`;
  }
  return `${path}Z`;
}

/** The angles, in degrees, at which a ring is laid so that its waves interleave evenly. */
export const ringTurns = ({ lobes, turns }: Ring): number[] =>
  Array.from({ length: turns }, (_, turn) => (360 / lobes) * (turn / turns));
