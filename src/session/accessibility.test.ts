import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readPeople, type Actor } from '#people';
import { manualClock } from '#platform/clock.ts';
import { rows } from '#platform/database.ts';
import { readLedger } from '#platform/ledger.ts';
import { testGround, type TestGround } from '#platform/testing.ts';
import { readDecision } from './accessibility.ts';
import {
  askAdaptations,
  decideAdaptations,
  listAccessibility,
  openAccessibility,
  ownRequest
} from './accessibility-actions.ts';
import { enrol, openEnrolment } from './enrolment-actions.ts';
import { aSession, people, refusal, someone, value } from './enrolment-testing.ts';
import { readSessionFacts, saveSession } from './store.ts';

const clock = manualClock(new Date('2026-11-20T09:00:00Z'));
let ground: TestGround;
let officer: Actor;
beforeAll(async () => {
  ground = await testGround({ clock });
  officer = await someone(ground, 'accessibility-officer');
});
afterAll(() => ground.close());

const reason = 'Je suis malentendante, et je lis sur les lèvres.';

let made = 0;
async function aCandidate() {
  const { sessionId, manager, centreId } = await aSession(ground);
  made += 1;
  const email = `candidat${made}@exemple.fr`;
  const firstNames = `Inès ${'abcdefghij'[made] ?? 'z'}`;
  const { id } = value(
    await enrol(ground, manager, sessionId, { ...people[0], firstNames, email })
  );
  const { enrolment } = value(await openEnrolment(ground, manager, sessionId, id));
  const [account] = await readPeople(ground.db, [enrolment.candidate.userId!]);
  const candidate: Actor = { ...account!, userId: account!.id };
  return { sessionId, centreId, manager, enrolmentId: id, candidate };
}

function decision(fields: Record<string, string | string[]>): FormData {
  const form = new FormData();
  for (const [name, given] of Object.entries(fields))
    for (const each of [given].flat()) form.append(name, each);
  return form;
}

async function decide(enrolmentId: string, fields: Record<string, string | string[]>) {
  const { seen } = value(await openAccessibility(ground, officer, enrolmentId));
  return decideAdaptations(ground, officer, enrolmentId, decision(fields), seen);
}

describe('a request', () => {
  test('is read by the candidate and the officer, and by no other role', async () => {
    const { candidate, enrolmentId, manager, sessionId, centreId } = await aCandidate();
    value(await askAdaptations(ground, candidate, enrolmentId, `  ${reason} `));
    expect(value(await ownRequest(ground, candidate, enrolmentId)).request).toBe(reason);
    const opened = value(await openAccessibility(ground, officer, enrolmentId));
    expect(opened.file.request).toBe(reason);

    const { candidate: neighbour } = await aCandidate();
    expect(refusal(await ownRequest(ground, neighbour, enrolmentId))).toBe('accessibility.unknown');
    expect(refusal(await askAdaptations(ground, neighbour, enrolmentId, 'x'))).toBe(
      'accessibility.unknown'
    );
    const others = [
      manager,
      neighbour,
      await someone(ground, 'juror'),
      await someone(ground, 'auditor'),
      await someone(ground, 'centre-manager', centreId)
    ];
    for (const who of others) {
      expect(refusal(await openAccessibility(ground, who, enrolmentId))).toBe('people.forbidden');
      expect(refusal(await listAccessibility(ground, who))).toBe('people.forbidden');
      expect(refusal(await decideAdaptations(ground, who, enrolmentId, decision({}), ''))).toBe(
        'people.forbidden'
      );
    }
    expect(refusal(await listAccessibility(ground, null))).toBe('people.signed-out');
    const dossier = JSON.stringify([
      value(await openEnrolment(ground, manager, sessionId, enrolmentId)),
      await readSessionFacts(ground.db, sessionId)
    ]);
    expect(dossier).not.toContain('malentendante');
  });

  test('cannot be read in the database, in the ledger, or under another enrolment', async () => {
    const one = await aCandidate();
    const other = await aCandidate();
    value(await askAdaptations(ground, one.candidate, one.enrolmentId, reason));
    value(await askAdaptations(ground, other.candidate, other.enrolmentId, 'Autre demande'));
    value(await decide(one.enrolmentId, { kind: ['captions'], note: 'Audiogramme vu le 3.' }));
    const stored = await rows<{ everything: string }>(
      ground.db,
      sql`select (select json_agg(f)::text from accessibility_file f)
        || (select json_agg(a)::text from adaptation a)
        || (select json_agg(l)::text from ledger_entry l) as everything`
    );
    for (const secret of ['malentendante', 'lèvres', 'Audiogramme', 'Autre demande'])
      expect(stored[0]?.everything).not.toContain(secret);

    await ground.db.execute(
      sql`update accessibility_file set sealed = (select sealed from accessibility_file where enrolment_id = ${one.enrolmentId}) where enrolment_id = ${other.enrolmentId}`
    );
    await expect(ownRequest(ground, other.candidate, other.enrolmentId)).rejects.toThrow();
    await ground.db.execute(
      sql`delete from accessibility_file where enrolment_id = ${other.enrolmentId}`
    );
  });

  test('can be changed or taken back until the day, and no longer', async () => {
    const { candidate, enrolmentId, sessionId } = await aCandidate();
    value(await askAdaptations(ground, candidate, enrolmentId, reason));
    value(await askAdaptations(ground, candidate, enrolmentId, reason));
    expect(await readLedger(ground.db, { subject: enrolmentId })).toHaveLength(2);
    value(await askAdaptations(ground, candidate, enrolmentId, ''));
    expect(value(await ownRequest(ground, candidate, enrolmentId))).toEqual({
      request: '',
      open: true
    });
    const tooLong = await askAdaptations(ground, candidate, enrolmentId, 'x'.repeat(4001));
    expect(tooLong).toMatchObject({ ok: false, error: { fields: { request: {} } } });
    await saveSession(ground.db, sessionId, { status: 'marking' });
    expect(refusal(await askAdaptations(ground, candidate, enrolmentId, reason))).toBe(
      'accessibility.closed'
    );
  });
});

