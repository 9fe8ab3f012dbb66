import { openIndicators } from '#registry/indicators/index.ts';
import { valueOr } from '../../answer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ground, actor, language } }) =>
  valueOr(await openIndicators(ground, actor, language), language);
