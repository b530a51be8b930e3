import type { HallConfig } from '#core/hall-config.ts';
import type { InstantMs } from '#core/vocabulary.ts';
import type { PlannedCounter, PlannedCustomer } from '#server/people/plan.ts';
import { createRandom } from '#server/people/random.ts';
import { servicesOf, type DayAsPlan } from './day-as-plan.ts';
import { dayLike } from './days-like.ts';
import { halfHourMs, halfHourOf, type HalfHour } from './half-hours.ts';
import { runWhatIf } from './run.ts';

export interface StaffingGoal {
  /** Share of the served customers for whom the promise is to be kept, 0 to 1. */
  readonly keptShare: number;
  readonly seed: number;
  /** How many days like this one it must hold on, together. */
  readonly dayCount: number;
  /** Trials of a staffing; each runs every one of the days. */
  readonly trialsMax: number;
}

export interface LeastStaffing {
  readonly halfHours: readonly { readonly fromMs: InstantMs; readonly counters: number }[];
  /** The counters in the order in which they are opened. */
  readonly order: readonly string[];
  readonly counters: readonly PlannedCounter[];
  readonly keptShare: number;
  /**
   * False: even with every counter open all day the promise is not kept so often (long services
   * break it by themselves). Then this is the least staffing that keeps it nearly as often as that.
   */
  readonly isReached: boolean;
  /** With every counter open all day. */
  readonly reachableShare: number;
  /** False: trials ran out before every half hour was tried with one counter less. */
  readonly isLeast: boolean;
  readonly counterHours: number;
  readonly trials: number;
}

export type Tried = (trials: number, trialsMax: number) => void;

/** How far below what all counters reach together is good enough, where the goal is out of reach. */
const nearlyShare = 0.01;

/** A staffing: how many counters are open in each half hour. */
type Levels = readonly number[];

interface Trial {
  readonly keptShare: number;
  /** By half hour: customers whose promise was broken, of those who came then. */
  readonly broken: readonly number[];
}

/**
 * The fewest counters by half hour that keep the promise for a share of the customers, on days like
 * a given one. From what the work itself needs it goes up where promises break, then takes away
 * what can be spared. A search by trial through the real rules: skills, classes and the discipline
 * count. It is a minimum in the sense that no single half hour can do with one counter less.
 */
export async function findLeastStaffing(
  day: DayAsPlan,
  goal: StaffingGoal,
  onTrial: Tried = () => {},
): Promise<LeastStaffing> {
  const random = createRandom(goal.seed);
  const days = Array.from({ length: goal.dayCount }, () => dayLike(day.plan.customers, random));
  const order = openingOrder(day.config, day.plan.customers);
  const slots = slotsOf(day);
  let trials = 0;

  async function attempt(levels: Levels): Promise<Trial> {
    trials += 1;
    onTrial(trials, goal.trialsMax);
    return tryLevels(day, days, slots, order, levels);
  }

  const all = slots.map(() => order.length);
  const most = await attempt(all);
  const isReached = most.keptShare >= goal.keptShare;
  const target = isReached ? goal.keptShare : most.keptShare - nearlyShare;
  let levels: Levels = workNeeded(day, slots, order);
  let trial = await attempt(levels);
  while (trial.keptShare < target && trials < goal.trialsMax) {
    const raised = raise(levels, trial, order.length);
    if (raised === null) break;
    levels = raised;
    trial = await attempt(levels);
  }
  if (trial.keptShare < target) [levels, trial] = [all, most];
  const found = await lower(levels, trial);
  ({ levels, trial } = found);

  return {
    halfHours: slots.map((fromMs, index) => ({ fromMs, counters: levels[index] ?? 0 })),
    order,
    counters: staffingOf(day.config, slots, order, levels),
    keptShare: trial.keptShare,
    isReached,
    reachableShare: most.keptShare,
    isLeast: found.isLeast,
    counterHours: (levels.reduce((sum, level) => sum + level, 0) * halfHourMs) / 3_600_000,
    trials,
  };

  /** Takes one counter from one half hour after the other for as long as the goal holds. */
  async function lower(from: Levels, at: Trial) {
    let best = { levels: from, trial: at };
    for (let improved = true; improved;) {
      improved = false;
      for (const index of from.keys()) {
        const level = best.levels[index] ?? 0;
        if (level <= 1) continue;
        if (trials >= goal.trialsMax) return { ...best, isLeast: false };
        const fewer = best.levels.with(index, level - 1);
        const tried = await attempt(fewer);
        if (tried.keptShare < target) continue;
        best = { levels: fewer, trial: tried };
        improved = true;
      }
    }
    return { ...best, isLeast: true };
  }
}

