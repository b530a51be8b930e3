import type { CommandContext } from '#core/commands.ts';
import { decide } from '#core/decide.ts';
import { isDue, nextDue } from '#core/due.ts';
import { applyAll, evolve } from '#core/evolve.ts';
import type { HallEvent } from '#core/events.ts';
import type { HallDay } from '#core/state.ts';
import type { Estimate } from '#core/vocabulary.ts';
import { isJournalError } from '#journal/errors.ts';
import type { Journal, NewEvent, Receipt } from '#journal/journal.ts';
import { isVerdict, resultOf } from './command-result.ts';
import type { Asked, Dispatch, Outcome, Published } from './dispatch.ts';
import { createFreshIds } from './fresh-ids.ts';
import { createKeptAnswers } from './kept-answers.ts';
import { eventsBetween, loadDay, type LoadedDay } from './load-day.ts';

export interface DispatchDeps {
  readonly journal: Journal;
  /** The day as it was read of this journal a moment ago; none: it is read. */
  readonly loaded?: LoadedDay;
  readonly clock: {
    now(): number;
    at(instantMs: number, callback: () => void): () => void;
    /** Hall seconds a second; none: 1. */
    speed?(): number;
  };
  /** Forecast for a ticket about to be issued. */
  readonly estimate?: (
    state: HallDay,
    service: string,
    className: string,
    aheadCount: number,
    nowMs: number,
  ) => Estimate | null;
  /** Told once a command, after it is answered; for logs and metrics. */
  readonly observe?: (asked: Asked, outcome: Outcome, durationMs: number) => void;
  /** 128 random bits for what a command creates; tests bring chance that repeats itself. */
  readonly freshId?: () => string;
  /** Told of an error that the rules must never throw. */
  readonly onBug: (error: unknown, asked: Asked) => void;
  readonly limits?: Partial<DispatchLimits>;
}

export interface DispatchLimits {
  /** Commands accepted and not yet answered; beyond it they are answered `busy`. */
  readonly queuedMax: number;
  /** How far the clock may stand behind the journal without a refusal (small corrections). */
  readonly clockBehindMs: number;
  /**
   * Pause before what fell due is tried again after a failed write, and before the storage is asked
   * whether it takes writes again.
   */
  readonly retryMs: number;
}

export const dispatchLimits: DispatchLimits = {
  queuedMax: 10_000,
  clockBehindMs: 2_000,
  retryMs: 1_000,
};

interface Waiting {
  readonly asked: Asked;
  readonly startedMs: number;
  readonly resolve: (outcome: Outcome) => void;
}

interface Decided {
  readonly waiting: Waiting;
  readonly outcome: Outcome;
}

/** What is decided but not yet stable; one commit makes all of it so. */
interface PendingBatch {
  decided: Decided[];
  events: HallEvent[];
  /** The state after each event. */
  states: HallDay[];
  receipts: Receipt[];
}

const tick: Asked = { command: { name: 'tick', args: {} }, actor: { kind: 'clock' } };

/**
 * Starts the loop of a hall from what stands in its journal. Commands are decided one after the
 * other on the newest state; while one commit is under way the next batch fills, so that many
 * tickets share one fsync. If a commit fails the state falls back to the last stable one, and
 * everybody decided since is answered that nothing changed.
 */
