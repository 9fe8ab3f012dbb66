import type { Phrase } from '#platform/language.ts';
import { frenchSpaces, lengthOf } from '#platform/typography.ts';
import type { Violation } from './check.ts';
import { labelOf } from './model.ts';
import type { Problem } from './model.ts';
import { clockOf, dayOf } from './time.ts';

/** One sentence in both languages, with French spacing. */
export const say = (fr: string, en: string): Phrase => ({ fr: frenchSpaces(fr), en });

/** « 25 novembre 2026 à 9 h 30 » in both languages. */
export const momentOf = (minute: number): Phrase => ({
  fr: `${dayOf(minute, 'fr')} à ${clockOf(minute, 'fr')}`,
  en: `${dayOf(minute, 'en')} at ${clockOf(minute, 'en')}`
});

/** The names a person knows, by kind and identifier. */
export function namesOf(problem: Problem) {
  const nameIn = (things: readonly { id: string; name?: string | undefined }[]) => {
    const names = new Map(things.map((thing) => [thing.id, labelOf(thing)]));
    return (id: string) => names.get(id) ?? id;
  };
  return {
    candidate: nameIn(problem.candidates),
    assessment: nameIn(problem.assessments),
    juror: nameIn(problem.jurors),
    panel: nameIn(problem.panels),
    room: nameIn(problem.rooms)
  };
}

