/** Erasing a person, and what has been kept long enough. Minutes and ledger hold ids: they stay whole. */
import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { authorise, type Actor } from '#people';
import { account, authSession, roleGrant, twoFactor, user } from '#people/tables.ts';
import { eraseWords } from '#exam';
import { eraseCertificates, noteErasureAsked, readAwards } from '#parchment';
import { accessibilityFile, candidate, enrolment, sitting } from '#session/tables.ts';
import { undoOnRefusal } from '#session';
import type { Database } from '#platform/database.ts';
import type { Ground } from '#platform/ground.ts';
import { appendToLedger } from '#platform/ledger.ts';
import { ok, refuse, type Result } from '#platform/result.ts';
import { cdcPassage, cdcTransmission } from '../cdc/tables.ts';
import { eraseSurveys } from '../surveys/index.ts';
import { limitOf } from './limit.ts';

/** « all » was erased, or, of a holder, all but « the award » and who holds it. */
export type Erasure = 'all' | 'all-but-award';

/**
 * Erases a candidate at their request: the identity, the account, the accessibility file, the words of
 * the exam, the answers to surveys. Of a holder, the identity and the certificate stay as long as the
 * award must be answered for (GDPR, art. 17.3.b and e), and then go by themselves. Twice is once.
 */
export function erasePerson(
  ground: Ground,
  actor: Actor | null,
  candidateId: string
): Promise<Result<Erasure>> {
  return undoOnRefusal(ground, async (tx) => {
    const allowed = authorise(actor, 'privacy.manage');
    if (!allowed.ok) return allowed;
    const [found] = await tx
      .select({ id: candidate.id })
      .from(candidate)
      .where(eq(candidate.id, candidateId));
    if (!found) return unknownCandidate();
    return ok(await erase(tx, found.id, allowed.value.userId, ground.clock.now()));
  });
}

export const unknownCandidate = () =>
  refuse(
    'privacy.unknown',
    'Cette personne est introuvable : revenez à la session.',
    'This person cannot be found: go back to the session.'
  );

/** The same, inside a transaction; by « system » when a period is over. */
export async function erase(
  tx: Database,
  candidateId: string,
  by: string,
  now: Date
): Promise<Erasure> {
  const [person] = await tx.select().from(candidate).where(eq(candidate.id, candidateId));
  if (!person) return 'all';
  const enrolments = (
    await tx
      .select({ id: enrolment.id })
      .from(enrolment)
      .where(eq(enrolment.candidateId, candidateId))
  ).map(({ id }) => id);
  const limit = limitOf('award', now);
  const kept = (await readAwards(tx, enrolments)).some(({ awardedOn }) => awardedOn >= limit);
  const sittings = await tx
    .select({ id: sitting.id })
    .from(sitting)
    .where(inArray(sitting.enrolmentId, [...enrolments, '']));
  await eraseWords(
    tx,
    sittings.map(({ id }) => id)
  );
  await eraseSurveys(tx, enrolments);
  if (enrolments.length > 0)
    await tx.delete(accessibilityFile).where(inArray(accessibilityFile.enrolmentId, enrolments));
  const erasure: Erasure = kept ? 'all-but-award' : 'all';
  if (kept) await noteErasureAsked(tx, enrolments, now);
  else if (person.erasedAt === null) {
    await eraseCertificates(tx, enrolments, by, now);
    await eraseIdentity(tx, candidateId, enrolments, now);
    if (person.userId) await eraseAccount(tx, person.userId, now);
  }
  await appendToLedger(tx, now, [
    { actor: by, action: 'registry.erase', subject: candidateId, payload: { erasure } }
  ]);
  return erasure;
}

/** An address that no mail can reach (RFC 2606), and that names nobody. */
const nowhere = (id: string) => `efface-${id}@parchemin.invalid`;

async function eraseIdentity(
  tx: Database,
  id: string,
  enrolments: readonly string[],
  now: Date
): Promise<void> {
  await tx
    .update(candidate)
    .set({
      email: nowhere(id),
      birthName: 'Effacé',
      usageName: null,
      firstNames: 'Candidat',
      birthDate: '1900-01-01',
      birthPlace: 'Effacé',
      birthInseeCode: null,
      birthCountryCode: null,
      erasedAt: now
    })
    .where(eq(candidate.id, id));
  if (enrolments.length > 0)
    await tx.delete(cdcPassage).where(
      inArray(
        cdcPassage.transmissionId,
        tx
          .select({ id: cdcTransmission.id })
          .from(cdcTransmission)
          .where(inArray(cdcTransmission.enrolmentId, [...enrolments]))
      )
    );
}

/** The account goes with the candidate, unless the person is something else too. */
async function eraseAccount(tx: Database, userId: string, now: Date): Promise<void> {
  const live = and(eq(roleGrant.userId, userId), isNull(roleGrant.revokedAt));
  const roles = await tx.select({ role: roleGrant.role }).from(roleGrant).where(live);
  if (roles.some(({ role }) => role !== 'candidate')) return;
  await tx.update(roleGrant).set({ revokedAt: now }).where(live);
  for (const table of [authSession, account, twoFactor])
    await tx.delete(table).where(eq(table.userId, userId));
  await tx
    .update(user)
    .set({
      name: 'Personne effacée',
      email: nowhere(userId),
      image: null,
      twoFactorEnabled: false,
      updatedAt: sql`now()`
    })
    .where(eq(user.id, userId));
}
