import { digest } from '#platform/canonical.ts';
import type { Database } from '#platform/database.ts';
import { parseForm } from '#platform/form.ts';
import type { Ground } from '#platform/ground.ts';
import { newId } from '#platform/ids.ts';
import { appendToLedger, type LedgerFact } from '#platform/ledger.ts';
import type { Phrase } from '#platform/language.ts';
import { ok, refuse, type Result } from '#platform/result.ts';
import { accountForm, grantForm, grantOf, newPersonForm } from './forms.ts';
import { accountTopic } from './account-topic.ts';
import { authorise, type Actor, type Grant, type UserId } from './model.ts';
import {
  findCentre,
  findPerson,
  forgetSecondFactor,
  insertGrant,
  insertPerson,
  lockManagers,
  readPeople,
  renamePerson,
  revokeGrant,
  type Person
} from './store.ts';

/** Everyone who may sign in, with their roles. */
export async function listPeople(ground: Ground, actor: Actor | null): Promise<Result<Person[]>> {
  const allowed = authorise(actor, 'people.read');
  return allowed.ok ? ok(await readPeople(ground.db)) : allowed;
}

/** One person, with their roles. */
export async function openPerson(
  ground: Ground,
  actor: Actor | null,
  id: string
): Promise<Result<Person>> {
  const allowed = authorise(actor, 'people.read');
  if (!allowed.ok) return allowed;
  const [person] = await readPeople(ground.db, [id]);
  return person ? ok(person) : unknownPerson();
}

/** Creates someone who may sign in, with a first role. The same form sent twice makes one person. */
export async function createPerson(
  ground: Ground,
  actor: Actor | null,
  form: unknown
): Promise<Result<UserId>> {
  const allowed = authorise(actor, 'people.manage');
  if (!allowed.ok) return allowed;
  const parsed = parseForm(newPersonForm, form);
  if (!parsed.ok) return parsed;
  const { id, name, email } = parsed.value;
  const grant = grantOf(parsed.value.role, parsed.value.centreId);
  if (!grant.ok) return grant;
  return ground.db.transaction(async (tx) => {
    const now = ground.clock.now();
    if (!(await centreExists(tx, grant.value))) return unknownCentre();
    if (!(await insertPerson(tx, { id, name, email }, now)))
      return (await findPerson(tx, { id }))?.email === email ? ok(id) : emailTaken();
    await insertGrant(tx, id, grant.value, now);
    await appendToLedger(tx, now, [
      { actor: allowed.value.userId, action: 'people.create', subject: id },
      grantFact(allowed.value.userId, id, grant.value)
    ]);
    return ok(id);
  });
}

/** Gives someone a role, effective at their next request. Given twice, it is held once. */
export async function grantRole(
  ground: Ground,
  actor: Actor | null,
  form: unknown
): Promise<Result<'granted'>> {
  const allowed = authorise(actor, 'people.manage');
  if (!allowed.ok) return allowed;
  const asked = readGrant(form);
  if (!asked.ok) return asked;
  const { userId, grant } = asked.value;
  return ground.db.transaction(async (tx) => {
    const now = ground.clock.now();
    if (!(await findPerson(tx, { id: userId }))) return unknownPerson();
    if (!(await centreExists(tx, grant))) return unknownCentre();
    if (await insertGrant(tx, userId, grant, now))
      await appendToLedger(tx, now, [grantFact(allowed.value.userId, userId, grant)]);
    return ok('granted');
  });
}

/** Takes a role back, effective at the person's next request. The last manager stays. */
export async function revokeRole(
  ground: Ground,
  actor: Actor | null,
  form: unknown
): Promise<Result<'revoked'>> {
  const allowed = authorise(actor, 'people.manage');
  if (!allowed.ok) return allowed;
  const asked = readGrant(form);
  if (!asked.ok) return asked;
  const { userId, grant } = asked.value;
  const revoked = await ground.db.transaction(async (tx): Promise<Result<'revoked'>> => {
    const now = ground.clock.now();
    if (grant.role === 'manager') {
      const managers = await lockManagers(tx);
      if (managers.length === 1 && managers[0] === userId) return lastManager();
    }
    if (await revokeGrant(tx, userId, grant, now))
      await appendToLedger(tx, now, [
        { ...grantFact(allowed.value.userId, userId, grant), action: 'people.revoke' }
      ]);
    return ok('revoked');
  });
  await ground.bus.publish(accountTopic(userId));
  return revoked;
}

/** Changes one's own name, as it appears on screens and documents made from now on. */
export async function renameSelf(
  ground: Ground,
  actor: Actor | null,
  form: unknown
): Promise<Result<'renamed'>> {
  if (!actor)
    return refuse('people.signed-out', 'Connectez-vous pour continuer.', 'Sign in to continue.');
  const parsed = parseForm(accountForm, form);
  if (!parsed.ok) return parsed;
  const { name } = parsed.value;
  if (name === actor.name) return ok('renamed');
  return ground.db.transaction(async (tx) => {
    const now = ground.clock.now();
    await renamePerson(tx, actor.userId, name, now);
    // The names themselves stay out of the ledger; the digest lets a name be checked against it.
    await appendToLedger(tx, now, [
      {
        actor: actor.userId,
        action: 'people.rename',
        subject: actor.userId,
        payload: { name: digest(name) }
      }
    ]);
    return ok('renamed');
  });
}

/**
 * The first manager of an installation, made from its terminal. Refused once there is one: then
 * managers make managers.
 */
