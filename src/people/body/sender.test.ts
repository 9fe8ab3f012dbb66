import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '../model.ts';
import { readLedger } from '#platform/ledger.ts';
import type { Result } from '#platform/result.ts';
import { testGround, type TestGround } from '#platform/testing.ts';
import { changeSender, openSender, readRegistration, readSender } from './sender.ts';

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}
const refusal = (result: Result<unknown>): string | null => (result.ok ? null : result.error.code);

let ground: TestGround;
beforeAll(async () => {
  ground = await testGround();
});
afterAll(() => ground.close());

const as = (role: Actor['grants'][number]['role']): Actor => ({
  userId: role as unknown as Actor['userId'],
  name: 'Quelqu’un',
  email: 'quelquun@exemple.fr',
  grants: [{ role, centreId: null }]
});
const manager = as('manager');
const sender = { clientId: '12abc345', contractId: 'MCFCER000123', certificationCode: 'rs 6789' };

describe('the identifiers of the certifying body', () => {
  test.each([
    ['clientId', { ...sender, clientId: '1234567' }],
    ['contractId', { ...sender, contractId: 'x'.repeat(21) }],
    ['certificationCode', { ...sender, certificationCode: 'RS-LUXE' }]
  ])('%s is held to its form', async (key, form) => {
    const changed = await changeSender(ground, manager, form);
    expect(changed).toMatchObject({ ok: false, error: { fields: { [key]: { fr: /comme/ } } } });
  });

  test('are changed by a manager, and read by an auditor too', async () => {
    expect(refusal(await changeSender(ground, as('auditor'), sender))).toBe('people.forbidden');
    expect(refusal(await openSender(ground, as('juror')))).toBe('people.forbidden');
    expect(value(await openSender(ground, as('auditor'))).sender).toBeNull();
    value(await changeSender(ground, manager, sender));
    const [act] = await readLedger(ground.db, { action: 'registry.change-sender' });
    expect(act?.payload).toMatchObject({ clientId: '12ABC345' });
  });

  test('tell where the certification is registered, and nothing where they do not', async () => {
    const other = await testGround();
    const registered = async (code: string) => value(await readRegistration(other.db, code));
    expect(await registered('RS-LUXE')).toBeNull();
    expect(await registered('RS6000')).toMatchObject({ code: 'RS6000' });
    value(await changeSender(other, manager, { ...sender, certificationCode: 'rncp 38 123' }));
    expect(await registered('RS-LUXE')).toEqual({
      code: 'RNCP38123',
      kind: 'RNCP',
      register: 'Répertoire national des certifications professionnelles',
      sheet: 'https://www.francecompetences.fr/recherche/rncp/38123/'
    });
    await other.close();
  });

  test('come from the environment first, which no screen changes', async () => {
    const env = {
      PARCHEMIN_CDC_CLIENT: '99ZZZ999',
      PARCHEMIN_CDC_CONTRACT: 'C1',
      PARCHEMIN_CDC_CODE: 'RS1'
    };
    expect(value(await readSender(ground.db, env))).toMatchObject({
      fixed: true,
      sender: { clientId: '99ZZZ999' }
    });
    expect(value(await openSender(ground, manager))).toMatchObject({
      fixed: false,
      sender: { clientId: '12ABC345', certificationCode: 'RS6789' }
    });
    const wrong = await readSender(ground.db, { ...env, PARCHEMIN_CDC_CODE: 'six' });
    expect(wrong).toMatchObject({ error: { message: { fr: /^PARCHEMIN_CDC_CODE/ } } });
  });
});
