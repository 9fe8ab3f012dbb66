import { frenchSpaces } from '#platform/typography.ts';

/**
 * A statement cut where the voice rests, for the page alone: the first clause with its comma, which
 * tells one competence from another, and the rest. Joined by a space, they are the statement.
 */
export function cutStatement(statement: string): { opening: string; rest: string } {
  const spaced = frenchSpaces(statement);
  const end = spaced.indexOf(', ') + 1;
  return end === 0
    ? { opening: spaced, rest: '' }
    : { opening: spaced.slice(0, end), rest: spaced.slice(end + 1) };
}
