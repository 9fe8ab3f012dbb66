import type { Ground } from '#platform/ground.ts';
import type { Result } from '#platform/result.ts';

/** What the bus calls the day of a session: its control room listens to it. */
export const dayTopic = (sessionId: string): string => `day ${sessionId}`;

/** Tells the control room once something was done, and passes what came of it on. */
export async function announced<T>(
  ground: Ground,
  sessionId: string,
  doing: Promise<Result<T>>
): Promise<Result<T>> {
  const done = await doing;
  if (done.ok) await ground.bus.publish(dayTopic(sessionId));
  return done;
}
