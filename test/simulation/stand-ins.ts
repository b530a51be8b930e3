import { createHmac } from 'node:crypto';
import type { FastifyBaseLogger } from 'fastify';
import type { DeviceKind } from '#protocol/identity.ts';
import type { Metrics } from '#server/desk/metrics.ts';
import type { Device } from '#server/vault/devices.ts';
import { createProofs } from '#server/vault/proofs.ts';
import type { Vault } from '#server/vault/vault.ts';

/**
 * A vault whose tokens say whom they open: `staff 1001`, `kiosk k1`, `display lobby`. Nothing of it
 * is under test here, and real hashes take their time.
 */
export function standInVault(): Vault {
  const devices = new Map<string, Device>();
  const device = (token: string): Device | null => {
    const [kind, name] = token.split(' ');
    if (kind === undefined || name === undefined || kind === 'staff') return null;
    const known = devices.get(token) ?? {
      device: token.replace(' ', '-'),
      kind: kind as DeviceKind,
      name,
      state: 'approved' as const,
      code: '0000',
      lastSeenAtMs: null,
    };
    devices.set(token, known);
    return known;
  };
  return {
    sessions: {
      find: (token: string) => {
        const [kind, badge] = token.split(' ');
        return kind === 'staff' ? { session: token, badge, expiresAtMs: Infinity } : null;
      },
      isAlive: () => true,
      touch: () => {},
    },
    devices: {
      findByToken: device,
      get: (name: string) => [...devices.values()].find((each) => each.device === name),
      touch: () => {},
      list: () => [...devices.values()],
    },
    proofs: createProofs((text) => createHmac('sha256', 'simulated').update(text).digest()),
    customers: { find: () => null, byReference: () => null },
    close: () => {},
  } as unknown as Vault;
}

const nothing = (): void => {};
const instrument = Object.assign(() => nothing, {
  inc: nothing,
  dec: nothing,
  set: nothing,
  observe: nothing,
  startTimer: () => nothing,
});

/** Figures that nobody reads. */
export const noMetrics = new Proxy({}, { get: () => instrument }) as unknown as Metrics;

/** A log that only listens for what must never be said. */
export function listeningLogger(bug: (said: string) => void): FastifyBaseLogger {
  const quiet = (): void => {};
  return {
    trace: quiet,
    debug: quiet,
    info: quiet,
    warn: quiet,
    error(facts: { readonly err?: unknown }, text: string) {
      // Commands that met a broken disk are told at this level too; a bug has an error with it.
      if (facts.err === undefined) return;
      const { err } = facts;
      bug(`${text}: ${err instanceof Error ? (err.stack ?? err.message) : 'no error'}`);
    },
  } as unknown as FastifyBaseLogger;
}
