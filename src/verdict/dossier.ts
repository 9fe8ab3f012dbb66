import type { AssessmentId, CompetenceId } from '#referential/model.ts';
import { currentMarks, type HandIn, type Observation } from '#jury';
import type { UserId } from '#people/model.ts';
import {
  liveMembers,
  type Conflict,
  type Enrolment,
  type SessionFacts,
  type Sitting
} from '#session/model.ts';
import type { Dossier, FinalMark, PanelDecision } from './award.ts';

/** A list by one of its fields, kept beside it: a page of three hundred candidates asks for each. */
function indexed<T, Key>(list: readonly T[], keyOf: (item: T) => Key, index: Index<T, Key>) {
  const known = index.get(list);
  if (known) return known;
  const made = Map.groupBy(list, keyOf);
  index.set(list, made);
  return made;
}
type Index<T, Key> = WeakMap<readonly T[], Map<Key, T[]>>;

const sheetKey = ({ sittingId, jurorId }: { sittingId: string; jurorId: string }): string =>
  `${sittingId} ${jurorId}`;
const sittingsByEnrolment: Index<Sitting, string> = new WeakMap();
const handInsBySitting: Index<HandIn, string> = new WeakMap();
const observationsBySheet: Index<Observation, string> = new WeakMap();
const conflictsByEnrolment: Index<Conflict, string> = new WeakMap();

const sittingsOf = (facts: SessionFacts, enrolmentId: string): readonly Sitting[] =>
  indexed(facts.sittings, (each) => each.enrolmentId as string, sittingsByEnrolment).get(
    enrolmentId
  ) ?? [];

const handInsOf = (handIns: readonly HandIn[], sittingId: string): readonly HandIn[] =>
  indexed(handIns, (each) => each.sittingId as string, handInsBySitting).get(sittingId) ?? [];

/** The marks side of a session: what jurors sent, and which sheets they handed in. */
export interface SessionMarks {
  observations: readonly Observation[];
  handIns: readonly HandIn[];
}

/**
 * Gathers what a candidate's result depends on. Only sheets that were handed in count; a juror who
 * was removed half-way leaves the sheets that they had handed in. An assessment is complete when the
 * policy's number of jurors have marked it, missed when as many declared the candidate absent, and
 * disputed when some did one and some the other.
 */
export function dossierOf(
  facts: SessionFacts,
  enrolment: Enrolment,
  { observations, handIns }: SessionMarks,
  decisions: readonly PanelDecision[],
  kept: ReadonlySet<CompetenceId>
): Dossier {
  const least = facts.referential.policy.minJurors;
  const marks: FinalMark[] = [];
  const complete = new Set<AssessmentId>();
  const missed = new Set<AssessmentId>();
  const disputed = new Set<AssessmentId>();
  for (const sitting of sittingsOf(facts, enrolment.id)) {
    const sheets = handInsOf(handIns, sitting.id);
    const marked = sheets.filter(({ absent }) => !absent);
    const assessmentId = sitting.assessmentId as AssessmentId;
    if (marked.length >= least) complete.add(assessmentId);
    else if (sheets.length >= least) (marked.length > 0 ? disputed : missed).add(assessmentId);
    for (const { jurorId } of marked) marks.push(...finalMarks(sitting, jurorId, observations));
  }
  if (enrolment.present === false)
    for (const { id } of facts.referential.assessments)
      if (!complete.has(id)) {
        disputed.delete(id);
        missed.add(id);
      }
  return { marks, complete, missed, disputed, decisions, kept };
}

function finalMarks(
  sitting: Sitting,
  jurorId: string,
  observations: readonly Observation[]
): FinalMark[] {
  const mine =
    indexed(observations, sheetKey, observationsBySheet).get(
      sheetKey({ sittingId: sitting.id, jurorId })
    ) ?? [];
  return [...currentMarks(mine).values()].map(({ criterionId, level, comment }) => ({
    jurorId,
    criterionId,
    level,
    comment
  }));
}

/**
 * What keeps deliberation from starting: a sheet that a juror began, or that is needed to reach the
 * policy's number; or a sitting that too few jurors are left to mark.
 */
export type Awaited =
  | { sitting: Sitting; why: 'begun' | 'awaited'; jurorId: UserId }
  | { sitting: Sitting; why: 'short-handed' };

/** All that is still awaited. A candidate who did not come is awaited by nobody. */
export function awaitedSheets(
  facts: SessionFacts,
  { observations, handIns }: SessionMarks
): Awaited[] {
  const handed = new Set(handIns.map(sheetKey));
  const begun = new Set(observations.map(sheetKey));
  const expected = new Set(
    facts.enrolments.filter(({ present }) => present !== false).map(({ id }) => id)
  );
  return facts.sittings
    .filter(({ enrolmentId }) => expected.has(enrolmentId))
    .flatMap((sitting): Awaited[] => {
      const sheets = openSheets(facts, sitting).filter((sheet) => !handed.has(sheetKey(sheet)));
      const count = handInsOf(handIns, sitting.id).length;
      const lacking = facts.referential.policy.minJurors - count;
      if (lacking > sheets.length) return [{ sitting, why: 'short-handed' }];
      return sheets.flatMap((sheet): Awaited[] => {
        if (begun.has(sheetKey(sheet))) return [{ sitting, why: 'begun', jurorId: sheet.jurorId }];
        return lacking > 0 ? [{ sitting, why: 'awaited', jurorId: sheet.jurorId }] : [];
      });
    });
}

/** The sheets of a sitting's live jurors who have no tie with its candidate. */
function openSheets({ panels, conflicts }: SessionFacts, sitting: Sitting) {
  const panel = panels.find(({ id }) => id === sitting.panelId);
  const tied = new Set(
    (
      indexed(conflicts, (each) => each.enrolmentId as string, conflictsByEnrolment).get(
        sitting.enrolmentId
      ) ?? []
    )
      .filter(({ kind }) => kind !== 'none')
      .map(({ jurorId }) => jurorId)
  );
  return (panel ? liveMembers(panel) : [])
    .filter(({ jurorId }) => !tied.has(jurorId))
    .map(({ jurorId }) => ({ sittingId: sitting.id, jurorId }));
}
