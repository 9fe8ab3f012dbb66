import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { rows } from './database.ts';
import { testGround } from './testing.ts';

test('two test grounds share nothing', async () => {
  const [one, other] = await Promise.all([testGround(), testGround()]);
  await one.db
    .execute(sql`insert into centre (id, name, address, city, postal_code, habilitated_from, created_at)
    values ('c', 'Centre', '1 rue', 'Paris', '75001', '2026-01-01', now())`);
  const count = async (ground: typeof one) =>
    (await rows<{ n: number }>(ground.db, sql`select count(*)::int as n from centre`))[0]?.n;
  expect(await count(one)).toBe(1);
  expect(await count(other)).toBe(0);
  await one.close();
  await other.close();
});
