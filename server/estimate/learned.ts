import type { HallEvent } from '#core/events.ts';
import { evolve } from '#core/evolve.ts';
import { aheadOf } from '#core/disciplines/pick.ts';
import { findTicket } from '#core/lookup.ts';
import { at } from '#core/sequence.ts';
import { initialDay, type HallDay, type Ticket } from '#core/state.ts';
import type { Estimate, InstantMs } from '#core/vocabulary.ts';
import { createBlend } from './blend.ts';
import type { Estimator } from './estimator.ts';
import { createLearner, learnerSettings, type LearnerSettings, type Quantiles } from './learner.ts';
import { createLooker, type Look, walkedMax } from './look.ts';
import { createSequence } from './network.ts';
import { createResiduals } from './residuals.ts';
import { createSeen } from './seen.ts';
import { createTracking } from './tracking.ts';

interface Forecast {
  readonly core: Quantiles;
  readonly learned: Quantiles;
  readonly said: Quantiles;
}

/** A forecast that waits for its wait to end. */
interface Pending {
  readonly look: Look;
  readonly core: Quantiles;
  readonly learned: Quantiles;
  readonly saidP90S: number;
}

export interface LearnedOptions {
  readonly settings?: LearnerSettings;
  /** A day under way, of which nothing was learned; otherwise it begins before the first event. */
  readonly day?: HallDay;
}

interface Line {
  readonly state: HallDay;
  readonly atMs: InstantMs;
  readonly byOrdinal: ReadonlyMap<number, Estimate>;
  /** What the last of each service and class is told. */
  readonly longest: ReadonlyMap<string, Estimate>;
}

/** With so many calls, one ticket that goes on waiting is looked at again, for learning. */
const lookAgainShare = 0.5;
const pendingPerTicketMax = 4;
const looksASecondMax = 50;

/**
 * The estimator that learns: a core estimate from the line and the counters, made right in two ways
 * (quantiles of its recent errors; a network on all that is known), blended by their recent loss,
 * and held to nine in ten by tracking. Folded from the events of a hall; docs/estimate.md.
 */
