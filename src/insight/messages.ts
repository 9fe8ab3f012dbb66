import type { Dictionary, Phrase } from '#platform/language.ts';
import type { Reason } from './coefficient.ts';
import type { RaschRefusal } from './rasch/data.ts';

/** Why a figure of agreement or reliability is missing. */
export const reasonPhrases: Record<Reason, Phrase> = {
  'one-rater': {
    fr: 'Un seul juré a noté\u00a0: l’accord se mesure entre deux jurés au moins.',
    en: 'Only one rater has marked: agreement needs at least two.'
  },
  'no-pairs': {
    fr: 'Aucune unité n’a été notée deux fois\u00a0: il n’y a rien à comparer.',
    en: 'No unit was marked twice: there is nothing to compare.'
  },
  constant: {
    fr: 'Toutes les notes sont égales\u00a0: l’accord ne se distingue pas du hasard.',
    en: 'All marks are equal: agreement cannot be told from chance.'
  },
  'not-numeric': {
    fr: 'Les valeurs ne sont pas des nombres\u00a0: seule la mesure nominale a un sens.',
    en: 'The values are not numbers: only the nominal measure has a meaning.'
  },
  'negative-values': {
    fr: 'L’échelle de rapport demande des valeurs positives ou nulles.',
    en: 'The ratio metric needs values of zero or more.'
  },
  'raters-vary': {
    fr: 'Le nombre de notes change d’une unité à l’autre\u00a0: le kappa de Fleiss n’est pas défini. Lisez l’alpha de Krippendorff.',
    en: 'The number of marks varies between units: Fleiss’ kappa is not defined. Read Krippendorff’s alpha.'
  },
  'missing-marks': {
    fr: 'Il manque des notes\u00a0: ce coefficient demande que chaque juré ait noté chaque unité.',
    en: 'Marks are missing: this coefficient needs every rater to have marked every unit.'
  },
  'too-few-units': {
    fr: 'Il faut au moins deux unités notées.',
    en: 'At least two marked units are needed.'
  },
  'too-few-criteria': {
    fr: 'Il faut au moins deux critères.',
    en: 'At least two criteria are needed.'
  },
  'too-many-values': {
    fr: 'Trop de valeurs différentes pour la mesure de rapport\u00a0: arrondissez-les.',
    en: 'Too many different values for the ratio metric: round them.'
  },
  'no-true-variance': {
    fr: 'Rien ne distingue les unités entre elles\u00a0: ce coefficient n’est pas défini.',
    en: 'Nothing tells the units apart: this coefficient is not defined.'
  }
};

/** Why no Rasch model can be fitted. */
export const refusalPhrases: Record<RaschRefusal, Phrase> = {
  empty: {
    fr: 'Aucune note à analyser\u00a0: le fichier est vide.',
    en: 'No mark to analyse: the file is empty.'
  },
  'one-facet': {
    fr: 'Il faut au moins deux facettes, par exemple candidate et juror.',
    en: 'At least two facets are needed, for example candidate and juror.'
  },
  constant: {
    fr: 'Toutes les notes sont égales\u00a0: rien ne distingue les candidats, les jurés ni les critères.',
    en: 'All marks are equal: nothing tells candidates, jurors or criteria apart.'
  },
  'too-many-levels': {
    fr: 'Plus de 41 niveaux différents\u00a0: ce n’est pas une échelle de notation. Arrondissez les notes.',
    en: 'More than 41 different levels: this is not a rating scale. Round the marks.'
  },
  'all-extreme': {
    fr: 'Chaque candidat, juré ou critère n’a reçu que le plus bas ou le plus haut niveau\u00a0: aucune mesure n’est possible.',
    en: 'Every candidate, juror or criterion has only the lowest or the highest level: no measure is possible.'
  }
};

/** What the reader of a Rasch analysis must know of it. */
export const raschNotes: Dictionary<{
  subsets: (n: number) => string;
  subsetsUnknown: string;
  notConverged: string;
  separated: string;
  extremes: (n: number) => string;
  renumbered: string;
  corrected: string;
}> = {
  fr: {
    subsets: (n) =>
      `Les notes forment ${n} groupes sans juré ni critère commun qui les relie\u00a0: les mesures se comparent à l’intérieur d’un groupe, pas d’un groupe à l’autre. Chaque groupe de jurés est supposé aussi sévère en moyenne.`,
    subsetsUnknown:
      'Trop de jurés et de critères, ou méthode marginale\u00a0: les liens entre groupes n’ont pas été vérifiés.',
    notConverged:
      'Le calcul s’est arrêté avant la précision demandée\u00a0: lisez ces mesures avec réserve.',
    separated:
      'Les notes sont trop ordonnées pour ce modèle\u00a0: des mesures tendent vers l’infini. L’ordre se lit, les écarts non.',
    extremes: (n) =>
      `${n} élément${n > 1 ? 's' : ''} n’${n > 1 ? 'ont' : 'a'} reçu que le plus bas ou le plus haut niveau\u00a0: mesure placée à 0,3 niveau de la borne, sans indice d’ajustement.`,
    renumbered:
      'Un niveau intermédiaire n’a jamais été donné\u00a0: les niveaux ont été renumérotés sans trou.',
    corrected: 'Mesures corrigées du biais de l’estimation conjointe.'
  },
  en: {
    subsets: (n) =>
      `The marks form ${n} subsets that no common juror or criterion links: measures compare within a subset, not between subsets. Each group of jurors is taken to be equally severe on average.`,
    subsetsUnknown:
      'Too many jurors and criteria, or marginal method: the links between groups were not checked.',
    notConverged:
      'The computation stopped before the requested precision: read these measures with reserve.',
    separated:
      'The marks are too orderly for this model: some measures run to infinity. Read the order, not the distances.',
    extremes: (n) =>
      `${n} element${n > 1 ? 's' : ''} received only the lowest or the highest level: measured 0.3 level inside the bound, without fit statistics.`,
    renumbered: 'An intermediate level was never given: levels were renumbered without gap.',
    corrected: 'Measures corrected for the bias of joint estimation.'
  }
};
