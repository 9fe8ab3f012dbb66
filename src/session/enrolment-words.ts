import type { Dictionary } from '#platform/language.ts';
import type { IdentityField } from './identity.ts';

/** The words of the screens where candidates are enrolled, imported and looked up. */
interface EnrolmentWords {
  sessions: string;
  identity: Record<IdentityField, { label: string; hint?: string }>;
  sexes: Record<'F' | 'M', string>;
  france: string;
  list: {
    title: string;
    lead: (count: number) => string;
    import: string;
    download: string;
    number: string;
    name: string;
    birthDate: string;
    email: string;
    adaptations: string;
    standing: string;
    withdrawn: string;
    enrolled: string;
    none: string;
    noneLead: string;
    enrol: string;
    enrolLead: string;
    submit: string;
    closed: string;
    send: string;
    sendLead: string;
    sendAction: string;
    printAll: string;
  };
  /** The question on someone who has the names of another. */
  alike: {
    title: string;
    question: (who: string) => string;
    caption: (place: number, of: number) => string;
    fact: string;
    known: string;
    above: string;
    given: string;
    same: (place: number, of: number) => string;
    another: string;
    anotherHint: string;
    elsewhere: string;
    sameHint: string;
  };
  done: {
    enrolled: (name: string, number: number) => string;
    returned: (name: string, number: number) => string;
    already: (name: string, number: number) => string;
    kept: (facts: string) => string;
    withdrawn: (name: string, number: number) => string;
    saved: string;
    imported: (enrolled: number, returned: number, already: number) => string;
    sent: (count: number) => string;
    unplanned: (names: string) => string;
    failed: (names: string) => string;
  };
  dossier: {
    number: (number: number) => string;
    withdrawn: string;
    withdrawnLead: string;
    identity: string;
    identityLead: string;
    born: (date: string, place: string) => string;
    bornTerm: string;
    account: string;
    day: string;
    time: string;
    assessment: string;
    room: string;
    unplanned: string;
    adaptations: string;
    noAdaptation: string;
    pdf: string;
    ics: string;
    send: string;
    correct: string;
    correctLead: string;
    correctAction: string;
    withdraw: string;
    withdrawLead: string;
    withdrawAction: string;
    return: string;
  };
  own: {
    title: string;
    lead: string;
    none: string;
    noneLead: string;
    place: string;
    day: string;
    times: string;
    timesLead: string;
    ask: string;
    askLead: string;
    request: string;
    requestHint: string;
    askAction: string;
    asked: string;
    takenBack: string;
    askClosed: string;
    granted: string;
    withdrawn: string;
  };
}

/** « 2 inscrits, 1 déjà inscrit »: each count with its word, zeros left out. */
const counted = (counts: readonly (readonly [number, string, string])[]): string =>
  counts
    .filter(([count]) => count > 0)
    .map(([count, one, many]) => `${count} ${count === 1 ? one : many}`)
    .join(', ');

