import { groupBy, objectiveOf, timedOf } from './objective.ts';
import type { Timed } from './objective.ts';
import { assessmentsOf, byId, phasesOf, restOf } from './model.ts';
import type { Assessment, Plan, Problem, Room } from './model.ts';
import { clockMinutes, contains, dayStart, longestFree, overlaps, spanOf } from './time.ts';
import type { Span, Window } from './time.ts';

/** One rule that a plan breaks; `violationSentence` says it in words. */
export type Violation =
  | { kind: 'missing' | 'repeated' | 'not-theirs'; candidate: string; assessment: string }
  | { kind: 'unknown'; what: 'candidate' | 'assessment' | 'panel' | 'room'; id: string }
  | {
      kind: 'wrong-length' | 'off-grid' | 'outside-days' | 'candidate-away' | 'start-not-allowed';
      candidate: string;
      assessment: string;
      at: number;
    }
  | {
      kind: 'candidate-overlap' | 'candidate-rest' | 'out-of-order';
      candidate: string;
      assessment: string;
      other: string;
      at: number;
    }
  | { kind: 'candidate-lunch'; candidate: string; at: number }
  | { kind: 'panel-missing' | 'panel-needless'; candidate: string; assessment: string }
  | { kind: 'panel-not-entitled'; panel: string; assessment: string }
  | { kind: 'conflict-of-interest'; panel: string; juror: string; candidate: string }
  | { kind: 'juror-away'; juror: string; panel: string; candidate: string; at: number }
  | { kind: 'juror-overlap'; juror: string; candidate: string; other: string; at: number }
  | { kind: 'juror-break' | 'juror-lunch'; juror: string; at: number }
  | { kind: 'room-kind'; room: string; candidate: string; assessment: string }
  | { kind: 'room-away' | 'room-full'; room: string; at: number }
  | { kind: 'room-steps' | 'room-shared'; room: string; candidate: string; at: number }
  | { kind: 'preparation-room'; candidate: string; assessment: string }
  | { kind: 'not-together'; assessment: string }
  | { kind: 'wrong-objective'; said: number; found: number }
  | { kind: 'wrong-bound'; bound: number; objective: number };

/**
 * Every rule of the problem that a plan breaks; none when the plan can be held as it is. Written
 * from the rules alone and apart from the solver, in plain minutes, so that each checks the other.
 */
export function check(problem: Problem, plan: Plan): Violation[] {
  const sittings = plan.sittings.map(timedOf);
  const broken = checkSittings(problem, sittings);
  if (broken.some((one) => one.kind === 'unknown')) return broken;
  const found = objectiveOf(problem, sittings).total;
  if (Math.abs(found - plan.objective.total) > 0.01)
    broken.push({ kind: 'wrong-objective', said: plan.objective.total, found });
  if (plan.bound > found + 0.01)
    broken.push({ kind: 'wrong-bound', bound: plan.bound, objective: found });
  return broken;
}

/** The same, for sittings alone (a plan being changed by hand has no bound). */
export function checkSittings(problem: Problem, sittings: readonly Timed[]): Violation[] {
  const unknown = unknownIn(problem, sittings);
  if (unknown.length > 0) return unknown;
  return [
    ...completeness(problem, sittings),
    ...sittings.flatMap((one) => timing(problem, one)),
    ...candidates(problem, sittings),
    ...sittings.flatMap((one) => hearing(problem, one)),
    ...jurors(problem, sittings),
    ...rooms(problem, sittings),
    ...together(problem, sittings)
  ];
}

function unknownIn(problem: Problem, sittings: readonly Timed[]): Violation[] {
  const known = {
    candidate: byId(problem.candidates),
    assessment: byId(problem.assessments),
    panel: byId(problem.panels),
    room: byId(problem.rooms)
  };
  return sittings.flatMap((one) =>
    (
      [
        ['candidate', one.candidate],
        ['assessment', one.assessment],
        ['panel', one.panel],
        ['room', one.room],
        ['room', one.preparationRoom]
      ] as const
    ).flatMap(([what, id]) =>
      id === null || known[what].has(id) ? [] : [{ kind: 'unknown' as const, what, id }]
    )
  );
}

