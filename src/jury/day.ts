/** What a juror sees of their sessions: the line of the day, and the candidates to declare ties with. */
import { authorise, type Actor } from '#people';
import { findAssessment, type AssessmentId, type Referential } from '#referential';
import {
  adaptationName,
  fullName,
  listSessionsOfJuror,
  liveMembers,
  readSessionFacts,
  unknownSession,
  type Adaptation,
  type ConflictKind,
  type Enrolment,
  type EnrolmentId,
  type SessionFacts,
  type SessionId,
  type SessionStatus,
  type Sitting,
  type SittingId
} from '#session';
import type { Ground } from '#platform/ground.ts';
import type { Phrase } from '#platform/language.ts';
import { ok, type Result } from '#platform/result.ts';
import type { SheetState } from './marks.ts';
import { sheetLines } from './model.ts';
import { readOwnSheets } from './store.ts';

/** What is done for a candidate, in words that never say why. */
export interface AdaptationWords {
  name: Phrase;
  /** Written by the officer for the panel, in French. */
  instruction: string;
}

/** One candidate before the juror's panel, on the juror's line of the day. */
export interface DaySitting {
  id: SittingId;
  /** When the candidate begins to prepare, or to write. */
  startsAt: Date;
  /** When the panel is wanted: the oral, or the writing. */
  panelAt: Date;
  endsAt: Date;
  candidate: { number: number; name: string; present: boolean | null };
  assessment: { id: string; title: string };
  room: string;
  adaptations: AdaptationWords[];
  state: SheetState;
  marked: number;
  criteria: number;
  /** The juror declared a tie: another panel hears this candidate. */
  tied: boolean;
}

/** A session in which the person is a live juror. */
export interface JurorSession {
  id: SessionId;
  title: string;
  day: string;
  lastDay: string;
  place: string;
  status: SessionStatus;
  presides: boolean;
  panel: { name: string; room: string; colleagues: string[] };
  /** Candidates of whom the juror has said nothing yet. */
  undeclared: number;
  sittings: DaySitting[];
}

/** The sessions of a juror that are not closed, next first, each with its line of the day; and the closed. */
export async function readJurorDay(
  ground: Ground,
  actor: Actor | null
): Promise<Result<{ open: JurorSession[]; closed: { id: string; title: string; day: string }[] }>> {
  const allowed = authorise(actor, 'marking.write');
  if (!allowed.ok) return allowed;
  const jurorId = allowed.value.userId;
  const sessions = await listSessionsOfJuror(ground.db, jurorId);
  const open: JurorSession[] = [];
  for (const { id } of sessions.filter(({ status }) => status !== 'closed').reverse()) {
    const facts = await readSessionFacts(ground.db, id);
    if (facts) open.push(jurorSession(facts, jurorId, await readOwnSheets(ground.db, id, jurorId)));
  }
  return ok({
    open,
    closed: sessions
      .filter(({ status }) => status === 'closed')
      .map(({ id, title, day }) => ({ id, title, day }))
  });
}

type OwnSheets = Awaited<ReturnType<typeof readOwnSheets>>;

function jurorSession(facts: SessionFacts, jurorId: string, sheets: OwnSheets): JurorSession {
  const panel = facts.panels.find((each) => sitsOn(each, jurorId));
  return {
    id: facts.id,
    title: facts.title,
    day: facts.day,
    lastDay: facts.lastDay,
    place: facts.place,
    status: facts.status,
    presides: facts.presidentId === jurorId,
    panel: {
      name: panel?.name ?? '',
      room: panel?.room ?? '',
      colleagues: panel
        ? liveMembers(panel)
            .filter((member) => member.jurorId !== jurorId)
            .map(({ name }) => name)
        : []
    },
    undeclared: declarationsOf(facts, jurorId).filter(({ kind }) => kind === null).length,
    sittings: facts.sittings
      .filter(({ panelId }) => panelId === panel?.id)
      .flatMap((sitting) => daySitting(facts, sitting, jurorId, sheets))
  };
}

const sitsOn = (panel: SessionFacts['panels'][number], jurorId: string): boolean =>
  liveMembers(panel).some((member) => member.jurorId === jurorId);

function daySitting(
  facts: SessionFacts,
  sitting: Sitting,
  jurorId: string,
  sheets: OwnSheets
): DaySitting[] {
  const enrolment = facts.enrolments.find(({ id }) => id === sitting.enrolmentId);
  if (!enrolment) return [];
  const assessmentId = sitting.assessmentId as AssessmentId;
  const sheet = sheets.get(sitting.id);
  const panelAt = sitting.startsAt.getTime() + sitting.preparationMinutes * 60_000;
  return [
    {
      id: sitting.id,
      startsAt: sitting.startsAt,
      panelAt: new Date(panelAt),
      endsAt: new Date(panelAt + sitting.performanceMinutes * 60_000),
      candidate: {
        number: enrolment.number,
        name: fullName(enrolment),
        present: enrolment.present
      },
      assessment: assessmentOf(facts.referential, assessmentId),
      room: facts.panels.find(({ id }) => id === sitting.panelId)?.room ?? '',
      adaptations: enrolment.adaptations.map(adaptationWords),
      state: sheet?.state ?? 'untouched',
      marked: sheet?.marked ?? 0,
      criteria: sheetLines(facts.referential, assessmentId).criterionIds.length,
      tied: isTied(facts, jurorId, enrolment)
    }
  ];
}

const isTied = (facts: SessionFacts, jurorId: string, { id }: Enrolment): boolean =>
  facts.conflicts.some(
    (each) => each.jurorId === jurorId && each.enrolmentId === id && each.kind !== 'none'
  );

const adaptationWords = (adaptation: Adaptation): AdaptationWords => ({
  name: adaptationName(adaptation),
  instruction: adaptation.instruction
});

const assessmentOf = (referential: Referential, id: AssessmentId) => ({
  id,
  title: findAssessment(referential, id)?.title ?? ''
});

/** A candidate of a juror's session, and what the juror said of them so far. */
export interface Declaration {
  enrolmentId: EnrolmentId;
  number: number;
  name: string;
  kind: ConflictKind | null;
}

function declarationsOf(facts: SessionFacts, jurorId: string): Declaration[] {
  const said = new Map(
    facts.conflicts
      .filter((each) => each.jurorId === jurorId)
      .map(({ enrolmentId, kind }) => [enrolmentId, kind])
  );
  return facts.enrolments.map((enrolment) => ({
    enrolmentId: enrolment.id,
    number: enrolment.number,
    name: fullName(enrolment),
    kind: said.get(enrolment.id) ?? null
  }));
}

/** The candidates on whom a juror must give their word, in a session where they sit. */
export async function readDeclarations(
  ground: Ground,
  actor: Actor | null,
  sessionId: string
): Promise<
  Result<{
    session: Pick<SessionFacts, 'id' | 'title' | 'day' | 'status'>;
    candidates: Declaration[];
  }>
> {
  const allowed = authorise(actor, 'conflict.declare');
  if (!allowed.ok) return allowed;
  const jurorId = allowed.value.userId;
  const facts = await readSessionFacts(ground.db, sessionId);
  if (!facts?.panels.some((panel) => sitsOn(panel, jurorId))) return unknownSession();
  const { id, title, day, status } = facts;
  return ok({
    session: { id, title, day, status },
    candidates: declarationsOf(facts, jurorId)
  });
}
