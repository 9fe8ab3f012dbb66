import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import jsQR from 'jsqr';
import { describe, expect, test } from 'vitest';
import { readPdf } from '#platform/typeset/testing.ts';
import { englishTitleOf, luxe, registrationOf } from '#referential';
import { certificatePdf, type CertificateData } from './certificate.ts';

const data: CertificateData = {
  number: 'PCH-2026-7K3M9Q',
  holderName: 'Aïssatou Diallo-Lefèvre',
  bornOn: '1994-03-12',
  certificationTitle: 'Établir une relation client d’excellence dans le secteur du luxe',
  registration: registrationOf('RS6000'),
  certifierName: 'Maison Parchemin',
  awardedOn: '2026-11-25',
  place: 'Paris',
  examinedFrom: '2026-11-24',
  examinedUntil: '2026-11-24',
  president: {
    name: 'Hélène de Montbrison',
    signedAt: new Date('2026-11-25T17:00:00Z')
  },
  bornAs: null,
  certificationTitleEnglish: null,
  verifyUrl: 'https://maison.example/verifier/PCH-2026-7K3M9Q',
  competences: luxe.competences
};

describe('the certificate', () => {
  test('says who, what, when, where, by whom, in French and English', async () => {
    const { text, pages, title } = await readPdf(certificatePdf(data));
    for (const words of [
      data.holderName,
      data.certificationTitle,
      'Date de naissance : 12 mars 1994',
      'Date of birth: 12 March 1994',
      'Épreuves : Paris, 24 novembre 2026',
      'Assessments: Paris, 24 November 2026',
      'Délibération du jury : 25 novembre 2026',
      'Deliberation of the panel: 25 November 2026',
      'Hélène de Montbrison',
      'Procès-verbal signé électroniquement le 25 novembre 2026',
      data.number,
      'maison.example/verifier/PCH-2026-7K3M9Q'
    ])
      expect(text).toContain(words);
    expect(pages).toBe(2);
    expect(title).toBe('Certificat PCH-2026-7K3M9Q – Aïssatou Diallo-Lefèvre');
  });

  test('prints the register and the number, or nothing that looks like one', async () => {
    const registered = (await readPdf(certificatePdf(data))).text;
    expect(registered.replace(/\s+/gu, ' ')).toContain('Répertoire spécifique · RS6000');
    const plain = (await readPdf(certificatePdf({ ...data, registration: null }))).text;
    expect(plain).not.toMatch(/Répertoire|RS[\d-]/);
  });

  test('names its holder as they are called and as they were born, in page and title', async () => {
    const { text, title } = await readPdf(
      certificatePdf({ ...data, holderName: 'Käthe Duval', bornAs: 'née Müller' })
    );
    expect(text).toContain('Käthe Duval née Müller');
    expect(title).toContain('Käthe Duval née Müller');
  });

  test('signs for nobody who did not sign', async () => {
    const { text } = await readPdf(certificatePdf({ ...data, president: null }));
    expect(text).not.toMatch(/Présidence|signé/);
  });

  test('gives the title in English, marked as a translation', async () => {
    const certificationTitleEnglish = englishTitleOf(luxe);
    const { text } = await readPdf(certificatePdf({ ...data, certificationTitleEnglish }));
    expect(text.replace(/\s+/gu, ' ')).toContain(
      'Establishing a client relationship of excellence in the luxury sector (translation)'
    );
  });

  test('lists the twelve competences on its second page, to the letter', async () => {
    const { text } = await readPdf(certificatePdf(data));
    const flat = (words: string) => words.replace(/\s+/gu, ' ');
    for (const { statement } of luxe.competences) expect(flat(text)).toContain(flat(statement));
  });

  test('holds on one page without competences', async () => {
    expect((await readPdf(certificatePdf({ ...data, competences: [] }))).pages).toBe(1);
  });

  test.each([
    ['a-3a', { 'pdfaid:part': '3', 'pdfaid:conformance': 'A' }],
    ['ua-1', { 'pdfuaid:part': '1' }]
  ] as const)('passes as %s', async (standard, declared) => {
    const read = await readPdf(certificatePdf(data, { standard }));
    expect(read.standards).toEqual(declared);
    expect(read).toMatchObject({ language: 'fr', tagged: true });
    expect(read.roles).toContain('H1');
    expect(read.alternatives).toContain(
      `Code QR qui mène à la page de vérification ${data.verifyUrl}`
    );
    expect(read.fonts.every(({ embedded }) => embedded)).toBe(true);
  });

  test('a demonstration’s certificate says that it is a specimen; a real one does not', async () => {
    const specimen = await readPdf(certificatePdf({ ...data, specimen: true }));
    expect(specimen.text).toContain('Spécimen');
    expect((await readPdf(certificatePdf(data))).text).not.toContain('Spécimen');
  });

  test.each([
    ['long', 'Maria Francisca Isabel do Rosário de Bragança e Vasconcelos-Montmorency de la Tour'],
    ['as long as a form takes', 'Wilhelmina-Konstantina '.repeat(6).trim().slice(0, 120)],
    ['Arabic', 'محمد بن سلمان'],
    ['Chinese', '王小明'],
    ['Vietnamese', 'Nguyễn Thị Ánh Tuyết'],
    ['markup', '#let x = *1* $y$']
  ])('prints a name that is %s, on the same two pages', async (_, holderName) => {
    const { text, pages } = await readPdf(certificatePdf({ ...data, holderName }));
    const printed = text.replace(/\s+/gu, ' ');
    // pdf.js gives the words of a right-to-left line in the order in which they stand on the page.
    for (const word of holderName.split(' ')) expect(printed).toContain(word);
    expect(pages).toBe(2);
  });

  test('is the same to the byte for the same data, and shows the guilloche of its number', () => {
    const other = { ...data, number: 'PCH-2026-7K3M9R' };
    const first = certificatePdf(data);
    certificatePdf(other);
    expect(Buffer.compare(first, certificatePdf(data))).toBe(0);
    const plain = certificatePdf(data, { ornamented: false });
    expect(plain.length).toBeLessThan(first.length / 2);
  });

  test('carries its signed credential', async () => {
    const bytes = new TextEncoder().encode('{"proof":{}}');
    const pdf = certificatePdf(data, {
      attachments: [
        {
          name: 'attestation.json',
          mediaType: 'application/ld+json',
          description: 'Attestation signée',
          relationship: 'data',
          bytes
        }
      ]
    });
    expect((await readPdf(pdf)).attachments).toEqual([{ name: 'attestation.json', bytes }]);
  });

  test.skipIf(!hasPoppler())('its QR code, as printed, leads to the public page', () => {
    const { pixels, width, height } = printed(certificatePdf(data));
    expect(jsQR(pixels, width, height)?.data).toBe(data.verifyUrl);
  });
});

function hasPoppler(): boolean {
  try {
    execFileSync('pdftoppm', ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** The lower right of the first page at 150 dpi, drawn by poppler (a grey PGM image). */
function printed(pdf: Uint8Array) {
  const folder = mkdtempSync(join(tmpdir(), 'parchemin-certificate-'));
  try {
    writeFileSync(join(folder, 'certificate.pdf'), pdf);
    const corner = ['-x', '1400', '-y', '900', '-W', '300', '-H', '300'];
    const options = ['-r', '150', '-gray', '-f', '1', '-singlefile', ...corner];
    execFileSync('pdftoppm', [...options, 'certificate.pdf', 'page'], { cwd: folder });
    const image = readFileSync(join(folder, 'page.pgm'));
    const header = /^P5\s(\d+) (\d+)\s255\s/.exec(image.toString('latin1', 0, 40))!;
    const grey = image.subarray(header[0].length);
    const pixels = new Uint8ClampedArray(4 * grey.length);
    grey.forEach((value, index) => pixels.fill(value, 4 * index, 4 * index + 4));
    return { pixels, width: Number(header[1]), height: Number(header[2]) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
