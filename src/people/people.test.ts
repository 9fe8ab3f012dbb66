import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { manualClock } from '#platform/clock.ts';
import { newId } from '#platform/ids.ts';
import { readLedger, verifyLedger } from '#platform/ledger.ts';
import type { Result } from '#platform/result.ts';
import { testGround, type TestGround } from '#platform/testing.ts';
import {
  changeCentre,
  createCentre,
  createFirstManager,
  createPerson,
  ensurePerson,
  grantRole,
  listCentres,
  listPeople,
  openCentre,
  readPeople,
  renameSelf,
  revokeRole,
  type Actor,
  type CentreId,
  type UserId
} from './index.ts';

let ground: TestGround;
let manager: Actor;
const clock = manualClock(new Date('2026-11-25T08:00:00Z'));

beforeAll(async () => {
  ground = await testGround({ clock });
  manager = must(
    await createFirstManager(ground, { name: 'Hélène Vauquelin', email: 'helene@exemple.fr' })
  );
});
afterAll(() => ground.close());

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

const code = (result: Result<unknown>) => (result.ok ? 'ok' : result.error.code);
const faults = (result: Result<unknown>) =>
  result.ok ? [] : Object.keys(result.error.fields ?? {}).sort();

const person = (over: Record<string, unknown> = {}) => {
  const id = newId<'user'>();
  return { id, name: 'Awa N’Diaye', email: `${id}@exemple.fr`, role: 'juror', ...over };
};

const centre = (over: Record<string, unknown> = {}) => ({
  id: newId<'centre'>(),
  name: 'Institut Vendôme',
  address: '12, rue de la Paix',
  postalCode: '75002',
  city: 'Paris',
  habilitatedFrom: '2026-01-01',
  habilitatedUntil: '',
  ...over
});

const actorFor = async (userId: UserId): Promise<Actor> => {
  const [found] = await readPeople(ground.db, [userId]);
  return { userId, name: found!.name, email: found!.email, grants: found!.grants };
};

describe('people', () => {
  test('there is one first manager; after that, managers make managers', async () => {
    const second = { name: 'Paul Intrus', email: 'paul@exemple.fr' };
    expect(code(await createFirstManager(ground, second))).toBe('people.has-manager');
  });

  test('a manager creates someone, under one form of name and address', async () => {
    const sent = person({ name: '  Zoe\u0308   Durand ', email: ' Zoe.Durand@Exemple.FR ' });
    const id = must(await createPerson(ground, manager, sent));
    const [found] = await readPeople(ground.db, [id]);
    expect(found).toMatchObject({
      name: 'Zoë Durand',
      email: 'zoe.durand@exemple.fr',
      grants: [{ role: 'juror', centreId: null }]
    });
  });

  test('a double click makes one person, and one entry of each kind in the ledger', async () => {
    const sent = person();
    const both = await Promise.all([
      createPerson(ground, manager, sent),
      createPerson(ground, manager, sent)
    ]);
    expect(both.map(must)).toEqual([sent.id, sent.id]);
    const entries = await readLedger(ground.db, { subject: sent.id });
    expect(entries.map(({ action }) => action)).toEqual(['people.grant', 'people.create']);
  });

  test('an address belongs to one account', async () => {
    const first = person();
    must(await createPerson(ground, manager, first));
    const again = await createPerson(ground, manager, person({ email: first.email.toUpperCase() }));
    expect([code(again), faults(again)]).toEqual(['people.email-taken', ['email']]);
  });

  test('every field at fault is named at once', async () => {
    const refused = await createPerson(ground, manager, {
      id: 'x',
      name: 'Léa 🎉',
      email: 'lea',
      role: 'queen'
    });
    expect([code(refused), faults(refused)]).toEqual([
      'form.invalid',
      ['email', 'id', 'name', 'role']
    ]);
    expect(refused.ok || refused.error.fields?.['name']?.fr).toContain('émojis');
  });

  test('a centre manager is manager of a centre that exists', async () => {
    const lost = person({ role: 'centre-manager' });
    expect(code(await createPerson(ground, manager, lost))).toBe('people.centre-needed');
    const nowhere = { ...lost, centreId: newId() };
    expect(code(await createPerson(ground, manager, nowhere))).toBe('people.unknown-centre');
    expect(await readPeople(ground.db, [lost.id])).toEqual([]);
    const centreId = must(await createCentre(ground, manager, centre()));
    must(await createPerson(ground, manager, { ...lost, centreId }));
    expect((await actorFor(lost.id)).grants).toEqual([{ role: 'centre-manager', centreId }]);
  });

  test('a role is given once, taken back once, and can be given again', async () => {
    const { id } = person();
    must(await createPerson(ground, manager, person({ id, role: 'auditor' })));
    const grant = { userId: id, role: 'juror' };
    must(await grantRole(ground, manager, grant));
    must(await grantRole(ground, manager, grant));
    must(await revokeRole(ground, manager, grant));
    must(await revokeRole(ground, manager, grant));
    must(await grantRole(ground, manager, grant));
    expect((await actorFor(id)).grants.map(({ role }) => role)).toEqual(['auditor', 'juror']);
    const entries = await readLedger(ground.db, { subject: id });
    expect(entries.map(({ action }) => action).reverse()).toEqual([
      'people.create',
      'people.grant',
      'people.grant',
      'people.revoke',
      'people.grant'
    ]);
  });

  test('the last manager keeps the role, even when two leave at the same instant', async () => {
    const own = { userId: manager.userId, role: 'manager' };
    expect(code(await revokeRole(ground, manager, own))).toBe('people.last-manager');
    const other = person({ role: 'manager' });
    must(await createPerson(ground, manager, other));
    const both = await Promise.all([
      revokeRole(ground, manager, own),
      revokeRole(ground, manager, { userId: other.id, role: 'manager' })
    ]);
    expect(both.map(code).sort()).toEqual(['ok', 'people.last-manager']);
    const left = await actorFor(both[0].ok ? other.id : manager.userId);
    must(await grantRole(ground, left, own));
    must(await revokeRole(ground, left, { userId: other.id, role: 'manager' }));
  });

  test('nobody but a manager writes; an auditor reads', async () => {
    const roles = ['juror', 'auditor', 'candidate', 'accessibility-officer'] as const;
    for (const role of roles) {
      const someone = person({ role });
      must(await createPerson(ground, manager, someone));
      const actor = await actorFor(someone.id);
      const grant = { userId: someone.id, role: 'manager' };
      expect(code(await createPerson(ground, actor, person()))).toBe('people.forbidden');
      expect(code(await grantRole(ground, actor, grant))).toBe('people.forbidden');
      expect(code(await revokeRole(ground, actor, grant))).toBe('people.forbidden');
      expect(code(await createCentre(ground, actor, centre()))).toBe('people.forbidden');
      expect(code(await listPeople(ground, actor))).toBe(
        role === 'auditor' ? 'ok' : 'people.forbidden'
      );
    }
    expect(code(await createPerson(ground, null, person()))).toBe('people.signed-out');
  });

  test('one changes one’s own name; the ledger keeps no name', async () => {
    const someone = person();
    must(await createPerson(ground, manager, someone));
    const actor = await actorFor(someone.id);
    expect(code(await renameSelf(ground, actor, { name: 'a\u202eb' }))).toBe('form.invalid');
    must(await renameSelf(ground, actor, { name: 'Awa N’Diaye-Morel' }));
    expect((await actorFor(someone.id)).name).toBe('Awa N’Diaye-Morel');
    expect(JSON.stringify(await readLedger(ground.db))).not.toMatch(/Diaye|exemple\.fr/);
  });

  test('another slice opens an account once, and keeps the name it finds', async () => {
    const email = 'linh@exemple.fr';
    const ensure = (name: string) =>
      ground.db.transaction((tx) =>
        ensurePerson(
          tx,
          clock.now(),
          manager,
          { name, email },
          { role: 'candidate', centreId: null }
        )
      );
    const [one, other] = await Promise.all([ensure('Nguyễn Linh'), ensure('Nguyễn Linh')]);
    expect(other).toBe(one);
    expect(await ensure('Autre Nom')).toBe(one);
    expect(await actorFor(one)).toMatchObject({
      name: 'Nguyễn Linh',
      grants: [{ role: 'candidate', centreId: null }]
    });
  });
});

