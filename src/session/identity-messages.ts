import type { Phrase } from '#platform/language.ts';
import { frenchSpaces } from '#platform/typography.ts';

const say = (fr: string, en: string): Phrase => ({ fr: frenchSpaces(fr), en });

/** What is wrong with one answer about a candidate’s identity, and what to do. */
export const identityFaults = {
  invalid: () =>
    say(
      'Rien n’a été enregistré : corrigez les réponses signalées.',
      'Nothing was saved: correct the answers that are marked.'
    ),
  missing: (what: Phrase) =>
    say(
      `Indiquez ${what.fr}, comme sur la pièce d’identité.`,
      `Give ${what.en}, as on the identity paper.`
    ),
  tooLong: (most: number) =>
    say(
      `Ce texte dépasse ${most} caractères : abrégez-le.`,
      `This is longer than ${most} characters: shorten it.`
    ),
  tooMany: (most: number) =>
    say(
      `Indiquez au plus ${most} prénoms, séparés par des espaces ou des virgules.`,
      `Give at most ${most} given names, with spaces or commas between.`
    ),
  notLatin: () =>
    say(
      'Les fichiers de l’État s’écrivent en alphabet latin : recopiez la transcription latine qui figure sur la pièce d’identité.',
      'The State’s files are written in the Latin alphabet: copy the Latin transcription that the identity paper gives.'
    ),
  notAName: (character: string) =>
    say(
      `« ${character} » n’est pas admis dans un nom : gardez les lettres, les espaces, les traits d’union et les apostrophes.`,
      `“${character}” is not allowed in a name: keep to letters, spaces, hyphens and apostrophes.`
    ),
  notAPlace: (character: string) =>
    say(
      `« ${character} » n’est pas admis dans un nom de lieu : retirez-le.`,
      `“${character}” is not allowed in the name of a place: remove it.`
    ),
  sex: () =>
    say(
      'Indiquez F ou M, comme sur la pièce d’identité.',
      'Give F or M, as on the identity paper.'
    ),
  dateForm: () =>
    say(
      'Écrivez la date de naissance comme 31/12/1990.',
      'Write the birth date as 31/12/1990 (day, month, year).'
    ),
  dateUnreal: () =>
    say(
      'Cette date n’existe pas au calendrier : vérifiez le jour et le mois.',
      'This date is not in the calendar: check the day and the month.'
    ),
  dateFuture: () =>
    say(
      'Cette date est dans l’avenir : vérifiez l’année.',
      'This date is in the future: check the year.'
    ),
  dateAncient: () =>
    say(
      'Cette date est antérieure à 1900 : vérifiez l’année.',
      'This date is before 1900: check the year.'
    ),
  tooYoung: (age: number) =>
    say(
      `Un candidat a au moins ${age} ans : vérifiez l’année de naissance.`,
      `A candidate is at least ${age}: check the year of birth.`
    ),
  emailStart: () =>
    say(
      'Une adresse électronique commence par une lettre ou un chiffre : corrigez-la.',
      'An e-mail address begins with a letter or a digit: correct it.'
    ),
  country: (text: string) =>
    say(
      `« ${text} » n’est pas un pays de la liste de l’INSEE : écrivez son nom français ou son code, 99352 par exemple.`,
      `“${text}” is not a country of INSEE’s list: write its French name or its code, 99352 for instance.`
    ),
  inseeForm: () =>
    say(
      'Le code INSEE d’une commune compte cinq caractères, comme 75056, 2A004 ou 97105 : corrigez-le, ou laissez-le vide si le nom de la commune suffit.',
      'The INSEE code of a commune has five characters, such as 75056, 2A004 or 97105: correct it, or leave it empty when the name of the commune is enough.'
    ),
  inseeAbroad: () =>
    say(
      'Un code qui commence par 99 désigne un pays étranger : choisissez ce pays et laissez le code de commune vide.',
      'A code that begins with 99 is a foreign country: choose that country and leave the commune code empty.'
    ),
  inseeCorsica: () =>
    say(
      'En Corse, le code INSEE commence par 2A ou 2B : 2A004 pour Ajaccio, par exemple.',
      'In Corsica, INSEE codes begin with 2A or 2B: 2A004 for Ajaccio, for instance.'
    ),
  inseeWithCountry: () =>
    say(
      'Pour une naissance à l’étranger, laissez le code de commune vide.',
      'For a birth abroad, leave the commune code empty.'
    ),
  postalCode: (postal: string, code: string, name: string) =>
    say(
      `${postal} est un code postal : le code INSEE de ${name} est ${code}.`,
      `${postal} is a postal code: the INSEE code of ${name} is ${code}.`
    ),
  contradiction: (code: string, name: string, given: string, codes: readonly string[]) =>
    say(
      `${code} est le code de ${name}, et non de ${given} (${codes.join(', ')}) : corrigez l’un ou l’autre.`,
      `${code} is the code of ${name}, not of ${given} (${codes.join(', ')}): correct one or the other.`
    ),
  namesakes: (name: string, codes: readonly string[]) =>
    say(
      `Plusieurs communes s’appellent ${name} : indiquez le code INSEE (${codes.join(', ')}).`,
      `Several communes are called ${name}: give the INSEE code (${codes.join(', ')}).`
    ),
  unknownCommune: (name: string) =>
    say(
      `Aucune commune d’aujourd’hui ne s’appelle ${name} : vérifiez le nom. Pour une naissance à l’étranger, indiquez le pays ; pour une ancienne commune, son code INSEE.`,
      `No commune of today is called ${name}: check the name. For a birth abroad, give the country; for a former commune, its INSEE code.`
    )
} satisfies Record<string, (...details: never[]) => Phrase>;

/** What is asked for, said inside a sentence. */
export const identityAsked = {
  birthName: say('le nom de naissance', 'the birth name'),
  usageName: say('le nom d’usage', 'the name in use'),
  firstNames: say('les prénoms', 'the given names'),
  birthPlace: say('le lieu de naissance', 'the place of birth'),
  birthDate: say('la date de naissance', 'the date of birth')
} satisfies Record<string, Phrase>;
