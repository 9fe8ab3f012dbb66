/** A server that speaks OpenAI's chat protocol, and fails as real ones do. For tests. */
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ProviderConfig } from './config.ts';

/** How the next answers go. */
export type Behaviour =
  | { kind: 'answer'; words: readonly string[]; finish?: 'stop' | 'length' }
  | { kind: 'status'; status: number }
  /** Never says a word; or stops saying any after some. */
  | { kind: 'silence'; after: readonly string[] }
  /** The connection breaks after some words, or the stream just ends without its last word. */
  | { kind: 'cut'; after: readonly string[]; clean: boolean }
  | { kind: 'garbage' };

export interface TestProvider {
  config: ProviderConfig;
  behave(behaviour: Behaviour): void;
  /** What was received: bodies of requests, and their authorization. */
  received: {
    body: { messages: { role: string; content: string }[] } & Record<string, unknown>;
    authorization: string | undefined;
  }[];
  close(): Promise<void>;
}

export async function testProvider(): Promise<TestProvider> {
  let next: Behaviour = { kind: 'answer', words: ['Bonjour'] };
  const received: TestProvider['received'] = [];
  const server = createServer((request, response) => {
    let sent = '';
    request.setEncoding('utf8').on('data', (chunk: string) => (sent += chunk));
    request.on('end', () => {
      received.push({
        body: JSON.parse(sent) as TestProvider['received'][number]['body'],
        authorization: request.headers.authorization
      });
      if (request.url !== '/v1/chat/completions') response.writeHead(404).end();
      else respond(response, next);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    config: {
      url: `http://127.0.0.1:${port}/v1`,
      model: 'plume-1',
      key: 'secret',
      tokens: 10_000,
      patienceMs: { begin: 300, goOn: 300 }
    },
    behave: (behaviour) => (next = behaviour),
    received,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      })
  };
}

const chunk = (fields: Record<string, unknown>) =>
  `data: ${JSON.stringify({ id: 'chatcmpl-1', object: 'chat.completion.chunk', created: 1, model: 'plume-1', ...fields })}\n\n`;
const delta = (content: string) =>
  chunk({ choices: [{ index: 0, delta: { content }, finish_reason: null }] });

function respond(response: ServerResponse, behaviour: Behaviour): void {
  if (behaviour.kind === 'status') {
    const { status } = behaviour;
    response
      .writeHead(status, { 'content-type': 'application/json' })
      .end(JSON.stringify({ error: { message: `status ${status}`, type: 'error', code: null } }));
    return;
  }
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  if (behaviour.kind === 'garbage') {
    response.end('data: {"choices": [oops\n\n<html>502</html>\n\n');
    return;
  }
  response.write(
    chunk({
      choices: [{ index: 0, delta: { role: 'assistant', content: '' }, finish_reason: null }]
    })
  );
  const words = behaviour.kind === 'answer' ? behaviour.words : behaviour.after;
  for (const word of words) response.write(delta(word));
  if (behaviour.kind === 'silence') return;
  if (behaviour.kind === 'cut') {
    if (behaviour.clean) response.end();
    else setTimeout(() => response.destroy(), 50);
    return;
  }
  const finish_reason = behaviour.finish ?? 'stop';
  response.write(chunk({ choices: [{ index: 0, delta: {}, finish_reason }] }));
  response.write(
    chunk({ choices: [], usage: { prompt_tokens: 100, completion_tokens: 20, total_tokens: 120 } })
  );
  response.end('data: [DONE]\n\n');
}
