import { about, minutesSeconds } from '#ui/locale/index.ts';

/** A span as a supervisor needs it: to the second below an hour, then as people say it. */
export function spanOf(seconds: number): string {
  return seconds < 3_600 ? minutesSeconds(seconds) : about(seconds);
}
