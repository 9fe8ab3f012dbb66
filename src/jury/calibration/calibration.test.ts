import { describe, expect, it } from 'vitest';
import { criteriaOf, luxe, type AssessmentId, type Level } from '#referential';
import type { Actor } from '#people';
import { refusal, value } from '../testing.ts';
import { calibrate, openExemplar } from './calibrate.ts';
import { exemplars } from './exemplars.ts';
import { compare } from './model.ts';

const juror: Actor = {
  userId: 'j' as Actor['userId'],
  name: 'Mei Chen',
  email: 'mei@exemple.fr',
  grants: [{ role: 'juror', centreId: null }]
};

describe.each(exemplars)('$id', (exemplar) => {
  it('agrees a mark and its reason for every criterion of its assessment, in order', () => {
    expect(exemplar.marks.map(({ criterion }) => criterion)).toEqual(
      criteriaOf(luxe, exemplar.assessment as AssessmentId).map(({ id }) => id)
    );
  });

  it('uses the whole scale, so that it tells jurors apart', () => {
    expect(new Set(exemplar.marks.map(({ level }) => level))).toEqual(new Set([0, 1, 2, 3]));
  });

  it('quotes only what is in its texts', () => {
    const text = exemplar.texts
      .flatMap(({ paragraphs }) => paragraphs)
      .join(' ')
      .toLowerCase();
    for (const { reason } of exemplar.marks)
      for (const [, quoted] of reason.matchAll(/«\s(.+?)\s»/g))
        expect(text).toContain(quoted!.toLowerCase());
  });

  it('is opened without its agreed marks', () => {
    const open = value(openExemplar(juror, exemplar.id));
    expect(JSON.stringify(open)).not.toContain(exemplar.marks[0]!.reason);
  });
});

describe('the distance to agreed marks', () => {
  const [exemplar] = exemplars as [(typeof exemplars)[0]];
  const shifted = (by: number) =>
    new Map(
      exemplar.marks.map(({ criterion, level }) => [
        criterion,
        Math.min(3, Math.max(0, level + by)) as Level
      ])
    );

  it('is nothing for a juror who marks the same', () => {
    expect(compare(exemplar, shifted(0))).toMatchObject({
      same: exemplar.marks.length,
      near: 0,
      far: 0,
      leaning: 0
    });
  });

  it('tells the generous from the strict', () => {
    expect(compare(exemplar, shifted(1))!.leaning).toBeGreaterThan(0);
    expect(compare(exemplar, shifted(-1))!.leaning).toBeLessThan(0);
  });

  it('counts each criterion once', () => {
    const { same, near, far } = compare(
      exemplar,
      new Map(exemplar.marks.map(({ criterion }) => [criterion, 0 as Level]))
    )!;
    expect(same + near + far).toBe(exemplar.marks.length);
    expect(far).toBe(exemplar.marks.filter(({ level }) => level >= 2).length);
  });

  it('waits for every criterion, and says which are missing', () => {
    const { marks, id } = exemplar;
    const all = Object.fromEntries(marks.map(({ criterion }) => [criterion, '2']));
    expect(value(calibrate(juror, id, all)).gaps).toHaveLength(marks.length);
    const [{ criterion }] = marks as [(typeof marks)[0]];
    const answer = calibrate(juror, id, { ...all, [criterion]: '7' });
    expect(answer.ok ? {} : answer.error.fields).toHaveProperty([criterion]);
    expect(refusal(calibrate(null, id, all))).toBe('people.signed-out');
    expect(refusal(calibrate(juror, 'x', all))).toBe('jury.exemplar.unknown');
  });
});