describe('a decision', () => {
  test('shows everyone what to do, and nobody why', async () => {
    const { enrolmentId, sessionId } = await aCandidate();
    value(
      await decide(enrolmentId, {
        kind: ['extra-time', 'captions'],
        percent: '',
        'instruction-captions': 'Sous-titres en français.',
        note: 'Certificat vu.'
      })
    );
    const facts = await readSessionFacts(ground.db, sessionId);
    expect(facts?.enrolments[0]?.adaptations).toMatchObject([
      { kind: 'extra-time', percent: 133 },
      { kind: 'captions', percent: null, instruction: 'Sous-titres en français.' }
    ]);
    const [trace] = await readLedger(ground.db, { subject: enrolmentId });
    expect(trace?.payload).toEqual({ granted: ['extra-time', 'captions'], ended: [] });
    const [row] = value(await listAccessibility(ground, officer)).filter(
      (each) => each.enrolmentId === enrolmentId
    );
    expect(row).toMatchObject({ asked: false, decided: true });
    expect(row).not.toHaveProperty('sealed');
  });

  test('replaces the one before, and keeps it on record', async () => {
    const { enrolmentId } = await aCandidate();
    value(await decide(enrolmentId, { kind: ['extra-time'], percent: '133' }));
    value(await decide(enrolmentId, { kind: ['extra-time'], percent: '150' }));
    const now = value(await openAccessibility(ground, officer, enrolmentId));
    expect(now.adaptations.map(({ percent }) => percent)).toEqual([150]);
    const kept = await rows<{ percent: number }>(
      ground.db,
      sql`select percent from adaptation where enrolment_id = ${enrolmentId} order by granted_at, id`
    );
    expect(kept.map(({ percent }) => percent)).toEqual([133, 150]);
  });

  test('sent twice decides once; sent from an old page is refused', async () => {
    const { enrolmentId, candidate } = await aCandidate();
    const { seen } = value(await openAccessibility(ground, officer, enrolmentId));
    const form = () => decision({ kind: ['breaks'], note: 'Vu.' });
    const send = (fields = form()) => decideAdaptations(ground, officer, enrolmentId, fields, seen);
    expect(value(await send())).toBe('decided');
    expect(value(await send())).toBe('decided');
    expect(await readLedger(ground.db, { subject: enrolmentId })).toHaveLength(2);
    value(await askAdaptations(ground, candidate, enrolmentId, reason));
    expect(refusal(await send())).toBe('accessibility.stale');
  });

  test('is refused once the assessments are over', async () => {
    const { enrolmentId, sessionId } = await aCandidate();
    await saveSession(ground.db, sessionId, { status: 'deliberating' });
    expect(refusal(await decide(enrolmentId, { kind: ['breaks'] }))).toBe('accessibility.settled');
  });

  test.each(['100', '99', '301', '12', 'un tiers', '-133'])('%s percent is refused', (percent) => {
    expect(readDecision(decision({ kind: ['extra-time'], percent }))).toMatchObject({
      ok: false,
      error: { fields: { percent: {} } }
    });
  });
});
