/**
 * A rehearsal: a whole session played by a fictitious cast through the very actions that people use,
 * with no browser. The demonstration, the tests and `parchemin demo` are made of it.
 */
import {
  changeContact,
  changeSender,
  createCentre,
  createFirstManager,
  createPerson,
  type Actor,
  type CentreId,
  type Role,
  type UserId
} from '#people';
import type { AssessmentId } from '#referential';
import {
  addPanel,
  createSession,
  declareConflicts,
  enrol,
  jurorsOf,
  liveMembers,
  namePresident,
  openMarking,
  planSession,
  readSessionFacts,
  recordAttendance,
  seatJuror,
  type SessionFacts,
  type SessionId,
  type Sitting
} from '#session';
import { handInSheet, observe } from '#jury';
import {
  computeResults,
  decide,
  drawUpMinutes,
  openDeliberation,
  readMinutes,
  signMinutes
} from '#verdict';
import { issueCertificates, type CertificateNumber } from '#parchment';
import { sampleSender } from '#registry/cdc/index.ts';
import type { Ground } from '#platform/ground.ts';
import { newId } from '#platform/ids.ts';
import type { Result } from '#platform/result.ts';
import { addressOf, castCandidates, castJurors, type CastMember } from './cast.ts';
import { rehearseSheet } from './marks.ts';

/** A rehearsal's actions must succeed: a refusal is a fault of the script, and stops it. */
export function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.message.fr);
  return result.value;
}

/** The house of the rehearsal: its centre, and whoever is not a candidate. */
export interface House {
  centreId: CentreId;
  manager: Actor;
  centreManager: Actor;
  officer: Actor;
  auditor: Actor;
  jurors: Actor[];
}

/** Founds the house in an empty database. */
export async function foundHouse(ground: Ground, jurors: number): Promise<House> {
  const called = (name: string) => ({ name, email: addressOf(name) });
  const manager = must(await createFirstManager(ground, called('Agnès Delcourt')));
  const centreId = must(
    await createCentre(ground, manager, {
      id: newId(),
      name: 'École des Arts de Recevoir',
      address: '12, rue des Lavandières',
      postalCode: '69002',
      city: 'Lyon',
      habilitatedFrom: '2025-01-01',
      habilitatedUntil: '2029-12-31'
    })
  );
  must(await changeSender(ground, manager, sampleSender));
  must(
    await changeContact(ground, manager, {
      name: manager.name,
      post: 'responsable de la certification',
      email: manager.email,
      address: '12, rue des Lavandières, 69002 Lyon',
      appealDays: '60'
    })
  );
  const hire = (person: CastMember, role: Role) => hired(ground, manager, person, role, centreId);
  const seated: Actor[] = [];
  for (const person of castJurors(jurors)) seated.push(await hire(person, 'juror'));
  return {
    centreId,
    manager,
    centreManager: await hire(called('Bruno Castellan'), 'centre-manager'),
    officer: await hire(called('Maud Le Bihan'), 'accessibility-officer'),
    auditor: await hire(called('Philippe Rey'), 'auditor'),
    jurors: seated
  };
}

async function hired(
  ground: Ground,
  manager: Actor,
  person: CastMember,
  role: Role,
  centreId: CentreId
): Promise<Actor> {
  const bound = role === 'centre-manager' ? centreId : null;
  const id = newId<'user'>();
  must(await createPerson(ground, manager, { id, ...person, role, centreId: bound ?? '' }));
  return { userId: id, ...person, grants: [{ role, centreId: bound }] };
}

/** How a rehearsed session is called and peopled. */
export interface Playbill {
  title: string;
  /** YYYY-MM-DD */
  day: string;
  candidates: number;
  seed: number;
}

/** Candidates that one panel of two can hear in a day. */
const perPanel = 3;

export const panelsFor = (candidates: number): number =>
  Math.max(1, Math.ceil(candidates / perPanel));

/** Opens a session, enrols its candidates, seats two jurors on each panel and plans the day. */
export async function prepareSession(
  ground: Ground,
  house: House,
  { title, day, candidates, seed }: Playbill
): Promise<SessionId> {
  const { manager } = house;
  const place = 'Hôtel de la Monnaie, salons du premier étage';
  const sessionId = must(
    await createSession(ground, manager, { title, centreId: house.centreId, day, place })
  );
  for (const answers of castCandidates(candidates, seed))
    must(await enrol(ground, manager, sessionId, answers));
  for (let panel = 0; panel < panelsFor(candidates); panel += 1) {
    const panelId = must(
      await addPanel(ground, manager, sessionId, {
        name: `Jury ${panel + 1}`,
        room: `Salon ${['Bleu', 'Jaune', 'Vert', 'Rose', 'Gris'][panel % 5]}${panel < 5 ? '' : ` ${panel + 1}`}`
      })
    );
    for (const juror of house.jurors.slice(2 * panel, 2 * panel + 2))
      must(await seatJuror(ground, manager, sessionId, { panelId, jurorId: juror.userId }));
  }
  must(await namePresident(ground, manager, sessionId, house.jurors[0]!.userId));
  must(await planSession(ground, manager, sessionId));
  return sessionId;
}

