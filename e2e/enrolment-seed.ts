import {
  createCentre,
  createFirstManager,
  createPerson,
  createSignInLink,
  type Role
} from '../src/people/index.ts';
import type { Ground } from '../src/platform/ground.ts';
import { newId } from '../src/platform/ids.ts';
import type { Result } from '../src/platform/result.ts';
import { addPanel, createSession, enrol, planSession } from '../src/session/index.ts';

export interface EnrolmentSeed {
  sessionId: string;
  /** Sign-in links, each good for once. */
  manager: string;
  officer: string;
  candidate: string;
}

/** A session to come, with a planned day and two fictitious candidates. */
export async function seedEnrolment(ground: Ground): Promise<EnrolmentSeed> {
  const manager = must(
    await createFirstManager(ground, { name: 'Hélène Vauquelin', email: 'helene@exemple.fr' })
  );
  const centreId = must(
    await createCentre(ground, manager, {
      id: newId(),
      name: 'Institut Vendôme',
      address: '12, rue de la Paix',
      postalCode: '75002',
      city: 'Paris',
      habilitatedFrom: '2026-01-01',
      habilitatedUntil: ''
    })
  );
  const role: Role = 'accessibility-officer';
  must(
    await createPerson(ground, manager, {
      id: newId(),
      name: 'Noé Marchand',
      email: 'noe@exemple.fr',
      role
    })
  );
  const sessionId = must(
    await createSession(ground, manager, {
      title: 'Session d’hiver',
      centreId,
      day: `${new Date().getFullYear() + 1}-02-10`,
      place: '12, rue de la Paix, 75002 Paris'
    })
  );
  for (const candidate of candidates) must(await enrol(ground, manager, sessionId, candidate));
  must(await addPanel(ground, manager, sessionId, { name: 'Jury A', room: 'Salon Vendôme' }));
  must(
    await planSession(ground, manager, sessionId, {
      opensAt: '09:00',
      lunchFrom: '12:30',
      lunchUntil: '13:30'
    })
  );
  const link = async (email: string) => must(await createSignInLink(ground, email));
  return {
    sessionId,
    manager: await link('helene@exemple.fr'),
    officer: await link('noe@exemple.fr'),
    candidate: await link('ines@exemple.fr')
  };
}

const candidates = [
  {
    birthName: 'Belkacem',
    firstNames: 'Inès Lina',
    sex: 'F',
    birthDate: '1994-03-12',
    birthPlace: 'Bordeaux',
    email: 'ines@exemple.fr'
  },
  {
    birthName: 'Nguyễn',
    usageName: 'Martin',
    firstNames: 'Thị Ánh',
    sex: 'F',
    birthDate: '2000-02-29',
    birthPlace: 'Hanoï',
    birthCountry: 'Vietnam',
    email: 'anh@exemple.fr'
  }
];

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}
