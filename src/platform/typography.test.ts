import { expect, test } from 'vitest';
import { longDates, shortDay } from './typography.ts';

test.each([
  ['2026-12-07', '2026-12-07', '7 décembre 2026', '7 December 2026'],
  ['2026-12-07', '2026-12-10', '7–10 décembre 2026', '7–10 December 2026'],
  ['2026-12-01', '2026-12-11', '1er–11 décembre 2026', '1–11 December 2026'],
  ['2026-11-30', '2026-12-01', '30 novembre – 1er décembre 2026', '30 November – 1 December 2026'],
  [
    '2026-12-31',
    '2027-01-01',
    '31 décembre 2026 – 1er janvier 2027',
    '31 December 2026 – 1 January 2027'
  ]
])('the days from %s to %s', (from, until, fr, en) => {
  const plain = (text: string) => text.replaceAll('\u00a0', ' ');
  expect([plain(longDates(from, until, 'fr')), plain(longDates(from, until, 'en'))]).toEqual([
    fr,
    en
  ]);
});

test('a day among those of a session', () => {
  expect(shortDay('2026-12-01', 'fr')).toBe('mar.\u00a01er\u00a0déc.');
  expect(shortDay(new Date('2026-12-10T23:30:00Z'), 'en')).toBe('Fri\u00a011\u00a0Dec');
});
