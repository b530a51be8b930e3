import { svg } from 'lit';
import type { Spread, WaitSpan } from '#protocol/report.ts';
import { span } from '../formats.ts';
import { words } from '../locale.ts';
import type { Drawing } from '../report-figure.ts';
import { scale, ticksTo } from './scale.ts';
import { gridLine } from './through-day.ts';

const height = 230;
const left = 36;
const bottom = 26;
const top = 22;
const shownShare = 0.985;

/** How many waited how long, a bar a minute, with the P50 and P90 written at their places. */
export function waits(all: readonly WaitSpan[], wait: Spread, width: number): Drawing | null {
  if (all.length === 0 || wait.p50Seconds === null) return null;
  const spans = withoutTail(all);
  const count = Math.max(spans.length, 10);
  const ticks = ticksTo(Math.max(...spans.map((each) => each.count)), 4);
  const x = scale(0, count, left, width - 4);
  const y = scale(0, ticks.at(-1) ?? 1, height - bottom, top);
  const labelStep = [1, 2, 5, 10].find((each) => ((width - left) / count) * each >= 48) ?? 10;
  const minutes = Array.from({ length: count + 1 }, (_, minute) => minute);
  const place = (seconds: number): number => x(Math.min(seconds / 60, count));
  return {
    height,
    content: svg`
      ${ticks.map((tick) => gridLine(tick, y(tick), width))}
      ${minutes
        .filter((minute) => minute % labelStep === 0)
        .map(
          (minute) =>
            svg`<text x=${x(minute)} y=${height - 6} text-anchor="middle">${words.t('minute', { minutes: minute })}</text>`,
        )}
      ${spans.map((each, index) => {
        const from = each.fromSeconds / 60;
        const title =
          each.toSeconds === null
            ? words.t('waits-title-last', { from, count: each.count })
            : words.t('waits-title', { from, to: each.toSeconds / 60, count: each.count });
        return svg`<rect
          class=${each.toSeconds === null ? 'rest' : 'bar'}
          x=${x(index) + 1}
          y=${y(each.count)}
          width=${Math.max(x(1) - x(0) - 2, 1)}
          height=${y(0) - y(each.count)}
        ><title>${title}</title></rect>`;
      })}
      ${mark('P50', wait.p50Seconds, 'end')} ${mark('P90', wait.p90Seconds ?? 0, 'start')}`,
  };

  function mark(name: string, seconds: number, side: 'start' | 'end') {
    const at = place(seconds);
    // The two may stand at one place: each writes to its own side.
    const isTight = side === 'end' && at < left + 90;
    return svg`<line class="mark" x1=${at} x2=${at} y1=${top - 4} y2=${height - bottom} /><text
      class="strong"
      x=${at + (side === 'start' || isTight ? 6 : -6)}
      y=${isTight ? top + 14 : top - 8}
      text-anchor=${isTight ? 'start' : side}
    >${name} ${span(seconds)}</text>`;
  }
}

/** The few longest waits stand together in a last bar, so that the others have room. */
function withoutTail(all: readonly WaitSpan[]): readonly WaitSpan[] {
  const total = all.reduce((sum, { count }) => sum + count, 0);
  let seen = 0;
  const cut = all.findIndex(({ count }) => (seen += count) >= total * shownShare) + 1;
  const tail = all.slice(cut);
  const count = tail.reduce((sum, each) => sum + each.count, 0);
  const [first] = tail;
  if (first === undefined || tail.length < 3) return all;
  return [...all.slice(0, cut), { fromSeconds: first.fromSeconds, toSeconds: null, count }];
}
