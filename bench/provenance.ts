/**
 * How fast are the sources of an answer's words read from its history?
 *
 *   node bench/provenance.ts [--edits 5000] [--runs 20] [--json]
 *
 * Writes a history as a candidate would (typing, corrections, passages of the assistant, pastes,
 * undos), reads the sources of all its words, and compares that, in the same run, with one full diff,
 * letter by letter, of the assistant's answer and the final text (the `diff` library): what a guess
 * without the history would cost. Each figure is the median of the runs, in milliseconds.
 */
import { parseArgs } from 'node:util';
import { diffChars } from 'diff';
import { replay } from '../src/exam/trace/edits.ts';
import { provenance } from '../src/exam/trace/provenance.ts';
import { sharesOf } from '../src/exam/trace/spans.ts';
import { answer, Hand } from '../src/exam/trace/testing.ts';

const { values } = parseArgs({
  options: {
    edits: { type: 'string', default: '5000' },
    runs: { type: 'string', default: '20' },
    json: { type: 'boolean', default: false }
  }
});
const wanted = Number(values.edits);

/** A small generator with a seed (mulberry32), so that every run reads the same history. */
let state = 2026;
function chance(): number {
  state = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
}
const below = (limit: number) => Math.floor(chance() * limit);

const syllables = ['ma', 'dé', 'li', 'hô', 'tel', 'sou', 'rei', 'vous ', 'de ', 'é', 'ri', 'e, '];
const prose = (length: number) =>
  Array.from({ length }, () => syllables[below(syllables.length)]).join('');
const drafts = [answer('a1', prose(600)), answer('a2', prose(400))];
const hand = new Hand({ answers: drafts });

while (hand.edits.length < wanted) {
  const turn = chance();
  const { text } = hand;
  const place = below(text.length + 1);
  const word = Math.min(below(12), text.length - place);
  if (turn < 0.004) {
    const draft = drafts[below(2)]!;
    const from = below(draft.text.length - 200);
    hand.edit(place, 0, draft.text.slice(from, from + 60 + below(140)), {
      kind: 'assistant',
      answerId: draft.id,
      from
    });
  } else if (turn < 0.006) hand.paste(prose(20));
  else if (turn < 0.05 && word > 0) {
    hand.edit(place, word, '', { kind: 'typed' });
    if (chance() < 0.4) hand.back(text);
  } else
    for (let letters = 3 + below(25), at = place; letters > 0; letters -= 1, at += 1)
      hand.edit(at, hand.text.length > 4_000 && at < hand.text.length ? 1 : 0, 'e', {
        kind: 'typed'
      });
}
const edits = hand.edits.slice(0, wanted);

function median(work: () => unknown): number {
  const times = Array.from({ length: Number(values.runs) }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)]!;
}

const spans = provenance(edits, { answers: drafts, documents: [] })['body']!;
const text = replay(edits)['body']!;
const report = {
  edits: edits.length,
  units: text.length,
  spans: spans.length,
  words: sharesOf(text, spans).words,
  provenanceMs: median(() => provenance(edits, { answers: drafts, documents: [] })),
  fullDiffMs: median(() => diffChars(drafts.map((each) => each.text).join('\n'), text))
};
if (values.json) console.log(JSON.stringify(report));
else
  console.log(
    `${report.edits} edits, ${report.units} units, ${report.spans} spans: ` +
      `provenance ${report.provenanceMs.toFixed(1)} ms, ` +
      `one full diff ${report.fullDiffMs.toFixed(1)} ms`
  );
