import type { FastifyBaseLogger } from 'fastify';
import { createDispatch } from '#dispatch/loop.ts';
import type { Asked, Outcome } from '#dispatch/dispatch.ts';
import type { Journal } from '#journal/journal.ts';
import { createHallProjections } from '#projections/hall-projections.ts';
import { loadDay, type LoadedDay } from '#dispatch/load-day.ts';
import type { HallClock, SteerableClock } from './clock/clock.ts';
import type { Hall, HallChange } from './desk/hall-port.ts';
import { createMetrics, type Metrics } from './desk/metrics.ts';
import { createAcknowledgements } from './desk/acknowledgements.ts';
import { createPresence } from './desk/presence.ts';
import type { Simulation } from './desk/simulation-port.ts';
import { createHallViews } from './hall-views.ts';
import { createOutlookRunner } from './outlook-runner.ts';
import { createPortReports, createThreadReports } from './reports/reports.ts';
import type { Vault } from './vault/vault.ts';
import { createBriefEstimates } from './brief-estimates.ts';
import { createWarmEstimator } from './warm-estimator.ts';

export interface HallDeps {
  readonly journal: Journal;
  /** Where a journal of SQLite lies: reports read it by themselves, in a thread. */
  readonly dataDir?: string;
  /** The day as it was read of this journal a moment ago; none: it is read. */
  readonly loaded?: LoadedDay;
  readonly vault: Vault;
  readonly clock: HallClock | SteerableClock;
  readonly logger: FastifyBaseLogger;
  readonly baseUrl: string;
  readonly metrics?: Metrics;
  /** See `DispatchDeps`. */
  readonly freshId?: () => string;
  /** Made with the hall in hand; null where there are no simulated people. */
  readonly simulation?: (hall: Omit<Hall, 'simulation'>) => Simulation | null;
}

/** One hall from its journal: the loop, what is derived from it, and who listens. */
export async function openHall(deps: HallDeps): Promise<Hall> {
  const { vault, clock, logger, baseUrl } = deps;
  const metrics = deps.metrics ?? createMetrics();
  const journal = timed(deps.journal, metrics);
  const projections = createHallProjections();
  const loaded = deps.loaded ?? (await loadDay(journal));
  projections.apply(loaded);
  const estimate = createWarmEstimator(journal, loaded, logger);

  const dispatch = await createDispatch({
    journal,
    loaded,
    clock,
    estimate: createBriefEstimates(estimate),
    observe: (asked, outcome, durationMs) => observe(asked, outcome, durationMs, logger, metrics),
    ...(deps.freshId === undefined ? {} : { freshId: deps.freshId }),
    onBug(error, asked) {
      logger.error({ err: error, command: asked.command.name }, 'a rule threw: command undone');
    },
  });

  const listeners = new Set<(change: HallChange) => void>();
  dispatch.subscribe((published) => {
    published.events.forEach((event, index) => {
      metrics.countEvent(event.type);
      estimate.apply(event, published.states[index]);
    });
    const change = { ...published, calls: projections.apply(published) };
    for (const listener of listeners) listener(change);
  });

  const presence = createPresence(vault);
  const acknowledgements = createAcknowledgements();
  const outlook = createOutlookRunner({
    sources() {
      const state = dispatch.state();
      return { state, nowMs: Math.max(clock.now(), state.lastAtMs), estimate, projections };
    },
    changed: () => {
      presence.changed();
    },
    logger,
  });
  const views = createHallViews({
    dispatch,
    clock,
    projections,
    estimate,
    presence,
    outlook,
    acknowledgements,
    baseUrl,
  });
  const { dataDir = null } = deps;
  const reports = dataDir === null ? createPortReports(journal) : createThreadReports(dataDir);
  dispatch.subscribe(({ events }) => {
    const begun = events.find(({ type }) => type === 'DayBegan');
    if (begun !== undefined && begun.seq > 1) reports.getAhead(begun.day);
  });
  const hall = {
    dispatch: {
      ...dispatch,
      stop() {
        estimate.stop();
        outlook.stop();
        return dispatch.stop();
      },
    },
    clock,
    journal,
    vault,
    views,
    reports,
    staffHere: () => projections.staffHere,
    presence,
    acknowledgements,
    metrics,
    subscribe(listener: (change: HallChange) => void) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
  return { ...hall, simulation: deps.simulation?.(hall) ?? null };
}

/** One line a command: its name and what became of it, no customer, no ticket, no pin. */
function observe(
  { command, actor }: Asked,
  outcome: Outcome,
  durationMs: number,
  logger: FastifyBaseLogger,
  metrics: Metrics,
): void {
  metrics.countCommand(command.name, outcome.kind);
  metrics.commandSeconds.observe(durationMs / 1_000);
  const line = {
    command: command.name,
    outcome: outcome.kind,
    ...(outcome.kind === 'done' ? { revision: outcome.revision } : {}),
    ...(outcome.kind === 'refused' ? { rule: outcome.rule } : {}),
    by: actor.kind === 'staff' ? actor.badge : actor.kind,
    ms: Math.round(durationMs * 100) / 100,
  };
  const isTrouble = outcome.kind === 'storage-cannot-write' || outcome.kind === 'internal';
  if (isTrouble) {
    logger.error(
      { ...line, ...(outcome.kind === 'internal' ? {} : { reason: outcome.message }) },
      'command',
    );
  } else if (command.name === 'tick' && outcome.kind === 'done' && outcome.events.length === 0) {
    logger.debug(line, 'command');
  } else logger.info(line, 'command');
}

/** The same journal, its commits measured. */
function timed(journal: Journal, metrics: Metrics): Journal {
  return {
    head: () => journal.head(),
    async append(batch) {
      const end = metrics.commitSeconds.startTimer();
      try {
        return await journal.append(batch);
      } finally {
        end();
      }
    },
    readDay: (day) => journal.readDay(day),
    read: (fromSeq, limit) => journal.read(fromSeq, limit),
    days: () => journal.days(),
    receipts: (day) => journal.receipts(day),
    verify: (onProgress) => journal.verify(onProgress),
    close: () => journal.close(),
  };
}
