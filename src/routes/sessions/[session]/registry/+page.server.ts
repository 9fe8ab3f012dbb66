import { can } from '#people';
import { makeBatch, notePortal, readReceipt, sessionRegistry } from '#registry/cdc/index.ts';
import { cdcWords } from '#registry/cdc/words.ts';
import type { Refusal } from '#platform/result.ts';
import { refuseForm, valueOr } from '../../../answer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { ground, actor, language } = locals;
  const { sender, lines, batches } = valueOr(
    await sessionRegistry(ground, actor, params.session),
    language
  );
  return {
    hasSender: sender !== null,
    lines,
    batches: batches.map(({ id, madeAt, passages, accepted, refused }) => ({
      id,
      madeAt,
      passages,
      accepted,
      refused
    })),
    mayManage: can(actor, 'registry.manage')
  };
};

const noReceipt = (): Refusal => {
  const message = { fr: cdcWords.fr.noReceipt, en: cdcWords.en.noReceipt };
  return { code: 'registry.no-receipt', message, fields: { receipt: message } };
};

export const actions: Actions = {
  make: async ({ request, locals, params }) => {
    const again = (await request.formData()).getAll('again').map(String);
    const made = await makeBatch(locals.ground, locals.actor, params.session, again);
    return made.ok ? { made: made.value } : refuseForm(made.error);
  },
  receipt: async ({ request, locals, params }) => {
    const file = (await request.formData()).get('receipt');
    if (!(file instanceof File) || file.size === 0) return refuseForm(noReceipt());
    const { ground, actor } = locals;
    const read = await readReceipt(ground, actor, params.session, await file.text());
    return read.ok ? { read: read.value } : refuseForm(read.error);
  },
  portal: async ({ request, locals, params }) => {
    const enrolment = String((await request.formData()).get('enrolment') ?? '');
    const noted = await notePortal(locals.ground, locals.actor, params.session, enrolment);
    return noted.ok ? { noted: true } : refuseForm(noted.error);
  }
};
