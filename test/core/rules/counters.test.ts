import { describe, expect, it } from 'vitest';
import { clerk, customer, hallDay, kiosk, supervisor } from '#test/support/hall-day.ts';
import { testConfig, testPolicy } from '#test/support/hall-config.ts';

function morning(change: Parameters<typeof hallDay>[0] = {}) {
  return hallDay(change).at('08:20').open('1', '1001').open('2', '1002').at('09:00');
}

describe('seats', () => {
  it('[one-counter-one-clerk] a counter has one clerk and a clerk one counter', () => {
    const hall = morning();
    expect(hall.refused('open', { counter: '1' }, clerk('1003'))).toMatchObject({
      rule: 'one-counter-one-clerk',
      by: { counter: '1', badge: '1001' },
    });
    expect(hall.refused('open', { counter: '3' }, clerk('1001'))).toMatchObject({
      rule: 'one-counter-one-clerk',
      by: { counter: '1' },
    });
    expect(hall.do('open', { counter: '1' }, clerk('1001'))).toEqual([]);
  });

  it('[outside-hours] a counter may be taken from an hour before opening', () => {
    const hall = hallDay();
    hall.moveTo(Date.parse('2026-03-02T07:29:59+08:00'));
    const early = hallDay({}, '2026-03-02');
    expect(early.atMs).toBe(Date.parse('2026-03-02T07:30:00+08:00'));
    early.open('1', '1001');
    expect(hall.refused('open', { counter: '1' }, clerk('1001'))).toMatchObject({
      rule: 'outside-hours',
      overridable: true,
    });
  });

  it('a forgotten seat is freed by a supervisor; who was served there waits again', () => {
    const hall = morning();
    const ticket = hall.issue('payment');
    hall.do('call', { counter: '1' }, clerk('1001'));
    hall.do('start', { counter: '1' }, clerk('1001'));
    const events = hall.do('release-counter', { counter: '1' });
    expect(events.map((event) => event.type)).toEqual(['TicketPutBack', 'CounterReleased']);
    expect(hall.ticket(ticket.id)).toMatchObject({
      state: 'waiting',
      queuedAtMs: ticket.queuedAtMs,
      owner: '1001',
    });
    hall.open('1', '1003');
  });

  it('a ticket is put back from a lost console; the counter is free again', () => {
    const hall = morning();
    const ticket = hall.issue('payment');
    hall.do('call', { counter: '1' }, clerk('1001'));
    hall.do('put-back-ticket', { ticket: ticket.id });
    expect(hall.state.counters['1']?.state).toBe('idle');
    expect(hall.ticket(ticket.id).state).toBe('waiting');
  });

  it('[no-pause-while-waiting] sign-off is refused while a ticket waits for this counter', () => {
    const hall = morning();
    hall.issue('payment');
    expect(hall.refused('close', { counter: '1' }, clerk('1001'))).toMatchObject({
      rule: 'no-pause-while-waiting',
      by: { counter: '1', count: 1 },
    });
    hall.do('close', { counter: '1' }, clerk('1001'), { by: '9001', reason: 'ill' });
    expect(hall.state.counters['1']?.clerk).toBeNull();
  });
});

