/** The certification in figures: who enrolled, who came, who was awarded; never a small group. Pure. */
import { publishable, type Cell } from './protect.ts';

/** What is counted of one enrolment. */
export interface Counted {
  id: string;
  centreId: string;
  sessionId: string;
  sex: 'F' | 'M';
  /** Whether something was adapted for them. */
  adapted: boolean;
  presented: boolean;
  awarded: boolean;
  /** Competences that they hold after the session, and those that they were heard on. */
  validated: readonly string[];
  heard: readonly string[];
}

export const breakdowns = ['centre', 'session', 'sex', 'adaptation', 'competence'] as const;
export type Breakdown = (typeof breakdowns)[number];

export const measures = ['enrolled', 'presented', 'awarded'] as const;
export type Measure = (typeof measures)[number];

/** A count, or null where it would show a small group. */
export type Shown = number | null;

export interface Line {
  id: string;
  counts: Record<Measure, Shown>;
}

export interface Indicators {
  total: Record<Measure, Shown>;
  tables: Record<Breakdown, Line[]>;
}

/**
 * The tables, protected together: what one hides, no other gives away. For a competence, « enrolled »
 * is empty, « presented » those who were heard on it, « awarded » those who hold it.
 */
export function indicatorsOf(people: readonly Counted[]): Indicators {
  const groups = breakdowns.flatMap((breakdown) =>
    [...groupsBy(people, breakdown)].map(([id, members]) => ({ breakdown, id, members }))
  );
  const cells = [
    ...cellsOf('total', people, true),
    ...groups.flatMap(({ breakdown, id, members }) => cellsOf(`${breakdown}/${id}`, members, false))
  ];
  const shown = publishable(cells);
  const size = new Map(cells.map(({ key, members }) => [key, members.length]));
  const countsOf = (name: string) =>
    Object.fromEntries(
      measures.map((measure) => {
        const key = `${name}/${measure}`;
        return [measure, shown.has(key) ? (size.get(key) ?? null) : null];
      })
    ) as Record<Measure, Shown>;
  return {
    total: countsOf('total'),
    tables: Object.fromEntries(
      breakdowns.map((breakdown) => [
        breakdown,
        groups
          .filter((group) => group.breakdown === breakdown)
          .map(({ id }) => ({ id, counts: countsOf(`${breakdown}/${id}`) }))
      ])
    ) as Record<Breakdown, Line[]>
  };
}

/** A member of a group, as it counts in that group. */
type Member = Pick<Counted, 'id' | 'presented' | 'awarded'> & { enrolled?: boolean };

function groupsBy(people: readonly Counted[], breakdown: Breakdown): Map<string, Member[]> {
  if (breakdown === 'competence') return byCompetence(people);
  const keyOf = {
    centre: ({ centreId }: Counted) => centreId,
    session: ({ sessionId }: Counted) => sessionId,
    sex: ({ sex }: Counted) => sex,
    adaptation: ({ adapted }: Counted) => (adapted ? 'adapted' : 'plain')
  }[breakdown];
  return Map.groupBy(people, keyOf);
}

function byCompetence(people: readonly Counted[]): Map<string, Member[]> {
  const ids = [...new Set(people.flatMap(({ heard, validated }) => [...heard, ...validated]))];
  return new Map(
    ids.toSorted(byNumber).map((competence) => [
      competence,
      people
        .filter(({ heard }) => heard.includes(competence))
        .map(({ id, validated }) => ({
          id,
          enrolled: false,
          presented: true,
          awarded: validated.includes(competence)
        }))
    ])
  );
}

const byNumber = (one: string, other: string) => Number(one.slice(1)) - Number(other.slice(1));

/** The three counts of a group, and what their differences would tell: who did not come, who failed. */
function cellsOf(name: string, members: readonly Member[], total: boolean): Cell[] {
  const ids = (keep: (member: Member) => boolean) => members.filter(keep).map(({ id }) => id);
  const count = (measure: string, shown: boolean, keep: (member: Member) => boolean): Cell => ({
    key: `${name}/${measure}`,
    members: ids(keep),
    shown,
    total
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
