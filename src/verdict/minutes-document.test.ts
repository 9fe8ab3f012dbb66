import { describe, expect, test } from 'vitest';
import { readPdf } from '#platform/typeset/testing.ts';
import { minutesPdf, type MinutesPrintData, type PrintedResult } from './minutes-document.ts';

const hash = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';
const result = (
  number: number,
  name: string,
  outcome: PrintedResult['outcome'],
  state: PrintedResult['competences'][number]['state'],
  deliberated = false
): PrintedResult => ({
  number,
  name,
  outcome,
  competences: [
    { state, deliberated },
    { state: 'validated', deliberated: false }
  ]
});

const data: MinutesPrintData = {
  certifierName: 'Maison Parchemin',
  certificationTitle: 'Établir une relation client',
  certificationCode: 'RS6000',
  referentialVersion: '1.0.0',
  sessionTitle: 'Session de novembre',
  centreName: 'Institut du Faubourg',
  place: 'Paris',
  day: '2026-11-24',
  lastDay: '2026-11-24',
  version: 1,
  correctionReason: null,
  drawnUpAt: new Date('2026-11-25T17:12:00Z'),
  drawnUpBy: 'Camille Roche',
  members: [
    {
      name: 'Hélène de Montbrison',
      panelName: 'Jury A',
      room: 'Opéra',
      president: true,
      present: true
    },
    { name: 'Karim Haddad', panelName: 'Jury A', room: 'Opéra', president: false, present: false }
  ],
  rollCall: 'Appel des candidats : 2 présents, 1 absent.',
  competenceIds: ['C1', 'C2'],
  results: [
    result(1, 'Inès Belkacem', 'awarded', 'validated', true),
    result(2, 'Jean Petit', 'refused', 'not-validated'),
    result(3, 'Oğuz Şahin', 'absent', 'missed')
  ],
  decisions: [
    {
      candidateNumber: 1,
      candidateName: 'Inès Belkacem',
      target: 'C1.2',
      decision: 'Niveau 2',
      reason: 'Écart de deux niveaux, relu ensemble.'
    }
  ],
  incidents: [
    { at: new Date('2026-11-24T09:20:00Z'), candidateName: null, description: 'Alarme incendie.' }
  ],
  hash,
  signatures: [
    {
      name: 'Hélène de Montbrison',
      president: true,
      signed: { at: new Date('2026-11-25T17:20:00Z'), hash }
    },
    { name: 'Karim Haddad', president: false, signed: null }
  ]
};

const flat = (text: string) => text.replace(/\s+/gu, ' ');
const textOf = async (more: Partial<MinutesPrintData> = {}) =>
  flat((await readPdf(minutesPdf({ ...data, ...more }))).text);

describe('the minutes on paper', () => {
  test('tell the panel, attendance, results, decisions and incidents', async () => {
    const text = await textOf();
    for (const words of [
      'Présidence du jury, Jury A',
      '1 Inès Belkacem ✓* ✓ Délivrée',
      '2 Jean Petit – ✓ Non délivrée',
      '3 Oğuz Şahin o ✓ Absent',
      '3 candidats inscrits, 2 évalués ; certification délivrée à 1 candidat. Appel des candidats : 2 présents, 1 absent.',
      'Niveau 2 Écart de deux niveaux, relu ensemble.',
      '10 h 20 – Alarme incendie.'
    ])
      expect(text).toContain(words);
  });

  test('show who signed which hash, and whose signature is awaited', async () => {
    const text = await textOf();
    expect(text).toContain('Signé électroniquement dans Parchemin le 25 novembre 2026 à 18 h 20');
    expect(text.split(hash)).toHaveLength(3);
    expect(text).toContain('Signature attendue');
  });

  test('a correction says its version and why; a first version has nothing to say', async () => {
    const corrected = await textOf({ version: 2, correctionReason: 'Nom mal orthographié.' });
    expect(corrected).toContain('Version 2');
    expect(corrected).toContain('Nom mal orthographié.');
    expect(await textOf()).not.toContain('remplace la précédente');
  });

  test('say so when nothing happened', async () => {
    const text = await textOf({ decisions: [], incidents: [] });
    expect(text).toContain('Aucun incident n’a été signalé.');
    expect(text).toContain('Aucun point n’a demandé de décision particulière.');
  });

  test.each(['a-2a', 'ua-1'] as const)('pass as %s, in both languages', async (standard) => {
    for (const language of ['fr', 'en'] as const) {
      const read = await readPdf(minutesPdf({ ...data, language }, standard));
      expect(read).toMatchObject({ tagged: true, language });
      expect(read.roles).toContain('TH');
    }
  });

  test('sixty candidates run over pages, each with its table’s header', async () => {
    const results = Array.from({ length: 60 }, (_, index) =>
      result(index + 1, `Candidat ${index + 1}`, 'awarded', 'validated')
    );
    const { text, pages } = await readPdf(minutesPdf({ ...data, results }));
    expect(pages).toBeGreaterThan(2);
    expect(text).toContain('Candidat 60');
  });
});
