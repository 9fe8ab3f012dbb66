/** What the parts of the workspace stand on: a candidate's own sitting, unsealed. */
import { authorise, type Actor } from '#people';
import type { Ground } from '#platform/ground.ts';
import { isId } from '#platform/ids.ts';
import { ok, refuse, type Result } from '#platform/result.ts';
import { forCandidate, type CandidateView } from '../subjects/model.ts';
import { findDrawn } from '../subjects/store.ts';
import { isUnsealed, stateAt, type SittingEvent, type SittingState } from './model.ts';
import { readEvents, readPlaces, type SittingPlace } from './store.ts';

/** A candidate's own sitting, whatever its state. */
export interface OwnSitting {
  place: SittingPlace;
  events: SittingEvent[];
  state: SittingState;
}

export const unknownSitting = () =>
  refuse(
    'exam.unknown',
    'Cette épreuve n’est pas la vôtre, ou n’existe plus : revenez à vos épreuves.',
    'This assessment is not yours, or no longer exists: go back to your assessments.'
  );

/** A candidate's own sitting, and where it stands now. */
export async function ownSitting(
  ground: Ground,
  actor: Actor | null,
  sittingId: string
): Promise<Result<OwnSitting>> {
  const allowed = authorise(actor, 'exam.sit');
  if (!allowed.ok) return allowed;
  if (!isId(sittingId)) return unknownSitting();
  const [place] = await readPlaces(ground.db, { sittingIds: [sittingId] });
  if (!place || place.userId !== allowed.value.userId) return unknownSitting();
  const events = (await readEvents(ground.db, [sittingId])).get(sittingId) ?? [];
  return ok({ place, events, state: stateAt(events, place.allowance, ground.clock.now()) });
}

/** A sitting that has begun, as the parts of the workspace see it. */
export interface OpenSitting {
  sittingId: string;
  enrolmentId: string;
  sessionId: string;
  assessmentId: SittingPlace['assessmentId'];
  /** The candidate's part of the subject, and nothing of the jury's. */
  subject: CandidateView;
  startedAt: Date;
  /** When the time is over; null while the clock stands still, and after a hand-in. */
  endsAt: Date | null;
  paused: boolean;
  handedInAt: Date | null;
}

/** The candidate's own sitting once it has begun, for whatever is laid beside the text. */
export async function findOpenSitting(
  ground: Ground,
  actor: Actor | null,
  sittingId: string
): Promise<Result<OpenSitting>> {
  const own = await ownSitting(ground, actor, sittingId);
  if (!own.ok) return own;
  const { place, state } = own.value;
  const subject = isUnsealed(state)
    ? await findDrawn(ground.db, place.enrolmentId, place.assessmentId)
    : undefined;
  if (!subject || !('startedAt' in state) || state.startedAt === null)
    return refuse(
      'exam.not-begun',
      'Cette épreuve n’a pas commencé : attendez le surveillant.',
      'This assessment has not begun: wait for the invigilator.'
    );
  return ok({
    sittingId: place.sittingId,
    enrolmentId: place.enrolmentId,
    sessionId: place.sessionId,
    assessmentId: place.assessmentId,
    subject: forCandidate(subject, place.kinds.has('written-channel')),
    startedAt: state.startedAt,
    endsAt: state.kind === 'running' ? state.endsAt : state.kind === 'ended' ? state.at : null,
    paused: state.kind === 'paused',
    handedInAt: state.kind === 'handed-in' ? state.at : null
  });
}

/** Where a candidate's own sitting belongs. */
export async function findPlace(
  ground: Ground,
  actor: Actor | null,
  sittingId: string
): Promise<Result<SittingPlace>> {
  const own = await ownSitting(ground, actor, sittingId);
  return own.ok ? ok(own.value.place) : own;
}
