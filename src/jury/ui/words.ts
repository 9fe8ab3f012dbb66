import type { Dictionary } from '#platform/language.ts';
import type { Phase } from './timer.ts';

/**
 * Words of the marking screen. Plain texts with their blanks in braces (see fill.ts): they travel with
 * the page's data, in one language, and weigh nothing in its JavaScript.
 */
export interface SheetWords {
  back: string;
  title: string;
  number: string;
  instructions: string;
  subject: string;
  /** The answer of a written case study, and how it was written. */
  answer: string;
  adaptations: string;
  noscript: string;
  notOpen: { preparing: string; deliberating: string; closed: string };
  criteria: string;
  progress: string;
  marked: string;
  unmarked: string;
  uncommented: string;
  next: string;
  comment: { open: string; label: string; needed: string; awaitsLevel: string };
  jottings: {
    title: string;
    hint: string;
    keep: string;
    kept: string;
    close: string;
    list: string;
    waiting: string;
    attach: string;
    attachTo: string;
    attached: string;
    tooLong: string;
    erase: string;
  };
  saved: { server: string; device: string; refused: string };
  announce: string;
  delivery: {
    idle: string;
    sending: string;
    unreachable: string;
    unreachableMany: string;
    unreachableHandIn: string;
    unreachableNone: string;
    refused: string;
    retry: string;
    full: string;
    unavailable: string;
  };
  locked: {
    title: string;
    one: string;
    many: string;
    handIn: string;
    none: string;
    signIn: string;
  };
  clock: { late: string; early: string };
  ballroom: string;
  shortcuts: { title: string; use: string; keys: readonly (readonly [string, string])[] };
  timer: {
    label: string;
    phases: Record<Phase, string>;
    start: string;
    pause: string;
    reset: string;
    skip: Record<Phase, string>;
    soon: string;
    veryNear: string;
    over: string;
  };
  handIn: {
    open: string;
    title: string;
    complete: string;
    missing: string;
    uncommented: string;
    unsent: string;
    unsentMany: string;
    jotting: string;
    jottingMany: string;
    levels: string;
    once: string;
    confirm: string;
    absent: string;
    absentTitle: string;
    absentLead: string;
    absentConfirm: string;
    cancel: string;
    done: string;
    doneAt: string;
    doneAbsent: string;
    waiting: string;
  };
  correct: {
    open: string;
    title: string;
    level: string;
    comment: string;
    reason: string;
    reasonHint: string;
    confirm: string;
    reasonMissing: string;
    commentMissing: string;
    because: string;
  };
}

