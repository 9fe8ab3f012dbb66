import { can } from '#people';
import { drawUpMinutes, openBoard, openMinutes, signMinutes } from '#verdict';
import { refuseForm, valueOr } from '../../../answer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { ground, actor, language } = locals;
  const version = Number(url.searchParams.get('version')) || undefined;
  const minutes = valueOr(await openMinutes(ground, actor, params.session, version), language);
  const board = valueOr(await openBoard(ground, actor, params.session), language);
  return {
    minutes,
    competences: board.competences,
    mayDrawUp: can(actor, 'minutes.draw-up'),
    signer: actor?.name ?? ''
  };
};

export const actions: Actions = {
  draw: async ({ request, locals, params }) => {
    const form = await request.formData();
    const reason = String(form.get('reason') ?? '');
    const drawn = await drawUpMinutes(locals.ground, locals.actor, params.session, reason);
    return drawn.ok ? { drawn: drawn.value.version } : refuseForm(drawn.error, form);
  },
  sign: async ({ request, locals, params }) => {
    const form = await request.formData();
    const text = (name: string) => String(form.get(name) ?? '');
    const signed = await signMinutes(locals.ground, locals.actor, params.session, {
      hash: text('hash'),
      name: text('name')
    });
    return signed.ok ? { signed: signed.value } : refuseForm(signed.error, form);
  }
};
