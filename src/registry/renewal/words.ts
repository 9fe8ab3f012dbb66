import type { Dictionary } from '#platform/language.ts';
import type { VisitConclusion } from '#people/model.ts';
import type { Narrative } from './model.ts';

export interface RenewalWords {
  title: string;
  lead: string;
  period: (from: number, until: number) => string;
  from: string;
  until: string;
  periodHint: string;
  texts: string;
  textsLead: string;
  /** Where the texts stand in the file. */
  written: string;
  narratives: Record<Narrative, { title: string; hint: string }>;
  toWrite: string;
  left: (count: number) => string;
  complete: string;
  save: string;
  saved: string;
  unchanged: string;
  pdf: string;
  xlsx: string;
  files: string;
  filesLead: string;
  versions: string;
  versionOf: (version: number, at: string, by: string) => string;
  none: string;
  rule: string;
  counted: (at: string) => string;
  heading: string;
  certification: string;
  certifier: string;
  code: string;
  unregistered: string;
  periodName: string;
  version: string;
  unsaved: string;
  identity: {
    referential: string;
    competences: string;
    criteria: string;
    assessments: string;
  };
  promotions: string;
  years: string;
  promotion: string;
  centre: string;
  day: string;
  year: string;
  total: string;
  surveys: string;
  surveysByPromotion: string;
  surveyNone: string;
  partners: string;
  habilitatedFrom: string;
  habilitatedUntil: string;
  open: string;
  sessions: string;
  suspended: string;
  suspension: (from: string, until: string | null) => string;
  visits: string;
  visitNone: string;
  visitor: string;
  conclusion: string;
  findings: string;
  conclusions: Record<VisitConclusion, string>;
  versionsOfReferential: string;
  usedIn: string;
  firstUse: string;
  changes: string;
  firstVersion: string;
  noChange: string;
  changed: { added: string; removed: string; reworded: string };
  juries: string;
  panels: string;
  jurors: string;
  president: string;
  presidentSat: string;
  presidentNone: string;
  declarations: string;
  ties: string;
  jurySummary: (people: number, presidents: number) => string;
  accessibility: string;
  candidates: string;
  annex: string;
  annexed: string;
}

