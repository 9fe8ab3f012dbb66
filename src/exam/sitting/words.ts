import type { Dictionary } from '#platform/language.ts';
import type { StageAspect } from './fields.ts';
import type { StateKind } from './model.ts';

/** What a candidate reads: the list of their assessments, the door, the desk. */
interface ExamWords {
  title: string;
  lead: string;
  none: { title: string; lead: string };
  columns: Record<'name' | 'time' | 'room' | 'minutes' | 'state', string>;
  minutes: (count: number) => string;
  open: string;
  state: Record<StateKind, string>;
  door: {
    title: string;
    lead: string;
    code: string;
    hint: string;
    enter: string;
    otherDevice: string;
  };
  waiting: { title: string; lead: string };
  admitted: { title: string; lead: string };
  turnedAway: { title: string; again: string };
  paused: { title: string; lead: string; left: (time: string) => string };
  rest: { title: string; lead: string; until: (time: string) => string; back: string };
  elsewhere: { title: string; lead: string; take: string };
  signedOut: string;
  bar: {
    left: string;
    over: string;
    saved: string;
    typing: string;
    sending: string;
    unreachable: (count: number) => string;
    signedOut: string;
    notKept: string;
    recovered: string;
    rest: string;
    history: string;
    handIn: string;
    serverTime: (time: string) => string;
    warning: (minutes: number) => string;
  };
  panes: { dossier: string; answer: string; instructions: string };
  fields: Record<string, string>;
  mail: { from: string; to: string };
  reply: (author: string) => string;
  count: (words: number) => string;
  stages: {
    title: string;
    lead: string;
    stage: (place: number) => string;
    add: string;
    remove: string;
    earlier: string;
    later: string;
    aspects: Record<StageAspect, string>;
    hints: Partial<Record<StageAspect, string>>;
    none: string;
    present: string;
  };
  listen: string;
  silence: string;
  history: {
    title: string;
    lead: string;
    at: string;
    restore: string;
    empty: string;
    close: string;
  };
  handIn: {
    title: string;
    lead: string;
    unsent: string;
    empty: string;
    confirm: string;
    cancel: string;
    pending: string;
  };
  receipt: {
    title: string;
    at: string;
    hash: string;
    hashLead: string;
    answer: string;
    back: string;
    keep: string;
  };
  ended: { title: string; time: string; invigilator: string; grace: string };
  noscript: string;
}

