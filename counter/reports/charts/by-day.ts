import { svg } from 'lit';
import type { RangeReport } from '#protocol/report.ts';
import { dayOf } from '#ui/locale/index.ts';
import { words } from '../locale.ts';
import type { Drawing } from '../report-figure.ts';
import { scale, ticksTo } from './scale.ts';
import { gridLine } from './through-day.ts';

const height = 230;
const left = 36;
const bottom = 26;
const top = 8;

/** A bar a day: promises kept, above them those broken (crossed), above them who was not served. */
export function byDay(days: RangeReport['byDay'], width: number): Drawing | null {
  if (days.length === 0) return null;
  const ticks = ticksTo(Math.max(...days.map((day) => day.served + rest(day))));
  const x = scale(0, days.length, left, width - 4);
  const y = scale(0, ticks.at(-1) ?? 1, height - bottom, top);
  const step = x(1) - x(0);
  const barWidth = Math.min(Math.max(step - 4, 1), 48);
  const labelStep = Math.max(1, Math.ceil(46 / step));
  return {
    height,
    content: svg`
      ${ticks.map((tick) => gridLine(tick, y(tick), width))}
      ${days.map((day, index) => {
        const start = x(index) + (step - barWidth) / 2;
        const { kept, broken } = day.promise;
        const title = words.t('day-title', {
          day: dayOf(day.date),
          served: day.served,
          broken,
          missed: day.missed,
          cancelled: day.cancelled,
        });
        const part = (name: string, from: number, to: number) =>
          to > from
            ? svg`<rect class=${name} x=${start} y=${y(to)} width=${barWidth} height=${y(from) - y(to)} />`
            : svg``;
        return svg`<g>
          <title>${title}</title>
          ${part('bar', 0, kept)} ${part('broken', kept, kept + broken)}
          ${part('rest', day.served, day.served + rest(day))}
          ${
            broken > 0 && barWidth >= 9
              ? svg`<path class="cross" d=${crossAt(start + barWidth / 2, (y(kept) + y(kept + broken)) / 2)} />`
              : svg``
          }
          ${
            index % labelStep === 0
              ? svg`<text x=${x(index) + step / 2} y=${height - 6} text-anchor="middle">${day.date.slice(5)}</text>`
              : svg``
          }
        </g>`;
      })}`,
  };
}

export function rest({ missed, cancelled }: { missed: number; cancelled: number }): number {
  return missed + cancelled;
}

export function crossAt(x: number, y: number): string {
  return `M${x - 3} ${y - 3}l6 6m0-6l-6 6`;
}
