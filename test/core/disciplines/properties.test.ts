import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { candidatesCount, pickNext, previewNext, whyNamed } from '#core/disciplines/pick.ts';
import { classOf as classIn, configOf, counterOf as counterIn, ticketAt } from '#core/lookup.ts';
import { items } from '#core/sequence.ts';
import type { HallDay, Queue, Ticket } from '#core/state.ts';
import { cases } from '#test/support/cases.ts';
import {
  anyDay,
  anyDiscipline,
  anyTickets,
  keyedDiscipline,
  ratioDiscipline,
} from './arbitrary.ts';
import { call, classes, dayOf, drain, minuteMs, tenMs } from './day.ts';

const lateMinutes = fc.integer({ min: 0, max: 90 });
const runs = cases(100, 300);

describe('any hall', () => {
  it('a pick is a candidate of the counter, and there is one while anybody can be called', () => {
    fc.assert(
      fc.property(anyDay(anyDiscipline), lateMinutes, (day, minutes) => {
        const atMs = tenMs + minutes * minuteMs;
        for (const counterId of ['1', '2']) {
          const open = openQueues(day, counterId, atMs);
          const waiting = open.flatMap((queue) => [...items(queue.ordinals)]);
          expect(candidatesCount(day, counterId, atMs)).toBe(waiting.length);
          const pick = pickNext(day, counterId, atMs);
          if (waiting.length === 0) expect(pick).toBeNull();
          else expect(open.map((queue) => [...items(queue.ordinals)][0])).toContain(pick?.ordinal);
        }
      }),
      runs,
    );
  });

  it('the preview is what calls, one by one, bring; its first is the next; twice is the same', () => {
    fc.assert(
      fc.property(
        anyDay(anyDiscipline),
        lateMinutes,
        fc.integer({ min: 0, max: 50 }),
        (day, minutes, count) => {
          const atMs = tenMs + minutes * minuteMs;
          const preview = previewNext(day, '1', atMs, count);
          expect(preview).toEqual(drain(day, '1', atMs, count));
          expect(previewNext(day, '1', atMs, count)).toEqual(preview);
          if (count > 0) expect(preview[0] ?? null).toEqual(pickNext(day, '1', atMs));
        },
      ),
      runs,
    );
  });

  it('everybody whom a counter can serve is called once', () => {
    fc.assert(
      fc.property(anyDay(anyDiscipline), (day) => {
        const picks = drain(day, '2', tenMs + 300 * minuteMs);
        expect(new Set(picks.map(({ ordinal }) => ordinal)).size).toBe(picks.length);
        expect(picks).toHaveLength(candidatesCount(day, '2', tenMs + 300 * minuteMs));
      }),
      runs,
    );
  });

  it('does not depend on the order in which queues came into being', () => {
    fc.assert(
      fc.property(anyDay(anyDiscipline), lateMinutes, (day, minutes) => {
        const atMs = tenMs + minutes * minuteMs;
        const queues = Object.fromEntries(Object.entries(day.queues).reverse());
        const ordinals = (state: HallDay) => drain(state, '1', atMs).map(({ ordinal }) => ordinal);
        expect(ordinals({ ...day, queues })).toEqual(ordinals(day));
      }),
      runs,
    );
  });

  it('changes nothing of the day that it looks at, and keeps to plain values', () => {
    fc.assert(
      fc.property(anyDay(anyDiscipline), (day) => {
        const before = JSON.stringify(day);
        const picks = previewNext(day, '1', tenMs + 60 * minuteMs, 20);
        expect(JSON.stringify(day)).toBe(before);
        expect(JSON.parse(JSON.stringify(picks))).toEqual(picks);
        for (const { why, ordinal } of picks) {
          expect(why.values['class']).toBe(ticketAt(day, ordinal).class);
          const numbers = Object.values(why.values).filter((value) => typeof value === 'number');
          expect(numbers.every(Number.isFinite)).toBe(true);
        }
      }),
      runs,
    );
  });
});

describe('beside a plain reference that sorts all tickets', () => {
  it('fifo, strict, aging and promise call in the same order, with every setting and guard', () => {
    fc.assert(
      fc.property(
        anyDay(keyedDiscipline, { fronts: false }),
        lateMinutes,
        fc.constantFrom(0, 1, 3),
        (start, minutes, stepMinutes) => {
          let day = start;
          let atMs = tenMs + minutes * minuteMs;
          for (;;) {
            const expected = referencePick(day, '1', atMs);
            const pick = pickNext(day, '1', atMs);
            expect(pick?.ordinal).toBe(expected?.ordinal);
            if (pick === null) break;
            expectOvertaken(day, pick.why.values['overtakes'], pick.ordinal, atMs);
            day = call(day, '1', pick);
            atMs += stepMinutes * minuteMs;
          }
        },
      ),
      runs,
    );
  });

  it('a named ticket overtakes whoever of the candidates queued before it', () => {
    fc.assert(
      fc.property(anyDay(keyedDiscipline, { fronts: false }), fc.nat(), (day, dice) => {
        const atMs = tenMs + 60 * minuteMs;
        const waiting = openQueues(day, '1', atMs).flatMap((each) => [...items(each.ordinals)]);
        const ordinal = waiting[dice % Math.max(1, waiting.length)];
        if (ordinal === undefined) return;
        const why = whyNamed(day, '1', ordinal, atMs);
        expect(why).toMatchObject({ by: 'named', key: 'named' });
        expectOvertaken(day, why.values['overtakes'], ordinal, atMs);
      }),
      runs,
    );
  });
});

