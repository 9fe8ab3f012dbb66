import { error, fail, type Cookies } from '@sveltejs/kit';
import { parseSetCookieHeader } from 'better-auth/cookies';
import type { Language } from '#platform/language.ts';
import type { Refusal, Result } from '#platform/result.ts';

/**
 * A refused form: its refusal, and what was typed, so that nothing has to be typed again when the
 * page is drawn without JavaScript.
 */
export const refuseForm = (refusal: Refusal, form?: FormData) =>
  fail(statusOf(refusal), { refusal, typed: form ? textsOf(form) : {} });

/** The value of a page's question, or the page that says why there is none. */
export function valueOr<T>(result: Result<T>, language: Language): T {
  if (result.ok) return result.value;
  error(statusOf(result.error), result.error.message[language]);
}

/** The HTTP status of a refusal, told from the last word of its code. */
export function statusOf({ code }: Refusal): 400 | 401 | 403 | 404 | 409 {
  if (code.endsWith('.signed-out')) return 401;
  if (code.endsWith('.forbidden')) return 403;
  if (code.endsWith('.unknown')) return 404;
  return code.endsWith('.stale') ? 409 : 400;
}

/** Hands the cookies that better-auth sets on to the browser, as strict as it makes them. */
export function passCookies(answer: Headers, cookies: Cookies): void {
  for (const line of answer.getSetCookie())
    for (const [name, { value, secure = false, 'max-age': maxAge = 0 }] of parseSetCookieHeader(
      line
    ))
      cookies.set(name, value, { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge });
}

const textsOf = (form: FormData): Record<string, string> =>
  Object.fromEntries(
    [...form].flatMap(([name, sent]) => (typeof sent === 'string' ? [[name, sent]] : []))
  );
