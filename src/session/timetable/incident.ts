import { z } from 'zod';
import { instant, type Problem } from './model.ts';
import type { Timed } from './objective.ts';
import { instantOf, minuteOf, spanOf } from './time.ts';
import type { Instant, Span, Window } from './time.ts';

/** What goes wrong on the day; `until` is absent when it lasts to the end of the session. */
export const incidentSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('panel-late'),
    panel: z.string(),
    minutes: z.int().min(1).max(600)
  }),
  z.strictObject({ kind: z.literal('room-lost'), room: z.string(), until: instant.optional() }),
  z.strictObject({ kind: z.literal('juror-lost'), juror: z.string(), until: instant.optional() }),
  z.strictObject({ kind: z.literal('candidate-late'), candidate: z.string(), until: instant })
]);
export type Incident = z.infer<typeof incidentSchema>;

/**
 * The problem as it has become: whoever and whatever an incident takes away is no longer available
 * from `now` on, or from the end of the sitting that is running. A panel that is late keeps, for as
 * long, its jurors, its room and the candidate it is hearing.
 */
export function withIncidents(
  problem: Problem,
  sittings: readonly Timed[],
  now: number,
  incidents: readonly Incident[]
): Problem {
  return incidents.reduce((changed, incident) => {
    switch (incident.kind) {
      case 'panel-late': {
        const running = sittings.find(
          (one) => one.panel === incident.panel && one.start < now && now < one.end
        );
        const from = running?.end ?? now;
        const lost = { from, to: from + incident.minutes };
        const { jurors } = changed.panels.find(({ id }) => id === incident.panel)!;
        return {
          ...changed,
          jurors: without(changed, 'jurors', jurors, lost),
          rooms: without(changed, 'rooms', running ? [running.room] : [], lost),
          candidates: without(changed, 'candidates', running ? [running.candidate] : [], lost)
        };
      }
      case 'room-lost': {
        const inside = sittings.filter(
          (one) => one.room === incident.room || one.preparationRoom === incident.room
        );
        const lost = lossOf(inside, now, incident.until);
        return { ...changed, rooms: without(changed, 'rooms', [incident.room], lost) };
      }
      case 'juror-lost': {
        const panels = changed.panels.filter(({ jurors }) => jurors.includes(incident.juror));
        const own = sittings.filter((one) => panels.some(({ id }) => id === one.panel));
        const lost = lossOf(own, now, incident.until);
        return { ...changed, jurors: without(changed, 'jurors', [incident.juror], lost) };
      }
      case 'candidate-late': {
        const own = sittings.filter((one) => one.candidate === incident.candidate);
        const lost = lossOf(own, now, incident.until);
        return {
          ...changed,
          candidates: without(changed, 'candidates', [incident.candidate], lost)
        };
      }
    }
  }, problem);
}

function lossOf(own: readonly Timed[], now: number, until: Instant | undefined): Span {
  const running = own.find((one) => one.start < now && now < one.end);
  return { from: running?.end ?? now, to: until === undefined ? Infinity : minuteOf(until) };
}

/** The things of a family, some of them no longer available in a stretch of time. */
function without<Family extends 'jurors' | 'rooms' | 'candidates'>(
  problem: Problem,
  family: Family,
  ids: readonly string[],
  lost: Span
): Problem[Family] {
  const always = problem.days.map(({ date, from, to }) => ({
    from: `${date}T${from}`,
    to: `${date}T${to}`
  }));
  return problem[family].map((thing) =>
    ids.includes(thing.id)
      ? { ...thing, availability: cut(thing.availability ?? always, lost) }
      : thing
  ) as Problem[Family];
}

function cut(windows: readonly Window[], lost: Span): Window[] {
  return windows.map(spanOf).flatMap(({ from, to }) =>
    [
      { from, to: Math.min(to, lost.from) },
      { from: Math.max(from, lost.to), to }
    ]
      .filter((span) => span.from < span.to)
      .map((span) => ({ from: instantOf(span.from), to: instantOf(span.to) }))
  );
}
