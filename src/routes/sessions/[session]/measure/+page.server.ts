import { sessionReport } from './report.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { report } = await sessionReport(locals, params.session);
  if (!report) return { report: null };
  const { title, summary, readings, cautions, notice, charts } = report;
  return { report: { title, summary, readings, cautions, notice, charts } };
};
