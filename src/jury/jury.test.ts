import { eq, sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { criteriaOf, luxe, type AssessmentId, type CriterionId, type Level } from '#referential';
import type { Actor } from '#people';
import { declareConflicts, removeJuror, reportIncident } from '#session';
import { certificationSession } from '#session/tables.ts';
import { newId } from '#platform/ids.ts';
import { readLedger, verifyLedger } from '#platform/ledger.ts';
import { ledgerEntry } from '#platform/tables.ts';
import { testGround, type TestGround } from '#platform/testing.ts';
import {
  currentMarks,
  handInSheet,
  observe,
  openSheet,
  readHandIns,
  readSheet,
  verifyObservations
} from './index.ts';
import { markingSession, refusal, value, type MarkingSession } from './testing.ts';

let ground: TestGround;
let session: MarkingSession;
let juror: Actor;
let other: Actor;

beforeAll(async () => {
  ground = await testGround();
  session = await markingSession(ground, { candidates: 3, jurors: 3 });
  [juror, other] = session.jurors as [Actor, Actor];
});
afterAll(() => ground.close());

let sequence = 0;
const mark = (criterion: string, level: Level | null, more: object = {}) => ({
  id: newId(),
  criterionId: criterion as CriterionId,
  level,
  comment: level === null ? 'Le client n’a pas parlé.' : '',
  madeAt: new Date(1_764_000_000_000 + sequence).toISOString(),
  sequence: (sequence += 1),
  ...more
});

const send = async (sitting: string, ...observations: object[]) =>
  value(await observe(ground, juror, sitting, { observations }));

const wholeSheet = (assessmentId: string) =>
  criteriaOf(luxe, assessmentId as AssessmentId).map(({ id }) => mark(id, 2));

const traces = async (id: string) =>
  (
    await ground.db
      .select({ place: ledgerEntry.place })
      .from(ledgerEntry)
      .where(sql`${ledgerEntry.payload}->>'observation' = ${id}`)
  ).length;

describe('marks that a device sends', () => {
  it('are received once, however often and in whatever order they are sent', async () => {
    const sitting = session.sitting(1, 'MS1');
    const ids = criteriaOf(luxe, 'MS1' as AssessmentId).map(({ id }) => id);
    const sendings = fc
      .array(fc.tuple(fc.constantFrom(...ids), fc.constantFrom<Level[]>(0, 1, 2, 3)), {
        minLength: 1,
        maxLength: 8
      })
      .map((taps) => taps.map(([id, level]) => mark(id, level)))
      .chain((marks) =>
        fc.tuple(
          fc.constant(marks),
          fc.array(fc.subarray(marks, { minLength: 1 }), { maxLength: 4 }),
          fc.shuffledSubarray(marks, { minLength: marks.length })
        )
      );
    await fc.assert(
      fc.asyncProperty(sendings, async ([marks, partial, all]) => {
        const before = await readSheet(ground.db, sitting, juror.userId);
        const receipts = await Promise.all(
          [...partial, all].map((batch) => send(sitting, ...batch))
        );
        expect(new Set(receipts.at(-1)!.received)).toEqual(new Set(marks.map(({ id }) => id)));
        const after = await readSheet(ground.db, sitting, juror.userId);
        expect(after).toHaveLength(before.length + marks.length);
        const current = currentMarks(after);
        for (const [criterionId, last] of currentMarks(marks))
          expect(current.get(criterionId)?.id).toBe(last.id);
        for (const { id } of marks) expect(await traces(id)).toBe(1);
      }),
      { numRuns: 12 }
    );
  });

  it('are taken or refused each on its own', async () => {
    const sitting = session.sitting(1, 'MS2');
    const good = mark('C4.1', 3);
    const offGrid = mark('C9.1', 3);
    const offScale = { ...mark('C4.2', 1), level: 7 };
    const receipt = await send(sitting, offGrid, good, offScale, 'not a mark' as never);
    expect(receipt.received).toEqual([good.id]);
    expect(receipt.refused.map(({ id }) => id).sort()).toEqual(
      ['', offGrid.id, offScale.id].sort()
    );
    expect(receipt.refused[0]?.message.fr).toContain('notez de nouveau');
  });

  it('are kept to the letter, comment included', async () => {
    const sitting = session.sitting(1, 'MS2');
    const told = mark('C4.3', 1, { comment: '  « Très » bien… 🥂\r\nà revoir ' });
    await send(sitting, told);
    const stored = (await readSheet(ground.db, sitting, juror.userId)).find(
      ({ id }) => id === told.id
    );
    expect(stored).toMatchObject({
      level: 1,
      comment: '« Très » bien… 🥂\nà revoir',
      madeAt: new Date(told.madeAt),
      reason: null
    });
  });

  it('keep the id of another juror’s mark out', async () => {
    const sitting = session.sitting(1, 'MS3');
    const mine = mark('C5.1', 2);
    await send(sitting, mine);
    const theirs = value(
      await observe(ground, other, sitting, { observations: [{ ...mine, level: 0 }] })
    );
    expect(theirs).toMatchObject({ received: [], refused: [{ id: mine.id }] });
    expect(await readSheet(ground.db, sitting, other.userId)).toEqual([]);
    expect(await traces(mine.id)).toBe(1);
  });

  it('never change under the same id', async () => {
    const sitting = session.sitting(1, 'MS3');
    const first = mark('C5.2', 2);
    await send(sitting, first);
    expect(await send(sitting, { ...first, level: 3 })).toMatchObject({
      received: [],
      refused: [{ id: first.id }]
    });
    const twice = mark('C5.3', 1);
    expect(await send(sitting, twice, { ...twice, level: 0 })).toMatchObject({
      received: [twice.id],
      refused: [{ id: twice.id }]
    });
  });

  it('stay apart when two jurors mark the same sitting at once', async () => {
    const sitting = session.sitting(2, 'MS4');
    await Promise.all(
      [juror, other].flatMap((who, place) =>
        criteriaOf(luxe, 'MS4' as AssessmentId).map(({ id }) =>
          observe(ground, who, sitting, { observations: [mark(id, place === 0 ? 3 : 1)] })
        )
      )
    );
    for (const [who, level] of [
      [juror, 3],
      [other, 1]
    ] as const) {
      const sheet = await readSheet(ground.db, sitting, who.userId);
      expect(sheet).toHaveLength(20);
      expect(new Set(sheet.map((each) => each.level))).toEqual(new Set([level]));
    }
  });

  it('are all taken, and traced in one chain, when several servers share a database', async () => {
    const sitting = session.sitting(3, 'MS4');
    // Each server has its own writer; a database seen through another object gets another one.
    const servers = [ground, 1, 2].map((each) =>
      each === ground ? ground : { ...ground, db: Object.create(ground.db) as TestGround['db'] }
    );
    const marks = Array.from({ length: 45 }, (_, n) => mark(n % 2 ? 'C6.1' : 'C7.1', 1));
    const acts = marks.map((each, n) =>
      observe(servers[n % 3]!, juror, sitting, { observations: [each] })
    );
    const incident = { description: 'Coupure de courant.' };
    const others = [1, 2, 3].map(() => reportIncident(ground, juror, session.facts.id, incident));
    const answers = (await Promise.all(acts)).map(value);
    expect((await Promise.all(others)).map(value)).toEqual(['reported', 'reported', 'reported']);
    expect(answers.flatMap(({ received }) => received).sort()).toEqual(
      marks.map(({ id }) => id).sort()
    );
    expect(await verifyLedger(ground.db)).toMatchObject({ valid: true });
  });

  it.each([
    ['no list', {}],
    ['an empty list', { observations: [] }],
    ['too long a list', { observations: Array.from({ length: 501 }, () => mark('C3.1', 1)) }],
    ['something else', { observations: [mark('C3.1', 1)], more: true }],
    ['nothing', null]
  ])('are refused together when the batch is %s', async (_, input) => {
    const sitting = session.sitting(1, 'MS1');
    expect(refusal(await observe(ground, juror, sitting, input))).toBe('jury.bad-batch');
  });
});

describe('a sheet is closed to', () => {
  const one = () => ({ observations: [mark('C3.1', 2)] });

  it('someone signed out, of another role, or of no panel', async () => {
    const sitting = session.sitting(1, 'MS1');
    const stranger = { ...juror, userId: newId<'user'>() };
    expect(refusal(await observe(ground, null, sitting, one()))).toBe('people.signed-out');
    expect(refusal(await observe(ground, session.manager, sitting, one()))).toBe(
      'people.forbidden'
    );
    expect(refusal(await observe(ground, stranger, sitting, one()))).toBe('jury.unknown');
    expect(refusal(await observe(ground, juror, newId(), one()))).toBe('jury.unknown');
    expect(refusal(await openSheet(ground, juror, '../etc'))).toBe('jury.unknown');
  });

  it('a juror who was removed, whose marks stay', async () => {
    const sitting = session.sitting(1, 'MS1');
    const removed = session.jurors[2]!;
    const before = value(await observe(ground, removed, sitting, one()));
    await removeJuror(ground, session.manager, session.facts.id, {
      panelId: session.panelId,
      jurorId: removed.userId
    });
    expect(refusal(await observe(ground, removed, sitting, one()))).toBe('jury.removed');
    expect(refusal(await handInSheet(ground, removed, sitting))).toBe('jury.removed');
    const kept = await readSheet(ground.db, sitting, removed.userId);
    expect(kept.map(({ id }) => id)).toEqual(before.received);
  });

  it('a juror who declares a tie, from that moment', async () => {
    const sitting = session.sitting(3, 'MS1');
    value(await observe(ground, other, sitting, one()));
    const enrolmentId = session.facts.enrolments[2]!.id;
    const declare = (kind: string) =>
      declareConflicts(ground, other, session.facts.id, [{ enrolmentId, kind }]);
    value(await declare('trained'));
    expect(refusal(await observe(ground, other, sitting, one()))).toBe('jury.conflict');
    expect(refusal(await openSheet(ground, other, sitting))).toBe('jury.conflict');
    value(await declare('none'));
    expect(value(await observe(ground, other, sitting, one())).received).toHaveLength(1);
  });

  it('every juror once the session deliberates', async () => {
    const sitting = session.sitting(3, 'MS1');
    const status = (to: 'marking' | 'deliberating') =>
      ground.db
        .update(certificationSession)
        .set({ status: to })
        .where(eq(certificationSession.id, session.facts.id));
    await status('deliberating');
    const late = mark('C3.2', 2);
    const receipt = await send(sitting, late);
    expect(receipt).toMatchObject({ received: [], refused: [{ id: late.id }] });
    expect(receipt.refused[0]?.message.fr).toContain('n’est pas ouverte');
    expect(refusal(await handInSheet(ground, juror, sitting))).toBe('jury.closed');
    await status('marking');
    expect((await send(sitting, late)).received).toEqual([late.id]);
  });

  it('a juror who has not said whether they know the candidate', async () => {
    const early = await markingSession(ground, { candidates: 1, jurors: 2, undeclared: true });
    const answer = await observe(ground, early.jurors[0]!, early.sitting(1, 'MS1'), one());
    expect(refusal(answer)).toBe('jury.undeclared');
  });
});

describe('handing in', () => {
  it('waits for every criterion, and says which are missing', async () => {
    const sitting = session.sitting(2, 'MS1');
    const [first, ...rest] = wholeSheet('MS1');
    await send(sitting, ...rest);
    const refused = await handInSheet(ground, juror, sitting);
    expect(refusal(refused)).toBe('jury.incomplete');
    expect(!refused.ok && refused.error.message.fr).toMatch(/: C3\.1\.$/);
    await send(sitting, { ...first!, level: null, comment: '' });
    expect(refusal(await handInSheet(ground, juror, sitting))).toBe('jury.incomplete');
    await send(sitting, mark('C3.1', null, { comment: 'Pas de téléphone.' }));
    expect(value(await handInSheet(ground, juror, sitting))).toBe('handed-in');
  });

  it('twice, or from two tabs at once, is done once', async () => {
    const sitting = session.sitting(2, 'MS2');
    await send(sitting, ...wholeSheet('MS2'));
    const answers = await Promise.all([1, 2, 3].map(() => handInSheet(ground, juror, sitting)));
    expect(answers.map(value)).toEqual(['handed-in', 'handed-in', 'handed-in']);
    const trace = await readLedger(ground.db, { subject: sitting });
    expect(trace.filter(({ action }) => action === 'jury.hand-in')).toHaveLength(1);
  });

  it('leaves a mark to be changed only with its reason', async () => {
    const sitting = session.sitting(2, 'MS3');
    await send(sitting, ...wholeSheet('MS3'));
    value(await handInSheet(ground, juror, sitting));
    const silent = await send(sitting, mark('C5.1', 0), mark('C5.2', 0, { reason: '   ' }));
    expect(silent.received).toEqual([]);
    expect(silent.refused[0]?.message.fr).toContain('donnez-en la raison');
    const told = mark('C5.1', 0, { reason: 'Erreur de ligne' });
    expect((await send(sitting, told)).received).toEqual([told.id]);
    const current = currentMarks(await readSheet(ground.db, sitting, juror.userId));
    expect(current.get(told.criterionId)).toMatchObject({
      level: 0,
      reason: 'Erreur de ligne'
    });
  });

  it('of an absent candidate is of an empty sheet, that stays empty', async () => {
    const sitting = session.sitting(3, 'MS2');
    value(await handInSheet(ground, juror, sitting, { absent: true }));
    const handIns = await readHandIns(ground.db, session.facts.id);
    expect(handIns.find((each) => each.sittingId === sitting)).toMatchObject({ absent: true });
    const receipt = await send(sitting, mark('C4.1', 2, { reason: 'Arrivé en retard' }));
    expect(receipt.refused[0]?.message.fr).toContain('absent');
    const begun = session.sitting(3, 'MS3');
    await send(begun, mark('C5.1', 2));
    expect(refusal(await handInSheet(ground, juror, begun, { absent: true }))).toBe(
      'jury.absent-with-marks'
    );
  });
});

describe('what is kept', () => {
  it.each(['observation', 'hand_in', 'ledger_entry'])(
    'in %s can be neither changed nor taken away',
    async (table) => {
      const name = sql.identifier(table);
      for (const statement of [
        sql`update ${name} set ${sql.identifier(table === 'ledger_entry' ? 'hash' : 'id')} = 'x'`,
        sql`delete from ${name}`,
        sql`truncate ${name} cascade`
      ])
        await expect(ground.db.execute(statement)).rejects.toThrow();
    }
  );

  it('is proved by a ledger that holds one entry for each mark', async () => {
    expect(await verifyLedger(ground.db)).toMatchObject({ valid: true });
    const report = await verifyObservations(ground.db, 7);
    expect(report).toMatchObject({ valid: true });
    expect(report.observations).toBeGreaterThan(60);
  });
});
