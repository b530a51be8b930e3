import type { DeviceView } from '#protocol/views.ts';
import type { Vault } from '#server/vault/vault.ts';

export type Sound = 'ready' | 'blocked' | 'unavailable';

/** Which devices are connected, and whether their sound works. In memory: it ends with the hub. */
export interface Presence {
  /** Answers how to leave. */
  join(device: string): () => void;
  setSound(device: string, sound: Sound): void;
  /** The device that sounds from now on, or null. */
  setSpeaker(device: string | null): void;
  live(device: string): {
    readonly online: boolean;
    readonly sound: Sound | null;
    readonly speaks: boolean;
  };
  /** At most 100: those that wait for approval first, then those in use. */
  devices(): readonly DeviceView[];
  /** Called when a device comes, goes or changes. */
  onChange(listener: () => void): void;
  changed(): void;
}

const shownMax = 100;
const order = { pending: 0, approved: 1, revoked: 2 } as const;

export function createPresence(vault: Vault): Presence {
  const connections = new Map<string, number>();
  const sounds = new Map<string, Sound>();
  const listeners = new Set<() => void>();
  let speaker: string | null = null;
  const changed = (): void => {
    for (const listener of listeners) listener();
  };

  const live = (device: string): { online: boolean; sound: Sound | null; speaks: boolean } => ({
    online: connections.has(device),
    sound: sounds.get(device) ?? null,
    speaks: speaker === device,
  });

  return {
    join(device) {
      connections.set(device, (connections.get(device) ?? 0) + 1);
      vault.devices.touch(device);
      changed();
      let left = false;
      return () => {
        if (left) return;
        left = true;
        const rest = (connections.get(device) ?? 1) - 1;
        if (rest > 0) connections.set(device, rest);
        else {
          connections.delete(device);
          sounds.delete(device);
        }
        vault.devices.touch(device);
        changed();
      };
    },
    setSound(device, sound) {
      if (sounds.get(device) === sound) return;
      sounds.set(device, sound);
      changed();
    },
    setSpeaker(device) {
      if (speaker === device) return;
      speaker = device;
      changed();
    },
    live,
    devices: () =>
      [...vault.devices.list()]
        .sort((a, b) => order[a.state] - order[b.state])
        .slice(0, shownMax)
        .map((known) => ({
          device: known.device,
          kind: known.kind,
          name: known.name,
          state: known.state,
          code: known.code,
          ...live(known.device),
          lastSeenAt:
            known.lastSeenAtMs === null ? null : new Date(known.lastSeenAtMs).toISOString(),
        })),
    onChange: (listener) => void listeners.add(listener),
    changed,
  };
}
