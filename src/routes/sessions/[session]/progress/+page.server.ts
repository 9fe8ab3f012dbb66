import { fail } from '@sveltejs/kit';
import { newId } from '#platform/ids.ts';
import { ok, refuse, type Result } from '#platform/result.ts';
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

/** Nobody is absent because a form said nothing. */
function readPresence(given: FormDataEntryValue | null): Result<boolean> {
  if (given === 'true') return ok(true);
  if (given === 'false') return ok(false);
  return refuse(
    'session.attendance',
    'Dites si la personne est présente ou absente\u00a0: rien n’a été noté.',
    'Say whether the person is present or absent: nothing was recorded.'
  );
}

export const actions: Actions = {
  attendance: async ({ request, locals, params }) => {
    const form = await request.formData();
    const text = (name: string) => String(form.get(name) ?? '');
    const who = form.has('enrolmentId')
      ? { enrolmentId: text('enrolmentId') }
      : { panelId: text('panelId'), jurorId: text('jurorId') };
    const present = readPresence(form.get('present'));
    if (!present.ok) return refuseForm(present.error);
    const recorded = await recordAttendance(
      locals.ground,
      locals.actor,
      params.session,
      who,
      present.value
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