export const enrolmentWords: Dictionary<EnrolmentWords> = {
  fr: {
    sessions: 'Sessions',
    identity: {
      birthName: { label: 'Nom de naissance', hint: 'Comme sur la pièce d’identité.' },
      usageName: { label: 'Nom d’usage', hint: 'S’il diffère\u00a0; il figure sur les documents.' },
      firstNames: {
        label: 'Prénoms',
        hint: 'Tous, dans l’ordre de la pièce d’identité, séparés par des espaces ou des virgules.'
      },
      sex: { label: 'Sexe', hint: 'Celui de l’état civil, demandé par l’État.' },
      birthDate: { label: 'Date de naissance' },
      birthPlace: {
        label: 'Commune ou ville de naissance',
        hint: 'En France, le nom de la commune suffit le plus souvent\u00a0: Paris 11e, Ajaccio.'
      },
      birthInseeCode: {
        label: 'Code INSEE de la commune',
        hint: 'Seulement si plusieurs communes portent ce nom, ou pour une ancienne commune.'
      },
      birthCountry: { label: 'Pays de naissance' },
      email: {
        label: 'Adresse électronique',
        hint: 'Personnelle\u00a0: elle ouvre le dossier du candidat.'
      }
    },
    sexes: { F: 'Femme', M: 'Homme' },
    france: 'France',
    list: {
      title: 'Candidats',
      lead: (count) =>
        count === 0
          ? 'Personne n’est encore inscrit.'
          : count === 1
            ? 'Un candidat inscrit.'
            : `${count} candidats inscrits.`,
      import: 'Importer une liste',
      download: 'Télécharger la liste',
      number: 'N°',
      name: 'Nom',
      birthDate: 'Né(e) le',
      email: 'Adresse électronique',
      adaptations: 'Aménagements',
      standing: 'Inscription',
      withdrawn: 'Annulée',
      enrolled: 'Inscrit',
      none: 'Aucun candidat.',
      noneLead: 'Inscrivez le premier ci-dessous, ou importez une liste.',
      enrol: 'Inscrire un candidat',
      enrolLead:
        'L’identité est celle que l’État demandera\u00a0: recopiez la pièce d’identité à la lettre.',
      submit: 'Inscrire',
      closed: 'La session n’est plus en préparation\u00a0: la liste des candidats est arrêtée.',
      send: 'Convocations',
      sendLead:
        'Chaque candidat qui a un horaire reçoit sa lettre et son agenda. Un nouvel envoi remplace le précédent.',
      sendAction: 'Envoyer les convocations',
      printAll: 'Toutes en un PDF'
    },
    alike: {
      title: 'La même personne\u202f?',
      question: (who) => `${who}\u00a0: qui est-ce\u202f?`,
      caption: (place, of) => (of === 1 ? 'Ce qui diffère' : `Ce qui diffère, dossier ${place}`),
      fact: 'Renseignement',
      known: 'Dossier connu',
      above: 'Ligne plus haut',
      given: 'À inscrire',
      same: (place, of) =>
        of === 1 ? 'La même personne' : `La même personne que le dossier ${place}`,
      another: 'Une autre personne',
      anotherHint: 'Un dossier et un compte à part lui sont ouverts.',
      elsewhere:
        'Un autre centre a inscrit une personne de même nom, prénoms, date de naissance et sexe. S’il s’agit de la même, demandez au responsable de la certification de l’inscrire.',
      sameHint:
        'Inscrire ne change rien à un dossier connu\u00a0: ce qui diffère s’y corrige ensuite.'
    },
    done: {
      enrolled: (name, number) => `${name} est inscrit sous le numéro ${number}.`,
      returned: (name, number) => `${name} est réinscrit, sous son numéro ${number}.`,
      already: (name, number) =>
        `${name} était déjà inscrit, sous le numéro ${number}\u00a0: rien n’a été ajouté.`,
      kept: (facts) =>
        `Son dossier dit autre chose et n’a pas changé\u00a0: ${facts}. Corrigez-le s’il le faut.`,
      withdrawn: (name, number) =>
        `L’inscription de ${name} est annulée\u00a0; son numéro ${number} lui reste réservé.`,
      saved: 'Le dossier est enregistré.',
      imported: (enrolled, returned, already) =>
        `Liste importée\u00a0: ${counted([
          [enrolled, 'inscrit', 'inscrits'],
          [returned, 'réinscrit', 'réinscrits'],
          [already, 'déjà inscrit', 'déjà inscrits']
        ])}.`,
      sent: (count) =>
        count === 1 ? 'Une convocation envoyée.' : `${count} convocations envoyées.`,
      unplanned: (names) => `Sans horaire, donc sans convocation\u00a0: ${names}.`,
      failed: (names) => `Lettres qui n’ont pas pu partir\u00a0: ${names}. Réessayez.`
    },
    dossier: {
      number: (number) => `Candidat n° ${number}`,
      withdrawn: 'Inscription annulée',
      withdrawnLead: 'Son numéro lui reste réservé.',
      identity: 'Identité',
      identityLead: 'Telle qu’elle sera transmise à l’État.',
      born: (date, place) => `${date}, ${place}`,
      bornTerm: 'Naissance',
      account: 'Adresse électronique',
      day: 'Journée',
      time: 'Heure',
      assessment: 'Épreuve',
      room: 'Salle',
      unplanned: 'Aucun horaire pour l’instant\u00a0: il viendra du planning.',
      adaptations: 'Aménagements',
      noAdaptation: 'Aucun aménagement.',
      pdf: 'Convocation (PDF)',
      ics: 'Agenda (ICS)',
      send: 'Envoyer la convocation',
      correct: 'Corriger l’identité',
      correctLead:
        'Une lettre de différence avec l’état civil, et l’État rejette la transmission. Le journal garde la trace des champs modifiés.',
      correctAction: 'Enregistrer la correction',
      withdraw: 'Annuler l’inscription',
      withdrawLead: 'Ses horaires sont libérés. Une réinscription lui rend son numéro.',
      withdrawAction: 'Annuler l’inscription',
      return: 'Réinscrire'
    },
    own: {
      title: 'Mon dossier',
      lead: 'Votre convocation, vos aménagements, puis vos résultats.',
      none: 'Aucune session.',
      noneLead:
        'Votre centre vous inscrira\u00a0; votre convocation vous viendra ensuite par courriel.',
      place: 'Lieu',
      day: 'Jour',
      times: 'Vos horaires',
      timesLead: 'L’heure est celle du début de la préparation, ou de l’écrit.',
      ask: 'Demander un aménagement',
      askLead:
        'Temps majoré, pauses, gros caractères, échange par écrit\u2026 Seul le référent handicap lit ce que vous écrivez ici\u00a0; le jury ne connaît que les aménagements accordés.',
      request: 'Ce dont vous avez besoin',
      requestHint:
        'Avec vos mots\u00a0; aucun justificatif à joindre. Un texte vide retire la demande.',
      askAction: 'Transmettre au référent handicap',
      asked: 'Votre demande est transmise au référent handicap.',
      takenBack: 'Votre demande est retirée.',
      askClosed: 'Le jour venu, adressez-vous au référent handicap sur place.',
      granted: 'Aménagements accordés',
      withdrawn: 'Cette inscription est annulée.'
    }
  },
  en: {
    sessions: 'Sessions',
    identity: {
      birthName: { label: 'Birth name', hint: 'As on the identity paper.' },
      usageName: { label: 'Name in use', hint: 'When it differs; documents show it.' },
      firstNames: {
        label: 'Given names',
        hint: 'All of them, in the order of the identity paper, with spaces or commas between.'
      },
      sex: { label: 'Sex', hint: 'The legal one, which the State asks for.' },
      birthDate: { label: 'Date of birth' },
      birthPlace: {
        label: 'Town of birth',
        hint: 'In France, the name of the commune is mostly enough: Paris 11e, Ajaccio.'
      },
      birthInseeCode: {
        label: 'INSEE code of the commune',
        hint: 'Only when several communes have this name, or for a former commune.'
      },
      birthCountry: { label: 'Country of birth' },
      email: { label: 'E-mail address', hint: 'Personal: it opens the candidate’s dossier.' }
    },
    sexes: { F: 'Female', M: 'Male' },
    france: 'France',
    list: {
      title: 'Candidates',
      lead: (count) =>
        count === 0
          ? 'Nobody is enrolled yet.'
          : count === 1
            ? 'One candidate enrolled.'
            : `${count} candidates enrolled.`,
      import: 'Import a list',
      download: 'Download the list',
      number: 'No.',
      name: 'Name',
      birthDate: 'Born',
      email: 'E-mail address',
      adaptations: 'Adaptations',
      standing: 'Enrolment',
      withdrawn: 'Withdrawn',
      enrolled: 'Enrolled',
      none: 'No candidate.',
      noneLead: 'Enrol the first below, or import a list.',
      enrol: 'Enrol a candidate',
      enrolLead: 'The State will ask for this identity: copy the identity paper to the letter.',
      submit: 'Enrol',
      closed: 'The session is no longer being prepared: the list of candidates is final.',
      send: 'Convocations',
      sendLead:
        'Each candidate who has a time receives a letter and a calendar. Sending again replaces the one before.',
      sendAction: 'Send the convocations',
      printAll: 'All in one PDF'
    },
    alike: {
      title: 'The same person?',
      question: (who) => `${who}: who is it?`,
      caption: (place, of) => (of === 1 ? 'What differs' : `What differs, dossier ${place}`),
      fact: 'Detail',
      known: 'Known dossier',
      above: 'Line above',
      given: 'To enrol',
      same: (place, of) => (of === 1 ? 'The same person' : `The same person as dossier ${place}`),
      another: 'Another person',
      anotherHint: 'A dossier and an account of their own are opened.',
      elsewhere:
        'Another centre enrolled someone with the same names, birth date and sex. If it is the same person, ask the certification manager to enrol them.',
      sameHint: 'Enrolling changes nothing in a known dossier: what differs is corrected there.'
    },
    done: {
      enrolled: (name, number) => `${name} is enrolled as number ${number}.`,
      returned: (name, number) => `${name} is enrolled again, as number ${number}.`,
      already: (name, number) =>
        `${name} was already enrolled, as number ${number}: nothing was added.`,
      kept: (facts) =>
        `The dossier says otherwise and has not changed: ${facts}. Correct it if need be.`,
      withdrawn: (name, number) =>
        `The enrolment of ${name} is withdrawn; number ${number} is kept for them.`,
      saved: 'The dossier is saved.',
      imported: (enrolled, returned, already) =>
        `List imported: ${counted([
          [enrolled, 'enrolled', 'enrolled'],
          [returned, 'enrolled again', 'enrolled again'],
          [already, 'already enrolled', 'already enrolled']
        ])}.`,
      sent: (count) => (count === 1 ? 'One convocation sent.' : `${count} convocations sent.`),
      unplanned: (names) => `No time yet, so no convocation: ${names}.`,
      failed: (names) => `Letters that could not leave: ${names}. Try again.`
    },
    dossier: {
      number: (number) => `Candidate no. ${number}`,
      withdrawn: 'Enrolment withdrawn',
      withdrawnLead: 'The number is kept for them.',
      identity: 'Identity',
      identityLead: 'As it will be sent to the State.',
      born: (date, place) => `${date}, ${place}`,
      bornTerm: 'Birth',
      account: 'E-mail address',
      day: 'The day',
      time: 'Time',
      assessment: 'Assessment',
      room: 'Room',
      unplanned: 'No time yet: it will come from the timetable.',
      adaptations: 'Adaptations',
      noAdaptation: 'No adaptation.',
      pdf: 'Convocation (PDF)',
      ics: 'Calendar (ICS)',
      send: 'Send the convocation',
      correct: 'Correct the identity',
      correctLead:
        'One letter off the civil register, and the State refuses the file. The ledger records which fields were changed.',
      correctAction: 'Save the correction',
      withdraw: 'Withdraw the enrolment',
      withdrawLead: 'Their times are freed. Enrolling again gives back the number.',
      withdrawAction: 'Withdraw the enrolment',
      return: 'Enrol again'
    },
    own: {
      title: 'My dossier',
      lead: 'Your convocation, your adaptations, then your results.',
      none: 'No session.',
      noneLead: 'Your centre will enrol you; your convocation then comes by e-mail.',
      place: 'Place',
      day: 'Day',
      times: 'Your times',
      timesLead: 'The time is when the preparation, or the writing, starts.',
      ask: 'Ask for an adaptation',
      askLead:
        'Extra time, breaks, large print, exchange in writing… Only the accessibility officer reads what you write here; the panel knows only the adaptations granted.',
      request: 'What you need',
      requestHint:
        'In your own words; nothing to prove here. An empty text takes the request back.',
      askAction: 'Send to the accessibility officer',
      asked: 'Your request has reached the accessibility officer.',
      takenBack: 'Your request is taken back.',
      askClosed: 'On the day, speak to the accessibility officer on the spot.',
      granted: 'Adaptations granted',
      withdrawn: 'This enrolment is withdrawn.'
    }
  }
};
