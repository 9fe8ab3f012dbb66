/**
 * Certificates per second, against the same page without its guilloche in the same run.
 *
 *     node bench/documents.ts [certificates]
 */
import { certificatePdf, type CertificateData } from '../src/parchment/certificate.ts';
import { guilloche } from '../src/parchment/guilloche.ts';
import { luxe, titleOf } from '../src/referential/index.ts';

const count = Number(process.argv[2] ?? 60);

const data = (index: number): CertificateData => ({
  number: `PCH-2026-${String(index).padStart(6, '0')}`,
  holderName: `Aïssatou Diallo-Lefèvre ${index}`,
  bornOn: '1994-03-12',
  certificationTitle: titleOf(luxe),
  registration: null,
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
  verifyUrl: `https://maison.example/verifier/PCH-2026-${index}`,
  competences: luxe.competences,
  specimen: true
});

/** Makes `count` documents, no two alike, after a warm-up; per second, and their mean size. */
function measure(make: (index: number) => { length: number }) {
  for (let index = 0; index < 5; index++) make(-1 - index);
  const start = performance.now();
  let bytes = 0;
  for (let index = 0; index < count; index++) bytes += make(index).length;
  const seconds = (performance.now() - start) / 1000;
  return { perSecond: count / seconds, kilobytes: bytes / count / 1000 };
}

const plain = measure((index) => certificatePdf(data(index), { ornamented: false }));
const whole = measure((index) => certificatePdf(data(index)));
const geometry = measure((index) => guilloche(data(index).number).frame);

const row = (what: string, { perSecond, kilobytes }: typeof plain) => ({
  what,
  'per second': perSecond.toFixed(1),
  'ms each': (1000 / perSecond).toFixed(1),
  'kB each': kilobytes.toFixed(0),
  'time, plain page = 1': (plain.perSecond / perSecond).toFixed(2)
});
console.table([
  row('two pages, no guilloche', plain),
  row('certificate, two pages', whole),
  row('guilloche, geometry alone', geometry)
]);
