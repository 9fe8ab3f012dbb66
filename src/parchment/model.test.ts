import fc from 'fast-check';
import { expect, test } from 'vitest';
import { certificateNumber, parseCertificateNumber } from './model.ts';

const entropy = fc.uint8Array({ minLength: 5, maxLength: 5 });
const years = fc.integer({ min: 2020, max: 2199 });

test('a number has its form, and no letter that is mistaken for another', () => {
  fc.assert(
    fc.property(years, entropy, (year, bytes) => {
      expect(certificateNumber(year, bytes)).toMatch(
        /^LUX-\d{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/
      );
    })
  );
});

test('different chance gives a different number', () => {
  fc.assert(
    fc.property(years, entropy, entropy, (year, one, other) => {
      const same = Buffer.compare(Buffer.from(one), Buffer.from(other)) === 0;
      expect(certificateNumber(year, one) === certificateNumber(year, other)).toBe(same);
    })
  );
});

test('it is read back however people type it', () => {
  const separators = fc.constantFrom('', ' ', '-', '–', ' - ', '.', '\u00a0');
  fc.assert(
    fc.property(years, entropy, separators, fc.boolean(), (year, bytes, between, lower) => {
      const number = certificateNumber(year, bytes);
      // The year keeps its digits; the letters may be mistaken for figures.
      const spelt = number
        .split('-')
        .map((part, place) =>
          place < 2 ? part : part.replaceAll('0', 'o').replaceAll('1', lower ? 'l' : 'I')
        )
        .join(between);
      expect(parseCertificateNumber(lower ? spelt.toLowerCase() : spelt)).toEqual({
        ok: true,
        value: number
      });
    })
  );
});

test.each([
  '',
  'LUX',
  'LUX-2026-7K3M-9QX',
  'LUX-2026-7K3M-9QXDD',
  'PCH-2026-7K3M-9QXD',
  'LUX-2026-7K3U-9QXD',
  '<script>'
])('« %s » is not a number, and it is said how one looks', (typed) => {
  const parsed = parseCertificateNumber(typed);
  expect(parsed.ok).toBe(false);
  if (!parsed.ok) expect(parsed.error.message.fr).toContain('LUX-2026-7K3M-9QXD');
});
