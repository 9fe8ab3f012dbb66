import type { Phrase } from '#platform/language.ts';
import { frenchSpaces } from '#platform/typography.ts';
import type { AdaptationKind } from './model.ts';

const say = (fr: string, en: string): Phrase => ({ fr: frenchSpaces(fr), en });

/** Each adaptation in words that say what is done and never why. */
export const adaptationNames: Record<AdaptationKind, Phrase> = {
  'extra-time': say('Temps majoré', 'Extra time'),
  breaks: say('Pauses', 'Breaks'),
  'large-print': say('Documents en gros caractères', 'Documents in large print'),
  'high-contrast': say('Affichage très contrasté', 'High-contrast display'),
  'dyslexia-type': say('Police et mise en page aérées', 'Open typeface and layout'),
  'read-aloud': say('Lecture à voix haute', 'Reading aloud'),
  'keyboard-only': say('Usage du clavier seul', 'Keyboard only'),
  captions: say('Sous-titres', 'Captions'),
  'written-channel': say('Échange par écrit', 'Exchange in writing'),
  'human-assistance': say('Aide humaine', 'Human assistance')
};

/** What jurors do, unless the officer writes it otherwise. French: it is printed on the grid. */
export const usualInstructions: Record<AdaptationKind, string> = {
  'extra-time': frenchSpaces(
    'Laissez le temps que donne le minuteur : la majoration y est déjà comptée.'
  ),
  breaks: 'Accordez une pause dès que le candidat la demande, et arrêtez le minuteur.',
  'large-print': 'Remettez les documents dans leur édition en gros caractères.',
  'high-contrast': 'Laissez le candidat travailler sur l’écran réglé pour lui.',
  'dyslexia-type': 'Remettez les documents dans leur édition à police et mise en page aérées.',
  'read-aloud': 'Lisez les consignes et les documents à voix haute, sans les commenter.',
  'keyboard-only': 'Laissez le candidat travailler au clavier, sans souris.',
  captions: 'Affichez les sous-titres de chaque enregistrement.',
  'written-channel': 'Posez vos questions par écrit, et acceptez des réponses écrites.',
  'human-assistance': frenchSpaces(
    'Une personne assiste le candidat : adressez-vous toujours au candidat.'
  )
};

export const accessibilityFaults = {
  unknown: () =>
    say(
      'Ce dossier est introuvable : revenez à la liste.',
      'This file cannot be found: go back to the list.'
    ),
  dayCome: () =>
    say(
      'Le jour de la session est venu : adressez-vous au référent handicap sur place.',
      'The day of the session has come: speak to the accessibility officer on the spot.'
    ),
  settled: () =>
    say(
      'Les épreuves de cette session sont passées : les aménagements ne changent plus.',
      'The assessments of this session are over: adaptations no longer change.'
    ),
  withdrawn: () =>
    say(
      'Cette inscription est annulée : aucun aménagement ne peut être demandé.',
      'This enrolment was withdrawn: no adaptation can be asked for.'
    ),
  stale: () =>
    say(
      'Ce dossier a changé depuis l’ouverture de la page : rechargez-la, relisez, puis recommencez.',
      'This file has changed since the page was opened: reload it, read it again, then try again.'
    ),
  percent: () =>
    say(
      'Écrivez la durée en pourcentage, entre 101 et 300 : 133 pour un tiers de temps en plus.',
      'Write the time as a percentage from 101 to 300: 133 for a third more time.'
    )
} satisfies Record<string, () => Phrase>;
