import {
  createCentre,
  createFirstManager,
  createPerson,
  createSignInLink,
  roles,
  type Role
} from '../src/people/index.ts';
import type { Ground } from '../src/platform/ground.ts';
import { newId } from '../src/platform/ids.ts';
import type { Result } from '../src/platform/result.ts';

export interface Someone {
  email: string;
  /** A link that signs them in, once. */
  link: string;
}

/** One fictitious person for each role, in one centre. */
export async function onePersonPerRole(ground: Ground): Promise<Record<Role, Someone>> {
  const emailOf = (role: Role) => `${role}@exemple.fr`;
  const manager = must(
    await createFirstManager(ground, { name: 'Hélène Vauquelin', email: emailOf('manager') })
  );
  const centreId = must(
    await createCentre(ground, manager, {
      id: newId(),
      name: 'Institut Vendôme',
      address: '12, rue de la Paix',
      postalCode: '75002',
      city: 'Paris',
      habilitatedFrom: '2026-01-01',
      habilitatedUntil: ''
    })
  );
  for (const role of roles.filter((each) => each !== 'manager'))
    must(
      await createPerson(ground, manager, {
        id: newId(),
        name: 'Awa N’Diaye',
        email: emailOf(role),
        role,
        centreId
      })
    );
  const people = await Promise.all(
    roles.map(async (role) => {
      const email = emailOf(role);
      return [role, { email, link: must(await createSignInLink(ground, email)) }] as const;
    })
  );
  return Object.fromEntries(people) as Record<Role, Someone>;
}

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}
