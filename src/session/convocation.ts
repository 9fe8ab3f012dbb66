import type { Language } from '#platform/language.ts';
import { besideCode } from '#referential';
import { typeset, type PdfStandard } from '#platform/typeset/index.ts';
import { clockTime, longDate, longDates, shortDay } from '#platform/typography.ts';
import { convocationWords, type ConvocationWords } from './convocation-words.ts';
import { convocationTemplate } from './convocation.typ.ts';

/** One passage, its durations as the person will live them: adaptations are counted already. */
export interface ConvocationSitting {
  /** « MS4 » */
  assessmentId: string;
  title: string;
  /** When the preparation, or the writing, starts. */
  startsAt: Date;
  preparationMinutes: number;
  performanceMinutes: number;
  room: string;
}

/** Someone to write to: the référent handicap, or whoever organises the session. */
export interface ConvocationContact {
  name: string;
  email: string;
  phone?: string;
}

interface ConvocationBase {
  name: string;
  certifierName: string;
  certificationTitle: string;
  certificationCode: string;
  sessionTitle: string;
  centreName: string;
  /** The address, on one or several lines. */
  place: string;
  /** The first and the last day of their sittings, YYYY-MM-DD. */
  day: string;
  lastDay: string;
  /** When to be there. */
  arriveAt: Date;
  contact: ConvocationContact;
  /** Day of sending. */
  madeAt: Date;
  language?: Language;
}

export interface CandidateConvocation extends ConvocationBase {
  kind: 'candidate';
  candidateNumber: number;
  sittings: readonly ConvocationSitting[];
  /** What was granted, in neutral words; never why. */
  adaptations: readonly string[];
  accessibilityContact: ConvocationContact;
}

export interface JurorConvocation extends ConvocationBase {
  kind: 'juror';
  panelName: string;
  president: boolean;
  sittings: readonly (ConvocationSitting & { candidateNumber: number; candidateName: string })[];
}

export type ConvocationData = CandidateConvocation | JurorConvocation;

/** The convocation of a candidate or of a juror, A4 portrait; PDF/UA unless told otherwise. */
export const convocationPdf = (data: ConvocationData, standard: PdfStandard = 'ua-1'): Uint8Array =>
  lettersPdf([data], data.name, standard);

/** The convocations of one session in one document, each on its own page. @param letters not empty */
export const convocationsPdf = (
  letters: readonly ConvocationData[],
  standard: PdfStandard = 'ua-1'
): Uint8Array => lettersPdf(letters, letters[0]!.sessionTitle, standard);

function lettersPdf(
  letters: readonly ConvocationData[],
  subject: string,
  standard: PdfStandard
): Uint8Array {
  const { certifierName, sessionTitle, madeAt, language = 'fr' } = letters[0]!;
  return typeset(
    convocationTemplate,
    { letters: letters.map(contentOf) },
    {
      title: `${convocationWords[language].heading} – ${subject}`,
      running: sessionTitle,
      language,
      standard,
      issuer: certifierName,
      madeAt
    }
  );
}

function contentOf(data: ConvocationData): object {
  const language = data.language ?? 'fr';
  const words = convocationWords[language];
  return {
    words,
    certification: besideCode(data.certificationCode, longDate(data.madeAt, language)),
    name: data.name,
    role: words.roles[data.kind],
    opening: words.opening[data.kind](data.certificationTitle),
    facts: [
      { name: words.day, value: longDates(data.day, data.lastDay, language) },
      { name: words.arrival, value: clockTime(data.arriveAt, language) },
      { name: words.place, value: `${data.centreName}\n${data.place}` },
      data.kind === 'candidate'
        ? { name: words.number, value: String(data.candidateNumber) }
        : {
            name: words.panel,
            value: data.president ? `${data.panelName}\n${words.president}` : data.panelName
          }
    ],
    ...programme(data, words, language),
    sections: sections(data, words)
  };
}

function programme(data: ConvocationData, words: ConvocationWords, language: Language) {
  const row = (sitting: ConvocationSitting, ...candidate: string[]) => ({
    startsAt: sitting.startsAt,
    cells: [
      data.day === data.lastDay
        ? clockTime(sitting.startsAt, language)
        : `${shortDay(sitting.startsAt, language)}, ${clockTime(sitting.startsAt, language)}`,
      `${sitting.assessmentId}\u00a0· ${sitting.title}`,
      ...candidate,
      words.lasting(sitting),
      sitting.room
    ]
  });
  const rows =
    data.kind === 'candidate'
      ? data.sittings.map((sitting) => row(sitting))
      : data.sittings.map((sitting) =>
          row(sitting, `${sitting.candidateNumber}\u00a0· ${sitting.candidateName}`)
        );
  return {
    columns: [
      words.time,
      words.assessment,
      ...(data.kind === 'juror' ? [words.candidate] : []),
      words.duration,
      words.room
    ],
    rows: rows
      .toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime())
      .map(({ cells }) => cells),
    note: words.timesAreStarts
  };
}

function sections(data: ConvocationData, words: ConvocationWords) {
  const reach = ({ name, email, phone }: ConvocationContact) =>
    [name, email, phone].filter(Boolean).join(', ');
  const late = { title: words.lateTitle, lines: [words.late(reach(data.contact))] };
  if (data.kind === 'juror') return [{ title: words.dutiesTitle, lines: words.duties }, late];
  return [
    { title: words.bringTitle, lines: words.bring },
    ...(data.adaptations.length > 0
      ? [{ title: words.adaptationsTitle, lines: data.adaptations }]
      : []),
    {
      title: words.accessibilityTitle,
      lines: [words.accessibility(reach(data.accessibilityContact))]
    },
    late
  ];
}
