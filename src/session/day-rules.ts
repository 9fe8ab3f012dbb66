/** The rules of the day that a change breaks: rest, lunch, pauses, hours. Pure. */
import type { Phrase } from '#platform/language.ts';
import { dayProblem, timedSitting } from './day-problem.ts';
import type { SessionFacts, Sitting } from './model.ts';
import { checkSittings, type Violation } from './timetable/check.ts';
import { violationSentence } from './timetable/index.ts';

/** Rules about a person's day, each broken by someone at some time. */
const personal = [
  'outside-days',
  'candidate-rest',
  'candidate-lunch',
  'juror-away',
  'juror-overlap',
  'juror-break',
  'juror-lunch'
] as const;
type PersonalRule = Extract<Violation, { kind: (typeof personal)[number] }>;
const isPersonal = (broken: Violation): broken is PersonalRule =>
  personal.some((kind) => kind === broken.kind);

/**
 * What sittings that moved break of the rules that the day was planned by, and that held for the same
 * person before: a first plan, or an earlier delay, may already have broken some. One sentence for each
 * person and rule; none when the day was never planned.
 * @param moved the sittings as they would be
 */
export function brokenBy(facts: SessionFacts, moved: readonly Sitting[]): Phrase[] {
  if (!facts.hours) return [];
  const problem = dayProblem(facts, facts.hours);
  const after = new Map(moved.map((each) => [each.id, each]));
  const rulesOf = (sittings: readonly Sitting[]) =>
    checkSittings(
      problem,
      sittings.map((each) => timedSitting(facts, each))
    ).filter(isPersonal);
  const held = Map.groupBy(rulesOf(facts.sittings), whose);
  const broken = Map.groupBy(
    rulesOf(facts.sittings.map((each) => after.get(each.id) ?? each)),
    whose
  );
  return [...broken].flatMap(([person, now]) => {
    const before = held.get(person) ?? [];
    if (now.length <= before.length) return [];
    const same = new Set(before.map((each) => JSON.stringify(each)));
    const first = now.find((each) => !same.has(JSON.stringify(each)));
    return first ? [violationSentence(problem, first)] : [];
  });
}

const whose = (broken: PersonalRule): string =>
  `${broken.kind} ${'juror' in broken ? broken.juror : broken.candidate}`;
