import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { refusal, value } from '#jury/testing.ts';
import { englishTitleOf, luxe } from '#referential';
import { decide, drawUpMinutes } from '#verdict';
import { deliberatingSession, drawUpAndSign, type Hand } from '#verdict/testing.ts';
import {
  changeContact,
  changeSender,
  readContact,
  type Actor,
  type CentreId,
  type UserId
} from '#people';
import { bodyContact, cdcSender } from '#people/tables.ts';
import { candidate } from '#session/tables.ts';
import { readLedger } from '#platform/ledger.ts';
import { civilDay } from '#platform/civil-day.ts';
import { manualClock } from '#platform/clock.ts';
import { testGround, type TestGround } from '#platform/testing.ts';
import { readPdf } from '#platform/typeset/testing.ts';
import { issueCertificates, readCertificatePdf, verifyCertificate } from './actions.ts';
import { audit } from './audit.ts';
import { verifyOwnFile } from './credential/actions.ts';
import { findCredential } from './credential/store.ts';
import { letterOf, ownResults, sendResults, sessionAwards } from './results.ts';
import { findPdf, readCertificates } from './store.ts';
import { subjectsOf } from './subjects.ts';
import { revokeCertificate } from './withdrawal.ts';

// Each test plays a whole day of marking.
vi.setConfig({ testTimeout: 120_000 });

/** Three days after the assessments of the sessions below. */
const clock = manualClock(new Date('2026-11-28T10:00:00Z'));
let ground: TestGround;
beforeAll(async () => {
  ground = await testGround({ clock });
});
afterAll(() => ground.close());

/** The first candidate has it all; the second fails C2; the first has one gap, settled at 2. */
const hand: Hand = (candidate, id, juror) =>
  candidate === 1 && id === 'C1.1'
    ? juror === 0
      ? 0
      : 3
    : candidate === 2 && id === 'C2.1'
      ? 0
      : 2;

const flat = (text: string) => text.replace(/\s+/gu, ' ');

async function signedSession() {
  const session = await deliberatingSession(ground, 2, hand);
  const { facts, president } = session;
  const [first, second] = [facts.enrolments[0]!.id, facts.enrolments[1]!.id];
  const settle = async (level: number) =>
    value(
      await decide(ground, president, facts.id, {
        enrolmentId: first,
        target: 'C1.1',
        level,
        reason: 'Relu ensemble, au vu des notes.'
      })
    );
  await settle(2);
  await drawUpAndSign(ground, session);
  return { ...session, id: facts.id, first, second, settle };
}

const as = (
  role: Actor['grants'][number]['role'],
  userId: string,
  centreId: string | null = null
): Actor => ({
  userId: userId as UserId,
  name: 'Quelqu’un',
  email: 'quelquun@exemple.fr',
  grants: [{ role, centreId: centreId as CentreId | null }]
});

describe('issuing', () => {
  test('one certificate for each award, once, however often it is asked', async () => {
    const { id, manager, first } = await signedSession();
    const asked = await Promise.all([1, 2].map(() => issueCertificates(ground, manager, id)));
    expect(asked.map((each) => value(each).issued.length).sort()).toEqual([0, 1]);
    const held = await readCertificates(ground.db, id);
    expect(held.map(({ enrolmentId }) => enrolmentId)).toEqual([first]);
    const acts = await readLedger(ground.db, { subject: first, action: 'parchment.issue' });
    expect(acts.map(({ payload }) => payload['number'])).toEqual([held[0]!.number]);
  });

  test('waits for every signature under the newest version', async () => {
    const { id, manager, settle } = await signedSession();
    await settle(3);
    value(await drawUpMinutes(ground, manager, id, 'Erreur de report.'));
    expect(refusal(await issueCertificates(ground, manager, id))).toBe('parchment.unsigned');
  });

  test('a correction that takes the award back revokes the certificate, and says why inside', async () => {
    const session = await signedSession();
    const { id, manager, first, settle } = session;
    const [number] = value(await issueCertificates(ground, manager, id)).issued;
    await settle(0);
    await drawUpAndSign(ground, session, 'Le niveau relevé était le bon.');
    expect(value(await issueCertificates(ground, manager, id))).toEqual({
      issued: [],
      revoked: [number]
    });
    const [held] = await readCertificates(ground.db, id);
    expect(held?.revocationReason).toBe('Le niveau relevé était le bon.');
    expect(await verifyCertificate(ground, number!)).toMatchObject({ value: { state: 'revoked' } });

    await settle(2);
    await drawUpAndSign(ground, session, 'Réclamation fondée.');
    const again = value(await issueCertificates(ground, manager, id));
    expect(again.revoked).toEqual([]);
    expect(again.issued).not.toContain(number);
    expect((await readCertificates(ground.db, id)).map(({ enrolmentId }) => enrolmentId)).toEqual([
      first,
      first
    ]);
  });
});

