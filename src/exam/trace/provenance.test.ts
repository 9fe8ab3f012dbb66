import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bank } from '../subjects/bank.ts';
import { changeBetween, cutsPair, type Edit, type Origin } from './edits.ts';
import { documentTexts, type Material } from './material.ts';
import { provenance } from './provenance.ts';
import { sharesOf, type Span } from './spans.ts';
import { answer, Hand } from './testing.ts';

const draft = 'Nous serions honorés de vous recevoir de nouveau.';
const material: Material = {
  answers: [answer('a1', draft), answer('a2', 'Avec toute notre considération,', 90_000)],
  documents: [{ id: 'cardex', title: 'Fiche', text: 'Mme **Ruiz** aime les  pivoines blanches.' }]
};

/** The spans of a text as [origin, words] pairs. */
function told(hand: Hand, field = hand.field): [string, string][] {
  const spans = provenance(hand.edits, material)[field] ?? [];
  return spans.map(({ origin, from, to }) => [origin, hand.texts[field]!.slice(from, to)]);
}
const hand = () => new Hand(material);

describe('where words come from', () => {
  it('what is typed is the candidate’s', () => {
    expect(told(hand().type('Chère Madame'))).toEqual([['candidate', 'Chère Madame']]);
  });

  it('an inserted answer is the assistant’s, and words put between stay the candidate’s', () => {
    const wrote = hand().insert('a1').type('très ', 'serions ');
    expect(told(wrote)).toEqual([
      ['assistant', 'Nous serions '],
      ['candidate', 'très '],
      ['assistant', 'honorés de vous recevoir de nouveau.']
    ]);
  });

  it('a word of the assistant in which a letter changes is edited, as a whole', () => {
    const wrote = hand().insert('a1').remove('s de').type('e de', 'honoré');
    expect(told(wrote)).toEqual([
      ['assistant', 'Nous serions '],
      ['assistant-edited', 'honorée'],
      ['candidate', ' de'],
      ['assistant', ' vous recevoir de nouveau.']
    ]);
  });

  it('a word of the assistant that lost letters is edited; one whose neighbour went is not', () => {
    expect(told(hand().insert('a1').remove('re'))).toContainEqual(['assistant-edited', 'cevoir']);
    expect(told(hand().insert('a1').remove('serions '))).toEqual([
      ['assistant', draft.replace('serions ', '')]
    ]);
  });

  it('a paste that repeats a passage of an answer is the assistant’s', () => {
    expect(told(hand().paste('de vous  recevoir\nde nouveau'))).toEqual([
      ['assistant', 'de vous  recevoir\nde nouveau']
    ]);
  });

  it('an answer that was not yet asked for gave nothing', () => {
    expect(told(hand().paste('toute notre considération'))).toEqual([
      ['pasted', 'toute notre considération']
    ]);
  });

  it('a paste that repeats the dossier is the dossier’s; any other is a paste', () => {
    expect(told(hand().paste('Mme Ruiz aime les pivoines').paste(' Lorem ipsum'))).toEqual([
      ['dossier', 'Mme Ruiz aime les pivoines'],
      ['pasted', ' Lorem ipsum']
    ]);
  });

  it('an insertion that says what no answer says is a paste', () => {
    const wrote = hand().edit(0, 0, 'Venu d’ailleurs', {
      kind: 'assistant',
      answerId: 'a1',
      from: 0
    });
    expect(told(wrote)).toEqual([['pasted', 'Venu d’ailleurs']]);
  });

  it('words that are cut and pasted keep their source, from one text to another too', () => {
    const wrote = hand().type('Votre séjour parmi nous. ').insert('a1').remove('Votre séjour');
    wrote.field = 'subject';
    wrote.paste('Votre séjour').type(', ').paste('honorés');
    expect(told(wrote)).toEqual([
      ['candidate', 'Votre séjour, '],
      ['assistant', 'honorés']
    ]);
  });

  it('an undo brings words back with the source that they had', () => {
    const wrote = hand().type('Chère Madame, ').insert('a1');
    const before = told(wrote);
    const { text } = wrote;
    wrote.remove('Madame, Nous serions ').back(text);
    expect(told(wrote)).toEqual(before);
    wrote.backspace('recevoir').back(text);
    expect(told(wrote)).toEqual(before);
  });

  it('the return to an earlier version brings all its words back with their sources', () => {
    const wrote = hand().type('Chère Madame, ').insert('a1').paste(' Lorem ipsum');
    const before = told(wrote);
    const { text } = wrote;
    wrote.remove('Madame').type('Awa', 'Chère ').backspace('recevoir').type(' !').remove('Lorem');
    expect(told(wrote.back(text))).toEqual(before);
  });

  it('an insertion is found even where two texts alone cannot say which of two letters came', () => {
    const wrote = hand().type('un N');
    const { position, inserted } = changeBetween('un N', 'un Nous N')!;
    expect(inserted).toBe('ous N');
    wrote.edit(position, 0, inserted, { kind: 'assistant', answerId: 'a1', from: 0 });
    expect(told(wrote)).toEqual([
      ['candidate', 'un '],
      ['assistant', 'Nous '],
      ['candidate', 'N']
    ]);
  });

  it('a checkpoint changes only what differs, whose source is unknown', () => {
    const wrote = hand().type('Chère Madame, ').insert('a1');
    const { text } = wrote;
    wrote.edit(0, text.length, text.replace('Madame', 'Monsieur'), { kind: 'checkpoint' });
    expect(told(wrote)).toEqual([
      ['candidate', 'Chère M'],
      ['unknown', 'onsieur'],
      ['candidate', ', '],
      ['assistant', draft]
    ]);
  });

  it('what the candidate copies from a real dossier is found', () => {
    const subject = bank.find(({ id }) => id === 'ec2-hotel-chateau')!;
    const documents = documentTexts(subject.candidate.documents);
    expect(documents).toHaveLength(subject.candidate.documents.length);
    const passage = documents[0]!.text
      .replace(/[*|#>_]/g, '')
      .replace(/\s+/g, ' ')
      .slice(20, 60);
    const spans = provenance(new Hand().paste(passage).edits, { answers: [], documents });
    expect(spans['body']).toEqual([
      { origin: 'dossier', documentId: documents[0]!.id, from: 0, to: passage.length }
    ]);
  });

  it('words are counted by source', () => {
    const wrote = hand().type('Chère Madame, ').insert('a1').remove('evoir').paste(' Lorem ipsum');
    const spans = provenance(wrote.edits, material)['body']!;
    expect(sharesOf(wrote.text, spans)).toEqual({
      words: 12,
      candidate: 2,
      assistant: 7,
      'assistant-edited': 1,
      dossier: 0,
      pasted: 2,
      unknown: 0
    });
  });
});

/** A hand guided by chance: any change of any origin, on two texts, with emoji and repetitions. */
const letters = fc.string({
  unit: fc.constantFrom('a', 'b', 'é', ' ', '’', '\n', '😀', '😁'),
  minLength: 1,
  maxLength: 6
});
const kinds = ['typed', 'pasted', 'assistant', 'replaced', 'undo', 'checkpoint'] as const;
const step = fc.record({
  kind: fc.constantFrom(...kinds),
  field: fc.constantFrom('body', 'closing'),
  place: fc.double({ min: 0, max: 1, noNaN: true }),
  removed: fc.double({ min: 0, max: 1, noNaN: true }),
  text: letters
});
const steps = fc.array(step, { maxLength: 40 });
const chance: Material = {
  answers: [answer('x', 'ab é😀’ab')],
  documents: [{ id: 'd', title: 'd', text: 'ba ab😁' }]
};

function write(walk: readonly (typeof step extends fc.Arbitrary<infer S> ? S : never)[]): Hand {
  const hand = new Hand(chance);
  const past: Record<string, string[]> = {};
  for (const { kind, field, place, removed, text } of walk) {
    hand.field = field;
    const now = hand.text;
    const at = whole(now, Math.floor(place * now.length));
    const end = whole(now, at + Math.floor(removed * removed * (now.length - at)));
    if (kind === 'undo') {
      const earlier = past[field]?.pop();
      if (earlier !== undefined && earlier !== now) hand.back(earlier);
      continue;
    }
    (past[field] ??= []).push(now);
    if (kind === 'assistant') hand.edit(at, end - at, 'ab é', { kind, answerId: 'x', from: 0 });
    else if (kind === 'checkpoint') hand.edit(0, now.length, now.slice(0, at) + text, { kind });
    else hand.edit(at, end - at, text, { kind });
  }
  return hand;
}
const whole = (text: string, offset: number) => offset - (cutsPair(text, offset) ? 1 : 0);

describe('spans, over any history', () => {
  it('cover each text exactly, in order, and cut no character', () => {
    fc.assert(
      fc.property(steps, (walk) => {
        const { edits, texts } = write(walk);
        const spans = provenance(edits, chance);
        expect(Object.keys(spans).sort()).toEqual(Object.keys(texts).sort());
        for (const [field, text] of Object.entries(texts)) covers(text, spans[field]!);
      }),
      { numRuns: 500 }
    );
  });

  it('give back what they gave before, when everything since is undone', () => {
    fc.assert(
      fc.property(steps, steps, (walk, more) => {
        const hand = write(walk);
        hand.field = 'body';
        const before = provenance(hand.edits, chance);
        const undo: Edit[] = [];
        for (const { place, removed, text } of more) {
          const now = hand.text;
          const at = whole(now, Math.floor(place * now.length));
          const end = whole(now, at + Math.floor(removed * (now.length - at)));
          const taken = now.slice(at, end);
          hand.edit(at, end - at, text, { kind: 'typed' });
          undo.push({ ...hand.edits.at(-1)!, position: at, removed: text.length, inserted: taken });
        }
        for (const { position, removed, inserted } of undo.reverse())
          hand.edit(position, removed, inserted, { kind: 'undone' });
        expect(provenance(hand.edits, chance)['body'] ?? []).toEqual(before['body'] ?? []);
      }),
      { numRuns: 300 }
    );
  });

  it('agree with a count letter by letter, where nothing comes back', () => {
    fc.assert(
      fc.property(steps, (walk) => {
        const hand = new Hand(chance);
        let sources: string[] = [];
        for (const { kind, place, removed } of walk) {
          const now = hand.text;
          const at = Math.floor(place * now.length);
          const end = at + Math.floor(removed * (now.length - at));
          // Words of one letter apart: no word of the assistant is ever cut.
          const [text, origin, source] = plain[kind];
          hand.edit(at, end - at, text, origin);
          sources = sources.toSpliced(at, end - at, ...Array(text.length).fill(source));
        }
        const spans = provenance(hand.edits, chance)['body'] ?? [];
        expect(spans.flatMap(({ from, to, origin }) => Array(to - from).fill(origin))).toEqual(
          sources
        );
      })
    );
  });
});

const typed: [string, Origin, string] = ['., ', { kind: 'typed' }, 'candidate'];
const plain: Record<(typeof kinds)[number], [string, Origin, string]> = {
  typed,
  undo: typed,
  replaced: typed,
  checkpoint: typed,
  pasted: ['!?', { kind: 'pasted' }, 'pasted'],
  assistant: ['’', { kind: 'assistant', answerId: 'x', from: 6 }, 'assistant']
};

function covers(text: string, spans: readonly Span[]) {
  let at = 0;
  for (const { from, to } of spans) {
    expect(from).toBe(at);
    expect(to).toBeGreaterThan(from);
    expect(cutsPair(text, to)).toBe(false);
    at = to;
  }
  expect(at).toBe(text.length);
}
