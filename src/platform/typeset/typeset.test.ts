import fc from 'fast-check';
import jsQR from 'jsqr';
import { describe, expect, test } from 'vitest';
import type { Language } from '../language.ts';
import { qrDrawing, typeset, type QrDrawing, type TypesetOptions } from './index.ts';
import { anyText, readPdf } from './testing.ts';

const template = String.raw`
#import "/house.typ": *
#show: office-page
= #data.name
#typed(data.note)
`;
const options: TypesetOptions = {
  title: 'Essai',
  language: 'fr',
  standard: 'ua-1',
  issuer: 'Maison Parchemin',
  madeAt: new Date('2026-11-25T10:11:12Z')
};
const write = (name: string, more: Partial<TypesetOptions> = {}, note = '') =>
  typeset(template, { name, note }, { ...options, ...more });

describe('typesetting', () => {
  test('the file says its title, its language, its structure and its standard', async () => {
    const read = await readPdf(write('Ana Ruiz'));
    expect(read).toMatchObject({ title: 'Essai', language: 'fr', tagged: true, pages: 1 });
    expect(read.standards).toEqual({ 'pdfuaid:part': '1' });
    expect(read.roles).toContain('H1');
    expect(read.text).toContain('Ana Ruiz');
  });

  test.each([
    ['a-2a', { 'pdfaid:part': '2', 'pdfaid:conformance': 'A' }],
    ['a-3a', { 'pdfaid:part': '3', 'pdfaid:conformance': 'A' }]
  ] as const)('%s is declared as such', async (standard, declared) => {
    expect((await readPdf(write('Ana', { standard }))).standards).toEqual(declared);
  });

  test('markup in data is text', async () => {
    const hostile = '#let x = 1 *gras* _it_ $y$ @ref <label> #panic("no") \\ `code`';
    expect((await readPdf(write('Ana', {}, hostile))).text).toContain(hostile);
  });

  test('every script that we promise prints, from embedded faces alone', async () => {
    const names = ['Nguyễn Thị Ánh', 'Łukasz', 'Σοφία', 'Юлия', '王小明', 'محمد'];
    const read = await readPdf(write('Ana', {}, names.join('\n')));
    for (const name of names) expect(read.text).toContain(name);
    expect(read.fonts.length).toBeGreaterThanOrEqual(4);
    expect(read.fonts.filter(({ embedded }) => !embedded)).toEqual([]);
    for (const { name } of read.fonts) expect(name).toMatch(/EBGaramond|Inter|Amiri|ZCOOLXiaoWei/);
  });

  test('no text can make a document fail', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(write(text, { standard: 'a-2a' }, text).length).toBeGreaterThan(0);
      }),
      { numRuns: 60 }
    );
  });

  test('French quotation marks hold to their words; an English text is left as it is', async () => {
    const narrow = '#import "/house.typ": *\n#show: house\n#block(width: 1mm, data.words)';
    const set = async (language: Language) =>
      (await readPdf(typeset(narrow, { words: 'a « b » c' }, { ...options, language }))).text;
    expect(await set('fr')).toContain('« b »');
    expect(await set('en')).not.toContain('« b »');
  });

  test('the same words give the same bytes, whatever was set in between', () => {
    const drawings = (colour: string) => ({
      'x.svg': `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><rect width="1" height="1" fill="${colour}"/></svg>`
    });
    const drawn = (colour: string) =>
      typeset(
        '#import "/house.typ": *\n#show: house\n#image("/drawings/x.svg", alt: "carré")',
        {},
        { ...options, drawings: drawings(colour) }
      );
    const first = drawn('red');
    expect(Buffer.compare(first, drawn('blue'))).not.toBe(0);
    expect(Buffer.compare(first, drawn('red'))).toBe(0);
    expect(Buffer.compare(write('Ana'), write('Ana'))).toBe(0);
  });

  test('a PDF/A-3 carries its attachments', async () => {
    const bytes = new TextEncoder().encode('{"type":"credential"}');
    const attachment = {
      name: 'credential.json',
      mediaType: 'application/json',
      description: 'Attestation signée',
      relationship: 'data' as const,
      bytes
    };
    const read = await readPdf(write('Ana', { standard: 'a-3a', attachments: [attachment] }));
    expect(read.attachments).toEqual([{ name: 'credential.json', bytes }]);
  });

  test('a template that is wrong says what and does not print', () => {
    expect(() => typeset('#unknown', {}, options)).toThrow(/unknown variable/);
  });
});

describe('QR codes', () => {
  test.each([
    ['a short address', 'https://maison.example/v/PCH-2026-000123'],
    ['a long one', `https://maison.example/${'a'.repeat(200)}`]
  ])('the drawing of %s reads back', (_, url) => {
    const { pixels, side } = raster(qrDrawing(url));
    expect(jsQR(pixels, side, side)?.data).toBe(url);
  });
});

/** Paints the runs of a drawing, four pixels a module, within the quiet zone of the standard. */
function raster({ size, path }: QrDrawing): { pixels: Uint8ClampedArray; side: number } {
  const scale = 4;
  const quiet = 4;
  const side = (size + 2 * quiet) * scale;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const [, x, y, run] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
    for (let row = 0; row < scale; row++) {
      const start = ((Number(y) + quiet) * scale + row) * side + (Number(x) + quiet) * scale;
      for (let pixel = start; pixel < start + Number(run) * scale; pixel++)
        pixels.fill(0, 4 * pixel, 4 * pixel + 3);
    }
  return { pixels, side };
}
