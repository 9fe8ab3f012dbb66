import { at, type Chart, dot, line, picture, text, ticks, widthOf } from './svg.ts';

export interface SeverityInput {
  title: string;
  description: string;
  /** Words at the ends of the axis: lenient, severe. */
  ends: [lenient: string, severe: string];
  head: [juror: string, severity: string, from: string, to: string];
  jurors: readonly { label: string; measure: number; se: number }[];
  format: (value: number) => string;
}

const ROW = 24;
const PLOT = 420;
const TOP = 44;

/** Each juror as a dot with the interval of two standard errors, the most severe at the top. */
export function severityChart(input: SeverityInput): Chart {
  const { title, description, ends, head, format } = input;
  const jurors = [...input.jurors].sort((a, b) => b.measure - a.measure);
  const reach = Math.max(1, ...jurors.map((j) => Math.abs(j.measure) + 2 * j.se)) * 1.05;
  const left = widthOf(jurors.map((j) => j.label));
  const x = (value: number) => left + ((value + reach) / (2 * reach)) * PLOT;
  const bottom = TOP + jurors.length * ROW;
  const axis = ticks(-reach, reach).flatMap((tick) => [
    line(x(tick), TOP - 6, x(tick), bottom, tick !== 0),
    text(x(tick), TOP - 16, format(tick), 'middle')
  ]);
  const rows = jurors.flatMap(({ label, measure, se }, i) => {
    const y = TOP + i * ROW + ROW / 2;
    return [
      text(left - 8, y, label, 'end'),
      line(x(measure - 2 * se), y, x(measure + 2 * se), y),
      dot(x(measure), y)
    ];
  });
  return {
    svg: picture(
      { width: Number(at(left + PLOT + 24)), height: bottom + 8 },
      { title, description },
      [
        text(left, TOP - 34, `← ${ends[0]}`),
        text(left + PLOT, TOP - 34, `${ends[1]} →`, 'end'),
        ...axis,
        ...rows
      ].join('')
    ),
    table: {
      caption: title,
      head: [...head],
      rows: jurors.map(({ label, measure, se }) => [
        label,
        format(measure),
        format(measure - 2 * se),
        format(measure + 2 * se)
      ])
    }
  };
}
