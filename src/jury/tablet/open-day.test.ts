import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#people';
import { criteriaOf, luxe, type AssessmentId } from '#referential';
import { declareConflicts } from '#session';
import { newId } from '#platform/ids.ts';
import { testGround, type TestGround } from '#platform/testing.ts';
import { handInSheet, observe, openDay, readHeldSheet, readJurorSheet } from '../index.ts';
import { markingSession, refusal, value, type MarkingSession } from '../testing.ts';
import { isOver, revive, sheetOf, type TabletDay } from './day.ts';

let ground: TestGround;
let session: MarkingSession;
let juror: Actor;
let other: Actor;
const tablet = crypto.randomUUID();

beforeAll(async () => {
  ground = await testGround();
  session = await markingSession(ground, { candidates: 2, jurors: 2 });
  [juror, other] = session.jurors as [Actor, Actor];
});
afterAll(() => ground.close());

const mark = (criterionId: string) => ({
  id: newId(),
  criterionId,
  level: 2,
  comment: '',
  madeAt: new Date().toISOString(),
  sequence: 1
});

const open = async (actor = juror, name: string = tablet) =>
  value(await openDay(ground, actor, { tablet: name }, 'fr'));

describe('opening the day', () => {
  it('gives every sheet of the day as its own page would, with the juror’s marks alone', async () => {
    const sittingId = session.sitting(1, 'MS1');
    value(await observe(ground, juror, sittingId, { observations: [mark('C3.1')] }));
    value(await observe(ground, other, sittingId, { observations: [mark('C3.2')] }));
    const { day } = await open();
    expect(day.sheets).toHaveLength(session.facts.sittings.length);
    for (const { sittingId: id } of day.sheets)
      expect(sheetOf(day, id)).toMatchObject(value(await readJurorSheet(ground, juror, id, 'fr')));
    expect(sheetOf(day, sittingId)!.marks.map(({ criterionId }) => criterionId)).toEqual(['C3.1']);
  });

  it('finds its times again after it has travelled', async () => {
    const { day } = await open();
    const travelled = revive(JSON.parse(JSON.stringify(day)) as TabletDay);
    expect(travelled.sessions[0]!.sittings).toEqual(day.sessions[0]!.sittings);
  });

  it('gives a juror the same secret again on the same tablet, and no one else’s', async () => {
    const first = await open();
    expect((await open()).secret).toBe(first.secret);
    expect((await open(juror, crypto.randomUUID())).secret).not.toBe(first.secret);
    expect((await open(other)).secret).not.toBe(first.secret);
    expect(Buffer.from(first.secret, 'base64')).toHaveLength(32);
  });

  it('is for jurors', async () => {
    expect(refusal(await openDay(ground, null, { tablet }, 'fr'))).toBe('people.signed-out');
    expect(refusal(await openDay(ground, session.manager, { tablet }, 'fr'))).toBe(
      'people.forbidden'
    );
    expect(refusal(await openDay(ground, juror, { tablet: 'x' }, 'fr'))).toBe('jury.bad-tablet');
  });

  it('leaves out a candidate with whom the juror has a tie', async () => {
    const enrolment = session.facts.enrolments.find(({ number }) => number === 2)!;
    const tie = [{ enrolmentId: enrolment.id, kind: 'trained' }];
    value(await declareConflicts(ground, other, session.facts.id, tie));
    const { day } = await open(other);
    expect(day.sheets.every(({ candidate }) => candidate.number === 1)).toBe(true);
    expect(JSON.stringify(day.sheets)).not.toContain(enrolment.birthName);
  });

  it('is over once each sheet has been received', async () => {
    const { day } = await open(other);
    expect(isOver(day)).toBe(false);
    for (const { sittingId, grid } of day.sheets) {
      const assessmentId = grid.split(' ')[1] as AssessmentId;
      const observations = criteriaOf(luxe, assessmentId).map(({ id }) => mark(id));
      value(await observe(ground, other, sittingId, { observations }));
      value(await handInSheet(ground, other, sittingId));
    }
    expect(isOver((await open(other)).day)).toBe(true);
  });
});

it('a tablet that was away reads what the server holds of its juror’s sheet', async () => {
  const sittingId = session.sitting(1, 'MS3');
  const sent = mark('C5.1');
  value(await observe(ground, juror, sittingId, { observations: [sent] }));
  const held = value(await readHeldSheet(ground, juror, sittingId, 'fr'));
  expect(held).toMatchObject({ marks: [{ id: sent.id }], handedIn: null });
  expect(refusal(await readHeldSheet(ground, null, sittingId, 'fr'))).toBe('people.signed-out');
});
