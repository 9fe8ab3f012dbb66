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

export interface DayShape {
  /** The first minute of the day. */
  opensAt: Date;
  /** Nobody prepares, writes, speaks or listens then. */
  lunch: { from: Date; until: Date };
  /** Between two written papers. */
  pauseMinutes: number;
  /** When a panel can first hear; with the day when absent. */
  panelOpensAt?: (panel: Panel) => Date;
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
 * A first plan of the day: papers are written together in the morning, then each panel hears its
 * own candidates, always the one who can be ready first, with extra time applied and lunch kept
 * free. A candidate is dealt to the least loaded panel where no juror is in conflict.
 * @returns the plan, and the enrolments that no panel may hear
 */
export function planDay(
  referential: Referential,
  enrolments: readonly Enrolment[],
  panels: readonly Panel[],
  conflicts: readonly Conflict[],
  day: DayShape
): { sittings: PlannedSitting[]; unplaced: EnrolmentId[] } {
  const { dealt, unplaced } = deal(enrolments, panels, conflicts);
  const of = (enrolment: Enrolment, form: 'written' | 'oral') =>
    assessmentsFor(referential, enrolment).filter(({ durations }) => durations.form === form);
  const sittings: PlannedSitting[] = [];
  const freeFrom = new Map<EnrolmentId, number>();

  for (const { enrolment, panelId } of dealt) {
    let free = day.opensAt.getTime();
    for (const { id } of of(enrolment, 'written')) {
      const lasting = minutesFor(referential, enrolment, id);
      const start = afterLunch(free, lasting.performanceMinutes, day.lunch);
      sittings.push({
        enrolmentId: enrolment.id,
        assessmentId: id,
        panelId,
        startsAt: new Date(start),
        ...lasting
      });
      free = start + (lasting.performanceMinutes + day.pauseMinutes) * minute;
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
    const opensAt = day.panelOpensAt?.(panel) ?? day.opensAt;
    sittings.push(...hear(waiting, freeFrom, { ...day, opensAt }));
  }
  return { sittings, unplaced };
}

/** One panel's orals: whoever can be before it first comes next; of two, the longer to prepare. */
function hear(
  waiting: readonly Omit<PlannedSitting, 'startsAt'>[],
  freeFrom: Map<EnrolmentId, number>,
  { opensAt, lunch }: DayShape
): PlannedSitting[] {
  const left = new Set(waiting);
  const heard: PlannedSitting[] = [];
  let panelFree = opensAt.getTime();
  while (left.size > 0) {
    const offers = [...left].map((each) => {
      const preparation = each.preparationMinutes * minute;
      const ready = Math.max(freeFrom.get(each.enrolmentId) ?? 0, panelFree - preparation);
      const start = afterLunch(ready, each.preparationMinutes + each.performanceMinutes, lunch);
      return { each, start, oralAt: start + preparation };
    });
    const next = offers.reduce((one, other) =>
      other.oralAt < one.oralAt || (other.oralAt === one.oralAt && other.start < one.start)
        ? other
        : one
    );
    panelFree = next.oralAt + next.each.performanceMinutes * minute;
    freeFrom.set(next.each.enrolmentId, panelFree);
    left.delete(next.each);
    heard.push({ ...next.each, startsAt: new Date(next.start) });
  }
  return heard;
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

function afterLunch(start: number, minutes: number, lunch: DayShape['lunch']): number {
  const overlaps = start < lunch.until.getTime() && start + minutes * minute > lunch.from.getTime();
  return overlaps ? lunch.until.getTime() : start;
}
