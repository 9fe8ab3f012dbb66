import type { Dictionary } from '#platform/language.ts';
import type { Role } from './model.ts';

/** The words of the people and the centres that a manager looks after. */
interface PeopleWords {
  roles: Record<Role, string>;
  roleHints: Record<Role, string>;
  people: {
    title: string;
    lead: string;
    add: string;
    search: string;
    role: string;
    anyRole: string;
    find: string;
    caption: string;
    name: string;
    email: string;
    held: string;
    secondFactor: string;
    set: string;
    unset: string;
    none: string;
    noneFound: string;
  };
  newPerson: {
    title: string;
    lead: string;
    name: string;
    nameHint: string;
    email: string;
    emailHint: string;
    role: string;
    centre: string;
    centreHint: string;
    noCentre: string;
    create: string;
  };
  person: {
    held: string;
    none: string;
    give: string;
    giveLead: string;
    giveAction: string;
    take: string;
    takeAsk: (name: string, role: string) => string;
    link: string;
    linkLead: string;
    sendLink: string;
    linkSent: string;
    secondFactor: string;
    secondFactorSet: string;
    secondFactorUnset: string;
    reset: string;
    resetAsk: string;
    resetDone: string;
  };
  centres: {
    title: string;
    lead: string;
    add: string;
    caption: string;
    name: string;
    address: string;
    place: string;
    postalCode: string;
    city: string;
    habilitation: string;
    from: string;
    until: string;
    untilHint: string;
    noEnd: string;
    current: string;
    ended: string;
    toCome: string;
    newTitle: string;
    newLead: string;
    create: string;
    save: string;
    saved: string;
    none: string;
    noneLead: string;
  };
}

