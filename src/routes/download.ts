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
