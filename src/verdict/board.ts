/** What the deliberation screens show: nobody sees a mark of another before deliberation is open. */
import { can, type Actor } from '#people';
import { assessmentOf, findCompetence } from '#referential';
import { fullName, openFacts, unknownSession, type Enrolment, type SessionFacts } from '#session';
import type { Ground } from '#platform/ground.ts';
import { ok, type Result } from '#platform/result.ts';
import type { CandidateResult, CompetenceVerdict, CriterionOutcome } from './award.ts';
import type { StoredDecision } from './decisions.ts';
import { following, type AwaitedSheet } from './follow.ts';
import { isTied, presides } from './presidency.ts';
import { computeResults, type SessionResults } from './results.ts';
import { namesOf, readMarks } from './store.ts';

/** A competence in one cell of the board. */
export interface BoardCell {
  id: string;
  verdict: CompetenceVerdict;
  mean: number | null;
}

export interface BoardLine {
  enrolmentId: string;
  number: number;
  name: string;
  outcome: CandidateResult['outcome'] | 'absent';
  cells: BoardCell[];
  /** How many points the panel still has to settle. */
  open: number;
}

export interface Board {
  status: SessionFacts['status'];
  /** Whether this person may open deliberation, once nothing is awaited. */
  mayOpen: boolean;
  /** Whether this person decides for the panel. */
  presides: boolean;
  presidentName: string | null;
  awaited: AwaitedSheet[];
  /** Competences in official order, each with its assessment. */
  competences: { id: string; statement: string; assessmentId: string }[];
  /** Null until deliberation is open. */
  lines: BoardLine[] | null;
}

/** The board of a session, for its jurors and for those who look after it. */
export async function openBoard(
  ground: Ground,
  actor: Actor | null,
  sessionId: string
): Promise<Result<Board>> {
  const opened = await openFacts(ground, actor, 'deliberation.read', sessionId);
  if (!opened.ok) return opened;
  const facts = opened.value;
  const isOpen = facts.status === 'deliberating' || facts.status === 'closed';
  const computed = isOpen ? await computeResults(ground.db, facts) : null;
  const isPresident = actor !== null && presides(actor, facts);
  return ok({
    status: facts.status,
    mayOpen:
      facts.status === 'marking' &&
      (isPresident || (actor?.grants.some(({ role }) => role === 'manager') ?? false)),
    presides: isPresident,
    presidentName: nameOfJuror(facts, facts.presidentId),
    awaited:
      facts.status === 'marking'
        ? following(facts, await readMarks(ground.db, facts.id)).awaited
        : [],
    competences: facts.referential.competences.map(({ id, statement }) => ({
      id,
      statement,
      assessmentId: assessmentOf(facts.referential, id).id
    })),
    lines: computed && linesOf(facts, computed)
  });
}

/** Every candidate's line, in the order of their numbers. */
export const linesOf = (facts: SessionFacts, { results }: SessionResults): BoardLine[] =>
  facts.enrolments.flatMap((enrolment) => {
    const result = results.get(enrolment.id);
    if (!result) return [];
    const cells = result.competences.map(({ id, verdict, mean }) => ({
      id,
      verdict,
      mean: toldMean(verdict, mean)
    }));
    const isAbsent = cells.every(({ verdict }) => verdict.state === 'missed');
    return {
      enrolmentId: enrolment.id,
      number: enrolment.number,
      name: fullName(enrolment),
      outcome: isAbsent ? ('absent' as const) : result.outcome,
      cells,
      open: openPoints(result).length
    };
  });

/** A mean that still lacks marks, or a gap to settle, would say more than is known. */
const toldMean = (verdict: CompetenceVerdict, mean: number | null): number | null =>
  verdict.state === 'pending' && verdict.why !== 'too-little-observed' ? null : mean;

/** What the panel must settle: gaps between jurors first, then competences that marks cannot judge. */
export function openPoints({ competences }: CandidateResult): string[] {
  const gaps = competences.flatMap(({ verdict, criteria }) =>
    verdict.state === 'pending'
      ? criteria
          .filter(({ outcome }) => outcome.state === 'discrepant')
          .map(({ id }) => id as string)
      : []
  );
  const unjudged = competences
    .filter(
      ({ verdict }) =>
        verdict.state === 'pending' &&
        (verdict.why === 'too-little-observed' || verdict.why === 'attendance')
    )
    .map(({ id }) => id as string);
  return [...gaps, ...unjudged];
}

/** One juror's word on a criterion. */
export interface CaseMark {
  jurorId: string;
  level: number | null;
  comment: string;
}

/** One decision of the panel; the last of a target holds. */
export interface CaseDecision {
  id: string;
  level: number | null;
  validated: boolean | null;
  reason: string;
  by: string;
  at: Date;
}

export interface CaseCriterion {
  id: string;
  text: string;
  state: CriterionOutcome['state'];
  /** What counts in the mean; null where nothing does. */
  value: number | null;
  marks: CaseMark[];
  history: CaseDecision[];
}

