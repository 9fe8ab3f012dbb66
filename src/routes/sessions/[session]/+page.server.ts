import { examGaps, readProvider } from '#exam';
import { can } from '#people';
import { newId } from '#platform/ids.ts';
import {
  fullName,
  jurorsOf,
  obstacles,
  openFacts,
  openMarking,
  rollCallInWords,
  rollCallOf,
  updateSession
} from '#session';
import { civilDay } from '#platform/civil-day.ts';
import { followMarking } from '#verdict/follow.ts';
import { refuseForm, valueOr } from '../../answer.ts';
import { noteIncident } from './incident.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { ground, actor, language } = locals;
  const facts = valueOr(await openFacts(ground, actor, 'session.read', params.session), language);
  const follows = facts.status === 'marking' && can(actor, 'marking.follow', facts.centre.id);
  const following = follows
    ? valueOr(await followMarking(ground, actor, params.session), language)
    : null;
  const mayManage = can(actor, 'session.manage', facts.centre.id);
  const isAhead = facts.status === 'preparing' || facts.status === 'marking';
  const jurors = following?.panels.flatMap((panel) => panel.jurors) ?? [];
  return {
    session: {
      title: facts.title,
      day: facts.day,
      lastDay: facts.lastDay === facts.day ? '' : facts.lastDay,
      place: facts.place,
      status: facts.status,
      revision: facts.revision
    },
    figures: {
      candidates: facts.enrolments.length,
      panels: facts.panels.length,
      jurors: jurorsOf(facts).length,
      sittings: facts.sittings.length
    },
    rollCall:
      facts.status === 'marking' || facts.status === 'deliberating'
        ? rollCallInWords(rollCallOf(facts.enrolments))
        : null,
    obstacles: isAhead ? obstacles(facts) : [],
    gaps: isAhead && mayManage ? examGaps(facts, readProvider()) : [],
    marking: following && {
      handedIn: jurors.reduce((sum, { handedIn }) => sum + handedIn, 0),
      due: jurors.reduce((sum, { due }) => sum + due, 0),
      awaited: following.awaited.length
    },
    candidates: facts.enrolments.map((each) => ({ value: each.id, label: fullName(each) })),
    incidents: facts.incidents,
    incidentId: newId<'incident'>(),
    today: civilDay(ground.clock.now()),
    mayManage,
    mayReport: can(actor, 'incident.report', facts.centre.id) && facts.status !== 'closed'
  };
};

export const actions: Actions = {
  open: async ({ locals, params }) => {
    const opened = await openMarking(locals.ground, locals.actor, params.session);
    return opened.ok ? { done: 'opened' as const } : refuseForm(opened.error);
  },
  edit: async ({ request, locals, params }) => {
    const form = await request.formData();
    const revision = Number(form.get('revision'));
    const saved = await updateSession(locals.ground, locals.actor, params.session, revision, form);
    return saved.ok ? { done: 'saved' as const } : refuseForm(saved.error, form);
  },
  incident: noteIncident
};
