import { expect, test } from 'vitest';
import { ledgerActs } from '#platform/ledger-acts.ts';
import { ledgerWords } from './words.ts';

test.each(ledgerActs)('%s is said in words, in both languages, and can be filtered', (act) => {
  for (const { acts } of Object.values(ledgerWords)) expect(acts[act]).toMatch(/^\p{Lu}.{4,}/u);
});

test('acts stand in order, so that two people can add one without meeting', () => {
  expect([...ledgerActs].sort()).toEqual([...ledgerActs]);
});
