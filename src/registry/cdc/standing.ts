/** Where an award stands with the Caisse des Dépôts, and what is to be done next. Pure. */

export const actions = ['declare', 'correct', 'amend', 'cancel'] as const;
/**
 * « declare » and « correct » (a passage that was refused) are said in a file. The file format has no
 * word for what was accepted and is no longer true: « amend » and « cancel » are done on the portal,
 * and noted here.
 */
export type Action = (typeof actions)[number];

/** One thing that was said of an award, and the last answer to it; null while there is none. */
export interface Said {
  action: Action;
  digest: string;
  accepted: boolean | null;
}

/** What is true of an award today: null when it was taken back. */
export type Truth = { digest: string; complete: boolean } | null;

export type Standing =
  /** Nothing is owed: no award, and none was ever told. */
  | 'none'
  /** Something is missing in the identity: it cannot be told yet. */
  | 'incomplete'
  | 'to-declare'
  /** Handed over, and no answer yet. */
  | 'awaiting'
  | 'accepted'
  /** Refused, and nothing was corrected since. */
  | 'refused'
  | 'to-correct'
  | 'to-amend'
  | 'to-cancel'
  | 'cancelled';

/** The standing of an award, from all that was said of it in order. */
export function standingOf(truth: Truth, said: readonly Said[]): Standing {
  const last = said.at(-1);
  if (!last || last.action === 'cancel') {
    if (!truth) return last ? 'cancelled' : 'none';
    return truth.complete ? 'to-declare' : 'incomplete';
  }
  const onPortal = last.action === 'amend';
  if (last.accepted === false) {
    if (!truth) return 'cancelled';
    if (!truth.complete) return 'incomplete';
    return truth.digest === last.digest ? 'refused' : 'to-correct';
  }
  if (!truth) return 'to-cancel';
  if (truth.digest !== last.digest) return 'to-amend';
  return last.accepted || onPortal ? 'accepted' : 'awaiting';
}

/** What a file says of an award in this standing; null when it says nothing of it. */
export const inFile = (standing: Standing): Action | null =>
  standing === 'to-declare' ? 'declare' : standing === 'to-correct' ? 'correct' : null;

/** What is done on the portal in this standing. */
export const onPortal = (standing: Standing): Action | null =>
  standing === 'to-amend' ? 'amend' : standing === 'to-cancel' ? 'cancel' : null;
