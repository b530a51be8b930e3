import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CommandArgs } from '#core/commands.ts';
import { decide } from '#core/decide.ts';
import { ticketAt } from '#core/lookup.ts';
import { items } from '#core/sequence.ts';
import { queueKey, type HallDay, type Ticket } from '#core/state.ts';
import { testConfig } from '#test/support/hall-config.ts';
import { clerk, hallDay, supervisor } from '#test/support/hall-day.ts';
import { outcome, refusedBy } from '#test/support/hall-told.ts';

const li = clerk('1001');
type Hall = ReturnType<typeof hallDay>;
type Move = Omit<CommandArgs['move-ticket'], 'ticket' | 'reason'>;

/** Counters 1 and 2 are open and serve everything; so many wait for payment, a minute apart. */
function waiting(count: number): { readonly hall: Hall; readonly tickets: readonly Ticket[] } {
  const hall = hallDay().at('08:20').open('1', '1001').open('2', '1002').at('09:00');
  const tickets = Array.from({ length: count }, () => hall.later(60).issue());
  return { hall, tickets };
}

function move(hall: Hall, { id }: Ticket, to: Move): void {
  hall.do('move-ticket', { ticket: id, reason: 'wrong button', ...to });
}

function back(hall: Hall, ticket: Ticket): void {
  move(hall, ticket, { place: 'former' });
}

/** The line of payment, by number. */
function lineOf({ state }: Hall): readonly string[] {
  const queue = state.queues[queueKey('payment', 'ordinary', null)];
  return [...items(queue!.ordinals)].map((ordinal) => ticketAt(state, ordinal).number);
}

/** Back with papers, or put back by a clerk called away: before its class. */
function putInFront(hall: Hall, { id }: Ticket): void {
  hall.do('call', { counter: '1', ticket: id }, li, { by: '9001', reason: 'her case' });
  hall.do('start', { counter: '1' }, li);
  hall.do('park', { counter: '1', missing: ['papers'] }, li);
  hall.do('return-ticket', { ticket: id });
}

