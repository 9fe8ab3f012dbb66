import { redirect } from '@sveltejs/kit';
import { openOwnSitting } from '#exam';
import { valueOr } from '../../../answer.ts';
import { deviceOf } from '../../device.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, cookies }) => {
  const { ground, actor, language } = locals;
  const { place, texts } = valueOr(
    await openOwnSitting(ground, actor, params.sitting, deviceOf(cookies)),
    language
  );
  if (!texts || place.assessmentId !== 'EC1') redirect(303, `/exam/${params.sitting}`);
  return { sittingId: place.sittingId, texts, kinds: [...place.kinds], immersive: true };
};
