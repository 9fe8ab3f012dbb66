import { describe, expect, test } from 'vitest';
import { readPdf } from '#platform/typeset/testing.ts';
import {
  convocationPdf,
  type CandidateConvocation,
  type ConvocationSitting,
  type JurorConvocation
} from './convocation.ts';

const sitting = (assessmentId: string, startsAt: string): ConvocationSitting => ({
  assessmentId,
  title: 'Mise en situation professionnelle',
  startsAt: new Date(startsAt),
  preparationMinutes: 15,
  performanceMinutes: 25,
  room: 'Salon Vendôme'
});
const later = sitting('MS5', '2026-11-25T13:30:00Z');
const earlier = sitting('MS4', '2026-11-25T08:30:00Z');

const base = {
  certifierName: 'Maison Parchemin',
  certificationTitle: 'Établir une relation client',
  certificationCode: 'RS6000',
  sessionTitle: 'Session de novembre',
  centreName: 'Institut du Faubourg',
  place: '12, rue du Faubourg\n75008 Paris',
  day: '2026-11-25',
  lastDay: '2026-11-25',
  arriveAt: new Date('2026-11-25T07:45:00Z'),
  contact: { name: 'Camille Roche', email: 'sessions@maison.example' },
  madeAt: new Date('2026-11-02T09:00:00Z')
};
const candidate: CandidateConvocation = {
  ...base,
  kind: 'candidate',
  name: 'Nguyễn Thị Ánh',
  candidateNumber: 7,
  sittings: [later, earlier],
  adaptations: ['Temps majoré d’un tiers'],
  accessibilityContact: { name: 'Noé Marchand', email: 'handicap@maison.example' }
};
const juror: JurorConvocation = {
  ...base,
  kind: 'juror',
  name: 'Hélène de Montbrison',
  panelName: 'Jury A',
  president: true,
  sittings: [{ ...earlier, candidateNumber: 7, candidateName: 'Nguyễn Thị Ánh' }]
};

const flat = (text: string) => text.replace(/\s+/gu, ' ');
const textOf = async (data: CandidateConvocation | JurorConvocation) =>
  flat((await readPdf(convocationPdf(data))).text);

describe('the convocation of a candidate', () => {
  test('says who, where, when (in Paris), what to bring, whom to ask', async () => {
    const text = await textOf(candidate);
    for (const words of [
      'Nguyễn Thị Ánh',
      '25 novembre 2026',
      '8 h 45',
      'Institut du Faubourg',
      '75008 Paris',
      'pièce d’identité',
      'handicap@maison.example',
      'Temps majoré d’un tiers',
      '15 + 25 min'
    ])
      expect(text).toContain(words);
  });

  test('lists the assessments in the order of the day', async () => {
    const text = await textOf(candidate);
    expect(text.indexOf('9 h 30')).toBeLessThan(text.indexOf('14 h 30'));
    expect(text.indexOf('MS4')).toBeLessThan(text.indexOf('MS5'));
  });

  test('says nothing of adaptations when none was granted', async () => {
    expect(await textOf({ ...candidate, adaptations: [] })).not.toContain('Aménagements accordés');
  });
});

describe('the convocation of a juror', () => {
  test('says whom to hear, and what a juror owes', async () => {
    const text = await textOf(juror);
    // Architecture, invariant 4.
    expect(text.replace(/\s+/gu, ' ')).toContain(
      'les notes des autres jurés ne vous sont montrées qu’en délibération, jamais avant'
    );
    expect(text).toContain('7 · Nguyễn Thị Ánh');
    expect(text).toContain('Vous présidez le jury');
    expect(text).toContain('déclarez pour chaque candidat l’absence de lien');
    expect(text).not.toContain('pièce d’identité');
  });
});

test.each(['ua-1', 'a-2a'] as const)('both pass as %s, in both languages', async (standard) => {
  for (const data of [candidate, juror])
    for (const language of ['fr', 'en'] as const) {
      const read = await readPdf(convocationPdf({ ...data, language }, standard));
      expect(read).toMatchObject({ tagged: true, language, pages: 1 });
    }
});
