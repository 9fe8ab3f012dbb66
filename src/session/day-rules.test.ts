import { describe, expect, test } from 'vitest';
import { parisInstant } from '#platform/clock.ts';
import { brokenBy } from './day-rules.ts';
import { enrolmentId, panelId, planned, sketchedFacts } from './facts-testing.ts';
import type { DayHours, SessionFacts, Sitting, SittingId } from './model.ts';

const hours: DayHours = {
  opensAt: '08:30',
  closesAt: '19:00',
  lunchFrom: '12:00',
  lunchUntil: '14:00',
  lunchMinutes: 60
};
const at = (time: string) => parisInstant('2026-11-25', time);

/** An oral of a quarter of an hour with nothing to prepare. */
const oral = (candidate: number, assessmentId: string, time: string, panel = 0): Sitting => ({
  id: `${candidate} ${assessmentId}` as SittingId,
  enrolmentId: enrolmentId(candidate),
  assessmentId,
  panelId: panelId(panel),
  startsAt: at(time),
  preparationMinutes: 0,
  performanceMinutes: 15
});
const dayOf = (sittings: Sitting[], changes: Partial<SessionFacts> = {}): SessionFacts => ({
  ...sketchedFacts({ percents: [100, 100, 133], jurors: [2, 2] }),
  hours,
  sittings,
  ...changes
});
/** In French, with plain spaces. */
const said = (facts: SessionFacts, ...moved: Sitting[]) =>
  brokenBy(facts, moved).map(({ fr }) => fr.replace(/\s/g, ' '));

describe('a sitting that moves', () => {
  const morning = oral(0, 'MS1', '09:00');
  const noon = [oral(0, 'MS2', '12:30'), oral(0, 'MS3', '15:00')];
  const day = dayOf([morning, ...noon]);

  test('breaks nothing where there is room', () => {
    expect(said(day, { ...morning, startsAt: at('10:00') })).toEqual([]);
    expect(said(day)).toEqual([]);
  });

  test('leaves the candidate time for lunch, and so its panel', () => {
    expect(said(day, { ...morning, startsAt: at('13:15') })).toEqual([
      'Inès Martin-A n’a pas le temps de déjeuner le 25 novembre 2026.',
      'Juré 0 n’a pas le temps de déjeuner le 25 novembre 2026.',
      'Juré 1 n’a pas le temps de déjeuner le 25 novembre 2026.'
    ]);
  });

  test('leaves the candidate a rest', () => {
    expect(said(day, { ...morning, startsAt: at('15:17') })).toEqual([
      'Inès Martin-A n’a pas assez de repos entre MS3 et MS1 (25 novembre 2026 à 15 h).'
    ]);
    expect(said(day, { ...morning, startsAt: at('15:20') })).toEqual([]);
  });

  test('leaves a longer one to whom breaks were granted', () => {
    const facts = dayOf([morning, ...noon]);
    facts.enrolments[0]!.adaptations = [{ kind: 'breaks', percent: null, instruction: '' }];
    expect(said(facts, { ...morning, startsAt: at('15:20') })).toHaveLength(1);
    expect(said(facts, { ...morning, startsAt: at('15:35') })).toEqual([]);
  });

  test('stays within the hours of the day', () => {
    expect(said(day, { ...morning, startsAt: at('08:15') })).toEqual([
      'Inès Martin-A passerait MS1 en dehors des heures d’ouverture (le 25 novembre 2026 à 8 h 15).'
    ]);
    expect(said(day, { ...morning, startsAt: at('18:50') })).toHaveLength(1);
    expect(said(day, { ...morning, startsAt: at('18:45') })).toEqual([]);
  });

  test('leaves jurors a pause after two hours and a half, and their own hours', () => {
    const long = ['MS1', 'MS2', 'MS3', 'MS4'].map((id, place) => ({
      ...oral(0, id, ['09:00', '09:50', '10:40', '14:30'][place]!),
      performanceMinutes: 45
    }));
    const facts = dayOf(long);
    expect(said(facts, { ...long[3]!, startsAt: at('11:30') })[0]).toMatch(
      /^Juré 0 enchaînerait plus de 2 h 30 sans pause/
    );
    facts.panels[0]!.members[0]!.availability = { from: '09:00', until: '16:00' };
    expect(said(facts, { ...long[3]!, startsAt: at('15:30') })).toEqual([
      'Juré 0 (Jury 1) n’est pas disponible le 25 novembre 2026 à 15 h 30, quand passe Inès Martin-A.'
    ]);
  });

  test('counts what jurors hear on all their panels', () => {
    const facts = dayOf([oral(0, 'MS1', '09:00'), oral(1, 'MS1', '10:00', 1)]);
    facts.panels[1]!.members = facts.panels[0]!.members;
    expect(said(facts, { ...facts.sittings[1]!, startsAt: at('09:05') })).toHaveLength(2);
  });
});

test('a rule that was broken before is not held against a move that breaks no more', () => {
  const close = [oral(0, 'MS1', '09:00'), oral(0, 'MS2', '09:16'), oral(0, 'MS3', '11:00')];
  const facts = dayOf(close);
  expect(said(facts, { ...close[1]!, startsAt: at('09:17') })).toEqual([]);
  expect(said(facts, { ...close[2]!, startsAt: at('09:32') })).toHaveLength(1);
});

test('a day that was planned before its hours were kept holds to none', () => {
  const facts = planned(sketchedFacts({ percents: [100], jurors: [2] }));
  expect(facts.hours).toBeNull();
  expect(said(facts, { ...facts.sittings[0]!, startsAt: at('05:00') })).toEqual([]);
});