function completeness(problem: Problem, sittings: readonly Timed[]): Violation[] {
  const held = groupBy(sittings, (one) => JSON.stringify([one.candidate, one.assessment]));
  const broken: Violation[] = [];
  for (const candidate of problem.candidates) {
    const due = new Set(assessmentsOf(problem, candidate).map((one) => one.id));
    for (const { id: assessment } of problem.assessments) {
      const count = held.get(JSON.stringify([candidate.id, assessment]))?.length ?? 0;
      const about = { candidate: candidate.id, assessment };
      if (!due.has(assessment)) {
        if (count > 0) broken.push({ kind: 'not-theirs', ...about });
      } else if (count === 0) broken.push({ kind: 'missing', ...about });
      else if (count > 1) broken.push({ kind: 'repeated', ...about });
    }
  }
  return broken;
}

const within = (availability: readonly Window[] | undefined, span: Span): boolean =>
  !availability || availability.some((window) => contains(spanOf(window), span));

const lookup = <T extends { id: string }>(things: readonly T[], id: string): T =>
  things.find((thing) => thing.id === id)!;

const assessmentOf = (problem: Problem, { assessment }: Timed): Assessment =>
  lookup(problem.assessments, assessment);

function timing(problem: Problem, one: Timed): Violation[] {
  const candidate = lookup(problem.candidates, one.candidate);
  const assessment = assessmentOf(problem, one);
  const phases = phasesOf(problem, candidate, assessment);
  const whole = { from: one.from, to: one.end };
  const days = problem.days.map((day) =>
    spanOf({ from: `${day.date}T${day.from}`, to: `${day.date}T${day.to}` })
  );
  const faults = {
    'wrong-length':
      one.start - one.from !== phases.preparation || one.end - one.start !== phases.sitting,
    'off-grid': one.from % problem.granularity !== 0,
    'outside-days': !days.some((day) => contains(day, whole)),
    'candidate-away': !within(candidate.availability, whole),
    'start-not-allowed':
      assessment.kind === 'written' &&
      assessment.starts !== undefined &&
      !assessment.starts.some((start) => spanOf({ from: start, to: start }).from === one.start)
  };
  return Object.entries(faults)
    .filter(([, wrong]) => wrong)
    .map(([kind]) => ({
      kind: kind as keyof typeof faults,
      candidate: one.candidate,
      assessment: one.assessment,
      at: one.from
    }));
}

function candidates(problem: Problem, sittings: readonly Timed[]): Violation[] {
  const broken: Violation[] = [];
  for (const [candidate, own] of groupBy(sittings, (one) => one.candidate)) {
    const rest = restOf(problem, lookup(problem.candidates, candidate));
    const inOrder = own.toSorted((one, other) => one.from - other.from);
    inOrder.forEach((one, place) => {
      const about = { candidate, assessment: one.assessment, at: one.from };
      const next = inOrder[place + 1];
      if (next && next.from < one.end)
        broken.push({ kind: 'candidate-overlap', ...about, other: next.assessment });
      else if (next && next.from - one.end < rest)
        broken.push({ kind: 'candidate-rest', ...about, other: next.assessment });
      for (const before of assessmentOf(problem, one).after) {
        const first = own.find((other) => other.assessment === before);
        if (first && first.end > one.from)
          broken.push({ kind: 'out-of-order', ...about, other: before });
      }
    });
    for (const at of withoutLunch(
      problem,
      own.map((one) => ({ from: one.from, to: one.end }))
    ))
      broken.push({ kind: 'candidate-lunch', candidate, at });
  }
  return broken;
}

/** The days (their first minute) on which someone with these occupations gets no lunch. */
function withoutLunch({ rules: { lunch } }: Problem, busy: readonly Span[]): number[] {
  if (!lunch) return [];
  return [...groupBy(busy, (span) => String(dayStart(span.from)))]
    .map(([day, spans]) => ({ day: Number(day), spans }))
    .filter(({ day, spans }) => {
      const meal = { from: day + clockMinutes(lunch.from), to: day + clockMinutes(lunch.to) };
      return longestFree(meal, spans) < lunch.minutes;
    })
    .map(({ day }) => day);
}

function hearing(problem: Problem, one: Timed): Violation[] {
  const { candidate, assessment } = one;
  const heard = assessmentOf(problem, one);
  const needed = heard.kind === 'oral' && heard.panel;
  if (one.panel === null) return needed ? [{ kind: 'panel-missing', candidate, assessment }] : [];
  if (!needed) return [{ kind: 'panel-needless', candidate, assessment }];
  const panel = lookup(problem.panels, one.panel);
  const broken: Violation[] = [];
  if (panel.assessments && !panel.assessments.includes(assessment))
    broken.push({ kind: 'panel-not-entitled', panel: panel.id, assessment });
  for (const juror of panel.jurors.map((id) => lookup(problem.jurors, id))) {
    if (juror.conflicts.includes(candidate))
      broken.push({ kind: 'conflict-of-interest', panel: panel.id, juror: juror.id, candidate });
    if (!within(juror.availability, { from: one.start, to: one.end }))
      broken.push({
        kind: 'juror-away',
        juror: juror.id,
        panel: panel.id,
        candidate,
        at: one.start
      });
  }
  return broken;
}

