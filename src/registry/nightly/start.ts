import type { Ground } from '#platform/ground.ts';
import { report, runNight } from './run.ts';

/** How often a server asks whether the work of the night is due, in milliseconds. */
const beat = 60_000;

/**
 * Has this server do the work of each night, unless the operator switched it off.
 * @returns what ends it, once the work that is under way is over
 */
export function startNights(ground: Ground): () => Promise<void> {
  if (ground.config.nightAt === null) return async () => undefined;
  let under: Promise<void> | undefined;
  const look = () => {
    under ??= runNight(ground)
      .then(() => undefined, report)
      .finally(() => (under = undefined));
  };
  look();
  const timer = setInterval(look, beat).unref();
  return async () => {
    clearInterval(timer);
    await under;
  };
}
