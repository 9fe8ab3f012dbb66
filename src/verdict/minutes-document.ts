import type { Language } from '#platform/language.ts';
import { besideCode } from '#referential';
import { typeset, type PdfStandard } from '#platform/typeset/index.ts';
import { clockTime, longDate, longDates, longDateTime } from '#platform/typography.ts';
import type { CompetenceVerdict } from './award.ts';
import { minutesTemplate } from './minutes-document.typ.ts';
import { minutesWords } from './minutes-words.ts';

/** How a competence stands after the session. */
export type PrintedCompetence = Exclude<CompetenceVerdict['state'], 'pending'>;

export interface PrintedResult {
  number: number;
  name: string;
  outcome: 'awarded' | 'refused' | 'absent';
  /** In the order of `competenceIds`. */
  competences: readonly { state: PrintedCompetence; deliberated: boolean }[];
}

export interface PrintedSignature {
  name: string;
  president: boolean;
  /** Null while the signature is awaited. */
  signed: { at: Date; hash: string } | null;
}

/** What the minutes (procès-verbal) of a session say. */
export interface MinutesPrintData {
  certifierName: string;
  certificationTitle: string;
  certificationCode: string;
  referentialVersion: string;
  sessionTitle: string;
  centreName: string;
  place: string;
  /** First and last day of the assessments, YYYY-MM-DD. */
  day: string;
  lastDay: string;
  /** From 1. */
  version: number;
  /** Why this version replaces the one before; null for the first. */
  correctionReason: string | null;
  drawnUpAt: Date;
  drawnUpBy: string;
  members: readonly {
    name: string;
    panelName: string;
    room: string;
    president: boolean;
    /** What was noted; null when nothing was. */
    present: boolean | null;
  }[];
  /** The roll call of candidates in a sentence; null in minutes that do not tell it. */
  rollCall: string | null;
  competenceIds: readonly string[];
  results: readonly PrintedResult[];
  decisions: readonly {
    candidateNumber: number;
    candidateName: string;
    /** A competence (« C7 ») or a criterion (« C7.2 »). */
    target: string;
    /** What was decided, in a few words: « niveau 2 », « validée ». */
    decision: string;
    reason: string;
  }[];
  incidents: readonly { at: Date; candidateName: string | null; description: string }[];
  /** SHA-256 of the results, in hexadecimal. */
  hash: string;
  signatures: readonly PrintedSignature[];
  language?: Language;
}

const symbols: Record<PrintedCompetence, string> = {
  validated: '✓',
  'not-validated': '–',
  kept: 'A',
  missed: 'o'
};

/** The minutes of a session, A4 portrait; PDF/A-2, level A, since they are kept. */
export function minutesPdf(data: MinutesPrintData, standard: PdfStandard = 'a-2a'): Uint8Array {
  const language = data.language ?? 'fr';
  const words = minutesWords[language];
  const seat = (president: boolean) => (president ? words.president : words.juror);
  const content = {
    words,
    certification: besideCode(data.certificationCode, longDate(data.drawnUpAt, language)),
    version: words.version(data.version),
    opening: words.opening(data.certificationTitle, longDate(data.drawnUpAt, language)),
    correction: data.correctionReason,
    facts: [
      { name: words.session, value: data.sessionTitle },
      { name: words.place, value: `${data.centreName}\n${data.place}` },
      { name: words.day, value: longDates(data.day, data.lastDay, language) },
      { name: words.deliberated, value: longDateTime(data.drawnUpAt, language) },
      { name: words.drawnUpBy, value: data.drawnUpBy },
      {
        name: words.referential,
        value: besideCode(data.certificationCode, words.referentialVersion(data.referentialVersion))
      }
    ],
    members: data.members.map(({ name, panelName, room, president, present }) => [
      name,
      `${seat(president)}, ${panelName}`,
      room,
      words.attended(present)
    ]),
    competenceIds: data.competenceIds,
    results: data.results.map(({ number, name, outcome, competences }) => ({
      number: String(number),
      name,
      outcome: words.outcomes[outcome],
      marks: competences.map(({ state, deliberated }) => symbols[state] + (deliberated ? '*' : ''))
    })),
    summary: [
      words.summary({
        enrolled: data.results.length,
        assessed: data.results.filter(({ outcome }) => outcome !== 'absent').length,
        awarded: data.results.filter(({ outcome }) => outcome === 'awarded').length
      }),
      data.rollCall
    ]
      .filter((sentence) => sentence !== null)
      .join(' '),
    decisions: data.decisions.map(({ candidateNumber, candidateName, ...decision }) => ({
      ...decision,
      candidate: `${candidateNumber}\u00a0· ${candidateName}`
    })),
    incidents: data.incidents.map(({ at, candidateName, description }) => ({
      at: clockTime(at, language),
      candidate: candidateName ?? '–',
      description
    })),
    hash: data.hash,
    signatures: data.signatures.map(({ name, president, signed }) => ({
      name,
      seat: seat(president),
      proof: signed
        ? words.signedIn(longDateTime(signed.at, language), signed.hash)
        : words.unsigned
    }))
  };
  return typeset(minutesTemplate, content, {
    title: `${words.heading} – ${data.sessionTitle}`,
    running: `${data.sessionTitle}, ${words.version(data.version).toLowerCase()}`,
    language,
    standard,
    issuer: data.certifierName,
    madeAt: data.drawnUpAt
  });
}
