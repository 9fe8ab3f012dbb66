import { describe, expect, it } from 'vitest';
import { replay, type Edit, type Origin } from './edits.ts';
import { timeline } from './timeline.ts';

const edits: Edit[] = [];
const write = (at: number, inserted: string, origin: Origin = { kind: 'typed' }) => {
  const seq = edits.length + 1;
  edits.push({ seq, field: 'body', at, position: 0, removed: 0, inserted, origin });
};
write(1_000, 'a');
write(2_000, 'b');
write(9_000, 'c');
write(9_500, 'd', { kind: 'pasted' });
write(10_000, 'e', { kind: 'pasted' });
write(10_500, 'f');
for (let at = 11_000; at <= 26_000; at += 1_000) write(at, '.');

describe('the timeline of an answer', () => {
  const frames = timeline(edits);

  it('joins what was written without a rest, and says how long the rest was', () => {
    expect(frames[0]).toEqual({ edits: 2, at: 2_000, happening: 'writing', pauseMs: 1_000 });
    expect(frames[1]).toEqual({ edits: 3, at: 9_000, happening: 'writing', pauseMs: 7_000 });
  });

  it('shows each paste by itself', () => {
    expect(frames.slice(2, 4).map(({ happening }) => happening)).toEqual(['pasted', 'pasted']);
  });

  it('cuts a long stretch of writing', () => {
    expect(frames.slice(4).map(({ at }) => at)).toEqual([25_000, 26_000]);
  });

  it('ends with the whole answer', () => {
    expect(replay(edits.slice(0, frames.at(-1)!.edits))).toEqual(replay(edits));
    expect(timeline([])).toEqual([]);
  });

  it('never goes back in time when the clocks of two devices differ', () => {
    const [first, second] = edits as [Edit, Edit];
    const frames = timeline([
      { ...first, at: 60_000 },
      { ...second, at: 5_000 }
    ]);
    expect(frames.map(({ at }) => at)).toEqual([60_000]);
  });
});

describe('the timeline of a journey', () => {
  const journey: Edit[] = [];
  const change = (field: string, removed: number, inserted: string, position = 0) =>
    journey.push({
      seq: journey.length + 1,
      field,
      at: 500 * (journey.length + 1),
      position,
      removed,
      inserted,
      origin: { kind: 'typed' }
    });
  change('stages', 0, '1');
  change('stage-1.name', 0, 'L');
  change('stage-1.name', 0, '’', 1);
  change('stages', 0, ',2', 1);
  change('stages', 3, '2,1');
  change('stages', 2, '');

  it('shows each stage that comes, moves or goes by itself', () => {
    expect(timeline(journey).map(({ happening, edits }) => [happening, edits])).toEqual([
      ['stage-added', 1],
      ['writing', 3],
      ['stage-added', 4],
      ['stage-moved', 5],
      ['stage-removed', 6]
    ]);
  });
});
