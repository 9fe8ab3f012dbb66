/** What a candidate does in the room: come in, take the pen, rest, hand in. */
import { z } from 'zod';
import type { Actor } from '#people';
import { findSession } from '#session';
import type { Database } from '#platform/database.ts';
import type { Ground } from '#platform/ground.ts';
import { isId } from '#platform/ids.ts';
import { fail, ok, refuse, type Result } from '#platform/result.ts';
import { throttle } from '#platform/throttle.ts';
import { paperHashes } from './answer.ts';
import { closesAt, devicesOf, stateAt, type SittingFact } from './model.ts';
import { ownSitting, unknownSitting } from './open-sitting.ts';
import { currentCode, isExamOpen, notOpen } from './opening.ts';
import { standingOf, type Standing } from './standing.ts';
import { readEdits, readEvents, type SittingPlace } from './store.ts';
import { plain, tell } from './tell.ts';
import { readPlaced } from './texts.ts';
import type { PlacedEdit } from './text.ts';

/** Tries of one person in a minute: a code is read from a board, not guessed. */
const tries = throttle(12, 60);

/**
 * Comes in with the room's code, on a device that is then known for this sitting. The code proves that
 * the candidate is in the room; the invigilator then checks who they are.
 */
export async function enterRoom(
  ground: Ground,
  actor: Actor | null,
  sittingId: string,
  { code, device }: { code: string; device: string }
): Promise<Result<'entered'>> {
  const own = await ownSitting(ground, actor, sittingId);
  if (!own.ok) return own;
  const { place, events } = own.value;
  if (devicesOf(events).has(device)) return ok('entered');
  const now = ground.clock.now();
  const person = place.userId ?? '';
  if (tries.isFull(person, now)) return tooMany();
  const shut = await shutWhy(ground.db, place);
  if (shut) return shut;
  const expected = await currentCode(ground.db, place.sessionId);
  if (expected === null || plainCode(code) !== expected) {
    tries.count(person, now);
    return wrongCode();
  }
  const told = await tell(ground, place, person, plain({ kind: 'arrived', device }));
  return told.ok ? ok('entered') : told;
}

/** « k7m 3qx » and « K7M-3QX » are one code. */
const plainCode = (typed: string): string => typed.toUpperCase().replace(/[^0-9A-Z]/g, '');

async function shutWhy(db: Database, place: SittingPlace) {
  const session = await findSession(db, place.sessionId);
  if (session?.status !== 'marking')
    return refuse(
      'exam.closed',
      'La session n’est pas ouverte : attendez l’heure de votre convocation.',
      'The session is not open: wait for the time on your convocation.'
    );
  return (await isExamOpen(db, place.sessionId)) ? undefined : notOpen();
}

const wrongCode = () =>
  refuse(
    'exam.wrong-code',
    'Ce code n’ouvre pas, ou n’ouvre plus : demandez au surveillant celui qui est affiché.',
    'This code does not open, or no longer does: ask the invigilator for the one on display.',
    {
      code: {
        fr: 'Six lettres et chiffres, affichés dans la salle.',
        en: 'Six letters and figures, shown in the room.'
      }
    }
  );

const tooMany = () =>
  refuse(
    'exam.too-many-codes',
    'Trop d’essais : attendez une minute, et demandez le code au surveillant.',
    'Too many tries: wait a minute, and ask the invigilator for the code.'
  );

/** What a page that takes the pen begins from. */
export interface Desk extends Standing {
  edits: PlacedEdit[];
}

/**
 * Gives the pen to a page. The one that held it before becomes a reader; what it had not yet sent still
 * joins the text. Taking it twice is harmless.
 */
export async function takePen(
  ground: Ground,
  actor: Actor | null,
  sittingId: string,
  { writer, device }: { writer: string; device: string }
): Promise<Result<Desk>> {
  const own = await ownSitting(ground, actor, sittingId);
  if (!own.ok) return own;
  if (!isId(writer)) return unknownSitting();
  if (!devicesOf(own.value.events).has(device)) return wrongCode();
  const { place } = own.value;
  const current = standingOf(own.value.events, own.value.state, ground.clock.now());
  if (current.pen !== writer) {
    const told = await tell(
      ground,
      place,
      place.userId ?? '',
      plain({ kind: 'pen', writer, device })
    );
    if (!told.ok) return told;
  }
  return readDesk(ground, place);
}

