import { can } from '#people';
import { readTrace } from '#exam';
import { valueOr } from '../../../answer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ground, actor, language }, params }) => ({
  sittingId: params.sitting,
  marks: can(actor, 'marking.write'),
  trace: valueOr(await readTrace(ground, actor, params.sitting), language)
});
