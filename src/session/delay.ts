/** A day put right after a delay, without changing who comes after whom. Pure. */
import { isOral } from '#referential/model.ts';
import { refuse, ok, type Result } from '#platform/result.ts';
import { spanOf } from './span.ts';
import { fullName, type PanelId, type SessionFacts, type Sitting } from './model.ts';

export type Delay =
  /** The panel hears nobody for so many minutes from now, or from the end of whom it is hearing. */
  | { kind: 'panel'; panelId: PanelId; minutes: number }
  /** The candidate cannot be there before so many minutes from now. */
  | { kind: 'candidate'; enrolmentId: string; minutes: number };

export interface Shift {
  sitting: Sitting;
  startsAt: Date;
}

const minute = 60_000;

/**
 * The least shifts that a delay asks for: each panel hears its candidates, and each candidate goes
 * through their day, in the order planned; nobody is called earlier than told; who is being
 * heard and papers, which all begin together, stay. Each start is the earliest that these rules allow (the
 * longest path of the order, as in a project's critical path), so gaps in the day absorb the delay.
 * Refuses when a candidate would miss a paper.
 */
export function shiftsFor(facts: SessionFacts, delay: Delay, now: Date): Result<Shift[]> {
  const isHeard = ({ assessmentId }: Sitting) => isOral(facts.referential, assessmentId);
  const byStart = (one: Sitting, other: Sitting) =>
    spanOf(one).oral - spanOf(other).oral || one.id.localeCompare(other.id);
  const inOrder = facts.sittings.toSorted(byStart);
  const starts = new Map(inOrder.map((each) => [each.id, each.startsAt.getTime()]));
  const settled = (each: Sitting) => !isHeard(each) || spanOf(each).oral <= now.getTime();
  const at = (each: Sitting) => spanOf({ ...each, startsAt: new Date(starts.get(each.id)!) });
  const closedUntil = reopening(facts, delay, now);
  const follows = new Map(
    inOrder.map((each, place) => {
      const before = inOrder.slice(0, place);
      return [
        each.id,
        {
          heard: isHeard(each)
            ? before.findLast((one) => isHeard(one) && one.panelId === each.panelId)
            : undefined,
          own: before.findLast((one) => one.enrolmentId === each.enrolmentId)
        }
      ];
    })
  );
  for (const each of inOrder) {
    if (settled(each)) continue;
    const { heard, own } = follows.get(each.id)!;
    const preparation = each.preparationMinutes * minute;
    const isLate =
      delay.kind === 'panel'
        ? each.panelId === delay.panelId
        : each.enrolmentId === delay.enrolmentId && each.startsAt > now;
    const free = delay.kind === 'panel' ? closedUntil - preparation : closedUntil;
    starts.set(
      each.id,
      Math.max(
        each.startsAt.getTime(),
        heard ? at(heard).end - preparation : 0,
        own ? at(own).end : 0,
        isLate ? free : 0
      )
    );
  }
  const missed = inOrder.find((each) => {
    const { own } = follows.get(each.id)!;
    return settled(each) && each.startsAt > now && own && at(own).end > each.startsAt.getTime();
  });
  if (missed) return tooLong(facts, missed);
  return ok(
    inOrder.flatMap((sitting) => {
      const startsAt = new Date(starts.get(sitting.id)!);
      return startsAt.getTime() === sitting.startsAt.getTime() ? [] : [{ sitting, startsAt }];
    })
  );
}

/** When the late panel or candidate is free again, in milliseconds. */
function reopening(facts: SessionFacts, delay: Delay, now: Date): number {
  const isHeard = ({ assessmentId }: Sitting) => isOral(facts.referential, assessmentId);
  const running = facts.sittings
    .filter((each) =>
      delay.kind === 'panel'
        ? isHeard(each) && each.panelId === delay.panelId
        : each.enrolmentId === delay.enrolmentId
    )
    .map(spanOf)
    .find(({ start, end }) => start <= now.getTime() && now.getTime() < end);
  const from = delay.kind === 'panel' && running ? running.end : now.getTime();
  return from + delay.minutes * minute;
}

function tooLong(facts: SessionFacts, paper: Sitting): Result<never> {
  const candidate = facts.enrolments.find(({ id }) => id === paper.enrolmentId);
  const name = candidate ? fullName(candidate) : '';
  return refuse(
    'session.delay-too-long',
    `Avec ce retard, ${name} manquerait le début de ${paper.assessmentId}, que tous commencent ensemble\u00a0: déplacez d’abord un de ses passages.`,
    `With this delay, ${name} would miss the start of ${paper.assessmentId}, which all begin together: first move one of their sittings.`
  );
}
