import { ICalCalendar, ICalCalendarMethod } from 'ical-generator';
import { frenchSpaces } from '#platform/typography.ts';
import type { Language } from '#platform/language.ts';
import type { CandidateConvocation } from './convocation.ts';

const words = {
  fr: {
    preparation: (minutes: number) => frenchSpaces(`Préparation : ${minutes} min.`),
    performance: (minutes: number) => frenchSpaces(`Épreuve : ${minutes} min.`),
    number: (number: number) => frenchSpaces(`Candidat n° ${number}.`)
  },
  en: {
    preparation: (minutes: number) => `Preparation: ${minutes} min.`,
    performance: (minutes: number) => `Assessment: ${minutes} min.`,
    number: (number: number) => `Candidate no. ${number}.`
  }
} as const;

/**
 * A convocation as a calendar (iCalendar, RFC 5545): an event for each sitting. Times are written in
 * UTC, so that every calendar shows the hour of Paris in Paris. An event keeps its UID when the day
 * is planned again, and its SEQUENCE grows: importing a newer file moves events, and adds none.
 */
export function convocationCalendar(
  convocation: CandidateConvocation,
  enrolmentId: string,
  language: Language
): string {
  const say = words[language];
  const calendar = new ICalCalendar({
    name: convocation.sessionTitle,
    prodId: { company: 'Parchemin', product: 'Convocations', language: language.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH
  });
  for (const sitting of convocation.sittings) {
    const minutes = sitting.preparationMinutes + sitting.performanceMinutes;
    calendar.createEvent({
      id: `${enrolmentId}-${sitting.assessmentId}@parchemin`,
      sequence: Math.floor(convocation.madeAt.getTime() / 60_000),
      stamp: convocation.madeAt,
      start: sitting.startsAt,
      end: new Date(sitting.startsAt.getTime() + minutes * 60_000),
      summary: `${sitting.assessmentId} · ${sitting.title}`,
      location: [sitting.room, convocation.centreName, convocation.place].join(', '),
      description: [
        say.number(convocation.candidateNumber),
        ...(sitting.preparationMinutes > 0 ? [say.preparation(sitting.preparationMinutes)] : []),
        say.performance(sitting.performanceMinutes)
      ].join('\n')
    });
  }
  return calendar.toString();
}
