import type { WallView } from '#protocol/wall-view.ts';
import { supervisorView } from './supervisor.ts';
import type { ViewSources } from './view-sources.ts';

const alertsMax = 4;

/** What of the board may hang on a wall: no names, no ids of tickets, nothing to press. */
export function wallView(sources: ViewSources): WallView {
  const board = supervisorView(sources);
  const { now, clockSpeed, hall, figures, outlook } = board;
  const best = outlook?.help.find(({ kept }) => kept > 0);
  return {
    now,
    clockSpeed,
    hall,
    waitingCount: figures.waiting,
    served: figures.served,
    meanWaitSeconds: figures.meanWaitSeconds,
    promiseBroken: figures.promiseBroken,
    risk:
      outlook === null ? null : { broken: outlook.brokenCount, willBreak: outlook.willBreakCount },
    lines: board.queues.map(({ service, name, count, dots, promiseSeconds, expectedSeconds }) => ({
      service,
      name,
      count,
      longestSeconds: dots[0]?.waitedSeconds ?? null,
      promiseSeconds,
      expectedSeconds,
    })),
    counters: board.counters.map(({ counter, state }) => ({ counter, state })),
    alerts: board.alerts
      .filter(({ acknowledged, kind }) => acknowledged === null && kind !== 'device-pending')
      .slice(0, alertsMax)
      // An alert's id may hold that of a ticket, with which its holder may cancel it.
      .map(({ kind, title }) => ({ kind, title })),
    help: best === undefined ? null : { title: best.title, kept: best.kept },
  };
}
