/** The minutes of a session as its screen shows them: what was sealed, in words, and who has signed. */
import type { Actor } from '#people';
import { fullName, openFacts, rollCallInWords, rollCallOf, type SessionFacts } from '#session';
import type { Ground } from '#platform/ground.ts';
import type { Phrase } from '#platform/language.ts';
import { ok, type Result } from '#platform/result.ts';
import type { BoardCell } from './board.ts';
import { asMinutesDecision } from './decisions.ts';
import {
  draftMinutes,
  saysTheSame,
  signersOf,
  type MinutesCandidate,
  type MinutesDecision
} from './minutes.ts';
import { computeResults } from './results.ts';
import { namesOf, readMinutes, readSignatures, type MinutesRow } from './store.ts';

export interface MinutesView {
  status: SessionFacts['status'];
  versions: { version: number; reason: string | null; drawnUpAt: Date }[];
  /** The version that was asked for, or the newest; null while there is none. */
  shown: ShownMinutes | null;
  /**
   * Whether a version can be drawn up now: « pending » while results are not settled, « same » when
   * the newest version already says it all, « new » when it would be the first, « changed » after it.
   */
  draft: 'pending' | 'same' | 'new' | 'changed';
  /** How this person stands before the newest version. */
  signature: 'to-sign' | 'signed' | 'none';
}

export interface ShownMinutes {
  version: number;
  isLatest: boolean;
  reason: string | null;
  hash: string;
  drawnUpAt: Date;
  drawnUpBy: string;
  place: string;
  day: string;
  lastDay: string;
  members: {
    name: string;
    panel: string;
    room: string;
    president: boolean;
    present: boolean | null;
  }[];
  /** The roll call in words; null in minutes made before attendance was told as it was noted. */
  rollCall: Phrase | null;
  lines: {
    enrolmentId: string;
    number: number;
    name: string;
    outcome: MinutesCandidate['outcome'];
    cells: BoardCell[];
  }[];
  decisions: (MinutesDecision & { candidate: string })[];
  incidents: { at: Date; candidate: string | null; description: string }[];
  signatures: { name: string; president: boolean; at: Date | null }[];
}

/** The minutes, for the jurors of the session and those who look after it. */
export async function openMinutes(
  ground: Ground,
  actor: Actor | null,
  sessionId: string,
  version?: number
): Promise<Result<MinutesView>> {
  const opened = await openFacts(ground, actor, 'minutes.read', sessionId);
  if (!opened.ok) return opened;
  const facts = opened.value;
  const versions = await readMinutes(ground.db, facts.id);
  const [latest] = versions;
  const shown = versions.find((each) => each.version === version) ?? latest;
  return ok({
    status: facts.status,
    versions: versions.map((each) => ({
      version: each.version,
      reason: each.reason,
      drawnUpAt: each.drawnUpAt
    })),
    shown: shown ? await showMinutes(ground, facts, shown, shown === latest) : null,
    draft: await draftState(ground, facts, latest),
    signature: await signatureOf(ground, actor, latest)
  });
}

async function draftState(
  ground: Ground,
  facts: SessionFacts,
  latest: MinutesRow | undefined
): Promise<MinutesView['draft']> {
  if (facts.status !== 'deliberating' && facts.status !== 'closed') return 'pending';
  const { results, decisions } = await computeResults(ground.db, facts);
  if ([...results.values()].some(({ outcome }) => outcome === 'pending')) return 'pending';
  if (!latest) return 'new';
  const draft = draftMinutes(facts, results, decisions.map(asMinutesDecision));
  return saysTheSame(draft, latest.hash) ? 'same' : 'changed';
}

async function signatureOf(
  ground: Ground,
  actor: Actor | null,
  latest: MinutesRow | undefined
): Promise<MinutesView['signature']> {
  if (!actor || !latest || !signersOf(latest.document).includes(actor.userId)) return 'none';
  const signed = await readSignatures(ground.db, latest.id);
  return signed.some(({ jurorId }) => jurorId === actor.userId) ? 'signed' : 'to-sign';
}

/** One version in words: names for its ids, and the signatures it has now. */
export async function showMinutes(
  ground: Ground,
  facts: SessionFacts,
  row: MinutesRow,
  isLatest: boolean
): Promise<ShownMinutes> {
  const { document } = row;
  const members = document.panels.flatMap(({ jurors, ...panel }) =>
    jurors.map((juror) => ({ ...juror, panel: panel.name, room: panel.room }))
  );
  const names = await namesOf(ground.db, [...members.map(({ id }) => id), row.drawnUpBy]);
  const nameOf = (id: string) => names.get(id) ?? '–';
  const candidates = new Map(facts.enrolments.map((each) => [each.id as string, fullName(each)]));
  const signed = new Map(
    (await readSignatures(ground.db, row.id)).map((each) => [each.jurorId, each] as const)
  );
  return {
    version: row.version,
    isLatest,
    reason: row.reason,
    hash: row.hash,
    drawnUpAt: row.drawnUpAt,
    drawnUpBy: nameOf(row.drawnUpBy),
    place: `${facts.centre.name}, ${document.session.place}`,
    day: document.session.day,
    lastDay: document.session.lastDay ?? document.session.day,
    members: members.map(({ id, panel, room, present }) => ({
      name: nameOf(id),
      panel,
      room,
      president: id === document.presidentId,
      present
    })),
    rollCall: document.attendance ? rollCallInWords(rollCallOf(document.candidates)) : null,
    lines: document.candidates.map(({ enrolmentId, number, outcome, competences }) => ({
      enrolmentId,
      number,
      name: candidates.get(enrolmentId) ?? '–',
      outcome,
      cells: competences
    })),
    decisions: document.decisions.map((decision) => ({
      ...decision,
      candidate: candidates.get(decision.enrolmentId) ?? '–'
    })),
    incidents: document.incidents.map(({ at, enrolmentId, description }) => ({
      at: new Date(at),
      candidate: enrolmentId ? (candidates.get(enrolmentId) ?? null) : null,
      description
    })),
    signatures: signersOf(document).map((id) => ({
      name: signed.get(id)?.name ?? nameOf(id),
      president: id === document.presidentId,
      at: signed.get(id)?.signedAt ?? null
    }))
  };
}
