/** What the picture of a day draws: lines of bars on one clock, by panel, by room or by candidate. */
import { onLines } from './timetable/lines.ts';

export const chartViews = ['panel', 'room', 'candidate'] as const;
export type ChartView = (typeof chartViews)[number];

export interface ChartSitting {
  id: string;
  enrolmentId: string;
  assessmentId: string;
  panelId: string;
  form: 'oral' | 'written';
  startsAt: Date;
  oralAt: Date;
  endsAt: Date;
}
export interface ChartPanel {
  id: string;
  name: string;
  room: string;
  jurors: readonly string[];
}
export interface ChartCandidate {
  id: string;
  number: number;
  name: string;
}
export interface ChartDay {
  panels: readonly ChartPanel[];
  candidates: readonly ChartCandidate[];
  sittings: readonly ChartSitting[];
}

export interface ChartBar {
  id: string;
  form: 'oral' | 'written';
  assessmentId: string;
  /** Preparation runs from `startsAt` to `oralAt`; it is empty where it happens elsewhere. */
  startsAt: Date;
  oralAt: Date;
  endsAt: Date;
  /** The numbers of those who are there, in order, where the line does not name them. */
  numbers: readonly number[];
}
export interface ChartLine {
  id: string;
  name: string;
  /** No bar over another. */
  bars: readonly ChartBar[];
}
export interface ChartGroup {
  id: string;
  name: string;
  detail: string;
  lines: readonly ChartLine[];
}

/**
 * The lines of a day. By panel: one for each candidate heard. By candidate: one each, all in one
 * group. By room: as few lines as keep bars apart, those who write the same paper together being
 * one bar; preparation, which happens outside, is left out.
 */
export function chartOf(day: ChartDay, view: ChartView): ChartGroup[] {
  switch (view) {
    case 'panel':
      return day.panels.map(({ id, name, room, jurors }) => ({
        id,
        name,
        detail: [room, ...jurors].join(', '),
        lines: linesOfCandidates(
          day,
          day.sittings.filter(({ panelId }) => panelId === id)
        )
      }));
    case 'candidate':
      return [{ id: 'all', name: '', detail: '', lines: linesOfCandidates(day, day.sittings) }];
    case 'room':
      return [...Map.groupBy(day.panels, ({ room }) => room)].map(([room, panels]) => ({
        id: room,
        name: room,
        detail: panels.map(({ name }) => name).join(', '),
        lines: apart(presentIn(day, new Set(panels.map(({ id }) => id))))
      }));
  }
}

function linesOfCandidates(day: ChartDay, sittings: readonly ChartSitting[]): ChartLine[] {
  const own = Map.groupBy(sittings, ({ enrolmentId }) => enrolmentId);
  return day.candidates.flatMap(({ id, name }) => {
    const bars = own.get(id)?.map((sitting) => ({ ...sitting, numbers: [] }));
    return bars ? [{ id, name, bars }] : [];
  });
}

function presentIn(day: ChartDay, panels: ReadonlySet<string>): ChartBar[] {
  const numbers = new Map(day.candidates.map(({ id, number }) => [id, number]));
  const together = Map.groupBy(
    day.sittings.filter(({ panelId }) => panels.has(panelId)),
    ({ form, id, assessmentId, oralAt, endsAt }) =>
      form === 'written' ? `${assessmentId} ${oralAt.getTime()} ${endsAt.getTime()}` : id
  );
  return [...together.values()].map((group) => ({
    ...group[0]!,
    startsAt: group[0]!.oralAt,
    numbers: group
      .map(({ enrolmentId }) => numbers.get(enrolmentId) ?? 0)
      .sort((one, other) => one - other)
  }));
}

/** None over another. */
const apart = (bars: readonly ChartBar[]): ChartLine[] =>
  onLines(bars, ({ startsAt, endsAt }) => ({ from: startsAt.getTime(), to: endsAt.getTime() })).map(
    (line, place) => ({ id: String(place), name: '', bars: line })
  );