export const examWords: Dictionary<ExamWords> = {
  fr: {
    title: 'Mes épreuves',
    lead: 'Chaque épreuve s’ouvre dans la salle, avec le code affiché et votre pièce d’identité.',
    none: {
      title: 'Aucune épreuve n’est ouverte.',
      lead: 'Vos épreuves paraîtront ici le jour de votre session.'
    },
    columns: {
      name: 'Épreuve',
      time: 'Heure prévue',
      room: 'Lieu',
      minutes: 'Durée',
      state: 'État'
    },
    minutes: (count) => `${count}\u00a0min`,
    open: 'Entrer',
    state: {
      expected: 'À venir',
      waiting: 'Identité à vérifier',
      'turned-away': 'Voir le surveillant',
      admitted: 'Prêt à commencer',
      running: 'En cours',
      paused: 'En pause',
      'handed-in': 'Remise',
      ended: 'Terminée'
    },
    door: {
      title: 'Entrer dans la salle',
      lead: 'Le code est affiché dans la salle. Préparez votre pièce d’identité.',
      code: 'Code de la session',
      hint: 'Six lettres et chiffres.',
      enter: 'J’entre',
      otherDevice:
        'Vous avez déjà commencé sur un autre appareil\u00a0: avec le code, vous continuerez ici.'
    },
    waiting: {
      title: 'Bienvenue.',
      lead: 'Le surveillant va vérifier votre identité. Cette page suivra d’elle-même.'
    },
    admitted: {
      title: 'Vous êtes admis.',
      lead: 'Le sujet paraîtra ici quand le surveillant donnera le départ. Respirez.'
    },
    turnedAway: {
      title: 'Votre identité n’a pas pu être vérifiée.',
      again: 'Je me représente'
    },
    paused: {
      title: 'L’épreuve est suspendue.',
      lead: 'Votre temps est arrêté et votre texte est gardé. Cette page reprendra d’elle-même.',
      left: (time) => `Il vous restera ${time}.`
    },
    rest: {
      title: 'Votre pause.',
      lead: 'Votre temps est arrêté.',
      until: (time) => `La pause s’achève d’elle-même à ${time}.`,
      back: 'Je reprends'
    },
    elsewhere: {
      title: 'Vous écrivez sur un autre appareil.',
      lead: 'Cette page ne fait plus que lire. Ce que vous aviez écrit ici a rejoint votre texte.',
      take: 'Reprendre la plume ici'
    },
    signedOut:
      'Votre connexion a pris fin\u00a0: reconnectez-vous dans un autre onglet. Votre texte est gardé sur cet appareil.',
    bar: {
      left: 'Temps restant',
      over: 'Temps écoulé',
      saved: 'Enregistré',
      typing: 'Vous écrivez',
      sending: 'Enregistrement',
      unreachable: (count) =>
        count > 1
          ? `Réseau absent\u00a0: ${count} frappes gardées sur cet appareil`
          : 'Réseau absent\u00a0: tout est gardé sur cet appareil',
      signedOut: 'Reconnectez-vous dans un autre onglet',
      notKept: 'Cet appareil ne garde rien hors ligne\u00a0: restez connecté',
      recovered: 'Ce que vous aviez écrit avant l’interruption est retrouvé.',
      rest: 'Faire une pause',
      history: 'Versions',
      handIn: 'Remettre',
      serverTime: (time) => `Il est ${time}`,
      warning: (minutes) => (minutes <= 1 ? 'Il reste une minute.' : `Il reste ${minutes} minutes.`)
    },
    panes: { dossier: 'Le dossier', answer: 'Votre copie', instructions: 'Consignes' },
    fields: {
      subject: 'Objet',
      salutation: 'Formule d’appel',
      body: 'Message',
      closing: 'Formule de politesse et signature',
      notes: 'Notes',
      plan: 'Plan d’action'
    },
    mail: { from: 'De', to: 'À' },
    reply: (author) => `Votre réponse à ${author}`,
    count: (words) => (words === 1 ? '1 mot' : `${words} mots`),
    stages: {
      title: 'Le parcours client',
      lead: 'Une étape par fiche. Ce que vous écrivez compose le tableau que vous présenterez en plein écran.',
      stage: (place) => `Étape ${place}`,
      add: 'Ajouter une étape',
      remove: 'Retirer cette étape',
      earlier: 'Avancer cette étape',
      later: 'Reculer cette étape',
      aspects: {
        name: 'Étape',
        alternatives: 'Parcours alternatifs',
        excellence: 'Comportements d’excellence',
        value: 'Valeur ajoutée',
        vigilance: 'Points de vigilance',
        disability: 'Situations de handicap, facilitateurs'
      },
      hints: { name: 'L’arrivée, l’attente, l’essayage…' },
      none: 'Aucune étape n’est écrite.',
      present: 'Présenter en plein écran'
    },
    listen: 'Écouter',
    silence: 'Arrêter',
    history: {
      title: 'Versions de votre texte',
      lead: 'Tout ce que vous avez écrit est gardé. Choisissez un moment, relisez, rétablissez si vous le souhaitez\u00a0: la version d’aujourd’hui restera gardée aussi.',
      at: 'Moment',
      restore: 'Rétablir cette version',
      empty: 'Rien n’est encore écrit à ce moment.',
      close: 'Fermer'
    },
    handIn: {
      title: 'Remettre votre copie\u202f?',
      lead: 'Vous ne pourrez plus la modifier.',
      unsent: 'Elle partira dès que le réseau sera revenu\u00a0: ne fermez pas cette page.',
      empty: 'Ces parties sont vides\u00a0:',
      confirm: 'Je remets ma copie',
      cancel: 'Je continue',
      pending: 'Votre copie part dès que le réseau revient. Ne fermez pas cette page.'
    },
    receipt: {
      title: 'Votre copie est remise.',
      at: 'Reçue',
      hash: 'Empreinte',
      hashLead:
        'SHA-256 de vos textes\u00a0: elle prouve, en cas de recours, que la copie lue par le jury est celle-ci.',
      answer: 'Ce que vous avez remis',
      back: 'Mes épreuves',
      keep: 'Imprimer le récépissé'
    },
    ended: {
      title: 'L’épreuve est terminée.',
      time: 'Le temps est écoulé\u00a0: votre copie est celle que vous aviez écrite à la fin.',
      invigilator: 'Le surveillant a mis fin à l’épreuve.',
      grace: 'Une minute de plus est laissée au réseau pour ce qui était écrit à temps.'
    },
    noscript: 'Cette page a besoin de JavaScript pour garder votre texte.'
  },
  en: {
    title: 'My assessments',
    lead: 'Each assessment opens in the room, with the code on display and your identity document.',
    none: {
      title: 'No assessment is open.',
      lead: 'Your assessments will appear here on the day of your session.'
    },
    columns: {
      name: 'Assessment',
      time: 'Planned at',
      room: 'Place',
      minutes: 'Duration',
      state: 'State'
    },
    minutes: (count) => `${count}\u00a0min`,
    open: 'Enter',
    state: {
      expected: 'To come',
      waiting: 'Identity to be checked',
      'turned-away': 'See the invigilator',
      admitted: 'Ready to start',
      running: 'In progress',
      paused: 'Paused',
      'handed-in': 'Handed in',
      ended: 'Over'
    },
    door: {
      title: 'Enter the room',
      lead: 'The code is shown in the room. Have your identity document at hand.',
      code: 'Session code',
      hint: 'Six letters and figures.',
      enter: 'Enter',
      otherDevice: 'You have begun on another device: with the code, you will go on here.'
    },
    waiting: {
      title: 'Welcome.',
      lead: 'The invigilator will check your identity. This page will follow by itself.'
    },
    admitted: {
      title: 'You are admitted.',
      lead: 'The subject will appear here when the invigilator gives the start. Breathe.'
    },
    turnedAway: { title: 'Your identity could not be checked.', again: 'I am back' },
    paused: {
      title: 'The assessment is suspended.',
      lead: 'Your time has stopped and your text is kept. This page will go on by itself.',
      left: (time) => `You will have ${time} left.`
    },
    rest: {
      title: 'Your break.',
      lead: 'Your time has stopped.',
      until: (time) => `The break ends by itself at ${time}.`,
      back: 'Resume'
    },
    elsewhere: {
      title: 'You are writing on another device.',
      lead: 'This page only reads now. What you had written here has joined your text.',
      take: 'Take the pen back here'
    },
    signedOut:
      'You are no longer signed in: sign in from another tab. Your text is kept on this device.',
    bar: {
      left: 'Time left',
      over: 'Time is over',
      saved: 'Saved',
      typing: 'You are writing',
      sending: 'Saving',
      unreachable: (count) =>
        count > 1
          ? `No network: ${count} keystrokes kept on this device`
          : 'No network: all is kept on this device',
      signedOut: 'Sign in again from another tab',
      notKept: 'This device keeps nothing offline: stay connected',
      recovered: 'What you had written before the interruption has been found.',
      rest: 'Take a break',
      history: 'Versions',
      handIn: 'Hand in',
      serverTime: (time) => `It is ${time}`,
      warning: (minutes) => (minutes <= 1 ? 'One minute left.' : `${minutes} minutes left.`)
    },
    panes: { dossier: 'The dossier', answer: 'Your paper', instructions: 'Instructions' },
    fields: {
      subject: 'Subject',
      salutation: 'Salutation',
      body: 'Message',
      closing: 'Closing and signature',
      notes: 'Notes',
      plan: 'Action plan'
    },
    mail: { from: 'From', to: 'To' },
    reply: (author) => `Your reply to ${author}`,
    count: (words) => (words === 1 ? '1 word' : `${words} words`),
    stages: {
      title: 'The client’s journey',
      lead: 'One card for each stage. What you write makes the picture that you will present full screen.',
      stage: (place) => `Stage ${place}`,
      add: 'Add a stage',
      remove: 'Take this stage away',
      earlier: 'Move this stage earlier',
      later: 'Move this stage later',
      aspects: {
        name: 'Stage',
        alternatives: 'Alternative journeys',
        excellence: 'Excellent behaviours',
        value: 'Added value',
        vigilance: 'Points of vigilance',
        disability: 'Disabilities, what helps'
      },
      hints: { name: 'Arrival, waiting, fitting…' },
      none: 'No stage has been written.',
      present: 'Present full screen'
    },
    listen: 'Listen',
    silence: 'Stop',
    history: {
      title: 'Versions of your text',
      lead: 'All that you wrote is kept. Choose a moment, read again, restore it if you wish: today’s version will be kept too.',
      at: 'Moment',
      restore: 'Restore this version',
      empty: 'Nothing had been written yet.',
      close: 'Close'
    },
    handIn: {
      title: 'Hand your paper in?',
      lead: 'You will not be able to change it any more.',
      unsent: 'It will leave as soon as the network is back: do not close this page.',
      empty: 'These parts are empty:',
      confirm: 'I hand my paper in',
      cancel: 'I go on',
      pending: 'Your paper leaves as soon as the network is back. Do not close this page.'
    },
    receipt: {
      title: 'Your paper is handed in.',
      at: 'Received',
      hash: 'Fingerprint',
      hashLead:
        'SHA-256 of your texts: should you appeal, it proves that the paper the jury reads is this one.',
      answer: 'What you handed in',
      back: 'My assessments',
      keep: 'Print the receipt'
    },
    ended: {
      title: 'The assessment is over.',
      time: 'The time is over: your paper is what you had written at the end.',
      invigilator: 'The invigilator ended the assessment.',
      grace: 'One more minute is left to the network for what was written in time.'
    },
    noscript: 'This page needs JavaScript to keep your text.'
  }
};
