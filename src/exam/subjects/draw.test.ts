import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bank as shipped } from './bank.ts';
import { drawSubject, type Exposure } from './draw.ts';
import { subjectAssessments, type Subject } from './model.ts';

const reviewed = (subject: Subject): Subject => ({
  ...subject,
  lifecycle: {
    status: 'reviewed',
    author: 'Anne Lorry',
    authoredOn: '2026-11-02',
    reviewer: 'Karim Bonnal',
    reviewedOn: '2026-11-10'
  }
});
const bank = shipped.map(reviewed);

const candidates = fc.constantFrom('ana', 'bea', 'cid', 'dan');
const histories = fc.array(
  fc.record({
    candidate: candidates,
    subject: fc.constantFrom(...bank.map(({ id }) => id), 'sujet-disparu')
  }),
  { maxLength: 40 }
);
const draws = fc.record({
  candidate: candidates,
  assessment: fc.constantFrom(...subjectAssessments),
  history: histories,
  seed: fc.string()
});

const count = (history: readonly Exposure[], id: string) =>
  history.filter(({ subject }) => subject === id).length;

describe('the draw', () => {
  test('gives a subject of the assessment that the candidate never had, among the least given', () => {
    fc.assert(
      fc.property(draws, (draw) => {
        const left = bank.filter(
          ({ id, assessment }) =>
            assessment === draw.assessment &&
            !draw.history.some((past) => past.candidate === draw.candidate && past.subject === id)
        );
        const drawn = drawSubject({ ...draw, bank });
        if (!drawn.ok) return left.length === 0 && drawn.error.code === 'no-subject-left';
        const least = Math.min(...left.map(({ id }) => count(draw.history, id)));
        return left.includes(drawn.value) && count(draw.history, drawn.value.id) === least;
      })
    );
  });

  test('depends on the seed and the facts alone, not on the order of the bank or the history', () => {
    fc.assert(
      fc.property(
        draws.chain((draw) =>
          fc.record({
            draw: fc.constant(draw),
            bank: fc.shuffledSubarray(bank, { minLength: bank.length }),
            history: fc.shuffledSubarray(draw.history, { minLength: draw.history.length })
          })
        ),
        ({ draw, bank: mixed, history }) => {
          expect(drawSubject({ ...draw, bank: mixed, history })).toEqual(
            drawSubject({ ...draw, bank })
          );
        }
      )
    );
  });

  test('never gives a draft, a retired subject, or an old version', () => {
    expect(
      drawSubject({ candidate: 'ana', assessment: 'MS3', history: [], bank: shipped, seed: 's' }).ok
    ).toBe(false);
    const [first] = bank.filter(({ assessment }) => assessment === 'EC1');
    const second = { ...first!, version: 2 };
    for (const seed of ['a', 'b', 'c', 'd', 'e', 'f']) {
      const drawn = drawSubject({
        candidate: 'ana',
        assessment: 'EC1',
        history: [],
        bank: [second, first!],
        seed
      });
      expect(drawn).toEqual({ ok: true, value: second });
    }
  });

  test('never gives again, in a new version, a subject the candidate has had', () => {
    const [first] = bank.filter(({ assessment }) => assessment === 'EC1');
    const drawn = drawSubject({
      candidate: 'ana',
      assessment: 'EC1',
      history: [{ candidate: 'ana', subject: first!.id }],
      bank: [{ ...first!, version: 2 }],
      seed: 's'
    });
    expect(drawn).toMatchObject({ ok: false, error: { code: 'no-subject-left' } });
  });

  test('a whole session spreads the bank evenly: no subject is given twice before all are given once', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 60 }), (seed, size) => {
        const history: Exposure[] = [];
        for (let rank = 0; rank < size; rank += 1) {
          const candidate = `candidate-${rank}`;
          const drawn = drawSubject({ candidate, assessment: 'MS3', history, bank, seed });
          if (!drawn.ok) return false;
          history.push({ candidate, subject: drawn.value.id });
        }
        const counts = bank
          .filter(({ assessment }) => assessment === 'MS3')
          .map(({ id }) => count(history, id));
        return Math.max(...counts) - Math.min(...counts) <= 1;
      })
    );
  });

  test('is fair between equals: over many seeds each is drawn about as often', () => {
    const ids = bank.filter(({ assessment }) => assessment === 'MS3').map(({ id }) => id);
    const tally = new Map(ids.map((id) => [id, 0]));
    const runs = 7000;
    for (let run = 0; run < runs; run += 1) {
      const drawn = drawSubject({
        candidate: 'ana',
        assessment: 'MS3',
        history: [],
        bank,
        seed: `session-${run}`
      });
      if (drawn.ok) tally.set(drawn.value.id, tally.get(drawn.value.id)! + 1);
    }
    const fair = runs / ids.length;
    const chiSquare = [...tally.values()].reduce((sum, seen) => sum + (seen - fair) ** 2 / fair, 0);
    // 22.46 is the 0.999 quantile of chi-square with 6 degrees of freedom (7 cultures).
    expect(ids).toHaveLength(7);
    expect(chiSquare).toBeLessThan(22.46);
  });

  test('two candidates of one session do not draw alike', () => {
    const drawnBy = (candidate: string) =>
      Array.from({ length: 40 }, (_, run) => {
        const drawn = drawSubject({
          candidate,
          assessment: 'MS3',
          history: [],
          bank,
          seed: `session-${run}`
        });
        return drawn.ok ? drawn.value.id : '';
      });
    const [ana, bea] = [drawnBy('ana'), drawnBy('bea')];
    const alike = ana.filter((id, run) => id === bea[run]).length;
    expect(alike).toBeLessThan(20);
  });
});
