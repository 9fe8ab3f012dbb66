import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { flux, passageElement, type Heading } from './flux.ts';
import type { Holder, Passage } from './passage.ts';
import { sampleHolder, samplePassages, sampleSender } from './sample.ts';
import { faultsOf, whole } from './testing.ts';

const heading: Heading = { ...sampleSender, id: 'flux-1', at: new Date('2026-11-25T08:30:00Z') };
const [passage] = [...samplePassages(1)] as [Passage];
const of = (change: Partial<Holder>): Passage => ({
  ...passage,
  holder: { ...passage.holder, ...change }
});

test('ten thousand holders with extreme names make a valid file', async () => {
  const xml = await whole(flux(heading, samplePassages(10_000)));
  expect(xml.match(/<cpf:passageCertification>/g)).toHaveLength(10_000);
  expect(await faultsOf(xml)).toEqual([]);
});

test('the sample holds what names can be at worst', () => {
  const holders = Array.from({ length: 400 }, (_, place) => sampleHolder(place));
  const names = holders.map(({ birthName }) => birthName);
  expect(names.some((name) => name.length === 60)).toBe(true);
  for (const sign of ['&', '<', '>', "'", '-', 'ễ', 'Þ', 'œ'])
    expect(
      names.some((name) => name.includes(sign)),
      sign
    ).toBe(true);
  expect(new Set(holders.map(({ birthCountryCode }) => birthCountryCode)).size).toBeGreaterThan(3);
});

describe('the time of the file', () => {
  const at = async (instant: string) =>
    /<cpf:horodatage>([^<]*)/.exec(
      await whole(flux({ ...heading, at: new Date(instant) }, [passage]))
    )?.[1];

  test('carries the offset of Paris, of winter and of summer', async () => {
    expect(await at('2026-11-25T08:30:00.789Z')).toBe('2026-11-25T09:30:00+01:00');
    expect(await at('2026-07-01T22:30:00Z')).toBe('2026-07-02T00:30:00+02:00');
    expect(await at('2026-10-25T00:59:59Z')).toBe('2026-10-25T02:59:59+02:00');
    expect(await at('2026-10-25T01:00:00Z')).toBe('2026-10-25T02:00:00+01:00');
  });

  test('satisfies the published pattern, whose hours of offset are mistyped, as well as ours', async () => {
    const published =
      /^(19|20)[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[1-2][0-9]|3[0-1])T(2[0-3]|[01][0-9]):[0-5][0-9]:[0-5][0-9](\+|-)(:2[0-3]|[01][0-9]):[0-5][0-9]$/;
    for (const instant of ['2026-11-25T08:30:00Z', '2026-07-01T22:30:00Z'])
      expect(await at(instant)).toMatch(published);
  });
});

describe('a holder', () => {
  test('born in France is placed by the commune; abroad, by the country', () => {
    const home = of({ birthInseeCode: '2A004', birthCountryCode: '100' });
    expect(passageElement(home)).toContain(
      '<cpf:codeInseeNaissance><cpf:codeInsee>2A004</cpf:codeInsee></cpf:codeInseeNaissance>'
    );
    const abroad = passageElement(of({ birthInseeCode: null, birthCountryCode: '243' }));
    expect(abroad).toContain('<cpf:codePostal xsi:nil="true"/>');
    expect(abroad).toContain('<cpf:codePaysNaissance>243</cpf:codePaysNaissance>');
  });

  test('without a name in use says so, and gives as many given names as there are', () => {
    const one = passageElement(of({ usageName: null, firstNames: ['Inès'] }));
    expect(one).toContain('<cpf:nomUsage xsi:nil="true"/>');
    expect(one).not.toContain('prenom2');
    expect(passageElement(of({ firstNames: ['Inès', 'Lina', 'Zoé'] }))).toContain(
      '<cpf:prenom3>Zoé</cpf:prenom3>'
    );
  });

  test('whatever legal text their names hold, the file is valid and says it back', async () => {
    const name = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })

      .filter((text) => /\S/.test(text) && !/[\u0000-\u001f\ufffe\uffff]/.test(text))
      .filter((text) => [...text].length <= 60);
    await fc.assert(
      fc.asyncProperty(fc.array(name, { minLength: 8, maxLength: 8 }), async (names) => {
        const holders = names.map((birthName) => of({ birthName, usageName: birthName }));
        const xml = await whole(flux(heading, holders));
        expect(await faultsOf(xml)).toEqual([]);
        const read = [...xml.matchAll(/<cpf:nomNaissance>([^<]*)/g)].map(([, text = '']) =>
          text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
        );
        expect(read).toEqual(names);
      }),
      { numRuns: 20 }
    );
  });

  test.each(['\u0000', '\u000b', '\u001f', '\ufffe', '\ud800'])(
    'whose name holds %j stops the file',
    (character) => {
      expect(() => passageElement(of({ birthName: `A${character}` }))).toThrow('XML');
    }
  );
});

describe('the schema refuses', () => {
  test.each<[string, Partial<Passage>, Partial<Heading>]>([
    ['a client of seven characters', {}, { clientId: '0000000' }],
    ['a contract of twenty-one', {}, { contractId: '1'.repeat(21) }],
    ['a file without a name', {}, { id: '' }],
    ['a passage without a reference', { reference: '' }, {}],
    ['a day that does not exist', { validFrom: '2026-02-30' }, {}],
    ['a name of sixty-one', of({ birthName: 'x'.repeat(61) }), {}],
    ['a commune of four characters', of({ birthInseeCode: '6912' }), {}],
    ['a country of five', of({ birthCountryCode: '99243' }), {}],
    ['a holder born before 1900', of({ birthDate: '1899-12-31' }), {}]
  ])('%s', async (_what, change, head) => {
    const xml = await whole(flux({ ...heading, ...head }, [{ ...passage, ...change }]));
    expect(await faultsOf(xml)).not.toEqual([]);
  });

  test('a file that declares nobody', async () => {
    expect(await faultsOf(await whole(flux(heading, [])))).not.toEqual([]);
  });
});
