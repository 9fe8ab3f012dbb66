import { describe, expect, it } from 'vitest';
import { form } from './day.ts';
import { isWrong, offsetOf } from './clock.ts';
import { seal, tabletKey, unseal } from './seal.ts';

const secret = btoa('a'.repeat(32));
const mark = { comment: 'Regard soutenu, sourire vrai', level: 3 };

describe('what a tablet seals', () => {
  it('opens with the same juror’s key on the same tablet, at the same place, and nowhere else', async () => {
    const key = await tabletKey(secret, 'tablet', 'juror');
    const sealed = await seal(key, 'marks sheet id', mark);
    expect(
      await unseal(await tabletKey(secret, 'tablet', 'juror'), 'marks sheet id', sealed)
    ).toEqual(mark);
    expect(await unseal(key, 'marks other id', sealed)).toBeUndefined();
    for (const other of [
      await tabletKey(secret, 'tablet', 'another juror'),
      await tabletKey(secret, 'another tablet', 'juror'),
      await tabletKey(btoa('b'.repeat(32)), 'tablet', 'juror')
    ])
      expect(await unseal(other, 'marks sheet id', sealed)).toBeUndefined();
  });

  it('shows nothing of itself, and never twice the same', async () => {
    const key = await tabletKey(secret, 'tablet', 'juror');
    const [a, b] = [await seal(key, 'x', mark), await seal(key, 'x', mark)];
    expect(new TextDecoder().decode(a.data)).not.toContain('Regard');
    expect(new Uint8Array(a.data)).not.toEqual(new Uint8Array(b.data));
  });

  it('is spoilt by one changed byte', async () => {
    const key = await tabletKey(secret, 'tablet', 'juror');
    const sealed = await seal(key, 'x', mark);
    new Uint8Array(sealed.data)[3]! ^= 1;
    expect(await unseal(key, 'x', sealed)).toBeUndefined();
  });

  it('leaves alone what a later version of the program sealed', async () => {
    const key = await tabletKey(secret, 'tablet', 'juror');
    const later = { ...(await seal(key, 'x', mark)), form: form + 1 };
    expect(await unseal(key, 'x', later)).toBeUndefined();
  });

  it('has a key that no script can read', async () => {
    const key = await tabletKey(secret, 'tablet', 'juror');
    await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow();
  });
});

describe('the clock of a tablet', () => {
  it('is set right by the middle of the journey', () => {
    expect(offsetOf(1000, 1200, 3_601_100)).toBe(3_600_000);
    expect(offsetOf(3_600_000, 3_600_200, 100)).toBe(-3_600_000);
  });

  it('is left alone when a slow network explains the difference', () => {
    expect(offsetOf(0, 8000, 9000)).toBe(0);
    expect(offsetOf(0, 100, 1500)).toBe(0);
  });

  it('is said to be wrong from a minute on', () => {
    expect([59_999, -59_999].some(isWrong)).toBe(false);
    expect([60_000, -60_000].every(isWrong)).toBe(true);
  });
});
