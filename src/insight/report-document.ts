import type { Language } from '#platform/language.ts';
import { typeset } from '#platform/typeset/index.ts';
import { reportTemplate } from './report-document.typ.ts';
import type { Report } from './report-model.ts';

/**
 * A session's report as a PDF (PDF/UA-1): the readings first, then the figures of its charts as
 * tables, which print and read aloud better than pictures.
 */
export function reportPdf(
  report: Report,
  about: {
    certification: string;
    session: string;
    issuer: string;
    madeAt: Date;
    language: Language;
  }
): Uint8Array {
  const content = {
    certification: about.certification,
    title: report.title,
    summary: report.summary,
    notice: report.notice,
    cautions: report.cautions,
    readings: report.readings.map(({ word, question, sentence, next }) => ({
      word,
      question,
      sentence,
      next
    })),
    tables: report.charts.map(({ table }) => table)
  };
  return typeset(reportTemplate, content, {
    title: `${report.title} – ${about.session}`,
    running: about.session,
    language: about.language,
    standard: 'ua-1',
    issuer: about.issuer,
    madeAt: about.madeAt
  });
}
