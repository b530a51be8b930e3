import type { HallHead } from '#protocol/views.ts';
import { spanOf } from './span.ts';
import { words } from './board-locale.ts';

/** Before this, the closing is far away and says nothing. */
const soonSeconds = 3_600;

/** What stands in the way of taking numbers, or how long they are still given; empty: neither. */
export function intakeWords(hall: HallHead, nowMs: number): string {
  if (hall.intakeClosedReason !== null) {
    return words.t('intake-held', { reason: hall.intakeClosedReason });
  }
  if (hall.state !== 'open' && hall.state !== 'closing') return '';
  const left = hall.closesAt === null ? null : (Date.parse(hall.closesAt) - nowMs) / 1000;
  if (left === null || left <= 0 || left > soonSeconds) return '';
  return words.t('closes-in', { span: spanOf(Math.ceil(left)) });
}
