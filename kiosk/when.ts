import type { HallHead } from '#protocol/views.ts';
import { common, dateOf, timeOfDay } from '#ui/locale/index.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** `今天 08:30`, `Tomorrow 08:30`, or with the date; in the hall's own days. */
export function whenWords(
  instant: string,
  nowMs: number,
  { timezone }: Pick<HallHead, 'timezone'>,
): string {
  const day = dateOf(instant, timezone);
  const time = timeOfDay(instant, timezone);
  if (day === dateOf(nowMs, timezone)) return `${capital(common.t('today'))} ${time}`;
  if (day === dateOf(nowMs + dayMs, timezone)) return `${capital(common.t('tomorrow'))} ${time}`;
  return `${day} ${time}`;
}

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

/** Whole minutes until an instant, upwards; 0 once it has passed. */
export function minutesUntil(instant: string | null, nowMs: number): number {
  if (instant === null) return 0;
  return Math.max(0, Math.ceil((Date.parse(instant) - nowMs) / 60_000));
}
