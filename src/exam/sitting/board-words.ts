import type { Dictionary } from '#platform/language.ts';
import type { Fault } from '../assistant/model.ts';

/** What an invigilator reads: the code of the room, and who is where. */
interface BoardWords {
  title: string;
  lead: string;
  open: { title: string; lead: string; action: string };
  code: { title: string; closed: string; renew: string; close: string };
  done: { opened: (drawn: number) => string; told: (told: number, of: number) => string };
  columns: Record<'name' | 'state' | 'time' | 'text' | 'next', string>;
  number: (number: number) => string;
  planned: (time: string, room: string) => string;
  minutes: (count: number) => string;
  endsAt: (time: string) => string;
  left: (time: string) => string;
  began: (time: string, left: string) => string;
  since: (time: string) => string;
  devices: (count: number) => string;
  nothing: string;
  saved: (seconds: number) => string;
  late: (count: number) => string;
  assistant: {
    faults: Record<Fault, string>;
    lost: (fault: string, time: string, minutes: number) => string;
    settled: (minutes: number) => string;
    giveBack: (minutes: number) => string;
    reason: (fault: string, time: string) => string;
    reasons: (count: number, from: string, until: string) => string;
  };
  all: string;
  orders: {
    admit: string;
    start: string;
    startAll: (count: number) => string;
    resume: string;
    resumeAll: (count: number) => string;
    pause: Asked;
    pauseAll: (count: number) => string;
    'turn-away': Asked;
    'give-back': Asked;
    giveBackAll: (count: number) => string;
    end: Asked;
    'count-late': Asked;
  };
  reason: string;
  reasonHint: string;
  minutesField: string;
  live: string;
  cut: string;
}

/** A button, the question that it asks, and the verb that answers. */
interface Asked {
  label: string;
  title: string;
  confirm: string;
  lead: string;
}

