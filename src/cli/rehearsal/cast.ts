import type { IdentityAnswers } from '#session';
import { chance, oneOf } from './chance.ts';

/** Fictitious people, of the cultures that a French luxury house brings together. */
const women = [
  'Inès',
  'Camille',
  'Aïssatou',
  'Léa',
  'Mai Linh',
  'Élodie',
  'Yasmine',
  'Chloé',
  'Priya',
  'Marie-Ange',
  'Sofia',
  'Anaïs',
  'Hanaé',
  'Éléonore',
  'Fatou',
  'Noémie'
];
const men = [
  'Théo',
  'Karim',
  'Louis',
  'Amadou',
  'Jean-Baptiste',
  'Ravi',
  'Hugo',
  'Mehdi',
  'Gaël',
  'Kenji',
  'Émile',
  'Tiago',
  'Ousmane',
  'Loïc',
  'Elias',
  'Raphaël'
];
const families = [
  'Belkacem',
  'Lefèvre',
  'N’Diaye',
  'Nguyen',
  'Moreau',
  'd’Arcy',
  'Da Silva',
  'Rousseau',
  'Haddad',
  'Martin-Roche',
  'Tanaka',
  'Diallo',
  'Garnier',
  'Chevallier',
  'Sharma',
  'O’Brien',
  'Le Goff',
  'Benali',
  'Fontaine',
  'Kouassi',
  'Rossi',
  'Dupré',
  'Mercier',
  'Traoré'
];

const birthplaces: readonly Partial<IdentityAnswers>[] = [
  { birthPlace: 'Lyon', birthInseeCode: '69123' },
  { birthPlace: 'Nantes', birthInseeCode: '44109' },
  { birthPlace: 'Strasbourg', birthInseeCode: '67482' },
  { birthPlace: 'Lille', birthInseeCode: '59350' },
  { birthPlace: 'Bordeaux', birthInseeCode: '33063' },
  { birthPlace: 'Fort-de-France', birthInseeCode: '97209' },
  { birthPlace: 'Dakar', birthCountry: '99341' },
  { birthPlace: 'Beyrouth', birthCountry: '99205' },
  { birthPlace: 'Milan', birthCountry: '99127' },
  { birthPlace: 'Kyoto', birthCountry: '99217' }
];

const jurorNames = [
  'Hélène de Vasselin',
  'Marc Oyono',
  'Béatrice Lang',
  'Antoine Keller',
  'Sophie Abitbol',
  'Youssef Mansour',
  'Claire Montaigu',
  'Paolo Bianchi',
  'Isabelle Tran',
  'Stéphane Wagner',
  'Nadia Cherif',
  'Olivier Saint-Clair'
];

/** A person of the cast: how they are called, and where mail would reach them. */
export interface CastMember {
  name: string;
  email: string;
}

/** Addresses end in « .invalid » (RFC 2606), so that no mail can ever reach a real person. */
export const addressOf = (name: string, place: number | '' = ''): string =>
  `${name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z]+/g, '.')}${place}@demo.parchemin.invalid`;

/** The first jurors of the cast; past its end, names come again with a number. */
export const castJurors = (count: number): CastMember[] =>
  Array.from({ length: count }, (_, place) => {
    const name = jurorNames[place % jurorNames.length] ?? '';
    const round = Math.floor(place / jurorNames.length);
    return {
      name: round === 0 ? name : `${name} ${'I'.repeat(round + 1)}`,
      email: addressOf(name, round === 0 ? '' : round)
    };
  });

/** Candidates as an enrolment form gives them; the same seed casts the same people. */
export function castCandidates(count: number, seed: number): IdentityAnswers[] {
  return Array.from({ length: count }, (_, place): IdentityAnswers => {
    const sex = chance(seed, 'sex', place) < 0.6 ? 'F' : 'M';
    // Lists are walked in steps that share no divisor with their length: neighbours never share a name.
    const start = Math.floor(chance(seed, 'start') * families.length);
    const firsts = sex === 'F' ? women : men;
    const first = firsts[(start + place * 5) % firsts.length] ?? '';
    const family = families[(start + place * 7) % families.length] ?? '';
    const year = 1975 + Math.floor(chance(seed, 'year', place) * 30);
    const month = 1 + Math.floor(chance(seed, 'month', place) * 12);
    const day = 1 + Math.floor(chance(seed, 'day', place) * 28);
    return {
      birthName: family,
      firstNames: first,
      sex,
      birthDate: `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
      email: addressOf(`${first} ${family}`, place + 1),
      ...oneOf(birthplaces, seed, 'birthplace', place)
    };
  });
}
