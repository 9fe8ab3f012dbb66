/**
 * The files that carry a credential: the certificate's PDF, a baked PNG or SVG (Open Badges 3.0,
 * section 5.3), and the credential itself as JSON or JWT. Files come from anyone: every size is
 * bounded, and nothing is run or fetched.
 */
import { fail, ok, refuse, type Refusal, type Result } from '#platform/result.ts';
import { isJson, isJwt, largestCredential, utf8, type Found } from './carried.ts';
import { pdfCredentials } from './pdf.ts';
import { pngCredentials } from './png.ts';
import { svgCredentials } from './svg.ts';

/** Five megabytes: a hundred times a certificate. */
export const largestFile = 5 * 1024 * 1024;

export type CarrierKind = 'pdf' | 'png' | 'svg' | 'json' | 'jwt';

/** What a file carries. */
export interface Carried {
  kind: CarrierKind;
  /** The JSON, or the compact JWT. */
  text: string;
}

/** Why a file gives no credential: it holds none, or what it holds cannot be trusted. */
export type CarrierFault =
  { kind: 'unreadable'; refusal: Refusal } | { kind: 'damaged' | 'several' };

/** Takes the one credential out of a file. */
export function openCarrier(bytes: Uint8Array): Result<Carried, CarrierFault> {
  if (bytes.length === 0) return unreadable('empty');
  if (bytes.length > largestFile) return unreadable('tooLarge');
  const start = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  if (start.includes('%PDF-')) return single('pdf', pdfCredentials(bytes));
  if (start.startsWith('\x89PNG\r\n\x1a\n')) return single('png', pngCredentials(bytes));
  const text = utf8(bytes)
    ?.replace(/^\uFEFF/, '')
    .trim();
  if (text === undefined) return unreadable('unknown');
  if (isJson(text)) return single('json', { texts: [text], damaged: false });
  if (isJwt(text)) return single('jwt', { texts: [text], damaged: false });
  return /<svg[\s>]/.test(text.slice(0, 4096))
    ? single('svg', svgCredentials(text))
    : unreadable('unknown');
}

function single(kind: CarrierKind, { texts, damaged }: Found): Result<Carried, CarrierFault> {
  const [text] = texts;
  if (damaged) return fail({ kind: 'damaged' });
  if (text === undefined) return unreadable('none');
  if (texts.some((each) => each !== text)) return fail({ kind: 'several' });
  if (text.length > largestCredential) return unreadable('tooLarge');
  return ok({ kind, text });
}

const faults = {
  empty: refuse(
    'credential.empty',
    'Ce fichier est vide : choisissez le certificat à vérifier.',
    'This file is empty: choose the certificate to verify.'
  ),
  tooLarge: refuse(
    'credential.too-large',
    'Ce fichier est trop grand pour être un certificat : cinq mégaoctets au plus.',
    'This file is too large to be a certificate: five megabytes at most.'
  ),
  unknown: refuse(
    'credential.unknown-form',
    'Ce fichier n’est ni un PDF, ni une image PNG ou SVG, ni une attestation JSON ou JWT.',
    'This file is neither a PDF, nor a PNG or SVG picture, nor a JSON or JWT credential.'
  ),
  none: refuse(
    'credential.none',
    'Ce fichier ne porte aucune attestation signée : demandez le fichier d’origine à son titulaire, ou vérifiez le numéro.',
    'This file carries no signed credential: ask its holder for the original file, or verify the number.'
  )
};

const unreadable = (fault: keyof typeof faults) =>
  fail({ kind: 'unreadable' as const, refusal: faults[fault].error });
