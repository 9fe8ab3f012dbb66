import { fail, redirect } from '@sveltejs/kit';
import { can } from '#people';
import {
  countries,
  enrol,
  fullName,
  identityFields,
  listEnrolments,
  openAlike,
  readMatch,
  sendConvocations,
  type Alike
} from '#session';
import { refuseForm, valueOr } from '../../../answer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { ground, actor, language } = locals;
  const { facts, enrolments } = valueOr(
    await listEnrolments(ground, actor, params.session),
    language
  );
  const adaptations = new Map(facts.enrolments.map((each) => [each.id, each.adaptations]));
  const candidates = enrolments.map(({ id, number, withdrawnAt, candidate }) => ({
    id,
    number,
    withdrawn: withdrawnAt !== null,
    name: fullName(candidate.identity),
    birthDate: candidate.identity.birthDate,
    email: candidate.identity.email,
    adaptations: adaptations.get(id) ?? []
  }));
  const mayEnrol = can(actor, 'enrolment.manage', facts.centre.id);
  return {
    session: { id: facts.id, title: facts.title },
    candidates,
    planned: facts.sittings.length > 0,
    mayEnrol,
    open: facts.status === 'preparing',
    countries: mayEnrol ? countries : [],
    done: doneOf(url.searchParams, candidates)
  };
};

/** What the address says was just done, told by the facts as they are. */
function doneOf(
  query: URLSearchParams,
  candidates: readonly { id: string; name: string; number: number }[]
) {
  const count = (name: string) => Number(query.get(name)) || 0;
  const outcome = query.get('done');
  if (outcome === 'imported')
    return {
      outcome,
      enrolled: count('enrolled'),
      returned: count('returned'),
      already: count('already')
    } as const;
  const who = candidates.find(({ id }) => id === query.get('who'));
  if (!who) return null;
  return outcome === 'enrolled' || outcome === 'returned' || outcome === 'already'
    ? ({
        outcome,
        who,
        kept: identityFields.filter((field) => query.get('kept')?.split(',').includes(field))
      } as const)
    : outcome === 'withdrawn'
      ? ({ outcome, who } as const)
      : null;
}

export const actions: Actions = {
  enrol: async ({ request, locals, params }) => {
    const form = await request.formData();
    const { ground, actor, language } = locals;
    const match = readMatch(String(form.get('match') ?? ''));
    const enrolled = await enrol(ground, actor, params.session, form, match);
    if (!enrolled.ok) {
      const { status, data } = refuseForm(enrolled.error, form);
      const alike: readonly Alike[] =
        enrolled.error.code === 'enrolment.alike'
          ? valueOr(await openAlike(ground, actor, params.session, form), language)
          : [];
      return fail(status, { ...data, alike });
    }
    const { id, outcome, kept } = enrolled.value;
    const query = new URLSearchParams({ done: outcome, who: id });
    if (kept.length > 0) query.set('kept', kept.join(','));
    redirect(303, `/sessions/${params.session}/candidates?${query}`);
  },
  send: async ({ locals, params }) => {
    const sending = await sendConvocations(locals.ground, locals.actor, params.session);
    return sending.ok ? { sending: sending.value } : refuseForm(sending.error);
  }
};