/** From the first arrival or the opening to the last arrival: after that everybody is served out. */
function slotsOf(day: DayAsPlan): readonly InstantMs[] {
  const arrivals = day.plan.customers.map((customer) => customer.arrivesAtMs);
  const firstMs = halfHourOf(Math.min(...arrivals));
  const count = (halfHourOf(Math.max(...arrivals)) - firstMs) / halfHourMs + 1;
  return Array.from({ length: count }, (_, index) => firstMs + index * halfHourMs);
}

/**
 * Counters in the order in which they are opened: first those that add the most work that nobody
 * could do before, then those that can do the most.
 */
export function openingOrder(
  config: HallConfig,
  customers: readonly PlannedCustomer[],
): readonly string[] {
  const work = new Map<string, number>();
  for (const leg of customers.flatMap((customer) => customer.legs)) {
    work.set(leg.service, (work.get(leg.service) ?? 0) + leg.serviceMs);
  }
  const left = config.counters.map(({ id }) => ({ id, services: servicesOf(config, id) }));
  const covered = new Set<string>();
  const order: string[] = [];
  const worth = (services: readonly string[]): number =>
    services.reduce((sum, service) => sum + (work.get(service) ?? 0), 0);
  while (left.length > 0) {
    const newWork = (services: readonly string[]) =>
      worth(services.filter((service) => !covered.has(service)));
    left.sort(
      (a, b) => newWork(b.services) - newWork(a.services) || worth(b.services) - worth(a.services),
    );
    const next = left.shift();
    if (next === undefined) break;
    order.push(next.id);
    for (const service of next.services) covered.add(service);
  }
  return order;
}

/** As many counters as the work of each half hour fills, at least one, and somebody for everything. */
function workNeeded(day: DayAsPlan, slots: readonly InstantMs[], order: readonly string[]): Levels {
  const workMs = slots.map(() => 0);
  const asked = new Set<string>();
  for (const customer of day.plan.customers) {
    const index = slots.indexOf(halfHourOf(customer.arrivesAtMs));
    for (const leg of customer.legs) {
      asked.add(leg.service);
      workMs[index] = (workMs[index] ?? 0) + leg.serviceMs + customer.walkMs;
    }
  }
  const base = coverCount(day.config, order, asked);
  return workMs.map((ms) => Math.min(Math.max(base, Math.ceil(ms / halfHourMs)), order.length));
}

/** How many of the first counters it takes until every service asked for is offered. */
function coverCount(
  config: HallConfig,
  order: readonly string[],
  asked: ReadonlySet<string>,
): number {
  const covered = new Set<string>();
  for (const [index, counter] of order.entries()) {
    for (const service of servicesOf(config, counter)) covered.add(service);
    if ([...asked].every((service) => covered.has(service))) return index + 1;
  }
  return order.length;
}

/** One counter more in each half hour that holds a good part of what is broken; null: none left. */
function raise(levels: Levels, { broken }: Trial, levelMax: number): Levels | null {
  const worst = Math.max(...broken.filter((_, index) => (levels[index] ?? 0) < levelMax), 0);
  if (worst === 0) return null;
  return levels.map((level, index) =>
    level < levelMax && (broken[index] ?? 0) * 2 >= worst ? level + 1 : level,
  );
}

async function tryLevels(
  day: DayAsPlan,
  days: readonly (readonly PlannedCustomer[])[],
  slots: readonly InstantMs[],
  order: readonly string[],
  levels: Levels,
): Promise<Trial> {
  const counters = staffingOf(day.config, slots, order, levels);
  const broken = slots.map(() => 0);
  let kept = 0;
  let total = 0;
  for (const customers of days) {
    const { halfHours } = await runWhatIf(day, { counters, customers, lends: [] });
    for (const slot of halfHours) {
      kept += slot.kept;
      total += slot.kept + slot.broken;
      add(broken, slots, slot);
    }
  }
  return { keptShare: total === 0 ? 1 : kept / total, broken };
}

function add(broken: number[], slots: readonly InstantMs[], slot: HalfHour): void {
  const index = slots.indexOf(slot.fromMs);
  if (index >= 0) broken[index] = (broken[index] ?? 0) + slot.broken;
}

/** Levels as seats: neighbouring half hours of a counter are one stay. */
export function staffingOf(
  config: HallConfig,
  slots: readonly InstantMs[],
  order: readonly string[],
  levels: Levels,
): readonly PlannedCounter[] {
  return order.flatMap((counter, place) => {
    const stays: { opensAtMs: number; closesAtMs: number }[] = [];
    slots.forEach((fromMs, index) => {
      if ((levels[index] ?? 0) <= place) return;
      const last = stays.at(-1);
      if (last?.closesAtMs === fromMs) last.closesAtMs = fromMs + halfHourMs;
      else stays.push({ opensAtMs: fromMs, closesAtMs: fromMs + halfHourMs });
    });
    const services = servicesOf(config, counter);
    return stays.map((stay) => ({ ...stay, counter, badge: `seat-${counter}`, services }));
  });
}
