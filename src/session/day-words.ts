import type { Dictionary } from '#platform/language.ts';

const fr = {
  timetable: {
    title: 'Journée',
    lead: (from: string, until: string) => `De ${from} à ${until}.`,
    unplanned: 'La journée n’est pas encore planifiée.',
    unplannedLead:
      'Les candidats composent ensemble le matin, puis chaque jury entend les siens, adaptations comprises. Chaque horaire se déplace ensuite à la main.',
    unplannedRead: 'Les horaires paraîtront ici une fois la journée planifiée.',
    plan: 'Planifier la journée',
    again: 'Planifier de nouveau',
    againAsk:
      'Le planning actuel est remplacé, y compris les passages déplacés à la main. Si les convocations sont parties, renvoyez-les.',
    opensAt: 'Ouverture',
    closesAt: 'Fermeture',
    lunchFrom: 'Déjeuner, de',
    lunchUntil: 'à',
    planned: 'La journée est planifiée.',
    day: 'Jour',
    days: (days: string, from: string, until: string) => `${days}, entre ${from} et ${until}.`,
    print: 'Imprimer',
    course: 'Le déroulé',
    views: 'Façon de dessiner la journée',
    by: { panel: 'Par jury', room: 'Par salle', candidate: 'Par candidat' },
    chart: {
      panel:
        'Le déroulé de la journée, jury par jury. Le tableau qui suit en donne chaque horaire.',
      room: 'Le déroulé de la journée, salle par salle. Le tableau qui suit en donne chaque horaire.',
      candidate:
        'Le déroulé de la journée, candidat par candidat. Le tableau qui suit en donne chaque horaire.'
    },
    legend: {
      preparation: 'préparation',
      oral: 'devant le jury',
      written: 'épreuve écrite',
      numbers: 'Sous chaque épreuve, les numéros des candidats.'
    },
    byCandidate: 'Horaires de chacun',
    byCandidateLead: 'L’heure à laquelle chacun commence à se préparer ou à écrire.',
    moveHint: 'Choisissez un horaire pour le déplacer.',
    candidate: 'Candidat',
    until: (time: string) => `à ${time}`,
    unset: '—',
    excused: 'acquise',
    move: 'Déplacer un passage',
    moveOne: (candidate: string, assessment: string) => `${candidate}, ${assessment}`,
    moveLink: (candidate: string, assessment: string) => `déplacer ${assessment} de ${candidate}`,
    lasts: (preparation: number, performance: number) =>
      preparation > 0
        ? `${preparation} min de préparation, puis ${performance} min devant le jury.`
        : `${performance} min d’épreuve écrite.`,
    time: 'Nouvelle heure',
    panel: 'Jury',
    moveAction: 'Déplacer',
    cancel: 'Laisser en place',
    moved: 'Le passage est déplacé.',
    improve: {
      title: 'Chercher un meilleur planning',
      lead: 'Moins d’attente pour les candidats, des jurés également chargés, chacun devant plusieurs jurys, dans les heures données.',
      closesAt: 'Fermeture',
      lunchFrom: 'Déjeuner entre',
      lunchUntil: 'et',
      lunchMinutes: 'Durée du déjeuner',
      seconds: 'Temps de recherche',
      lasting: (seconds: number) =>
        seconds < 60 ? `${seconds}\u00a0secondes` : `${seconds / 60}\u00a0minutes`,
      minutes: (figure: number) => `${figure}\u00a0minutes`,
      search: 'Chercher',
      giveUp: 'Abandonner',
      searching: 'Recherche en cours',
      unplaced: (figure: number) =>
        figure > 1 ? `${figure} candidats à placer` : `${figure} candidat à placer`,
      within: (share: string) => `au plus à ${share}\u00a0% du meilleur possible`,
      done: (share: string) =>
        `Le nouveau planning est en place\u00a0: il est au plus à ${share}\u00a0% du meilleur possible.`,
      lost: 'La recherche s’est interrompue\u00a0: le planning n’a pas changé. Recommencez.'
    }
  },
  delay: {
    title: 'Un retard',
    lead: 'Chacun garde son tour\u00a0; seuls bougent ceux que le retard rattrape. Rien ne change avant votre accord.',
    who: 'Qui est en retard',
    choose: 'Choisir un jury ou un candidat',
    minutes: 'De combien de minutes',
    show: 'Voir ce qui bouge',
    nothing: 'Rien ne bouge\u00a0: les temps libres de la journée absorbent ce retard.',
    moves: (figure: number) => (figure > 1 ? `${figure} passages bougent` : 'Un passage bouge'),
    candidate: 'Candidat',
    assessment: 'Épreuve',
    before: 'Prévu à',
    after: 'Passe à',
    broken: 'Ce que ce décalage bouscule',
    apply: 'Décaler la journée',
    done: 'La journée est décalée\u00a0: prévenez les candidats et les jurys concernés.'
  },
  progress: {
    title: 'Suivi',
    lead: 'Ce qui est remis, ce qui est attendu, qui est là. Des comptes, jamais des niveaux.',
    leadPresence: 'Qui est là, et ce qui mérite d’être consigné.',
    sheets: 'Grilles remises',
    handedIn: (handedIn: number, due: number) => `${handedIn} sur ${due}`,
    removed: (juror: string) => `${juror}, ne siège plus`,
    noPanel: 'Personne ne siège dans ce jury.',
    awaited: 'Grilles attendues',
    awaitedLead: (figure: number) =>
      figure > 1
        ? `${figure} retiennent encore la délibération.`
        : 'Une seule retient encore la délibération.',
    allIn: 'Aucune\u00a0: tout est remis.',
    begun: 'commencée',
    shortHanded: 'Jurés manquants',
    shortHandedOf: (panel: string) => `${panel}\u00a0: trop peu de jurés peuvent noter`,
    ofCandidate: (assessment: string, candidate: string) => `${assessment}, ${candidate}`,
    presence: 'Présence',
    presenceLead: 'Un candidat noté absent n’est plus attendu par son jury.',
    candidates: 'Candidats',
    jurors: 'Jurés',
    number: (figure: number) => `n°\u00a0${figure}`,
    present: 'Présent',
    absent: 'Absent',
    unknown: 'Non notée',
    here: (name: string) => `${name}, présent`,
    away: (name: string) => `${name}, absent`
  }
};

