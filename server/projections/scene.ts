import { addDays, localDateOf } from '#core/calendar/business-day.ts';
import { hoursOf } from '#core/calendar/hours-of.ts';
import { nextOpening } from '#core/calendar/next-opening.ts';
import { aheadOfNew } from '#core/disciplines/pick.ts';
import type { HallConfig } from '#core/hall-config.ts';
import { configOf, defaultClass, isReceiving, offers } from '#core/lookup.ts';
import type { HallDay, Ticket } from '#core/state.ts';
import type { Estimate, InstantMs } from '#core/vocabulary.ts';
import type { ExplainedWait } from '#protocol/views.ts';
import type { ViewSources } from './view-sources.ts';

/**
 * What several parts of a view, or several views of one instant, need: found once. Kept beside the
 * sources or the configuration it was made from, and gone with it.
 */

interface Estimates {
  readonly secondNo: number;
  readonly byService: Map<string, Estimate | null>;
}

const serviceEstimates = new WeakMap<HallDay, Estimates>();

/**
 * The wait of someone of the default class who would take this service's number now. The estimator
 * learns only from events, so one state has one answer within a second.
 */
export function estimateFor(sources: ViewSources, service: string): Estimate | null {
  const { state, nowMs, estimate } = sources;
  const { config } = state;
  if (config === null) return null;
  const secondNo = Math.floor(nowMs / 1000);
  let known = serviceEstimates.get(state);
  if (known?.secondNo !== secondNo) {
    known = { secondNo, byService: new Map() };
    serviceEstimates.set(state, known);
  }
  const found = known.byService.get(service);
  if (found !== undefined) return found;
  const className = defaultClass(config).id;
  const ahead = aheadOfNewcomer(state, service, nowMs);
  const made = estimate.forNew(state, service, className, ahead, nowMs);
  known.byService.set(service, made);
  return made;
}

const ticketEstimates = new WeakMap<HallDay, Waits>();

interface Waits {
  readonly secondNo: number;
  readonly byOrdinal: Map<number, Estimate | null>;
}

/** The wait of a waiting ticket, for lists: found once for a state within a second. */
export function estimateOf({ state, nowMs, estimate }: ViewSources, ordinal: number) {
  const secondNo = Math.floor(nowMs / 1000);
  let known = ticketEstimates.get(state);
  if (known?.secondNo !== secondNo) {
    ticketEstimates.set(state, (known = { secondNo, byOrdinal: new Map() }));
  }
  let made = known.byOrdinal.get(ordinal);
  if (made === undefined) {
    made = estimate.forTicket(state, ordinal, nowMs);
    known.byOrdinal.set(ordinal, made);
  }
  return made;
}

/** What a wait rests on, for somebody with so many ahead. */
export function explainedWait(
  { state, nowMs, estimate }: Pick<ViewSources, 'state' | 'nowMs' | 'estimate'>,
  { service, reservedFor }: Pick<Ticket, 'service' | 'reservedFor'>,
  ahead: number,
): ExplainedWait {
  const { counters, secondsEach } = estimate.capacity(state, service, nowMs);
  const minutesEach = Math.max(1, Math.round(secondsEach / 30)) / 2;
  return { ahead, counters: reservedFor === null ? counters : 1, minutesEach };
}

const lineLengths = new WeakMap<HallDay, ReadonlyMap<string, number>>();

/** People waiting whom a counter could serve by its own services, for every counter at once. */
export function lineLength(state: HallDay, counter: string): number {
  let lengths = lineLengths.get(state);
  if (lengths === undefined) lineLengths.set(state, (lengths = measureLines(state)));
  return lengths.get(counter) ?? 0;
}

function measureLines(state: HallDay): ReadonlyMap<string, number> {
  const lengths = new Map<string, number>();
  const { config } = state;
  if (config === null) return lengths;
  const offering = countersOffering(config);
  const add = (counter: string, count: number) =>
    lengths.set(counter, (lengths.get(counter) ?? 0) + count);
  for (const queue of Object.values(state.queues)) {
    const { size } = queue.ordinals;
    if (size === 0) continue;
    if (queue.reservedFor !== null) add(queue.reservedFor, size);
    else for (const counter of offering.get(queue.service) ?? []) add(counter, size);
  }
  return lengths;
}

const offeringByConfig = new WeakMap<HallConfig, ReadonlyMap<string, readonly string[]>>();

/** Counters that offer each service, by its id, in the order of the configuration. */
export function countersOffering(config: HallConfig): ReadonlyMap<string, readonly string[]> {
  const known = offeringByConfig.get(config);
  if (known !== undefined) return known;
  const made = new Map(
    config.services.map(({ id }) => [
      id,
      config.counters.filter((counter) => offers(counter, id)).map((counter) => counter.id),
    ]),
  );
  offeringByConfig.set(config, made);
  return made;
}

/** Plates at the head of a line: no more are drawn. */
const receivingMax = 4;

/** Counters that would receive the next customer of a service now: open, not paused, not away. */
export function receivingFor(state: HallDay, service: string): readonly string[] {
  if (state.config === null) return [];
  const offering = countersOffering(state.config).get(service) ?? [];
  return offering
    .filter((counter) => {
      const seat = state.counters[counter];
      return seat !== undefined && isReceiving(seat);
    })
    .slice(0, receivingMax);
}

const servicesByConfig = new WeakMap<HallConfig, ReadonlyMap<string, readonly string[]>>();

