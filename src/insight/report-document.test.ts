import { expect, test } from 'vitest';
import { readPdf } from '#platform/typeset/testing.ts';
import { reportPdf } from './report-document.ts';
import { reportFrom, type ReportMark } from './index.ts';

const marks = ['Ana', 'Bo', 'Chi', 'Dee'].flatMap((candidate, c) =>
  ['Juror A', 'Juror B'].flatMap((juror, j) =>
    ['C1.1', 'C1.2', 'C1.3'].map((criterion, k): ReportMark => ({
      candidate,
      juror,
      criterion,
      level: (c + k + j) % 4
    }))
  )
);

test('the report prints every reading, and the figures of every chart', async () => {
  const report = reportFrom(marks, { language: 'fr', scale: [0, 1, 2, 3], awardLine: 2 });
  if (!report) throw new Error('These marks make a report');
  const pdf = reportPdf(report, {
    certification: 'RS-LUXE',
    session: 'Session d’essai',
    issuer: 'Maison',
    madeAt: new Date('2026-03-12T00:00:00Z'),
    language: 'fr'
  });
  const { text } = await readPdf(pdf);
  const flat = (words: string) => words.replace(/\s+/gu, '');
  for (const { question, sentence } of report.readings) {
    expect(flat(text)).toContain(flat(question));
    expect(flat(text)).toContain(flat(sentence));
  }
  for (const { table } of report.charts) expect(flat(text)).toContain(flat(table.caption));
});
