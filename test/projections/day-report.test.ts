import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HallEvent } from '#core/events.ts';
import { createDayFold } from '#projections/day-fold.ts';
import { dayReport, type DayReport } from '#projections/day-report.ts';
import { nearestRank, spreadOf } from '#projections/spread.ts';
import { openHall, type Hall } from './given.ts';
import { recount } from './recount.ts';
import { livedDay } from './lived-day.ts';
import { tongtai } from './tongtai.ts';

function reportOf(events: readonly HallEvent[]): DayReport {
  const records = events.map((event) => ({
    seq: event.seq,
    hash: `h${String(event.seq)}`,
    body: JSON.stringify(event),
  }));
  const report = dayReport('2026-03-02', records);
  if (report === null) throw new Error('no report');
  return report;
}

function serve(hall: Hall, counter: string, badge: string, seconds: number): void {
  hall.run('call', { counter }, badge);
  hall.run('start', { counter }, badge);
  hall.pass(seconds);
  hall.run('finish', { counter }, badge);
}

describe('day report', () => {
  it('[honest-statistics] counts, spreads, promise and range of a small day', () => {
    const hall = openHall();
    hall.run('sign-in', { badge: '1001' }, '1001');
    hall.run('open', { counter: '3' }, '1001');
    hall.take('payment');
    hall.take('payment');
    hall.take('payment');
    hall.pass(60);
    serve(hall, '3', '1001', 120);
    serve(hall, '3', '1001', 300);
    hall.pass(400);
    serve(hall, '3', '1001', 30);
    const report = reportOf(hall.events);
    expect(report).toMatchObject({
      date: '2026-03-02',
      complete: false,
      totals: { issued: 3, served: 3, missed: 0, cancelled: 0 },
      wait: { count: 3, meanSeconds: 373, p50Seconds: 180, p90Seconds: 880, maxSeconds: 880 },
      service: { count: 3, meanSeconds: 150, p50Seconds: 120, p90Seconds: 300, maxSeconds: 300 },
      promise: { kept: 2, broken: 1 },
      byService: [{ service: 'payment', issued: 3, served: 3, promise: { kept: 2, broken: 1 } }],
      byCounter: [{ counter: '3', served: 3, busySeconds: 450, openSeconds: 910 }],
      byClerk: [{ badge: '1001', served: 3 }],
      byClass: [{ class: 'ordinary', served: 3 }],
      range: { fromSeq: 1, toSeq: hall.events.length, headHash: `h${String(hall.events.length)}` },
    });
    expect(dayReport('2026-03-03', [])).toBeNull();
  });

  it('[honest-statistics] an override stands in the report with who, why and the rule', () => {
    const hall = openHall();
    hall.run('open', { counter: '3' }, '1001');
    hall.take('payment');
    hall.run('pause', { counter: '3', kind: 'routine', reason: 'lunch' }, '1001', 'water leak');
    expect(reportOf(hall.events).overrides).toEqual([
      {
        at: '2026-03-02T00:30:00.000Z',
        by: '9001',
        rule: 'no-pause-while-waiting',
        rules: ['no-pause-while-waiting'],
        reason: 'water leak',
        act: 'CounterPaused',
      },
    ]);
  });

  it('[apologise-when-away] absences are counted, timed and reported with the time over', () => {
    const hall = openHall();
    hall.run('open', { counter: '3' }, '1001');
    hall.run('pause', { counter: '3', kind: 'absence', reason: 'family', minutes: 10 }, '1001');
    hall.pass(11 * 60);
    hall.run('resume', { counter: '3' }, '1001');
    hall.run('pause', { counter: '3', kind: 'routine', reason: 'tea' }, '1001');
    hall.pass(120);
    hall.run('close', { counter: '3' }, '1001');
    const report = reportOf(hall.events);
    expect(report.absences).toEqual([
      {
        counter: '3',
        clerk: '1001',
        from: '2026-03-02T00:30:00.000Z',
        to: '2026-03-02T00:41:00.000Z',
        seconds: 660,
        reason: 'family',
        overSeconds: 60,
      },
    ]);
    expect(report.pauses).toMatchObject([{ seconds: 120, overSeconds: null }]);
    expect(report.byCounter[0]).toMatchObject({
      absentSeconds: 660,
      pausedSeconds: 120,
      openSeconds: 780,
    });
  });

  it('[ten-minutes-early] the first sign-in stands beside opening minus ten minutes', () => {
    const hall = openHall(tongtai(), '08:19');
    hall.run('sign-in', { badge: '1001' }, '1001');
    hall.pass(60);
    hall.run('sign-in', { badge: '1002' }, '1002');
    hall.pass(1);
    hall.run('open', { counter: '3' }, '1003');
    hall.pass(600);
    hall.run('sign-in', { badge: '1004' }, '1004');
    hall.run('sign-in', { badge: '1001' }, '1001');
    expect(reportOf(hall.events).signIns.map(({ badge, kind }) => [badge, kind])).toEqual([
      ['1001', 'early'],
      ['1002', 'early'],
      ['1003', 'late'],
      ['1004', 'after'],
    ]);
  });

  it('[honest-statistics] reading B: how often and how long ordinary customers were overtaken', () => {
    const hall = openHall();
    hall.run('open', { counter: '3' }, '1001');
    hall.take('payment');
    hall.take('payment');
    hall.pass(60);
    hall.take('payment', 'special');
    hall.take('payment', 'special');
    serve(hall, '3', '1001', 100);
    serve(hall, '3', '1001', 100);
    serve(hall, '3', '1001', 100);
    serve(hall, '3', '1001', 100);
    expect(reportOf(hall.events).overtaken).toEqual({
      times: 4,
      tickets: 2,
      timesMax: 2,
      waitedOn: { count: 2, meanSeconds: 250, p50Seconds: 200, p90Seconds: 300, maxSeconds: 300 },
      byClass: { special: 2 },
    });
  });

  it('[ten-minute-promise] the clock starts again when the papers are complete', () => {
    const hall = openHall();
    hall.run('open', { counter: '3' }, '1001');
    const ticket = hall.take('payment');
    hall.run('call', { counter: '3' }, '1001');
    hall.run('start', { counter: '3' }, '1001');
    hall.run('park', { counter: '3', missing: ['ID card'] }, '1001');
    hall.pass(3600);
    hall.run('return-ticket', { ticket: ticket.id }, { kind: 'device', device: 'kiosk-1' });
    hall.pass(60);
    serve(hall, '3', '1001', 120);
    const report = reportOf(hall.events);
    expect(report).toMatchObject({ parked: 1, promise: { kept: 1, broken: 0 } });
    expect(report.wait.maxSeconds).toBe(0);
  });

  it('[satisfaction] ratings reach the hall, the service, the counter and the clerk', () => {
    const hall = openHall();
    hall.run('open', { counter: '3' }, '1001');
    const ticket = hall.take('payment');
    serve(hall, '3', '1001', 60);
    hall.run('rate-ticket', { ticket: ticket.id, rating: 'satisfied' }, { kind: 'customer' });
    const report = reportOf(hall.events);
    const satisfied = { satisfied: 1, fair: 0, dissatisfied: 0 };
    expect(report.ratings).toEqual(satisfied);
    expect(report.byClerk[0]?.ratings).toEqual(satisfied);
    expect(report.byService[0]?.ratings).toEqual(satisfied);
  });

  it('[one-handover-at-a-time] handovers are listed with both clerks and how they ended', () => {
    const hall = openHall();
    const record = {
      equipment: 'fine',
      hardCases: '',
      staffChanges: '',
      followUps: [],
      note: null,
    };
    hall.run('open', { counter: '3' }, '1001');
    hall.run('handover', { counter: '3', to: '1004', record }, '1001');
    hall.pass(60);
    hall.run('cancel-handover', { counter: '3' }, '1001');
    hall.run('handover', { counter: '3', to: '1004', record }, '1001');
    hall.pass(180);
    hall.run('complete-handover', { counter: '3' }, '1004');
    hall.pass(60);
    hall.take('payment');
    const report = reportOf(hall.events);
    expect(report.handovers).toMatchObject([
      { from: '1001', to: '1004', seconds: 60, ended: 'cancelled' },
      { from: '1001', to: '1004', seconds: 180, ended: 'completed' },
    ]);
    expect(report.byClerk.map(({ badge, openSeconds }) => [badge, openSeconds])).toEqual([
      ['1001', 240],
      ['1004', 60],
    ]);
  });

  it('[honest-statistics] any lived day equals an independent recount', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 31 - 1 }), (seed) => {
        const hall = livedDay(seed);
        const report = reportOf(hall.events);
        const counted = recount(hall.events);
        expect(report).toMatchObject(counted);
        expect(report.totals).toEqual(hall.state.figures);
        expect(hall.projections.figures.meanWaitSeconds).toBe(counted.wait.meanSeconds);
        expect(hall.projections.figures.promiseBroken).toBe(counted.promise.broken);
      }),
      { numRuns: 60, seed: 20260302 },
    );
  });

  it('the lived days are lived: every kind of ticket event happens in them', () => {
    const types = new Set(
      [1, 2, 3, 4, 5, 6, 7, 8].flatMap((seed) => livedDay(seed).events.map(({ type }) => type)),
    );
    const wanted: HallEvent['type'][] = [
      'TicketIssued',
      'TicketCalled',
      'TicketRecalled',
      'ServiceStarted',
      'ServiceFinished',
      'ServiceRated',
      'TicketMissed',
      'TicketRejoined',
      'TicketTransferred',
      'TicketParked',
      'TicketReturned',
      'TicketCancelled',
      'TicketPutBack',
      'CounterPaused',
      'CounterReleased',
      'HandoverCompleted',
    ];
    expect(wanted.filter((type) => !types.has(type))).toEqual([]);
  });

  it('[honest-statistics] a fold in pieces equals the whole, and reading it changes nothing', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2 ** 31 - 1 }),
        fc.integer({ min: 0, max: 500 }),
        (seed, cut) => {
          const { events } = livedDay(seed);
          const whole = createDayFold();
          events.forEach((event) => whole.apply(event));
          const pieces = createDayFold();
          events.slice(0, cut).forEach((event) => pieces.apply(event));
          pieces.figures();
          events.slice(cut).forEach((event) => pieces.apply(event));
          expect(pieces.figures()).toEqual(whole.figures());
        },
      ),
      { numRuns: 20, seed: 20260303 },
    );
  });

  it('[honest-statistics] a new business day starts the fold afresh', () => {
    const { events } = livedDay(7);
    const fold = createDayFold();
    const once = createDayFold();
    [...events, ...events].forEach((event) => fold.apply(event));
    events.forEach((event) => once.apply(event));
    expect(fold.figures()).toEqual(once.figures());
  });
});

