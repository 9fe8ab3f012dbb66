/** Whatever a stranger sends: an answer, never an exception, in a time that grows with its size. */
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { largestFile, openCarrier } from './carrier.ts';

vi.setConfig({ testTimeout: 120_000 });

const latin = (text: string) => Buffer.from(text, 'latin1');
const png = '\x89PNG\r\n\x1a\n';

/** Pieces that each format is made of, in any order and number, among noise. */
const formats: Record<string, { start: string; pieces: readonly string[] }> = {
  svg: {
    start: '<svg xmlns="http://www.w3.org/2000/svg">',
    pieces: [
      '<openbadges:credential>',
      '<openbadges:credential ',
      '<openbadges:credentials>',
      '</openbadges:credential>',
      'verify="a.b.c"',
      " verify = '",
      '<![CDATA[',
      ']]>',
      '&lt;',
      '&amp;',
      '/>',
      '>',
      '{"credentialSubject":{}}'
    ]
  },
  png: {
    start: png,
    pieces: [
      '\0\0\0\x10iTXtopenbadgecredential\0',
      '\0\0\0\0IEND\xaeB`\x82',
      '\xff\xff\xff\xff',
      '\0'
    ]
  },
  pdf: {
    start: '%PDF-1.7\n',
    pieces: [
      '1 0 obj',
      '/Type /EmbeddedFile',
      '/Type/EmbeddedFile',
      '/Length 12',
      '/Length 99999999',
      '/Filter /FlateDecode',
      'stream\r\n',
      'endstream',
      ' '
    ]
  },
  json: {
    start: '{',
    pieces: ['{', '[', '"@nest":', '"proof":', '"type":"x"', ',', '}', ']', '\\u0000']
  },
  jwt: { start: 'eyJ', pieces: ['eyJ', '.', '-', '_', 'e30', '='] }
};

describe.each(Object.entries(formats))('%s', (_, { start, pieces }) => {
  test('10 000 files of pieces and noise are each answered', () => {
    const noise = fc.string({ unit: 'binary', maxLength: 8 });
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom(...pieces), fc.constantFrom(...pieces), noise), {
          maxLength: 24
        }),
        (some) => {
          expect(typeof openCarrier(latin(start + some.join(''))).ok).toBe('boolean');
        }
      ),
      { numRuns: 10_000 }
    );
  });

  test.each(pieces)('a file of « %s » alone takes a time that grows with its size', (piece) => {
    const file = (size: number) => latin(start + piece.repeat(size / piece.length));
    const lasting = (bytes: Uint8Array) => {
      const times = Array.from({ length: 3 }, () => {
        const from = performance.now();
        openCarrier(bytes);
        return performance.now() - from;
      });
      return Math.min(...times);
    };
    const [small, large] = [largestFile / 16, largestFile - 1000];
    lasting(file(small));
    // Sixteen times as long, and as much again for a busy machine; a square would be 256.
    expect(lasting(file(large))).toBeLessThan(64 * Math.max(lasting(file(small)), 1));
  });
});
