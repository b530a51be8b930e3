import type { DeviceView } from '#protocol/views.ts';
import { api as realApi } from './api.ts';
import { forget, recollect, remember } from './memory.ts';

export interface PairedDevice {
  readonly device: string;
  readonly token: string;
  readonly state: DeviceView['state'];
  /** Read out to the supervisor, who approves it. */
  readonly code: string;
}

/**
 * The device this browser is: paired once, kept for good, with its state as the hub has it now. A
 * hub that does not know it any more (a new data folder) gets to know it anew; one that cannot be
 * reached leaves it as it was last known. Null: not paired yet, and the hub cannot be reached; to
 * ask again is the caller's.
 */
export async function pairDevice(
  kind: DeviceView['kind'],
  name: string,
  api: typeof realApi = realApi,
): Promise<PairedDevice | null> {
  const key = `device.${kind}.${name}`;
  const kept = recollect(key);
  if (isDevice(kept)) {
    const answer = await api<DeviceView>('/api/devices/current', { token: kept.token });
    if (answer.ok) return keep(key, { ...kept, state: answer.data.state, code: answer.data.code });
    if (answer.problem?.code !== 'not-signed-in') return kept;
  }
  const answer = await api<PairedDevice>('/api/devices', { body: { kind, name } });
  return answer.ok && isDevice(answer.data) ? keep(key, answer.data) : null;
}

/** After the hub said that the device is revoked or unknown: it pairs anew. */
export function unpairDevice(kind: DeviceView['kind'], name: string): void {
  forget(`device.${kind}.${name}`);
}

function keep(key: string, device: PairedDevice): PairedDevice {
  remember(key, device);
  return device;
}

function isDevice(value: unknown): value is PairedDevice {
  return (
    typeof value === 'object' &&
    value !== null &&
    'device' in value &&
    'token' in value &&
    typeof value.token === 'string'
  );
}