type Words = typeof fr;

const en: Words = {
  timetable: {
    title: 'Day',
    lead: (from, until) => `From ${from} to ${until}.`,
    unplanned: 'The day has not been planned yet.',
    unplannedLead:
      'Candidates write together in the morning, then each panel hears its own, adaptations included. Any time can then be moved by hand.',
    unplannedRead: 'Times will appear here once the day is planned.',
    plan: 'Plan the day',
    again: 'Plan again',
    againAsk:
      'The present timetable is replaced, sittings moved by hand included. If convocations have been sent, send them again.',
    opensAt: 'Opening',
    closesAt: 'Closing',
    lunchFrom: 'Lunch, from',
    lunchUntil: 'to',
    planned: 'The day is planned.',
    day: 'Day',
    days: (days, from, until) => `${days}, between ${from} and ${until}.`,
    print: 'Print',
    course: 'The course of the day',
    views: 'How to draw the day',
    by: { panel: 'By panel', room: 'By room', candidate: 'By candidate' },
    chart: {
      panel: 'The course of the day, panel by panel. The table that follows gives every time.',
      room: 'The course of the day, room by room. The table that follows gives every time.',
      candidate:
        'The course of the day, candidate by candidate. The table that follows gives every time.'
    },
    legend: {
      preparation: 'preparation',
      oral: 'before the panel',
      written: 'written paper',
      numbers: 'Under each assessment, the candidates’ numbers.'
    },
    byCandidate: 'Everyone’s times',
    byCandidateLead: 'When each begins to prepare or to write.',
    moveHint: 'Choose a time to move it.',
    candidate: 'Candidate',
    until: (time) => `to ${time}`,
    unset: '—',
    excused: 'kept',
    move: 'Move a sitting',
    moveOne: (candidate, assessment) => `${candidate}, ${assessment}`,
    moveLink: (candidate, assessment) => `move ${assessment} of ${candidate}`,
    lasts: (preparation, performance) =>
      preparation > 0
        ? `${preparation} min of preparation, then ${performance} min before the panel.`
        : `${performance} min of writing.`,
    time: 'New time',
    panel: 'Panel',
    moveAction: 'Move',
    cancel: 'Leave it there',
    moved: 'The sitting is moved.',
    improve: {
      title: 'Look for a better timetable',
      lead: 'Less waiting for candidates, jurors equally loaded, each candidate before several panels, within the hours given.',
      closesAt: 'Closing',
      lunchFrom: 'Lunch between',
      lunchUntil: 'and',
      lunchMinutes: 'Length of lunch',
      seconds: 'Time to search',
      lasting: (seconds) => (seconds < 60 ? `${seconds} seconds` : `${seconds / 60} minutes`),
      minutes: (figure) => `${figure} minutes`,
      search: 'Search',
      giveUp: 'Give up',
      searching: 'Searching',
      unplaced: (figure) =>
        figure === 1 ? '1 candidate to place' : `${figure} candidates to place`,
      within: (share) => `at most ${share}% from the best possible`,
      done: (share) =>
        `The new timetable is in place: it is at most ${share}% from the best possible.`,
      lost: 'The search was interrupted: the timetable has not changed. Try again.'
    }
  },
  delay: {
    title: 'A delay',
    lead: 'Everyone keeps their turn; only those whom the delay catches up with move. Nothing changes before you agree.',
    who: 'Who is late',
    choose: 'Choose a panel or a candidate',
    minutes: 'By how many minutes',
    show: 'See what moves',
    nothing: 'Nothing moves: free time in the day absorbs this delay.',
    moves: (figure) => (figure === 1 ? 'One sitting moves' : `${figure} sittings move`),
    candidate: 'Candidate',
    assessment: 'Assessment',
    before: 'Planned at',
    after: 'Moves to',
    broken: 'What this shift upsets',
    apply: 'Shift the day',
    done: 'The day is shifted: tell the candidates and panels concerned.'
  },
  progress: {
    title: 'Progress',
    lead: 'What is handed in, what is awaited, who is here. Counts, never levels.',
    leadPresence: 'Who is here, and what deserves to be recorded.',
    sheets: 'Sheets handed in',
    handedIn: (handedIn, due) => `${handedIn} of ${due}`,
    removed: (juror) => `${juror}, no longer sits`,
    noPanel: 'Nobody sits on this panel.',
    awaited: 'Sheets awaited',
    awaitedLead: (figure) =>
      figure === 1
        ? 'Only one still holds deliberation back.'
        : `${figure} still hold deliberation back.`,
    allIn: 'None: all are handed in.',
    begun: 'begun',
    shortHanded: 'Jurors missing',
    shortHandedOf: (panel) => `${panel}: too few jurors can mark`,
    ofCandidate: (assessment, candidate) => `${assessment}, ${candidate}`,
    presence: 'Attendance',
    presenceLead: 'A candidate recorded absent is no longer awaited by their panel.',
    candidates: 'Candidates',
    jurors: 'Jurors',
    number: (figure) => `no.\u00a0${figure}`,
    present: 'Present',
    absent: 'Absent',
    unknown: 'Not recorded',
    here: (name) => `${name}, present`,
    away: (name) => `${name}, absent`
  }
};

/** The words of the timetable and of the day's follow-up. */
export const dayWords: Dictionary<Words> = { fr, en };
