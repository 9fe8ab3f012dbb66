/** The hours of a juror who cannot come for the whole day. */
import { isOral } from '#referential/model.ts';
import { civilDay } from '#platform/civil-day.ts';
import { parisInstant } from '#platform/clock.ts';
import type { Phrase } from '#platform/language.ts';
import { clockWords } from '#platform/typography.ts';
import { dayOfSitting } from './days.ts';
import {
  liveMembers,
  type Availability,
  type Panel,
  type PanelMember,
  type SessionFacts,
  type Sitting
} from './model.ts';
import { spanOf } from './span.ts';

/** When all of a panel's jurors have come on a day; as it opens when nobody comes later. */
export function panelOpensAt(panel: Panel, { opensAt }: { opensAt: Date }): Date {
  const day = civilDay(opensAt);
  const arrivals = liveMembers(panel).flatMap(({ availability }) =>
    availability ? [parisInstant(day, availability.from).getTime()] : []
  );
  return new Date(Math.max(opensAt.getTime(), ...arrivals));
}

/** The first juror of a panel who is not there while a candidate is before it. Papers wait for them. */
export function awayFrom(
  facts: Pick<SessionFacts, 'panels' | 'referential'>,
  sitting: Omit<Sitting, 'id'>
): (PanelMember & { availability: Availability }) | undefined {
  if (!isOral(facts.referential, sitting.assessmentId)) return undefined;
  const panel = facts.panels.find(({ id }) => id === sitting.panelId);
  const { oral, end } = spanOf(sitting);
  const day = dayOfSitting(sitting);
  return (panel ? liveMembers(panel) : [])
    .flatMap((member) =>
      member.availability ? [{ ...member, availability: member.availability }] : []
    )
    .find(
      ({ availability: { from, until } }) =>
        oral < parisInstant(day, from).getTime() || end > parisInstant(day, until).getTime()
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
