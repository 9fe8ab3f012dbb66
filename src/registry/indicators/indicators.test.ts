import readSheets from 'read-excel-file/node';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { refusal, value, type MarkingSession } from '#jury/testing.ts';
import { deliberatingSession, drawUpAndSign } from '#verdict/testing.ts';
import { testGround, type TestGround } from '#platform/testing.ts';
import { openIndicators } from './actions.ts';
import { indicatorsCsv, indicatorsXlsx } from './sheets.ts';

// A session of six candidates is marked, deliberated and signed.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

let ground: TestGround;
let session: MarkingSession;
beforeAll(async () => {
  ground = await testGround();
  session = await deliberatingSession(ground, 6, (candidate, criterion) =>
    candidate === 6 && criterion === 'C2.1' ? 0 : 3
  );
});
afterAll(() => ground.close());

test('figures come with signed minutes, and say nothing of the one who failed', async () => {
  const open = async () => value(await openIndicators(ground, session.manager, 'fr'));
  expect((await open()).sessions).toBe(0);
  await drawUpAndSign(ground, session);
  const board = await open();
  expect(board.sessions).toBe(1);
  // Six came and five were awarded: showing both would tell that one failed.
  expect([board.total.enrolled, board.total.presented, board.total.awarded]).toEqual([6, 6, null]);
  const table = (name: string) => board.tables.find(({ breakdown }) => breakdown === name)!;
  expect(table('centre').rows.map(({ name }) => name)).toEqual(['Maison Vendôme Formation']);
  expect(table('competence').rows).toHaveLength(12);
  expect(table('competence').rows[1]).toMatchObject({
    id: 'C2',
    counts: { presented: 6, awarded: null }
  });
  expect(table('competence').rows[0]).toMatchObject({ counts: { presented: 6, awarded: 6 } });
  expect(refusal(await openIndicators(ground, session.jurors[0]!, 'fr'))).toBe('people.forbidden');
});

test('the files say what the page says', async () => {
  const board = value(await openIndicators(ground, session.manager, 'fr'));
  const csv = indicatorsCsv(board, 'fr');
  expect(csv).toContain('"Ensemble";"";"6";"6";""');
  expect(csv).toContain('"Par compétence";"C2";"";"6";""');
  const sheets = await readSheets(Buffer.from(await indicatorsXlsx(board, 'fr')));
  expect(sheets).toHaveLength(5);
  expect(sheets[0]?.data[1]).toEqual(['Maison Vendôme Formation', 6, 6, null]);
});
