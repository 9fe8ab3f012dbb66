import { can } from '#people';
import { readSessions } from '#session';
import { valueOr } from '../answer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
  sessions: valueOr(await readSessions(locals.ground, locals.actor), locals.language),
  mayAdd: can(locals.actor, 'session.manage')
});
