import { configOf } from '#core/lookup.ts';
import type { AlertView } from '#protocol/views.ts';
import { alertWords, type Alert } from '#protocol/words/alerts.ts';
import { acknowledgedView } from './acknowledged.ts';
import { counterAlerts } from './alerts-counters.ts';
import { attachedAlerts } from './alerts-attached.ts';
import { deviceAlerts } from './alerts-devices.ts';
import { handInAlerts } from './alerts-hand-ins.ts';
import { lineAlerts } from './alerts-lines.ts';
import { recordAlerts } from './alerts-records.ts';
import type { ServiceLine } from './supervisor.ts';
import type { ViewSources } from './view-sources.ts';

const alertsMax = 20;

/** An alert before it is worded: what it is about, and the acts that the core would accept. */
export interface RaisedAlert {
  /** Stable for one matter, so that a page keeps its card. */
  readonly key: string;
  readonly alert: Alert;
  readonly acts: AlertView['acts'];
  /** Worse by a step: an alert that was seen speaks up again. None: it does not worsen. */
  readonly level?: number;
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
  'answers-overdue': 19,
  'meeting-missing': 20,
};

/** What needs a supervisor now, worst first, at most 20. */
export function alertsFor(
  sources: ViewSources,
  lines: readonly ServiceLine[],
): readonly AlertView[] {
  return raisedAlerts(sources, lines)
    .toSorted(
      (a, b) => rankOf[a.alert.kind] - rankOf[b.alert.kind] || (b.weight ?? 0) - (a.weight ?? 0),
    )
    .map(({ key, alert, acts, level = 0 }) => {
      const id = `${alert.kind}:${key}`;
      return {
        id,
        kind: alert.kind,
        rank: rankOf[alert.kind],
        ...alertWords(alert),
        acts: [...acts, ...helpFor(sources, alert.kind, key)],
        level,
        acknowledged: acknowledgedView(sources.state, sources.acknowledged?.get(id), level),
      };
    })
    .toSorted((a, b) => Number(a.acknowledged !== null) - Number(b.acknowledged !== null))
    .slice(0, alertsMax);
}

function raisedAlerts(sources: ViewSources, lines: readonly ServiceLine[]): readonly RaisedAlert[] {
  return [
    ...hubAlerts(sources),
    ...lineAlerts(sources, lines),
    ...counterAlerts(sources),
    ...attachedAlerts(sources),
    ...handInAlerts(sources),
    ...recordAlerts(sources),
    ...deviceAlerts(sources, configOf(sources.state).hall.timezone),
  ];
}

/** The best act of the outlook for a line that grows. */
function helpFor(
  sources: ViewSources,
  kind: AlertView['kind'],
  service: string,
): AlertView['acts'] {
  if (kind !== 'promise-near' && kind !== 'open-a-counter') return [];
  const help = sources.outlook?.help.find(
    (each) => each.kind === 'lend-counter' && each.services.includes(service) && each.kept > 0,
  );
  if (help?.act == null) return [];
  const { command, args, undo } = help.act;
  return [{ command, args, label: help.title, undo }];
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
