import { describe, expect, it } from 'vitest';
import type { Estimate } from '#core/vocabulary.ts';
import { decide } from '#core/decide.ts';
import { testConfig, testPolicy } from '#test/support/hall-config.ts';
import { clerk, customer, hallDay, kiosk, supervisor } from '#test/support/hall-day.ts';
import { outcome } from '#test/support/hall-told.ts';
import { newTicket } from '#test/support/situations.ts';

type Change = Parameters<typeof hallDay>[0];
const payment = { service: 'payment' };

/** Counter 1 is open under 1001; it is nine o'clock. */
function nine(change: Change = {}) {
  return hallDay(change).at('08:20').open('1', '1001').at('09:00');
}

describe('a number', () => {
  it('is given with all that the ticket needs', () => {
    const hall = nine();
    hall.issue();
    expect(outcome(hall.later(5), 'issue-ticket', payment, kiosk)).toEqual({
      events: [
        {
          TicketIssued: {
            ticket: 'A002',
            number: 'A002',
            prefix: 'A',
            service: 'payment',
            class: 'ordinary',
            language: 'zh',
            source: 'kiosk',
            customer: null,
            need: null,
            estimate: null,
            ahead: 1,
          },
        },
      ],
      became: {
        tickets: {
          A002: newTicket({ id: 'A002', ordinal: 1, number: 'A002', issuedAtMs: '09:00:05' }),
        },
        lastNumberByPrefix: { A: 2 },
        issuedByService: { payment: 2 },
        queues: { 'payment|ordinary': { ordinals: [0, 1] } },
        waitingCount: 2,
        waitingByService: { payment: 2 },
        figures: { issued: 2 },
      },
    });
  });

  it('keeps what it was told: class, language, source, need, customer', () => {
    const args = {
      service: 'enquiry',
      class: 'vip',
      language: 'en',
      source: 'phone',
      need: 'wheelchair',
      customer: 'c7',
    } as const;
    expect(outcome(nine(), 'issue-ticket', args, kiosk)).toEqual({
      events: [
        {
          TicketIssued: {
            ticket: 'V001',
            number: 'V001',
            prefix: 'V',
            service: 'enquiry',
            class: 'vip',
            language: 'en',
            source: 'phone',
            customer: 'c7',
            need: 'wheelchair',
            estimate: null,
            ahead: 0,
          },
        },
      ],
      became: {
        tickets: {
          V001: newTicket({
            id: 'V001',
            ordinal: 0,
            number: 'V001',
            service: 'enquiry',
            class: 'vip',
            language: 'en',
            need: 'wheelchair',
            customer: 'c7',
            issuedAtMs: '09:00:00',
          }),
        },
        lastNumberByPrefix: { V: 1 },
        issuedByService: { enquiry: 1 },
        openByCustomer: { c7: [0] },
        queues: {
          'enquiry|vip': { service: 'enquiry', class: 'vip', reservedFor: null, ordinals: [0] },
        },
        waitingCount: 1,
        waitingByService: { enquiry: 1 },
        figures: { issued: 1 },
      },
    });
  });

  it('speaks the first language of the hall; a colleague’s is from staff', () => {
    const hall = nine({ hall: { ...testConfig.hall, languages: ['en', 'zh'] } });
    expect(outcome(hall, 'issue-ticket', payment, clerk('1001'))).toMatchObject({
      events: [{ TicketIssued: { language: 'en', source: 'staff', need: null, customer: null } }],
    });
  });

  it('is told the wait that is forecast for so many ahead', () => {
    const hall = nine();
    hall.issue();
    const estimate = (service: string, className: string, ahead: number): Estimate | null =>
      service === 'payment' && className === 'special'
        ? { p50Seconds: ahead, p90Seconds: 60 }
        : null;
    const issue = (className: string) =>
      decide(
        hall.state,
        { name: 'issue-ticket', args: { ...payment, class: className } },
        { atMs: hall.atMs, actor: kiosk, freshId: 'x', estimate },
      );
    expect(issue('special')).toMatchObject({
      events: [{ data: { estimate: { p50Seconds: 0, p90Seconds: 60 }, ahead: 0 } }],
    });
    expect(issue('ordinary')).toMatchObject({ events: [{ data: { estimate: null, ahead: 1 } }] });
  });

  it.each([
    [{ service: 'pets' }, { what: 'service', id: 'pets' }],
    [
      { service: 'payment', class: 'king' },
      { what: 'class', id: 'king' },
    ],
  ])('is not given for %o', (args, unknown) => {
    expect(outcome(nine(), 'issue-ticket', args, kiosk)).toEqual(unknown);
  });
});

