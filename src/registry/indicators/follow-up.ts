/** What holders say of themselves at 6, 12 and 24 months, as groups of people to be protected. Pure. */
import { situations, usefulnesses, waves, working } from '../surveys/model.ts';
import type { Situation, Usefulness, Wave } from '../surveys/model.ts';
import type { Cell, Shown } from './protect.ts';

/** A survey that was sent to a holder; null while it has no answer. */
export interface Surveyed {
  wave: Wave;
  answer: { situation: Situation; luxury: 'yes' | 'no' | null; usefulness: Usefulness } | null;
}

/** Asked, who answered, and of these who works, who works in luxury, who finds the award of use. */
export const followUpMeasures = ['asked', 'answered', 'working', 'luxury', 'useful'] as const;
export type FollowUpMeasure = (typeof followUpMeasures)[number];

/** One answer that could be given, and how many gave it in each wave. */
export interface AnswerLine {
  id: Situation | Usefulness;
  question: 'situation' | 'usefulness';
  counts: Record<Wave, Shown>;
}

type Answer = NonNullable<Surveyed['answer']>;
type Keep = (answer: Answer | null) => boolean;
type Kept = Readonly<Record<string, Keep>>;

const finds = ({ usefulness }: Answer) => usefulness === 'decisive' || usefulness === 'useful';

/** Each group is made of those who were asked and answer so. */
const groups: Record<FollowUpMeasure, Keep> = {
  asked: () => true,
  answered: (answer) => answer !== null,
  working: (answer) => answer !== null && working(answer.situation),
  luxury: (answer) => answer?.luxury === 'yes',
  useful: (answer) => answer !== null && finds(answer)
};

/** What the differences of two counts would tell. */
const differences: Kept = {
  silent: (answer) => answer === null,
  idle: (answer) => answer !== null && !working(answer.situation),
  elsewhere: (answer) => answer !== null && working(answer.situation) && answer.luxury !== 'yes',
  unmoved: (answer) => answer !== null && !finds(answer)
};

/** Where a count of a group stands: among the totals, or in the same families as its group. */
export const placed = (
  families: 'total' | readonly string[],
  measure: string
): Pick<Cell, 'total' | 'families'> =>
  families === 'total'
    ? { total: true }
    : { families: families.map((family) => `${family}/${measure}`) };

/** The groups of each wave among some people; of all of them, each answer too. */
export const followUpCells = (
  name: string,
  people: readonly { id: string; surveys: readonly Surveyed[] }[],
  families: 'total' | readonly string[]
): Cell[] =>
  waves.flatMap((wave) => {
    const asked = people.flatMap(({ id, surveys }) => {
      const survey = surveys.find((each) => each.wave === wave);
      return survey ? [{ id, answer: survey.answer }] : [];
    });
    if (asked.length === 0) return [];
    const cells = (kept: Kept, shown: boolean, place: typeof families) =>
      Object.entries(kept).map(([measure, keep]) => ({
        key: `${name}/${wave}/${measure}`,
        members: asked.filter(({ answer }) => keep(answer)).map(({ id }) => id),
        shown,
        ...placed(place, `${wave}/${measure}`)
      }));
    return [
      ...cells(groups, true, families),
      ...cells(differences, false, families),
      ...(families === 'total'
        ? [
            ...cells(answersTo('situation', situations), true, ['situation']),
            ...cells(answersTo('usefulness', usefulnesses), true, ['usefulness'])
          ]
        : [])
    ];
  });

/** Those who gave each answer to a question. Together they are all who answered. */
const answersTo = (question: 'situation' | 'usefulness', all: readonly string[]): Kept =>
  Object.fromEntries(
    all.map((each) => [`${question}/${each}`, (answer) => answer?.[question] === each])
  );

/** Every answer that the survey offers, with its counts where they may be shown. */
export function answersOf(countOf: (key: string) => Shown): AnswerLine[] {
  const line = (question: AnswerLine['question'], id: AnswerLine['id']): AnswerLine => ({
    id,
    question,
    counts: Object.fromEntries(
      waves.map((wave) => [wave, countOf(`total/${wave}/${question}/${id}`)])
    ) as Record<Wave, Shown>
  });
  return [
    ...situations.map((each) => line('situation', each)),
    ...usefulnesses.map((each) => line('usefulness', each))
  ];
}
