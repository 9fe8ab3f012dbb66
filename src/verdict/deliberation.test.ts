import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { handInSheet, observe } from '#jury';
import { markingSession, refusal, value } from '#jury/testing.ts';
import {
  declareConflicts,
  namePresident,
  recordAttendance,
  removeJuror,
  seatJuror
} from '#session';
import { newId } from '#platform/ids.ts';
import { testGround, type TestGround } from '#platform/testing.ts';
import { decide, openDeliberation } from './actions.ts';
import { computeResults } from './results.ts';
import { deliberatingSession, markCandidate, type Hand } from './testing.ts';
import { readDecisions } from './decisions.ts';

// Each test plays a whole day of marking.
vi.setConfig({ testTimeout: 120_000 });

let ground: TestGround;
beforeAll(async () => {
  ground = await testGround();
});
afterAll(() => ground.close());

const acquired: Hand = () => 2;
const reason = 'Relu ensemble, au vu des notes.';

describe('opening deliberation', () => {
  test('waits for every sheet, and names the juror and the candidate', async () => {
    const session = await markingSession(ground, { candidates: 2, jurors: 2 });
    await markCandidate(ground, session, 1, acquired);
    const early = await openDeliberation(ground, session.manager, session.facts.id);
    expect(refusal(early)).toBe('verdict.sheets-awaited');
    if (!early.ok) expect(early.error.message.fr).toContain('Awa Diallo');
    await markCandidate(ground, session, 2, acquired);
    expect(refusal(await openDeliberation(ground, session.jurors[1]!, session.facts.id))).toBe(
      'verdict.president-only'
    );
    value(await openDeliberation(ground, session.jurors[0]!, session.facts.id));
    expect(refusal(await openDeliberation(ground, session.manager, session.facts.id))).toBe(
      'session.deliberating'
    );
  });

  test('a candidate who did not come is awaited by nobody', async () => {
    const session = await markingSession(ground, { candidates: 2, jurors: 2 });
    await markCandidate(ground, session, 1, acquired);
    const second = session.facts.enrolments[1]!;
    value(
      await recordAttendance(
        ground,
        session.manager,
        session.facts.id,
        { enrolmentId: second.id },
        false
      )
    );
    value(await openDeliberation(ground, session.manager, session.facts.id));
    const { results } = await computeResults(ground.db, {
      ...session.facts,
      enrolments: session.facts.enrolments.map((each) =>
        each.id === second.id ? { ...each, present: false } : each
      )
    });
    const { outcome, competences } = results.get(second.id)!;
    expect(outcome).toBe('refused');
    expect(new Set(competences.map(({ verdict }) => verdict.state))).toEqual(new Set(['missed']));
  });

  test('a juror removed half-way leaves the sheets they handed in; the others need a new juror', async () => {
    const session = await markingSession(ground, { candidates: 1, jurors: 3 });
    const { facts, manager, jurors, panelId } = session;
    const [first, second, third] = jurors as [
      (typeof jurors)[0],
      (typeof jurors)[0],
      (typeof jurors)[0]
    ];
    await markCandidate(ground, { ...session, jurors: [first] }, 1, acquired);
    for (const { jurorId } of [{ jurorId: second.userId }, { jurorId: third.userId }])
      value(await removeJuror(ground, manager, facts.id, { panelId, jurorId }));
    const short = await openDeliberation(ground, manager, facts.id);
    expect(refusal(short)).toBe('verdict.short-handed');

    value(await seatJuror(ground, manager, facts.id, { panelId, jurorId: second.userId }));
    expect(refusal(await openDeliberation(ground, manager, facts.id))).toBe(
      'verdict.sheets-awaited'
    );
    await markCandidate(ground, { ...session, jurors: [second] }, 1, acquired);
    value(await removeJuror(ground, manager, facts.id, { panelId, jurorId: second.userId }));
    value(await openDeliberation(ground, manager, facts.id));
    const { results } = await computeResults(ground.db, facts);
    expect(results.get(facts.enrolments[0]!.id)?.outcome).toBe('awarded');
  });

  test('a sheet that was begun is awaited, even where enough are in', async () => {
    const session = await markingSession(ground, { candidates: 1, jurors: 3 });
    await markCandidate(ground, { ...session, jurors: session.jurors.slice(0, 2) }, 1, acquired);
    const sheet = session.sitting(1, 'MS1');
    const late = session.jurors[2]!;
    const [criterion] = session.facts.referential.competences.find(({ id }) =>
      session.facts.referential.assessments
        .find((each) => each.id === 'MS1')!
        .competences.includes(id)
    )!.criteria;
    value(
      await observe(ground, late, sheet, {
        observations: [
          {
            id: newId(),
            criterionId: criterion!.id,
            level: 3,
            madeAt: new Date().toISOString(),
            sequence: 1
          }
        ]
      })
    );
    expect(refusal(await openDeliberation(ground, session.manager, session.facts.id))).toBe(
      'verdict.sheets-awaited'
    );
    value(
      await removeJuror(ground, session.manager, session.facts.id, {
        panelId: session.panelId,
        jurorId: late.userId
      })
    );
    value(await openDeliberation(ground, session.manager, session.facts.id));
    const { results } = await computeResults(ground.db, session.facts);
    const marks = results
      .get(session.facts.enrolments[0]!.id)!
      .competences.flatMap((each) =>
        each.criteria.flatMap(({ outcome }) => (outcome.state === 'missing' ? [] : outcome.marks))
      );
    expect(marks.some(({ jurorId }) => jurorId === late.userId)).toBe(false);
    expect(await handInSheet(ground, late, sheet)).toMatchObject({ ok: false });
  });

  test('jurors who do not agree that the candidate came leave it to the panel', async () => {
    const session = await markingSession(ground, { candidates: 1, jurors: 2 });
    await markCandidate(ground, session, 1, acquired, (juror, id) => juror === 1 && id === 'MS1');
    value(await openDeliberation(ground, session.manager, session.facts.id));
    const { results } = await computeResults(ground.db, session.facts);
    const pending = results
      .get(session.facts.enrolments[0]!.id)!
      .competences.filter(({ verdict }) => verdict.state === 'pending');
    expect(pending.map(({ verdict }) => verdict)).toEqual(
      pending.map(() => ({ state: 'pending', why: 'attendance' }))
    );
    expect(pending.map(({ id }) => id)).toEqual(
      session.facts.referential.assessments.find(({ id }) => id === 'MS1')!.competences
    );
  });
});

