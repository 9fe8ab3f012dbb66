import { digest } from '#platform/canonical.ts';
import type { Observation } from './marks.ts';

/** What the ledger holds of a mark: enough to prove that the stored row is the one that was sent. */
export const observationDigest = (mark: Observation): string =>
  digest({
    id: mark.id,
    sitting: mark.sittingId,
    juror: mark.jurorId,
    criterion: mark.criterionId,
    level: mark.level,
    comment: mark.comment,
    madeAt: mark.madeAt,
    sequence: mark.sequence,
    reason: mark.reason
  });
