import { runsOf } from './grid.ts';
import type { Grid, GridCandidate } from './grid.ts';

/** The slot at which each collective written assessment begins, by identifier. */
export type CommonStarts = ReadonlyMap<string, number>;

/** A collective paper, who sits it and for how long, and the slots at which all could begin. */
export interface Paper {
  id: string;
  after: readonly string[];
  /** Some order is asked between this paper and another assessment. */
  ordered: boolean;
  sitters: { candidate: GridCandidate; length: number }[];
  starts: number[];
}

export function papersOf(grid: Grid): Paper[] {
  const runs = grid.candidates.map((candidate) => runsOf(grid, candidate.open));
  return grid.problem.assessments
    .filter((assessment) => assessment.kind === 'written' && assessment.together)
    .map((assessment) => {
      const sitters = grid.candidates.flatMap((candidate) =>
        candidate.tasks
          .filter((task) => task.assessment === assessment)
          .map(({ length, starts }) => ({ candidate, length, starts }))
      );
      const slots = Array.from({ length: grid.size }, (_, slot) => slot);
      const starts = slots.filter((slot) =>
        sitters.every(
          (one) =>
            runs[one.candidate.index]![slot]! >= one.length && (one.starts?.has(slot) ?? true)
        )
      );
      const { id, after } = assessment;
      const ordered =
        after.length > 0 || grid.problem.assessments.some((one) => one.after.includes(id));
      return { id, after, ordered, sitters, starts };
    })
    .filter((paper) => paper.sitters.length > 0);
}

/**
 * The ways to fix the starts of the collective papers, earliest first, at most `limit` of them. When
 * the slots are too many, each paper keeps every n-th; `complete` says that none was left out.
 */
export function commonStartsOf(
  grid: Grid,
  limit: number
): { choices: CommonStarts[]; complete: boolean } {
  const papers = papersOf(grid);
  for (let every = 1; ; every++) {
    const thinned = papers.map((paper) => ({
      ...paper,
      starts: paper.starts.filter((_, place) => place % every === 0)
    }));
    const choices = combine(thinned, limit);
    if (choices) return { choices, complete: every === 1 };
  }
}

/** Every compatible choice of starts; null when there are more than `limit`. */
function combine(papers: readonly Paper[], limit: number): CommonStarts[] | null {
  let choices: Map<string, number>[] = [new Map()];
  for (const [place, paper] of papers.entries()) {
    choices = choices.flatMap((choice) =>
      paper.starts
        .filter((start) =>
          papers.slice(0, place).every((other) => {
            const begun = choice.get(other.id)!;
            // Two papers that differ in name alone: the first listed comes first.
            if (areTwins(paper, other) && start < begun) return false;
            return compatible(paper, start, other, begun);
          })
        )
        .map((start) => new Map([...choice, [paper.id, start]]))
    );
    if (choices.length > limit) return null;
  }
  return choices;
}

/** Whether everyone who sits both papers can do so, in the order asked and with their rest. */
function compatible(one: Paper, start: number, other: Paper, begun: number): boolean {
  const [first, last] = start < begun ? [one, other] : [other, one];
  const [firstStart, lastStart] = start < begun ? [start, begun] : [begun, start];
  return first.sitters
    .filter(({ candidate }) => last.sitters.some((sitter) => sitter.candidate === candidate))
    .every(
      ({ candidate, length }) =>
        !first.after.includes(last.id) && firstStart + length + candidate.rest <= lastStart
    );
}

/** Whether exchanging two papers changes nothing; never when some order is asked. */
function areTwins(one: Paper, other: Paper): boolean {
  const key = ({ sitters, starts }: Paper) =>
    JSON.stringify([sitters.map(({ candidate, length }) => [candidate.index, length]), starts]);
  return !one.ordered && !other.ordered && key(one) === key(other);
}
