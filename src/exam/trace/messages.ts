import type { Dictionary } from '#platform/language.ts';
import type { Ending } from '../assistant/model.ts';
import type { EvidenceKind } from './evidence/finding.ts';
import type { SpanOrigin } from './spans.ts';
import type { Happening } from './timeline.ts';

interface TraceWords {
  title: string;
  lead: string;
  /** Where there is no assistant. */
  journeyLead: string;
  back: string;
  subject: string;
  text: string;
  asHandedIn: string;
  asAt: (moment: string) => string;
  fields: Record<string, string>;
  empty: string;
  erased: string;
  /** What a span is, and the mark that says so beside its colour. */
  origins: Record<SpanOrigin, { label: string; mark: string; hint: string }>;
  sources: string;
  words: (count: number) => string;
  /** The map of a journey (EC1). */
  journey: {
    title: string;
    screen: string;
    stage: (place: number, aspect: string) => string;
  };
  views: Record<'making' | 'conversation' | 'evidence', string>;
  making: {
    lead: string;
    slider: string;
    earlier: string;
    later: string;
    play: string;
    pause: string;
    happening: Record<Happening, string>;
    rest: (moment: string) => string;
    none: string;
  };
  conversation: {
    lead: string;
    none: string;
    question: string;
    answer: string;
    kept: (whole: number, edited: number) => string;
    endings: Record<Ending['kind'] | 'never', string>;
    lost: (minutes: number) => string;
  };
  evidence: {
    lead: string;
    none: string;
    kinds: Record<EvidenceKind, string>;
    show: string;
  };
}

const plural = (count: number, one: string, many: string): string =>
  `${count}\u00a0${count > 1 ? many : one}`;

