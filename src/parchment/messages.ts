import type { Dictionary } from '#platform/language.ts';
import { frenchSpaces } from '#platform/typography.ts';

/** The letter that carries a result: it does not tell it, for a mailbox is read by others too. */
export const resultMail = {
  subject: (session: string) => frenchSpaces(`Vos résultats : ${session}`),
  text: (name: string, url: string, sender: string) =>
    frenchSpaces(
      [
        `Bonjour ${name},`,
        'Le jury a délibéré. Votre lettre de résultat est jointe, compétence par compétence.',
        `Vous la retrouverez dans votre dossier : ${url}`,
        sender
      ].join('\n\n')
    )
};

interface CertificateWords {
  title: string;
  lead: (awarded: number) => string;
  unsigned: (version: number) => string;
  toMinutes: string;
  noMinutes: string;
  issue: string;
  issueTitle: string;
  issueLead: (missing: number, takenBack: number) => string;
  issueConfirm: string;
  issued: (issued: number, revoked: number) => string;
  nothing: string;
  list: string;
  candidate: string;
  outcome: string;
  outcomes: Record<'awarded' | 'refused' | 'absent', string>;
  certificate: string;
  certificateOf: (name: string, number: string) => string;
  letterOf: (name: string) => string;
  toIssue: string;
  revoked: string;
  none: string;
  letter: string;
  letterSent: string;
  notSent: string;
  read: string;
  send: string;
  sendTitle: string;
  sendLead: string;
  sendConfirm: string;
  sendAgain: string;
  sent: (sent: number, already: number) => string;
  failed: (names: string) => string;
  revoke: string;
  revokeTitle: (name: string) => string;
  revokeLead: string;
  revokeReason: string;
  revokeReasonHint: string;
  revokeConfirm: string;
  revokedDone: string;
  suspend: string;
  suspendTitle: (name: string) => string;
  suspendLead: string;
  suspended: string;
  suspendedDone: string;
  lift: string;
  liftTitle: (name: string) => string;
  liftLead: string;
  liftedDone: string;
  files: string;
  filesOf: (number: string) => string;
}

