import { refuse } from '#platform/result.ts';
import type { SessionFacts, Sitting } from './model.ts';

const minute = 60_000;

/** A candidate cannot be in two places, nor a panel hear two orals at once. */
export function clashOf(moved: Sitting, facts: SessionFacts) {
  const span = (each: Sitting) => {
    const oral = each.startsAt.getTime() + each.preparationMinutes * minute;
    return { start: each.startsAt.getTime(), oral, end: oral + each.performanceMinutes * minute };
  };
  const mine = span(moved);
  const others = facts.sittings.filter(({ id }) => id !== moved.id);
  const isOral = (id: string) =>
    facts.referential.assessments.some((each) => each.id === id && each.durations.form === 'oral');
  if (
    others.some((each) => {
      const theirs = span(each);
      return (
        each.enrolmentId === moved.enrolmentId && theirs.start < mine.end && mine.start < theirs.end
      );
    })
  )
    return refuse(
      'session.candidate-busy',
      'Le candidat est déjà occupé à cette heure : choisissez un autre créneau.',
      'The candidate is already busy at that time: choose another slot.'
    );
  if (
    isOral(moved.assessmentId) &&
    others.some((each) => {
      const theirs = span(each);
      return (
        each.panelId === moved.panelId &&
        isOral(each.assessmentId) &&
        theirs.oral < mine.end &&
        mine.oral < theirs.end
      );
    })
  )
    return refuse(
      'session.panel-busy',
      'Le jury entend déjà un candidat à cette heure : choisissez un autre créneau.',
      'The panel is already hearing a candidate at that time: choose another slot.'
    );
  return undefined;
}
