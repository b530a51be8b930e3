import type { DayReport, RangeReport, WaitSpan } from '#protocol/report.ts';
import { weekdayWords } from '#protocol/words/report-labels.ts';
import { dayOf, textOf } from '#ui/locale/index.ts';
import { heatText, heatValue, type HeatKind } from './charts/heat.ts';
import { number, share, span } from './formats.ts';
import { words } from './locale.ts';

/** What each chart shows, in a sentence: for those who read, and those who listen. */

export function daySaid({ quarters }: Pick<DayReport, 'quarters'>): string {
  const busiest = quarters.toSorted((a, b) => b.arrivals - a.arrivals)[0];
  if (busiest === undefined) return '';
  return words.t('day-said', {
    time: busiest.from,
    arrivals: number(busiest.arrivals),
    staffed: number(Math.max(...quarters.map(({ staffed }) => staffed))),
    waiting: number(Math.max(...quarters.map(({ waiting }) => waiting))),
  });
}

const soonSeconds = 5 * 60;

export function waitsSaid({ waits, wait }: Pick<DayReport, 'waits' | 'wait'>): string {
  if (wait.p50Seconds === null) return '';
  return words.t('waits-said', {
    share: share(sum(waits.filter(isSoon)) / Math.max(sum(waits), 1)),
    p50: span(wait.p50Seconds),
    p90: span(wait.p90Seconds ?? 0),
    max: span(wait.maxSeconds ?? 0),
  });
}

export function seatsSaid({ byCounter, seats, busySeconds }: DayReport): string {
  return words.t('seats-said', {
    counters: byCounter.filter(({ openSeconds }) => openSeconds > 0).length,
    open: span(seats.openSeconds),
    busy: span(busySeconds),
  });
}

export function daysSaid({ byDay }: RangeReport): string {
  const busiest = byDay.toSorted((a, b) => b.issued - a.issued)[0];
  if (busiest === undefined) return '';
  return words.t('days-said', {
    days: byDay.length,
    day: dayOf(busiest.date),
    issued: number(busiest.issued),
  });
}

export function heatSaid({ byWeekdayHour }: RangeReport, kind: HeatKind): string {
  const highest = byWeekdayHour
    .map((cell) => ({ cell, value: heatValue(cell, kind) }))
    .toSorted((a, b) => (b.value ?? 0) - (a.value ?? 0))[0];
  if (highest === undefined || highest.value === null) return '';
  return words.t('heat-said', {
    weekday: textOf(weekdayWords[highest.cell.weekday - 1] ?? { zh: '', en: '' }),
    hour: `${String(highest.cell.hour)}:00`,
    value: heatText(highest.value, kind),
  });
}

function isSoon({ toSeconds }: WaitSpan): boolean {
  return toSeconds !== null && toSeconds <= soonSeconds;
}

function sum(spans: readonly WaitSpan[]): number {
  return spans.reduce((total, { count }) => total + count, 0);
}
