import { criteriaOf, type AssessmentId, type Level, type Referential } from '#referential';
import { chance, normal, oneOf } from './chance.ts';

/** A mark that a rehearsal's juror gives. */
export interface RehearsedMark {
  criterionId: string;
  level: Level | null;
  comment: string;
}

const praise = [
  'Très juste, avec une attention sincère.',
  'Gestes précis, présence élégante.',
  'Vocabulaire riche et bien choisi.',
  'A devancé la demande avec délicatesse.'
];
const remarks = [
  'Hésitations\u00a0: la formule reste convenue.',
  'L’intention est bonne, la réalisation encore scolaire.',
  'A oublié de nommer le client.',
  'Réponse correcte mais sans personnalisation.'
];
const failures = [
  'Élément absent de la prestation.',
  'A coupé la parole au client à deux reprises.',
  'Réponse à côté de la demande.'
];
const unseen = [
  'La situation jouée n’a pas permis de l’observer.',
  'Le temps imparti était écoulé avant ce point.'
];

/**
 * How one juror marks one sheet: a candidate's ability, a juror's severity, a criterion's difficulty
 * and some noise, cut into the four levels. The same seed gives the same marks.
 */
export function rehearseSheet(
  referential: Referential,
  assessmentId: AssessmentId,
  who: { seed: number; candidate: number; juror: string }
): RehearsedMark[] {
  const { seed, candidate, juror } = who;
  const ability = 2.75 + 0.42 * normal(seed, 'ability', candidate);
  const severity = 0.12 * normal(seed, 'severity', juror);
  return criteriaOf(referential, assessmentId).map(({ id }) => {
    if (chance(seed, 'unseen', candidate, id, juror) < 0.008)
      return { criterionId: id, level: null, comment: oneOf(unseen, seed, 'why', candidate, id) };
    const difficulty = 0.2 * normal(seed, 'difficulty', id);
    const shared = 0.3 * normal(seed, 'performance', candidate, id);
    const own = 0.3 * normal(seed, 'eye', candidate, id, juror);
    const level = cut(ability - severity - difficulty + shared + own);
    return { criterionId: id, level, comment: commentOn(level, seed, candidate, id, juror) };
  });
}

const cut = (score: number): Level => (score < 0.8 ? 0 : score < 1.65 ? 1 : score < 2.6 ? 2 : 3);

function commentOn(level: Level, ...about: [number, ...(string | number)[]]): string {
  const [seed, ...rest] = about;
  if (level === 0) return oneOf(failures, seed, 'comment', ...rest);
  if (level === 1) return oneOf(remarks, seed, 'comment', ...rest);
  return chance(seed, 'speaks', ...rest) < 0.12 ? oneOf(praise, seed, 'comment', ...rest) : '';
}
