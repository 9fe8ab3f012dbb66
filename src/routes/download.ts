import { Readable } from 'node:stream';

/** A file that the browser shows (`inline`) or saves; personal, so kept by no cache. */
export const download = (
  content: Uint8Array | string,
  name: string,
  mediaType: string,
  disposition: 'inline' | 'attachment' = 'attachment'
): Response =>
  new Response(typeof content === 'string' ? content : new Uint8Array(content), {
    headers: {
      'content-type': mediaType,
      'content-disposition': `${disposition}; filename="${name}"`,
      'cache-control': 'no-store'
    }
  });

/** A file that the browser saves as it is written: nothing of it is held whole. */
export const downloadPieces = (
  pieces: AsyncIterable<string>,
  name: string,
  mediaType: string
): Response =>
  new Response(Readable.toWeb(Readable.from(pieces, { objectMode: false })) as ReadableStream, {
    headers: {
      'content-type': mediaType,
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store'
    }
  });
