/** One sheet as the marking screen shows it. Only the juror's own marks, never another's. */
import type { Actor } from '#people';
import {
  competencesOf,
  findAssessment,
  instructionBlocks,
  type Level,
  type MarkingScale
} from '#referential';
import { adaptationName, fullName, readSessionFacts, type SessionFacts } from '#session';
import type { Ground } from '#platform/ground.ts';
import type { Language } from '#platform/language.ts';
import { ok, type Result } from '#platform/result.ts';
import { clockTime } from '#platform/typography.ts';
import { openSheet } from './actions.ts';
import { currentMarks, type Observation } from './marks.ts';
import type { DeviceMark } from './outbox.ts';
import type { Standing } from './standing.ts';
import { readSheet } from './store.ts';

/** What can be chosen for a criterion, and the key that chooses it. */
export interface LevelChoice {
  level: Level | null;
  key: string;
  label: string;
}

export type Sheet = ReturnType<typeof composeSheet>;

/** All that the marking screen needs, as plain data in the juror's language. */
export async function readJurorSheet(
  ground: Ground,
  actor: Actor | null,
  sittingId: string,
  language: Language
) {
  const opened = await openSheet(ground, actor, sittingId);
  if (!opened.ok) return opened;
  const standing = opened.value;
  const facts = await readSessionFacts(ground.db, standing.sessionId);
  if (!facts) throw new Error(`Session ${standing.sessionId} is missing`);
  const observations = await readSheet(ground.db, standing.sittingId, standing.jurorId);
  return ok(composeSheet(facts, standing, observations, language));
}

/** What the server holds of one sheet: for a tablet that was away, or whose juror has another. */
export interface HeldSheet {
  marks: DeviceMark[];
  handedIn: Sheet['handedIn'];
}

export async function readHeldSheet(
  ground: Ground,
  actor: Actor | null,
  sittingId: string,
  language: Language
): Promise<Result<HeldSheet>> {
  const opened = await openSheet(ground, actor, sittingId);
  if (!opened.ok) return opened;
  const { jurorId, handedIn } = opened.value;
  const observations = await readSheet(ground.db, opened.value.sittingId, jurorId);
  return ok({
    marks: [...currentMarks(observations).values()].map(asDeviceMark),
    handedIn: handedInWords(handedIn, language)
  });
}

const handedInWords = (handedIn: Standing['handedIn'], language: Language) =>
  handedIn && { absent: handedIn.absent, time: clockTime(handedIn.at, language) };

/** A sheet from what was read of its session, of the juror's standing, and of their own marks. */
export function composeSheet(
  facts: SessionFacts,
  standing: Standing,
  observations: readonly Observation[],
  language: Language
) {
  const sitting = facts.sittings.find(({ id }) => id === standing.sittingId);
  const enrolment = facts.enrolments.find(({ id }) => id === standing.enrolmentId);
  const assessment = findAssessment(facts.referential, standing.assessmentId);
  if (!sitting || !enrolment || !assessment)
    throw new Error(`Sitting ${standing.sittingId} is not whole`);
  const { referential } = facts;
  return {
    sittingId: standing.sittingId,
    jurorId: standing.jurorId,
    status: standing.status,
    handedIn: handedInWords(standing.handedIn, language),
    candidate: { number: enrolment.number, name: fullName(enrolment) },
    adaptations: enrolment.adaptations.map((each) => ({
      name: adaptationName(each)[language],
      instruction: each.instruction
    })),
    preparationMinutes: sitting.preparationMinutes,
    performanceMinutes: sitting.performanceMinutes,
    assessment: {
      id: assessment.id,
      form: assessment.durations.form,
      instructions: instructionBlocks(assessment)
    },
    competences: competencesOf(referential, assessment.id).map(({ id, statement, criteria }) => ({
      id,
      statement,
      criteria
    })),
    choices: choicesOf(referential.scale, language),
    commentRequired: referential.scale.notObserved.commentRequired,
    marks: [...currentMarks(observations).values()].map(asDeviceMark)
  };
}

const choicesOf = ({ levels, notObserved }: MarkingScale, language: Language): LevelChoice[] => [
  ...levels.map(({ level, label }) => ({ level, key: String(level), label: label[language] })),
  { level: null, key: 'N', label: notObserved.label[language] }
];

const asDeviceMark = (mark: Observation): DeviceMark => ({
  id: mark.id,
  criterionId: mark.criterionId,
  level: mark.level,
  comment: mark.comment,
  madeAt: mark.madeAt.toISOString(),
  sequence: mark.sequence,
  reason: mark.reason
});
