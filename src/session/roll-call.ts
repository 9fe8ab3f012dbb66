/** What was noted of who came: nothing is said of whoever nobody noted. */
import type { Phrase } from '#platform/language.ts';

export interface RollCall {
  present: number;
  absent: number;
  /** People of whom nobody noted whether they came. */
  unrecorded: number;
}

export const rollCallOf = (people: readonly { present: boolean | null }[]): RollCall => ({
  present: people.filter(({ present }) => present === true).length,
  absent: people.filter(({ present }) => present === false).length,
  unrecorded: people.filter(({ present }) => present === null).length
});

const counted = (count: number, one: string, many = one): string =>
  `${count}\u00a0${count > 1 ? many : one}`;

/** The roll call of candidates in a sentence: « Appel des candidats : 11 présents, 1 absent. » */
export function rollCallInWords({ present, absent, unrecorded }: RollCall): Phrase {
  if (present + absent === 0)
    return {
      fr: 'L’appel des candidats n’a pas été noté.',
      en: 'No roll call of the candidates was noted.'
    };
  const parts = [
    { count: present, fr: ['présent', 'présents'], en: 'present' },
    { count: absent, fr: ['absent', 'absents'], en: 'absent' },
    { count: unrecorded, fr: ['non noté', 'non notés'], en: 'not noted' }
  ].filter(({ count }) => count > 0);
  return {
    fr: `Appel des candidats\u00a0: ${parts.map(({ count, fr: [one = '', many] }) => counted(count, one, many)).join(', ')}.`,
    en: `Roll call of the candidates: ${parts.map(({ count, en }) => counted(count, en)).join(', ')}.`
  };
}
