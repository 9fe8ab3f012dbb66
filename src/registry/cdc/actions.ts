/** Telling the Caisse des Dépôts of a session’s holders, and reading what it answers. */
import { readSender, unknownSender, type Actor, type Sender } from '#people';
import {
  fullName,
  identityGaps,
  lockSession,
  onSession,
  openFacts,
  undoOnRefusal,
  unknownSession
} from '#session';
import { addMonths } from '#verdict';
import { sha256 } from '#platform/canonical.ts';
import type { Database } from '#platform/database.ts';
import type { Ground } from '#platform/ground.ts';
import { isId, newId } from '#platform/ids.ts';
import type { Phrase } from '#platform/language.ts';
import { appendToLedger, lockLedger, type LedgerFact } from '#platform/ledger.ts';
import { ok, refuse, type Result } from '#platform/result.ts';
import { adviceOn } from './advice.ts';
import { flux } from './flux.ts';
import type { Passage } from './passage.ts';
import { parseReceipt, type Receipt } from './receipt.ts';
import { insertAnswers, insertReceipt } from './receipt-store.ts';
import { inFile, onPortal, standingOf, type Standing } from './standing.ts';
import {
  countPassages,
  digestOf,
  findBatch,
  insertBatch,
  insertTransmissions,
  passagesOf,
  readBatches,
  readEnrolled,
  readSaid,
  transmissionsOf,
  type BatchRow,
  type SaidRow,
  type ToSay
} from './store.ts';

/** One candidate on the registry’s screen. */
export interface RegistryLine {
  enrolmentId: string;
  number: number;
  name: string;
  standing: Standing;
  /** What is to be told, as it will be told; null where no award is in force. */
  passage: Passage | null;
  /** The last day to declare the award, YYYY-MM-DD. */
  declareBefore: string | null;
  /** What is missing in the identity. */
  gaps: Phrase[];
  /** What the Caisse said when it refused, and what to do. */
  refusal: { words: string; advice: Phrase } | null;
}

export interface RegistryBoard {
  sender: Sender | null;
  lines: RegistryLine[];
  batches: (BatchRow & { accepted: number; refused: number })[];
}

/** A certifying body declares its holders within three months of the award. */
const monthsToDeclare = 3;

/** Most passages that one file may hold, by the Caisse’s own notice. */
const mostPassages = 200_000;

/** Where a session’s awards stand with the Caisse, for whoever reads the registry. */
export async function sessionRegistry(
  ground: Ground,
  actor: Actor | null,
  sessionId: string
): Promise<Result<RegistryBoard>> {
  const facts = await openFacts(ground, actor, 'registry.read', sessionId);
  if (!facts.ok) return facts;
  const settings = await readSender(ground.db);
  if (!settings.ok) return settings;
  const { lines, said } = await readLines(ground.db, sessionId, facts.value.day, ground);
  const all = [...said.values()].flat();
  const count = (batchId: string, accepted: boolean) =>
    all.filter((each) => each.batchId === batchId && each.accepted === accepted).length;
  const batches = (await readBatches(ground.db, sessionId)).map((batch) => ({
    ...batch,
    accepted: count(batch.id, true),
    refused: count(batch.id, false)
  }));
  return ok({ sender: settings.value.sender, lines, batches });
}

async function readLines(
  db: Database,
  sessionId: string,
  day: string,
  { config }: Ground
): Promise<{ lines: RegistryLine[]; said: Map<string, SaidRow[]> }> {
  const enrolled = await readEnrolled(db, sessionId, config.publicUrl);
  const said = await readSaid(db, sessionId);
  const lines = enrolled.map(({ enrolmentId, number, identity, passage }): RegistryLine => {
    const gaps = passage ? identityGaps(identity, day) : [];
    const truth = passage && { digest: digestOf(passage), complete: gaps.length === 0 };
    const before = said.get(enrolmentId) ?? [];
    const standing = standingOf(truth, before);
    const words = before.at(-1)?.words ?? null;
    const refusal = standing === 'refused' && words ? { words, advice: adviceOn(words) } : null;
    return {
      enrolmentId,
      number,
      name: fullName(identity),
      standing,
      passage,
      declareBefore: passage && addMonths(passage.validFrom, monthsToDeclare),
      gaps,
      refusal
    };
  });
  return { lines, said };
}

/** A file that was made, or made before when there was nothing new to say. */
export interface MadeBatch {
  batchId: string;
  passages: number;
  repeated: boolean;
}

/**
 * Makes the file of what the Caisse has not been told of a session: awards, and corrections of what
 * it refused. Nothing is told twice: asked again, it hands back the file that was made last.
 * @param again enrolments whose refused passage is sent again unchanged
 */
