import type { Phrase } from '#platform/language.ts';
import { frenchSpaces } from '#platform/typography.ts';

const say = (fr: string, en: string): Phrase => ({ fr: frenchSpaces(fr), en });

/** Why a file is refused as a whole, and what to do. */
export const importFaults = {
  none: () =>
    say(
      'Aucun fichier n’est arrivé : choisissez la liste à importer, puis renvoyez le formulaire.',
      'No file has arrived: choose the list to import, then send the form again.'
    ),
  tooLarge: () =>
    say(
      'Ce fichier dépasse 5 Mo : une liste de candidats est bien plus légère. Vérifiez que c’est le bon fichier, ou partagez la liste en deux.',
      'This file is over 5 MB: a list of candidates is far lighter. Check that it is the right file, or split the list in two.'
    ),
  empty: () =>
    say(
      'Ce fichier est vide : partez du modèle proposé, et remplissez une ligne par candidat.',
      'This file is empty: start from the template, and fill in one line per candidate.'
    ),
  pdf: () =>
    say(
      'Ce fichier est un PDF : enregistrez la liste au format Excel (.xlsx) ou CSV.',
      'This file is a PDF: save the list as Excel (.xlsx) or CSV.'
    ),
  oldExcel: () =>
    say(
      'Ce fichier est dans l’ancien format Excel (.xls), ou protégé par un mot de passe : enregistrez-le en .xlsx sans mot de passe.',
      'This file is in the old Excel format (.xls) or has a password: save it as .xlsx without a password.'
    ),
  notAList: () =>
    say(
      'Ce fichier n’est pas une liste : enregistrez-la au format Excel (.xlsx) ou CSV.',
      'This file is not a list: save the list as Excel (.xlsx) or CSV.'
    ),
  unreadable: () =>
    say(
      'Ce fichier ne se lit pas : ouvrez-le dans un tableur, vérifiez-le, et enregistrez-le de nouveau au format Excel (.xlsx) ou CSV.',
      'This file cannot be read: open it in a spreadsheet, check it, and save it again as Excel (.xlsx) or CSV.'
    ),
  unfoldsTooFar: () =>
    say(
      'Ce classeur contient bien plus qu’une liste de candidats : copiez les seules lignes utiles dans le modèle proposé.',
      'This workbook holds far more than a list of candidates: copy only the useful lines into the template.'
    ),
  tooManyLines: () =>
    say(
      'Cette liste dépasse 2 000 candidats : partagez-la en plusieurs fichiers.',
      'This list has more than 2,000 candidates: split it into several files.'
    ),
  noCandidates: () =>
    say(
      'Ce fichier n’a que ses titres de colonnes : remplissez une ligne par candidat.',
      'This file has only its column heads: fill in one line per candidate.'
    ),
  missingColumns: (names: readonly string[]) =>
    say(
      names.length === 1
        ? `Il manque la colonne « ${names[0]} » : la première ligne du fichier doit la nommer, comme dans le modèle.`
        : `Il manque des colonnes (${names.join(', ')}) : la première ligne du fichier doit les nommer, comme dans le modèle.`,
      `Some columns are missing (${names.join(', ')}): the first line of the file must name them, as in the template.`
    ),
  twiceTheColumn: (name: string, heads: readonly string[]) =>
    say(
      `Plusieurs colonnes donnent la même chose, « ${name} » (${heads.join(', ')}) : gardez-en une.`,
      `Several columns give the same thing, “${name}” (${heads.join(', ')}): keep one.`
    ),
  expired: () =>
    say(
      'Cet aperçu ne peut plus être confirmé : choisissez de nouveau le fichier.',
      'This preview can no longer be confirmed: choose the file again.'
    ),
  changedSince: () =>
    say(
      'La situation a changé depuis l’aperçu, et rien n’a été inscrit : relisez les lignes signalées, puis importez de nouveau le fichier.',
      'Things have changed since the preview, and nobody was enrolled: read the marked lines, then import the file again.'
    ),
  unanswered: () =>
    say(
      'Rien n’a été inscrit : dites de chaque personne de même nom qui elle est, puis importez de nouveau.',
      'Nobody was enrolled: say who each person of the same name is, then import again.'
    )
} satisfies Record<string, (...details: never[]) => Phrase>;
