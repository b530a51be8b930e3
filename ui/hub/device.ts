import type { DeviceView } from '#protocol/views.ts';
import { api } from './api.ts';
import { forget, recollect, remember } from './memory.ts';

export interface PairedDevice {
  readonly device: string;
  readonly token: string;
  readonly state: DeviceView['state'];
  /** Read out to the supervisor, who approves it. */
  readonly code: string;
}

/**
 * The device this browser is: paired once, kept for good. Answers null when the hub cannot be
 * reached; asks again is the caller's.
 */
export async function pairDevice(
  kind: DeviceView['kind'],
  name: string,
): Promise<PairedDevice | null> {
  const kept = recollect(`device.${kind}.${name}`);
  if (isDevice(kept)) return kept;
  const answer = await api<PairedDevice>('/api/devices', { body: { kind, name } });
  if (!answer.ok || !isDevice(answer.data)) return null;
  remember(`device.${kind}.${name}`, answer.data);
  return answer.data;
}

/** After the hub said that the device is revoked or unknown: it pairs anew. */
export function unpairDevice(kind: DeviceView['kind'], name: string): void {
  forget(`device.${kind}.${name}`);
}

function isDevice(value: unknown): value is PairedDevice {
  return typeof value === 'object' && value !== null && 'device' in value && 'token' in value;
}
