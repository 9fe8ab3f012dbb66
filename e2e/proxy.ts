import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

/** The network of a ballroom, between browsers and the server. */
export interface Proxy {
  url: string;
  /** `cut` refuses everything; `deaf` carries what is sent and loses every answer to it. */
  weather: 'fine' | 'cut' | 'deaf';
  /** Ports that requests go to, in turn; one that does not answer is passed over. */
  targets: number[];
  /** Changes what a path answers with. */
  rewrite: Map<string, (body: string) => string>;
  /** Requests carried, as « POST /jury/… ». */
  carried: string[];
  stop(): Promise<void>;
}

export async function startProxy(...targets: number[]): Promise<Proxy> {
  let turn = 0;
  const server = createServer((asked, answer) => void carry(asked, answer));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const proxy: Proxy = {
    url: `http://127.0.0.1:${port}`,
    weather: 'fine',
    targets,
    rewrite: new Map(),
    carried: [],
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    }
  };

  async function carry(asked: IncomingMessage, answer: ServerResponse): Promise<void> {
    const { weather } = proxy;
    if (weather === 'cut') return void asked.socket.destroy();
    const body: Buffer[] = [];
    for await (const chunk of asked) body.push(chunk as Buffer);
    const path = asked.url ?? '/';
    proxy.carried.push(`${asked.method} ${path}`);
    turn += 1;
    const reply = await forward(asked, Buffer.concat(body));
    // What was asked has been done; the browser never hears of it.
    if (!reply || (weather === 'deaf' && asked.method === 'POST'))
      return void asked.socket.destroy();
    const change = proxy.rewrite.get(path);
    const text = change ? Buffer.from(change(reply.body.toString('utf8'))) : reply.body;
    answer.writeHead(reply.status, { ...reply.headers, 'content-length': text.length }).end(text);
  }

  async function forward(asked: IncomingMessage, body: Buffer) {
    for (let place = 0; place < proxy.targets.length; place += 1) {
      const target = proxy.targets[(turn + place) % proxy.targets.length]!;
      const reply = await askOnce(asked, target, body).catch(() => undefined);
      if (reply) return reply;
    }
    return undefined;
  }
  return proxy;
}

async function askOnce(asked: IncomingMessage, port: number, body: Buffer) {
  const sent = request({
    host: '127.0.0.1',
    port,
    method: asked.method,
    path: asked.url,
    // Whole and plain answers, so that they can be changed on their way.
    headers: { ...asked.headers, 'accept-encoding': 'identity', 'if-none-match': '' }
  });
  sent.end(body);
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  // It is told whole: the length says where it ends.
  delete response.headers['transfer-encoding'];
  return {
    status: response.statusCode ?? 502,
    headers: response.headers,
    body: Buffer.concat(chunks)
  };
}