describe('nobody starves', () => {
  it('[vip-first] maxConsecutivePriority n: the k-th ordinary is among the first k (n + 1) calls', () => {
    const limits = fc.integer({ min: 0, max: 4 });
    fc.assert(
      fc.property(anyDiscipline, limits, anyTickets({ countMax: 60 }), (discipline, n, tickets) => {
        const guards = { maxConsecutivePriority: n };
        const open = tickets.map(({ reservedFor: _, ...ticket }) => ticket);
        const day = dayOf({ discipline, guards, tickets: open });
        const called = drain(day).map(({ ordinal }) => ticketAt(day, ordinal).class);
        const ordinary = called.flatMap((name, index) => (name === 'ordinary' ? [index + 1] : []));
        for (const [k, place] of ordinary.entries()) {
          expect(place).toBeLessThanOrEqual((k + 1) * (n + 1));
        }
      }),
      runs,
    );
  });

  it('maxWaitMinutes: nobody within the limit goes before one beyond it', () => {
    fc.assert(
      fc.property(anyDay(anyDiscipline, { fronts: false }), lateMinutes, (day, minutes) => {
        const atMs = tenMs + minutes * minuteMs;
        const { maxWaitMinutes } = configOf(day).guards;
        const overdue = drain(day, '1', atMs).map(({ ordinal }) => {
          const ticket = ticketAt(day, ordinal);
          const limit = maxWaitMinutes[ticket.class] ?? Number.POSITIVE_INFINITY;
          return atMs - ticket.orderMs > limit * minuteMs;
        });
        // A backup queue leaves the candidates with its head, and so may its overdue tickets.
        fc.pre(counterIn(configOf(day), '1')?.backup === null);
        expect(overdue.lastIndexOf(true)).toBe(overdue.filter(Boolean).length - 1);
      }),
      runs,
    );
  });
});

describe('ratio in the long run', () => {
  const names = classes.map(({ id }) => id);
  const anyShares = fc.tuple(...names.map(() => fc.integer({ min: 1, max: 7 })));

  it('every prefix is within one call of exact, every window of one round is exact', () => {
    fc.assert(
      fc.property(anyShares, fc.integer({ min: 2, max: 3 }), (drawn, classCount) => {
        const used = names.slice(0, classCount);
        const shares = Object.fromEntries(used.map((name, index) => [name, drawn[index]!]));
        const round = Object.values(shares).reduce((sum, share) => sum + share, 0);
        const length = 4 * round;
        const tickets = used.flatMap((name) =>
          Array.from({ length }, (_, minute) => ({ name, class: name, minute })),
        );
        const day = dayOf({ discipline: { kind: 'ratio', shares }, tickets });
        const called = drain(day, '1', tenMs + 500 * minuteMs, length).map(
          ({ ordinal }) => ticketAt(day, ordinal).class,
        );
        for (const name of used) {
          const share = shares[name]! / round;
          const counts = [0];
          for (const each of called) counts.push(counts.at(-1)! + (each === name ? 1 : 0));
          for (const [calls, count] of counts.entries()) {
            expect(Math.abs(count - calls * share)).toBeLessThan(1);
            if (calls < round) continue;
            expect(count - counts[calls - round]!).toBe(shares[name]);
          }
        }
      }),
      cases(15, 40),
    );
  });

  it('credit stays within the sum of all shares, whatever queues run dry', () => {
    fc.assert(
      fc.property(
        ratioDiscipline,
        fc.array(anyTickets({ countMax: 8 }), { minLength: 1, maxLength: 20 }),
        fc.array(fc.constantFrom('1', '2'), { minLength: 6, maxLength: 6 }),
        (discipline, waves, counters) => {
          const sum = names.reduce((total, name) => total + (discipline.shares[name] ?? 1), 0);
          let { memory } = dayOf({ tickets: [] });
          for (const tickets of waves) {
            let day = { ...dayOf({ discipline, tickets, counters: halves }), memory };
            for (const counterId of counters) {
              const pick = pickNext(day, counterId, tenMs + 90 * minuteMs);
              if (pick !== null) day = call(day, counterId, pick);
            }
            ({ memory } = day);
            for (const credit of Object.values(memory.credits)) {
              expect(Math.abs(credit)).toBeLessThanOrEqual(sum);
            }
          }
        },
      ),
      cases(70, 200),
    );
  });

  const halves = [
    { id: '1', services: ['payment', 'faults'], prefers: [], backup: null, place: null },
    { id: '2', services: ['broadband', 'payment'], prefers: ['vip'], backup: null, place: null },
  ];
});

