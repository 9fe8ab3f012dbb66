import type { Dictionary } from '#platform/language.ts';
import type { CredentialFile } from './credential/files.ts';
import type { Sharing } from './model.ts';
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
  suspended: string;
  credential: string;
  credentialLead: string;
  files: Record<CredentialFile, string>;
  sharing: string;
  sharingLead: string;
  sharesLegend: string;
  shares: Record<keyof Sharing, string>;
  share: string;
  shared: string;
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
    letter: 'Lire ma lettre de résultat',
    suspended:
      'Votre certificat est suspendu\u00a0: il n’atteste rien pour le moment. Le certificateur vous dira pourquoi.',
    credential: 'Votre attestation numérique',
    credentialLead:
      'Elle dit votre nom, la date et le niveau atteint dans chaque compétence, signée de façon que chacun puisse la vérifier. Gardez-la dans un portefeuille numérique, ou joignez l’image à un profil.',
    files: {
      'credential.json': 'Attestation (JSON)',
      'credential.jwt': 'Attestation (JWT)',
      'badge.png': 'Image (PNG)',
      'badge.svg': 'Image (SVG)'
    },
    sharing: 'Ce que dit la page publique',
    sharingLead:
      'Quiconque a le numéro de votre certificat peut l’ouvrir. Elle dit toujours si le certificat est en vigueur\u00a0; le reste dépend de vous. Un fichier que vous donnez, lui, dit tout ce qu’il contient.',
    sharesLegend: 'Cette page dit aussi',
    shares: {
      name: 'Mon nom',
      date: 'La date de délivrance',
      results: 'Le niveau atteint dans chaque compétence'
    },
    share: 'Enregistrer mes choix',
    shared: 'Vos choix sont enregistrés.'
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
    letter: 'Read my result letter',
    suspended:
      'Your certificate is suspended: it attests nothing for now. The certifying body will tell you why.',
    credential: 'Your digital credential',
    credentialLead:
      'It says your name, the date and the level reached in each competence, signed so that anyone can verify it. Keep it in a digital wallet, or add the picture to a profile.',
    files: {
      'credential.json': 'Credential (JSON)',
      'credential.jwt': 'Credential (JWT)',
      'badge.png': 'Picture (PNG)',
      'badge.svg': 'Picture (SVG)'
    },
    sharing: 'What the public page says',
    sharingLead:
      'Whoever has the number of your certificate can open it. It always says whether the certificate is in force; the rest is up to you. A file that you hand over says all that it holds.',
    sharesLegend: 'This page also says',
    shares: {
      name: 'My name',
      date: 'The date of the award',
      results: 'The level reached in each competence'
    },
    share: 'Save my choices',
    shared: 'Your choices are saved.'
  }
};
