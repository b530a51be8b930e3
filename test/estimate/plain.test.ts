import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aheadOf, aheadOfNew } from '#core/disciplines/pick.ts';
import type { HallEvent } from '#core/events.ts';
import { items } from '#core/sequence.ts';
import { capacities } from '#estimate/capacity.ts';
import { createPlainEstimator, waitFor } from '#estimate/plain.ts';
import {
  configuredWeight,
  createServiceMeans,
  longestFactor,
  shortestMs,
} from '#estimate/service-means.ts';
import { openHall } from '../projections/given.ts';
import { livedDay } from '../projections/lived-day.ts';
import { tongtai } from '../projections/tongtai.ts';

describe('plain estimate', () => {
  it('is null while no counter is open, and zero while one is free', () => {
    const hall = openHall();
    const forNew = () => hall.estimator.forNew(hall.state, 'payment', 'ordinary', 0, hall.nowMs);
    expect(forNew()).toBeNull();
    hall.run('open', { counter: '3' }, '1001');
    expect(forNew()).toEqual({ p50Seconds: 0, p90Seconds: 0 });
    hall.take('payment');
    hall.run('call', { counter: '3' }, '1001');
    expect(forNew()?.p50Seconds).toBeGreaterThan(0);
    hall.run('release-counter', { counter: '3' }, '9001');
    expect(forNew()).toBeNull();
  });

  it('one busy counter, a people ahead: the (a + 1)-th of services of three minutes', () => {
    // Exact quantiles of the Erlang distribution, by shape: median, ninth decile.
    const exact = [
      [1, 0.6931, 2.3026],
      [2, 1.6783, 3.8897],
      [5, 4.6709, 7.9936],
      [20, 19.6684, 25.9025],
    ] as const;
    for (const [shape, median, ninth] of exact) {
      const made = waitFor(shape - 1, { counters: 1, idle: 0 }, 180_000)!;
      expect(Math.abs(made.p50Seconds / (180 * median) - 1)).toBeLessThan(0.02);
      expect(Math.abs(made.p90Seconds / (180 * ninth) - 1)).toBeLessThan(0.02);
      const halved = waitFor(shape - 1, { counters: 2, idle: 0 }, 180_000)!;
      expect(Math.abs(halved.p50Seconds - made.p50Seconds / 2)).toBeLessThanOrEqual(1);
    }
  });

  it('never negative, p50 at most p90, never less for a longer line, less for more counters', () => {
    const capacity = fc.record({
      counters: fc.double({ min: 0.05, max: 40, noNaN: true }),
      idle: fc.nat(20),
    });
    fc.assert(
      fc.property(
        fc.nat(3000),
        fc.nat(50),
        capacity,
        fc.integer({ min: 1000, max: 3_600_000 }),
        (ahead, more, at, meanMs) => {
          const some = waitFor(ahead, at, meanMs)!;
          const longer = waitFor(ahead + more, at, meanMs)!;
          const faster = waitFor(ahead, { ...at, counters: at.counters * 2 }, meanMs)!;
          expect(some.p50Seconds).toBeGreaterThanOrEqual(0);
          expect(some.p90Seconds).toBeGreaterThanOrEqual(some.p50Seconds);
          expect(longer.p50Seconds).toBeGreaterThanOrEqual(some.p50Seconds);
          expect(longer.p90Seconds).toBeGreaterThanOrEqual(some.p90Seconds);
          expect(faster.p90Seconds).toBeLessThanOrEqual(some.p90Seconds);
          expect(Number.isInteger(some.p50Seconds) && Number.isInteger(some.p90Seconds)).toBe(true);
        },
      ),
    );
  });

  it('on lived days: a ticket further back never hears a shorter wait than one before it', () => {
    for (const seed of [1, 2, 3, 4, 5, 6, 7, 8]) {
      const { state, nowMs, estimator } = livedDay(seed, 120);
      const lines = new Map<string, { ahead: number; p50Seconds: number }[]>();
      for (const ticket of items(state.tickets)) {
        const estimate = estimator.forTicket(state, ticket.ordinal, nowMs);
        if (ticket.state !== 'waiting') expect(estimate).toBeNull();
        if (estimate === null || ticket.reservedFor !== null) continue;
        const line = lines.get(ticket.service) ?? [];
        line.push({ ahead: aheadOf(state, ticket.ordinal, nowMs), ...estimate });
        lines.set(ticket.service, line);
      }
      for (const line of lines.values()) {
        const inOrder = line.toSorted((a, b) => a.ahead - b.ahead);
        inOrder.slice(1).forEach((each, index) => {
          expect(each.p50Seconds).toBeGreaterThanOrEqual(inOrder[index]!.p50Seconds);
        });
      }
    }
  });

  it('a new ticket is told what it would be told once it waits', () => {
    const hall = openHall();
    hall.run('open', { counter: '3' }, '1001');
    for (let count = 0; count < 5; count += 1) hall.take('payment');
    hall.run('call', { counter: '3' }, '1001');
    const ahead = aheadOfNew(hall.state, 'payment', 'ordinary', hall.nowMs);
    const before = hall.estimator.forNew(hall.state, 'payment', 'ordinary', ahead, hall.nowMs);
    const ticket = hall.take('payment');
    expect(hall.estimator.forTicket(hall.state, ticket.ordinal, hall.nowMs)).toEqual(before);
  });

  it('a ticket kept for a counter waits for that counter alone', () => {
    const hall = openHall();
    hall.run('open', { counter: '2' }, '1002');
    hall.run('open', { counter: '3' }, '1001');
    const first = hall.take('payment');
    hall.run('call', { counter: '3', ticket: first.id }, '1001');
    hall.run('transfer', { counter: '3', to: { counter: '2' }, reason: 'x' }, '1001');
    const forIt = () => hall.estimator.forTicket(hall.state, first.ordinal, hall.nowMs);
    expect(forIt()).toEqual({ p50Seconds: 0, p90Seconds: 0 });
    hall.run('pause', { counter: '2', kind: 'routine', reason: 'x' }, '1002', 'told to');
    expect(forIt()).toBeNull();
  });
});

