/** The pictures of the report, drawn from its figures. */
import type { Language } from '#platform/language.ts';
import { decimal } from '#platform/typography.ts';
import { barsChart } from './charts/bars.ts';
import { severityChart } from './charts/severity.ts';
import type { Chart } from './charts/svg.ts';
import { wrightMap } from './charts/wright.ts';
import type { ScaleThresholds } from './rasch/rasch.ts';
import { momentsAt } from './rasch/response.ts';
import type { ReportDetails } from './report-model.ts';
import { type Light, lightWords, reportWords } from './report-messages.ts';

const MARKS = [0.667, 0.8];

export function reportCharts(details: ReportDetails, language: Language): Chart[] {
  const { charts } = reportWords[language];
  const format = (value: number) => decimal(value, language).replace('-', '\u2212');
  const agreement = (words: [string, string], part: string, of: ReportDetails['byCriterion']) =>
    barsChart({
      title: words[0],
      description: words[1],
      head: [part, charts.head.agreement, charts.head.reading],
      bars: of.map(({ part, agreement: { krippendorff } }) => {
        const { value } = krippendorff.ordinal;
        return { label: part, value, word: lightWords[lightOf(value)][language] };
      }),
      marks: MARKS,
      format
    });
  const criteria = agreement(charts.agreement, charts.head.part, details.byCriterion);
  const competences =
    details.byCompetence.length > 0
      ? [agreement(charts.competences, charts.head.competence, details.byCompetence)]
      : [];
  if (!details.rasch) return [...competences, criteria];
  const jurors = details.rasch.facets.find(({ name }) => name === 'juror')!.elements;
  return [
    ...competences,
    severityChart({
      title: charts.severity[0],
      description: charts.severity[1],
      ends: charts.ends,
      head: [charts.head.juror, charts.head.severity, charts.head.from, charts.head.to],
      jurors: jurors.flatMap(({ id, measure, se, seJoint }) =>
        measure === null || se === null ? [] : [{ label: id, measure, se: seJoint ?? se }]
      ),
      format
    }),
    wrightMap({
      title: charts.map[0],
      description: charts.map[1],
      head: [charts.head.facet, charts.head.element, charts.head.measure],
      facets: [
        ...details.rasch.facets.map(({ name, elements }) => ({
          name: charts.facets[name] ?? name,
          elements: elements.flatMap(({ id, measure }) =>
            measure === null ? [] : [{ label: id, measure }]
          )
        })),
        { name: charts.expected, elements: levelBoundaries(details.rasch.scales[0]!) }
      ],
      format
    }),
    criteria
  ];
}

function lightOf(alpha: number | null): Light {
  if (alpha === null) return 'unknown';
  return alpha >= MARKS[1]! ? 'good' : alpha >= MARKS[0]! ? 'watch' : 'discuss';
}

/** Abilities at which an average juror, on an average criterion, is half-way between two levels. */
function levelBoundaries({ scores, thresholds }: ScaleThresholds) {
  return thresholds.map((_, k) => {
    let [low, high] = [-15, 15];
    for (let i = 0; i < 50; i++) {
      const middle = (low + high) / 2;
      if (momentsAt(middle, thresholds).expected < k + 0.5) low = middle;
      else high = middle;
    }
    return { label: `${scores[k]} | ${scores[k + 1]}`, measure: low };
  });
}
