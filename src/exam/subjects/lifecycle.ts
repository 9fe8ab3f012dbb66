import { z } from 'zod';
import { ok, refuse, type Refusal, type Result } from '#platform/result.ts';

const person = z.string().trim().min(1);
const day = z.iso.date();

const authored = { author: person, authoredOn: day };
const reviewed = { ...authored, reviewer: person, reviewedOn: day };

/**
 * Where a subject stands: draft → reviewed by a second person → in use → retired. Days are civil
 * days (YYYY-MM-DD); people are named as the certifying body names them.
 */
export const lifecycleSchema = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('draft'), ...authored }),
  z.strictObject({ status: z.literal('reviewed'), ...reviewed }),
  z.strictObject({ status: z.literal('in-use'), ...reviewed, firstUsedOn: day }),
  z.strictObject({
    status: z.literal('retired'),
    ...reviewed,
    firstUsedOn: day.optional(),
    retiredOn: day,
    reason: z.string().trim().min(1)
  })
]);

export type Lifecycle = z.infer<typeof lifecycleSchema>;
export type SubjectStatus = Lifecycle['status'];

/** What a person asks of a subject. `return` sends a reviewed subject back to its author. */
export type Step =
  | { kind: 'review'; reviewer: string; on: string }
  | { kind: 'return' }
  | { kind: 'use'; on: string }
  | { kind: 'retire'; on: string; reason: string };

/** Whether two names are those of one person, whatever the case and the spaces. */
export function samePerson(one: string, other: string): boolean {
  const plain = (name: string) => name.trim().replace(/\s+/g, ' ').toLocaleLowerCase('fr');
  return plain(one) === plain(other);
}

/** A subject already sat is immutable: only a new version of it may be written. */
export const isFrozen = (lifecycle: Lifecycle): boolean =>
  lifecycle.status === 'in-use' || lifecycle.status === 'retired';

/** Whether a subject may be given to a candidate. */
export const isDrawable = (lifecycle: Lifecycle): boolean =>
  lifecycle.status === 'reviewed' || lifecycle.status === 'in-use';

/**
 * The next state of a subject, or why the step is refused. Pure: nothing is stored here. `use` on
 * a subject in use is accepted and changes nothing, since many candidates sit the same subject.
 */
export function transition(lifecycle: Lifecycle, step: Step): Result<Lifecycle, Refusal> {
  switch (step.kind) {
    case 'review':
      return review(lifecycle, step.reviewer, step.on);
    case 'return': {
      if (lifecycle.status !== 'reviewed') return refuseStep(lifecycle, 'return');
      const { author, authoredOn } = lifecycle;
      return ok({ status: 'draft', author, authoredOn });
    }
    case 'use':
      if (lifecycle.status === 'in-use') return ok(lifecycle);
      if (lifecycle.status !== 'reviewed') return refuseStep(lifecycle, 'use');
      if (step.on < lifecycle.reviewedOn) return refuseOrder();
      return ok({ ...lifecycle, status: 'in-use', firstUsedOn: step.on });
    case 'retire':
      return retire(lifecycle, step.on, step.reason);
  }
}

function review(lifecycle: Lifecycle, reviewer: string, on: string): Result<Lifecycle, Refusal> {
  if (lifecycle.status !== 'draft') return refuseStep(lifecycle, 'review');
  if (reviewer.trim() === '')
    return refuse(
      'reviewer-missing',
      'Indiquez qui a relu le sujet.',
      'Say who reviewed the subject.'
    );
  if (samePerson(lifecycle.author, reviewer))
    return refuse(
      'reviewer-is-author',
      'L’auteur d’un sujet ne peut pas le relire lui-même\u00a0: confiez la relecture à une autre personne.',
      'The author of a subject cannot review it: ask another person to.'
    );
  if (on < lifecycle.authoredOn) return refuseOrder();
  return ok({ ...lifecycle, status: 'reviewed', reviewer, reviewedOn: on });
}

function retire(lifecycle: Lifecycle, on: string, reason: string): Result<Lifecycle, Refusal> {
  if (lifecycle.status !== 'reviewed' && lifecycle.status !== 'in-use')
    return refuseStep(lifecycle, 'retire');
  if (reason.trim() === '')
    return refuse(
      'reason-missing',
      'Dites en une phrase pourquoi le sujet est retiré.',
      'Say in one sentence why the subject is retired.'
    );
  const since = lifecycle.status === 'in-use' ? lifecycle.firstUsedOn : lifecycle.reviewedOn;
  if (on < since) return refuseOrder();
  return ok({ ...lifecycle, status: 'retired', retiredOn: on, reason });
}

const refuseOrder = () =>
  refuse(
    'dates-out-of-order',
    'Cette date précède celle de l’étape précédente\u00a0: corrigez-la.',
    'This date comes before the previous step: correct it.'
  );

const stateNames: Record<SubjectStatus, { fr: string; en: string }> = {
  draft: { fr: 'un brouillon', en: 'a draft' },
  reviewed: { fr: 'relu', en: 'reviewed' },
  'in-use': { fr: 'en service', en: 'in use' },
  retired: { fr: 'retiré', en: 'retired' }
};

const stepNeeds: Record<Step['kind'], { fr: string; en: string }> = {
  review: { fr: 'seul un brouillon se relit', en: 'only a draft can be reviewed' },
  return: {
    fr: 'seul un sujet relu et jamais servi revient à son auteur',
    en: 'only a reviewed subject that was never used goes back to its author'
  },
  use: { fr: 'seul un sujet relu peut être donné', en: 'only a reviewed subject can be given' },
  retire: {
    fr: 'seul un sujet relu ou en service se retire',
    en: 'only a reviewed subject or one in use can be retired'
  }
};

function refuseStep(lifecycle: Lifecycle, step: Step['kind']) {
  const state = stateNames[lifecycle.status];
  return refuse(
    `cannot-${step}`,
    `Ce sujet est ${state.fr}\u00a0: ${stepNeeds[step].fr}.`,
    `This subject is ${state.en}: ${stepNeeds[step].en}.`
  );
}
