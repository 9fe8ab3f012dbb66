/** The certification in figures: who enrolled, who came, who was awarded; never a small group. Pure. */
import { waves, type Wave } from '../surveys/model.ts';
import {
  answersOf,
  followUpCells,
  followUpMeasures,
  placed,
  type AnswerLine,
  type FollowUpMeasure,
  type Surveyed
} from './follow-up.ts';
import { publishable, type Cell, type Shown } from './protect.ts';

/** What is counted of one enrolment. */
export interface Counted {
  id: string;
  centreId: string;
  sessionId: string;
  /** The civil year of the session: « 2026 ». */
  year: string;
  sex: 'F' | 'M';
  /** Whether something was adapted for them. */
  adapted: boolean;
  presented: boolean;
  awarded: boolean;
  /** Competences that they hold after the session, and those that they were heard on. */
  validated: readonly string[];
  heard: readonly string[];
  /** What they were asked after the award, and what they answered. */
  surveys: readonly Surveyed[];
}

export const breakdowns = [
  'centre',
  'session',
  'year',
  'sex',
  'adaptation',
  'competence',
  'centre-year',
  'adaptation-year'
] as const;
export type Breakdown = (typeof breakdowns)[number];

/** What surveys are told by. */
export const followedBreakdowns = ['centre', 'session', 'year', 'centre-year'] as const;
export type FollowedBreakdown = (typeof followedBreakdowns)[number];

export const measures = ['enrolled', 'presented', 'awarded'] as const;
export type Measure = (typeof measures)[number];

export interface Line {
  id: string;
  counts: Record<Measure, Shown>;
}

export interface FollowedLine {
  id: string;
  wave: Wave;
  counts: Record<FollowUpMeasure, Shown>;
}

export interface Indicators {
  total: Record<Measure, Shown>;
  tables: Record<Breakdown, Line[]>;
  /** What holders say, wave by wave: of all, and by breakdown where someone was asked. */
  followUp: {
    total: FollowedLine[];
    tables: Record<FollowedBreakdown, FollowedLine[]>;
    answers: AnswerLine[];
  };
}

/**
 * The tables, protected together: what one hides, no other gives away. For a competence, « enrolled »
 * is empty, « presented » those who were heard on it, « awarded » those who hold it. The id of a
 * crossed line is both ids with a space between.
 */
export function indicatorsOf(people: readonly Counted[]): Indicators {
  const groups = [
    ...partitions.flatMap((breakdown) => groupsBy(people, breakdown)),
    ...byCompetence(people)
  ];
  const followed = followedBreakdowns.flatMap((breakdown) => groupsBy(people, breakdown));
  const cells = [
    ...cellsOf('total', people, 'total'),
    ...groups.flatMap(({ breakdown, id, members, families }) =>
      cellsOf(`${breakdown}/${id}`, members, families)
    ),
    ...followUpCells('total', people, 'total'),
    ...followed.flatMap(({ breakdown, id, members, families }) =>
      followUpCells(`${breakdown}/${id}`, members, families)
    )
  ];
  const shown = publishable(cells);
  const size = new Map(cells.map(({ key, members }) => [key, members.length]));
  const countOf = (key: string): Shown => (shown.has(key) ? (size.get(key) ?? null) : null);
  const countsOf = <Name extends string>(name: string, all: readonly Name[]) =>
    Object.fromEntries(all.map((measure) => [measure, countOf(`${name}/${measure}`)])) as Record<
      Name,
      Shown
    >;
  const followedLines = (name: string, id: string): FollowedLine[] =>
    wavesAsked(size, name).map((wave) => ({
      id,
      wave,
      counts: countsOf(`${name}/${wave}`, followUpMeasures)
    }));
  return {
    total: countsOf('total', measures),
    tables: tablesOf(breakdowns, groups, ({ breakdown, id }) => [
      { id, counts: countsOf(`${breakdown}/${id}`, measures) }
    ]),
    followUp: {
      total: followedLines('total', 'total'),
      tables: tablesOf(followedBreakdowns, followed, ({ breakdown, id }) =>
        followedLines(`${breakdown}/${id}`, id)
      ),
      answers: answersOf(countOf)
    }
  };
}

