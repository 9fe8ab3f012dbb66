import { fail } from '@sveltejs/kit';
import { newId } from '#platform/ids.ts';
import {
  delaySession,
  fullName,
  liveMembers,
  openFacts,
  reaches,
  recordAttendance
} from '#session';
import { followMarking } from '#verdict/follow.ts';
import { refuseForm, valueOr } from '../../../answer.ts';
import { noteIncident } from '../incident.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { ground, actor, language } = locals;
  const facts = valueOr(
    await openFacts(ground, actor, ['marking.follow', 'attendance.record'], params.session),
    language
  );
  const may = (right: Parameters<typeof reaches>[1]) =>
    actor !== null && reaches(actor, right, facts);
  return {
    at: ground.clock.now(),
    following: may('marking.follow')
      ? valueOr(await followMarking(ground, actor, params.session), language)
      : null,
    candidates: facts.enrolments.map((each) => ({
      id: each.id,
      name: fullName(each),
      number: each.number,
      present: each.present
    })),
    jurors: facts.panels.flatMap((panel) =>
      liveMembers(panel).map(({ jurorId, name, present }) => ({
        jurorId,
        panelId: panel.id,
        name,
        panel: panel.name,
        present
      }))
    ),
    incidents: facts.incidents,
    incidentId: newId<'incident'>(),
    panels: facts.panels.map(({ id, name }) => ({ id, name })),
    mayDelay: may('timetable.manage') && facts.status === 'marking',
    mayRecord: may('attendance.record') && facts.status !== 'closed',
    mayReport: may('incident.report') && facts.status !== 'closed'
  };
};

export const actions: Actions = {
  attendance: async ({ request, locals, params }) => {
    const form = await request.formData();
    const text = (name: string) => String(form.get(name) ?? '');
    const who = form.has('enrolmentId')
      ? { enrolmentId: text('enrolmentId') }
      : { panelId: text('panelId'), jurorId: text('jurorId') };
    const recorded = await recordAttendance(
      locals.ground,
      locals.actor,
      params.session,
      who,
      form.get('present') === 'true'
    );
    return recorded.ok ? {} : refuseForm(recorded.error);
  },
  delay: async ({ request, locals, params }) => {
    const form = await request.formData();
    const typed = { who: String(form.get('who')), minutes: String(form.get('minutes')) };
    const delayed = await delaySession(locals.ground, locals.actor, params.session, form);
    if (!delayed.ok) return fail(400, { delayRefusal: delayed.error, delayed: typed });
    return { delayed: typed, shown: delayed.value };
  },
  incident: noteIncident
};
