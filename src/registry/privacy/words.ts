import type { Dictionary } from '#platform/language.ts';
import type { Erasure } from './erase.ts';

interface PrivacyWords {
  own: string;
  ownLead: string;
  ownAction: string;
  title: (name: string) => string;
  open: string;
  take: string;
  takeLead: string;
  takeAction: string;
  erase: string;
  eraseLead: string;
  eraseTitle: (name: string) => string;
  eraseConfirm: string;
  erased: Record<Erasure, string>;
  record: string;
  recordLead: string;
  periods: string;
  what: string;
  period: string;
  basis: string;
  months: (count: number, from: string) => string;
  kept: string;
  why: string;
}

export const privacyWords: Dictionary<PrivacyWords> = {
  fr: {
    own: 'Vos données',
    ownLead: 'Tout ce que Parchemin sait de vous, à lire et à emporter.',
    ownAction: 'Télécharger mes données',
    title: (name) => `Données de ${name}`,
    open: 'Données personnelles',
    take: 'Donner ses données à la personne',
    takeLead: 'Une archive\u00a0: une page à lire, et le même contenu en JSON.',
    takeAction: 'Télécharger ses données',
    erase: 'Effacer la personne',
    eraseLead:
      'L’identité, le compte, le dossier d’aménagement, les textes de l’épreuve et les enquêtes sont effacés, sans retour. D’un titulaire, l’identité et le parchemin restent cinq ans après la certification, le temps d’en répondre, puis s’effacent d’eux-mêmes. Les procès-verbaux et le journal restent entiers, sans nom.',
    eraseTitle: (name) => `Effacer ${name}\u202f?`,
    eraseConfirm: 'Effacer',
    erased: {
      all: 'La personne est effacée.',
      'all-but-award':
        'Les enquêtes, les textes de l’épreuve et le dossier d’aménagement sont effacés. L’identité et le parchemin du titulaire restent. Ils s’effaceront cinq ans après la certification.'
    },
    record: 'Registre des traitements',
    recordLead:
      'Ce que la certification traite de données personnelles, pourquoi et combien de temps (RGPD, art.\u00a030).',
    periods: 'Durées de conservation',
    what: 'Données',
    period: 'Durée',
    basis: 'Fondement',
    months: (count, from) => (count === 0 ? `jusqu’à ${from}` : `${count} mois après ${from}`),
    kept: 'Ce qui reste',
    why: 'Pourquoi'
  },
  en: {
    own: 'Your data',
    ownLead: 'All that Parchemin knows of you, to read and to take with you.',
    ownAction: 'Download my data',
    title: (name) => `Data of ${name}`,
    open: 'Personal data',
    take: 'Give the person their data',
    takeLead: 'An archive: a page to read, and the same as JSON.',
    takeAction: 'Download their data',
    erase: 'Erase the person',
    eraseLead:
      'The identity, the account, the accessibility file, the words of the exam and the surveys are erased for good. Of a holder, the identity and the certificate stay for five years after the award, as long as it must be answered for, then go by themselves. Minutes and ledger stay whole, without a name.',
    eraseTitle: (name) => `Erase ${name}?`,
    eraseConfirm: 'Erase',
    erased: {
      all: 'The person is erased.',
      'all-but-award':
        'Surveys, the words of the exam and the accessibility file are erased. The holder’s identity and certificate stay. They will go five years after the award.'
    },
    record: 'Record of processing',
    recordLead:
      'What personal data the certification processes, why and for how long (GDPR, art. 30).',
    periods: 'Periods',
    what: 'Data',
    period: 'Period',
    basis: 'Basis',
    months: (count, from) => (count === 0 ? `until ${from}` : `${count} months after ${from}`),
    kept: 'What stays',
    why: 'Why'
  }
};
