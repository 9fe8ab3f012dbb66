import type { Phrase } from '#platform/language.ts';
import { fullName, liveMembers, type SessionFacts } from './model.ts';

/** Something to settle before the day can be opened, and where. */
export interface Obstacle {
  where: 'candidates' | 'panels' | 'timetable';
  message: Phrase;
}

/**
 * What stands between a session and its opening: candidates, panels of at least the policy's
 * number of jurors, a president among them, every juror's word on every candidate they hear, and a
 * sitting for each candidate × assessment. Empty when the day can be opened.
 */
export function obstacles(facts: SessionFacts): Obstacle[] {
  return [...candidateObstacles(facts), ...panelObstacles(facts), ...timetableObstacles(facts)];
}

function candidateObstacles(facts: SessionFacts): Obstacle[] {
  if (facts.enrolments.length > 0) return [];
  return [
    {
      where: 'candidates',
      message: {
        fr: 'Aucun candidat n’est inscrit : inscrivez-en un, ou importez une liste.',
        en: 'No candidate is enrolled: enrol one, or import a list.'
      }
    }
  ];
}

function panelObstacles(facts: SessionFacts): Obstacle[] {
  const least = facts.referential.policy.minJurors;
  const found: Obstacle[] = [];
  const add = (fr: string, en: string) => found.push({ where: 'panels', message: { fr, en } });
  if (facts.panels.length === 0) add('Aucun jury n’est constitué.', 'No panel has been formed.');
  for (const panel of facts.panels) {
    const count = liveMembers(panel).length;
    if (count < least)
      add(
        `${panel.name} compte ${count} juré${count > 1 ? 's' : ''} : il en faut au moins ${least}.`,
        `${panel.name} has ${count} juror${count === 1 ? '' : 's'}: at least ${least} are needed.`
      );
  }
  const seated = facts.panels.flatMap(liveMembers);
  if (!seated.some(({ jurorId }) => jurorId === facts.presidentId))
    add(
      'Aucun président n’est désigné parmi les jurés.',
      'No president has been named among the jurors.'
    );
  return found;
}

function timetableObstacles(facts: SessionFacts): Obstacle[] {
  const found: Obstacle[] = [];
  const add = (where: Obstacle['where'], fr: string, en: string) =>
    found.push({ where, message: { fr, en } });
  const planned = new Set(
    facts.sittings.map(({ enrolmentId, assessmentId }) => `${enrolmentId} ${assessmentId}`)
  );
  const missing = facts.enrolments.filter(({ id }) =>
    facts.referential.assessments.some((assessment) => !planned.has(`${id} ${assessment.id}`))
  );
  for (const enrolment of missing)
    add(
      'timetable',
      `${fullName(enrolment)} n’a pas de passage prévu à chaque évaluation.`,
      `${fullName(enrolment)} is not scheduled for every assessment.`
    );
  const panels = new Map(facts.panels.map((panel) => [panel.id, panel]));
  const names = new Map(facts.enrolments.map((each) => [each.id, fullName(each)]));
  const declared = new Map(
    facts.conflicts.map(({ jurorId, enrolmentId, kind }) => [`${jurorId} ${enrolmentId}`, kind])
  );
  const pairs = new Map(
    facts.sittings.flatMap(({ panelId, enrolmentId }) => {
      const panel = panels.get(panelId);
      return (panel ? liveMembers(panel) : []).map(
        (juror) => [`${juror.jurorId} ${enrolmentId}`, { juror, enrolmentId }] as const
      );
    })
  );
  for (const [key, { juror, enrolmentId }] of pairs) {
    const kind = declared.get(key);
    const name = names.get(enrolmentId) ?? '';
    if (kind === undefined)
      add(
        'panels',
        `${juror.name} n’a pas encore déclaré ses liens avec ${name}.`,
        `${juror.name} has not yet declared any tie with ${name}.`
      );
    else if (kind !== 'none')
      add(
        'timetable',
        `${juror.name} a un lien déclaré avec ${name} : confiez ce candidat à un autre jury.`,
        `${juror.name} has a declared tie with ${name}: assign this candidate to another panel.`
      );
  }
  return found;
}
