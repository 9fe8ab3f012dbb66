import type { Dictionary, Phrase } from '#platform/language.ts';
import type { Role } from '#people/model.ts';

/** Where a role usually begins its day. */
export interface Beginning {
  href: string;
  title: Phrase;
  lead: Phrase;
}

const follow: Beginning = {
  href: '/sessions',
  title: { fr: 'Vos sessions', en: 'Your sessions' },
  lead: {
    fr: 'Les candidats inscrits, le déroulement et les résultats.',
    en: 'Who is enrolled, how the day goes, and the results.'
  }
};

const ledger: Beginning = {
  href: '/ledger',
  title: { fr: 'Le journal', en: 'The ledger' },
  lead: {
    fr: 'Qui a fait quoi, et quand\u00a0: chaque acte, dans l’ordre, scellé.',
    en: 'Who did what, and when: every act, in order, sealed.'
  }
};

export const beginnings: Record<Role, readonly Beginning[]> = {
  manager: [
    {
      href: '/sessions',
      title: { fr: 'Les sessions', en: 'Sessions' },
      lead: {
        fr: 'Ouvrir une session, inscrire, réunir un jury, faire délibérer, délivrer.',
        en: 'Open a session, enrol, gather a panel, deliberate, award.'
      }
    },
    {
      href: '/subjects',
      title: { fr: 'Les sujets', en: 'Subjects' },
      lead: {
        fr: 'La banque, et la relecture par une seconde personne.',
        en: 'The bank, and the review by a second person.'
      }
    },
    {
      href: '/people',
      title: { fr: 'Les personnes', en: 'People' },
      lead: {
        fr: 'Les comptes, et ce que chacun peut faire.',
        en: 'Accounts, and what each may do.'
      }
    },
    {
      href: '/centres',
      title: { fr: 'Les centres', en: 'Centres' },
      lead: { fr: 'Les lieux d’examen habilités.', en: 'The places allowed to examine.' }
    },
    ledger
  ],
  'centre-manager': [follow],
  juror: [
    {
      href: '/jury',
      title: { fr: 'Votre journée de jury', en: 'Your day on the panel' },
      lead: {
        fr: 'Vos passages, vos grilles, vos délibérations et vos signatures.',
        en: 'Your candidates, grids, deliberations and signatures.'
      }
    }
  ],
  'accessibility-officer': [
    {
      href: '/accessibility',
      title: { fr: 'Les aménagements', en: 'Adaptations' },
      lead: {
        fr: 'Les demandes des candidats, et ce qui leur est accordé.',
        en: 'What candidates ask for, and what they are granted.'
      }
    }
  ],
  candidate: [
    {
      href: '/dossier',
      title: { fr: 'Votre dossier', en: 'Your dossier' },
      lead: {
        fr: 'Votre convocation, vos horaires, vos résultats et votre certificat.',
        en: 'Your convocation, times, results and certificate.'
      }
    },
    {
      href: '/exam',
      title: { fr: 'Vos épreuves', en: 'Your assessments' },
      lead: {
        fr: 'Le jour venu, dans la salle\u00a0: votre sujet, votre copie, votre récépissé.',
        en: 'On the day, in the room: your subject, your paper, your receipt.'
      }
    }
  ],
  auditor: [follow, ledger]
};

interface HomeWords {
  title: string;
  motto: string;
  sentence: string;
  signIn: { title: string; lead: string; action: string };
  verify: { title: string; lead: string; field: string; hint: string; action: string };
  read: { title: string; lead: string; action: string };
  way: { title: string; steps: { title: string; text: string }[] };
  hello: (name: string) => string;
  begin: string;
  always: string;
  readLead: string;
  noRole: string;
}

export const homeWords: Dictionary<HomeWords> = {
  fr: {
    title: 'Du référentiel au parchemin',
    motto: 'Du référentiel au\u00a0parchemin.',
    sentence:
      'Parchemin conduit de bout en bout la certification «\u00a0Établir une relation client d’excellence dans le secteur du luxe\u00a0»\u00a0: les épreuves, le jury, la délibération, le certificat.',
    signIn: {
      title: 'Entrer',
      lead: 'Candidats, jurés, centres et responsables entrent par un lien reçu par courriel. Aucun mot de passe à retenir.',
      action: 'Se connecter'
    },
    verify: {
      title: 'Vérifier un certificat',
      lead: 'Le numéro figure au bas du parchemin, près du code à scanner.',
      field: 'Numéro du certificat',
      hint: 'Tel qu’il est imprimé.',
      action: 'Vérifier'
    },
    read: {
      title: 'Lire le référentiel',
      lead: 'Douze compétences, huit évaluations, quatre-vingts critères\u00a0: le texte officiel, à la lettre.',
      action: 'Ouvrir le référentiel'
    },
    way: {
      title: 'Le chemin d’un dossier',
      steps: [
        {
          title: 'L’inscription',
          text: 'Le centre inscrit, le référent handicap aménage, chacun reçoit sa convocation.'
        },
        {
          title: 'L’observation',
          text: 'Deux jurés, au moins, observent chaque critère, sans voir les notes l’un de l’autre.'
        },
        {
          title: 'La délibération',
          text: 'Le jury confronte ses regards, motive chaque écart, signe le procès-verbal.'
        },
        {
          title: 'Le parchemin',
          text: 'Le certificat est délivré, numéroté, vérifiable par tous et pour longtemps.'
        }
      ]
    },
    hello: (name) => `Bonjour, ${name}`,
    begin: 'Par où commencer',
    always: 'Toujours ouverts',
    readLead: 'Le texte officiel, ses critères, la grille à imprimer.',
    noRole:
      'Aucun rôle ne vous est encore attribué. Écrivez au responsable de la certification, qui vous ouvrira les pages utiles.'
  },
  en: {
    title: 'From the référentiel to the parchment',
    motto: 'From the référentiel to the\u00a0parchment.',
    sentence:
      'Parchemin runs, end to end, the French certification of client relations in luxury: the assessments, the panel, the deliberation, the certificate.',
    signIn: {
      title: 'Enter',
      lead: 'Candidates, jurors, centres and managers come in by a link sent to their mailbox. No password to remember.',
      action: 'Sign in'
    },
    verify: {
      title: 'Verify a certificate',
      lead: 'The number stands at the foot of the parchment, by the code to scan.',
      field: 'Certificate number',
      hint: 'As it is printed.',
      action: 'Verify'
    },
    read: {
      title: 'Read the référentiel',
      lead: 'Twelve competences, eight assessments, eighty criteria: the official text, to the letter.',
      action: 'Open the référentiel'
    },
    way: {
      title: 'The way of a dossier',
      steps: [
        {
          title: 'Enrolment',
          text: 'The centre enrols, the accessibility officer adapts, everyone receives a convocation.'
        },
        {
          title: 'Observation',
          text: 'Two jurors or more observe every criterion, neither seeing the other’s marks.'
        },
        {
          title: 'Deliberation',
          text: 'The panel compares what it saw, gives a reason for every gap, signs the minutes.'
        },
        {
          title: 'The parchment',
          text: 'The certificate is issued, numbered, and anyone can verify it, for years.'
        }
      ]
    },
    hello: (name) => `Good day, ${name}`,
    begin: 'Where to begin',
    always: 'Always open',
    readLead: 'The official text, its criteria, the grid to print.',
    noRole:
      'You hold no role yet. Write to the certification manager, who will open the pages you need.'
  }
};
