import type { Dictionary } from '#platform/language.ts';
import { frenchSpaces } from '#platform/typography.ts';
import type { Ending } from './model.ts';

interface AssistantWords {
  title: string;
  /** That it is an AI system, said before anything is asked of it (AI Act, art. 50(1)). */
  nature: string;
  lead: string;
  instructions: string;
  question: string;
  ask: string;
  stop: string;
  asking: string;
  you: string;
  assistant: string;
  insert: string;
  insertSelection: string;
  inserted: string;
  arrived(words: number): string;
  left(share: number): string;
  exhausted: string;
  absent: string;
  empty: string;
  lost: string;
  unreachable: string;
  endings: Record<Exclude<Ending['kind'], 'fault'>, string>;
}

const french: AssistantWords = {
  title: 'Assistant',
  nature: 'L’assistant est un système d’intelligence artificielle\u00a0: il peut se tromper.',
  lead: 'Il ne voit ni le dossier ni votre texte\u00a0: seulement ce que vous lui écrivez. Le jury verra vos questions, ses réponses, et ce que vous en avez gardé.',
  instructions: 'Ce que l’assistant a reçu pour consigne',
  question: 'Votre question',
  ask: 'Envoyer',
  stop: 'Arrêter',
  asking: 'L’assistant répond…',
  you: 'Vous',
  assistant: 'Assistant',
  insert: 'Insérer la réponse',
  insertSelection: 'Insérer la sélection',
  inserted: 'Inséré dans votre texte.',
  arrived: (words) => `Réponse arrivée\u00a0: ${words} ${words > 1 ? 'mots' : 'mot'}.`,
  left: (share) => `Il vous reste ${share}\u00a0% de l’assistant.`,
  exhausted: 'Vous avez utilisé tout l’assistant de cette épreuve. Votre texte reste entier.',
  absent: 'Aucun assistant n’est branché. Prévenez le surveillant.',
  empty: 'Posez une question\u00a0: la réponse s’écrira ici.',
  lost: 'Cette réponse n’est jamais arrivée.',
  unreachable: 'Le serveur n’est pas joignable. Votre texte est intact.',
  endings: {
    whole: '',
    limit: 'La réponse a atteint sa longueur maximale.',
    stopped: 'Réponse arrêtée.'
  }
};

const english: AssistantWords = {
  title: 'Assistant',
  nature: 'The assistant is an artificial intelligence system: it may be wrong.',
  lead: 'It sees neither the dossier nor your text: only what you write to it. The panel will see your questions, its answers, and what you kept of them.',
  instructions: 'What the assistant was told',
  question: 'Your question',
  ask: 'Send',
  stop: 'Stop',
  asking: 'The assistant is answering…',
  you: 'You',
  assistant: 'Assistant',
  insert: 'Insert the answer',
  insertSelection: 'Insert the selection',
  inserted: 'Inserted into your text.',
  arrived: (words) => `Answer received: ${words} ${words === 1 ? 'word' : 'words'}.`,
  left: (share) => `You have ${share}% of the assistant left.`,
  exhausted: 'You have used all of the assistant for this assessment. Your text is whole.',
  absent: 'No assistant is connected. Tell the invigilator.',
  empty: 'Ask a question: the answer will be written here.',
  lost: 'This answer never arrived.',
  unreachable: 'The server cannot be reached. Your text is intact.',
  endings: {
    whole: '',
    limit: 'The answer reached its greatest length.',
    stopped: 'Answer stopped.'
  }
};

export const assistantWords: Dictionary<AssistantWords> = {
  fr: { ...french, lead: frenchSpaces(french.lead) },
  en: english
};
