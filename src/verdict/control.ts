/** The day as it goes: who is where, what is late, which tablets are connected. Pure. */
import { isAway, type Presence } from '#jury';
import { isOral } from '#referential/model.ts';
import { spanOf } from '#session';
import {
  fullName,
  liveMembers,
  type Enrolment,
  type Panel,
  type SessionFacts,
  type Sitting
} from '#session/model.ts';
import { awaitedSheets, type SessionMarks } from './dossier.ts';

/** Minutes past its planned end after which a sitting is late, or its sheets are looked for. */
export const grace = 5;

/** A sitting by the clock and by what came in. */
export interface Running {
  candidate: string;
  assessmentId: string;
  phase: 'preparing' | 'performing' | 'sheets';
  /** When the phase should end, or ended. */
  until: Date;
  /** Whole minutes past that, beyond the grace; 0 when on time. */
  late: number;
}

export interface JurorStanding {
  jurorId: string;
  name: string;
  /** `unseen`: the tablet gave no sign of life yet. */
  line: 'online' | 'away' | 'unseen';
  seenAt: Date | null;
  /** Marks that the tablet kept for itself when it was last heard. */
  waiting: number;
}

export interface PanelStanding {
  id: string;
  name: string;
  room: string;
  running: Running[];
  next: { candidate: string; assessmentId: string; at: Date } | null;
  jurors: JurorStanding[];
}

export interface CandidateStanding {
  id: string;
  number: number;
  name: string;
  where:
    | { kind: 'absent' | 'over' }
    | { kind: 'free'; next: string; until: Date }
    | { kind: 'writing'; assessmentId: string; until: Date }
    | { kind: 'preparing' | 'performing'; assessmentId: string; room: string; until: Date };
}

export interface ControlBoard {
  panels: PanelStanding[];
  candidates: CandidateStanding[];
}

const minute = 60_000;

/**
 * Reads the plan against the clock and the sheets that came in. A sitting stays with its panel, as
 * « sheets », from its planned end until deliberation would no longer wait for it. A paper comes to
 * its panel once it is written, and is never late: it is read when there is time.
 */
export function controlBoard(
  facts: SessionFacts,
  marks: SessionMarks,
  presences: readonly Presence[],
  now: Date
): ControlBoard {
  const present = facts.enrolments.filter((each) => each.present !== false);
  const names = new Map(facts.enrolments.map((each) => [each.id, fullName(each)]));
  const awaited = new Set(awaitedSheets(facts, marks).map(({ sitting }) => sitting.id));
  const expected = facts.sittings
    .filter(({ enrolmentId }) => present.some(({ id }) => id === enrolmentId))
    .toSorted((one, other) => one.startsAt.getTime() - other.startsAt.getTime());
  const isWritten = ({ assessmentId }: Sitting) => !isOral(facts.referential, assessmentId);
  const isHeard = (each: Sitting) => !isWritten(each) || spanOf(each).end <= now.getTime();
  return {
    panels: facts.panels.map((panel) => {
      const own = expected.filter((each) => each.panelId === panel.id && awaited.has(each.id));
      const next = own.find((each) => each.startsAt > now && !isWritten(each));
      return {
        id: panel.id,
        name: panel.name,
        room: panel.room,
        running: own
          .filter((each) => each.startsAt <= now && isHeard(each))
          .map((each) => {
            const candidate = names.get(each.enrolmentId) ?? '';
            return runningAt(each, candidate, isWritten(each), now);
          }),
        next: next
          ? {
              candidate: names.get(next.enrolmentId) ?? '',
              assessmentId: next.assessmentId,
              at: next.startsAt
            }
          : null,
        jurors: jurorsAt(panel, presences, now)
      };
    }),
    candidates: facts.enrolments.map((each) => ({
      id: each.id,
      number: each.number,
      name: fullName(each),
      where: whereIs(each, expected, facts, now)
    }))
  };
}

function runningAt(sitting: Sitting, candidate: string, written: boolean, now: Date): Running {
  const { oral, end } = spanOf(sitting);
  const at = now.getTime();
  const phase = at < oral ? 'preparing' : at < end ? 'performing' : 'sheets';
  const until = phase === 'preparing' ? oral : end;
  const over = Math.floor((at - end) / minute);
  return {
    candidate,
    assessmentId: sitting.assessmentId,
    phase,
    until: new Date(until),
    late: !written && over > grace ? over : 0
  };
}

function jurorsAt(panel: Panel, presences: readonly Presence[], now: Date): JurorStanding[] {
  const known = new Map(presences.map((each) => [each.jurorId, each]));
  return liveMembers(panel).map(({ jurorId, name }) => {
    const seen = known.get(jurorId);
    return {
      jurorId,
      name,
      line: seen ? (isAway(seen.seenAt, now) ? 'away' : 'online') : 'unseen',
      seenAt: seen?.seenAt ?? null,
      waiting: seen?.waiting ?? 0
    };
  });
}

/** By the plan: nothing but a panel's sheets says that a candidate really came in or went out. */
function whereIs(
  { id, present }: Enrolment,
  expected: readonly Sitting[],
  facts: SessionFacts,
  now: Date
): CandidateStanding['where'] {
  if (present === false) return { kind: 'absent' };
  const own = expected.filter(({ enrolmentId }) => enrolmentId === id);
  const at = now.getTime();
  const current = own.find((each) => each.startsAt.getTime() <= at && at < spanOf(each).end);
  if (current) {
    const { assessmentId } = current;
    const { oral, end } = spanOf(current);
    if (!isOral(facts.referential, assessmentId))
      return { kind: 'writing', assessmentId, until: new Date(end) };
    return {
      kind: at < oral ? 'preparing' : 'performing',
      assessmentId,
      room: facts.panels.find((panel) => panel.id === current.panelId)?.room ?? '',
      until: new Date(at < oral ? oral : end)
    };
  }
  const next = own.find(({ startsAt }) => startsAt > now);
  return next ? { kind: 'free', next: next.assessmentId, until: next.startsAt } : { kind: 'over' };
}
