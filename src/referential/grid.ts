import type { Dictionary, Language } from '#platform/language.ts';
import { typeset, type PdfStandard } from '#platform/typeset/index.ts';
import { gridTemplate } from './grid.typ.ts';
import { competencesOf, instructionBlocks, type Referential } from './model.ts';
import { registrationOf } from './register.ts';
import { award, lasting, titleOf } from './words.ts';

export interface GridOptions {
  /** The certifying body, for the letterhead. */
  issuer: string;
  /** Day of printing, written in the file. */
  madeAt: Date;
  /** Of the headings; the certification’s own texts stay as they are. */
  language?: Language;
  /** PDF/UA unless told otherwise. */
  standard?: PdfStandard;
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

/** The grid of a certification, to print and mark by hand, A4 portrait. */
export function gridPdf(
  referential: Referential,
  { issuer, madeAt, language = 'fr', standard = 'ua-1' }: GridOptions
): Uint8Array {
  const { preamble, scale } = referential;
  const steps = [
    ...scale.levels.map(({ level, label }) => ({ mark: String(level), label: label[language] })),
    { mark: words[language].notObserved, label: scale.notObserved.label[language] }
  ];
  const content = {
    words: words[language],
    code: registrationOf(referential.code)?.code ?? null,
    version: referential.version,
    title: titleOf(referential),
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
    title: `${words[language].kicker} – ${titleOf(referential)}`,
    running: titleOf(referential),
    language,
    standard,
    issuer,
    madeAt
  });
}
