import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ViewSources } from '#projections/views.ts';
import { candidatesFor } from '#projections/help/candidates.ts';
import { foresee } from '#projections/help/foresight.ts';
import { outlookOf } from '#projections/help/outlook.ts';
import type { OutlookView } from '#protocol/supervisor-view.ts';
import { openHall, type Hall } from './given.ts';
import { alertsOf, see } from './see.ts';
import { tongtai } from './tongtai.ts';

function outlook(hall: Hall): OutlookView | null {
  const steps = outlookOf(hall.sources());
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** Ten for payment before counter 3 alone; two clerks are in the hall without a counter. */
function crowd(count = 10): Hall {
  const hall = openHall();
  hall.run('sign-in', { badge: '1005' });
  hall.run('open', { counter: '3' }, '1001');
  for (let each = 0; each < count; each += 1) hall.take('payment');
  hall.run('call', { counter: '3' }, '1001');
  return hall;
}

describe('what would help', () => {
  it('[ten-minute-promise] says who will be late, when, and by how much', () => {
    const hall = crowd();
    const found = outlook(hall);
    expect(found?.brokenCount).toBe(0);
    expect(found?.willBreakCount).toBeGreaterThan(4);
    const [first] = found!.atRisk;
    expect(first).toMatchObject({ service: 'payment', class: 'ordinary' });
    expect(first?.breaksAt).toBe('2026-03-02T00:40:00.000Z');
    expect(Date.parse(first!.calledAt!)).toBeGreaterThan(hall.nowMs);
    const numbers = found!.atRisk.map(({ number }) => number);
    expect(numbers).toContain('A010');
    expect(numbers).not.toContain('A002');
    hall.pass(660);
    expect(outlook(hall)).toMatchObject({ brokenCount: 9, willBreakCount: 0, atRisk: [] });
  });

  it('[disperse-the-crowd] a closed counter with somebody who is free, and what it brings', () => {
    const hall = crowd();
    const help = outlook(hall)!.help.find(({ kind }) => kind === 'open-counter');
    expect(help).toMatchObject({ counter: '1', act: null, title: { zh: '开 1 号窗口' } });
    expect(help?.detail.zh).toMatch(
      /^何洁现在空着。能多守住 \d 位的承诺，大家一共少等 \d+ 分钟。$/u,
    );
    // It brings what it says: opened, so many fewer are late.
    const before = foresee(hall.sources()).lateCount;
    hall.run('open', { counter: '1' }, '1005');
    expect(foresee(hall.sources()).lateCount).toBe(before - help!.kept);
  });

  it('names nobody where nobody is free', () => {
    const hall = crowd();
    hall.run('sign-out', { badge: '1005' });
    const help = outlook(hall)!.help.find(({ kind }) => kind === 'open-counter');
    expect(help?.detail.zh).toMatch(/^请一位能抽身的同事，或者您自己坐。/u);
  });

  it('a pause that ends, asked of its own clerk', () => {
    const hall = crowd(1);
    hall.run('open', { counter: '2' }, '1002');
    hall.run('pause', { counter: '2', kind: 'absence', reason: 'x', minutes: 30 }, '1002');
    for (let each = 0; each < 9; each += 1) hall.take('payment');
    const help = outlook(hall)!.help.find(({ kind }) => kind === 'end-pause');
    expect(help).toMatchObject({ counter: '2', act: null, title: { zh: '请 2 号回来' } });
    expect(help!.kept).toBeGreaterThan(0);
  });

  it('[disperse-the-crowd] a counter lent to the service, by one act that can be taken back', () => {
    const hall = crowd();
    hall.run('open', { counter: '4' }, '1004');
    const help = outlook(hall)!.help.find(({ kind }) => kind === 'lend-counter');
    expect(help).toMatchObject({
      id: 'lend-counter:4:payment',
      counter: '4',
      title: { zh: '让 4 号也办缴费', en: 'Let counter 4 take Payments' },
      act: {
        command: 'set-counter-services',
        args: { counter: '4', services: ['broadband', 'payment'] },
        undo: { command: 'set-counter-services', args: { counter: '4', services: ['broadband'] } },
      },
    });
    const sources = { outlook: outlook(hall) } satisfies Partial<ViewSources>;
    const alert = see(hall, 'supervisor', {}, sources).alerts.find(
      ({ kind }) => kind === 'open-a-counter',
    );
    expect(alert?.acts[0]).toMatchObject({ label: { zh: '让 4 号也办缴费' }, undo: { args: {} } });
    hall.run('set-counter-services', help!.act!.args as never, '9001');
    expect(see(hall, 'supervisor').counters.find(({ counter }) => counter === '4')).toMatchObject({
      lent: true,
      services: ['payment', 'broadband'],
    });
    const { undo } = help!.act!;
    hall.run('set-counter-services', undo.args as never, '9001');
    expect(hall.state.ownServices).toEqual({});
  });

  it('nobody is late: nothing is looked into', () => {
    const hall = openHall();
    hall.run('open', { counter: '3' }, '1001');
    hall.take('payment');
    expect(outlook(hall)).toEqual({
      asOf: '2026-03-02T00:30:00.000Z',
      brokenCount: 0,
      willBreakCount: 0,
      atRisk: [],
      help: [],
    });
    expect(candidatesFor(hall.sources(), foresee(hall.sources()))).toEqual([]);
  });

  it('what is said to help never breaks a promise more, in the hall that the core makes of it', () => {
    const services = ['payment', 'enquiry', 'broadband'];
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(2), fc.boolean()), { minLength: 1, maxLength: 30 }),
        fc.array(fc.constantFrom('closed', 'idle', 'busy', 'away'), { minLength: 4, maxLength: 4 }),
        fc.nat(900),
        (people, seats, seconds) => {
          const hall = openHall(tongtai());
          seats.forEach((seat, index) => {
            const [counter, badge] = [String(index + 1), `100${String(index + 1)}`];
            if (seat === 'closed') return;
            hall.run('open', { counter }, badge);
            if (seat === 'away') {
              hall.run('pause', { counter, kind: 'absence', reason: 'x' }, badge);
            }
          });
          for (const [service, isSpecial] of people) {
            hall.take(services[service]!, isSpecial ? 'special' : undefined);
          }
          seats.forEach((seat, index) => {
            const [counter, badge] = [String(index + 1), `100${String(index + 1)}`];
            if (seat === 'busy') hall.run('call', { counter }, badge);
          });
          hall.pass(seconds);
          const now = foresee(hall.sources());
          const found = outlook(hall)!;
          const supposed = candidatesFor(hall.sources(), now);
          expect(supposed.length).toBeLessThanOrEqual(13);
          expect(found.brokenCount + found.willBreakCount).toBe(now.lateCount);
          for (const { kind, counter, kept, minutes } of found.help) {
            expect(kept).toBeGreaterThanOrEqual(0);
            expect(kept > 0 || minutes >= 5).toBe(true);
            const same = supposed.filter((each) => each.kind === kind && each.counter === counter);
            const counts = same.map(
              (each) => foresee(hall.sources({ state: each.supposed })).lateCount,
            );
            expect(counts).toContain(now.lateCount - kept);
          }
          const gains = found.help.map(({ kept }) => kept);
          expect(gains).toEqual(gains.toSorted((a, b) => b - a));
        },
      ),
      { numRuns: 25, seed: 20260302 },
    );
  });
});

