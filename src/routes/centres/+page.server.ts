import { listCentres } from '#people';
import { civilDay } from '#platform/civil-day.ts';
import { valueOr } from '../answer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
  centres: valueOr(await listCentres(locals.ground, locals.actor), locals.language),
  today: civilDay(locals.ground.clock.now())
});