describe('deciding', () => {
  const apart: Hand = (_, id, juror) => (id === 'C1.1' ? (juror === 0 ? 0 : 3) : 2);

  test('the president alone, with a reason, on what the session knows', async () => {
    const { facts, president, jurors, manager } = await deliberatingSession(ground, 1, apart);
    const enrolmentId = facts.enrolments[0]!.id;
    const word = { enrolmentId, target: 'C1.1', level: 2, reason };
    const asked = (actor: typeof manager | null, change: object = {}) =>
      decide(ground, actor, facts.id, { ...word, ...change });
    expect(refusal(await asked(null))).toBe('people.signed-out');
    expect(refusal(await asked(manager))).toBe('people.forbidden');
    expect(refusal(await asked(jurors[1]!))).toBe('verdict.president-only');
    expect(refusal(await asked(president, { reason: ' non ' }))).toBe('verdict.reason');
    expect(refusal(await asked(president, { reason: 'x'.repeat(2001) }))).toBe('verdict.reason');
    expect(refusal(await asked(president, { reason: `${reason}\u202e` }))).toBe('verdict.reason');
    expect(refusal(await asked(president, { level: 4 }))).toBe('verdict.target');
    expect(refusal(await asked(president, { level: undefined }))).toBe('verdict.target');
    expect(refusal(await asked(president, { target: 'C99.1' }))).toBe('verdict.target');
    expect(refusal(await asked(president, { target: 'C1' }))).toBe('verdict.target');
    expect(refusal(await asked(president, { enrolmentId: newId() }))).toBe('verdict.target');
    expect(await readDecisions(ground.db, facts.id)).toEqual([]);
    value(await asked(president));
    const { results } = await computeResults(ground.db, facts);
    expect(results.get(enrolmentId)?.outcome).toBe('awarded');
  });

  test('a double click says it once; another word replaces it, and both are kept', async () => {
    const { facts, president } = await deliberatingSession(ground, 1, apart);
    const word = { enrolmentId: facts.enrolments[0]!.id, target: 'C1.1', level: 2, reason };
    await Promise.all([1, 2, 3].map(() => decide(ground, president, facts.id, word)));
    expect(await readDecisions(ground.db, facts.id)).toHaveLength(1);
    value(await decide(ground, president, facts.id, { ...word, level: 0 }));
    const { history, decisions, results } = await computeResults(ground.db, facts);
    expect(history.map(({ level, sequence }) => [level, sequence])).toEqual([
      [2, 1],
      [0, 2]
    ]);
    expect(decisions.map(({ level }) => level)).toEqual([0]);
    expect(results.get(word.enrolmentId)?.outcome).toBe('refused');
  });

  test('a president with a tie to the candidate lets another juror preside', async () => {
    const { facts, president, jurors, manager } = await deliberatingSession(ground, 1, apart);
    const enrolmentId = facts.enrolments[0]!.id;
    const word = { enrolmentId, target: 'C1.1', level: 2, reason };
    value(await declareConflicts(ground, president, facts.id, [{ enrolmentId, kind: 'trained' }]));
    expect(refusal(await decide(ground, president, facts.id, word))).toBe('verdict.tied');
    value(await namePresident(ground, manager, facts.id, jurors[1]!.userId));
    expect(refusal(await decide(ground, president, facts.id, word))).toBe('verdict.president-only');
    value(await decide(ground, jurors[1]!, facts.id, word));
  });
});
