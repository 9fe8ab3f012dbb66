import type { Language } from '#platform/language.ts';
import { escapeMarkup } from '#platform/markup.ts';
import { ganttWords } from './gantt-messages.ts';
import { onLines } from './lines.ts';
import { namesOf } from './messages.ts';
import type { Plan, Problem } from './model.ts';
import { groupBy, timedOf } from './objective.ts';
import type { Timed } from './objective.ts';
import { clockOf, dayOf, dayStart, minuteOf } from './time.ts';

export interface GanttOptions {
  by: 'room' | 'panel' | 'candidate';
  /** The day to draw, YYYY-MM-DD; the first of the plan when absent. */
  date?: string;
  language?: Language;
}

export interface Gantt {
  /** A complete SVG document, in ivory, ink and bottle green; black and white prints stay legible. */
  svg: string;
  /** The same data as text, for those who do not see the drawing. */
  table: { headers: string[]; rows: string[][] };
}

interface Bar {
  kind: 'sitting' | 'preparation' | 'written';
  from: number;
  to: number;
  label: string;
  detail: string;
  title: string;
}

interface Lane {
  name: string;
  /** Bars that do not meet share a line. */
  lines: Bar[][];
}

const [width, left, right, top, bottom] = [1160, 148, 12, 64, 34];
const lineHeight = { tall: 26, low: 11 };
const lanePadding = 5;

/**
 * Draws one day of a plan, a lane for each room, panel or candidate that has something to do, on a
 * clock of hours and half-hours.
 */
export function gantt(problem: Problem, plan: Plan, options: GanttOptions): Gantt {
  const language = options.language ?? 'fr';
  const words = ganttWords[language];
  const timed = plan.sittings.map(timedOf);
  const first = Math.min(...timed.map((one) => one.from));
  const day = dayStart(options.date ? minuteOf(`${options.date}T00:00`) : first);
  const today = timed
    .filter((one) => dayStart(one.from) === day)
    .sort((one, other) => one.from - other.from);
  const lanes = lanesOf(problem, today, options.by, language);
  const title = words.title(dayOf(day, language), options.by);
  return {
    svg: drawing(
      lanes,
      hoursOf(today, day),
      title,
      words.summary(today.length, lanes.length),
      language
    ),
    table: tableOf(problem, today, options.by, language)
  };
}

function lanesOf(
  problem: Problem,
  today: readonly Timed[],
  by: GanttOptions['by'],
  language: Language
): Lane[] {
  const name = namesOf(problem);
  const words = ganttWords[language];
  const barsOf = (one: Timed, id: string): Bar[] => {
    const [who, what] = [name.candidate(one.candidate), name.assessment(one.assessment)];
    const time = (from: number, to: number) =>
      `${clockOf(from, language)} – ${clockOf(to, language)}`;
    const where = [one.panel === null ? '' : name.panel(one.panel), name.room(one.room)];
    const sitting: Bar = {
      kind: one.panel === null ? 'written' : 'sitting',
      from: one.start,
      to: one.end,
      label: one.assessment,
      detail: by === 'candidate' ? (one.panel ?? one.room) : one.candidate,
      title: [time(one.start, one.end), what, who, ...where]
        .filter((part) => part !== '')
        .join(', ')
    };
    const preparation: Bar = {
      kind: 'preparation',
      from: one.from,
      to: one.start,
      label: by === 'candidate' ? '' : `${one.candidate} ${one.assessment}`,
      detail: '',
      title: `${time(one.from, one.start)}, ${words.preparation}, ${what}, ${who}`
    };
    const prepares = one.from < one.start;
    switch (by) {
      case 'candidate':
        return one.candidate === id ? [...(prepares ? [preparation] : []), sitting] : [];
      case 'panel':
        return one.panel === id ? [sitting] : [];
      case 'room':
        return [
          ...(prepares && one.preparationRoom === id ? [preparation] : []),
          ...(one.room === id ? [sitting] : [])
        ];
    }
  };
  const family = { room: problem.rooms, panel: problem.panels, candidate: problem.candidates }[by];
  return family
    .map((thing) => {
      const bars = today.flatMap((one) => barsOf(one, thing.id));
      return {
        name: thing.name ?? thing.id,
        lines: onLines(by === 'room' ? withCrowds(bars, words.crowd) : bars, (bar) => bar)
      };
    })
    .filter(({ lines }) => lines.length > 0);
}

