import type { Phrase } from '#platform/language.ts';

const say = (fr: string, en: string): Phrase => ({ fr, en });

/** What a text field must look like, said as the end of a sentence. */
export const expectations = {
  text: say(
    'un texte d’une ligne, sans espace au début ni à la fin',
    'one line of text, with no space at either end'
  ),
  version: say('un numéro de version comme « 1.0.0 »', 'a version number such as “1.0.0”'),
  competenceId: say('un code de compétence comme « C1 »', 'a competence code such as “C1”'),
  criterionId: say('un code de critère comme « C1.1 »', 'a criterion code such as “C1.1”'),
  assessmentId: say('un code d’épreuve comme « EC1 »', 'an assessment code such as “EC1”'),
  string: say('un texte', 'a text'),
  number: say('un nombre', 'a number'),
  int: say('un nombre entier', 'a whole number'),
  boolean: say('« true » ou « false »', '“true” or “false”'),
  array: say('une liste', 'a list'),
  object: say('un objet', 'an object'),
  known: say('une valeur prévue par ce format', 'a value that this format knows')
} satisfies Record<string, Phrase>;

/** The sentences that say what is wrong in a certification file, and what to do. */
export const faultMessages = {
  notJson: () =>
    say(
      'Le fichier n’est pas du JSON valide : vérifiez les guillemets, les virgules et les accolades.',
      'The file is not valid JSON: check its quotes, commas and braces.'
    ),
  notAReferential: () =>
    say(
      'Le fichier ne décrit pas une certification : un objet JSON est attendu.',
      'The file does not describe a certification: a JSON object is expected.'
    ),
  missing: (path: string) =>
    say(`Il manque le champ « ${path} » : ajoutez-le.`, `The field “${path}” is missing: add it.`),
  unknownField: (path: string) =>
    say(
      `Le champ « ${path} » n’est pas connu : retirez-le ou corrigez son nom.`,
      `The field “${path}” is unknown: remove it or correct its name.`
    ),
  notAsExpected: (path: string, expected: Phrase) =>
    say(
      `Le champ « ${path} » doit être ${expected.fr}.`,
      `The field “${path}” must be ${expected.en}.`
    ),
  notOneOf: (path: string, values: readonly unknown[]) =>
    say(
      `Le champ « ${path} » doit valoir ${values.map((value) => `« ${value} »`).join(' ou ')}.`,
      `The field “${path}” must be ${values.map((value) => `“${value}”`).join(' or ')}.`
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
  wrongCount: (path: string, count: number) =>
    say(
      `La liste « ${path} » doit avoir exactement ${count} éléments.`,
      `The list “${path}” must have exactly ${count} items.`
    ),
  noCompetence: () =>
    say(
      'La certification n’a aucune compétence : ajoutez-en au moins une.',
      'The certification has no competence: add at least one.'
    ),
  noObjective: () =>
    say(
      'La certification n’a aucun objectif : ajoutez-en au moins un.',
      'The certification has no objective: add at least one.'
    ),
  noCriteria: (competence: string) =>
    say(
      `La compétence ${competence} n’a aucun critère : ajoutez-en au moins un.`,
      `Competence ${competence} has no criterion: add at least one.`
    ),
  noInstructions: (assessment: string) =>
    say(
      `L’épreuve ${assessment} n’a aucune consigne : ajoutez-la.`,
      `Assessment ${assessment} has no instructions: add them.`
    ),
  nothingAssessed: (assessment: string) =>
    say(
      `L’épreuve ${assessment} n’évalue aucune compétence : indiquez-en au moins une.`,
      `Assessment ${assessment} assesses no competence: name at least one.`
    ),
  duplicateCompetence: (id: string) =>
    say(
      `La compétence ${id} est décrite deux fois : n’en gardez qu’une.`,
      `Competence ${id} is described twice: keep only one.`
    ),
  duplicateCriterion: (id: string) =>
    say(
      `Le critère ${id} apparaît deux fois : donnez à chacun son propre code.`,
      `Criterion ${id} appears twice: give each its own code.`
    ),
  duplicateAssessment: (id: string) =>
    say(
      `L’épreuve ${id} est décrite deux fois : n’en gardez qu’une.`,
      `Assessment ${id} is described twice: keep only one.`
    ),
  misplacedCriterion: (id: string, competence: string) =>
    say(
      `Le critère ${id} est rangé sous la compétence ${competence} : son code doit commencer par « ${competence}. ».`,
      `Criterion ${id} is listed under competence ${competence}: its code must begin with “${competence}.”.`
    ),
  unknownCompetence: (assessment: string, competence: string) =>
    say(
      `L’épreuve ${assessment} évalue la compétence ${competence}, qui n’existe pas : corrigez le code ou décrivez cette compétence.`,
      `Assessment ${assessment} assesses competence ${competence}, which does not exist: correct the code or describe that competence.`
    ),
  neverAssessed: (competence: string) =>
    say(
      `La compétence ${competence} n’est évaluée par aucune épreuve : ajoutez-la à une épreuve.`,
      `Competence ${competence} is assessed nowhere: add it to an assessment.`
    ),
  assessedTwice: (competence: string, assessments: readonly string[]) =>
    say(
      `La compétence ${competence} est évaluée plusieurs fois (${assessments.join(', ')}) : n’en gardez qu’une.`,
      `Competence ${competence} is assessed more than once (${assessments.join(', ')}): keep only one.`
    )
} satisfies Record<string, (...details: never[]) => Phrase>;
