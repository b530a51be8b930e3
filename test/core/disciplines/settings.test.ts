import { describe, expect, it } from 'vitest';
import { candidatesCount, pickNext, previewNext } from '#core/disciplines/pick.ts';
import { ticketAt } from '#core/lookup.ts';
import { dequeue, enqueue } from '#core/queues.ts';
import type { HallDay } from '#core/state.ts';
import {
  call,
  counterOf,
  dayOf,
  drainNames,
  minuteMs,
  namesOf,
  parseLine,
  tenMs,
  type TicketSpec,
} from './day.ts';

const tenPastMs = tenMs + 10 * minuteMs;

function numberOfNext(state: HallDay, counterId = '1', atMs = tenPastMs): string | null {
  const pick = pickNext(state, counterId, atMs);
  return pick === null ? null : ticketAt(state, pick.ordinal).number;
}

describe('services of a counter', () => {
  const tickets: readonly TicketSpec[] = [
    { name: 'B1', class: 'vip', service: 'broadband', minute: 1 },
    { name: 'P2', class: 'ordinary', service: 'payment', minute: 2 },
    { name: 'K3', class: 'ordinary', service: 'payment', minute: 3, reservedFor: '2' },
    { name: 'K4', class: 'ordinary', service: 'broadband', minute: 4, reservedFor: '1' },
  ];
  const counters = [counterOf('1', { services: ['payment'] }), counterOf('2')];

  it('candidates are the services offered and whoever is kept for this counter', () => {
    const day = dayOf({ tickets, counters });
    expect(drainNames(day, '1')).toBe('P2 K4');
    expect(drainNames(day, '2')).toBe('B1 P2 K3');
    expect(candidatesCount(day, '1', tenPastMs)).toBe(2);
    expect(candidatesCount(day, '2', tenPastMs)).toBe(3);
  });

  it('answers nobody for a counter that is not configured, and in a hall that is not', () => {
    const day = dayOf({ tickets, counters });
    for (const state of [{ ...day, config: null }, day]) {
      const counterId = state.config === null ? '1' : '7';
      expect(pickNext(state, counterId, tenPastMs)).toBeNull();
      expect(previewNext(state, counterId, tenPastMs, 10)).toEqual([]);
      expect(candidatesCount(state, counterId, tenPastMs)).toBe(0);
    }
  });

  it('answers nobody when nobody waits', () => {
    const day = dayOf({ tickets: [] });
    expect(pickNext(day, '1', tenPastMs)).toBeNull();
    expect(previewNext(day, '1', tenPastMs, 10)).toEqual([]);
  });

  it('the services of one class stand in one line', () => {
    const mixed: readonly TicketSpec[] = [
      { name: 'P1', class: 'ordinary', service: 'payment', minute: 1 },
      { name: 'B2', class: 'ordinary', service: 'broadband', minute: 2 },
      { name: 'P3', class: 'ordinary', service: 'payment', minute: 3 },
      { name: 'B4', class: 'ordinary', service: 'broadband', minute: 4 },
    ];
    expect(drainNames(dayOf({ tickets: mixed }))).toBe('P1 B2 P3 B4');
  });
});

