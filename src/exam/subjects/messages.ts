import type { Phrase } from '#platform/language.ts';

const say = (fr: string, en: string): Phrase => ({ fr, en });
/** “4 documents”: the same rule of plural in both languages, from two on. */
const counted = (count: number, noun: string) => `${count} ${noun}${count > 1 ? 's' : ''}`;
const quoted = (values: readonly unknown[]) => values.map(String).join(', ');

/** What a field must hold, said as the end of a sentence. */
const kinds: Record<string, Phrase> = {
  string: say('un texte', 'a text'),
  number: say('un nombre', 'a number'),
  int: say('un nombre entier', 'a whole number'),
  boolean: say('« true » ou « false »', '“true” or “false”'),
  array: say('une liste', 'a list'),
  object: say('un objet', 'an object'),
  date: say('une date AAAA-MM-JJ', 'a date YYYY-MM-DD'),
  email: say('une adresse électronique', 'an e-mail address'),
  regex: say(
    'un identifiant en minuscules et traits d’union, comme « ec1-hotel-palace »',
    'an identifier in lower case and hyphens, such as “ec1-hotel-palace”'
  )
};

/** The pieces whose absence says more than « a field is missing ». */
export const missingPieces: Record<string, Phrase> = {
  assessment: say(
    'L’épreuve n’est pas indiquée : ajoutez « assessment », par exemple EC1 ou MS3.',
    'The assessment is not given: add “assessment”, for instance EC1 or MS3.'
  ),
  roleSheet: say(
    'La fiche de rôle manque : une mise en situation ne se joue pas sans « juror.roleSheet ».',
    'The role sheet is missing: a role play needs “juror.roleSheet”.'
  ),
  culture: say(
    'La culture du client manque : l’épreuve MS3 demande « juror.roleSheet.culture ».',
    'The client’s culture is missing: MS3 needs “juror.roleSheet.culture”.'
  ),
  complaint: say(
    'La réclamation manque : l’épreuve MS5 demande « juror.roleSheet.complaint ».',
    'The complaint is missing: MS5 needs “juror.roleSheet.complaint”.'
  ),
  writtenChannel: say(
    'La variante écrite manque : l’épreuve MS2 demande « writtenChannel », pour un candidat sourd.',
    'The written variant is missing: MS2 needs “writtenChannel”, for a deaf candidate.'
  ),
  replyTo: say(
    'Les deux avis auxquels répondre manquent : l’épreuve EC3 demande « candidate.replyTo ».',
    'The two reviews to answer are missing: EC3 needs “candidate.replyTo”.'
  ),
  mail: say(
    'L’expéditeur et le destinataire du courriel manquent : l’épreuve EC2 demande « candidate.mail ».',
    'The sender and the recipient are missing: EC2 needs “candidate.mail”.'
  ),
  parts: say(
    'Les deux temps de l’épreuve MS5 manquent : ajoutez « candidate.parts ».',
    'The two parts of MS5 are missing: add “candidate.parts”.'
  )
};