describe('the day of the award', () => {
  test('is that of the deliberation, on every document, and not that of the assessments', async () => {
    const { id, manager, facts, first } = await signedSession();
    const [number] = value(await issueCertificates(ground, manager, id)).issued;
    const { pdf } = value(await readCertificatePdf(ground, manager, number!));
    expect(flat((await readPdf(pdf)).text)).toContain(
      'Épreuves : Paris, 25 novembre 2026 Assessments: Paris, 25 November 2026 Délibération du jury : 28 novembre 2026'
    );
    const letter = value(await letterOf(ground, manager, first, 'fr'));
    expect(flat((await readPdf(letter.pdf)).text)).toContain(
      'Le jury, réuni le 28 novembre 2026, a reconnu'
    );
    const { content } = (await findCredential(ground.db, number!))!;
    expect(JSON.parse(content)).toMatchObject({ awardedDate: '2026-11-28T00:00:00Z' });
    expect(facts.day).toBe('2026-11-25');
  });

  test('does not move when a later version of the minutes corrects another candidate', async () => {
    const session = await signedSession();
    const { id, manager, president, first, second } = session;
    clock.advance(86_400_000);
    value(
      await decide(ground, president, id, {
        enrolmentId: second,
        target: 'C2.1',
        level: 2,
        reason: 'Grille relue, erreur de report.'
      })
    );
    await drawUpAndSign(ground, session, 'Erreur de report.');
    value(await issueCertificates(ground, manager, id));
    const awarded = new Map(
      (await readCertificates(ground.db, id)).map((each) => [each.enrolmentId, each.awardedOn])
    );
    expect([awarded.get(first), awarded.get(second)]).toEqual(['2026-11-28', '2026-11-29']);
  });
});

describe('the holder', () => {
  test('is named as they are called and as they were born, on page, parchment and credential', async () => {
    const { id, manager, facts } = await signedSession();
    const call = (usageName: string | null) =>
      ground.db
        .update(candidate)
        .set({ usageName })
        .where(eq(candidate.id, facts.enrolments[0]!.candidateId));
    await call('Duval');
    const [number] = value(await issueCertificates(ground, manager, id)).issued;
    const holder = 'Inès Duval née Belkacem';
    expect(value(await verifyCertificate(ground, number!))).toMatchObject({ holderName: holder });
    const { pdf } = value(await readCertificatePdf(ground, manager, number!));
    expect(flat((await readPdf(pdf)).text)).toContain(holder);
    expect(value(await verifyOwnFile(ground, pdf))).toMatchObject({ valid: true, holder });
    // The same person sits the sessions of the tests that follow.
    await call(null);
  });
});

