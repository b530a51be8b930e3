import { describe, expect, it } from 'vitest';
import { viewNames } from '#protocol/views.ts';
import { buildView } from '#projections/views.ts';
import { openHall } from './given.ts';
import { livedDay } from './lived-day.ts';
import { see } from './see.ts';
import { tongtai } from './tongtai.ts';

describe('kiosk', () => {
  it('what is not available says the rule that would refuse, in words, and until when', () => {
    const quota = tongtai();
    const [payment, ...others] = quota.services;
    const hall = openHall(tongtai({}, { services: [{ ...payment!, quotaPerDay: 1 }, ...others] }));
    hall.take('payment');
    const [first, second] = see(hall, 'kiosk').services;
    expect(first).toMatchObject({
      id: 'payment',
      available: false,
      waiting: 1,
      reason: {
        rule: 'quota-reached',
        text: { zh: '今天的 1 个号取完了，明天 08:30 再开始。' },
        until: '2026-03-03T00:30:00.000Z',
      },
    });
    expect(second).toMatchObject({ id: 'enquiry', available: true, reason: null });
    expect(hall.ask('issue-ticket', { service: 'payment' })).toMatchObject({
      rule: 'quota-reached',
    });
  });

  it('[never-close-early] a held intake is told with its reason, and has no time of its own', () => {
    const hall = openHall();
    hall.run('set-intake', { state: 'closed', reason: '停电' }, '9001', 'power cut');
    const view = see(hall, 'kiosk');
    expect(view.services.every(({ available }) => !available)).toBe(true);
    expect(view.services[0]?.reason).toMatchObject({ rule: 'intake-closed', until: null });
    expect(view.notices[0]?.text.zh).toBe('现在先停一会儿取号：停电。已经取到的号都有效。');
    expect(view.hall.intakeClosedReason).toBe('停电');
  });

  it('shown and refused are the same on every lived day', () => {
    for (const seed of [11, 12, 13, 14]) {
      const hall = livedDay(seed);
      for (const { id, available, reason } of see(hall, 'kiosk').services) {
        const decision = hall.ask('issue-ticket', { service: id }, { kind: 'device', device: 'k' });
        expect(available).toBe(decision.kind === 'accepted');
        expect(reason?.rule).toBe(decision.kind === 'refused' ? decision.rule : undefined);
      }
    }
  });
});

describe('ticket page', () => {
  it('place, forecast, state and what the holder may do', () => {
    const hall = openHall(tongtai({ noShow: { minCalls: 1, minSeconds: 0, rejoinAfter: 1 } }));
    hall.run('open', { counter: '3' }, '1001');
    hall.take('payment');
    const ticket = hall.take('payment');
    const page = () => see(hall, 'ticket', { ticket: ticket.id });
    hall.pass(30);
    expect(page()).toMatchObject({
      number: 'A002',
      state: 'waiting',
      ahead: 1,
      counter: null,
      waitedSeconds: 30,
      url: `http://127.0.0.1:8080/t/${ticket.id}`,
      serviceName: { zh: '缴费' },
      can: { cancel: true, rejoin: false, rate: false },
    });
    hall.run('call', { counter: '3', ticket: ticket.id }, '1001', 'asked to');
    expect(page()).toMatchObject({
      state: 'called',
      counter: '3',
      ahead: 0,
      estimate: null,
      place: { zh: '进门第 3 个' },
      can: { cancel: false, rejoin: false },
    });
    hall.run('no-show', { counter: '3' }, '1001');
    expect(page()).toMatchObject({ state: 'missed', can: { cancel: true, rejoin: true } });
    hall.run('rejoin-ticket', { ticket: ticket.id }, { kind: 'customer' });
    expect(page().ahead).toBe(1);
    expect(buildView('ticket', { ticket: '1-forged' }, hall.sources())).toBeNull();
  });

  it('[satisfaction] may be rated for five minutes, once', () => {
    const hall = openHall();
    hall.run('open', { counter: '3' }, '1001');
    const ticket = hall.take('payment');
    hall.run('call', { counter: '3' }, '1001');
    hall.run('start', { counter: '3' }, '1001');
    hall.run('finish', { counter: '3' }, '1001');
    const page = () => see(hall, 'ticket', { ticket: ticket.id });
    expect(page()).toMatchObject({ can: { rate: true }, ratingUntil: '2026-03-02T00:35:00.000Z' });
    hall.pass(301);
    expect(page()).toMatchObject({ can: { rate: false }, ratingUntil: null });
  });
});

describe('views of a hall that is not ready', () => {
  it('without configuration there is no view', () => {
    const hall = openHall();
    const state = { ...hall.state, config: null };
    for (const view of viewNames) {
      expect(buildView(view, { counter: '1' }, hall.sources({ state }))).toBeNull();
    }
  });
});
