/** A candidate's conversation with the assistant, and what may become of it. Pure. */
import type { Phrase } from '#platform/language.ts';

/** Assessments whose criteria ask for the use of generative AI (C11, C12). */
export const assistedAssessments = ['EC2', 'EC3'] as const;
export const isAssisted = (assessmentId: string): boolean =>
  (assistedAssessments as readonly string[]).includes(assessmentId);

/** Why an answer did not come whole from the provider. */
export const faults = ['absent', 'refused', 'busy', 'down', 'silent', 'cut', 'garbled'] as const;
export type Fault = (typeof faults)[number];

/**
 * How an answer ended: whole; at the limit of its length; stopped by the candidate, or by their page
 * going away; or in a fault.
 */
export type Ending =
  { kind: 'whole' } | { kind: 'limit' } | { kind: 'stopped' } | { kind: 'fault'; fault: Fault };

/** One question and what came back; `answer` is null while it comes, and for ever if the server fell. */
export interface Turn {
  id: string;
  question: string;
  askedAt: Date;
  answer: { text: string; ending: Ending; endedAt: Date; tokens: number } | null;
}

/** The longest question, in UTF-16 units. */
export const longestQuestion = 6_000;
/** The longest answer, in tokens of the provider. Ours. */
export const longestAnswer = 1_500;
/** A question that waits longer than this is no longer waiting: its server fell. */
export const abandonedMs = 180_000;

/** What a text costs when the provider does not say: French takes some three units a token. */
export const estimateTokens = (...texts: string[]): number =>
  Math.ceil(texts.reduce((sum, text) => sum + text.length, 0) / 3);

/** The tokens left to a candidate, of those that the installation grants for one assessment. */
export function tokensLeft(turns: readonly Turn[], granted: number): number {
  const used = turns.reduce(
    (sum, { question, answer }) => sum + (answer?.tokens ?? estimateTokens(question)),
    0
  );
  return Math.max(0, granted - used);
}

/** The question that is being answered, if there is one. */
export const pending = (turns: readonly Turn[], now: Date): Turn | undefined =>
  turns.find(({ answer, askedAt }) => !answer && now.getTime() - askedAt.getTime() < abandonedMs);

/** Whole minutes that a candidate lost between a question and the fault; one at least. */
export const minutesLost = (askedAt: Date, failedAt: Date): number =>
  Math.max(1, Math.ceil((failedAt.getTime() - askedAt.getTime()) / 60_000));

const intact = {
  fr: 'Votre texte est intact, et l’incident est noté\u00a0: le temps perdu peut vous être rendu.',
  en: 'Your text is intact, and the incident is recorded: the time lost can be given back to you.'
};
const told = (fr: string, en: string): Phrase => ({
  fr: `${fr} ${intact.fr}`,
  en: `${en} ${intact.en}`
});

/** What a candidate is told of a fault. */
export const faultSentences: Record<Fault, Phrase> = {
  absent: told('L’assistant n’est pas branché.', 'The assistant is not connected.'),
  refused: told(
    'L’assistant refuse les questions de cette installation.',
    'The assistant refuses the questions of this installation.'
  ),
  busy: told(
    'L’assistant est trop sollicité\u00a0: attendez une minute, puis reposez votre question.',
    'The assistant is too busy: wait a minute, then ask again.'
  ),
  down: told('L’assistant est en panne.', 'The assistant is out of order.'),
  silent: told(
    'L’assistant tarde trop\u00a0: reposez votre question.',
    'The assistant takes too long: ask again.'
  ),
  cut: told(
    'La réponse s’est interrompue\u00a0: ce qui est arrivé reste lisible.',
    'The answer broke off: what arrived stays readable.'
  ),
  garbled: told(
    'L’assistant a répondu de façon illisible\u00a0: reposez votre question.',
    'The assistant answered something that cannot be read: ask again.'
  )
};
