/** How marking goes: who has handed in what. Counts and names only, never a level. */
import type { Actor } from '#people';
import { readHandIns, readPresences, readSessionMarks } from '#jury';
import { fullName, liveMembers, openFacts, type Panel, type SessionFacts } from '#session';
import type { Ground } from '#platform/ground.ts';
import { ok, type Result } from '#platform/result.ts';
import { controlBoard, type ControlBoard } from './control.ts';
import { awaitedSheets, type SessionMarks } from './dossier.ts';

/** A juror's share of the sheets of their panel. */
export interface JurorProgress {
  jurorId: string;
  name: string;
  /** Taken off the panel half-way: what was handed in stays. */
  removed: boolean;
  handedIn: number;
  due: number;
}

export interface PanelProgress {
  id: string;
  name: string;
  room: string;
  jurors: JurorProgress[];
}

/** A sheet, or a juror, that deliberation waits for. */
export interface AwaitedSheet {
  candidate: string;
  assessmentId: string;
  panel: string;
  why: 'begun' | 'awaited' | 'short-handed';
  /** Null when too few jurors are left. */
  juror: string | null;
}

export interface Following {
  panels: PanelProgress[];
  awaited: AwaitedSheet[];
  /** The day as it goes; null before and after it. */
  control: ControlBoard | null;
}

/** The state of marking, for whoever follows it. */
export async function followMarking(
  ground: Ground,
  actor: Actor | null,
  sessionId: string
): Promise<Result<Following>> {
  const opened = await openFacts(ground, actor, 'marking.follow', sessionId);
  if (!opened.ok) return opened;
  const facts = opened.value;
  const [observations, handIns, presences] = await Promise.all([
    readSessionMarks(ground.db, sessionId),
    readHandIns(ground.db, sessionId),
    readPresences(ground.db, sessionId)
  ]);
  const marks = { observations, handIns };
  return ok({
    ...following(facts, marks),
    control:
      facts.status === 'marking' ? controlBoard(facts, marks, presences, ground.clock.now()) : null
  });
}

/**
 * Each juror's sheets: handed in, of those due from them. An absent candidate's sheets are due from
 * nobody, nor are those of a candidate whom the juror is tied to.
 */
export function following(facts: SessionFacts, marks: SessionMarks): Omit<Following, 'control'> {
  const nameOf = new Map(facts.enrolments.map((each) => [each.id, fullName(each)]));
  const panelOf = new Map(facts.panels.map((panel) => [panel.id, panel]));
  return {
    panels: facts.panels.map((panel) => ({
      id: panel.id,
      name: panel.name,
      room: panel.room,
      jurors: panel.members
        .map((member) => ({
          jurorId: member.jurorId,
          name: member.name,
          removed: member.removed,
          ...countOf(facts, marks, panel, member.jurorId, member.removed)
        }))
        .filter(({ removed, handedIn }) => !removed || handedIn > 0)
    })),
    awaited: awaitedSheets(facts, marks).map((awaited) => {
      const panel = panelOf.get(awaited.sitting.panelId);
      const juror =
        awaited.why === 'short-handed'
          ? undefined
          : panel && liveMembers(panel).find(({ jurorId }) => jurorId === awaited.jurorId);
      return {
        candidate: nameOf.get(awaited.sitting.enrolmentId) ?? '',
        assessmentId: awaited.sitting.assessmentId,
        panel: panel?.name ?? '',
        why: awaited.why,
        juror: juror?.name ?? null
      };
    })
  };
}

function countOf(
  { sittings, enrolments, conflicts }: SessionFacts,
  { handIns }: SessionMarks,
  panel: Panel,
  jurorId: string,
  removed: boolean
): Pick<JurorProgress, 'handedIn' | 'due'> {
  const own = new Set(sittings.filter(({ panelId }) => panelId === panel.id).map(({ id }) => id));
  const mine = new Set(
    handIns
      .filter((each) => each.jurorId === jurorId && own.has(each.sittingId))
      .map(({ sittingId }) => sittingId)
  );
  if (removed) return { handedIn: mine.size, due: mine.size };
  const spared = new Set([
    ...enrolments.filter(({ present }) => present === false).map(({ id }) => id),
    ...conflicts
      .filter((each) => each.jurorId === jurorId && each.kind !== 'none')
      .map(({ enrolmentId }) => enrolmentId)
  ]);
  const due = sittings.filter(
    ({ id, panelId, enrolmentId }) =>
      panelId === panel.id && (mine.has(id) || !spared.has(enrolmentId))
  );
  return { handedIn: mine.size, due: due.length };
}
