import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { permissions, roles, type Actor, type Permission, type Role } from '#people';
import { newId } from '#platform/ids.ts';
import { ok, refuse, type Result } from '#platform/result.ts';
import { testGround, type TestGround } from '#platform/testing.ts';
import { openMarking, readSessions, updateSession } from './actions.ts';
import { recordAttendance, reportIncident } from './day-actions.ts';
import { enrol } from './enrolment-actions.ts';
import { aCentre, aSession, people, refusal, someone, value } from './enrolment-testing.ts';
import { onSession, openFacts } from './guards.ts';
import {
  addPanel,
  changePanel,
  declareConflicts,
  namePresident,
  removeJuror,
  removePanel,
  seatJuror
} from './panel-actions.ts';
import { sessionsOn } from './ready-testing.ts';
import { saveSession } from './store.ts';
import { delaySession } from './delay-actions.ts';
import { improveSession } from './improve-actions.ts';
import { moveSitting, planSession } from './timetable-actions.ts';

let ground: TestGround;
beforeAll(async () => {
  ground = await testGround();
});
afterAll(() => ground.close());
const { aReadySession, countOf, factsOf } = sessionsOn(() => ground);

describe('who may', () => {
  const asked: readonly [
    Permission,
    (actor: Actor | null, id: string) => Promise<Result<unknown>>
  ][] = [
    ['session.manage', (by, id) => updateSession(ground, by, id, 1, {})],
    ['session.manage', (by, id) => openMarking(ground, by, id)],
    ['panel.manage', (by, id) => addPanel(ground, by, id, {})],
    ['panel.manage', (by, id) => changePanel(ground, by, id, {})],
    ['panel.manage', (by, id) => removePanel(ground, by, id, newId())],
    ['panel.manage', (by, id) => seatJuror(ground, by, id, { panelId: '', jurorId: '' })],
    ['panel.manage', (by, id) => removeJuror(ground, by, id, { panelId: '', jurorId: '' })],
    ['panel.manage', (by, id) => namePresident(ground, by, id, '')],
    ['timetable.manage', (by, id) => planSession(ground, by, id, { opensAt: 'x' })],
    ['timetable.manage', (by, id) => improveSession(ground, by, id, {})],
    ['timetable.manage', (by, id) => delaySession(ground, by, id, {})],
    [
      'timetable.manage',
      (by, id) => moveSitting(ground, by, id, { sittingId: '', time: '', panelId: '' })
    ],
    ['incident.report', (by, id) => reportIncident(ground, by, id, {})],
    ['attendance.record', (by, id) => recordAttendance(ground, by, id, { enrolmentId: '' }, true)],
    ['conflict.declare', (by, id) => declareConflicts(ground, by, id, [])],
    ['session.read', (by, id) => openFacts(ground, by, 'session.read', id)]
  ];
  /** Refused at the door: the role does not allow it, or the session is not theirs to know of. */
  const shut = (result: Result<unknown>): boolean =>
    !result.ok && /^(people\.|session\.unknown$)/.test(result.error.code);

  test.each(roles)('%s does what the permission table says, and nothing more', async (role) => {
    const { sessionId, centreId } = await aSession(ground);
    const bound = role === 'centre-manager' ? centreId : null;
    const actor = await someone(ground, role, bound);
    for (const [right, act] of asked) {
      const allowed: readonly Role[] = permissions[right];
      // A juror of no panel of this session is a stranger to it.
      const opens = role !== 'juror' && allowed.includes(role);
      expect(shut(await act(actor, sessionId)), `${role} ${right}`).toBe(!opens);
    }
  });

  test('nobody signed out does anything', async () => {
    const { sessionId } = await aSession(ground);
    for (const [, act] of asked)
      expect(refusal(await act(null, sessionId))).toBe('people.signed-out');
  });

  test('a centre manager acts and reads in their own centre alone', async () => {
    const { sessionId, centreId } = await aSession(ground);
    const elsewhere = await aCentre(ground, 'Centre Bellecour');
    const [own, other] = [
      await someone(ground, 'centre-manager', centreId),
      await someone(ground, 'centre-manager', elsewhere)
    ];
    const note = { description: 'Retard du train' };
    value(await reportIncident(ground, own, sessionId, note));
    expect(refusal(await reportIncident(ground, other, sessionId, note))).toBe('session.unknown');
    const listed = async (actor: Actor) => value(await readSessions(ground, actor));
    expect(await listed(own)).toMatchObject([{ id: sessionId, candidates: 0 }]);
    expect(await listed(other)).toEqual([]);
  });

  test('a seat on a panel opens what is a juror’s, not what another role opens elsewhere', async () => {
    const { sessionId, jurors } = await aReadySession();
    const elsewhere = await aCentre(ground, 'Centre Bellecour');
    const both: Actor = {
      ...jurors[0],
      grants: [
        ...jurors[0].grants,
        { role: 'centre-manager', centreId: elsewhere as Actor['grants'][number]['centreId'] }
      ]
    };
    expect(refusal(await openFacts(ground, both, 'enrolment.read', sessionId))).toBe(
      'session.unknown'
    );
    value(await openFacts(ground, both, 'deliberation.read', sessionId));
    const candidate = { ...people[2]!, email: 'autre@exemple.fr' };
    expect(refusal(await enrol(ground, both, sessionId, candidate))).toBe('session.unknown');
    value(await reportIncident(ground, both, sessionId, { description: 'Retard' }));
  });

  test('a session that does not exist is said so, whatever is asked for it', async () => {
    const manager = await someone(ground, 'manager');
    for (const id of [newId(), 'x', '\u0000'])
      expect(refusal(await openFacts(ground, manager, 'session.read', id))).toBe('session.unknown');
  });
});

describe('an intent on a session', () => {
  test('leaves nothing behind when it ends in a refusal, or in an accident', async () => {
    const { sessionId, manager } = await aSession(ground);
    const before = await factsOf(sessionId);
    const attempt = (end: () => Promise<Result<'done'>>) =>
      onSession(ground, manager, 'session.manage', sessionId, ['preparing'], async (tx) => {
        await saveSession(tx, sessionId, { title: 'À moitié' });
        return end();
      });
    expect(refusal(await attempt(async () => refuse('test.no', 'Non.', 'No.')))).toBe('test.no');
    await expect(attempt(() => Promise.reject(new Error('power cut')))).rejects.toThrow(
      'power cut'
    );
    expect(await factsOf(sessionId)).toEqual(before);
    value(await attempt(async () => ok('done')));
    expect((await factsOf(sessionId)).title).toBe('À moitié');
  });

  test('waits for the one before: two that each count on the same state do not both pass', async () => {
    const { sessionId, manager } = await aReadySession();
    const both = await Promise.all([1, 2].map(() => openMarking(ground, manager, sessionId)));
    expect(both.filter(({ ok: done }) => done)).toHaveLength(1);
    expect(await countOf(sessionId, 'session.open-marking')).toBe(1);
  });
});
