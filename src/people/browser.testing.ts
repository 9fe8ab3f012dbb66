import type { Ground } from '#platform/ground.ts';
import { authOf, createSignInLink } from './sign-in.ts';

/** A browser for tests: it keeps its cookies, and spends sign-in links. */
export class Browser {
  readonly #ground: Ground;
  readonly #cookies = new Map<string, string>();
  /** The last cookies as they were set, with their attributes. */
  cookieAttributes = '';

  constructor(ground: Ground) {
    this.#ground = ground;
  }

  /** A browser where this person has just signed in. */
  static async signedIn(ground: Ground, email: string): Promise<Browser> {
    const link = await createSignInLink(ground, email);
    if (!link.ok) throw new Error(link.error.code);
    const browser = new Browser(ground);
    await browser.spend(new URL(link.value));
    return browser;
  }

  /** What it sends with a request. */
  get headers(): Headers {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    return new Headers({ cookie, origin: this.#ground.config.publicUrl });
  }

  /** Keeps the cookies of an answer. */
  keep(answer: Headers): void {
    this.cookieAttributes = answer.getSetCookie().join('\n');
    for (const line of answer.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      if (/max-age=0/i.test(line)) this.#cookies.delete(pair.slice(0, at));
      else this.#cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
  }

  /** Opens a link, from a letter or a terminal. @returns the path it leads to */
  async spend(link: URL): Promise<string> {
    const spent = new URL('/api/auth/magic-link/verify', this.#ground.config.publicUrl);
    spent.searchParams.set('token', link.searchParams.get('token') ?? '');
    const next = link.searchParams.get('next') ?? link.searchParams.get('callbackURL') ?? '/';
    spent.searchParams.set('callbackURL', next);
    spent.searchParams.set('errorCallbackURL', '/sign-in');
    const response = await authOf(this.#ground).handler(
      new Request(spent, { headers: this.headers })
    );
    this.keep(response.headers);
    const { pathname, search } = new URL(response.headers.get('location')!, spent);
    return pathname + search;
  }
}
