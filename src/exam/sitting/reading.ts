/** What the candidate reads of their own sittings. */
import { authorise, type Actor } from '#people';
import { assessment, assessmentIdSchema } from '#referential';
import { readSessionFacts } from '#session';
import type { Ground } from '#platform/ground.ts';
import { ok, type Result } from '#platform/result.ts';
import { forCandidate, type CandidateView } from '../subjects/model.ts';
import { findDrawn } from '../subjects/store.ts';
import { answerHash } from './answer.ts';
import { isClosedUntold, readOver } from './closing.ts';
import { devicesOf, isUnsealed, stateAt } from './model.ts';
import { ownSitting } from './open-sitting.ts';
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
