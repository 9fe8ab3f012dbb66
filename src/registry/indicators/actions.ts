import { authorise, type Actor } from '#people';
import type { Ground } from '#platform/ground.ts';
import type { Language } from '#platform/language.ts';
import { ok, type Result } from '#platform/result.ts';
import { longDate } from '#platform/typography.ts';
import { breakdowns, indicatorsOf, type Breakdown, type Measure, type Shown } from './model.ts';
import { readClosedSessions, readCounted, type ClosedSession } from './store.ts';
import { indicatorWords } from './words.ts';

/** A table as people read it. */
export interface NamedTable {
  breakdown: Breakdown;
  title: string;
  /** Heads of the counts that it has. */
  columns: { measure: Measure; label: string }[];
  rows: { id: string; name: string; counts: Record<Measure, Shown> }[];
}

export interface IndicatorBoard {
  sessions: number;
  total: Record<Measure, Shown>;
  tables: NamedTable[];
}

/** The certification in figures, from its first session; for whoever reads the registry. */
export async function openIndicators(
  ground: Ground,
  actor: Actor | null,
  language: Language
): Promise<Result<IndicatorBoard>> {
  const allowed = authorise(actor, 'registry.read');
  if (!allowed.ok) return allowed;
  const sessions = await readClosedSessions(ground.db);
  const { total, tables } = indicatorsOf(await readCounted(ground.db, sessions));
  const words = indicatorWords[language];
  return ok({
    sessions: sessions.length,
    total,
    tables: breakdowns.map((breakdown) => ({
      breakdown,
      title: words.breakdowns[breakdown],
      columns:
        breakdown === 'competence'
          ? [
              { measure: 'presented', label: words.heard },
              { measure: 'awarded', label: words.holds }
            ]
          : (['enrolled', 'presented', 'awarded'] as const).map((measure) => ({
              measure,
              label: words.measures[measure]
            })),
      rows: tables[breakdown].map(({ id, counts }) => ({
        id,
        name: nameOf(breakdown, id, sessions, language),
        counts
      }))
    }))
  });
}

function nameOf(
  breakdown: Breakdown,
  id: string,
  sessions: readonly ClosedSession[],
  language: Language
): string {
  const words = indicatorWords[language];
  if (breakdown === 'centre')
    return sessions.find(({ centreId }) => centreId === id)?.centreName ?? '';
  if (breakdown === 'session') {
    const found = sessions.find((each) => each.id === id);
    return found ? `${found.title}, ${longDate(found.day, language)}` : '';
  }
  if (breakdown === 'sex') return words.sexes[id as 'F' | 'M'];
  if (breakdown === 'adaptation') return words.adaptations[id as 'adapted' | 'plain'];
  return id;
}