describe('prefers', () => {
  const fifo = { kind: 'fifo' } as const;

  it('[vip-first] a window of the VIPs calls them while there are any, then everyone', () => {
    const counters = [counterOf('1'), counterOf('2', { prefers: ['vip'] })];
    const day = dayOf({ discipline: fifo, counters, tickets: parseLine('O1 V2 O3 V4 S5') });
    expect(drainNames(day, '2')).toBe('V2 V4 O1 O3 S5');
    expect(drainNames(day, '1')).toBe('O1 V2 O3 V4 S5');
    expect(pickNext(day, '2', tenPastMs)?.why).toMatchObject({
      by: 'prefers',
      key: 'queue-time',
      values: { preferred: 'vip', kind: 'fifo', class: 'vip', overtakes: 1 },
    });
  });

  it('goes down its list, classes and services alike', () => {
    const counters = [counterOf('1', { prefers: ['broadband', 'special'] })];
    const tickets: readonly TicketSpec[] = [
      { name: 'V1', class: 'vip', minute: 1 },
      { name: 'S2', class: 'special', minute: 2 },
      { name: 'O3', class: 'ordinary', service: 'broadband', minute: 3 },
      { name: 'V4', class: 'vip', service: 'broadband', minute: 4 },
    ];
    expect(drainNames(dayOf({ counters, tickets }))).toBe('V4 O3 S2 V1');
  });

  it('says nothing where all candidates are preferred alike', () => {
    const counters = [counterOf('1', { prefers: ['ordinary'] })];
    const day = dayOf({ counters, tickets: parseLine('O1 O2') });
    expect(pickNext(day, '1', tenPastMs)?.why.by).toBe('strict');
  });

  it('keeps the ratio among the preferred, and leaves the credit of the others alone', () => {
    const counters = [counterOf('1', { prefers: ['payment'] })];
    const tickets: readonly TicketSpec[] = [
      ...parseLine('V1 V2 V3 V4 O5 O6'),
      { name: 'S7', class: 'special', service: 'broadband', minute: 7 },
    ];
    const discipline = { kind: 'ratio', shares: { vip: 2, ordinary: 1 } } as const;
    const day = { ...dayOf({ counters, tickets, discipline }) };
    const held = { ...day, memory: { ...day.memory, credits: { special: 1 } } };
    expect(drainNames(held)).toBe('V1 O5 V2 V3 O6 V4 S7');
    const pick = pickNext(held, '1', tenPastMs);
    expect(pick === null ? null : call(held, '1', pick).memory.credits).toEqual({
      vip: -1,
      ordinary: 1,
      special: 1,
    });
  });

  it('under a profile takes the oldest preferred, and does not reach finally', () => {
    const day = dayOf({
      counters: [counterOf('1', { prefers: ['vip'] })],
      discipline: {
        kind: 'profile',
        rules: [
          {
            when: { kind: 'calledLess', queue: 'special', n: 2, scope: 'hall' },
            call: 'special',
          },
        ],
        finally: { kind: 'list-order', queues: ['ordinary'] },
      },
      tickets: parseLine('S1 S2 S3 V4 O5'),
    });
    const counted = { ...day, memory: { ...day.memory, called: { 'hall|special': 2 } } };
    expect(numberOfNext(counted)).toBe('V4');
    const after = call(counted, '1', pickNext(counted, '1', tenPastMs)!);
    expect(after.memory.called).toEqual({ 'hall|special': 2 });
    expect(numberOfNext(after)).toBe('O5');
  });
});

describe('backup', () => {
  const counters = [
    counterOf('1', {
      services: ['payment'],
      backup: { services: ['broadband'], afterMinutes: 5 },
    }),
  ];
  const tickets: readonly TicketSpec[] = [
    { name: 'B4', class: 'vip', service: 'broadband', minute: 4 },
    { name: 'B6', class: 'vip', service: 'broadband', minute: 6 },
    { name: 'P7', class: 'ordinary', service: 'payment', minute: 7 },
  ];

  it('helps a queue once its head has waited that long, and only so far', () => {
    const day = dayOf({ counters, tickets });
    expect(numberOfNext(day, '1', tenMs + 9 * minuteMs - 1)).toBe('P7');
    expect(numberOfNext(day, '1', tenMs + 9 * minuteMs)).toBe('B4');
    // The next head has waited 3 minutes only.
    expect(namesOf(day, previewNext(day, '1', tenMs + 9 * minuteMs, 10))).toBe('B4 P7');
    expect(drainNames(day)).toBe('B4 P7');
  });

  it('counts a queue as servable only once it is due', () => {
    const day = dayOf({ counters, tickets });
    expect(candidatesCount(day, '1', tenMs + 8 * minuteMs)).toBe(1);
    expect(candidatesCount(day, '1', tenMs + 9 * minuteMs)).toBe(3);
  });

  it('says that it helps out', () => {
    const day = dayOf({ counters, tickets });
    expect(pickNext(day, '1', tenPastMs)?.why).toMatchObject({
      by: 'backup',
      key: 'rank',
      values: { kind: 'strict', afterMinutes: 5, rank: 2, over: 'ordinary', overRank: 0 },
    });
  });
});

