/** The marks of a session as its measure is studied from: who marked whom on what, and when. */
import type { Actor } from '#people';
import { fullName, openFacts, type SessionFacts } from '#session';
import type { Ground } from '#platform/ground.ts';
import { ok, refuse, type Result } from '#platform/result.ts';
import { dossierOf } from './dossier.ts';
import { readMarks } from './store.ts';

export interface MeasuredMark {
  candidate: string;
  juror: string;
  criterion: string;
  competence: string;
  panel: string;
  level: number;
  /** Hours since the epoch, by the device's clock. */
  at: number;
}

/**
 * Every level that jurors gave in sheets they handed in, once marking is over: until then a juror
 * must not see how another marks.
 */
export async function measuredMarks(
  ground: Ground,
  actor: Actor | null,
  sessionId: string
): Promise<Result<{ facts: SessionFacts; marks: MeasuredMark[] }>> {
  const opened = await openFacts(ground, actor, 'deliberation.read', sessionId);
  if (!opened.ok) return opened;
  const facts = opened.value;
  if (facts.status !== 'deliberating' && facts.status !== 'closed')
    return refuse(
      'verdict.measure-early',
      'La mesure se lit quand la notation est terminée\u00a0: ouvrez d’abord la délibération.',
      'The measure is read once marking is over: open the deliberation first.'
    );
  const stored = await readMarks(ground.db, facts.id);
  const jurors = new Map(
    facts.panels.flatMap(({ name, members }) =>
      members.map(
        (member) => [member.jurorId as string, { name: member.name, panel: name }] as const
      )
    )
  );
  const madeAt = new Map(
    stored.observations.map((each) => [
      `${each.jurorId} ${each.sittingId} ${each.criterionId}`,
      each.madeAt
    ])
  );
  const sittingOf = new Map<string, string>(
    facts.sittings.flatMap((sitting) =>
      facts.referential.assessments
        .filter(({ id }) => id === sitting.assessmentId)
        .flatMap(({ competences }) =>
          competences.map(
            (competence) => [`${sitting.enrolmentId} ${competence}`, sitting.id as string] as const
          )
        )
    )
  );
  const marks = facts.enrolments.flatMap((enrolment) =>
    dossierOf(facts, enrolment, stored, [], new Set()).marks.flatMap((mark): MeasuredMark[] => {
      if (mark.level === null) return [];
      const competence = mark.criterionId.split('.')[0] ?? '';
      const sitting = sittingOf.get(`${enrolment.id} ${competence}`) ?? '';
      const juror = jurors.get(mark.jurorId);
      return [
        {
          candidate: `${enrolment.number} · ${fullName(enrolment)}`,
          juror: juror?.name ?? '–',
          criterion: mark.criterionId,
          competence,
          panel: juror?.panel ?? '–',
          level: mark.level,
          at:
            (madeAt.get(`${mark.jurorId} ${sitting} ${mark.criterionId}`)?.getTime() ?? 0) /
            3_600_000
        }
      ];
    })
  );
  return ok({ facts, marks });
}
