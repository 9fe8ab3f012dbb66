import { eq, sql, type SQL } from 'drizzle-orm';
import { unzipSync, strFromU8 } from 'fflate';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { refusal, value, type MarkingSession } from '#jury/testing.ts';
import {
  audit,
  issueCertificates,
  readCertificatePdf,
  readCredentialFile,
  verifyCertificate,
  verifyOwnFile
} from '#parchment';
import { civilDay } from '#platform/civil-day.ts';
import type { Actor, UserId } from '#people';
import { answerEdit } from '#exam/sitting/tables.ts';
import { candidate } from '#session/tables.ts';
import { deliberatingSession, drawUpAndSign } from '#verdict/testing.ts';
import { manualClock } from '#platform/clock.ts';
import { rows } from '#platform/database.ts';
import { testGround, type TestGround } from '#platform/testing.ts';
import { erasePerson } from './erase.ts';
import { dataOf, ownData } from './person.ts';
import { runRetention } from './retention.ts';

// A session of three is marked, deliberated and signed.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

const day = 86_400_000;
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

/** What anyone finds of a text in any table. */
async function found(text: string): Promise<string[]> {
  const tables = await rows<{ name: string }>(
    ground.db,
    sql`select table_name as name from information_schema.tables where table_schema = 'public'`
  );
  const holding: string[] = [];
  for (const { name } of tables)
    if (
      JSON.stringify(await rows(ground.db, sql`select * from ${sql.identifier(name)}`)).includes(
        text
      )
    )
      holding.push(name);
  return holding;
}

/** A candidate writes this in the body of their e-mail. */
const write = (number: number, inserted: string) =>
  ground.db.insert(answerEdit).values({
    sittingId: session.sitting(number, 'EC2'),
    place: 1,
    writer: 'tablette',
    seq: 1,
    field: 'body',
    at: 0,
    position: 0,
    removed: 0,
    inserted,
    origin: { kind: 'typed' },
    receivedAt: clock.now()
  });

