import { eq, sql } from 'drizzle-orm';
import { unzipSync, strFromU8 } from 'fflate';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { refusal, value, type MarkingSession } from '#jury/testing.ts';
import { audit, issueCertificates } from '#parchment';
import type { Actor, UserId } from '#people';
import { candidate } from '#session/tables.ts';
import { deliberatingSession, drawUpAndSign } from '#verdict/testing.ts';
import { manualClock } from '#platform/clock.ts';
import { testGround, type TestGround } from '#platform/testing.ts';
import { erasePerson } from './erase.ts';
import { dataOf, ownData } from './person.ts';
import { runRetention } from './retention.ts';

// A session of three is marked, deliberated and signed.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

const clock = manualClock(new Date('2026-11-25T07:00:00Z'));
let ground: TestGround;
let session: MarkingSession;

/** The first is certified; the second and the third are not. */
beforeAll(async () => {
  ground = await testGround({ clock });
  session = await deliberatingSession(ground, 3, (number, criterion) =>
    number > 1 && criterion === 'C2.1' ? 0 : 3
  );
  await drawUpAndSign(ground, session);
  value(await issueCertificates(ground, session.manager, session.facts.id));
});
afterAll(() => ground.close());

const candidateOf = (number: number) => session.facts.enrolments[number - 1]!.candidateId;
const identityOf = async (number: number) => {
  const [found] = await ground.db
    .select()
    .from(candidate)
    .where(eq(candidate.id, candidateOf(number)));
  return found!;
};
const read = (archive: Uint8Array) => {
  const files = unzipSync(archive);
  return {
    data: JSON.parse(strFromU8(files['donnees.json']!)) as Record<string, object[]>,
    page: strFromU8(files['donnees.html']!)
  };
};

test('a person takes all that is known of them, and nothing of others', async () => {
  const { userId } = await identityOf(1);
  const self: Actor = { ...session.manager, userId: userId as UserId, grants: [] };
  const { data, page } = read(value(await ownData(ground, self)));
  expect(data['identity']).toMatchObject([{ birthName: 'Belkacem' }]);
  expect(data['certificates']).toHaveLength(1);
  expect(data['results']).toMatchObject([{ outcome: 'awarded' }]);
  expect(data['acts']!.length).toBeGreaterThan(0);
  expect(page).toContain('Belkacem');
  for (const other of [await identityOf(2), await identityOf(3)]) {
    expect(JSON.stringify(data)).not.toContain(other.birthName);
    expect(page).not.toContain(other.email);
  }
  expect(read(value(await dataOf(ground, session.manager, candidateOf(1)))).data).toEqual(data);
  expect(refusal(await dataOf(ground, session.jurors[0]!, candidateOf(1)))).toBe(
    'people.forbidden'
  );
  expect(refusal(await ownData(ground, null))).toBe('people.signed-out');
});

test('a candidate who was not certified leaves no name, and the ledger holds', async () => {
  const before = await identityOf(2);
  expect(refusal(await erasePerson(ground, session.jurors[0]!, candidateOf(2)))).toBe(
    'people.forbidden'
  );
  for (let twice = 0; twice < 2; twice += 1)
    expect(value(await erasePerson(ground, session.manager, candidateOf(2)))).toBe('all');
  const tables = await ground.db.execute(
    sql`select table_name from information_schema.tables where table_schema = 'public'`
  );
  for (const { table_name: name } of (tables as unknown as { rows: { table_name: string }[] })
    .rows) {
    const kept = await ground.db.execute(sql.raw(`select * from "${name}"`));
    const text = JSON.stringify((kept as unknown as { rows: object[] }).rows);
    expect(text.includes(before.birthName), name).toBe(false);
    expect(text.includes(before.email), name).toBe(false);
  }
  expect((await audit(ground.db)).valid).toBe(true);
});

test('a holder keeps what proves the certification, and no more', async () => {
  expect(value(await erasePerson(ground, session.manager, candidateOf(1)))).toBe('all-but-award');
  expect((await identityOf(1)).birthName).toBe('Belkacem');
  expect((await audit(ground.db)).valid).toBe(true);
});

test('what is past its time goes, once; a dry run only counts', async () => {
  expect(await runRetention(ground, true)).toMatchObject({ refused: 0 });
  clock.advance(61 * 31 * 86_400_000);
  const due = await runRetention(ground, true);
  expect(due.refused).toBe(1);
  expect((await identityOf(3)).erasedAt).toBeNull();
  expect(await runRetention(ground)).toEqual(due);
  expect((await identityOf(3)).birthName).toBe('Effacé');
  expect((await identityOf(1)).birthName).toBe('Belkacem');
  expect(Object.values(await runRetention(ground)).every((count) => count === 0)).toBe(true);
  expect((await audit(ground.db)).valid).toBe(true);
});