describe('a move that is taken back', () => {
  it('who stood in front stands there again, before who is put in front meanwhile', () => {
    const { hall, tickets } = waiting(4);
    const [first, second, third, fourth] = tickets as [Ticket, Ticket, Ticket, Ticket];
    putInFront(hall, fourth);
    putInFront(hall, third);
    expect(lineOf(hall)).toEqual(['A004', 'A003', 'A001', 'A002']);
    move(hall, fourth, { counter: '2', place: 'front' });
    putInFront(hall, first);
    expect(lineOf(hall)).toEqual(['A003', 'A001', 'A002']);
    back(hall, fourth);
    expect(lineOf(hall)).toEqual(['A004', 'A003', 'A001', 'A002']);
    expect(hall.ticket(fourth.id)).toMatchObject({ front: true, reservedFor: null, former: null });
    move(hall, third, { service: 'enquiry' });
    back(hall, third);
    expect(lineOf(hall)).toEqual(['A004', 'A003', 'A001', 'A002']);
    expect(hall.ticket(second.id).front).toBe(false);
  });

  it('who came back behind some stands behind them again, not where the queue time would put them', () => {
    const { hall, tickets } = waiting(5);
    const [first] = tickets as [Ticket];
    hall.do('call', { counter: '1' }, li);
    hall.later(31).do('recall', { counter: '1' }, li);
    hall.later(31).do('no-show', { counter: '1' }, li);
    hall.do('rejoin-ticket', { ticket: first.id });
    expect(lineOf(hall)).toEqual(['A002', 'A003', 'A004', 'A001', 'A005']);
    const before = hall.ticket(first.id);
    move(hall, first, { service: 'enquiry' });
    back(hall, first);
    expect(lineOf(hall)).toEqual(['A002', 'A003', 'A004', 'A001', 'A005']);
    expect(hall.ticket(first.id)).toEqual(before);
  });

  it('from the back of another line: the time that was waited counts again', () => {
    const { hall, tickets } = waiting(3);
    const [first] = tickets as [Ticket];
    const before = hall.ticket(first.id);
    move(hall.later(300), first, { service: 'enquiry', place: 'back' });
    expect(hall.ticket(first.id).queuedAtMs).toBe(hall.atMs);
    const decided = outcome(hall, 'move-ticket', {
      ticket: first.id,
      place: 'former',
      reason: 'not she',
    });
    expect(decided).toMatchObject({
      events: [
        {
          TicketTransferred: {
            ticket: 'A001',
            from: null,
            service: 'payment',
            counter: null,
            place: 'former',
            reason: 'not she',
            callNo: null,
            queuedAtMs: '09:01:00',
          },
        },
      ],
    });
    expect(hall.ticket(first.id)).toEqual(before);
    expect(lineOf(hall)).toEqual(['A001', 'A002', 'A003']);
  });

  it('to the counter that it was kept for: told aloud, as any way to a counter', () => {
    const { hall, tickets } = waiting(1);
    const [first] = tickets as [Ticket];
    move(hall, first, { counter: '2' });
    const before = hall.ticket(first.id);
    move(hall, first, { service: 'enquiry' });
    expect(hall.state.lastCallNo).toBe(1);
    back(hall, first);
    expect(hall.state.lastCallNo).toBe(2);
    expect(hall.ticket(first.id)).toEqual({ ...before, former: null });
  });

  it('[right-counter] not where that counter is gone meanwhile', () => {
    const { hall, tickets } = waiting(1);
    const [first] = tickets as [Ticket];
    move(hall, first, { counter: '2' });
    move(hall, first, { service: 'enquiry' });
    hall.do('close', { counter: '2' }, clerk('1002'), { by: '9001', reason: 'ill' });
    expect(
      outcome(hall, 'move-ticket', { ticket: first.id, place: 'former', reason: 'x' }),
    ).toEqual(refusedBy('right-counter', { counter: '2', state: 'closed' }));
  });

  it('only while nothing else has happened to it, and once', () => {
    const { hall, tickets } = waiting(2);
    const [first, second] = tickets as [Ticket, Ticket];
    const asked = (ticket: Ticket) =>
      outcome(hall, 'move-ticket', { ticket: ticket.id, place: 'former', reason: 'x' });
    const refused = (state: string, number = 'A001') =>
      refusedBy('not-possible-now', { ticket: number, number, state });
    expect(asked(first)).toEqual(refused('not-moved'));
    move(hall, first, { counter: '2' });
    back(hall, first);
    expect(asked(first)).toEqual(refused('not-moved'));
    // Kept for a counter that left: it waits for everybody again, of itself.
    move(hall, second, { counter: '2' });
    hall.do('close', { counter: '2' }, clerk('1002'), { by: '9001', reason: 'ill' });
    expect(asked(second)).toEqual(refused('not-moved', 'A002'));
    move(hall, first, { counter: '1' });
    hall.do('call', { counter: '1' }, li);
    expect(asked(first)).toEqual(refused('called'));
    hall.do('put-back-ticket', { ticket: first.id });
    expect(asked(first)).toEqual(refused('not-moved'));
  });

  it('not to a service or counter that the hall has given up meanwhile', () => {
    const { hall, tickets } = waiting(1);
    const [first] = tickets as [Ticket];
    move(hall, first, { service: 'enquiry' });
    const asked = (state: HallDay) =>
      decide(
        state,
        { name: 'move-ticket', args: { ticket: first.id, place: 'former', reason: 'x' } },
        { atMs: hall.atMs, actor: supervisor, freshId: 'x' },
      );
    const services = testConfig.services.filter(({ id }) => id !== 'payment');
    expect(asked({ ...hall.state, config: { ...testConfig, services } })).toEqual({
      kind: 'unknown',
      what: 'service',
      id: 'payment',
    });
    move(hall, first, { counter: '2' });
    move(hall, first, { service: 'enquiry' });
    // Its seat goes with the counter.
    const { '2': _, ...seats } = hall.state.counters;
    expect(asked({ ...hall.state, counters: seats })).toEqual({
      kind: 'unknown',
      what: 'counter',
      id: '2',
    });
  });

  it('whatever happens to others meanwhile: those who still wait stand as they stood', () => {
    const act = fc.oneof(
      fc.constant({ kind: 'issue' } as const),
      fc.record({ kind: fc.constant('cancel' as const), whom: fc.nat(7) }),
      fc.record({ kind: fc.constant('front' as const), whom: fc.nat(7) }),
    );
    const to = fc.constantFrom<Move>(
      { service: 'enquiry', place: 'back' },
      { service: 'enquiry', place: 'front' },
      { counter: '2', place: 'keep' },
      { counter: '1', place: 'front' },
    );
    fc.assert(
      fc.property(
        fc.array(fc.nat(7), { maxLength: 3 }),
        fc.nat(7),
        to,
        fc.array(act, { maxLength: 6 }),
        (fronts, whom, where, acts) => {
          const { hall, tickets } = waiting(8);
          const at = (each: number) => hall.ticket(tickets[each]!.id);
          const frontOf = (each: number) => {
            if (at(each).state === 'waiting') putInFront(hall, at(each));
          };
          fronts.forEach(frontOf);
          const before = lineOf(hall);
          const ticket = at(whom);
          move(hall, ticket, where);
          const touched = new Set<string>();
          for (const each of acts) {
            hall.later(5);
            if (each.kind === 'issue') touched.add(hall.issue().number);
            else if (each.whom !== whom) {
              const other = at(each.whom);
              if (other.state !== 'waiting') continue;
              touched.add(other.number);
              if (each.kind === 'front') frontOf(each.whom);
              else hall.do('cancel-ticket', { ticket: other.id });
            }
          }
          back(hall, ticket);
          const still = (line: readonly string[]) => line.filter((each) => !touched.has(each));
          expect(still(lineOf(hall))).toEqual(still(before));
          const { front, orderMs, queuedAtMs } = ticket;
          expect(hall.ticket(ticket.id)).toMatchObject({ front, orderMs, queuedAtMs });
        },
      ),
    );
  });
});