export function makeBatch(
  ground: Ground,
  actor: Actor | null,
  sessionId: string,
  again: readonly string[] = []
): Promise<Result<MadeBatch>> {
  return onSession(
    ground,
    actor,
    'registry.manage',
    sessionId,
    ['closed'],
    async (tx, { id, day }, { userId }) => prepare(tx, ground, { id, day }, userId, again)
  );
}

/** The same, asked by whoever runs the command line. */
export function makeBatchByHand(ground: Ground, sessionId: string): Promise<Result<MadeBatch>> {
  return undoOnRefusal(ground, async (tx) => {
    const session = isId(sessionId) ? await lockSession(tx, sessionId) : undefined;
    if (!session) return unknownSession();
    return prepare(tx, ground, session, 'system', []);
  });
}

async function prepare(
  tx: Database,
  ground: Ground,
  session: { id: string; day: string },
  by: string,
  again: readonly string[]
): Promise<Result<MadeBatch>> {
  const settings = await readSender(tx);
  if (!settings.ok) return settings;
  const { sender } = settings.value;
  if (!sender) return unknownSender();
  // Held until the end: what was said of these awards is read after whoever else was saying it.
  await lockLedger(tx);
  const { lines, said } = await readLines(tx, session.id, session.day, ground);
  const toSay = lines.flatMap(({ enrolmentId, standing, passage }) => {
    const resent = standing === 'refused' && again.includes(enrolmentId);
    const action = resent ? 'correct' : inFile(standing);
    const round = said.get(enrolmentId)?.length ?? 0;
    return action && passage ? [{ id: newId(), enrolmentId, action, round, passage }] : [];
  });
  if (toSay.length > mostPassages) return tooMany();
  const batch = toSay.length === 0 ? (await readBatches(tx, session.id))[0] : undefined;
  if (batch) return ok({ batchId: batch.id, passages: batch.passages, repeated: true });
  if (toSay.length === 0) return nothingToSay(lines);
  const now = ground.clock.now();
  const batchId = newId();
  const placed = toSay.map((each, place): ToSay => ({ ...each, place }));
  await insertBatch(tx, {
    id: batchId,
    sessionId: session.id,
    ...sender,
    passages: placed.length,
    madeBy: by,
    madeAt: now
  });
  await insertTransmissions(tx, batchId, by, now, placed);
  await appendToLedger(tx, now, [
    {
      actor: by,
      action: 'registry.make-file',
      subject: session.id,
      payload: { batch: batchId, passages: placed.length }
    },
    ...placed.map((each) => told(by, each, batchId))
  ]);
  return ok({ batchId, passages: placed.length, repeated: false });
}

const told = (by: string, each: ToSay, batchId: string | null): LedgerFact => ({
  actor: by,
  action: `registry.${each.action}`,
  subject: each.enrolmentId,
  payload: { batch: batchId, round: each.round, digest: digestOf(each.passage) }
});

function nothingToSay(lines: readonly RegistryLine[]) {
  const lacking = lines.filter(({ standing }) => standing === 'incomplete').map(({ name }) => name);
  if (lacking.length > 0)
    return refuse(
      'registry.incomplete',
      `L’identité est à compléter avant toute déclaration : ${lacking.join(', ')}.`,
      `Identities must be completed before anything is declared: ${lacking.join(', ')}.`
    );
  return refuse(
    'registry.nothing',
    'Aucun titulaire n’est à déclarer : délivrez d’abord les parchemins de cette session.',
    'There is no holder to declare: issue the certificates of this session first.'
  );
}

const tooMany = () =>
  refuse(
    'registry.too-many',
    `Un fichier déclare au plus ${mostPassages} titulaires.`,
    `A file declares at most ${mostPassages} holders.`
  );

/** A file’s name and its pieces, the same each time. */
export interface BatchFile {
  name: string;
  pieces: AsyncGenerator<string>;
}

/** The file of a batch, for whoever may hand it over. */
export async function openBatchFile(
  ground: Ground,
  actor: Actor | null,
  sessionId: string,
  batchId: string
): Promise<Result<BatchFile>> {
  const facts = await openFacts(ground, actor, 'registry.manage', sessionId);
  if (!facts.ok) return facts;
  const batch = await findBatch(ground.db, batchId);
  return batch?.sessionId === facts.value.id ? batchFile(ground.db, batch.id) : unknownBatch();
}

