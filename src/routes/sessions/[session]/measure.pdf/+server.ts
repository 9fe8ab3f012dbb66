import { error } from '@sveltejs/kit';
import { registrationOf } from '#referential';
import { reportPdf } from '#insight/report-document.ts';
import { sessionReport } from '../measure/report.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params }) => {
  const { facts, report } = await sessionReport(locals, params.session);
  if (!report) error(404);
  const pdf = reportPdf(report, {
    certification: registrationOf(facts.referential.code)?.code ?? '',
    session: facts.title,
    issuer: locals.ground.config.certifierName,
    madeAt: locals.ground.clock.now(),
    language: locals.language
  });
  return new Response(new Uint8Array(pdf), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="mesure-${facts.day}.pdf"`,
      'cache-control': 'private, no-store'
    }
  });
};
