import { assessment, type AssessmentId, type Referential } from '#referential/model.ts';
import {
  assessmentsFor,
  liveMembers,
  timeFactor,
  type Conflict,
  type Enrolment,
  type EnrolmentId,
  type Panel,
  type PanelId,
  type Sitting
} from './model.ts';

/** A sitting before it is stored. */
export type PlannedSitting = Omit<Sitting, 'id'>;

/** One day of a session: nobody prepares, writes, speaks or listens outside it, nor at lunch. */
export interface DayShape {
  opensAt: Date;
  closesAt: Date;
  lunch: { from: Date; until: Date };
}

/** When a session plans. */
export interface SessionShape {
  /** In order. */
  days: readonly DayShape[];
  /** Between two written papers. */
  pauseMinutes: number;
  /** When a panel can first hear on a day; as the day opens when absent. */
  panelOpensAt?: (panel: Panel, day: DayShape) => Date;
}

/** A first plan, and what it could not hold. */
export interface FirstPlan {
  sittings: PlannedSitting[];
  /** Whom no panel may hear. */
  unplaced: EnrolmentId[];
  /** How many sittings find no hour before the last day closes. */
  late: number;
}

const minute = 60_000;

/** How long one candidate prepares and performs an assessment, extra time applied, in minutes. */
export function minutesFor(
  referential: Referential,
  enrolment: Pick<Enrolment, 'adaptations'>,
  assessmentId: AssessmentId
): Pick<Sitting, 'preparationMinutes' | 'performanceMinutes'> {
  const { durations } = assessment(referential, assessmentId);
  const stretched = (minutes: number) => Math.ceil(minutes * timeFactor(enrolment));
  return durations.form === 'oral'
    ? {
        preparationMinutes: stretched(durations.preparationMinutes),
        performanceMinutes: stretched(durations.oralMinutes)
      }
    : { preparationMinutes: 0, performanceMinutes: stretched(durations.writtenMinutes) };
}

/**
 * A first plan: papers are written one after the other from the first morning, then each panel hears
 * its own candidates, always the one who can be ready first, with extra time applied and lunch kept
 * free. What no longer fits before a day closes begins on the next. A candidate is dealt to the least
 * loaded panel where no juror is in conflict.
 */
export function planDay(
  referential: Referential,
  enrolments: readonly Enrolment[],
  panels: readonly Panel[],
  conflicts: readonly Conflict[],
  { days, pauseMinutes, panelOpensAt = (_, { opensAt }) => opensAt }: SessionShape
): FirstPlan {
  const { dealt, unplaced } = deal(enrolments, panels, conflicts);
  const of = (enrolment: Enrolment, form: 'written' | 'oral') =>
    assessmentsFor(referential, enrolment).filter(({ durations }) => durations.form === form);
  const sittings: PlannedSitting[] = [];
  const freeFrom = new Map<EnrolmentId, number>();
  let late = 0;

  for (const { enrolment, panelId } of dealt) {
    let free = 0;
    for (const { id } of of(enrolment, 'written')) {
      const lasting = minutesFor(referential, enrolment, id);
      const start = firstFit(days, lasting.performanceMinutes, () => free);
      if (start === undefined) {
        late += 1;
        continue;
      }
      sittings.push({
        enrolmentId: enrolment.id,
        assessmentId: id,
        panelId,
        startsAt: new Date(start),
        ...lasting
      });
      free = start + (lasting.performanceMinutes + pauseMinutes) * minute;
    }
    freeFrom.set(enrolment.id, free);
  }

  for (const panel of panels) {
    const waiting = dealt
      .filter(({ panelId }) => panelId === panel.id)
      .flatMap(({ enrolment }) =>
        of(enrolment, 'oral').map(({ id }) => ({
          enrolmentId: enrolment.id,
          assessmentId: id,
          panelId: panel.id,
          ...minutesFor(referential, enrolment, id)
        }))
      );
    const heard = hear(waiting, freeFrom, days, (day) => panelOpensAt(panel, day));
    sittings.push(...heard);
    late += waiting.length - heard.length;
  }
  return { sittings, unplaced, late };
}

/**
 * One panel's orals: whoever can be before it first comes next; of two, the longer to prepare. Those
 * who find no hour are left out.
 */
function hear(
  waiting: readonly Omit<PlannedSitting, 'startsAt'>[],
  freeFrom: Map<EnrolmentId, number>,
  days: readonly DayShape[],
  opensAt: (day: DayShape) => Date
): PlannedSitting[] {
  const left = new Set(waiting);
  const heard: PlannedSitting[] = [];
  let panelFree = 0;
  for (;;) {
    const offers = [...left].flatMap((each) => {
      const preparation = each.preparationMinutes * minute;
      const start = firstFit(days, each.preparationMinutes + each.performanceMinutes, (day) =>
        Math.max(
          freeFrom.get(each.enrolmentId) ?? 0,
          Math.max(panelFree, opensAt(day).getTime()) - preparation
        )
      );
      return start === undefined ? [] : [{ each, start, oralAt: start + preparation }];
    });
    const [first, ...others] = offers;
    if (!first) return heard;
    const next = others.reduce(
      (one, other) =>
        other.oralAt < one.oralAt || (other.oralAt === one.oralAt && other.start < one.start)
          ? other
          : one,
      first
    );
    panelFree = next.oralAt + next.each.performanceMinutes * minute;
    freeFrom.set(next.each.enrolmentId, panelFree);
    left.delete(next.each);
    heard.push({ ...next.each, startsAt: new Date(next.start) });
  }
}

function deal(
  enrolments: readonly Enrolment[],
  panels: readonly Panel[],
  conflicts: readonly Conflict[]
) {
  const load = new Map(panels.map(({ id }) => [id, 0]));
  const dealt: { enrolment: Enrolment; panelId: PanelId }[] = [];
  const unplaced: EnrolmentId[] = [];
  for (const enrolment of enrolments) {
    const barred = new Set(
      conflicts
        .filter(({ enrolmentId, kind }) => enrolmentId === enrolment.id && kind !== 'none')
        .map(({ jurorId }) => jurorId)
    );
    const [best] = panels
      .filter((panel) => liveMembers(panel).every(({ jurorId }) => !barred.has(jurorId)))
      .sort((a, b) => (load.get(a.id) ?? 0) - (load.get(b.id) ?? 0));
    if (!best) {
      unplaced.push(enrolment.id);
      continue;
    }
    load.set(best.id, (load.get(best.id) ?? 0) + timeFactor(enrolment));
    dealt.push({ enrolment, panelId: best.id });
  }
  return { dealt, unplaced };
}

/**
 * The first instant from which so many minutes pass within one day, none of them at lunch.
 * @param readyOn when the person can begin, on a day
 */
function firstFit(
  days: readonly DayShape[],
  minutes: number,
  readyOn: (day: DayShape) => number
): number | undefined {
  for (const day of days) {
    const ready = Math.max(readyOn(day), day.opensAt.getTime());
    const start = afterLunch(ready, minutes, day.lunch);
    if (start + minutes * minute <= day.closesAt.getTime()) return start;
  }
  return undefined;
}

function afterLunch(start: number, minutes: number, lunch: DayShape['lunch']): number {
  const overlaps = start < lunch.until.getTime() && start + minutes * minute > lunch.from.getTime();
  return overlaps ? lunch.until.getTime() : start;
}
