/**
 * The report of a session: one page that a panel's president understands in a minute, then the
 * figures behind it. It never changes a result; what it suggests is for the panel to discuss.
 */
import { agreementBy, agreementOf, agreementOfPairs } from './agreement.ts';
import { classify } from './classification.ts';
import { criterionFacts, redundantCriteria } from './criteria.ts';
import { decisionStudy, neededFor } from './decision.ts';
import { generalizabilityStudy } from './generalizability.ts';
import { driftOf } from './rasch/drift.ts';
import { fitRasch } from './rasch/rasch.ts';
import { column, type Ratings } from './ratings.ts';
import { reportCharts } from './report-charts.ts';
import { type Light, lightWords, reportWords } from './report-messages.ts';
import type { Reading, Report, ReportDetails, ReportMark, ReportOptions } from './report-model.ts';
import {
  readAgreement,
  readCriteria,
  readDependability,
  readSeverity,
  readSteadiness
} from './report-reading.ts';

/** Candidates under which the page says that its signs are fragile. */
const FEW_CANDIDATES = 30;

/** Writes the report of a session's marks; null when there is none. */
export function reportFrom(marks: readonly ReportMark[], options: ReportOptions): Report | null {
  if (marks.length === 0) return null;
  const words = reportWords[options.language];
  const details = detailsOf(marks, options);
  const readings = [
    readAgreement(details, options.language),
    readDependability(details, options.language),
    readSeverity(details, options.language),
    readSteadiness(details, options.language),
    readCriteria(details, options.language)
  ].map(({ topic, light, sentence, next }): Reading => ({
    topic,
    question: words.topics[topic],
    light,
    word: lightWords[light][options.language],
    sentence,
    next
  }));
  const light = worst(readings.map((reading) => reading.light));
  const candidates = new Set(marks.map((mark) => mark.candidate)).size;
  const subsets = details.rasch?.subsets ?? 1;
  return {
    title: words.title,
    summary: { light, word: lightWords[light][options.language], sentence: words.summary[light] },
    readings,
    cautions: [
      ...(candidates < FEW_CANDIDATES ? [words.smallSample(candidates)] : []),
      ...(subsets > 1 ? [words.subsets(subsets)] : [])
    ],
    notice: words.notice,
    charts: reportCharts(details, options.language),
    details
  };
}

function worst(lights: readonly Light[]): Light {
  const order: Light[] = ['discuss', 'watch', 'good'];
  return order.find((light) => lights.includes(light)) ?? 'unknown';
}

function detailsOf(
  marks: readonly ReportMark[],
  { scale, awardLine }: ReportOptions
): ReportDetails {
  const pick = (key: 'candidate' | 'juror' | 'criterion') => column(marks.map((mark) => mark[key]));
  const facets = (['candidate', 'juror', 'criterion'] as const).map((name) => ({
    name,
    ...pick(name)
  }));
  const score = Float64Array.from(marks, (mark) => mark.level);
  const ratings: Ratings = {
    rater: facets[1]!,
    unit: column(marks.map((mark) => JSON.stringify([mark.candidate, mark.criterion]))),
    value: score,
    numeric: true
  };
  const byOptional = (key: 'competence' | 'panel') =>
    marks.every((mark) => mark[key] !== undefined)
      ? inOrder(agreementBy(ratings, column(marks.map((mark) => mark[key]!))))
      : [];
  const study = generalizabilityStudy({ facets, score });
  const sizes = study?.design ?? {};
  const dependability = study && decisionStudy(study, sizes, ['criterion']);
  const results = resultsOf(marks);
  const fit = fitRasch({ facets, score }, { model: 'rsm', method: 'jmle-corrected' });
  const rasch = 'refusal' in fit ? null : fit;
  const timed = marks.every((mark) => mark.at !== undefined);
  const table = {
    criteria: facets[2]!.labels,
    rows: results.map(({ means }) => facets[2]!.labels.map((c) => means.get(c) ?? null)),
    given: facets[2]!.labels.map((c) => marks.flatMap((m) => (m.criterion === c ? [m.level] : []))),
    scale
  };
  return {
    agreement: agreementOf(ratings),
    byCriterion: inOrder(agreementBy(ratings, facets[2]!)),
    byCompetence: byOptional('competence'),
    byPanel: byOptional('panel'),
    pairs: agreementOfPairs(ratings),
    study,
    dependability,
    jurorsNeeded: study && neededFor(study, 'juror', sizes, { fixed: ['criterion'] }),
    classification:
      dependability &&
      classify({
        ...momentsOf(results.map((r) => r.mean)),
        reliability: dependability.dependability,
        min: scale[0]!,
        max: scale.at(-1)!,
        line: awardLine
      }),
    rasch,
    drift:
      rasch && timed
        ? driftOf(
            { facets, score },
            rasch,
            marks.map((mark) => mark.at!)
          )
        : [],
    criteria: criterionFacts(table),
    redundant: redundantCriteria(table)
  };
}

/** For each candidate, the mean level of each criterion over jurors, and the mean of these. */
/** C2 comes before C10. */
const inOrder = <Part extends { part: string }>(parts: Part[]): Part[] =>
  parts.sort((one, other) => one.part.localeCompare(other.part, 'en', { numeric: true }));

function resultsOf(marks: readonly ReportMark[]) {
  return [...Map.groupBy(marks, (mark) => mark.candidate).values()].map((own) => {
    const means = new Map(
      [...Map.groupBy(own, (mark) => mark.criterion)].map(([criterion, list]) => [
        criterion,
        list.reduce((sum, mark) => sum + mark.level, 0) / list.length
      ])
    );
    const mean = [...means.values()].reduce((sum, m) => sum + m, 0) / means.size;
    return { means, mean };
  });
}

function momentsOf(x: readonly number[]): { mean: number; variance: number } {
  const mean = x.reduce((sum, v) => sum + v, 0) / x.length;
  return {
    mean,
    variance: x.reduce((sum, v) => sum + (v - mean) ** 2, 0) / Math.max(1, x.length - 1)
  };
}