/** Those who write the same paper in one room at the same times are one bar. */
function withCrowds(bars: readonly Bar[], crowd: (count: number) => string): Bar[] {
  const groups = groupBy(bars, (bar) =>
    bar.kind === 'written' ? `${bar.label} ${bar.from} ${bar.to}` : bar.title
  );
  return [...groups.values()].map((group) =>
    group.length === 1
      ? group[0]!
      : {
          ...group[0]!,
          detail: crowd(group.length),
          title: group.map(({ title }) => title).join('\n')
        }
  );
}

/** The full hours around what happens. */
function hoursOf(today: readonly Timed[], day: number): { from: number; to: number } {
  const from = Math.min(...today.map((one) => one.from), day + 18 * 60);
  const to = Math.max(...today.map((one) => one.end), day + 9 * 60);
  return { from: Math.floor(from / 60) * 60, to: Math.ceil(to / 60) * 60 };
}

function drawing(
  lanes: readonly Lane[],
  hours: { from: number; to: number },
  title: string,
  summary: string,
  language: Language
): string {
  const scale = (width - left - right) / Math.max(60, hours.to - hours.from);
  const x = (minute: number) => round(left + (minute - hours.from) * scale);
  const parts: string[] = [];
  let y = top;
  for (const lane of lanes) {
    const low = lane.lines.length > 1;
    const line = low ? lineHeight.low : lineHeight.tall;
    const height = lane.lines.length * line + 2 * lanePadding;
    const middle = y + height / 2 + 4;
    parts.push(
      `<text class="name" x="${left - 12}" y="${round(middle)}">${escapeMarkup(lane.name)}</text>`
    );
    lane.lines.forEach((bars, place) => {
      const barTop = y + lanePadding + place * line;
      for (const bar of bars) parts.push(drawnBar(bar, x, barTop, line - 2, low));
    });
    y += height;
    parts.push(`<line class="hair" x1="0" x2="${width - right}" y1="${y}" y2="${y}"/>`);
  }
  const grid: string[] = [];
  for (let minute = hours.from; minute <= hours.to; minute += 30) {
    const full = minute % 60 === 0;
    grid.push(
      `<line class="${full ? 'hour' : 'half'}" x1="${x(minute)}" x2="${x(minute)}" y1="${top - 4}" y2="${y}"/>`
    );
    if (full)
      grid.push(
        `<text class="clock" x="${x(minute)}" y="${top - 10}">${clockOf(minute, language)}</text>`
      );
  }
  const words = ganttWords[language];
  const drawn = new Set(lanes.flatMap(({ lines }) => lines.flat().map(({ kind }) => kind)));
  const keys = [...drawn].map(
    (kind, place) =>
      `<rect class="${kind}" x="${left + place * 150}" y="${y + 14}" width="16" height="9"/>` +
      `<text class="key" x="${left + place * 150 + 22}" y="${y + 22}">${words[kind]}</text>`
  );
  const height = y + bottom;
  return `<svg xmlns="http://www.w3.org/2000/svg" class="timetable-gantt" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="gantt-title gantt-desc" lang="${language}">
<title id="gantt-title">${escapeMarkup(title)}</title>
<desc id="gantt-desc">${escapeMarkup(summary)}</desc>
<style>${style}</style>
<rect class="paper" width="${width}" height="${height}"/>
<text class="heading" x="0" y="26">${escapeMarkup(title)}</text>
${[...grid, ...parts, ...keys].join('\n')}
</svg>`;
}

