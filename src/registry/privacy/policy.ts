/** What is kept of people, how long and why: data that the screens show and the nightly job follows. */
import type { Phrase } from '#platform/language.ts';

export interface Retention {
  id: 'sign-in' | 'accessibility' | 'words' | 'surveys' | 'declared' | 'refused' | 'award';
  what: Phrase;
  /** Months after which it goes; 0 for what goes as soon as it is over. */
  months: number;
  from: Phrase;
  basis: Phrase;
}

const contract: Phrase = { fr: 'exécution du contrat', en: 'performance of the contract' };
const duty: Phrase = {
  fr: 'obligation légale (C. trav., L6113-8)',
  en: 'legal obligation (Labour Code, L6113-8)'
};
const interest: Phrase = {
  fr: 'intérêt légitime : faire vivre la certification',
  en: 'legitimate interest: keeping the certification alive'
};

export const retentions: readonly Retention[] = [
  {
    id: 'sign-in',
    what: { fr: 'connexions et liens échus', en: 'expired sign-ins and links' },
    months: 0,
    from: { fr: 'leur fin', en: 'their end' },
    basis: contract
  },
  {
    id: 'accessibility',
    what: { fr: 'dossiers d’aménagement, chiffrés', en: 'accessibility files, encrypted' },
    months: 12,
    from: { fr: 'la session', en: 'the session' },
    basis: {
      fr: 'consentement du candidat (RGPD, art. 9)',
      en: 'consent of the candidate (GDPR, art. 9)'
    }
  },
  {
    id: 'words',
    what: {
      fr: 'textes des épreuves écrites, échanges avec l’assistant',
      en: 'texts of written assessments, exchanges with the assistant'
    },
    // As long as a candidate keeps validated competences, and may ask how the others were marked.
    months: 24,
    from: { fr: 'la session', en: 'the session' },
    basis: contract
  },
  {
    id: 'surveys',
    what: { fr: 'enquêtes et leurs réponses', en: 'surveys and their answers' },
    // As long as a registration lasts at most: its renewal tells what they say (Labour Code, L6113-6).
    months: 60,
    from: { fr: 'l’envoi', en: 'the sending' },
    basis: interest
  },
  {
    id: 'declared',
    what: {
      fr: 'texte des déclarations à la Caisse des Dépôts',
      en: 'words of the declarations to the Caisse des Dépôts'
    },
    months: 60,
    from: { fr: 'la déclaration', en: 'the declaration' },
    basis: duty
  },
  {
    id: 'refused',
    what: {
      fr: 'identité des candidats jamais certifiés',
      en: 'identity of candidates never certified'
    },
    months: 60,
    from: { fr: 'leur dernière session', en: 'their last session' },
    basis: contract
  },
  {
    id: 'award',
    what: {
      fr: 'identité et parchemin des titulaires qui ont demandé l’effacement',
      en: 'identity and certificate of holders who asked to be erased'
    },
    // The award is answered for as long as it may be claimed (RGPD, art. 17.3; Code civil, 2224).
    months: 60,
    from: { fr: 'la certification', en: 'the award' },
    basis: duty
  }
];

/** What no one erases, and why. */
export const kept: readonly { what: Phrase; why: Phrase }[] = [
  {
    what: { fr: 'titulaires et parchemins', en: 'holders and certificates' },
    why: {
      fr: 'un titulaire doit pouvoir faire vérifier sa certification toute sa vie, à moins qu’il ne demande l’effacement',
      en: 'a holder must be able to have the certification confirmed for life, unless they ask to be erased'
    }
  },
  {
    what: {
      fr: 'notes, décisions, procès-verbaux, journal',
      en: 'marks, decisions, minutes, ledger'
    },
    why: {
      fr: 'ils nomment les personnes par un identifiant : une fois l’identité effacée, ils ne désignent plus personne',
      en: 'they name people by an identifier: once the identity is erased, they designate nobody'
    }
  }
];

export const retentionOf = (id: Retention['id']): Retention =>
  retentions.find((each) => each.id === id)!;
