import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readPeople, type Actor } from '#people';
import { readLedger, verifyLedger } from '#platform/ledger.ts';
import { testGround, type TestGround } from '#platform/testing.ts';
import {
  correctIdentity,
  enrol,
  listEnrolments,
  openAlike,
  openEnrolment,
  ownEnrolments,
  withdraw
} from './enrolment-actions.ts';
import { aCentre, aSession, people, refusal, someone, value } from './enrolment-testing.ts';
import { answersOf } from './identity.ts';
import { saveSession } from './store.ts';
import { candidate } from './tables.ts';

let ground: TestGround;
beforeAll(async () => {
  ground = await testGround();
});
afterAll(() => ground.close());

const [ines, sean, anh, jean, awa] = people as [
  (typeof people)[number],
  (typeof people)[number],
  (typeof people)[number],
  (typeof people)[number],
  (typeof people)[number]
];

const numbersOf = async (sessionId: string, by: Actor) =>
  value(await listEnrolments(ground, by, sessionId)).enrolments.map(({ number }) => number);

describe('enrolling', () => {
  test('gives the next number, an account, and a trace', async () => {
    const { sessionId, manager } = await aSession(ground);
    const first = value(await enrol(ground, manager, sessionId, ines));
    expect(first).toMatchObject({ number: 1, outcome: 'enrolled', kept: [] });
    expect(value(await enrol(ground, manager, sessionId, sean)).number).toBe(2);

    const { enrolment } = value(await openEnrolment(ground, manager, sessionId, first.id));
    const [account] = await readPeople(ground.db, [enrolment.candidate.userId!]);
    expect(account).toMatchObject({
      name: 'Inès Belkacem',
      email: 'ines@exemple.fr',
      grants: [{ role: 'candidate', centreId: null }]
    });
    const [trace] = await readLedger(ground.db, { subject: first.id });
    expect(trace).toMatchObject({ action: 'enrolment.enrol', actor: manager.userId });
    expect(JSON.stringify(trace)).not.toContain('Belkacem');
  });

  test('twice is harmless, and said, whatever the case and the accents', async () => {
    const { sessionId, manager } = await aSession(ground);
    const once = value(await enrol(ground, manager, sessionId, jean));
    const twice = value(
      await enrol(ground, manager, sessionId, {
        ...jean,
        birthName: "D'ARC",
        firstNames: 'JEAN ELUARD'
      })
    );
    expect(twice).toEqual({ ...once, outcome: 'already' });
    expect(await numbersOf(sessionId, manager)).toEqual([1]);
  });

  test('numbers have no gap when many enrol at once, and nobody is made twice', async () => {
    const { sessionId, manager } = await aSession(ground);
    const twin = { ...awa, email: 'awa.diop@exemple.fr', birthName: 'Diop' };
    const results = await Promise.all(
      [ines, sean, anh, jean, twin, ines, sean].map((who) => enrol(ground, manager, sessionId, who))
    );
    expect(results.every(({ ok }) => ok)).toBe(true);
    expect(await numbersOf(sessionId, manager)).toEqual([1, 2, 3, 4, 5]);
    const known = await ground.db
      .select({ id: candidate.id })
      .from(candidate)
      .where(eq(candidate.email, ines.email));
    expect(known).toHaveLength(1);
  });

  test('tells every fault beside its field, and writes nothing', async () => {
    const { sessionId, manager } = await aSession(ground);
    const result = await enrol(ground, manager, sessionId, {
      ...ines,
      sex: '',
      birthDate: '31/02'
    });
    expect(result).toMatchObject({
      ok: false,
      error: { fields: { sex: {}, birthDate: {} } }
    });
    expect(await numbersOf(sessionId, manager)).toEqual([]);
  });

  test('an address opens one dossier only', async () => {
    const { sessionId, manager } = await aSession(ground);
    value(await enrol(ground, manager, sessionId, ines));
    const other = await enrol(ground, manager, sessionId, {
      ...sean,
      birthName: 'Autre',
      email: ines.email
    });
    expect(other).toMatchObject({ ok: false, error: { fields: { email: {} } } });
    expect(await numbersOf(sessionId, manager)).toEqual([1]);
  });

  test('stops when marking is open', async () => {
    const { sessionId, manager } = await aSession(ground);
    const { id } = value(await enrol(ground, manager, sessionId, ines));
    await saveSession(ground.db, sessionId, { status: 'marking' });
    expect(refusal(await enrol(ground, manager, sessionId, sean))).toBe('session.marking');
    expect(refusal(await withdraw(ground, manager, sessionId, id))).toBe('session.marking');
  });

  test('is for managers, and for the manager of that centre', async () => {
    const { sessionId, centreId } = await aSession(ground);
    const elsewhere = await aCentre(ground, 'Centre Bellecour');
    const own = await someone(ground, 'centre-manager', centreId);
    const other = await someone(ground, 'centre-manager', elsewhere);
    expect(refusal(await enrol(ground, other, sessionId, ines))).toBe('session.unknown');
    for (const role of ['juror', 'accessibility-officer', 'candidate', 'auditor'] as const) {
      const who = await someone(ground, role);
      expect(refusal(await enrol(ground, who, sessionId, ines))).toBe('people.forbidden');
    }
    expect(refusal(await enrol(ground, null, sessionId, ines))).toBe('people.signed-out');
    expect(value(await enrol(ground, own, sessionId, ines)).outcome).toBe('enrolled');
  });

  test('a centre cannot take over the address of someone another centre enrolled', async () => {
    const first = await aSession(ground);
    const marie = { ...ines, birthName: 'Curie', firstNames: 'Marie', email: 'marie@exemple.fr' };
    value(await enrol(ground, first.manager, first.sessionId, marie));
    const second = await aSession(ground, await aCentre(ground, 'Centre Bellecour'));
    const centre = await someone(ground, 'centre-manager', second.centreId);
    const taken = await enrol(ground, centre, second.sessionId, {
      ...marie,
      email: 'pirate@exemple.fr'
    });
    expect(refusal(taken)).toBe('enrolment.alike');
    // Whom another centre enrolled is not shown: that there is someone, and no more.
    expect(
      value(await openAlike(ground, centre, second.sessionId, { ...marie, email: 'x@exemple.fr' }))
    ).toEqual([{ match: null, differs: [] }]);
    const [theirs] = value(await listEnrolments(ground, first.manager, first.sessionId)).enrolments;
    const same = await enrol(
      ground,
      centre,
      second.sessionId,
      { ...marie, email: 'pirate@exemple.fr' },
      { same: theirs!.candidate.id }
    );
    expect(refusal(same)).toBe('enrolment.alike');
    expect(value(await enrol(ground, centre, second.sessionId, marie)).outcome).toBe('enrolled');
  });

  const karim = {
    ...sean,
    birthName: 'Lefèvre',
    firstNames: 'Karim',
    birthPlace: 'Lille',
    birthInseeCode: '59350',
    birthCountry: '',
    email: 'karim@exemple.fr'
  };
  const homonym = {
    ...karim,
    birthPlace: 'Brest',
    birthInseeCode: '29019',
    email: 'karim.autre@exemple.fr'
  };

  test('a homonym is a question, which shows what differs and changes nothing', async () => {
    const { sessionId, manager } = await aSession(ground);
    const { id } = value(await enrol(ground, manager, sessionId, karim));
    const before = value(await openEnrolment(ground, manager, sessionId, id)).enrolment.candidate;
    const next = await aSession(ground);

    expect(refusal(await enrol(ground, manager, next.sessionId, homonym))).toBe('enrolment.alike');
    const [alike] = value(await openAlike(ground, manager, next.sessionId, homonym));
    expect(alike).toEqual({
      match: { same: before.id },
      differs: [
        { field: 'birthPlace', known: 'Lille', given: 'Brest' },
        { field: 'birthInseeCode', known: '59350', given: '29019' },
        { field: 'email', known: 'karim@exemple.fr', given: 'karim.autre@exemple.fr' }
      ]
    });
    expect(await numbersOf(next.sessionId, manager)).toEqual([]);

    const another = value(await enrol(ground, manager, next.sessionId, homonym, 'another'));
    const other = value(await openEnrolment(ground, manager, next.sessionId, another.id)).enrolment;
    expect(other.candidate.id).not.toBe(before.id);
    expect(other.candidate.userId).not.toBe(before.userId);
    // The newcomer’s account opens nothing of the other’s.
    const [account] = await readPeople(ground.db, [other.candidate.userId!]);
    const own = value(await ownEnrolments(ground, { ...account!, userId: account!.id }));
    expect(own.map((each) => each.enrolment.id)).toEqual([another.id]);
    const after = value(await openEnrolment(ground, manager, sessionId, id)).enrolment.candidate;
    expect(after).toEqual(before);
  });

  test('the same person, with another address typed, is enrolled with the dossier as it is', async () => {
    const { sessionId, manager } = await aSession(ground);
    const leila = { ...ines, birthName: 'Haddad', firstNames: 'Leïla', email: 'leila@exemple.fr' };
    const { id } = value(await enrol(ground, manager, sessionId, leila));
    const before = value(await openEnrolment(ground, manager, sessionId, id)).enrolment.candidate;
    const typed = { ...leila, usageName: 'Roy', email: 'leila.roy@exemple.fr' };
    const again = value(await enrol(ground, manager, sessionId, typed, { same: before.id }));
    expect(again).toMatchObject({ outcome: 'already', kept: ['usageName', 'email'] });
    expect(value(await openEnrolment(ground, manager, sessionId, id)).enrolment.candidate).toEqual(
      before
    );
    // The address is hers: no question, and still nothing is corrected.
    const known = await enrol(ground, manager, sessionId, { ...leila, usageName: 'Roy' });
    expect(value(known)).toMatchObject({ outcome: 'already', kept: ['usageName'] });
  });

  test('an account of another name is not given to a candidate', async () => {
    const { sessionId, manager } = await aSession(ground);
    const juror = await someone(ground, 'juror');
    const taken = await enrol(ground, manager, sessionId, {
      ...jean,
      birthName: 'Inconnu',
      email: juror.email
    });
    expect(taken).toMatchObject({ ok: false, error: { fields: { email: {} } } });
  });
});

