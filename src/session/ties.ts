import type { Conflict, ConflictKind } from './model.ts';

/**
 * What jurors said of candidates, to be asked one by one.
 * @returns a juror's word on a candidate; undefined while it is awaited
 */
export function tiesIn(
  conflicts: readonly Conflict[]
): (jurorId: string, enrolmentId: string) => ConflictKind | undefined {
  const said = new Map(
    conflicts.map(({ jurorId, enrolmentId, kind }) => [`${jurorId} ${enrolmentId}`, kind])
  );
  return (jurorId, enrolmentId) => said.get(`${jurorId} ${enrolmentId}`);
}
