import { enterRoom, openOwnSitting } from '#exam';
import { readable } from '#exam/subjects/render.ts';
import { assessment, assessmentIdSchema, readReferential } from '#referential';
import { findSession } from '#session';
import { refuseForm, valueOr } from '../../answer.ts';
import { deviceOf, nameDevice } from '../device.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, cookies }) => {
  const { ground, actor, language } = locals;
  const own = valueOr(
    await openOwnSitting(ground, actor, params.sitting, deviceOf(cookies)),
    language
  );
  const { place, standing, known, subject, texts, hash } = own;
  const session = await findSession(ground.db, place.sessionId);
  const referential = await readReferential(ground.db, session!.referentialId);
  return {
    sittingId: place.sittingId,
    assessmentId: place.assessmentId,
    title: assessment(referential, assessmentIdSchema.parse(place.assessmentId)).title,
    name: place.name,
    kinds: [...place.kinds],
    standing,
    known,
    subject: subject && readable(subject),
    texts,
    hash,
    immersive: true
  };
};

export const actions: Actions = {
  enter: async ({ request, locals, params, cookies, url }) => {
    const form = await request.formData();
    const entered = await enterRoom(locals.ground, locals.actor, params.sitting, {
      code: String(form.get('code') ?? ''),
      device: nameDevice(cookies, url.protocol === 'https:')
    });
    return entered.ok ? { entered: true } : refuseForm(entered.error, form);
  }
};