function jurors(problem: Problem, sittings: readonly Timed[]): Violation[] {
  const broken: Violation[] = [];
  for (const { id: juror } of problem.jurors) {
    const panels = problem.panels.filter((panel) => panel.jurors.includes(juror));
    const own = sittings
      .filter((one) => panels.some((panel) => panel.id === one.panel))
      .sort((one, other) => one.start - other.start);
    let block: { from: number; to: number; count: number } | undefined;
    const { jurorBreak } = problem.rules;
    own.forEach((one, place) => {
      const next = own[place + 1];
      if (next && next.start < one.end)
        broken.push({
          kind: 'juror-overlap',
          juror,
          candidate: one.candidate,
          other: next.candidate,
          at: next.start
        });
      if (!jurorBreak) return;
      block =
        block && one.start - block.to < jurorBreak.minutes
          ? { from: block.from, to: Math.max(block.to, one.end), count: block.count + 1 }
          : { from: one.start, to: one.end, count: 1 };
      if (block.count > 1 && block.to - block.from > jurorBreak.after)
        broken.push({ kind: 'juror-break', juror, at: one.start });
    });
    for (const at of withoutLunch(
      problem,
      own.map((one) => ({ from: one.start, to: one.end }))
    ))
      broken.push({ kind: 'juror-lunch', juror, at });
  }
  return broken;
}

interface Stay extends Span {
  candidate: string;
  alone: boolean;
}

function rooms(problem: Problem, sittings: readonly Timed[]): Violation[] {
  const broken: Violation[] = [];
  const stays = new Map<string, Stay[]>();
  const enter = (room: Room, stay: Stay) => {
    if (!within(room.availability, stay))
      broken.push({ kind: 'room-away', room: room.id, at: stay.from });
    const { adaptation } = lookup(problem.candidates, stay.candidate);
    if (adaptation.stepFreeRoom && !room.stepFree)
      broken.push({
        kind: 'room-steps',
        room: room.id,
        candidate: stay.candidate,
        at: stay.from
      });
    stays.set(room.id, [...(stays.get(room.id) ?? []), stay]);
  };
  for (const one of sittings) {
    const { candidate, assessment } = one;
    const held = assessmentOf(problem, one);
    const room = lookup(problem.rooms, one.room);
    if (room.kind !== held.kind)
      broken.push({ kind: 'room-kind', room: room.id, candidate, assessment });
    const { adaptation } = lookup(problem.candidates, candidate);
    const alone = held.kind === 'written' && adaptation.aloneForWritten;
    enter(room, { from: one.start, to: one.end, candidate, alone });
    const supervised = held.kind === 'oral' && held.preparation.supervised && one.from < one.start;
    const preparation =
      one.preparationRoom === null ? undefined : lookup(problem.rooms, one.preparationRoom);
    if (supervised ? preparation?.kind !== 'preparation' : preparation !== undefined)
      broken.push({ kind: 'preparation-room', candidate, assessment });
    if (preparation) enter(preparation, { from: one.from, to: one.start, candidate, alone: false });
  }
  for (const [id, inside] of stays) {
    const room = lookup(problem.rooms, id);
    const seats = room.kind === 'oral' ? 1 : room.capacity;
    for (const stay of inside) {
      const present = inside.filter((other) => other.from <= stay.from && stay.from < other.to);
      if (present.length > seats) broken.push({ kind: 'room-full', room: id, at: stay.from });
      if (stay.alone && inside.some((other) => other !== stay && overlaps(stay, other)))
        broken.push({ kind: 'room-shared', room: id, candidate: stay.candidate, at: stay.from });
    }
  }
  return broken;
}

function together(problem: Problem, sittings: readonly Timed[]): Violation[] {
  return problem.assessments
    .filter((assessment) => assessment.kind === 'written' && assessment.together)
    .filter((assessment) => {
      const held = sittings.filter((one) => one.assessment === assessment.id);
      return new Set(held.map((one) => one.start)).size > 1;
    })
    .map((assessment) => ({ kind: 'not-together', assessment: assessment.id }));
}
