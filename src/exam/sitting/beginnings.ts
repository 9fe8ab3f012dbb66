/** When those who write a paper together began. Pure. */
import type { SittingEvent } from './model.ts';
import type { SittingPlace } from './store.ts';

/**
 * Since when a paper written together goes on, for a candidate who has not begun it: the first who
 * started gave it its beginning, and a late arrival has the time that is left. Null when nobody has
 * begun, and once no time is left: who is let in then begins a paper of their own.
 */
export function beginnings(
  places: readonly SittingPlace[],
  events: ReadonlyMap<string, readonly SittingEvent[]>
): (place: SittingPlace, now: Date) => number | null {
  const paper = (place: SittingPlace) => `${place.assessmentId} ${place.startsAt.toISOString()}`;
  const together = Map.groupBy(
    places.filter(({ assessmentId }) => assessmentId === 'EC2' || assessmentId === 'EC3'),
    paper
  );
  const first = new Map(
    [...together].map(([key, group]) => [
      key,
      Math.min(...group.flatMap(({ sittingId }) => startOf(events.get(sittingId) ?? [])))
    ])
  );
  return (place, now) => {
    const common = first.get(paper(place)) ?? Infinity;
    const isOn = common <= now.getTime() && now.getTime() < common + place.allowance.workMs;
    return isOn ? common : null;
  };
}

const startOf = (events: readonly SittingEvent[]): number[] =>
  events.flatMap(({ fact }) => (fact.kind === 'started' ? [Date.parse(fact.countedFrom)] : []));
