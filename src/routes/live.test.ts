import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  actorOf,
  createFirstManager,
  createPerson,
  resetSecondFactor,
  revokeRole,
  signOut,
  startSecondFactor,
  type Actor
} from '#people';
import { Browser } from '#people/browser.testing.ts';
import { newId } from '#platform/ids.ts';
import type { Result } from '#platform/result.ts';
import { testGround, type TestGround } from '#platform/testing.ts';
import { liveFor } from './live.ts';

let ground: TestGround;
let manager: Actor;
beforeAll(async () => {
  ground = await testGround();
  manager = must(
    await createFirstManager(ground, { name: 'Hélène Vauquelin', email: 'helene@exemple.fr' })
  );
});
afterAll(() => ground.close());

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

/** A juror, a browser where they are signed in, and a stream that tells how often it was read. */
async function watching() {
  const id = newId<'user'>();
  const email = `${id}@exemple.fr`;
  must(await createPerson(ground, manager, { id, name: 'Marc Olivier', email, role: 'juror' }));
  const browser = await Browser.signedIn(ground, email);
  const actor = (await actorOf(ground, browser.headers))!.actor;
  const request = new Request('http://parchemin.test/live', { headers: browser.headers });
  let told = 0;
  const stream = liveFor({ ground, actor }, request, ['news'], async (by) =>
    by.grants.length > 0 ? { told: ++told } : null
  ).body!.getReader();
  expect((await stream.read()).done).toBe(false);
  return { id, browser, stream };
}

test.each([
  [
    'signs out',
    async (_: string, browser: Browser) => void (await signOut(ground, browser.headers))
  ],
  [
    'loses their role',
    async (id: string) =>
      void must(await revokeRole(ground, manager, { userId: id, role: 'juror', centreId: '' }))
  ]
])('a stream ends when its person %s, and not before', async (_, act) => {
  const { id, browser, stream } = await watching();
  await ground.bus.publish('news');
  expect((await stream.read()).done).toBe(false);
  await act(id, browser);
  expect((await stream.read()).done).toBe(true);
});

test('a stream ends when the second factor of its person is reset', async () => {
  const { id, browser, stream } = await watching();
  const person = (await actorOf(ground, browser.headers))!;
  must(await startSecondFactor(ground, browser.headers, person));
  must(await resetSecondFactor(ground, manager, id));
  expect((await stream.read()).done).toBe(true);
});
