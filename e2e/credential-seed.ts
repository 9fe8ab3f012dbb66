import { conclude, deliberate, factsFor, foundHouse, must } from '../src/cli/rehearsal/rehearse.ts';
import { createSignInLink, type Actor } from '../src/people/index.ts';
import type { Ground } from '../src/platform/ground.ts';
import { fullName, type SessionId } from '../src/session/index.ts';
import { markedSession } from './verdict-seed.ts';

export interface CredentialSeed {
  sessionId: SessionId;
  number: string;
  holder: string;
  manager: string;
  /** The sign-in link of the holder. */
  candidate: string;
}

/** A session that is over, its certificates issued, and a way in for the manager and one holder. */
export async function seedCredential(ground: Ground): Promise<CredentialSeed> {
  const house = await foundHouse(ground, 2);
  const sessionId = await markedSession(ground, house, 2);
  await deliberate(ground, house, sessionId);
  const [number = ''] = await conclude(ground, house, sessionId);
  const [enrolment] = (await factsFor(ground, sessionId)).enrolments;
  const link = async ({ email }: Pick<Actor, 'email'>) =>
    must(await createSignInLink(ground, email, { hours: 2 }));
  return {
    sessionId,
    number,
    holder: fullName(enrolment!),
    manager: await link(house.manager),
    candidate: await link(enrolment!)
  };
}