/** The sentences that say what is wrong in a subject, and what to do. */
export const faultMessages = {
  notJson: () =>
    say(
      'Le fichier n’est pas du JSON valide : vérifiez les guillemets, les virgules et les accolades.',
      'The file is not valid JSON: check its quotes, commas and braces.'
    ),
  notASubject: () =>
    say(
      'Le fichier ne décrit pas un sujet : un objet JSON est attendu.',
      'The file does not describe a subject: a JSON object is expected.'
    ),
  unknownAssessment: (id: string, known: readonly unknown[]) =>
    say(
      `L’épreuve « ${id} » est inconnue : choisissez parmi ${quoted(known)}.`,
      `Assessment “${id}” is unknown: choose among ${quoted(known)}.`
    ),
  missing: (path: string) =>
    say(`Il manque le champ « ${path} » : ajoutez-le.`, `The field “${path}” is missing: add it.`),
  empty: (path: string) =>
    say(
      `Le champ « ${path} » est vide : écrivez son texte.`,
      `The field “${path}” is empty: write it.`
    ),
  unknownField: (path: string) =>
    say(
      `Le champ « ${path} » n’est pas connu : retirez-le ou corrigez son nom.`,
      `The field “${path}” is unknown: remove it or correct its name.`
    ),
  notOneOf: (path: string, values: readonly unknown[]) =>
    say(
      `Le champ « ${path} » doit être l’une de ces valeurs : ${quoted(values)}.`,
      `The field “${path}” must be one of: ${quoted(values)}.`
    ),
  notAsExpected: (path: string, kind: string) => {
    const wanted = kinds[kind] ?? say('de la forme prévue', 'of the expected form');
    return say(
      `Le champ « ${path} » doit être ${wanted.fr}.`,
      `The field “${path}” must be ${wanted.en}.`
    );
  },
  tooFew: (path: string, minimum: number) =>
    say(
      `La liste « ${path} » doit compter au moins ${counted(minimum, 'élément')}.`,
      `The list “${path}” must have at least ${counted(minimum, 'item')}.`
    ),
  exactly: (path: string, count: number) =>
    say(
      `La liste « ${path} » doit compter exactement ${count} éléments.`,
      `The list “${path}” must have exactly ${count} items.`
    ),
  tooSmall: (path: string, minimum: number) =>
    say(
      `Le champ « ${path} » doit valoir au moins ${minimum}.`,
      `The field “${path}” must be at least ${minimum}.`
    ),
  tooBig: (path: string, maximum: number) =>
    say(
      `Le champ « ${path} » doit valoir au plus ${maximum}.`,
      `The field “${path}” must be at most ${maximum}.`
    ),
  unknownCriterion: (criterion: string) =>
    say(
      `Le critère ${criterion} n’existe pas dans le référentiel : corrigez son code.`,
      `Criterion ${criterion} is not in the certification: correct its code.`
    ),
  foreignCriterion: (criterion: string, other: string, assessment: string) =>
    say(
      `Le critère ${criterion} relève de l’épreuve ${other}, non de ${assessment} : retirez cette note ou corrigez son code.`,
      `Criterion ${criterion} belongs to ${other}, not to ${assessment}: remove this note or correct its code.`
    ),
  repeatedCriterion: (criterion: string) =>
    say(
      `Le critère ${criterion} a deux notes : réunissez-les.`,
      `Criterion ${criterion} has two notes: merge them.`
    ),
  competenceWithoutNote: (competence: string) =>
    say(
      `Aucune note de correction ne porte sur la compétence ${competence} : ajoutez-en au moins une.`,
      `No marking note is about competence ${competence}: add at least one.`
    ),
  repeatedId: (id: string) =>
    say(
      `L’identifiant « ${id} » sert deux fois : donnez à chacun le sien.`,
      `The identifier “${id}” is used twice: give each its own.`
    ),
  fewDocuments: (count: number, minimum: number) =>
    say(
      `Le dossier compte ${counted(count, 'document')} : l’épreuve EC1 en demande au moins ${minimum}.`,
      `The dossier has ${counted(count, 'document')}: EC1 needs at least ${minimum}.`
    ),
  tonesMissing: () =>
    say(
      'Aucun réseau ne porte à la fois un avis neutre et un avis négatif : l’épreuve EC3 demande les deux sur le même réseau.',
      'No network carries both a neutral and a negative review: EC3 needs both on the same network.'
    ),
  unknownReview: (id: string) =>
    say(
      `L’avis « ${id} » n’est pas dans le dossier : corrigez « candidate.replyTo ».`,
      `Review “${id}” is not in the dossier: correct “candidate.replyTo”.`
    ),
  wrongReplies: () =>
    say(
      'Les deux avis auxquels répondre doivent être l’un neutre, l’autre négatif, et du même réseau.',
      'The two reviews to answer must be one neutral and one negative, on the same network.'
    ),
  noCatalogue: () =>
    say(
      'L’épreuve MS4 demande un document « catalogue », avec les prix : sans offre, rien ne se vend.',
      'MS4 needs a “catalogue” document, with prices: with no offer, nothing can be sold.'
    ),
  objectionsOneSided: () =>
    say(
      'L’épreuve MS4 demande au moins une objection fondée et une objection non fondée.',
      'MS4 needs at least one founded and one unfounded objection.'
    ),
  noFeedback: () =>
    say(
      'Le plan d’action de MS5 s’appuie sur des retours clients : ajoutez un document « feedback », « log » ou « reviews ».',
      'The action plan of MS5 rests on client feedback: add a “feedback”, “log” or “reviews” document.'
    ),
  reviewerIsAuthor: () =>
    say(
      'L’auteur et le relecteur sont la même personne : la relecture revient à une autre.',
      'The author and the reviewer are the same person: another must review.'
    ),
  datesOutOfOrder: () =>
    say(
      'Les dates du sujet ne se suivent pas : écriture, relecture, premier usage, retrait.',
      'The dates of the subject do not follow: writing, review, first use, retirement.'
    )
} satisfies Record<string, (...details: never[]) => Phrase>;
