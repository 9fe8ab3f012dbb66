import type { Phrase } from '#platform/language.ts';
import { lengthOf } from '#platform/typography.ts';
import type { Group } from './groups.ts';
import { namesOf, say } from './messages.ts';
import { mayHear } from './model.ts';
import type { Problem } from './model.ts';
import type { Obstacle } from './obstacle.ts';
import { spanOf } from './time.ts';

/** Said when no plan was found and none was proved impossible. */
export const unprovedSentence = say(
  'Aucun planning n’a été trouvé dans le temps donné, sans qu’il soit prouvé qu’il n’en existe pas : donnez plus de temps à la recherche, ou assouplissez une contrainte.',
  'No timetable was found in the time given, and it is not proved that none exists: give the search more time, or relax a constraint.'
);

const joined = (names: readonly string[], and: string): string =>
  names.length < 2
    ? names.join('')
    : `${names.slice(0, -1).join(', ')} ${and} ${names[names.length - 1]}`;

/** The impossibility itself, in figures. */
export function obstacleSentence(problem: Problem, obstacle: Obstacle): Phrase {
  const name = namesOf(problem);
  switch (obstacle.kind) {
    case 'no-panel': {
      const [who, what] = [
        name.candidate(obstacle.candidate),
        name.assessment(obstacle.assessment)
      ];
      return say(
        `Aucun jury ne peut entendre ${who} pour ${what}.`,
        `No panel can hear ${who} for ${what}.`
      );
    }
    case 'no-common-start':
      return say(
        'Les épreuves écrites collectives n’ont aucun horaire de départ qui convienne à tous.',
        'The collective written papers have no start that suits everyone.'
      );
    case 'candidate-alone': {
      const who = name.candidate(obstacle.candidate);
      return say(
        `${who} ne pourrait pas passer toutes ses épreuves, même sans aucun autre candidat.`,
        `${who} could not sit every assessment, even with no other candidate.`
      );
    }
    case 'rooms': {
      const fr = obstacle.rooms === 'oral' ? 'd’oral' : 'de préparation';
      const [needed, free] = [lengthOf(obstacle.needed), lengthOf(obstacle.free)];
      return say(
        `Les salles ${fr} offrent ${free} en tout, mais il en faut ${needed}.`,
        `The ${obstacle.rooms} rooms offer ${free} in all, but ${needed} are needed.`
      );
    }
    case 'seats':
      return say(
        `Les salles d’écrit ont ${obstacle.seats} places utilisables, mais ${obstacle.needed} candidats composent ensemble.`,
        `The written rooms have ${obstacle.seats} usable seats, but ${obstacle.needed} candidates write together.`
      );
    case 'panels': {
      const names = obstacle.panels.map(name.panel);
      const [needed, free] = [lengthOf(obstacle.needed), lengthOf(obstacle.free)];
      const one = names.length === 1;
      return say(
        `${joined(names, 'et')} ${one ? 'n’est libre' : 'ne sont libres'} que ${free}, mais ${obstacle.orals} oraux (${needed}) ${one ? 'lui' : 'leur'} sont réservés.`,
        `${joined(names, 'and')} ${one ? 'is' : 'are'} free for ${free} only, but ${obstacle.orals} orals (${needed}) can be heard by no other.`
      );
    }
    case 'panel-days':
      return say(
        'Les jurys n’ont pas le temps d’entendre, jour par jour, les candidats qui peuvent venir.',
        'The panels do not have the time to hear, day by day, the candidates who can come.'
      );
  }
}

