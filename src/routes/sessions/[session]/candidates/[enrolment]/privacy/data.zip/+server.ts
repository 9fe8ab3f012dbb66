import { dataOf } from '#registry/privacy/index.ts';
import { openEnrolment } from '#session';
import { valueOr } from '../../../../../../answer.ts';
import { download } from '../../../../../../download.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params }) => {
  const { ground, actor, language } = locals;
  const { enrolment } = valueOr(
    await openEnrolment(ground, actor, params.session, params.enrolment),
    language
  );
  const archive = valueOr(await dataOf(ground, actor, enrolment.candidate.id), language);
  return download(archive, 'donnees.zip', 'application/zip');
};
