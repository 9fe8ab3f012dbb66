import { createCentre, createPerson, readPeople, type Actor, type Role } from '#people';
import type { TestGround } from '#platform/testing.ts';
import { newId } from '#platform/ids.ts';
import type { Result } from '#platform/result.ts';
import { createSession } from './actions.ts';
import type { IdentityAnswers } from './identity.ts';

/** The value of a result that must be a success. @throws with its refusal otherwise */
export function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

/** The code of a result that must be a refusal. */
export function refusal<T>(result: Result<T>): string {
  if (result.ok) throw new Error(`accepted: ${JSON.stringify(result.value)}`);
  return result.error.code;
}

const root: Actor = {
  userId: 'root' as Actor['userId'],
  name: 'Root',
  email: 'root@exemple.fr',
  grants: [{ role: 'manager', centreId: null }]
};

/** Someone with one role, as they are once signed in. */
export async function someone(
  ground: TestGround,
  role: Role,
  centreId: string | null = null
): Promise<Actor> {
  const id = newId<'user'>();
  const email = `${role}-${id}@exemple.fr`;
  value(
    await createPerson(ground, root, {
      id,
      name: `Ada ${role}`,
      email,
      role,
      centreId: centreId ?? undefined
    })
  );
  const [person] = await readPeople(ground.db, [id]);
  return { userId: id, name: person!.name, email, grants: person!.grants };
}

export async function aCentre(ground: TestGround, name = 'Centre Vendôme'): Promise<string> {
  return value(
    await createCentre(ground, root, {
      id: newId(),
      name,
      address: '12 place Vendôme',
      postalCode: '75001',
      city: 'Paris',
      habilitatedFrom: '2026-01-01',
      habilitatedUntil: ''
    })
  );
}

/** A session that is being prepared, and its manager. */
export async function aSession(
  ground: TestGround,
  centreId?: string
): Promise<{ sessionId: string; centreId: string; manager: Actor }> {
  const home = centreId ?? (await aCentre(ground));
  const manager = await someone(ground, 'manager');
  const sessionId = value(
    await createSession(ground, manager, {
      title: 'Session de novembre',
      centreId: home,
      day: '2026-11-25',
      place: '12 place Vendôme, 75001 Paris'
    })
  );
  return { sessionId, centreId: home, manager };
}

/** Fictitious people of several cultures. */
export const people: readonly Required<IdentityAnswers>[] = [
  ['Belkacem', '', 'Inès Lina', 'F', '12/03/1994', 'Bordeaux', '', '', 'ines@exemple.fr'],
  ['O’Brien', '', 'Seán', 'M', '01/02/1988', 'Cork', '', 'Irlande', 'sean@exemple.fr'],
  ['Nguyễn', 'Martin', 'Thị Ánh', 'F', '29/02/2000', 'Hanoï', '', 'Vietnam', 'anh@exemple.fr'],
  ['d’Arc', '', 'Jean-Éluard', 'M', '31/12/1979', 'Ajaccio', '', '', 'jean@exemple.fr'],
  ['N’Diaye', '', 'Awa', 'F', '06/06/1999', 'Saint-Denis', '97411', '', 'awa@exemple.fr']
].map(
  ([
    birthName = '',
    usageName = '',
    firstNames = '',
    sex = '',
    birthDate = '',
    birthPlace = '',
    birthInseeCode = '',
    birthCountry = '',
    email = ''
  ]) => ({
    birthName,
    usageName,
    firstNames,
    sex,
    birthDate,
    birthPlace,
    birthInseeCode,
    birthCountry,
    email
  })
);
