import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { isId } from '#platform/ids.ts';
import { deviceId } from './device-id.ts';
import { fill } from './fill.ts';
import { keyIntent } from './keys.ts';
import {
  cue,
  elapsed,
  freshTimer,
  pauseTimer,
  readTimer,
  startTimer,
  timerText,
  type Timer
} from './timer.ts';
import { sheetWords } from './words.ts';

describe('an id made on a device', () => {
  it('is a UUIDv7 in the order of time, whatever the clock says, and never the same twice', () => {
    fc.assert(
      fc.property(fc.nat({ max: 2 ** 47 }), fc.nat({ max: 2 ** 47 }), (a, b) => {
        const [one, other] = [deviceId(a), deviceId(b)];
        expect(isId(one) && z.uuidv7().safeParse(one).success).toBe(true);
        if (a < b) expect(one < other).toBe(true);
      })
    );
    expect(new Set(Array.from({ length: 1000 }, () => deviceId(5))).size).toBe(1000);
  });
});

describe('the timer', () => {
  const start = Date.parse('2026-11-25T10:00:00Z');

  it('counts while it runs, and keeps what was spent while it is paused', () => {
    const running = startTimer(freshTimer('oral'), start);
    expect(elapsed(running, start + 60_000)).toBe(60_000);
    const paused = pauseTimer(running, start + 60_000);
    expect(elapsed(paused, start + 600_000)).toBe(60_000);
    expect(elapsed(startTimer(paused, start + 600_000), start + 630_000)).toBe(90_000);
    expect(startTimer(running, start + 5000)).toBe(running);
  });

  it('loses nothing to a clock that is put back', () => {
    const running: Timer = { phase: 'oral', startedAt: start, spent: 1000 };
    expect(elapsed(running, start - 3_600_000)).toBe(1000);
  });

  it('warns in the last two minutes, and says when time is up', () => {
    expect([120_001, 120_000, 1, 0, -5000].map(cue)).toEqual([
      'calm',
      'soon',
      'soon',
      'over',
      'over'
    ]);
    expect([900_000, 60_500, 59_000, 0, -999, -12_000].map(timerText)).toEqual([
      '15:00',
      '1:01',
      '0:59',
      '0:00',
      '+0:01',
      '+0:12'
    ]);
  });

  it('is read back from what was kept, and from nothing else', () => {
    const kept: Timer = { phase: 'written', startedAt: null, spent: 5 };
    expect(readTimer(JSON.stringify(kept))).toEqual(kept);
    for (const text of [
      null,
      '',
      '{',
      '7',
      '{"phase":"oral"}',
      '{"phase":"x","spent":1,"startedAt":1}'
    ])
      expect(readTimer(text)).toBeUndefined();
  });
});

describe('a key', () => {
  const press = (key: string, more: object = {}) =>
    keyIntent({
      key,
      ctrlKey: false,
      metaKey: false,
      altKey: false,
      repeat: false,
      target: null,
      ...more
    });
  const on = (tagName: string, type?: string) => ({ target: { tagName, type } as never });

  it('gives a level, moves, or comments', () => {
    expect(['0', '3', 'n', 'N'].map((key) => press(key))).toEqual([
      { kind: 'level', level: 0 },
      { kind: 'level', level: 3 },
      { kind: 'level', level: null },
      { kind: 'level', level: null }
    ]);
    expect(press('ArrowDown')).toEqual({ kind: 'move', by: 1 });
    expect(press('k')).toEqual({ kind: 'move', by: -1 });
    expect(press('C')).toEqual({ kind: 'comment' });
  });

  it('gives nothing while text is typed, with a modifier, held down, or of another meaning', () => {
    expect(press('2', on('TEXTAREA'))).toBeUndefined();
    expect(press('n', on('INPUT', 'text'))).toBeUndefined();
    expect(press('c', { ctrlKey: true })).toBeUndefined();
    expect(press('2', { repeat: true })).toBeUndefined();
    expect(['4', 'Enter', ' ', 'ArrowLeft', 'Tab'].map((key) => press(key))).toEqual(
      Array(5).fill(undefined)
    );
    expect(press('2', on('INPUT', 'radio'))).toBeDefined();
  });
});

describe('the words of the screen', () => {
  const texts = (value: unknown): string[] =>
    typeof value === 'string'
      ? [value]
      : typeof value === 'object' && value !== null
        ? Object.values(value).flatMap(texts)
        : [];
  const blanks = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();

  it('have the same blanks in both languages', () => {
    expect(texts(sheetWords.fr).map(blanks)).toEqual(texts(sheetWords.en).map(blanks));
  });

  it('keep French spaces', () => {
    for (const text of texts(sheetWords.fr)) expect(text).not.toMatch(/ [:;!?»]|« /);
  });

  it('have their blanks filled, and others left to be seen', () => {
    expect(fill('{a} sur {b}, {c}', { a: 1, b: 20 })).toBe('1 sur 20, {c}');
  });
});
