import { valueOr } from '../../../answer.ts';
import { readSubjectPage } from './read.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ground, actor, language }, params }) =>
  valueOr(await readSubjectPage(ground, actor, params.sitting), language);