describe('no number', () => {
  const refusal = (rule: string, by: object, overridable: boolean, ways: object[] = []) => ({
    rule,
    rules: [rule],
    by,
    waysOut: [...ways, ...(overridable ? [{ command: 'override', label: 'supervisor-pass' }] : [])],
    overridable,
  });

  it('[outside-hours] [intake-closed] before opening, and after closing', () => {
    const before = hallDay().at('08:29:59');
    expect(outcome(before, 'issue-ticket', payment, kiosk)).toEqual(
      refusal('outside-hours', { state: 'closed' }, false),
    );
    const hall = nine().at('18:29');
    expect(hall.state.hallState).toBe('closing');
    hall.issue();
    hall.at('18:30');
    const late = refusal('intake-closed', { state: 'serving-out' }, true);
    expect(outcome(hall, 'issue-ticket', payment, kiosk)).toEqual(late);
  });

  it('[intake-closed] while a supervisor holds the intake', () => {
    const hall = nine();
    const pass = { by: '9001', reason: 'alarm' };
    hall.do('set-intake', { state: 'closed', reason: 'alarm' }, supervisor, pass);
    expect(outcome(hall, 'issue-ticket', payment, kiosk)).toEqual(
      refusal('intake-closed', { state: 'open' }, true),
    );
    hall.at('18:15');
    expect(outcome(hall, 'issue-ticket', payment, kiosk)).toEqual(
      refusal('intake-closed', { state: 'closing' }, true),
    );
  });

  it('[service-closed] for a service that no counter has', () => {
    const counters = testConfig.counters.filter(({ id }) => id === '1');
    expect(outcome(nine({ counters }), 'issue-ticket', { service: 'enquiry' }, kiosk)).toEqual(
      refusal('service-closed', { state: 'enquiry' }, false),
    );
  });

  it('[quota-reached] beyond the quota of its service, whoever comes', () => {
    const services = testConfig.services.map((each) => ({ ...each, quotaPerDay: 2 }));
    const hall = nine({ services });
    hall.issue();
    hall.issue('enquiry');
    hall.issue();
    expect(outcome(hall, 'issue-ticket', payment, kiosk)).toEqual(
      refusal('quota-reached', { count: 2 }, true),
    );
    expect(hall.ask('issue-ticket', { service: 'enquiry' }, kiosk).kind).toBe('accepted');
  });

  it('[customer-not-listed] of a class for known customers, but for who is known to staff', () => {
    const classes = testConfig.classes.map((each) => ({ ...each, needsCustomer: each.rank === 2 }));
    const hall = nine({ classes });
    const vip = { ...payment, class: 'vip' };
    expect(outcome(hall, 'issue-ticket', vip, kiosk)).toEqual(
      refusal('customer-not-listed', {}, false),
    );
    expect(hall.ask('issue-ticket', { ...vip, customer: 'c1' }, kiosk).kind).toBe('accepted');
    expect(hall.ask('issue-ticket', vip, clerk('1001')).kind).toBe('accepted');
    expect(hall.ask('issue-ticket', payment, kiosk).kind).toBe('accepted');
  });

  it('[one-open-ticket] for who holds as many as the hall lets one hold', () => {
    const hall = nine({ policy: { ...testPolicy, maxOpenTicketsPerPerson: 2 } });
    const args = { ...payment, customer: 'c7' };
    hall.do('issue-ticket', args, kiosk);
    hall.do('issue-ticket', args, kiosk);
    hall.do('issue-ticket', { ...payment, customer: 'c8' }, kiosk);
    const use = { command: 'use-ticket', label: 'use-ticket' };
    expect(outcome(hall, 'issue-ticket', args, kiosk)).toEqual(
      refusal('one-open-ticket', { number: 'A001', ticket: 'A001' }, true, [use]),
    );
    hall.do('cancel-ticket', { ticket: hall.state.tickets.tail[0]!.id }, customer);
    expect(hall.state.openByCustomer).toEqual({ c7: [1], c8: [2] });
    expect(hall.ask('issue-ticket', args, kiosk).kind).toBe('accepted');
  });
});
