import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readPeople, type Actor } from '#people';
import { manualClock, parisInstant } from '#platform/clock.ts';
import { newId } from '#platform/ids.ts';
import { readLedger } from '#platform/ledger.ts';
import { ok, refuse } from '#platform/result.ts';
import { testGround, type TestGround } from '#platform/testing.ts';
import { readPdf } from '#platform/typeset/testing.ts';
import { convocationCalendar } from './calendar.ts';
import {
  openConvocation,
  sendConvocations,
  sessionConvocationsPdf
} from './convocation-actions.ts';
import { enrol, openEnrolment } from './enrolment-actions.ts';
import { aCentre, aSession, people, refusal, someone, value } from './enrolment-testing.ts';
import { panel, sitting } from './tables.ts';

const clock = manualClock(new Date('2026-11-02T09:00:00Z'));
let ground: TestGround;
beforeAll(async () => {
  ground = await testGround({ clock });
});
afterAll(() => ground.close());

/** Two candidates; the first is heard at 9:30 and 14:00, the second has no time yet. */
async function aPlannedSession() {
  const { sessionId, centreId, manager } = await aSession(ground);
  // One after the other, for candidates are numbered as they come.
  const first = await enrol(ground, manager, sessionId, people[0]!);
  const second = await enrol(ground, manager, sessionId, people[1]!);
  const panelId = newId();
  await ground.db
    .insert(panel)
    .values({ id: panelId, sessionId, name: 'Jury A', room: 'Salon Vendôme' });
  const enrolmentId = value(first).id;
  const at = (assessmentId: string, time: string) => ({
    id: newId(),
    sessionId,
    enrolmentId,
    assessmentId,
    panelId,
    startsAt: parisInstant('2026-11-25', time),
    preparationMinutes: 10,
    performanceMinutes: 15
  });
  await ground.db.insert(sitting).values([at('MS2', '14:00'), at('MS1', '09:30')]);
  return { sessionId, centreId, manager, enrolmentId, waiting: value(second).id };
}

describe('the calendar', () => {
  test('gives the hour of Paris, and each sitting a name that a new plan keeps', async () => {
    const { sessionId, manager, enrolmentId } = await aPlannedSession();
    const draw = async () =>
      convocationCalendar(
        value(await openConvocation(ground, manager, sessionId, enrolmentId, 'fr')),
        enrolmentId,
        'fr'
      );
    const lines = (text: string) => text.replace(/\r\n[ \t]/g, '').split('\r\n');
    const before = lines(await draw());
    expect(before).toContain('DTSTART:20261125T083000Z');
    expect(before).toContain('DTEND:20261125T085500Z');
    expect(before).toContain(`UID:${enrolmentId}-MS1@parchemin`);
    expect(before.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(2);
    clock.advance(3_600_000);
    const after = lines(await draw());
    const only = (name: string, text: string[]) =>
      text.filter((line) => line.startsWith(`${name}:`));
    expect(only('UID', after)).toEqual(only('UID', before));
    expect(only('SEQUENCE', after)[0]! > only('SEQUENCE', before)[0]!).toBe(true);
  });
});

describe('sending', () => {
  test('reaches who has a time, names who has none, and leaves a trace', async () => {
    const { sessionId, manager, enrolmentId } = await aPlannedSession();
    ground.letters.length = 0;
    const sending = value(await sendConvocations(ground, manager, sessionId));
    expect(sending).toEqual({ sent: 1, unplanned: ['Seán O’Brien'], failed: [] });
    const [letter] = ground.letters;
    expect(letter?.to).toBe('ines@exemple.fr');
    expect(letter?.text).toContain('25\u00a0novembre\u00a02026');
    const [pdf, calendar] = letter?.attachments ?? [];
    expect((await readPdf(pdf!.content as Uint8Array)).text).toContain('Inès Belkacem');
    expect(calendar?.content).toContain('BEGIN:VCALENDAR');
    const traces = async () =>
      (await readLedger(ground.db, { subject: enrolmentId })).filter(
        ({ action }) => action === 'convocation.send'
      ).length;
    expect(await traces()).toBe(1);
    value(await sendConvocations(ground, manager, sessionId, enrolmentId));
    expect([await traces(), ground.letters.length]).toEqual([2, 2]);
  });

  test('a letter that cannot leave is said, and recorded by nobody', async () => {
    const { sessionId, manager, enrolmentId, waiting } = await aPlannedSession();
    const silent = {
      ...ground,
      mail: { send: async () => refuse('mail.failed', 'Réessayez.', 'Try again.') }
    };
    expect(refusal(await sendConvocations(silent, manager, sessionId))).toBe('mail.failed');
    const flaky = { ...ground, mail: { send: async () => ok('sent' as const) } };
    expect(value(await sendConvocations(flaky, manager, sessionId, enrolmentId)).sent).toBe(1);
    expect(refusal(await sendConvocations(ground, manager, sessionId, waiting))).toBe(
      'convocation.nobody'
    );
  });

  test('is for who enrols in that centre', async () => {
    const { sessionId } = await aPlannedSession();
    for (const role of ['auditor', 'juror', 'candidate', 'accessibility-officer'] as const)
      expect(refusal(await sendConvocations(ground, await someone(ground, role), sessionId))).toBe(
        'people.forbidden'
      );
  });
});

test('a candidate reads their own convocation, staff of the centre every one, others none', async () => {
  const { sessionId, centreId, manager, enrolmentId, waiting } = await aPlannedSession();
  const open = (by: Actor | null, id: string = enrolmentId) =>
    openConvocation(ground, by, sessionId, id, 'fr');
  const { enrolment } = value(await openEnrolment(ground, manager, sessionId, enrolmentId));
  const [account] = await readPeople(ground.db, [enrolment.candidate.userId!]);
  const own: Actor = { ...account!, userId: account!.id };
  expect(value(await open(own))).toMatchObject({ name: 'Inès Belkacem', candidateNumber: 1 });
  expect(refusal(await open(own, waiting))).toBe('session.unknown');
  expect(refusal(await open(manager, waiting))).toBe('convocation.unplanned');
  const here = await someone(ground, 'centre-manager', centreId);
  expect(value(await open(here)).sittings).toHaveLength(2);
  const elsewhere = await someone(ground, 'centre-manager', await aCentre(ground, 'Ailleurs'));
  expect(refusal(await open(elsewhere))).toBe('session.unknown');
  expect(refusal(await open(await someone(ground, 'juror')))).toBe('people.forbidden');
  expect(refusal(await open(null))).toBe('people.signed-out');

  const all = value(await sessionConvocationsPdf(ground, manager, sessionId, 'fr'));
  expect((await readPdf(all)).text).toContain('Inès Belkacem');
});
