import { can, listPeople } from '#people';
import { newId } from '#platform/ids.ts';
import type { Result } from '#platform/result.ts';
import {
  addPanel,
  changePanel,
  fullName,
  jurorsOf,
  liveMembers,
  namePresident,
  openFacts,
  removeJuror,
  removePanel,
  seatJuror,
  setAvailability
} from '#session';
import { refuseForm, valueOr } from '../../../answer.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { ground, actor, language } = locals;
  const facts = valueOr(await openFacts(ground, actor, 'session.read', params.session), language);
  const mayManage =
    can(actor, 'panel.manage', facts.centre.id) &&
    (facts.status === 'preparing' || facts.status === 'marking');
  const seated = new Set<string>(jurorsOf(facts).map(({ jurorId }) => jurorId));
  const people = mayManage ? valueOr(await listPeople(ground, actor), language) : [];
  return {
    status: facts.status,
    least: facts.referential.policy.minJurors,
    panels: facts.panels.map((panel) => ({
      id: panel.id,
      name: panel.name,
      room: panel.room,
      heard: new Set(
        facts.sittings
          .filter(({ panelId }) => panelId === panel.id)
          .map(({ enrolmentId }) => enrolmentId)
      ).size,
      members: liveMembers(panel).map(({ jurorId, name, availability }) => ({
        jurorId,
        name,
        availability,
        presides: jurorId === facts.presidentId
      })),
      removed: panel.members.filter(({ removed }) => removed).map(({ name }) => name)
    })),
    candidates: facts.enrolments.map((each) => ({ id: each.id, name: fullName(each) })),
    conflicts: facts.conflicts,
    free: people
      .filter(
        (person) => person.grants.some(({ role }) => role === 'juror') && !seated.has(person.id)
      )
      .map(({ id, name }) => ({ value: id, label: name })),
    panelId: newId<'panel'>(),
    mayManage,
    mayForm: mayManage && facts.status === 'preparing'
  };
};

type Done = 'added' | 'changed' | 'removed' | 'seated' | 'available' | 'taken-off' | 'named';

/** An action of this page: what the form asks, and the word that says it was done. */
const act =
  (
    done: Done,
    run: (
      event: RequestEvent,
      form: FormData,
      text: (name: string) => string
    ) => Promise<Result<unknown>>
  ) =>
  async (event: RequestEvent) => {
    const form = await event.request.formData();
    const result = await run(event, form, (name) => String(form.get(name) ?? ''));
    return result.ok ? { done } : refuseForm(result.error, form);
  };

export const actions: Actions = {
  add: act('added', ({ locals, params }, form) =>
    addPanel(locals.ground, locals.actor, params.session, form)
  ),
  change: act('changed', ({ locals, params }, form) =>
    changePanel(locals.ground, locals.actor, params.session, form)
  ),
  remove: act('removed', ({ locals, params }, _, text) =>
    removePanel(locals.ground, locals.actor, params.session, text('panelId'))
  ),
  seat: act('seated', ({ locals, params }, _, text) =>
    seatJuror(locals.ground, locals.actor, params.session, {
      panelId: text('panelId'),
      jurorId: text('jurorId')
    })
  ),
  availability: act('available', ({ locals, params }, form) =>
    setAvailability(locals.ground, locals.actor, params.session, form)
  ),
  takeOff: act('taken-off', ({ locals, params }, _, text) =>
    removeJuror(locals.ground, locals.actor, params.session, {
      panelId: text('panelId'),
      jurorId: text('jurorId')
    })
  ),
  president: act('named', ({ locals, params }, _, text) =>
    namePresident(locals.ground, locals.actor, params.session, text('jurorId'))
  )
};
