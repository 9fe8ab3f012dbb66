import { criterionCount, luxe } from '#referential';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => {
  const { competences, ...rest } = luxe;
  return {
    referential: rest,
    criteria: criterionCount(luxe),
    competences: competences.map(({ id, statement, criteria }) => ({
      id,
      statement,
      criteria: criteria.length
    }))
  };
};
