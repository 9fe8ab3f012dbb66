/**
 * Verifying what a stranger sends, in a thread of its own: however long a file takes, the server goes on
 * answering. A thread is lent to one file at a time, and put down when it is not done in two seconds.
 */
import { join } from 'node:path';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { Piscina } from 'piscina';
import { refuse, type Result } from '#platform/result.ts';
import { packageRoot } from '#platform/root.ts';
import type { IssuedDigest } from './file.ts';
import type { CredentialReport } from './report.ts';
import type { Authority } from './verify.ts';

/** From when a thread takes a file until it must have answered, in milliseconds. */
const deadline = 2000;

/** Files verified at once, and files in hand at most: beyond, one is asked to come back. */
const [threads, mostInHand] = [2, 18];

/** A question of the thread, answered by whoever has the database and the keys. */
export interface Question {
  id: number;
  about: keyof Authority | 'issuedDigest';
  value: string;
}

/** What a thread is given. */
export interface Task {
  bytes: Uint8Array;
  now: Date;
  /** Whether the PDF as issued can be asked for. */
  knowsIssued: boolean;
  port: MessagePort;
}

let pool: Piscina | undefined;
let inHand = 0;

const threadsFor = (): Piscina =>
  (pool ??= new Piscina({
    // The built server and the commands run from one folder, where the sources stand.
    filename: join(packageRoot, 'src/parchment/credential/apart-worker.ts'),
    minThreads: 0,
    maxThreads: threads,
    idleTimeout: 60_000,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: 256 }
  }));

/**
 * {@link verifyFile} in another thread. Refuses a file that takes more than two seconds, and any file
 * while too many wait.
 */
export async function verifyApart(
  bytes: Uint8Array,
  authority: Authority,
  now: Date,
  issuedDigest?: IssuedDigest,
  patience = deadline
): Promise<Result<CredentialReport>> {
  if (inHand >= mostInHand) return tooMany();
  inHand += 1;
  const { port1: ours, port2: theirs } = new MessageChannel();
  const late = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  ours.on('message', (message: 'begun' | Question) => {
    if (message === 'begun') timer = setTimeout(() => late.abort(), patience);
    else void answer(message);
  });
  const answers: Record<Question['about'], (value: string) => Promise<unknown>> = {
    didDocument: (did) => authority.didDocument(did),
    statusList: (url) => authority.statusList(url),
    issuedDigest: (number) => issuedDigest?.(number) ?? Promise.resolve(undefined)
  };
  let fault: unknown;
  async function answer({ id, about, value }: Question) {
    try {
      ours.postMessage({ id, value: await answers[about](value) });
    } catch (error) {
      fault = error;
      late.abort();
    }
  }
  const task: Task = { bytes, now, knowsIssued: issuedDigest !== undefined, port: theirs };
  try {
    return (await threadsFor().run(task, {
      transferList: [theirs],
      signal: late.signal
    })) as Result<CredentialReport>;
  } catch (error) {
    if (fault) throw fault;
    if (late.signal.aborted || isOutOfMemory(error)) return tooLong();
    throw error;
  } finally {
    inHand -= 1;
    clearTimeout(timer);
    ours.close();
  }
}

const isOutOfMemory = (error: unknown): boolean =>
  (error as { code?: string }).code === 'ERR_WORKER_OUT_OF_MEMORY';

const tooLong = () =>
  refuse(
    'credential.too-long',
    'Ce fichier est trop long à lire pour être un certificat : demandez le fichier d’origine à son titulaire, ou vérifiez le numéro.',
    'This file takes too long to read to be a certificate: ask its holder for the original file, or verify the number.'
  );

const tooMany = () =>
  refuse(
    'credential.busy',
    'Trop de fichiers se vérifient en ce moment : recommencez dans une minute.',
    'Too many files are being verified now: try again in a minute.'
  );
