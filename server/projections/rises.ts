import type { Estimate, InstantMs } from '#core/vocabulary.ts';
import type { ExplainedWait, RisenReason } from '#protocol/views.ts';
import { waitRange } from '#protocol/wait-range.ts';

/** What a customer's page says of a wait. */
export interface ShownWait {
  readonly estimate: Estimate | null;
  readonly risen: RisenReason | null;
}

/**
 * What customers were shown of their waits: a page never says more than before without saying why.
 * A small rise is not shown at all; one that is shown carries its reason for some minutes. Kept in
 * memory, for a bounded number of tickets; after a restart nothing has been shown yet.
 */
export interface Rises {
  /** What to show now. Asked again at the same instant, it answers the same. */
  show(
    ticket: string,
    estimate: Estimate | null,
    explained: ExplainedWait,
    nowMs: InstantMs,
  ): ShownWait;
  /** What the customer was told with the number. */
  told(ticket: string, estimate: Estimate | null): void;
  forget(ticket: string): void;
}

interface Shown {
  estimate: Estimate | null;
  /** The least ahead, the most counters and the shortest services since that was shown. */
  leastAhead: number;
  mostCounters: number;
  leastMinutesEach: number;
  risen: { readonly reason: RisenReason; readonly atMs: InstantMs; readonly fromS: number } | null;
}

/** Up to so much, of p90 or in seconds, a rise is within the forecast's own error. */
const heldShare = 0.2;
const heldS = 120;
const reasonStandsMs = 10 * 60_000;
const ticketsMax = 5_000;

export function createRises(max = ticketsMax): Rises {
  const known = new Map<string, Shown>();

  function keep(ticket: string, shown: Shown): void {
    known.delete(ticket);
    known.set(ticket, shown);
    const [oldest] = known.keys();
    if (known.size > max && oldest !== undefined) known.delete(oldest);
  }

  return {
    told(ticket, estimate) {
      if (estimate !== null) keep(ticket, begun(estimate));
    },
    forget: (ticket) => void known.delete(ticket),
    show(ticket, estimate, explained, nowMs) {
      const shown = known.get(ticket) ?? begun(estimate);
      keep(ticket, shown);
      const before = shown.estimate;
      if (isRisen(before, estimate)) {
        const fromS = before?.p90Seconds ?? 0;
        shown.risen = { reason: reasonOf(shown, explained), atMs: nowMs, fromS };
      } else if (estimate !== null && before !== null && isHeld(before, estimate)) {
        note(shown, explained);
        shown.estimate = sooner(before, estimate);
        return { estimate: shown.estimate, risen: standing(shown, nowMs) };
      } else if (estimate !== null && estimate.p90Seconds <= (shown.risen?.fromS ?? 0)) {
        shown.risen = null;
      }
      if (before?.p90Seconds !== estimate?.p90Seconds) anchor(shown, explained);
      note(shown, explained);
      shown.estimate = estimate;
      return { estimate, risen: standing(shown, nowMs) };
    },
  };
}

function begun(estimate: Estimate | null): Shown {
  const risen = null;
  return { estimate, leastAhead: Infinity, mostCounters: 0, leastMinutesEach: Infinity, risen };
}

/** From here on changes are counted. */
function anchor(shown: Shown, { ahead, counters, minutesEach }: ExplainedWait): void {
  shown.leastAhead = ahead;
  shown.mostCounters = counters;
  shown.leastMinutesEach = minutesEach;
}

function note(shown: Shown, { ahead, counters, minutesEach }: ExplainedWait): void {
  shown.leastAhead = Math.min(shown.leastAhead, ahead);
  shown.mostCounters = Math.max(shown.mostCounters, counters);
  shown.leastMinutesEach = Math.min(shown.leastMinutesEach, minutesEach);
}

/** Longer, though not by enough to be told, or in the same words. */
function isHeld(before: Estimate, now: Estimate): boolean {
  const rise = now.p90Seconds - before.p90Seconds;
  const isSmall = rise <= Math.max(heldS, before.p90Seconds * heldShare);
  return rise > 0 && (isSmall || !differs(before, now));
}

/** Its end is held; nobody is told to stay away longer than what is known now. */
function sooner(before: Estimate, now: Estimate): Estimate {
  return {
    ...before,
    ...(now.p10Seconds === undefined
      ? {}
      : { p10Seconds: Math.min(before.p10Seconds ?? now.p10Seconds, now.p10Seconds) }),
    p50Seconds: Math.min(before.p50Seconds, now.p50Seconds),
  };
}

/** A range that ends later than the one shown, or nothing where there was one. */
function isRisen(before: Estimate | null, now: Estimate | null): boolean {
  if (before === null) return false;
  if (now === null) return true;
  return now.p90Seconds > before.p90Seconds && !isHeld(before, now);
}

function differs(before: Estimate, now: Estimate): boolean {
  return JSON.stringify(waitRange(before)) !== JSON.stringify(waitRange(now));
}

/** Whichever of the three changed most, by its share in the wait. */
function reasonOf(shown: Shown, now: ExplainedWait): RisenReason {
  const ahead = (now.ahead + 1) / (shown.leastAhead + 1);
  const counters = now.counters === 0 ? Infinity : shown.mostCounters / now.counters;
  if (counters > 1 && counters >= ahead) return 'fewer-counters';
  if (ahead > 1 && ahead >= now.minutesEach / shown.leastMinutesEach) return 'urgent-ahead';
  // Neither: those at the counters now stay longer than such services usually do.
  return 'longer-services';
}

function standing({ risen }: Shown, nowMs: InstantMs): RisenReason | null {
  return risen !== null && nowMs - risen.atMs < reasonStandsMs ? risen.reason : null;
}
