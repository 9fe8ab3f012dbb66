import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { refusal, value } from '#jury/testing.ts';
import { recordAttendance, removeJuror } from '#session';
import { digest } from '#platform/canonical.ts';
import { readLedger, verifyLedger } from '#platform/ledger.ts';
import { testGround, type TestGround } from '#platform/testing.ts';
import { readPdf } from '#platform/typeset/testing.ts';
import { decide, drawUpMinutes, signMinutes } from './actions.ts';
import { draftMinutes, saysTheSame, type MinutesDocument } from './minutes.ts';
import { openMinutes } from './minutes-view.ts';
import { resultLetter, sessionMinutes } from './prints.ts';
import { computeResults } from './results.ts';
import { readMinutes, readMinutesInForce, readSignatures } from './store.ts';
import { deliberatingSession, drawUpAndSign, type Hand } from './testing.ts';
import { verifyMinutes } from './verify.ts';

// Each test plays a whole day of marking.
vi.setConfig({ testTimeout: 120_000 });

let ground: TestGround;
beforeAll(async () => {
  ground = await testGround();
});
afterAll(() => ground.close());

/** The first candidate is fine but for one gap of three levels; the second fails C2. */
const hand: Hand = (candidate, id, juror) =>
  candidate === 1 && id === 'C1.1'
    ? juror === 0
      ? 0
      : 3
    : candidate === 2 && id === 'C2.1'
      ? 0
      : 2;
const reason = 'Relu ensemble, au vu des notes.';

/** A session whose gap was settled, so that minutes can be drawn up. */
async function settledSession(level = 2) {
  const session = await deliberatingSession(ground, 2, hand);
  const enrolmentId = session.facts.enrolments[0]!.id;
  const settle = async (again: number) =>
    value(
      await decide(ground, session.president, session.facts.id, {
        enrolmentId,
        target: 'C1.1',
        level: again,
        reason
      })
    );
  await settle(level);
  return { ...session, id: session.facts.id, enrolmentId, settle };
}

describe('drawing up', () => {
  test('waits until every result is settled, and names whose is not', async () => {
    const { manager, facts } = await deliberatingSession(ground, 2, hand);
    const early = await drawUpMinutes(ground, manager, facts.id);
    expect(refusal(early)).toBe('verdict.pending');
    if (!early.ok) expect(early.error.message.fr).toContain('Inès Belkacem');
  });

  test('tells who came, every result and every decision, and seals them', async () => {
    const { manager, id, facts, jurors } = await settledSession();
    value(await drawUpMinutes(ground, manager, id));
    const [{ document, hash, version }] = (await readMinutes(ground.db, id)) as [
      Awaited<ReturnType<typeof readMinutes>>[number]
    ];
    expect(version).toBe(1);
    expect(hash).toBe(digest(document));
    expect(document.candidates.map(({ outcome }) => outcome)).toEqual(['awarded', 'refused']);
    expect(document.candidates[1]!.competences.find((each) => each.id === 'C2')?.verdict).toEqual({
      state: 'not-validated',
      by: 'marks'
    });
    expect(document.decisions).toMatchObject([{ target: 'C1.1', level: 2, reason }]);
    expect(document.panels[0]!.jurors.map((each) => each.id)).toEqual(
      jurors.map(({ userId }) => userId)
    );
    expect(JSON.stringify(document)).not.toContain(facts.enrolments[0]!.birthName);
  });

  test('twice for the same results is once; for others it says why', async () => {
    const { manager, id, settle } = await settledSession();
    const twice = await Promise.all([1, 2].map(() => drawUpMinutes(ground, manager, id)));
    expect(new Set(twice.map((each) => value(each).minutesId)).size).toBe(1);
    await settle(3);
    expect(refusal(await drawUpMinutes(ground, manager, id, ' '))).toBe('verdict.reason');
    const second = value(await drawUpMinutes(ground, manager, id, 'Erreur de report.'));
    expect(second.version).toBe(2);
    const versions = await readMinutes(ground.db, id);
    expect(versions.map((each) => [each.version, each.reason])).toEqual([
      [2, 'Erreur de report.'],
      [1, null]
    ]);
  });
});

