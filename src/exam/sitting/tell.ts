/** Telling a fact of a sitting: the one way in which anything happens to it. */
import type { Database } from '#platform/database.ts';
import { isTaken } from '#platform/database.ts';
import type { Ground } from '#platform/ground.ts';
import { appendToLedger } from '#platform/ledger.ts';
import type { Phrase } from '#platform/language.ts';
import { fail, ok, type Result } from '#platform/result.ts';
import {
  mayFollow,
  stateAt,
  type FactKind,
  type SittingEvent,
  type SittingFact,
  type SittingState
} from './model.ts';
import { insertEvent, readEvents, type SittingPlace } from './store.ts';
import { examTopic } from './topics.ts';

const mostTurns = 5;

/**
 * Tells one fact, if it may follow what is known now. Two facts told at once take turns: the second is
 * weighed again against the first.
 * @param make the fact, from what is known when its turn comes; it may refuse by itself
 */
export async function tell(
  ground: Ground,
  place: SittingPlace,
  by: string,
  make: (
    tx: Database,
    known: { events: readonly SittingEvent[]; state: SittingState }
  ) => Promise<Result<SittingFact>>,
  payload: (fact: SittingFact) => Record<string, unknown> = () => ({})
): Promise<Result<SittingFact>> {
  for (let turn = 1; ; turn += 1)
    try {
      const told = await ground.db.transaction(async (tx) => {
        const now = ground.clock.now();
        const events = (await readEvents(tx, [place.sittingId])).get(place.sittingId) ?? [];
        const state = stateAt(events, place.allowance, now);
        const made = await make(tx, { events, state });
        if (!made.ok) return made;
        if (!mayFollow(state, made.value.kind)) return notNow(made.value.kind);
        await insertEvent(tx, place.sittingId, events, { at: now, by, fact: made.value });
        await appendToLedger(tx, now, [
          {
            actor: by,
            action: `exam.${made.value.kind}`,
            subject: place.sittingId,
            payload: payload(made.value)
          }
        ]);
        return made;
      });
      if (told.ok) await ground.bus.publish(examTopic(place.sessionId), place.sittingId);
      return told;
    } catch (error) {
      if (turn === mostTurns || !isTaken(error)) throw error;
    }
}

/** A fact that needs nothing of what is known. */
export const plain = (fact: SittingFact) => async (): Promise<Result<SittingFact>> => ok(fact);

const notNow = (kind: FactKind) => fail({ code: `exam.not-now.${kind}`, message: whyNot[kind] });

const moved = {
  fr: 'L’épreuve a avancé entre-temps\u00a0: la page est à jour, regardez de nouveau.',
  en: 'The assessment has moved on meanwhile: the page is up to date, look again.'
};

const whyNot: Record<FactKind, Phrase> = {
  arrived: {
    fr: 'Cette épreuve est terminée\u00a0: on n’y entre plus.',
    en: 'This assessment is over: nobody enters it any more.'
  },
  admitted: moved,
  'turned-away': moved,
  started: {
    fr: 'Vérifiez d’abord l’identité du candidat.',
    en: 'First check the candidate’s identity.'
  },
  pen: {
    fr: 'On n’écrit que pendant l’épreuve.',
    en: 'One writes only during the assessment.'
  },
  paused: moved,
  resumed: moved,
  'break-began': {
    fr: 'Vous n’avez plus de pause à prendre sur cette épreuve.',
    en: 'You have no break left on this assessment.'
  },
  'break-ended': moved,
  'given-back': {
    fr: 'On ne rend de minutes qu’à une épreuve commencée et non remise.',
    en: 'Minutes are given back only to a sitting that began and was not handed in.'
  },
  'handed-in': {
    fr: 'Cette copie est déjà remise, ou l’épreuve n’a pas commencé.',
    en: 'This paper has already been handed in, or the assessment has not begun.'
  },
  ended: moved,
  'late-counted': moved
};
