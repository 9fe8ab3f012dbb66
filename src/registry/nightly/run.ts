/**
 * The work of each night: papers that closed unseen are told, what is past its time goes, and the
 * surveys that are due leave.
 */
import { desc, eq, sql } from 'drizzle-orm';
import { tellLeft } from '#exam';
import { authorise, type Actor } from '#people';
import type { Database } from '#platform/database.ts';
import type { Ground } from '#platform/ground.ts';
import { ok, type Result } from '#platform/result.ts';
import { runRetention } from '../privacy/retention.ts';
import { sendSurveys } from '../surveys/actions.ts';
import { claimMilliseconds, nightOf, type Outcome } from './model.ts';
import { nightRun } from './tables.ts';

export type NightRun = typeof nightRun.$inferSelect;

/**
 * Does the work of this night if it is due and nobody has done it. Any number of processes on one
 * database may call this at any time: one of them works.
 * @returns the night that was worked; undefined when there was nothing to do
 */
export async function runNight(ground: Ground): Promise<NightRun | undefined> {
  const { config, clock, db } = ground;
  const night = config.nightAt === null ? undefined : nightOf(clock.now(), config.nightAt);
  if (night === undefined || !(await claim(db, night, clock.now()))) return undefined;
  // One that fails does not keep the others from their work.
  const papers = await outcomeOf(async () => ok(await tellLeft(ground)));
  const retention = await outcomeOf(async () => ok(await runRetention(ground)));
  const surveys = await outcomeOf(() => sendSurveys(ground));
  const [done] = await db
    .update(nightRun)
    .set({ finishedAt: clock.now(), papers, retention, surveys })
    .where(eq(nightRun.night, night))
    .returning();
  return done;
}

/** Takes a night upon this process; false when it was done, or another is doing it. */
const claim = (db: Database, night: string, now: Date): Promise<boolean> =>
  db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(727004)`);
    const [found] = await tx.select().from(nightRun).where(eq(nightRun.night, night));
    const stopped =
      found?.finishedAt === null && found.claimedAt.getTime() + claimMilliseconds < now.getTime();
    if (found && !stopped) return false;
    await tx
      .insert(nightRun)
      .values({ night, claimedAt: now })
      .onConflictDoUpdate({ target: nightRun.night, set: { claimedAt: now } });
    return true;
  });

async function outcomeOf<Done>(work: () => Promise<Result<Done>>): Promise<Outcome<Done>> {
  try {
    const result = await work();
    return result.ok ? { did: result.value } : { stopped: result.error.code };
  } catch (error) {
    report(error);
    return { stopped: 'error' };
  }
}

/** On stderr, for the operator. Messages are left out: they may hold personal data. */
export function report(error: unknown): void {
  const { name, stack = '' } = error instanceof Error ? error : new Error(typeof error);
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line));
  process.stderr.write(`${new Date().toISOString()} night ${name}\n${frames.join('\n')}\n`);
}

/** What the manager sees of the nights: their hour, or null when they are off, and the last one. */
export async function openNights(
  ground: Ground,
  actor: Actor | null
): Promise<Result<{ at: string | null; last: NightRun | null }>> {
  const allowed = authorise(actor, 'registry.read');
  if (!allowed.ok) return allowed;
  const [last] = await ground.db.select().from(nightRun).orderBy(desc(nightRun.night)).limit(1);
  return ok({ at: ground.config.nightAt, last: last ?? null });
}