describe('calling', () => {
  it('answers null when nobody waits', () => {
    expect(morning().do('call', { counter: '1' }, clerk('1001'))).toEqual([]);
  });

  it('[one-customer-at-a-time] is refused until the customer is finished', () => {
    const hall = morning();
    hall.issue('payment');
    hall.issue('payment');
    hall.do('call', { counter: '1' }, clerk('1001'));
    for (const step of ['start', 'finish'] as const) {
      const refusal = hall.refused('call', { counter: '1' }, clerk('1001'));
      expect(refusal).toMatchObject({
        rule: 'one-customer-at-a-time',
        by: { number: 'A001' },
        overridable: false,
      });
      hall.do(step, { counter: '1' }, clerk('1001'));
    }
    hall.do('call', { counter: '1' }, clerk('1001'));
  });

  it('[vip-first] [special-needs-first] calls VIP, then special needs, then ordinary', () => {
    const hall = morning();
    const numbers = [
      hall.issue('payment'),
      hall.issue('payment', 'special'),
      hall.issue('payment', 'vip'),
    ].map((ticket) => ticket.number);
    const called: string[] = [];
    for (let n = 0; n < 3; n += 1) {
      const [event] = hall.do('call', { counter: '1' }, clerk('1001'));
      if (event?.type === 'TicketCalled') called.push(hall.ticket(event.data.ticket).number);
      hall.do('start', { counter: '1' }, clerk('1001'));
      hall.do('finish', { counter: '1' }, clerk('1001'));
    }
    expect(called).toEqual([...numbers].reverse());
  });

  it('[out-of-order] a named ticket is called by who may, and recorded as such', () => {
    const hall = morning({
      staff: testConfig.staff.map((person) => ({
        ...person,
        mayCallOutOfOrder: person.badge === '1002',
      })),
    });
    hall.issue('payment');
    const second = hall.issue('payment');
    const args = { counter: '1', ticket: second.id };
    expect(hall.refused('call', args, clerk('1001'))).toMatchObject({
      rule: 'out-of-order',
      overridable: true,
    });
    const [event] = hall.do('call', { ...args, counter: '2' }, clerk('1002'));
    expect(event).toMatchObject({ data: { why: { by: 'named' } } });
  });

  it('[out-of-order] the next one by order is no exception', () => {
    const hall = morning({
      staff: testConfig.staff.map((person) => ({ ...person, mayCallOutOfOrder: false })),
    });
    const first = hall.issue('payment');
    const [event] = hall.do('call', { counter: '1', ticket: first.id }, clerk('1001'));
    expect(event).not.toMatchObject({ data: { why: { by: 'named' } } });
  });

  it('[counter-cannot-serve] a named ticket of a service that the counter does not have', () => {
    const hall = morning();
    const ticket = hall.issue('enquiry');
    expect(hall.refused('call', { counter: '1', ticket: ticket.id }, clerk('1001')).rule).toBe(
      'counter-cannot-serve',
    );
  });

  it('numbers calls, recalls and redirects without a gap', () => {
    const hall = morning();
    hall.issue('payment');
    hall.do('call', { counter: '1' }, clerk('1001'));
    hall.later(5).do('recall', { counter: '1' }, clerk('1001'));
    hall.do('start', { counter: '1' }, clerk('1001'));
    hall.do('transfer', { counter: '1', to: { counter: '2' }, reason: 'cash' }, clerk('1001'));
    hall.do('call', { counter: '2' }, clerk('1002'));
    const numbers = hall.history.flatMap((event) =>
      'callNo' in event.data && event.data.callNo !== null ? [event.data.callNo] : [],
    );
    expect(numbers).toEqual([1, 2, 3, 4]);
  });

  it('startOnCall starts the service with the call', () => {
    const hall = morning({ policy: { ...testPolicy, startOnCall: true } });
    hall.issue('payment');
    const events = hall.do('call', { counter: '1' }, clerk('1001'));
    expect(events.map((event) => event.type)).toEqual(['TicketCalled', 'ServiceStarted']);
    expect(hall.state.counters['1']?.state).toBe('serving');
  });

  it('[recall-gap] [recall-limit] recalls are a few seconds apart and bounded', () => {
    const hall = morning({ policy: { ...testPolicy, recallMax: 2 } });
    hall.issue('payment');
    hall.do('call', { counter: '1' }, clerk('1001'));
    expect(hall.refused('recall', { counter: '1' }, clerk('1001'))).toMatchObject({
      rule: 'recall-gap',
      by: { seconds: 3 },
    });
    hall.later(3).do('recall', { counter: '1' }, clerk('1001'));
    hall.later(3).do('recall', { counter: '1' }, clerk('1001'));
    expect(hall.later(3).refused('recall', { counter: '1' }, clerk('1001')).rule).toBe(
      'recall-limit',
    );
  });

  it('[no-show-calls] [no-show-time] missed only after enough calls and time', () => {
    const hall = morning();
    hall.issue('payment');
    hall.do('call', { counter: '1' }, clerk('1001'));
    expect(hall.refused('no-show', { counter: '1' }, clerk('1001')).rules).toEqual([
      'no-show-calls',
      'no-show-time',
    ]);
    hall.later(20).do('recall', { counter: '1' }, clerk('1001'));
    expect(hall.refused('no-show', { counter: '1' }, clerk('1001'))).toMatchObject({
      rule: 'no-show-time',
      by: { seconds: 40 },
    });
    hall.later(40).do('no-show', { counter: '1' }, clerk('1001'));
    expect(hall.state.figures.missed).toBe(1);
  });
});