describe('guard maxConsecutivePriority', () => {
  const guards = { maxConsecutivePriority: 2 };

  it('counts in the hall, whichever counter calls', () => {
    const counters = [counterOf('1'), counterOf('2')];
    let day = dayOf({ guards, counters, tickets: parseLine('O1 V2 V3 V4') });
    for (const counterId of ['1', '2'])
      day = call(day, counterId, pickNext(day, counterId, tenPastMs)!);
    expect(day.memory.consecutivePriority).toBe(2);
    const pick = pickNext(day, '1', tenPastMs);
    expect(pick?.why).toMatchObject({
      by: 'max-consecutive-priority',
      key: 'queue-time',
      values: { consecutive: 2, kind: 'strict', class: 'ordinary' },
    });
    expect(call(day, '1', pick!).memory.consecutivePriority).toBe(0);
  });

  it('goes on with priority where no default-class ticket is a candidate, and stays owed', () => {
    const day = dayOf({ guards, tickets: parseLine('S1 V2 V3 V4') });
    expect(drainNames(day)).toBe('V2 V3 V4 S1');
    const owed = { ...day, memory: { ...day.memory, consecutivePriority: 5 } };
    expect(numberOfNext(owed)).toBe('V2');
  });

  it('goes before prefers: a VIP window keeps the turn of the others', () => {
    const counters = [counterOf('1', { prefers: ['vip'] })];
    const day = dayOf({ guards, counters, tickets: parseLine('O1 V2 V3 V4 O5') });
    expect(drainNames(day)).toBe('V2 V3 O1 V4 O5');
  });

  it('special needs count as priority too', () => {
    const day = dayOf({ guards, tickets: parseLine('O1 O2 S3 V4 S5') });
    expect(drainNames(day)).toBe('V4 S3 O1 S5 O2');
  });

  it('0 keeps the default class first', () => {
    const day = dayOf({
      guards: { maxConsecutivePriority: 0 },
      tickets: parseLine('V1 O2 V3 O4'),
    });
    expect(drainNames(day)).toBe('O2 O4 V1 V3');
  });

  it('holds under a ratio without moving its credit', () => {
    const discipline = { kind: 'ratio', shares: { vip: 9, ordinary: 1 } } as const;
    const day = dayOf({ guards, discipline, tickets: parseLine('O1 O2 V3 V4 V5 V6 V7') });
    expect(drainNames(day)).toBe('V3 V4 O1 V5 V6 O2 V7');
  });

  it('a class below the default one breaks the row like the default class', () => {
    const low = dayOf({
      guards,
      classes: [
        ...dayOf({ tickets: [] }).config!.classes,
        { ...dayOf({ tickets: [] }).config!.classes[0]!, id: 'later', rank: -1 },
      ],
      tickets: [{ name: 'L1', class: 'later', minute: 1 }],
    });
    const counted = { ...low, memory: { ...low.memory, consecutivePriority: 1 } };
    const after = call(counted, '1', pickNext(counted, '1', tenPastMs)!);
    expect(after.memory.consecutivePriority).toBe(0);
  });
});

