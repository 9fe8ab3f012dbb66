import { z } from 'zod';
import type { Phrase } from '#platform/language.ts';
import { fail, ok, type Result } from '#platform/result.ts';
import { incidentSchema, type Incident } from './incident.ts';
import { say } from './messages.ts';
import { instant, sitting, type Problem, type Sitting } from './model.ts';
import { issueSentence } from './problem.ts';

const changeSchema = z.strictObject({
  now: instant,
  plan: z.array(sitting),
  incidents: z.array(incidentSchema).min(1)
});
/** A running session, and what has just gone wrong. */
export type Change = z.infer<typeof changeSchema>;

/** Reads a change from JSON data, for the problem that its plan answers; says each fault. */
export function readChange(problem: Problem, value: unknown): Result<Change, Phrase[]> {
  const parsed = changeSchema.safeParse(value);
  if (!parsed.success) return fail(parsed.error.issues.map(issueSentence));
  const faults = [...parsed.data.plan.flatMap(citedBy), ...parsed.data.incidents.flatMap(aboutOf)]
    .filter(([family, id]) => !problem[family].some((each) => each.id === id))
    .map(([, id]) =>
      say(
        `« ${id} » n’est pas dans le problème : corrigez ce nom.`,
        `“${id}” is not in the problem: correct this name.`
      )
    );
  return faults.length > 0 ? fail(faults) : ok(parsed.data);
}

type Cited = readonly [
  family: 'candidates' | 'assessments' | 'jurors' | 'panels' | 'rooms',
  id: string
];

const citedBy = ({ candidate, assessment, panel, room, preparationRoom }: Sitting): Cited[] => [
  ['candidates', candidate],
  ['assessments', assessment],
  ...(panel === null ? [] : [['panels', panel] as const]),
  ['rooms', room],
  ...(preparationRoom === null ? [] : [['rooms', preparationRoom] as const])
];

function aboutOf(incident: Incident): Cited[] {
  switch (incident.kind) {
    case 'panel-late':
      return [['panels', incident.panel]];
    case 'room-lost':
      return [['rooms', incident.room]];
    case 'juror-lost':
      return [['jurors', incident.juror]];
    case 'candidate-late':
      return [['candidates', incident.candidate]];
  }
}
