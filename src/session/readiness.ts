import type { Phrase } from '#platform/language.ts';
import { parisInstant } from '#platform/clock.ts';
import { clockWords, frenchSpaces, longDate } from '#platform/typography.ts';
import type { Identity } from './identity.ts';
import { awayFrom, awaySentence } from './availability.ts';
import { dayOfSitting, daysOf } from './days.ts';
import { identityGaps } from './identity-gaps.ts';
import {
  assessmentsFor,
  fullName,
  liveMembers,
  type Enrolment,
  type SessionFacts
} from './model.ts';
import { minutesFor } from './plan.ts';
import { spanOf } from './span.ts';

/** Something to settle before the day can be opened, and where. */
export interface Obstacle {
  where: 'candidates' | 'panels' | 'timetable';
  message: Phrase;
}

const obstacle = (where: Obstacle['where'], fr: string, en: string): Obstacle => ({
  where,
  message: { fr: frenchSpaces(fr), en }
});

/**
 * What stands between a session and its opening: candidates whose identity the State’s file of
 * holders will take, panels of at least the policy's
 * number of jurors, a president among them, a sitting for each candidate × assessment that lasts
 * what their adaptations ask, within the days and hours of the session, and every juror's word on every candidate they hear. Empty when the
 * day can be opened.
 */
export const obstacles = (facts: SessionFacts): Obstacle[] => [
  ...candidateObstacles(facts),
  ...panelObstacles(facts),
  ...timetableObstacles(facts),
  ...hourObstacles(facts),
  ...tieObstacles(facts),
  ...availabilityObstacles(facts)
];

function candidateObstacles({ enrolments, day }: SessionFacts): Obstacle[] {
  if (enrolments.length === 0)
    return [
      obstacle(
        'candidates',
        'Aucun candidat n’est inscrit : inscrivez-en un, ou importez une liste.',
        'No candidate is enrolled: enrol one, or import a list.'
      )
    ];
  return enrolments.flatMap((each) =>
    identityGaps(each as Identity, day).map(({ fr, en }) =>
      obstacle(
        'candidates',
        `Identité de ${fullName(each)} : ${fr}`,
        `Identity of ${fullName(each)}: ${en}`
      )
    )
  );
}

function panelObstacles({ panels, presidentId, referential }: SessionFacts): Obstacle[] {
  if (panels.length === 0)
    return [
      obstacle(
        'panels',
        'Aucun jury n’est constitué : formez-en un.',
        'No panel has been formed: form one.'
      )
    ];
  const least = referential.policy.minJurors;
  const found = panels.flatMap((panel) => {
    const count = liveMembers(panel).length;
    if (count >= least) return [];
    if (count === 0)
      return obstacle(
        'panels',
        `${panel.name} n’a pas de juré : il en faut au moins ${least}, ou supprimez ce jury.`,
        `${panel.name} has no juror: at least ${least} are needed, or remove the panel.`
      );
    return obstacle(
      'panels',
      `${panel.name} compte ${count} juré${count > 1 ? 's' : ''} : il en faut au moins ${least}.`,
      `${panel.name} has ${count} juror${count === 1 ? '' : 's'}: at least ${least} are needed.`
    );
  });
  const presides = panels.flatMap(liveMembers).some(({ jurorId }) => jurorId === presidentId);
  if (!presides)
    found.push(
      obstacle(
        'panels',
        'Aucun président n’est désigné parmi les jurés.',
        'No president has been named among the jurors.'
      )
    );
  return found;
}

function timetableObstacles({ enrolments, sittings, referential }: SessionFacts): Obstacle[] {
  if (enrolments.length === 0) return [];
  if (sittings.length === 0)
    return [
      obstacle(
        'timetable',
        'La journée n’est pas encore planifiée.',
        'The day has not been planned yet.'
      )
    ];
  const ofCandidate = Map.groupBy(sittings, ({ enrolmentId }) => enrolmentId);
  return enrolments.flatMap((enrolment) => {
    const planned = new Map(
      ofCandidate.get(enrolment.id)?.map((sitting) => [sitting.assessmentId, sitting])
    );
    const name = fullName(enrolment);
    const due = assessmentsFor(referential, enrolment);
    if (due.some(({ id }) => !planned.has(id)))
      return obstacle(
        'timetable',
        `${name} n’a pas de passage prévu à chaque évaluation.`,
        `${name} is not scheduled for every assessment.`
      );
    const lasts = due.every(({ id }) => {
      const minutes = minutesFor(referential, enrolment, id);
      const sitting = planned.get(id);
      return (
        sitting?.preparationMinutes === minutes.preparationMinutes &&
        sitting.performanceMinutes === minutes.performanceMinutes
      );
    });
    if (lasts) return [];
    return obstacle(
      'timetable',
      `Le temps prévu pour ${name} ne suit pas ses aménagements : planifiez de nouveau la journée.`,
      `The time set for ${name} does not follow their adaptations: plan the day again.`
    );
  });
}

