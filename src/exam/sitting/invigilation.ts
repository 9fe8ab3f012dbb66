/** What an invigilator sees of a session's exam, and does about it. */
import { z } from 'zod';
import type { Actor } from '#people';
import { onSession, openFacts, recordAttendance } from '#session';
import type { Database } from '#platform/database.ts';
import type { Ground } from '#platform/ground.ts';
import type { Phrase } from '#platform/language.ts';
import { parseForm, says } from '#platform/form.ts';
import { fail, ok, refuse, type Result } from '#platform/result.ts';
import { cleanText } from '#platform/text.ts';
import { assessment, assessmentIdSchema } from '#referential';
import type { Fault } from '../assistant/model.ts';
import { readAssistantIncidents, type AssistantIncident } from '../assistant/store.ts';
import { countLate, readAnswer } from './answer.ts';
import { tellClosed } from './closing.ts';
import {
  devicesOf,
  settledIncidents,
  stateAt,
  type SittingEvent,
  type SittingFact
} from './model.ts';
import { currentCode, isExamOpen } from './opening.ts';
import { standingOf, type Standing } from './standing.ts';
import { readEvents, readPlaces, readProgress, type SittingPlace } from './store.ts';
import { tell } from './tell.ts';

/** One candidate in one assessment, as the board shows them. */
export interface BoardLine {
  sittingId: string;
  assessmentId: string;
  enrolmentId: string;
  name: string;
  number: number;
  room: string;
  startsAt: number;
  minutes: number;
  adaptations: Phrase[];
  standing: Standing;
  devices: number;
  /** Changes held, and when the last one came; null before the first. */
  changes: number;
  lastSaved: number | null;
  /** Changes that came too late to count. */
  late: number;
  /** Failures of the assistant, oldest first. */
  incidents: BoardIncident[];
}

/** A failure of the assistant, the minutes that it cost, and whether some were given back for it. */
export interface BoardIncident {
  id: string;
  fault: Fault;
  at: number;
  minutes: number;
  settled: boolean;
}

/** The board of a session: its code, and its assessments with their candidates. */
export interface Board {
  open: boolean;
  code: string | null;
  now: number;
  assessments: { id: string; title: string; lines: BoardLine[] }[];
}

/** Reads the board, for whoever invigilates this session. */
export async function readBoard(
  ground: Ground,
  actor: Actor | null,
  sessionId: string
): Promise<Result<Board>> {
  const opened = await openFacts(ground, actor, 'exam.invigilate', sessionId);
  if (!opened.ok) return opened;
  const facts = opened.value;
  const { db } = ground;
  const places = await readPlaces(db, { sessionId });
  const ids = places.map(({ sittingId }) => sittingId);
  const [open, code, events, progress, incidents] = await Promise.all([
    isExamOpen(db, sessionId),
    currentCode(db, sessionId),
    readEvents(db, ids),
    readProgress(db, ids),
    incidentsBySitting(db, sessionId)
  ]);
  const now = ground.clock.now();
  const rooms = new Map<string, string>(facts.panels.map(({ id, room }) => [id, room]));
  const lines = await Promise.all(
    places.map(async (place) => {
      const own = events.get(place.sittingId) ?? [];
      const state = stateAt(own, place.allowance, now);
      const held = progress.get(place.sittingId) ?? { changes: 0, lastSaved: null };
      return {
        assessmentId: place.assessmentId,
        sittingId: place.sittingId,
        enrolmentId: place.enrolmentId,
        name: place.name,
        number: place.number,
        room: rooms.get(place.panelId) ?? '',
        startsAt: place.startsAt.getTime(),
        minutes: place.allowance.workMs / 60_000,
        adaptations: place.granted,
        standing: standingOf(own, state, now),
        devices: devicesOf(own).size,
        changes: held.changes,
        lastSaved: held.lastSaved?.getTime() ?? null,
        late: await countLate(db, place.sittingId, { events: own, state }, held),
        incidents: boardIncidents(incidents.get(place.sittingId) ?? [], own)
      };
    })
  );
  await tellClosed(
    ground,
    places.map((place) => ({ place, events: events.get(place.sittingId) ?? [] }))
  );
  const byAssessment = Map.groupBy(lines, ({ assessmentId }) => assessmentId);
  return ok({
    open,
    code,
    now: now.getTime(),
    assessments: [...byAssessment].map(([id, own]) => ({
      id,
      title: assessment(facts.referential, assessmentIdSchema.parse(id)).title,
      lines: own
    }))
  });
}

const incidentsBySitting = async (db: Database, sessionId: string) =>
  Map.groupBy(await readAssistantIncidents(db, sessionId), ({ sittingId }) => sittingId);

function boardIncidents(
  incidents: readonly AssistantIncident[],
  events: readonly SittingEvent[]
): BoardIncident[] {
  const settled = settledIncidents(events);
  return incidents.map(({ questionId, fault, at, minutesLost }) => ({
    id: questionId,
    fault,
    at: at.getTime(),
    minutes: minutesLost,
    settled: settled.has(questionId)
  }));
}

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
  const begun = await beginnings(ground, places);
  const incidents = await incidentsBySitting(ground.db, sessionId);
  let told = 0;
  let refused: Result<SittingFact> | undefined;
  for (const place of chosen) {
    const outcome = await tell(
      ground,
      place,
      by.userId,
      async (tx, { events, state }) => {
        if (asked.order === 'give-back')
          return givenBack(asked, said.value, incidents.get(place.sittingId) ?? [], events);
        if (asked.order !== 'count-late')
          return ok(factOf(asked.order, said.value, begun(place, ground.clock.now())));
        const { late } = await readAnswer(tx, place.sittingId, events, state);
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

/**
 * From when a sitting's time is counted. A paper written together has one beginning, that of the first
 * who started: a late arrival has the time that is left, and the invigilator may give minutes back. Who
 * is let in once no time is left begins a paper of their own.
 */
async function beginnings(
  ground: Ground,
  places: readonly SittingPlace[]
): Promise<(place: SittingPlace, now: Date) => Date> {
  const events = await readEvents(
    ground.db,
    places.map(({ sittingId }) => sittingId)
  );
  const paper = (place: SittingPlace) => `${place.assessmentId} ${place.startsAt.toISOString()}`;
  const together = Map.groupBy(
    places.filter(({ assessmentId }) => assessmentId === 'EC2' || assessmentId === 'EC3'),
    paper
  );
  const first = new Map(
    [...together].map(([key, group]) => [
      key,
      Math.min(...group.flatMap(({ sittingId }) => startOf(events.get(sittingId) ?? [])))
    ])
  );
  return (place, now) => {
    const common = first.get(paper(place)) ?? Infinity;
    const isOver = common + place.allowance.workMs <= now.getTime();
    return isOver ? now : new Date(Math.min(common, now.getTime()));
  };
}

const startOf = (events: readonly SittingEvent[]): number[] =>
  events.flatMap(({ fact }) => (fact.kind === 'started' ? [Date.parse(fact.countedFrom)] : []));

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
