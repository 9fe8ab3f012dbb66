import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadReferential, parseReferential } from '#referential';

const tinyText = readFileSync(new URL('./fixtures/tiny.json', import.meta.url), 'utf8');

/* eslint-disable @typescript-eslint/no-explicit-any -- files are broken here on purpose */
type Broken = any;

/** Sentences (with plain spaces) said of the tiny certification after one change. */
function saidOf(change: (file: Broken) => void): string[] {
  const file: Broken = JSON.parse(tinyText);
  change(file);
  return sentences(parseReferential(file));
}

function sentences(result: ReturnType<typeof parseReferential>): string[] {
  if (result.ok) return [];
  return result.error.map(({ message }) => message.fr.replace(/[\u00a0\u202f]/g, ' '));
}

test('the fixture itself is right', () => {
  expect(saidOf(() => undefined)).toEqual([]);
});

test.each<[fault: string, change: (file: Broken) => void, said: string[]]>([
  [
    'an assessment of an unknown competence',
    (file) => file.assessments[1].competences.push('C9'),
    [
      'L’épreuve EC1 évalue la compétence C9, qui n’existe pas : corrigez le code ou décrivez cette compétence.'
    ]
  ],
  [
    'a criterion code used twice',
    (file) => (file.competences[1].criteria[2].id = 'C2.1'),
    ['Le critère C2.1 apparaît deux fois : donnez à chacun son propre code.']
  ],
  [
    'a criterion under the wrong competence',
    (file) => (file.competences[1].criteria[2].id = 'C1.7'),
    ['Le critère C1.7 est rangé sous la compétence C2 : son code doit commencer par « C2. ».']
  ],
  [
    'a competence that no assessment assesses',
    (file) => (file.assessments[0].competences = []),
    [
      'La compétence C2 n’est évaluée par aucune épreuve : ajoutez-la à une épreuve.',
      'L’épreuve MS1 n’évalue aucune compétence : indiquez-en au moins une.'
    ]
  ],
  [
    'a competence that two assessments assess',
    (file) => file.assessments[0].competences.push('C1'),
    ['La compétence C1 est évaluée plusieurs fois (MS1, EC1) : n’en gardez qu’une.']
  ],
  [
    'a competence listed twice in one assessment',
    (file) => file.assessments[0].competences.push('C2'),
    ['La compétence C2 est évaluée plusieurs fois (MS1, MS1) : n’en gardez qu’une.']
  ],
  [
    'a competence without criteria',
    (file) => (file.competences[0].criteria = []),
    ['La compétence C1 n’a aucun critère : ajoutez-en au moins un.']
  ],
  [
    'an assessment without instructions',
    (file) => (file.assessments[0].instructions = []),
    ['L’épreuve MS1 n’a aucune consigne : ajoutez-la.']
  ],
  [
    'the same assessment twice',
    (file) => file.assessments.push({ ...file.assessments[0], id: 'EC1' }),
    [
      'L’épreuve EC1 est décrite deux fois : n’en gardez qu’une.',
      'La compétence C2 est évaluée plusieurs fois (MS1, EC1) : n’en gardez qu’une.'
    ]
  ],
  [
    'nothing to attest',
    (file) => Object.assign(file, { competences: [], assessments: [], objectives: [] }),
    [
      'La certification n’a aucun objectif : ajoutez-en au moins un.',
      'La certification n’a aucune compétence : ajoutez-en au moins une.'
    ]
  ],
  [
    'a field in the wrong form',
    (file) => (file.competences[1].criteria[0].text = 12),
    ['Le champ « competences[1].criteria[0].text » doit être un texte.']
  ],
  [
    'a text that ends with a space',
    (file) => (file.competences[1].statement += ' '),
    [
      'Le champ « competences[1].statement » doit être un texte d’une ligne, sans espace au début ni à la fin.'
    ]
  ],
  [
    'a code of the wrong form',
    (file) => (file.assessments[0].competences[0] = 'c2'),
    ['Le champ « assessments[0].competences[0] » doit être un code de compétence comme « C1 ».']
  ],
  [
    'a kind of assessment that does not exist',
    (file) => (file.assessments[0].kind = 'quiz'),
    ['Le champ « assessments[0].kind » doit valoir « case-study » ou « role-play ».']
  ],
  [
    'an unknown form of duration',
    (file) => (file.assessments[0].durations.form = 'long'),
    ['Le champ « assessments[0].durations.form » doit valoir « oral » ou « written ».']
  ],
  [
    'a misspelt field',
    (file) => {
      file.policy.minJuror = file.policy.minJurors;
      delete file.policy.minJurors;
    },
    [
      'Il manque le champ « policy.minJurors » : ajoutez-le.',
      'Le champ « policy.minJuror » n’est pas connu : retirez-le ou corrigez son nom.'
    ]
  ],
  [
    'an impossible policy',
    (file) => Object.assign(file.policy, { competenceMean: 4, minJurors: 0, keepMonths: 1.5 }),
    [
      'Le champ « policy.competenceMean » doit valoir au plus 3.',
      'Le champ « policy.keepMonths » doit être un nombre entier.',
      'Le champ « policy.minJurors » doit valoir au moins 1.'
    ]
  ],
  [
    'a scale with a level missing',
    (file) => file.scale.levels.pop(),
    ['La liste « scale.levels » doit avoir exactement 4 éléments.']
  ],
  [
    'a scale with a level too many',
    (file) => file.scale.levels.push(file.scale.levels[0]),
    ['La liste « scale.levels » doit avoir exactement 4 éléments.']
  ],
  [
    'a scale out of order',
    (file) => file.scale.levels.reverse(),
    [3, 2, 1, 0].map((_, at) => `Le champ « scale.levels[${at}].level » doit valoir « ${at} ».`)
  ]
])('%s is said clearly', (_fault, change, said) => {
  expect(saidOf(change)).toEqual(said);
});

describe('a file that is no certification', () => {
  test('is told from one that is not even JSON', () => {
    expect(sentences(loadReferential('{"code": '))).toEqual([
      'Le fichier n’est pas du JSON valide : vérifiez les guillemets, les virgules et les accolades.'
    ]);
    for (const text of ['[]', 'null', '"C1"', '12'])
      expect(sentences(loadReferential(text))).toEqual([
        'Le fichier ne décrit pas une certification : un objet JSON est attendu.'
      ]);
  });
});

test('every field counts: without any one of them the file is refused by its name', () => {
  const visit = (value: Broken, path: string): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const key of Object.keys(value)) {
      const here = Array.isArray(value) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`;
      if (!Array.isArray(value)) {
        const { [key]: removed, ...rest } = value;
        Reflect.deleteProperty(value, key);
        expect(sentences(parseReferential(root)).join('\n')).toContain(`« ${here} »`);
        Object.assign(value, { ...rest, [key]: removed });
      }
      visit(value[key], here);
    }
  };
  const root: Broken = JSON.parse(tinyText);
  visit(root, '');
});
