import { fail } from '@sveltejs/kit';
import { can } from '#people';
import { parisTime } from '#platform/clock.ts';
import {
  fullName,
  improveSession,
  liveMembers,
  moveSitting,
  openFacts,
  planSession
} from '#session';
import { spanOf } from '#session/span.ts';
import { dayOfSitting, daysOf } from '#session/days.ts';
import { usualHours } from '#session/forms.ts';
import { chartViews } from '#session/day-chart.ts';
import { honourKept } from '#verdict';
import { refuseForm, valueOr } from '../../../answer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { ground, actor, language } = locals;
  const facts = valueOr(await openFacts(ground, actor, 'session.read', params.session), language);
  const forms = new Map<string, 'oral' | 'written'>(
    facts.referential.assessments.map(({ id, durations }) => [id, durations.form])
  );
  const sittings = facts.sittings.map((sitting) => {
    const span = spanOf(sitting);
    return {
      id: sitting.id,
      day: dayOfSitting(sitting),
      enrolmentId: sitting.enrolmentId,
      assessmentId: sitting.assessmentId,
      panelId: sitting.panelId,
      form: forms.get(sitting.assessmentId) ?? 'oral',
      startsAt: sitting.startsAt,
      oralAt: new Date(span.oral),
      endsAt: new Date(span.end),
      preparationMinutes: sitting.preparationMinutes,
      performanceMinutes: sitting.performanceMinutes
    };
  });
  const mayPlan = can(actor, 'timetable.manage', facts.centre.id) && facts.status === 'preparing';
  const chosen = mayPlan && sittings.find(({ id }) => id === url.searchParams.get('sitting'));
  return {
    view: chartViews.find((each) => each === url.searchParams.get('by')) ?? 'panel',
    panels: facts.panels.map((panel) => ({
      id: panel.id,
      name: panel.name,
      room: panel.room,
      jurors: liveMembers(panel).map(({ name }) => name)
    })),
    candidates: facts.enrolments.map((each) => ({
      id: each.id,
      number: each.number,
      name: fullName(each),
      excused: each.excused
    })),
    assessments: facts.referential.assessments.map(({ id, title }) => ({ id, title })),
    sittings,
    chosen: chosen ? { ...chosen, time: parisTime(chosen.startsAt) } : null,
    days: daysOf(facts),
    hours: facts.hours ?? usualHours,
    mayPlan
  };
};

export const actions: Actions = {
  plan: async ({ request, locals, params }) => {
    const form = await request.formData();
    const kept = await honourKept(locals.ground, locals.actor, params.session);
    if (!kept.ok) return refuseForm(kept.error, form);
    const planned = await planSession(locals.ground, locals.actor, params.session, form);
    return planned.ok ? { done: 'planned' as const } : refuseForm(planned.error, form);
  },
  improve: async ({ request, locals, params }) => {
    const form = await request.formData();
    const kept = await honourKept(locals.ground, locals.actor, params.session);
    if (!kept.ok) return refuseForm(kept.error, form);
    const improved = await improveSession(locals.ground, locals.actor, params.session, form);
    if (improved.ok) return { gap: improved.value.gap };
    const { status, data } = refuseForm(improved.error, form);
    return fail(status, { ...data, improving: true });
  },
  move: async ({ request, locals, params }) => {
    const form = await request.formData();
    const text = (name: string) => String(form.get(name) ?? '');
    const moved = await moveSitting(locals.ground, locals.actor, params.session, {
      sittingId: text('sittingId'),
      ...(form.has('day') ? { day: text('day') } : {}),
      time: text('time'),
      panelId: text('panelId')
    });
    return moved.ok ? { done: 'moved' as const } : refuseForm(moved.error, form);
  }
};