/** Every juror declares no tie, everyone comes, and the day opens. */
export async function openDay(ground: Ground, house: House, sessionId: SessionId): Promise<void> {
  const facts = await factsFor(ground, sessionId);
  const declarations = facts.enrolments.map(({ id }) => ({ enrolmentId: id, kind: 'none' }));
  for (const { jurorId } of jurorsOf(facts))
    must(await declareConflicts(ground, actorOf(house, jurorId), sessionId, declarations));
  must(await openMarking(ground, house.manager, sessionId));
  for (const { id } of facts.enrolments)
    must(await recordAttendance(ground, house.manager, sessionId, { enrolmentId: id }, true));
  for (const panel of facts.panels)
    for (const { jurorId } of liveMembers(panel))
      must(
        await recordAttendance(
          ground,
          house.manager,
          sessionId,
          { panelId: panel.id, jurorId },
          true
        )
      );
}

/**
 * Jurors mark and hand in sittings of the day: all of them, or those that are chosen.
 * @returns how many observations were received
 */
export async function markSheets(
  ground: Ground,
  house: House,
  sessionId: SessionId,
  seed: number,
  chosen: (sitting: Sitting) => boolean = () => true
): Promise<number> {
  const facts = await factsFor(ground, sessionId);
  const due = facts.sittings.filter(chosen);
  let received = 0;
  for (const sitting of due) {
    const panel = facts.panels.find(({ id }) => id === sitting.panelId);
    for (const { jurorId } of panel ? liveMembers(panel) : [])
      received += await markSheet(ground, actorOf(house, jurorId), facts, sitting, seed);
  }
  return received;
}

async function markSheet(
  ground: Ground,
  juror: Actor,
  facts: SessionFacts,
  sitting: Sitting,
  seed: number
): Promise<number> {
  const candidate = facts.enrolments.find(({ id }) => id === sitting.enrolmentId)?.number ?? 0;
  const marks = rehearseSheet(facts.referential, sitting.assessmentId as AssessmentId, {
    seed,
    candidate,
    juror: juror.name
  });
  const madeAt = ground.clock.now().toISOString();
  const receipt = must(
    await observe(ground, juror, sitting.id, {
      observations: marks.map((mark, place) => ({
        id: newId(),
        ...mark,
        madeAt,
        sequence: place + 1
      }))
    })
  );
  must(await handInSheet(ground, juror, sitting.id));
  return receipt.received.length;
}

/** The president settles what the marks leave open, with a reason each time. */
export async function deliberate(
  ground: Ground,
  house: House,
  sessionId: SessionId
): Promise<void> {
  must(await openDeliberation(ground, house.manager, sessionId));
  const facts = await factsFor(ground, sessionId);
  const president = actorOf(house, facts.presidentId ?? ('' as UserId));
  const { results } = await computeResults(ground.db, facts);
  for (const [enrolmentId, { competences }] of results)
    for (const { id, verdict, criteria, mean } of competences) {
      for (const { id: target, outcome } of criteria) {
        if (outcome.state !== 'discrepant') continue;
        const levels = outcome.marks.flatMap(({ level }) => level ?? []);
        const level = Math.floor(
          levels.reduce((sum: number, each) => sum + each, 0) / levels.length
        );
        const reason =
          'Après échange, le jury retient ce niveau au vu des notes prises pendant l’oral.';
        must(await decide(ground, president, sessionId, { enrolmentId, target, level, reason }));
      }
      if (verdict.state === 'pending' && verdict.why === 'too-little-observed')
        must(
          await decide(ground, president, sessionId, {
            enrolmentId,
            target: id,
            validated: (mean ?? 0) >= facts.referential.policy.competenceMean,
            reason: 'Les critères observés suffisent au jury pour conclure.'
          })
        );
    }
}

/** The manager draws up the minutes, every juror signs, and certificates are issued. */
export async function conclude(
  ground: Ground,
  house: House,
  sessionId: SessionId
): Promise<CertificateNumber[]> {
  must(await drawUpMinutes(ground, house.manager, sessionId));
  const [latest] = await readMinutes(ground.db, sessionId);
  for (const { jurorId, name } of jurorsOf(await factsFor(ground, sessionId)))
    must(
      await signMinutes(ground, actorOf(house, jurorId), sessionId, {
        hash: latest?.hash ?? '',
        name
      })
    );
  return must(await issueCertificates(ground, house.manager, sessionId)).issued;
}

export async function factsFor(ground: Ground, sessionId: SessionId): Promise<SessionFacts> {
  const facts = await readSessionFacts(ground.db, sessionId);
  if (!facts) throw new Error(`Session ${sessionId} is unknown`);
  return facts;
}

function actorOf(house: House, userId: UserId): Actor {
  const actor = house.jurors.find((juror) => juror.userId === userId);
  if (!actor) throw new Error(`Juror ${userId} is not of this house`);
  return actor;
}
