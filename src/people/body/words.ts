import type { Dictionary } from '#platform/language.ts';

interface ContactWords {
  title: string;
  lead: string;
  contact: string;
  contactLead: string;
  missing: string;
  name: string;
  nameHint: string;
  post: string;
  postHint: string;
  email: string;
  emailHint: string;
  address: string;
  addressHint: string;
  appealDays: string;
  appealDaysHint: string;
  save: string;
  saved: string;
}

/** What the page of settings says. */
export const contactWords: Dictionary<ContactWords> = {
  fr: {
    title: 'Réglages',
    lead: 'Ce que l’organisme certificateur dit de lui-même à ses candidats.',
    contact: 'Recours et nouvelles inscriptions',
    contactLead:
      'Chaque lettre de résultat dit à qui écrire pour consulter son dossier, contester la décision ou se réinscrire, et dans quel délai.',
    missing: 'Aucune lettre de résultat ne part tant que ces réponses manquent.',
    name: 'Nom',
    nameHint: 'Une personne, ou un service.',
    post: 'Fonction',
    postHint: 'Par exemple\u00a0: responsable de la certification.',
    email: 'Adresse électronique',
    emailHint: 'Une boîte que quelqu’un lit\u00a0: des candidats y écriront.',
    address: 'Adresse postale',
    addressHint: 'Pour qui préfère écrire par courrier.',
    appealDays: 'Délai de recours, en jours',
    appealDaysHint: 'À compter de la réception de la lettre\u00a0: de 15 à 366 jours.',
    save: 'Enregistrer',
    saved: 'C’est enregistré\u00a0: les lettres de résultat le disent désormais.'
  },
  en: {
    title: 'Settings',
    lead: 'What the certifying body tells its candidates of itself.',
    contact: 'Appeals and new enrolments',
    contactLead:
      'Each result letter says whom to write to in order to see one’s file, contest the decision or enrol again, and within what time.',
    missing: 'No result letter leaves while these answers are missing.',
    name: 'Name',
    nameHint: 'A person, or a service.',
    post: 'Post',
    postHint: 'For example: certification manager.',
    email: 'E-mail address',
    emailHint: 'A mailbox that someone reads: candidates will write to it.',
    address: 'Postal address',
    addressHint: 'For those who would rather write by post.',
    appealDays: 'Time to appeal, in days',
    appealDaysHint: 'From the receipt of the letter: 15 to 366 days.',
    save: 'Save',
    saved: 'Saved: result letters say it from now on.'
  }
};
