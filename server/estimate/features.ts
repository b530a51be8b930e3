import { at } from '#core/sequence.ts';
import type { HallDay } from '#core/state.ts';
import type { Seen } from './seen.ts';
import type { Stand, Walk } from './walk.ts';

/**
 * What the learner looks at, each number brought to about −2 … 2. All of it was known at the
 * instant. First what the hall has in common, then what a service has, then the ticket's own: a
 * whole line is worked out by parts (network.ts).
 */
const hallCount = 22;
export const serviceSlots = 12;
const serviceCount = 10 + serviceSlots;
const ticketCount = 10;
/** What all who wait for a service have in common stands first. */
export const commonCount = hallCount + serviceCount;
export const featureCount = commonCount + ticketCount;

/** Nothing is "since" longer than this: a first customer of the day is like any other. */
const longestS = 3600;
/** The unit of a wait: forecasts grow in it. */
export const unitS = 60;

export interface HallScene {
  readonly state: HallDay;
  readonly seen: Seen;
  readonly walk: Walk;
  readonly atMs: number;
}

/** Writes the hall's numbers at `offset`. */
export function writeHall({ state, seen, walk, atMs }: HallScene, out: Float64Array): void {
  const { places } = walk;
  const { today } = seen;
  const heads = headWaitS(state, null, atMs);
  const hour = (atMs - today.midnightMs) / 3_600_000;
  const around = (hour / 24) * 2 * Math.PI;
  const values = [
    ofCount(state.waitingCount),
    places.open / 4 - 1,
    places.busy / 4 - 1,
    places.ready / 2,
    places.stale / 2,
    ofTime(places.elapsedMeanS),
    ofTime(places.leftMeanS),
    ofTime(places.leftMinS),
    ofTime(today.lastWaitS),
    ofTime(sinceS(today.lastCallMs, atMs)),
    ofTime(heads),
    ofTime(today.calls.meanSince(atMs - 600_000, 0)),
    Math.log1p(today.calls.countSince(atMs - 300_000)) - 1.5,
    Math.log1p(today.calls.countSince(atMs - 900_000)) - 2.5,
    Math.log1p(today.arrivals.countSince(atMs - 300_000)) - 1.5,
    Math.log1p(today.arrivals.countSince(atMs - 900_000)) - 2.5,
    Math.log1p(today.leavings.countSince(atMs - 900_000)) - 1,
    ofTime(today.services.meanSince(atMs - 900_000, 180)),
    ofTime(sinceS(today.firstOpenMs, atMs)),
    Math.max(-3, Math.min(3, places.openingSoon)),
    Math.sin(around),
    Math.cos(around),
  ];
  out.set(values, 0);
}

/** Writes the numbers of a service; its own slot says which it is. */
export function writeService(
  { state, seen, walk, atMs }: HallScene,
  service: string,
  slot: number,
  out: Float64Array,
): void {
  const known = seen.service(service);
  const { open, ready } = walk.places.countFor(service);
  const values = [
    open / 4 - 1,
    ready / 2,
    ready === 0 ? 1 : 0,
    ofCount(state.waitingByService[service] ?? 0),
    ofTime(known.lastWaitS),
    ofTime(sinceS(known.lastCallMs, atMs)),
    ofTime(headWaitS(state, service, atMs)),
    ofTime(known.recent.meanSince(atMs - 1_200_000, 0)),
    ofTime(known.durations.meanS()),
    Math.min(3, (known.left / known.waitedS) * 200) - 1,
  ];
  out.set(values, hallCount);
  out.fill(0, hallCount + values.length, hallCount + serviceCount);
  out[hallCount + values.length + slot] = 1;
}

/** Writes the ticket's own numbers. */
export function writeTicket(
  { state, seen, walk }: HallScene,
  service: string,
  stand: Stand,
  /** How long it waits already; null for somebody who would take a number now. */
  elapsedS: number | null,
  rank: number,
  out: Float64Array,
): void {
  const waitS = stand.waitS ?? 0;
  const open = Math.max(walk.places.countFor(service).open, 0.5);
  const lengthS = (stand.aheadCount * seen.service(service).durations.meanS()) / open;
  const behind = Math.max(0, state.waitingCount - stand.aheadCount - (elapsedS === null ? 0 : 1));
  let index = commonCount;
  out[index++] = Math.min(waitS / 150, 8) - 0.5;
  out[index++] = ofTime(waitS);
  out[index++] = ofCount(stand.aheadCount);
  out[index++] = Math.min(stand.aheadWorkS / 600, 8) - 0.5;
  out[index++] = Math.min(lengthS / 300, 8) - 0.5;
  out[index++] = ofTime(elapsedS ?? 0);
  out[index++] = ofCount(behind);
  out[index++] = stand.aheadCount === 0 ? 1 : 0;
  out[index++] = Math.max(-3, Math.min(3, rank));
  out[index] = elapsedS === null ? 0 : 1;
}

function ofTime(seconds: number): number {
  return Math.log1p(Math.min(Math.max(seconds, 0), 6 * longestS) / 15) - 1.5;
}

function ofCount(count: number): number {
  return Math.log1p(Math.max(count, 0)) - 1;
}

function sinceS(sinceMs: number | null, atMs: number): number {
  return sinceMs === null ? longestS : Math.min(longestS, Math.max(0, (atMs - sinceMs) / 1000));
}

/** How long the head waits: of one service, or the longest of all. */
function headWaitS(state: HallDay, service: string | null, atMs: number): number {
  let longest = 0;
  for (const queue of Object.values(state.queues)) {
    if (service !== null && queue.service !== service) continue;
    const head = at(queue.ordinals, 0);
    const ticket = head === undefined ? undefined : at(state.tickets, head);
    if (ticket !== undefined) longest = Math.max(longest, (atMs - ticket.queuedAtMs) / 1000);
  }
  return longest;
}
