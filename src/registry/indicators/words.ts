import type { Dictionary } from '#platform/language.ts';
import type { FollowUpMeasure } from './follow-up.ts';
import type { Breakdown, Measure } from './model.ts';

/** Breakdowns that have a table of their own; crossed ones serve the renewal file. */
export type ToldBreakdown = Exclude<Breakdown, 'centre-year' | 'adaptation-year'>;

interface IndicatorWords {
  title: string;
  lead: (sessions: number) => string;
  rule: string;
  none: string;
  total: string;
  measures: Record<Measure, string>;
  /** Certified among those who came. */
  awardRate: string;
  /** For a competence. */
  heard: string;
  holds: string;
  breakdowns: Record<ToldBreakdown, string>;
  /** Above the names of a table’s lines. */
  heads: Record<ToldBreakdown, string>;
  sexes: Record<'F' | 'M', string>;
  adaptations: Record<'adapted' | 'plain', string>;
  followUp: {
    title: string;
    lead: string;
    none: string;
    wave: (months: number) => string;
    waveHead: string;
    measures: Record<FollowUpMeasure, string>;
    /** Answers among those who were asked. */
    answerRate: string;
    /** At work among those who answered. */
    workRate: string;
    answers: string;
    /** « Enquêtes par centre » */
    by: (breakdown: string) => string;
    answer: string;
    /** « Centre · 6 mois » */
    line: (name: string, months: number) => string;
  };
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
    awardRate: 'Taux d’obtention',
    heard: 'Évalués',
    holds: 'Validée',
    breakdowns: {
      centre: 'Par centre',
      session: 'Par session',
      year: 'Par année',
      sex: 'Par sexe',
      adaptation: 'Par aménagement',
      competence: 'Par compétence'
    },
    heads: {
      centre: 'Centre',
      session: 'Session',
      year: 'Année',
      sex: 'Sexe',
      adaptation: 'Aménagement',
      competence: 'Compétence'
    },
    sexes: { F: 'Femmes', M: 'Hommes' },
    adaptations: { adapted: 'Avec aménagement', plain: 'Sans aménagement' },
    followUp: {
      title: 'Ce que deviennent les titulaires',
      lead: 'Ils sont interrogés 6, 12 et 24 mois après leur certification, et répondent s’ils le veulent.',
      none: 'Aucune enquête n’est encore partie\u00a0: la première vient six mois après la certification.',
      wave: (months) => `À ${months} mois`,
      waveHead: 'Enquête',
      measures: {
        asked: 'Interrogés',
        answered: 'Réponses',
        working: 'En emploi',
        luxury: 'Dans le luxe',
        useful: 'La jugent utile'
      },
      answerRate: 'Taux de réponse',
      workRate: 'Taux d’emploi',
      answers: 'Leurs réponses',
      by: (breakdown) => `Enquêtes ${breakdown.toLowerCase()}`,
      answer: 'Réponse',
      line: (name, months) => `${name}, à ${months} mois`
    },
    hidden: '·',
    hiddenLong: 'non\u00a0montré',
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
    awardRate: 'Award rate',
    heard: 'Assessed',
    holds: 'Validated',
    breakdowns: {
      centre: 'By centre',
      session: 'By session',
      year: 'By year',
      sex: 'By sex',
      adaptation: 'By adaptation',
      competence: 'By competence'
    },
    heads: {
      centre: 'Centre',
      session: 'Session',
      year: 'Year',
      sex: 'Sex',
      adaptation: 'Adaptation',
      competence: 'Competence'
    },
    sexes: { F: 'Women', M: 'Men' },
    adaptations: { adapted: 'With an adaptation', plain: 'Without adaptation' },
    followUp: {
      title: 'What becomes of holders',
      lead: 'They are asked 6, 12 and 24 months after the award, and answer if they wish.',
      none: 'No survey has left yet: the first comes six months after the award.',
      wave: (months) => `At ${months} months`,
      waveHead: 'Survey',
      measures: {
        asked: 'Asked',
        answered: 'Answers',
        working: 'At work',
        luxury: 'In luxury',
        useful: 'Find it useful'
      },
      answerRate: 'Answer rate',
      workRate: 'Employment rate',
      answers: 'Their answers',
      by: (breakdown) => `Surveys ${breakdown.toLowerCase()}`,
      answer: 'Answer',
      line: (name, months) => `${name}, at ${months} months`
    },
    hidden: '·',
    hiddenLong: 'not\u00a0shown',
    csv: 'CSV table',
    xlsx: 'Excel workbook'
  }
};
