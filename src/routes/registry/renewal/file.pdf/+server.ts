import { openRenewal, renewalPdf } from '#registry/renewal/index.ts';
import { valueOr } from '../../../answer.ts';
import { download } from '../../../download.ts';
import { askedVersion } from '../version.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals: { ground, actor, language }, url }) => {
  const renewal = valueOr(await openRenewal(ground, actor, askedVersion(url)), language);
  return download(renewalPdf(renewal), 'renouvellement.pdf', 'application/pdf');
};
