import { isOral } from '#referential/model.ts';
import { refuse, type Refusal } from '#platform/result.ts';
import { awayFrom, awaySentence } from './availability.ts';
import { fullName, liveMembers, type SessionFacts, type Sitting } from './model.ts';
import { spanOf } from './span.ts';

/**
 * Why a sitting cannot take place as it is: a candidate cannot be in two places, nor a panel hear
 * two orals at once, nor a juror hear whom they are tied to, or while they are away. Undefined when it can.
 */
export function clashOf(moved: Sitting, facts: SessionFacts): Refusal | undefined {
  const mine = spanOf(moved);
  const others = facts.sittings.filter(({ id }) => id !== moved.id);

  const busy = others.find((each) => {
    const theirs = spanOf(each);
    return (
      each.enrolmentId === moved.enrolmentId && theirs.start < mine.end && mine.start < theirs.end
    );
  });
  if (busy)
    return refuse(
      'session.candidate-busy',
      `Le candidat passe déjà ${busy.assessmentId} à cette heure : choisissez un autre créneau.`,
      `The candidate already sits ${busy.assessmentId} at that time: choose another slot.`
    ).error;

  const panel = facts.panels.find(({ id }) => id === moved.panelId);
  const heard = others.find((each) => {
    const theirs = spanOf(each);
    return (
      isOral(facts.referential, moved.assessmentId) &&
      isOral(facts.referential, each.assessmentId) &&
      each.panelId === moved.panelId &&
      theirs.oral < mine.end &&
      mine.oral < theirs.end
    );
  });
  if (heard) {
    const candidate = facts.enrolments.find(({ id }) => id === heard.enrolmentId);
    const name = candidate ? fullName(candidate) : '';
    return refuse(
      'session.panel-busy',
      `${panel?.name} entend déjà ${name} à cette heure : choisissez un autre créneau.`,
      `${panel?.name} is already hearing ${name} at that time: choose another slot.`
    ).error;
  }

  const tied = (panel ? liveMembers(panel) : []).find(({ jurorId }) =>
    facts.conflicts.some(
      (each) =>
        each.jurorId === jurorId && each.enrolmentId === moved.enrolmentId && each.kind !== 'none'
    )
  );
  if (tied)
    return refuse(
      'session.conflict',
      `${tied.name} a un lien déclaré avec ce candidat : choisissez un autre jury.`,
      `${tied.name} has a declared tie with this candidate: choose another panel.`
    ).error;

  const away = awayFrom(facts, moved);
  if (away) {
    const said = awaySentence(away);
    return refuse(
      'session.juror-away',
      `${said.fr}\u00a0: choisissez un autre créneau.`,
      `${said.en}: choose another slot.`
    ).error;
  }
  return undefined;
}
