import type { Dictionary } from '#platform/language.ts';
import type { LedgerAct } from '#platform/ledger-acts.ts';

/** What each act of the ledger is called. */
const acts: Dictionary<Record<LedgerAct, string>> = {
  fr: {
    'accessibility.ask': 'Demande d’aménagement',
    'accessibility.decide': 'Aménagement décidé',
    'candidate.correct': 'Identité corrigée',
    'centre.change': 'Centre modifié',
    'centre.create': 'Centre créé',
    'centre.lift': 'Suspension levée',
    'centre.suspend': 'Habilitation suspendue',
    'centre.visit': 'Visite de contrôle inscrite',
    'convocation.send': 'Convocation envoyée',
    'enrolment.enrol': 'Candidat inscrit',
    'enrolment.import': 'Liste importée',
    'enrolment.return': 'Candidat réinscrit',
    'enrolment.withdraw': 'Inscription annulée',
    'exam.admitted': 'Identité vérifiée',
    'exam.answer-by-assistant': 'Réponse de l’assistant',
    'exam.arrived': 'Candidat entré',
    'exam.ask-assistant': 'Question à l’assistant',
    'exam.break-began': 'Pause commencée',
    'exam.break-ended': 'Pause finie',
    'exam.close-code': 'Porte de la salle fermée',
    'exam.closed': 'Copie close, empreinte notée',
    'exam.ended': 'Épreuve close par le surveillant',
    'exam.given-back': 'Minutes rendues',
    'exam.handed-in': 'Copie remise',
    'exam.late-counted': 'Retard compté',
    'exam.open': 'Sujets tirés',
    'exam.paused': 'Épreuve suspendue',
    'exam.pen': 'Plume prise',
    'exam.renew-code': 'Code de la salle changé',
    'exam.resumed': 'Épreuve reprise',
    'exam.started': 'Épreuve commencée',
    'exam.turned-away': 'Entrée refusée',
    'jury.hand-in': 'Grille remise',
    'jury.observe': 'Critère noté',
    'parchment.erase': 'Nom d’un titulaire effacé',
    'parchment.issue': 'Certificat délivré',
    'parchment.lift': 'Suspension levée',
    'parchment.revoke': 'Certificat révoqué',
    'parchment.rotate-keys': 'Clé de signature changée',
    'parchment.send-result': 'Résultat envoyé',
    'parchment.share': 'Partage choisi par le titulaire',
    'parchment.suspend': 'Certificat suspendu',
    'people.backup-codes-renew': 'Codes de secours refaits',
    'people.change-contact': 'Contact des recours changé',
    'people.create': 'Personne créée',
    'people.grant': 'Rôle donné',
    'people.link': 'Lien de connexion fait sur la machine',
    'people.rename': 'Nom changé',
    'people.revoke': 'Rôle retiré',
    'people.second-factor-remove': 'Second facteur retiré',
    'people.second-factor-reset': 'Second facteur réinitialisé',
    'people.second-factor-set-up': 'Second facteur associé',
    'registry.amend': 'Déclaration rectifiée sur le portail',
    'registry.ask-holder': 'Enquête envoyée au titulaire',
    'registry.cancel': 'Déclaration annulée sur le portail',
    'registry.change-sender': 'Identifiants du certificateur changés',
    'registry.correct': 'Titulaire redéclaré',
    'registry.declare': 'Titulaire déclaré',
    'registry.erase': 'Données d’une personne effacées',
    'registry.make-file': 'Fichier de déclaration préparé',
    'registry.read-receipt': 'Accusé de traitement lu',
    'registry.retention': 'Données arrivées à leur terme effacées',
    'registry.write-renewal': 'Dossier de renouvellement établi',
    'session.add-panel': 'Jury ajouté',
    'session.attendance': 'Présence notée',
    'session.change-panel': 'Jury modifié',
    'session.create': 'Session créée',
    'session.declare-conflict': 'Lien déclaré',
    'session.delay': 'Journée décalée',
    'session.incident': 'Incident signalé',
    'session.juror-availability': 'Heures d’un juré notées',
    'session.move-sitting': 'Passage déplacé',
    'session.name-president': 'Président nommé',
    'session.open-marking': 'Notation ouverte',
    'session.plan': 'Journée établie',
    'session.remove-juror': 'Juré retiré',
    'session.remove-panel': 'Jury supprimé',
    'session.seat-juror': 'Juré installé',
    'session.update': 'Session modifiée',
    'subject.add': 'Sujet ajouté',
    'subject.retire': 'Sujet retiré',
    'subject.return': 'Sujet rendu à son auteur',
    'subject.review': 'Sujet relu',
    'verdict.close': 'Session close',
    'verdict.decide': 'Décision du jury',
    'verdict.draw-up-minutes': 'Procès-verbal établi',
    'verdict.excuse': 'Évaluations déjà validées',
    'verdict.open-deliberation': 'Délibération ouverte',
    'verdict.sign-minutes': 'Procès-verbal signé'
  },
  en: {
    'accessibility.ask': 'Adaptation requested',
    'accessibility.decide': 'Adaptation decided',
    'candidate.correct': 'Identity corrected',
    'centre.change': 'Centre changed',
    'centre.create': 'Centre created',
    'centre.lift': 'Suspension lifted',
    'centre.suspend': 'Habilitation suspended',
    'centre.visit': 'Control visit recorded',
    'convocation.send': 'Convocation sent',
    'enrolment.enrol': 'Candidate enrolled',
    'enrolment.import': 'List imported',
    'enrolment.return': 'Candidate enrolled again',
    'enrolment.withdraw': 'Enrolment withdrawn',
    'exam.admitted': 'Identity checked',
    'exam.answer-by-assistant': 'Answer of the assistant',
    'exam.arrived': 'Candidate came in',
    'exam.ask-assistant': 'Question to the assistant',
    'exam.break-began': 'Break begun',
    'exam.break-ended': 'Break ended',
    'exam.close-code': 'Door of the room closed',
    'exam.closed': 'Paper closed, hash noted',
    'exam.ended': 'Assessment ended by the invigilator',
    'exam.given-back': 'Minutes given back',
    'exam.handed-in': 'Paper handed in',
    'exam.late-counted': 'Late words counted',
    'exam.open': 'Subjects drawn',
    'exam.paused': 'Assessment suspended',
    'exam.pen': 'Pen taken',
    'exam.renew-code': 'Code of the room changed',
    'exam.resumed': 'Assessment resumed',
    'exam.started': 'Assessment started',
    'exam.turned-away': 'Candidate turned away',
    'jury.hand-in': 'Sheet handed in',
    'jury.observe': 'Criterion marked',
    'parchment.erase': 'Name of a holder erased',
    'parchment.issue': 'Certificate issued',
    'parchment.lift': 'Suspension lifted',
    'parchment.revoke': 'Certificate revoked',
    'parchment.rotate-keys': 'Signing key changed',
    'parchment.send-result': 'Result sent',
    'parchment.share': 'Sharing chosen by the holder',
    'parchment.suspend': 'Certificate suspended',
    'people.backup-codes-renew': 'Backup codes renewed',
    'people.change-contact': 'Contact for appeals changed',
    'people.create': 'Person created',
    'people.grant': 'Role given',
    'people.link': 'Sign-in link made on the machine',
    'people.rename': 'Name changed',
    'people.revoke': 'Role taken back',
    'people.second-factor-remove': 'Second factor removed',
    'people.second-factor-reset': 'Second factor reset',
    'people.second-factor-set-up': 'Second factor set up',
    'registry.amend': 'Declaration amended on the portal',
    'registry.ask-holder': 'Survey sent to the holder',
    'registry.cancel': 'Declaration cancelled on the portal',
    'registry.change-sender': 'Certifying body’s identifiers changed',
    'registry.correct': 'Holder declared again',
    'registry.declare': 'Holder declared',
    'registry.erase': 'Data of a person erased',
    'registry.make-file': 'Declaration file prepared',
    'registry.read-receipt': 'Processing receipt read',
    'registry.retention': 'Data past their time erased',
    'registry.write-renewal': 'Renewal file written',
    'session.add-panel': 'Panel added',
    'session.attendance': 'Attendance noted',
    'session.change-panel': 'Panel changed',
    'session.create': 'Session created',
    'session.declare-conflict': 'Tie declared',
    'session.delay': 'Day shifted',
    'session.incident': 'Incident reported',
    'session.juror-availability': 'Hours of a juror noted',
    'session.move-sitting': 'Sitting moved',
    'session.name-president': 'President named',
    'session.open-marking': 'Marking opened',
    'session.plan': 'Day planned',
    'session.remove-juror': 'Juror taken off',
    'session.remove-panel': 'Panel removed',
    'session.seat-juror': 'Juror seated',
    'session.update': 'Session changed',
    'subject.add': 'Subject added',
    'subject.retire': 'Subject retired',
    'subject.return': 'Subject sent back',
    'subject.review': 'Subject reviewed',
    'verdict.close': 'Session closed',
    'verdict.decide': 'Decision of the panel',
    'verdict.draw-up-minutes': 'Minutes drawn up',
    'verdict.excuse': 'Assessments validated before',
    'verdict.open-deliberation': 'Deliberation opened',
    'verdict.sign-minutes': 'Minutes signed'
  }
};

