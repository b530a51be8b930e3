import { configOf } from '#core/lookup.ts';
import type { AlertView } from '#protocol/views.ts';
import { alertWords, type Alert } from '#protocol/words/alerts.ts';
import { counterAlerts } from './alerts-counters.ts';
import { attachedAlerts } from './alerts-attached.ts';
import { deviceAlerts } from './alerts-devices.ts';
import { handInAlerts } from './alerts-hand-ins.ts';
import { lineAlerts } from './alerts-lines.ts';
import type { ServiceLine } from './supervisor.ts';
import type { ViewSources } from './view-sources.ts';

const alertsMax = 20;

/** An alert before it is worded: what it is about, and the acts that the core would accept. */
export interface RaisedAlert {
  /** Stable for one matter, so that a page keeps its card. */
  readonly key: string;
  readonly alert: Alert;
  readonly acts: AlertView['acts'];
  /** Among alerts of one kind: the worse, the higher. */
  readonly weight?: number;
}

/** Worst first. A broken promise needs a person now; a screen without sound can wait. */
const rankOf: Readonly<Record<AlertView['kind'], number>> = {
  storage: 1,
  clock: 2,
  'promise-broken': 3,
  'nobody-serves': 4,
  'promise-near': 5,
  'open-a-counter': 6,
  'vip-arrival': 7,
  'attached-fault': 8,
  'print-uncertain': 9,
  'handover-long': 10,
  'absence-long': 11,
  'pause-long': 12,
  'service-long': 13,
  'seat-open-after-closing': 14,
  'hand-in-refused': 15,
  'handed-in': 15,
  'device-offline': 15,
  'sound-blocked': 16,
  'paper-low': 17,
  'device-pending': 18,
};

/** What needs a supervisor now, worst first, at most 20. */
export function alertsFor(
  sources: ViewSources,
  lines: readonly ServiceLine[],
): readonly AlertView[] {
  const raised = [
    ...hubAlerts(sources),
    ...lineAlerts(sources, lines),
    ...counterAlerts(sources),
    ...attachedAlerts(sources),
    ...handInAlerts(sources),
    ...deviceAlerts(sources, configOf(sources.state).hall.timezone),
  ];
  return raised
    .toSorted(
      (a, b) => rankOf[a.alert.kind] - rankOf[b.alert.kind] || (b.weight ?? 0) - (a.weight ?? 0),
    )
    .slice(0, alertsMax)
    .map(({ key, alert, acts }) => ({
      id: `${alert.kind}:${key}`,
      kind: alert.kind,
      rank: rankOf[alert.kind],
      ...alertWords(alert),
      acts,
    }));
}

function hubAlerts({ health }: ViewSources): readonly RaisedAlert[] {
  if (health === undefined) return [];
  const raised: RaisedAlert[] = [];
  if (!health.writable) raised.push({ key: 'hub', alert: { kind: 'storage' }, acts: [] });
  if (health.clockBehindMs > 0) {
    const behindSeconds = health.clockBehindMs / 1000;
    raised.push({ key: 'hub', alert: { kind: 'clock', behindSeconds }, acts: [] });
  }
  return raised;
}
