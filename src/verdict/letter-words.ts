import type { Dictionary } from '#platform/language.ts';

export interface LetterWords {
  greeting: string;
  number: (number: number) => string;
  awardedHeading: string;
  refusedHeading: string;
  awarded: (title: string, day: string) => string;
  certificate: (number: string, url: string) => string;
  refused: (title: string, day: string) => string;
  counted: (validated: number, total: number) => string;
  nextTitle: string;
  kept: (competences: string, until: string) => string;
  resit: (competences: string, contact: string) => string;
  appealTitle: string;
  appeal: (days: number, contact: string) => string;
  closing: string;
  feedback: string;
  feedbackNote: string;
  strong: string;
  toWork: string;
  comments: string;
  states: Record<'validated' | 'not-validated' | 'kept' | 'missed', string>;
}

export const letterWords: Dictionary<LetterWords> = {
  fr: {
    greeting: 'Madame, Monsieur,',
    number: (number) => `Candidat nº\u00a0${number}`,
    awardedHeading: 'Votre certification vous est délivrée',
    refusedHeading: 'Résultat de votre session',
    awarded: (title, day) =>
      `Le jury, réuni le ${day}, a reconnu que vous maîtrisez toutes les compétences de la certification « ${title} ». Nous vous en félicitons.`,
    certificate: (number, url) =>
      `Votre certificat porte le numéro ${number}. Chacun peut en vérifier l’authenticité à l’adresse ${url}.`,
    refused: (title, day) =>
      `Le jury, réuni le ${day}, n’a pas pu vous délivrer à ce jour la certification « ${title} », qui demande toutes ses compétences.`,
    counted: (validated, total) =>
      `Vous en avez validé ${validated} sur ${total}. Cette lettre vous dit ce que le jury a apprécié, et ce qui vous reste à travailler.`,
    nextTitle: 'Et maintenant',
    kept: (competences, until) =>
      `Vos compétences validées (${competences}) vous restent acquises jusqu’au ${until}.`,
    resit: (competences, contact) =>
      `D’ici là, vous pouvez vous présenter à une nouvelle session pour les seules compétences ${competences}. Pour vous inscrire : ${contact}.`,
    appealTitle: 'Consulter votre dossier, contester la décision',
    appeal: (days, contact) =>
      `Vous pouvez demander à consulter vos grilles d’évaluation, ou contester cette décision, par écrit et dans les ${days} jours qui suivent la réception de cette lettre : ${contact}. Le jury est souverain quant à la valeur de votre prestation ; le recours porte sur le respect des règles de l’évaluation.`,
    closing: 'Nous vous prions d’agréer, Madame, Monsieur, l’expression de notre considération.',
    feedback: 'Compétence par compétence',
    feedbackNote:
      'Les critères sont cités dans les termes du référentiel. Sont présentés comme points forts ceux que le jury a jugés au-delà de l’attendu, et comme points à travailler ceux qu’il a jugés en deçà.',
    strong: 'Points forts',
    toWork: 'À travailler',
    comments: 'Remarques du jury',
    states: {
      validated: 'Validée',
      'not-validated': 'Non validée',
      kept: 'Déjà acquise',
      missed: 'Non présentée'
    }
  },
  en: {
    greeting: 'Dear Madam or Sir,',
    number: (number) => `Candidate no.\u00a0${number}`,
    awardedHeading: 'You are awarded your certification',
    refusedHeading: 'The result of your session',
    awarded: (title, day) =>
      `The panel, meeting on ${day}, found that you master all the competences of the French certification « ${title} ». We congratulate you.`,
    certificate: (number, url) =>
      `Your certificate bears the number ${number}. Anyone can verify that it is genuine at ${url}.`,
    refused: (title, day) =>
      `The panel, meeting on ${day}, could not yet award you the French certification « ${title} », which asks for all its competences.`,
    counted: (validated, total) =>
      `You validated ${validated} of ${total}. This letter tells you what the panel appreciated, and what remains for you to work on.`,
    nextTitle: 'What comes next',
    kept: (competences, until) =>
      `Your validated competences (${competences}) are kept until ${until}.`,
    resit: (competences, contact) =>
      `Until then you may sit another session for these competences only: ${competences}. To enrol: ${contact}.`,
    appealTitle: 'Seeing your file, contesting the decision',
    appeal: (days, contact) =>
      `You may ask to see your marking grids, or contest this decision, in writing and within ${days} days of receiving this letter: ${contact}. The panel alone judges the worth of your performance; an appeal bears on whether the rules of assessment were followed.`,
    closing: 'Yours faithfully,',
    feedback: 'Competence by competence',
    feedbackNote:
      'Criteria are quoted in the words of the official French text. Strong points are those that the panel judged beyond what is expected; points to work on, those that it judged short of it.',
    strong: 'Strong points',
    toWork: 'To work on',
    comments: 'Remarks of the panel',
    states: {
      validated: 'Validated',
      'not-validated': 'Not validated',
      kept: 'Already acquired',
      missed: 'Not sat'
    }
  }
};
