import type { Id } from '#platform/ids.ts';

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
