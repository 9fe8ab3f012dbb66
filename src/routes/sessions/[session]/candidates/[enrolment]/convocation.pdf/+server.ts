import { convocationPdf, openConvocation } from '#session';
import { valueOr } from '../../../../../answer.ts';
import { download } from '../../../../../download.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params }) => {
  const { ground, actor, language } = locals;
  const { session, enrolment } = params;
  const convocation = valueOr(
    await openConvocation(ground, actor, session, enrolment, language),
    language
  );
  return download(convocationPdf(convocation), 'convocation.pdf', 'application/pdf', 'inline');
};
