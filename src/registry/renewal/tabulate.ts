/** The figures of a renewal file as tables: the page, the PDF and the workbook print the same ones. Pure. */
import { besideCode } from '#referential';
import type { Referential } from '#referential/model.ts';
import type { Language } from '#platform/language.ts';
import { longDate } from '#platform/typography.ts';
import { indicatorWords } from '../indicators/words.ts';
import type { FollowUpMeasure } from '../indicators/follow-up.ts';
import type { Measure } from '../indicators/model.ts';
import type { Shown } from '../indicators/protect.ts';
import { shareOf } from '../indicators/share.ts';
import type { Renewal } from './actions.ts';
import type { Changes } from './model.ts';
import { renewalWords } from './words.ts';

/** A cell: words, a count, or a share between 0 and 1; null where it may not be shown. */
export type RenewalCell = string | number | null;

export interface RenewalColumn {
  label: string;
  kind: 'text' | 'count' | 'share';
}

export interface RenewalTable {
  id:
    | 'promotions'
    | 'years'
    | 'surveys'
    | 'promotion-surveys'
    | 'partners'
    | 'visits'
    | 'referentials'
    | 'juries'
    | 'accessibility';
  title: string;
  columns: RenewalColumn[];
  rows: RenewalCell[][];
  /** Said in its place when it has no line. */
  none: string;
}

const text = (label: string): RenewalColumn => ({ label, kind: 'text' });
const count = (label: string): RenewalColumn => ({ label, kind: 'count' });
const share = (label: string): RenewalColumn => ({ label, kind: 'share' });

export type RenewalTables = Record<RenewalTable['id'], RenewalTable>;

/** Every table of the file, in a language. */
export function renewalTables({ figures }: Renewal, language: Language): RenewalTables {
  const words = renewalWords[language];
  const { measures, awardRate, adaptations, followUp } = indicatorWords[language];
  const day = (date: string) => longDate(date, language);
  const counts = [
    count(measures.enrolled),
    count(measures.presented),
    count(measures.awarded),
    share(awardRate)
  ];
  const answers = [
    count(followUp.measures.asked),
    count(followUp.measures.answered),
    share(followUp.answerRate),
    count(followUp.measures.working),
    share(followUp.workRate),
    count(followUp.measures.luxury),
    count(followUp.measures.useful)
  ];
  const table = (
    id: RenewalTable['id'],
    title: string,
    columns: RenewalColumn[],
    rows: RenewalCell[][],
    none = words.none
  ): RenewalTable => ({ id, title, columns, rows, none });
  const { promotions, years, total, surveys, centres, versions, juries, accessibility } = figures;
  const titles = new Map(
    promotions.map(({ id, title, centreName }) => [id, `${title}, ${centreName}`])
  );
  const tables = [
    table(
      'promotions',
      words.promotions,
      [text(words.promotion), text(words.day), text(words.centre), ...counts],
      promotions.map((each) => [
        each.title,
        day(each.day),
        each.centreName,
        ...countsOf(each.counts)
      ])
    ),
    table(
      'years',
      words.years,
      [text(words.year), ...counts],
      [
        ...years.map(({ id, counts: line }) => [id, ...countsOf(line)]),
        ...(years.length > 0 ? [[words.total, ...countsOf(total)]] : [])
      ]
    ),
    table(
      'surveys',
      words.surveys,
      [text(followUp.waveHead), ...answers],
      surveys.map(({ wave, counts: line }) => [followUp.wave(wave), ...answersOf(line)]),
      words.surveyNone
    ),
    table(
      'promotion-surveys',
      words.surveysByPromotion,
      [text(words.promotion), text(followUp.waveHead), ...answers],
      promotions.flatMap(({ id, surveys: waves }) =>
        waves.map(({ wave, counts: line }) => [
          titles.get(id) ?? '',
          followUp.wave(wave),
          ...answersOf(line)
        ])
      ),
      words.surveyNone
    ),
    table(
      'partners',
      words.partners,
      [
        text(words.centre),
        text(words.habilitatedFrom),
        text(words.habilitatedUntil),
        text(words.suspended),
        count(words.sessions),
        ...counts
      ],
      centres.map(({ partner, sessions, counts: line }) => [
        `${partner.name}, ${partner.city}`,
        day(partner.habilitatedFrom),
        partner.habilitatedUntil ? day(partner.habilitatedUntil) : words.open,
        partner.suspensions
          .map(({ startsOn, liftedOn }) =>
            words.suspension(day(startsOn), liftedOn ? day(liftedOn) : null)
          )
          .join('\n'),
        sessions,
        ...countsOf(line)
      ])
    ),
    table(
      'visits',
      words.visits,
      [
        text(words.centre),
        text(words.day),
        text(words.visitor),
        text(words.conclusion),
        text(words.findings)
      ],
      centres.flatMap(({ partner }) =>
        partner.visits.map((visit) => [
          partner.name,
          day(visit.day),
          visit.visitor,
          words.conclusions[visit.conclusion],
          visit.findings
        ])
      ),
      words.visitNone
    ),
    table(
      'referentials',
      words.versionsOfReferential,
      [
        text(words.identity.referential),
        text(words.firstUse),
        count(words.identity.competences),
        count(words.identity.criteria),
        count(words.identity.assessments),
        count(words.usedIn),
        text(words.changes)
      ],
      versions.map(({ referential, storedAt, sessionIds, changes }) => [
        besideCode(referential.code, referential.version),
        longDate(storedAt, language),
        referential.competences.length,
        criteriaCount(referential),
        referential.assessments.length,
        sessionIds.length,
        changesInWords(changes, language)
      ])
    ),
    table(
      'juries',
      words.juries,
      [
        text(words.promotion),
        text(words.day),
        count(words.panels),
        count(words.jurors),
        text(words.president),
        count(words.declarations),
        count(words.ties)
      ],
      juries.map(({ sessionId, day: on, panels, jurors, presidentId, declarations, ties }) => [
        titles.get(sessionId) ?? '',
        day(on),
        panels,
        jurors.length,
        presidentId && jurors.includes(presidentId) ? words.presidentSat : words.presidentNone,
        declarations,
        ties
      ])
    ),
    table(
      'accessibility',
      words.accessibility,
      [text(words.candidates), ...counts],
      promotions.length === 0
        ? []
        : (['adapted', 'plain'] as const).map((each) => [
            adaptations[each],
            ...countsOf(accessibility[each])
          ])
    )
  ];
  return Object.fromEntries(tables.map((each) => [each.id, each])) as RenewalTables;
}

const countsOf = ({ enrolled, presented, awarded }: Record<Measure, Shown>): RenewalCell[] => [
  enrolled,
  presented,
  awarded,
  shareOf(awarded, presented)
];

const answersOf = ({
  asked,
  answered,
  working,
  luxury,
  useful
}: Record<FollowUpMeasure, Shown>): RenewalCell[] => [
  asked,
  answered,
  shareOf(answered, asked),
  working,
  shareOf(working, answered),
  luxury,
  useful
];

/** Criteria of a référentiel, each once however many assessments look at it. */
export const criteriaCount = ({ competences }: Referential): number =>
  competences.reduce((sum, { criteria }) => sum + criteria.length, 0);

function changesInWords(changes: Changes | null, language: Language): string {
  const words = renewalWords[language];
  if (!changes) return words.firstVersion;
  const told = (['added', 'removed', 'reworded'] as const).flatMap((kind) =>
    changes[kind].length > 0 ? [`${words.changed[kind]}\u00a0: ${changes[kind].join(', ')}`] : []
  );
  return told.length > 0 ? told.join('\n') : words.noChange;
}
