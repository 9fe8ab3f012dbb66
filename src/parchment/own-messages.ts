import type { Dictionary } from '#platform/language.ts';
import type { OwnResult } from './results.ts';

/** How a candidate is told their result, on their own dossier. */
interface OwnResultWords {
  title: string;
  outcomes: Record<OwnResult['outcome'], string>;
  counted: (held: number, all: number) => string;
  kept: (day: string) => string;
  validated: string;
  toResit: string;
  certificate: string;
  verify: string;
  letter: string;
}

export const ownResultWords: Dictionary<OwnResultWords> = {
  fr: {
    title: 'Votre résultat',
    outcomes: {
      pending: 'Le jury n’a pas encore arrêté les résultats.',
      awarded: 'Félicitations\u00a0: la certification vous est délivrée.',
      refused: 'La certification ne vous est pas délivrée cette fois.',
      absent: 'Vous n’avez pas passé les évaluations de cette session.'
    },
    counted: (held, all) =>
      held === 0
        ? `Aucune des ${all} compétences n’est encore validée.`
        : `${held} ${held > 1 ? 'compétences validées' : 'compétence validée'} sur ${all}. Votre lettre dit, pour chacune, ce qui était fort et ce qui est à travailler.`,
    kept: (day) => `Ce qui est validé vous reste acquis jusqu’au ${day}.`,
    validated: 'validée',
    toResit: 'à repasser',
    certificate: 'Ouvrir mon parchemin',
    verify: 'Sa page publique',
    letter: 'Lire ma lettre de résultat'
  },
  en: {
    title: 'Your result',
    outcomes: {
      pending: 'The panel has not settled the results yet.',
      awarded: 'Congratulations: you are certified.',
      refused: 'The certification is not awarded to you this time.',
      absent: 'You did not sit the assessments of this session.'
    },
    counted: (held, all) =>
      held === 0
        ? `None of the ${all} competences is validated yet.`
        : `${held} of ${all} competences validated. Your letter says, for each, what was strong and what to work on.`,
    kept: (day) => `What is validated stays yours until ${day}.`,
    validated: 'validated',
    toResit: 'to sit again',
    certificate: 'Open my certificate',
    verify: 'Its public page',
    letter: 'Read my result letter'
  }
};
