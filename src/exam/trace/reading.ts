/** How an answer came to be, for those who judge it or answer for the judgement. */
import { can, type Actor } from '#people';
import type { Database } from '#platform/database.ts';
import type { Ground } from '#platform/ground.ts';
import { isId } from '#platform/ids.ts';
import { ok, refuse, type Result } from '#platform/result.ts';
import type { Ending } from '../assistant/model.ts';
import { readAssistantIncidents, readTurns } from '../assistant/store.ts';
import { isErased } from '../erasure.ts';
import { readOver } from '../sitting/closing.ts';
import { isTraced, readFields, stateAt } from '../sitting/model.ts';
import { unknownSitting } from '../sitting/open-sitting.ts';
import { judgedSitting } from '../sitting/judged.ts';
import { readEvents, readPlaces, type SittingPlace } from '../sitting/store.ts';
import type { SubjectAssessment } from '../subjects/model.ts';
import { findDrawn } from '../subjects/store.ts';
import type { Edit, Texts } from './edits.ts';
import { evidenceOf } from './evidence/evidence.ts';
import type { Finding } from './evidence/finding.ts';
import { documentTexts, type Material } from './material.ts';
import { frenchSpeller } from './speller.ts';

/** One exchange with the assistant; `at` in milliseconds of the sitting. */
export interface Exchange {
  id: string;
  at: number;
  question: string;
  answer: string;
  /** Null when nothing ever came. */
  ending: Ending | null;
}

/** A closed answer with all that shows how it came to be. Facts only: nothing here weighs it. */
export interface AnswerTrace {
  assessmentId: SubjectAssessment;
  candidate: { number: number; name: string };
  house: string;
  subjectTitle: string;
  texts: Readonly<Record<string, string>>;
  edits: Edit[];
  material: Material;
  exchanges: Exchange[];
  findings: Finding[];
  /** Minutes that failures of the assistant cost. */
  minutesLost: number;
  /** The words are past their time: lengths are left, and places, times and sources. */
  erased: boolean;
}

/**
 * The trace of a written answer, once it is closed: for the jurors of its panel who declared no tie,
 * and for those who follow marking without taking part in it.
 */
export async function readTrace(
  ground: Ground,
  actor: Actor | null,
  sittingId: string
): Promise<Result<AnswerTrace>> {
  const opened = await tracedPlace(ground, actor, sittingId);
  if (!opened.ok) return opened;
  const place = opened.value;
  const subject = await findDrawn(ground.db, place.enrolmentId, place.assessmentId);
  if (!subject) return unknownSitting();
  const events = (await readEvents(ground.db, [sittingId])).get(sittingId) ?? [];
  const state = stateAt(events, place.allowance, ground.clock.now());
  const over = await readOver(ground, { place, events, state });
  if (!over) return notClosed();
  const { texts, edits } = over;
  const erased = isErased(texts);
  const documents = documentTexts(subject.candidate.documents);
  const startedAt = 'startedAt' in state ? state.startedAt : null;
  const exchanges = startedAt ? await exchangesOf(ground.db, sittingId, startedAt) : [];
  const incidents = await readAssistantIncidents(ground.db, place.sessionId);
  return ok({
    assessmentId: place.assessmentId,
    candidate: { number: place.number, name: place.name },
    house: subject.house,
    subjectTitle: subject.title,
    texts,
    edits: edits.map(({ seq, field, at, position, removed, inserted, origin }) => ({
      seq,
      field,
      at,
      position,
      removed,
      inserted,
      origin
    })),
    material: {
      answers: exchanges.map(({ id, at, answer }) => ({ id, at, text: answer })),
      documents
    },
    exchanges,
    findings: erased
      ? []
      : evidenceOf(readTexts(place.assessmentId, texts), documents, await frenchSpeller()),
    minutesLost: incidents
      .filter((incident) => incident.sittingId === sittingId)
      .reduce((sum, incident) => sum + incident.minutesLost, 0),
    erased
  });
}

async function tracedPlace(
  ground: Ground,
  actor: Actor | null,
  sittingId: string
): Promise<Result<SittingPlace>> {
  if (!can(actor, 'marking.follow')) {
    const judged = await judgedSitting(ground, actor, sittingId);
    if (!judged.ok) return judged;
    const { place } = judged.value;
    return isTraced(place.assessmentId) ? ok(place) : unknownSitting();
  }
  const [place] = isId(sittingId) ? await readPlaces(ground.db, { sittingIds: [sittingId] }) : [];
  return place && isTraced(place.assessmentId) ? ok(place) : unknownSitting();
}

/** What the jury reads of the texts: what was taken off a map is history, and proves nothing. */
const readTexts = (assessment: SubjectAssessment, texts: Texts): Texts =>
  Object.fromEntries(
    [...readFields(assessment, texts), 'stages'].flatMap((field) =>
      texts[field] ? [[field, texts[field]]] : []
    )
  );

async function exchangesOf(db: Database, sittingId: string, startedAt: Date): Promise<Exchange[]> {
  const turns = await readTurns(db, sittingId);
  return turns.map(({ id, question, askedAt, answer }) => ({
    id,
    at: Math.max(0, askedAt.getTime() - startedAt.getTime()),
    question,
    answer: answer?.text ?? '',
    ending: answer?.ending ?? null
  }));
}

const notClosed = () =>
  refuse(
    'exam.not-closed',
    'Cette copie n’est pas close : elle s’ouvre au jury quand le candidat l’a remise, ou que son temps est fini.',
    'This paper is not closed: it opens to the jury when the candidate has handed it in, or their time is over.'
  );
