import { readJurorDay } from '#jury';
import { valueOr } from '../answer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
  ...valueOr(await readJurorDay(locals.ground, locals.actor), locals.language),
  now: locals.ground.clock.now()
});