export interface CaseCompetence {
  id: string;
  statement: string;
  assessmentId: string;
  verdict: CompetenceVerdict;
  mean: number | null;
  observed: number;
  criteria: CaseCriterion[];
  history: CaseDecision[];
}

/** A candidate before the panel. */
export interface Case {
  enrolmentId: string;
  number: number;
  name: string;
  status: SessionFacts['status'];
  outcome: CandidateResult['outcome'];
  /** Whoever marked this candidate, in the panel's order. */
  jurors: { id: string; name: string }[];
  competences: CaseCompetence[];
  /** Targets to settle, in the order to take them. */
  open: string[];
  may: 'decide' | 'read' | 'tied';
  previous: { id: string; name: string } | null;
  next: { id: string; name: string } | null;
  /** The next candidate with something to settle, after this one and then from the first. */
  nextOpen: { id: string; name: string } | null;
  scale: SessionFacts['referential']['scale'];
  incidents: { description: string; reportedAt: Date }[];
}

/** A candidate's marks side by side, with what the panel decided. Only once deliberation is open. */
export async function openCase(
  ground: Ground,
  actor: Actor | null,
  sessionId: string,
  enrolmentId: string
): Promise<Result<Case>> {
  const opened = await openFacts(ground, actor, 'deliberation.read', sessionId);
  if (!opened.ok) return opened;
  const facts = opened.value;
  const place = facts.enrolments.findIndex(({ id }) => id === enrolmentId);
  const enrolment = facts.enrolments[place];
  if (!enrolment || (facts.status !== 'deliberating' && facts.status !== 'closed'))
    return unknownSession();
  const computed = await computeResults(ground.db, facts);
  const result = computed.results.get(enrolment.id);
  if (!result) return unknownSession();
  const history = computed.history.filter((each) => each.enrolmentId === enrolmentId);
  const names = await namesOf(
    ground.db,
    history.map(({ decidedBy }) => decidedBy)
  );
  const round = [...facts.enrolments.slice(place + 1), ...facts.enrolments.slice(0, place)];
  const named = (one: Enrolment | undefined) => (one ? { id: one.id, name: fullName(one) } : null);
  return ok({
    enrolmentId,
    number: enrolment.number,
    name: fullName(enrolment),
    status: facts.status,
    outcome: result.outcome,
    jurors: jurorsWhoMarked(facts, result),
    competences: result.competences.map((each) => caseOf(facts, each, history, names)),
    open: openPoints(result),
    may:
      actor === null || !can(actor, 'deliberation.decide') || !presides(actor, facts)
        ? 'read'
        : isTied(facts, actor.userId, enrolmentId)
          ? 'tied'
          : 'decide',
    previous: named(facts.enrolments[place - 1]),
    next: named(facts.enrolments[place + 1]),
    nextOpen: named(
      round.find(({ id }) => {
        const other = computed.results.get(id);
        return other !== undefined && openPoints(other).length > 0;
      })
    ),
    scale: facts.referential.scale,
    incidents: facts.incidents
      .filter((each) => each.enrolmentId === enrolmentId)
      .map(({ description, reportedAt }) => ({ description, reportedAt }))
  });
}

function caseOf(
  { referential }: SessionFacts,
  { id, verdict, mean, observed, criteria }: CandidateResult['competences'][number],
  history: readonly StoredDecision[],
  names: ReadonlyMap<string, string>
): CaseCompetence {
  const told = (target: string) =>
    history
      .filter((each) => each.target === target)
      .map(({ id: decision, level, validated, reason, decidedBy, decidedAt }) => ({
        id: decision,
        level,
        validated,
        reason,
        by: names.get(decidedBy) ?? '–',
        at: decidedAt
      }));
  const competence = findCompetence(referential, id);
  return {
    id,
    statement: competence?.statement ?? '',
    assessmentId: assessmentOf(referential, id).id,
    verdict,
    mean: toldMean(verdict, mean),
    observed,
    criteria: criteria.map(({ id: criterionId, outcome }) => ({
      id: criterionId,
      text: competence?.criteria.find((each) => each.id === criterionId)?.text ?? '',
      state: outcome.state,
      value: 'value' in outcome ? outcome.value : null,
      marks:
        outcome.state === 'missing'
          ? []
          : outcome.marks.map(({ jurorId, level, comment }) => ({ jurorId, level, comment })),
      history: told(criterionId)
    })),
    history: told(id)
  };
}

function jurorsWhoMarked(facts: SessionFacts, { competences }: CandidateResult) {
  const ids = new Set(
    competences.flatMap(({ criteria }) =>
      criteria.flatMap(({ outcome }) =>
        outcome.state === 'missing' ? [] : outcome.marks.map(({ jurorId }) => jurorId)
      )
    )
  );
  const members = new Map(
    facts.panels.flatMap((panel) =>
      panel.members.map(({ jurorId, name }) => [jurorId as string, name])
    )
  );
  return [...members].flatMap(([id, name]) => (ids.has(id) ? [{ id, name }] : []));
}

const nameOfJuror = (facts: SessionFacts, id: string | null): string | null =>
  facts.panels.flatMap(({ members }) => members).find(({ jurorId }) => jurorId === id)?.name ??
  null;
