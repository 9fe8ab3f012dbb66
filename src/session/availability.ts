/** The hours of a juror who cannot come for the whole day. */
import { isOral } from '#referential/model.ts';
import { parisInstant } from '#platform/clock.ts';
import type { Phrase } from '#platform/language.ts';
import { clockWords } from '#platform/typography.ts';
import {
  liveMembers,
  type Availability,
  type Panel,
  type PanelMember,
  type SessionFacts,
  type Sitting
} from './model.ts';
import { spanOf } from './span.ts';

/** When all of a panel's jurors have come; `opensAt` when nobody comes later. */
export function panelOpensAt(panel: Panel, day: string, opensAt: Date): Date {
  const arrivals = liveMembers(panel).flatMap(({ availability }) =>
    availability ? [parisInstant(day, availability.from).getTime()] : []
  );
  return new Date(Math.max(opensAt.getTime(), ...arrivals));
}

/** The first juror of a panel who is not there while a candidate is before it. Papers wait for them. */
export function awayFrom(
  facts: Pick<SessionFacts, 'day' | 'panels' | 'referential'>,
  sitting: Omit<Sitting, 'id'>
): (PanelMember & { availability: Availability }) | undefined {
  if (!isOral(facts.referential, sitting.assessmentId)) return undefined;
  const panel = facts.panels.find(({ id }) => id === sitting.panelId);
  const { oral, end } = spanOf(sitting);
  return (panel ? liveMembers(panel) : [])
    .flatMap((member) =>
      member.availability ? [{ ...member, availability: member.availability }] : []
    )
    .find(
      ({ availability: { from, until } }) =>
        oral < parisInstant(facts.day, from).getTime() ||
        end > parisInstant(facts.day, until).getTime()
    );
}

/** « Odile Renaud n’est là que de 9 h à 16 h » */
export function awaySentence({
  name,
  availability: { from, until }
}: {
  name: string;
  availability: Availability;
}): Phrase {
  return {
    fr: `${name} n’est là que de ${clockWords(from, 'fr')} à ${clockWords(until, 'fr')}`,
    en: `${name} is only there from ${clockWords(from, 'en')} to ${clockWords(until, 'en')}`
  };
}
