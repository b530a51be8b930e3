import { describe, expect, it } from 'vitest';
import { createRandom } from '#server/people/random.ts';
import { dayAsPlan, type DayAsPlan } from '#server/what-if/day-as-plan.ts';
import { dayLike, poisson } from '#server/what-if/days-like.ts';
import { halfHourOf } from '#server/what-if/half-hours.ts';
import { findLeastStaffing, openingOrder, staffingOf } from '#server/what-if/least-staffing.ts';
import { runWhatIf } from '#server/what-if/run.ts';
import type { PlannedCustomer } from '#server/people/plan.ts';
import { testConfig } from '../support/hall-config.ts';
import { clerk, customer, hallDay } from '../support/hall-day.ts';

const minuteMs = 60_000;
const nineMs = Date.parse('2026-03-02T09:00:00+08:00');

/** Three counters that can do everything. */
const config = {
  ...testConfig,
  counters: testConfig.counters.slice(0, 3).map((each) => ({ ...each, services: ['*'] })),
};

/** A morning at the hall of the tests: somebody for payments every so many seconds. */
function morning(everySeconds: number, serviceSeconds: number, count: number): DayAsPlan {
  const customers = Array.from({ length: count }, (_, index): PlannedCustomer => ({
    arrivesAtMs: nineMs + index * everySeconds * 1000,
    class: 'ordinary',
    legs: [{ service: 'payment', serviceMs: serviceSeconds * 1000, counter: null }],
    leavesAtMs: null,
    walkMs: 0,
    noShow: false,
  }));
  return {
    day: '2026-03-02',
    config,
    beginsAtMs: nineMs - 90 * minuteMs,
    plan: { customers, counters: [] },
  };
}

describe('a day that happened, as a plan', () => {
  it('tells arrivals, services, departures and who sat where', () => {
    const hall = hallDay().at('08:30').open('1', '1001').at('09:00');
    const served = hall.issue('payment');
    hall.later(5);
    const gone = hall.issue('payment');
    hall.do('call', { counter: '1' }, clerk('1001'));
    hall.later(20).do('start', { counter: '1' }, clerk('1001'));
    hall.later(40).do('cancel-ticket', { ticket: gone.id }, customer);
    hall.later(60).do('finish', { counter: '1' }, clerk('1001'));
    hall.do('pause', { counter: '1', kind: 'routine', reason: 'water', minutes: 5 }, clerk('1001'));
    hall.later(300).do('resume', { counter: '1' }, clerk('1001'));
    hall.later(600).do('close', { counter: '1' }, clerk('1001'));

    const { plan, day } = dayAsPlan(hall.history);
    expect(day).toBe('2026-03-02');
    expect(plan.customers).toEqual([
      {
        arrivesAtMs: served.queuedAtMs,
        class: 'ordinary',
        legs: [{ service: 'payment', serviceMs: 100_000, counter: null }],
        leavesAtMs: null,
        walkMs: 20_000,
        noShow: false,
      },
      expect.objectContaining({ leavesAtMs: nineMs + 65_000, noShow: false }),
    ]);
    const stays = plan.counters.map(({ counter, badge, opensAtMs, closesAtMs }) => [
      counter,
      badge,
      closesAtMs - opensAtMs,
    ]);
    // The pause is a counter that nobody staffs.
    expect(stays).toEqual([
      ['1', '1001', 30 * minuteMs + 125_000],
      ['1', '1001', 10 * minuteMs],
    ]);
  });

  it('[disperse-the-crowd] knows a counter that was lent during the day, and lends it again', async () => {
    const place = { prefers: [], backup: null, place: null };
    const counters = [
      { ...place, id: '1', services: ['payment'] },
      { ...place, id: '2', services: ['enquiry'] },
    ];
    const hall = hallDay({ counters });
    hall.at('08:30').open('1', '1001').at('09:00');
    const asked = hall.issue('payment');
    hall.do('call', { counter: '1' }, clerk('1001'));
    hall.later(60).do('start', { counter: '1' }, clerk('1001'));
    hall.later(60).do('finish', { counter: '1' }, clerk('1001'));
    hall.later(60).do('set-counter-services', { counter: '1', services: ['payment', 'enquiry'] });
    const helped = hall.issue('enquiry');
    hall.later(30).do('call', { counter: '1' }, clerk('1001'));
    hall.do('start', { counter: '1' }, clerk('1001'));
    hall.later(90).do('finish', { counter: '1' }, clerk('1001'));
    hall.later(60).do('close', { counter: '1' }, clerk('1001'));
    expect([asked.service, helped.service]).toEqual(['payment', 'enquiry']);

    const day = dayAsPlan(hall.history);
    const lend = { atMs: nineMs + 180_000, counter: '1', services: ['payment', 'enquiry'] };
    expect(day.lends).toEqual([lend]);
    expect(day.plan.counters[0]?.services).toEqual(['payment', 'enquiry']);
    const again = await runWhatIf(day);
    expect(again.figures.totals.served).toBe(2);
    expect((await runWhatIf(day, { lends: [] })).figures.totals.served).toBe(1);
  });

  it('tells who did not come, and who came back, as two arrivals', () => {
    const hall = hallDay().at('08:30').open('1', '1001').at('09:00');
    const ticket = hall.issue('payment');
    hall.do('call', { counter: '1' }, clerk('1001'));
    hall.later(70).do('recall', { counter: '1' }, clerk('1001'));
    hall.later(5).do('no-show', { counter: '1' }, clerk('1001'));
    hall.later(30).do('rejoin-ticket', { ticket: ticket.id }, customer);
    hall.do('call', { counter: '1' }, clerk('1001'));
    hall.do('start', { counter: '1' }, clerk('1001'));
    hall.later(50).do('finish', { counter: '1' }, clerk('1001'));
    const { customers } = dayAsPlan(hall.history).plan;
    expect(customers.map(({ noShow, arrivesAtMs }) => [noShow, arrivesAtMs - nineMs])).toEqual([
      [true, 0],
      [false, 105_000],
    ]);
  });

  it('needs a business day', () => {
    expect(() => dayAsPlan([])).toThrow('no business day');
  });
});

