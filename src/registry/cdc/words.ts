import type { Dictionary } from '#platform/language.ts';
import type { Standing } from './standing.ts';

interface CdcWords {
  title: string;
  lead: (declared: number, awarded: number) => string;
  law: string;
  noSender: string;
  toSender: string;
  before: (date: string) => string;
  make: string;
  makeTitle: string;
  makeLead: (holders: number) => string;
  makeConfirm: string;
  made: (holders: number) => string;
  nothingNew: string;
  again: string;
  againTitle: (name: string) => string;
  againLead: string;
  portal: string;
  portalTitle: Record<'to-amend' | 'to-cancel', (name: string) => string>;
  portalLead: Record<'to-amend' | 'to-cancel', string>;
  portalConfirm: string;
  portalDone: string;
  files: string;
  noFile: string;
  fileOf: (date: string) => string;
  holders: (count: number) => string;
  answered: (accepted: number, refused: number) => string;
  unanswered: string;
  download: string;
  receipt: string;
  receiptHint: string;
  readReceipt: string;
  wasRead: (accepted: number, refused: number) => string;
  wasReadBefore: string;
  noReceipt: string;
  list: string;
  candidate: string;
  identity: string;
  born: (date: string, place: string, code: string, female: boolean) => string;
  standing: string;
  todo: string;
  standings: Record<Standing, string>;
  steps: Partial<Record<Standing, string>>;
  said: string;
  correct: string;
  none: string;
}

const plural = (count: number, one: string, many: string) => (count === 1 ? one : many);

