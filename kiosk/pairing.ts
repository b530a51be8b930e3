import type { Problem } from '#protocol/problem.ts';
import type { Connection, HubClient } from '#ui/hub/hub-client.ts';
import { pairDevice, unpairDevice, type PairedDevice } from '#ui/hub/device.ts';

/** How far this kiosk is with the hub. */
export type Pairing =
  | { readonly kind: 'starting' }
  | { readonly kind: 'unreached'; readonly sinceMs: number }
  | { readonly kind: 'pending'; readonly code: string }
  | { readonly kind: 'paired' }
  | { readonly kind: 'revoked' }
  /** The hub speaks another version: the page opens itself anew. */
  | { readonly kind: 'ended' };

export interface PairingDeps {
  readonly hub: Pick<HubClient, 'signIn'>;
  readonly name: string;
  readonly changed: () => void;
  /** Opens the page anew. */
  readonly reload: () => void;
  readonly pair?: typeof pairDevice;
  readonly unpair?: typeof unpairDevice;
  readonly after?: (run: () => void, ms: number) => unknown;
  readonly nowMs?: () => number;
}

export const pairingTiming = { retryMs: 3_000, reloadMs: 10_000 } as const;

/** Pairs this browser as a kiosk and keeps it so, through approval, revocation and a new hub. */
export function createPairing(deps: PairingDeps) {
  const { hub, name, changed, reload } = deps;
  const pair = deps.pair ?? pairDevice;
  const unpair = deps.unpair ?? unpairDevice;
  const after = deps.after ?? ((run, ms) => setTimeout(run, ms));
  const now = deps.nowMs ?? (() => Date.now());
  let state: Pairing = { kind: 'starting' };
  let device: PairedDevice | null = null;

  function set(next: Pairing): void {
    state = next;
    changed();
  }

  async function start(): Promise<void> {
    const paired = await pair('kiosk', name);
    if (paired === null) {
      if (state.kind !== 'unreached') set({ kind: 'unreached', sinceMs: now() });
      after(() => void start(), pairingTiming.retryMs);
      return;
    }
    device = paired;
    if (state.kind !== 'paired') set({ kind: 'starting' });
    hub.signIn(paired.token);
  }

  return {
    get: (): Pairing => state,
    /** The device's id; null before it is paired. */
    device: (): string | null => device?.device ?? null,
    /** The device's token, for HTTP doors; null before it is paired. */
    token: (): string | null => device?.token ?? null,
    start,

    /** The hub would not show the kiosk's view. */
    refused({ code }: Pick<Problem, 'code'>): void {
      if (device === null || code !== 'forbidden') return;
      set({ kind: 'pending', code: device.code });
    },

    /** The hub shows it: approved, now or long ago. */
    admitted(): void {
      if (state.kind !== 'paired') set({ kind: 'paired' });
    },

    /** The hub ended the connection for good. */
    ended(bye: Connection['bye']): void {
      switch (bye?.code) {
        case 'revoked':
          if (state.kind !== 'revoked') set({ kind: 'revoked' });
          return;
        case 'expired':
          // A hub that does not know this device, such as one with a new data folder.
          unpair('kiosk', name);
          device = null;
          set({ kind: 'starting' });
          after(() => void start(), pairingTiming.retryMs);
          return;
        case 'protocol':
          set({ kind: 'ended' });
          after(reload, pairingTiming.reloadMs);
          return;
        case 'stopping':
        case 'replaced':
        case 'too-slow':
        case undefined:
          return;
      }
    },

    /** A supervisor asks for approval once more. */
    again(): void {
      unpair('kiosk', name);
      device = null;
      set({ kind: 'starting' });
      void start();
    },
  };
}

export type KioskPairing = ReturnType<typeof createPairing>;
