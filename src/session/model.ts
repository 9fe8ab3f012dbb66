import type { CentreId, UserId } from '#people/model.ts';
import type { Id } from '#platform/ids.ts';
import type { Referential } from '#referential/model.ts';

export type SessionId = Id<'session'>;
export type CandidateId = Id<'candidate'>;
export type EnrolmentId = Id<'enrolment'>;
export type PanelId = Id<'panel'>;
export type SittingId = Id<'sitting'>;

/**
 * A session moves one way: it is prepared, marked on the day, deliberated, and closed when its
 * minutes are signed. A correction after that makes new minutes; the session stays closed.
 */
export const sessionStatuses = ['preparing', 'marking', 'deliberating', 'closed'] as const;
export type SessionStatus = (typeof sessionStatuses)[number];

export const sexes = ['F', 'M'] as const;
export type Sex = (typeof sexes)[number];

/** What binds a juror to a candidate. Anything but « none » forbids marking. */
export const conflictKinds = ['none', 'trained', 'employs', 'related', 'other'] as const;
export type ConflictKind = (typeof conflictKinds)[number];

export const adaptationKinds = [
  'extra-time',
  'breaks',
  'large-print',
  'high-contrast',
  'dyslexia-type',
  'read-aloud',
  'keyboard-only',
  'captions',
  'written-channel',
  'human-assistance'
] as const;
export type AdaptationKind = (typeof adaptationKinds)[number];

export interface Adaptation {
  kind: AdaptationKind;
  /** Duration factor in percent (133 = a third more time); only for extra time. */
  percent: number | null;
  /** What jurors do, in neutral words; never why. */
  instruction: string;
}

export interface Enrolment {
  id: EnrolmentId;
  number: number;
  present: boolean | null;
  candidateId: string;
  userId: string | null;
  email: string;
  birthName: string;
  usageName: string | null;
  firstNames: string;
  sex: Sex;
  birthDate: string;
  birthPlace: string;
  birthInseeCode: string | null;
  birthCountryCode: string | null;
  adaptations: Adaptation[];
  /** Assessments not to be sat again: all that they show was validated in an earlier session. */
  excused: readonly string[];
}

/** The hours of each day, as HH:MM in Paris, and how long lunch lasts within its window, in minutes. */
export interface DayHours {
  opensAt: string;
  closesAt: string;
  lunchFrom: string;
  lunchUntil: string;
  lunchMinutes: number;
}

/** Hours of the day as HH:MM in Paris, `until` after `from`. */
export interface Availability {
  from: string;
  until: string;
}

export interface PanelMember {
  jurorId: UserId;
  name: string;
  /** The only hours when they can come; null for the whole day. */
  availability: Availability | null;
  removed: boolean;
  present: boolean | null;
}

export interface Panel {
  id: PanelId;
  name: string;
  room: string;
  members: PanelMember[];
}

export interface Sitting {
  id: SittingId;
  enrolmentId: EnrolmentId;
  assessmentId: string;
  panelId: PanelId;
  startsAt: Date;
  preparationMinutes: number;
  performanceMinutes: number;
}

export interface Conflict {
  jurorId: UserId;
  enrolmentId: EnrolmentId;
  kind: ConflictKind;
}

export interface Incident {
  id: string;
  enrolmentId: EnrolmentId | null;
  description: string;
  reportedAt: Date;
}

/** A session and all that hangs from it but marks and verdicts. */
export interface SessionFacts {
  id: SessionId;
  title: string;
  /** The first day, YYYY-MM-DD */
  day: string;
  /** The last day: the first when there is one alone. */
  lastDay: string;
  place: string;
  status: SessionStatus;
  revision: number;
  presidentId: UserId | null;
  centre: { id: CentreId; name: string; city: string };
  referentialId: string;
  referential: Referential;
  /** The hours it was last planned within; null before. */
  hours: DayHours | null;
  enrolments: Enrolment[];
  panels: Panel[];
  sittings: Sitting[];
  conflicts: Conflict[];
  incidents: Incident[];
}

/** « Inès Belkacem », from the first given name and the name in use. */
export function fullName(
  person: Pick<Enrolment, 'firstNames' | 'birthName' | 'usageName'>
): string {
  const first = person.firstNames.split(/[\s,]+/)[0] ?? '';
  return `${first} ${person.usageName ?? person.birthName}`.trim();
}

/** « née Müller », of whoever uses another name than that of their birth; null of the others. */
export function bornAs(person: Pick<Enrolment, 'birthName' | 'usageName' | 'sex'>): string | null {
  const { birthName, usageName, sex } = person;
  if (usageName === null || usageName === birthName) return null;
  return `${sex === 'F' ? 'née' : 'né'} ${birthName}`;
}

/** What a candidate has to sit, in the order of the référentiel. */
export const assessmentsFor = (
  { assessments }: Referential,
  { excused }: Pick<Enrolment, 'excused'>
): Referential['assessments'] => assessments.filter(({ id }) => !excused.includes(id));

/** Jurors who sit on a panel now. */
export const liveMembers = (panel: Panel): PanelMember[] =>
  panel.members.filter(({ removed }) => !removed);

/** Every juror who sits on some panel of the session now, once. */
export function jurorsOf(facts: SessionFacts): PanelMember[] {
  const byId = new Map(
    facts.panels.flatMap(liveMembers).map((member) => [member.jurorId, member] as const)
  );
  return [...byId.values()];
}

/** The longest factor that an enrolment's adaptations put on durations: 1 without extra time. */
export const timeFactor = ({
  adaptations
}: {
  adaptations: readonly Pick<Adaptation, 'percent'>[];
}): number => Math.max(100, ...adaptations.map(({ percent }) => percent ?? 100)) / 100;
