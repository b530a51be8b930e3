import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import type { ExplainedWait, RisenReason } from '#protocol/views.ts';
import { createRises } from '#projections/rises.ts';
import { openHall } from './given.ts';
import { see } from './see.ts';

const wait = (minutes: number) => ({ p50Seconds: minutes * 30, p90Seconds: minutes * 60 });
const usual: ExplainedWait = { ahead: 5, counters: 3, minutesEach: 3 };

describe('a wait told longer than before', () => {
  it.each<[string, Partial<ExplainedWait>, RisenReason]>([
    ['more urgent customers ahead', { ahead: 9 }, 'urgent-ahead'],
    ['a counter closed or paused', { counters: 2 }, 'fewer-counters'],
    ['services take longer', { minutesEach: 5 }, 'longer-services'],
    ['whoever is served stays longer', {}, 'longer-services'],
    ['the counters weigh more than one more ahead', { ahead: 6, counters: 1 }, 'fewer-counters'],
    ['the line weighs more than the counters', { ahead: 20, counters: 2 }, 'urgent-ahead'],
  ])('%s: says so', (_, change, reason) => {
    const rises = createRises();
    expect(rises.show('a', wait(10), usual, 0)).toEqual({ estimate: wait(10), risen: null });
    const now = { ...usual, ...change };
    const told = { estimate: wait(20), risen: reason };
    expect(rises.show('a', wait(20), now, 60_000)).toEqual(told);
    // Asked again at the same instant, by another reader.
    expect(rises.show('a', wait(20), now, 60_000)).toEqual(told);
  });

  it('counts from the best that was seen since, not from what was so at first', () => {
    const rises = createRises();
    rises.show('a', wait(10), usual, 0);
    rises.show('a', wait(10), { ...usual, ahead: 2 }, 1);
    expect(rises.show('a', wait(20), { ...usual, ahead: 5 }, 2).risen).toBe('urgent-ahead');
  });

  it('a small rise is not shown at all, and small ones do not add up unseen', () => {
    const rises = createRises();
    rises.show('a', wait(10), usual, 0);
    expect(rises.show('a', wait(11), usual, 1)).toEqual({ estimate: wait(10), risen: null });
    expect(rises.show('a', wait(12), usual, 2)).toEqual({ estimate: wait(10), risen: null });
    expect(rises.show('a', wait(13), usual, 3)).toEqual({
      estimate: wait(13),
      risen: 'longer-services',
    });
  });

  it('while its end is held, the first figures come nearer: nobody comes back too late', () => {
    const rises = createRises();
    rises.show('a', { p10Seconds: 300, p50Seconds: 400, p90Seconds: 600 }, usual, 0);
    const now = { p10Seconds: 120, p50Seconds: 380, p90Seconds: 620 };
    expect(rises.show('a', now, usual, 1).estimate).toEqual({ ...now, p90Seconds: 600 });
  });

  it('the reason stands for ten minutes, or until the wait is what it was', () => {
    const rises = createRises();
    rises.show('a', wait(10), usual, 0);
    rises.show('a', wait(20), usual, 1_000);
    expect(rises.show('a', wait(19), usual, 600_000).risen).toBe('longer-services');
    expect(rises.show('a', wait(19), usual, 601_000).risen).toBeNull();
    rises.show('a', wait(30), usual, 700_000);
    expect(rises.show('a', wait(19), usual, 701_000).risen).toBeNull();
  });

  it('from a figure to none: the counters that closed', () => {
    const rises = createRises();
    rises.show('a', wait(10), usual, 0);
    const none = { ...usual, counters: 0 };
    expect(rises.show('a', null, none, 1)).toEqual({ estimate: null, risen: 'fewer-counters' });
    expect(rises.show('b', null, none, 1)).toEqual({ estimate: null, risen: null });
  });

  it('what was told with the number counts as shown', () => {
    const rises = createRises();
    rises.told('a', wait(10));
    expect(rises.show('a', wait(20), usual, 1).risen).not.toBeNull();
  });

  it('a rise that is said in the same words is held, and counts from there', () => {
    const rises = createRises();
    rises.show('a', wait(11), usual, 0);
    expect(rises.show('a', wait(15), usual, 1_000)).toEqual({ estimate: wait(11), risen: null });
    expect(rises.show('a', wait(16), usual, 2_000)).toEqual({
      estimate: wait(16),
      risen: 'longer-services',
    });
  });

  it('whatever comes: the upper figure never rises without a reason', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(120), { minLength: 2, maxLength: 40 }), (waits) => {
        const rises = createRises();
        let before = Infinity;
        return waits.every((minutes, index) => {
          const { estimate, risen } = rises.show('a', wait(minutes), usual, index * 1_000);
          const isFair = (estimate?.p90Seconds ?? 0) <= before || risen !== null;
          before = estimate?.p90Seconds ?? 0;
          return isFair;
        });
      }),
    );
  });

  it('keeps a bounded number of tickets, the newest asked for', () => {
    const rises = createRises(2);
    rises.show('a', wait(10), usual, 0);
    rises.show('b', wait(10), usual, 0);
    rises.show('a', wait(10), usual, 0);
    rises.show('c', wait(10), usual, 0);
    expect(rises.show('a', wait(20), usual, 1).risen).not.toBeNull();
    expect(rises.show('b', wait(20), usual, 1).risen).toBeNull();
  });
});

describe('in a hall', () => {
  it('the customer’s page says why when a counter closes, and rests on what is open', () => {
    const hall = openHall();
    const rises = createRises();
    hall.run('open', { counter: '2' }, '1002');
    hall.run('open', { counter: '3' }, '1003');
    for (let count = 0; count < 8; count += 1) hall.take('payment');
    hall.run('call', { counter: '2' }, '1002');
    hall.run('call', { counter: '3' }, '1003');
    const last = hall.ticket('A008');
    const page = () => see(hall, 'ticket', { ticket: last.id }, { rises });
    const before = page();
    expect(before).toMatchObject({ risen: null, explained: { ahead: 5, counters: 2 } });
    expect(before.explained?.minutesEach).toBeGreaterThan(0);
    hall.run('release-counter', { counter: '2' }, '9001');
    const after = page();
    expect(after.estimate?.p90Seconds).toBeGreaterThan(before.estimate?.p90Seconds ?? 0);
    expect(after).toMatchObject({ risen: 'fewer-counters', explained: { counters: 1 } });
  });

  it('the clerk’s list and the supervisor’s line rest on the same', () => {
    const hall = openHall();
    hall.run('open', { counter: '3' }, '1003');
    for (let count = 0; count < 4; count += 1) hall.take('payment');
    const { next } = see(hall, 'console', { counter: '3' });
    expect(next.map(({ explained }) => explained.ahead)).toEqual([0, 1, 2, 3]);
    expect(next[3]?.estimate?.p90Seconds).toBeGreaterThan(0);
    const line = see(hall, 'supervisor').queues.find(({ service }) => service === 'payment');
    expect(line?.explained).toEqual({ ...next[3]!.explained, ahead: 4 });
  });
});
