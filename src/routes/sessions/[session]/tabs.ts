import type { Actor, Permission } from '#people';
import { reaches, sessionStatuses, type SessionFacts, type SessionStatus } from '#session';

/** The parts of a session, in the order of the work; each from a status on, for who holds a right. */
const parts = [
  { key: 'overview', path: '', rights: ['session.read'], from: 'preparing' },
  { key: 'candidates', path: '/candidates', rights: ['enrolment.read'], from: 'preparing' },
  { key: 'panels', path: '/panels', rights: ['session.read'], from: 'preparing' },
  { key: 'timetable', path: '/timetable', rights: ['session.read'], from: 'preparing' },
  {
    key: 'progress',
    path: '/progress',
    rights: ['marking.follow', 'attendance.record'],
    from: 'marking'
  },
  { key: 'invigilation', path: '/invigilation', rights: ['exam.invigilate'], from: 'marking' },
  { key: 'deliberation', path: '/deliberation', rights: ['deliberation.read'], from: 'marking' },
  { key: 'minutes', path: '/minutes', rights: ['minutes.read'], from: 'deliberating' },
  { key: 'measure', path: '/measure', rights: ['deliberation.read'], from: 'deliberating' },
  { key: 'certificates', path: '/certificates', rights: ['certificate.read'], from: 'closed' },
  { key: 'registry', path: '/registry', rights: ['registry.read'], from: 'closed' }
] as const satisfies readonly {
  key: string;
  path: string;
  rights: readonly Permission[];
  from: SessionStatus;
}[];

export type PartKey = (typeof parts)[number]['key'];

/** The parts that are open to a person now. */
export function partsFor(
  actor: Actor | null,
  facts: SessionFacts
): { key: PartKey; href: string }[] {
  if (!actor) return [];
  const reached = sessionStatuses.indexOf(facts.status);
  return parts
    .filter(({ from }) => reached >= sessionStatuses.indexOf(from))
    .filter(({ rights }) => rights.some((right) => reaches(actor, right, facts)))
    .map(({ key, path }) => ({ key, href: `/sessions/${facts.id}${path}` }));
}
