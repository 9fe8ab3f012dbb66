import { civilDay } from '#platform/civil-day.ts';
import type { Dictionary, Language, Phrase } from '#platform/language.ts';
import type { Registration } from '#referential';
import { qrDrawing, typeset, type Attachment, type PdfStandard } from '#platform/typeset/index.ts';
import { longDate, longDates } from '#platform/typography.ts';
import { certificateTemplate } from './certificate.typ.ts';
import { guilloche, page } from './guilloche.ts';

/** What a certificate says. Every text is printed as given, in the language that it is in. */
export interface CertificateData {
  /** The public number of the certificate; also the seed of its guilloche. */
  number: string;
  holderName: string;
  /** « née Müller », after the name in use; null where both are one. */
  bornAs: string | null;
  /** YYYY-MM-DD. */
  bornOn?: string;
  certificationTitle: string;
  /** For readers abroad, marked where it is a translation. */
  certificationTitleEnglish: string | null;
  /** Where the certification is registered; nothing is printed where it is not. */
  registration: Registration | null;
  certifierName: string;
  /** Day of the deliberation that awarded it, YYYY-MM-DD. */
  awardedOn: string;
  /** Where the assessments were held. */
  place: string;
  /** First and last day of the assessments, YYYY-MM-DD. */
  examinedFrom: string;
  examinedUntil: string;
  /** Who presided, and signed the minutes of the deliberation; null where nobody who presided did. */
  president: { name: string; signedAt: Date } | null;
  /** The public page that confirms or denies the certificate; the QR code leads there. */
  verifyUrl: string;
  /** Listed on a second page, in order; no second page if empty. */
  competences: readonly { id: string; statement: string }[];
  /** A demonstration’s certificate says that it is one. */
  specimen?: boolean;
}

const colours = {
  gold: '#AA863F',
  pale: '#EDE4D0',
  shade: '#8C6A29',
  light: '#CDAE66',
  ink: '#1B1A17',
  ivory: '#FBF9F4'
};

const words = {
  certificate: { fr: 'Certificat', en: 'Certificate' },
  awardedTo: { fr: 'décerné à', en: 'awarded to' },
  born: { fr: 'Date de naissance\u00a0:', en: 'Date of birth:' },
  hasMet: {
    fr: 'pour avoir satisfait à toutes les épreuves de la certification professionnelle',
    en: 'for having met all the requirements of the French professional certification'
  },
  number: 'Numéro',
  president: { fr: 'Présidence du jury', en: 'President of the panel' },
  verify: { fr: 'Vérifier', en: 'Verify' },
  competences: {
    fr: 'Compétences attestées',
    en: 'Competences attested, in the words of the official French text'
  }
};

const facts: Dictionary<{
  examined: (place: string, days: string) => string;
  decided: (day: string) => string;
  signed: (day: string) => string;
}> = {
  fr: {
    examined: (place, days) => `Épreuves\u00a0: ${place}, ${days}`,
    decided: (day) => `Délibération du jury\u00a0: ${day}`,
    signed: (day) => `Procès-verbal signé électroniquement le ${day}`
  },
  en: {
    examined: (place, days) => `Assessments: ${place}, ${days}`,
    decided: (day) => `Deliberation of the panel: ${day}`,
    signed: (day) => `Minutes signed electronically on ${day}`
  }
};

/** The holder in full: « Käthe Duval née Müller ». */
export const holderOf = ({ holderName, bornAs }: Pick<CertificateData, 'holderName' | 'bornAs'>) =>
  bornAs === null ? holderName : `${holderName} ${bornAs}`;

export interface CertificateOptions {
  /** Files that the certificate carries, such as its signed credential. */
  attachments?: readonly Attachment[];
  /** False for paper that already bears a guilloche. */
  ornamented?: boolean;
  standard?: PdfStandard;
}

/**
 * The certificate as a tagged PDF, A4 landscape; the same bytes for the same data.
 *
 * PDF/A-3, level A, unless told otherwise: PDF/A because it is kept for a lifetime, part 3 because
 * it may carry the signed credential. Typst declares one standard at a time; our tests prove that
 * the same page also passes as PDF/UA-1.
 */
export function certificatePdf(
  data: CertificateData,
  { attachments = [], ornamented = true, standard = 'a-3a' }: CertificateOptions = {}
): Uint8Array {
  const day = (language: Language, date: string) => longDate(date, language);
  const inBoth = (phrase: (language: Language) => string): Phrase => ({
    fr: phrase('fr'),
    en: phrase('en')
  });
  const { bornOn, president } = data;
  const holder = holderOf(data);
  const content = {
    ...data,
    words: {
      ...words,
      qrAlt: `Code QR qui mène à la page de vérification ${data.verifyUrl}`
    },
    holder,
    born: bornOn === undefined ? null : inBoth((language) => day(language, bornOn)),
    examined: inBoth((language) =>
      facts[language].examined(
        data.place,
        longDates(data.examinedFrom, data.examinedUntil, language)
      )
    ),
    decided: inBoth((language) => facts[language].decided(day(language, data.awardedOn))),
    president: president && {
      name: president.name,
      signed: inBoth((language) =>
        facts[language].signed(day(language, civilDay(president.signedAt)))
      )
    },
    specimen: data.specimen ? 'Spécimen' : null,
    initial: data.certifierName.trim().slice(0, 1).toUpperCase(),
    verifyShown: data.verifyUrl.replace(/^https?:\/\//, ''),
    gold: colours.gold,
    ornamented,
    microtext: `${data.certificationTitle} · ${holder} · ${data.number}`.toUpperCase()
  };
  return typeset(certificateTemplate, content, {
    title: `${words.certificate.fr} ${data.number} – ${holder}`,
    language: 'fr',
    standard,
    issuer: data.certifierName,
    madeAt: new Date(`${data.awardedOn}T00:00:00Z`),
    attachments,
    drawings: {
      'qr.svg': qrSvg(data.verifyUrl),
      ...(ornamented && ornaments(data.number))
    }
  });
}

/** Gold leaf: the light changes from one corner of the page to the other. */
const leaf =
  `<linearGradient id="leaf" gradientUnits="userSpaceOnUse" x2="${page.width}" y2="${page.height}">` +
  [colours.shade, colours.light, colours.gold, colours.light, colours.shade]
    .map((colour, index) => `<stop offset="${index / 4}" stop-color="${colour}"/>`)
    .join('') +
  '</linearGradient>';

/** The paper under the seal: the large rosette stops at its rim. */
const sealGround = `<circle cx="${page.seal.x}" cy="${page.seal.y}" r="${0.96 * page.seal.radius}" fill="${colours.ivory}"/>`;

function ornaments(number: string): Record<string, string> {
  const { frame, field, seal } = guilloche(number);
  return {
    'frame.svg': pageSvg(leaf + line(frame, 'url(#leaf)', 8)),
    'centre.svg': pageSvg(line(field, colours.pale, 9) + sealGround + line(seal, colours.gold, 7))
  };
}

function pageSvg(content: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${page.width} ${page.height}" fill="none">${content}</svg>`;
}

function line(path: string, colour: string, width: number): string {
  return `<path d="${path}" stroke="${colour}" stroke-width="${width}"/>`;
}

function qrSvg(url: string): string {
  const { size, path } = qrDrawing(url);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><path d="${path}" fill="${colours.ink}"/></svg>`;
}
