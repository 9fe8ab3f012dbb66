import { changeContact, type Actor } from '#people';
import { handInSheet, observe } from '#jury';
import { markingSession, value, type MarkingSession } from '#jury/testing.ts';
import { criteriaOf, type AssessmentId, type CriterionId, type Level } from '#referential';
import type { Ground } from '#platform/ground.ts';
import { newId } from '#platform/ids.ts';
import { drawUpMinutes, openDeliberation, signMinutes } from './actions.ts';
import { readMinutes } from './store.ts';

/** How a juror marks: the candidate's number, the criterion, and the juror's place on the panel. */
export type Hand = (candidate: number, criterionId: CriterionId, juror: number) => Level | null;

/** Every juror marks one candidate's sheets and hands them in. */
export async function markCandidate(
  ground: Ground,
  { facts, jurors, sitting }: MarkingSession,
  candidate: number,
  hand: Hand,
  absent: (juror: number, assessmentId: string) => boolean = () => false
): Promise<void> {
  for (const { id: assessmentId } of facts.referential.assessments)
    for (const [place, juror] of jurors.entries()) {
      const sheet = sitting(candidate, assessmentId);
      const isAbsent = absent(place, assessmentId);
      if (!isAbsent)
        value(
          await observe(ground, juror, sheet, {
            observations: criteriaOf(facts.referential, assessmentId as AssessmentId).map(
              ({ id }, line) => {
                const level = hand(candidate, id, place);
                return {
                  id: newId(),
                  criterionId: id,
                  level,
                  comment: level === null ? 'Le temps a manqué.' : '',
                  madeAt: ground.clock.now().toISOString(),
                  sequence: line + 1
                };
              }
            )
          })
        );
      value(await handInSheet(ground, juror, sheet, { absent: isAbsent }));
    }
}

/** A session of two jurors, marked by `hand` for every candidate, with deliberation open. */
export async function deliberatingSession(
  ground: Ground,
  candidates: number,
  hand: Hand,
  day?: string
): Promise<MarkingSession & { president: Actor }> {
  const session = await markingSession(ground, {
    candidates,
    jurors: 2,
    ...(day !== undefined && { day })
  });
  value(
    await changeContact(ground, session.manager, {
      name: 'Claire Fontanel',
      post: 'responsable de la certification',
      email: 'recours@maison.example',
      address: '',
      appealDays: '45'
    })
  );
  for (let number = 1; number <= candidates; number += 1)
    await markCandidate(ground, session, number, hand);
  value(await openDeliberation(ground, session.manager, session.facts.id));
  return { ...session, president: session.jurors[0]! };
}

/** The minutes are drawn up, and every juror signs them. */
export async function drawUpAndSign(
  ground: Ground,
  { manager, jurors, facts }: MarkingSession,
  reason?: string
): Promise<string> {
  value(await drawUpMinutes(ground, manager, facts.id, reason));
  const [latest] = await readMinutes(ground.db, facts.id);
  for (const juror of jurors)
    value(
      await signMinutes(ground, juror, facts.id, {
        hash: latest?.hash ?? '',
        name: juror.name
      })
    );
  return latest?.id ?? '';
}
