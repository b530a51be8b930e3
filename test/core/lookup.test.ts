import { describe, expect, it } from 'vitest';
import {
  clerkAtSeat,
  configOf,
  counterAt,
  defaultClass,
  isReceiving,
  nextOfBlock,
  printAt,
  rankOf,
  seatAt,
  ticketAt,
  ticketAtSeat,
  ticketOf,
} from '#core/lookup.ts';
import { initialDay } from '#core/state.ts';
import { counterStates } from '#core/vocabulary.ts';
import { testConfig } from '#test/support/hall-config.ts';
import { hallDay } from '#test/support/hall-day.ts';

describe('what must be there', () => {
  const hall = hallDay().at('09:00').open('1', '1001');
  const ticket = hall.issue();
  const { state } = hall;
  const seat = state.counters['1']!;
  const missing: readonly (readonly [what: string, look: () => unknown])[] = [
    ['no ticket with ordinal 7', () => ticketAt(state, 7)],
    // The random part of an id is in nobody's log.
    ['no ticket 5', () => ticketOf(state, '5-secret')],
    ['no paper of A001', () => printAt(ticket)],
    ['no counter 9', () => seatAt(state, '9')],
    ['no counter toString', () => seatAt(state, 'toString')],
    ['nobody at counter 1', () => ticketAtSeat(state, seat)],
    ['counter 3 is closed', () => clerkAtSeat(state.counters['3']!)],
    ['the hall is not configured', () => configOf(initialDay)],
    ['no counter 9', () => counterAt(testConfig, '9')],
    ['a hall has at least one class', () => defaultClass({ ...testConfig, classes: [] })],
  ];

  it.each(missing)('%s', (what, look) => {
    expect(look).toThrow(new Error(what));
  });

  it('is found where it is', () => {
    expect(ticketAt(state, 0)).toBe(ticketOf(state, ticket.id));
    expect(seatAt(state, '1')).toBe(seat);
    expect(clerkAtSeat(seat)).toBe('1001');
    expect(ticketAtSeat(state, { ...seat, ticket: 0 }).id).toBe(ticket.id);
    expect(configOf(state)).toBe(state.config);
    expect(counterAt(testConfig, '2').id).toBe('2');
    expect(defaultClass(testConfig).id).toBe('ordinary');
  });

  it('a class that the hall no longer has ranks lowest', () => {
    expect([rankOf(testConfig, 'vip'), rankOf(testConfig, 'gone')]).toEqual([2, 0]);
  });

  it('a counter receives while it is idle, calling or serving', () => {
    const receiving = counterStates.filter((each) => isReceiving({ ...seat, state: each }));
    expect(receiving.toSorted()).toEqual(['calling', 'idle', 'serving']);
  });

  it('[leased-number] the next of a block is behind the last that was handed in', () => {
    const block = { prefix: 'A', from: 801, to: 803 };
    const next = (...numbers: string[]) =>
      nextOfBlock(
        {
          device: 'kiosk-1',
          blocks: [block],
          fromMs: 0,
          untilMs: 0,
          notBeforeMs: 0,
          handedIn: Object.fromEntries(numbers.map((each) => [each, null])),
        },
        block,
      );
    expect([next(), next('A801'), next('A802'), next('A803'), next('B801')]).toEqual([
      801, 802, 803, 804, 801,
    ]);
  });
});
