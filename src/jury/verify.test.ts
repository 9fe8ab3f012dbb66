import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { criteriaOf, luxe, type AssessmentId } from '#referential';
import { newId } from '#platform/ids.ts';
import { appendToLedger } from '#platform/ledger.ts';
import { testGround, type TestGround } from '#platform/testing.ts';
import { observe, verifyObservations } from './index.ts';
import { markingSession, value } from './testing.ts';

let ground: TestGround;
let ids: string[];

beforeAll(async () => {
  ground = await testGround();
  const session = await markingSession(ground, { candidates: 1, jurors: 2 });
  const observations = criteriaOf(luxe, 'MS1' as AssessmentId).map(({ id }, place) => ({
    id: newId(),
    criterionId: id,
    level: 2,
    madeAt: '2026-11-25T10:00:00.000Z',
    sequence: place + 1
  }));
  const sitting = session.sitting(1, 'MS1');
  ids = value(await observe(ground, session.jurors[0]!, sitting, { observations })).received;
});
afterAll(() => ground.close());

/** Someone with the keys of the database takes the guards off, changes something, and puts them back. */
async function tamper(...statements: ReturnType<typeof sql>[]): Promise<void> {
  for (const table of ['observation', 'ledger_entry'])
    await ground.db.execute(sql`alter table ${sql.identifier(table)} disable trigger user`);
  for (const statement of statements) await ground.db.execute(statement);
}

it('marks that nobody touched prove the ledger, and the ledger them', async () => {
  expect(await verifyObservations(ground.db, 3)).toEqual({
    valid: true,
    observations: ids.length
  });
});

it('a mark that was changed in place is named, whichever page it is on', async () => {
  for (const id of [ids[0]!, ids.at(-1)!]) {
    await tamper(sql`update observation set level = 3 where id = ${id}`);
    expect(await verifyObservations(ground.db, 3)).toMatchObject({
      valid: false,
      observation: id,
      reason: 'altered'
    });
    await tamper(sql`update observation set level = 2 where id = ${id}`);
  }
});

it('a mark that was taken away is named, and one that was slipped in', async () => {
  const id = ids[3]!;
  const stranger = newId();
  await tamper(
    sql`create table away as select * from observation where id = ${id}`,
    sql`delete from observation where id = ${id}`
  );
  expect(await verifyObservations(ground.db, 3)).toMatchObject({
    observation: id,
    reason: 'missing'
  });
  await tamper(
    sql`insert into observation select * from away`,
    sql`update away set id = ${stranger}`,
    sql`insert into observation select * from away`
  );
  expect(await verifyObservations(ground.db, 3)).toMatchObject({
    observation: stranger,
    reason: 'untraced'
  });
  await tamper(sql`delete from observation where id = ${stranger}`);
});

it('a mark that is traced twice is named', async () => {
  const [trace] = (
    (await ground.db.execute(
      sql`select actor, subject, payload from ledger_entry where payload->>'observation' = ${ids[5]!}`
    )) as unknown as {
      rows: { actor: string; subject: string; payload: Record<string, unknown> }[];
    }
  ).rows;
  await ground.db.transaction((tx) =>
    appendToLedger(tx, new Date(), [{ action: 'jury.observe', ...trace! }])
  );
  expect(await verifyObservations(ground.db, 3)).toMatchObject({
    observation: ids[5],
    reason: 'traced-twice'
  });
});
