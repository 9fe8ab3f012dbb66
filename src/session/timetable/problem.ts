import type { z } from 'zod';
import type { Phrase } from '#platform/language.ts';
import { fail, ok } from '#platform/result.ts';
import type { Result } from '#platform/result.ts';
import { say } from './messages.ts';
import { assessmentsOf, labelOf, problemSchema } from './model.ts';
import type { Assessment, Problem } from './model.ts';
import { clockMinutes } from './time.ts';

/** Reads a problem from JSON data; when it cannot be read, says each reason in a sentence. */
export function readProblem(value: unknown): Result<Problem, Phrase[]> {
  const parsed = problemSchema.safeParse(value);
  if (!parsed.success) return fail(parsed.error.issues.map(issueSentence));
  const faults = faultsOf(parsed.data);
  return faults.length > 0 ? fail(faults) : ok(parsed.data);
}

export function issueSentence(issue: z.core.$ZodIssue): Phrase {
  const path = issue.path.join('.') || '(racine)';
  if (issue.code === 'unrecognized_keys') {
    const keys = issue.keys.join(', ');
    return say(
      `Dans « ${path} », ${keys} n’est pas un champ connu : retirez-le.`,
      `In “${path}”, ${keys} is not a known field: remove it.`
    );
  }
  return say(
    `Le champ « ${path} » manque ou n’a pas la forme attendue : corrigez-le (voir docs/timetable.md).`,
    `The field “${path}” is missing or malformed: correct it (see docs/timetable.md).`
  );
}

/** What a well-formed problem gets wrong: names nobody bears, twins, days that end before they begin. */
export function faultsOf(problem: Problem): Phrase[] {
  return [...twins(problem), ...strangers(problem), ...hours(problem), ...circles(problem)];
}

function twins(problem: Problem): Phrase[] {
  const families = [
    problem.candidates,
    problem.assessments,
    problem.jurors,
    problem.panels,
    problem.rooms
  ];
  const dates = problem.days.map((day) => ({ id: day.date }));
  return [...families, dates].flatMap((family) => {
    const ids = family.map((thing) => thing.id);
    return [...new Set(ids.filter((id, place) => ids.indexOf(id) !== place))].map((id) =>
      say(`« ${id} » apparaît deux fois : n’en gardez qu’un.`, `“${id}” appears twice: keep one.`)
    );
  });
}

function strangers(problem: Problem): Phrase[] {
  const ids = (things: readonly { id: string }[]) => new Set(things.map((thing) => thing.id));
  const known = {
    candidates: ids(problem.candidates),
    assessments: ids(problem.assessments),
    jurors: ids(problem.jurors)
  };
  const cited = [
    ...problem.candidates.map((one) => [one, one.assessments ?? [], known.assessments] as const),
    ...problem.assessments.map((one) => [one, one.after, known.assessments] as const),
    ...problem.jurors.map((one) => [one, one.conflicts, known.candidates] as const),
    ...problem.panels.map((one) => [one, one.jurors, known.jurors] as const),
    ...problem.panels.map((one) => [one, one.assessments ?? [], known.assessments] as const)
  ];
  return cited.flatMap(([citing, list, family]) =>
    list
      .filter((id) => !family.has(id))
      .map((id) =>
        say(
          `« ${labelOf(citing)} » cite « ${id} », qui n’existe pas : corrigez le nom ou ajoutez-le.`,
          `“${labelOf(citing)}” names “${id}”, which does not exist: correct it or add it.`
        )
      )
  );
}

function hours(problem: Problem): Phrase[] {
  const faults = problem.days
    .filter((day) => day.from >= day.to)
    .map((day) =>
      say(`Le ${day.date} finit avant de commencer.`, `${day.date} ends before it begins.`)
    );
  const { lunch } = problem.rules;
  if (!lunch) return faults;
  const [from, to] = [clockMinutes(lunch.from), clockMinutes(lunch.to)];
  if (to - from < lunch.minutes)
    faults.push(
      say(
        'La pause de midi ne tient pas entre ses deux heures : élargissez-les.',
        'Lunch does not fit between its two times: widen them.'
      )
    );
  if ([from, to].some((length) => length % problem.granularity !== 0))
    faults.push(
      say(
        `Les heures du déjeuner doivent être des multiples de ${problem.granularity} minutes.`,
        `The times of lunch must be multiples of ${problem.granularity} minutes.`
      )
    );
  return faults;
}

function circles(problem: Problem): Phrase[] {
  const done = new Set<string>();
  let waiting: readonly Assessment[] = problem.assessments;
  for (let progress = true; progress;) {
    const ready = waiting.filter((one) => one.after.every((before) => done.has(before)));
    ready.forEach((one) => done.add(one.id));
    waiting = waiting.filter((one) => !done.has(one.id));
    progress = ready.length > 0;
  }
  const idle = problem.candidates.find((one) => assessmentsOf(problem, one).length === 0);
  return [
    ...(waiting.length > 0
      ? [
          say(
            `L’ordre demandé tourne en rond : ${waiting.map(labelOf).join(', ')}.`,
            `The order asked for goes round in a circle: ${waiting.map(labelOf).join(', ')}.`
          )
        ]
      : []),
    ...(idle
      ? [
          say(
            `${labelOf(idle)} n’a aucune épreuve à passer : retirez ce candidat.`,
            `${labelOf(idle)} has no assessment to sit: remove this candidate.`
          )
        ]
      : [])
  ];
}
