import { listOwnSittings } from '#exam';
import { valueOr } from '../answer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ground, actor, language } }) => ({
  sittings: valueOr(await listOwnSittings(ground, actor), language)
});
