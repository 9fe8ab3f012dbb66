import type { Dictionary, Language } from '#platform/language.ts';
import { typeset } from '#platform/typeset/index.ts';
import { decimal } from '#platform/typography.ts';
import { gridTemplate } from './grid.typ.ts';
import {
  competencesOf,
  instructionBlocks,
  type AwardPolicy,
  type Durations,
  type Referential
} from './model.ts';

export interface GridOptions {
  /** The certifying body, for the letterhead. */
  issuer: string;
  /** Day of printing, written in the file. */
  madeAt: Date;
  /** Of the headings; the certification’s own texts stay as they are. */
  language?: Language;
}

interface Words {
  kicker: string;
  code: string;
  version: string;
  objectives: string;
  rules: string;
  marking: string;
  level: string;
  meaning: string;
  assessments: string;
  assessment: string;
  form: string;
  competences: string;
  duration: string;
  candidate: string;
  candidateNumber: string;
  juror: string;
  date: string;
  criterion: string;
  comments: string;
  signature: string;
  notObserved: string;
}

const words: Dictionary<Words> = {
  fr: {
    kicker: 'Grille d’évaluation',
    code: 'Code',
    version: 'Référentiel, version',
    objectives: 'Objectifs et contexte',
    rules: 'Public, accessibilité, jury',
    marking: 'Notation',
    level: 'Niveau',
    meaning: 'Signification',
    assessments: 'Évaluations',
    assessment: 'Évaluation',
    form: 'Modalité',
    competences: 'Compétences',
    duration: 'Durée',
    candidate: 'Candidat',
    candidateNumber: 'Numéro',
    juror: 'Juré',
    date: 'Date et heure',
    criterion: 'Critère',
    comments: 'Observations du juré',
    signature: 'Signature du juré',
    notObserved: 'N.O.'
  },
  en: {
    kicker: 'Marking grid',
    code: 'Code',
    version: 'Reference text, version',
    objectives: 'Purpose and context',
    rules: 'Public, accessibility, panel',
    marking: 'Marking',
    level: 'Level',
    meaning: 'Meaning',
    assessments: 'Assessments',
    assessment: 'Assessment',
    form: 'Form',
    competences: 'Competences',
    duration: 'Length',
    candidate: 'Candidate',
    candidateNumber: 'Number',
    juror: 'Juror',
    date: 'Date and time',
    criterion: 'Criterion',
    comments: 'Juror’s comments',
    signature: 'Juror’s signature',
    notObserved: 'N.O.'
  }
};

const lasting: Dictionary<(durations: Durations) => string> = {
  fr: (durations) =>
    durations.form === 'oral'
      ? `${durations.preparationMinutes} min de préparation, ${durations.oralMinutes} min devant le jury`
      : `${durations.writtenMinutes} min à l’écrit`,
  en: (durations) =>
    durations.form === 'oral'
      ? `${durations.preparationMinutes} min to prepare, ${durations.oralMinutes} min before the panel`
      : `${durations.writtenMinutes} min in writing`
};

const isThird = (value: number) => Math.abs(value - 1 / 3) < 1e-9;

const share: Dictionary<(value: number) => string> = {
  fr: (value) => (isThird(value) ? 'd’un tiers' : `de ${decimal(100 * value, 'fr')}\u00a0%`),
  en: (value) => (isThird(value) ? 'a third' : `${decimal(100 * value, 'en')}%`)
};

const award: Dictionary<(policy: AwardPolicy) => string[]> = {
  fr: (policy) => [
    `Une compétence est validée quand la moyenne de ses critères observés atteint ${decimal(policy.competenceMean, 'fr')}` +
      (policy.noZero ? ' et qu’aucun n’est au niveau 0. ' : '. ') +
      `Quand plus ${share.fr(policy.notObservedMaxShare)} des critères n’ont pas été observés, le jury en délibère.`,
    'La certification est délivrée quand toutes les compétences sont validées. ' +
      `Une compétence validée le reste ${policy.keepMonths} mois.`
  ],
  en: (policy) => [
    `A competence is validated when the mean of its observed criteria reaches ${decimal(policy.competenceMean, 'en')}` +
      (policy.noZero ? ' and none is at level 0. ' : '. ') +
      `When more than ${share.en(policy.notObservedMaxShare)} of the criteria were not observed, the panel deliberates.`,
    'The certification is awarded when all competences are validated. ' +
      `A validated competence remains so for ${policy.keepMonths} months.`
  ]
};

/** The grid of a certification, to print and mark by hand: PDF/UA, A4 portrait. */
export function gridPdf(
  referential: Referential,
  { issuer, madeAt, language = 'fr' }: GridOptions
): Uint8Array {
  const { preamble, scale } = referential;
  const steps = [
    ...scale.levels.map(({ level, label }) => ({ mark: String(level), label: label[language] })),
    { mark: words[language].notObserved, label: scale.notObserved.label[language] }
  ];
  const content = {
    words: words[language],
    code: referential.code,
    version: referential.version,
    title: referential.title,
    objectives: referential.objectives,
    preamble: [preamble.targetPublic, preamble.jury, preamble.disability, preamble.equality],
    remarks: referential.remarks,
    scale: steps,
    legend: steps.map(({ mark, label }) => `${mark}\u00a0${label}`).join(' · '),
    policy: award[language](referential.policy),
    assessments: referential.assessments.map((assessment) => ({
      id: assessment.id,
      title: assessment.title,
      competenceIds: assessment.competences.join(', '),
      duration: lasting[language](assessment.durations),
      instructions: instructionBlocks(assessment),
      competences: competencesOf(referential, assessment.id)
    }))
  };
  return typeset(gridTemplate, content, {
    title: `${words[language].kicker} – ${referential.title}`,
    running: referential.code,
    language,
    standard: 'ua-1',
    issuer,
    madeAt
  });
}