export const boardWords: Dictionary<BoardWords> = {
  fr: {
    title: 'Surveillance',
    lead: 'Qui est là, qui écrit, combien de temps il reste. La page suit d’elle-même.',
    open: {
      title: 'Les sujets ne sont pas encore tirés.',
      lead: 'Le tirage donne à chaque candidat un sujet relu qu’il n’a jamais eu, et le garde sous scellés jusqu’au départ.',
      action: 'Tirer les sujets et ouvrir la salle'
    },
    code: {
      title: 'Code de la salle',
      closed: 'Porte fermée',
      renew: 'Changer le code',
      close: 'Fermer la porte'
    },
    done: {
      opened: (drawn) =>
        drawn === 0 ? 'Tous les sujets étaient déjà tirés.' : `${drawn} sujets tirés et scellés.`,
      told: (told, of) =>
        told === of ? 'C’est fait.' : `C’est fait pour ${told} candidats sur ${of}.`
    },
    columns: {
      name: 'Candidat',
      state: 'État',
      time: 'Temps',
      text: 'Copie',
      next: 'Agir'
    },
    number: (number) => `N°\u00a0${number}`,
    planned: (time, room) => `prévu à ${time}, ${room}`,
    minutes: (count) => `${count}\u00a0min`,
    endsAt: (time) => `fin à ${time}`,
    left: (time) => `reste ${time}`,
    began: (time, left) => `commencée à ${time}, il lui resterait ${left}`,
    since: (time) => `depuis ${time}`,
    devices: (count) => `${count} appareils`,
    nothing: 'rien encore',
    saved: (seconds) =>
      seconds < 60
        ? `enregistrée il y a ${seconds}\u00a0s`
        : `enregistrée il y a ${Math.floor(seconds / 60)}\u00a0min`,
    late: (count) => `${count} frappes arrivées après l’heure`,
    assistant: {
      faults: {
        absent: 'non branché',
        refused: 'questions refusées',
        busy: 'trop sollicité',
        down: 'en panne',
        silent: 'sans réponse',
        cut: 'réponse interrompue',
        garbled: 'réponse illisible'
      },
      lost: (fault, time, minutes) =>
        `Assistant\u00a0: ${fault} à ${time}, ${minutes}\u00a0min ${minutes > 1 ? 'perdues' : 'perdue'}`,
      settled: (minutes) =>
        `Assistant\u00a0: ${minutes}\u00a0min ${minutes > 1 ? 'perdues, rendues' : 'perdue, rendue'}`,
      giveBack: (minutes) => `Rendre ${minutes}\u00a0min`,
      reason: (fault, time) => `Assistant, ${fault} à ${time}`,
      reasons: (count, from, until) =>
        from === until
          ? `${count} pannes de l’assistant à ${from}`
          : `${count} pannes de l’assistant, de ${from} à ${until}`
    },
    all: 'Pour tous',
    orders: {
      admit: 'Identité vérifiée',
      start: 'Donner le départ',
      startAll: (count) => `Donner le départ (${count})`,
      resume: 'Reprendre',
      resumeAll: (count) => `Reprendre (${count})`,
      pause: {
        label: 'Suspendre',
        title: 'Suspendre l’épreuve\u202f?',
        confirm: 'Je suspends',
        lead: 'Le temps s’arrête, le texte est gardé, le sujet disparaît de l’écran.'
      },
      pauseAll: (count) => `Suspendre (${count})`,
      'turn-away': {
        label: 'Refuser',
        title: 'Refuser l’entrée\u202f?',
        confirm: 'Je refuse',
        lead: 'Le candidat lira votre raison, et pourra se représenter.'
      },
      'give-back': {
        label: 'Rendre du temps',
        title: 'Rendre des minutes\u202f?',
        confirm: 'Je rends',
        lead: 'Elles s’ajoutent à la fin. Une épreuve finie à l’heure se rouvre.'
      },
      giveBackAll: (count) => `Rendre du temps (${count})`,
      end: {
        label: 'Mettre fin',
        title: 'Mettre fin à l’épreuve\u202f?',
        confirm: 'Je mets fin',
        lead: 'La copie est close telle qu’elle est. On n’y revient pas.'
      },
      'count-late': {
        label: 'Compter le retard',
        title: 'Compter ce qui est arrivé après l’heure\u202f?',
        confirm: 'Je compte',
        lead: 'Pour une panne de réseau, par exemple. Le jury lira la copie entière\u202f; votre raison sera gardée.'
      }
    },
    reason: 'Raison',
    reasonHint: 'Une ligne. Elle est gardée.',
    minutesField: 'Minutes',
    live: 'En direct',
    cut: 'Liaison coupée, nouvel essai en cours'
  },
  en: {
    title: 'Invigilation',
    lead: 'Who is here, who is writing, how much time is left. The page follows by itself.',
    open: {
      title: 'The subjects have not been drawn yet.',
      lead: 'The draw gives each candidate a reviewed subject that they never had, and keeps it sealed until the start.',
      action: 'Draw the subjects and open the room'
    },
    code: {
      title: 'Code of the room',
      closed: 'Door closed',
      renew: 'Change the code',
      close: 'Close the door'
    },
    done: {
      opened: (drawn) =>
        drawn === 0 ? 'All subjects had been drawn.' : `${drawn} subjects drawn and sealed.`,
      told: (told, of) => (told === of ? 'Done.' : `Done for ${told} candidates of ${of}.`)
    },
    columns: { name: 'Candidate', state: 'State', time: 'Time', text: 'Paper', next: 'Act' },
    number: (number) => `No.\u00a0${number}`,
    planned: (time, room) => `planned at ${time}, ${room}`,
    minutes: (count) => `${count}\u00a0min`,
    endsAt: (time) => `ends at ${time}`,
    left: (time) => `${time} left`,
    began: (time, left) => `began at ${time}, ${left} would be left`,
    since: (time) => `since ${time}`,
    devices: (count) => `${count} devices`,
    nothing: 'nothing yet',
    saved: (seconds) =>
      seconds < 60
        ? `saved ${seconds}\u00a0s ago`
        : `saved ${Math.floor(seconds / 60)}\u00a0min ago`,
    late: (count) => `${count} keystrokes came late`,
    assistant: {
      faults: {
        absent: 'not connected',
        refused: 'questions refused',
        busy: 'too busy',
        down: 'out of order',
        silent: 'no answer',
        cut: 'answer broken off',
        garbled: 'answer unreadable'
      },
      lost: (fault, time, minutes) => `Assistant: ${fault} at ${time}, ${minutes}\u00a0min lost`,
      settled: (minutes) => `Assistant: ${minutes}\u00a0min lost, given back`,
      giveBack: (minutes) => `Give ${minutes}\u00a0min back`,
      reason: (fault, time) => `Assistant, ${fault} at ${time}`,
      reasons: (count, from, until) =>
        from === until
          ? `${count} failures of the assistant at ${from}`
          : `${count} failures of the assistant, ${from} to ${until}`
    },
    all: 'For all',
    orders: {
      admit: 'Identity checked',
      start: 'Give the start',
      startAll: (count) => `Give the start (${count})`,
      resume: 'Resume',
      resumeAll: (count) => `Resume (${count})`,
      pause: {
        label: 'Suspend',
        title: 'Suspend the assessment?',
        confirm: 'Suspend',
        lead: 'Time stops, the text is kept, the subject leaves the screen.'
      },
      pauseAll: (count) => `Suspend (${count})`,
      'turn-away': {
        label: 'Turn away',
        title: 'Turn the candidate away?',
        confirm: 'Turn away',
        lead: 'The candidate will read your reason, and may come back.'
      },
      'give-back': {
        label: 'Give time back',
        title: 'Give minutes back?',
        confirm: 'Give back',
        lead: 'They are added to the end. A sitting that ended on time opens again.'
      },
      giveBackAll: (count) => `Give time back (${count})`,
      end: {
        label: 'End',
        title: 'End the assessment?',
        confirm: 'End it',
        lead: 'The paper is closed as it stands. There is no way back.'
      },
      'count-late': {
        label: 'Count what came late',
        title: 'Count what came after the time?',
        confirm: 'Count it',
        lead: 'For a network failure, for instance. The jury will read the whole paper; your reason is kept.'
      }
    },
    reason: 'Reason',
    reasonHint: 'One line. It is kept.',
    minutesField: 'Minutes',
    live: 'Live',
    cut: 'Connection cut, trying again'
  }
};