export const renewalWords: Dictionary<RenewalWords> = {
  fr: {
    title: 'Renouvellement',
    lead: 'Ce que France compétences demande pour renouveler l’enregistrement au Répertoire spécifique. Les chiffres sont comptés sur les procès-verbaux signés\u00a0; les textes sont les vôtres.',
    period: (from, until) => (from === until ? `${from}` : `${from} à ${until}`),
    from: 'De l’année',
    until: 'À l’année',
    periodHint: 'Années civiles entières.',
    texts: 'Vos textes',
    textsLead:
      'Chaque enregistrement est une version, gardée telle quelle. Une ligne vide sépare deux paragraphes.',
    written: 'Textes',
    narratives: {
      need: {
        title: 'Justification du besoin',
        hint: 'À quels besoins du marché du travail la certification répond, qui l’exprime (branches, employeurs), avec quelles preuves.'
      },
      usage: {
        title: 'Valeur d’usage',
        hint: 'Ce que les titulaires font de la certification\u00a0: commentez les enquêtes ci-dessous.'
      },
      evolution: {
        title: 'Évolution du référentiel',
        hint: 'Ce qui change et pourquoi\u00a0: métiers, transitions écologique et numérique, santé et sécurité, accessibilité.'
      },
      control: {
        title: 'Contrôle des partenaires',
        hint: 'Comment les centres habilités sont suivis, et les suites données aux visites.'
      },
      accessibility: {
        title: 'Prise en compte du handicap',
        hint: 'Accueil, aménagements, rôle du référent handicap.'
      },
      watch: {
        title: 'Veille',
        hint: 'Veille sur les métiers, la réglementation et les certifications voisines\u00a0: qui la mène, ce qu’elle a montré.'
      }
    },
    toWrite: 'À rédiger.',
    left: (count) =>
      count === 1 ? 'Un texte reste à rédiger.' : `${count} textes restent à rédiger.`,
    complete: 'Tous les textes sont rédigés.',
    save: 'Enregistrer une version',
    saved: 'La version est enregistrée.',
    unchanged: 'Rien n’a changé depuis la dernière version.',
    pdf: 'Dossier PDF',
    xlsx: 'Classeur Excel',
    files: 'Le dossier',
    filesLead: 'Le PDF se joint à la téléprocédure\u00a0; le classeur donne les mêmes tableaux.',
    versions: 'Versions des textes',
    versionOf: (version, at, by) => `Version ${version}, ${at}, ${by}`,
    none: 'Aucune session n’est close sur cette période.',
    rule: 'Aucun groupe de moins de cinq candidats ou titulaires n’est montré, ni ne peut être retrouvé par soustraction\u00a0: un tiret le signale. Une somme dont un terme n’est pas montré ne l’est pas non plus.',
    counted: (at) => `Chiffres comptés le ${at} sur les procès-verbaux signés.`,
    heading: 'Demande de renouvellement',
    certification: 'Certification',
    certifier: 'Certificateur',
    code: 'Code',
    unregistered: 'à inscrire à la page « Registre »',
    periodName: 'Période',
    version: 'Version des textes',
    unsaved: 'aucune',
    identity: {
      referential: 'Référentiel',
      competences: 'Compétences',
      criteria: 'Critères',
      assessments: 'Épreuves'
    },
    promotions: 'Promotions',
    years: 'Par année',
    promotion: 'Promotion',
    centre: 'Centre',
    day: 'Jour',
    year: 'Année',
    total: 'Ensemble',
    surveys: 'Enquêtes auprès des titulaires',
    surveysByPromotion: 'Enquêtes par promotion',
    surveyNone: 'Aucune enquête n’est partie sur cette période.',
    partners: 'Centres partenaires',
    habilitatedFrom: 'Habilité depuis',
    habilitatedUntil: 'Jusqu’au',
    open: 'sans terme',
    sessions: 'Sessions',
    suspended: 'Suspensions',
    suspension: (from, until) => (until ? `du ${from} au ${until}` : `depuis le ${from}`),
    visits: 'Visites de contrôle',
    visitNone: 'Aucune visite n’est consignée sur cette période.',
    visitor: 'Visiteur',
    conclusion: 'Conclusion',
    findings: 'Constats',
    conclusions: {
      conform: 'conforme',
      reserves: 'réserves',
      breach: 'manquement'
    },
    versionsOfReferential: 'Versions du référentiel',
    usedIn: 'Sessions',
    firstUse: 'Déposée le',
    changes: 'Ce qui a changé',
    firstVersion: 'première version',
    noChange: 'rien dans les compétences, critères et épreuves',
    changed: { added: 'ajoutés', removed: 'retirés', reworded: 'reformulés' },
    juries: 'Jurys',
    panels: 'Jurys',
    jurors: 'Jurés',
    president: 'Présidence',
    presidentSat: 'oui',
    presidentNone: 'non',
    declarations: 'Déclarations de liens',
    ties: 'Candidats écartés d’un juré',
    jurySummary: (people, presidents) =>
      `${people} jurés différents ont siégé sur la période\u00a0; ${presidents} ont présidé.`,
    accessibility: 'Accessibilité',
    candidates: 'Candidats',
    annex: 'Annexe',
    annexed:
      'En annexe\u00a0: chaque promotion, ses enquêtes, les centres partenaires, leurs visites de contrôle et les jurys.'
  },
  en: {
    title: 'Renewal',
    lead: 'What France compétences asks for to renew a registration at the Répertoire spécifique. Figures are counted from signed minutes; the texts are yours.',
    period: (from, until) => (from === until ? `${from}` : `${from} to ${until}`),
    from: 'From the year',
    until: 'To the year',
    periodHint: 'Whole civil years.',
    texts: 'Your texts',
    textsLead:
      'Each saving is a version, kept as it is. An empty line separates two paragraphs. The file is in French.',
    written: 'Texts',
    narratives: {
      need: {
        title: 'Why it is needed',
        hint: 'Which needs of the labour market the certification meets, who expresses them (branches, employers), with which evidence.'
      },
      usage: {
        title: 'Value in use',
        hint: 'What holders make of the certification: comment on the surveys below.'
      },
      evolution: {
        title: 'Changes of the référentiel',
        hint: 'What changes and why: trades, ecological and digital transitions, health and safety, accessibility.'
      },
      control: {
        title: 'Control of partners',
        hint: 'How entitled centres are watched, and what followed the visits.'
      },
      accessibility: {
        title: 'Disability',
        hint: 'Welcome, adaptations, the part of the accessibility officer.'
      },
      watch: {
        title: 'Watch',
        hint: 'Watch on trades, rules and neighbouring certifications: who keeps it, what it showed.'
      }
    },
    toWrite: 'To be written.',
    left: (count) =>
      count === 1 ? 'One text is still to be written.' : `${count} texts are still to be written.`,
    complete: 'All texts are written.',
    save: 'Save a version',
    saved: 'The version is saved.',
    unchanged: 'Nothing has changed since the last version.',
    pdf: 'PDF file',
    xlsx: 'Excel workbook',
    files: 'The file',
    filesLead: 'The PDF goes with the online procedure; the workbook gives the same tables.',
    versions: 'Versions of the texts',
    versionOf: (version, at, by) => `Version ${version}, ${at}, ${by}`,
    none: 'No session is closed in this period.',
    rule: 'No group of fewer than five candidates or holders is shown, nor can it be found by subtraction: a dash stands for it. A sum is not shown when one of its terms is not.',
    counted: (at) => `Figures counted on ${at} from signed minutes.`,
    heading: 'Application for renewal',
    certification: 'Certification',
    certifier: 'Certifying body',
    code: 'Code',
    unregistered: 'to be entered on the page “Registry”',
    periodName: 'Period',
    version: 'Version of the texts',
    unsaved: 'none',
    identity: {
      referential: 'Référentiel',
      competences: 'Competences',
      criteria: 'Criteria',
      assessments: 'Assessments'
    },
    promotions: 'Promotions',
    years: 'By year',
    promotion: 'Promotion',
    centre: 'Centre',
    day: 'Day',
    year: 'Year',
    total: 'All',
    surveys: 'Surveys of holders',
    surveysByPromotion: 'Surveys by promotion',
    surveyNone: 'No survey left in this period.',
    partners: 'Partner centres',
    habilitatedFrom: 'Entitled from',
    habilitatedUntil: 'Until',
    open: 'no end',
    sessions: 'Sessions',
    suspended: 'Suspensions',
    suspension: (from, until) => (until ? `${from} to ${until}` : `since ${from}`),
    visits: 'Control visits',
    visitNone: 'No visit is recorded in this period.',
    visitor: 'Visitor',
    conclusion: 'Conclusion',
    findings: 'Findings',
    conclusions: { conform: 'in order', reserves: 'reserves', breach: 'breach' },
    versionsOfReferential: 'Versions of the référentiel',
    usedIn: 'Sessions',
    firstUse: 'Stored on',
    changes: 'What changed',
    firstVersion: 'first version',
    noChange: 'nothing in competences, criteria and assessments',
    changed: { added: 'added', removed: 'removed', reworded: 'reworded' },
    juries: 'Panels',
    panels: 'Panels',
    jurors: 'Jurors',
    president: 'President',
    presidentSat: 'yes',
    presidentNone: 'no',
    declarations: 'Declarations of ties',
    ties: 'Candidates kept from a juror',
    jurySummary: (people, presidents) =>
      `${people} different jurors sat in the period; ${presidents} presided.`,
    accessibility: 'Accessibility',
    candidates: 'Candidates',
    annex: 'Annex',
    annexed:
      'In the annex: each promotion, its surveys, the partner centres, their control visits and the panels.'
  }
};
