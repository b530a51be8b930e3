import type { HallConfig } from '#core/hall-config.ts';
import { describe, expect, it } from 'vitest';
import { customer } from '#test/support/hall-day.ts';
import { outcome, refusedBy } from '#test/support/hall-told.ts';
import { li, one, serving } from '#test/support/situations.ts';

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
    expect(outcome(serving().hall, 'park', { counter: '1', missing: [] }, li)).toEqual(
      refusedBy('one-notice-of-missing-papers', {}),
    );
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
    expect(outcome(hall, 'put-back-ticket', { ticket: id })).toEqual(
      refusedBy('not-possible-now', { ticket: 'A001', number: 'A001', state: 'waiting' }),
    );
    expect(outcome(hall, 'put-back-ticket', { ticket: '0-x' })).toEqual({
      what: 'ticket',
      id: '0-x',
    });
  });
});

describe('what the customer says of it', () => {
  const rate = (ticket: string, rating: 'fair' | 'satisfied' = 'fair') => ({ ticket, rating });

  function done(change: Partial<HallConfig> = {}) {
    const served = serving(change);
    served.hall.later(60).do('finish', one, li);
    return served;
  }

  it('[satisfaction] is asked while it is fresh, up to five minutes after', () => {
    const { hall, id } = done();
    expect(outcome(hall.later(300), 'rate-ticket', rate(id), customer)).toEqual({
      events: [{ ServiceRated: { ticket: 'A001', counter: '1', rating: 'fair' } }],
      became: { tickets: { A001: { rating: 'fair' } } },
    });
    const late = done();
    expect(outcome(late.hall.later(300.001), 'rate-ticket', rate(late.id), customer)).toEqual(
      refusedBy('rating-too-late', { number: 'A001' }),
    );
  });

  it('[rated-already] is said once; the same again changes nothing', () => {
    const { hall, id } = done();
    hall.do('rate-ticket', rate(id), customer);
    expect(outcome(hall, 'rate-ticket', rate(id), customer)).toEqual({ events: [], became: {} });
    expect(outcome(hall, 'rate-ticket', rate(id, 'satisfied'), customer)).toEqual(
      refusedBy('rated-already', { number: 'A001' }),
    );
  });

  it('[not-possible-now] is not asked of who is still served, nor of nobody', () => {
    const { hall, id } = serving();
    expect(outcome(hall.later(400), 'rate-ticket', rate(id), customer)).toEqual(
      refusedBy('not-possible-now', { ticket: 'A001', number: 'A001', state: 'serving' }),
    );
    expect(outcome(hall, 'rate-ticket', rate('0-x'), customer)).toEqual({
      what: 'ticket',
      id: '0-x',
    });
  });
});