/** Says which rule is broken, by whom and when. */
export function violationSentence(problem: Problem, broken: Violation): Phrase {
  const name = namesOf(problem);
  const at = 'at' in broken ? momentOf(broken.at) : { fr: '', en: '' };
  const who = 'candidate' in broken ? name.candidate(broken.candidate) : '';
  const what = 'assessment' in broken ? name.assessment(broken.assessment) : '';
  switch (broken.kind) {
    case 'missing':
      return say(`${who} n’a pas d’horaire pour ${what}.`, `${who} has no time for ${what}.`);
    case 'repeated':
      return say(`${who} passe ${what} plus d’une fois.`, `${who} sits ${what} more than once.`);
    case 'not-theirs':
      return say(`${who} n’a pas à passer ${what}.`, `${who} does not have to sit ${what}.`);
    case 'unknown':
      return say(
        `Le planning cite « ${broken.id} », que le problème ne connaît pas.`,
        `The timetable names “${broken.id}”, which the problem does not know.`
      );
    case 'wrong-length':
      return say(
        `La durée prévue pour ${who} (${what}) n’est pas celle que donnent ses aménagements.`,
        `The time given to ${who} (${what}) is not what the adaptations give.`
      );
    case 'off-grid':
      return say(
        `${who} commence ${what} à ${at.fr} : l’horaire doit être un multiple de ${problem.granularity} minutes.`,
        `${who} begins ${what} on ${at.en}: times must be multiples of ${problem.granularity} minutes.`
      );
    case 'outside-days':
      return say(
        `${who} passerait ${what} en dehors des heures d’ouverture (le ${at.fr}).`,
        `${who} would sit ${what} outside opening hours (${at.en}).`
      );
    case 'candidate-away':
      return say(
        `${who} n’est pas disponible le ${at.fr} (${what}).`,
        `${who} is not available on ${at.en} (${what}).`
      );
    case 'start-not-allowed':
      return say(
        `${what} ne peut pas commencer le ${at.fr} : ce n’est pas un créneau prévu.`,
        `${what} cannot begin on ${at.en}: this is not one of its slots.`
      );
    case 'candidate-overlap': {
      const other = name.assessment(broken.other);
      return say(
        `${who} aurait ${what} et ${other} en même temps le ${at.fr}.`,
        `${who} would have ${what} and ${other} at once on ${at.en}.`
      );
    }
    case 'candidate-rest': {
      const other = name.assessment(broken.other);
      return say(
        `${who} n’a pas assez de repos entre ${what} et ${other} (${at.fr}).`,
        `${who} does not get enough rest between ${what} and ${other} (${at.en}).`
      );
    }
    case 'out-of-order': {
      const other = name.assessment(broken.other);
      return say(
        `${who} doit avoir terminé ${other} avant de commencer ${what}.`,
        `${who} must have finished ${other} before beginning ${what}.`
      );
    }
    case 'candidate-lunch':
      return say(
        `${who} n’a pas le temps de déjeuner le ${dayOf(broken.at, 'fr')}.`,
        `${who} has no time for lunch on ${dayOf(broken.at, 'en')}.`
      );
    case 'panel-missing':
      return say(`Aucun jury n’entend ${who} pour ${what}.`, `No panel hears ${who} for ${what}.`);
    case 'panel-needless':
      return say(`${what} ne demande pas de jury (${who}).`, `${what} needs no panel (${who}).`);
    case 'panel-not-entitled': {
      const panel = name.panel(broken.panel);
      return say(`${panel} n’entend pas ${what}.`, `${panel} does not hear ${what}.`);
    }
    case 'conflict-of-interest': {
      const [panel, juror] = [name.panel(broken.panel), name.juror(broken.juror)];
      return say(
        `${who} ne peut pas passer devant ${panel} : ${juror} est en conflit d’intérêts avec ce candidat.`,
        `${who} cannot be heard by ${panel}: ${juror} has a conflict of interest.`
      );
    }
    case 'juror-away': {
      const [panel, juror] = [name.panel(broken.panel), name.juror(broken.juror)];
      return say(
        `${juror} (${panel}) n’est pas disponible le ${at.fr}, quand passe ${who}.`,
        `${juror} (${panel}) is not available on ${at.en}, when ${who} is heard.`
      );
    }
    case 'juror-overlap': {
      const [juror, other] = [name.juror(broken.juror), name.candidate(broken.other)];
      return say(
        `${juror} entendrait ${who} et ${other} en même temps le ${at.fr}.`,
        `${juror} would hear ${who} and ${other} at once on ${at.en}.`
      );
    }
    case 'juror-break': {
      const longest = lengthOf(problem.rules.jurorBreak?.after ?? 0);
      const juror = name.juror(broken.juror);
      return say(
        `${juror} enchaînerait plus de ${longest} sans pause le ${at.fr}.`,
        `${juror} would go on for more than ${longest} without a pause on ${at.en}.`
      );
    }
    case 'juror-lunch': {
      const juror = name.juror(broken.juror);
      return say(
        `${juror} n’a pas le temps de déjeuner le ${dayOf(broken.at, 'fr')}.`,
        `${juror} has no time for lunch on ${dayOf(broken.at, 'en')}.`
      );
    }
    case 'room-kind': {
      const room = name.room(broken.room);
      return say(
        `${room} n’est pas une salle prévue pour ${what} (${who}).`,
        `${room} is not a room meant for ${what} (${who}).`
      );
    }
    case 'room-away':
      return say(
        `${name.room(broken.room)} n’est pas disponible le ${at.fr}.`,
        `${name.room(broken.room)} is not available on ${at.en}.`
      );
    case 'room-full':
      return say(
        `${name.room(broken.room)} est déjà occupée le ${at.fr}.`,
        `${name.room(broken.room)} is already taken on ${at.en}.`
      );
    case 'room-steps':
      return say(
        `${who} a besoin d’une salle accessible : ${name.room(broken.room)} ne l’est pas.`,
        `${who} needs a step-free room: ${name.room(broken.room)} is not.`
      );
    case 'room-shared':
      return say(
        `${who} compose seul dans une salle : ${name.room(broken.room)} serait partagée le ${at.fr}.`,
        `${who} writes alone in a room: ${name.room(broken.room)} would be shared on ${at.en}.`
      );
    case 'preparation-room':
      return say(
        `La préparation de ${who} (${what}) n’a pas la salle surveillée qu’il lui faut, ou en a une sans besoin.`,
        `The preparation of ${who} (${what}) lacks its supervised room, or has one it does not need.`
      );
    case 'not-together':
      return say(
        `Tous les candidats doivent commencer ${what} à la même minute.`,
        `All candidates must begin ${what} at the same minute.`
      );
    case 'wrong-objective':
      return say(
        `Le planning annonce un coût de ${broken.said}, mais il est de ${broken.found}.`,
        `The timetable claims a cost of ${broken.said}, but it is ${broken.found}.`
      );
    case 'wrong-bound':
      return say(
        `La borne annoncée (${broken.bound}) dépasse le coût du planning (${broken.objective}).`,
        `The claimed bound (${broken.bound}) is above the cost of the timetable (${broken.objective}).`
      );
  }
}
