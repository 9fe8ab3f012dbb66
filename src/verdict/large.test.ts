/** A page of a large session reads each mark a few times, and not once for every sheet. */
import { expect, test } from 'vitest';
import type { HandIn, Observation } from '#jury';
import { declared, planned, sketchedFacts } from '#session/facts-testing.ts';
import { liveMembers } from '#session/model.ts';
import { awaitedSheets, dossierOf } from './dossier.ts';

/** A session of some candidates, all marked, and how often a field of its lists was read. */
function session(candidates: number) {
  const facts = declared(
    planned(sketchedFacts({ percents: Array(candidates).fill(100), jurors: [2, 2, 2] }))
  );
  let reads = 0;
  const counted = <T extends object>(item: T, name: keyof T): T => {
    const value = item[name];
    return Object.defineProperty({ ...item }, name, {
      enumerable: true,
      get: () => (reads++, value)
    }) as T;
  };
  const sheets = facts.sittings.flatMap((sitting) =>
    liveMembers(facts.panels.find(({ id }) => id === sitting.panelId)!).map(({ jurorId }) => ({
      sittingId: sitting.id,
      jurorId
    }))
  );
  const observations = sheets.flatMap((sheet, place) =>
    Array.from({ length: 10 }, (_, rank) =>
      counted(
        {
          ...sheet,
          id: `${place}-${rank}`,
          criterionId: `C1.${rank}`,
          level: 2,
          comment: null,
          madeAt: new Date(place),
          sequence: rank
        } as unknown as Observation,
        'sittingId'
      )
    )
  );
  const handIns = sheets.map((sheet) =>
    counted({ ...sheet, absent: false } as unknown as HandIn, 'sittingId')
  );
  const conflicts = facts.conflicts.map((each) => counted(each, 'enrolmentId'));
  return {
    facts: { ...facts, conflicts },
    marks: { observations, handIns },
    rows: observations.length + handIns.length + conflicts.length,
    reads: () => reads
  };
}

test.each([10, 60])('of %i candidates: every dossier, and all that is awaited', (candidates) => {
  const { facts, marks, rows, reads } = session(candidates);
  const dossiers = facts.enrolments.map((each) => dossierOf(facts, each, marks, [], new Set()));
  expect(dossiers.every((each) => each.marks.length > 0)).toBe(true);
  expect(awaitedSheets(facts, marks)).toEqual([]);
  expect(rows).toBeGreaterThan(0);
  expect(reads()).toBeLessThan(8 * rows);
});
