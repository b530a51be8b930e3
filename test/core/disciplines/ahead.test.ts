import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aheadOf, aheadOfNew } from '#core/disciplines/pick.ts';
import type { Discipline, DisciplineGuards } from '#core/hall-config.ts';
import { at, items, replace } from '#core/sequence.ts';
import type { HallDay, Ticket } from '#core/state.ts';
import { cases } from '#test/support/cases.ts';
import { anyGuards, anyTickets, keyedDiscipline, noGuards, ratioDiscipline } from './arbitrary.ts';
import { classOf, dayOf, drain, minuteMs, parseLine, tenMs, type TicketSpec } from './day.ts';

const atMs = tenMs + 60 * minuteMs;
const oneService = { services: ['payment'], reserved: false };
const noConsecutive = anyGuards.map((guards) => ({ ...guards, maxConsecutivePriority: null }));

/** How far off, at most, `aheadOf` is from the place in which each ticket is really called. */
function largestError(day: HallDay): number {
  const places = drain(day, '1', atMs).map(({ ordinal }, place) => ({ ordinal, place }));
  return Math.max(
    0,
    ...places.map(({ ordinal, place }) => Math.abs(aheadOf(day, ordinal, atMs) - place)),
  );
}

function expectExact(
  disciplines: fc.Arbitrary<Discipline>,
  guards: fc.Arbitrary<DisciplineGuards>,
  fronts: boolean,
): void {
  fc.assert(
    fc.property(
      disciplines,
      guards,
      anyTickets({ ...oneService, fronts }),
      fc.integer({ min: 0, max: 5 }),
      (discipline, guarded, tickets, consecutivePriority) => {
        const day = dayOf({ discipline, guards: guarded, tickets });
        const memory = { ...day.memory, consecutivePriority };
        expect(largestError({ ...day, memory })).toBe(0);
      },
    ),
    cases(130, 400),
  );
}