describe('attendance', () => {
  const shownOf = async (session: Awaited<ReturnType<typeof settledSession>>) =>
    value(await openMinutes(ground, session.manager, session.id)).shown!;
  const note = (
    { manager, id }: Awaited<ReturnType<typeof settledSession>>,
    enrolmentId: string,
    present: boolean
  ) => recordAttendance(ground, manager, id, { enrolmentId }, present);

  test('that nobody noted is told as not noted, of candidates and of jurors', async () => {
    const session = await settledSession();
    value(await drawUpMinutes(ground, session.manager, session.id));
    const { rollCall, members } = await shownOf(session);
    expect(rollCall?.fr).toBe('L’appel des candidats n’a pas été noté.');
    expect(members.map(({ present }) => present)).toEqual([null, null]);
    const { pdf } = value(await sessionMinutes(ground, session.manager, session.id, 'fr'));
    const { text } = await readPdf(pdf);
    expect(text.replace(/\s+/gu, ' ')).toContain('2 candidats inscrits, 2 évalués');
    expect(text).not.toMatch(/\bprésents?\b/i);
  });

  test('is told as it was noted, and noting it later changes the minutes', async () => {
    const session = await settledSession();
    value(await drawUpMinutes(ground, session.manager, session.id));
    value(await note(session, session.enrolmentId, true));
    const view = value(await openMinutes(ground, session.manager, session.id));
    expect(view.draft).toBe('changed');
    value(await drawUpMinutes(ground, session.manager, session.id, 'Appel noté.'));
    expect((await shownOf(session)).rollCall?.fr).toBe(
      'Appel des candidats\u00a0: 1\u00a0présent, 1\u00a0non noté.'
    );
  });

  test('in minutes of before is left as it was signed: they are not out of date', async () => {
    const { facts } = await settledSession();
    const { results } = await computeResults(ground.db, facts);
    const draft = draftMinutes(facts, results, []);
    const { attendance, ...rest } = draft;
    const before: MinutesDocument = {
      ...rest,
      panels: draft.panels.map((panel) => ({
        ...panel,
        jurors: panel.jurors.map((juror) => ({ ...juror, present: true }))
      })),
      candidates: draft.candidates.map((each) => ({ ...each, present: true }))
    };
    expect(attendance).toBe('as-noted');
    expect(saysTheSame(draft, digest(before))).toBe(true);
    expect(saysTheSame(draft, digest({ ...before, decisions: [{}] }))).toBe(false);
  });
});

describe('signing', () => {
  test('takes the signer’s own name, and the hash that their screen showed', async () => {
    const { manager, jurors, id } = await settledSession();
    const juror = jurors[1]!;
    const sign = (name: string, hash: string) => signMinutes(ground, juror, id, { name, hash });
    expect(refusal(await sign(juror.name, 'x'))).toBe('verdict.no-minutes');
    value(await drawUpMinutes(ground, manager, id));
    const [latest] = await readMinutes(ground.db, id);
    expect(refusal(await sign(juror.name, 'x'))).toBe('verdict.stale-minutes');
    expect(refusal(await sign('Karim', latest!.hash))).toBe('verdict.name');
    expect(
      refusal(await signMinutes(ground, manager, id, { name: manager.name, hash: latest!.hash }))
    ).toBe('people.forbidden');
    expect(value(await sign('  karim  HADDAD ', latest!.hash))).toBe('signed');
    const [signature] = await readSignatures(ground.db, latest!.id);
    expect(signature).toMatchObject({ name: juror.name, hash: latest!.hash });
  });

  test('a double click signs once; the last signature closes the session, once', async () => {
    const { manager, jurors, id } = await settledSession();
    value(await drawUpMinutes(ground, manager, id));
    const [latest] = await readMinutes(ground.db, id);
    const signed = await Promise.all(
      [...jurors, ...jurors].map((juror) =>
        signMinutes(ground, juror, id, { name: juror.name, hash: latest!.hash })
      )
    );
    expect(signed.every(({ ok }) => ok)).toBe(true);
    expect(await readSignatures(ground.db, latest!.id)).toHaveLength(2);
    const acts = await readLedger(ground.db, { subject: id });
    const count = (action: string) => acts.filter((each) => each.action === action).length;
    expect([count('verdict.sign-minutes'), count('verdict.close')]).toEqual([2, 1]);
  });

  test('a new version asks every juror again; until then the one before counts', async () => {
    const session = await settledSession();
    const { manager, jurors, id, settle, enrolmentId } = session;
    const first = await drawUpAndSign(ground, session);
    await settle(0);
    value(await drawUpMinutes(ground, manager, id, 'Le niveau relevé était le bon.'));
    const [second] = await readMinutes(ground.db, id);
    expect((await readMinutesInForce(ground.db, id))?.id).toBe(first);
    value(await signMinutes(ground, jurors[0]!, id, { name: jurors[0]!.name, hash: second!.hash }));
    expect((await readMinutesInForce(ground.db, id))?.id).toBe(first);
    value(await signMinutes(ground, jurors[1]!, id, { name: jurors[1]!.name, hash: second!.hash }));
    expect((await readMinutesInForce(ground.db, id))?.id).toBe(second!.id);
    const letter = await resultLetter(ground, manager, enrolmentId, null, 'fr');
    expect(letter).toMatchObject({ ok: true });
  });

  test('a juror who can no longer sign is taken off, and a new version asks the others', async () => {
    const session = await settledSession();
    const { manager, jurors, id, panelId } = session;
    value(await drawUpMinutes(ground, manager, id));
    const [second] = jurors.slice(1);
    value(await removeJuror(ground, manager, id, { panelId, jurorId: second!.userId }));
    value(await drawUpMinutes(ground, manager, id, 'Un juré est hospitalisé.'));
    const [latest] = await readMinutes(ground.db, id);
    const sign = { name: jurors[0]!.name, hash: latest!.hash };
    expect(value(await signMinutes(ground, jurors[0]!, id, sign))).toBe('all-signed');
    expect(refusal(await signMinutes(ground, second!, id, { ...sign, name: second!.name }))).toBe(
      'session.unknown'
    );
  });
});