export const cdcWords: Dictionary<CdcWords> = {
  fr: {
    title: 'Déclaration à la Caisse des Dépôts',
    lead: (declared, awarded) =>
      awarded === 0
        ? 'Aucun parchemin n’est délivré\u00a0: il n’y a encore personne à déclarer.'
        : `${declared} ${declared > 1 ? 'titulaires reçus' : 'titulaire reçu'} par la Caisse, sur ${awarded}.`,
    law: 'Le certificateur déclare ses titulaires pour leur passeport de compétences (C.\u00a0trav., art.\u00a0L6113-8).',
    noSender:
      'Les identifiants du certificateur manquent\u00a0: ils figurent en tête de chaque fichier.',
    toSender: 'Inscrire les identifiants',
    before: (date) => `À transmettre avant le ${date}, trois mois après la délivrance.`,
    make: 'Préparer le fichier',
    makeTitle: 'Préparer le fichier de ces titulaires\u202f?',
    makeLead: (holders) =>
      `${holders} ${plural(holders, 'titulaire y est déclaré', 'titulaires y sont déclarés')}, tels que le tableau les montre. Ils ne le seront pas deux fois.`,
    makeConfirm: 'Préparer',
    made: (holders) =>
      `Le fichier est prêt\u00a0: ${holders} ${plural(holders, 'titulaire', 'titulaires')}. Téléchargez-le, puis déposez-le dans l’espace des certificateurs.`,
    nothingNew: 'Rien de nouveau n’est à déclarer\u00a0: le dernier fichier reste le bon.',
    again: 'Renvoyer tel quel',
    againTitle: (name) => `Renvoyer ${name} sans rien corriger\u202f?`,
    againLead:
      'À faire quand l’identité est exacte et que le refus venait d’ailleurs, du contrat par exemple.',
    portal: 'Fait sur le portail',
    portalTitle: {
      'to-amend': (name) => `La déclaration de ${name} est rectifiée sur le portail\u202f?`,
      'to-cancel': (name) => `La déclaration de ${name} est annulée sur le portail\u202f?`
    },
    portalLead: {
      'to-amend':
        'Le format du fichier ne permet pas de changer ce que la Caisse a reçu. Rectifiez-le dans l’espace des certificateurs, puis notez-le ici.',
      'to-cancel':
        'Le format du fichier ne permet pas de retirer ce que la Caisse a reçu. Demandez l’annulation dans l’espace des certificateurs, puis notez-la ici.'
    },
    portalConfirm: 'C’est fait',
    portalDone: 'C’est noté.',
    files: 'Fichiers et accusés',
    noFile: 'Aucun fichier n’a encore été préparé.',
    fileOf: (date) => `Fichier du ${date}`,
    holders: (count) => `${count} ${plural(count, 'titulaire', 'titulaires')}`,
    answered: (accepted, refused) =>
      `${accepted} ${plural(accepted, 'reçu', 'reçus')}, ${refused} ${plural(refused, 'refusé', 'refusés')}`,
    unanswered: 'accusé attendu',
    download: 'Télécharger',
    receipt: 'Accusé de traitement',
    receiptHint:
      'Le fichier XML que l’espace des certificateurs propose quelques jours après le dépôt.',
    readReceipt: 'Lire l’accusé',
    wasRead: (accepted, refused) =>
      `Accusé lu\u00a0: ${accepted} ${plural(accepted, 'titulaire reçu', 'titulaires reçus')}, ${refused} ${plural(refused, 'refusé', 'refusés')}.`,
    wasReadBefore: 'Cet accusé avait déjà été lu\u00a0: rien n’a changé.',
    noReceipt: 'Choisissez l’accusé de traitement, au format XML.',
    list: 'Candidats',
    candidate: 'Candidat',
    identity: 'Tel qu’il est déclaré',
    born: (date, place, code, female) => `${female ? 'Née' : 'Né'} le ${date}, ${place} (${code})`,
    standing: 'État',
    todo: 'À faire',
    standings: {
      none: 'Non certifié',
      incomplete: 'À compléter',
      'to-declare': 'À déclarer',
      awaiting: 'Accusé attendu',
      accepted: 'Reçu',
      refused: 'Refusé',
      'to-correct': 'À renvoyer, corrigé',
      'to-amend': 'À rectifier',
      'to-cancel': 'À annuler',
      cancelled: 'Annulé'
    },
    steps: {
      'to-declare': 'Préparer le fichier.',
      'to-correct': 'Préparer le fichier.',
      awaiting: 'Déposer le fichier, puis lire l’accusé.',
      'to-amend': 'L’identité a changé depuis que la Caisse l’a reçue.',
      'to-cancel': 'Le parchemin a été révoqué depuis la déclaration.'
    },
    said: 'La Caisse dit',
    correct: 'Corriger l’identité',
    none: '–'
  },
  en: {
    title: 'Declaration to the Caisse des Dépôts',
    lead: (declared, awarded) =>
      awarded === 0
        ? 'No certificate has been issued: there is nobody to declare yet.'
        : `${declared} of ${awarded} ${plural(awarded, 'holder', 'holders')} received by the Caisse.`,
    law: 'The certifying body declares its holders for their skills passport (French Labour Code, art. L6113-8).',
    noSender: 'The certifying body’s identifiers are missing: they stand at the head of each file.',
    toSender: 'Enter the identifiers',
    before: (date) => `To be sent before ${date}, three months after the award.`,
    make: 'Prepare the file',
    makeTitle: 'Prepare the file of these holders?',
    makeLead: (holders) =>
      `${holders} ${plural(holders, 'holder is declared', 'holders are declared')} in it, as the table shows. They will not be declared twice.`,
    makeConfirm: 'Prepare',
    made: (holders) =>
      `The file is ready: ${holders} ${plural(holders, 'holder', 'holders')}. Download it, then hand it over in the certifiers’ space.`,
    nothingNew: 'There is nothing new to declare: the last file is still the right one.',
    again: 'Send again as is',
    againTitle: (name) => `Send ${name} again with nothing corrected?`,
    againLead:
      'When the identity is right and the refusal came from elsewhere, from the contract for instance.',
    portal: 'Done on the portal',
    portalTitle: {
      'to-amend': (name) => `Has the declaration of ${name} been amended on the portal?`,
      'to-cancel': (name) => `Has the declaration of ${name} been cancelled on the portal?`
    },
    portalLead: {
      'to-amend':
        'The file format cannot change what the Caisse has received. Amend it in the certifiers’ space, then note it here.',
      'to-cancel':
        'The file format cannot withdraw what the Caisse has received. Ask for the cancellation in the certifiers’ space, then note it here.'
    },
    portalConfirm: 'It is done',
    portalDone: 'Noted.',
    files: 'Files and receipts',
    noFile: 'No file has been prepared yet.',
    fileOf: (date) => `File of ${date}`,
    holders: (count) => `${count} ${plural(count, 'holder', 'holders')}`,
    answered: (accepted, refused) => `${accepted} received, ${refused} refused`,
    unanswered: 'receipt awaited',
    download: 'Download',
    receipt: 'Processing receipt',
    receiptHint: 'The XML file that the certifiers’ space offers a few days after the handover.',
    readReceipt: 'Read the receipt',
    wasRead: (accepted, refused) =>
      `Receipt read: ${accepted} ${plural(accepted, 'holder', 'holders')} received, ${refused} refused.`,
    wasReadBefore: 'This receipt had been read before: nothing has changed.',
    noReceipt: 'Choose the processing receipt, as XML.',
    list: 'Candidates',
    candidate: 'Candidate',
    identity: 'As declared',
    born: (date, place, code) => `Born ${date}, ${place} (${code})`,
    standing: 'Standing',
    todo: 'To do',
    standings: {
      none: 'Not certified',
      incomplete: 'To complete',
      'to-declare': 'To declare',
      awaiting: 'Receipt awaited',
      accepted: 'Received',
      refused: 'Refused',
      'to-correct': 'To send again, corrected',
      'to-amend': 'To amend',
      'to-cancel': 'To cancel',
      cancelled: 'Cancelled'
    },
    steps: {
      'to-declare': 'Prepare the file.',
      'to-correct': 'Prepare the file.',
      awaiting: 'Hand the file over, then read the receipt.',
      'to-amend': 'The identity has changed since the Caisse received it.',
      'to-cancel': 'The certificate was revoked after the declaration.'
    },
    said: 'The Caisse says',
    correct: 'Correct the identity',
    none: '–'
  }
};
