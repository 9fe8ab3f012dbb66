/** What an invigilator does about a session's exam. */
import { z } from 'zod';
import type { Actor } from '#people';
import { onSession, recordAttendance } from '#session';
import type { Ground } from '#platform/ground.ts';
import { parseForm, says } from '#platform/form.ts';
import { fail, ok, refuse, type Result } from '#platform/result.ts';
import { cleanText } from '#platform/text.ts';
import { incidentsBySitting, type AssistantIncident } from '../assistant/store.ts';
import { readAnswer } from './answer.ts';
import { beginnings } from './beginnings.ts';
import { settledIncidents, type SittingEvent, type SittingFact } from './model.ts';
import { readEvents, readPlaces, type SittingPlace } from './store.ts';
import { tell } from './tell.ts';

const most = 600;
const reason = z
  .unknown()
  .optional()
  .transform((raw) => (typeof raw === 'string' ? raw : ''));

const orderForm = z.object({
  order: z.enum(
    ['admit', 'turn-away', 'start', 'pause', 'resume', 'give-back', 'end', 'count-late'],
    says('Choisissez une action.', 'Choose an action.')
  ),
  sittings: z
    .array(z.uuid())
    .min(1, says('Choisissez au moins un candidat.', 'Choose at least one candidate.'))
    .max(most),
  reason,
  minutes: z.coerce.number().catch(0),
  /** The failures of the assistant for which minutes are given back. */
  incidents: z.array(z.uuid()).max(most).default([])
});
type Order = z.output<typeof orderForm>;

/** Orders that the minutes of the session must be able to explain. */
const reasoned: readonly Order['order'][] = [
  'turn-away',
  'pause',
  'give-back',
  'end',
  'count-late'
];

/**
 * Gives one order about one sitting or many. Those about which it cannot be said any more are left as
 * they are. @returns how many it was said of; a refusal when of none
 */
export async function order(
  ground: Ground,
  actor: Actor | null,
  sessionId: string,
  form: unknown
): Promise<Result<{ told: number; of: number }>> {
  const parsed = parseForm(orderForm, form);
  if (!parsed.ok) return parsed;
  const asked = parsed.value;
  const said = saidWith(asked);
  if (!said.ok) return said;
  const allowed = await onSession(
    ground,
    actor,
    'exam.invigilate',
    sessionId,
    ['marking', 'deliberating'],
    async (tx, _session, by) => ok({ by, places: await readPlaces(tx, { sessionId }) })
  );
  if (!allowed.ok) return allowed;
  const { by, places } = allowed.value;
  const chosen = places.filter(({ sittingId }) => asked.sittings.includes(sittingId));
  const events = await readEvents(
    ground.db,
    places.map(({ sittingId }) => sittingId)
  );
  const countedFrom = beginnings(places, events);
  const incidents = await incidentsBySitting(ground.db, sessionId);
  const startOf = (place: SittingPlace) => {
    const now = ground.clock.now();
    return new Date(countedFrom(place, now) ?? now);
  };
  let told = 0;
  let refused: Result<SittingFact> | undefined;
  for (const place of chosen) {
    const outcome = await tell(
      ground,
      place,
      by.userId,
      async (tx, { events: own, state }) => {
        if (asked.order === 'give-back')
          return givenBack(asked, said.value, incidents.get(place.sittingId) ?? [], own);
        if (asked.order !== 'count-late')
          return ok(factOf(asked.order, said.value, startOf(place)));
        const { late } = await readAnswer(tx, place.sittingId, own, state);
        const upTo = late.at(-1)?.place;
        return upTo === undefined
          ? nothingLate()
          : ok({ kind: 'late-counted', upTo, reason: said.value });
      },
      payloadOf
    );
    if (!outcome.ok) {
      refused = outcome;
      continue;
    }
    told += 1;
    // Whose identity was checked is here.
    if (asked.order === 'admit')
      await recordAttendance(ground, actor, sessionId, { enrolmentId: place.enrolmentId }, true);
  }
  if (told === 0) return refused && !refused.ok ? refused : noSuchSitting();
  return ok({ told, of: chosen.length });
}

function saidWith({ order: kind, reason: typed, minutes }: Order): Result<string> {
  const clean = cleanText(typed, 300);
  if (!clean.ok) return fail({ ...clean.error, fields: { reason: clean.error.message } });
  if (reasoned.includes(kind) && clean.value === '')
    return refuse(
      'exam.no-reason',
      'Dites pourquoi : une ligne suffit, elle sera gardée.',
      'Say why: one line is enough, it will be kept.',
      { reason: { fr: 'Une ligne suffit.', en: 'One line is enough.' } }
    );
  if (kind === 'give-back' && !(Number.isInteger(minutes) && minutes >= 1 && minutes <= 120))
    return refuse(
      'exam.minutes',
      'Rendez de 1 à 120 minutes.',
      'Give back from 1 to 120 minutes.',
      { minutes: { fr: 'De 1 à 120.', en: 'From 1 to 120.' } }
    );
  return ok(clean.value);
}

/** Minutes for all, or for failures of the assistant: these are made up for once. */
function givenBack(
  { minutes, incidents: asked }: Order,
  reason: string,
  known: readonly AssistantIncident[],
  events: readonly SittingEvent[]
): Result<SittingFact> {
  if (asked.length === 0) return ok({ kind: 'given-back', minutes, reason });
  const settled = settledIncidents(events);
  const open = known.map(({ questionId }) => questionId).filter((id) => !settled.has(id));
  return asked.every((id) => open.includes(id))
    ? ok({ kind: 'given-back', minutes, reason, incidents: [...asked] })
    : alreadySettled();
}

const payloadOf = (fact: SittingFact): Record<string, unknown> =>
  fact.kind === 'given-back' ? { minutes: fact.minutes, incidents: fact.incidents ?? [] } : {};

function factOf(
  kind: Exclude<Order['order'], 'count-late' | 'give-back'>,
  why: string,
  countedFrom: Date
): SittingFact {
  switch (kind) {
    case 'admit':
      return { kind: 'admitted' };
    case 'turn-away':
      return { kind: 'turned-away', reason: why };
    case 'start':
      return { kind: 'started', countedFrom: countedFrom.toISOString() };
    case 'pause':
      return { kind: 'paused', reason: why };
    case 'resume':
      return { kind: 'resumed' };
    case 'end':
      return { kind: 'ended', reason: why };
  }
}

const alreadySettled = () =>
  refuse(
    'exam.incident-settled',
    'Les minutes de cette panne sont déjà rendues : la page est à jour, regardez de nouveau.',
    'The minutes of this failure have already been given back: the page is up to date, look again.'
  );

const nothingLate = () =>
  refuse(
    'exam.nothing-late',
    'Rien n’est arrivé après l’heure pour cette copie.',
    'Nothing came late for this paper.'
  );

const noSuchSitting = () =>
  refuse(
    'exam.unknown',
    'Ces épreuves ne sont plus dans la session : rechargez la page.',
    'These assessments are no longer in the session: reload the page.'
  );
