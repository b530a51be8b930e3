import { svg, type SVGTemplateResult } from 'lit';
import type { DayReport, SeatStretch } from '#protocol/report.ts';
import { instant } from '../formats.ts';
import { words } from '../locale.ts';
import type { Drawing } from '../report-figure.ts';
import { hourMarks, scale } from './scale.ts';

const rowHeight = 34;
const barHeight = 18;
const left = 52;
const bottom = 26;

/** A row a counter, time to the right: at the seat, serving, paused, absent, changing over. */
export function seats(report: DayReport, width: number): Drawing | null {
  const { stretches, timezone } = report;
  if (stretches.length === 0) return null;
  const counters = [...new Set(stretches.map(({ counter }) => counter))];
  const minute = (iso: string): number => localMinute(iso, stretches[0]?.from ?? iso, timezone);
  const minutes = stretches.flatMap(({ from, to }) => [minute(from), minute(to)]);
  const fromMinute = Math.floor(Math.min(...minutes) / 60) * 60;
  const toMinute = Math.ceil(Math.max(...minutes) / 60) * 60;
  const x = scale(fromMinute, toMinute, left, width - 4);
  const height = counters.length * rowHeight + bottom;
  // What lies above is drawn later: a pause stands on the seat it belongs to.
  const drawn = stretches.toSorted((a, b) => layers.indexOf(a.kind) - layers.indexOf(b.kind));
  return {
    height,
    content: svg`
      ${hourMarks(fromMinute, toMinute, width - left).map(
        (hour) => svg`<line
          class="grid"
          x1=${x(hour * 60)}
          x2=${x(hour * 60)}
          y1="0"
          y2=${height - bottom}
        /><text x=${x(hour * 60)} y=${height - 6} text-anchor="middle">${hour}:00</text>`,
      )}
      ${counters.map(
        (counter, row) => svg`<text
          class="strong"
          x="0"
          y=${row * rowHeight + rowHeight / 2 + 5}
        >${words.t('counter-row', { counter })}</text>`,
      )}
      ${drawn.map((stretch) => {
        const start = x(minute(stretch.from));
        const end = Math.max(x(minute(stretch.to)), start + 1);
        const y = counters.indexOf(stretch.counter) * rowHeight + (rowHeight - barHeight) / 2;
        return bar(stretch, start, end - start, y, report);
      })}`,
  };
}

const layers: readonly SeatStretch['kind'][] = ['open', 'serving', 'paused', 'absent', 'handover'];

function bar(
  stretch: SeatStretch,
  x: number,
  width: number,
  y: number,
  { timezone, names }: DayReport,
): SVGTemplateResult {
  const { counter, kind, from, to, clerk } = stretch;
  const title = words.t('seat-title', {
    counter,
    kind: words.t(`legend-${kind}`),
    from: instant(from, timezone, false),
    to: instant(to, timezone, false),
    clerk: clerk === null ? '' : (names.clerks[clerk] ?? clerk),
  });
  return svg`<g><title>${title}</title>${seatShape(kind, x, y, width, barHeight)}</g>`;
}

/** Each kind has a shape of its own, in the picture as in its legend. */
export function seatShape(
  kind: SeatStretch['kind'],
  x: number,
  y: number,
  width: number,
  height: number,
): SVGTemplateResult {
  const box = (name: string, inset = 0): SVGTemplateResult =>
    svg`<rect
      class=${name}
      x=${x + 0.5}
      y=${y + inset}
      width=${Math.max(width - 1, 0.8)}
      height=${height - 2 * inset}
      rx="2"
    />`;
  switch (kind) {
    case 'open':
      return box('seat');
    case 'serving':
      return box('serving', 3);
    case 'paused':
      return svg`${box('away')}<path class="mark" d="M${x + width / 2 - 2.5} ${y + 5}v${height - 10}M${x + width / 2 + 2.5} ${y + 5}v${height - 10}" />`;
    case 'absent':
      return box('away absent');
    case 'handover':
      return svg`${box('away')}<path
        class="half"
        d="M${x + 0.5} ${y + height}L${x + Math.max(width - 0.5, 1)} ${y}V${y + height}z"
      />`;
  }
}

/** Minutes since midnight of the day that `first` lies in: past midnight they go on. */
function localMinute(iso: string, first: string, timezone: string): number {
  const [day = '', time = ''] = wall(iso, timezone);
  const [firstDay = ''] = wall(first, timezone);
  const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number);
  const days = Math.round((Date.parse(day) - Date.parse(firstDay)) / 86_400_000);
  return days * 1_440 + hours * 60 + minutes + seconds / 60;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function wall(iso: string, timezone: string): readonly string[] {
  let formatter = formatters.get(timezone);
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat('sv-SE', {
      timeZone: timezone,
      dateStyle: 'short',
      timeStyle: 'medium',
    });
    formatters.set(timezone, formatter);
  }
  return formatter.format(Date.parse(iso)).split(' ');
}