/** The file of a batch. Refused once one of its holders was erased: it cannot be made again. */
export async function batchFile(db: Database, batchId: string): Promise<Result<BatchFile>> {
  const batch = await findBatch(db, batchId);
  if (!batch) return unknownBatch();
  if ((await countPassages(db, batchId)) < batch.passages)
    return refuse(
      'registry.erased',
      'Ce fichier ne peut plus être refait : les données d’un de ses titulaires ont été effacées.',
      'This file cannot be made again: the data of one of its holders were erased.'
    );
  const { id, madeAt: at, clientId, contractId, certificationCode } = batch;
  const heading = { id, at, clientId, contractId, certificationCode };
  return ok({ name: `cdc-${id}.xml`, pieces: flux(heading, passagesOf(db, id)) });
}

const unknownBatch = () =>
  refuse(
    'registry.unknown',
    'Ce fichier est introuvable : revenez à la page de la session.',
    'This file cannot be found: go back to the page of the session.'
  );

/** What a receipt told; « already » when it had been read before. */
export interface ReadReceipt {
  accepted: number;
  refused: number;
  already: boolean;
}

/** Reads the Caisse’s receipt of one of the session’s files. The same receipt counts once. */
export function readReceipt(
  ground: Ground,
  actor: Actor | null,
  sessionId: string,
  xml: string
): Promise<Result<ReadReceipt>> {
  const parsed = parseReceipt(xml);
  return onSession(
    ground,
    actor,
    'registry.manage',
    sessionId,
    ['closed'],
    async (tx, session, { userId }) => {
      if (!parsed.ok) return parsed;
      const receipt = parsed.value;
      const batch = await findBatch(tx, receipt.batchId);
      if (batch?.sessionId !== session.id) return anotherFile();
      const ids = await transmissionsOf(tx, batch.id);
      if (receipt.answers.some(({ reference }) => !ids.has(reference))) return anotherFile();
      const now = ground.clock.now();
      const isNew = await noteReceipt(tx, receipt, sha256(xml), ids, userId, now);
      const accepted = receipt.answers.filter((each) => each.accepted).length;
      const refused = receipt.answers.length - accepted;
      if (isNew)
        await appendToLedger(tx, now, [
          {
            actor: userId,
            action: 'registry.read-receipt',
            subject: session.id,
            payload: { batch: batch.id, digest: sha256(xml), accepted, refused }
          }
        ]);
      return ok({ accepted, refused, already: !isNew });
    }
  );
}

async function noteReceipt(
  tx: Database,
  { batchId, processing, answers }: Receipt,
  digest: string,
  ids: ReadonlyMap<string, string>,
  readBy: string,
  readAt: Date
): Promise<boolean> {
  const id = newId();
  if (!(await insertReceipt(tx, { id, batchId, digest, processing, readBy, readAt }))) return false;
  await insertAnswers(
    tx,
    id,
    answers.map(({ reference, ...each }) => ({ transmissionId: ids.get(reference) ?? '', ...each }))
  );
  return true;
}

const anotherFile = () =>
  refuse(
    'registry.another-file',
    'Cet accusé ne répond à aucun fichier de cette session : ouvrez la session dont vous avez déposé le fichier.',
    'This receipt answers no file of this session: open the session whose file you handed over.'
  );

/** Notes that what the Caisse had accepted, and is no longer true, was put right on its portal. */
export function notePortal(
  ground: Ground,
  actor: Actor | null,
  sessionId: string,
  enrolmentId: string
): Promise<Result<'noted'>> {
  return onSession(
    ground,
    actor,
    'registry.manage',
    sessionId,
    ['closed'],
    async (tx, session, { userId }) => {
      await lockLedger(tx);
      const { lines, said } = await readLines(tx, session.id, session.day, ground);
      const line = lines.find((each) => each.enrolmentId === enrolmentId);
      const action = line && onPortal(line.standing);
      if (!line || !action) return ok('noted');
      const before = said.get(enrolmentId) ?? [];
      const passage = line.passage ?? (await lastPassage(tx, before));
      if (!passage) return unknownBatch();
      const each = { id: newId(), enrolmentId, action, round: before.length, place: null, passage };
      const now = ground.clock.now();
      await insertTransmissions(tx, null, userId, now, [each]);
      await appendToLedger(tx, now, [told(userId, each, null)]);
      return ok('noted');
    }
  );
}

/** What was last said of an award that was taken back since. */
async function lastPassage(tx: Database, said: readonly SaidRow[]): Promise<Passage | undefined> {
  const batchId = said.findLast((each) => each.batchId !== null)?.batchId;
  if (!batchId) return undefined;
  for await (const passage of passagesOf(tx, batchId))
    if (passage.reference === said[0]?.enrolmentId) return passage;
  return undefined;
}