test('who withdraws keeps a number, and comes back to it', async () => {
  const { sessionId, manager } = await aSession(ground);
  const { id } = value(await enrol(ground, manager, sessionId, ines));
  value(await enrol(ground, manager, sessionId, sean));
  value(await withdraw(ground, manager, sessionId, id));
  value(await withdraw(ground, manager, sessionId, id));
  expect((await readLedger(ground.db, { subject: id })).map(({ action }) => action)).toEqual([
    'enrolment.withdraw',
    'enrolment.enrol'
  ]);
  expect(value(await enrol(ground, manager, sessionId, anh)).number).toBe(3);
  expect(value(await enrol(ground, manager, sessionId, ines))).toMatchObject({
    id,
    number: 1,
    outcome: 'returned'
  });
  expect(refusal(await withdraw(ground, manager, sessionId, 'nobody'))).toBe('enrolment.unknown');
});

describe('correcting an identity', () => {
  test('is possible even after the session, and a stale form is refused', async () => {
    const { sessionId, manager } = await aSession(ground);
    const zoe = { ...ines, birthName: 'Lefevre', firstNames: 'Zoe', email: 'zoe@exemple.fr' };
    const { id } = value(await enrol(ground, manager, sessionId, zoe));
    await saveSession(ground.db, sessionId, { status: 'closed' });
    const { enrolment, seen } = value(await openEnrolment(ground, manager, sessionId, id));
    const answers = { ...answersOf(enrolment.candidate.identity), birthName: 'Lefèvre' };
    const correct = (to: object) =>
      correctIdentity(ground, manager, sessionId, id, { ...answers, ...to }, seen);
    expect(value(await correct({}))).toBe('corrected');
    expect(value(await correct({}))).toBe('corrected');
    expect(refusal(await correct({ firstNames: 'Zoé' }))).toBe('enrolment.stale');
    const now = value(await openEnrolment(ground, manager, sessionId, id));
    expect(now.enrolment.candidate.identity.birthName).toBe('Lefèvre');
  });

  test('cannot make two candidates into one', async () => {
    const { sessionId, manager } = await aSession(ground);
    value(await enrol(ground, manager, sessionId, ines));
    const { id } = value(await enrol(ground, manager, sessionId, sean));
    const { seen } = value(await openEnrolment(ground, manager, sessionId, id));
    for (const [answers, field] of [
      [{ ...ines, email: 'other@exemple.fr' }, 'birthName'],
      [{ ...sean, email: ines.email }, 'email']
    ] as const)
      expect(await correctIdentity(ground, manager, sessionId, id, answers, seen)).toMatchObject({
        ok: false,
        error: { fields: { [field]: {} } }
      });
  });
});

test('a candidate sees their own dossier, and nobody else’s', async () => {
  const { sessionId, manager } = await aSession(ground);
  const omar = { ...sean, birthName: 'Sy', firstNames: 'Omar', email: 'omar@exemple.fr' };
  const { id } = value(await enrol(ground, manager, sessionId, omar));
  value(await enrol(ground, manager, sessionId, ines));
  const { enrolment } = value(await openEnrolment(ground, manager, sessionId, id));
  const [account] = await readPeople(ground.db, [enrolment.candidate.userId!]);
  const actor: Actor = { ...account!, userId: account!.id };
  const own = value(await ownEnrolments(ground, actor));
  expect(own.map((each) => each.enrolment.id)).toEqual([id]);
  expect(refusal(await openEnrolment(ground, actor, sessionId, id))).toBe('people.forbidden');
  expect(refusal(await ownEnrolments(ground, manager))).toBe('people.forbidden');
});

test('the ledger holds through it all', async () => {
  expect(await verifyLedger(ground.db)).toMatchObject({ valid: true });
});
