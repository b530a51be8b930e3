import { findTicket } from '#core/lookup.ts';
import type { RaisedAlert } from './alerts.ts';
import type { ViewSources } from './view-sources.ts';

/** A refused number is news for as long as its holder may still be in the hall. */
const refusedNewsMs = 60 * 60_000;

/** What kiosks gave while the hub was away: who of them still waits, and who could not be queued. */
export function handInAlerts({ state, nowMs, devices }: ViewSources): readonly RaisedAlert[] {
  const nameOf = (device: string): string =>
    devices.find((one) => one.device === device)?.name ?? device.slice(0, 8);
  const waiting = new Map<string, string[]>();
  for (const { device, handedIn } of Object.values(state.leases)) {
    for (const [number, id] of Object.entries(handedIn)) {
      const ticket = id === null ? undefined : findTicket(state, id);
      if (ticket?.state !== 'waiting') continue;
      waiting.set(device, [...(waiting.get(device) ?? []), number]);
    }
  }
  return [
    ...state.refusedHandIns
      .filter(({ atMs }) => nowMs - atMs < refusedNewsMs)
      .map(({ lease, device, number, why }): RaisedAlert => ({
        key: `${lease}:${number}`,
        alert: { kind: 'hand-in-refused', number, name: nameOf(device), why },
        acts: [],
        weight: 1,
      })),
    ...[...waiting].map(([device, numbers]): RaisedAlert => ({
      key: device,
      alert: { kind: 'handed-in', numbers, name: nameOf(device) },
      acts: [],
    })),
  ];
}
