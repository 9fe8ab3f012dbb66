import { ownResults, shareCertificate } from '#parchment';
import {
  askAdaptations,
  candidateDay,
  ownEnrolments,
  ownRequest,
  type SessionStatus
} from '#session';
import { refuseForm, valueOr } from '../answer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const { ground, actor, language } = locals;
  const own = valueOr(await ownEnrolments(ground, actor), language);
  const results = valueOr(await ownResults(ground, actor), language);
  const dossiers = await Promise.all(
    own.map(async ({ facts, enrolment }) => ({
      id: enrolment.id,
      sessionId: facts.id,
      title: facts.title,
      day: facts.day,
      lastDay: facts.lastDay,
      place: `${facts.centre.name}, ${facts.place}`,
      number: enrolment.number,
      withdrawn: enrolment.withdrawnAt !== null,
      result: hasBegun(facts.status)
        ? (results.find(({ enrolmentId }) => enrolmentId === enrolment.id) ?? null)
        : null,
      sittings: candidateDay(facts, enrolment.id),
      adaptations: facts.enrolments.find(({ id }) => id === enrolment.id)?.adaptations ?? [],
      ...valueOr(await ownRequest(ground, actor, enrolment.id), language)
    }))
  );
  return { dossiers };
};

/** Before deliberation there is nothing to say of results, not even that they are awaited. */
const hasBegun = (status: SessionStatus) => status === 'deliberating' || status === 'closed';

export const actions: Actions = {
  share: async ({ request, locals }) => {
    const form = await request.formData();
    const number = String(form.get('number') ?? '');
    const chosen = form.getAll('shares');
    const done = await shareCertificate(locals.ground, locals.actor, number, {
      name: chosen.includes('name'),
      date: chosen.includes('date'),
      results: chosen.includes('results')
    });
    return done.ok ? { shared: number } : refuseForm(done.error, form);
  },
  ask: async ({ request, locals }) => {
    const form = await request.formData();
    const enrolment = String(form.get('enrolment') ?? '');
    const text = String(form.get('request') ?? '');
    const asked = await askAdaptations(locals.ground, locals.actor, enrolment, text);
    if (!asked.ok) return refuseForm(asked.error, form);
    return { asked: enrolment, empty: text.trim() === '' };
  }
};
