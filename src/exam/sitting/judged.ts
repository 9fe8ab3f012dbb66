/** What the jury reads of the sittings it judges. */
import { authorise, type Actor } from '#people';
import { readSessionFacts, type SessionFacts } from '#session';
import type { Ground } from '#platform/ground.ts';
import { isId } from '#platform/ids.ts';
import { ok, refuse, type Result } from '#platform/result.ts';
import type { Subject } from '../subjects/model.ts';
import { drawKey, readDrawn } from '../subjects/store.ts';
import { readAnswer } from './answer.ts';
import { tellClosed } from './closing.ts';
import { isOver, stateAt } from './model.ts';
import { unknownSitting } from './open-sitting.ts';
import { readEvents, readPlaces, type SittingPlace } from './store.ts';
import type { Texts } from './text.ts';

/** A sitting that someone judges, and its session. */
interface Judged {
  place: SittingPlace;
  facts: SessionFacts;
}

/** What a juror reads beside the grid: the whole subject and, once it is closed, the answer. */
export interface JurorSubject {
  subject: Subject;
  candidate: { number: number; name: string };
  /** The candidate was granted the written channel of MS2. */
  writtenChannel: boolean;
  answer: Texts | null;
}

/** A sitting that a person judges, for a juror of its panel who declared no tie with the candidate. */
export async function judgedSitting(
  ground: Ground,
  actor: Actor | null,
  sittingId: string
): Promise<Result<Judged>> {
  const allowed = authorise(actor, 'marking.write');
  if (!allowed.ok) return allowed;
  const [judged] = await judgedBy(ground, allowed.value.userId, [sittingId]);
  return judged ? ok(judged) : unknownSitting();
}

/**
 * The subject of a sitting for a juror of its panel: scenario, role sheet and marking notes from the
 * opening of the day, to prepare the part; the answer once the candidate can no longer change it.
 */
export async function subjectForJuror(
  ground: Ground,
  actor: Actor | null,
  sittingId: string
): Promise<Result<JurorSubject>> {
  const judged = await judgedSitting(ground, actor, sittingId);
  if (!judged.ok) return judged;
  const subject = (await subjectsOf(ground, [judged.value])).get(sittingId);
  return subject
    ? ok(subject)
    : refuse(
        'exam.sealed',
        'Le sujet est encore sous scellés : il s’ouvre au jury avec la journée.',
        'The subject is still sealed: it opens to the jury with the day.'
      );
}

/** The same for the sittings of a day, by sitting: those, among these, that are open to this juror. */
export async function subjectsForJuror(
  ground: Ground,
  actor: Actor | null,
  sittingIds: readonly string[]
): Promise<Result<Map<string, JurorSubject>>> {
  const allowed = authorise(actor, 'marking.write');
  if (!allowed.ok) return allowed;
  return ok(await subjectsOf(ground, await judgedBy(ground, allowed.value.userId, sittingIds)));
}

async function judgedBy(
  { db }: Ground,
  jurorId: string,
  sittingIds: readonly string[]
): Promise<Judged[]> {
  const places = await readPlaces(db, { sittingIds: sittingIds.filter(isId) });
  const judged: Judged[] = [];
  for (const [sessionId, own] of Map.groupBy(places, (place) => place.sessionId)) {
    const facts = await readSessionFacts(db, sessionId);
    if (facts)
      for (const place of own) if (judges(facts, place, jurorId)) judged.push({ place, facts });
  }
  return judged;
}

const judges = (
  { panels, conflicts }: SessionFacts,
  { panelId, enrolmentId }: SittingPlace,
  jurorId: string
): boolean =>
  panels.some(
    ({ id, members }) =>
      id === panelId && members.some((each) => each.jurorId === jurorId && !each.removed)
  ) &&
  !conflicts.some(
    (each) => each.jurorId === jurorId && each.enrolmentId === enrolmentId && each.kind !== 'none'
  );

async function subjectsOf(
  ground: Ground,
  judged: readonly Judged[]
): Promise<Map<string, JurorSubject>> {
  const places = judged.flatMap(({ place, facts }) =>
    facts.status === 'preparing' ? [] : [place]
  );
  const drawn = await readDrawn(
    ground.db,
    places.map(({ enrolmentId }) => enrolmentId)
  );
  const told = await readEvents(
    ground.db,
    places.map(({ sittingId }) => sittingId)
  );
  const seen = places.map((place) => ({ place, events: told.get(place.sittingId) ?? [] }));
  await tellClosed(ground, seen);
  const now = ground.clock.now();
  const subjects = new Map<string, JurorSubject>();
  for (const { place, events } of seen) {
    const subject = drawn.get(drawKey(place.enrolmentId, place.assessmentId));
    if (!subject) continue;
    const state = stateAt(events, place.allowance, now);
    subjects.set(place.sittingId, {
      subject,
      candidate: { number: place.number, name: place.name },
      writtenChannel: place.kinds.has('written-channel'),
      answer: isOver(state)
        ? (await readAnswer(ground.db, place.sittingId, events, state)).texts
        : null
    });
  }
  return subjects;
}
