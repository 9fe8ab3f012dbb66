import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parisInstant, parisTime } from '#platform/clock.ts';
import { newId } from '#platform/ids.ts';
import { readLedger } from '#platform/ledger.ts';
import type { Result } from '#platform/result.ts';
import { testGround, type TestGround } from '#platform/testing.ts';
import { createSession, openMarking, readSessions, updateSession } from './actions.ts';
import { clashOf } from './clash.ts';
import { recordAttendance, reportIncident } from './day-actions.ts';
import { aCentre, aSession, refusal, someone, value } from './enrolment-testing.ts';
import { improveSession } from './improve-actions.ts';
import type { SessionFacts } from './model.ts';
import { addPanel, declareConflicts, removePanel } from './panel-actions.ts';
import { sessionsOn } from './ready-testing.ts';
import { saveSession } from './store.ts';
import { moveSitting, planSession } from './timetable-actions.ts';

let ground: TestGround;
beforeAll(async () => {
  ground = await testGround();
});
afterAll(() => ground.close());
const { aReadySession, countOf, factsOf } = sessionsOn(() => ground);

describe('opening a session', () => {
  const answers = { title: 'Session de mai', day: '2026-11-25', place: '12, place Vendôme' };

  test('twice with the same form makes one, and one line in the ledger', async () => {
    const centreId = await aCentre(ground);
    const manager = await someone(ground, 'manager');
    const form = { ...answers, id: newId(), centreId };
    const both = await Promise.all([form, form].map((f) => createSession(ground, manager, f)));
    expect(both.map(value)).toEqual([form.id, form.id]);
    expect(await countOf(form.id, 'session.create')).toBe(1);
    const listed = value(await readSessions(ground, manager));
    expect(listed.filter(({ id }) => id === form.id)).toHaveLength(1);
  });

  test('is refused on a day when its centre is not habilitated, and in no centre at all', async () => {
    const manager = await someone(ground, 'manager');
    const centreId = await aCentre(ground);
    const early = await createSession(ground, manager, { ...answers, centreId, day: '2025-12-31' });
    expect(early).toMatchObject({
      error: { code: 'session.habilitation', fields: { day: { fr: /pas habilité/ } } }
    });
    const nowhere = await createSession(ground, manager, { ...answers, centreId: newId() });
    expect(refusal(nowhere)).toBe('session.centre');
  });

  test.each([
    ['title', { title: '  ' }],
    ['title', { title: 'Session\u202e piégée' }],
    ['day', { day: '2026-02-30' }],
    ['day', { day: '2126-02-03' }],
    ['place', { place: '' }],
    ['centreId', { centreId: '' }]
  ])('says what is wrong with the %s of %j', async (field, wrong) => {
    const manager = await someone(ground, 'manager');
    const form = { ...answers, centreId: await aCentre(ground), ...wrong };
    const refused = await createSession(ground, manager, form);
    expect(refused).toMatchObject({ error: { code: 'form.invalid', fields: { [field]: {} } } });
  });
});

describe('changing a session', () => {
  test('keeps the hours of the plan on the new day, over the change of clocks too', async () => {
    const { sessionId, manager } = await aReadySession();
    const before = await factsOf(sessionId);
    const form = { title: 'Session de juin', day: '2027-06-16', place: before.place };
    value(await updateSession(ground, manager, sessionId, before.revision, form));
    const after = await factsOf(sessionId);
    expect(after).toMatchObject({ title: 'Session de juin', day: '2027-06-16' });
    const hours = ({ sittings }: SessionFacts) =>
      sittings.map(({ id, startsAt }) => [id, parisTime(startsAt)]).sort();
    expect(hours(after)).toEqual(hours(before));
    expect(after.sittings[0]!.startsAt).toEqual(parisInstant('2027-06-16', '08:30'));
  });

  test('is refused to a form that is older than the session', async () => {
    const { sessionId, manager } = await aSession(ground);
    const { revision, day, place } = await factsOf(sessionId);
    value(await updateSession(ground, manager, sessionId, revision, { title: 'Un', day, place }));
    const stale = await updateSession(ground, manager, sessionId, revision, {
      title: 'Deux',
      day,
      place
    });
    expect(refusal(stale)).toBe('session.stale');
    expect(await factsOf(sessionId)).toMatchObject({ title: 'Un' });
  });
});

