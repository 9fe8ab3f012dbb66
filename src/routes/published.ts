/** A document for verifiers anywhere, in browsers of other sites too; kept for a minute. */
export const published = (document: object, mediaType: string): Response =>
  new Response(JSON.stringify(document), {
    headers: {
      'content-type': mediaType,
      'access-control-allow-origin': '*',
      'cache-control': 'public, max-age=60'
    }
  });
