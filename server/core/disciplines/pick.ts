import type { CounterConfig, HallConfig } from '../hall-config.ts';
import { configOf, defaultClass, ticketAt } from '../lookup.ts';
import type { DisciplineMemory, HallDay } from '../state.ts';
import { aging } from './aging.ts';
import { fifo } from './fifo.ts';
import { isOwedToDefault, oldestOverdue } from './guards.ts';
import {
  counterIn,
  countWhere,
  earliestMs,
  type Head,
  headsOf,
  indexIn,
  isNamed,
  lengthOf,
  type Line,
  linesFor,
} from './line.ts';
import { remember } from './memory.ts';
import { type Choice, chooseBy, compareTimes } from './order.ts';
import { chooseByProfile } from './profile.ts';
import { promise } from './promise.ts';
import { chooseByRatio } from './ratio.ts';
import { strict } from './strict.ts';
import type { Why } from './why.ts';

export { aheadOf, aheadOfNew } from './ahead.ts';

/** The ticket to call next, by its ordinal, and why. */
export interface Pick {
  readonly ordinal: number;
  readonly why: Why;
}

/**
 * The next ticket for a counter, or null where it has no candidate. The mechanisms, first to last:
 * the guard `maxWaitMinutes`, the guard `maxConsecutivePriority`, the counter's `prefers`, the kind.
 * Costs as much as there are queues, however many wait in them.
 */
export function pickNext(state: HallDay, counterId: string, atMs: number): Pick | null {
  return previewNext(state, counterId, atMs, 1)[0] ?? null;
}

/**
 * The next `count` picks in order, by the same code: each is what `pickNext` would answer were those
 * before it called at this counter, at this instant, and nothing else happened.
 */
export function previewNext(
  state: HallDay,
  counterId: string,
  atMs: number,
  count: number,
): readonly Pick[] {
  const counter = counterIn(state, counterId);
  if (counter === null) return [];
  const config = configOf(state);
  const picks: Pick[] = [];
  let { memory } = state;
  let heads = headsOf(state, linesFor(state, counter), atMs);
  while (picks.length < count && heads.length > 0) {
    const { head, why } = pickFrom(state, { config, counter, memory, atMs, heads });
    picks.push({ ordinal: head.ticket.ordinal, why });
    if (picks.length === count) break;
    memory = remember(config, memory, counterId, head.ticket, why);
    const rest = { ...head.line, next: head.line.next + 1 };
    heads = heads.flatMap((each) => (each === head ? headsOf(state, [rest], atMs) : [each]));
  }
  return picks;
}

/**
 * What the disciplines remember after a call of this ticket at this counter: a function of the
 * state and of the call's event (ticket, counter, why) alone.
 */
export function rememberCall(
  state: HallDay,
  counterId: string,
  ordinal: number,
  why: Why,
): DisciplineMemory {
  return remember(configOf(state), state.memory, counterId, ticketAt(state, ordinal), why);
}

/** Tickets waiting that this counter can serve now; those for which it is backup once due. */
export function candidatesCount(state: HallDay, counterId: string, atMs: number): number {
  const counter = counterIn(state, counterId);
  if (counter === null) return 0;
  return countIn(headsOf(state, linesFor(state, counter), atMs));
}

/** The why of a ticket called by its number, out of order: how many it overtook stands in it. */
export function whyNamed(state: HallDay, counterId: string, ordinal: number, atMs: number): Why {
  const ticket = ticketAt(state, ordinal);
  const counter = counterIn(state, counterId);
  const heads = counter === null ? [] : headsOf(state, linesFor(state, counter), atMs);
  const own = heads.find(({ line }) => isQueueOf(line, ticket));
  const before = own === undefined ? 0 : Math.max(0, indexIn(state, own.line.queue, ticket));
  const others = heads.filter((head) => head !== own);
  const passed = overtaken(state, others, ticket, atMs);
  const headWaitedSeconds = before > 0 && own ? secondsSince(own.ticket.orderMs, atMs) : 0;
  const overtakes = passed.overtakes + before;
  return {
    by: 'named',
    key: 'named',
    values: {
      class: ticket.class,
      waitedSeconds: secondsSince(ticket.queuedAtMs, atMs),
      ...(overtakes > 0 && {
        overtakes,
        overtakenSeconds: Math.max(passed.overtakenSeconds, headWaitedSeconds),
      }),
    },
  };
}

/** What one pick looks at. */
interface Scene {
  readonly config: HallConfig;
  readonly counter: CounterConfig;
  readonly memory: DisciplineMemory;
  readonly atMs: number;
  readonly heads: readonly Head[];
}

interface Decided extends Choice {
  readonly by: Why['by'];
}

