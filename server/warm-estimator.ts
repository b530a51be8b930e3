import type { FastifyBaseLogger } from 'fastify';
import type { HallEvent } from '#core/events.ts';
import type { HallDay } from '#core/state.ts';
import type { Estimator } from '#estimate/estimator.ts';
import { createLearnedEstimator } from '#estimate/learned.ts';
import type { Journal } from '#journal/journal.ts';
import { limits } from './limits.ts';
import { nextTurn } from './next-turn.ts';

export interface WarmEstimator extends Estimator {
  /** Resolves when the history has been learned; never rejects. */
  readonly warmed: Promise<void>;
  stop(): void;
}

interface Loaded {
  readonly state: HallDay;
  readonly events: readonly HallEvent[];
}

/**
 * An estimator that answers from the first moment and meanwhile learns, in short slices, what the
 * last days in the journal teach: start-up does not wait for it. Then the learned one takes over.
 * What was said to a customer stands in the journal and is not made again.
 */
export function createWarmEstimator(
  journal: Journal,
  loaded: Loaded,
  logger: Pick<FastifyBaseLogger, 'info' | 'warn'>,
): WarmEstimator {
  let current = createLearnedEstimator({ day: loaded.state });
  /** Events that came while the history was learned. */
  let missed: { readonly event: HallEvent; readonly after: HallDay | undefined }[] | null = [];
  let stopped = false;

  async function warm(): Promise<void> {
    const startedMs = performance.now();
    const learned = createLearnedEstimator();
    let count = 0;
    for (const day of await lastDays(journal, loaded.state.day)) {
      const records = await journal.readDay(day);
      const events = records.map(({ body }) => JSON.parse(body) as HallEvent);
      await fold(learned, events, () => stopped);
      count += events.length;
    }
    await fold(learned, loaded.events, () => stopped);
    // What comes while these are told is appended to the same list.
    for (let next = missed?.shift(); next !== undefined; next = missed?.shift())
      learned.apply(next.event, next.after);
    if (stopped) return;
    missed = null;
    current = learned;
    const ms = Math.round(performance.now() - startedMs);
    logger.info({ events: count + loaded.events.length, ms }, 'wait estimates have learned');
  }

  const warmed = warm().catch((error: unknown) => {
    missed = null;
    if (!stopped) logger.warn({ err: error }, 'wait estimates start without history');
  });
  return {
    warmed,
    stop() {
      stopped = true;
    },
    apply(event, after) {
      current.apply(event, after);
      missed?.push({ event, after });
    },
    forTicket: (...asked) => current.forTicket(...asked),
    forNew: (...asked) => current.forNew(...asked),
    capacity: (...asked) => current.capacity(...asked),
  };
}

/** Tells events in slices, so that nobody waits for a command meanwhile. */
async function fold(
  estimator: Estimator,
  events: readonly HallEvent[],
  isStopped: () => boolean,
): Promise<void> {
  let sliceMs = performance.now();
  for (const event of events) {
    estimator.apply(event);
    if (performance.now() - sliceMs < limits.warmSliceMs) continue;
    await nextTurn();
    if (isStopped()) return;
    sliceMs = performance.now();
  }
}

/** The newest days before today that together have no more events than are read, oldest first. */
async function lastDays(journal: Journal, today: string | null): Promise<readonly string[]> {
  const days = (await journal.days()).filter(({ day }) => day !== today);
  const kept: string[] = [];
  let events = 0;
  for (const { day, fromSeq, toSeq } of days.slice(-limits.warmDaysMax).reverse()) {
    events += toSeq - fromSeq + 1;
    if (events > limits.warmEventsMax) break;
    kept.unshift(day);
  }
  return kept;
}