describe('guard maxWaitMinutes', () => {
  it('who has waited longer goes first, oldest first, whatever the kind says', () => {
    const guards = { maxWaitMinutes: { ordinary: 7, special: 5 } };
    const day = dayOf({ guards, tickets: parseLine('O1 O2 V3 S4 O5') });
    expect(drainNames(day)).toBe('O1 O2 S4 V3 O5');
    expect(pickNext(day, '1', tenPastMs)?.why).toMatchObject({
      by: 'max-wait',
      key: 'queue-time',
      values: { limitMinutes: 7, waitedSeconds: 540, kind: 'strict' },
    });
  });

  it('begins after the limit, not at it', () => {
    const guards = { maxWaitMinutes: { ordinary: 5 } };
    const day = dayOf({ guards, tickets: parseLine('O1 V2') });
    expect(numberOfNext(day, '1', tenMs + 6 * minuteMs)).toBe('V2');
    expect(numberOfNext(day, '1', tenMs + 6 * minuteMs + 1)).toBe('O1');
  });

  it('goes before maxConsecutivePriority and before prefers', () => {
    const guards = { maxConsecutivePriority: 1, maxWaitMinutes: { special: 4 } };
    const counters = [counterOf('1', { prefers: ['vip'] })];
    const day = dayOf({ guards, counters, tickets: parseLine('O1 V2 S3 S9') });
    const owed = { ...day, memory: { ...day.memory, consecutivePriority: 1 } };
    expect(drainNames(owed)).toBe('S3 O1 V2 S9');
  });
});

describe('cool-down and places in line', () => {
  it('a missed ticket that rejoins stands behind the next three of its queue', () => {
    let day = dayOf({ tickets: parseLine('O1 O2 O3 O4 O5') });
    const first = ticketAt(day, 0);
    day = dequeue(day, first);
    day = enqueue(day, first, { kind: 'behind', count: 3 }, tenMs + 6 * minuteMs);
    expect(drainNames(day)).toBe('O2 O3 O4 O1 O5');
  });

  it('with queue times of other lines between: it counts as the one it stands behind', () => {
    const tickets: readonly TicketSpec[] = [
      ...parseLine('O1 O2 O3'),
      { name: 'B4', class: 'ordinary', service: 'broadband', minute: 4 },
      { name: 'O5', class: 'ordinary', minute: 5 },
    ];
    let day = dayOf({ discipline: { kind: 'fifo' }, tickets });
    const first = ticketAt(day, 0);
    day = enqueue(dequeue(day, first), first, { kind: 'behind', count: 2 }, tenMs);
    expect(drainNames(day)).toBe('O2 O3 O1 B4 O5');
  });

  it('[one-notice-of-missing-papers] a parked ticket that is back is the next of its class', () => {
    const tickets: readonly TicketSpec[] = [
      { name: 'V1', class: 'vip', minute: 1 },
      { name: 'O2', class: 'ordinary', minute: 2 },
      { name: 'B3', class: 'ordinary', service: 'broadband', minute: 3, front: true },
    ];
    const day = dayOf({ tickets });
    expect(drainNames(day)).toBe('V1 B3 O2');
    const after = call(day, '1', pickNext(day, '1', tenPastMs)!);
    expect(pickNext(after, '1', tenPastMs)?.why).toMatchObject({
      by: 'strict',
      key: 'front',
      values: { overtakes: 1, overtakenSeconds: 480 },
    });
  });

  it('in front of one class, a late ticket does not let the heads go round in a circle', () => {
    // V3 goes before V1 (front), V1 before O2 and O2 before V3 (queue time): the class decides first.
    const tickets: readonly TicketSpec[] = [
      { name: 'V1', class: 'vip', service: 'payment', minute: 1 },
      { name: 'O2', class: 'ordinary', minute: 2 },
      { name: 'V3', class: 'vip', service: 'broadband', minute: 3, front: true },
    ];
    for (const order of [
      [0, 1, 2],
      [2, 1, 0],
      [1, 2, 0],
    ]) {
      const day = dayOf({
        discipline: { kind: 'fifo' },
        tickets: order.map((index) => tickets[index]!),
      });
      expect(drainNames(day)).toBe('O2 V3 V1');
    }
  });
});
