import { can, isRole, listPeople, readCentres } from '#people';
import { valueOr } from '../answer.ts';
import { grantsWithCentres } from './grants.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const people = valueOr(await listPeople(locals.ground, locals.actor), locals.language);
  const centres = await readCentres(locals.ground.db);
  const search = (url.searchParams.get('search') ?? '').trim();
  const asked = url.searchParams.get('role');
  const role = isRole(asked) ? asked : null;
  return {
    mayAdd: can(locals.actor, 'people.manage'),
    search,
    role,
    people: people
      .filter(({ name, email }) => folded(`${name} ${email}`).includes(folded(search)))
      .filter(({ grants }) => role === null || grants.some((grant) => grant.role === role))
      .map(({ grants, ...person }) => ({ ...person, grants: grantsWithCentres(grants, centres) }))
  };
};

/** Without accents or case: « Helene » finds « Hélène ». */
const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