/** A constraint that takes part, with its figures. */
export function groupSentence(problem: Problem, group: Group): Phrase {
  const name = namesOf(problem);
  switch (group.kind) {
    case 'juror-conflicts': {
      const juror = problem.jurors.find(({ id }) => id === group.id)!;
      const [who, count] = [name.juror(group.id), juror.conflicts.length];
      return say(
        `${who} est en conflit d’intérêts avec ${count === 1 ? name.candidate(juror.conflicts[0]!) : `${count} candidats`}.`,
        `${who} has a conflict of interest with ${count === 1 ? name.candidate(juror.conflicts[0]!) : `${count} candidates`}.`
      );
    }
    case 'juror-availability': {
      const who = name.juror(group.id);
      const free = lengthOf(
        availableMinutes(problem.jurors.find(({ id }) => id === group.id)!.availability)
      );
      const panels = problem.panels.filter(({ jurors }) => jurors.includes(group.id));
      const orals = panels.reduce((sum, panel) => sum + reservedFor(problem, panel.id), 0);
      const where = joined(
        panels.map(({ id }) => name.panel(id)),
        'et'
      );
      return say(
        `${who} (${where}) n’est libre que ${free}${orals > 0 ? `, mais ${orals} oraux sont réservés à ce jury` : ''}.`,
        `${who} (${where}) is free for ${free} only${orals > 0 ? `, but ${orals} orals can be heard by no other panel` : ''}.`
      );
    }
    case 'candidate-availability': {
      const who = name.candidate(group.id);
      const free = lengthOf(
        availableMinutes(problem.candidates.find(({ id }) => id === group.id)!.availability)
      );
      return say(`${who} n’est disponible que ${free}.`, `${who} is available for ${free} only.`);
    }
    case 'adaptation': {
      const who = name.candidate(group.id);
      return say(
        `${who} a droit à des aménagements (temps, repos ou salle), qui doivent être respectés.`,
        `${who} is entitled to adaptations (time, rest or room), which must be kept.`
      );
    }
    case 'panel-assessments': {
      const panel = problem.panels.find(({ id }) => id === group.id)!;
      const heard = (panel.assessments ?? []).map(name.assessment);
      return say(
        `${name.panel(group.id)} n’entend que ${joined(heard, 'et')}.`,
        `${name.panel(group.id)} hears ${joined(heard, 'and')} only.`
      );
    }
    case 'starts': {
      const what = name.assessment(group.id);
      return say(
        `${what} ne peut commencer qu’aux créneaux prévus.`,
        `${what} can begin at its slots only.`
      );
    }
    case 'order': {
      const after = problem.assessments.find(({ id }) => id === group.id)!.after;
      return say(
        `${name.assessment(group.id)} doit venir après ${joined(after.map(name.assessment), 'et')}.`,
        `${name.assessment(group.id)} must come after ${joined(after.map(name.assessment), 'and')}.`
      );
    }
    case 'together':
      return say(
        `Tous les candidats commencent ${name.assessment(group.id)} à la même minute.`,
        `All candidates begin ${name.assessment(group.id)} at the same minute.`
      );
    case 'oral-rooms':
    case 'preparation-rooms':
    case 'written-rooms': {
      const kind = group.kind.slice(0, -'-rooms'.length) as 'oral' | 'preparation' | 'written';
      const rooms = problem.rooms.filter((room) => room.kind === kind);
      const seats = rooms.reduce((sum, room) => sum + (kind === 'oral' ? 1 : room.capacity), 0);
      const fr = { oral: 'd’oral', preparation: 'de préparation', written: 'd’écrit' }[kind];
      return say(
        `Il n’y a que ${rooms.length} salle${rooms.length > 1 ? 's' : ''} ${fr} (${seats} place${seats > 1 ? 's' : ''}).`,
        `There ${rooms.length === 1 ? 'is' : 'are'} only ${rooms.length} ${kind} room${rooms.length === 1 ? '' : 's'} (${seats} seat${seats === 1 ? '' : 's'}).`
      );
    }
    case 'lunch': {
      const length = lengthOf(problem.rules.lunch?.minutes ?? 0);
      return say(`Chacun garde ${length} pour déjeuner.`, `Everyone keeps ${length} for lunch.`);
    }
    case 'rest':
      return say(
        `Chaque candidat se repose au moins ${lengthOf(problem.rules.minimumRest)} entre deux épreuves, et les jurés font des pauses.`,
        `Each candidate rests at least ${lengthOf(problem.rules.minimumRest)} between two assessments, and jurors take breaks.`
      );
    case 'hours': {
      const open = problem.days.map((day) => ({
        from: `${day.date}T${day.from}`,
        to: `${day.date}T${day.to}`
      }));
      const count = problem.days.length;
      return say(
        `La session ne dure que ${count} jour${count > 1 ? 's' : ''} (${lengthOf(availableMinutes(open))} d’ouverture).`,
        `The session lasts only ${count} day${count > 1 ? 's' : ''} (open for ${lengthOf(availableMinutes(open))}).`
      );
    }
  }
}

const availableMinutes = (windows: readonly { from: string; to: string }[] = []): number =>
  windows.map(spanOf).reduce((sum, { from, to }) => sum + to - from, 0);

/** Orals that no panel but this one may hear. */
function reservedFor(problem: Problem, panel: string): number {
  return problem.candidates
    .flatMap((candidate) =>
      problem.assessments
        .filter((one) => candidate.assessments?.includes(one.id) ?? true)
        .filter((one) => one.kind === 'oral' && one.panel)
        .map((one) =>
          problem.panels.filter((other) => mayHear(problem, other, candidate.id, one.id))
        )
    )
    .filter((able) => able.length === 1 && able[0]!.id === panel).length;
}
