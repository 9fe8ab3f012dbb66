import type { Phrase } from '#platform/language.ts';
import { frenchSpaces } from '#platform/typography.ts';

const say = (fr: string, en: string): Phrase => ({ fr: frenchSpaces(fr), en });

/**
 * What to do when the Caisse refuses a holder. It looks people up by birth name, given name, sex and
 * year of birth; then, among several, by month and day; then by commune (certificateurs.
 * moncompteformation.gouv.fr, « Malgré la vérification de l’identité des certifiés… »).
 */
const rules: readonly { when: RegExp; then: Phrase }[] = [
  {
    when: /plusieurs titulaires/i,
    then: say(
      'Plusieurs personnes portent cette identité : vérifiez le jour et le mois de naissance, la commune et les autres prénoms, corrigez-les, puis préparez un nouveau fichier.',
      'Several people bear this identity: check the day and month of birth, the commune and the other given names, correct them, then prepare a new file.'
    )
  },
  {
    when: /aucun titulaire|titulaire ne correspond|r[ée]conciliation/i,
    then: say(
      'La Caisse ne trouve personne sous cette identité : comparez le nom de naissance, le premier prénom, le sexe et la date de naissance à la pièce d’identité ou à l’attestation de droits de l’Assurance maladie, corrigez-les, puis préparez un nouveau fichier.',
      'The Caisse finds nobody under this identity: compare the birth name, the first given name, the sex and the birth date with the identity paper or the health insurance certificate, correct them, then prepare a new file.'
    )
  },
  {
    when: /contrat|certificateur|certification .*(inconnue|introuvable)|habilit/i,
    then: say(
      'La Caisse ne reconnaît pas le certificateur ou la certification : vérifiez les identifiants à la page « Registre », puis renvoyez ce titulaire tel quel.',
      'The Caisse does not recognise the certifying body or the certification: check the identifiers on the page “Registry”, then send this holder again as they are.'
    )
  }
];

const otherwise = say(
  'Lisez le message de la Caisse, corrigez l’identité s’il le demande, puis préparez un nouveau fichier. Si tout est exact, écrivez à support.certificateurs@caissedesdepots.fr.',
  'Read the message of the Caisse, correct the identity if it asks for it, then prepare a new file. If all is right, write to support.certificateurs@caissedesdepots.fr.'
);

export const adviceOn = (words: string): Phrase =>
  rules.find(({ when }) => when.test(words))?.then ?? otherwise;