export const traceWords: Dictionary<TraceWords> = {
  fr: {
    title: 'Comment la copie s’est écrite',
    lead: 'Des indices, à vérifier\u00a0: d’où vient chaque mot, ce qui fut demandé à l’assistant, ce qu’un relevé automatique a trouvé. Rien ici ne note le candidat, ni ne dit ce qu’il ressent. Vous seuls jugez.',
    journeyLead:
      'Des indices, à vérifier\u00a0: d’où vient chaque mot, comment la carte s’est faite, ce qu’un relevé automatique a trouvé. Rien ici ne note le candidat. Vous seuls jugez.',
    back: 'Retour à la grille',
    subject: 'Le sujet et les attendus',
    text: 'La copie',
    asHandedIn: 'Telle qu’elle fut remise',
    asAt: (moment) => `Telle qu’elle était à ${moment}`,
    fields: {
      subject: 'Objet',
      salutation: 'Formule d’appel',
      body: 'Message',
      closing: 'Formule de politesse et signature',
      'reply-1': 'Première réponse',
      'reply-2': 'Seconde réponse',
      stages: 'La carte',
      notes: 'Notes'
    },
    empty: 'Vide',
    erased:
      'Les mots de cette copie, des questions et des réponses ont été effacés, leur terme passé. Restent leur longueur, leur place, leur heure et leur origine.',
    origins: {
      candidate: { label: 'Du candidat', mark: '', hint: 'tapé au clavier' },
      assistant: { label: 'De l’assistant', mark: 'A', hint: 'tel quel' },
      'assistant-edited': {
        label: 'De l’assistant, retouché',
        mark: 'AR',
        hint: 'une lettre au moins a changé dans le mot'
      },
      dossier: { label: 'Du dossier', mark: 'D', hint: 'collé depuis un document' },
      pasted: { label: 'Collé d’ailleurs', mark: 'C', hint: 'source inconnue' },
      unknown: { label: 'Non retracé', mark: 'NR', hint: 'texte renvoyé d’un bloc par le poste' }
    },
    sources: 'Mots de la copie, par origine',
    words: (count) => plural(count, 'mot', 'mots'),
    journey: {
      title: 'Le parcours client',
      screen: 'Voir en plein écran',
      stage: (place, aspect) => `Étape ${place}, ${aspect}`
    },
    views: { making: 'Évolution', conversation: 'Conversation', evidence: 'Indices' },
    making: {
      lead: 'Déplacez le curseur\u00a0: la copie redevient ce qu’elle était.',
      slider: 'Moment de l’épreuve',
      earlier: 'Avant',
      later: 'Après',
      play: 'Dérouler',
      pause: 'Arrêter',
      happening: {
        writing: 'Écriture',
        assistant: 'Insertion depuis l’assistant',
        pasted: 'Collage',
        checkpoint: 'Texte renvoyé d’un bloc',
        'stage-added': 'Étape ajoutée',
        'stage-moved': 'Étape déplacée',
        'stage-removed': 'Étape retirée'
      },
      rest: (moment) => `après ${moment} sans écrire`,
      none: 'Rien n’a été écrit.'
    },
    conversation: {
      lead: 'Tout ce que le candidat a demandé, et tout ce qui est revenu.',
      none: 'Le candidat n’a rien demandé à l’assistant.',
      question: 'Question',
      answer: 'Réponse',
      kept: (whole, edited) =>
        whole + edited === 0
          ? 'Aucun mot de cette réponse n’est dans la copie.'
          : `Dans la copie\u00a0: ${plural(whole, 'mot tel quel', 'mots tels quels')}, ${plural(edited, 'retouché', 'retouchés')}.`,
      endings: {
        whole: '',
        limit: 'Réponse à sa longueur maximale.',
        stopped: 'Arrêtée par le candidat, ou page quittée.',
        fault: 'Interrompue par une panne de l’assistant.',
        never: 'Jamais arrivée.'
      },
      lost: (minutes) =>
        `L’assistant a fait perdre ${plural(minutes, 'minute', 'minutes')} à ce candidat\u00a0; le responsable peut les rendre.`
    },
    evidence: {
      lead: 'Un relevé automatique, qui se trompe parfois\u00a0: vérifiez chaque point dans le texte.',
      none: 'Rien n’a été relevé.',
      kinds: {
        journey: 'La carte du parcours',
        salutation: 'Formule d’appel',
        closing: 'Formule de politesse',
        paragraphs: 'Paragraphes',
        spelling: 'Orthographe',
        grammar: 'Grammaire',
        typography: 'Typographie',
        repetition: 'Répétitions',
        name: 'Noms à comparer',
        dossier: 'Repris du dossier'
      },
      show: 'Voir dans le texte'
    }
  },
  en: {
    title: 'How the paper was written',
    lead: 'Clues, to be checked: where each word comes from, what was asked of the assistant, what an automatic reading found. Nothing here marks the candidate, nor says what they feel. You alone judge.',
    journeyLead:
      'Clues, to be checked: where each word comes from, how the map was made, what an automatic reading found. Nothing here marks the candidate. You alone judge.',
    back: 'Back to the sheet',
    subject: 'The subject and what is expected',
    text: 'The paper',
    asHandedIn: 'As it was handed in',
    asAt: (moment) => `As it was at ${moment}`,
    fields: {
      subject: 'Subject',
      salutation: 'Salutation',
      body: 'Message',
      closing: 'Closing and signature',
      'reply-1': 'First reply',
      'reply-2': 'Second reply',
      stages: 'The map',
      notes: 'Notes'
    },
    empty: 'Empty',
    erased:
      'The words of this paper, of the questions and of the answers were erased, their time being over. Their length, place, time and source are left.',
    origins: {
      candidate: { label: 'The candidate’s', mark: '', hint: 'typed' },
      assistant: { label: 'The assistant’s', mark: 'A', hint: 'as it was' },
      'assistant-edited': {
        label: 'The assistant’s, edited',
        mark: 'AE',
        hint: 'a letter at least changed in the word'
      },
      dossier: { label: 'From the dossier', mark: 'D', hint: 'pasted from a document' },
      pasted: { label: 'Pasted from elsewhere', mark: 'P', hint: 'source unknown' },
      unknown: { label: 'Not traced', mark: 'NT', hint: 'text sent again whole by the device' }
    },
    sources: 'Words of the paper, by source',
    words: (count) => plural(count, 'word', 'words'),
    journey: {
      title: 'The client’s journey',
      screen: 'See full screen',
      stage: (place, aspect) => `Stage ${place}, ${aspect}`
    },
    views: { making: 'Making', conversation: 'Conversation', evidence: 'Clues' },
    making: {
      lead: 'Move the slider: the paper becomes again what it was.',
      slider: 'Moment of the assessment',
      earlier: 'Before',
      later: 'After',
      play: 'Play',
      pause: 'Pause',
      happening: {
        writing: 'Writing',
        assistant: 'Inserted from the assistant',
        pasted: 'Pasted',
        checkpoint: 'Text sent again whole',
        'stage-added': 'Stage added',
        'stage-moved': 'Stage moved',
        'stage-removed': 'Stage taken away'
      },
      rest: (moment) => `after ${moment} without writing`,
      none: 'Nothing was written.'
    },
    conversation: {
      lead: 'All that the candidate asked, and all that came back.',
      none: 'The candidate asked the assistant nothing.',
      question: 'Question',
      answer: 'Answer',
      kept: (whole, edited) =>
        whole + edited === 0
          ? 'No word of this answer is in the paper.'
          : `In the paper: ${plural(whole, 'word as it was', 'words as they were')}, ${edited} edited.`,
      endings: {
        whole: '',
        limit: 'Answer at its greatest length.',
        stopped: 'Stopped by the candidate, or page left.',
        fault: 'Broken off by a failure of the assistant.',
        never: 'Never arrived.'
      },
      lost: (minutes) =>
        `The assistant cost this candidate ${plural(minutes, 'minute', 'minutes')}; the manager can give them back.`
    },
    evidence: {
      lead: 'An automatic reading, which is sometimes wrong: check each point in the text.',
      none: 'Nothing was found.',
      kinds: {
        journey: 'The map of the journey',
        salutation: 'Salutation',
        closing: 'Closing formula',
        paragraphs: 'Paragraphs',
        spelling: 'Spelling',
        grammar: 'Grammar',
        typography: 'Typography',
        repetition: 'Repetitions',
        name: 'Names to compare',
        dossier: 'Taken from the dossier'
      },
      show: 'Show in the text'
    }
  }
};

/** A moment of the sitting: « 12 min 05 s ». */
export function momentText(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  const minutes = Math.floor(seconds / 60);
  const rest = String(seconds % 60).padStart(minutes > 0 ? 2 : 1, '0');
  return minutes > 0 ? `${minutes}\u00a0min\u00a0${rest}\u00a0s` : `${rest}\u00a0s`;
}
