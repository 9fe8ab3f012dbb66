import type { Dictionary } from '#platform/language.ts';
import type { Assessment } from '../model.ts';

interface ReferentialWords {
  title: string;
  eyebrow: string;
  version: (version: string) => string;
  grid: string;
  competences: string;
  assessments: string;
  criteria: (count: number) => string;
  criteriaTitle: string;
  contents: string;
  contentsLead: string;
  objectives: string;
  preamble: Record<'targetPublic' | 'disability' | 'jury' | 'equality', string>;
  rules: string;
  rulesLead: string;
  byDefault: string;
  scale: string;
  level: string;
  award: string;
  remarks: string;
  kind: Record<Assessment['kind'], string>;
  competence: (id: string) => string;
  assessedIn: string;
  instructions: string;
  duration: string;
  alsoAssessed: string;
  previous: string;
  next: string;
  around: string;
  verbatim: string;
}

export const referentialWords: Dictionary<ReferentialWords> = {
  fr: {
    title: 'Le référentiel',
    eyebrow: 'Certification professionnelle',
    version: (version) => `Version ${version}`,
    grid: 'La grille à imprimer (PDF)',
    competences: 'compétences',
    assessments: 'évaluations',
    criteria: (count) => (count === 1 ? '1 critère' : `${count} critères`),
    criteriaTitle: 'Critères d’évaluation',
    contents: 'Les évaluations et leurs compétences',
    contentsLead:
      'Chaque compétence est évaluée une fois, dans l’épreuve en regard de laquelle elle se trouve.',
    objectives: 'Objectifs et contexte',
    preamble: {
      targetPublic: 'Public visé',
      disability: 'Handicap',
      jury: 'Jury',
      equality: 'Égalité'
    },
    rules: 'Notation et attribution',
    rulesLead:
      'Le texte officiel ne fixe ni durées, ni échelle, ni règle d’attribution. Celles-ci sont proposées par défaut et se règlent pour chaque version du référentiel.',
    byDefault: 'par défaut, réglable',
    scale: 'Échelle de notation',
    level: 'Niveau',
    award: 'Règle d’attribution',
    remarks: 'Sur ce texte',
    kind: { 'case-study': 'Étude de cas', 'role-play': 'Mise en situation' },
    competence: (id) => `Compétence ${id}`,
    assessedIn: 'L’épreuve',
    instructions: 'Consignes',
    duration: 'Durée',
    alsoAssessed: 'Évaluée avec',
    previous: 'Compétence précédente',
    next: 'Compétence suivante',
    around: 'Autres compétences',
    verbatim: 'Texte officiel, à la lettre.'
  },
  en: {
    title: 'The référentiel',
    eyebrow: 'Professional certification',
    version: (version) => `Version ${version}`,
    grid: 'The grid, to print (PDF)',
    competences: 'competences',
    assessments: 'assessments',
    criteria: (count) => (count === 1 ? '1 criterion' : `${count} criteria`),
    criteriaTitle: 'Criteria',
    contents: 'The assessments and their competences',
    contentsLead: 'Each competence is assessed once, in the exercise it stands beside.',
    objectives: 'Purpose and context',
    preamble: {
      targetPublic: 'For whom',
      disability: 'Disability',
      jury: 'Panel',
      equality: 'Equality'
    },
    rules: 'Marking and award',
    rulesLead:
      'The official text sets no lengths, no scale and no rule of award. These are proposed by default and can be set for each version of the référentiel.',
    byDefault: 'default, adjustable',
    scale: 'Marking scale',
    level: 'Level',
    award: 'Rule of award',
    remarks: 'About this text',
    kind: { 'case-study': 'Case study', 'role-play': 'Role play' },
    competence: (id) => `Competence ${id}`,
    assessedIn: 'The assessment',
    instructions: 'Instructions',
    duration: 'Length',
    alsoAssessed: 'Assessed with',
    previous: 'Previous competence',
    next: 'Next competence',
    around: 'Other competences',
    verbatim: 'Official text, to the letter (in French).'
  }
};
