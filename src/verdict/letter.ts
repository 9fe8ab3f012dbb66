import type { Language } from '#platform/language.ts';
import { besideCode } from '#referential';
import { typeset, type PdfStandard } from '#platform/typeset/index.ts';
import { longDate } from '#platform/typography.ts';
import type { CompetenceFeedback } from './feedback.ts';
import { letterWords } from './letter-words.ts';
import { letterTemplate } from './letter.typ.ts';

/** What the result letter of a candidate says. */
export interface LetterData {
  name: string;
  candidateNumber: number;
  certifierName: string;
  certificationTitle: string;
  certificationCode: string;
  sessionTitle: string;
  /** Day of the deliberation, YYYY-MM-DD. */
  decidedOn: string;
  /** Day of the letter. */
  madeAt: Date;
  outcome:
    | { kind: 'awarded'; certificateNumber: string; verifyUrl: string }
    | {
        kind: 'refused';
        /** Last day on which validated competences still count, YYYY-MM-DD. */
        keptUntil: string;
      };
  /** In official order, with the statements of the official text. */
  competences: readonly (CompetenceFeedback & { statement: string })[];
  /** Where to write, in one line: to re-sit, to see the file, to appeal. */
  contact: string;
  /** Days to appeal from the receipt of the letter. */
  appealDays: number;
  language?: Language;
}

/** The result letter of a candidate, A4 portrait; PDF/UA unless told otherwise. */
export function letterPdf(data: LetterData, standard: PdfStandard = 'ua-1'): Uint8Array {
  const language = data.language ?? 'fr';
  const words = letterWords[language];
  const { outcome } = data;
  const content = {
    words,
    certification: besideCode(data.certificationCode, longDate(data.madeAt, language)),
    name: data.name,
    number: words.number(data.candidateNumber),
    heading: outcome.kind === 'awarded' ? words.awardedHeading : words.refusedHeading,
    opening: opening(data, language),
    sections: sections(data, language),
    competences: data.competences.map((competence) => ({
      ...competence,
      validated: holds(competence),
      verdict: words.states[competence.state]
    }))
  };
  return typeset(letterTemplate, content, {
    title: `${content.heading} – ${data.name}`,
    running: data.sessionTitle,
    language,
    standard,
    issuer: data.certifierName,
    madeAt: data.madeAt
  });
}

const holds = ({ state }: CompetenceFeedback) => state === 'validated' || state === 'kept';

function opening({ outcome, competences, ...data }: LetterData, language: Language): string[] {
  const words = letterWords[language];
  const day = longDate(data.decidedOn, language);
  return outcome.kind === 'awarded'
    ? [
        words.awarded(data.certificationTitle, day),
        words.certificate(outcome.certificateNumber, outcome.verifyUrl)
      ]
    : [
        words.refused(data.certificationTitle, day),
        words.counted(competences.filter(holds).length, competences.length)
      ];
}

function sections({ outcome, competences, ...data }: LetterData, language: Language) {
  const words = letterWords[language];
  const list = new Intl.ListFormat(language, { type: 'conjunction' });
  const idsOf = (held: boolean) =>
    list.format(competences.filter((each) => holds(each) === held).map(({ id }) => id));
  const appeal = {
    title: words.appealTitle,
    lines: [words.appeal(data.appealDays, data.contact)]
  };
  if (outcome.kind === 'awarded') return [appeal];
  const kept = competences.some(holds)
    ? [words.kept(idsOf(true), longDate(outcome.keptUntil, language))]
    : [];
  return [
    { title: words.nextTitle, lines: [...kept, words.resit(idsOf(false), data.contact)] },
    appeal
  ];
}
