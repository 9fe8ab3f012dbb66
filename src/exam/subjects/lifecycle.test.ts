import { describe, expect, test } from 'vitest';
import { bank } from './bank.ts';
import { isDrawable, isFrozen, lifecycleSchema, transition, type Lifecycle } from './lifecycle.ts';
import { revise } from './model.ts';

const draft: Lifecycle = { status: 'draft', author: 'Anne Lorry', authoredOn: '2026-11-02' };
const reviewed: Lifecycle = {
  ...draft,
  status: 'reviewed',
  reviewer: 'Karim Bonnal',
  reviewedOn: '2026-11-10'
};
const inUse: Lifecycle = { ...reviewed, status: 'in-use', firstUsedOn: '2026-11-25' };
const retired: Lifecycle = {
  ...inUse,
  status: 'retired',
  retiredOn: '2027-03-01',
  reason: 'Le sujet a circulé.'
};

describe('a subject', () => {
  test('goes from draft to reviewed, to use, to retirement, and keeps who did what', () => {
    const steps = [
      { kind: 'review', reviewer: 'Karim Bonnal', on: '2026-11-10' },
      { kind: 'use', on: '2026-11-25' },
      { kind: 'retire', on: '2027-03-01', reason: 'Le sujet a circulé.' }
    ] as const;
    let state: Lifecycle = draft;
    for (const step of steps) {
      const next = transition(state, step);
      if (!next.ok) throw new Error(next.error.message.fr);
      state = lifecycleSchema.parse(next.value);
    }
    expect(state).toEqual(retired);
  });

  test('is reviewed by a second person, however the author spells their name', () => {
    for (const reviewer of ['Anne Lorry', '  anne  LORRY '])
      expect(transition(draft, { kind: 'review', reviewer, on: '2026-11-10' })).toMatchObject({
        ok: false,
        error: { code: 'reviewer-is-author' }
      });
  });

  test('is given to many candidates: using it again changes nothing', () => {
    expect(transition(inUse, { kind: 'use', on: '2027-01-01' })).toEqual({
      ok: true,
      value: inUse
    });
  });

  test('goes back to its author before it is used, and never after', () => {
    expect(transition(reviewed, { kind: 'return' })).toEqual({ ok: true, value: draft });
    expect(transition(inUse, { kind: 'return' }).ok).toBe(false);
  });

  test('refuses any step out of its order, with a sentence in both languages', () => {
    const on = '2027-06-01';
    const refused = [
      transition(draft, { kind: 'use', on }),
      transition(draft, { kind: 'return' }),
      transition(draft, { kind: 'retire', on, reason: 'x' }),
      transition(reviewed, { kind: 'review', reviewer: 'Zoé', on }),
      transition(inUse, { kind: 'review', reviewer: 'Zoé', on }),
      transition(retired, { kind: 'use', on }),
      transition(retired, { kind: 'retire', on, reason: 'x' })
    ];
    for (const outcome of refused) {
      if (outcome.ok) throw new Error('accepted');
      expect(outcome.error.message.fr).toMatch(/^Ce sujet est .+\u00a0: .+\.$/);
      expect(outcome.error.message.en).toMatch(/^This subject is .+: .+\.$/);
    }
  });

  test('refuses a reviewer without a name, a retirement without a reason, a date too early', () => {
    const codes = [
      transition(draft, { kind: 'review', reviewer: ' ', on: '2026-11-10' }),
      transition(inUse, { kind: 'retire', on: '2027-03-01', reason: ' ' }),
      transition(draft, { kind: 'review', reviewer: 'Zoé', on: '2026-11-01' }),
      transition(reviewed, { kind: 'use', on: '2026-11-09' }),
      transition(inUse, { kind: 'retire', on: '2026-11-24', reason: 'x' })
    ].map((outcome) => (outcome.ok ? 'accepted' : outcome.error.code));
    expect(codes).toEqual([
      'reviewer-missing',
      'reason-missing',
      'dates-out-of-order',
      'dates-out-of-order',
      'dates-out-of-order'
    ]);
  });

  test('is drawn once reviewed, is immutable once used, and is corrected by a new version', () => {
    expect([draft, reviewed, inUse, retired].map(isDrawable)).toEqual([false, true, true, false]);
    expect([draft, reviewed, inUse, retired].map(isFrozen)).toEqual([false, false, true, true]);
    const used = { ...bank[0]!, lifecycle: inUse };
    const next = revise(used, 'Karim Bonnal', '2026-12-01');
    expect(next).toEqual({
      ...used,
      version: 2,
      lifecycle: { status: 'draft', author: 'Karim Bonnal', authoredOn: '2026-12-01' }
    });
    expect(used.lifecycle).toBe(inUse);
  });
});
