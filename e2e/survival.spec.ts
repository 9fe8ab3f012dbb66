import { expect, test } from '@playwright/test';
import { Juror } from '../bench/tablet.ts';
import { readConfig } from '../src/platform/config.ts';
import { openGround } from '../src/platform/ground.ts';
import { newId } from '../src/platform/ids.ts';
import { verifyLedger } from '../src/platform/ledger.ts';
import { readSessionMarks, verifyObservations } from '../src/jury/index.ts';
import type { DeviceMark } from '../src/jury/outbox.ts';
import { markingSession } from '../src/jury/testing.ts';
import { createSignInLink } from '../src/people/index.ts';
import { criteriaOf, luxe, type AssessmentId } from '../src/referential/index.ts';
import { serve } from './server.ts';

const rounds = 50;
const levels = [0, 1, 2, 3] as const;
const criteria = criteriaOf(luxe, 'MS4' as AssessmentId).map(({ id }) => id);

test(`a mark that was acknowledged outlives ${rounds} power cuts`, async () => {
  test.setTimeout(900_000);
  const served = await serve(async (ground) => {
    const session = await markingSession(ground, { candidates: 1, jurors: 3 });
    const links = await Promise.all(
      session.jurors.map(async ({ email }) => {
        const link = await createSignInLink(ground, email);
        if (!link.ok) throw new Error(link.error.code);
        return link.value;
      })
    );
    return { links, sessionId: session.facts.id, sittingId: session.sitting(1, 'MS4') };
  });
  try {
    const { links, sessionId, sittingId } = served.seed;
    const port = Number(new URL(served.url).port);
    const jurors: Juror[] = [];
    for (const link of links) jurors.push(await Juror.signIn(link, port));
    const acknowledged = new Set<string>();
    let sequence = 0;

    /** Marks until the server falls. */
    const keepMarking = async (juror: Juror) => {
      for (;;) {
        const id = newId();
        sequence += 1;
        const mark: DeviceMark = {
          id,
          criterionId: criteria[sequence % criteria.length]!,
          level: levels[sequence % levels.length]!,
          comment: 'é'.repeat(sequence % 200),
          madeAt: new Date().toISOString(),
          sequence,
          reason: null
        };
        if (
          !(await juror.mark(sittingId, mark).then(
            () => true,
            () => false
          ))
        )
          return;
        acknowledged.add(id);
      }
    };

    for (let round = 0; round < rounds; round += 1) {
      const before = acknowledged.size;
      const marking = jurors.map(keepMarking);
      // The cut falls somewhere within the next writes, never at the same place.
      while (acknowledged.size < before + 1 + (round % 7))
        await new Promise((resolve) => setTimeout(resolve, 1));
      await served.crash();
      await Promise.all(marking);
      if (round < rounds - 1) await served.revive();
    }

    const ground = await openGround(
      readConfig({ PARCHEMIN_DATA: served.dataDir, PARCHEMIN_URL: served.url })
    );
    const stored = new Set((await readSessionMarks(ground.db, sessionId)).map(({ id }) => id));
    expect([...acknowledged].filter((id) => !stored.has(id))).toEqual([]);
    expect(acknowledged.size).toBeGreaterThanOrEqual(rounds);
    expect(await verifyLedger(ground.db)).toMatchObject({ valid: true });
    expect(await verifyObservations(ground.db)).toMatchObject({ valid: true });
    await ground.close();
    for (const juror of jurors) juror.close();
  } finally {
    await served.stop();
  }
});
