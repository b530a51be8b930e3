import { svg, type SVGTemplateResult } from 'lit';
import type { QuarterFigures } from '#protocol/report.ts';
import { number } from '../formats.ts';
import { words } from '../locale.ts';
import type { Drawing } from '../report-figure.ts';
import { hourMarks, minutesOf, scale, ticksTo } from './scale.ts';

const height = 250;
const left = 36;
const bottom = 26;
const top = 8;

/** Arrivals as bars, people waiting as a dashed line, counters at work as steps: one axis, people. */
export function throughDay(quarters: readonly QuarterFigures[], width: number): Drawing | null {
  const first = quarters[0];
  const last = quarters.at(-1);
  if (first === undefined || last === undefined) return null;
  const fromMinute = Math.floor(minutesOf(first.from) / 60) * 60;
  const toMinute = Math.ceil((minutesOf(last.from) + 15) / 60) * 60;
  const ticks = ticksTo(
    Math.max(...quarters.flatMap(({ arrivals, waiting, staffed }) => [arrivals, waiting, staffed])),
  );
  const x = scale(fromMinute, toMinute, left, width - 4);
  const y = scale(0, ticks.at(-1) ?? 1, height - bottom, top);
  const step = x(fromMinute + 15) - x(fromMinute);
  const middle = (quarter: QuarterFigures): number => x(minutesOf(quarter.from)) + step / 2;
  return {
    height,
    content: svg`
      ${ticks.map((tick) => gridLine(tick, y(tick), width))}
      ${hourMarks(fromMinute, toMinute, width - left).map(
        (hour) =>
          svg`<text x=${x(hour * 60)} y=${height - 6} text-anchor="middle">${hour}:00</text>`,
      )}
      ${quarters.map((quarter) => {
        const { from, arrivals, waiting, staffed } = quarter;
        const barTop = y(arrivals);
        return svg`<rect
          class="bar soft"
          x=${x(minutesOf(from)) + 1}
          y=${barTop}
          width=${Math.max(step - 2, 1)}
          height=${y(0) - barTop}
        ><title>${words.t('quarter-title', {
          time: from,
          arrivals: number(arrivals),
          waiting: number(waiting),
          staffed: number(staffed),
        })}</title></rect>`;
      })}
      <path class="waiting" d=${quarters
        .map(
          (each, index) =>
            `${index === 0 ? 'M' : 'L'}${round(middle(each))} ${round(y(each.waiting))}`,
        )
        .join('')} />
      <path class="staffed" d=${stepsOf(quarters, x, y, step)} />`,
  };
}

function stepsOf(
  quarters: readonly QuarterFigures[],
  x: (minute: number) => number,
  y: (value: number) => number,
  step: number,
): string {
  return quarters
    .map(({ from, staffed }, index) => {
      const start = x(minutesOf(from));
      return `${index === 0 ? 'M' : 'L'}${round(start)} ${round(y(staffed))}H${round(start + step)}`;
    })
    .join('');
}

export function gridLine(label: number | string, y: number, width: number): SVGTemplateResult {
  return svg`<line class="grid" x1=${left} x2=${width} y1=${y} y2=${y} /><text
    x=${left - 8}
    y=${y + 4}
    text-anchor="end"
  >${label}</text>`;
}

export function round(value: number): string {
  return value.toFixed(1);
}
