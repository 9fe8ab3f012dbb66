import { z } from 'zod';
import type { Fault, Referential } from '#referential';
import { luxe } from '#referential';
import { fail, ok, type Result } from '#platform/result.ts';
import { faultMessages as say, missingPieces } from './messages.ts';
import { subjectSchema, type Subject } from './model.ts';
import { inconsistencies } from './rules.ts';

/**
 * Reads a subject from a value of unknown origin (a parsed JSON file, a stored row). The error
 * lists every fault found, with a sentence for each; it is never empty.
 * @param referential the certification whose criteria the marking notes name
 */
export function parseSubject(
  value: unknown,
  referential: Referential = luxe
): Result<Subject, readonly Fault[]> {
  const parsed = subjectSchema.safeParse(value, { reportInput: true });
  if (!parsed.success) return fail(parsed.error.issues.flatMap(describeIssue));
  const faults = inconsistencies(parsed.data, referential);
  return faults.length > 0 ? fail(faults) : ok(parsed.data);
}

/** Reads a subject from the text of a JSON file. */
export function loadSubject(
  text: string,
  referential: Referential = luxe
): Result<Subject, readonly Fault[]> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return fail([{ path: '', message: say.notJson() }]);
  }
  return parseSubject(value, referential);
}

function describeIssue(issue: z.core.$ZodIssue): Fault[] {
  const path = z.core.toDotPath(issue.path);
  const fault = (message: Fault['message']): Fault[] => [{ path, message }];
  if (path === '') {
    if (issue.code === 'invalid_type') return fault(say.notASubject());
  } else if (isMissing(issue)) {
    return fault(missingPieces[String(issue.path.at(-1))] ?? say.missing(path));
  }
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => {
        const field = z.core.toDotPath([...issue.path, key]);
        return { path: field, message: say.unknownField(field) };
      });
    case 'invalid_union':
      return fault(notInUnion(path, issue));
    case 'invalid_value':
      return fault(say.notOneOf(path, issue.values));
    case 'too_small':
      return fault(tooSmall(path, issue));
    case 'too_big':
      return fault(
        issue.origin === 'array'
          ? say.exactly(path, Number(issue.maximum))
          : say.tooBig(path, Number(issue.maximum))
      );
    case 'invalid_format':
      return fault(say.notAsExpected(path, issue.format));
    case 'invalid_type':
      return fault(say.notAsExpected(path, issue.expected));
    default:
      return fault(say.notAsExpected(path, ''));
  }
}

/** What stands in the field at fault: for a union, Zod reports the object around it. */
function found(issue: z.core.$ZodIssue): unknown {
  return issue.code === 'invalid_union' && issue.discriminator
    ? (issue.input as Record<string, unknown>)[issue.discriminator]
    : issue.input;
}

const isMissing = (issue: z.core.$ZodIssue): boolean =>
  issue.code !== 'unrecognized_keys' && found(issue) === undefined;

function tooSmall(path: string, issue: z.core.$ZodIssueTooSmall) {
  const minimum = Number(issue.minimum);
  if (issue.origin === 'string') return say.empty(path);
  if (issue.origin !== 'array') return say.tooSmall(path, minimum);
  return issue.exact ? say.exactly(path, minimum) : say.tooFew(path, minimum);
}

function notInUnion(path: string, issue: z.core.$ZodIssueInvalidUnion) {
  const options = 'options' in issue ? (issue.options ?? []) : [];
  return path === 'assessment'
    ? say.unknownAssessment(String(found(issue)), options)
    : say.notOneOf(path, options);
}
