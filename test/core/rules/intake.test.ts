import { describe, expect, it } from 'vitest';
import { clerk, customer, hallDay, kiosk, supervisor } from '#test/support/hall-day.ts';
import { testConfig } from '#test/support/hall-config.ts';

describe('taking a number', () => {
  it('stands in the event with queue time, class, people ahead and prefix', () => {
    const hall = hallDay().at('09:00');
    hall.issue('payment');
    hall.do('issue-ticket', { service: 'payment', class: 'special', language: 'en' }, kiosk);
    expect(hall.history.at(-1)).toMatchObject({
      type: 'TicketIssued',
      atMs: hall.atMs,
      data: { number: 'A002', class: 'special', language: 'en', ahead: 0, source: 'kiosk' },
    });
    hall.issue('payment');
    expect(hall.history.at(-1)).toMatchObject({ data: { number: 'A003', ahead: 2 } });
  });

  it('names an unknown service or class', () => {
    const hall = hallDay().at('09:00');
    expect(hall.ask('issue-ticket', { service: 'pets' }, kiosk)).toEqual({
      kind: 'unknown',
      what: 'service',
      id: 'pets',
    });
    expect(hall.ask('issue-ticket', { service: 'payment', class: 'king' }, kiosk)).toMatchObject({
      what: 'class',
      id: 'king',
    });
  });

  it('[outside-hours] gives no number before opening, and no override helps', () => {
    const hall = hallDay();
    expect(hall.refused('issue-ticket', { service: 'payment' }, kiosk)).toMatchObject({
      rule: 'outside-hours',
      overridable: false,
    });
  });

  it('[quota-reached] gives no more numbers than the day has, save by a supervisor', () => {
    const [payment, enquiry] = testConfig.services;
    if (payment === undefined || enquiry === undefined) throw new Error('two services');
    const hall = hallDay({ services: [{ ...payment, quotaPerDay: 1 }, enquiry] }).at('09:00');
    hall.issue('payment');
    const refusal = hall.refused('issue-ticket', { service: 'payment' }, kiosk);
    expect(refusal).toMatchObject({ rule: 'quota-reached', by: { count: 1 }, overridable: true });
    expect(hall.issue('enquiry').number).toBe('B001');
    const [event] = hall.do('issue-ticket', { service: 'payment' }, supervisor, {
      by: '9001',
      reason: 'came from far',
    });
    expect(event?.override?.rules).toEqual(['quota-reached']);
  });

  it('[service-closed] gives no number for a service that no counter has', () => {
    const counters = testConfig.counters.filter((counter) => counter.id === '1');
    const hall = hallDay({ counters }).at('09:00');
    expect(hall.refused('issue-ticket', { service: 'enquiry' }, kiosk).rule).toBe('service-closed');
  });

  it('[one-open-ticket] a known customer holds one open ticket, and gets it shown', () => {
    const hall = hallDay().at('08:20').open('1', '1001').at('09:00');
    hall.do('issue-ticket', { service: 'payment', customer: 'c7' }, kiosk);
    const refusal = hall.refused('issue-ticket', { service: 'enquiry', customer: 'c7' }, kiosk);
    expect(refusal).toMatchObject({ rule: 'one-open-ticket', by: { number: 'A001' } });
    hall.do('call', { counter: '1' }, clerk('1001'));
    hall.do('start', { counter: '1' }, clerk('1001'));
    hall.do('finish', { counter: '1' }, clerk('1001'));
    hall.do('issue-ticket', { service: 'enquiry', customer: 'c7' }, kiosk);
  });

  it('[customer-not-listed] a class kept for listed customers needs one, or a colleague', () => {
    const classes = testConfig.classes.map((each) => ({
      ...each,
      needsCustomer: each.id === 'vip',
    }));
    const hall = hallDay({ classes }).at('09:00');
    const args = { service: 'payment', class: 'vip' };
    expect(hall.refused('issue-ticket', args, kiosk).rule).toBe('customer-not-listed');
    hall.do('issue-ticket', { ...args, customer: 'c1' }, kiosk);
    hall.do('issue-ticket', args, supervisor);
  });

  it('[intake-closed] gives no number while a supervisor holds the intake closed', () => {
    const hall = hallDay().at('09:00');
    hall.do('set-intake', { state: 'closed', reason: 'alarm' }, supervisor, {
      by: '9001',
      reason: 'alarm',
    });
    expect(hall.refused('issue-ticket', { service: 'payment' }, kiosk).rule).toBe('intake-closed');
  });

  it('finds a ticket by its whole id only', () => {
    const hall = hallDay().at('09:00');
    const ticket = hall.issue('payment');
    for (const id of ['0-wrong', '', '-', 'zzzzzzzzzz-x', `${ticket.id}x`, '1-fresh3']) {
      expect(hall.ask('cancel-ticket', { ticket: id }, customer)).toMatchObject({
        kind: 'unknown',
        what: 'ticket',
      });
    }
  });
});

