import { describe, expect, test } from 'vitest';
import { reportFrom } from './report.ts';
import type { Report, ReportMark, ReportOptions } from './report-model.ts';
import { type SessionPlan, simulateSession } from './simulate.ts';

const options: ReportOptions = { language: 'fr', scale: [0, 1, 2, 3], awardLine: 2 };

function marksOf(plan: Partial<SessionPlan>): ReportMark[] {
  const { data } = simulateSession({
    candidates: 60,
    jurors: 6,
    criteria: 12,
    panel: 2,
    seed: 21,
    ...plan
  });
  const label = (f: number, row: number) => data.facets[f]!.labels[data.facets[f]!.index[row]!]!;
  return Array.from(data.score, (level, row) => ({
    candidate: label(0, row),
    juror: label(1, row),
    criterion: label(2, row),
    competence: `C${1 + (data.facets[2]!.index[row]! % 3)}`,
    level,
    at: (row % 50) / 8
  }));
}

const lights = (report: Report) =>
  Object.fromEntries(report.readings.map(({ topic, light }) => [topic, light]));

const steady = { spread: { ability: 3, severity: 0.02, difficulty: 0.3 }, thresholds: [-4, 0, 4] };

describe('what the president reads', () => {
  test('a session of like-minded jurors is good on every point', () => {
    const report = reportFrom(
      marksOf({ ...steady, candidates: 120, criteria: 40, panel: 3 }),
      options
    )!;
    expect(lights(report)).toMatchObject({
      dependability: 'good',
      severity: 'good',
      steadiness: 'good'
    });
    expect(report.cautions).toEqual([]);
  });

  test('a severe juror is named, with what to do', () => {
    const report = reportFrom(
      marksOf({ spread: { ability: 1, severity: 1.5, difficulty: 0.5 } }),
      options
    )!;
    const severity = report.readings.find(({ topic }) => topic === 'severity')!;
    expect(severity.light).toBe('discuss');
    const jurors = report.details.rasch!.facets[1]!.elements;
    const severest = jurors.reduce((a, b) => (a.measure! > b.measure! ? a : b));
    expect(severity.next).toContain(severest.id);
    expect(report.summary.light).toBe('discuss');
  });

  test('every point has a question, a light in words, a sentence and what to do next', () => {
    for (const language of ['fr', 'en'] as const) {
      for (const reading of reportFrom(marksOf({}), { ...options, language })!.readings) {
        expect(reading.question).toMatch(/\?$/);
        for (const text of [reading.word, reading.sentence, reading.next])
          expect(text).not.toBe('');
        expect(`${reading.sentence} ${reading.next}`).not.toMatch(/NaN|null|undefined|Infinity/);
      }
    }
  });

  test('no jargon on the first page', () => {
    const { readings, summary, cautions, notice } = reportFrom(marksOf({}), options)!;
    const page = [
      summary.sentence,
      notice,
      ...cautions,
      ...readings.flatMap((r) => [r.sentence, r.next])
    ].join(' ');
    expect(page).not.toMatch(/alpha|kappa|logit|Rasch|infit|variance|Krippendorff/i);
  });

  test('few candidates, or panels that never meet, are said first', () => {
    const few = reportFrom(marksOf({ candidates: 8 }), options)!;
    expect(few.cautions[0]).toContain('fragiles');
    const apart = marksOf({}).concat(
      marksOf({ seed: 22 }).map((m) => ({
        ...m,
        candidate: `z${m.candidate}`,
        juror: `z${m.juror}`
      }))
    );
    expect(reportFrom(apart, options)!.cautions.join()).toContain('2 groupes');
  });

  test('marks without time, or of a single juror, are not judged on what they cannot show', () => {
    const untimed = marksOf({}).map(({ candidate, juror, criterion, level }) => ({
      candidate,
      juror,
      criterion,
      level
    }));
    expect(lights(reportFrom(untimed, options)!)).toMatchObject({ steadiness: 'unknown' });
    const alone = marksOf({}).filter((m) => m.juror === 'j0');
    expect(lights(reportFrom(alone, options)!)).toMatchObject({
      agreement: 'unknown',
      severity: 'unknown'
    });
  });

  test('a criterion that runs against the others is to discuss', () => {
    const marks = marksOf({}).map((m) => (m.criterion === 'i3' ? { ...m, level: 3 - m.level } : m));
    const criteria = reportFrom(marks, options)!.readings.find(
      ({ topic }) => topic === 'criteria'
    )!;
    expect(criteria.light).toBe('discuss');
    expect(criteria.next).toContain('i3');
  });

  test('no mark, no report; constant marks, a report without measure', () => {
    expect(reportFrom([], options)).toBeNull();
    const constant = reportFrom(
      marksOf({}).map((m) => ({ ...m, level: 2 })),
      options
    )!;
    expect(constant.details.rasch).toBeNull();
    expect(lights(constant)).toMatchObject({ agreement: 'good', severity: 'unknown' });
  });
});

/** Agreement by competence and by criterion, severity, and the variable map. */
const charts = 4;

describe('charts', () => {
  const report = reportFrom(marksOf({}), options)!;

  test('each is a picture with a title and a description, and its figures in a table', () => {
    expect(report.charts).toHaveLength(charts);
    for (const { svg, table } of report.charts) {
      expect(svg).toMatch(/^<svg [^>]*role="img" aria-labelledby="([\w-]+)-title \1-desc"/);
      expect(svg).toContain(`<title id="`);
      expect(svg).not.toMatch(/NaN|undefined|Infinity/);
      expect(table.rows.length).toBeGreaterThan(0);
      for (const row of table.rows) expect(row).toHaveLength(table.head.length);
    }
  });

  test('text takes the ink of the page, and names cannot act as markup', () => {
    const hostile = reportFrom(
      marksOf({}).map((m) => ({ ...m, juror: `<script>${m.juror}&"` })),
      options
    )!;
    for (const { svg } of hostile.charts) {
      expect(svg).toContain('fill="currentColor"');
      expect(svg).not.toContain('<script');
      expect(svg).not.toMatch(/fill="#/);
    }
  });

  test('ids differ from chart to chart, and stay the same from drawing to drawing', () => {
    const ids = (r: Report) => r.charts.map(({ svg }) => /<title id="([^"]+)"/.exec(svg)![1]!);
    expect(new Set(ids(report)).size).toBe(charts);
    expect(ids(reportFrom(marksOf({}), options)!)).toEqual(ids(report));
  });
});
