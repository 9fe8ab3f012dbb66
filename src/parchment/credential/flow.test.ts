import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { refusal, value } from '#jury/testing.ts';
import { deliberatingSession, drawUpAndSign } from '#verdict/testing.ts';
import type { Actor, CentreId, UserId } from '#people';
import { testGround, type TestGround } from '#platform/testing.ts';
import { readPdf } from '#platform/typeset/testing.ts';
import { issueCertificates, readCertificatePdf, verifyCertificate } from '../actions.ts';
import { audit } from '../audit.ts';
import { shareCertificate } from '../sharing.ts';
import { liftSuspension, revokeCertificate, suspendCertificate } from '../withdrawal.ts';
import { readCredentialFile, readStatusList, rotateKeys, verifyOwnFile } from './actions.ts';
import { authorityOfFiles, ownDidDocument } from './authority.ts';
import { verifyFile } from './file.ts';
import { readBit } from './status-list.ts';
import { findCredential } from './store.ts';

// A whole day of marking comes first.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const as = (role: Actor['grants'][number]['role'], userId: string, centreId?: string): Actor => ({
  userId: userId as UserId,
  name: 'Quelqu’un',
  email: 'q@exemple.fr',
  grants: [{ role, centreId: (centreId ?? null) as CentreId | null }]
});

let ground: TestGround;
let manager: Actor;
let holder: Actor;
let numbers: string[];
const files = ['credential.json', 'credential.jwt', 'badge.png', 'badge.svg'] as const;

beforeAll(async () => {
  ground = await testGround();
  const session = await deliberatingSession(ground, 2, () => 2);
  ({ manager } = session);
  await drawUpAndSign(ground, session);
  numbers = value(await issueCertificates(ground, manager, session.facts.id)).issued;
  holder = as('candidate', session.facts.enrolments[0]!.userId!);
});
afterAll(() => ground.close());

const bytesOf = async (number: string, file: (typeof files)[number] | 'pdf') => {
  if (file === 'pdf') return value(await readCertificatePdf(ground, manager, number)).pdf;
  const { content } = value(await readCredentialFile(ground, manager, number, file));
  return typeof content === 'string' ? new TextEncoder().encode(content) : content;
};
const verified = async (bytes: Uint8Array) => value(await verifyOwnFile(ground, bytes));
const codes = async (bytes: Uint8Array) => (await verified(bytes)).problems.map(({ code }) => code);

describe('each award', () => {
  test('is a credential in five files, each of them valid', async () => {
    for (const file of [...files, 'pdf'] as const)
      expect(await verified(await bytesOf(numbers[0]!, file)), file).toMatchObject({
        valid: true,
        holder: 'Inès Belkacem',
        number: numbers[0]
      });
  });

  test('carries in its PDF the credential that is stored, to the byte', async () => {
    const [file] = (await readPdf(await bytesOf(numbers[0]!, 'pdf'))).attachments;
    expect(file?.name).toBe(`${numbers[0]}.json`);
    const { content } = (await findCredential(ground.db, numbers[0]!))!;
    expect(new TextDecoder().decode(file?.bytes)).toBe(content);
  });

  test('a PDF whose page was touched is told from the one that was issued', async () => {
    const pdf = Buffer.from(await bytesOf(numbers[0]!, 'pdf'));
    pdf[20] = pdf[20]! ^ 1;
    expect(await codes(pdf)).toEqual(['not-as-issued']);
  });

  test('has a place of its own in the lists', async () => {
    const places = await Promise.all(
      numbers.map(async (number) => (await findCredential(ground.db, number))!.place)
    );
    expect(new Set(places).size).toBe(numbers.length);
  });

  test('is verified elsewhere with three files and nothing of ours', async () => {
    const did = JSON.parse(JSON.stringify(await ownDidDocument(ground.config))) as unknown;
    const lists = await Promise.all(
      ['revocation', 'suspension'].map((purpose) => readStatusList(ground, purpose, '1'))
    );
    const authority = authorityOfFiles(did, JSON.parse(JSON.stringify(lists)) as unknown[]);
    const report = value(
      await verifyFile(await bytesOf(numbers[0]!, 'badge.png'), authority, ground.clock.now())
    );
    expect(report).toMatchObject({ valid: true, problems: [] });
  });
});

describe('who reads the files', () => {
  test('the holder and staff of the centre; nobody else learns that they exist', async () => {
    for (const file of files)
      expect((await readCredentialFile(ground, holder, numbers[0]!, file)).ok).toBe(true);
    for (const actor of [null, as('candidate', 'x'), as('centre-manager', 'c', 'elsewhere')])
      for (const file of files)
        expect(refusal(await readCredentialFile(ground, actor, numbers[0]!, file))).toBe(
          'parchment.unknown'
        );
    expect(refusal(await readCredentialFile(ground, holder, numbers[0]!, 'toString'))).toBe(
      'parchment.unknown'
    );
  });
});

