import { describe, expect, it } from 'vitest';
import { ticketAt } from '#core/lookup.ts';
import { dequeue, enqueue, type Placement } from '#core/queues.ts';
import { items } from '#core/sequence.ts';
import { type HallDay, queueKey, type Ticket } from '#core/state.ts';
import { dayOf, minuteMs, tenMs, type TicketSpec } from './disciplines/day.ts';

const key = queueKey('payment', 'ordinary', null);
const nowMs = tenMs + 60 * minuteMs;
const ordinary = (name: string, minute: number, more: Partial<TicketSpec> = {}): TicketSpec => ({
  name,
  class: 'ordinary',
  minute,
  ...more,
});

function lineOf(day: HallDay): string {
  const ordinals = [...items(day.queues[key]!.ordinals)];
  return ordinals.map((ordinal) => ticketAt(day, ordinal).number).join(' ');
}

/** The line, and in which minute the ticket stands, after the ticket of this ordinal came back. */
function back(tickets: readonly TicketSpec[], ordinal: number, placement: Placement) {
  const day = dayOf({ tickets });
  const out = dequeue(day, ticketAt(day, ordinal));
  const again = enqueue(out, ticketAt(out, ordinal), placement, nowMs);
  const ticket = ticketAt(again, ordinal);
  return [lineOf(again), (ticket.orderMs - tenMs) / minuteMs, ticket.front];
}

describe('where a ticket that waits again is put', () => {
  const three = [ordinary('A', 1), ordinary('B', 2), ordinary('C', 3)];
  const front = { kind: 'front' } as const;
  const keep = { kind: 'keep' } as const;
  const behind = (count: number) => ({ kind: 'behind', count }) as const;

  it('back: behind everybody, as of now', () => {
    expect(back(three, 0, { kind: 'back' })).toEqual(['B C A', 60, false]);
  });

  it('keep: by its queue time', () => {
    expect(back(three, 0, keep)).toEqual(['A B C', 1, false]);
    expect(back(three, 1, keep)).toEqual(['A B C', 2, false]);
    expect(back(three, 2, keep)).toEqual(['A B C', 3, false]);
  });

  it('keep: of the same instant, by number; and behind those who were put in front', () => {
    const level = [ordinary('A', 2), ordinary('B', 2), ordinary('C', 2)];
    expect([0, 1, 2].map((each) => back(level, each, keep)[0])).toEqual(Array(3).fill('A B C'));
    const fronts = [ordinary('A', 1), ordinary('F', 9, { front: true }), ordinary('B', 2)];
    expect(back(fronts, 0, keep)).toEqual(['F A B', 1, false]);
    expect(back(fronts, 2, keep)).toEqual(['F A B', 2, false]);
  });

  it('front: before its class, behind others in front, never later than whom it stands before', () => {
    expect(back(three, 2, front)).toEqual(['C A B', 1, true]);
    expect(back(three, 0, front)).toEqual(['A B C', 1, true]);
    const fronts = [ordinary('F', 4, { front: true }), ordinary('A', 5), ordinary('B', 6)];
    expect(back(fronts, 2, front)).toEqual(['F B A', 5, true]);
    expect(back(fronts.slice(0, 2), 1, front)).toEqual(['F A', 5, true]);
  });

  it('behind: after so many, with the time of the one before; after all where there are fewer', () => {
    expect(back(three, 0, behind(1))).toEqual(['B A C', 2, false]);
    expect(back(three, 0, behind(2))).toEqual(['B C A', 3, false]);
    expect(back(three, 0, behind(3))).toEqual(['B C A', 60, false]);
    expect(back(three, 0, behind(9))).toEqual(['B C A', 60, false]);
    expect(back(three, 2, behind(1))).toEqual(['A C B', 1, false]);
  });

  it('behind: never among those in front, and never later than whom it stands before', () => {
    expect(back(three, 2, behind(0))).toEqual(['C A B', 1, false]);
    expect(back(three, 0, behind(0))).toEqual(['A B C', 1, false]);
    expect(back([ordinary('A', 1)], 0, behind(0))).toEqual(['A', 1, false]);
    const fronts = [
      ordinary('A', 9),
      ordinary('F', 4, { front: true }),
      ordinary('G', 7, { front: true }),
      ordinary('B', 6),
      ordinary('C', 8),
    ];
    for (const count of [0, 1, 2]) {
      expect(back(fronts, 0, behind(count))).toEqual(['F G A B C', 6, false]);
    }
    expect(back(fronts, 0, behind(3))).toEqual(['F G B A C', 6, false]);
  });
});

describe('taking a ticket out of its queue', () => {
  it('is an error where it stands in none', () => {
    const day = dayOf({ tickets: [ordinary('A', 1), ordinary('B', 2)] });
    const gone = dequeue(day, ticketAt(day, 0));
    expect(lineOf(gone)).toBe('B');
    const fails = (ticket: Ticket) => () => dequeue(gone, ticket);
    expect(fails(ticketAt(gone, 0))).toThrow(new Error('ticket A waits nowhere'));
    const elsewhere = { ...ticketAt(gone, 1), service: 'faults' };
    expect(fails(elsewhere)).toThrow(new Error('ticket B waits nowhere'));
  });

  it('finds it wherever it was put: in front, behind others, at the same instant', () => {
    const tickets = [
      ordinary('A', 1),
      ordinary('B', 2),
      ordinary('C', 2),
      ordinary('D', 9, { orderMinute: 2 }),
      ordinary('E', 3),
      ordinary('F', 7, { front: true }),
    ];
    const day = dayOf({ tickets });
    expect(lineOf(day)).toBe('F A B C D E');
    const without = tickets.map((_, ordinal) => lineOf(dequeue(day, ticketAt(day, ordinal))));
    expect(without).toEqual([
      ...['F B C D E', 'F A C D E', 'F A B D E', 'F A B C E', 'F A B C D', 'A B C D E'],
    ]);
  });
});
