import type { Dictionary } from '#platform/language.ts';

interface ImportWords {
  title: string;
  lead: string;
  choose: string;
  another: string;
  file: string;
  fileHint: string;
  preview: string;
  templateCsv: string;
  templateXlsx: string;
  how: string;
  steps: string[];
  understood: (count: number) => string;
  ignored: (heads: string) => string;
  toCorrect: (count: number) => string;
  toCorrectLead: string;
  ready: (count: number) => string;
  more: (count: number) => string;
  line: string;
  name: string;
  what: string;
  fault: string;
  outcomes: Record<'enrol' | 'return' | 'none' | 'repeat', string>;
  kept: (facts: string) => string;
  ask: (count: number) => string;
  askLead: string;
  toAsk: string;
  born: string;
  place: string;
  email: string;
  confirm: (count: number) => string;
  nothing: string;
  confirmLead: string;
  cannot: string;
}

/** The words of the import. */
export const importWords: Dictionary<ImportWords> = {
  fr: {
    title: 'Importer une liste',
    lead: 'Un aperçu d’abord\u00a0: rien n’est inscrit tant que vous ne l’avez pas confirmé.',
    choose: 'Choisir le fichier',
    another: 'Choisir un autre fichier',
    file: 'Liste des candidats',
    fileHint: 'Excel (.xlsx) ou CSV, 5\u00a0Mo et 2\u202f000 candidats au plus.',
    preview: 'Voir l’aperçu',
    templateCsv: 'Modèle CSV',
    templateXlsx: 'Modèle Excel',
    how: 'Comment faire',
    steps: [
      'Partez du modèle\u00a0: sa première ligne nomme les colonnes. Leur ordre est libre.',
      'Une ligne par candidat. Le code INSEE ne sert qu’aux communes homonymes, le pays qu’aux naissances à l’étranger.',
      'Une liste déjà importée peut l’être de nouveau\u00a0: personne n’est inscrit deux fois.'
    ],
    understood: (count) => (count === 1 ? 'Une ligne lue' : `${count} lignes lues`),
    ignored: (heads) => `Colonnes sans emploi ici, laissées de côté\u00a0: ${heads}.`,
    toCorrect: (count) => (count === 1 ? 'Une ligne à corriger' : `${count} lignes à corriger`),
    toCorrectLead:
      'Corrigez-les dans votre fichier, puis choisissez-le de nouveau\u00a0: tant qu’une ligne est en faute, personne n’est inscrit.',
    ready: (count) => (count === 1 ? 'Une ligne prête' : `${count} lignes prêtes`),
    more: (count) => `Et ${count} autres lignes prêtes.`,
    line: 'Ligne',
    name: 'Candidat',
    what: 'Ce qui sera fait',
    fault: 'À corriger',
    outcomes: {
      enrol: 'À inscrire',
      return: 'À réinscrire',
      none: 'Déjà inscrit',
      repeat: 'Répète une ligne plus haut'
    },
    kept: (facts) => `le dossier garde\u00a0: ${facts}`,
    ask: (count) =>
      count === 1 ? 'Une personne à reconnaître' : `${count} personnes à reconnaître`,
    askLead:
      'Quelqu’un a déjà ces nom, prénoms, date de naissance et sexe\u00a0: dites s’il s’agit de la même personne. Inscrire ne change rien à un dossier connu.',
    toAsk: 'À reconnaître',
    born: 'Naissance',
    place: 'Lieu',
    email: 'Adresse électronique',
    confirm: (count) => (count === 1 ? 'Importer cette ligne' : `Importer ces ${count} lignes`),
    nothing: 'Tout le monde est déjà inscrit\u00a0: il n’y a rien à importer.',
    confirmLead: 'Toutes les lignes seront inscrites ensemble, ou aucune.',
    cannot: 'La session n’est plus en préparation\u00a0: aucune liste ne peut être importée.'
  },
  en: {
    title: 'Import a list',
    lead: 'First a preview: nobody is enrolled until you confirm it.',
    choose: 'Choose the file',
    another: 'Choose another file',
    file: 'List of candidates',
    fileHint: 'Excel (.xlsx) or CSV, at most 5 MB and 2,000 candidates.',
    preview: 'Show the preview',
    templateCsv: 'CSV template',
    templateXlsx: 'Excel template',
    how: 'How it works',
    steps: [
      'Start from the template: its first line names the columns, in any order.',
      'One line per candidate. The INSEE code is only for communes that share a name, the country only for births abroad.',
      'A list may be imported again: nobody is enrolled twice.'
    ],
    understood: (count) => (count === 1 ? 'One line read' : `${count} lines read`),
    ignored: (heads) => `Columns of no use here, left aside: ${heads}.`,
    toCorrect: (count) => (count === 1 ? 'One line to correct' : `${count} lines to correct`),
    toCorrectLead:
      'Correct them in your file, then choose it again: while one line is at fault, nobody is enrolled.',
    ready: (count) => (count === 1 ? 'One line ready' : `${count} lines ready`),
    more: (count) => `And ${count} more lines ready.`,
    line: 'Line',
    name: 'Candidate',
    what: 'What will be done',
    fault: 'To correct',
    outcomes: {
      enrol: 'To enrol',
      return: 'To enrol again',
      none: 'Already enrolled',
      repeat: 'Repeats a line above'
    },
    kept: (facts) => `the dossier keeps: ${facts}`,
    ask: (count) => (count === 1 ? 'One person to recognise' : `${count} people to recognise`),
    askLead:
      'Someone already has these names, birth date and sex: say whether it is the same person. Enrolling changes nothing in a known dossier.',
    toAsk: 'To recognise',
    born: 'Birth',
    place: 'Place',
    email: 'E-mail address',
    confirm: (count) => (count === 1 ? 'Import this line' : `Import these ${count} lines`),
    nothing: 'Everyone is already enrolled: there is nothing to import.',
    confirmLead: 'All the lines will be enrolled together, or none.',
    cannot: 'The session is no longer being prepared: no list can be imported.'
  }
};