export const sheetWords: Dictionary<SheetWords> = {
  fr: {
    back: 'Ma journée',
    title: '{assessment}, n°\u00a0{number}, {name}',
    number: 'N°\u00a0{number}',
    subject: 'Le sujet, la fiche de rôle et les notes de correction',
    answer: 'La copie, et comment elle s’est écrite',
    instructions: 'La consigne',
    adaptations: 'Aménagements de ce candidat',
    noscript:
      'Pour noter, activez JavaScript dans ce navigateur. Vos notes enregistrées restent lisibles ci-dessous.',
    notOpen: {
      preparing: 'La notation n’est pas encore ouverte. Vous pouvez lire la grille.',
      deliberating: 'La délibération a commencé\u00a0: cette grille ne change plus.',
      closed: 'La session est close\u00a0: cette grille ne change plus.'
    },
    criteria: 'Critères',
    progress: '{marked} sur {of}',
    marked: 'noté',
    unmarked: 'à noter',
    uncommented: 'commentaire attendu',
    next: 'Suivant à noter',
    comment: {
      open: 'Commenter',
      label: 'Commentaire, {id}',
      needed: 'Dites en quelques mots pourquoi ce critère n’a pas pu être observé.',
      awaitsLevel: 'Gardé sur cette tablette\u00a0; il partira avec le niveau.'
    },
    jottings: {
      title: 'Note rapide',
      hint: 'Gardée sur cette tablette, pour vous seul, jusqu’à la remise.',
      keep: 'Garder',
      kept: 'Note gardée',
      close: 'Refermer',
      list: 'Notes à rattacher',
      waiting: ' à rattacher',
      attach: 'Rattacher à un critère',
      attachTo: 'Rattacher à un critère\u00a0: {text}',
      attached: 'Rattachée au commentaire de {id}',
      tooLong: 'Le commentaire de {id} est déjà long\u00a0: abrégez-le d’abord.',
      erase: 'Effacer'
    },
    saved: {
      server: 'enregistré',
      device: 'sur cette tablette',
      refused: 'refusé'
    },
    announce: '{id}\u00a0: {level}, {where}',
    delivery: {
      idle: 'Tout est enregistré',
      sending: 'Enregistrement…',
      unreachable: 'Réseau absent\u00a0: gardé sur cette tablette',
      unreachableMany: 'Réseau absent\u00a0: {count} notes gardées sur cette tablette',
      unreachableHandIn: 'Réseau absent\u00a0: remise gardée sur cette tablette',
      unreachableNone: 'Réseau absent\u00a0: vous pouvez noter',
      refused: 'Refusé',
      retry: 'Réessayer',
      full: 'La mémoire de cette tablette est pleine\u00a0: libérez de la place, et ne fermez pas la page avant «\u00a0Tout est enregistré\u00a0».',
      unavailable:
        'Cette tablette ne peut rien garder (navigation privée, ou connexion non sécurisée)\u00a0: ne fermez pas la page avant «\u00a0Tout est enregistré\u00a0».'
    },
    locked: {
      title: 'Votre connexion a pris fin',
      one: 'Une note reste scellée sur cette tablette. Personne ne peut la lire ici\u00a0; elle partira quand vous vous reconnecterez.',
      many: '{count} notes restent scellées sur cette tablette. Personne ne peut les lire ici\u00a0; elles partiront quand vous vous reconnecterez.',
      handIn: 'La remise de cette grille attend aussi, et partira avec elles.',
      none: 'Tout ce que vous avez noté sur cette grille est enregistré. Cette tablette n’en garde rien.',
      signIn: 'Se reconnecter'
    },
    clock: {
      late: 'L’horloge de cette tablette retarde de {minutes}\u00a0min\u00a0: vos notes portent l’heure du serveur.',
      early:
        'L’horloge de cette tablette avance de {minutes}\u00a0min\u00a0: vos notes portent l’heure du serveur.'
    },
    ballroom: 'Lumière basse',
    shortcuts: {
      title: 'Raccourcis du clavier',
      use: 'Noter au clavier',
      keys: [
        ['0 1 2 3', 'choisir le niveau'],
        ['N', 'non observé'],
        ['↓ ou J', 'critère suivant'],
        ['↑ ou K', 'critère précédent'],
        ['C', 'commenter'],
        ['Q', 'note rapide']
      ]
    },
    timer: {
      label: 'Minuteur',
      phases: { preparation: 'Préparation', oral: 'Entretien', written: 'Rédaction' },
      start: 'Démarrer',
      pause: 'Suspendre',
      reset: 'Remettre à zéro',
      skip: {
        preparation: 'Passer à la préparation',
        oral: 'Passer à l’entretien',
        written: 'Passer à la rédaction'
      },
      soon: 'moins de {minutes} minutes',
      veryNear: 'moins d’une minute',
      over: 'temps écoulé'
    },
    handIn: {
      open: 'Remettre la grille',
      title: 'Remettre cette grille',
      complete: 'Chaque critère est noté.',
      missing: 'Il reste à noter\u00a0:',
      uncommented: '«\u00a0Non observé\u00a0» attend un commentaire\u00a0:',
      unsent: 'Une note est encore sur cette tablette\u00a0; elle partira d’abord.',
      unsentMany: '{count} notes sont encore sur cette tablette\u00a0; elles partiront d’abord.',
      jotting: 'Une note rapide n’est rattachée à aucun critère\u00a0: elle s’effacera.',
      jottingMany:
        '{count} notes rapides ne sont rattachées à aucun critère\u00a0: elles s’effaceront.',
      levels: '{label}\u00a0: {count}',
      once: 'Une fois remise, une note ne se corrige plus qu’en disant pourquoi.',
      confirm: 'Je remets la grille',
      absent: 'Le candidat est absent',
      absentTitle: 'Le candidat ne s’est pas présenté\u00a0?',
      absentLead:
        'La grille sera remise vide, et l’absence portée au procès-verbal. Vous ne pourrez plus la noter.',
      absentConfirm: 'Je déclare son absence',
      cancel: 'Annuler',
      done: 'Grille remise.',
      doneAt: 'Grille remise à {time}.',
      doneAbsent: 'Candidat absent\u00a0: la grille est remise vide.',
      waiting: 'Remise sur cette tablette\u00a0; elle partira dès que le réseau revient.'
    },
    correct: {
      open: 'Corriger',
      title: 'Corriger {id}',
      level: 'Niveau',
      comment: 'Commentaire',
      reason: 'Raison de la correction',
      reasonHint: 'Elle est gardée avec la note, et la première note reste dans le journal.',
      confirm: 'Enregistrer la correction',
      reasonMissing: 'Dites pourquoi vous corrigez cette note.',
      commentMissing: 'Dites pourquoi ce critère n’a pas pu être observé.',
      because: 'Corrigé\u00a0: {reason}'
    }
  },
  en: {
    back: 'My day',
    title: '{assessment}, no.\u00a0{number}, {name}',
    number: 'No.\u00a0{number}',
    subject: 'The subject, the role sheet and the marking notes',
    answer: 'The paper, and how it was written',
    instructions: 'Instructions',
    adaptations: 'Adaptations for this candidate',
    noscript: 'To mark, turn JavaScript on in this browser. Your saved marks can be read below.',
    notOpen: {
      preparing: 'Marking is not open yet. You can read the sheet.',
      deliberating: 'Deliberation has begun: this sheet no longer changes.',
      closed: 'The session is closed: this sheet no longer changes.'
    },
    criteria: 'Criteria',
    progress: '{marked} of {of}',
    marked: 'marked',
    unmarked: 'to mark',
    uncommented: 'comment needed',
    next: 'Next to mark',
    comment: {
      open: 'Comment',
      label: 'Comment, {id}',
      needed: 'Say in a few words why this criterion could not be observed.',
      awaitsLevel: 'Kept on this tablet; it will be sent with the level.'
    },
    jottings: {
      title: 'Quick note',
      hint: 'Kept on this tablet, for you alone, until hand-in.',
      keep: 'Keep',
      kept: 'Note kept',
      close: 'Close',
      list: 'Notes to attach',
      waiting: ' to attach',
      attach: 'Attach to a criterion',
      attachTo: 'Attach to a criterion: {text}',
      attached: 'Attached to the comment of {id}',
      tooLong: 'The comment of {id} is long already: shorten it first.',
      erase: 'Erase'
    },
    saved: {
      server: 'saved',
      device: 'on this tablet',
      refused: 'refused'
    },
    announce: '{id}: {level}, {where}',
    delivery: {
      idle: 'Everything is saved',
      sending: 'Saving…',
      unreachable: 'No network: kept on this tablet',
      unreachableMany: 'No network: {count} marks kept on this tablet',
      unreachableHandIn: 'No network: hand-in kept on this tablet',
      unreachableNone: 'No network: you can go on marking',
      refused: 'Refused',
      retry: 'Try again',
      full: 'This tablet’s memory is full: make some room, and do not close the page before “Everything is saved”.',
      unavailable:
        'This tablet can keep nothing (private browsing, or a connection that is not secure): do not close the page before “Everything is saved”.'
    },
    locked: {
      title: 'You are no longer signed in',
      one: 'One mark stays sealed on this tablet. Nobody can read it here; it will be sent when you sign in again.',
      many: '{count} marks stay sealed on this tablet. Nobody can read them here; they will be sent when you sign in again.',
      handIn: 'The hand-in of this sheet waits as well, and will be sent with them.',
      none: 'All that you marked on this sheet is saved. This tablet keeps nothing of it.',
      signIn: 'Sign in again'
    },
    clock: {
      late: 'This tablet’s clock is {minutes}\u00a0min slow: your marks carry the server’s time.',
      early: 'This tablet’s clock is {minutes}\u00a0min fast: your marks carry the server’s time.'
    },
    ballroom: 'Low light',
    shortcuts: {
      title: 'Keyboard shortcuts',
      use: 'Mark from the keyboard',
      keys: [
        ['0 1 2 3', 'choose the level'],
        ['N', 'not observed'],
        ['↓ or J', 'next criterion'],
        ['↑ or K', 'previous criterion'],
        ['C', 'comment'],
        ['Q', 'quick note']
      ]
    },
    timer: {
      label: 'Timer',
      phases: { preparation: 'Preparation', oral: 'Oral', written: 'Writing' },
      start: 'Start',
      pause: 'Pause',
      reset: 'Reset',
      skip: {
        preparation: 'Go to preparation',
        oral: 'Go to the oral',
        written: 'Go to writing'
      },
      soon: 'less than {minutes} minutes',
      veryNear: 'less than a minute',
      over: 'time is up'
    },
    handIn: {
      open: 'Hand in the sheet',
      title: 'Hand in this sheet',
      complete: 'Every criterion is marked.',
      missing: 'Still to be marked:',
      uncommented: '“Not observed” needs a comment:',
      unsent: 'One mark is still on this tablet; it will leave first.',
      unsentMany: '{count} marks are still on this tablet; they will leave first.',
      jotting: 'One quick note is attached to no criterion: it will be erased.',
      jottingMany: '{count} quick notes are attached to no criterion: they will be erased.',
      levels: '{label}: {count}',
      once: 'Once handed in, a mark can only be corrected by saying why.',
      confirm: 'I hand it in',
      absent: 'The candidate is absent',
      absentTitle: 'Did the candidate not come?',
      absentLead:
        'The sheet will be handed in empty, and the absence written in the minutes. You will not be able to mark it any more.',
      absentConfirm: 'I declare them absent',
      cancel: 'Cancel',
      done: 'Handed in.',
      doneAt: 'Handed in at {time}.',
      doneAbsent: 'Candidate absent: the sheet was handed in empty.',
      waiting: 'Handed in on this tablet; it will leave when the network returns.'
    },
    correct: {
      open: 'Correct',
      title: 'Correct {id}',
      level: 'Level',
      comment: 'Comment',
      reason: 'Reason for the correction',
      reasonHint: 'It is kept with the mark, and the first mark stays in the ledger.',
      confirm: 'Save the correction',
      reasonMissing: 'Say why you correct this mark.',
      commentMissing: 'Say why this criterion could not be observed.',
      because: 'Corrected: {reason}'
    }
  }
};
