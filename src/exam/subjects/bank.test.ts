import { describe, expect, test } from 'vitest';
import { criteriaOf, findAssessment, luxe } from '#referential';
import { bank } from './bank.ts';
import { forCandidate, subjectAssessments } from './model.ts';
import { textsOf, typographyFaults } from './typography.ts';

const of = (assessment: string) => bank.filter((subject) => subject.assessment === assessment);

describe('the bank', () => {
  test.each(subjectAssessments)('has at least three variants of %s, in as many sectors', (code) => {
    expect(of(code).length).toBeGreaterThanOrEqual(3);
    expect(new Set(of(code).map(({ sector }) => sector)).size).toBeGreaterThanOrEqual(3);
  });

  test('names each subject once, after its assessment', () => {
    const ids = bank.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id, assessment } of bank) expect(id.split('-')[0]).toBe(assessment.toLowerCase());
  });

  test('ships drafts alone: the second reader belongs to the certifying body', () => {
    for (const { lifecycle } of bank) expect(lifecycle.status).toBe('draft');
  });

  test('gives no two candidates the same document under two subjects', () => {
    const bodies = bank.flatMap(({ candidate }) =>
      candidate.documents.map((document) =>
        JSON.stringify({ ...document, id: undefined, title: undefined })
      )
    );
    expect(new Set(bodies).size).toBe(bodies.length);
  });

  test('plays no two subjects in the same house or with the same client', () => {
    const houses = bank.map(({ house }) => house);
    expect(new Set(houses).size).toBe(houses.length);
    const clients = bank.flatMap(({ juror }) =>
      'roleSheet' in juror ? [juror.roleSheet.identity.name] : []
    );
    expect(new Set(clients).size).toBe(clients.length);
  });
});

describe('what each assessment asks', () => {
  test('the panel is told what to expect on every criterion of the grid', () => {
    for (const { id, assessment, panel } of bank) {
      const noted = panel.notes.map(({ criterion }) => criterion).sort();
      const grid = criteriaOf(luxe, findAssessment(luxe, assessment)!.id)
        .map((criterion) => String(criterion.id))
        .sort();
      expect({ id, noted }).toEqual({ id, noted: grid });
    }
  });

  test('EC1 carries seven different key words, and disability needs in the panel’s notes', () => {
    for (const subject of bank) {
      if (subject.assessment !== 'EC1') continue;
      expect(new Set(subject.panel.keywords).size).toBe(7);
      expect(subject.candidate.documents.length).toBeGreaterThanOrEqual(5);
      expect(subject.candidate.documents.map(({ kind }) => kind)).toEqual(
        expect.arrayContaining(['cardex', 'promise', 'plan', 'mails', 'feedback'])
      );
    }
  });

  test('EC1 and the written cases can be read in a fifth of the time given', () => {
    // A careful reader of French covers about 200 words a minute; EC1 has 60 min, EC2 and EC3 too.
    const wordsIn = (value: unknown) =>
      [...textsOf(value)].reduce((sum, { text }) => sum + text.split(/\s+/).length, 0);
    for (const { id, assessment, candidate } of bank) {
      if (!assessment.startsWith('EC')) continue;
      expect({ id, readable: wordsIn(candidate) <= 60 * 200 * 0.2 }).toEqual({
        id,
        readable: true
      });
    }
  });

  test('EC2 and EC3 speak only to addresses that no one can own', () => {
    const addresses = bank.flatMap((subject) =>
      [...textsOf(subject)].flatMap(({ text }) => text.match(/[\w.-]+@[\w.-]*\w/g) ?? [])
    );
    expect(addresses.length).toBeGreaterThan(0);
    for (const address of addresses) expect(address).toMatch(/\.example$/);
  });

  test('MS3 meets at least six cultures, no two alike, each told as hypotheses to check', () => {
    const cultures = bank.flatMap(({ assessment, juror }) =>
      assessment === 'MS3' && 'roleSheet' in juror && juror.roleSheet.culture
        ? [juror.roleSheet.culture]
        : []
    );
    const labels = cultures.map(({ label }) => label.split(' (')[0]);
    expect(new Set(labels).size).toBe(labels.length);
    expect(labels.length).toBeGreaterThanOrEqual(6);
    for (const { individual, hypotheses, missteps } of cultures) {
      expect(individual.length).toBeGreaterThanOrEqual(3);
      expect(hypotheses.length).toBeGreaterThanOrEqual(3);
      expect(missteps.length).toBeGreaterThanOrEqual(3);
    }
  });

  test('MS4 prices differ enough for a choice, and each offer has its features', () => {
    for (const subject of of('MS4'))
      for (const document of subject.candidate.documents)
        if (document.kind === 'catalogue') {
          expect(document.offers.length).toBeGreaterThanOrEqual(5);
          expect(new Set(document.offers.map(({ price }) => price)).size).toBe(
            document.offers.length
          );
        }
  });
});

