/** What a candidate wrote and asked, for whoever answers their request to see their data. */
import type { Ground } from '#platform/ground.ts';
import { readTurns } from './assistant/store.ts';
import type { Turn } from './assistant/model.ts';
import { readAnswer } from './sitting/answer.ts';
import { stateAt } from './sitting/model.ts';
import { readEvents, readPlaces } from './sitting/store.ts';
import type { Texts } from './sitting/text.ts';

export interface OwnWords {
  sittingId: string;
  assessmentId: string;
  texts: Texts;
  conversation: Turn[];
}

/** The texts and the conversation of each sitting where something was written or asked. */
export async function readOwnWords(
  ground: Ground,
  sittingIds: readonly string[]
): Promise<OwnWords[]> {
  const places = await readPlaces(ground.db, { sittingIds });
  const events = await readEvents(ground.db, sittingIds);
  const now = ground.clock.now();
  const found = await Promise.all(
    places.map(async ({ sittingId, assessmentId, allowance }): Promise<OwnWords> => {
      const own = events.get(sittingId) ?? [];
      const { texts } = await readAnswer(ground.db, sittingId, own, stateAt(own, allowance, now));
      return {
        sittingId,
        assessmentId,
        texts,
        conversation: await readTurns(ground.db, sittingId)
      };
    })
  );
  return found.filter(
    ({ texts, conversation }) => conversation.length > 0 || Object.keys(texts).length > 0
  );
}
