import { digest } from '#platform/canonical.ts';
import { parseForm } from '#platform/form.ts';
import type { Ground } from '#platform/ground.ts';
import { appendToLedger } from '#platform/ledger.ts';
import { ok, refuse, type Result } from '#platform/result.ts';
import { centreForm, newCentreForm } from './forms.ts';
import { authorise, type Actor, type CentreId } from './model.ts';
import { findCentre, insertCentre, readCentres, updateCentre, type Centre } from './store.ts';

/** Every centre, for who manages them. */
export async function listCentres(ground: Ground, actor: Actor | null): Promise<Result<Centre[]>> {
  const allowed = authorise(actor, 'centre.manage');
  return allowed.ok ? ok(await readCentres(ground.db)) : allowed;
}

/** One centre and the mark of what was shown, which the form sends back. */
export async function openCentre(
  ground: Ground,
  actor: Actor | null,
  id: string
): Promise<Result<{ centre: Centre; seen: string }>> {
  const allowed = authorise(actor, 'centre.manage');
  if (!allowed.ok) return allowed;
  const centre = await findCentre(ground.db, id);
  return centre ? ok({ centre, seen: digest(centre) }) : unknown();
}

/** Adds a partner centre. The same form sent twice makes one centre. */
export async function createCentre(
  ground: Ground,
  actor: Actor | null,
  form: unknown
): Promise<Result<CentreId>> {
  const allowed = authorise(actor, 'centre.manage');
  if (!allowed.ok) return allowed;
  const parsed = parseForm(newCentreForm, form);
  if (!parsed.ok) return parsed;
  const centre = parsed.value;
  return ground.db.transaction(async (tx) => {
    const now = ground.clock.now();
    if (await insertCentre(tx, centre, now))
      await appendToLedger(tx, now, [
        {
          actor: allowed.value.userId,
          action: 'centre.create',
          subject: centre.id,
          payload: datesOf(centre)
        }
      ]);
    return ok(centre.id);
  });
}

/**
 * Changes a centre's particulars or habilitation. Refused when someone changed it since the form
 * was opened; sent twice, it changes once.
 */
export async function changeCentre(
  ground: Ground,
  actor: Actor | null,
  form: unknown
): Promise<Result<'changed'>> {
  const allowed = authorise(actor, 'centre.manage');
  if (!allowed.ok) return allowed;
  const parsed = parseForm(centreForm, form);
  if (!parsed.ok) return parsed;
  const { seen, ...centre } = parsed.value;
  return ground.db.transaction(async (tx) => {
    const before = await findCentre(tx, centre.id, true);
    if (!before) return unknown();
    if (digest(before) === digest(centre)) return ok('changed');
    if (digest(before) !== seen)
      return refuse(
        'centre.stale',
        'Ce centre a été modifié entre-temps\u00a0: rechargez la page, relisez, puis recommencez.',
        'This centre was changed meanwhile: reload the page, read it again, then try again.'
      );
    await updateCentre(tx, centre);
    await appendToLedger(tx, ground.clock.now(), [
      {
        actor: allowed.value.userId,
        action: 'centre.change',
        subject: centre.id,
        payload: { before: datesOf(before), after: datesOf(centre) }
      }
    ]);
    return ok('changed');
  });
}

const datesOf = ({ habilitatedFrom, habilitatedUntil }: Centre) => ({
  habilitatedFrom,
  habilitatedUntil
});

const unknown = () =>
  refuse(
    'centre.unknown',
    'Ce centre est introuvable\u00a0: revenez à la liste des centres.',
    'This centre cannot be found: go back to the list of centres.'
  );