describe('the plan', () => {
  test('needs candidates and panels first', async () => {
    const { sessionId, manager } = await aSession(ground);
    expect(refusal(await planSession(ground, manager, sessionId))).toBe('session.nothing-to-plan');
  });

  test('names those whom no panel may hear, and leaves the earlier plan in place', async () => {
    const { sessionId, manager, jurors, enrolments } = await aReadySession();
    const before = (await factsOf(sessionId)).sittings;
    const tie = [{ enrolmentId: enrolments[0]!.id, kind: 'trained' }];
    value(await declareConflicts(ground, jurors[0], sessionId, tie));
    expect(await planSession(ground, manager, sessionId)).toMatchObject({
      error: { code: 'session.unplaced', message: { fr: /Inès Belkacem/ } }
    });
    expect((await factsOf(sessionId)).sittings).toEqual(before);
  });

  test('refuses a lunch that ends before it begins', async () => {
    const { sessionId, manager } = await aReadySession();
    const form = { opensAt: '08:30', lunchFrom: '13:00', lunchUntil: '12:00' };
    expect(await planSession(ground, manager, sessionId, form)).toMatchObject({
      error: { code: 'form.invalid', fields: { lunchUntil: {} } }
    });
  });

  const hours = {
    opensAt: '08:30',
    closesAt: '19:00',
    lunchFrom: '12:00',
    lunchUntil: '14:00',
    lunchMinutes: '60',
    seconds: '10'
  };

  test('is replaced by a better one, which the ledger tells', async () => {
    const { sessionId, manager } = await aReadySession();
    const before = await factsOf(sessionId);
    const improved = value(
      await improveSession(ground, manager, sessionId, hours, { rounds: 100 })
    );
    expect(improved.bound).toBeLessThanOrEqual(improved.objective.total);
    const after = await factsOf(sessionId);
    expect(after.sittings).toHaveLength(before.sittings.length);
    expect(after.sittings.map(({ id }) => id)).not.toEqual(before.sittings.map(({ id }) => id));
    for (const sitting of after.sittings) expect(clashOf(sitting, after)).toBeUndefined();
    const { opensAt, closesAt, lunchFrom, lunchUntil } = hours;
    expect(after.hours).toEqual({ opensAt, closesAt, lunchFrom, lunchUntil, lunchMinutes: 60 });
    const [entry] = await readLedger(ground.db, { subject: sessionId, limit: 1 });
    expect(entry).toMatchObject({ action: 'session.plan', payload: { bound: improved.bound } });
  });

  test('stays when the search is given up, when the session changed meanwhile, or when none exists', async () => {
    const { sessionId, manager } = await aReadySession();
    const before = (await factsOf(sessionId)).sittings;
    const givenUp = await improveSession(ground, manager, sessionId, hours, {
      signal: AbortSignal.abort()
    });
    expect(refusal(givenUp)).toBe('session.search-cancelled');
    const short = { ...hours, closesAt: '12:00', lunchFrom: '09:00', lunchUntil: '10:30' };
    expect(await improveSession(ground, manager, sessionId, short)).toMatchObject({
      error: { code: 'session.no-plan', message: { fr: /\S/ } }
    });
    expect((await factsOf(sessionId)).sittings).toEqual(before);
    const { id, startsAt, panelId } = before.toSorted(
      (one, other) => other.startsAt.getTime() - one.startsAt.getTime()
    )[0]!;
    const time = parisTime(new Date(startsAt.getTime() + 60_000));
    let moved: ReturnType<typeof moveSitting> | undefined;
    const searched = await improveSession(ground, manager, sessionId, hours, {
      rounds: 1000,
      onProgress() {
        moved ??= moveSitting(ground, manager, sessionId, { sittingId: id, time, panelId });
      }
    });
    value(await moved!);
    expect(refusal(searched)).toBe('session.changed');
  });

  test('lets one sitting move to a free hour, and to no other', async () => {
    const { sessionId, manager, panelId } = await aReadySession();
    const { sittings, revision } = await factsOf(sessionId);
    const { id, enrolmentId } = sittings.find(({ assessmentId }) => assessmentId === 'MS1')!;
    const move = (time: string, panel: string = panelId) =>
      moveSitting(ground, manager, sessionId, { sittingId: id, time, panelId: panel });
    expect(refusal(await move('08:45'))).toBe('session.candidate-busy');
    for (const [time, panel] of [['25:00'], ['midi'], ['19:00', newId()]] as const)
      expect(refusal(await move(time, panel))).toBe('session.bad-move');
    // The candidate would have no lunch.
    expect(await move('12:45')).toMatchObject({
      error: { code: 'session.rule-of-the-day', message: { fr: /déjeuner.*Choisissez un autre/ } }
    });
    value(await move('18:05'));
    const after = await factsOf(sessionId);
    const moved = after.sittings.find((each) => each.id === id)!;
    expect([moved.enrolmentId, parisTime(moved.startsAt)]).toEqual([enrolmentId, '18:05']);
    expect(after.revision).toBeGreaterThan(revision);
  });
});