/** The lines of each breakdown, in the order of its groups. */
function tablesOf<Name extends string, Group extends { breakdown: Name }, Made>(
  names: readonly Name[],
  groups: readonly Group[],
  linesOf: (group: Group) => Made[]
): Record<Name, Made[]> {
  return Object.fromEntries(
    names.map((name) => [
      name,
      groups.filter(({ breakdown }) => breakdown === name).flatMap(linesOf)
    ])
  ) as Record<Name, Made[]>;
}

const wavesAsked = (size: ReadonlyMap<string, number>, name: string): Wave[] =>
  waves.filter((wave) => (size.get(`${name}/${wave}/asked`) ?? 0) > 0);

/** A member of a group, as it counts in that group. */
type Member = Pick<Counted, 'id' | 'presented' | 'awarded'> & { enrolled?: boolean };

type Partition = Exclude<Breakdown, 'competence'>;

/** Breakdowns in which each person counts once, and what they are called by in each. */
const keyOf: Record<Partition, (person: Counted) => string> = {
  centre: ({ centreId }) => centreId,
  session: ({ sessionId }) => sessionId,
  year: ({ year }) => year,
  sex: ({ sex }) => sex,
  adaptation: (person) => adaptationOf(person),
  'centre-year': ({ centreId, year }) => `${centreId} ${year}`,
  'adaptation-year': (person) => `${adaptationOf(person)} ${person.year}`
};

const partitions = breakdowns.filter((breakdown) => breakdown !== 'competence');

const adaptationOf = ({ adapted }: Counted) => (adapted ? 'adapted' : 'plain');

/** Breakdowns of which this one divides each group. */
const divides: Partial<Record<Breakdown, readonly Partition[]>> = {
  session: ['centre', 'year', 'centre-year'],
  'centre-year': ['centre', 'year'],
  'adaptation-year': ['adaptation', 'year']
};

interface Group<Name extends Breakdown, Person> {
  breakdown: Name;
  id: string;
  members: Person[];
  families: string[];
}

const groupsBy = <Name extends Partition>(
  people: readonly Counted[],
  breakdown: Name
): Group<Name, Counted>[] =>
  [...Map.groupBy(people, keyOf[breakdown])].map(([id, members]) => ({
    breakdown,
    id,
    members,
    families: [
      breakdown,
      ...(divides[breakdown] ?? []).map(
        (whole) => `${breakdown} in ${whole} ${keyOf[whole](members[0]!)}`
      )
    ]
  }));

function byCompetence(people: readonly Counted[]): Group<'competence', Member>[] {
  const ids = [...new Set(people.flatMap(({ heard, validated }) => [...heard, ...validated]))];
  return ids.toSorted(byNumber).map((competence) => ({
    breakdown: 'competence',
    id: competence,
    members: people
      .filter(({ heard }) => heard.includes(competence))
      .map(({ id, validated }) => ({
        id,
        enrolled: false,
        presented: true,
        awarded: validated.includes(competence)
      })),
    families: []
  }));
}

const byNumber = (one: string, other: string) => Number(one.slice(1)) - Number(other.slice(1));

/** The three counts of a group, and what their differences would tell: who did not come, who failed. */
function cellsOf(
  name: string,
  members: readonly Member[],
  families: 'total' | readonly string[]
): Cell[] {
  const ids = (keep: (member: Member) => boolean) => members.filter(keep).map(({ id }) => id);
  const count = (measure: string, shown: boolean, keep: (member: Member) => boolean): Cell => ({
    key: `${name}/${measure}`,
    members: ids(keep),
    shown,
    ...placed(families, measure)
  });
  return [
    count('enrolled', true, ({ enrolled = true }) => enrolled),
    count('presented', true, ({ presented }) => presented),
    count('awarded', true, ({ awarded }) => awarded),
    count('absent', false, ({ presented }) => !presented),
    count('refused', false, ({ presented, awarded }) => presented && !awarded),
    count('not awarded', false, ({ awarded }) => !awarded)
  ];
}