describe('percentiles', () => {
  it('[honest-statistics] are nearest-rank: always a measured value', () => {
    const ten = [7, 2, 10, 4, 1, 6, 3, 8, 9, 5];
    const rankOf = (values: readonly number[], share: number) =>
      nearestRank(Float64Array.from(values), share);
    expect([0.5, 0.9, 1, 0.001].map((share) => rankOf(ten, share))).toEqual([5, 9, 10, 1]);
    expect(rankOf([7], 0.9)).toBe(7);
    fc.assert(
      fc.property(
        fc.array(fc.nat({ max: 30 }), { minLength: 1, maxLength: 50 }),
        fc.nat(100),
        (values, percent) => {
          const sorted = values.toSorted((a, b) => a - b);
          const rank = Math.max(1, Math.ceil((percent * values.length) / 100));
          expect(rankOf(values, percent / 100)).toBe(sorted[rank - 1]);
          const inMs = values.map((value) => value * 1000);
          expect(spreadOf(inMs)).toMatchObject({
            p50Seconds: sorted[Math.ceil(values.length / 2) - 1],
            p90Seconds: sorted[Math.ceil((values.length * 90) / 100) - 1],
            maxSeconds: sorted.at(-1),
          });
          expect(inMs).toEqual(values.map((value) => value * 1000));
        },
      ),
    );
    expect(spreadOf([])).toEqual({
      count: 0,
      meanSeconds: null,
      p50Seconds: null,
      p90Seconds: null,
      maxSeconds: null,
    });
  });
});