describe('cost', () => {
  it('a pick reads heads and a few tickets by halves, however long the lines are', () => {
    const readsFor = (kind: 'strict' | 'fifo' | 'promise', count: number) => {
      const tickets = Array.from({ length: count }, (_, index) => ({
        name: `T${String(index)}`,
        class: classes[index % 3]!.id,
        service: index % 2 === 0 ? 'payment' : 'broadband',
        minute: index / 100,
      }));
      let reads = 0;
      const day = dayOf({ discipline: { kind }, tickets });
      const counted = <T extends object>(chunk: T): T =>
        new Proxy(chunk, {
          get(target, key) {
            if (typeof key === 'string' && /^\d+$/.test(key)) reads += 1;
            return Reflect.get(target, key) as unknown;
          },
        });
      const { chunks, tail } = day.tickets;
      const watched = { ...day.tickets, chunks: chunks.map(counted), tail: counted(tail) };
      const state = { ...day, tickets: watched };
      previewNext(state, '1', tenMs + 900 * minuteMs, 10);
      return reads;
    };
    for (const kind of ['strict', 'fifo', 'promise'] as const) {
      const [short, long] = [readsFor(kind, 300), readsFor(kind, 19_200)];
      expect(short).toBeGreaterThan(6);
      // 64 times as many tickets: six more halvings in each of five other lines, ten times.
      expect(long - short).toBeLessThanOrEqual(6 * 5 * 10 + 40);
    }
  });
});

/** Queues that the counter may call from, by the words of docs/disciplines.md. */
function openQueues(day: HallDay, counterId: string, atMs: number): readonly Queue[] {
  const counter = counterIn(configOf(day), counterId)!;
  return Object.values(day.queues).filter((queue) => {
    const [first] = items(queue.ordinals);
    if (first === undefined) return false;
    if (queue.reservedFor !== null) return queue.reservedFor === counterId;
    if (counter.services.includes('*') || counter.services.includes(queue.service)) return true;
    if (counter.backup?.services.includes(queue.service) !== true) return false;
    return atMs - ticketAt(day, first).orderMs >= counter.backup.afterMinutes * minuteMs;
  });
}

function candidatesOf(day: HallDay, counterId: string, atMs: number): readonly Ticket[] {
  return openQueues(day, counterId, atMs).flatMap((queue) =>
    [...items(queue.ordinals)].map((ordinal) => ticketAt(day, ordinal)),
  );
}

/** Guards, prefers and kind over one sorted list of all candidates. */
function referencePick(day: HallDay, counterId: string, atMs: number): Ticket | undefined {
  const config = configOf(day);
  const { guards, discipline } = config;
  let all = [...candidatesOf(day, counterId, atMs)].sort((a, b) => a.ordinal - b.ordinal);
  const overdue = all.filter((ticket) => {
    const limit = guards.maxWaitMinutes[ticket.class];
    return limit !== undefined && (atMs - ticket.orderMs) / minuteMs > limit;
  });
  if (overdue.length > 0) return overdue[0];
  if (day.memory.consecutivePriority >= (guards.maxConsecutivePriority ?? Infinity)) {
    const usual = all.filter((ticket) => ticket.class === 'ordinary');
    if (usual.length > 0) all = usual;
  }
  for (const name of counterIn(config, counterId)!.prefers) {
    const preferred = all.filter((each) => each.class === name || each.service === name);
    if (preferred.length === 0) continue;
    all = preferred;
    break;
  }
  const rank = (ticket: Ticket) => classIn(config, ticket.class)!.rank;
  const scores: Readonly<Record<string, (ticket: Ticket) => readonly number[]>> = {
    fifo: (ticket) => [ticket.orderMs],
    strict: (ticket) => [-rank(ticket), ticket.orderMs],
    aging: (ticket) => {
      const weights = discipline.kind === 'aging' ? discipline.weights : {};
      return [-(weights[ticket.class] ?? 1) * (atMs - ticket.orderMs), -rank(ticket)];
    },
    promise: (ticket) => {
      const service = config.services.find(({ id }) => id === ticket.service)!;
      const minutes = service.promiseMinutes - service.expectedMinutes;
      return [ticket.orderMs + minutes * minuteMs, -rank(ticket)];
    },
  };
  const scoreOf = scores[discipline.kind]!;
  return all.toSorted((a, b) => {
    const [left, right] = [scoreOf(a), scoreOf(b)];
    const differs = left.findIndex((score, index) => score !== right[index]);
    return differs < 0 ? a.ordinal - b.ordinal : left[differs]! - right[differs]!;
  })[0];
}

function expectOvertaken(
  day: HallDay,
  overtakes: string | number | undefined,
  ordinal: number,
  atMs: number,
): void {
  const picked = ticketAt(day, ordinal);
  const earlier = candidatesOf(day, '1', atMs).filter(
    (other) =>
      other.orderMs < picked.orderMs ||
      (other.orderMs === picked.orderMs && other.ordinal < picked.ordinal),
  );
  expect(overtakes ?? 0).toBe(earlier.length);
}
