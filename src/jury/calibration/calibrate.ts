/** What a juror does with an exemplar. Nothing is kept: it is practice, and enters no session. */
import { authorise, type Actor } from '#people';
import { levelSchema, type Level } from '#referential/model.ts';
import { ok, refuse, type Result } from '#platform/result.ts';
import { findExemplar } from './exemplars.ts';
import { compare, type Comparison, type Exemplar } from './model.ts';

/** The exemplar as it is marked: without the agreed marks, which are shown once it has been. */
export type OpenExemplar = Omit<Exemplar, 'marks'>;

export function openExemplar(actor: Actor | null, id: string): Result<OpenExemplar> {
  const allowed = authorise(actor, 'marking.write');
  if (!allowed.ok) return allowed;
  const found = findExemplar(id);
  if (!found) return unknownExemplar();
  const { assessment, status, title, situation, exchange, texts } = found;
  return ok({ id, assessment, status, title, situation, exchange, texts });
}

/** Compares a juror's levels with the agreed ones. @param given levels by criterion, as sent by a form */
export function calibrate(
  actor: Actor | null,
  id: string,
  given: Readonly<Record<string, unknown>>
): Result<Comparison> {
  const allowed = authorise(actor, 'marking.write');
  if (!allowed.ok) return allowed;
  const found = findExemplar(id);
  if (!found) return unknownExemplar();
  const levels = new Map<string, Level>();
  for (const [criterion, value] of Object.entries(given)) {
    const level = levelSchema.safeParse(typeof value === 'string' ? Number(value) : value);
    if (level.success) levels.set(criterion, level.data);
  }
  const comparison = compare(found, levels);
  if (comparison) return ok(comparison);
  const missing = found.marks.filter(({ criterion }) => !levels.has(criterion));
  return refuse(
    'jury.calibration-incomplete',
    'Notez chaque critère pour comparer.',
    'Mark every criterion to compare.',
    Object.fromEntries(
      missing.map(({ criterion }) => [
        criterion,
        { fr: 'Choisissez un niveau.', en: 'Choose a level.' }
      ])
    )
  );
}

const unknownExemplar = () =>
  refuse(
    'jury.exemplar.unknown',
    'Cet exemple est introuvable : revenez à la liste.',
    'This exemplar cannot be found: go back to the list.'
  );
