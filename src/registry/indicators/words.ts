import type { Dictionary } from '#platform/language.ts';
import type { Breakdown, Measure } from './model.ts';

interface IndicatorWords {
  title: string;
  lead: (sessions: number) => string;
  rule: string;
  none: string;
  total: string;
  measures: Record<Measure, string>;
  /** For a competence. */
  heard: string;
  holds: string;
  breakdowns: Record<Breakdown, string>;
  /** Above the names of a table’s lines. */
  heads: Record<Breakdown, string>;
  sexes: Record<'F' | 'M', string>;
  adaptations: Record<'adapted' | 'plain', string>;
  hidden: string;
  hiddenLong: string;
  csv: string;
  xlsx: string;
}

export const indicatorWords: Dictionary<IndicatorWords> = {
  fr: {
    title: 'Indicateurs',
    lead: (sessions) =>
      sessions === 1 ? 'Une session close.' : `${sessions} sessions closes, depuis l’origine.`,
    rule: 'Aucun groupe de moins de cinq personnes n’est montré, ni ne peut être retrouvé par soustraction.',
    none: 'Aucune session n’est close\u00a0: les indicateurs viennent avec les procès-verbaux signés.',
    total: 'Ensemble',
    measures: { enrolled: 'Inscrits', presented: 'Présentés', awarded: 'Certifiés' },
    heard: 'Évalués',
    holds: 'Validée',
    breakdowns: {
      centre: 'Par centre',
      session: 'Par session',
      sex: 'Par sexe',
      adaptation: 'Par aménagement',
      competence: 'Par compétence'
    },
    heads: {
      centre: 'Centre',
      session: 'Session',
      sex: 'Sexe',
      adaptation: 'Aménagement',
      competence: 'Compétence'
    },
    sexes: { F: 'Femmes', M: 'Hommes' },
    adaptations: { adapted: 'Avec aménagement', plain: 'Sans aménagement' },
    hidden: '·',
    hiddenLong: 'non montré',
    csv: 'Tableau CSV',
    xlsx: 'Classeur Excel'
  },
  en: {
    title: 'Indicators',
    lead: (sessions) =>
      sessions === 1 ? 'One closed session.' : `${sessions} closed sessions, from the first.`,
    rule: 'No group of fewer than five people is shown, nor can it be found by subtraction.',
    none: 'No session is closed: indicators come with signed minutes.',
    total: 'All',
    measures: { enrolled: 'Enrolled', presented: 'Presented', awarded: 'Certified' },
    heard: 'Assessed',
    holds: 'Validated',
    breakdowns: {
      centre: 'By centre',
      session: 'By session',
      sex: 'By sex',
      adaptation: 'By adaptation',
      competence: 'By competence'
    },
    heads: {
      centre: 'Centre',
      session: 'Session',
      sex: 'Sex',
      adaptation: 'Adaptation',
      competence: 'Competence'
    },
    sexes: { F: 'Women', M: 'Men' },
    adaptations: { adapted: 'With an adaptation', plain: 'Without adaptation' },
    hidden: '·',
    hiddenLong: 'not shown',
    csv: 'CSV table',
    xlsx: 'Excel workbook'
  }
};
