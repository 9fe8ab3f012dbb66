import type { Dictionary, Phrase } from '#platform/language.ts';
import type { Check } from './credential/report.ts';
import type { CertificateState } from './model.ts';

/** The words of the public pages that confirm a certificate. */
interface VerifyWords {
  title: string;
  lead: string;
  field: string;
  hint: string;
  submit: string;
  another: string;
  valid: { title: string; lead: string };
  suspended: { title: string; lead: string };
  revoked: { title: string; lead: string };
  unknown: { title: string; lead: string };
  malformed: { title: string };
  busy: { title: string; lead: string };
  holder: string;
  certification: string;
  code: string;
  awardedOn: string;
  certifier: string;
  number: string;
  state: string;
  states: Record<CertificateState, string>;
  checkedOn: (moment: string) => string;
  specimen: string;
  nothingMore: string;
  dossier: string;
  notShared: string;
  results: string;
  byNumber: string;
  byNumberLead: string;
  byFile: string;
  byFileLead: string;
  file: string;
  fileHint: string;
  submitFile: string;
  checks: string;
  checked: Record<Check, string>;
  unchecked: string;
  fileValid: { title: string; lead: string };
  fileInvalid: { title: string; lead: string };
  publicPage: string;
}

export const verifyWords: Dictionary<VerifyWords> = {
  fr: {
    title: 'Vérifier un certificat',
    lead: 'Cette page confirme un certificat, ou le dément. Elle ne dit de son titulaire que ce qu’il partage.',
    field: 'Numéro du certificat',
    hint: 'Au bas du parchemin, par exemple LUX-2026-7K3M-9QXD.',
    submit: 'Vérifier',
    another: 'Vérifier un autre numéro',
    valid: {
      title: 'Ce certificat est authentique.',
      lead: 'Il a été délivré par le jury, et il est en vigueur.'
    },
    suspended: {
      title: 'Ce certificat est suspendu.',
      lead: 'Il a été délivré, puis suspendu par le certificateur. Il n’atteste rien pour le moment.'
    },
    revoked: {
      title: 'Ce certificat n’est plus valable.',
      lead: 'Il a été délivré, puis révoqué par le certificateur. Il n’atteste plus rien.'
    },
    unknown: {
      title: 'Ce numéro n’est celui d’aucun certificat.',
      lead: 'Comparez-le au parchemin, signe par signe. S’il est bien recopié, le document qui le porte n’a pas été délivré ici.'
    },
    malformed: { title: 'Ce numéro ne se lit pas.' },
    busy: {
      title: 'Un instant, s’il vous plaît.',
      lead: 'Beaucoup de vérifications viennent de votre connexion. Reprenez dans une minute\u00a0: cette page sera là.'
    },
    holder: 'Titulaire',
    certification: 'Certification',
    code: 'Répertoire',
    awardedOn: 'Délivré le',
    certifier: 'Certificateur',
    number: 'Numéro',
    state: 'État',
    states: { valid: 'En vigueur', suspended: 'Suspendu', revoked: 'Révoqué' },
    checkedOn: (moment) => `Vérifié le ${moment}.`,
    specimen: 'Spécimen de démonstration\u00a0: ce titulaire est fictif.',
    nothingMore: 'Son titulaire choisit ce que dit cette page\u00a0: rien de plus n’est public.',
    dossier: 'Ouvrir le parchemin',
    notShared: 'Son titulaire ne partage pas son nom.',
    results: 'Niveaux atteints',
    byNumber: 'Par son numéro',
    byNumberLead: 'Ou lisez le code QR du parchemin\u00a0: il mène à la même réponse.',
    byFile: 'Par son fichier',
    byFileLead:
      'Le fichier est lu, vérifié, puis oublié\u00a0: il n’est ni gardé, ni envoyé ailleurs.',
    file: 'Fichier reçu du titulaire',
    fileHint:
      'Le parchemin en PDF, l’image PNG ou SVG, ou l’attestation JSON ou JWT. 5 Mo au plus.',
    submitFile: 'Vérifier le fichier',
    checks: 'Ce qui a été vérifié',
    checked: {
      signature: 'Signé par le certificateur, et inchangé depuis.',
      status: 'En vigueur\u00a0: ni révoqué, ni suspendu.',
      schema: 'Attestation Open Badges 3.0 bien formée.',
      issuer: 'Émis par ce certificateur.'
    },
    unchecked: 'Sans objet tant que le reste ne tient pas.',
    fileValid: {
      title: 'Ce fichier est authentique.',
      lead: 'Il dit ce que le jury a délivré, et le certificat est en vigueur.'
    },
    fileInvalid: {
      title: 'Ce fichier ne vaut pas certificat.',
      lead: 'Ne vous y fiez pas tel quel\u00a0: voici ce qui ne va pas.'
    },
    publicPage: 'Ouvrir la page publique du certificat'
  },
  en: {
    title: 'Verify a certificate',
    lead: 'This page confirms a certificate, or denies it. Of its holder it says only what they share.',
    field: 'Certificate number',
    hint: 'At the foot of the parchment, for example LUX-2026-7K3M-9QXD.',
    submit: 'Verify',
    another: 'Verify another number',
    valid: {
      title: 'This certificate is genuine.',
      lead: 'It was awarded by the panel, and it is in force.'
    },
    suspended: {
      title: 'This certificate is suspended.',
      lead: 'It was awarded, then suspended by the certifying body. It attests nothing for now.'
    },
    revoked: {
      title: 'This certificate is no longer valid.',
      lead: 'It was awarded, then revoked by the certifying body. It attests nothing any more.'
    },
    unknown: {
      title: 'No certificate bears this number.',
      lead: 'Compare it with the parchment, sign by sign. If it is copied right, the document that bears it was not issued here.'
    },
    malformed: { title: 'This number cannot be read.' },
    busy: {
      title: 'One moment, please.',
      lead: 'Many verifications come from your connection. Try again in a minute: this page will be here.'
    },
    holder: 'Holder',
    certification: 'Certification',
    code: 'National register',
    awardedOn: 'Awarded on',
    certifier: 'Certifying body',
    number: 'Number',
    state: 'State',
    states: { valid: 'In force', suspended: 'Suspended', revoked: 'Revoked' },
    checkedOn: (moment) => `Verified on ${moment}.`,
    specimen: 'Demonstration specimen: this holder is fictitious.',
    nothingMore: 'Its holder chooses what this page says: nothing more is public.',
    dossier: 'Open the parchment',
    notShared: 'Its holder does not share their name.',
    results: 'Levels reached',
    byNumber: 'By its number',
    byNumberLead: 'Or scan the QR code of the parchment: it leads to the same answer.',
    byFile: 'By its file',
    byFileLead:
      'The file is read, verified, then forgotten: it is neither kept nor sent elsewhere.',
    file: 'File received from the holder',
    fileHint:
      'The parchment in PDF, the PNG or SVG picture, or the JSON or JWT credential. 5 MB at most.',
    submitFile: 'Verify the file',
    checks: 'What was verified',
    checked: {
      signature: 'Signed by the certifying body, and unchanged since.',
      status: 'In force: neither revoked nor suspended.',
      schema: 'A well-formed Open Badges 3.0 credential.',
      issuer: 'Issued by this certifying body.'
    },
    unchecked: 'Moot as long as the rest does not hold.',
    fileValid: {
      title: 'This file is genuine.',
      lead: 'It says what the panel awarded, and the certificate is in force.'
    },
    fileInvalid: {
      title: 'This file does not count as a certificate.',
      lead: 'Do not rely on it as it is: here is what is wrong.'
    },
    publicPage: 'Open the public page of the certificate'
  }
};

/** What is wrong with what the form sent, before any file is read. */
export const fileFaults = {
  tooLarge: {
    fr: 'Ce fichier est trop grand pour être un certificat\u00a0: cinq mégaoctets au plus.',
    en: 'This file is too large to be a certificate: five megabytes at most.'
  },
  none: {
    fr: 'Choisissez le fichier à vérifier.',
    en: 'Choose the file to verify.'
  }
} satisfies Record<string, Phrase>;
