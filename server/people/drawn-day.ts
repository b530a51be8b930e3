import type { HallConfig } from '#core/hall-config.ts';
import type { DayPlan, PlannedCounter, PlannedCustomer } from './plan.ts';
import { chance, createRandom, exponential, logNormal, weighted, type Random } from './random.ts';

export interface DrawnDayOptions {
  readonly config: HallConfig;
  readonly seed: number;
  readonly opensAtMs: number;
  readonly closesAtMs: number;
  /** Nothing is planned before it: a day may be joined in the middle. */
  readonly fromMs: number;
}

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const walkMinMs = 5_000;
const walkMeanMs = 15_000;

/**
 * Relative arrivals by hour since opening, in the shape of a recorded service desk over its day
 * (bank1999, hours 8 to 17: 75 87 98 87 79 77 76 75 82 64 an hour).
 */
const arrivalShape = [75, 87, 98, 87, 79, 77, 76, 75, 82, 64];
/** Of the counters' capacity, how much the customers of the busiest hour ask for. */
const peakLoad = 0.92;
/** Spread of service times around their configured mean: log-normal as recorded (sigma 0.88). */
const serviceSigma = 0.7;

/** A whole day of customers and clerks for a hall, drawn by chance from its configuration. */
export function drawDay(options: DrawnDayOptions): DayPlan {
  const { config, opensAtMs, closesAtMs, fromMs } = options;
  const random = createRandom(options.seed);
  const counters = drawCounters(config, random, opensAtMs, closesAtMs);
  const customers: PlannedCustomer[] = [];
  const meanServiceMs = meanMinutes(config) * minuteMs;
  const peakRate = (peakLoad * counters.length) / meanServiceMs;
  let atMs = opensAtMs;
  for (;;) {
    atMs += exponential(random, 1 / peakRate);
    if (atMs >= closesAtMs - minuteMs) break;
    // Thinning: arrivals of the busiest hour, of which each hour keeps its share.
    const hour = Math.floor(((atMs - opensAtMs) / (closesAtMs - opensAtMs)) * arrivalShape.length);
    if (!chance(random, (arrivalShape[hour] ?? 0) / Math.max(...arrivalShape))) continue;
    customers.push(drawCustomer(config, random, Math.round(atMs)));
  }
  return {
    customers: customers.filter((customer) => customer.arrivesAtMs >= fromMs),
    counters: counters.map((counter) => ({
      ...counter,
      opensAtMs: Math.max(counter.opensAtMs, fromMs),
    })),
  };
}

function drawCounters(
  config: HallConfig,
  random: Random,
  opensAtMs: number,
  closesAtMs: number,
): readonly PlannedCounter[] {
  const clerks = config.staff.filter((person) => person.role === 'clerk');
  return config.counters.slice(0, clerks.length).map((counter, index) => ({
    counter: counter.id,
    badge: clerks[index]?.badge ?? '',
    services: counter.services.includes('*')
      ? config.services.map((service) => service.id)
      : counter.services,
    // Ten minutes early, as the rulebook asks (`ten-minutes-early`), give or take.
    opensAtMs: Math.round(opensAtMs - 10 * minuteMs - random.next() * 5 * minuteMs),
    closesAtMs,
  }));
}

function drawCustomer(config: HallConfig, random: Random, atMs: number): PlannedCustomer {
  // Short errands are the frequent ones.
  const service = weighted(
    random,
    config.services.map((each) => [each, 1 / each.expectedMinutes] as const),
  );
  const [ordinary, ...others] = config.classes;
  const open = others.filter((each) => !each.needsCustomer);
  const className =
    chance(random, 0.12) && open.length > 0 ? pickFrom(random, open).id : ordinary?.id;
  const legs = [
    { service: service.id, serviceMs: serviceTime(random, service.expectedMinutes), counter: null },
  ];
  if (chance(random, 0.04) && config.services.length > 1) {
    const next = pickFrom(
      random,
      config.services.filter((each) => each.id !== service.id),
    );
    legs.push({
      service: next.id,
      serviceMs: serviceTime(random, next.expectedMinutes),
      counter: null,
    });
  }
  return {
    arrivesAtMs: atMs,
    class: className ?? null,
    legs,
    leavesAtMs: chance(random, 0.05) ? atMs + Math.round(exponential(random, hourMs / 4)) : null,
    walkMs: Math.round(walkMinMs + exponential(random, walkMeanMs - walkMinMs)),
    noShow: chance(random, 0.03),
  };
}

function serviceTime(random: Random, expectedMinutes: number): number {
  // exp(mu + sigma^2 / 2) is the mean of a log-normal.
  const mu = Math.log(expectedMinutes * minuteMs) - serviceSigma ** 2 / 2;
  return Math.round(Math.max(logNormal(random, mu, serviceSigma), 15_000));
}

function pickFrom<T>(random: Random, items: readonly T[]): T {
  return weighted(
    random,
    items.map((item) => [item, 1] as const),
  );
}

/** Mean service of a customer when services are asked for in inverse proportion to their length. */
function meanMinutes(config: HallConfig): number {
  const rates = config.services.map((service) => 1 / service.expectedMinutes);
  return rates.length / rates.reduce((sum, rate) => sum + rate, 0);
}
