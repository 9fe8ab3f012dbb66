import { sessionConvocationsPdf } from '#session';
import { valueOr } from '../../../../answer.ts';
import { download } from '../../../../download.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params }) => {
  const { ground, actor, language } = locals;
  const pdf = valueOr(await sessionConvocationsPdf(ground, actor, params.session, 'fr'), language);
  return download(pdf, 'convocations.pdf', 'application/pdf', 'inline');
};
