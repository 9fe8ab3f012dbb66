import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { luxe, type AssessmentId, type CriterionId, type Level } from '#referential';
import { currentMarks, isComplete, observationSchema, sheetGaps, sheetLines } from './model.ts';

const criteria = ['C1.1', 'C1.2', 'C1.3'] as CriterionId[];

/** Marks of one sheet as devices make them: ids are unique, sequences may meet (two tablets). */
const marks = fc.uniqueArray(
  fc.record({
    id: fc.uuid({ version: 7 }),
    criterionId: fc.constantFrom(...criteria),
    level: fc.constantFrom<(Level | null)[]>(0, 1, 2, 3, null),
    sequence: fc.integer({ min: 1, max: 6 })
  }),
  { selector: ({ id }) => id, maxLength: 30 }
);

const entries = (map: ReadonlyMap<CriterionId, unknown>) =>
  [...map].sort(([a], [b]) => (a < b ? -1 : 1));

describe('the current marks of a sheet', () => {
  it('do not depend on the order in which marks arrive', () => {
    fc.assert(
      fc.property(
        marks.chain((all) =>
          fc.tuple(
            fc.constant(all),
            fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length })
          )
        ),
        ([all, shuffled]) => {
          expect(entries(currentMarks(shuffled))).toEqual(entries(currentMarks(all)));
        }
      )
    );
  });

  it('do not change when marks arrive again', () => {
    fc.assert(
      fc.property(
        marks.chain((all) => fc.tuple(fc.constant(all), fc.subarray(all))),
        ([all, again]) => {
          expect(entries(currentMarks([...again, ...all, ...again]))).toEqual(
            entries(currentMarks(all))
          );
        }
      )
    );
  });

  it('are those of both devices put together, however their marks interleave', () => {
    fc.assert(
      fc.property(marks, marks, (tablet, phone) => {
        const merged = currentMarks([
          ...currentMarks(tablet).values(),
          ...currentMarks(phone).values()
        ]);
        expect(entries(merged)).toEqual(entries(currentMarks([...phone, ...tablet])));
      })
    );
  });

  it('hold, for each criterion, a mark that none exceeds', () => {
    fc.assert(
      fc.property(marks, (all) => {
        const current = currentMarks(all);
        expect(new Set(current.keys())).toEqual(new Set(all.map((each) => each.criterionId)));
        for (const each of all) {
          const held = current.get(each.criterionId)!;
          expect(held.sequence).toBeGreaterThanOrEqual(each.sequence);
          if (held.sequence === each.sequence) expect(held.id >= each.id).toBe(true);
        }
      })
    );
  });
});

describe('a sheet', () => {
  const lines = sheetLines(luxe, 'MS4' as AssessmentId);
  const full = new Map(lines.criterionIds.map((id) => [id, { level: 2 as const, comment: '' }]));

  it('of MS4 has the twenty criteria of C6, C7 and C8', () => {
    expect(lines.criterionIds).toHaveLength(20);
    expect(lines.criterionIds[0]).toBe('C6.1');
    expect(lines.criterionIds.at(-1)).toBe('C8.6');
  });

  it('is complete when every criterion has its mark', () => {
    expect(isComplete(sheetGaps(lines, full))).toBe(true);
    const without = new Map(full);
    without.delete('C7.2' as CriterionId);
    expect(sheetGaps(lines, without)).toEqual({ unmarked: ['C7.2'], uncommented: [] });
  });

  it('wants a comment where « non observé » was chosen', () => {
    const unseen = (comment: string) =>
      new Map<CriterionId, { level: Level | null; comment: string }>(full).set(
        'C8.6' as CriterionId,
        { level: null, comment }
      );
    expect(sheetGaps(lines, unseen('')).uncommented).toEqual(['C8.6']);
    expect(isComplete(sheetGaps(lines, unseen('Le client est parti.')))).toBe(true);
  });
});

describe('a mark from a device', () => {
  const valid = {
    id: '01934b2a-7c00-7000-8000-000000000001',
    criterionId: 'C6.1',
    level: 2,
    madeAt: '2026-11-25T10:00:00.000Z',
    sequence: 1
  };

  it('has a comment that a database and a print can hold, whatever was typed', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 0xffff }), { maxLength: 60 }), (units) => {
        const { comment } = observationSchema.parse({
          ...valid,
          comment: String.fromCharCode(...units)
        });
        expect(comment.isWellFormed()).toBe(true);
        expect(comment).not.toMatch(/(?!\n)\p{Cc}/u);
        expect(comment).toBe(comment.normalize('NFC').trim());
      })
    );
    expect(observationSchema.parse({ ...valid, comment: '\ud800 oui\u0000' }).comment).toBe(
      '\ufffd oui'
    );
  });

  it.each([
    ['a level off the scale', { level: 4 }],
    ['a level as text', { level: '2' }],
    ['no level', { level: undefined }],
    ['an id of another form', { id: 'x' }],
    ['an id in capitals, which would be another id', { id: valid.id.toUpperCase() }],
    ['a sequence that does not count', { sequence: 0 }],
    ['a date that does not exist', { madeAt: '2026-02-30T10:00:00Z' }],
    ['a year that no clock shows', { madeAt: '0000-06-01T10:00:00Z' }],
    ['a member that is not known', { jurorId: 'another' }]
  ])('is refused with %s', (_, change) => {
    expect(observationSchema.safeParse({ ...valid, ...change }).success).toBe(false);
  });

  it('is taken from a tablet whose clock is wrong', () => {
    for (const madeAt of ['1970-01-01T00:00:00.000Z', '2099-12-31T23:59:59+14:00'])
      expect(observationSchema.safeParse({ ...valid, madeAt }).success).toBe(true);
  });
});
