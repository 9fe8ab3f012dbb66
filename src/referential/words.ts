import type { Dictionary } from '#platform/language.ts';
import { decimal, frenchText } from '#platform/typography.ts';
import type { AwardPolicy, Durations, Referential } from './model.ts';

/** The certification’s title as it is set; the data keep it to the letter of the official text. */
export const titleOf = ({ title }: Pick<Referential, 'title'>): string => frenchText(title);

/** The title in English, marked where it is a translation; null where there is none. */
export const englishTitleOf = ({ titleEnglish }: Referential): string | null =>
  titleEnglish
    ? titleEnglish.text + (titleEnglish.source === 'translation' ? ' (translation)' : '')
    : null;

/** How long an assessment lasts, said in one line. */
export const lasting: Dictionary<(durations: Durations) => string> = {
  fr: (durations) =>
    durations.form === 'oral'
      ? `${durations.preparationMinutes} min de préparation, ${durations.oralMinutes} min devant le jury`
      : `${durations.writtenMinutes} min à l’écrit`,
  en: (durations) =>
    durations.form === 'oral'
      ? `${durations.preparationMinutes} min to prepare, ${durations.oralMinutes} min before the panel`
      : `${durations.writtenMinutes} min in writing`
};

const isThird = (value: number) => Math.abs(value - 1 / 3) < 1e-9;

const share: Dictionary<(value: number) => string> = {
  fr: (value) => (isThird(value) ? 'd’un tiers' : `de ${decimal(100 * value, 'fr')}\u00a0%`),
  en: (value) => (isThird(value) ? 'a third' : `${decimal(100 * value, 'en')}%`)
};

/** What it takes to be certified, in full sentences. */
export const award: Dictionary<(policy: AwardPolicy) => string[]> = {
  fr: (policy) => [
    `Une compétence est validée quand la moyenne de ses critères observés atteint ${decimal(policy.competenceMean, 'fr')}` +
      (policy.noZero ? ' et qu’aucun n’est au niveau 0. ' : '. ') +
      `Quand plus ${share.fr(policy.notObservedMaxShare)} des critères n’ont pas été observés, le jury en délibère.`,
    'La certification est délivrée quand toutes les compétences sont validées. ' +
      `Une compétence validée le reste ${policy.keepMonths} mois.`
  ],
  en: (policy) => [
    `A competence is validated when the mean of its observed criteria reaches ${decimal(policy.competenceMean, 'en')}` +
      (policy.noZero ? ' and none is at level 0. ' : '. ') +
      `When more than ${share.en(policy.notObservedMaxShare)} of the criteria were not observed, the panel deliberates.`,
    'The certification is awarded when all competences are validated. ' +
      `A validated competence remains so for ${policy.keepMonths} months.`
  ]
};
