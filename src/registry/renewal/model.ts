/** What a renewal file is made of, and the sums that it may print. Pure. */
import type { Shown } from '../indicators/protect.ts';

/**
 * What only the certifying body can write: why the certification is needed, what its holders make of
 * it, how the référentiel changes, how partners are watched, how disability is met, what is watched.
 */
export const narratives = [
  'need',
  'usage',
  'evolution',
  'control',
  'accessibility',
  'watch'
] as const;
export type Narrative = (typeof narratives)[number];

/** Typed texts; an empty one is still to be written. */
export type Narratives = Record<Narrative, string>;

export const noNarratives = Object.fromEntries(
  narratives.map((each) => [each, ''])
) as unknown as Narratives;

/**
 * The civil years that a file tells, both included. Whole years: a file is made of the counts that the
 * indicators already show, so that two files never give away what one of them hides.
 */
export interface Period {
  from: number;
  until: number;
}

export const inPeriod = ({ from, until }: Period, day: string): boolean =>
  Number(day.slice(0, 4)) >= from && Number(day.slice(0, 4)) <= until;

/** The sum of counts that are shown; null as soon as one is not, or when there is none. */
export const sumShown = (counts: readonly Shown[]): Shown =>
  counts.length === 0 || counts.includes(null)
    ? null
    : counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);

/** Lines added up, count by count. */
export const sumLines = <Name extends string>(
  lines: readonly Readonly<Record<Name, Shown>>[],
  names: readonly Name[]
): Record<Name, Shown> =>
  Object.fromEntries(
    names.map((name) => [name, sumShown(lines.map((line) => line[name]))])
  ) as Record<Name, Shown>;

/** The parts of a référentiel that two versions are compared by. */
export interface Compared {
  competences: readonly {
    id: string;
    statement: string;
    criteria: readonly { id: string; text: string }[];
  }[];
  assessments: readonly { id: string; title: string; instructions: readonly string[] }[];
}

/** Codes of what a version brought, took away and worded otherwise. */
export interface Changes {
  added: string[];
  removed: string[];
  reworded: string[];
}

/** What changed from one version of a référentiel to the next. */
export function changesBetween(before: Compared, after: Compared): Changes {
  const [old, now] = [wordsOf(before), wordsOf(after)];
  return {
    added: [...now.keys()].filter((id) => !old.has(id)),
    removed: [...old.keys()].filter((id) => !now.has(id)),
    reworded: [...now].flatMap(([id, words]) => (old.has(id) && old.get(id) !== words ? [id] : []))
  };
}

const wordsOf = ({ competences, assessments }: Compared): Map<string, string> =>
  new Map([
    ...competences.flatMap(({ id, statement, criteria }) => [
      [id, statement] as const,
      ...criteria.map((criterion) => [criterion.id, criterion.text] as const)
    ]),
    ...assessments.map(
      ({ id, title, instructions }) => [id, [title, ...instructions].join('\n')] as const
    )
  ]);
