import type { Cookies } from '@sveltejs/kit';
import { newId } from '#platform/ids.ts';

/** Names a browser for the exam: a code that was given on it once is not asked there again. */
const name = 'exam-device';

export const deviceOf = (cookies: Cookies): string => cookies.get(name) ?? '';

/** The browser's name; made when it has none. */
export function nameDevice(cookies: Cookies, secure: boolean): string {
  const known = deviceOf(cookies);
  if (known) return known;
  const made = newId();
  cookies.set(name, made, { path: '/exam', httpOnly: true, sameSite: 'strict', secure });
  return made;
}
