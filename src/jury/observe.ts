/** Receiving marks from jurors' devices. */
import { authorise, type Actor } from '#people';
import type { Ground } from '#platform/ground.ts';
import { isId } from '#platform/ids.ts';
import { refuse, type Result } from '#platform/result.ts';
import { malformed, writerOf } from './commit.ts';
import {
  batchSchema,
  observationSchema,
  type ObservationInput,
  type Receipt,
  type RefusedMark
} from './model.ts';
import { unknownSheet } from './standing.ts';

/**
 * Receives marks from a juror's device. Each mark is taken or refused on its own; what is answered
 * « received » is committed. Sending a batch again, whole or in part, in any order, is harmless.
 */
export async function observe(
  ground: Ground,
  actor: Actor | null,
  sittingId: string,
  input: unknown
): Promise<Result<Receipt>> {
  const allowed = authorise(actor, 'marking.write');
  if (!allowed.ok) return allowed;
  if (!isId(sittingId)) return unknownSheet();
  const batch = batchSchema.safeParse(input);
  if (!batch.success)
    return refuse(
      'jury.bad-batch',
      'Ces notes n’ont pas la forme attendue\u00a0: rechargez la page, rien n’est perdu sur cette tablette.',
      'These marks do not have the expected form: reload the page, nothing is lost on this tablet.'
    );
  const marks: ObservationInput[] = [];
  const refused: RefusedMark[] = [];
  for (const each of batch.data.observations) {
    const parsed = observationSchema.safeParse(each);
    if (parsed.success) marks.push(parsed.data);
    else refused.push({ id: idOf(each), message: malformed });
  }
  return writerOf(ground.db)({
    sittingId,
    jurorId: allowed.value.userId,
    marks,
    refused,
    now: ground.clock.now()
  });
}

const idOf = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'id' in value ? String(value.id) : '';
