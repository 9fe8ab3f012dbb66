/** A juror's tablet without a browser: its cookie, its one connection, its marks. */
import { once } from 'node:events';
import { Agent, request, type IncomingMessage } from 'node:http';
import { gzipSync } from 'node:zlib';
import type { Receipt } from '../src/jury/marks.ts';
import type { DeviceMark } from '../src/jury/outbox.ts';

interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

export class Juror {
  readonly #port: number;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 });
  readonly cookie: string;

  constructor(port: number, cookie: string) {
    this.#port = port;
    this.cookie = cookie;
  }

  /** Spends a sign-in link, as the browser that opens it does. */
  static async signIn(link: string, port: number): Promise<Juror> {
    const { pathname, search } = new URL(link);
    const { headers, status } = await ask(port, 'GET', pathname + search);
    const cookies = [headers['set-cookie'] ?? []].flat().map((line) => line.split(';')[0]);
    if (cookies.length === 0) throw new Error(`The link signed nobody in (${status})`);
    return new Juror(port, cookies.join('; '));
  }

  /** Sends one mark. @throws unless the server answers that it holds it */
  async mark(sittingId: string, mark: DeviceMark): Promise<void> {
    const { received } = await this.send(sittingId, [mark]);
    if (received[0] !== mark.id) throw new Error(`${mark.id} was refused`);
  }

  /** Sends marks in one request. @throws unless the server takes them or refuses them one by one */
  async send(sittingId: string, observations: readonly DeviceMark[]): Promise<Receipt> {
    const answer = await ask(
      this.#port,
      'POST',
      `/jury/${sittingId}/observations`,
      {
        cookie: this.cookie,
        origin: `http://127.0.0.1:${this.#port}`,
        'content-type': 'application/json',
        accept: 'application/json'
      },
      JSON.stringify({ observations }),
      this.#agent
    );
    if (answer.status !== 200) throw new Error(`${answer.status} ${answer.body}`);
    return JSON.parse(answer.body) as Receipt;
  }

  close(): void {
    this.#agent.destroy();
  }
}

/** The scripts that a page loads before anything is touched: those it names, and those these import. */
export async function shippedScript(
  port: number,
  path: string,
  cookie: string
): Promise<{ files: number; gzip: number }> {
  const page = await ask(port, 'GET', path, { cookie });
  if (page.status !== 200) throw new Error(`${path} answered ${page.status}`);
  const found = new Map<string, number>();
  const queue = scriptsIn(page.body, `http://127.0.0.1:${port}${path}`);
  for (let at = 0; at < queue.length; at += 1) {
    const url = queue[at] as string;
    if (found.has(url)) continue;
    const { body } = await ask(port, 'GET', new URL(url).pathname);
    found.set(url, gzipSync(body, { level: 9 }).length);
    // What a module imports for certain; `import()` is for later.
    for (const [, name] of body.matchAll(/(?:from|import)\s*["'](\.[^"']+\.js)["']/g))
      queue.push(new URL(name as string, url).href);
  }
  return { files: found.size, gzip: [...found.values()].reduce((sum, size) => sum + size, 0) };
}

const scriptsIn = (html: string, base: string): string[] =>
  [...html.matchAll(/(?:href|import\()\s*=?\s*["']([^"']+\.js)["']/g)].map(
    ([, path]) => new URL(path as string, base).href
  );

async function ask(
  port: number,
  method: 'GET' | 'POST',
  path: string,
  headers: Record<string, string> = {},
  body?: string,
  agent?: Agent
): Promise<Answer> {
  const sent = request({
    host: '127.0.0.1',
    port,
    method,
    path,
    headers: body ? { ...headers, 'content-length': String(Buffer.byteLength(body)) } : headers,
    ...(agent ? { agent } : {})
  });
  sent.end(body);
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  let text = '';
  for await (const chunk of response.setEncoding('utf8')) text += String(chunk);
  return { status: response.statusCode ?? 0, headers: response.headers, body: text };
}
