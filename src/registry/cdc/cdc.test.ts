import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { refusal, value, type MarkingSession } from '#jury/testing.ts';
import { issueCertificates } from '#parchment';
import { changeSender, type Actor } from '#people';
import { correctIdentity, openEnrolment, answersOf } from '#session';
import { decide, readMinutes } from '#verdict';
import { deliberatingSession, drawUpAndSign } from '#verdict/testing.ts';
import { civilDay } from '#platform/civil-day.ts';
import { readLedger, verifyLedger } from '#platform/ledger.ts';
import { testGround, type TestGround } from '#platform/testing.ts';
import {
  batchFile,
  makeBatch,
  makeBatchByHand,
  notePortal,
  openBatchFile,
  readReceipt,
  sessionRegistry
} from './actions.ts';
import { faultsOf, whole } from './testing.ts';

// Each session is marked, deliberated and signed in full.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

let ground: TestGround;
let session: MarkingSession;
let id: string;
let manager: Actor;
const sender = { clientId: '12abc345', contractId: 'MCFCER000123', certificationCode: 'rs 6789' };

afterEach(() => ground.close());

/** Three candidates: the first two are certified, the third is not. */
async function awardedSession() {
  const played = await deliberatingSession(ground, 3, (candidate, criterion) =>
    candidate === 3 && criterion === 'C2.1' ? 0 : 3
  );
  await drawUpAndSign(ground, played);
  value(await issueCertificates(ground, played.manager, played.facts.id));
  return played;
}
beforeEach(async () => {
  ground = await testGround();
  session = await awardedSession();
  ({ manager } = session);
  id = session.facts.id;
  value(await changeSender(ground, manager, sender));
});

const board = async () => value(await sessionRegistry(ground, manager, id));
const standings = async () => (await board()).lines.map(({ standing }) => standing);
const enrolment = (number: number) =>
  session.facts.enrolments.find((each) => each.number === number)!.id;
const make = async (again: string[] = []) => value(await makeBatch(ground, manager, id, again));
const xmlOf = async (batchId: string) => whole(value(await batchFile(ground.db, batchId)).pieces);

async function rename(number: number, birthName: string) {
  const { enrolment: found, seen } = value(
    await openEnrolment(ground, manager, id, enrolment(number))
  );
  const answers = { ...answersOf(found.candidate.identity), birthName };
  value(await correctIdentity(ground, manager, id, found.id, answers, seen));
}

const receipt = (batchId: string, taken: number[], refused: [number, string][] = []) =>
  `<r:rapport xmlns:r="urn:cdc:cpf:pc5:rapport:schema"><idFlux>${batchId}</idFlux><PassagesOK>${taken
    .map((number) => `<idTechnique>${enrolment(number)}</idTechnique>`)
    .join('')}</PassagesOK><PassagesKO>${refused
    .map(
      ([number, words]) =>
        `<passage><idTechnique>${enrolment(number)}</idTechnique><messageErreur>${words}</messageErreur></passage>`
    )
    .join('')}</PassagesKO></r:rapport>`;
const nobody = 'Aucun titulaire ne correspond aux critères obligatoires';

describe('a session’s file', () => {
  test('declares each holder of a certificate, and is valid by the schema', async () => {
    expect(await standings()).toEqual(['to-declare', 'to-declare', 'none']);
    const { batchId, passages } = await make();
    expect(passages).toBe(2);
    const xml = await xmlOf(batchId);
    expect(await faultsOf(xml)).toEqual([]);
    expect(xml).toContain(`<cpf:idFlux>${batchId}</cpf:idFlux>`);
    expect(xml).toContain('<cpf:idClient>12ABC345</cpf:idClient>');
    expect(xml).toContain('<cpf:code>RS6789</cpf:code>');
    expect(xml).toContain('<cpf:nomNaissance>Belkacem</cpf:nomNaissance>');
    expect(xml).toContain('<cpf:codeInsee>33063</cpf:codeInsee>');
    expect(xml).not.toContain(enrolment(3));
    expect(await standings()).toEqual(['awaiting', 'awaiting', 'none']);
  });

  test('tells the days of the exam, and an award valid from the deliberation', async () => {
    const { batchId } = await make();
    const xml = await xmlOf(batchId);
    const [minutes] = await readMinutes(ground.db, id);
    expect(xml).toContain(`<cpf:dateDebutExamen>${session.facts.day}</cpf:dateDebutExamen>`);
    expect(xml).toContain(
      `<cpf:dateDebutValidite>${civilDay(minutes!.drawnUpAt)}</cpf:dateDebutValidite>`
    );
  });

  test('asked again, or by two at once, is the same to the byte: nothing is told twice', async () => {
    const [one, other] = await Promise.all([make(), make()]);
    expect(one?.batchId).toBe(other?.batchId);
    expect([one?.repeated, other?.repeated].sort()).toEqual([false, true]);
    const byHand = value(await makeBatchByHand(ground, id));
    expect(byHand).toMatchObject({ batchId: one?.batchId, repeated: true });
    const first = await xmlOf(byHand.batchId);
    await rename(1, 'Belkacem-Roy');
    expect(await xmlOf(byHand.batchId)).toBe(first);
    const told = await readLedger(ground.db, { subject: enrolment(1), action: 'registry.' });
    expect(told.map(({ action }) => action)).toEqual(['registry.declare']);
  });

  test('waits for the identifiers of the certifying body, and says where they go', async () => {
    await ground.db.execute(sql`delete from cdc_sender`);
    expect(refusal(await makeBatch(ground, manager, id))).toBe('registry.no-sender');
  });

  test('leaves out whoever has a gap in their identity, and says which', async () => {
    await ground.db.execute(
      sql`update candidate set birth_insee_code = null where id in (select candidate_id from enrolment where id = ${enrolment(2)})`
    );
    expect(await standings()).toEqual(['to-declare', 'incomplete', 'none']);
    expect((await board()).lines[1]?.gaps).toHaveLength(1);
    expect((await make()).passages).toBe(1);
  });

  test('is made by a manager alone, of their own session, once it is closed', async () => {
    expect(refusal(await makeBatch(ground, session.jurors[0]!, id))).toBe('people.forbidden');
    expect(refusal(await makeBatch(ground, null, id))).toBe('people.signed-out');
    expect(refusal(await makeBatchByHand(ground, 'nowhere'))).toBe('session.unknown');
    const { batchId } = await make();
    const other = (await awardedSession()).facts.id;
    expect(refusal(await openBatchFile(ground, manager, other, batchId))).toBe('registry.unknown');
  });
});

