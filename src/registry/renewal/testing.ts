/** For tests: four years of sessions of fictitious people, and the renewal file that they make. */
import { luxe } from '#referential';
import type { Surveyed } from '../indicators/follow-up.ts';
import { indicatorsOf, type Counted } from '../indicators/model.ts';
import type { ClosedSession } from '../indicators/store.ts';
import { waves } from '../surveys/model.ts';
import type { Renewal } from './actions.ts';
import { renewalFigures } from './file.ts';
import { noNarratives, type Narratives, type Period } from './model.ts';
import type { Partner } from './store.ts';

const centres = ['École des Arts de Recevoir', 'Maison Vendôme Formation', 'Institut du Léman'];

/** Two sessions a year and a centre, thirty candidates each. */
export const sessions: readonly ClosedSession[] = [2024, 2025, 2026, 2027].flatMap((year) =>
  centres.flatMap((centreName, centre) =>
    ['03-14', '10-07'].map((day, half) => ({
      id: `s-${year}-${centre}-${half}`,
      title: `Session ${half === 0 ? 'de printemps' : 'd’automne'} ${year}`,
      day: `${year}-${day}`,
      centreId: `centre-${centre}`,
      centreName
    }))
  )
);

/** Of thirty: two stay away, and one in five of the others is not awarded. */
export const people: readonly Counted[] = sessions.flatMap((session, place) =>
  Array.from({ length: 30 }, (_, seat): Counted => {
    const presented = seat >= 6;
    const awarded = presented && (seat + place) % 4 !== 0;
    return {
      id: `${session.id}-${seat}`,
      centreId: session.centreId,
      sessionId: session.id,
      year: session.day.slice(0, 4),
      sex: seat % 2 === 0 ? 'F' : 'M',
      adapted: seat % 3 === 0,
      presented,
      awarded,
      validated: awarded ? ['C1', 'C2'] : [],
      heard: presented ? ['C1', 'C2'] : [],
      surveys: awarded ? surveysOf(seat) : []
    };
  })
);

function surveysOf(seat: number): Surveyed[] {
  return waves.map((wave) => ({
    wave,
    answer:
      seat % 3 === 0
        ? null
        : {
            situation: seat % 3 === 1 ? 'employed' : 'seeking',
            luxury: seat % 3 === 1 ? 'yes' : null,
            usefulness: seat % 3 === 1 ? 'decisive' : 'little'
          }
  }));
}

const partners: readonly Partner[] = centres.map((name, centre) => ({
  id: `centre-${centre}`,
  name,
  address: '12 place Vendôme',
  city: ['Paris', 'Lyon', 'Évian'][centre] ?? '',
  postalCode: '75001',
  habilitatedFrom: '2023-09-01',
  habilitatedUntil: centre === 0 ? null : '2028-08-31',
  createdAt: new Date('2023-09-01T08:00:00Z'),
  visits: [
    {
      id: `visit-${centre}`,
      centreId: `centre-${centre}`,
      day: '2026-05-12',
      visitor: 'Claire Fontanel',
      conclusion: centre === 2 ? 'reserves' : 'conform',
      findings:
        centre === 2
          ? 'La salle du jury B s’entend du couloir : une autre est demandée avant l’automne.'
          : 'Salles, accueil et archives conformes à la convention.',
      recordedBy: 'manager',
      recordedAt: new Date('2026-05-13T08:00:00Z')
    }
  ],
  suspensions: []
}));

/** The file of a period, as the actions make it from a database. */
export const fictitiousRenewal = (
  period: Period = { from: 2025, until: 2027 },
  texts: Partial<Narratives> = {}
): Renewal => ({
  certifierName: 'Maison Parchemin',
  certificationTitle: luxe.title,
  certificationCode: 'RS1234',
  years: [2024, 2025, 2026, 2027],
  texts: { ...noNarratives, ...texts },
  version: 3,
  savedAt: new Date('2027-11-25T10:00:00Z'),
  savedByName: 'Claire Fontanel',
  versions: [],
  countedAt: new Date('2027-11-25T10:00:00Z'),
  figures: renewalFigures(
    {
      sessions,
      indicators: indicatorsOf(people),
      partners,
      referentials: [
        {
          id: 'r1',
          storedAt: new Date('2023-11-01T08:00:00Z'),
          referential: luxe,
          sessionIds: sessions.map(({ id }) => id)
        }
      ],
      juries: sessions.map(({ id }) => ({
        sessionId: id,
        panels: 2,
        jurors: ['j1', 'j2', 'j3', id],
        presidentId: 'j1',
        declarations: 120,
        ties: 3
      }))
    },
    period
  )
});
