import { luxe } from '#referential';
import { sql } from 'drizzle-orm';
import readSheets from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { refusal, value, type MarkingSession } from '#jury/testing.ts';
import { audit } from '#parchment';
import { recordVisit, suspendCentre } from '#people';
import { deliberatingSession, drawUpAndSign } from '#verdict/testing.ts';
import { rows } from '#platform/database.ts';
import { newId } from '#platform/ids.ts';
import { testGround, type TestGround } from '#platform/testing.ts';
import { readPdf } from '#platform/typeset/testing.ts';
import { openRenewal, saveRenewal } from './actions.ts';
import { renewalPdf } from './document.ts';
import { narratives } from './model.ts';
import { renewalXlsx } from './workbook.ts';

// A session of twelve is marked, deliberated and signed.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

let ground: TestGround;
let session: MarkingSession;

/** Seven are certified; five are not. */
beforeAll(async () => {
  ground = await testGround();
  session = await deliberatingSession(ground, 12, (candidate, criterion) =>
    candidate > 7 && criterion === 'C2.1' ? 0 : 3
  );
  await drawUpAndSign(ground, session);
  const visit = {
    id: newId(),
    day: '2026-11-02',
    visitor: 'Paule Aymard',
    conclusion: 'reserves',
    findings: 'Le couloir est bruyant.'
  };
  value(await recordVisit(ground, session.manager, session.facts.centre.id, visit));
  const suspension = { id: newId(), startsOn: '2026-12-01', reason: 'Travaux en cours.' };
  value(await suspendCentre(ground, session.manager, session.facts.centre.id, suspension));
});
afterAll(() => ground.close());

const open = async (version?: number) => value(await openRenewal(ground, session.manager, version));
const words = (change: Record<string, string> = {}) => ({
  version: '0',
  from: '2026',
  until: '2026',
  ...Object.fromEntries(narratives.map((each) => [each, ''])),
  ...change
});

test('the figures are those of the signed minutes, counted by SQL', async () => {
  const [counted] = await rows<Record<'enrolled' | 'presented' | 'awarded', number>>(
    ground.db,
    sql`select count(*)::int as enrolled,
          (count(*) filter (where told->>'outcome' <> 'absent'))::int as presented,
          (count(*) filter (where told->>'outcome' = 'awarded'))::int as awarded
        from minutes, jsonb_array_elements(document->'candidates') as told`
  );
  expect(counted).toEqual({ enrolled: 12, presented: 12, awarded: 7 });
  const { figures, ...file } = await open();
  expect(figures.period).toEqual({ from: 2026, until: 2026 });
  expect(figures.total).toEqual(counted);
  expect(figures.promotions).toMatchObject([{ title: 'Session de novembre', counts: counted }]);
  expect(figures.juries).toMatchObject([{ panels: 1, declarations: 24, ties: 0 }]);
  expect(figures.jurors).toEqual({ people: 2, presidents: 1 });
  expect(figures.centres).toMatchObject([
    {
      sessions: 1,
      counts: counted,
      partner: {
        visits: [{ findings: 'Le couloir est bruyant.' }],
        suspensions: [{ startsOn: '2026-12-01', liftedOn: null }]
      }
    }
  ]);
  expect(figures.versions).toMatchObject([
    { changes: null, referential: { version: luxe.version } }
  ]);
  // Nobody was adapted for: « without » is everyone, and tells it.
  expect(figures.accessibility.plain).toEqual(counted);
  expect(file).toMatchObject({ version: 0, certificationCode: null });
});

test('both files say the same', async () => {
  const renewal = await open();
  const pdf = (await readPdf(renewalPdf(renewal))).text.replace(/\s+/g, ' ');
  expect(pdf).toContain(
    'Session de novembre 25 novembre 2026 Maison Vendôme Formation 12 12 7 58 %'
  );
  expect(pdf).toContain('Paule Aymard');
  expect(pdf).toContain('depuis le 1er décembre 2026');
  const sheets = await readSheets(Buffer.from(await renewalXlsx(renewal)));
  expect(sheets.find(({ sheet }) => sheet === 'Promotions')?.data[1]).toEqual([
    'Session de novembre',
    '25\u00a0novembre\u00a02026',
    'Maison Vendôme Formation',
    12,
    12,
    7,
    7 / 12
  ]);
});

describe('the words', () => {
  test('are the manager’s alone to write', async () => {
    expect(refusal(await openRenewal(ground, session.jurors[0]!))).toBe('people.forbidden');
    expect(refusal(await saveRenewal(ground, session.jurors[0]!, words()))).toBe(
      'people.forbidden'
    );
    expect(refusal(await saveRenewal(ground, null, words()))).toBe('people.signed-out');
  });

  test('are kept version after version, and an earlier one can be opened again', async () => {
    const first = words({ need: ' Besoin un.\r\n\r\nSuite. ' });
    expect(value(await saveRenewal(ground, session.manager, first))).toBe('saved');
    expect(value(await saveRenewal(ground, session.manager, { ...first, version: '1' }))).toBe(
      'unchanged'
    );
    const second = words({ version: '1', need: 'Besoin deux.', from: '2025' });
    expect(value(await saveRenewal(ground, session.manager, second))).toBe('saved');
    expect(await open()).toMatchObject({
      version: 2,
      texts: { need: 'Besoin deux.', watch: '' },
      figures: { period: { from: 2025, until: 2026 } }
    });
    expect(await open(1)).toMatchObject({
      version: 1,
      texts: { need: 'Besoin un.\n\nSuite.' },
      savedByName: session.manager.name
    });
    expect(refusal(await openRenewal(ground, session.manager, 9))).toBe('renewal.unknown-version');
  });

  test('of a page that is behind are refused, and of two at once one is kept', async () => {
    const stale = words({ need: 'Besoin perdu.' });
    expect(refusal(await saveRenewal(ground, session.manager, stale))).toBe('renewal.stale');
    const both = await Promise.all(
      ['a', 'b'].map((each) =>
        saveRenewal(ground, session.manager, words({ version: '2', need: `Besoin ${each}.` }))
      )
    );
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await open()).version).toBe(3);
  });

  test('ask for years, in order', async () => {
    const wrong = words({ version: '3', from: '26', until: '2026' });
    expect(await saveRenewal(ground, session.manager, wrong)).toMatchObject({
      error: { fields: { from: { fr: expect.stringContaining('quatre chiffres') as string } } }
    });
    const backwards = words({ version: '3', from: '2027', until: '2026' });
    expect(await saveRenewal(ground, session.manager, backwards)).toMatchObject({
      error: { fields: { until: { en: expect.stringContaining('later year') as string } } }
    });
  });

  test('that were saved cannot be changed, and the ledger holds', async () => {
    await expect(ground.db.execute(sql`update renewal_version set texts = '{}'`)).rejects.toThrow();
    await expect(ground.db.execute(sql`delete from renewal_version`)).rejects.toThrow();
    expect((await audit(ground.db)).valid).toBe(true);
  });
});
