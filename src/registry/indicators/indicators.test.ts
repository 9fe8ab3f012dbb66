import readSheets from 'read-excel-file/node';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { refusal, value, type MarkingSession } from '#jury/testing.ts';
import { deliberatingSession, drawUpAndSign } from '#verdict/testing.ts';
import { testGround, type TestGround } from '#platform/testing.ts';
import { issueCertificates } from '#parchment';
import { manualClock } from '#platform/clock.ts';
import { answerSurvey, sendSurveys } from '../surveys/index.ts';
import { openIndicators } from './actions.ts';
import { readClosedSessions, readCounted } from './store.ts';
import { indicatorsCsv, indicatorsXlsx } from './sheets.ts';

// A session of six candidates is marked, deliberated and signed.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

const clock = manualClock(new Date('2026-11-25T07:00:00Z'));
let ground: TestGround;
let session: MarkingSession;
beforeAll(async () => {
  ground = await testGround({ clock });
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
  const table = (name: string) => board.tables.find(({ id }) => id === name)!;
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
  expect(sheets).toHaveLength(6);
  expect(sheets[0]?.data[1]).toEqual(['Maison Vendôme Formation', 6, 6, null, null]);
});

test('what holders answered is counted, and tells no more of the one who failed', async () => {
  value(await issueCertificates(ground, session.manager, session.facts.id));
  ground.letters.length = 0;
  clock.advance(182 * 86_400_000);
  expect(value(await sendSurveys(ground)).sent).toBe(5);
  const links = ground.letters.map(({ text }) => /\/survey\/([\w-]+)/.exec(text)?.[1] ?? '');
  for (const [place, link] of links.entries())
    if (place > 0)
      value(
        await answerSurvey(ground, link, {
          situation: place === 1 ? 'seeking' : 'employed',
          luxury: 'yes',
          usefulness: 'decisive',
          comment: ''
        })
      );
  const counted = await readCounted(ground.db, await readClosedSessions(ground.db));
  const answers = counted.flatMap(({ surveys }) => surveys);
  expect(answers.map(({ wave }) => wave)).toEqual([6, 6, 6, 6, 6]);
  expect(answers.filter(({ answer }) => answer === null)).toHaveLength(1);
  expect(answers.filter(({ answer }) => answer?.luxury === 'yes')).toHaveLength(3);
  expect(counted.find(({ awarded }) => !awarded)?.surveys).toEqual([]);

  const board = value(await openIndicators(ground, session.manager, 'fr'));
  expect(board.followUp.map(({ id }) => id)).toEqual([
    'waves',
    'answers',
    'followed-centre',
    'followed-session',
    'followed-year'
  ]);
  // Five were asked: six who came, less five, would be the one who failed.
  expect(board.followUp[0]?.rows).toEqual([
    {
      id: '6',
      name: 'À 6 mois',
      counts: { asked: null, answered: null, working: null, luxury: null, useful: null }
    }
  ]);
  expect(indicatorsCsv(board, 'fr')).toContain('"À 6 mois"');
  const sheets = await readSheets(Buffer.from(await indicatorsXlsx(board, 'fr')));
  expect(new Set(sheets.map(({ sheet }) => sheet)).size).toBe(11);
});
