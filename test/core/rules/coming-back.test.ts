import { describe, expect, it } from 'vitest';
import { clerk, customer, hallDay, kiosk } from '#test/support/hall-day.ts';
import { outcome, refusedBy } from '#test/support/hall-told.ts';

/** Counter 1 is open under 1001; it is nine o'clock. */
function nine() {
  return hallDay().at('08:20').open('1', '1001').at('09:00');
}

describe('leaving and coming back', () => {
  const one = { counter: '1' };
  const li = clerk('1001');

  function held(as: 'waiting' | 'called' | 'serving' | 'missed' | 'parked' | 'done') {
    const hall = nine();
    const { id } = hall.issue();
    if (as !== 'waiting') hall.do('call', one, li);
    if (as === 'missed') hall.later(60).do('recall', one, li);
    if (as === 'missed') hall.do('no-show', one, li);
    if (['serving', 'parked', 'done'].includes(as)) hall.do('start', one, li);
    if (as === 'parked') hall.do('park', { ...one, missing: ['id card'] }, li);
    if (as === 'done') hall.do('finish', one, li);
    return { hall, args: { ticket: id } };
  }

  const states = ['waiting', 'called', 'serving', 'missed', 'parked', 'done'] as const;

  it.each([
    ['cancel-ticket', ['waiting', 'missed', 'parked']],
    ['rejoin-ticket', ['missed']],
    ['return-ticket', ['parked']],
    ['put-back-ticket', ['called', 'serving']],
    ['move-ticket', ['waiting']],
  ] as const)('[not-possible-now] %s is for who is %o', (name, possible) => {
    for (const state of states) {
      const { hall, args } = held(state);
      const to = { ...args, service: 'enquiry', reason: 'asked' };
      const decision = hall.ask(name, name === 'move-ticket' ? to : args);
      const may = (possible as readonly string[]).includes(state);
      expect([state, decision.kind]).toEqual([state, may ? 'accepted' : 'refused']);
      if (may) continue;
      expect(outcome(hall, name, to)).toEqual(
        refusedBy('not-possible-now', { ticket: 'A001', number: 'A001', state }),
      );
    }
  });

  it.each(['cancel-ticket', 'rejoin-ticket', 'return-ticket'] as const)(
    '%s of a ticket that the hall does not have',
    (name) => {
      expect(outcome(nine(), name, { ticket: '0-x' })).toEqual({ what: 'ticket', id: '0-x' });
    },
  );

  it('[honest-statistics] who leaves is counted once: as cancelled, or as missed', () => {
    const waits = held('waiting');
    expect(outcome(waits.hall, 'cancel-ticket', waits.args, customer)).toEqual({
      events: [{ TicketCancelled: { ticket: 'A001' } }],
      became: {
        tickets: { A001: { state: 'cancelled' } },
        queues: { 'payment|ordinary': { ordinals: [] } },
        waitingCount: 0,
        waitingByService: { payment: 0 },
        figures: { cancelled: 1 },
      },
    });
    expect(outcome(waits.hall, 'cancel-ticket', waits.args, customer)).toEqual({
      events: [],
      became: {},
    });
    const missed = held('missed');
    expect(outcome(missed.hall, 'cancel-ticket', missed.args, customer)).toEqual({
      events: [{ TicketCancelled: { ticket: 'A001' } }],
      became: { tickets: { A001: { state: 'cancelled' } }, aside: [] },
    });
    const parked = held('parked');
    expect(outcome(parked.hall, 'cancel-ticket', parked.args, customer)).toEqual({
      events: [{ TicketCancelled: { ticket: 'A001' } }],
      became: { tickets: { A001: { state: 'cancelled' } }, aside: [], figures: { cancelled: 1 } },
    });
  });

  it('who was missed comes back, and is not missed any more', () => {
    const { hall, args } = held('missed');
    expect(outcome(hall.later(30), 'rejoin-ticket', args, customer)).toEqual({
      events: [{ TicketRejoined: { ticket: 'A001', behind: 3 } }],
      became: {
        tickets: {
          A001: {
            state: 'waiting',
            orderMs: '09:01:30',
            calls: 0,
            calledAtMs: null,
            lastCallAtMs: null,
            why: null,
          },
        },
        queues: { 'payment|ordinary': { ordinals: [0] } },
        waitingCount: 1,
        waitingByService: { payment: 1 },
        aside: [],
        figures: { missed: 0 },
      },
    });
  });

  it('[one-notice-of-missing-papers] who fetched the papers comes back in front', () => {
    const { hall, args } = held('parked');
    expect(outcome(hall.later(30), 'return-ticket', args, kiosk)).toEqual({
      events: [{ TicketReturned: { ticket: 'A001' } }],
      became: {
        tickets: {
          A001: {
            state: 'waiting',
            front: true,
            calls: 0,
            calledAtMs: null,
            lastCallAtMs: null,
            why: null,
            startedAtMs: null,
            missing: [],
          },
        },
        queues: { 'payment|ordinary': { ordinals: [0] } },
        waitingCount: 1,
        waitingByService: { payment: 1 },
        aside: [],
      },
    });
  });

  it('[outside-hours] nobody comes back to a hall that has closed', () => {
    for (const [as, name] of [
      ['missed', 'rejoin-ticket'],
      ['parked', 'return-ticket'],
    ] as const) {
      const { hall, args } = held(as);
      hall.at('18:31');
      expect(outcome(hall, name, args)).toMatchObject({
        rules: ['not-possible-now', 'outside-hours'],
        overridable: false,
      });
    }
  });
});