test('a person takes all that is known of them, and nothing of others', async () => {
  const { userId } = await identityOf(1);
  await write(1, 'Chère Madame');
  await write(3, 'Chère Mademoiselle');
  const self: Actor = { ...session.manager, userId: userId as UserId, grants: [] };
  const { data, page } = read(value(await ownData(ground, self)));
  expect(data['identity']).toMatchObject([{ birthName: 'Belkacem' }]);
  expect(data['certificates']).toHaveLength(1);
  expect(data['results']).toMatchObject([{ outcome: 'awarded' }]);
  expect(data['papers']).toMatchObject([
    { assessmentId: 'EC2', texts: { body: 'Chère Madame' }, conversation: [] }
  ]);
  expect(data['acts']!.length).toBeGreaterThan(0);
  expect(page).toContain('Belkacem');
  for (const other of [await identityOf(2), await identityOf(3)]) {
    expect(JSON.stringify(data)).not.toContain(other.birthName);
    expect(page).not.toContain('Chère Mademoiselle');
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
  await write(2, 'Mots de la copie');
  expect(await found('Mots de la copie')).toEqual(['answer_edit']);
  expect(refusal(await erasePerson(ground, session.jurors[0]!, candidateOf(2)))).toBe(
    'people.forbidden'
  );
  for (let twice = 0; twice < 2; twice += 1)
    expect(value(await erasePerson(ground, session.manager, candidateOf(2)))).toBe('all');
  for (const words of [before.birthName, before.email, 'Mots de la copie'])
    expect(await found(words)).toEqual([]);
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
  expect(due).toMatchObject({ refused: 1, award: 1 });
  expect((await identityOf(3)).erasedAt).toBeNull();
  expect(await runRetention(ground)).toEqual(due);
  expect((await identityOf(3)).birthName).toBe('Effacé');
  expect(Object.values(await runRetention(ground)).every((count) => count === 0)).toBe(true);
  expect((await audit(ground.db)).valid).toBe(true);
});

describe('a holder who asked to be erased, once the award need not be answered for', () => {
  let number: string;
  let file: Uint8Array;
  let pdf: Uint8Array;

  /** Another session, whose one candidate is certified and takes the files away. */
  beforeAll(async () => {
    session = await deliberatingSession(ground, 1, () => 3, civilDay(clock.now()));
    await drawUpAndSign(ground, session);
    const { issued } = value(await issueCertificates(ground, session.manager, session.facts.id));
    number = issued[0]!;
    const credential = value(
      await readCredentialFile(ground, session.manager, number, 'credential.json')
    );
    file = Buffer.from(credential.content);
    ({ pdf } = value(await readCertificatePdf(ground, session.manager, number)));
  });

  const erasing = (change: SQL) =>
    ground.db.transaction(async (tx) => {
      await tx.execute(sql`select set_config('parchemin.erasing', 'on', true)`);
      await tx.execute(change);
    });

  test.each([
    ['another name', sql`update certificate set holder_name = 'Autre'`],
    ['another PDF', sql`update certificate set pdf = '\\x00'`],
    [
      'a name erased without its PDF',
      sql`update certificate set holder_name = 'Effacé', erased_at = now()`
    ],
    ['another day', sql`update certificate set awarded_on = '2020-01-01'`],
    [
      'another day changed with the name',
      sql`update certificate set holder_name = 'Effacé', pdf = '', erased_at = now(), awarded_on = '2020-01-01'`
    ],
    ['no certificate', sql`delete from certificate`],
    ['another credential', sql`update credential set content = 'x'`],
    ['half a credential', sql`update credential set content = ''`],
    ['another place', sql`update credential set content = '', jwt = '', place = place + 1`],
    ['no credential', sql`truncate credential`]
  ])('even while it erases, the database refuses %s', async (_, change) => {
    await expect(erasing(change)).rejects.toThrow();
    expect((await audit(ground.db)).valid).toBe(true);
  });

  test('nothing is erased without saying so', async () => {
    for (const change of [
      sql`update certificate set holder_name = 'Effacé', pdf = '', erased_at = now()`,
      sql`update credential set content = '', jwt = ''`
    ])
      await expect(ground.db.execute(change)).rejects.toThrow();
  });

  test('stays whole for five years, then leaves no name', async () => {
    const { manager } = session;
    const before = await identityOf(1);
    expect(value(await erasePerson(ground, manager, candidateOf(1)))).toBe('all-but-award');
    clock.advance(59 * 30 * day);
    expect(await runRetention(ground)).toMatchObject({ award: 0 });
    expect(value(await verifyCertificate(ground, number))).toMatchObject({
      holderName: expect.stringContaining(before.birthName) as string
    });
    clock.advance(3 * 31 * day);
    expect(await runRetention(ground)).toMatchObject({ award: 1 });
    for (const words of [before.birthName, before.email]) expect(await found(words)).toEqual([]);
    expect((await audit(ground.db)).valid).toBe(true);
    expect(await runRetention(ground)).toMatchObject({ award: 0 });
  });

  test('what the holder has in hand still verifies, and the number still answers', async () => {
    expect(value(await verifyCertificate(ground, number))).toMatchObject({
      state: 'valid',
      number,
      holderName: null,
      results: null
    });
    for (const bytes of [file, pdf])
      expect(value(await verifyOwnFile(ground, bytes))).toMatchObject({ valid: true, number });
    const altered = Buffer.concat([pdf, Buffer.from('\n')]);
    expect(value(await verifyOwnFile(ground, altered)).valid).toBe(false);
    const { manager } = session;
    for (const name of ['credential.json', 'credential.jwt', 'badge.png'])
      expect(refusal(await readCredentialFile(ground, manager, number, name))).toBe(
        'parchment.unknown'
      );
    expect(refusal(await readCertificatePdf(ground, manager, number))).toBe('parchment.unknown');
  });

  test('the audit names a name that was put back, and an erasure that nobody did', async () => {
    await ground.db.execute(sql`alter table certificate disable trigger user`);
    await ground.db.execute(sql`update certificate set erased_at = null where number = ${number}`);
    expect(await audit(ground.db)).toMatchObject({
      certificates: { valid: false, number, reason: 'erasure' }
    });
  });
});
