import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CommandFault } from './program.ts';

/** What was written to a file. */
export interface Written {
  file: string;
  bytes: number;
  sha256: string;
}

/**
 * Writes a file as its pieces come, readable by its owner alone. It appears under its name once it
 * is whole: a stop half-way leaves nothing that could be taken for it.
 */
export async function writePieces(file: string, pieces: AsyncIterable<string>): Promise<Written> {
  const hash = createHash('sha256');
  const draft = `${file}.part`;
  let bytes = 0;
  try {
    await pipeline(
      Readable.from(pieces, { objectMode: true }),
      async function* (source: AsyncIterable<string>) {
        for await (const piece of source) {
          const encoded = Buffer.from(piece, 'utf8');
          hash.update(encoded);
          bytes += encoded.length;
          yield encoded;
        }
      },
      createWriteStream(draft, { mode: 0o600 })
    );
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    if ((error as NodeJS.ErrnoException).syscall === undefined) throw error;
    throw new CommandFault(
      1,
      `«\u00a0${file}\u00a0» ne peut pas être écrit\u00a0: vérifiez le chemin et vos droits.`
    );
  }
  return { file, bytes, sha256: hash.digest('hex') };
}
