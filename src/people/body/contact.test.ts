import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readLedger } from '#platform/ledger.ts';
import { testGround, type TestGround } from '#platform/testing.ts';
import type { Actor } from '../model.ts';
import { changeContact, inOneLine, openContact, readContact } from './contact.ts';

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
const form = {
  name: 'Claire Fontanel',
  post: 'responsable de la certification',
  email: 'Recours@Maison.example',
  address: '12, place Vendôme\n75001 Paris',
  appealDays: '60'
};

describe('whom candidates write to', () => {
  test.each([
    ['name', ' '],
    ['post', ''],
    ['email', 'Parchemin <ne-pas-repondre>'],
    ['appealDays', '7'],
    ['appealDays', '1e2'],
    ['appealDays', '']
  ])('%s « %s » is refused, and nothing is stored', async (key, typed) => {
    const changed = await changeContact(ground, manager, { ...form, [key]: typed });
    expect(changed).toMatchObject({ ok: false, error: { fields: { [key]: {} } } });
    expect(await readContact(ground.db)).toBeNull();
  });

  test('is set by a manager alone, once however often it is sent; the ledger holds no name', async () => {
    expect(await changeContact(ground, as('auditor'), form)).toMatchObject({ ok: false });
    expect(await openContact(ground, as('centre-manager'))).toMatchObject({ ok: false });
    for (const attempt of [1, 2])
      expect(await changeContact(ground, manager, form), String(attempt)).toMatchObject({
        ok: true
      });
    const contact = await readContact(ground.db);
    expect(contact && inOneLine(contact)).toBe(
      'Claire Fontanel, responsable de la certification, recours@maison.example, 12, place Vendôme 75001 Paris'
    );
    const acts = await readLedger(ground.db, { action: 'people.change-contact' });
    expect(acts).toHaveLength(1);
    expect(acts[0]?.payload).toMatchObject({ appealDays: 60 });
    expect(JSON.stringify(acts[0])).not.toContain('Fontanel');
  });

  test('without a postal address, is given without one', () => {
    expect(
      inOneLine({ name: 'Service', post: 'recours', email: 'a@b.fr', address: '', appealDays: 60 })
    ).toBe('Service, recours, a@b.fr');
  });
});
