import { instantOf } from '../calendar/hours-of.ts';
import { minutesOf } from '../calendar/time-of-day.ts';
import type { BusinessDay, InstantMs } from '../vocabulary.ts';
import type { HallHours } from '../hall-config.ts';
import type { Roster, Shift, ShiftKind } from './roster.ts';

/** `ten-minutes-early`: so long before the shift, or before opening, its clerk is there. */
export const earlyMs = 10 * 60_000;

export interface ShiftSpan {
  readonly dueAtMs: InstantMs;
  readonly fromMs: InstantMs;
  readonly toMs: InstantMs;
}

/** A shift as instants: by the wall clock of that day, whatever daylight saving does to it. */
export function shiftSpan(
  day: BusinessDay,
  shift: Pick<Shift, 'from' | 'to'>,
  timezone: string,
): ShiftSpan {
  const fromMs = instantOf(day, shift.from, timezone);
  return { dueAtMs: fromMs - earlyMs, fromMs, toMs: instantOf(day, shift.to, timezone) };
}

/** Whether two shifts of one day share a moment; one that begins when the other ends does not. */
export function overlap(
  one: Pick<Shift, 'from' | 'to'>,
  other: Pick<Shift, 'from' | 'to'>,
): boolean {
  return minutesOf(one.from) < minutesOf(other.to) && minutesOf(other.from) < minutesOf(one.to);
}

/** The hall's own kinds, else an early, a late and a full shift that follow from its hours. */
export function kindsOf(roster: Roster, hours: Pick<HallHours, 'weekly'>): readonly ShiftKind[] {
  if (roster.kinds !== null) return roster.kinds;
  const open = Object.values(hours.weekly).find((each) => each !== null);
  if (open === undefined) return [];
  const middle = clock((minutesOf(open.from) + minutesOf(open.to)) / 2);
  return [
    { id: 'early', name: null, from: open.from, to: middle },
    { id: 'late', name: null, from: middle, to: open.to },
    { id: 'full', name: null, from: open.from, to: open.to },
  ];
}

/** Minutes since midnight as `HH:MM`, on the half hour before. */
function clock(minutes: number): string {
  const half = Math.floor(minutes / 30) * 30;
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${two(Math.floor(half / 60))}:${two(half % 60)}`;
}