function pickFrom(state: HallDay, scene: Scene): { readonly head: Head; readonly why: Why } {
  const { config, heads, atMs } = scene;
  const decided = decide(scene);
  const { head, key } = decided;
  const { kind } = config.discipline;
  const by = countIn(heads) === 1 ? 'only-one' : decided.by;
  const passed = overtaken(
    state,
    heads.filter((other) => other !== head),
    head.ticket,
    atMs,
  );
  const values = {
    class: head.ticket.class,
    waitedSeconds: secondsSince(head.ticket.queuedAtMs, atMs),
    ...(by !== kind && { kind }),
    ...(passed.overtakes > 0 && passed),
    ...decided.values,
  };
  return { head, why: { by, key, values } };
}

function decide(scene: Scene): Decided {
  const { config, memory, heads, atMs } = scene;
  const overdue = heads.length > 1 ? oldestOverdue(config.guards, heads, atMs) : undefined;
  if (overdue !== undefined) {
    const limitMinutes = config.guards.maxWaitMinutes[overdue.ticket.class] ?? 0;
    return { head: overdue, by: 'max-wait', key: 'queue-time', values: { limitMinutes } };
  }
  const owed = isOwedToDefault(config.guards, memory) ? ofDefaultClass(config, heads) : heads;
  const { preferred, running } = preferredOf(scene.counter, owed);
  const choice = byKind(scene, running);
  if (owed.length < heads.length) {
    const consecutive = memory.consecutivePriority;
    return {
      ...choice,
      by: 'max-consecutive-priority',
      values: { ...choice.values, consecutive },
    };
  }
  if (running.length < heads.length && preferred !== null) {
    return { ...choice, by: 'prefers', values: { ...choice.values, preferred } };
  }
  const { backupAfterMs } = choice.head.line;
  if (backupAfterMs === null) return { ...choice, by: config.discipline.kind };
  const afterMinutes = backupAfterMs / 60_000;
  return { ...choice, by: 'backup', values: { ...choice.values, afterMinutes } };
}

/** The kind decides among those that a guard and `prefers` left in the running. */
function byKind(scene: Scene, running: readonly Head[]): Choice {
  const { config, memory, atMs, heads } = scene;
  const { discipline } = config;
  switch (discipline.kind) {
    case 'fifo':
      return chooseBy(fifo(config, atMs), running);
    case 'strict':
      return chooseBy(strict(config, atMs), running);
    case 'aging':
      return chooseBy(aging(config, discipline.weights, atMs), running);
    case 'promise':
      return chooseBy(promise(config, atMs), running);
    case 'ratio':
      return chooseByRatio(config, discipline.shares, memory.credits, atMs, running, heads);
    case 'profile':
      // Its rules name queues themselves: where another mechanism has named one, the oldest goes,
      // and `finally` is not reached.
      if (running.length < heads.length) return chooseBy(fifo(config, atMs), running);
      return chooseByProfile(discipline, { ...scene, counterId: scene.counter.id });
  }
}

/** All heads of the default class; all heads where it has none. */
function ofDefaultClass(config: HallConfig, heads: readonly Head[]): readonly Head[] {
  const { id } = defaultClass(config);
  const some = heads.filter((head) => head.ticket.class === id);
  return some.length > 0 ? some : heads;
}

/** The heads of the first preferred class or service that has any; all heads where none has. */
function preferredOf(counter: CounterConfig, heads: readonly Head[]) {
  for (const preferred of counter.prefers) {
    const running = heads.filter((head) => isNamed(head.ticket, preferred));
    if (running.length > 0) return { preferred, running };
  }
  return { preferred: null, running: heads };
}

/** Candidates who queued before the picked one and are passed over: reading B reports them. */
function overtaken(
  state: HallDay,
  others: readonly Head[],
  picked: Head['ticket'],
  atMs: number,
): { readonly overtakes: number; readonly overtakenSeconds: number } {
  let overtakes = 0;
  let overtakenSeconds = 0;
  for (const { line, ticket } of others) {
    if (!ticket.front && compareTimes(ticket, picked) > 0) continue;
    const earlier = countWhere(
      state,
      line.queue,
      line.next,
      (other) => compareTimes(other, picked) < 0,
    );
    if (earlier === 0) continue;
    overtakes += earlier;
    const since = earliestMs(state, line.queue, line.next);
    overtakenSeconds = Math.max(overtakenSeconds, secondsSince(since, atMs));
  }
  return { overtakes, overtakenSeconds };
}

function isQueueOf(line: Line, ticket: Head['ticket']): boolean {
  const { service, class: className, reservedFor } = line.queue;
  return (
    service === ticket.service && className === ticket.class && reservedFor === ticket.reservedFor
  );
}

function countIn(heads: readonly Head[]): number {
  return heads.reduce((sum, head) => sum + lengthOf(head), 0);
}

function secondsSince(sinceMs: number, atMs: number): number {
  return Math.floor((atMs - sinceMs) / 1000);
}
