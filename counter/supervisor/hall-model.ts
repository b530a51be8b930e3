import type { AlertView, SupervisorView } from '#protocol/views.ts';
import type { Mark } from '#ui/elements/state-marks.ts';
import type { IconName } from '#ui/icons.ts';

/** What the supervisor's page reads out of its view, as pure functions. */

type Counter = SupervisorView['counters'][number];

export interface CounterCounts {
  readonly open: number;
  readonly paused: number;
  readonly absent: number;
  readonly handover: number;
}

export function countCounters(counters: readonly Pick<Counter, 'state'>[]): CounterCounts {
  const counts = { open: 0, paused: 0, absent: 0, handover: 0 };
  for (const { state } of counters) {
    switch (state) {
      case 'idle':
      case 'calling':
      case 'serving':
        counts.open += 1;
        break;
      case 'paused':
      case 'absent':
      case 'handover':
        counts[state] += 1;
        break;
      case 'closed':
        break;
    }
  }
  return counts;
}

export type AlertSubject =
  | { readonly kind: 'service'; readonly service: string }
  | { readonly kind: 'counter'; readonly counter: string }
  | { readonly kind: 'device'; readonly device: string }
  | { readonly kind: 'ticket'; readonly ticket: string }
  | { readonly kind: 'number'; readonly number: string }
  /** A page of the manager's desk, in the section of records. */
  | { readonly kind: 'section'; readonly path: readonly string[] };

/** What an alert is about, from its id (`kind:key`); null for the hub itself. */
export function alertSubject({ id, kind }: Pick<AlertView, 'id' | 'kind'>): AlertSubject | null {
  const key = id.slice(id.indexOf(':') + 1);
  switch (kind) {
    case 'promise-broken':
    case 'promise-near':
    case 'open-a-counter':
    case 'nobody-serves':
      return { kind: 'service', service: key };
    case 'absence-long':
    case 'pause-long':
    case 'handover-long':
    case 'service-long':
    case 'seat-open-after-closing':
      return { kind: 'counter', counter: key };
    case 'device-pending':
    case 'device-offline':
    case 'sound-blocked':
    case 'handed-in':
    case 'attached-fault':
    case 'paper-low':
      return { kind: 'device', device: key };
    case 'print-uncertain':
      return { kind: 'ticket', ticket: key };
    case 'vip-arrival':
      return { kind: 'number', number: key };
    case 'answers-overdue':
      return { kind: 'section', path: ['open'] };
    case 'meeting-missing':
      return { kind: 'section', path: ['meeting'] };
    case 'hand-in-refused':
    case 'clock':
    case 'storage':
      return null;
  }
}

/** The sign before an alert: a state's mark, or an icon where no state has one. */
export type AlertSign =
  | { readonly kind: 'mark'; readonly mark: Mark }
  | { readonly kind: 'icon'; readonly icon: IconName };

export function alertSign({ kind }: Pick<AlertView, 'kind'>): AlertSign {
  switch (kind) {
    case 'promise-broken':
      return { kind: 'mark', mark: 'broken' };
    case 'promise-near':
      return { kind: 'mark', mark: 'lit' };
    case 'absence-long':
    case 'service-long':
      return { kind: 'mark', mark: 'clock' };
    case 'pause-long':
      return { kind: 'mark', mark: 'bars' };
    case 'handover-long':
      return { kind: 'mark', mark: 'swap' };
    case 'open-a-counter':
    case 'nobody-serves':
      return { kind: 'icon', icon: 'person' };
    case 'vip-arrival':
      return { kind: 'icon', icon: 'crown' };
    case 'device-pending':
      return { kind: 'icon', icon: 'shield' };
    case 'device-offline':
    case 'handed-in':
    case 'hand-in-refused':
      return { kind: 'icon', icon: 'offline' };
    case 'attached-fault':
      return { kind: 'icon', icon: 'fault' };
    case 'paper-low':
    case 'print-uncertain':
      return { kind: 'icon', icon: 'papers' };
    case 'answers-overdue':
    case 'meeting-missing':
      return { kind: 'icon', icon: 'papers' };
    case 'sound-blocked':
      return { kind: 'icon', icon: 'speaker' };
    case 'clock':
      return { kind: 'icon', icon: 'clock' };
    case 'storage':
      return { kind: 'icon', icon: 'fault' };
    case 'seat-open-after-closing':
      return { kind: 'icon', icon: 'door' };
  }
}

/** The first alert that offers an act: the one lit thing of the page; null when all is calm. */
export function litAlert(
  alerts: readonly Pick<AlertView, 'id' | 'kind' | 'acts'>[],
): string | null {
  return alerts.find(({ acts, kind }) => acts.length > 0 || kind === 'device-pending')?.id ?? null;
}

/** `a028 ` as it stands on the slip; null where it cannot be a number. */
export function ticketNumberFrom(typed: string): string | null {
  const number = typed.trim().replaceAll(/[\s-]/g, '').toUpperCase();
  return /^[A-Z]{0,4}\d{1,6}$/.test(number) ? number : null;
}
