import { accountTopic, actorOf, type Actor } from '#people';
import { liveStream } from '#platform/live.ts';

/**
 * A stream for as long as the person who opened it is signed in and may look: who they are is asked
 * again at each event, and at once when they sign out, lose a role or their second factor is reset.
 * @param read what to send; null ends the stream
 */
export function liveFor(
  { ground, actor: opening }: Pick<App.Locals, 'ground' | 'actor'>,
  request: Request,
  topics: readonly string[],
  read: (actor: Actor) => Promise<unknown>
): Response {
  const mine = opening ? [accountTopic(opening.userId)] : [];
  return liveStream(ground.bus, [...topics, ...mine], async () => {
    const person = await actorOf(ground, request.headers);
    return person && person.owes === null ? read(person.actor) : null;
  });
}