describe('what stays sealed', () => {
  test('the candidate never receives the role sheet or the panel’s notes', () => {
    for (const subject of bank) {
      const view = forCandidate(subject, true);
      expect(Object.keys(forCandidate(subject)).sort()).toEqual(
        ['assessment', 'candidate', 'house', 'id', 'sector', 'title', 'version'].sort()
      );
      const seen = [...textsOf(view)].map(({ text }) => text).join('\n');
      for (const { text } of [...textsOf(subject.panel.notes), ...textsOf(subject.juror)])
        if (text.length > 40) expect(seen).not.toContain(text);
    }
  });

  test('the written channel is shown only to the candidate to whom it was granted', () => {
    for (const subject of of('MS2')) {
      expect(forCandidate(subject, true).writtenChannel).toMatch(/par écrit/);
      expect(forCandidate(subject)).not.toHaveProperty('writtenChannel');
    }
    expect(forCandidate(of('MS1')[0]!, true)).not.toHaveProperty('writtenChannel');
  });
});

describe('French typography', () => {
  test('is right in every text of the bank', () => {
    const faults = bank.flatMap((subject) =>
      [...textsOf(subject)]
        .filter(({ path }) => !/\.(address|postedOn)$/.test(path))
        .flatMap(({ path, text }) =>
          typographyFaults(text).map((fault) => `${subject.id} ${path}: ${fault}`)
        )
    );
    expect(faults).toEqual([]);
  });

  test.each([
    ['une espace ordinaire avant un point-virgule', 'oui ; non'],
    ['une espace ordinaire avant un deux-points', 'voici : ceci'],
    ['aucune espace avant un point d’exclamation', 'bravo!'],
    ['aucune espace avant un deux-points', 'voici: ceci'],
    ['une apostrophe droite', "l'hôte"],
    ['des guillemets droits', 'dit "oui"'],
    ['une espace ordinaire dans les guillemets', '« oui »'],
    ['une espace ordinaire avant une unité', '12 €'],
    ['une espace ordinaire dans un nombre', '1 200\u00a0€'],
    ['une espace ordinaire dans une heure', '9\u00a0h 30'],
    ['une civilité détachée de son nom', 'bonjour Mme Ruiz'],
    ['trois points séparés', 'peut-être...']
  ])('sees %s', (_, text) => {
    expect(typographyFaults(text)).not.toEqual([]);
  });

  test('leaves right texts, tables and addresses alone', () => {
    for (const text of [
      'Voici\u00a0: «\u00a0oui\u202f!\u00a0», dit Mme\u00a0Ruiz à 9\u00a0h\u00a030.',
      '| Motif | Mars |\n|---|---:|\n| Bruit | 7 |',
      'https://brevance.example/sac, 1\u202f950\u00a0€'
    ])
      expect(typographyFaults(text)).toEqual([]);
  });
});

test('Markdown stays within the subset of the guide: emphasis closed, no heading, no HTML', () => {
  for (const subject of bank)
    for (const { path, text } of textsOf(subject)) {
      const where = `${subject.id} ${path}`;
      const strong = text.split('**').length - 1;
      const stars = text.replaceAll('**', '').split('*').length - 1;
      expect({ where, closed: strong % 2 === 0 && stars % 2 === 0 }).toEqual({
        where,
        closed: true
      });
      expect(text).not.toMatch(/<\/?[a-z]|^#/m);
    }
});

test('a weekday always goes with its date, when the year is given', () => {
  const months =
    'janvier février mars avril mai juin juillet août septembre octobre novembre décembre';
  const dated = new RegExp(
    `(lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\\s(\\d+)\\s(${months.replaceAll(' ', '|')})\\s(\\d{4})`,
    'g'
  );
  const weekday = new Intl.DateTimeFormat('fr', { weekday: 'long', timeZone: 'UTC' });
  let seen = 0;
  for (const subject of bank)
    for (const { text } of textsOf(subject))
      for (const [whole, name, day, month, year] of text.matchAll(dated)) {
        const date = Date.UTC(Number(year), months.split(' ').indexOf(month!), Number(day));
        expect({ whole, name: weekday.format(date) }).toEqual({ whole, name });
        seen += 1;
      }
  expect(seen).toBeGreaterThan(10);
});