function drawnBar(
  bar: Bar,
  x: (minute: number) => number,
  y: number,
  height: number,
  low: boolean
) {
  const [from, to] = [x(bar.from), x(bar.to)];
  const middle = round((from + to) / 2);
  // About 5 units a letter at this size: a label that does not fit is left to the title.
  const fits = (text: string) => text !== '' && text.length * 4.9 < to - from;
  const text = (content: string, offset: number, name: string) =>
    fits(content)
      ? `<text class="${name} on-${bar.kind}" x="${middle}" y="${round(y + offset)}">${escapeMarkup(content)}</text>`
      : '';
  const labels = low
    ? text(
        fits(`${bar.detail} ${bar.label}`) ? `${bar.detail} ${bar.label}`.trim() : bar.detail,
        height - 1.8,
        'small'
      )
    : text(bar.label, 11, 'label') + text(bar.detail, 20, 'small');
  return `<g><title>${escapeMarkup(bar.title)}</title><rect class="${bar.kind}" x="${from}" y="${y}" width="${round(to - from - 0.6)}" height="${height}"/>${labels}</g>`;
}

function tableOf(
  problem: Problem,
  today: readonly Timed[],
  by: GanttOptions['by'],
  language: Language
): Gantt['table'] {
  const name = namesOf(problem);
  const columns = {
    candidate: (one: Timed) => name.candidate(one.candidate),
    assessment: (one: Timed) => name.assessment(one.assessment),
    panel: (one: Timed) => (one.panel === null ? '' : name.panel(one.panel)),
    room: (one: Timed) => name.room(one.room),
    preparation: (one: Timed) => (one.from < one.start ? clockOf(one.from, language) : ''),
    start: (one: Timed) => clockOf(one.start, language),
    end: (one: Timed) => clockOf(one.end, language)
  };
  const others = Object.keys(columns).filter((column) => column !== by) as (keyof typeof columns)[];
  const order = [by, ...others];
  const words = ganttWords[language].columns;
  const family = { room: problem.rooms, panel: problem.panels, candidate: problem.candidates }[by];
  const rank = new Map(family.map(({ id }, place) => [id, place]));
  const placeOf = (one: Timed) => rank.get(one[by] ?? '') ?? Infinity;
  return {
    headers: order.map((column) => words[column]),
    rows: today
      .toSorted((one, other) => placeOf(one) - placeOf(other) || one.start - other.start)
      .map((one) => order.map((column) => columns[column](one)))
  };
}

const round = (value: number): number => Math.round(value * 100) / 100;

const style = `
.timetable-gantt text { font-family: 'Inter Variable', Inter, 'Helvetica Neue', sans-serif; fill: #1b1a17; font-variant-numeric: tabular-nums; }
.timetable-gantt .paper { fill: #fbf9f4; }
.timetable-gantt .heading { font-family: 'EB Garamond Variable', 'EB Garamond', Garamond, serif; font-size: 24px; }
.timetable-gantt .name { font-size: 11px; text-anchor: end; }
.timetable-gantt .clock { font-size: 10px; text-anchor: middle; fill: #4b473e; }
.timetable-gantt .key { font-size: 10px; fill: #4b473e; }
.timetable-gantt .label { font-size: 8.5px; text-anchor: middle; letter-spacing: 0.03em; }
.timetable-gantt .small { font-size: 7.5px; text-anchor: middle; }
.timetable-gantt .on-sitting { fill: #fbf9f4; }
.timetable-gantt .hair, .timetable-gantt .hour { stroke: #ddd6c6; stroke-width: 0.6; }
.timetable-gantt .half { stroke: #ddd6c6; stroke-width: 0.4; stroke-dasharray: 1 3; }
.timetable-gantt .sitting { fill: #1f3b2e; }
.timetable-gantt .written { fill: #ecf0e8; stroke: #1f3b2e; stroke-width: 0.7; }
.timetable-gantt .preparation { fill: #f5f1e7; stroke: #857e6e; stroke-width: 0.5; stroke-dasharray: 2 1.5; }
@media print { .timetable-gantt * { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
`;