describe('the registration', () => {
  const sender = { clientId: '12ABC345', contractId: 'C1' };
  const documentsOf = async (number: string) => {
    const told = value(await verifyCertificate(ground, number));
    const { content } = (await findCredential(ground.db, number))!;
    const { pdf } = (await findPdf(ground.db, number))!;
    return { told, content, printed: flat((await readPdf(new Uint8Array(pdf))).text) };
  };

  test('reaches certificate, public page and credential of what is issued from then on', async () => {
    const before = await signedSession();
    const [early] = value(await issueCertificates(ground, before.manager, before.id)).issued;
    value(await changeSender(ground, before.manager, { ...sender, certificationCode: 'RS6000' }));
    const after = await signedSession();
    const [late] = value(await issueCertificates(ground, after.manager, after.id)).issued;
    await ground.db.delete(cdcSender);

    const plain = await documentsOf(early!);
    expect(plain.told).toMatchObject({ registration: null });
    expect(plain.content + plain.printed).not.toMatch(
      /RS-LUXE|RS6000|Répertoire|francecompetences/
    );
    const registered = await documentsOf(late!);
    expect(registered.told).toMatchObject({ registration: { code: 'RS6000', kind: 'RS' } });
    expect(registered.printed).toContain('Répertoire spécifique · RS6000');
    expect(JSON.parse(registered.content)).toMatchObject({
      credentialSubject: { achievement: { humanCode: 'RS6000' } }
    });
  });
});

describe('revoking', () => {
  test('asks for a reason and for the right, and twice is once', async () => {
    const { id, manager, jurors } = await signedSession();
    const [number] = value(await issueCertificates(ground, manager, id)).issued;
    const revoke = (actor: Actor | null, reason: string, of: string = number!) =>
      revokeCertificate(ground, actor, of, reason);
    expect(refusal(await revoke(null, 'Fraude établie.'))).toBe('people.signed-out');
    expect(refusal(await revoke(jurors[0]!, 'Fraude établie.'))).toBe('people.forbidden');
    expect(refusal(await revoke(manager, ' '))).toBe('parchment.reason');
    expect(refusal(await revoke(manager, 'Fraude établie.', 'LUX-2026-0000-0000'))).toBe(
      'parchment.unknown'
    );
    for (const reason of ['Fraude établie.', 'Encore.. et encore.'])
      value(await revoke(manager, reason));
    const [held] = await readCertificates(ground.db, id);
    expect(held?.revocationReason).toBe('Fraude établie.');
  });
});

describe('what the public is told', () => {
  test('confirms with what is needed and nothing more', async () => {
    const { id, manager } = await signedSession();
    const [number] = value(await issueCertificates(ground, manager, id)).issued;
    const told = value(await verifyCertificate(ground, number!.toLowerCase().replaceAll('-', ' ')));
    expect(told).toEqual({
      state: 'valid',
      number,
      holderName: 'Inès Belkacem',
      certificationTitle: 'Établir une relation client d’excellence dans le secteur du luxe',
      certificationTitleEnglish: englishTitleOf(luxe),
      registration: null,
      awardedOn: civilDay(clock.now()),
      certifierName: ground.config.certifierName,
      results: null
    });
  });

  test('of a number that nobody bears, that nobody bears it', async () => {
    expect(value(await verifyCertificate(ground, 'LUX-2026-7K3M-9QXD'))).toEqual({
      state: 'unknown'
    });
    expect(refusal(await verifyCertificate(ground, 'n’importe quoi'))).toBe(
      'parchment.number-form'
    );
  });
});

