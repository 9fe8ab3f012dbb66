import { indicatorsCsv, openIndicators } from '#registry/indicators/index.ts';
import { valueOr } from '../../../answer.ts';
import { download } from '../../../download.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals: { ground, actor, language } }) => {
  const board = valueOr(await openIndicators(ground, actor, language), language);
  return download(indicatorsCsv(board, language), 'indicateurs.csv', 'text/csv; charset=utf-8');
};
