import type { Dictionary } from '#platform/language.ts';

/** What a juror reads of a subject, beside the grid. */
interface JurorWords {
  title: (assessment: string) => string;
  back: string;
  scenario: string;
  role: string;
  mood: string;
  opening: string;
  complaint: string;
  explicit: string;
  implicit: string;
  objections: string;
  founded: string;
  unfounded: string;
  satisfiedBy: string;
  cues: string;
  limits: string;
  culture: string;
  languages: string;
  individual: string;
  hypotheses: string;
  check: string;
  missteps: string;
  questions: string;
  notes: string;
  notesLead: string;
  keywords: string;
  written: string;
  writtenLead: string;
  given: string;
  answer: string;
  noAnswer: string;
}

export const jurorWords: Dictionary<JurorWords> = {
  fr: {
    title: (assessment) => `Sujet, ${assessment}`,
    back: 'La grille',
    scenario: 'Scénario',
    role: 'La fiche de rôle',
    mood: 'Humeur',
    opening: 'Première phrase',
    complaint: 'La réclamation',
    explicit: 'Ce qui est demandé',
    implicit: 'Ce qui est attendu sans être dit',
    objections: 'Objections',
    founded: 'Fondée sur un fait du dossier',
    unfounded: 'Sans fondement dans le dossier',
    satisfiedBy: 'Ce qui y répond',
    cues: 'Quand le candidat…',
    limits: 'Ce que vous ne faites jamais',
    culture: 'La culture, avec prudence',
    languages: 'Langues',
    individual: 'Propre à cette personne',
    hypotheses: 'Hypothèses',
    check: 'Pour le vérifier\u00a0:',
    missteps: 'Ce qui blesserait',
    questions: 'Questions du jury',
    notes: 'Notes de correction',
    notesLead:
      'Ni barème ni liste à cocher\u00a0: une réponse imprévue et juste vaut une réponse prévue.',
    keywords: 'Mots clés proposés par l’auteur',
    written: 'La même conversation, par écrit',
    writtenLead: 'Pour un candidat à qui ce canal a été accordé, au lieu du téléphone.',
    given: 'Ce que lit le candidat',
    answer: 'La copie',
    noAnswer: 'Rien n’a été écrit.'
  },
  en: {
    title: (assessment) => `Subject, ${assessment}`,
    back: 'The grid',
    scenario: 'Scenario',
    role: 'The role sheet',
    mood: 'Mood',
    opening: 'First words',
    complaint: 'The complaint',
    explicit: 'What is asked',
    implicit: 'What is expected and not said',
    objections: 'Objections',
    founded: 'Rests on a fact of the dossier',
    unfounded: 'Rests on nothing in the dossier',
    satisfiedBy: 'What answers it',
    cues: 'When the candidate…',
    limits: 'What you never do',
    culture: 'The culture, with prudence',
    languages: 'Languages',
    individual: 'Proper to this person',
    hypotheses: 'Hypotheses',
    check: 'To check it:',
    missteps: 'What would hurt',
    questions: 'Questions of the jury',
    notes: 'Marking notes',
    notesLead:
      'Neither a scale nor a checklist: an unforeseen right answer is worth a foreseen one.',
    keywords: 'Key words proposed by the author',
    written: 'The same conversation, in writing',
    writtenLead: 'For a candidate who was granted this channel instead of the telephone.',
    given: 'What the candidate reads',
    answer: 'The paper',
    noAnswer: 'Nothing was written.'
  }
};
