import { redirect } from '@sveltejs/kit';
import { can } from '#people';
import {
  answersOf,
  candidateDay,
  correctIdentity,
  countries,
  enrol,
  fullName,
  openEnrolment,
  sendConvocations,
  withdraw
} from '#session';
import { refuseForm, valueOr } from '../../../../answer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { ground, actor, language } = locals;
  const { facts, enrolment, seen } = valueOr(
    await openEnrolment(ground, actor, params.session, params.enrolment),
    language
  );
  const { identity } = enrolment.candidate;
  const mayManage = can(actor, 'enrolment.manage', facts.centre.id);
  return {
    session: { id: facts.id, title: facts.title, day: facts.day, lastDay: facts.lastDay },
    id: enrolment.id,
    number: enrolment.number,
    withdrawn: enrolment.withdrawnAt !== null,
    name: fullName(identity),
    identity,
    country: countries.find(({ code }) => code === identity.birthCountryCode)?.name ?? null,
    answers: answersOf(identity),
    seen,
    sittings: candidateDay(facts, enrolment.id),
    adaptations: facts.enrolments.find(({ id }) => id === enrolment.id)?.adaptations ?? [],
    mayManage,
    mayErase: can(actor, 'privacy.manage'),
    open: facts.status === 'preparing',
    countries: mayManage ? countries : [],
    saved: url.searchParams.has('saved')
  };
};

export const actions: Actions = {
  correct: async ({ request, locals, params }) => {
    const { session, enrolment } = params;
    const form = await request.formData();
    const seen = String(form.get('seen') ?? '');
    const done = await correctIdentity(locals.ground, locals.actor, session, enrolment, form, seen);
    if (!done.ok) return refuseForm(done.error, form);
    redirect(303, `/sessions/${session}/candidates/${enrolment}?saved`);
  },
  withdraw: async ({ locals, params }) => {
    const { session, enrolment } = params;
    const done = await withdraw(locals.ground, locals.actor, session, enrolment);
    if (!done.ok) return refuseForm(done.error);
    redirect(303, `/sessions/${session}/candidates?done=withdrawn&who=${enrolment}`);
  },
  return: async ({ locals, params }) => {
    const { ground, actor, language } = locals;
    const { session, enrolment } = params;
    const opened = valueOr(await openEnrolment(ground, actor, session, enrolment), language);
    const answers = answersOf(opened.enrolment.candidate.identity);
    const done = await enrol(ground, actor, session, answers);
    if (!done.ok) return refuseForm(done.error);
    redirect(303, `/sessions/${session}/candidates?done=${done.value.outcome}&who=${enrolment}`);
  },
  send: async ({ locals, params }) => {
    const { session, enrolment } = params;
    const sending = await sendConvocations(locals.ground, locals.actor, session, enrolment);
    return sending.ok ? { sending: sending.value } : refuseForm(sending.error);
  }
};
