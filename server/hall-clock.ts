import { hoursOf } from '#core/calendar/hours-of.ts';
import { addDays, localDateOf } from '#core/calendar/business-day.ts';
import type { HallConfig } from '#core/hall-config.ts';
import {
  createSteerableClock,
  createSystemClock,
  type HallClock,
  type SteerableClock,
} from './clock/clock.ts';

export interface ClockChoice {
  readonly clock: HallClock | SteerableClock;
  /** Set where a training clock does not begin at the real time. */
  readonly note: 'asked' | 'resumed' | 'sample-morning' | null;
}

export interface ClockFacts {
  readonly config: HallConfig;
  /** Of `--clock`, or null. */
  readonly askedMs: number | null;
  readonly speed: number | null;
  /** Of the journal's last event; 0 for an empty journal. */
  readonly lastAtMs: number;
  /** The sample hall: a newcomer shall see an open hall, whatever the hour. */
  readonly isSample: boolean;
  readonly realMs: number;
}

/** Half past opening the sample hall is awake. */
const sampleMorningMs = 30 * 60_000;
const searchDaysMax = 60;

/** A working hall runs on the machine's clock; a training hall's may begin elsewhere. */
export function chooseClock(facts: ClockFacts): ClockChoice {
  const { config, askedMs, lastAtMs, realMs } = facts;
  if (!config.training) return { clock: createSystemClock(), note: null };
  const wantedMs = askedMs ?? realMs;
  const fromMs = Math.max(wantedMs, lastAtMs);
  const speed = facts.speed ?? 1;
  if (askedMs === null && facts.isSample && !isWithinHours(config, fromMs)) {
    const startMs = nextMorning(config, fromMs);
    if (startMs !== null) {
      return { clock: createSteerableClock(startMs, speed), note: 'sample-morning' };
    }
  }
  const note = fromMs > wantedMs ? 'resumed' : askedMs === null ? null : 'asked';
  return { clock: createSteerableClock(fromMs, speed), note };
}

function isWithinHours(config: HallConfig, atMs: number): boolean {
  const { timezone } = config.hall;
  const hours = hoursOf(config.hours, timezone, localDateOf(timezone, atMs));
  return hours !== null && atMs >= hours.opensAtMs && atMs < hours.remindsAtMs;
}

function nextMorning(config: HallConfig, afterMs: number): number | null {
  const { timezone } = config.hall;
  const today = localDateOf(timezone, afterMs);
  for (let ahead = 0; ahead <= searchDaysMax; ahead += 1) {
    const hours = hoursOf(config.hours, timezone, addDays(today, ahead));
    if (hours === null) continue;
    const morningMs = Math.min(hours.opensAtMs + sampleMorningMs, hours.remindsAtMs - 1);
    if (morningMs >= afterMs) return morningMs;
  }
  return null;
}
