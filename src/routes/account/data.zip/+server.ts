import { ownData } from '#registry/privacy/index.ts';
import { valueOr } from '../../answer.ts';
import { download } from '../../download.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals: { ground, actor, language } }) =>
  download(valueOr(await ownData(ground, actor), language), 'mes-donnees.zip', 'application/zip');
