/** Who may write on a sheet, and when: the refusals of marking, as pure rules. */
import type { AssessmentId } from '#referential/model.ts';
import type { UserId } from '#people/model.ts';
import type {
  ConflictKind,
  EnrolmentId,
  SessionId,
  SessionStatus,
  SittingId
} from '#session/model.ts';
import { refuse, type Refusal } from '#platform/result.ts';

/** A juror before a sitting of a panel that they sit on, or sat on. */
export interface Standing {
  sittingId: SittingId;
  jurorId: UserId;
  sessionId: SessionId;
  enrolmentId: EnrolmentId;
  assessmentId: AssessmentId;
  referentialId: string;
  status: SessionStatus;
  removed: boolean;
  /** The juror's word on this candidate; null before it is given. */
  conflict: ConflictKind | null;
  handedIn: { at: Date; absent: boolean } | null;
}

export const unknownSheet = () =>
  refuse(
    'jury.unknown',
    'Cette grille n’est pas la vôtre, ou n’existe plus\u00a0: revenez à votre journée.',
    'This sheet is not yours, or no longer exists: go back to your day.'
  );

/** Why a juror may not open a sheet of their panel; undefined when they may. */
export function accessRefusal({ removed, conflict }: Standing): Refusal | undefined {
  if (removed)
    return refuse(
      'jury.removed',
      'Vous avez été retiré de ce jury\u00a0: vos notes sont conservées, mais vous ne pouvez plus en ajouter.',
      'You have been removed from this panel: your marks are kept, but you cannot add any.'
    ).error;
  if (conflict === null)
    return refuse(
      'jury.undeclared',
      'Déclarez d’abord si vous avez un lien avec ce candidat.',
      'First declare whether you have a tie with this candidate.'
    ).error;
  if (conflict !== 'none')
    return refuse(
      'jury.conflict',
      'Vous avez déclaré un lien avec ce candidat\u00a0: un autre jury doit l’entendre.',
      'You have declared a tie with this candidate: another panel must hear them.'
    ).error;
  return undefined;
}

export function closedRefusal({ status }: Standing): Refusal | undefined {
  if (status === 'marking') return undefined;
  return refuse(
    'jury.closed',
    'La notation de cette session n’est pas ouverte\u00a0: voyez le président du jury.',
    'Marking is not open for this session: see the panel’s president.'
  ).error;
}

/** Why a mark may not be added: freely before hand-in, with a reason after it, never for an absent. */
export function markRefusal(standing: Standing, reason: string | null): Refusal | undefined {
  const closed = closedRefusal(standing);
  if (closed || !standing.handedIn) return closed;
  if (standing.handedIn.absent)
    return refuse(
      'jury.absent',
      'Vous avez déclaré ce candidat absent\u00a0: voyez le responsable de la session pour le noter.',
      'You have declared this candidate absent: see the session’s manager to mark them.'
    ).error;
  if (reason) return undefined;
  return refuse(
    'jury.handed-in',
    'Cette grille est remise\u00a0: pour corriger une note, donnez-en la raison.',
    'This sheet has been handed in: to correct a mark, give the reason.'
  ).error;
}
