import { describe, expect, test } from 'vitest';
import type { HandIn, Observation } from '#jury';
import type { Conflict, SessionFacts } from '#session';
import { enrolmentId, jurorId, planned, sketchedFacts } from '#session/facts-testing.ts';
import { following } from './follow.ts';

/** Two candidates before one panel of two: eight sheets each, for each juror. */
const facts = planned(sketchedFacts({ percents: [100, 100], jurors: [2] }));
const sittingOf = (candidate: number, assessmentId: string) =>
  facts.sittings.find(
    (each) => each.enrolmentId === enrolmentId(candidate) && each.assessmentId === assessmentId
  )!.id;
const handIn = (juror: number, candidate: number, assessmentId: string): HandIn => ({
  sittingId: sittingOf(candidate, assessmentId),
  jurorId: jurorId(juror),
  handedInAt: new Date('2026-11-25T10:00:00Z'),
  marksHash: '',
  absent: false
});
const all = (juror: number, candidate: number): HandIn[] =>
  facts.referential.assessments.map(({ id }) => handIn(juror, candidate, id));
const countsOf = (of: SessionFacts, handIns: HandIn[], observations: Observation[] = []) =>
  following(of, { handIns, observations }).panels[0]!.jurors.map(({ handedIn, due }) => [
    handedIn,
    due
  ]);

describe('following the marking', () => {
  test('counts each juror’s own sheets, of those due from them', () => {
    expect(countsOf(facts, [handIn(0, 0, 'MS1'), handIn(0, 1, 'EC2')])).toEqual([
      [2, 16],
      [0, 16]
    ]);
  });

  test('awaits nothing of a candidate who did not come, but keeps what was handed in', () => {
    const [first, second] = facts.enrolments;
    const missed = { ...facts, enrolments: [{ ...first!, present: false }, second!] };
    expect(countsOf(missed, [handIn(0, 0, 'MS1')])).toEqual([
      [1, 9],
      [0, 8]
    ]);
  });

  test('awaits nothing of a juror who is tied to the candidate', () => {
    const tie: Conflict = { jurorId: jurorId(1), enrolmentId: enrolmentId(0), kind: 'related' };
    expect(countsOf({ ...facts, conflicts: [tie] }, [])).toEqual([
      [0, 16],
      [0, 8]
    ]);
  });

  test('keeps a juror who left in sight for the sheets they handed in, and awaits no more', () => {
    const [panel] = facts.panels;
    const [stays, leaves] = panel!.members;
    const left = {
      ...facts,
      panels: [{ ...panel!, members: [stays!, { ...leaves!, removed: true }] }]
    };
    expect(countsOf(left, [handIn(1, 0, 'MS1')])).toEqual([
      [0, 16],
      [1, 1]
    ]);
    expect(countsOf(left, [])).toEqual([[0, 16]]);
  });

  test('names each sheet that is awaited, who holds it and whether it is begun', () => {
    const handIns = [...all(0, 0), ...all(1, 0), ...all(0, 1), ...all(1, 1)].filter(
      (each) => each.jurorId !== jurorId(1) || each.sittingId !== sittingOf(1, 'MS3')
    );
    const awaited = {
      candidate: 'Karim Martin-B',
      assessmentId: 'MS3',
      panel: 'Jury 1',
      juror: 'Juré 1'
    };
    expect(following(facts, { handIns, observations: [] }).awaited).toEqual([
      { ...awaited, why: 'awaited' }
    ]);
    const begun = { sittingId: sittingOf(1, 'MS3'), jurorId: jurorId(1) } as Observation;
    expect(following(facts, { handIns, observations: [begun] }).awaited).toEqual([
      { ...awaited, why: 'begun' }
    ]);
  });

  test('says that a panel is short of jurors rather than await a sheet that cannot come', () => {
    const [panel] = facts.panels;
    const short = { ...facts, panels: [{ ...panel!, members: panel!.members.slice(0, 1) }] };
    const awaited = following(short, { handIns: [], observations: [] }).awaited;
    expect(new Set(awaited.map(({ why, juror }) => `${why} ${juror}`))).toEqual(
      new Set(['short-handed null'])
    );
    expect(awaited).toHaveLength(16);
  });
});