describe('how many go before', () => {
  it('fifo, strict, aging, promise: exactly as called, with tickets put in front', () => {
    expectExact(keyedDiscipline, fc.constant(noGuards), true);
  });

  it('the same under maxWaitMinutes', () => {
    expectExact(keyedDiscipline, noConsecutive, false);
  });

  it('[vip-first] strict under maxConsecutivePriority: the turns of the others are counted', () => {
    const guards = fc
      .integer({ min: 0, max: 4 })
      .map((maxConsecutivePriority) => ({ ...noGuards, maxConsecutivePriority }));
    expectExact(fc.constant({ kind: 'strict' }), guards, true);
    const day = dayOf({
      guards: { maxConsecutivePriority: 2 },
      tickets: parseLine('O1 O2 V3 V4 V5 V6 V7'),
    });
    const ahead = [...items(day.tickets)].map(({ ordinal }) => aheadOf(day, ordinal, atMs));
    expect(ahead).toEqual([2, 5, 0, 1, 3, 4, 6]);
    expect(aheadOfNew(day, 'payment', 'ordinary', atMs)).toBe(7);
    expect(aheadOfNew(day, 'payment', 'vip', atMs)).toBe(7);
    expect(aheadOfNew(day, 'payment', 'special', atMs)).toBe(7);
  });

  it('a new ticket: as if it stood last in its queue', () => {
    fc.assert(
      fc.property(
        keyedDiscipline,
        noConsecutive,
        anyTickets({ ...oneService, fronts: true }),
        fc.constantFrom('ordinary', 'special', 'vip'),
        (discipline, guards, tickets, className) => {
          const newest: TicketSpec = { name: 'new', class: className, minute: 60 };
          const early = tickets.map((ticket) => ({ ...ticket, minute: ticket.minute / 4 }));
          const before = dayOf({ discipline, guards, tickets: early });
          const after = dayOf({ discipline, guards, tickets: [...early, newest] });
          expect(aheadOfNew(before, 'payment', className, atMs)).toBe(
            aheadOf(after, early.length, atMs),
          );
        },
      ),
      cases(100, 300),
    );
  });

  it('ratio: shares and credits answer within two calls of each other class', () => {
    fc.assert(
      fc.property(
        ratioDiscipline,
        anyTickets({ ...oneService, fronts: false }),
        fc.nat({ max: 12 }),
        (discipline, tickets, called) => {
          const start = dayOf({ discipline, tickets });
          const calls = drain(start, '1', atMs, called);
          // The credits that these calls leave, with the same line.
          const values = calls.at(-1)?.why.values ?? {};
          const credits = Object.fromEntries(
            ['ordinary', 'special', 'vip'].map((name) => [
              name,
              Number(values[`credit.${name}`] ?? 0) -
                (values['class'] === name ? Number(values['paid'] ?? 0) : 0),
            ]),
          );
          expect(
            largestError({ ...start, memory: { ...start.memory, credits } }),
          ).toBeLessThanOrEqual(4);
        },
      ),
      cases(100, 300),
    );
  });

  it('ratio 2:1 with both classes waiting: exactly V O V V O V', () => {
    const discipline = { kind: 'ratio', shares: { vip: 2, ordinary: 1 } } as const;
    const tickets = parseLine('V1 V2 V3 V4 V5 V6 O7 O8 O9');
    expect(largestError(dayOf({ discipline, tickets }))).toBe(0);
  });

  it('profile P P G S: within a round', () => {
    const day = dayOf({
      classes: [classOf('silver', 0), classOf('gold', 1), classOf('platinum', 2)],
      discipline: {
        kind: 'profile',
        rules: [
          {
            when: { kind: 'calledLess', queue: 'platinum', n: 2, scope: 'hall' },
            call: 'platinum',
          },
          { when: { kind: 'calledLess', queue: 'gold', n: 1, scope: 'hall' }, call: 'gold' },
        ],
        finally: { kind: 'list-order', queues: ['silver'] },
      },
      tickets: parseLine('S1 S2 S3 G4 G5 G6 P7 P8 P9 P10 P11 P12', {
        P: 'platinum',
        G: 'gold',
        S: 'silver',
      }),
    });
    expect(largestError(day)).toBeLessThanOrEqual(3);
  });

  it('profile without counted rules: by its list, or by queue time', () => {
    const tickets = parseLine('O1 S2 V3 O4');
    const ofFinally = (last: Extract<Discipline, { kind: 'profile' }>['finally']) =>
      largestError(dayOf({ discipline: { kind: 'profile', rules: [], finally: last }, tickets }));
    expect(ofFinally({ kind: 'list-order', queues: ['vip', 'ordinary'] })).toBe(0);
    expect(ofFinally({ kind: 'max-wait' })).toBe(0);
    expect(ofFinally({ kind: 'ratio', shares: {} })).toBe(0);
  });

  it('counts its own service only, and for a kept ticket nobody kept elsewhere', () => {
    const day = dayOf({
      tickets: [
        { name: 'B1', class: 'vip', service: 'broadband', minute: 1 },
        { name: 'P2', class: 'vip', minute: 2, reservedFor: '2' },
        { name: 'P3', class: 'ordinary', minute: 3, reservedFor: '1' },
        { name: 'P4', class: 'ordinary', minute: 4 },
      ],
    });
    expect([0, 1, 2, 3].map((ordinal) => aheadOf(day, ordinal, atMs))).toEqual([0, 0, 0, 2]);
  });

  it('nobody is before one who does not wait; a hall without queues has none', () => {
    const day = dayOf({ tickets: parseLine('O1 O2') });
    const second: Ticket = { ...at(day.tickets, 1)!, state: 'called' };
    const called = { ...day, tickets: replace(day.tickets, 1, second) };
    expect(aheadOf(day, 1, atMs)).toBe(1);
    expect(aheadOf(called, 1, atMs)).toBe(0);
    expect(aheadOf(day, 7, atMs)).toBe(0);
    expect(aheadOfNew(dayOf({ tickets: [] }), 'payment', 'ordinary', atMs)).toBe(0);
    expect(aheadOfNew({ ...day, config: null }, 'payment', 'ordinary', atMs)).toBe(0);
  });
});