describe('capacity', () => {
  it('a counter with several lines counts for each by its share', () => {
    const hall = openHall();
    hall.run('open', { counter: '1' }, '1001');
    const counters = () =>
      Object.fromEntries([...capacities(hall.state)].map(([id, each]) => [id, each.counters]));
    expect(counters()).toEqual({ payment: 1, enquiry: 1 });
    hall.take('payment');
    expect(counters()).toEqual({ payment: 1, enquiry: 0.5 });
    hall.take('enquiry');
    expect(counters()).toEqual({ payment: 0.5, enquiry: 0.5 });
    hall.run('open', { counter: '3' }, '1003');
    expect(counters()).toEqual({ payment: 1.5, enquiry: 0.5 });
  });
});

describe('service means', () => {
  const config = tongtai();
  const at = { seq: 1, day: '2026-03-02', atMs: 0, actor: { kind: 'hub' } } as const;
  const event = (type: string, data: object) => ({ ...at, type, data }) as unknown as HallEvent;
  const taught = (...services: readonly number[]) => {
    const means = createServiceMeans();
    means.apply(event('DayBegan', { config }));
    services.forEach((serviceMs, index) => {
      const ticket = String(index);
      means.apply(event('TicketIssued', { ticket, service: 'payment' }));
      means.apply(event('ServiceFinished', { ticket, serviceMs }));
    });
    return means;
  };

  it('the configured time counts as k services', () => {
    expect(taught().meanMs(config, 'payment')).toBe(180_000);
    const mean = (configuredWeight * 180_000 + 60_000 + 120_000) / (configuredWeight + 2);
    expect(taught(60_000, 120_000).meanMs(config, 'payment')).toBeCloseTo(mean);
    expect(taught(60_000).meanMs(config, 'enquiry')).toBe(240_000);
  });

  it('a forgotten finish is bounded, a slip of the finger is none, a new day starts afresh', () => {
    const bounded = (configuredWeight * 180_000 + longestFactor * 180_000) / (configuredWeight + 1);
    expect(taught(86_400_000).meanMs(config, 'payment')).toBeCloseTo(bounded);
    expect(taught(shortestMs - 1).meanMs(config, 'payment')).toBe(180_000);
    const means = taught(60_000, 60_000);
    means.apply(event('DayBegan', { config }));
    expect(means.meanMs(config, 'payment')).toBe(180_000);
  });

  it('a transferred ticket teaches the service that finished it', () => {
    const means = taught();
    means.apply(event('TicketIssued', { ticket: 'a', service: 'payment' }));
    means.apply(event('TicketTransferred', { ticket: 'a', service: 'enquiry' }));
    means.apply(event('ServiceFinished', { ticket: 'a', serviceMs: 60_000 }));
    expect(means.meanMs(config, 'payment')).toBe(180_000);
    expect(means.meanMs(config, 'enquiry')).toBeLessThan(240_000);
  });
});

describe('plain estimator', () => {
  it('asks for nothing before the hall is configured', () => {
    const estimator = createPlainEstimator();
    const hall = openHall();
    const state = { ...hall.state, config: null };
    expect(estimator.forNew(state, 'payment', 'ordinary', 0, 0)).toBeNull();
    expect(estimator.forTicket(state, 0, 0)).toBeNull();
  });
});
