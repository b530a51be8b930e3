import { describe, expect, it } from 'vitest';
import { openHall } from './given.ts';
import { livedDay } from './lived-day.ts';
import { alertsOf, board, desk, see } from './see.ts';
import { tongtai } from './tongtai.ts';

describe('supervisor', () => {
  it('[ten-minute-promise] near and broken promises, worst first, with an act the core accepts', () => {
    const hall = openHall();
    hall.run('open', { counter: '2' }, '1002');
    hall.take('broadband');
    hall.pass(200);
    hall.take('payment');
    hall.pass(436);
    const { alerts } = board(hall);
    expect(alerts.slice(0, 2)).toMatchObject([
      {
        id: 'promise-broken:broadband',
        title: { zh: 'C001 宽带已超承诺 36 秒' },
        detail: { zh: '2 号能接。' },
        acts: [
          {
            command: 'move-ticket',
            args: { ticket: hall.ticket('C001').id, counter: '2', place: 'front' },
            label: { zh: '让 2 号先叫 C001' },
          },
        ],
      },
      { id: 'promise-near:payment', title: { zh: '缴费有 1 位快到承诺' } },
    ]);
    const [act] = alerts[0]!.acts;
    hall.run('move-ticket', act!.args as never, '9001');
    expect(desk(hall, '2').next[0]?.number).toBe('C001');
    expect(alertsOf(hall, 'promise-broken')[0]?.acts).toEqual([]);
  });

  it('[disperse-the-crowd] a forecast past the promise names the counters that could open', () => {
    const hall = openHall();
    hall.run('open', { counter: '3' }, '1001');
    for (let count = 0; count < 8; count += 1) hall.take('payment');
    hall.run('call', { counter: '3' }, '1001');
    const [alert] = alertsOf(hall, 'open-a-counter');
    expect(alert?.title.zh).toMatch(/^缴费要等约 2\d 分钟，超过承诺$/u);
    expect(alert?.detail.zh).toBe('承诺 10 分钟。1 号或 2 号窗口能办，现在没开。');
    hall.run('open', { counter: '1' }, '1002');
    hall.run('open', { counter: '2' }, '1003');
    hall.run('open', { counter: '4' }, '1004');
    expect(alertsOf(hall, 'open-a-counter')).toEqual([]);
  });

  it('[disperse-the-crowd] people whom no open counter serves are an alert of their own', () => {
    const hall = openHall();
    hall.run('open', { counter: '3' }, '1001');
    hall.take('broadband');
    expect(alertsOf(hall, 'nobody-serves')[0]).toMatchObject({
      title: { zh: '宽带有 1 位在等，没有窗口在办' },
      detail: { zh: '2 号或 4 号能办，请开一个。' },
    });
    hall.run('open', { counter: '4' }, '1004');
    expect(alertsOf(hall, 'nobody-serves')).toEqual([]);
  });

  it('[apologise-when-away] an absence past its announced return', () => {
    const hall = openHall();
    hall.run('open', { counter: '3' }, '1001');
    hall.run('pause', { counter: '3', kind: 'absence', reason: '家里急事', minutes: 10 }, '1001');
    hall.pass(600);
    expect(alertsOf(hall, 'absence-long')).toEqual([]);
    hall.pass(60);
    expect(alertsOf(hall, 'absence-long')[0]).toMatchObject({
      title: { zh: '3 号离开 11 分钟' },
      detail: { zh: '李敏，家里急事。说好 08:40 回。' },
      acts: [{ command: 'release-counter' }],
    });
    expect(desk(hall, '3').reminders[0]).toMatchObject({ kind: 'absence-over' });
  });

  it('a service that drags on, devices, storage and the clock', () => {
    const hall = openHall();
    hall.run('open', { counter: '3' }, '1001');
    hall.take('payment');
    hall.run('call', { counter: '3' }, '1001');
    hall.run('start', { counter: '3' }, '1001');
    hall.pass(11 * 60);
    const device = (name: string, change: object) => ({
      device: name,
      kind: 'display' as const,
      name,
      state: 'approved' as const,
      code: '4821',
      online: true,
      sound: null,
      speaks: false,
      lastSeenAt: '2026-03-02T00:31:00.000Z',
      ...change,
    });
    const devices = [
      device('a', { state: 'pending' }),
      device('b', { online: false }),
      device('c', { sound: 'blocked' }),
      device('d', { state: 'revoked', online: false }),
      device('e', { sound: 'ready' }),
    ];
    const health = { writable: false, clockBehindMs: 75_000 };
    const { alerts } = see(hall, 'supervisor', {}, { devices, health });
    expect(alerts.map(({ id }) => id)).toEqual([
      'storage:hub',
      'clock:hub',
      'service-long:3',
      'device-offline:b',
      'sound-blocked:c',
      'device-pending:a',
    ]);
    expect(alerts.map(({ rank }) => rank)).toEqual(
      alerts.map(({ rank }) => rank).toSorted((a, b) => a - b),
    );
  });

  it('figures, dots by time, missed and parked, bounded', () => {
    const hall = openHall(tongtai({ noShow: { minCalls: 1, minSeconds: 0, rejoinAfter: 1 } }));
    hall.run('open', { counter: '3' }, '1001');
    for (let count = 0; count < 60; count += 1) {
      hall.take('payment');
      hall.run('call', { counter: '3' }, '1001');
      hall.run('no-show', { counter: '3' }, '1001');
    }
    for (let count = 0; count < 50; count += 1) {
      hall.pass(1);
      hall.take('payment', count % 2 === 0 ? 'special' : 'ordinary');
    }
    const view = board(hall);
    expect(view.missed).toHaveLength(50);
    expect(view.missed[0]?.number).toBe('A060');
    expect(view.queues[0]?.dots).toHaveLength(40);
    const waited = view.queues[0]!.dots.map(({ waitedSeconds }) => waitedSeconds);
    expect(waited).toEqual(waited.toSorted((a, b) => b - a));
    expect(view.queues[0]).toMatchObject({
      count: 50,
      byClass: { ordinary: 25, special: 25, vip: 0 },
      promiseSeconds: 600,
      expectedSeconds: 180,
    });
    expect(view.figures).toMatchObject({
      waiting: 50,
      issued: 110,
      missed: 60,
      meanWaitSeconds: 0,
    });
  });

  it('every act of every alert is one the core accepts from a supervisor', () => {
    let acts = 0;
    for (let seed = 60; seed < 90; seed += 1) {
      const hall = livedDay(seed, 100);
      hall.pass(900);
      for (const { acts: offered } of board(hall).alerts) {
        for (const act of offered) {
          const decision = hall.ask(
            act.command as 'tick',
            act.args as Record<string, never>,
            '9001',
          );
          expect(decision.kind, act.command).toBe('accepted');
          acts += 1;
        }
      }
      expect(board(hall).alerts.length).toBeLessThanOrEqual(20);
    }
    expect(acts).toBeGreaterThan(10);
  });
});
