import { sessionMinutes } from '#verdict';
import { valueOr } from '../../../../answer.ts';
import { download } from '../../../../download.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, url }) => {
  const { ground, actor, language } = locals;
  const version = Number(url.searchParams.get('version')) || undefined;
  const { pdf, fileName } = valueOr(
    await sessionMinutes(ground, actor, params.session, language, version),
    language
  );
  return download(pdf, fileName, 'application/pdf', 'inline');
};
