import { assessment, type Referential } from '#referential/model.ts';
import {
  liveMembers,
  timeFactor,
  type Conflict,
  type Enrolment,
  type EnrolmentId,
  type Panel,
  type PanelId
} from './model.ts';

/** A sitting before it is stored. */
export interface PlannedSitting {
  enrolmentId: EnrolmentId;
  assessmentId: string;
  panelId: PanelId;
  startsAt: Date;
  preparationMinutes: number;
  performanceMinutes: number;
}

export interface DayShape {
  /** The first minute of the day. */
  opensAt: Date;
  /** No oral runs into lunch. */
  lunch: { from: Date; until: Date };
  /** Between two written papers. */
  pauseMinutes: number;
}

const minute = 60_000;

/**
 * A first plan of the day: papers are written together in the morning, then each panel hears its
 * own candidates, assessment after assessment, with preparation before each oral, extra time applied
 * and lunch kept free. A candidate is dealt to the least loaded panel where no juror is in conflict.
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
  const written = referential.assessments.filter(({ durations }) => durations.form === 'written');
  const oral = referential.assessments.filter(({ durations }) => durations.form === 'oral');
  const sittings: PlannedSitting[] = [];
  const freeFrom = new Map<EnrolmentId, number>();

  for (const { enrolment, panelId } of dealt) {
    let start = day.opensAt.getTime();
    for (const each of written) {
      const minutes = stretched(enrolment, performanceOf(referential, each.id));
      sittings.push({
        enrolmentId: enrolment.id,
        assessmentId: each.id,
        panelId,
        startsAt: new Date(start),
        preparationMinutes: 0,
        performanceMinutes: minutes
      });
      start += (minutes + day.pauseMinutes) * minute;
    }
    freeFrom.set(enrolment.id, start);
  }

  for (const panel of panels) {
    const heard = dealt.filter(({ panelId }) => panelId === panel.id);
    let panelFree = day.opensAt.getTime();
    for (const { id, durations } of oral)
      for (const { enrolment } of heard) {
        const before = durations.form === 'oral' ? durations.preparationMinutes : 0;
        const preparation = stretched(enrolment, before);
        const performance = stretched(enrolment, performanceOf(referential, id));
        const earliest = Math.max(
          panelFree,
          (freeFrom.get(enrolment.id) ?? panelFree) + preparation * minute
        );
        const oralStart = afterLunch(earliest, performance, day.lunch);
        const end = oralStart + performance * minute;
        sittings.push({
          enrolmentId: enrolment.id,
          assessmentId: id,
          panelId: panel.id,
          startsAt: new Date(oralStart - preparation * minute),
          preparationMinutes: preparation,
          performanceMinutes: performance
        });
        panelFree = end;
        freeFrom.set(enrolment.id, end);
      }
  }
  return { sittings, unplaced };
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

function performanceOf(referential: Referential, id: Parameters<typeof assessment>[1]): number {
  const { durations } = assessment(referential, id);
  return durations.form === 'oral' ? durations.oralMinutes : durations.writtenMinutes;
}

const stretched = (enrolment: Enrolment, minutes: number): number =>
  Math.ceil(minutes * timeFactor(enrolment));

function afterLunch(start: number, minutes: number, lunch: DayShape['lunch']): number {
  const overlaps = start < lunch.until.getTime() && start + minutes * minute > lunch.from.getTime();
  return overlaps ? lunch.until.getTime() : start;
}
