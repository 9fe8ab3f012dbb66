import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { certificatePdf } from '../certificate.ts';
import { readPdf } from '#platform/typeset/testing.ts';
import { openCarrier, largestFile } from './carrier.ts';
import { largestCredential } from './carried.ts';
import { bakedPicture } from './picture.ts';
import { bakePng } from './png.ts';
import { bakeSvg } from './svg.ts';
import { certificateOfTest, configOfTest, pdfOfTest, signedCredential } from './testing.ts';

vi.setConfig({ testTimeout: 60_000 });

const bytes = (text: string) => new TextEncoder().encode(text);

let content: string;
let jwt: string;
let pdf: Uint8Array;
let png: Uint8Array;
let svg: string;
beforeAll(async () => {
  ({ content, jwt } = await signedCredential(configOfTest()));
  pdf = pdfOfTest(content);
  png = bakedPicture('png', content) as Uint8Array;
  svg = bakedPicture('svg', content) as string;
});

const fault = (file: Uint8Array) => {
  const opened = openCarrier(file);
  if (opened.ok) throw new Error('It was opened');
  return opened.error.kind === 'unreadable' ? opened.error.refusal.code : opened.error.kind;
};

describe('a credential comes out of its file as it went in', () => {
  test('JSON and JWT, with or without a line’s end', () => {
    expect(openCarrier(bytes(content))).toEqual({
      ok: true,
      value: { kind: 'json', text: content }
    });
    expect(openCarrier(bytes(`\uFEFF${content}\n`))).toMatchObject({ value: { text: content } });
    expect(openCarrier(bytes(`${jwt}\r\n`))).toEqual({
      ok: true,
      value: { kind: 'jwt', text: jwt }
    });
  });

  test('PNG and SVG', () => {
    expect(openCarrier(png)).toEqual({ ok: true, value: { kind: 'png', text: content } });
    expect(openCarrier(bytes(svg))).toEqual({ ok: true, value: { kind: 'svg', text: content } });
  });

  test('PDF, and another reader of PDF finds the same file', async () => {
    expect(openCarrier(pdf)).toEqual({ ok: true, value: { kind: 'pdf', text: content } });
    const [file] = (await readPdf(pdf)).attachments;
    expect(new TextDecoder().decode(file?.bytes)).toBe(content);
  });

  test('a JWT baked in a picture, as others bake it', () => {
    expect(openCarrier(bakePng(bakedPicture('png', '').slice(0) as Uint8Array, jwt))).toMatchObject(
      { error: { kind: 'several' } }
    );
    const picture = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"></svg>';
    const baked = picture.replace(
      '>',
      ` xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0"><openbadges:credential verify="${jwt}"></openbadges:credential>`
    );
    expect(openCarrier(bytes(baked))).toEqual({ ok: true, value: { kind: 'svg', text: jwt } });
    const escaped = content.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    const plain = picture.replace(
      '></',
      `><openbadges:credential>${escaped}</openbadges:credential></`
    );
    expect(openCarrier(bytes(plain))).toMatchObject({ value: { text: content } });
  });

  test('text that would end CDATA does not', () => {
    const odd = '{"credentialSubject":{"name":"]]>"}}';
    const opened = openCarrier(bytes(bakeSvg('<svg viewBox="0 0 1 1"></svg>', odd)));
    expect(opened.ok && JSON.parse(opened.value.text)).toEqual(JSON.parse(odd));
  });
});

describe('files from anyone', () => {
  test.each<[string, () => Uint8Array, string]>([
    ['nothing', () => new Uint8Array(), 'credential.empty'],
    ['too much', () => new Uint8Array(largestFile + 1), 'credential.too-large'],
    ['a photograph', () => bytes('\xff\xd8\xff\xe0JFIF'), 'credential.unknown-form'],
    ['an archive', () => Buffer.from('504b0304140000000800', 'hex'), 'credential.unknown-form'],
    ['a web page', () => bytes('<html><p>Certificat</p></html>'), 'credential.unknown-form'],
    ['a PDF without credential', () => certificatePdf(certificateOfTest), 'credential.none'],
    ['a PDF that is only a name', () => bytes('%PDF-1.7'), 'credential.none'],
    [
      'a picture without credential',
      () => bytes('<svg viewBox="0 0 1 1"></svg>'),
      'credential.none'
    ],
    [
      'a PNG that is only a signature',
      () => Buffer.from('89504e470d0a1a0a', 'hex'),
      'credential.none'
    ],
    [
      'two credentials',
      () => Buffer.concat([pdf, pdfOfTest(content.replace('Inès', 'Agnès'))]),
      'several'
    ],
    [
      'an element with nothing in it',
      () => bytes('<svg ><openbadges:credential/></svg>'),
      'damaged'
    ],
    [
      'JSON as large as a book',
      () => bytes(`{"a":"${'x'.repeat(largestCredential)}"}`),
      'credential.too-large'
    ]
  ])('%s', (_, file, code) => {
    expect(fault(file())).toBe(code);
  });

  test('a stream that would inflate to sixty-four megabytes is cut short', () => {
    const bomb = deflateSync(Buffer.alloc(64 * 1024 * 1024, '{'));
    const before = `%PDF-1.7\n1 0 obj<</Type/EmbeddedFile/Filter/FlateDecode/Length ${bomb.length}>>stream\n`;
    const file = Buffer.concat([bytes(before), bomb, bytes('\nendstream endobj')]);
    expect(fault(file)).toBe('damaged');
  });

  test('a byte changed in a baked chunk is told by its sum', () => {
    const at = Buffer.from(png).indexOf('Belkacem');
    const copy = Buffer.from(png);
    copy[at] = copy[at]! ^ 1;
    expect(fault(copy)).toBe('damaged');
  });

  test('whatever is done to a file, it is answered, never thrown', () => {
    const originals = [pdf, png, bytes(svg), bytes(content), bytes(jwt)].map((file) =>
      Buffer.from(file)
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...originals),
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 12 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (original, changes, share) => {
          const copy = Buffer.from(original.subarray(0, Math.ceil(share * original.length)));
          if (copy.length > 0) for (const [at, to] of changes) copy[at % copy.length] = to;
          expect(typeof openCarrier(copy).ok).toBe('boolean');
        }
      ),
      { numRuns: 300 }
    );
  });
});
