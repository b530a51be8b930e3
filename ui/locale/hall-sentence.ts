import type { HallHead } from '#protocol/views.ts';
import { common } from './common.ts';
import { dateOf, timeOfDay } from './format.ts';

const dayMs = 24 * 60 * 60 * 1000;

/**
 * What a hall says of itself in one line: open until when, time left before the intake closes,
 * how many are still served, or when it opens again.
 * @param nowMs the hall's time, milliseconds since 1970
 * @param waitingCount people still to be served, where the page knows it
 */
export function hallSentence(hall: HallHead, nowMs: number, waitingCount: number | null): string {
  switch (hall.state) {
    case 'open':
      if (hall.intakeClosedReason !== null && hall.intakeClosedReason !== '')
        return common.t('hall-intake-paused', { reason: hall.intakeClosedReason });
      if (hall.closesAt === null) return common.t('hall-open');
      return common.t('hall-open-until', { time: timeOfDay(hall.closesAt, hall.timezone) });
    case 'closing': {
      const minutes =
        hall.closesAt === null ? 0 : Math.ceil((Date.parse(hall.closesAt) - nowMs) / 60_000);
      return minutes > 0 ? common.t('hall-closing-in', { minutes }) : common.t('hall-closing-now');
    }
    case 'serving-out':
      return waitingCount === null || waitingCount === 0
        ? common.t('hall-serving-out-last')
        : common.t('hall-serving-out', { count: waitingCount });
    case 'closed': {
      if (hall.nextOpensAt === null) return common.t('hall-closed');
      const time = timeOfDay(hall.nextOpensAt, hall.timezone);
      return common.t('hall-closed-until', { when: dayWord(hall.nextOpensAt, nowMs, hall), time });
    }
  }
}

/** Today, tomorrow or the date, in the hall's own days. */
function dayWord(instant: string, nowMs: number, hall: HallHead): string {
  const day = dateOf(instant, hall.timezone);
  if (day === dateOf(nowMs, hall.timezone)) return common.t('today');
  if (day === dateOf(nowMs + dayMs, hall.timezone)) return common.t('tomorrow');
  return day;
}
