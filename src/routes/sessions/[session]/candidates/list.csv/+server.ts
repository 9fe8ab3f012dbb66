import { exportEnrolments } from '#session';
import { valueOr } from '../../../../answer.ts';
import { download } from '../../../../download.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params }) => {
  const { ground, actor, language } = locals;
  const list = valueOr(await exportEnrolments(ground, actor, params.session), language);
  return download(list, 'candidats.csv', 'text/csv; charset=utf-8');
};