describe('opening the day', () => {
  test('is refused with the first obstacle, then done once', async () => {
    const { sessionId, manager, jurors, none } = await aReadySession(true);
    expect(await openMarking(ground, manager, sessionId)).toMatchObject({
      error: { code: 'session.not-ready', message: { fr: /n’a pas encore déclaré ses liens/ } }
    });
    for (const juror of jurors) value(await declareConflicts(ground, juror, sessionId, none));
    value(await openMarking(ground, manager, sessionId));
    expect(refusal(await openMarking(ground, manager, sessionId))).toBe('session.marking');
    expect(await countOf(sessionId, 'session.open-marking')).toBe(1);
  });

  test('settles title, panels and hours', async () => {
    const { sessionId, manager, panelId } = await aReadySession();
    value(await openMarking(ground, manager, sessionId));
    const { revision, sittings, title, day, place } = await factsOf(sessionId);
    const move = { sittingId: sittings[0]!.id, time: '20:00', panelId };
    const late: Result<unknown>[] = [
      await updateSession(ground, manager, sessionId, revision, { title, day, place }),
      await addPanel(ground, manager, sessionId, { name: 'Jury B', room: 'Salon Vert' }),
      await removePanel(ground, manager, sessionId, panelId),
      await planSession(ground, manager, sessionId),
      await moveSitting(ground, manager, sessionId, move)
    ];
    expect(late.map(refusal)).toEqual(late.map(() => 'session.marking'));
  });
});

describe('the day itself', () => {
  test('notes an incident once by a double click, about a candidate of the session only', async () => {
    const { sessionId, manager, enrolments } = await aReadySession();
    const form = {
      id: newId(),
      description: 'Coupure  de\ncourant',
      enrolmentId: enrolments[0]!.id
    };
    for (const each of [form, form]) value(await reportIncident(ground, manager, sessionId, each));
    expect((await factsOf(sessionId)).incidents).toMatchObject([
      { description: 'Coupure de courant', enrolmentId: enrolments[0]!.id }
    ]);
    const stranger = { description: 'Retard', enrolmentId: newId() };
    expect(refusal(await reportIncident(ground, manager, sessionId, stranger))).toBe(
      'session.unknown-person'
    );
    expect(refusal(await reportIncident(ground, manager, sessionId, { description: ' ' }))).toBe(
      'form.invalid'
    );
  });

  test('notes who came, again without effect, and lets an error be put right', async () => {
    const { sessionId, manager, panelId, jurors, enrolments } = await aReadySession();
    const candidate = { enrolmentId: enrolments[0]!.id };
    const juror = { panelId, jurorId: jurors[0].userId };
    for (const present of [true, true, false])
      value(await recordAttendance(ground, manager, sessionId, candidate, present));
    value(await recordAttendance(ground, manager, sessionId, juror, true));
    const facts = await factsOf(sessionId);
    expect(facts.enrolments.map(({ present }) => present)).toEqual([false, null]);
    expect(facts.panels[0]!.members.find((each) => each.jurorId === juror.jurorId)?.present).toBe(
      true
    );
    expect(await countOf(candidate.enrolmentId, 'session.attendance')).toBe(2);
    const nobody = await recordAttendance(
      ground,
      manager,
      sessionId,
      { enrolmentId: newId() },
      true
    );
    expect(refusal(nobody)).toBe('session.unknown-person');
  });

  test('is over once the session is closed', async () => {
    const { sessionId, manager, jurors, enrolments, none } = await aReadySession();
    await saveSession(ground.db, sessionId, { status: 'closed' });
    const who = { enrolmentId: enrolments[0]!.id };
    const late: Result<unknown>[] = [
      await reportIncident(ground, manager, sessionId, { description: 'Retard' }),
      await recordAttendance(ground, manager, sessionId, who, true),
      await declareConflicts(ground, jurors[0], sessionId, none)
    ];
    expect(late.map(refusal)).toEqual(late.map(() => 'session.closed'));
  });
});
