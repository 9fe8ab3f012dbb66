import { letterOf } from '#parchment';
import { valueOr } from '../../../../../answer.ts';
import { download } from '../../../../../download.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params }) => {
  const { ground, actor, language } = locals;
  const { pdf, fileName } = valueOr(
    await letterOf(ground, actor, params.enrolment, language),
    language
  );
  return download(pdf, fileName, 'application/pdf', 'inline');
};