describe('verification', () => {
  /** Runs a statement past the append-only triggers, as someone with the database's password could. */
  async function tamper(table: string, statement: ReturnType<typeof sql>) {
    await ground.db.execute(sql.raw(`alter table "${table}" disable trigger all`));
    await ground.db.execute(statement);
    await ground.db.execute(sql.raw(`alter table "${table}" enable trigger all`));
  }

  test('a decision after the minutes, and minutes corrected and signed, are no fault', async () => {
    const session = await settledSession();
    await drawUpAndSign(ground, session);
    await session.settle(0);
    expect(await verifyMinutes(ground.db)).toMatchObject({ valid: true });
    await drawUpAndSign(ground, session, 'Le niveau relevé était le bon.');
    expect(await verifyMinutes(ground.db)).toMatchObject({ valid: true });
  });

  test('the database itself refuses to change what was signed', async () => {
    const session = await settledSession();
    const id = await drawUpAndSign(ground, session);
    await expect(
      ground.db.execute(sql`update minutes set reason = 'x' where id = ${id}`)
    ).rejects.toThrow();
    await expect(
      ground.db.execute(sql`delete from minutes_signature where minutes_id = ${id}`)
    ).rejects.toThrow();
  });

  test('names the minutes that were altered, even when their hash was redone', async () => {
    const session = await settledSession();
    const id = await drawUpAndSign(ground, session);
    const [{ document, hash }] = (await readMinutes(ground.db, session.id)) as [
      Awaited<ReturnType<typeof readMinutes>>[number]
    ];
    const forged = structuredClone(document);
    forged.candidates[1]!.outcome = 'awarded';
    const set = (to: object, as: string) =>
      tamper(
        'minutes',
        sql`update minutes set document = ${JSON.stringify(to)}::jsonb, hash = ${as} where id = ${id}`
      );
    const broken = { valid: false, brokenAt: id, reason: 'altered' };
    await set(forged, hash);
    expect(await verifyMinutes(ground.db)).toMatchObject(broken);
    await set(forged, digest(forged));
    expect(await verifyMinutes(ground.db)).toMatchObject(broken);
    await set(document, hash);
    expect(await verifyMinutes(ground.db)).toMatchObject({ valid: true });
    expect(await verifyLedger(ground.db)).toMatchObject({ valid: true });
  });

  test('names a decision that was changed, and a signature that was taken out', async () => {
    const session = await settledSession();
    const id = await drawUpAndSign(ground, session);
    const ofThis = sql`enrolment_id = ${session.enrolmentId}`;
    await tamper('panel_decision', sql`update panel_decision set level = 3 where ${ofThis}`);
    expect(await verifyMinutes(ground.db)).toMatchObject({ valid: false, reason: 'decision' });
    await tamper('panel_decision', sql`update panel_decision set level = 2 where ${ofThis}`);
    const juror = session.jurors[1]!.userId;
    await tamper(
      'minutes_signature',
      sql`delete from minutes_signature where minutes_id = ${id} and juror_id = ${juror}`
    );
    expect(await verifyMinutes(ground.db)).toMatchObject({
      valid: false,
      brokenAt: `${id} ${juror}`,
      reason: 'signature'
    });
  });
});
