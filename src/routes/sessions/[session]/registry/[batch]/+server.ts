import { openBatchFile } from '#registry/cdc/index.ts';
import { valueOr } from '../../../../answer.ts';
import { downloadPieces } from '../../../../download.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params }) => {
  const { ground, actor, language } = locals;
  const { name, pieces } = valueOr(
    await openBatchFile(ground, actor, params.session, params.batch),
    language
  );
  return downloadPieces(pieces, name, 'application/xml; charset=utf-8');
};
