import type { CounterConfig } from '#core/hall-config.ts';
import { configOf, offers } from '#core/lookup.ts';
import { at } from '#core/sequence.ts';
import type { CounterSeat, HallDay } from '#core/state.ts';
import { slotS } from './roster.ts';
import type { Seen } from './seen.ts';

/** The counters as somebody who waits may count on them. */
export interface Places {
  /** Seconds until each is likely to be free, and the pace of its clerk. */
  readonly freeS: Float64Array;
  readonly pace: Float64Array;
  /** The first of them that may serve; −1 where none may. */
  firstFor(freeS: Float64Array, service: string, counter: string | null): number;
  /** Open now and able to serve: all, and those idle with nobody whom they could call. */
  countFor(service: string): { readonly open: number; readonly ready: number };
  readonly open: number;
  readonly busy: number;
  /** Idle with nobody to call. */
  readonly ready: number;
  /** Idle although somebody waits whom they could call: the clerk is not at hand. */
  readonly stale: number;
  /** Of those busy: seconds since the call or start, what is likely left, the least left. */
  readonly elapsedMeanS: number;
  readonly leftMeanS: number;
  readonly leftMinS: number;
  /** Counters usually open in a quarter of an hour, less those usually open now. */
  readonly openingSoon: number;
}

interface Place {
  readonly counter: CounterConfig | null;
  readonly clerk: string;
  readonly freeS: number;
  readonly kind: 'busy' | 'ready' | 'stale' | 'away' | 'expected';
}

/** A clerk serves a service if it makes up so much of its share among all calls, or more. */
const skillShareMin = 0.15;
const skillPriorCalls = 20;
/** An announced return that has passed: it is expected any moment now. */
const overdueReturnS = 60;
const handoverS = 180;
/** Usually open by now, not yet today. */
const anyMomentS = 30;
const lookAheadS = 3 * 3600;

export function placesOf(state: HallDay, seen: Seen, atMs: number): Places {
  const places: Place[] = [];
  const sum = {
    busy: 0,
    ready: 0,
    stale: 0,
    elapsed: 0,
    left: 0,
    leftMin: Number.POSITIVE_INFINITY,
  };
  for (const counter of configOf(state).counters) {
    const seat = state.counters[counter.id];
    if (seat === undefined || counter.services.length === 0) continue;
    const place = placeOf(state, seen, counter, seat, atMs);
    if (place === null) continue;
    places.push(place);
    if (place.kind === 'ready') sum.ready += 1;
    if (place.kind === 'stale') sum.stale += 1;
    if (place.kind !== 'busy') continue;
    sum.busy += 1;
    sum.elapsed += (atMs - seat.sinceMs) / 1000;
    sum.left += place.freeS;
    sum.leftMin = Math.min(sum.leftMin, place.freeS);
  }
  const openNow = sum.busy + sum.ready + sum.stale;
  const intoDayS = Math.max(0, (atMs - seen.today.midnightMs) / 1000);
  places.push(...expected(state, seen, places.length, intoDayS, atMs));
  const able = abilities(places, seen);
  const counts = new Map<string, { readonly open: number; readonly ready: number }>();

  return {
    freeS: spreadOut(places),
    pace: eachOf(places, (place) => seen.clerk(place.clerk).pace),
    firstFor(freeS, service, counter) {
      let first = -1;
      const can = able(service);
      for (let index = 0; index < freeS.length; index += 1) {
        const free = freeS[index] as number;
        if (first >= 0 && free >= (freeS[first] as number)) continue;
        if (counter === null ? can[index] === 1 : places[index]?.counter?.id === counter) {
          first = index;
        }
      }
      return first;
    },
    countFor(service) {
      let count = counts.get(service);
      if (count === undefined) counts.set(service, (count = countAble(places, able(service))));
      return count;
    },
    open: openNow,
    busy: sum.busy,
    ready: sum.ready,
    stale: sum.stale,
    elapsedMeanS: sum.busy === 0 ? 0 : sum.elapsed / sum.busy,
    leftMeanS: sum.busy === 0 ? 0 : sum.left / sum.busy,
    leftMinS: sum.busy === 0 ? 0 : sum.leftMin,
    openingSoon: seen.roster.usualAt(intoDayS + 900) - seen.roster.usualAt(intoDayS),
  };
}

/**
 * When each is free: what is left of services under way, on average, spread as the first, second,
 * … of so many are when they end at chance (order statistics of the exponential distribution: with
 * b at work the k-th ends after the mean times 1/b + 1/(b−1) + … of k terms). Without it the first
 * of many equal counters would be free only after a whole mean.
 */
function spreadOut(places: readonly Place[]): Float64Array {
  const freeS = eachOf(places, (place) => place.freeS);
  const busy = places
    .map((place, index) => ({ place, index }))
    .filter(({ place }) => place.kind === 'busy' || place.kind === 'stale')
    .sort((a, b) => a.place.freeS - b.place.freeS);
  let share = 0;
  busy.forEach(({ place, index }, rank) => {
    share += 1 / (busy.length - rank);
    freeS[index] = place.freeS * share;
  });
  return freeS;
}

/** As `Float64Array.from` would make it, without an iterator: asked for at every look. */
function eachOf(places: readonly Place[], of: (place: Place) => number): Float64Array {
  const numbers = new Float64Array(places.length);
  for (let index = 0; index < places.length; index += 1) {
    numbers[index] = of(places[index] as Place);
  }
  return numbers;
}