/** Services that each counter offers, `*` written out. */
export function servicesAt(config: HallConfig, counter: string): readonly string[] {
  let known = servicesByConfig.get(config);
  if (known === undefined) {
    known = new Map(
      config.counters.map((each) => [
        each.id,
        config.services.filter(({ id }) => offers(each, id)).map(({ id }) => id),
      ]),
    );
    servicesByConfig.set(config, known);
  }
  return known.get(counter) ?? [];
}

interface Opening {
  readonly askedAtMs: InstantMs;
  readonly opensAtMs: InstantMs | null;
}

const openings = new WeakMap<HallConfig, Opening>();

/** The first opening after an instant: asked of the calendar once, and again when it has passed. */
export function nextOpeningMs(config: HallConfig, nowMs: InstantMs): InstantMs | null {
  const known = openings.get(config);
  if (known !== undefined && nowMs >= known.askedAtMs) {
    if (known.opensAtMs !== null && nowMs < known.opensAtMs) return known.opensAtMs;
    if (known.opensAtMs === null && nowMs < known.askedAtMs + 86_400_000) return null;
  }
  const opensAtMs = nextOpening(config.hours, config.hall.timezone, nowMs)?.opensAtMs ?? null;
  openings.set(config, { askedAtMs: nowMs, opensAtMs });
  return opensAtMs;
}

const seatedByState = new WeakMap<HallDay, ReadonlySet<string>>();

/** Badges of those who hold a counter: its clerk or, once signed in there, the relief. */
export function seatedBadges(state: HallDay): ReadonlySet<string> {
  const known = seatedByState.get(state);
  if (known !== undefined) return known;
  const held = Object.values(state.counters).flatMap(({ clerk, handover }) => {
    const holder = handover?.relieved === true ? handover.to : clerk;
    return holder === null ? [] : [holder];
  });
  const made = new Set(held);
  seatedByState.set(state, made);
  return made;
}

/**
 * How many would be called before someone of the default class who took a number now. Where that is
 * everybody who waits, it is not counted again: nobody of the class goes before another by queue
 * time alone, and no other class goes behind.
 */
export function aheadOfNewcomer(state: HallDay, service: string, atMs: InstantMs): number {
  const config = configOf(state);
  const waiting = state.waitingByService[service] ?? 0;
  if (waiting === 0 || isLast(config)) return waiting;
  return aheadOfNew(state, service, defaultClass(config).id, atMs);
}

function isLast({ discipline, guards, classes }: HallConfig): boolean {
  if (discipline.kind === 'fifo') return guards.maxConsecutivePriority === null;
  if (discipline.kind !== 'strict' || guards.maxConsecutivePriority !== null) return false;
  const [base] = classes;
  return base !== undefined && classes.every(({ rank }) => rank >= base.rank);
}

interface LocalDay {
  readonly day: string;
  readonly fromMs: InstantMs;
  readonly toMs: InstantMs;
}

const localDays = new WeakMap<HallConfig, LocalDay>();

/** Today's date in the hall's zone: asked of the calendar once a day. */
export function localToday(config: HallConfig, nowMs: InstantMs): string {
  const known = localDays.get(config);
  if (known !== undefined && nowMs >= known.fromMs && nowMs < known.toMs) return known.day;
  const { timezone } = config.hall;
  const day = localDateOf(timezone, nowMs);
  localDays.set(config, { day, fromMs: nowMs, toMs: startOf(addDays(day, 1), timezone) });
  return day;
}

function startOf(day: string, timezone: string): InstantMs {
  return Temporal.PlainDate.from(day).toZonedDateTime(timezone).epochMilliseconds;
}

export interface TodaysHours {
  readonly opensAtMs: InstantMs;
  readonly remindsAtMs: InstantMs;
  readonly closesAtMs: InstantMs;
}

/**
 * The hours to show now. The business day rolls over lazily: before the first command of a new day
 * the state still holds the day before, and the calendar is asked.
 */
export function todaysHours({ state, nowMs }: ViewSources): TodaysHours | null {
  const { config, day, hours, hallState } = state;
  if (config === null) return null;
  const today = localToday(config, nowMs);
  if (day === today || hallState !== 'closed') return hours;
  const { hours: coming } = comingConfig(state);
  return hoursOf(coming, config.hall.timezone, today);
}

/** What holds when the hall opens next: once its day is over, what is planned for the next one. */
export function comingConfig(state: HallDay): HallConfig {
  const isOver = state.ended || state.hours === null || state.hallState === 'serving-out';
  return isOver && state.planned !== null ? state.planned.config : configOf(state);
}

const isoSlots = 1024;
const isoInstants = new Float64Array(isoSlots).fill(Number.NaN);
const isoTexts: string[] = Array.from({ length: isoSlots }, () => '');

/**
 * The same instants are written again and again, view after view: their texts are kept until another
 * instant needs the place (Fibonacci hashing: Knuth, volume 3, 6.4).
 */
export function iso(atMs: InstantMs): string {
  const slot = Math.imul(atMs, 0x9e3779b1) >>> 22;
  if (isoInstants[slot] === atMs) return isoTexts[slot] as string;
  const text = new Date(atMs).toISOString();
  isoInstants[slot] = atMs;
  isoTexts[slot] = text;
  return text;
}

export function isoOrNull(atMs: InstantMs | null | undefined): string | null {
  return atMs === null || atMs === undefined ? null : iso(atMs);
}
