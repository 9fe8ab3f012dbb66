import { fail, ok, type Result } from '#platform/result.ts';
import { cleanText } from '#platform/text.ts';
import type { Phrase } from '#platform/language.ts';
import {
  accessibilityFaults,
  adaptationNames,
  usualInstructions
} from './accessibility-messages.ts';
import { adaptationKinds, type Adaptation } from './model.ts';

/** The officer’s private file on an enrolment. It is only ever stored sealed. */
export interface AccessibilityFile {
  /** What the candidate asked for, in their own words; it may tell of a disability. */
  request: string;
  /** ISO 8601; null when nothing was asked. */
  askedAt: string | null;
  /** The officer’s own note: grounds, papers seen, whom they spoke with. */
  note: string;
  /** ISO 8601; null until the officer decides. */
  decidedAt: string | null;
}

export const emptyFile: AccessibilityFile = {
  request: '',
  askedAt: null,
  note: '',
  decidedAt: null
};

/** A third more time: the usual measure of French examinations. */
export const usualPercent = 133;
export const longestRequest = 4000;
export const longestNote = 8000;
const longestInstruction = 240;

/** What an officer decides: the adaptations granted, each once, and a private note. */
export interface Decision {
  adaptations: Adaptation[];
  note: string;
}

/**
 * Reads an officer’s form: `kind` boxes, `instruction-<kind>` lines (the usual one when left
 * empty), `percent` for extra time, and `note`.
 */
export function readDecision(form: FormData): Result<Decision> {
  const text = (name: string) => String(form.get(name) ?? '');
  const fields: Record<string, Phrase> = {};
  const adaptations: Adaptation[] = [];
  for (const kind of adaptationKinds) {
    if (!form.getAll('kind').includes(kind)) continue;
    const written = text(`instruction-${kind}`).replace(/\s+/g, ' ').trim();
    const instruction = cleanText(written || usualInstructions[kind], longestInstruction);
    if (!instruction.ok) fields[`instruction-${kind}`] = instruction.error.message;
    const percent = kind === 'extra-time' ? readPercent(text('percent')) : null;
    if (percent === undefined) fields['percent'] = accessibilityFaults.percent();
    else if (instruction.ok) adaptations.push({ kind, percent, instruction: instruction.value });
  }
  const note = cleanText(text('note'), longestNote);
  if (!note.ok) fields['note'] = note.error.message;
  const [first] = Object.values(fields);
  if (first) return fail({ code: 'accessibility.invalid', message: first, fields });
  return ok({ adaptations, note: note.ok ? note.value : '' });
}

function readPercent(text: string): number | undefined {
  const typed = text.replace(/[\s%]/g, '');
  if (typed === '') return usualPercent;
  return /^\d{3}$/.test(typed) && Number(typed) > 100 && Number(typed) <= 300
    ? Number(typed)
    : undefined;
}

/** « Temps majoré (133 %) », for lists and convocations. */
export function adaptationName({ kind, percent }: Adaptation): Phrase {
  const name = adaptationNames[kind];
  return percent === null
    ? name
    : { fr: `${name.fr} (${percent}\u00a0%)`, en: `${name.en} (${percent}%)` };
}