async function readDesk(ground: Ground, place: SittingPlace): Promise<Result<Desk>> {
  const standing = await standingNow(ground, place);
  return ok({ ...standing, edits: await readPlaced(ground.db, place.sittingId) });
}

/** Begins or ends a break that was granted: the clock stands still meanwhile. */
export async function takeBreak(
  ground: Ground,
  actor: Actor | null,
  sittingId: string,
  kind: 'break-began' | 'break-ended'
): Promise<Result<Standing>> {
  const own = await ownSitting(ground, actor, sittingId);
  if (!own.ok) return own;
  const { place } = own.value;
  const told = await tell(ground, place, place.userId ?? '', plain({ kind }));
  return told.ok ? ok(await standingNow(ground, place)) : told;
}

async function standingNow(ground: Ground, place: SittingPlace): Promise<Standing> {
  const { sittingId } = place;
  const events = (await readEvents(ground.db, [sittingId])).get(sittingId) ?? [];
  const now = ground.clock.now();
  return standingOf(events, stateAt(events, place.allowance, now), now);
}

/** Where the candidate's own sitting stands; null when it is not theirs (to end a live stream). */
export async function followOwn(
  ground: Ground,
  actor: Actor | null,
  sittingId: string
): Promise<Standing | null> {
  const own = await ownSitting(ground, actor, sittingId);
  if (!own.ok) return null;
  return standingOf(own.value.events, own.value.state, ground.clock.now());
}

/** What a page hands in: all that the server holds up to `base`, whose hash it computed if it could. */
const handInSchema = z.strictObject({
  base: z.int().min(0),
  hash: z.string().max(64).nullable()
});

/**
 * Hands the paper in: what the server holds up to `base`, if that is all it holds, and if it is what
 * the candidate sees (`hash`, when the device could compute it). In the grace after the end too.
 */
export async function handInPaper(
  ground: Ground,
  actor: Actor | null,
  sittingId: string,
  input: unknown
): Promise<Result<Standing>> {
  const asked = handInSchema.safeParse(input);
  if (!asked.success) return differs();
  const { base, hash } = asked.data;
  const own = await ownSitting(ground, actor, sittingId);
  if (!own.ok) return own;
  const { place } = own.value;
  if (own.value.state.kind === 'handed-in') return ok(await standingNow(ground, place));
  let trail = '';
  const told = await tell(
    ground,
    place,
    place.userId ?? '',
    async (tx, { state }): Promise<Result<SittingFact>> => {
      const closing = closesAt(state);
      if (closing && closing < ground.clock.now()) return tooLate();
      const edits = await readEdits(tx, sittingId);
      const held = paperHashes(edits);
      if (edits.length !== base || (hash !== null && hash !== held.answer)) return differs();
      trail = held.trail;
      return ok({ kind: 'handed-in', upTo: base, hash: held.answer });
    },
    (fact) => (fact.kind === 'handed-in' ? { answer: fact.hash, upTo: fact.upTo, trail } : {})
  );
  if (!told.ok && told.error.code !== 'exam.not-now.handed-in') return told;
  const standing = await standingNow(ground, place);
  // Handed in by another page a moment ago: that is what was wanted.
  if (standing.state.kind === 'handed-in') return ok(standing);
  return told.ok ? ok(standing) : fail(told.error);
}

const tooLate = () =>
  refuse(
    'exam.too-late',
    'Le temps est écoulé : votre copie est close telle qu’elle était à la fin. Rien de ce que vous avez écrit n’est perdu.',
    'The time is over: your paper is closed as it stood at the end. Nothing that you wrote is lost.'
  );

const differs = () =>
  refuse(
    'exam.differs.stale',
    'Une partie de votre texte n’était pas encore arrivée : un instant, puis remettez de nouveau.',
    'Part of your text had not arrived yet: wait a moment, then hand in again.'
  );
