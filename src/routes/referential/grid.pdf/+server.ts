import { luxe } from '#referential';
import { gridPdf } from '#referential/grid.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals }) => {
  const { language, ground } = locals;
  const pdf = gridPdf(luxe, {
    issuer: ground.config.certifierName,
    madeAt: ground.clock.now(),
    language
  });
  const name = language === 'fr' ? 'grille-evaluation' : 'marking-grid';
  return new Response(new Uint8Array(pdf), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="${name}-${luxe.code.toLowerCase()}-${luxe.version}.pdf"`,
      // The language comes from the reader, and the day of printing is written in it.
      'cache-control': 'private, max-age=3600',
      vary: 'cookie, accept-language'
    }
  });
};