describe('serving', () => {
  function serving() {
    const hall = morning();
    const ticket = hall.issue('payment');
    hall.later(30).do('call', { counter: '1' }, clerk('1001'));
    hall.later(10).do('start', { counter: '1' }, clerk('1001'));
    return { hall, ticket };
  }

  it('[right-counter] a transfer keeps number, place in time and owner', () => {
    const { hall, ticket } = serving();
    hall.later(60).issue('enquiry');
    hall.open('3', '1003');
    const to = { service: 'enquiry' };
    hall.do('transfer', { counter: '1', to, reason: 'asks for broadband' }, clerk('1001'));
    expect(hall.ticket(ticket.id)).toMatchObject({
      state: 'waiting',
      service: 'enquiry',
      number: 'A001',
      queuedAtMs: ticket.queuedAtMs,
    });
    const [event] = hall.do('call', { counter: '3' }, clerk('1003'));
    expect(event).toMatchObject({ data: { ticket: ticket.id } });
  });

  it('[first-asked] the first clerk asked stays the owner through transfers', () => {
    const { hall, ticket } = serving();
    const to = { counter: '2' };
    hall.do('transfer', { counter: '1', to, reason: 'stamp needed' }, clerk('1001'));
    hall.do('call', { counter: '2' }, clerk('1002'));
    expect(hall.ticket(ticket.id)).toMatchObject({ owner: '1001', clerk: '1002' });
  });

  it('[right-counter] a customer is led only to a counter that is there and can help', () => {
    const { hall } = serving();
    const go = (counter: string) =>
      hall.refused('transfer', { counter: '1', to: { counter }, reason: 'x' }, clerk('1001'));
    expect(go('3')).toMatchObject({ rule: 'right-counter', by: { counter: '3' } });
    expect(go('1').rule).toBe('right-counter');
    expect(
      hall.refused(
        'transfer',
        { counter: '1', to: { service: 'payment' }, reason: 'x' },
        clerk('1001'),
      ).rule,
    ).toBe('right-counter');
  });

  it('a transfer to the back starts the queue time anew', () => {
    const { hall, ticket } = serving();
    const to = { service: 'enquiry' };
    hall.do('transfer', { counter: '1', to, place: 'back', reason: 'x' }, clerk('1001'));
    expect(hall.ticket(ticket.id).queuedAtMs).toBe(hall.atMs);
  });

  it('[not-possible-now] says the present state', () => {
    const { hall } = serving();
    expect(hall.refused('start', { counter: '1' }, clerk('1001'))).toMatchObject({
      rule: 'not-possible-now',
      by: { counter: '1', state: 'serving' },
    });
    expect(hall.refused('finish', { counter: '2' }, clerk('1002')).by.state).toBe('idle');
  });

  it('[not-your-counter] nobody finishes at the counter of another', () => {
    const { hall } = serving();
    expect(hall.refused('finish', { counter: '1' }, clerk('1002')).rule).toBe('not-your-counter');
    // A device works a counter for its clerk only where it has a pad there.
    expect(hall.refused('finish', { counter: '1' }, kiosk).rule).toBe('not-your-counter');
    const pad = { id: 'pad-1', kind: 'pad', state: 'ready', detail: null, kiosk: null } as const;
    hall.do('report-devices', { devices: [{ ...pad, counter: '1' }] }, kiosk);
    hall.do('finish', { counter: '1' }, kiosk);
  });

  it('[satisfaction] [rated-already] [rating-too-late] is asked once, while it is fresh', () => {
    const { hall, ticket } = serving();
    const rate = { ticket: ticket.id, rating: 'satisfied' } as const;
    expect(hall.refused('rate-ticket', rate, customer).rule).toBe('not-possible-now');
    hall.do('finish', { counter: '1' }, clerk('1001'));
    hall.later(60).do('rate-ticket', rate, customer);
    expect(hall.do('rate-ticket', rate, customer)).toEqual([]);
    expect(hall.refused('rate-ticket', { ...rate, rating: 'fair' }, customer).rule).toBe(
      'rated-already',
    );
    const late = serving();
    late.hall.do('finish', { counter: '1' }, clerk('1001'));
    const args = { ticket: late.ticket.id, rating: 'fair' } as const;
    expect(late.hall.later(301).refused('rate-ticket', args, customer).rule).toBe(
      'rating-too-late',
    );
  });

  it('a supervisor posts and withdraws notices', () => {
    const hall = morning();
    const notice = { text: { zh: '二号机维修', en: 'Machine 2 under repair' } };
    hall.do('post-notice', { ...notice, kind: 'fault', untilMs: hall.atMs + 1000 }, supervisor);
    const [posted] = hall.state.notices;
    hall.do('withdraw-notice', { notice: posted?.notice ?? '' });
    expect(hall.state.notices).toEqual([]);
  });
});
