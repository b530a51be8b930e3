import { describe, expect, it } from 'vitest';
import { clerk, customer, hallDay } from '#test/support/hall-day.ts';
import { outcome } from '#test/support/hall-told.ts';

const one = { counter: '1' };
const li = clerk('1001');
type Change = Parameters<typeof hallDay>[0];

/** A001 is served at counter 1 since 09:00:40; counter 2 (all services) is open, 3 is closed. */
function serving(change: Change = {}) {
  const hall = hallDay(change).at('08:20').open('1', '1001').open('2', '1002').at('09:00');
  const { id } = hall.issue();
  hall.later(30).do('call', one, li);
  hall.later(10).do('start', one, li);
  return { hall, id };
}

describe('a service', () => {
  it('is finished after so long, with or without an outcome', () => {
    const { hall } = serving();
    const args = { counter: '1', outcome: 'paid' };
    expect(outcome(hall.later(90.5), 'finish', args, li)).toEqual({
      events: [
        { ServiceFinished: { ticket: 'A001', counter: '1', outcome: 'paid', serviceMs: 90500 } },
      ],
      became: {
        tickets: { A001: { state: 'done', finishedAtMs: '09:02:10.500' } },
        counters: { '1': { state: 'idle', ticket: null, finished: 0, sinceMs: '09:02:10.500' } },
        figures: { served: 1 },
      },
    });
    expect(outcome(serving().hall, 'finish', one, li)).toMatchObject({
      events: [{ ServiceFinished: { outcome: null, serviceMs: 0 } }],
    });
  });

  it('[one-notice-of-missing-papers] is parked with the list, told once and completely', () => {
    const missing = ['id card', 'contract'];
    const args = { counter: '1', missing, note: 'by Friday' };
    expect(outcome(serving().hall.later(5), 'park', args, li)).toEqual({
      events: [
        {
          TicketParked: {
            ticket: 'A001',
            counter: '1',
            missing: ['id card', 'contract'],
            note: 'by Friday',
          },
        },
      ],
      became: {
        tickets: {
          A001: { state: 'parked', counter: null, clerk: null, missing: ['id card', 'contract'] },
        },
        aside: [0],
        counters: { '1': { state: 'idle', ticket: null, sinceMs: '09:00:45' } },
      },
    });
    expect(outcome(serving().hall, 'park', { counter: '1', missing }, li)).toMatchObject({
      events: [{ TicketParked: { note: null } }],
    });
    expect(outcome(serving().hall, 'park', { counter: '1', missing: [] }, li)).toEqual({
      rule: 'one-notice-of-missing-papers',
      rules: ['one-notice-of-missing-papers'],
      by: {},
      waysOut: [],
      overridable: false,
    });
  });

  it('is put back by a supervisor, and waits with the time it had', () => {
    const { hall, id } = serving();
    hall.issue();
    expect(outcome(hall.later(5), 'put-back-ticket', { ticket: id })).toEqual({
      events: [
        { TicketPutBack: { ticket: 'A001', counter: '1', place: 'keep', why: 'supervisor' } },
      ],
      became: {
        tickets: {
          A001: {
            state: 'waiting',
            counter: null,
            clerk: null,
            calls: 0,
            calledAtMs: null,
            lastCallAtMs: null,
            why: null,
            startedAtMs: null,
          },
        },
        queues: { 'payment|ordinary': { ordinals: [0, 1] } },
        waitingCount: 2,
        waitingByService: { payment: 2 },
        counters: { '1': { state: 'idle', ticket: null, sinceMs: '09:00:45' } },
      },
    });
    expect(outcome(hall, 'put-back-ticket', { ticket: id })).toEqual({
      rule: 'not-possible-now',
      rules: ['not-possible-now'],
      by: { ticket: 'A001', number: 'A001', state: 'waiting' },
      waysOut: [],
      overridable: false,
    });
    expect(outcome(hall, 'put-back-ticket', { ticket: '0-x' })).toEqual({
      what: 'ticket',
      id: '0-x',
    });
  });
});

describe('what the customer says of it', () => {
  const rate = (ticket: string, rating: 'fair' | 'satisfied' = 'fair') => ({ ticket, rating });

  function done(change: Change = {}) {
    const one = serving(change);
    one.hall.later(60).do('finish', { counter: '1' }, li);
    return one;
  }

  it('[satisfaction] is asked while it is fresh, up to five minutes after', () => {
    const { hall, id } = done();
    expect(outcome(hall.later(300), 'rate-ticket', rate(id), customer)).toEqual({
      events: [{ ServiceRated: { ticket: 'A001', counter: '1', rating: 'fair' } }],
      became: { tickets: { A001: { rating: 'fair' } } },
    });
    const late = done();
    expect(outcome(late.hall.later(300.001), 'rate-ticket', rate(late.id), customer)).toEqual({
      rule: 'rating-too-late',
      rules: ['rating-too-late'],
      by: { number: 'A001' },
      waysOut: [],
      overridable: false,
    });
  });

  it('[rated-already] is said once; the same again changes nothing', () => {
    const { hall, id } = done();
    hall.do('rate-ticket', rate(id), customer);
    expect(outcome(hall, 'rate-ticket', rate(id), customer)).toEqual({ events: [], became: {} });
    expect(outcome(hall, 'rate-ticket', rate(id, 'satisfied'), customer)).toEqual({
      rule: 'rated-already',
      rules: ['rated-already'],
      by: { number: 'A001' },
      waysOut: [],
      overridable: false,
    });
  });

  it('[not-possible-now] is not asked of who is still served, nor of nobody', () => {
    const { hall, id } = serving();
    expect(outcome(hall.later(400), 'rate-ticket', rate(id), customer)).toEqual({
      rule: 'not-possible-now',
      rules: ['not-possible-now'],
      by: { ticket: 'A001', number: 'A001', state: 'serving' },
      waysOut: [],
      overridable: false,
    });
    expect(outcome(hall, 'rate-ticket', rate('0-x'), customer)).toEqual({
      what: 'ticket',
      id: '0-x',
    });
  });
});