describe('who reads what', () => {
  test('the parchment: its holder, and staff of its centre', async () => {
    const { id, manager, facts } = await signedSession();
    const [number] = value(await issueCertificates(ground, manager, id)).issued;
    const { userId, id: enrolmentId } = facts.enrolments[0]!;
    const holder = as('candidate', userId!);
    for (const actor of [manager, holder, as('centre-manager', 'c', facts.centre.id)])
      expect((await readCertificatePdf(ground, actor, number!)).ok).toBe(true);
    for (const actor of [
      null,
      as('candidate', 'x'),
      as('juror', 'y'),
      as('centre-manager', 'c', 'elsewhere')
    ])
      expect(refusal(await readCertificatePdf(ground, actor, number!))).toBe('parchment.unknown');

    const [result] = value(await ownResults(ground, holder));
    expect(result).toMatchObject({
      enrolmentId,
      outcome: 'awarded',
      keptUntil: null,
      certificate: { number }
    });
    const letter = value(await letterOf(ground, holder, enrolmentId, 'fr'));
    expect((await readPdf(letter.pdf)).text).toContain(number);
    expect(refusal(await letterOf(ground, as('candidate', 'x'), enrolmentId, 'fr'))).toBe(
      'verdict.unknown'
    );
  });

  test('a candidate who was not certified learns what stays and until when', async () => {
    const { facts } = await signedSession();
    const { userId } = facts.enrolments[1]!;
    const [result] = value(await ownResults(ground, as('candidate', userId!)));
    expect(result).toMatchObject({
      outcome: 'refused',
      keptUntil: '2028-11-25',
      certificate: null
    });
    expect(result?.competences.filter(({ validated }) => !validated)).toEqual([
      { id: 'C2', validated: false }
    ]);
  });

  test('a result is nobody’s before every juror has signed', async () => {
    const { facts, manager } = await deliberatingSession(ground, 1, () => 2);
    const { userId, id } = facts.enrolments[0]!;
    value(await drawUpMinutes(ground, manager, facts.id));
    const holder = as('candidate', userId!);
    const own = value(await ownResults(ground, holder));
    expect(own[0]).toMatchObject({ outcome: 'pending', competences: [], letterHref: null });
    expect(refusal(await letterOf(ground, holder, id, 'fr'))).toBe('verdict.not-settled');
    const staff = as('centre-manager', 'c', facts.centre.id);
    const { lines, minutes } = value(await sessionAwards(ground, staff, facts.id));
    expect(minutes).toEqual({ version: 1, signed: false });
    expect(lines.map(({ outcome }) => outcome)).toEqual([null]);
  });
});

describe('the letter', () => {
  test('is refused until someone answers appeals, and says where to set it', async () => {
    const { id, manager, facts, second } = await signedSession();
    value(await issueCertificates(ground, manager, id));
    const letter = value(await letterOf(ground, manager, second, 'fr'));
    const printed = flat((await readPdf(letter.pdf)).text);
    expect(printed).toContain(
      'dans les 45 jours qui suivent la réception de cette lettre : Claire Fontanel, responsable de la certification, recours@maison.example'
    );
    expect(printed).not.toContain('ne-pas-repondre');
    const contact = (await readContact(ground.db))!;
    await ground.db.delete(bodyContact);
    for (const refused of [
      await sendResults(ground, manager, id),
      await letterOf(ground, manager, second, 'fr')
    ])
      expect(refused).toMatchObject({ ok: false, error: { message: { fr: /« Réglages »/ } } });
    const holder = as('candidate', facts.enrolments[1]!.userId!);
    expect(value(await ownResults(ground, holder))[0]).toMatchObject({ letterHref: null });
    value(
      await changeContact(ground, manager, { ...contact, appealDays: String(contact.appealDays) })
    );
    expect(value(await ownResults(ground, holder))[0]?.letterHref).not.toBeNull();
  });
});

