import { describe, expect, it } from 'vitest';
import { evolve } from '#core/evolve.ts';
import { items } from '#core/sequence.ts';
import { initialDay } from '#core/state.ts';
import { createLearnedEstimator } from '#estimate/learned.ts';
import { openHall } from '../projections/given.ts';
import { livedDay } from '../projections/lived-day.ts';

describe('the estimator', () => {
  it('does not know while no counter is open, and says no wait while one is free', () => {
    const hall = openHall();
    const forNew = () => hall.estimator.forNew(hall.state, 'payment', 'ordinary', 0, hall.nowMs);
    expect(forNew()).toBeNull();
    hall.run('open', { counter: '3' }, '1001');
    expect(forNew()).toEqual({ p10Seconds: 0, p50Seconds: 0, p90Seconds: 0 });
    hall.take('payment');
    hall.run('call', { counter: '3' }, '1001');
    expect(forNew()?.p50Seconds).toBeGreaterThan(0);
    hall.run('release-counter', { counter: '3' }, '9001');
    expect(forNew()).toBeNull();
  });

  it('says the same whether it folds the day itself or is handed each state', () => {
    const { events, nowMs } = livedDay(3, 120);
    const [folding, handed] = [createLearnedEstimator(), createLearnedEstimator()];
    let state = initialDay;
    let spokenCount = 0;
    for (const event of events) {
      state = evolve(state, event);
      folding.apply(event);
      handed.apply(event, state);
      const said = handed.forNew(state, 'payment', 'ordinary', state.waitingCount, event.atMs);
      expect(said).toEqual(
        folding.forNew(state, 'payment', 'ordinary', state.waitingCount, event.atMs),
      );
      if (said !== null) spokenCount += 1;
    }
    expect(spokenCount).toBeGreaterThan(events.length / 2);
    for (const { ordinal } of items(state.tickets)) {
      expect(handed.forTicket(state, ordinal, nowMs)).toEqual(
        folding.forTicket(state, ordinal, nowMs),
      );
    }
  });

  it('before anything was seen it counts by the configured minutes', () => {
    const hall = openHall();
    hall.run('open', { counter: '3' }, '1001');
    for (let count = 0; count < 6; count += 1) hall.take('payment');
    hall.run('call', { counter: '3' }, '1001');
    const minutes = hall.state.config?.services.find(({ id }) => id === 'payment')?.expectedMinutes;
    const said = hall.estimator.forNew(hall.state, 'payment', 'ordinary', 5, hall.nowMs);
    const wholeS = 6 * (minutes ?? 0) * 60;
    expect(said?.p50Seconds).toBeGreaterThan(0.6 * wholeS);
    expect(said?.p50Seconds).toBeLessThan(1.1 * wholeS);
    expect(said?.p90Seconds).toBeGreaterThan(said?.p50Seconds ?? 0);
  });

  it('an announced return is waited for; one that nobody announced is not', () => {
    const hall = openHall();
    hall.run('open', { counter: '3' }, '1001');
    const forNew = () => hall.estimator.forNew(hall.state, 'payment', 'ordinary', 0, hall.nowMs);
    hall.run('pause', { counter: '3', kind: 'absence', reason: 'call', minutes: 10 }, '1001');
    const said = forNew();
    expect(said?.p50Seconds).toBeGreaterThan(300);
    hall.pass(240);
    expect(forNew()?.p50Seconds).toBeLessThan(said?.p50Seconds ?? 0);
  });

  it('on lived days: further back in a line never says less, and a newcomer no less than the last', () => {
    for (const seed of [1, 2, 3, 4]) {
      const { state, nowMs, estimator } = livedDay(seed, 120);
      const lines = new Map<string, { orderMs: number; ordinal: number; p90Seconds: number }[]>();
      for (const ticket of items(state.tickets)) {
        const said = estimator.forTicket(state, ticket.ordinal, nowMs);
        if (ticket.state !== 'waiting') expect(said).toBeNull();
        if (said === null || ticket.front || ticket.reservedFor !== null) continue;
        expect(said.p50Seconds).toBeGreaterThanOrEqual(0);
        expect(said.p90Seconds).toBeGreaterThanOrEqual(said.p50Seconds);
        const key = `${ticket.service}|${ticket.class}`;
        const line = lines.get(key) ?? [];
        line.push({
          orderMs: ticket.orderMs,
          ordinal: ticket.ordinal,
          p90Seconds: said.p90Seconds,
        });
        lines.set(key, line);
      }
      for (const [key, line] of lines) {
        line.sort((a, b) => a.orderMs - b.orderMs || a.ordinal - b.ordinal);
        line.forEach(({ p90Seconds }, index) => {
          expect(p90Seconds).toBeGreaterThanOrEqual(line[index - 1]?.p90Seconds ?? 0);
        });
        const [service = '', className = ''] = key.split('|');
        const last = estimator.forNew(state, service, className, line.length, nowMs);
        expect(last?.p90Seconds).toBeGreaterThanOrEqual(line.at(-1)?.p90Seconds ?? 0);
      }
    }
  });

  it('taken up in the middle of a day it knows nothing of, it answers at once', () => {
    const hall = livedDay(5, 80);
    const fresh = createLearnedEstimator({ day: hall.state });
    for (const { id } of hall.state.config?.services ?? []) {
      const said = fresh.forNew(hall.state, id, 'ordinary', 3, hall.nowMs);
      const known = hall.estimator.forNew(hall.state, id, 'ordinary', 3, hall.nowMs);
      expect(said === null).toBe(known === null);
    }
  });
});
