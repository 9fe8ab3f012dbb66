import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#people';
import { newId } from '#platform/ids.ts';
import { testGround, type TestGround } from '#platform/testing.ts';
import { openMarking } from './actions.ts';
import { aSession, refusal, someone, value } from './enrolment-testing.ts';
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

let ground: TestGround;
beforeAll(async () => {
  ground = await testGround();
});
afterAll(() => ground.close());
const { aReadySession, countOf, factsOf } = sessionsOn(() => ground);

describe('panels', () => {
  test('are added once by a double click, and never two of one name', async () => {
    const { sessionId, manager } = await aSession(ground);
    const form = { id: newId(), name: 'Jury A', room: 'Salon Bleu' };
    for (const each of [form, form]) value(await addPanel(ground, manager, sessionId, each));
    const twin = await addPanel(ground, manager, sessionId, { name: ' Jury  A ', room: 'Autre' });
    expect(twin).toMatchObject({ error: { code: 'session.panel-name', fields: { name: {} } } });
    expect((await factsOf(sessionId)).panels).toHaveLength(1);
  });

  test('change room, and name unless another bears it', async () => {
    const { sessionId, manager, panelId } = await aReadySession();
    value(await addPanel(ground, manager, sessionId, { name: 'Jury B', room: 'Salon Vert' }));
    const rename = (name: string, room: string) =>
      changePanel(ground, manager, sessionId, { id: panelId, name, room });
    expect(refusal(await rename('Jury B', 'Salon Rose'))).toBe('session.panel-name');
    value(await rename('Jury A', 'Salon Rose'));
    expect((await factsOf(sessionId)).panels[0]).toMatchObject({
      name: 'Jury A',
      room: 'Salon Rose'
    });
  });

  test('take their sittings and their president away with them', async () => {
    const { sessionId, manager, panelId } = await aReadySession();
    value(await removePanel(ground, manager, sessionId, panelId));
    value(await removePanel(ground, manager, sessionId, panelId));
    expect(await factsOf(sessionId)).toMatchObject({ panels: [], sittings: [], presidentId: null });
    expect(await countOf(sessionId, 'session.remove-panel')).toBe(1);
  });

  test('seat only a juror, and nobody twice in a session', async () => {
    const { sessionId, manager, panelId, jurors } = await aReadySession();
    const other = value(
      await addPanel(ground, manager, sessionId, { name: 'Jury B', room: 'Salon Vert' })
    );
    const seat = (panel: string, { userId }: Actor) =>
      seatJuror(ground, manager, sessionId, { panelId: panel, jurorId: userId });
    expect(refusal(await seat(other, await someone(ground, 'auditor')))).toBe(
      'session.not-a-juror'
    );
    expect(refusal(await seat(other, jurors[0]))).toBe('session.already-seated');
    expect(refusal(await seat(newId(), await someone(ground, 'juror')))).toBe(
      'session.unknown-panel'
    );
    value(await seat(panelId, jurors[0]));
    expect(await countOf(jurors[0].userId, 'session.seat-juror')).toBe(1);
  });

  test('have a president who sits, and lose it with the seat', async () => {
    const { sessionId, manager, panelId, jurors } = await aReadySession();
    const stranger = await someone(ground, 'juror');
    const named = await namePresident(ground, manager, sessionId, stranger.userId);
    expect(refusal(named)).toBe('session.president');
    const takeOff = { panelId, jurorId: jurors[0].userId };
    value(await removeJuror(ground, manager, sessionId, takeOff));
    value(await removeJuror(ground, manager, sessionId, takeOff));
    expect((await factsOf(sessionId)).presidentId).toBeNull();
    expect(await countOf(jurors[0].userId, 'session.remove-juror')).toBe(1);
  });

  test('replace a juror in the middle of the day, and take the first back later', async () => {
    const { sessionId, manager, panelId, jurors, none } = await aReadySession();
    value(await openMarking(ground, manager, sessionId));
    const [, leaver] = jurors;
    const substitute = await someone(ground, 'juror');
    const seat = (jurorId: string) => ({ panelId, jurorId });
    value(await removeJuror(ground, manager, sessionId, seat(leaver.userId)));
    value(await seatJuror(ground, manager, sessionId, seat(substitute.userId)));
    value(await declareConflicts(ground, substitute, sessionId, none));
    const members = async () =>
      (await factsOf(sessionId)).panels[0]!.members.map(({ jurorId, removed }) => [
        jurorId,
        removed
      ]);
    expect(await members()).toEqual(
      expect.arrayContaining([
        [leaver.userId, true],
        [substitute.userId, false]
      ])
    );
    // Who was taken off is a stranger to the session.
    expect(refusal(await declareConflicts(ground, leaver, sessionId, none))).toBe(
      'session.unknown'
    );
    value(await seatJuror(ground, manager, sessionId, seat(leaver.userId)));
    expect(await members()).toContainEqual([leaver.userId, false]);
  });

  test('do not seat, even then, someone tied to a candidate whom they hear', async () => {
    const { sessionId, manager, panelId, enrolments } = await aReadySession();
    const other = value(
      await addPanel(ground, manager, sessionId, { name: 'Jury B', room: 'Salon Vert' })
    );
    const tied = await someone(ground, 'juror');
    value(await seatJuror(ground, manager, sessionId, { panelId: other, jurorId: tied.userId }));
    const kinds = ['related', 'none'];
    const words = enrolments.map(({ id }, place) => ({ enrolmentId: id, kind: kinds[place]! }));
    value(await declareConflicts(ground, tied, sessionId, words));
    value(await removeJuror(ground, manager, sessionId, { panelId: other, jurorId: tied.userId }));
    const moved = await seatJuror(ground, manager, sessionId, { panelId, jurorId: tied.userId });
    expect(refusal(moved)).toBe('session.conflict');
  });
});

describe('a juror’s word', () => {
  test('is kept once, replaced by a later one, and traced each time it changes', async () => {
    const { sessionId, jurors, enrolments, none } = await aReadySession();
    const [first] = enrolments;
    value(await declareConflicts(ground, jurors[0], sessionId, none));
    expect(await countOf(first!.id, 'session.declare-conflict')).toBe(2);
    const later = [{ enrolmentId: first!.id, kind: 'trained' }];
    value(await declareConflicts(ground, jurors[0], sessionId, later));
    expect(await countOf(first!.id, 'session.declare-conflict')).toBe(3);
    const { conflicts } = await factsOf(sessionId);
    expect(
      conflicts.filter(
        (each) => each.jurorId === jurors[0].userId && each.enrolmentId === first!.id
      )
    ).toMatchObject([{ kind: 'trained' }]);
  });

  test.each([
    ['nothing', () => []],
    ['an unknown kind', (id: string) => [{ enrolmentId: id, kind: 'friend' }]],
    ['a candidate of another session', () => [{ enrolmentId: newId(), kind: 'none' }]]
  ])('is refused whole when it says %s', async (_, words) => {
    const { sessionId, jurors, enrolments } = await aReadySession(true);
    const good = { enrolmentId: enrolments[0]!.id, kind: 'none' };
    const bad = words(enrolments[1]!.id);
    const sent = bad.length > 0 ? [good, ...bad] : bad;
    const refused = await declareConflicts(ground, jurors[0], sessionId, sent);
    expect(refusal(refused)).toBe('session.declaration');
    expect((await factsOf(sessionId)).conflicts).toEqual([]);
  });
});
