import type { BusinessDay } from '#core/vocabulary.ts';
import { weekdayNumber } from '#core/calendar/business-day.ts';
import type {
  HeatFigures,
  Overtaken,
  QuarterFigures,
  SeatTimes,
  WaitSpan,
} from '#protocol/report.ts';
import type { OvertakingFacts } from './overtaking.ts';
import type { Stretch } from './away.ts';
import type { FactKind } from './facts/facts.ts';
import type { Idle } from './facts/seat-time.ts';
import { spreadOf } from './spread.ts';

/** The sums of a report beside its tallies, each filled day by day. */

export function createSeatSums() {
  const sums = new Map<string, Record<keyof SeatTimes, number>>();
  const of = (key: string): Record<keyof SeatTimes, number> => {
    const known = sums.get(key);
    if (known !== undefined) return known;
    const made = {
      openSeconds: 0,
      idleEmptySeconds: 0,
      idleWaitingSeconds: 0,
      pausedSeconds: 0,
      absentSeconds: 0,
      handoverSeconds: 0,
    };
    sums.set(key, made);
    return made;
  };
  return {
    addStretch(key: string, { kind, fromMs, toMs }: Stretch): void {
      of(key)[`${kind}Seconds`] += toMs - fromMs;
    },
    addIdle(key: string, { emptyMs, waitingMs }: Idle): void {
      const sum = of(key);
      sum.idleEmptySeconds += emptyMs;
      sum.idleWaitingSeconds += waitingMs;
    },
    /** Summed in ms, rounded once. */
    times(key: string): SeatTimes {
      const { openSeconds, idleEmptySeconds, idleWaitingSeconds, ...away } = of(key);
      const seconds = (ms: number): number => Math.round(ms / 1000);
      return {
        openSeconds: seconds(openSeconds),
        idleEmptySeconds: seconds(idleEmptySeconds),
        idleWaitingSeconds: seconds(idleWaitingSeconds),
        pausedSeconds: seconds(away.pausedSeconds),
        absentSeconds: seconds(away.absentSeconds),
        handoverSeconds: seconds(away.handoverSeconds),
      };
    },
  };
}

const spanSeconds = 60;
const spansMax = 60;

/** How many waited how long, by the minute; an hour and more in one. */
export function createWaitSpans() {
  const counts: number[] = [];
  return {
    add(waitMs: number): void {
      const index = Math.min(Math.floor(Math.max(waitMs, 0) / 1000 / spanSeconds), spansMax);
      while (counts.length <= index) counts.push(0);
      counts[index] = (counts[index] ?? 0) + 1;
    },
    read: (): readonly WaitSpan[] =>
      counts.map((count, index) => ({
        fromSeconds: index * spanSeconds,
        toSeconds: index === spansMax ? null : (index + 1) * spanSeconds,
        count,
      })),
  };
}

const quarterMinutes = 15;
const quarterMs = quarterMinutes * 60_000;

/** Quarters of the day, the mean of the days that are told. */
export function createQuarters() {
  const sums = new Map<
    number,
    { arrivals: number; served: number; waitingMs: number; staffedMs: number }
  >();
  const of = (minute: number) => {
    const index = Math.floor(minute / quarterMinutes);
    const known = sums.get(index);
    if (known !== undefined) return known;
    const made = { arrivals: 0, served: 0, waitingMs: 0, staffedMs: 0 };
    sums.set(index, made);
    return made;
  };
  return {
    addFact(kind: FactKind, minute: number): void {
      if (kind === 'issued') of(minute).arrivals += 1;
      if (kind === 'finished') of(minute).served += 1;
    },
    addTime(minute: number, waitingMs: number, staffedMs: number): void {
      const sum = of(minute);
      sum.waitingMs += waitingMs;
      sum.staffedMs += staffedMs;
    },
    read(dayCount: number): readonly QuarterFigures[] {
      const indexes = [...sums.keys()];
      if (indexes.length === 0) return [];
      const first = Math.min(...indexes);
      const length = Math.max(...indexes) - first + 1;
      return Array.from({ length }, (_, offset) => {
        const index = first + offset;
        const { arrivals, served, waitingMs, staffedMs } = of(index * quarterMinutes);
        return {
          from: timeOfMinute(index * quarterMinutes),
          arrivals: hundredths(arrivals / dayCount),
          served: hundredths(served / dayCount),
          waiting: hundredths(waitingMs / quarterMs / dayCount),
          staffed: hundredths(staffedMs / quarterMs / dayCount),
        };
      });
    },
  };
}

export function createHeat() {
  const daysOf = new Map<number, number>();
  const cells = new Map<number, Cell>();
  let weekday = 0;
  return {
    /** The facts that follow are of this day. */
    begin(date: BusinessDay, isOpen: boolean): void {
      weekday = weekdayNumber(date);
      if (isOpen) daysOf.set(weekday, (daysOf.get(weekday) ?? 0) + 1);
    },
    add(hour: number, kind: FactKind, value: number): void {
      if (kind !== 'issued' && kind !== 'finished' && kind !== 'broken' && kind !== 'wait') return;
      const key = weekday * 24 + hour;
      const cell = cells.get(key) ?? emptyCell(weekday, hour);
      cells.set(key, cell);
      if (kind === 'issued') cell.issued += 1;
      if (kind === 'finished') cell.served += 1;
      if (kind === 'broken') cell.broken += 1;
      if (kind === 'wait') cell.waitsMs.push(value);
    },
    read: (): readonly HeatFigures[] =>
      [...cells.values()]
        .toSorted((a, b) => a.weekday - b.weekday || a.hour - b.hour)
        .map(({ waitsMs, weekday, ...rest }) => ({
          weekday,
          ...rest,
          days: daysOf.get(weekday) ?? 0,
          waitP90Seconds: spreadOf(waitsMs).p90Seconds,
        })),
  };
}

interface Cell {
  readonly weekday: number;
  readonly hour: number;
  issued: number;
  served: number;
  broken: number;
  readonly waitsMs: number[];
}

function emptyCell(weekday: number, hour: number): Cell {
  return { weekday, hour, issued: 0, served: 0, broken: 0, waitsMs: [] };
}

export function createOvertakenSum() {
  const waitedOnMs: number[] = [];
  const byClass: Record<string, number> = {};
  let tickets = 0;
  let timesMax = 0;
  return {
    add(facts: OvertakingFacts): void {
      for (const ms of facts.waitedOnMs) waitedOnMs.push(ms);
      for (const [name, calls] of Object.entries(facts.byClass)) {
        byClass[name] = (byClass[name] ?? 0) + calls;
      }
      tickets += facts.tickets;
      timesMax = Math.max(timesMax, facts.timesMax);
    },
    read: (times: number): Overtaken => ({
      times,
      tickets,
      timesMax,
      waitedOn: spreadOf(waitedOnMs),
      byClass: { ...byClass },
    }),
  };
}

function timeOfMinute(minute: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
}
