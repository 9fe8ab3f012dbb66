/** The cast sits a paper: subjects are reviewed and drawn, e-mails are typed and handed in. */
import { handInPaper, saveEdits } from '#exam';
import { findDrawn } from '#exam/subjects/store.ts';
import { atTheDesk, candidateOf, examOpened, sittingOf } from '#exam/testing.ts';
import type { Edit } from '#exam/trace/edits.ts';
import { Hand } from '#exam/trace/testing.ts';
import {
  fullName,
  type Enrolment,
  type SessionFacts,
  type SessionId,
  type Sitting
} from '#session';
import type { manualClock } from '#platform/clock.ts';
import type { Ground } from '#platform/ground.ts';
import { newId } from '#platform/ids.ts';
import { frenchSpaces } from '#platform/typography.ts';
import { chance } from './chance.ts';
import { emails, type Email } from './emails.ts';
import { factsFor, must, type House } from './rehearse.ts';

const minute = 60_000;

/**
 * Opens the exam of a session, where candidates write EC2 together and hand in, forty minutes later.
 * @param writes who came: the others' papers stay to be written
 */
export async function rehearsePaper(
  ground: Ground,
  clock: ReturnType<typeof manualClock>,
  { manager }: House,
  sessionId: SessionId,
  { seed, writes }: { seed: number; writes: (enrolment: Enrolment) => boolean }
): Promise<void> {
  await examOpened(ground, manager, sessionId);
  const facts = await factsFor(ground, sessionId);
  const desks = [];
  for (const enrolment of facts.enrolments.filter(writes)) {
    const candidate = await candidateOf(ground, facts, enrolment.number);
    const sittingId = sittingOf(facts, enrolment.number, 'EC2');
    const place = { sessionId, sittingId, device: newId() };
    const writer = await atTheDesk(ground, manager, candidate, place);
    desks.push({ enrolment, candidate, sittingId, writer });
  }
  clock.advance(40 * minute);
  const written = new Map<string, number>();
  for (const { enrolment, candidate, sittingId, writer } of desks) {
    const subject = (await findDrawn(ground.db, enrolment.id, 'EC2'))?.id ?? '';
    const choice = emails[subject] ?? [];
    const place = written.get(subject) ?? 0;
    written.set(subject, place + 1);
    const edits = typed(
      choice[place % choice.length]!,
      fullName(enrolment),
      seed + enrolment.number
    );
    for (let base = 0; base < edits.length; base += 400)
      must(
        await saveEdits(ground, candidate, sittingId, {
          writer,
          base,
          edits: edits.slice(base, base + 400)
        })
      );
    must(await handInPaper(ground, candidate, sittingId, { base: edits.length, hash: null }));
    clock.advance(minute);
  }
}

/** A candidate comes for an oral, and prepares it. */
export async function rehearsePreparation(
  ground: Ground,
  { manager }: House,
  facts: SessionFacts,
  { id: sittingId, enrolmentId }: Sitting
): Promise<void> {
  const number = facts.enrolments.find(({ id }) => id === enrolmentId)?.number ?? 0;
  const candidate = await candidateOf(ground, facts, number);
  const place = { sessionId: facts.id, sittingId, device: newId() };
  await atTheDesk(ground, manager, candidate, place);
}

/** An e-mail letter by letter, after ten minutes of reading; second thoughts come at the end. */
function typed(email: Email, name: string, seed: number): Edit[] {
  const pace = (inserted: string, seq: number) =>
    90 +
    Math.round(160 * chance(seed, 'key', seq)) +
    (/[.,\n]/.test(inserted) ? Math.round(6000 * chance(seed, 'thought', seq)) : 0);
  const hand = new Hand({}, 'subject', pace).wait(10 * minute);
  const write = (field: string, text: string) => {
    hand.field = field;
    hand.type(text);
  };
  const body = frenchSpaces(email.body);
  const [first, meant] = (email.second ?? []).map(frenchSpaces);
  write('subject', email.subject);
  write('salutation', email.salutation);
  write('body', first && meant ? body.replace(meant, first) : body);
  write('closing', `${email.closing}\n\n${name}`);
  if (first && meant) {
    hand.field = 'body';
    hand.wait(minute).type(meant, first).remove(first);
  }
  return hand.edits;
}