/** One sentence for each day whose sittings leave the hours, and for those on no day of the session. */
function hourObstacles(facts: SessionFacts): Obstacle[] {
  const { sittings, hours } = facts;
  const days = daysOf(facts);
  const out = sittings.filter((sitting) => {
    const day = dayOfSitting(sitting);
    if (!days.includes(day)) return true;
    const { start, end } = spanOf(sitting);
    return (
      hours !== null &&
      (start < parisInstant(day, hours.opensAt).getTime() ||
        end > parisInstant(day, hours.closesAt).getTime())
    );
  });
  return [...Map.groupBy(out, dayOfSitting)].map(([day, { length: count }]) => {
    const many = count > 1;
    const fr = `${count} passage${many ? 's' : ''} du ${longDate(day, 'fr')}`;
    const en = `${count} sitting${many ? 's' : ''} on ${longDate(day, 'en')}`;
    if (!days.includes(day) || !hours)
      return obstacle(
        'timetable',
        `${fr} ${many ? 'tombent' : 'tombe'} hors des jours de la session : planifiez de nouveau, ou changez ces jours.`,
        `${en} ${many ? 'fall' : 'falls'} outside the days of the session: plan again, or change the days.`
      );
    return obstacle(
      'timetable',
      `${fr} ${many ? 'sortent' : 'sort'} des heures de la journée (${clockWords(hours.opensAt, 'fr')} – ${clockWords(hours.closesAt, 'fr')}) : déplacez ${many ? 'ces passages' : 'ce passage'}, ou planifiez de nouveau.`,
      `${en} ${many ? 'leave' : 'leaves'} the hours of the day (${clockWords(hours.opensAt, 'en')} – ${clockWords(hours.closesAt, 'en')}): move ${many ? 'them' : 'it'}, or plan again.`
    );
  });
}

/** One sentence for each juror who is expected while they are away. */
function availabilityObstacles(facts: SessionFacts): Obstacle[] {
  const away = facts.sittings.flatMap((sitting) => awayFrom(facts, sitting) ?? []);
  return [...Map.groupBy(away, ({ jurorId }) => jurorId).values()].map(([juror]) => {
    const said = awaySentence(juror!);
    return obstacle(
      'timetable',
      `${said.fr}, et son jury entend quelqu’un hors de ces heures : déplacez ces passages, ou planifiez de nouveau la journée.`,
      `${said.en}, and the panel hears someone outside these hours: move those sittings, or plan the day again.`
    );
  });
}

/** One sentence for each juror who has not said everything, and one for each tie with someone heard. */
function tieObstacles({ enrolments, panels, sittings, conflicts }: SessionFacts): Obstacle[] {
  const said = new Map(
    conflicts.map(({ jurorId, enrolmentId, kind }) => [`${jurorId} ${enrolmentId}`, kind])
  );
  return panels.flatMap((panel) => {
    const heard = new Set(
      sittings.filter(({ panelId }) => panelId === panel.id).map(({ enrolmentId }) => enrolmentId)
    );
    const candidates = enrolments.filter(({ id }) => heard.has(id));
    return liveMembers(panel).flatMap((juror) => {
      const kindOf = ({ id }: Enrolment) => said.get(`${juror.jurorId} ${id}`);
      const silent = candidates.filter((each) => kindOf(each) === undefined);
      const tied = candidates.filter((each) => (kindOf(each) ?? 'none') !== 'none');
      return [
        ...(silent.length > 0 ? [silentObstacle(juror.name, silent)] : []),
        ...tied.map((candidate) =>
          obstacle(
            'timetable',
            `${juror.name} a un lien déclaré avec ${fullName(candidate)} : confiez ce candidat à un autre jury.`,
            `${juror.name} has a declared tie with ${fullName(candidate)}: assign this candidate to another panel.`
          )
        )
      ];
    });
  });
}

function silentObstacle(juror: string, candidates: readonly Enrolment[]): Obstacle {
  const [only, ...others] = candidates;
  if (only && others.length === 0)
    return obstacle(
      'panels',
      `${juror} n’a pas encore dit si un lien l’unit à ${fullName(only)}.`,
      `${juror} has not yet declared any tie with ${fullName(only)}.`
    );
  return obstacle(
    'panels',
    `${juror} n’a pas encore déclaré ses liens avec ${candidates.length} candidats.`,
    `${juror} has not yet declared any ties with ${candidates.length} candidates.`
  );
}
