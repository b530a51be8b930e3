import type { HallEvent } from '#core/events.ts';
import { evolve } from '#core/evolve.ts';
import { findTicket } from '#core/lookup.ts';
import { at } from '#core/sequence.ts';
import { initialDay, type HallDay, type Ticket } from '#core/state.ts';
import type { Estimate } from '#core/vocabulary.ts';
import { createBlend } from './blend.ts';
import type { Estimator } from './estimator.ts';
import { createLearner, learnerSettings, type LearnerSettings, type Quantiles } from './learner.ts';
import { createLooker, type Look } from './look.ts';
import { createSequence } from './network.ts';
import { createResiduals } from './residuals.ts';
import { createSeen } from './seen.ts';
import { createTracking } from './tracking.ts';

/** A forecast that waits for its wait to end. */
interface Pending {
  readonly look: Look;
  readonly core: Quantiles;
  readonly learned: Quantiles;
  readonly saidP90S: number;
}

/** With so many calls, one ticket that goes on waiting is looked at again, for learning. */
const lookAgainShare = 0.5;
const pendingPerTicketMax = 4;

/**
 * The estimator that learns: a core estimate from the line and the counters, made right in two ways
 * (quantiles of its recent errors; a network on all that is known), blended by their recent loss,
 * and held to nine in ten by tracking. Folded from the events of a hall; docs/estimate.md.
 */
export function createLearnedEstimator(settings: LearnerSettings = learnerSettings): Estimator {
  const seen = createSeen();
  const looker = createLooker(seen);
  const learner = createLearner(settings);
  const residuals = createResiduals();
  const blend = createBlend();
  const tracking = createTracking();
  const random = createSequence(7);
  let day: HallDay = initialDay;
  let pending = new Map<number, Pending[]>();

  function forecast(look: Look): Omit<Pending, 'saidP90S'> & { readonly said: Quantiles } {
    const core = residuals.around(look.service, look.coreS);
    const learned = learner.predict(look.input, look.coreS);
    const said = tracking.stretch(look.key, blend.mix(learned, core));
    return { look, core, learned, said };
  }

  function answer(look: Look | null): Estimate | null {
    return look === null ? null : rounded(forecast(look).said);
  }

  function remember(ordinal: number, look: Look | null): void {
    if (look === null) return;
    const known = pending.get(ordinal) ?? [];
    if (known.length >= pendingPerTicketMax) return;
    const { said, ...made } = forecast(look);
    pending.set(ordinal, [...known, { ...made, saidP90S: rounded(said).p90Seconds }]);
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
    apply(event) {
      const before = day;
      if (event.type === 'TicketIssued') {
        const { service, class: className } = event.data;
        remember(before.tickets.size, looker.atNew(before, service, className, event.atMs));
      }
      seen.apply(event, before);
      day = evolve(before, event);
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
      return answer(looker.atWaiting(state, ticket, nowMs));
    },
    forNew: (state, service, className, _aheadCount, nowMs) =>
      answer(looker.atNew(state, service, className, nowMs)),
  };
}

function rounded({ p50S, p90S }: Quantiles): Estimate {
  const p50Seconds = Math.round(p50S);
  return { p50Seconds, p90Seconds: Math.max(p50Seconds, Math.round(p90S)) };
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
