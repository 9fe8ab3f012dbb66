import type { Dictionary } from '#platform/language.ts';

/** The words of the screen where minutes are drawn up, read and signed. */
interface MinutesScreenWords {
  title: string;
  pdf: string;
  pending: string;
  pendingLead: string;
  toDeliberation: string;
  ready: string;
  readyLead: string;
  draw: string;
  drawn: (version: number) => string;
  managerDraws: string;
  replaced: (version: number) => string;
  readLatest: string;
  changed: string;
  changedLead: string;
  reopened: string;
  reason: string;
  reasonHint: string;
  correct: (version: number) => string;
  correctLater: string;
  signatures: string;
  progress: (signed: number, all: number) => string;
  awaited: string;
  sign: string;
  signLead: (name: string) => string;
  name: string;
  hash: string;
  signAction: string;
  signedDone: string;
  allSigned: string;
  youSigned: string;
  versions: string;
  version: (number: number) => string;
}

export const minutesScreenWords: Dictionary<MinutesScreenWords> = {
  fr: {
    title: 'Procès-verbal',
    pdf: 'Le procès-verbal (PDF)',
    pending: 'Des résultats restent à arrêter.',
    pendingLead: 'Le procès-verbal s’établit quand le jury s’est prononcé sur chaque candidat.',
    toDeliberation: 'Revenir à la délibération',
    ready: 'Tous les résultats sont arrêtés.',
    readyLead:
      'Le procès-verbal fige le jury, les présences, les résultats, les décisions et leurs motifs. Chaque juré le relit et le signe ici.',
    draw: 'Établir le procès-verbal',
    drawn: (version) =>
      version === 1
        ? 'Le procès-verbal est établi\u00a0: les jurés peuvent le signer.'
        : `La version ${version} est établie\u00a0: tous les jurés doivent la signer.`,
    managerDraws: 'Le responsable de la certification établit le procès-verbal.',
    replaced: (version) => `La version ${version} a été remplacée.`,
    readLatest: 'Lire la version en cours',
    changed: 'Les résultats ont changé depuis cette version.',
    changedLead:
      'Établissez une nouvelle version. Elle dira pourquoi elle remplace celle-ci, et tous les jurés la signeront.',
    reopened:
      'Une décision a rouvert la délibération\u00a0: achevez-la pour établir une nouvelle version.',
    reason: 'Motif de la nouvelle version',
    reasonHint: 'Il figurera au procès-verbal.',
    correct: (version) => `Établir la version ${version}`,
    correctLater:
      'Pour corriger\u00a0: le président du jury revoit la décision en délibération, puis le responsable établit une nouvelle version et dit pourquoi.',
    signatures: 'Signatures',
    progress: (signed, all) => `${signed} sur ${all}`,
    awaited: 'attendue',
    sign: 'Signer',
    signLead: (name) =>
      `Vous avez relu ce procès-verbal\u202f? Écrivez votre nom pour le signer\u00a0: ${name}.`,
    name: 'Votre nom',
    hash: 'Vous signez l’empreinte',
    signAction: 'Je signe',
    signedDone: 'Votre signature est enregistrée.',
    allSigned: 'Tous les jurés ont signé\u00a0: la session est close.',
    youSigned: 'Vous avez signé cette version.',
    versions: 'Versions',
    version: (number) => `Version ${number}`
  },
  en: {
    title: 'Minutes',
    pdf: 'The minutes (PDF)',
    pending: 'Some results are not settled.',
    pendingLead: 'Minutes are drawn up once the panel has a word on every candidate.',
    toDeliberation: 'Back to the deliberation',
    ready: 'Every result is settled.',
    readyLead:
      'The minutes fix the panel, the attendance, the results, the decisions and their reasons. Each juror reads and signs them here.',
    draw: 'Draw up the minutes',
    drawn: (version) =>
      version === 1
        ? 'The minutes are drawn up: jurors can sign them.'
        : `Version ${version} is drawn up: every juror must sign it.`,
    managerDraws: 'The certification manager draws up the minutes.',
    replaced: (version) => `Version ${version} has been replaced.`,
    readLatest: 'Read the current version',
    changed: 'The results have changed since this version.',
    changedLead:
      'Draw up a new version. It will say why it replaces this one, and every juror will sign it.',
    reopened: 'A decision has reopened the deliberation: finish it to draw up a new version.',
    reason: 'Reason for the new version',
    reasonHint: 'It will stand in the minutes.',
    correct: (version) => `Draw up version ${version}`,
    correctLater:
      'To correct: the president reviews the decision in deliberation, then the manager draws up a new version and says why.',
    signatures: 'Signatures',
    progress: (signed, all) => `${signed} of ${all}`,
    awaited: 'awaited',
    sign: 'Sign',
    signLead: (name) => `Have you read these minutes? Type your name to sign them: ${name}.`,
    name: 'Your name',
    hash: 'You sign the hash',
    signAction: 'I sign',
    signedDone: 'Your signature is recorded.',
    allSigned: 'Every juror has signed: the session is closed.',
    youSigned: 'You have signed this version.',
    versions: 'Versions',
    version: (number) => `Version ${number}`
  }
};