export function createLearnedEstimator(options: LearnedOptions = {}): Estimator {
  const seen = createSeen();
  const looker = createLooker(seen);
  const learner = createLearner(options.settings ?? learnerSettings);
  const residuals = createResiduals();
  const blend = createBlend();
  const tracking = createTracking();
  const random = createSequence(7);
  let day: HallDay = options.day ?? initialDay;
  let pending = new Map<number, Pending[]>();
  let line: Line | null = null;
  let looks = { second: 0, count: 0 };

  function forecast(look: Look): Forecast {
    const core = residuals.around(look.service, look.coreS);
    const learned = learner.predictAgain(look.input, look.coreS);
    const said = tracking.stretch(look.key, blend.mix(learned, core));
    return { core, learned, said };
  }

  /**
   * The whole line at once, as everybody in it may be told: further back in a line of one service
   * and class it never says less.
   */
  function lineOf(state: HallDay, atMs: InstantMs): Line {
    if (line?.state === state && line.atMs === atMs) return line;
    const byOrdinal = new Map<number, Estimate>();
    const longest = new Map<string, Estimate>();
    for (const [ordinal, look] of looker.line(state, atMs)) {
      const ticket = look === null ? undefined : at(state.tickets, ordinal);
      if (look === null || ticket === undefined) continue;
      const own = ticket.reservedFor === null ? `${ticket.service}|${ticket.class}` : null;
      const estimate = atLeast(
        rounded(forecast(look).said),
        own === null ? undefined : longest.get(own),
      );
      if (own !== null) longest.set(own, estimate);
      byOrdinal.set(ordinal, estimate);
    }
    return (line = { state, atMs, byOrdinal, longest });
  }

  function remember(ordinal: number, look: Look | null, told: Estimate | null = null): void {
    if (look === null) return;
    const known = pending.get(ordinal) ?? [];
    if (known.length >= pendingPerTicketMax) return;
    const { said, core, learned } = forecast(look);
    const kept = { ...look, input: look.input.slice() };
    // It is held to what the customer was told, wherever that came from.
    const saidP90S = (told ?? rounded(said)).p90Seconds;
    pending.set(ordinal, [...known, { look: kept, core, learned, saidP90S }]);
  }

  /** A flood of tickets teaches no more than a part of it. */
  function mayLook(atMs: number): boolean {
    const second = Math.floor(atMs / 1000);
    looks = second === looks.second ? { second, count: looks.count + 1 } : { second, count: 1 };
    return looks.count <= looksASecondMax;
  }

  function resolve(ordinal: number, atMs: number): void {
    for (const { look, core, learned, saidP90S } of pending.get(ordinal) ?? []) {
      const leftS = Math.max(0, (atMs - look.atMs) / 1000);
      blend.add(learned, core, leftS);
      tracking.add(look.key, saidP90S, leftS);
      residuals.add(look.service, look.coreS, leftS);
      learner.learn({ input: look.input, coreS: look.coreS, leftS });
    }
    pending.delete(ordinal);
  }

  function lookAgain(atMs: number): void {
    if (day.waitingCount === 0 || random() >= lookAgainShare) return;
    const ticket = waitingAt(day, Math.floor(random() * day.waitingCount));
    if (ticket !== undefined) remember(ticket.ordinal, looker.atWaiting(day, ticket, atMs));
  }

  return {
    apply(event, after) {
      const before = day;
      if (event.type === 'TicketIssued' && mayLook(event.atMs)) {
        const { service, class: className } = event.data;
        const look = looker.atNew(before, service, className, event.data.ahead, event.atMs);
        remember(before.tickets.size, look, event.data.estimate);
      }
      line = null;
      seen.apply(event, before);
      day = after ?? evolve(before, event);
      if (event.type === 'DayBegan') pending = new Map();
      const ordinal = movedTicket(event, before);
      if (ordinal === null) return;
      if (event.type === 'TicketCalled') {
        resolve(ordinal, event.atMs);
        lookAgain(event.atMs);
      } else pending.delete(ordinal);
    },
    forTicket(state, ordinal, nowMs) {
      const ticket = at(state.tickets, ordinal);
      if (ticket?.state !== 'waiting') return null;
      if (state.waitingCount <= walkedMax) {
        return lineOf(state, nowMs).byOrdinal.get(ordinal) ?? null;
      }
      const ahead = aheadOf(state, ordinal, nowMs);
      const look = looker.atNew(state, ticket.service, ticket.class, ahead, nowMs);
      return look === null ? null : rounded(forecast(look).said);
    },
    capacity: (state, service, nowMs) => ({
      counters: state.config === null ? 0 : looker.openFor(state, service, nowMs),
      secondsEach: Math.round(seen.service(service).durations.meanS()),
    }),
    forNew(state, service, className, aheadCount, nowMs) {
      const look = looker.atNew(state, service, className, aheadCount, nowMs);
      if (look === null) return null;
      const own = rounded(forecast(look).said);
      return atLeast(own, lineOf(state, nowMs).longest.get(`${service}|${className}`));
    },
  };
}

function atLeast(estimate: Estimate, before: Estimate | undefined): Estimate {
  if (before === undefined) return estimate;
  return {
    p10Seconds: Math.max(estimate.p10Seconds ?? 0, before.p10Seconds ?? 0),
    p50Seconds: Math.max(estimate.p50Seconds, before.p50Seconds),
    p90Seconds: Math.max(estimate.p90Seconds, before.p90Seconds),
  };
}

/** Whole seconds, in order. */
function rounded({ p10S, p50S, p90S }: Quantiles): Estimate {
  const p50Seconds = Math.round(p50S);
  return {
    p10Seconds: Math.min(p50Seconds, Math.floor(p10S)),
    p50Seconds,
    p90Seconds: Math.max(p50Seconds, Math.round(p90S)),
  };
}

/** The ticket whose place in a line this event ended or changed, by its ordinal. */
function movedTicket(event: HallEvent, before: HallDay): number | null {
  switch (event.type) {
    case 'TicketCalled':
    case 'TicketTransferred':
    case 'TicketCancelled':
    case 'TicketLapsed':
    case 'TicketPutBack':
    case 'TicketRejoined':
    case 'TicketReturned':
      return findTicket(before, event.data.ticket)?.ordinal ?? null;
    default:
      return null;
  }
}

function waitingAt(state: HallDay, index: number): Ticket | undefined {
  let rest = index;
  for (const { ordinals } of Object.values(state.queues)) {
    if (rest < ordinals.size) return at(state.tickets, at(ordinals, rest) ?? -1);
    rest -= ordinals.size;
  }
  return undefined;
}
