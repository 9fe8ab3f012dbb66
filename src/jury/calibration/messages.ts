import type { Dictionary } from '#platform/language.ts';

interface CalibrationWords {
  title: string;
  lead: string;
  draft: string;
  adopted: string;
  situation: string;
  exchange: string;
  grid: string;
  compare: string;
  again: string;
  result: { title: string; summary: (same: number, near: number, far: number) => string };
  leaning: (mean: number) => string;
  columns: { criterion: string; given: string; agreed: string; distance: string; reason: string };
  distance: (levels: number) => string;
}

const tenth = (language: string, value: number) =>
  value.toLocaleString(language, { maximumFractionDigits: 1, minimumFractionDigits: 1 });

export const calibrationWords: Dictionary<CalibrationWords> = {
  fr: {
    title: 'S’accorder avant la session',
    lead: 'Notez un travail écrit, puis voyez à quelle distance vous êtes des notes convenues, critère par critère. Rien n’est gardé, rien n’entre dans la session.',
    draft: 'Projet\u00a0: notes convenues par ses auteurs, à adopter par le certificateur',
    adopted: 'Adopté par le certificateur',
    situation: 'La situation',
    exchange: 'L’usage de l’assistant',
    grid: 'Votre grille',
    compare: 'Comparer aux notes convenues',
    again: 'Noter de nouveau',
    result: {
      title: 'Vous et les notes convenues',
      summary: (same, near, far) =>
        [
          same > 0 ? `${same} ${same === 1 ? 'critère identique' : 'critères identiques'}` : '',
          near > 0 ? `${near} à un niveau` : '',
          far > 0 ? `${far} à deux niveaux ou plus` : ''
        ]
          .filter(Boolean)
          .join(', ') + '.'
    },
    leaning: (mean) =>
      mean === 0
        ? 'En moyenne, ni plus sévère ni plus généreux.'
        : `En moyenne, ${tenth('fr', Math.abs(mean))} niveau plus ${mean > 0 ? 'généreux' : 'sévère'}.`,
    columns: {
      criterion: 'Critère',
      given: 'Vous',
      agreed: 'Convenu',
      distance: 'Écart',
      reason: 'Pourquoi'
    },
    distance: (levels) => (levels === 0 ? 'aucun' : levels > 0 ? `+${levels}` : `−${-levels}`)
  },
  en: {
    title: 'Agreeing before the session',
    lead: 'Mark a piece of written work, then see how far you are from the agreed marks, criterion by criterion. Nothing is kept, nothing enters the session. The work itself is in French.',
    draft: 'Draft: marks agreed by its authors, for the certifier to adopt',
    adopted: 'Adopted by the certifier',
    situation: 'The situation',
    exchange: 'Use of the assistant',
    grid: 'Your sheet',
    compare: 'Compare with the agreed marks',
    again: 'Mark again',
    result: {
      title: 'You and the agreed marks',
      summary: (same, near, far) =>
        [
          same > 0 ? `${same} ${same === 1 ? 'criterion' : 'criteria'} alike` : '',
          near > 0 ? `${near} one level apart` : '',
          far > 0 ? `${far} two levels apart or more` : ''
        ]
          .filter(Boolean)
          .join(', ') + '.'
    },
    leaning: (mean) =>
      mean === 0
        ? 'On average, neither stricter nor more generous.'
        : `On average, ${tenth('en', Math.abs(mean))} of a level ${mean > 0 ? 'more generous' : 'stricter'}.`,
    columns: {
      criterion: 'Criterion',
      given: 'You',
      agreed: 'Agreed',
      distance: 'Gap',
      reason: 'Why'
    },
    distance: (levels) => (levels === 0 ? 'none' : levels > 0 ? `+${levels}` : `−${-levels}`)
  }
};
