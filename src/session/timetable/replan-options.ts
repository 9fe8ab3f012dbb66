import { mayHear, phasesOf } from './model.ts';
import type { Problem } from './model.ts';
import type { Timed } from './objective.ts';
import { contains, dayStart, overlaps, spanOf } from './time.ts';
import type { Span, Window } from './time.ts';

/** One place where a sitting may go. */
export interface Way {
  /** The sitting as it was planned. */
  of: Timed;
  timed: Timed;
  cost: number;
}

/** From when sittings may be placed, and whether those that must move may go to a later day. */
export interface Reach {
  now: number;
  later: boolean;
}

const moveCost = 20;
const panelCost = 10;
const roomCost = 5;
/** How late a sitting may become, in minutes: the same panel, or another. */
const [ownDelay, otherDelay] = [120, 45];
/** Beyond that, a sitting that must move is tried every so many minutes only. */
const coarseStep = 15;

/**
 * The places open to a sitting, those that stay fixed being where they are: later on the same panel,
 * or with another. A sitting that must move (`hurt`) may go anywhere in what is left of the session.
 */
export function waysOf(
  problem: Problem,
  fixed: readonly Timed[],
  one: Timed,
  hurt: boolean,
  reach: Reach
): Way[] {
  const candidate = problem.candidates.find(({ id }) => id === one.candidate)!;
  const assessment = problem.assessments.find(({ id }) => id === one.assessment)!;
  const { preparation } = phasesOf(problem, candidate, assessment);
  const length = one.end - one.start;
  const panels =
    one.panel === null
      ? [null]
      : problem.panels
          .filter((panel) => mayHear(problem, panel, one.candidate, one.assessment))
          .map(({ id }) => id);
  const own = fixed.filter((other) => other.candidate === one.candidate);
  // A collective paper begins for all at once, and no one else's start moves with this one.
  const starts =
    assessment.kind === 'written' && assessment.together
      ? [one.start]
      : startsOf(problem, one, hurt, reach);
  return starts.flatMap((start) => {
    const whole = { from: start - preparation, to: start + length };
    const sitting = { from: start, to: whole.to };
    if (!isOpen(candidate.availability, whole)) return [];
    if (own.some((other) => overlaps(whole, { from: other.from, to: other.end }))) return [];
    const preparationRoom =
      one.preparationRoom === null
        ? null
        : roomFor(problem, fixed, one, one.preparationRoom, { from: whole.from, to: start });
    if (preparationRoom === undefined) return [];
    return panels.flatMap((panel) => {
      if (panel !== one.panel && !hurt && start - one.start > otherDelay) return [];
      if (!jurorsOpen(problem, panel, sitting)) return [];
      const room = roomFor(problem, fixed, one, usualRoom(fixed, one, panel, start), sitting);
      if (room === undefined) return [];
      const timed = {
        ...one,
        panel,
        room,
        preparationRoom,
        from: whole.from,
        start,
        end: whole.to
      };
      return [{ of: one, timed, cost: costOf(one, timed) }];
    });
  });
}

/** 0 for a sitting that stays; see `replan`. */
export function costOf(before: Timed, after: Timed): number {
  const roomChanges =
    Number(before.room !== after.room) + Number(before.preparationRoom !== after.preparationRoom);
  const panelChange = Number(before.panel !== after.panel);
  const delay = after.start - before.start;
  return delay === 0 && roomChanges === 0 && panelChange === 0
    ? 0
    : moveCost + delay + panelCost * panelChange + roomCost * roomChanges;
}

/** The starts not before the one told, in the day or, for who must move, in the days to come. */
function startsOf(problem: Problem, one: Timed, hurt: boolean, { now, later }: Reach): number[] {
  const today = dayStart(one.start);
  // Who is already preparing is only put back; the others are called from now on.
  const earliest = one.from < now ? one.start : Math.max(one.start, now + one.start - one.from);
  const latest = hurt ? Infinity : one.start + ownDelay;
  const step = problem.granularity;
  const starts: number[] = [];
  for (const { date, from, to } of problem.days) {
    const day = spanOf({ from: `${date}T${from}`, to: `${date}T${to}` });
    if (dayStart(day.from) < today || (!(hurt && later) && dayStart(day.from) > today)) continue;
    const first = Math.ceil(Math.max(earliest, day.from) / step) * step;
    for (let start = first; start <= Math.min(day.to, latest); start += step) {
      if (start - one.start > ownDelay && start % coarseStep >= step) continue;
      const whole = { from: start - (one.start - one.from), to: start + one.end - one.start };
      if (contains(day, whole)) starts.push(start);
    }
  }
  return starts;
}

const isOpen = (availability: readonly Window[] | undefined, span: Span): boolean =>
  !availability || availability.some((window) => contains(spanOf(window), span));

function jurorsOpen(problem: Problem, panel: string | null, span: Span): boolean {
  const jurors = problem.panels.find(({ id }) => id === panel)?.jurors ?? [];
  return jurors.every((id) =>
    isOpen(problem.jurors.find((juror) => juror.id === id)!.availability, span)
  );
}

/** The room where a panel is heard at about that time. */
function usualRoom(
  fixed: readonly Timed[],
  one: Timed,
  panel: string | null,
  start: number
): string {
  if (panel === one.panel) return one.room;
  const nearest = fixed
    .filter((other) => other.panel === panel)
    .sort((a, b) => Math.abs(a.start - start) - Math.abs(b.start - start))[0];
  return nearest?.room ?? one.room;
}

/** A room, if possible `wanted`, of the same kind, with a seat left by the fixed sittings. */
function roomFor(
  problem: Problem,
  fixed: readonly Timed[],
  one: Timed,
  wanted: string,
  span: Span
): string | undefined {
  const { kind } = problem.rooms.find(({ id }) => id === wanted)!;
  const { stepFreeRoom } = problem.candidates.find(({ id }) => id === one.candidate)!.adaptation;
  return problem.rooms
    .filter((room) => room.kind === kind && (room.stepFree || !stepFreeRoom))
    .filter((room) => isOpen(room.availability, span))
    .sort((a, b) => Number(b.id === wanted) - Number(a.id === wanted))
    .find((room) => {
      const stays = fixed.flatMap((other) => [
        ...(other.room === room.id ? [{ from: other.start, to: other.end }] : []),
        ...(other.preparationRoom === room.id ? [{ from: other.from, to: other.start }] : [])
      ]);
      return peakOf(stays, span) < (kind === 'oral' ? 1 : room.capacity);
    })?.id;
}

/** The most stays at once during a span. */
function peakOf(stays: readonly Span[], span: Span): number {
  const inside = stays.filter((stay) => overlaps(stay, span));
  const present = (minute: number) =>
    inside.filter(({ from, to }) => from <= minute && minute < to).length;
  return Math.max(...[span, ...inside].map(({ from }) => present(Math.max(from, span.from))));
}
