import { describe, expect, test } from 'vitest';
import { bank } from './bank.ts';
import { loadSubject, parseSubject } from './parse.ts';

type Json = Record<string, unknown>;

/** A copy of a shipped subject, changed: what an author with a slip would hand in. */
function spoiled(id: string, spoil: (subject: Json) => void): unknown {
  const copy = structuredClone(bank.find((subject) => subject.id === id)!) as unknown as Json;
  spoil(copy);
  return copy;
}

const part = (subject: Json, name: string) => subject[name] as Json;
const documents = (subject: Json) => part(subject, 'candidate')['documents'] as Json[];
const notes = (subject: Json) => part(subject, 'panel')['notes'] as Json[];

/** The French sentences a value is refused with, spaces made plain. */
function faults(value: unknown): string[] {
  const parsed = parseSubject(value);
  return parsed.ok
    ? []
    : parsed.error.map(({ message }) => message.fr.replace(/[\u00a0\u202f]/g, ' '));
}

describe('a subject is refused, with a sentence that says what to do, when', () => {
  test.each<[string, unknown, RegExp]>([
    ['it is not an object', 12, /ne décrit pas un sujet/],
    ['its assessment is unknown', { assessment: 'EC9' }, /« EC9 » est inconnue.*EC1, EC2.*MS5/],
    ['its assessment is missing', {}, /L’épreuve n’est pas indiquée/],
    [
      'a note is about a criterion of another assessment',
      spoiled('ms1-hotel-retour', (s) => (notes(s)[0]!['criterion'] = 'C9.1')),
      /C9\.1 relève de l’épreuve MS5, non de MS1/
    ],
    [
      'a note is about a criterion that does not exist',
      spoiled('ms1-hotel-retour', (s) => (notes(s)[0]!['criterion'] = 'C3.99')),
      /C3\.99 n’existe pas/
    ],
    [
      'a criterion has two notes',
      spoiled('ms1-hotel-retour', (s) => notes(s).push(structuredClone(notes(s)[0]!))),
      /C3\.1 a deux notes/
    ],
    [
      'a competence has no note',
      spoiled('ms4-hotel-soiree', (s) => {
        part(s, 'panel')['notes'] = notes(s).filter(
          ({ criterion }) => !String(criterion).startsWith('C8.')
        );
      }),
      /Aucune note de correction ne porte sur la compétence C8/
    ],
    [
      'a note of the written channel strays',
      spoiled('ms2-restaurant-noces', (s) => {
        (part(s, 'writtenChannel')['notes'] as Json[])[0]!['criterion'] = 'C3.1';
      }),
      /C3\.1 relève de l’épreuve MS1/
    ],
    [
      'a role play has no role sheet',
      spoiled('ms2-restaurant-noces', (s) => delete part(s, 'juror')['roleSheet']),
      /La fiche de rôle manque/
    ],
    [
      'MS2 has no written variant',
      spoiled('ms2-restaurant-noces', (s) => delete s['writtenChannel']),
      /La variante écrite manque/
    ],
    [
      'MS3 has no culture',
      spoiled('ms3-office-chine', (s) => delete part(part(s, 'juror'), 'roleSheet')['culture']),
      /La culture du client manque/
    ],
    [
      'MS5 has no complaint',
      spoiled('ms5-hotel-chambres', (s) => delete part(part(s, 'juror'), 'roleSheet')['complaint']),
      /La réclamation manque/
    ],
    [
      'MS5 has one part',
      spoiled('ms5-hotel-chambres', (s) => (part(s, 'candidate')['parts'] as Json[]).pop()),
      /« candidate\.parts » doit compter exactement 2/
    ],
    [
      'MS5 has no client feedback',
      spoiled('ms5-hotel-chambres', (s) => {
        for (const document of documents(s))
          if (document['kind'] === 'feedback') document['kind'] = 'memo';
      }),
      /retours clients/
    ],
    [
      'EC1 has four documents',
      spoiled('ec1-hotel-palace', (s) => documents(s).splice(4)),
      /compte 4 documents : l’épreuve EC1 en demande au moins 5/
    ],
    [
      'EC1 proposes six key words',
      spoiled('ec1-hotel-palace', (s) => (part(s, 'panel')['keywords'] as string[]).pop()),
      /« panel\.keywords » doit compter exactement 7/
    ],
    [
      'EC2 has no recipient',
      spoiled('ec2-hotel-chateau', (s) => delete part(s, 'candidate')['mail']),
      /L’expéditeur et le destinataire/
    ],
    [
      'EC3 has no neutral review',
      spoiled('ec3-spa-thermal', (s) => {
        for (const review of documents(s)[0]!['reviews'] as Json[])
          if (review['tone'] === 'neutral') review['tone'] = 'positive';
      }),
      /à la fois un avis neutre et un avis négatif/
    ],
    [
      'EC3 has its neutral and negative reviews on two networks',
      spoiled('ec3-spa-thermal', (s) => {
        const [board] = documents(s);
        const reviews = board!['reviews'] as Json[];
        documents(s).push({
          ...board,
          id: 'autre',
          network: 'Ailleurs',
          reviews: reviews.splice(0, 1)
        });
      }),
      /sur le même réseau/
    ],
    [
      'EC3 answers a review that is not there',
      spoiled('ec3-spa-thermal', (s) => (part(s, 'candidate')['replyTo'] = ['avis-bruno', 'x'])),
      /L’avis « x » n’est pas dans le dossier/
    ],
    [
      'EC3 answers a happy review',
      spoiled(
        'ec3-spa-thermal',
        (s) => (part(s, 'candidate')['replyTo'] = ['avis-bruno', 'avis-hind'])
      ),
      /l’un neutre, l’autre négatif/
    ],
    [
      'MS4 has nothing to sell',
      spoiled('ms4-maroquinerie-voyage', (s) => documents(s).shift()),
      /« catalogue », avec les prix/
    ],
    [
      'MS4 has founded objections alone',
      spoiled('ms4-maroquinerie-voyage', (s) => {
        const sheet = part(part(s, 'juror'), 'roleSheet');
        for (const each of sheet['objections'] as Json[]) each['founded'] = true;
      }),
      /une objection fondée et une objection non fondée/
    ],
    [
      'a document has an unknown kind',
      spoiled('ec2-hotel-chateau', (s) => (documents(s)[0]!['kind'] = 'poème')),
      /« candidate\.documents\[0\]\.kind » doit être l’une de ces valeurs : cardex/
    ],
    [
      'two documents bear one id',
      spoiled('ec2-hotel-chateau', (s) => (documents(s)[1]!['id'] = documents(s)[0]!['id'])),
      /« fiche-sejour » sert deux fois/
    ],
    [
      'an instruction is empty',
      spoiled('ec2-hotel-chateau', (s) => (part(s, 'candidate')['instructions'] = '  ')),
      /« candidate\.instructions » est vide/
    ],
    [
      'a field is misspelt',
      spoiled('ec2-hotel-chateau', (s) => (s['titel'] = 'x')),
      /« titel » n’est pas connu/
    ],
    [
      'its id has capitals',
      spoiled('ec2-hotel-chateau', (s) => (s['id'] = 'EC2 Château')),
      /minuscules et traits d’union/
    ],
    [
      'its sector is unknown',
      spoiled('ec2-hotel-chateau', (s) => (s['sector'] = 'boucherie')),
      /« sector » doit être l’une de ces valeurs : hôtel/
    ],
    [
      'its version is zero',
      spoiled('ec2-hotel-chateau', (s) => (s['version'] = 0)),
      /« version » doit valoir au moins 1/
    ],
    [
      'a date is not one',
      spoiled('ec2-hotel-chateau', (s) => (part(s, 'lifecycle')['authoredOn'] = 'hier')),
      /date AAAA-MM-JJ/
    ],
    [
      'a rating is above five',
      spoiled(
        'ec3-spa-thermal',
        (s) => ((documents(s)[0]!['reviews'] as Json[])[0]!['rating'] = 6)
      ),
      /au plus 5/
    ],
    [
      'its author reviewed it',
      spoiled('ec2-hotel-chateau', (s) => {
        s['lifecycle'] = {
          status: 'reviewed',
          author: 'Anne Lorry',
          authoredOn: '2026-11-02',
          reviewer: 'anne lorry',
          reviewedOn: '2026-11-03'
        };
      }),
      /L’auteur et le relecteur sont la même personne/
    ],
    [
      'it was reviewed before it was written',
      spoiled('ec2-hotel-chateau', (s) => {
        s['lifecycle'] = {
          status: 'reviewed',
          author: 'Anne Lorry',
          authoredOn: '2026-11-02',
          reviewer: 'Karim Bonnal',
          reviewedOn: '2026-11-01'
        };
      }),
      /Les dates du sujet ne se suivent pas/
    ]
  ])('%s', (_, value, sentence) => {
    expect(faults(value)).toEqual(expect.arrayContaining([expect.stringMatching(sentence)]));
  });
});

