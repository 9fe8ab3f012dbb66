/** The thread that verifies one file: it has no database and no keys, and asks for what it needs. */
import type { Question, Task } from './apart.ts';
import { verifyFile } from './file.ts';

/** The work of a thread; see `verifyApart`. */
export default function verifyHere({ bytes, now, knowsIssued, port }: Task) {
  const waiting = new Map<number, (value: unknown) => void>();
  port.on('message', ({ id, value }: { id: number; value: unknown }) => waiting.get(id)?.(value));
  const ask = (about: Question['about'], value: string) =>
    new Promise<unknown>((resolve) => {
      const id = waiting.size;
      waiting.set(id, resolve);
      port.postMessage({ id, about, value } satisfies Question);
    });
  port.postMessage('begun');
  return verifyFile(
    bytes,
    {
      didDocument: (did) => ask('didDocument', did),
      statusList: (url) => ask('statusList', url)
    },
    now,
    knowsIssued
      ? async (number) => (await ask('issuedDigest', number)) as string | undefined
      : undefined
  ).finally(() => port.close());
}
