import { authorise, type Actor } from '#people';
import type { Ground } from '#platform/ground.ts';
import type { Language } from '#platform/language.ts';
import { ok, type Result } from '#platform/result.ts';
import { longDate } from '#platform/typography.ts';
import type { Wave } from '../surveys/model.ts';
import { surveyWords } from '../surveys/words.ts';
import { followUpMeasures, type AnswerLine, type FollowUpMeasure } from './follow-up.ts';
import {
  indicatorsOf,
  measures,
  type FollowedBreakdown,
  type FollowedLine,
  type Indicators,
  type Line
} from './model.ts';
import type { Shown } from './protect.ts';
import { readClosedSessions, readCounted, type ClosedSession } from './store.ts';
import { indicatorWords, type ToldBreakdown } from './words.ts';

/** A column of counts, or the share that one count is of another. */
export type NamedColumn = { label: string } & (
  { measure: string } | { part: string; whole: string }
);

/** A table as people read it. */
export interface NamedTable {
  id: string;
  title: string;
  /** Above the names of its lines. */
  head: string;
  columns: readonly NamedColumn[];
  rows: readonly { id: string; name: string; counts: Readonly<Record<string, Shown>> }[];
  /** The counts of all its lines together, where they add up. */
  total?: Readonly<Record<string, Shown>>;
}

export interface IndicatorBoard {
  sessions: number;
  total: Indicators['total'];
  tables: NamedTable[];
  /** What holders say; empty while nobody was asked. */
  followUp: NamedTable[];
}

const told: readonly ToldBreakdown[] = [
  'centre',
  'session',
  'year',
  'sex',
  'adaptation',
  'competence'
];
const followed: readonly Extract<FollowedBreakdown, ToldBreakdown>[] = [
  'centre',
  'session',
  'year'
];

/** The certification in figures, from its first session; for whoever reads the registry. */
export async function openIndicators(
  ground: Ground,
  actor: Actor | null,
  language: Language
): Promise<Result<IndicatorBoard>> {
  const allowed = authorise(actor, 'registry.read');
  if (!allowed.ok) return allowed;
  const sessions = await readClosedSessions(ground.db);
  const { total, tables, followUp } = indicatorsOf(await readCounted(ground.db, sessions));
  const name = namer(sessions, language);
  return ok({
    sessions: sessions.length,
    total,
    tables: told.map((breakdown) =>
      countTable(breakdown, tables[breakdown], total, name, language)
    ),
    followUp:
      followUp.total.length === 0
        ? []
        : [
            waveTable(followUp.total, language),
            answerTable(followUp.answers, followUp.total, language),
            ...followed.map((breakdown) =>
              followedTable(breakdown, followUp.tables[breakdown], name, language)
            )
          ]
  });
}

type Namer = (breakdown: ToldBreakdown, id: string) => string;

function countTable(
  breakdown: ToldBreakdown,
  lines: readonly Line[],
  total: Indicators['total'],
  name: Namer,
  language: Language
): NamedTable {
  const words = indicatorWords[language];
  const rate = { part: 'awarded', whole: 'presented', label: words.awardRate };
  return {
    id: breakdown,
    title: words.breakdowns[breakdown],
    head: words.heads[breakdown],
    columns:
      breakdown === 'competence'
        ? [
            { measure: 'presented', label: words.heard },
            { measure: 'awarded', label: words.holds }
          ]
        : [...measures.map((measure) => ({ measure, label: words.measures[measure] })), rate],
    rows: lines.map(({ id, counts }) => ({ id, name: name(breakdown, id), counts })),
    ...(breakdown !== 'competence' && { total })
  };
}

/** The counts of a survey, with who answers among the asked, and who works among them. */
const followUpColumns = (language: Language): NamedColumn[] => {
  const { measures: labels, answerRate, workRate } = indicatorWords[language].followUp;
  const count = (measure: FollowUpMeasure) => ({ measure, label: labels[measure] });
  return [
    count('asked'),
    count('answered'),
    { part: 'answered', whole: 'asked', label: answerRate },
    count('working'),
    { part: 'working', whole: 'answered', label: workRate },
    count('luxury'),
    count('useful')
  ];
};

function waveTable(lines: readonly FollowedLine[], language: Language): NamedTable {
  const words = indicatorWords[language].followUp;
  return {
    id: 'waves',
    title: words.title,
    head: words.waveHead,
    columns: followUpColumns(language),
    rows: lines.map(({ wave, counts }) => ({ id: String(wave), name: words.wave(wave), counts }))
  };
}

function answerTable(
  lines: readonly AnswerLine[],
  asked: readonly FollowedLine[],
  language: Language
): NamedTable {
  const words = indicatorWords[language].followUp;
  const { situations, usefulnesses } = surveyWords[language];
  const labels: Record<string, string> = { ...situations, ...usefulnesses };
  return {
    id: 'answers',
    title: words.answers,
    head: words.answer,
    columns: asked.map(({ wave }) => ({ measure: String(wave), label: words.wave(wave) })),
    rows: lines.map(({ id, counts }) => ({ id, name: labels[id] ?? id, counts }))
  };
}

function followedTable(
  breakdown: Extract<FollowedBreakdown, ToldBreakdown>,
  lines: readonly FollowedLine[],
  name: Namer,
  language: Language
): NamedTable {
  const words = indicatorWords[language];
  const named = (id: string, wave: Wave) => words.followUp.line(name(breakdown, id), wave);
  return {
    id: `followed-${breakdown}`,
    // Named apart from the tables of candidates, on the page as among a workbook’s sheets.
    title: words.followUp.by(words.breakdowns[breakdown]),
    head: words.heads[breakdown],
    columns: followUpColumns(language),
    rows: lines.map(({ id, wave, counts }) => ({
      id: `${id} ${wave}`,
      name: named(id, wave),
      counts
    }))
  };
}

/** What the ids of a breakdown are called. */
function namer(sessions: readonly ClosedSession[], language: Language): Namer {
  const words = indicatorWords[language];
  return (breakdown, id) => {
    if (breakdown === 'centre')
      return sessions.find(({ centreId }) => centreId === id)?.centreName ?? '';
    if (breakdown === 'session') {
      const found = sessions.find((each) => each.id === id);
      return found ? `${found.title}, ${longDate(found.day, language)}` : '';
    }
    if (breakdown === 'sex') return words.sexes[id as 'F' | 'M'];
    if (breakdown === 'adaptation') return words.adaptations[id as 'adapted' | 'plain'];
    return id;
  };
}

/** The counts that files carry, in order: of candidates, then of surveys. */
export const fileMeasures = [...measures, ...followUpMeasures] as const;