describe('what if', () => {
  const day = morning(60, 150, 60);
  const slots = [0, 1, 2].map((index) => nineMs + index * 30 * minuteMs);

  it('[ten-minute-promise] two counters are late where three are in time', async () => {
    const two = await runWhatIf(day, {
      counters: staffingOf(config, slots, ['1', '2'], [2, 2, 2]),
    });
    const three = await runWhatIf(day, {
      counters: staffingOf(config, slots, ['1', '2', '3'], [3, 3, 3]),
    });
    expect(two.figures.totals.served).toBe(60);
    expect(two.figures.promise.broken).toBeGreaterThan(0);
    expect(three.figures.promise).toEqual({ kept: 60, broken: 0 });
    expect(three.figures.wait.maxSeconds).toBe(0);
  });

  it('is the same each time, and leaves its input alone', async () => {
    const counters = staffingOf(config, slots, ['1', '2'], [2, 1, 2]);
    const before = JSON.stringify(day);
    const first = await runWhatIf(day, { counters });
    expect(await runWhatIf(day, { counters })).toEqual(first);
    expect(JSON.stringify(day)).toBe(before);
  });

  it('[serve-everyone-queued] serves those who are left when every planned clerk has gone', async () => {
    const counters = staffingOf(config, slots, ['1'], [1, 1, 1]);
    const { figures, endsAtMs } = await runWhatIf(day, { counters });
    expect(figures.totals.served).toBe(60);
    expect(endsAtMs).toBeGreaterThan(nineMs + 90 * minuteMs);
  });
});

describe('the least staffing', () => {
  it('keeps the promise, and not with one counter less in any half hour', async () => {
    const day = morning(60, 150, 60);
    const goal = { keptShare: 0.95, seed: 7, dayCount: 3, trialsMax: 200 };
    const found = await findLeastStaffing(day, goal);
    expect(found).toMatchObject({ isReached: true, isLeast: true });
    expect(found.keptShare).toBeGreaterThanOrEqual(0.95);
    // Two and a half counters' work: two are too few, and four are never needed all the time.
    expect(found.counterHours).toBeGreaterThan(2);
    expect(found.counterHours).toBeLessThan(6);
    expect(await findLeastStaffing(day, goal)).toEqual(found);
  });

  it('says so when services alone are longer than the promise', async () => {
    const day = morning(300, 900, 12);
    const found = await findLeastStaffing(day, {
      keptShare: 0.95,
      seed: 7,
      dayCount: 2,
      trialsMax: 100,
    });
    expect(found.isReached).toBe(false);
    expect(found.reachableShare).toBe(0);
  });

  it('opens first who can do what nobody else there can', () => {
    const { customers } = morning(60, 150, 10).plan;
    const [one, two, three] = config.counters;
    if (one === undefined || two === undefined || three === undefined) throw new Error('three');
    const counters = [
      { ...one, services: ['enquiry'] },
      { ...two, services: ['enquiry', 'payment'] },
      { ...three, services: ['payment'] },
    ];
    expect(openingOrder({ ...config, counters }, customers)).toEqual(['2', '3', '1']);
  });
});

describe('days like one', () => {
  it('have as many customers in a half hour as chance has it, each like one of those', () => {
    const { customers } = morning(60, 150, 60).plan;
    const random = createRandom(3);
    const counts = Array.from({ length: 200 }, () => dayLike(customers, random).length);
    const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
    expect(mean).toBeGreaterThan(57);
    expect(mean).toBeLessThan(63);
    const drawn = dayLike(customers, random);
    expect(drawn.map((each) => each.arrivesAtMs)).toEqual(
      drawn.map((each) => each.arrivesAtMs).toSorted((a, b) => a - b),
    );
    expect(drawn.every((each) => halfHourOf(each.arrivesAtMs) >= nineMs)).toBe(true);
  });

  it('have the variance of their mean, also for long lines', () => {
    const random = createRandom(11);
    for (const expected of [4, 1_200]) {
      const counts = Array.from({ length: 2_000 }, () => poisson(random, expected));
      const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
      const variance = counts.reduce((sum, count) => sum + (count - mean) ** 2, 0) / counts.length;
      expect(Math.abs(mean / expected - 1)).toBeLessThan(0.05);
      expect(Math.abs(variance / expected - 1)).toBeLessThan(0.15);
    }
  });
});
