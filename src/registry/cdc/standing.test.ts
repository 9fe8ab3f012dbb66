import { describe, expect, test } from 'vitest';
import { inFile, onPortal, standingOf, type Said, type Standing, type Truth } from './standing.ts';

const now: Truth = { digest: 'now', complete: true };
const incomplete: Truth = { digest: 'now', complete: false };
const said = (action: Said['action'], accepted: boolean | null, digest = 'now'): Said => ({
  action,
  accepted,
  digest
});

describe('an award stands', () => {
  test.each<[Standing, Truth, Said[]]>([
    ['none', null, []],
    ['to-declare', now, []],
    ['incomplete', incomplete, []],
    ['awaiting', now, [said('declare', null)]],
    ['accepted', now, [said('declare', true)]],
    ['refused', now, [said('declare', false)]],
    ['to-correct', now, [said('declare', false, 'before')]],
    ['incomplete', incomplete, [said('declare', false, 'before')]],
    ['awaiting', now, [said('declare', false, 'before'), said('correct', null)]],
    ['accepted', now, [said('declare', false, 'before'), said('correct', true)]],
    ['to-amend', now, [said('declare', true, 'before')]],
    ['accepted', now, [said('declare', true, 'before'), said('amend', null)]],
    ['to-cancel', null, [said('declare', true)]],
    ['to-cancel', null, [said('declare', null)]],
    ['cancelled', null, [said('declare', true), said('cancel', null)]],
    ['cancelled', null, [said('declare', false)]],
    ['to-declare', now, [said('declare', true), said('cancel', null)]]
  ])('%s', (standing, truth, all) => {
    expect(standingOf(truth, all)).toBe(standing);
  });
});

test('a file says what the Caisse has not accepted; the portal, what it has', () => {
  expect([inFile('to-declare'), inFile('to-correct'), inFile('to-amend')]).toEqual([
    'declare',
    'correct',
    null
  ]);
  expect([onPortal('to-amend'), onPortal('to-cancel'), onPortal('refused')]).toEqual([
    'amend',
    'cancel',
    null
  ]);
});

test('whatever was told and is still true is never to be told again', () => {
  for (const accepted of [true, null])
    for (const action of ['declare', 'correct', 'amend'] as const) {
      const standing = standingOf(now, [said(action, accepted)]);
      expect([inFile(standing), onPortal(standing)]).toEqual([null, null]);
    }
});
