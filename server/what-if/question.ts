import type { HallEvent } from '#core/events.ts';
import type { Discipline, HallConfig } from '#core/hall-config.ts';
import type { FieldFault } from '#protocol/validator.ts';
import type { DayOutline, DayTold, Stay, WhatIfAnswer } from '#protocol/what-if.ts';
import type { PlannedCounter } from '#server/people/plan.ts';
import { dayAsPlan, servicesAtAll, servicesOf, type DayAsPlan } from './day-as-plan.ts';
import { findLeastStaffing } from './least-staffing.ts';
import { runWhatIf, type Change, type WhatIfResult } from './run.ts';

/** What the doors may ask of a day; plain data that crosses to another thread. */
export type Question =
  | {
      readonly kind: 'change';
      readonly staffing?: readonly Stay[];
      readonly counterServices?: Readonly<Record<string, readonly string[]>>;
      readonly discipline?: Discipline;
    }
  | { readonly kind: 'least-staffing'; readonly keptShare: number; readonly seed: number };

/** Trials of the search; each runs all of its days. */
const trialsMax = 240;
/** The search runs this many customers at once, in as many days as they fill. */
const customersPerTrial = 5_000;
const dayCountMax = 20;

export function outlineOf(events: Iterable<HallEvent>): DayOutline | null {
  const day = dayAsPlan(events);
  if (day.plan.customers.length === 0) return null;
  const { config, plan } = day;
  const instants = [
    ...plan.customers.map((customer) => customer.arrivesAtMs),
    ...plan.counters.flatMap((stay) => [stay.opensAtMs, stay.closesAtMs]),
  ];
  return {
    date: day.day,
    timezone: config.hall.timezone,
    customers: plan.customers.length,
    opensAt: iso(Math.min(...instants)),
    closesAt: iso(Math.max(...instants)),
    staffing: plan.counters.map(stayOf),
    counters: config.counters.map(({ id }) => ({
      counter: id,
      services: servicesOf(config, id),
    })),
    services: config.services.map(({ id, name }) => ({ service: id, name })),
    discipline: config.discipline,
  };
}

/** What is wrong with a question about this day, by field; none when it can be answered. */
export function faultsOf(question: Question, { config }: DayAsPlan): readonly FieldFault[] {
  if (question.kind === 'least-staffing') return [];
  const counters = new Set(config.counters.map(({ id }) => id));
  const services = new Set(config.services.map(({ id }) => id));
  const classes = new Set(config.classes.map(({ id }) => id));
  const faults: FieldFault[] = [];
  const check = (known: ReadonlySet<string>, field: string, value: string): void => {
    if (!known.has(value)) faults.push({ field, word: 'notInHall', parameter: value });
  };
  question.staffing?.forEach(({ counter, from, to }, index) => {
    check(counters, `staffing.${index}.counter`, counter);
    if (Date.parse(from) >= Date.parse(to)) {
      faults.push({ field: `staffing.${index}.to`, word: 'notAfterStart', parameter: '' });
    }
  });
  for (const [counter, offered] of Object.entries(question.counterServices ?? {})) {
    check(counters, 'counterServices', counter);
    for (const service of offered) check(services, `counterServices.${counter}`, service);
  }
  const { discipline } = question;
  const byClass =
    discipline?.kind === 'ratio'
      ? discipline.shares
      : discipline?.kind === 'aging'
        ? discipline.weights
        : {};
  for (const id of Object.keys(byClass)) check(classes, 'discipline', id);
  return faults;
}

/** @param events of one business day */
export async function answerQuestion(
  events: Iterable<HallEvent>,
  question: Question,
  onProgress: (doneCount: number, totalCount: number) => void = () => {},
): Promise<WhatIfAnswer> {
  const day = dayAsPlan(events);
  if (question.kind === 'change') {
    const half = day.plan.customers.length;
    const asItWas = await runWhatIf(day, {}, { onProgress: (done) => onProgress(done, 2 * half) });
    const change = changeOf(day, question);
    const asAsked = await runWhatIf(day, change, {
      onProgress: (done) => onProgress(half + done, 2 * half),
    });
    return { kind: 'change', asItWas: told(day, {}, asItWas), asAsked: told(day, change, asAsked) };
  }
  const dayCount = Math.max(
    1,
    Math.min(dayCountMax, Math.floor(customersPerTrial / Math.max(day.plan.customers.length, 1))),
  );
  const { keptShare, seed } = question;
  const found = await findLeastStaffing(day, { keptShare, seed, dayCount, trialsMax }, onProgress);
  const change = { counters: found.counters, lends: [] };
  return {
    kind: 'least-staffing',
    asItWas: told(day, {}, await runWhatIf(day)),
    asAsked: told(day, change, await runWhatIf(day, change)),
    halfHours: found.halfHours.map(({ fromMs, counters }) => ({ from: iso(fromMs), counters })),
    order: found.order,
    keptShare: found.keptShare,
    reachableShare: found.reachableShare,
    isReached: found.isReached,
    isLeast: found.isLeast,
    dayCount,
  };
}

function changeOf(
  day: DayAsPlan,
  { staffing, counterServices = {}, discipline }: Extract<Question, { kind: 'change' }>,
): Change {
  const config: HallConfig = {
    ...day.config,
    ...(discipline === undefined ? {} : { discipline }),
    counters: day.config.counters.map((counter) => ({
      ...counter,
      services: counterServices[counter.id] ?? counter.services,
    })),
  };
  // Whoever says what a counter serves says it for the whole day.
  const lends = (day.lends ?? []).filter(({ counter }) => !Object.hasOwn(counterServices, counter));
  const stays = staffing?.map(({ counter, from, to }) => ({
    counter,
    opensAtMs: Date.parse(from),
    closesAtMs: Date.parse(to),
    badge: `seat-${counter}`,
  }));
  const counters = (stays ?? day.plan.counters).map((stay): PlannedCounter => ({
    ...stay,
    services: servicesAtAll(config, stay.counter, lends),
  }));
  return { config, counters, lends };
}

function told(day: DayAsPlan, change: Change, result: WhatIfResult): DayTold {
  const counters = change.counters ?? day.plan.counters;
  const openMs = counters.reduce((sum, stay) => sum + stay.closesAtMs - stay.opensAtMs, 0);
  return {
    figures: result.figures,
    halfHours: result.halfHours.map(({ fromMs, ...rest }) => ({ from: iso(fromMs), ...rest })),
    endsAt: iso(result.endsAtMs),
    staffing: counters.map(stayOf),
    counterHours: openMs / 3_600_000,
  };
}

function stayOf({ counter, opensAtMs, closesAtMs }: PlannedCounter): Stay {
  return { counter, from: iso(opensAtMs), to: iso(closesAtMs) };
}

function iso(atMs: number): string {
  return new Date(atMs).toISOString();
}
