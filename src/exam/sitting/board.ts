/** What an invigilator sees of a session's exam. */
import type { Actor } from '#people';
import { openFacts } from '#session';
import type { Ground } from '#platform/ground.ts';
import type { Phrase } from '#platform/language.ts';
import { ok, type Result } from '#platform/result.ts';
import { assessment, assessmentIdSchema } from '#referential';
import type { Fault } from '../assistant/model.ts';
import { incidentsBySitting, type AssistantIncident } from '../assistant/store.ts';
import { countLate } from './answer.ts';
import { beginnings } from './beginnings.ts';
import { tellClosed } from './closing.ts';
import {
  devicesOf,
  settledIncidents,
  stateAt,
  type SittingEvent,
  type SittingState
} from './model.ts';
import { currentCode, isExamOpen } from './opening.ts';
import { standingOf, type Standing } from './standing.ts';
import { readEvents, readPlaces, readProgress } from './store.ts';

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
  /** When the others began a paper that this candidate has not begun, while some of its time is left. */
  countedFrom: number | null;
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
  const countedFrom = beginnings(places, events);
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
        countedFrom: isToBegin(state) ? countedFrom(place, now) : null,
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

const isToBegin = ({ kind }: SittingState): boolean =>
  kind === 'expected' || kind === 'waiting' || kind === 'admitted';
