import { ask } from '../src/exam/assistant/index.ts';
import type { ProviderConfig } from '../src/exam/assistant/config.ts';
import { handInPaper, saveEdits, subjectForJuror } from '../src/exam/index.ts';
import { atTheDesk, candidateOf, examOpened, sittingOf } from '../src/exam/testing.ts';
import { Hand } from '../src/exam/trace/testing.ts';
import { markingSession } from '../src/jury/testing.ts';
import { createPerson, createSignInLink, type Actor } from '../src/people/index.ts';
import { civilDay } from '../src/platform/civil-day.ts';
import type { Ground } from '../src/platform/ground.ts';
import { newId } from '../src/platform/ids.ts';
import type { Result } from '../src/platform/result.ts';

export interface TraceSeed {
  sessionId: string;
  manager: string;
  juror: string;
  /** A juror who sits on no panel. */
  stranger: string;
  auditor: string;
  /** The second candidate, who has not come in yet. */
  candidate: string;
  /** The first candidate's journey (EC1), handed in. */
  journey: string;
  /** The first candidate's e-mail, handed in; the second's, to be written; one that has not begun. */
  written: string;
  toWrite: string;
  open: string;
}

export const draft =
  'Nous avons été très honorés de vous recevoir, et serions heureux de vous revoir bientôt.';

/**
 * An open day. The first candidate asked the assistant twice (the second answer broke off), inserted an
 * answer, edited it, pasted and undid, and handed in.
 */
export async function seedTrace(
  ground: Ground,
  provider: ProviderConfig,
  fails: (broken: boolean) => void
): Promise<TraceSeed> {
  const { manager, jurors, facts } = await markingSession(ground, {
    candidates: 2,
    jurors: 2,
    day: civilDay(new Date())
  });
  const sessionId = facts.id;
  await examOpened(ground, manager, sessionId);
  const candidate = await candidateOf(ground, facts, 1);
  const sittingId = sittingOf(facts, 1, 'EC2');
  const writer = await atTheDesk(ground, manager, candidate, {
    sessionId,
    sittingId,
    device: newId()
  });
  const answerId = newId();
  const question = async (id: string, text: string) => {
    const { signal } = new AbortController();
    const answer = must(await ask(ground, candidate, sittingId, { id, text }, provider, signal));
    while (!(await answer.next()).done);
  };
  fails(false);
  await question(answerId, 'Comment dire à un client que nous avons été heureux de le recevoir ?');
  fails(true);
  await question(newId(), 'Et pour finir ?');

  const { subject } = must(await subjectForJuror(ground, jurors[0]!, sittingId));
  if (subject.assessment !== 'EC2') throw new Error('No e-mail was drawn');
  const hand = new Hand({ answers: [{ id: answerId, at: 0, text: draft }] }, 'subject');
  hand.type('Votre séjour');
  hand.field = 'salutation';
  hand.type(`Chère Madame, cher Monsieur ${subject.candidate.mail.to.name.split(' ').at(-1)},`);
  hand.field = 'body';
  hand.type('Votre depart nous laisse un doux souvenir. ').insert(answerId);
  hand.remove('très ').remove('ions heureux').type('ons heureux', 'et ser');
  const { text } = hand;
  hand.remove(', et serons heureux de vous revoir bientôt').back(text);
  hand.type('\n\nVotre acceuil nous a touchés. ').paste('Lorem ipsum dolor sit amet.');
  hand.field = 'closing';
  hand.type('Avec notre considération distinguée,');
  for (let base = 0; base < hand.edits.length; base += 500)
    must(
      await saveEdits(ground, candidate, sittingId, {
        writer,
        base,
        edits: hand.edits.slice(base, base + 500)
      })
    );
  must(await handInPaper(ground, candidate, sittingId, { base: hand.edits.length, hash: null }));

  const link = async ({ email }: Pick<Actor, 'email'>) =>
    must(await createSignInLink(ground, email));
  const newcomer = async (name: string, email: string, role: 'juror' | 'auditor') => {
    must(await createPerson(ground, manager, { id: newId(), name, email, role }));
    return link({ email });
  };
  return {
    sessionId,
    manager: await link(manager),
    juror: await link(jurors[0]!),
    stranger: await newcomer('Odile Renaud', 'odile@exemple.fr', 'juror'),
    auditor: await newcomer('Paul Aubry', 'paul.aubry@exemple.fr', 'auditor'),
    candidate: await link(await candidateOf(ground, facts, 2)),
    journey: await drawJourney(ground, manager, candidate, {
      sessionId,
      sittingId: sittingOf(facts, 1, 'EC1')
    }),
    written: sittingId,
    toWrite: sittingOf(facts, 2, 'EC2'),
    open: sittingOf(facts, 1, 'EC3')
  };
}

/** Three stages are made, one is moved and one taken away; a sentence is pasted; and it is handed in. */
async function drawJourney(
  ground: Ground,
  manager: Actor,
  candidate: Actor,
  place: { sessionId: string; sittingId: string }
): Promise<string> {
  const writer = await atTheDesk(ground, manager, candidate, { ...place, device: newId() });
  const hand = new Hand({}, 'stages');
  const at = (field: string) => {
    hand.field = field;
    return hand;
  };
  const arrange = (order: string) => at('stages').edit(0, hand.text.length, order, typed);
  const typed = { kind: 'typed' } as const;
  arrange('1');
  at('stage-1.name').type('L’arrivée');
  at('stage-1.excellence').type('La portière s’ouvre avant que la cliente ne la cherche.');
  at('stage-1.vigilance').type('Le seuil du salon, trop haut.');
  arrange('1,2');
  at('stage-2.name').type('Le brouillon');
  arrange('1,2,3');
  at('stage-3.name').type('L’acceuil au salon');
  at('stage-3.value').type('Une étoffe choisie à la main. ').paste('Lorem ipsum dolor sit amet.');
  at('stage-3.disability').type('Le chien guide a sa place.');
  arrange('3,1,2');
  arrange('3,1');
  at('notes').type('Commencer par la cliente, finir par la maison.');
  const { edits } = hand;
  must(await saveEdits(ground, candidate, place.sittingId, { writer, base: 0, edits }));
  must(await handInPaper(ground, candidate, place.sittingId, { base: edits.length, hash: null }));
  return place.sittingId;
}

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}
