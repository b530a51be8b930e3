import fc from 'fast-check';
import type { Discipline, DisciplineGuards } from '#core/hall-config.ts';
import type { HallDay } from '#core/state.ts';
import { classes, counterOf, dayOf, serviceOf, type TicketSpec } from './day.ts';

const classIds = classes.map(({ id }) => id);
const serviceIds = ['payment', 'broadband', 'faults'];
const queueNames = [...classIds, ...serviceIds];
const weights = fc.dictionary(fc.constantFrom(...classIds), fc.integer({ min: 0, max: 5 }));
const shares = fc.dictionary(fc.constantFrom(...classIds), fc.integer({ min: 1, max: 5 }));

const condition = fc.oneof(
  fc.record({
    kind: fc.constant('waitOver' as const),
    queue: fc.constantFrom(...queueNames),
    minutes: fc.integer({ min: 0, max: 30 }),
  }),
  fc.record({
    kind: fc.constant('lengthOver' as const),
    queue: fc.constantFrom(...queueNames),
    count: fc.integer({ min: 0, max: 6 }),
  }),
  fc.record({
    kind: fc.constant('calledLess' as const),
    queue: fc.constantFrom(...queueNames),
    n: fc.integer({ min: 1, max: 3 }),
    scope: fc.constantFrom('hall' as const, 'counter' as const),
  }),
  fc.constantFrom(
    { kind: 'between' as const, from: '10:00', to: '10:20' },
    { kind: 'between' as const, from: '22:00', to: '06:00' },
  ),
);

/** Kinds whose order is that of keys of the ticket alone. */
export const keyedDiscipline: fc.Arbitrary<Discipline> = fc.oneof(
  fc.constant({ kind: 'fifo' as const }),
  fc.constant({ kind: 'strict' as const }),
  fc.constant({ kind: 'promise' as const }),
  fc.record({ kind: fc.constant('aging' as const), weights }),
);

export const ratioDiscipline = fc.record({ kind: fc.constant('ratio' as const), shares });

export const profileDiscipline: fc.Arbitrary<Discipline> = fc.record({
  kind: fc.constant('profile' as const),
  rules: fc.array(
    fc.record({
      when: fc.oneof(
        condition,
        fc.record({
          kind: fc.constant('all' as const),
          conditions: fc.array(condition, { minLength: 1, maxLength: 2 }),
        }),
      ),
      call: fc.constantFrom(...queueNames),
    }),
    { maxLength: 4 },
  ),
  finally: fc.oneof(
    fc.constant({ kind: 'max-wait' as const }),
    fc.record({
      kind: fc.constant('list-order' as const),
      queues: fc.subarray(queueNames),
    }),
    fc.record({ kind: fc.constant('ratio' as const), shares }),
  ),
});

export const anyDiscipline = fc.oneof(keyedDiscipline, ratioDiscipline, profileDiscipline);

export const anyGuards: fc.Arbitrary<DisciplineGuards> = fc.record({
  maxConsecutivePriority: fc.option(fc.integer({ min: 0, max: 4 })),
  maxWaitMinutes: fc.dictionary(fc.constantFrom(...classIds), fc.integer({ min: 0, max: 40 })),
});

export const noGuards = { maxConsecutivePriority: null, maxWaitMinutes: {} } as const;

export interface HallShape {
  readonly fronts: boolean;
  readonly reserved: boolean;
  readonly services: readonly string[];
  readonly countMax: number;
}

const wide: HallShape = { fronts: true, reserved: true, services: serviceIds, countMax: 40 };

/** Tickets in order of issue; several may share an instant. */
export function anyTickets(change: Partial<HallShape> = {}): fc.Arbitrary<readonly TicketSpec[]> {
  const shape = { ...wide, ...change };
  const one = fc.record({
    class: fc.constantFrom(...classIds),
    service: fc.constantFrom(...shape.services),
    gapMinutes: fc.constantFrom(0, 0, 1, 2, 5),
    front: shape.fronts
      ? fc.integer({ min: 0, max: 9 }).map((dice) => dice === 0)
      : fc.constant(false),
    keptFor: shape.reserved ? fc.constantFrom(null, null, null, null, '1', '2') : fc.constant(null),
  });
  return fc.array(one, { maxLength: shape.countMax }).map((draws) => {
    let minute = 0;
    return draws.map(({ gapMinutes, keptFor, ...draw }, index) => {
      minute += gapMinutes;
      return {
        ...draw,
        name: `T${String(index)}`,
        minute,
        ...(keptFor !== null && { reservedFor: keptFor }),
      };
    });
  });
}

const anyCounter = fc.record({
  services: fc.oneof(fc.constant(['*']), fc.subarray(serviceIds)),
  prefers: fc.subarray(queueNames, { maxLength: 2 }),
  backup: fc.option(
    fc.record({
      services: fc.subarray(serviceIds, { minLength: 1 }),
      afterMinutes: fc.integer({ min: 0, max: 20 }),
    }),
  ),
});

/** A hall with any setting and any line, remembering any calls. */
export function anyDay(
  discipline: fc.Arbitrary<Discipline>,
  shape: Partial<HallShape> = {},
  guards: fc.Arbitrary<DisciplineGuards> = anyGuards,
): fc.Arbitrary<HallDay> {
  return fc
    .record({
      discipline,
      guards,
      tickets: anyTickets(shape),
      counter: anyCounter,
      consecutivePriority: fc.integer({ min: 0, max: 5 }),
    })
    .map(({ counter, consecutivePriority, ...spec }) => {
      const day = dayOf({
        ...spec,
        counters: [counterOf('1', counter), counterOf('2')],
        services: [
          serviceOf('payment'),
          serviceOf('broadband', 20, 8),
          serviceOf('faults', 15, 15),
        ],
      });
      return { ...day, memory: { ...day.memory, consecutivePriority } };
    });
}