interface LedgerWords {
  acts: Record<string, string>;
  title: string;
  lead: string;
  verify: string;
  verifyLead: string;
  intact: (entries: number) => string;
  head: string;
  broken: string;
  parts: {
    ledger: (place: number) => string;
    observations: (id: string) => string;
    minutes: (id: string) => string;
    certificates: (number: string) => string;
  };
  tell: string;
  filters: string;
  act: string;
  everyAct: string;
  about: string;
  onlyAbout: (name: string) => string;
  everything: string;
  filter: string;
  list: string;
  place: string;
  when: string;
  who: string;
  system: string;
  gone: string;
  sealed: string;
  older: string;
  newest: string;
  none: string;
}

export const ledgerWords: Dictionary<LedgerWords> = {
  fr: {
    acts: acts.fr,
    title: 'Le journal',
    lead: 'Chaque acte, dans l’ordre où il a eu lieu. Chaque ligne scelle celle qui la précède\u00a0: rien ne s’y change sans se voir.',
    verify: 'Vérifier le journal',
    verifyLead:
      'Toute la chaîne est recalculée, puis les notes, les procès-verbaux et les certificats lui sont comparés.',
    intact: (entries) =>
      `Le journal est intact\u00a0: ${entries} écritures. Les notes, les procès-verbaux et les certificats lui sont conformes.`,
    head: 'Dernière empreinte',
    broken: 'Le journal, ou ce qu’il garantit, a été altéré.',
    parts: {
      ledger: (place) => `La chaîne se rompt à l’écriture ${place}.`,
      observations: (id) => `Une note ne correspond plus au journal\u00a0: ${id}.`,
      minutes: (id) => `Une délibération ne correspond plus au journal\u00a0: ${id}.`,
      certificates: (number) => `Un certificat ne correspond plus au journal\u00a0: ${number}.`
    },
    tell: 'Prévenez l’exploitant, et conservez la dernière sauvegarde.',
    filters: 'Filtrer le journal',
    act: 'Acte',
    everyAct: 'Tous les actes',
    about: 'Sur',
    onlyAbout: (name) => `Seulement ce qui touche ${name}.`,
    everything: 'Tout le journal',
    filter: 'Filtrer',
    list: 'Écritures, de la plus récente à la plus ancienne',
    place: 'Nº',
    when: 'Quand',
    who: 'Par',
    system: 'Parchemin',
    gone: 'effacé',
    sealed: 'Empreinte',
    older: 'Écritures plus anciennes',
    newest: 'Revenir aux plus récentes',
    none: 'Aucune écriture ne correspond.'
  },
  en: {
    acts: acts.en,
    title: 'The ledger',
    lead: 'Every act, in the order it happened. Each line seals the one before: nothing in it changes unseen.',
    verify: 'Verify the ledger',
    verifyLead:
      'The whole chain is computed again, then marks, minutes and certificates are held against it.',
    intact: (entries) =>
      `The ledger is intact: ${entries} entries. Marks, minutes and certificates agree with it.`,
    head: 'Last hash',
    broken: 'The ledger, or what it vouches for, has been altered.',
    parts: {
      ledger: (place) => `The chain breaks at entry ${place}.`,
      observations: (id) => `A mark no longer agrees with the ledger: ${id}.`,
      minutes: (id) => `A deliberation no longer agrees with the ledger: ${id}.`,
      certificates: (number) => `A certificate no longer agrees with the ledger: ${number}.`
    },
    tell: 'Tell the operator, and keep the last backup.',
    filters: 'Filter the ledger',
    act: 'Act',
    everyAct: 'Every act',
    about: 'About',
    onlyAbout: (name) => `Only what touches ${name}.`,
    everything: 'The whole ledger',
    filter: 'Filter',
    list: 'Entries, newest first',
    place: 'No.',
    when: 'When',
    who: 'By',
    system: 'Parchemin',
    gone: 'erased',
    sealed: 'Hash',
    older: 'Older entries',
    newest: 'Back to the newest',
    none: 'No entry matches.'
  }
};
