/** The days of a session as a timetable problem, and a plan of it as sittings. */
import { isOral, type AssessmentId } from '#referential/model.ts';
import { parisInstant } from '#platform/clock.ts';
import { dayOfSitting, daysOf } from './days.ts';
import {
  assessmentsFor,
  fullName,
  jurorsOf,
  liveMembers,
  timeFactor,
  type DayHours,
  type Panel,
  type PanelId,
  type SessionFacts,
  type Sitting
} from './model.ts';
import { minutesFor, type PlannedSitting } from './plan.ts';
import { spanOf } from './span.ts';
import { problemSchema, type Plan, type Problem } from './timetable/index.ts';
import type { Timed } from './timetable/objective.ts';
import { minuteOf } from './timetable/time.ts';

/** Rest between two assessments of a candidate, in minutes: the common one, and with breaks granted. */
const rest = { common: 5, withBreaks: 20 };

/**
 * What the timetable must place. Each panel hears in its own room; rooms to prepare and to write in
 * hold everyone. Papers are written by all at once.
 */
export function dayProblem(facts: SessionFacts, hours: DayHours): Problem {
  const panels = seated(facts);
  const everyone = facts.enrolments.length;
  return problemSchema.parse({
    granularity: 5,
    days: daysOf(facts).map((date) => ({ date, from: hours.opensAt, to: hours.closesAt })),
    candidates: facts.enrolments.map(({ id, adaptations, excused, ...person }) => ({
      id,
      name: fullName(person).slice(0, 120),
      assessments: assessmentsFor(facts.referential, { excused }).map((each) => each.id),
      adaptation: {
        extraTimeRatio: timeFactor({ adaptations }) - 1,
        minimumRest: adaptations.some(({ kind }) => kind === 'breaks') ? rest.withBreaks : 0
      }
    })),
    assessments: facts.referential.assessments.map(({ id, durations }) =>
      durations.form === 'oral'
        ? {
            id,
            kind: 'oral',
            preparation: { minutes: durations.preparationMinutes },
            minutes: durations.oralMinutes
          }
        : { id, kind: 'written', minutes: durations.writtenMinutes }
    ),
    jurors: jurorsOf(facts).map(({ jurorId: id, name, availability }) => ({
      id,
      name,
      ...(availability
        ? {
            availability: daysOf(facts).map((date) => ({
              from: `${date}T${availability.from}`,
              to: `${date}T${availability.until}`
            }))
          }
        : {}),
      conflicts: facts.conflicts
        .filter(({ jurorId, kind }) => jurorId === id && kind !== 'none')
        .map(({ enrolmentId }) => enrolmentId)
    })),
    panels: panels.map((panel) => ({
      id: panel.id,
      name: panel.name,
      jurors: liveMembers(panel).map(jurorId)
    })),
    rooms: [
      ...panels.map(({ id, room }) => ({ id: hearingRoom(id), name: room, kind: 'oral' })),
      { id: preparationRoom, kind: 'preparation', capacity: everyone },
      { id: writingRoom, kind: 'written', capacity: everyone }
    ],
    rules: {
      minimumRest: rest.common,
      lunch: { from: hours.lunchFrom, to: hours.lunchUntil, minutes: hours.lunchMinutes }
    },
    // A panel keeps its room whatever the plan says of rooms.
    weights: { rooms: 0 }
  });
}

/**
 * The sittings of a plan, to the minute that adaptations give. A paper is nobody's to hear: it goes,
 * to be marked, to the panel without ties to its candidate that has the fewest papers.
 */
export function plannedSittings(facts: SessionFacts, plan: Plan): PlannedSitting[] {
  const papers = new Map(seated(facts).map(({ id }) => [id, 0]));
  return plan.sittings.flatMap((placed): PlannedSitting[] => {
    const enrolment = facts.enrolments.find(({ id }) => id === placed.candidate);
    const panelId = (placed.panel as PanelId | null) ?? markerOf(facts, placed.candidate, papers);
    if (!enrolment || !panelId) return [];
    if (placed.panel === null) papers.set(panelId, papers.get(panelId)! + 1);
    const assessmentId = placed.assessment as AssessmentId;
    const lasting = minutesFor(facts.referential, enrolment, assessmentId);
    const [day, time] = placed.start.split('T') as [string, string];
    const start = parisInstant(day, time).getTime() - lasting.preparationMinutes * 60_000;
    return [
      {
        enrolmentId: enrolment.id,
        assessmentId,
        panelId,
        startsAt: new Date(start),
        ...lasting
      }
    ];
  });
}

/** A sitting as the timetable sees it, in minutes of the centre's clock: `plannedSittings` the other way. */
export function timedSitting(facts: SessionFacts, sitting: Sitting): Timed {
  const { start, oral, end } = spanOf(sitting);
  // Counted from noon: the clock changes at night.
  const day = dayOfSitting(sitting);
  const noon = parisInstant(day, '12:00').getTime();
  const minute = (instant: number) => minuteOf(`${day}T12:00`) + (instant - noon) / 60_000;
  const heard = isOral(facts.referential, sitting.assessmentId);
  return {
    candidate: sitting.enrolmentId,
    assessment: sitting.assessmentId,
    panel: heard ? sitting.panelId : null,
    room: heard ? hearingRoom(sitting.panelId) : writingRoom,
    preparationRoom: heard ? preparationRoom : null,
    from: minute(start),
    start: minute(oral),
    end: minute(end)
  };
}

/** Rooms by their ids in the problem: each panel hears in its own. */
const hearingRoom = (panelId: string): string => `oral ${panelId}`;
const preparationRoom = 'preparation';
const writingRoom = 'written';

const jurorId = (member: { jurorId: string }): string => member.jurorId;

/** Panels that can hear someone. */
const seated = ({ panels }: SessionFacts): Panel[] =>
  panels.filter((panel) => liveMembers(panel).length > 0);

function markerOf(
  facts: SessionFacts,
  candidate: string,
  papers: ReadonlyMap<PanelId, number>
): PanelId | undefined {
  const tied = new Set<string>(
    facts.conflicts
      .filter(({ enrolmentId, kind }) => enrolmentId === candidate && kind !== 'none')
      .map(jurorId)
  );
  return seated(facts)
    .filter((panel) => !liveMembers(panel).some((member) => tied.has(member.jurorId)))
    .map(({ id }) => id)
    .sort((one, other) => papers.get(one)! - papers.get(other)!)[0];
}