describe('the receipt', () => {
  test('shows each refusal beside its candidate; corrected, they are told again', async () => {
    const { batchId } = await make();
    const xml = receipt(batchId, [1], [[2, nobody]]);
    expect(value(await readReceipt(ground, manager, id, xml))).toEqual({
      accepted: 1,
      refused: 1,
      already: false
    });
    expect(value(await readReceipt(ground, manager, id, xml)).already).toBe(true);
    const { lines, batches } = await board();
    expect(lines.map(({ standing }) => standing)).toEqual(['accepted', 'refused', 'none']);
    expect(lines[1]?.refusal?.words).toBe(nobody);
    expect(lines[1]?.refusal?.advice.fr).toContain('pièce d’identité');
    expect(batches).toMatchObject([{ accepted: 1, refused: 1 }]);
    expect((await make()).repeated).toBe(true);

    await rename(2, 'Diallo-Sow');
    expect(await standings()).toEqual(['accepted', 'to-correct', 'none']);
    const corrected = await make();
    expect(corrected).toMatchObject({ passages: 1, repeated: false });
    const again = await xmlOf(corrected.batchId);
    expect(await faultsOf(again)).toEqual([]);
    expect(again).toContain('Diallo-Sow');
    value(await readReceipt(ground, manager, id, receipt(corrected.batchId, [2])));
    expect(await standings()).toEqual(['accepted', 'accepted', 'none']);
  });

  test('a refused holder whose identity was right is sent again as they are, when asked', async () => {
    const { batchId } = await make();
    value(await readReceipt(ground, manager, id, receipt(batchId, [1], [[2, 'Contrat inconnu']])));
    expect(await make([enrolment(2)])).toMatchObject({ passages: 1, repeated: false });
    expect(await standings()).toEqual(['accepted', 'awaiting', 'none']);
  });

  test('of another session, or about someone whom the file does not name, is refused whole', async () => {
    const { batchId } = await make();
    const read = (xml: string) => readReceipt(ground, manager, id, xml);
    expect(refusal(await read(receipt('0192-unknown', [1])))).toBe('registry.another-file');
    expect(refusal(await read(receipt(batchId, [1, 3])))).toBe('registry.another-file');
    expect(await standings()).toEqual(['awaiting', 'awaiting', 'none']);
  });
});

describe('what the Caisse accepted and is no longer true', () => {
  test('an identity corrected since is amended on the portal, and noted once', async () => {
    const { batchId } = await make();
    value(await readReceipt(ground, manager, id, receipt(batchId, [1, 2])));
    await rename(1, 'Belkacem-Roy');
    expect(await standings()).toEqual(['to-amend', 'accepted', 'none']);
    expect((await make()).repeated).toBe(true);
    for (let twice = 0; twice < 2; twice += 1)
      value(await notePortal(ground, manager, id, enrolment(1)));
    expect(await standings()).toEqual(['accepted', 'accepted', 'none']);
    const told = await readLedger(ground.db, { subject: enrolment(1), action: 'registry.amend' });
    expect(told).toHaveLength(1);
  });

  test('an award taken back is cancelled; given again, it is declared again', async () => {
    const { batchId } = await make();
    value(await readReceipt(ground, manager, id, receipt(batchId, [1, 2])));
    const settle = async (level: number, reason: string) => {
      const target = 'C1.1';
      const given = { enrolmentId: enrolment(1), target, level, reason: 'Relu ensemble.' };
      value(await decide(ground, session.jurors[0]!, id, given));
      await drawUpAndSign(ground, session, reason);
      value(await issueCertificates(ground, manager, id));
    };
    await settle(0, 'Erreur de report.');
    expect((await standings())[0]).toBe('to-cancel');
    value(await notePortal(ground, manager, id, enrolment(1)));
    expect((await standings())[0]).toBe('cancelled');
    await settle(3, 'Réclamation fondée.');
    expect((await standings())[0]).toBe('to-declare');
    expect((await make()).passages).toBe(1);
  });
});

test('what was told and answered cannot be changed, and the ledger holds', async () => {
  const { batchId } = await make();
  value(await readReceipt(ground, manager, id, receipt(batchId, [1, 2])));
  for (const table of ['cdc_batch', 'cdc_transmission', 'cdc_receipt', 'cdc_answer'])
    await expect(ground.db.execute(sql.raw(`delete from ${table}`))).rejects.toThrow();
  expect((await verifyLedger(ground.db)).valid).toBe(true);
});
