import { luxe } from '#referential';
import { parisInstant } from '#platform/clock.ts';
import type {
  Conflict,
  ConflictKind,
  Enrolment,
  EnrolmentId,
  Panel,
  PanelId,
  SessionFacts,
  Sitting,
  SittingId
} from './model.ts';
import { daysLater } from './days.ts';
import { planDay, type SessionShape } from './plan.ts';

/** How a session of a test is made: `percents` gives each candidate their time (100, 133…). */
export interface Sketch {
  percents: readonly number[];
  /** How many jurors sit on each panel. */
  jurors: readonly number[];
  /** By the places of a juror (counted across panels) and of a candidate. */
  ties?: readonly { juror: number; candidate: number; kind: ConflictKind }[];
}

const firstNames = ['Inès', 'Karim', 'Thị Ánh', 'Seán', 'Awa', 'Éléonore'];

export const enrolmentId = (place: number) => `enrolment-${place}` as EnrolmentId;
export const panelId = (place: number) => `panel-${place}` as PanelId;
export const jurorId = (place: number) => `juror-${place}` as Panel['members'][number]['jurorId'];

/** Some days from 25 November 2026, all of the same hours. */
export const daysFrom = (
  [opensAt, closesAt]: readonly [string, string],
  [from, until]: readonly [string, string],
  count = 1
): SessionShape => ({
  days: Array.from({ length: count }, (_, place) => {
    const at = (time: string) => parisInstant(daysLater('2026-11-25', place), time);
    return {
      opensAt: at(opensAt),
      closesAt: at(closesAt),
      lunch: { from: at(from), until: at(until) }
    };
  }),
  pauseMinutes: 15
});

/** Facts that no database holds, on the real référentiel, with nothing planned yet. */
export function sketchedFacts({ percents, jurors, ties = [] }: Sketch): SessionFacts {
  let juror = 0;
  const panels = jurors.map((count, place): Panel => ({
    id: panelId(place),
    name: `Jury ${place + 1}`,
    room: `Salon ${place + 1}`,
    members: Array.from({ length: count }, () => ({
      jurorId: jurorId(juror),
      name: `Juré ${juror++}`,
      availability: null,
      removed: false,
      present: null
    }))
  }));
  return {
    id: 'session' as SessionFacts['id'],
    title: 'Session de novembre',
    day: '2026-11-25',
    lastDay: '2026-11-25',
    place: 'Salon Opéra',
    status: 'preparing',
    revision: 1,
    presidentId: juror > 0 ? jurorId(0) : null,
    centre: { id: 'centre' as SessionFacts['centre']['id'], name: 'Centre Vendôme', city: 'Paris' },
    referentialId: 'luxe',
    referential: luxe,
    hours: null,
    enrolments: percents.map((percent, place): Enrolment => ({
      id: enrolmentId(place),
      number: place + 1,
      present: null,
      candidateId: `candidate-${place}`,
      userId: null,
      email: `candidat-${place}@exemple.fr`,
      birthName: `Martin-${'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[place % 26]}`,
      usageName: null,
      firstNames: firstNames[place % firstNames.length]!,
      sex: 'F',
      birthDate: '1994-03-12',
      birthPlace: 'Bordeaux',
      birthInseeCode: '33063',
      birthCountryCode: null,
      excused: [],
      adaptations:
        percent === 100 ? [] : [{ kind: 'extra-time', percent, instruction: 'Temps majoré' }]
    })),
    panels,
    sittings: [],
    conflicts: ties.map(({ juror: who, candidate, kind }): Conflict => ({
      jurorId: jurorId(who),
      enrolmentId: enrolmentId(candidate),
      kind
    })),
    incidents: []
  };
}

/** The same facts, with the plan of a day. */
export function planned(
  facts: SessionFacts,
  shape = daysFrom(['08:30', '23:00'], ['12:30', '13:30'])
): SessionFacts {
  const { sittings } = planDay(
    facts.referential,
    facts.enrolments,
    facts.panels,
    facts.conflicts,
    shape
  );
  return {
    ...facts,
    sittings: sittings.map((each, place): Sitting => ({
      id: `sitting-${place}` as SittingId,
      ...each
    }))
  };
}

/** The same facts, where every juror has said « none » of every candidate. */
export const declared = (facts: SessionFacts): SessionFacts => ({
  ...facts,
  conflicts: facts.panels.flatMap(({ members }) =>
    members.flatMap((member) =>
      facts.enrolments.map(({ id }) => ({
        jurorId: member.jurorId,
        enrolmentId: id,
        kind: 'none' as const
      }))
    )
  )
});