export const peopleWords: Dictionary<PeopleWords> = {
  fr: {
    roles: {
      manager: 'Responsable de la certification',
      'centre-manager': 'Responsable de centre',
      juror: 'Juré',
      'accessibility-officer': 'Référent handicap',
      candidate: 'Candidat',
      auditor: 'Auditeur'
    },
    roleHints: {
      manager: 'Ouvre les sessions, compose les jurys, établit les procès-verbaux.',
      'centre-manager': 'Inscrit les candidats de son centre et suit leurs résultats.',
      juror: 'Évalue, délibère et signe.',
      'accessibility-officer': 'Connaît seul les besoins d’aménagement.',
      candidate: 'Consulte son dossier, ses convocations et ses résultats.',
      auditor: 'Lit tout ce qui peut être contrôlé, n’écrit rien.'
    },
    people: {
      title: 'Personnes',
      lead: 'Qui peut entrer, et à quel titre.',
      add: 'Ajouter une personne',
      search: 'Nom ou adresse',
      role: 'Rôle',
      anyRole: 'Tous les rôles',
      find: 'Chercher',
      caption: 'Personnes qui peuvent entrer',
      name: 'Nom',
      email: 'Adresse électronique',
      held: 'Rôles',
      secondFactor: 'Second facteur',
      set: 'En place',
      unset: 'Absent',
      none: 'Aucun rôle',
      noneFound: 'Personne ne répond à cette recherche.'
    },
    newPerson: {
      title: 'Ajouter une personne',
      lead: 'Elle entrera par un lien envoyé à son adresse, sans mot de passe.',
      name: 'Nom',
      nameHint: 'Prénom et nom, tels qu’ils doivent figurer sur les documents.',
      email: 'Adresse électronique',
      emailHint: 'Une adresse personnelle ou professionnelle que nul autre ne lit.',
      role: 'Rôle',
      centre: 'Centre',
      centreHint: 'Pour un responsable de centre seulement.',
      noCentre: 'Aucun centre',
      create: 'Ajouter'
    },
    person: {
      held: 'Rôles tenus',
      none: 'Aucun rôle\u00a0: cette personne peut entrer mais ne voit que les pages publiques.',
      give: 'Donner un rôle',
      giveLead: 'Il prend effet à la prochaine page que la personne ouvre.',
      giveAction: 'Donner ce rôle',
      take: 'Retirer',
      takeAsk: (name, role) =>
        `${name} perdra le rôle «\u00a0${role}\u00a0» à la prochaine page ouverte. Ce qui a été fait à ce titre reste.`,
      link: 'Lien de connexion',
      linkLead: 'Un lien à usage unique, valable quinze minutes, envoyé à son adresse.',
      sendLink: 'Envoyer un lien',
      linkSent: 'Le lien vient de partir.',
      secondFactor: 'Second facteur',
      secondFactorSet: 'Un appareil est associé.',
      secondFactorUnset: 'Aucun appareil n’est associé.',
      reset: 'Remettre à zéro',
      resetAsk:
        'À faire quand la personne a perdu son appareil et ses codes, après avoir vérifié que c’est bien elle. Elle sera déconnectée partout.',
      resetDone: 'Le second facteur est remis à zéro.'
    },
    centres: {
      title: 'Centres',
      lead: 'Les centres partenaires et la durée de leur habilitation.',
      add: 'Ajouter un centre',
      caption: 'Centres partenaires',
      name: 'Nom',
      address: 'Adresse',
      place: 'Lieu',
      postalCode: 'Code postal',
      city: 'Ville',
      habilitation: 'Habilitation',
      from: 'Habilité à partir du',
      until: 'Jusqu’au',
      untilHint: 'Dernier jour compris. Laissez vide si aucune fin n’est fixée.',
      noEnd: 'sans fin fixée',
      current: 'En cours',
      ended: 'Terminée',
      toCome: 'À venir',
      newTitle: 'Ajouter un centre',
      newLead: 'Ses responsables pourront ensuite y inscrire des candidats.',
      create: 'Ajouter',
      save: 'Enregistrer',
      saved: 'Le centre est enregistré.',
      none: 'Aucun centre pour le moment',
      noneLead: 'Une session se tient dans un centre\u00a0: commencez par en ajouter un.'
    }
  },
  en: {
    roles: {
      manager: 'Certification manager',
      'centre-manager': 'Centre manager',
      juror: 'Juror',
      'accessibility-officer': 'Accessibility officer',
      candidate: 'Candidate',
      auditor: 'Auditor'
    },
    roleHints: {
      manager: 'Opens sessions, composes panels, draws up minutes.',
      'centre-manager': 'Enrols the candidates of their centre and follows their results.',
      juror: 'Assesses, deliberates and signs.',
      'accessibility-officer': 'Alone knows the adaptations that are needed.',
      candidate: 'Reads their dossier, convocations and results.',
      auditor: 'Reads all that can be checked, writes nothing.'
    },
    people: {
      title: 'People',
      lead: 'Who may enter, and in what capacity.',
      add: 'Add a person',
      search: 'Name or address',
      role: 'Role',
      anyRole: 'All roles',
      find: 'Search',
      caption: 'People who may enter',
      name: 'Name',
      email: 'E-mail address',
      held: 'Roles',
      secondFactor: 'Second factor',
      set: 'In place',
      unset: 'Absent',
      none: 'No role',
      noneFound: 'Nobody matches this search.'
    },
    newPerson: {
      title: 'Add a person',
      lead: 'They will enter by a link sent to their address, without a password.',
      name: 'Name',
      nameHint: 'First and last name, as they must appear on documents.',
      email: 'E-mail address',
      emailHint: 'A personal or work address that nobody else reads.',
      role: 'Role',
      centre: 'Centre',
      centreHint: 'For a centre manager only.',
      noCentre: 'No centre',
      create: 'Add'
    },
    person: {
      held: 'Roles held',
      none: 'No role: this person may enter but sees public pages only.',
      give: 'Give a role',
      giveLead: 'It takes effect at the next page that the person opens.',
      giveAction: 'Give this role',
      take: 'Take back',
      takeAsk: (name, role) =>
        `${name} will lose the role “${role}” at the next page opened. What was done in that capacity remains.`,
      link: 'Sign-in link',
      linkLead: 'A single-use link, valid for fifteen minutes, sent to their address.',
      sendLink: 'Send a link',
      linkSent: 'The link has just left.',
      secondFactor: 'Second factor',
      secondFactorSet: 'A device is linked.',
      secondFactorUnset: 'No device is linked.',
      reset: 'Reset',
      resetAsk:
        'To be done when the person has lost device and codes, once you have made sure that it is them. They will be signed out everywhere.',
      resetDone: 'The second factor is reset.'
    },
    centres: {
      title: 'Centres',
      lead: 'Partner centres and the term of their habilitation.',
      add: 'Add a centre',
      caption: 'Partner centres',
      name: 'Name',
      address: 'Address',
      place: 'Place',
      postalCode: 'Postal code',
      city: 'City',
      habilitation: 'Habilitation',
      from: 'Habilitated from',
      until: 'Until',
      untilHint: 'Last day included. Leave empty if no end is set.',
      noEnd: 'no end set',
      current: 'Current',
      ended: 'Ended',
      toCome: 'To come',
      newTitle: 'Add a centre',
      newLead: 'Its managers can then enrol candidates there.',
      create: 'Add',
      save: 'Save',
      saved: 'The centre is saved.',
      none: 'No centre for now',
      noneLead: 'A session is held in a centre: begin by adding one.'
    }
  }
};