describe('an alert that somebody has seen', () => {
  const seen = (level: number) => ({
    acknowledged: new Map([
      ['promise-near:payment', { by: '9001', atMs: Date.parse('2026-03-02T00:38:00Z'), level }],
    ]),
  });

  it('stays on the board behind the others, and speaks up when it becomes worse', () => {
    const hall = openHall();
    hall.run('open', { counter: '3' }, '1001');
    hall.take('payment');
    hall.take('payment');
    hall.pass(450);
    const [alert] = alertsOf(hall, 'promise-near');
    expect(alert).toMatchObject({ level: 2, acknowledged: null });
    const { alerts } = see(hall, 'supervisor', {}, seen(2));
    expect(alerts.at(-1)).toMatchObject({
      id: 'promise-near:payment',
      acknowledged: { by: '9001', name: '王芳', at: '2026-03-02T00:38:00.000Z' },
    });
    expect(see(hall, 'supervisor', {}, seen(1)).alerts[0]).toMatchObject({ acknowledged: null });
  });
});

describe('the staff of the day', () => {
  it('who is there, at which counter, away since when and until when', () => {
    const hall = openHall();
    hall.run('sign-in', { badge: '1005' });
    hall.pass(60);
    hall.run('open', { counter: '1' }, '1001');
    hall.run('open', { counter: '3' }, '1002');
    hall.run('open', { counter: '2' }, '1003');
    hall.pass(60);
    hall.run('pause', { counter: '3', kind: 'absence', reason: 'x', minutes: 10 }, '1002');
    hall.run('close', { counter: '1' }, '1001');
    const { staff } = see(hall, 'supervisor');
    expect(staff.map(({ badge, state, counter }) => [badge, state, counter])).toEqual([
      ['1002', 'absent', '3'],
      ['1001', 'free', null],
      ['1005', 'free', null],
      ['1003', 'seated', '2'],
    ]);
    expect(staff[0]).toMatchObject({
      name: '周倩',
      since: '2026-03-02T00:32:00.000Z',
      until: '2026-03-02T00:42:00.000Z',
    });
    expect(staff[1]?.since).toBe('2026-03-02T00:32:00.000Z');
    expect(staff[2]?.since).toBe('2026-03-02T00:30:00.000Z');
    hall.run('sign-out', { badge: '1001' });
    expect(see(hall, 'supervisor').staff.map(({ badge }) => badge)).toEqual([
      '1002',
      '1005',
      '1003',
    ]);
  });
});
