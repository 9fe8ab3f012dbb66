import type { AssessmentId, CompetenceId } from '#referential/model.ts';
import { currentMarks, type HandIn, type Observation } from '#jury';
import type { Enrolment, SessionFacts, Sitting } from '#session/model.ts';
import type { Dossier, FinalMark, PanelDecision } from './award.ts';

/** The marks side of a session: what jurors sent, and which sheets they handed in. */
export interface SessionMarks {
  observations: readonly Observation[];
  handIns: readonly HandIn[];
}

/**
 * Gathers what a candidate's result depends on. Only sheets that were handed in count; a juror who
 * was removed half-way leaves the sheets that they had handed in. An assessment is complete when the
 * policy's number of jurors have handed theirs in, and missed when they handed it in as « absent ».
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
  for (const sitting of facts.sittings.filter(({ enrolmentId }) => enrolmentId === enrolment.id)) {
    const sheets = handIns.filter(({ sittingId }) => sittingId === sitting.id);
    const marked = sheets.filter(({ absent }) => !absent);
    const assessmentId = sitting.assessmentId as AssessmentId;
    if (marked.length >= least) complete.add(assessmentId);
    else if (sheets.length - marked.length >= least) missed.add(assessmentId);
    for (const { jurorId } of marked) marks.push(...finalMarks(sitting, jurorId, observations));
  }
  if (enrolment.present === false)
    for (const { id } of facts.referential.assessments) if (!complete.has(id)) missed.add(id);
  return { marks, complete, missed, decisions, kept };
}

function finalMarks(
  sitting: Sitting,
  jurorId: string,
  observations: readonly Observation[]
): FinalMark[] {
  const mine = observations.filter(
    (each) => each.sittingId === sitting.id && each.jurorId === jurorId
  );
  return [...currentMarks(mine).values()].map(({ criterionId, level, comment }) => ({
    jurorId,
    criterionId,
    level,
    comment
  }));
}

/** A sheet that keeps deliberation from starting. */
export interface OpenSheetOf {
  sitting: Sitting;
  jurorId: string;
  why: 'begun' | 'awaited';
}

/**
 * Sheets still awaited: begun by a live juror and not handed in, or needed to reach the policy's
 * number of jurors. A candidate who did not come is awaited by nobody.
 */
export function awaitedSheets(
  facts: SessionFacts,
  { observations, handIns }: SessionMarks
): OpenSheetOf[] {
  const least = facts.referential.policy.minJurors;
  const absent = new Set(
    facts.enrolments.filter(({ present }) => present === false).map(({ id }) => id)
  );
  const handed = new Set(handIns.map(({ sittingId, jurorId }) => `${sittingId} ${jurorId}`));
  const begun = new Set(observations.map(({ sittingId, jurorId }) => `${sittingId} ${jurorId}`));
  const enrolled = new Set(facts.enrolments.map(({ id }) => id));
  return facts.sittings
    .filter(({ enrolmentId }) => enrolled.has(enrolmentId) && !absent.has(enrolmentId))
    .flatMap((sitting) => {
      const panel = facts.panels.find(({ id }) => id === sitting.panelId);
      const open = (panel?.members ?? []).filter(
        ({ jurorId, removed }) => !removed && !handed.has(`${sitting.id} ${jurorId}`)
      );
      const count = handIns.filter(({ sittingId }) => sittingId === sitting.id).length;
      return open.flatMap(({ jurorId }): OpenSheetOf[] => {
        if (begun.has(`${sitting.id} ${jurorId}`)) return [{ sitting, jurorId, why: 'begun' }];
        return count < least ? [{ sitting, jurorId, why: 'awaited' }] : [];
      });
    });
}
