/** What the candidate reads of their own sittings, and the jury of a candidate's. */
import { authorise, type Actor } from '#people';
import { assessment, assessmentIdSchema } from '#referential';
import { readSessionFacts, type SessionFacts } from '#session';
import type { Ground } from '#platform/ground.ts';
import { isId } from '#platform/ids.ts';
import { ok, refuse, type Result } from '#platform/result.ts';
import { forCandidate, type CandidateView, type Subject } from '../subjects/model.ts';
import { findDrawn } from '../subjects/store.ts';
import { answerHash } from './answer.ts';
import { isClosedUntold, readOver } from './closing.ts';
import { devicesOf, isUnsealed, stateAt } from './model.ts';
import { ownSitting, unknownSitting } from './open-sitting.ts';
import { standingOf, type Standing } from './standing.ts';
import { readEvents, readPlaces, type SittingPlace } from './store.ts';
import type { Texts } from './text.ts';

/** One line of a candidate's list. */
export interface OwnLine {
  sittingId: string;
  assessmentId: string;
  title: string;
  startsAt: Date;
  room: string;
  minutes: number;
  standing: Standing;
}

/** The candidate's sittings of sessions that are open for marking, in the order of the day. */
export async function listOwnSittings(
  ground: Ground,
  actor: Actor | null
): Promise<Result<OwnLine[]>> {
  const allowed = authorise(actor, 'exam.sit');
  if (!allowed.ok) return allowed;
  const places = await readPlaces(ground.db, { userId: allowed.value.userId });
  const events = await readEvents(
    ground.db,
    places.map(({ sittingId }) => sittingId)
  );
  const now = ground.clock.now();
  const lines: OwnLine[] = [];
  for (const sessionId of new Set(places.map((place) => place.sessionId))) {
    const facts = await readSessionFacts(ground.db, sessionId);
    if (facts?.status !== 'marking') continue;
    for (const place of places.filter((each) => each.sessionId === sessionId)) {
      const own = events.get(place.sittingId) ?? [];
      lines.push({
        sittingId: place.sittingId,
        assessmentId: place.assessmentId,
        title: assessment(facts.referential, assessmentIdSchema.parse(place.assessmentId)).title,
        startsAt: place.startsAt,
        room: facts.panels.find(({ id }) => id === place.panelId)?.room ?? '',
        minutes: place.allowance.workMs / 60_000,
        standing: standingOf(own, stateAt(own, place.allowance, now), now)
      });
    }
  }
  return ok(lines);
}

/** A candidate's own sitting, as its page opens; the subject only once it is unsealed, on a known device. */
export interface OwnPage {
  place: SittingPlace;
  standing: Standing;
  /** Whether this device gave the room's code. */
  known: boolean;
  subject: CandidateView | null;
  /** The answer, once it is handed in or the time is over. */
  texts: Texts | null;
  /** Of a paper closed without a hand-in, its hash, as the ledger holds it. */
  hash: string | null;
}

export async function openOwnSitting(
  ground: Ground,
  actor: Actor | null,
  sittingId: string,
  device: string
): Promise<Result<OwnPage>> {
  const own = await ownSitting(ground, actor, sittingId);
  if (!own.ok) return own;
  const { place, events, state } = own.value;
  const now = ground.clock.now();
  const over = await readOver(ground, own.value);
  const known = over !== null || devicesOf(events).has(device);
  const drawn =
    known && isUnsealed(state)
      ? await findDrawn(ground.db, place.enrolmentId, place.assessmentId)
      : undefined;
  return ok({
    place,
    known,
    standing: standingOf(events, state, now),
    subject: drawn ? forCandidate(drawn, place.kinds.has('written-channel')) : null,
    texts: over?.texts ?? null,
    hash: over && isClosedUntold(events, state, now) ? answerHash(over.texts) : null
  });
}

/** What a juror reads beside the grid: the whole subject and, once it is closed, the answer. */
export interface JurorSubject {
  subject: Subject;
  candidate: { number: number; name: string };
  /** The candidate was granted the written channel of MS2. */
  writtenChannel: boolean;
  answer: Texts | null;
}

/** A sitting that a person judges, for a juror of its panel who declared no tie with the candidate. */
export async function judgedSitting(
  ground: Ground,
  actor: Actor | null,
  sittingId: string
): Promise<Result<{ place: SittingPlace; facts: SessionFacts }>> {
  const allowed = authorise(actor, 'marking.write');
  if (!allowed.ok) return allowed;
  if (!isId(sittingId)) return unknownSitting();
  const [place] = await readPlaces(ground.db, { sittingIds: [sittingId] });
  const facts = place && (await readSessionFacts(ground.db, place.sessionId));
  if (!facts || !sitsOnPanel(facts, place.panelId, allowed.value.userId)) return unknownSitting();
  const barred = facts.conflicts.some(
    ({ jurorId, enrolmentId, kind }) =>
      jurorId === allowed.value.userId && enrolmentId === place.enrolmentId && kind !== 'none'
  );
  return barred ? unknownSitting() : ok({ place, facts });
}

/**
 * The subject of a sitting for a juror of its panel: scenario, role sheet and marking notes from the
 * opening of the day, to prepare the part; the answer once the candidate can no longer change it.
 */
export async function subjectForJuror(
  ground: Ground,
  actor: Actor | null,
  sittingId: string
): Promise<Result<JurorSubject>> {
  const judged = await judgedSitting(ground, actor, sittingId);
  if (!judged.ok) return judged;
  const { place, facts } = judged.value;
  const subject =
    facts.status === 'preparing'
      ? undefined
      : await findDrawn(ground.db, place.enrolmentId, place.assessmentId);
  if (!subject)
    return refuse(
      'exam.sealed',
      'Le sujet est encore sous scellés : il s’ouvre au jury avec la journée.',
      'The subject is still sealed: it opens to the jury with the day.'
    );
  const events = (await readEvents(ground.db, [sittingId])).get(sittingId) ?? [];
  const state = stateAt(events, place.allowance, ground.clock.now());
  const over = await readOver(ground, { place, events, state });
  return ok({
    subject,
    candidate: { number: place.number, name: place.name },
    writtenChannel: place.kinds.has('written-channel'),
    answer: over?.texts ?? null
  });
}

const sitsOnPanel = (facts: SessionFacts, panelId: string, jurorId: string): boolean =>
  facts.panels.some(
    ({ id, members }) =>
      id === panelId && members.some((each) => each.jurorId === jurorId && !each.removed)
  );
