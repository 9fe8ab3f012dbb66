import { navigationOf, type Shell } from './shell.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ locals }): Shell => {
  const { actor, language, ground } = locals;
  return {
    language,
    actor: actor && {
      name: actor.name,
      roles: [...new Set(actor.grants.map(({ role }) => role))]
    },
    person: locals.person?.actor.name ?? null,
    navigation: navigationOf(actor, language),
    demo: ground.config.demo
  };
};