function placeOf(
  state: HallDay,
  seen: Seen,
  counter: CounterConfig,
  seat: CounterSeat,
  atMs: number,
): Place | null {
  const clerk = seat.clerk ?? '';
  const elapsedS = Math.max(0, (atMs - seat.sinceMs) / 1000);
  switch (seat.state) {
    case 'closed':
      return null;
    case 'calling':
    case 'serving': {
      const ticket = seat.ticket === null ? undefined : at(state.tickets, seat.ticket);
      const sinceS = Math.max(0, (atMs - (ticket?.calledAtMs ?? seat.sinceMs)) / 1000);
      const left = ticket === undefined ? 60 : seen.service(ticket.service).durations.leftS(sinceS);
      return { counter, clerk, freeS: left * seen.clerk(clerk).pace, kind: 'busy' };
    }
    case 'idle': {
      const waitingMs = waitsSinceMs(state, seen, { counter, clerk });
      if (waitingMs === null) return { counter, clerk, freeS: 0, kind: 'ready' };
      const idleS = Math.max(0, (atMs - Math.max(waitingMs, seat.sinceMs)) / 1000);
      return { counter, clerk, freeS: seen.gaps.leftS(idleS), kind: 'stale' };
    }
    case 'paused':
    case 'absent': {
      const untilMs = seat.sign?.untilMs ?? null;
      if (untilMs === null) return null;
      return {
        counter,
        clerk,
        freeS: Math.max((untilMs - atMs) / 1000, overdueReturnS),
        kind: 'away',
      };
    }
    case 'handover':
      return {
        counter,
        clerk,
        freeS: Math.max(handoverS - elapsedS, overdueReturnS),
        kind: 'away',
      };
  }
}

/** Since when the first waits whom a counter could call; null where nobody does. */
function waitsSinceMs(
  state: HallDay,
  seen: Seen,
  place: Pick<Place, 'counter' | 'clerk'>,
): number | null {
  let sinceMs: number | null = null;
  for (const queue of Object.values(state.queues)) {
    const head = at(queue.ordinals, 0);
    if (head === undefined) continue;
    const callable =
      queue.reservedFor === null
        ? isAble(place, seen, queue.service)
        : queue.reservedFor === place.counter?.id;
    const ticket = callable ? at(state.tickets, head) : undefined;
    if (ticket === undefined) continue;
    if (sinceMs === null || ticket.queuedAtMs < sinceMs) sinceMs = ticket.queuedAtMs;
  }
  return sinceMs;
}

/**
 * Counters that are not there yet but usually are soon, at this time of the day; before the first
 * day of a hall, one at its opening.
 */
function expected(
  state: HallDay,
  seen: Seen,
  known: number,
  intoDayS: number,
  atMs: number,
): readonly Place[] {
  const { roster } = seen;
  const found: Place[] = [];
  const add = (freeS: number) => found.push({ counter: null, clerk: '', freeS, kind: 'expected' });
  if (roster.days() === 0) {
    const opensAtMs = state.hours?.opensAtMs ?? 0;
    if (known === 0 && opensAtMs > atMs) add((opensAtMs - atMs) / 1000);
    return found;
  }
  // More than usual now: what is usual later adds nobody.
  let most = Math.max(known, roster.usualAt(intoDayS));
  if (known === 0) most = 0;
  // Usually there by now, but not today: any moment.
  for (; known === 0 && roster.usualAt(intoDayS) >= most + 0.5; most += 1) add(anyMomentS);
  for (let laterS = slotS; laterS <= lookAheadS; laterS += slotS) {
    const usual = roster.usualAt(intoDayS + laterS);
    while (usual >= most + 0.5) {
      add(Math.max(0, Math.floor((intoDayS + laterS) / slotS) * slotS - intoDayS));
      most += 1;
    }
  }
  return found;
}

function countAble(places: readonly Place[], can: Uint8Array) {
  let open = 0;
  let ready = 0;
  places.forEach(({ kind }, index) => {
    if (can[index] !== 1 || kind === 'expected' || kind === 'away') return;
    open += 1;
    if (kind === 'ready') ready += 1;
  });
  return { open, ready };
}

/** For a service, whether each place may serve it: asked once a service. */
function abilities(places: readonly Place[], seen: Seen): (service: string) => Uint8Array {
  const known = new Map<string, Uint8Array>();
  return (service) => {
    let able = known.get(service);
    if (able === undefined) {
      able = Uint8Array.from(places, (place) => (isAble(place, seen, service) ? 1 : 0));
      // Who is still to come may be able; but not where the hall is open and nobody is.
      const nobody = !places.some(({ counter }, index) => counter !== null && able?.[index] === 1);
      if (nobody && seen.today.firstOpenMs !== null) able.fill(0);
      known.set(service, able);
    }
    return able;
  };
}

/** Offered by the counter, and not left to others by its clerk so far. */
function isAble(place: Pick<Place, 'counter' | 'clerk'>, seen: Seen, service: string): boolean {
  if (place.counter === null) return true;
  if (!offers(place.counter, service)) return false;
  const share = seen.service(service).calls / seen.calls;
  const clerk = seen.clerk(place.clerk);
  const own =
    ((clerk.byService.get(service) ?? 0) + skillPriorCalls * share) /
    (clerk.calls + skillPriorCalls);
  return own >= skillShareMin * share;
}
