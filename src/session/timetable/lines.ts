/** Things on as few lines as possible, none over another; each line in the order of the clock. */
export function onLines<Thing>(
  things: readonly Thing[],
  spanOf: (thing: Thing) => { from: number; to: number }
): Thing[][] {
  const lines: Thing[][] = [];
  for (const thing of things.toSorted((one, other) => spanOf(one).from - spanOf(other).from)) {
    const free = lines.find((line) => spanOf(line.at(-1)!).to <= spanOf(thing).from);
    if (free) free.push(thing);
    else lines.push([thing]);
  }
  return lines;
}