describe('centres', () => {
  test('a double click adds one centre', async () => {
    const sent = centre({ name: 'Académie du Rhône', city: 'Lyon', postalCode: '69002' });
    must(await createCentre(ground, manager, sent));
    must(await createCentre(ground, manager, sent));
    const centres = must(await listCentres(ground, manager));
    expect(centres.filter(({ name }) => name === 'Académie du Rhône')).toHaveLength(1);
  });

  test.each([
    ['31 February', { habilitatedFrom: '2026-02-31' }, ['habilitatedFrom']],
    ['an end before the beginning', { habilitatedUntil: '2025-12-31' }, ['habilitatedUntil']],
    ['a year far away', { habilitatedUntil: '9999-01-01' }, ['habilitatedUntil']],
    ['no city and four digits', { city: '', postalCode: '7500' }, ['city', 'postalCode']]
  ])('refuses %s', async (_, over, expected) => {
    expect(faults(await createCentre(ground, manager, centre(over)))).toEqual(expected);
  });

  test('a stale form changes nothing; the same form sent twice changes once', async () => {
    const id = must(await createCentre(ground, manager, centre())) as CentreId;
    const { seen } = must(await openCentre(ground, manager, id));
    const longer = centre({ id, seen, habilitatedUntil: '2028-12-31' });
    must(await changeCentre(ground, manager, longer));
    must(await changeCentre(ground, manager, longer));
    const stale = centre({ id, seen, habilitatedUntil: '2027-12-31' });
    expect(code(await changeCentre(ground, manager, stale))).toBe('centre.stale');
    const { centre: now } = must(await openCentre(ground, manager, id));
    expect(now.habilitatedUntil).toBe('2028-12-31');
    const entries = await readLedger(ground.db, { subject: id });
    expect(entries.map(({ action }) => action)).toEqual(['centre.change', 'centre.create']);
  });
});

test('after all this the ledger still holds', async () => {
  expect(await verifyLedger(ground.db)).toMatchObject({ valid: true });
});