export async function createFirstManager(
  ground: Ground,
  person: { name: string; email: string }
): Promise<Result<Actor>> {
  const parsed = parseForm(newPersonForm, { ...person, id: newId(), role: 'manager' });
  if (!parsed.ok) return parsed;
  const { id, name, email } = parsed.value;
  const grant: Grant = { role: 'manager', centreId: null };
  return ground.db.transaction(async (tx) => {
    const now = ground.clock.now();
    if ((await lockManagers(tx)).length > 0)
      return refuse(
        'people.has-manager',
        'Cette installation a déjà un responsable\u00a0: demandez-lui de créer les autres comptes.',
        'This installation already has a manager: ask them to create other accounts.'
      );
    if (!(await insertPerson(tx, { id, name, email }, now))) return emailTaken();
    await insertGrant(tx, id, grant, now);
    await appendToLedger(tx, now, [
      { actor: 'system', action: 'people.create', subject: id },
      grantFact('system', id, grant)
    ]);
    return ok({ userId: id, name, email, grants: [grant] });
  });
}

/**
 * For whoever has the machine: says which manager a sign-in link may be made for, and forgets their
 * device when asked, which signs them out everywhere. The ledger keeps that it was done here.
 * @param asked.email may be absent when there is one manager alone
 */
export async function letManagerBackIn(
  ground: Ground,
  asked: { email?: string; resetSecondFactor?: boolean }
): Promise<Result<{ userId: UserId; email: string }>> {
  const found = await ground.db.transaction(async (tx) => {
    const managers = await readPeople(tx, await lockManagers(tx));
    const wanted = asked.email?.trim().toLowerCase();
    const manager =
      wanted === undefined
        ? managers.length === 1
          ? managers[0]
          : undefined
        : managers.find(({ email }) => email === wanted);
    if (!manager)
      return wanted === undefined && managers.length > 1
        ? refuse(
            'people.which-manager',
            'Il y a plusieurs responsables\u00a0: donnez l’adresse de l’un d’eux avec --email.',
            'There are several managers: give the address of one with --email.'
          )
        : refuse(
            'people.unknown',
            'Aucun responsable n’a cette adresse. Sans responsable, créez le premier avec --name et --email.',
            'No manager has this address. Without a manager, create the first with --name and --email.'
          );
    const facts: LedgerFact[] = [{ actor: 'system', action: 'people.link', subject: manager.id }];
    if (asked.resetSecondFactor) {
      await forgetSecondFactor(tx, manager.id, 'end');
      facts.push({ actor: 'system', action: 'people.second-factor-reset', subject: manager.id });
    }
    await appendToLedger(tx, ground.clock.now(), facts);
    return ok({ userId: manager.id, email: manager.email });
  });
  if (found.ok) await ground.bus.publish(accountTopic(found.value.userId));
  return found;
}

/**
 * For another slice, inside its own transaction and once it has authorised the person who acts:
 * the account of this address, made if there is none, holding this role. An account that exists
 * keeps its name.
 * @param person already clean (`cleanName`, `cleanEmail`)
 */
export async function ensurePerson(
  tx: Database,
  at: Date,
  by: Actor,
  person: { name: string; email: string },
  grant: Grant
): Promise<UserId> {
  const facts: LedgerFact[] = [];
  const made = newId<'user'>();
  const isNew = await insertPerson(tx, { id: made, ...person }, at);
  const id = isNew ? made : (await findPerson(tx, { email: person.email }))!.id;
  if (isNew) facts.push({ actor: by.userId, action: 'people.create', subject: id });
  if (await insertGrant(tx, id, grant, at)) facts.push(grantFact(by.userId, id, grant));
  await appendToLedger(tx, at, facts);
  return id;
}

function readGrant(form: unknown): Result<{ userId: string; grant: Grant }> {
  const parsed = parseForm(grantForm, form);
  if (!parsed.ok) return parsed;
  const grant = grantOf(parsed.value.role, parsed.value.centreId);
  return grant.ok ? ok({ userId: parsed.value.userId, grant: grant.value }) : grant;
}

const centreExists = async (tx: Database, grant: Grant): Promise<boolean> =>
  grant.centreId === null || (await findCentre(tx, grant.centreId)) !== undefined;

const grantFact = (by: string, userId: string, grant: Grant): LedgerFact => ({
  actor: by,
  action: 'people.grant',
  subject: userId,
  payload: { role: grant.role, centreId: grant.centreId }
});

const refuseAt = (code: string, name: string, message: Phrase) =>
  refuse(code, message.fr, message.en, { [name]: message });

const emailTaken = () =>
  refuseAt('people.email-taken', 'email', {
    fr: 'Cette adresse a déjà un compte\u00a0: retrouvez-le dans la liste et donnez-lui le rôle voulu.',
    en: 'This address already has an account: find it in the list and give it the role you want.'
  });

const unknownCentre = () =>
  refuseAt('people.unknown-centre', 'centreId', {
    fr: 'Ce centre est introuvable\u00a0: choisissez-le dans la liste.',
    en: 'This centre cannot be found: choose it from the list.'
  });

const unknownPerson = () =>
  refuse(
    'people.unknown',
    'Cette personne est introuvable\u00a0: rechargez la page.',
    'This person cannot be found: reload the page.'
  );

const lastManager = () =>
  refuse(
    'people.last-manager',
    'C’est le dernier responsable\u00a0: donnez d’abord ce rôle à une autre personne.',
    'This is the last manager: give the role to someone else first.'
  );
