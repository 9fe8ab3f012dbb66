import { createCentre, createPerson, readPeople, type Actor, type Role } from '#people';
import {
  addPanel,
  createSession,
  declareConflicts,
  enrol,
  namePresident,
  openMarking,
  planSession,
  readSessionFacts,
  seatJuror,
  type PanelId,
  type SessionFacts
} from '#session';
import { daysLater } from '#session/days.ts';
import type { Ground } from '#platform/ground.ts';
import { newId } from '#platform/ids.ts';
import type { Result } from '#platform/result.ts';

/** The value of a result that must be a success. @throws with its refusal otherwise */
export function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

/** The code of a result that must be a refusal. */
export function refusal<T>(result: Result<T>): string {
  if (result.ok) throw new Error(`accepted: ${JSON.stringify(result.value)}`);
  return result.error.code;
}

const root: Actor = {
  userId: 'root' as Actor['userId'],
  name: 'Root',
  email: 'root@exemple.fr',
  grants: [{ role: 'manager', centreId: null }]
};

const candidateNames = ['Inès Belkacem', 'Awa Diallo', 'Lucie Moreau', 'Kenji Sato', 'Noé Girard'];
const jurorNames = ['Hélène Vasseur', 'Karim Haddad', 'Mei Chen', 'Paul Delorme'];

/** A session whose marking may be opened, or is open, made by the true actions. */
export interface MarkingSession {
  manager: Actor;
  /** Live jurors of the one panel; the first presides. */
  jurors: Actor[];
  panelId: PanelId;
  facts: SessionFacts;
  /** The sitting of a candidate, by their number, for an assessment. */
  sitting(number: number, assessmentId: string): string;
}

/**
 * One panel, its jurors, its candidates, a planned day, every tie declared « none », marking open.
 * @param sizes.undeclared leaves the jurors' word out, and so the session in preparation
 */
export async function markingSession(
  ground: Ground,
  sizes: { candidates: number; jurors: number; undeclared?: boolean; day?: string }
): Promise<MarkingSession> {
  const manager = await someone(ground, 'Claire Fontanel', 'manager');
  const centreId = value(
    await createCentre(ground, root, {
      id: newId(),
      name: 'Maison Vendôme Formation',
      address: '12 place Vendôme',
      postalCode: '75001',
      city: 'Paris',
      habilitatedFrom: '2026-01-01',
      habilitatedUntil: ''
    })
  );
  const day = sizes.day ?? '2026-11-25';
  const sessionId = value(
    await createSession(ground, manager, {
      title: 'Session de novembre',
      centreId,
      day,
      // One panel hears three candidates a day.
      lastDay: daysLater(day, Math.max(0, Math.ceil(sizes.candidates / 3) - 1)),
      place: 'Salon Opéra, Paris'
    })
  );
  const panelId = value(
    await addPanel(ground, manager, sessionId, { name: 'Jury A', room: 'Salon Opéra' })
  );
  const jurors: Actor[] = [];
  for (let place = 0; place < sizes.jurors; place += 1) {
    const juror = await someone(ground, nameAt(jurorNames, place), 'juror');
    value(await seatJuror(ground, manager, sessionId, { panelId, jurorId: juror.userId }));
    jurors.push(juror);
  }
  const president = jurors[0];
  if (president) value(await namePresident(ground, manager, sessionId, president.userId));
  for (let place = 0; place < sizes.candidates; place += 1)
    value(
      await enrol(ground, manager, sessionId, identityOf(nameAt(candidateNames, place), place))
    );
  value(await planSession(ground, manager, sessionId));
  const facts = await factsOf(ground, sessionId);
  if (!sizes.undeclared) {
    const none = facts.enrolments.map(({ id }) => ({ enrolmentId: id, kind: 'none' }));
    for (const juror of jurors) value(await declareConflicts(ground, juror, sessionId, none));
    value(await openMarking(ground, manager, sessionId));
  }
  return {
    manager,
    jurors,
    panelId,
    facts,
    sitting(number, assessmentId) {
      const enrolment = facts.enrolments.find((each) => each.number === number);
      const found = facts.sittings.find(
        (each) => each.enrolmentId === enrolment?.id && each.assessmentId === assessmentId
      );
      if (!found) throw new Error(`No sitting of candidate ${number} for ${assessmentId}`);
      return found.id;
    }
  };
}

/** Names of several cultures, then the same again with a Roman figure's worth of difference. */
const nameAt = (names: readonly string[], place: number): string => {
  const letters = 'abcdefghijklmnopqrstuvwxyz';
  const round = Math.floor(place / names.length);
  return `${names[place % names.length]}${round === 0 ? '' : letters[round % letters.length]}`;
};

async function someone(ground: Ground, name: string, role: Role): Promise<Actor> {
  const id = newId<'user'>();
  const email = `${role}-${id}@exemple.fr`;
  value(await createPerson(ground, root, { id, name, email, role }));
  const [person] = await readPeople(ground.db, [id]);
  return { userId: id, name, email, grants: person?.grants ?? [] };
}

function identityOf(name: string, place: number) {
  const [firstNames = '', birthName = ''] = name.split(' ');
  return {
    birthName,
    usageName: '',
    firstNames,
    sex: 'F',
    birthDate: '12/03/1994',
    birthPlace: 'Bordeaux',
    birthInseeCode: '',
    birthCountry: '',
    email: `candidat-${place}@exemple.fr`
  };
}

async function factsOf(ground: Ground, sessionId: string): Promise<SessionFacts> {
  const facts = await readSessionFacts(ground.db, sessionId);
  if (!facts) throw new Error(`No session ${sessionId}`);
  return facts;
}