export const certificateWords: Dictionary<CertificateWords> = {
  fr: {
    title: 'Parchemins',
    lead: (awarded) =>
      awarded === 0
        ? 'Le jury n’a délivré aucune certification.'
        : awarded === 1
          ? 'Le jury a délivré une certification.'
          : `Le jury a délivré ${awarded} certifications.`,
    unsigned: (version) =>
      version === 1
        ? 'Le procès-verbal attend des signatures\u00a0: les parchemins suivront quand tous les jurés l’auront signé.'
        : `La version ${version} du procès-verbal attend des signatures\u00a0: les parchemins suivront quand tous les jurés l’auront signée.`,
    toMinutes: 'Lire le procès-verbal',
    noMinutes: 'Les parchemins se délivrent une fois le procès-verbal signé par tous les jurés.',
    issue: 'Délivrer les parchemins',
    issueTitle: 'Délivrer\u202f?',
    issueLead: (missing, takenBack) =>
      [
        missing === 1
          ? 'Un parchemin sera numéroté et scellé.'
          : missing > 1
            ? `${missing} parchemins seront numérotés et scellés.`
            : '',
        takenBack === 1
          ? 'Un certificat sera révoqué\u00a0: la correction du procès-verbal l’a retiré.'
          : takenBack > 1
            ? `${takenBack} certificats seront révoqués\u00a0: la correction du procès-verbal les a retirés.`
            : ''
      ]
        .filter(Boolean)
        .join(' '),
    issueConfirm: 'Délivrer',
    issued: (issued, revoked) =>
      [
        issued === 1
          ? 'Un parchemin est délivré.'
          : issued > 1
            ? `${issued} parchemins sont délivrés.`
            : '',
        revoked === 1
          ? 'Un certificat est révoqué.'
          : revoked > 1
            ? `${revoked} certificats sont révoqués.`
            : '',
        issued + revoked === 0 ? 'Tout était déjà délivré.' : ''
      ]
        .filter(Boolean)
        .join(' '),
    nothing: 'Tout est délivré.',
    list: 'Certificats et lettres de résultat',
    candidate: 'Candidat',
    outcome: 'Certification',
    outcomes: { awarded: 'Délivrée', refused: 'Non délivrée', absent: 'Absent' },
    certificate: 'Parchemin',
    certificateOf: (name, number) => `Parchemin de ${name}, numéro ${number}`,
    letterOf: (name) => `Lire la lettre de ${name}`,
    toIssue: 'à délivrer',
    revoked: 'révoqué',
    none: 'aucun',
    letter: 'Lettre de résultat',
    letterSent: 'envoyée le',
    notSent: 'non envoyée',
    read: 'Lire la lettre',
    send: 'Envoyer les résultats',
    sendTitle: 'Envoyer les résultats\u202f?',
    sendLead:
      'Chaque candidat reçoit sa lettre, et son parchemin s’il est certifié. Ceux qui l’ont déjà reçue ne la reçoivent pas deux fois.',
    sendConfirm: 'Envoyer',
    sendAgain: 'Envoyer de nouveau',
    sent: (sent, already) =>
      (sent === 0
        ? 'Aucune lettre à envoyer'
        : sent === 1
          ? 'Une lettre est partie'
          : `${sent} lettres sont parties`) +
      (already === 0
        ? '.'
        : already === 1
          ? '\u202f; un candidat avait déjà reçu la sienne.'
          : `\u202f; ${already} candidats avaient déjà reçu la leur.`),
    failed: (names) =>
      `Lettres restées en attente\u00a0: ${names}. Réessayez dans quelques minutes.`,
    revoke: 'Révoquer',
    revokeTitle: (name) => `Révoquer le certificat de ${name}\u202f?`,
    revokeLead:
      'La page publique dira qu’il n’est plus valable. Un certificat révoqué ne redevient pas valable.',
    revokeReason: 'Motif',
    revokeReasonHint: 'Il reste dans la maison et n’est pas publié.',
    revokeConfirm: 'Révoquer',
    revokedDone: 'Le certificat est révoqué.',
    suspend: 'Suspendre',
    suspendTitle: (name) => `Suspendre le certificat de ${name}\u202f?`,
    suspendLead: 'La page publique dira qu’il est suspendu, jusqu’à ce que vous le rétablissiez.',
    suspended: 'suspendu',
    suspendedDone: 'Le certificat est suspendu.',
    lift: 'Rétablir',
    liftTitle: (name) => `Rétablir le certificat de ${name}\u202f?`,
    liftLead: 'Il sera de nouveau en vigueur, aussitôt.',
    liftedDone: 'Le certificat est de nouveau en vigueur.',
    files: 'Attestation',
    filesOf: (number) => `Attestation signée du certificat ${number}`
  },
  en: {
    title: 'Certificates',
    lead: (awarded) =>
      awarded === 0
        ? 'The panel awarded no certification.'
        : awarded === 1
          ? 'The panel awarded one certification.'
          : `The panel awarded ${awarded} certifications.`,
    unsigned: (version) =>
      `${version === 1 ? 'The minutes await' : `Version ${version} of the minutes awaits`} signatures: certificates follow once every juror has signed.`,
    toMinutes: 'Read the minutes',
    noMinutes: 'Certificates are issued once every juror has signed the minutes.',
    issue: 'Issue the certificates',
    issueTitle: 'Issue?',
    issueLead: (missing, takenBack) =>
      [
        missing === 1
          ? 'One certificate will be numbered and sealed.'
          : missing > 1
            ? `${missing} certificates will be numbered and sealed.`
            : '',
        takenBack === 1
          ? 'One certificate will be revoked: the corrected minutes took it back.'
          : takenBack > 1
            ? `${takenBack} certificates will be revoked: the corrected minutes took them back.`
            : ''
      ]
        .filter(Boolean)
        .join(' '),
    issueConfirm: 'Issue',
    issued: (issued, revoked) =>
      [
        issued === 1
          ? 'One certificate is issued.'
          : issued > 1
            ? `${issued} certificates are issued.`
            : '',
        revoked === 1
          ? 'One certificate is revoked.'
          : revoked > 1
            ? `${revoked} certificates are revoked.`
            : '',
        issued + revoked === 0 ? 'Everything had been issued already.' : ''
      ]
        .filter(Boolean)
        .join(' '),
    nothing: 'Everything is issued.',
    list: 'Certificates and result letters',
    candidate: 'Candidate',
    outcome: 'Certification',
    outcomes: { awarded: 'Awarded', refused: 'Not awarded', absent: 'Absent' },
    certificate: 'Certificate',
    certificateOf: (name, number) => `Certificate of ${name}, number ${number}`,
    letterOf: (name) => `Read the letter of ${name}`,
    toIssue: 'to be issued',
    revoked: 'revoked',
    none: 'none',
    letter: 'Result letter',
    letterSent: 'sent on',
    notSent: 'not sent',
    read: 'Read the letter',
    send: 'Send the results',
    sendTitle: 'Send the results?',
    sendLead:
      'Each candidate receives their letter, and their certificate if they have one. Those who have received it do not receive it twice.',
    sendConfirm: 'Send',
    sendAgain: 'Send again',
    sent: (sent, already) =>
      (sent === 0 ? 'No letter to send' : sent === 1 ? 'One letter left' : `${sent} letters left`) +
      (already === 0 ? '.' : `; ${already} had received theirs already.`),
    failed: (names) => `Letters that could not leave: ${names}. Try again in a few minutes.`,
    revoke: 'Revoke',
    revokeTitle: (name) => `Revoke the certificate of ${name}?`,
    revokeLead:
      'The public page will say that it is no longer valid. A revoked certificate never becomes valid again.',
    revokeReason: 'Reason',
    revokeReasonHint: 'It stays in the house and is not published.',
    revokeConfirm: 'Revoke',
    revokedDone: 'The certificate is revoked.',
    suspend: 'Suspend',
    suspendTitle: (name) => `Suspend the certificate of ${name}?`,
    suspendLead: 'The public page will say that it is suspended, until you lift the suspension.',
    suspended: 'suspended',
    suspendedDone: 'The certificate is suspended.',
    lift: 'Lift the suspension',
    liftTitle: (name) => `Lift the suspension of the certificate of ${name}?`,
    liftLead: 'It will be in force again, at once.',
    liftedDone: 'The certificate is in force again.',
    files: 'Credential',
    filesOf: (number) => `Signed credential of certificate ${number}`
  }
};