describe('sending results', () => {
  test('waits for the certificates, then reaches each candidate once', async () => {
    const { id, manager, facts, second } = await signedSession();
    expect(refusal(await sendResults(ground, manager, id))).toBe('parchment.not-issued');
    value(await issueCertificates(ground, manager, id));
    ground.letters.length = 0;
    expect(value(await sendResults(ground, manager, id))).toEqual({
      sent: 2,
      already: 0,
      failed: []
    });
    expect(ground.letters.map(({ to }) => to)).toEqual(facts.enrolments.map(({ email }) => email));
    expect(ground.letters.map(({ attachments }) => attachments?.length)).toEqual([2, 1]);
    expect(ground.letters[1]!.text).not.toMatch(/refus|délivr/i);
    expect(value(await sendResults(ground, manager, id))).toMatchObject({ sent: 0, already: 2 });
    expect(value(await sendResults(ground, manager, id, second))).toMatchObject({ sent: 1 });
    expect(ground.letters).toHaveLength(3);
    const { lines } = value(await sessionAwards(ground, manager, id));
    expect(lines.every(({ letterSentAt }) => letterSentAt !== null)).toBe(true);
  });

  test('a correction sends again to those whose result it changed, and to them alone', async () => {
    const session = await signedSession();
    const { id, manager, settle } = session;
    value(await issueCertificates(ground, manager, id));
    value(await sendResults(ground, manager, id));
    await settle(0);
    await drawUpAndSign(ground, session, 'Le niveau relevé était le bon.');
    value(await issueCertificates(ground, manager, id));
    expect(value(await sendResults(ground, manager, id))).toMatchObject({ sent: 1, already: 1 });
  });
});

describe('the audit', () => {
  test('names a parchment that was exchanged, and one that nobody issued', async () => {
    const { id, manager } = await signedSession();
    const [number] = value(await issueCertificates(ground, manager, id)).issued;
    expect(await audit(ground.db)).toMatchObject({ valid: true });
    const [{ pdf }] = (await ground.db
      .execute(sql`select pdf from certificate where number = ${number}`)
      .then((answer) => (answer as unknown as { rows: { pdf: Uint8Array }[] }).rows)) as [
      { pdf: Uint8Array }
    ];
    // A tamperer with rights enough to silence the triggers.
    await ground.db.execute(sql`alter table certificate disable trigger user`);
    await ground.db.execute(sql`update certificate set pdf = '\\x00' where number = ${number}`);
    expect(await audit(ground.db)).toMatchObject({
      valid: false,
      certificates: { number, reason: 'altered' }
    });
    await ground.db.execute(
      sql`update certificate set pdf = ${Buffer.from(pdf)} where number = ${number}`
    );
    await ground.db.execute(
      sql`insert into certificate select 'LUX-2026-ZZZZ-ZZZZ', enrolment_id, minutes_id, 'Faux Titulaire', awarded_on, issued_at, pdf from certificate where number = ${number}`
    );
    expect(await audit(ground.db)).toMatchObject({
      valid: false,
      certificates: { number: 'LUX-2026-ZZZZ-ZZZZ', reason: 'untraced' }
    });
    await ground.db.execute(sql`delete from certificate where number = 'LUX-2026-ZZZZ-ZZZZ'`);
    await ground.db.execute(
      sql`update certificate set revoked_at = now() where number = ${number}`
    );
    expect(await audit(ground.db)).toMatchObject({ certificates: { reason: 'revocation' } });
    await ground.db.execute(sql`alter table certificate enable trigger user`);
    await ground.db.execute(sql`update certificate set revoked_at = null where number = ${number}`);
    expect(await audit(ground.db)).toMatchObject({ valid: true });
  });

  test('the ledger’s ids are given their names', async () => {
    const { id, manager, facts, first } = await signedSession();
    const sitting = facts.sittings.find(({ enrolmentId }) => enrolmentId === first)!;
    const named = await subjectsOf(ground.db, [id, first, manager.userId, sitting.id, 'gone']);
    expect([...named]).toEqual(
      expect.arrayContaining([
        [manager.userId, { kind: 'person', name: manager.name }],
        [id, { kind: 'session', name: facts.title }],
        [first, { kind: 'enrolment', name: 'Inès Belkacem' }],
        [sitting.id, { kind: 'sitting', name: `Inès Belkacem, ${sitting.assessmentId}` }]
      ])
    );
    expect(named.size).toBe(4);
  });
});