test('every sentence is said in both languages, in French with its no-break spaces', () => {
  const parsed = parseSubject({ assessment: 'MS1', version: 0, sector: 'x', extra: 1 });
  if (parsed.ok) throw new Error('accepted');
  expect(parsed.error.length).toBeGreaterThan(5);
  for (const { message } of parsed.error) {
    expect(message.en).toMatch(/\.$/);
    expect(message.fr).toMatch(/\.$/);
    expect(message.fr).not.toMatch(/ [:;!?»]|« /);
  }
});

test('all the faults of a file come at once, each with its place', () => {
  const value = spoiled('ms1-hotel-retour', (s) => {
    notes(s)[0]!['criterion'] = 'C9.1';
    documents(s)[1]!['id'] = documents(s)[0]!['id'];
  });
  const parsed = parseSubject(value);
  expect(parsed.ok ? [] : parsed.error.map(({ path }) => path)).toEqual([
    'panel.notes[0].criterion',
    'candidate.documents'
  ]);
});

test('a text may be written as a list of paragraphs, and is read as one Markdown text', () => {
  const value = spoiled('ec2-hotel-chateau', (s) => {
    part(s, 'candidate')['instructions'] = ['Un.', 'Deux.'];
  });
  const parsed = parseSubject(value);
  expect(parsed.ok && parsed.value.candidate.instructions).toBe('Un.\n\nDeux.');
});

test('what is read can be stored and read again unchanged', () => {
  for (const subject of bank)
    expect(loadSubject(JSON.stringify(subject))).toEqual({ ok: true, value: subject });
});

test('a file that is not JSON is told apart from a bad subject', () => {
  const loaded = loadSubject('{ "id": ');
  expect(loaded.ok ? '' : loaded.error[0]!.message.fr).toMatch(/pas du JSON valide/);
});
