import { pickNext, rememberCall, type Pick } from '#core/disciplines/pick.ts';
import type {
  ClassConfig,
  CounterConfig,
  Discipline,
  DisciplineGuards,
  HallConfig,
  ServiceConfig,
} from '#core/hall-config.ts';
import { ticketAt } from '#core/lookup.ts';
import { append, emptySequence, items, removeAt } from '#core/sequence.ts';
import { type HallDay, initialDay, type Queue, queueKey, type Ticket } from '#core/state.ts';
import { testConfig, testPolicy } from '#test/support/hall-config.ts';
import { newTicket } from '#test/support/situations.ts';

/** 10:00 in Shanghai, where these halls stand. */
export const tenMs = 1_772_416_800_000;
export const minuteMs = 60_000;

export interface TicketSpec {
  readonly name: string;
  readonly class: string;
  readonly service?: string;
  /** Queue time in minutes after ten o'clock. */
  readonly minute: number;
  /** Time for comparing, where it is not the queue time (a ticket that rejoined). */
  readonly orderMinute?: number;
  readonly front?: boolean;
  readonly reservedFor?: string;
}

export interface DaySpec {
  readonly discipline?: Discipline;
  readonly guards?: Partial<DisciplineGuards>;
  readonly classes?: readonly ClassConfig[];
  readonly services?: readonly ServiceConfig[];
  readonly counters?: readonly CounterConfig[];
  /** In order of issue, which inside a queue is the order of the line behind those in front. */
  readonly tickets: readonly TicketSpec[];
}

export const classes = [
  classOf('ordinary', 0),
  classOf('special', 1),
  classOf('vip', 2),
] as const satisfies readonly ClassConfig[];

export function classOf(
  id: string,
  rank: number,
  promiseMinutes: number | null = null,
): ClassConfig {
  return { id, rank, name: { zh: id, en: id }, prefix: null, promiseMinutes, needsCustomer: false };
}

export function serviceOf(id: string, promiseMinutes = 10, expectedMinutes = 3): ServiceConfig {
  return {
    id,
    name: { zh: id, en: id },
    short: { zh: id, en: id },
    prefix: id.slice(0, 1).toUpperCase(),
    promiseMinutes,
    expectedMinutes,
    quotaPerDay: null,
    papers: [],
    icon: null,
  };
}

export function counterOf(id: string, change: Partial<CounterConfig> = {}): CounterConfig {
  return { id, services: ['*'], prefers: [], backup: null, place: null, ...change };
}

/** A day in which exactly these tickets wait. */
export function dayOf(spec: DaySpec): HallDay {
  let tickets = emptySequence<Ticket>();
  const queues: Record<string, Queue> = {};
  for (const [ordinal, each] of spec.tickets.entries()) {
    tickets = append(tickets, ticketOf(each, ordinal));
  }
  const fronts = [...items(tickets)].filter(({ front }) => front);
  const others = [...items(tickets)].filter(({ front }) => !front);
  for (const ticket of [...fronts, ...others]) {
    const key = queueKey(ticket.service, ticket.class, ticket.reservedFor);
    const { service, reservedFor } = ticket;
    const queue = queues[key] ?? {
      service,
      class: ticket.class,
      reservedFor,
      ordinals: emptySequence<number>(),
    };
    queues[key] = { ...queue, ordinals: append(queue.ordinals, ticket.ordinal) };
  }
  return { ...initialDay, config: configOf(spec), tickets, queues };
}

/** `O1 V2 O3`: ordinary, vip, ordinary, queued at 10:01, 10:02, 10:03, all for one service. */
export function parseLine(
  text: string,
  byLetter: Readonly<Record<string, string>> = { O: 'ordinary', V: 'vip', S: 'special' },
): readonly TicketSpec[] {
  return text.split(' ').map((name) => ({
    name,
    class: byLetter[name.charAt(0)]!,
    minute: Number(name.slice(1)),
  }));
}

/** The day after a call: the ticket waits no more, and the disciplines remember. */
export function call(state: HallDay, counterId: string, pick: Pick): HallDay {
  const ticket = ticketAt(state, pick.ordinal);
  const key = queueKey(ticket.service, ticket.class, ticket.reservedFor);
  const queue = state.queues[key]!;
  const index = [...items(queue.ordinals)].indexOf(pick.ordinal);
  if (index < 0) throw new Error(`${ticket.number} waits nowhere`);
  return {
    ...state,
    queues: { ...state.queues, [key]: { ...queue, ordinals: removeAt(queue.ordinals, index) } },
    memory: rememberCall(state, counterId, pick.ordinal, pick.why),
  };
}

/** What a counter calls, one after the other at one instant, by pickNext and a real call each. */
export function drain(
  state: HallDay,
  counterId = '1',
  atMs = tenMs + 10 * minuteMs,
  countMax = Number.POSITIVE_INFINITY,
): readonly Pick[] {
  const picks: Pick[] = [];
  let day = state;
  while (picks.length < countMax) {
    const pick = pickNext(day, counterId, atMs);
    if (pick === null) break;
    picks.push(pick);
    day = call(day, counterId, pick);
  }
  return picks;
}

export function namesOf(state: HallDay, picks: readonly Pick[]): string {
  return picks.map((pick) => ticketAt(state, pick.ordinal).number).join(' ');
}

export function drainNames(state: HallDay, counterId = '1', countMax?: number): string {
  return namesOf(state, drain(state, counterId, undefined, countMax));
}

function ticketOf(spec: TicketSpec, ordinal: number): Ticket {
  const issuedAtMs = tenMs + spec.minute * minuteMs;
  return newTicket({
    id: `${ordinal.toString(36)}-${spec.name}`,
    ordinal,
    number: spec.name,
    service: spec.service ?? 'payment',
    class: spec.class,
    issuedAtMs,
    orderMs: tenMs + (spec.orderMinute ?? spec.minute) * minuteMs,
    front: spec.front ?? false,
    reservedFor: spec.reservedFor ?? null,
  });
}

function configOf(spec: DaySpec): HallConfig {
  return {
    ...testConfig,
    training: false,
    classes: spec.classes ?? classes,
    services: spec.services ?? [serviceOf('payment'), serviceOf('broadband', 20, 8)],
    counters: spec.counters ?? [counterOf('1')],
    staff: [],
    discipline: spec.discipline ?? testConfig.discipline,
    guards: { ...testConfig.guards, ...spec.guards },
    policy: { ...testPolicy, recallMax: 3, recallGapSeconds: 5 },
  };
}
