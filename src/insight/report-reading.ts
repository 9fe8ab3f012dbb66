/**
 * From figures to traffic lights. The lines drawn here are the field's usual ones, and the only
 * judgement in this folder:
 * agreement, α ≥ 0.8 good, ≥ 0.667 to watch (Krippendorff, 2004, Content Analysis, p. 241);
 * dependability, Φ ≥ 0.8 good, ≥ 0.7 to watch (Nunnally & Bernstein, 1994, Psychometric Theory);
 * severity, in levels a criterion, ¼ to watch and ½ to discuss, once beyond the margin of error;
 * discrimination, under 0.2 to watch, negative to discuss (Ebel & Frisbie, 1991).
 */
import type { Language } from '#platform/language.ts';
import { decimal } from '#platform/typography.ts';
import type { ReportDetails } from './report-model.ts';
import { type Light, reportWords, type Topic } from './report-messages.ts';

export interface RawReading {
  topic: Topic;
  light: Light;
  sentence: string;
  next: string;
}

const MOST_NAMED = 4;

export function readAgreement(details: ReportDetails, language: Language): RawReading {
  const words = reportWords[language];
  const { krippendorff, percent, percentWithinOne } = details.agreement;
  const alpha = krippendorff.ordinal;
  if (percent.value === null || percentWithinOne.value === null)
    return unknown('agreement', language);
  // Constant marks leave alpha undefined, though jurors do agree.
  const light = alpha.value === null ? 'good' : grade(alpha.value, 0.8, 0.667);
  const lowest = details.byCriterion
    .flatMap(({ part, agreement: { percent: p } }) =>
      p.value === null ? [] : [{ part, value: p.value }]
    )
    .sort((a, b) => a.value - b.value);
  return {
    topic: 'agreement',
    light,
    sentence: words.agreement(
      share(percent.value, language),
      share(percentWithinOne.value, language)
    ),
    next: words.agreementNext[light](named(lowest.map(({ part }) => part)))
  };
}

export function readDependability(details: ReportDetails, language: Language): RawReading {
  const words = reportWords[language];
  const { dependability, classification, jurorsNeeded } = details;
  if (!dependability || !classification) return unknown('dependability', language);
  const light = grade(dependability.dependability, 0.8, 0.7);
  return {
    topic: 'dependability',
    light,
    sentence: words.dependability(share(classification.consistency, language)),
    next: words.dependabilityNext[light](jurorsNeeded)
  };
}

export function readSeverity(details: ReportDetails, language: Language): RawReading {
  const words = reportWords[language];
  const jurors = details.rasch?.facets.find(({ name }) => name === 'juror')?.elements ?? [];
  const measured = jurors.flatMap((j) =>
    j.measure !== null && j.fairAverage !== null && j.extreme === null
      ? [{ ...j, measure: j.measure, fairAverage: j.fairAverage }]
      : []
  );
  if (measured.length < 2) return unknown('severity', language);
  const sorted = measured.sort((a, b) => a.measure - b.measure);
  const [kind, severe] = [sorted[0]!, sorted.at(-1)!];
  const gap = kind.fairAverage - severe.fairAverage;
  const error = Math.hypot(kind.seJoint ?? kind.se ?? 0, severe.seJoint ?? severe.se ?? 0);
  const certain = severe.measure - kind.measure > 2 * error;
  const light: Light = !certain || gap < 0.25 ? 'good' : gap < 0.5 ? 'watch' : 'discuss';
  return {
    topic: 'severity',
    light,
    sentence: words.severity(decimal(gap, language)),
    next: words.severityNext[light](named([severe.id, kind.id]))
  };
}

export function readSteadiness(details: ReportDetails, language: Language): RawReading {
  const words = reportWords[language];
  if (details.drift.length === 0) return unknown('steadiness', language);
  const notable = details.drift.filter((d) => d.notable);
  const strong = notable.some((d) => Math.abs(d.perHour) * d.hours >= 1);
  const light: Light = notable.length === 0 ? 'good' : strong ? 'discuss' : 'watch';
  return {
    topic: 'steadiness',
    light,
    sentence: words.steadiness(named(notable.map((d) => d.juror))),
    next: words.steadinessNext[light]
  };
}

export function readCriteria(details: ReportDetails, language: Language): RawReading {
  const words = reportWords[language];
  const known = details.criteria.filter((c) => c.discrimination !== null);
  if (known.length === 0) return unknown('criteria', language);
  const against = known.filter((c) => c.discrimination! < 0);
  const weak = details.criteria.filter(
    (c) => (c.discrimination !== null && c.discrimination < 0.2) || c.unused.length > 1
  );
  const light: Light = against.length > 0 ? 'discuss' : weak.length > 0 ? 'watch' : 'good';
  return {
    topic: 'criteria',
    light,
    sentence: words.criteria(weak.length),
    next: words.criteriaNext[light](
      named((against.length > 0 ? against : weak).map((c) => c.criterion))
    )
  };
}

function unknown(topic: Topic, language: Language): RawReading {
  return { topic, light: 'unknown', sentence: reportWords[language].unknown[topic], next: '' };
}

function grade(value: number, good: number, watch: number): Exclude<Light, 'unknown'> {
  return value >= good ? 'good' : value >= watch ? 'watch' : 'discuss';
}

const named = (list: readonly string[]) => list.slice(0, MOST_NAMED).join(', ');

const locales = { fr: 'fr-FR', en: 'en-GB' } as const;
const share = (value: number, language: Language) =>
  new Intl.NumberFormat(locales[language], { style: 'percent' }).format(value);
