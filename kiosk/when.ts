import type { HallHead } from '#protocol/views.ts';
import { common, dateOf, timeOfDay } from '#ui/locale/index.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** `今天 08:30`, `tomorrow 08:30`, or with the date; in the hall's own days. */
export function whenWords(
  instant: string,
  nowMs: number,
  { timezone }: Pick<HallHead, 'timezone'>,
): string {
  const day = dateOf(instant, timezone);
  const time = timeOfDay(instant, timezone);
  if (day === dateOf(nowMs, timezone)) return `${common.t('today')} ${time}`;
  if (day === dateOf(nowMs + dayMs, timezone)) return `${common.t('tomorrow')} ${time}`;
  return `${day} ${time}`;
}

/** Whole minutes until an instant, upwards; 0 once it has passed. */
export function minutesUntil(instant: string | null, nowMs: number): number {
  if (instant === null) return 0;
  return Math.max(0, Math.ceil((Date.parse(instant) - nowMs) / 60_000));
}
