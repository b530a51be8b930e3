import { svg } from 'lit';
import type { HeatFigures } from '#protocol/report.ts';
import { weekdayWords } from '#protocol/words/report-labels.ts';
import { textOf } from '#ui/locale/index.ts';
import { number, span } from '../formats.ts';
import { words } from '../locale.ts';
import type { Drawing } from '../report-figure.ts';

export type HeatKind = 'issued' | 'wait' | 'broken';
export const heatKinds: readonly HeatKind[] = ['issued', 'wait', 'broken'];

const left = 44;
const top = 24;
const cellHeight = 32;

export function heatValue(cell: HeatFigures, kind: HeatKind): number | null {
  if (kind === 'wait') return cell.waitP90Seconds;
  return (kind === 'issued' ? cell.issued : cell.broken) / Math.max(cell.days, 1);
}

export function heatText(value: number, kind: HeatKind): string {
  return kind === 'wait' ? span(value) : number(value);
}

/** Weekdays down, hours across; the value is written in the cell, and shade only repeats it. */
export function heat(cells: readonly HeatFigures[], kind: HeatKind, width: number): Drawing | null {
  if (cells.length === 0) return null;
  const hours = cells.map(({ hour }) => hour);
  const first = Math.min(...hours);
  const count = Math.max(...hours) - first + 1;
  const cellWidth = (width - left) / count;
  const most = Math.max(...cells.map((cell) => heatValue(cell, kind) ?? 0), 0);
  const everyOther = cellWidth < 38 ? 2 : 1;
  return {
    height: top + 7 * cellHeight,
    content: svg`
      ${Array.from({ length: count }, (_, index) =>
        index % everyOther === 0
          ? svg`<text
              x=${left + (index + 0.5) * cellWidth}
              y="14"
              text-anchor="middle"
            >${first + index}</text>`
          : svg``,
      )}
      ${weekdayWords.map(
        (name, index) =>
          svg`<text class="strong" x="0" y=${top + (index + 0.5) * cellHeight + 5}>${textOf(name)}</text>`,
      )}
      ${cells.map((cell) => {
        const value = heatValue(cell, kind);
        if (value === null) return svg``;
        const x = left + (cell.hour - first) * cellWidth;
        const y = top + (cell.weekday - 1) * cellHeight;
        const strength = most === 0 ? 0 : value / most;
        const text = heatText(value, kind);
        const weekday = textOf(weekdayWords[cell.weekday - 1] ?? { zh: '', en: '' });
        return svg`<g>
          <title>${words.t('heat-title', { weekday, hour: cell.hour, value: text })}</title>
          <rect class="seat" x=${x + 1} y=${y + 1} width=${cellWidth - 2} height=${cellHeight - 2} rx="3" />
          <rect
            class="cell"
            fill-opacity=${(strength * 0.92).toFixed(2)}
            x=${x + 1}
            y=${y + 1}
            width=${cellWidth - 2}
            height=${cellHeight - 2}
            rx="3"
          />
          ${
            cellWidth >= 30
              ? svg`<text
                  class=${strength > 0.5 ? 'on-dark' : 'strong'}
                  x=${x + cellWidth / 2}
                  y=${y + cellHeight / 2 + 5}
                  text-anchor="middle"
                >${text}</text>`
              : svg``
          }
        </g>`;
      })}`,
  };
}
