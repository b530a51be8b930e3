import { applyAll } from '#core/evolve.ts';
import { decide } from '#core/decide.ts';
import type { Command } from '#core/commands.ts';
import { initialDay, type HallDay } from '#core/state.ts';
import { items } from '#core/sequence.ts';
import { createLearnedEstimator } from '#estimate/learned.ts';
import { tongtai } from '../projections/tongtai.ts';

/** The tenth fastest in a hundred is what a quiet machine would do; the rest is the scheduler's. */
interface Spread {
  readonly p10: number;
  readonly p50: number;
  readonly p99: number;
}

export interface LineFigures {
  readonly waiting: number;
  readonly counters: number;
  /** Every waiting ticket, from a state never asked before. */
  readonly wholeLineMs: Spread;
  /** Processor time of the same, the mean: what the other programs of a busy machine do not bend. */
  readonly wholeLineCpuMs: number;
  /** One newcomer's, likewise. */
  readonly newcomerMs: Spread;
  /** One event told to the estimator, with what it learns; a ticket has some four. */
  readonly eventMicros: number;
}

/** Estimates for every ticket of a hall with 300 waiting and 20 counters; the aim is under 2 ms. */
export function measureLine(rounds: number): LineFigures {
  const [waiting, counterCount] = [300, 20];
  const ids = Array.from({ length: counterCount }, (_, index) => String(index + 1));
  const base = tongtai();
  const [counter] = base.counters;
  const [clerk] = base.staff;
  if (counter === undefined || clerk === undefined) throw new Error('a hall has a counter');
  const config = {
    ...base,
    counters: ids.map((id) => ({ ...counter, id, services: ['*'], prefers: [] })),
    staff: [...ids.map((id) => ({ ...clerk, badge: `b${id}` })), ...base.staff],
  };
  const estimator = createLearnedEstimator();
  let state: HallDay = initialDay;
  let nowMs = Date.parse('2026-03-02T08:30:00+08:00');
  let fresh = 0;
  let events = 0;
  let toldMs = 0;
  let cpuMs = 0;
  const run = (name: string, args: object, badge = '9001'): void => {
    fresh += 1;
    nowMs += 200;
    const role = badge === '9001' ? 'supervisor' : 'clerk';
    const actor = { kind: 'staff', badge, role } as const;
    const context = { atMs: nowMs, actor, freshId: `id${String(fresh)}` };
    const decision = decide(state, { name, args } as unknown as Command, context);
    if (decision.kind !== 'accepted') throw new Error(`${name}: ${JSON.stringify(decision)}`);
    const applied = applyAll(state, decision.events, nowMs, actor);
    ({ state } = applied);
    const startedMs = performance.now();
    for (const event of applied.events) estimator.apply(event);
    toldMs += performance.now() - startedMs;
    events += applied.events.length;
  };
  run('configure', { config, why: 'bench' });
  run('tick', {});
  for (const id of ids) run('open', { counter: id }, `b${id}`);
  const services = config.services.map(({ id }) => id);
  const take = (index: number) => {
    run('issue-ticket', { service: services[index % services.length] });
  };
  for (let index = 0; index < waiting + counterCount; index += 1) take(index);
  for (const id of ids) {
    run('call', { counter: id }, `b${id}`);
    run('start', { counter: id }, `b${id}`);
  }
  const wholes: number[] = [];
  const newcomers: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const id = ids[round % ids.length] ?? '1';
    run('finish', { counter: id }, `b${id}`);
    run('call', { counter: id }, `b${id}`);
    run('start', { counter: id }, `b${id}`);
    take(round);
    const waits = [...items(state.tickets)].filter((ticket) => ticket.state === 'waiting');
    const cpu = process.cpuUsage();
    let startedMs = performance.now();
    for (const { ordinal } of waits) estimator.forTicket(state, ordinal, nowMs);
    wholes.push(performance.now() - startedMs);
    const used = process.cpuUsage(cpu);
    cpuMs += (used.user + used.system) / 1000;
    startedMs = performance.now();
    // Another instant: nothing of the last answer can be used again.
    estimator.forNew(state, services[0] ?? '', 'ordinary', waiting, nowMs + 1);
    newcomers.push(performance.now() - startedMs);
  }
  return {
    waiting: state.waitingCount,
    counters: counterCount,
    wholeLineMs: spreadOf(wholes),
    wholeLineCpuMs: cpuMs / rounds,
    newcomerMs: spreadOf(newcomers),
    eventMicros: (toldMs * 1000) / events,
  };
}

function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const rank = (share: number) => sorted[Math.ceil(share * sorted.length) - 1] ?? 0;
  return { p10: rank(0.1), p50: rank(0.5), p99: rank(0.99) };
}
