import type { Dictionary } from '#platform/language.ts';

interface RegistryWords {
  title: string;
  lead: string;
  parts: { href: string; title: string; lead: string }[];
  sender: {
    title: string;
    lead: string;
    fixed: string;
    clientId: string;
    clientIdHint: string;
    contractId: string;
    contractIdHint: string;
    certificationCode: string;
    certificationCodeHint: string;
    save: string;
    saved: string;
    unset: string;
  };
}

/** What the registry’s own page says. */
export const registryWords: Dictionary<RegistryWords> = {
  fr: {
    title: 'Registre',
    lead: 'Ce que la certification doit à l’État et à ses titulaires.',
    parts: [
      {
        href: '/registry/indicators',
        title: 'Indicateurs',
        lead: 'Inscrits, présentés, certifiés, et ce que deviennent les titulaires\u00a0: par centre, session, année.'
      },
      {
        href: '/registry/renewal',
        title: 'Renouvellement',
        lead: 'Le dossier pour France compétences\u00a0: promotions, valeur d’usage, partenaires, jurys.'
      },
      {
        href: '/registry/privacy',
        title: 'Registre des traitements',
        lead: 'Les données personnelles, leur raison et leur durée (RGPD, art.\u00a030).'
      }
    ],
    sender: {
      title: 'Le certificateur à la Caisse des Dépôts',
      lead: 'Ces trois identifiants figurent en tête de chaque fichier de titulaires. Les fichiers se préparent à la page « Déclaration » de chaque session.',
      fixed: 'Ces identifiants sont fixés par l’exploitant.',
      clientId: 'Matricule (idClient)',
      clientIdHint: 'Huit caractères, par exemple 12ABC345.',
      contractId: 'Numéro de contrat (idContrat)',
      contractIdHint: 'Vingt caractères au plus, par exemple MCFCER000123.',
      certificationCode: 'Numéro d’enregistrement',
      certificationCodeHint:
        'Au Répertoire spécifique ou au RNCP, par exemple RS1234. Les parchemins délivrés ensuite le portent.',
      save: 'Enregistrer',
      saved: 'Les identifiants sont enregistrés.',
      unset: 'non renseigné'
    }
  },
  en: {
    title: 'Registry',
    lead: 'What the certification owes the State and its holders.',
    parts: [
      {
        href: '/registry/indicators',
        title: 'Indicators',
        lead: 'Enrolled, presented, certified, and what becomes of holders: by centre, session, year.'
      },
      {
        href: '/registry/renewal',
        title: 'Renewal',
        lead: 'The file for France compétences: promotions, value in use, partners, panels.'
      },
      {
        href: '/registry/privacy',
        title: 'Record of processing',
        lead: 'Personal data, why and for how long (GDPR, art. 30).'
      }
    ],
    sender: {
      title: 'The certifying body at the Caisse des Dépôts',
      lead: 'These three identifiers stand at the head of each file of holders. Files are prepared on the page “Declaration” of each session.',
      fixed: 'These identifiers are set by the operator.',
      clientId: 'Client number (idClient)',
      clientIdHint: 'Eight characters, for example 12ABC345.',
      contractId: 'Contract number (idContrat)',
      contractIdHint: 'At most twenty characters, for example MCFCER000123.',
      certificationCode: 'Registration number',
      certificationCodeHint:
        'In the Répertoire spécifique or the RNCP, for example RS1234. Parchments issued from then on bear it.',
      save: 'Save',
      saved: 'The identifiers are saved.',
      unset: 'not given'
    }
  }
};
