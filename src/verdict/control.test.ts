import { describe, expect, test } from 'vitest';
import type { HandIn, Presence } from '#jury';
import { spanOf } from '#session/span.ts';
import { enrolmentId, jurorId, planned, sketchedFacts } from '#session/facts-testing.ts';
import type { Sitting } from '#session';
import { controlBoard } from './control.ts';

const facts = planned(sketchedFacts({ percents: [100, 100], jurors: [2] }));
const sitting = (candidate: number, assessmentId: string): Sitting =>
  facts.sittings.find(
    (each) => each.enrolmentId === enrolmentId(candidate) && each.assessmentId === assessmentId
  )!;
const minutes = (at: number | Date, more: number) => new Date(Number(at) + more * 60_000);
const handedIn = (of: Sitting): HandIn[] =>
  [0, 1].map((juror) => ({
    sittingId: of.id,
    jurorId: jurorId(juror),
    handedInAt: new Date(spanOf(of).end),
    marksHash: '',
    absent: false
  }));
const boardAt = (now: Date, handIns: HandIn[] = [], presences: Presence[] = [], of = facts) =>
  controlBoard(of, { handIns, observations: [] }, presences, now);
const whereOf = (now: Date, candidate: number, of = facts) =>
  boardAt(now, [], [], of).candidates[candidate]!.where;

describe('who is where', () => {
  const oral = sitting(0, 'MS1');
  const { start, oral: heard, end } = spanOf(oral);

  test('a candidate prepares, then is heard in the room of the panel', () => {
    expect(whereOf(minutes(start, 1), 0)).toMatchObject({ kind: 'preparing', assessmentId: 'MS1' });
    expect(whereOf(minutes(heard, 1), 0)).toEqual({
      kind: 'performing',
      assessmentId: 'MS1',
      room: 'Salon 1',
      until: new Date(end)
    });
  });

  test('writes, is free until the next, has finished, or did not come', () => {
    expect(whereOf(minutes(sitting(0, 'EC2').startsAt, 5), 0)).toMatchObject({ kind: 'writing' });
    const first = Math.min(...facts.sittings.map(({ startsAt }) => startsAt.getTime()));
    expect(whereOf(minutes(first, -30), 0)).toMatchObject({ kind: 'free', until: new Date(first) });
    const last = Math.max(...facts.sittings.map((each) => spanOf(each).end));
    expect(whereOf(minutes(last, 1), 0)).toEqual({ kind: 'over' });
    const [one, two] = facts.enrolments;
    const missed = { ...facts, enrolments: [{ ...one!, present: false }, two!] };
    expect(whereOf(minutes(start, 1), 0, missed)).toEqual({ kind: 'absent' });
  });
});

describe('what a panel does', () => {
  const orals = facts.sittings
    .filter(({ assessmentId }) => !['EC2', 'EC3'].includes(assessmentId))
    .toSorted((one, other) => spanOf(one).oral - spanOf(other).oral);
  const [first] = orals;

  test('a sitting past its end waits for its sheets, and is late after the grace', () => {
    const { end } = spanOf(first!);
    const at = (more: number) =>
      boardAt(minutes(end, more)).panels[0]!.running.find(
        ({ assessmentId, phase }) => assessmentId === first!.assessmentId && phase === 'sheets'
      );
    expect(at(4)).toMatchObject({ late: 0 });
    expect(at(12)).toMatchObject({ late: 12 });
  });

  test('its sheets once in, it is gone from the board', () => {
    const { end } = spanOf(first!);
    const { running } = boardAt(minutes(end, 12), handedIn(first!)).panels[0]!;
    expect(
      running.filter(
        ({ assessmentId, candidate }) =>
          assessmentId === first!.assessmentId && candidate.startsWith('Inès')
      )
    ).toEqual([]);
  });

  test('a paper comes to the panel when it is written, and is never late', () => {
    const paper = sitting(0, 'EC2');
    const { end } = spanOf(paper);
    const of = (now: Date) =>
      boardAt(now).panels[0]!.running.filter(({ assessmentId }) => assessmentId === 'EC2');
    expect(of(minutes(end, -10))).toEqual([]);
    expect(of(minutes(end, 200)).map(({ late }) => late)).toEqual([0, 0]);
  });

  test('says which tablets are connected, and what they kept', () => {
    const now = spanOf(first!).oral;
    const presence = (juror: number, ago: number, waiting: number): Presence => ({
      jurorId: jurorId(juror),
      seenAt: new Date(now - ago * 1000),
      waiting
    });
    const { jurors } = boardAt(new Date(now), [], [presence(0, 90, 7)]).panels[0]!;
    expect(jurors).toMatchObject([
      { line: 'away', waiting: 7 },
      { line: 'unseen', waiting: 0, seenAt: null }
    ]);
    const again = boardAt(new Date(now), [], [presence(0, 10, 0)]).panels[0]!;
    expect(again.jurors[0]).toMatchObject({ line: 'online', waiting: 0 });
  });
});