describe('what the public page tells', () => {
  const told = async () => value(await verifyCertificate(ground, numbers[0]!));

  test('is the holder’s choice, item by item, and nobody else’s', async () => {
    const all = { name: true, date: true, results: true };
    for (const actor of [manager, as('candidate', 'x')])
      expect((await shareCertificate(ground, actor, numbers[0]!, all)).ok).toBe(false);
    expect(await told()).toMatchObject({ holderName: 'Inès Belkacem', results: null });
    value(await shareCertificate(ground, holder, numbers[0]!, { ...all, name: false }));
    const shown = await told();
    expect(shown).toMatchObject({ state: 'valid', holderName: null });
    expect(shown.state !== 'unknown' && shown.results).toHaveLength(12);
    expect(shown.state !== 'unknown' && shown.results?.[0]).toMatchObject({
      id: 'C1',
      level: { fr: 'Acquis', en: 'Acquired' }
    });
    value(await shareCertificate(ground, holder, numbers[0]!, { ...all, date: false }));
    expect(await told()).toMatchObject({ holderName: 'Inès Belkacem', awardedOn: null });
  });
});

describe('taking back', () => {
  test('a suspension holds until it is lifted; twice is once', async () => {
    const [number = ''] = numbers;
    const file = await bytesOf(number, 'credential.jwt');
    expect(refusal(await suspendCertificate(ground, null, number, 'À vérifier.'))).toBe(
      'people.signed-out'
    );
    expect(refusal(await suspendCertificate(ground, holder, number, 'À vérifier.'))).toBe(
      'people.forbidden'
    );
    expect(refusal(await suspendCertificate(ground, manager, number, ''))).toBe('parchment.reason');
    for (let times = 0; times < 2; times += 1)
      value(await suspendCertificate(ground, manager, number, 'Identité à confirmer.'));
    expect(await codes(file)).toEqual(['suspended']);
    expect(await verifyCertificate(ground, number)).toMatchObject({
      value: { state: 'suspended' }
    });
    expect(await audit(ground.db)).toMatchObject({ valid: true });
    for (let times = 0; times < 2; times += 1) value(await liftSuspension(ground, manager, number));
    expect(await codes(file)).toEqual([]);
    expect(await audit(ground.db)).toMatchObject({ valid: true });
  });

  test('a revocation is for good, in every file and in the published list', async () => {
    const [, number = ''] = numbers;
    value(await revokeCertificate(ground, manager, number, 'Fraude établie.'));
    for (const file of [...files, 'pdf'] as const)
      expect(await codes(await bytesOf(number, file)), file).toEqual(['revoked']);
    expect(refusal(await suspendCertificate(ground, manager, number, 'Trop tard.'))).toBe(
      'parchment.revoked'
    );
    const { list, place } = (await findCredential(ground.db, number))!;
    const fresh = { ...ground, config: { ...ground.config } };
    const published = (await readStatusList(fresh, 'revocation', String(list))) as {
      credentialSubject: { encodedList: string };
    };
    expect(readBit(published.credentialSubject.encodedList, place)).toBe(true);
    expect(await readStatusList(ground, 'revocation', '2')).toBeUndefined();
    expect(await readStatusList(ground, 'else', '1')).toBeUndefined();
  });
});

describe('keys', () => {
  test('what was issued under an old key and an old address still verifies', async () => {
    const file = await bytesOf(numbers[0]!, 'credential.json');
    const { retired } = await rotateKeys(ground);
    expect(retired).toHaveLength(1);
    const moved = {
      ...ground,
      config: { ...ground.config, publicUrl: 'https://ailleurs.example' }
    };
    expect(value(await verifyOwnFile(moved, file)).valid).toBe(true);
  });
});

describe('the audit', () => {
  test('names a credential that was exchanged', async () => {
    const { sql } = await import('drizzle-orm');
    const set = (content: string) =>
      ground.db.execute(
        sql`update credential set content = ${content} where number = ${numbers[0]}`
      );
    await ground.db.execute(sql`alter table credential disable trigger user`);
    const { content } = (await findCredential(ground.db, numbers[0]!))!;
    await set(content.replace('Belkacem', 'Bellecour'));
    expect(await audit(ground.db)).toMatchObject({
      certificates: { number: numbers[0], reason: 'altered' }
    });
    await set(content);
    await ground.db.execute(sql`alter table credential enable trigger user`);
    expect(await audit(ground.db)).toMatchObject({ valid: true });
  });
});
