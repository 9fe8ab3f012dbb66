import type { Phrase } from '#platform/language.ts';
import { frenchSpaces } from '#platform/typography.ts';

const say = (fr: string, en: string): Phrase => ({ fr: frenchSpaces(fr), en });

/** Why someone is not enrolled, or a dossier not changed, and what to do. */
export const enrolmentFaults = {
  emailOfAnother: () =>
    say(
      'Cette adresse ouvre déjà le dossier d’un autre candidat : donnez à chacun la sienne. S’il s’agit de la même personne, vérifiez ses nom, prénoms, date de naissance et sexe.',
      'This address already opens another candidate’s dossier: give each their own. If this is the same person, check the names, birth date and sex.'
    ),
  emailOfAccount: () =>
    say(
      'Cette adresse est celle du compte d’une autre personne : vérifiez-la, ou donnez celle du candidat.',
      'This address is that of another person’s account: check it, or give the candidate’s own.'
    ),
  alike: () =>
    say(
      'Quelqu’un a déjà ce nom, ces prénoms, cette date de naissance et ce sexe : dites s’il s’agit de la même personne.',
      'Someone already has these names, this birth date and this sex: say whether it is the same person.'
    ),
  knownOtherwise: () =>
    say(
      'Cette personne est déjà connue de la certification avec un autre renseignement ici : reprenez celui de son dossier, ou demandez au responsable de la certification de le corriger.',
      'This person is already known with other details here: use those of the dossier, or ask the certification manager to correct them.'
    ),
  unknown: () =>
    say(
      'Cette inscription est introuvable : revenez à la liste des candidats.',
      'This enrolment cannot be found: go back to the list of candidates.'
    ),
  withdrawn: () =>
    say(
      'Cette inscription est annulée : réinscrivez d’abord le candidat.',
      'This enrolment was withdrawn: enrol the candidate again first.'
    ),
  stale: () =>
    say(
      'Ce dossier a changé depuis l’ouverture de la page : rechargez-la, relisez, puis recommencez.',
      'This dossier has changed since the page was opened: reload it, read it again, then try again.'
    ),
  sameAsAnother: () =>
    say(
      'Un autre candidat a déjà ce nom, ces prénoms, cette date de naissance et ce sexe : vérifiez de qui il s’agit.',
      'Another candidate already has these names, birth date and sex: check who this is.'
    ),
  otherCentres: () =>
    say(
      'Ce candidat a aussi été inscrit par un autre centre : demandez au responsable de la certification de corriger son identité.',
      'This candidate was also enrolled by another centre: ask the certification manager to correct the identity.'
    )
} satisfies Record<string, () => Phrase>;