describe('leaving and coming back', () => {
  /** A001 is missed at counter 1; A002.. wait. */
  function missed(waiting: number) {
    const hall = hallDay().at('08:20').open('1', '1001').at('09:00');
    const first = hall.issue('payment');
    for (let n = 0; n < waiting; n += 1) hall.issue('payment');
    hall.do('call', { counter: '1' }, clerk('1001'));
    hall.later(30).do('recall', { counter: '1' }, clerk('1001'));
    hall.later(31).do('no-show', { counter: '1' }, clerk('1001'));
    expect(hall.ticket(first.id).state).toBe('missed');
    return { hall, first };
  }

  function callNumbers(hall: ReturnType<typeof hallDay>, count: number): string[] {
    const numbers: string[] = [];
    for (let n = 0; n < count; n += 1) {
      const [event] = hall.do('call', { counter: '1' }, clerk('1001'));
      if (event?.type !== 'TicketCalled') throw new Error('nobody was called');
      numbers.push(hall.ticket(event.data.ticket).number);
      hall.do('start', { counter: '1' }, clerk('1001'));
      hall.do('finish', { counter: '1' }, clerk('1001'));
    }
    return numbers;
  }

  it('who was missed stands behind the next three tickets of the queue', () => {
    const { hall, first } = missed(5);
    hall.do('rejoin-ticket', { ticket: first.id }, customer);
    expect(callNumbers(hall, 6)).toEqual(['A002', 'A003', 'A004', 'A001', 'A005', 'A006']);
    expect(hall.state.figures).toMatchObject({ served: 6, missed: 0 });
  });

  it('who was missed stands last where fewer wait, before those who come later', () => {
    const { hall, first } = missed(1);
    hall.do('rejoin-ticket', { ticket: first.id }, customer);
    hall.later(5).issue('payment');
    expect(callNumbers(hall, 3)).toEqual(['A002', 'A001', 'A003']);
  });

  it('keeps the wait of the first call when a ticket is called again', () => {
    const { hall, first } = missed(0);
    hall.later(600).do('rejoin-ticket', { ticket: first.id }, customer);
    hall.later(600).do('call', { counter: '1' }, clerk('1001'));
    expect(hall.ticket(first.id).waitMs).toBe(0);
  });

  it('a customer leaves while waiting, missed or parked, and is never called afterwards', () => {
    const hall = hallDay().at('08:20').open('1', '1001').at('09:00');
    const first = hall.issue('payment');
    const second = hall.issue('payment');
    hall.do('cancel-ticket', { ticket: first.id }, customer);
    expect(hall.do('cancel-ticket', { ticket: first.id }, customer)).toEqual([]);
    const [event] = hall.do('call', { counter: '1' }, clerk('1001'));
    expect(event).toMatchObject({ data: { ticket: second.id } });
    expect(hall.refused('cancel-ticket', { ticket: second.id }, customer)).toMatchObject({
      rule: 'not-possible-now',
      by: { state: 'called' },
    });
    expect(hall.state.figures.cancelled).toBe(1);
  });

  it('[one-notice-of-missing-papers] back with the papers: next of the class, same number', () => {
    const hall = hallDay().at('08:20').open('1', '1001').at('09:00');
    const first = hall.issue('payment');
    hall.issue('payment');
    hall.do('call', { counter: '1' }, clerk('1001'));
    hall.do('start', { counter: '1' }, clerk('1001'));
    const missing = ['owner’s ID', 'letter of authority'];
    hall.do('park', { counter: '1', missing }, clerk('1001'));
    expect(hall.ticket(first.id)).toMatchObject({ state: 'parked', missing });
    hall.later(900).do('return-ticket', { ticket: first.id }, kiosk);
    expect(callNumbers(hall, 2)).toEqual(['A001', 'A002']);
  });

  it('[one-notice-of-missing-papers] a ticket is not parked without the list', () => {
    const hall = hallDay().at('08:20').open('1', '1001').at('09:00');
    hall.issue('payment');
    hall.do('call', { counter: '1' }, clerk('1001'));
    hall.do('start', { counter: '1' }, clerk('1001'));
    expect(hall.refused('park', { counter: '1', missing: [] }, clerk('1001')).rule).toBe(
      'one-notice-of-missing-papers',
    );
  });

  it('a supervisor moves a waiting ticket to another service, keeping number and time', () => {
    const hall = hallDay().at('08:20').open('3', '1003').at('09:00');
    const ticket = hall.issue('payment');
    hall.later(60).issue('enquiry');
    hall.do('move-ticket', { ticket: ticket.id, service: 'enquiry', reason: 'wrong button' });
    hall.do('call', { counter: '3' }, clerk('1003'));
    expect(hall.ticket(ticket.id)).toMatchObject({ state: 'called', number: 'A001' });
  });
});
