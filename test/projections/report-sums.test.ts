import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HallEvent } from '#core/events.ts';
import { ticketOf } from '#core/lookup.ts';
import { createDayFold } from '#projections/day-fold.ts';
import { createFactsFold } from '#projections/facts/day-facts.ts';
import type { GroupFigures, ReportFigures } from '#protocol/report.ts';
import { openHall } from './given.ts';
import { livedDay } from './lived-day.ts';

function reportOf(events: readonly HallEvent[]): ReportFigures {
  const fold = createDayFold();
  for (const event of events) fold.apply(event);
  return fold.figures();
}

/** Figures that sum: of every group and of the hall. */
const summed: readonly ((group: GroupFigures) => number)[] = [
  ({ issued }) => issued,
  ({ served }) => served,
  ({ missed }) => missed,
  ({ cancelled }) => cancelled,
  ({ wait }) => wait.count,
  ({ walk }) => walk.count,
  ({ serving }) => serving.count,
  ({ total }) => total.count,
  ({ promise }) => promise.kept,
  ({ promise }) => promise.broken,
  ({ recalls }) => recalls,
  ({ transfers }) => transfers,
  ({ parked }) => parked,
  ({ overtakings }) => overtakings,
  ({ ratings }) => ratings.satisfied + ratings.fair + ratings.dissatisfied,
];

function hallOf(report: ReportFigures): GroupFigures {
  const { totals, service, overtaken, ...rest } = report;
  return { ...totals, serving: service, overtakings: overtaken.times, ...rest };
}

/** How idle time is split, once more: second by second, asking the hall's state each time. */
function idleAgain(events: readonly HallEvent[]): { empty: number; waiting: number } {
  let empty = 0;
  let waiting = 0;
  const hall = openHall();
  hall.restart();
  for (const [index, event] of events.entries()) {
    hall.fold(event);
    const next = events[index + 1];
    if (next === undefined) break;
    const spanMs = next.atMs - event.atMs;
    for (const seat of Object.values(hall.state.counters)) {
      if (seat.state !== 'idle') continue;
      const counter = hall.state.config?.counters.find(({ id }) => id === seat.id);
      const offers = (service: string) =>
        counter?.services.includes('*') === true || counter?.services.includes(service) === true;
      const hasWork = hall.waitingIds().some((id) => {
        const { service, reservedFor } = ticketOf(hall.state, id);
        return reservedFor === null ? offers(service) : reservedFor === seat.id;
      });
      if (hasWork) waiting += spanMs;
      else empty += spanMs;
    }
  }
  return { empty: Math.round(empty / 1000), waiting: Math.round(waiting / 1000) };
}

describe('the groups of a report', () => {
  it('[honest-statistics] sum to the hall, however the day went', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 31 - 1 }), (seed) => {
        const { events } = livedDay(seed);
        const report = reportOf(events);
        const hall = hallOf(report);
        for (const groups of [report.byService, report.byClass, report.byHour]) {
          for (const read of summed) {
            expect(groups.reduce((sum, group) => sum + read(group), 0)).toBe(read(hall));
          }
        }
        const counters = report.byCounter.reduce((sum, each) => sum + each.served, 0);
        expect(counters).toBe(report.totals.served);
        expect(report.byClerk.reduce((sum, each) => sum + each.served, 0)).toBe(counters);
        expect(report.waits.reduce((sum, { count }) => sum + count, 0)).toBe(report.wait.count);
        const arrivals = report.quarters.reduce((sum, quarter) => sum + quarter.arrivals, 0);
        expect(arrivals).toBe(report.totals.issued);
        // Whoever sits is idle, serving, calling or away; nothing is counted twice.
        const { openSeconds, idleEmptySeconds, idleWaitingSeconds } = report.seats;
        const { pausedSeconds, absentSeconds, handoverSeconds } = report.seats;
        const told = idleEmptySeconds + idleWaitingSeconds + report.busySeconds;
        const away = pausedSeconds + absentSeconds + handoverSeconds;
        expect(told + away).toBeLessThanOrEqual(openSeconds + 6);
      }),
      { numRuns: 15, seed: 20260304 },
    );
  });

  it('[honest-statistics] facts are plain data: read back from a file they say the same', () => {
    const { events } = livedDay(21);
    const fold = createFactsFold();
    for (const event of events) fold.apply(event);
    const facts = fold.read();
    expect(JSON.parse(JSON.stringify(facts))).toEqual(facts);
    expect(facts.tickets.kind.length).toBeGreaterThan(100);
  });
});

describe('what a day’s report says besides', () => {
  it('[honest-statistics] idle with nobody waiting, and idle while somebody waits', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 31 - 1 }), (seed) => {
        const { events } = livedDay(seed, 120);
        const { seats } = reportOf(events);
        const again = idleAgain(events);
        expect([seats.idleEmptySeconds, seats.idleWaitingSeconds]).toEqual([
          again.empty,
          again.waiting,
        ]);
      }),
      { numRuns: 10, seed: 20260305 },
    );
  });

  it('[never-close-early] early closings with who, why and how long', () => {
    const hall = openHall();
    const by = { kind: 'staff', badge: '9001', role: 'supervisor' } as const;
    const reason = 'water leak';
    hall.run('set-intake', { state: 'closed', reason }, by, reason);
    hall.pass(300);
    hall.run('set-intake', { state: 'open', reason: 'dry' }, by);
    const report = reportOf(hall.events);
    expect(report.earlyClosings).toEqual([
      {
        at: '2026-03-02T00:30:00.000Z',
        by: '9001',
        reason,
        to: '2026-03-02T00:35:00.000Z',
        seconds: 300,
      },
    ]);
    expect(report.counts.earlyClosings).toBe(1);
  });

  it('[ten-minutes-early] who signs in late, and who leaves before closing', () => {
    const hall = openHall();
    hall.run('open', { counter: '3' }, '1001');
    hall.pass(600);
    hall.run('close', { counter: '3' }, '1001');
    const { signIns, signOffs, counts } = reportOf(hall.events);
    expect(signIns).toMatchObject([
      { badge: '1001', due: '2026-03-02T00:20:00.000Z', kind: 'after' },
    ]);
    expect(counts.lateSignIns).toBe(1);
    expect(signOffs).toMatchObject([{ counter: '3', clerk: '1001', released: false }]);
    expect(signOffs[0]?.beforeClosingSeconds).toBeGreaterThan(3_600);
  });

  it('[ten-minute-promise] the walk to the counter, and the total that the promise measures', () => {
    const hall = openHall();
    hall.run('open', { counter: '3' }, '1001');
    hall.take('payment');
    hall.pass(60);
    hall.run('call', { counter: '3' }, '1001');
    hall.pass(25);
    hall.run('start', { counter: '3' }, '1001');
    hall.pass(100);
    hall.run('finish', { counter: '3' }, '1001');
    const { wait, walk, service, total } = reportOf(hall.events);
    expect([wait, walk, service, total].map(({ maxSeconds }) => maxSeconds)).toEqual([
      60, 25, 100, 185,
    ]);
  });
});
