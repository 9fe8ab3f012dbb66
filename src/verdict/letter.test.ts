import { describe, expect, test } from 'vitest';
import { readPdf } from '#platform/typeset/testing.ts';
import { letterPdf, type LetterData } from './letter.ts';

const competence = (
  id: string,
  state: LetterData['competences'][number]['state'],
  more: Partial<LetterData['competences'][number]> = {}
) => ({ id, statement: `Compétence ${id}`, state, strong: [], toWork: [], comments: [], ...more });

const refused: LetterData = {
  name: 'Inès Belkacem',
  candidateNumber: 4,
  certifierName: 'Maison Parchemin',
  certificationTitle: 'Établir une relation client',
  certificationCode: 'RS6000',
  sessionTitle: 'Session de novembre',
  decidedOn: '2026-11-25',
  madeAt: new Date('2026-11-26T08:00:00Z'),
  outcome: { kind: 'refused', keptUntil: '2028-11-25' },
  competences: [
    competence('C1', 'validated', { strong: ['Il valorise son interlocuteur'] }),
    competence('C2', 'not-validated', {
      toWork: ['Il pose les questions ouvertes'],
      comments: ['Laissez le client finir.\nRespirez !']
    }),
    competence('C3', 'missed'),
    competence('C4', 'kept')
  ],
  contact: 'recours@maison.example',
  appealDays: 60
};
const awarded: LetterData = {
  ...refused,
  outcome: {
    kind: 'awarded',
    certificateNumber: 'PCH-2026-7K3M9Q',
    verifyUrl: 'https://maison.example/v/PCH-2026-7K3M9Q'
  },
  competences: [competence('C1', 'validated'), competence('C2', 'kept')]
};

const flat = (text: string) => text.replace(/\s+/gu, ' ');
const textOf = async (data: LetterData) => flat((await readPdf(letterPdf(data))).text);

describe('the result letter', () => {
  test('congratulates, and gives the number to verify', async () => {
    const text = await textOf(awarded);
    expect(text).toContain('Nous vous en félicitons.');
    expect(text).toContain('PCH-2026-7K3M9Q');
    expect(text).not.toContain('nouvelle session');
  });

  test('says what is kept and until when, what to re-sit, and how to appeal', async () => {
    const text = await textOf(refused);
    expect(text).toContain('Vous en avez validé 2 sur 4.');
    expect(text).toContain('(C1 et C4) vous restent acquises jusqu’au 25 novembre 2028');
    expect(text).toContain('pour les seules compétences C2 et C3');
    expect(text).toContain('dans les 60 jours');
    expect(text).toContain('recours@maison.example');
  });

  test('promises nothing kept to whom validated nothing', async () => {
    const none = { ...refused, competences: [competence('C1', 'not-validated')] };
    expect(await textOf(none)).not.toContain('vous restent acquises');
  });

  test('gives each competence its criteria and the panel’s words', async () => {
    const text = await textOf(refused);
    expect(text).toMatch(/Compétence C1 Validée Points forts – Il valorise son interlocuteur/);
    expect(text).toMatch(/Compétence C2 Non validée À travailler – Il pose les questions ouvertes/);
    expect(text).toContain('Laissez le client finir. Respirez !');
    expect(text).toMatch(/Compétence C3 Non présentée/);
    expect(text).toMatch(/Compétence C4 Déjà acquise/);
  });

  test.each(['ua-1', 'a-2a'] as const)('passes as %s, in both languages', async (standard) => {
    for (const language of ['fr', 'en'] as const) {
      const read = await readPdf(letterPdf({ ...refused, language }, standard));
      expect(read).toMatchObject({ tagged: true, language });
    }
  });
});
