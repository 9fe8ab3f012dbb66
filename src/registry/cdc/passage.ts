/** What the Caisse des Dépôts is told of one holder (C. trav. L6113-8), before it is written as XML. */
import { countries, firstNameList, type Identity } from '#session';

/** Who holds the certification, in the words of the State’s files. */
export interface Holder {
  birthName: string;
  usageName: string | null;
  /** One to three given names. */
  firstNames: readonly string[];
  sex: 'F' | 'M';
  /** YYYY-MM-DD */
  birthDate: string;
  birthPlace: string;
  /** INSEE code of the commune, five characters; null for those born abroad. */
  birthInseeCode: string | null;
  /** The last three characters of INSEE’s country code: 100 for France, 243 for Vietnam. */
  birthCountryCode: string;
  birthCountryName: string;
}

/** One « passage de certification »: an award and its holder. Dates are YYYY-MM-DD. */
export interface Passage {
  /** Names the award for good: the same in every file that speaks of it. */
  reference: string;
  /** Where anyone can have the certificate confirmed. */
  proofUrl: string | null;
  examinedFrom: string;
  examinedUntil: string;
  /** Postal code of the centre. */
  centrePostalCode: string | null;
  validFrom: string;
  /** Null for a certification without an end. */
  validUntil: string | null;
  enrolledOn: string | null;
  holder: Holder;
}

const mostGivenNames = 3;
const france = { code: '100', name: 'France' };
const countryNames = new Map(countries.map(({ code, name }) => [code, name]));

/** Files of the State compare names letter by letter, and know the apostrophe of keyboards alone. */
const plainly = (text: string): string => text.normalize('NFC').replaceAll('’', "'");

/** A candidate’s identity as the holder of a file. */
export function holderOf(identity: Identity): Holder {
  const abroad = identity.birthCountryCode;
  return {
    birthName: plainly(identity.birthName),
    usageName: identity.usageName === null ? null : plainly(identity.usageName),
    firstNames: firstNameList(identity.firstNames).slice(0, mostGivenNames).map(plainly),
    sex: identity.sex,
    birthDate: identity.birthDate,
    birthPlace: plainly(identity.birthPlace),
    birthInseeCode: identity.birthInseeCode,
    birthCountryCode: abroad === null ? france.code : abroad.slice(-3),
    birthCountryName: abroad === null ? france.name : (countryNames.get(abroad) ?? '')
  };
}
