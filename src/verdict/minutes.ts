import type { SessionFacts } from '#session/model.ts';
import { digest } from '#platform/canonical.ts';
import { civilDay } from '#platform/civil-day.ts';
import type { CandidateResult, CompetenceVerdict } from './award.ts';

/**
 * What jurors sign: the session, the panel, who came, every result and every decision. It names
 * people by their ids, so that an erasure later leaves the document, and its hash, whole.
 */
export interface MinutesDocument {
  /**
   * Absent from minutes made before attendance was told as it was noted: there, « present » is said of
   * whoever nobody noted absent.
   */
  attendance?: 'as-noted';
  session: {
    id: string;
    title: string;
    day: string;
    /** Absent from minutes of a session of one day, and from those made before there were several. */
    lastDay?: string;
    place: string;
    centreId: string;
  };
  referential: { id: string; code: string; version: string };
  presidentId: string | null;
  panels: {
    name: string;
    room: string;
    jurors: { id: string; present: Attendance; removed: boolean }[];
  }[];
  candidates: MinutesCandidate[];
  decisions: MinutesDecision[];
  incidents: { at: string; enrolmentId: string | null; description: string }[];
}

/** What was noted of who came; null when nothing was. */
type Attendance = boolean | null;

export interface MinutesCandidate {
  enrolmentId: string;
  candidateId: string;
  number: number;
  present: Attendance;
  outcome: 'awarded' | 'refused' | 'absent';
  competences: { id: string; verdict: CompetenceVerdict; mean: number | null }[];
}

export interface MinutesDecision {
  enrolmentId: string;
  target: string;
  level: number | null;
  validated: boolean | null;
  reason: string;
  decidedBy: string;
}

/** Draws up the document from the facts and the results, which must all be settled. */
export function draftMinutes(
  facts: SessionFacts,
  results: ReadonlyMap<string, CandidateResult>,
  decisions: readonly MinutesDecision[]
): MinutesDocument {
  return {
    attendance: 'as-noted',
    session: {
      id: facts.id,
      title: facts.title,
      day: facts.day,
      ...(facts.lastDay === facts.day ? {} : { lastDay: facts.lastDay }),
      place: facts.place,
      centreId: facts.centre.id
    },
    referential: {
      id: facts.referentialId,
      code: facts.referential.code,
      version: facts.referential.version
    },
    presidentId: facts.presidentId,
    panels: facts.panels.map(({ name, room, members }) => ({
      name,
      room,
      jurors: members.map(({ jurorId, present, removed }) => ({
        id: jurorId,
        present,
        removed
      }))
    })),
    candidates: facts.enrolments.map((enrolment): MinutesCandidate => {
      const result = results.get(enrolment.id);
      if (!result || result.outcome === 'pending')
        throw new Error(`The result of enrolment ${enrolment.id} is not settled`);
      return {
        enrolmentId: enrolment.id,
        candidateId: enrolment.candidateId,
        number: enrolment.number,
        present: enrolment.present,
        outcome: satNothing(result) ? 'absent' : result.outcome,
        competences: result.competences.map(({ id, verdict, mean }) => ({ id, verdict, mean }))
      };
    }),
    decisions: decisions.map((decision) => ({ ...decision })),
    incidents: facts.incidents.map(({ reportedAt, enrolmentId, description }) => ({
      at: reportedAt.toISOString(),
      enrolmentId,
      description
    }))
  };
}

/** Whether a version, known by its hash, already says what a draft says. */
export const saysTheSame = (draft: MinutesDocument, hash: string): boolean =>
  [draft, asBefore(draft)].some((document) => digest(document) === hash);

/** A draft as minutes told attendance before: so that those of old sessions are not out of date. */
function asBefore(draft: MinutesDocument): MinutesDocument {
  const { session, referential, presidentId, decisions, incidents } = draft;
  return {
    session,
    referential,
    presidentId,
    decisions,
    incidents,
    panels: draft.panels.map((panel) => ({
      ...panel,
      jurors: panel.jurors.map((juror) => ({ ...juror, present: juror.present ?? !juror.removed }))
    })),
    candidates: draft.candidates.map((each) => ({ ...each, present: each.present ?? true }))
  };
}

/** Nothing of the session was sat: what an earlier session left to pass was missed, all of it. */
function satNothing({ competences }: CandidateResult): boolean {
  const left = competences.filter(({ verdict }) => verdict.state !== 'kept');
  return left.length > 0 && left.every(({ verdict }) => verdict.state === 'missed');
}

/**
 * The day on which the panel decided what a candidate's newest signed minutes tell, YYYY-MM-DD: that
 * of the first of the versions that have told this outcome since. A correction of something else
 * does not move it.
 * @param signed the versions that every juror signed, newest first
 */
export function decisionDay(
  signed: readonly { document: MinutesDocument; drawnUpAt: Date }[],
  enrolmentId: string
): string | undefined {
  const outcomeIn = ({ document }: (typeof signed)[number]) =>
    document.candidates.find((each) => each.enrolmentId === enrolmentId)?.outcome;
  const [newest] = signed;
  const outcome = newest && outcomeIn(newest);
  if (outcome === undefined) return undefined;
  const changed = signed.findIndex((version) => outcomeIn(version) !== outcome);
  const first = signed.at(changed === -1 ? -1 : changed - 1);
  return first && civilDay(first.drawnUpAt);
}

/** Whose signatures a version asks for: the jurors who sat when it was drawn up. */
export const signersOf = ({ panels }: MinutesDocument): string[] => [
  ...new Set(
    panels.flatMap(({ jurors }) => jurors.filter(({ removed }) => !removed).map(({ id }) => id))
  )
];
