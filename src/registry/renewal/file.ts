/** The renewal file in figures: what the indicators show, over a period of whole years. Pure. */
import {
  measures,
  type FollowedLine,
  type Indicators,
  type Line,
  type Measure
} from '../indicators/model.ts';
import { followUpMeasures, type FollowUpMeasure } from '../indicators/follow-up.ts';
import { smallest, type Shown } from '../indicators/protect.ts';
import type { ClosedSession } from '../indicators/store.ts';
import { waves, type Wave } from '../surveys/model.ts';
import { changesBetween, inPeriod, sumLines, type Changes, type Period } from './model.ts';
import type { Jury, Partner, UsedReferential } from './store.ts';

type Counts = Record<Measure, Shown>;
type Answers = Record<FollowUpMeasure, Shown>;

/** One session whose results are signed: « promotion » in the words of France compétences. */
export interface Promotion {
  id: string;
  title: string;
  /** YYYY-MM-DD */
  day: string;
  centreName: string;
  counts: Counts;
  surveys: { wave: Wave; counts: Answers }[];
}

export interface RenewalFigures {
  period: Period;
  promotions: Promotion[];
  years: Line[];
  total: Counts;
  surveys: { wave: Wave; counts: Answers }[];
  centres: {
    partner: Partner;
    sessions: number;
    counts: Counts;
  }[];
  /** Each version used, and what it changed of the one before. */
  versions: (UsedReferential & { changes: Changes | null })[];
  juries: (Omit<Jury, 'ties'> & { title: string; day: string; ties: Shown })[];
  /** Different people who sat over the period, and who presided. */
  jurors: { people: number; presidents: number };
  accessibility: { adapted: Counts; plain: Counts };
}

/** What the figures are made from. */
export interface RenewalFacts {
  sessions: readonly ClosedSession[];
  indicators: Indicators;
  partners: readonly Partner[];
  referentials: readonly UsedReferential[];
  juries: readonly Jury[];
}

/** Every sum is a sum of counts that the indicators show: it tells nothing that they hide. */
export function renewalFigures(facts: RenewalFacts, period: Period): RenewalFigures {
  const { indicators, partners, referentials } = facts;
  const { tables, followUp } = indicators;
  const sessions = facts.sessions.filter(({ day }) => inPeriod(period, day));
  const years = tables.year.filter(({ id }) => inPeriod(period, id));
  const lineOf = (lines: readonly Line[], id: string): Counts =>
    lines.find((line) => line.id === id)?.counts ?? {
      enrolled: null,
      presented: null,
      awarded: null
    };
  /** Of a breakdown crossed with years, one group over the period. */
  const over = (lines: readonly Line[], group: string): Counts =>
    sumLines(
      lines.filter(({ id }) => years.some((year) => id === `${group} ${year.id}`)).map(countsOf),
      measures
    );
  const juries = facts.juries.filter(({ sessionId }) =>
    sessions.some(({ id }) => id === sessionId)
  );
  return {
    period,
    promotions: sessions.map(({ id, title, day, centreName }) => ({
      id,
      title,
      day,
      centreName,
      counts: lineOf(tables.session, id),
      surveys: followUp.tables.session.filter((line) => line.id === id).map(waveOf)
    })),
    years,
    total: sumLines(years.map(countsOf), measures),
    surveys: waves.flatMap((wave) => {
      const asked = followUp.tables.year.filter(
        (line) => line.wave === wave && inPeriod(period, line.id)
      );
      return asked.length === 0
        ? []
        : [
            {
              wave,
              counts: sumLines(
                asked.map(({ counts }) => counts),
                followUpMeasures
              )
            }
          ];
    }),
    centres: partners.map((partner) => ({
      partner: {
        ...partner,
        visits: partner.visits.filter(({ day }) => inPeriod(period, day)),
        suspensions: partner.suspensions.filter(
          ({ startsOn, liftedOn }) =>
            Number(startsOn.slice(0, 4)) <= period.until &&
            (liftedOn === null || Number(liftedOn.slice(0, 4)) >= period.from)
        )
      },
      sessions: sessions.filter(({ centreId }) => centreId === partner.id).length,
      counts: over(tables['centre-year'], partner.id)
    })),
    versions: withChanges(referentials, sessions),
    juries: juries.map((jury) => {
      const session = sessions.find(({ id }) => id === jury.sessionId);
      return {
        ...jury,
        title: session?.title ?? '',
        day: session?.day ?? '',
        ties: jury.ties > 0 && jury.ties < smallest ? null : jury.ties
      };
    }),
    jurors: {
      people: new Set(juries.flatMap(({ jurors }) => jurors)).size,
      presidents: new Set(juries.flatMap(({ presidentId }) => presidentId ?? [])).size
    },
    accessibility: {
      adapted: over(tables['adaptation-year'], 'adapted'),
      plain: over(tables['adaptation-year'], 'plain')
    }
  };
}

const countsOf = ({ counts }: Line): Counts => counts;

const waveOf = ({ wave, counts }: FollowedLine) => ({ wave, counts });

/** The versions that the period’s sessions used, each with what it changed. */
const withChanges = (
  referentials: readonly UsedReferential[],
  sessions: readonly ClosedSession[]
): RenewalFigures['versions'] =>
  referentials
    .map((used) => ({
      ...used,
      sessionIds: used.sessionIds.filter((id) => sessions.some((session) => session.id === id))
    }))
    .filter(({ sessionIds }) => sessionIds.length > 0)
    .map((used) => {
      const before = referentials[referentials.findIndex(({ id }) => id === used.id) - 1];
      return {
        ...used,
        changes: before ? changesBetween(before.referential, used.referential) : null
      };
    });
