import { openFacts } from '#session';
import { valueOr } from '../../answer.ts';
import { partsFor } from './tabs.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals, params }) => {
  const { ground, actor, language } = locals;
  const facts = valueOr(
    await openFacts(ground, actor, ['session.read', 'deliberation.read'], params.session),
    language
  );
  return {
    part: {
      title: facts.title,
      day: facts.day,
      lastDay: facts.lastDay,
      place: facts.place,
      centre: facts.centre.name,
      status: facts.status,
      parts: partsFor(actor, facts)
    }
  };
};
