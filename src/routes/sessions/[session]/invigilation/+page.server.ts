import { changeCode, openExam, order, readBoard } from '#exam';
import { newId } from '#platform/ids.ts';
import { fullName, openFacts } from '#session';
import { refuseForm, valueOr } from '../../../answer.ts';
import { noteIncident } from '../incident.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { ground, actor, language } = locals;
  const board = valueOr(await readBoard(ground, actor, params.session), language);
  const facts = valueOr(
    await openFacts(ground, actor, 'exam.invigilate', params.session),
    language
  );
  return {
    board,
    sessionId: facts.id,
    candidates: facts.enrolments.map((each) => ({ value: each.id, label: fullName(each) })),
    incidents: facts.incidents,
    incidentId: newId<'incident'>(),
    mayReport: facts.status !== 'closed'
  };
};

export const actions: Actions = {
  open: async ({ locals, params }) => {
    const opened = await openExam(locals.ground, locals.actor, params.session);
    return opened.ok ? { drawn: opened.value.drawn } : refuseForm(opened.error);
  },
  renew: async ({ locals, params }) => {
    const changed = await changeCode(locals.ground, locals.actor, params.session, 'renew');
    return changed.ok ? {} : refuseForm(changed.error);
  },
  close: async ({ locals, params }) => {
    const changed = await changeCode(locals.ground, locals.actor, params.session, 'close');
    return changed.ok ? {} : refuseForm(changed.error);
  },
  order: async ({ request, locals, params }) => {
    const form = await request.formData();
    const given = await order(locals.ground, locals.actor, params.session, {
      ...Object.fromEntries(form),
      sittings: form.getAll('sitting'),
      incidents: form.getAll('incident')
    });
    return given.ok ? { told: given.value } : refuseForm(given.error, form);
  },
  incident: noteIncident
};
