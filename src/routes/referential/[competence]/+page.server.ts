import { error } from '@sveltejs/kit';
import { assessmentOf, findCompetence, luxe } from '#referential';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params }) => {
  const competence = findCompetence(luxe, params.competence);
  if (!competence) error(404);
  const place = luxe.competences.indexOf(competence);
  const neighbour = (at: number) => {
    const found = luxe.competences[at];
    return found && { id: found.id, statement: found.statement };
  };
  return {
    competence,
    assessment: assessmentOf(luxe, competence.id),
    previous: neighbour(place - 1),
    next: neighbour(place + 1)
  };
};
