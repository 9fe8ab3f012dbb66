import { indicatorsXlsx, openIndicators } from '#registry/indicators/index.ts';
import { valueOr } from '../../../answer.ts';
import { download } from '../../../download.ts';
import type { RequestHandler } from './$types';

const mediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const GET: RequestHandler = async ({ locals: { ground, actor, language } }) => {
  const board = valueOr(await openIndicators(ground, actor, language), language);
  return download(await indicatorsXlsx(board, language), 'indicateurs.xlsx', mediaType);
};
