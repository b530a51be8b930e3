import type { Command, CommandArgs, CommandName } from '#core/commands.ts';
import { decide } from '#core/decide.ts';
import { isDue } from '#core/due.ts';
import { applyAll } from '#core/evolve.ts';
import type { HallEvent } from '#core/events.ts';
import { at } from '#core/sequence.ts';
import { initialDay, type HallDay } from '#core/state.ts';
import type { Actor, Estimate } from '#core/vocabulary.ts';
import type { Estimator } from '#estimate/estimator.ts';
import { tongtai } from '../projections/tongtai.ts';

/** What was said to a customer at the kiosk, and the wait that became of it. */
export interface Told {
  readonly day: number;
  readonly class: string;
  readonly estimate: Estimate | null;
  waitS: number | null;
}

interface Due {
  readonly atMs: number;
  readonly no: number;
  readonly run: () => void;
}

const firstMs = Date.parse('2026-03-02T00:00:00+08:00');
const dayMs = 86_400_000;
const minuteMs = 60_000;
const counters = ['1', '2', '3', '4', '5', '6'];

/**
 * Days of a hall through the real core: strict priority of VIPs and special needs, people who
 * leave and who do not come, clerks who pause (announced), two counters that open at eleven.
 */
export function simulateHall(
  seed: number,
  days: number,
  estimator: Estimator,
  onEvent?: (event: HallEvent) => void,
): readonly Told[] {
  const draw = mulberry32(seed);
  const told = new Map<string, Told>();
  const all: Told[] = [];
  let state: HallDay = initialDay;
  let nowMs = firstMs;
  let fresh = 0;
  let agenda: Due[] = [];

  const exponential = (mean: number) => -Math.log(1 - draw()) * mean;
  const lognormal = (mean: number, sigma: number) => {
    const normal = Math.sqrt(-2 * Math.log(1 - draw())) * Math.cos(2 * Math.PI * draw());
    return mean * Math.exp(sigma * normal - (sigma * sigma) / 2);
  };

  function later(afterMs: number, run: () => void): void {
    fresh += 1;
    const due = { atMs: nowMs + Math.max(1, Math.round(afterMs)), no: fresh, run };
    const place = agenda.findIndex(({ atMs }) => atMs > due.atMs);
    if (place < 0) agenda.push(due);
    else agenda.splice(place, 0, due);
  }

  function run<N extends CommandName>(name: N, args: CommandArgs[N], actor: Actor): boolean {
    fresh += 1;
    const command = { name, args } as unknown as Command;
    const decision = decide(state, command, {
      atMs: nowMs,
      actor,
      freshId: `id${String(fresh)}`,
      estimate: (service, className, ahead) =>
        estimator.forNew(state, service, className, ahead, nowMs),
    });
    if (decision.kind !== 'accepted') return false;
    const applied = applyAll(state, decision.events, nowMs, actor);
    ({ state } = applied);
    for (const event of applied.events) {
      estimator.apply(event);
      onEvent?.(event);
      if (event.type === 'TicketIssued') note(event);
      if (event.type === 'TicketCalled') {
        const known = told.get(event.data.ticket);
        if (known !== undefined) known.waitS ??= (event.data.waitMs ?? 0) / 1000;
      }
    }
    return decision.events.length > 0;
  }

  function note({ data }: Extract<HallEvent, { type: 'TicketIssued' }>): void {
    const day = Math.floor((nowMs - firstMs) / dayMs);
    const one: Told = { day, class: data.class, estimate: data.estimate, waitS: null };
    told.set(data.ticket, one);
    all.push(one);
    later(exponential(70 * minuteMs), () =>
      run('cancel-ticket', { ticket: data.ticket }, customer),
    );
  }

  const clerkOf = (counter: string): Actor => ({
    kind: 'staff',
    badge: `100${counter}`,
    role: 'clerk',
  });

  /** An idle clerk looks for the next customer, or takes the break that is due. */
  function work(counter: string, breakAtMs: number): void {
    const by = clerkOf(counter);
    if (
      nowMs >= breakAtMs &&
      run('pause', { counter, kind: 'routine', reason: 'break', minutes: 10 }, by)
    ) {
      later(lognormal(10 * minuteMs, 0.2), () => {
        run('resume', { counter }, by);
        work(counter, nowMs + lognormal(100 * minuteMs, 0.3));
      });
      return;
    }
    if (state.ended || state.counters[counter]?.state !== 'idle') return;
    if (!run('call', { counter }, by)) {
      later(5_000, () => work(counter, breakAtMs));
      return;
    }
    if (draw() < 0.04) {
      later(61_000, () => {
        run('no-show', { counter }, by);
        work(counter, breakAtMs);
      });
      return;
    }
    later(8_000 + 10_000 * draw(), () => {
      run('start', { counter }, by);
      const service = serviceAt(counter);
      later(lognormal(service === 'enquiry' ? 220_000 : 160_000, 0.6), () => {
        run('finish', { counter }, by);
        later(4_000, () => work(counter, breakAtMs));
      });
    });
  }

  function serviceAt(counter: string): string | undefined {
    return at(state.tickets, state.counters[counter]?.ticket ?? -1)?.service;
  }

  function arrive(untilMs: number): void {
    const hour = ((nowMs - firstMs) % dayMs) / 3_600_000;
    const perHour = hour < 11 ? 74 : hour < 14 ? 104 : 66;
    later(exponential(3_600_000 / perHour), () => {
      if (nowMs > untilMs) return;
      const [x, y] = [draw(), draw()];
      run(
        'issue-ticket',
        {
          service: x < 0.7 ? 'payment' : 'enquiry',
          class: y < 0.12 ? 'vip' : y < 0.25 ? 'special' : 'ordinary',
        },
        { kind: 'staff', badge: '9001', role: 'supervisor' },
      );
      arrive(untilMs);
    });
  }

  run(
    'configure',
    { config: hallConfig(), why: 'first' },
    {
      kind: 'hub',
    },
  );
  for (let day = 0; day < days; day += 1) {
    const midnightMs = firstMs + day * dayMs;
    const opensMs = midnightMs + 8.5 * 3_600_000;
    const closesMs = midnightMs + 16 * 3_600_000;
    agenda = [];
    nowMs = Math.max(nowMs, opensMs);
    run('tick', {}, { kind: 'clock' });
    for (const counter of counters) {
      const opensAtMs = Number(counter) <= 4 ? 60_000 * draw() : 2.5 * 3_600_000 + 300_000 * draw();
      later(opensAtMs, () => {
        run('open', { counter }, clerkOf(counter));
        work(counter, nowMs + lognormal(60 * minuteMs, 0.3));
      });
    }
    arrive(closesMs - 30 * minuteMs);
    for (let next = agenda.shift(); next !== undefined && !state.ended; next = agenda.shift()) {
      nowMs = Math.max(nowMs, next.atMs);
      if (isDue(state, nowMs)) run('tick', {}, { kind: 'clock' });
      next.run();
    }
  }
  return all;
}

const customer: Actor = { kind: 'customer' };

function hallConfig() {
  const base = tongtai({
    routinePause: 'off',
    signOff: 'off',
    noShow: { minCalls: 1, minSeconds: 60, rejoinAfter: 3 },
  });
  const open = { from: '08:30', to: '16:00' };
  return {
    ...base,
    hours: {
      ...base.hours,
      weekly: { mon: open, tue: open, wed: open, thu: open, fri: open, sat: open, sun: open },
      exceptions: [],
    },
    counters: counters.map((id) => ({
      ...(base.counters[0] as (typeof base.counters)[number]),
      id,
      services: ['*'],
      prefers: [],
    })),
    staff: [
      ...counters.map((id) => ({
        ...(base.staff[0] as (typeof base.staff)[number]),
        badge: `100${id}`,
        role: 'clerk' as const,
      })),
      ...base.staff.filter(({ role }) => role === 'supervisor'),
    ],
    discipline: { kind: 'strict' as const },
    guards: { maxConsecutivePriority: null, maxWaitMinutes: {} },
    classes: base.classes.map((each) => ({ ...each, needsCustomer: false })),
  };
}

/** A small generator of numbers in 0 … 1 from a seed (Tommy Ettinger's mulberry32). */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
