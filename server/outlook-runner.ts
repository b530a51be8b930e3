import type { FastifyBaseLogger } from 'fastify';
import { findTicket } from '#core/lookup.ts';
import type { HallDay } from '#core/state.ts';
import type { InstantMs } from '#core/vocabulary.ts';
import { outlookOf, type OutlookSources } from '#projections/help/outlook.ts';
import type { OutlookView } from '#protocol/supervisor-view.ts';
import { limits } from './limits.ts';
import { nextTurn } from './next-turn.ts';

export interface OutlookRunnerDeps {
  readonly sources: () => OutlookSources;
  /** A new outlook is there, and says something else than the one before. */
  readonly changed: () => void;
  readonly logger: Pick<FastifyBaseLogger, 'warn'>;
}

/**
 * Works out who will be late and what would help while somebody looks at the board: beside the
 * views and never in them, a step a turn of the event loop, at most every `outlookGapMs` and at
 * most a twentieth of the time.
 */
export function createOutlookRunner({ sources, changed, logger }: OutlookRunnerDeps) {
  let shown: OutlookView | null = null;
  let seq = -1;
  let atMs = -Infinity;
  let freeAtMs = -Infinity;
  let isPlanned = false;
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;

  function plan(state: HallDay, nowMs: InstantMs): void {
    const isOld = state.seq !== seq || Math.abs(nowMs - atMs) >= limits.outlookStandsMs;
    if (isPlanned || isStopped || !isOld) return;
    isPlanned = true;
    const waitMs = Math.max(0, freeAtMs - performance.now());
    timer = setTimeout(() => {
      run()
        .catch((error: unknown) => {
          logger.warn({ err: error }, 'the outlook could not be worked out');
        })
        .finally(() => {
          isPlanned = false;
        });
    }, waitMs);
    timer.unref();
  }

  async function run(): Promise<void> {
    const given = sources();
    seq = given.state.seq;
    atMs = given.nowMs;
    const steps = outlookOf(given);
    let workMs = 0;
    for (;;) {
      const beganMs = performance.now();
      const step = steps.next();
      const endedMs = performance.now();
      workMs += endedMs - beganMs;
      freeAtMs = endedMs + Math.max(limits.outlookGapMs, workMs * limits.outlookRestFactor);
      if (step.done === true) {
        show(step.value);
        return;
      }
      await nextTurn();
      if (isStopped) return;
    }
  }

  function show(next: OutlookView | null): void {
    const isSame = told(next) === told(shown);
    shown = next;
    if (!isSame) changed();
  }

  return {
    /** As of the last time; whoever is not waiting any more is left out. */
    at(state: HallDay, nowMs: InstantMs): OutlookView | null {
      plan(state, nowMs);
      if (shown === null) return null;
      const waits = (id: string): boolean => findTicket(state, id)?.state === 'waiting';
      const atRisk = shown.atRisk.filter(({ ticket }) => waits(ticket));
      return { ...shown, atRisk };
    },
    stop(): void {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}

export type OutlookRunner = ReturnType<typeof createOutlookRunner>;

function told(outlook: OutlookView | null): string {
  return JSON.stringify(outlook === null ? null : { ...outlook, asOf: '' });
}
