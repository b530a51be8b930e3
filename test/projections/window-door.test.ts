import { describe, expect, it } from 'vitest';
import { buildView } from '#projections/views.ts';
import { monday, openHall } from './given.ts';
import { see } from './see.ts';

describe('window', () => {
  it('[pause-sign] [apologise-when-away] sign, apology, return and ways, the moment it changes', () => {
    const hall = openHall();
    hall.run('open', { counter: '1' }, '1001');
    hall.run('open', { counter: '2' }, '1002');
    hall.run('open', { counter: '3' }, '1003');
    hall.take('enquiry');
    hall.run('pause', { counter: '3', kind: 'absence', reason: 'x', minutes: 16 }, '1003');
    const view = see(hall, 'window', { counter: '3' });
    expect(view).toMatchObject({
      state: 'absent',
      number: null,
      clerk: { badge: '1003', name: '孙伟' },
      sign: {
        kind: 'absent',
        until: '2026-03-02T00:46:00.000Z',
        text: {
          zh: '我临时离开一下，08:46 前回来。急的话请到 1 号或 2 号。让您多等了，对不起。',
        },
        redirectTo: [
          { counter: '1', waiting: 1, place: { zh: '进门第 1 个' } },
          { counter: '2', waiting: 1 },
        ],
      },
      redirectTo: ['1', '2'],
    });
    // Where it leads to is what receives now, not what did when the sign was set.
    hall.run('pause', { counter: '1', kind: 'absence', reason: 'y' }, '1001');
    expect(see(hall, 'window', { counter: '3' }).redirectTo).toEqual(['2']);
    hall.run('resume', { counter: '3' }, '1003');
    expect(see(hall, 'window', { counter: '3' }).sign).toBeNull();
    expect(buildView('window', { counter: '99' }, hall.sources())).toBeNull();
  });

  it('[pause-sign] two away at once: the sign leads to whoever is back or has opened since', () => {
    const hall = openHall();
    hall.run('open', { counter: '1' }, '1001');
    hall.run('open', { counter: '2' }, '1002');
    hall.run('pause', { counter: '2', kind: 'absence', reason: 'x' }, '1002');
    hall.run('pause', { counter: '1', kind: 'absence', reason: 'lunch' }, '1001');
    const leadsTo = () => see(hall, 'window', { counter: '1' }).redirectTo;
    expect(leadsTo()).toEqual([]);
    hall.run('resume', { counter: '2' }, '1002');
    expect(leadsTo()).toEqual(['2']);
    hall.run('open', { counter: '3' }, '1003');
    expect(leadsTo()).toEqual(['2', '3']);
    expect(see(hall, 'window', { counter: '1' }).sign?.text.en).toMatch(/2 or 3/);
  });

  it('[satisfaction] rating is asked after the service, thanked, and gone in time', () => {
    const hall = openHall();
    hall.run('open', { counter: '3' }, '1001');
    const ticket = hall.take('payment');
    hall.run('call', { counter: '3' }, '1001');
    hall.run('start', { counter: '3' }, '1001');
    expect(see(hall, 'window', { counter: '3' })).toMatchObject({ number: 'A001', rating: null });
    hall.run('finish', { counter: '3' }, '1001');
    const rating = () => see(hall, 'window', { counter: '3' }).rating;
    expect(rating()).toEqual({
      ticket: ticket.id,
      number: 'A001',
      until: '2026-03-02T00:35:00.000Z',
      given: null,
    });
    hall.run(
      'rate-ticket',
      { ticket: ticket.id, rating: 'fair' },
      { kind: 'device', device: 'w3' },
    );
    expect(rating()?.given).toBe('fair');
    hall.take('payment');
    hall.run('call', { counter: '3' }, '1001');
    expect(rating()).toBeNull();
  });
});

describe('door', () => {
  it('[hours-on-the-door] hours of a week, exceptions, and the next opening once closed', () => {
    const hall = openHall();
    const view = see(hall, 'door');
    expect(view.hours).toHaveLength(7);
    expect(view.hours[3]).toEqual({
      day: '2026-03-05',
      from: '09:00',
      to: '16:00',
      reason: 'inventory',
    });
    expect(view.exceptions).toEqual([
      { day: '2026-03-05', from: '09:00', to: '16:00', reason: 'inventory' },
      { day: '2026-03-20', from: null, to: null, reason: 'works' },
    ]);
    hall.pass((monday('18:30') - hall.nowMs) / 1000);
    expect(see(hall, 'door').hall).toMatchObject({
      state: 'closed',
      nextOpensAt: '2026-03-03T00:30:00.000Z',
    });
  });

  it('[hours-on-the-door] what is planned stands at the door from the next day on', () => {
    const hall = openHall();
    const { config } = hall.state;
    if (config === null) throw new Error('configured');
    const own = { from: '07:00', to: '20:00' };
    const { mon, tue, ...weekly } = config.hours.weekly;
    const hours = { ...config.hours, weekly: { ...weekly, mon: own, tue: own }, exceptions: [] };
    hall.run('configure', {
      config: { ...config, hours },
      why: 'spring',
      from: 'next-opening',
    });
    const view = see(hall, 'door');
    expect(view.hours.map(({ day, from }) => [day, from]).slice(0, 4)).toEqual([
      ['2026-03-02', mon?.from],
      ['2026-03-03', '07:00'],
      ['2026-03-04', '08:30'],
      ['2026-03-05', '08:30'],
    ]);
    expect(tue?.from).toBe('08:30');
    expect(view.exceptions).toEqual([]);
    hall.pass((monday('18:30') - hall.nowMs) / 1000);
    const opensAt = '2026-03-02T23:00:00.000Z';
    expect(see(hall, 'door').hall.nextOpensAt).toBe(opensAt);
    const nowMs = monday('06:00') + 86_400_000;
    expect(see(hall, 'door', {}, { nowMs }).hall).toMatchObject({ opensAt, nextOpensAt: opensAt });
  });

  it('[hours-on-the-door] before the first command of a new day the door shows the new day', () => {
    const hall = openHall();
    hall.pass((monday('18:30') - hall.nowMs) / 1000);
    // Nothing happened over night: the state is still that of Monday.
    const nowMs = monday('07:00') + 3 * 86_400_000;
    const view = see(hall, 'door', {}, { nowMs });
    expect(hall.state.day).toBe('2026-03-02');
    expect(view.hours[0]?.day).toBe('2026-03-05');
    expect(view.hall).toMatchObject({
      opensAt: '2026-03-05T01:00:00.000Z',
      closesAt: '2026-03-05T08:00:00.000Z',
      nextOpensAt: '2026-03-05T01:00:00.000Z',
    });
  });
});