export async function createDispatch(deps: DispatchDeps): Promise<Dispatch> {
  const { journal, clock } = deps;
  const freshId = deps.freshId ?? createFreshIds();
  const limits = { ...dispatchLimits, ...deps.limits };
  const kept = createKeptAnswers();
  const listeners = new Set<(published: Published) => void>();

  const loaded = deps.loaded ?? (await loadDay(journal));
  let stable = loaded.state;
  let tip = stable;
  kept.load(loaded.receipts);

  let inbox: Waiting[] = [];
  let pending = emptyBatch();
  let commit: Promise<void> | null = null;
  let draining = false;
  let stopping = false;
  /** After a failed write, until it is known what stands: nothing is decided meanwhile. */
  let isRecovering = false;
  let writable = true;
  let queued = 0;
  let cancelTimer: (() => void) | null = null;
  let cancelProbe: (() => void) | null = null;

  const clockBehindMs = (): number => Math.max(0, tip.lastAtMs - clock.now());

  function submit(asked: Asked): Promise<Outcome> {
    if (stopping) return Promise.resolve({ kind: 'stopping' });
    const repeated = kept.find(asked, tip.day);
    if (repeated !== null) return repeated;
    if (queued >= limits.queuedMax) return Promise.resolve({ kind: 'busy' });
    queued += 1;
    const answer = new Promise<Outcome>((resolve) => {
      inbox.push({ asked, startedMs: performance.now(), resolve });
    });
    kept.keep(asked, answer);
    if (!draining) {
      draining = true;
      // Commands that arrive in the same turn of the event loop share a batch.
      setImmediate(drain);
    }
    return answer;
  }

  function drain(): void {
    draining = false;
    if (isRecovering) return;
    const batch = inbox;
    inbox = [];
    for (const waiting of batch) {
      pending.decided.push({ waiting, outcome: decideOne(waiting.asked) });
    }
    flush();
  }

  function decideOne(asked: Asked): Outcome {
    const behindMs = clockBehindMs();
    if (behindMs > limits.clockBehindMs) return { kind: 'clock-behind', behindMs };
    const atMs = Math.max(clock.now(), tip.lastAtMs);
    const before = tip;
    try {
      fallDue(atMs);
      const decision = decide(tip, asked.command, contextOf(asked, atMs));
      if (decision.kind !== 'accepted') return decision;
      const applied = applyAll(tip, decision.events, atMs, asked.actor);
      tip = applied.state;
      const result = resultOf(asked, applied.events, tip, atMs);
      addPending(applied);
      fallDue(atMs);
      const outcome: Outcome = {
        kind: 'done',
        revision: applied.state.seq,
        events: applied.events,
        result,
        repeated: false,
      };
      const receipt = kept.receipt(asked, outcome, applied.state.day);
      if (receipt !== null && applied.events.length > 0) pending.receipts.push(receipt);
      return outcome;
    } catch (error) {
      // A bug in the rules must not take the hall down: this command is undone, the rest goes on.
      undoTo(before);
      deps.onBug(error, asked);
      return { kind: 'internal' };
    }
  }

  /** Events of the pending batch that stand beyond a state are taken out again. */
  function undoTo(before: HallDay): void {
    tip = before;
    pending.events = pending.events.filter((event) => event.seq <= before.seq);
    pending.states = pending.states.filter((state) => state.seq <= before.seq);
  }

  function addPending({ events, states }: ReturnType<typeof applyAll>): void {
    pending.events.push(...events);
    pending.states.push(...states);
  }

  function fallDue(atMs: number): void {
    if (!isDue(tip, atMs)) return;
    const decision = decide(tip, tick.command, contextOf(tick, atMs));
    if (decision.kind !== 'accepted') return;
    const applied = applyAll(tip, decision.events, atMs, tick.actor);
    tip = applied.state;
    addPending(applied);
  }

  function contextOf(asked: Asked, atMs: number): CommandContext {
    const { estimate } = deps;
    const state = tip;
    return {
      atMs,
      actor: asked.actor,
      freshId: freshId(),
      ...(asked.override === undefined ? {} : { override: asked.override }),
      ...(estimate === undefined
        ? {}
        : {
            estimate: (service: string, className: string, ahead: number) =>
              estimate(state, service, className, ahead, atMs),
          }),
    };
  }

  function flush(): void {
    if (commit !== null) return;
    const batch = pending;
    const reached = tip;
    pending = emptyBatch();
    if (batch.decided.length === 0 && batch.events.length === 0) return;
    if (batch.events.length === 0) {
      answerAll(batch);
      return;
    }
    commit = append(batch, reached);
  }

  async function append(batch: PendingBatch, reached: HallDay): Promise<void> {
    try {
      await journal.append({
        events: batch.events.map(encoded),
        receipts: batch.receipts,
      });
    } catch (error) {
      isRecovering = true;
      const isWritten = await isConfirmedLate(error, reached);
      if (!isWritten) await fallBack(batch, error);
      isRecovering = false;
      if (!isWritten) {
        commit = null;
        // What was asked meanwhile is decided on what stands.
        drain();
        return;
      }
      drain();
    }
    writable = true;
    stable = reached;
    // The next batch is on its way to the disk while this one is told.
    commit = null;
    flush();
    tellAll({ state: stable, events: batch.events, states: batch.states });
    answerAll(batch);
    armTimer();
  }

  /** The write stands and only its confirmation was lost: then nothing has failed. */
  async function isConfirmedLate(error: unknown, reached: HallDay): Promise<boolean> {
    // A stale batch stands nowhere, whatever else has the same number.
    if (isJournalError(error) && error.code === 'stale-writer') return false;
    try {
      return (await journal.head()).seq === reached.seq;
    } catch {
      return false; // a journal that cannot be asked has confirmed nothing
    }
  }

  async function fallBack(batch: PendingBatch, error: unknown): Promise<void> {
    writable = false;
    const message = error instanceof Error ? error.message : String(error);
    const failed = [...batch.decided, ...pending.decided];
    pending = emptyBatch();
    const missed = await missedEvents();
    const states: HallDay[] = [];
    for (const event of missed) states.push((stable = evolve(stable, event)));
    tip = stable;
    if (missed.length > 0) tellAll({ state: stable, events: missed, states });
    for (const { waiting } of failed) {
      settleOne(waiting, { kind: 'storage-cannot-write', message });
    }
    armTimer(limits.retryMs);
    armProbe();
  }

  /** A repaired disk is noticed though nobody asks for anything: an empty batch tries it. */
  function armProbe(): void {
    cancelProbe?.();
    cancelProbe = null;
    if (writable || stopping) return;
    // By the wall: a training clock that runs fast must not make a broken disk busy.
    const pauseMs = limits.retryMs * Math.max(1, clock.speed?.() ?? 1);
    cancelProbe = clock.at(clock.now() + pauseMs, () => {
      // A commit that is under way tells by itself.
      if (commit === null) commit = probe();
      else armProbe();
    });
  }

  async function probe(): Promise<void> {
    try {
      await journal.append({ events: [], receipts: [] });
      writable = true;
    } catch {
      // Still broken: asked again after the pause.
    }
    commit = null;
    armProbe();
    flush();
  }

  /** Usually none; else what the journal holds beyond what was confirmed to this loop. */
  async function missedEvents(): Promise<readonly HallEvent[]> {
    try {
      const head = await journal.head();
      if (head.seq === stable.seq || head.day === null) return [];
      const events = await eventsBetween(journal, stable.seq, head.seq);
      kept.load(await journal.receipts(head.day));
      return events;
    } catch {
      // It cannot even be read: what was last stable is the best that is known.
      return [];
    }
  }

  function tellAll(published: Published): void {
    for (const listener of listeners) listener(published);
  }

  function answerAll(batch: PendingBatch): void {
    for (const { waiting, outcome } of batch.decided) settleOne(waiting, outcome);
  }

  function settleOne(waiting: Waiting, outcome: Outcome): void {
    queued -= 1;
    if (outcome.kind !== 'done' && !isVerdict(outcome)) kept.forget(waiting.asked);
    waiting.resolve(outcome);
    deps.observe?.(waiting.asked, outcome, performance.now() - waiting.startedMs);
  }

  function armTimer(delayMs = 0): void {
    cancelTimer?.();
    cancelTimer = null;
    if (stopping) return;
    const dueMs = nextDue(stable);
    if (dueMs === null) return;
    const atMs = Math.max(dueMs, clock.now() + delayMs);
    cancelTimer = clock.at(atMs, () => {
      if (isDue(tip, clock.now())) void submit(tick);
      else armTimer(limits.retryMs);
    });
  }

  async function idle(): Promise<void> {
    while (draining || inbox.length > 0 || commit !== null || pending.decided.length > 0) {
      await (commit ?? new Promise<void>((resolve) => setImmediate(resolve)));
    }
  }

  armTimer();
  return {
    state: () => stable,
    submit,
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    async settle() {
      await submit(tick);
      await idle();
    },
    health: () => ({ writable, clockBehindMs: clockBehindMs(), queued }),
    async stop() {
      stopping = true;
      cancelTimer?.();
      cancelProbe?.();
      await idle();
    },
  };
}

function encoded(event: HallEvent): NewEvent {
  return { seq: event.seq, day: event.day, body: JSON.stringify(event) };
}

function emptyBatch(): PendingBatch {
  return { decided: [], events: [], states: [], receipts: [] };
}
