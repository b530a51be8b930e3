import { chmodSync, readFileSync, renameSync, writeFileSync } from 'node:fs';

/** Who this agent is at the hub. */
export interface Badge {
  /** Empty: not paired yet. */
  token(): string;
  /** What the supervisor compares before approving. */
  code(): string;
  /** Null: the hub does not answer. */
  state(): Promise<PairingState | null>;
  /** Registers as a new device; the old token is forgotten. @throws Error when it cannot */
  renew(): Promise<void>;
}

export interface Paired {
  readonly hub: string;
  readonly device: string;
  readonly token: string;
  readonly code: string;
}

export interface BadgeDeps {
  /** The hub that the token belongs to. */
  readonly hub: string;
  /** Where the token is kept between runs; only its owner may read it. */
  readonly file: string;
  /** How staff will see it in their list. */
  readonly name: string;
  readonly register: (name: string) => Promise<Omit<Paired, 'hub'>>;
  /** What the hub thinks of a token; null: it does not answer. */
  readonly lookUp: (token: string) => Promise<PairingState | null>;
}

export type PairingState = 'pending' | 'approved' | 'revoked';

const answerMs = 10_000;

/** A token kept in a file beside the device file. */
export function fileBadge({ hub, file, name, register, lookUp }: BadgeDeps): Badge {
  let paired = readPaired(file, hub);
  return {
    token: () => paired?.token ?? '',
    code: () => paired?.code ?? '',
    state: () => lookUp(paired?.token ?? ''),
    async renew() {
      const made = { hub, ...(await register(name)) };
      writePaired(file, made);
      paired = made;
    },
  };
}

/** How an agent elsewhere pairs: by the hub's doors for devices, open to anyone; a supervisor approves. */
export function pairingOverHttp(hub: string): Pick<BadgeDeps, 'register' | 'lookUp'> {
  return {
    async register(name) {
      const response = await fetch(new URL('/api/devices', hub), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ kind: 'hardware', name }),
        signal: AbortSignal.timeout(answerMs),
        // A hub sends nobody elsewhere: whoever does so is not it.
        redirect: 'error',
      });
      if (!response.ok) {
        throw new Error(`the hub answered ${String(response.status)} to the pairing`);
      }
      return (await response.json()) as Omit<Paired, 'hub'>;
    },
    async lookUp(token) {
      try {
        const response = await fetch(new URL('/api/devices/current', hub), {
          headers: { authorization: `Bearer ${token}` },
          signal: AbortSignal.timeout(answerMs),
          redirect: 'error',
        });
        if (!response.ok) return null;
        return ((await response.json()) as { state: PairingState }).state;
      } catch {
        return null; // away: asked again
      }
    },
  };
}

function readPaired(file: string, hub: string): Paired | null {
  try {
    const kept = JSON.parse(readFileSync(file, 'utf8')) as Partial<Paired>;
    const { device, token, code = '' } = kept;
    if (typeof token !== 'string' || typeof device !== 'string') return null;
    // Another hub does not know this token: pair anew.
    return kept.hub === hub ? { hub, device, token, code } : null;
  } catch {
    return null; // not there, or not ours: paired anew
  }
}

/** Whole or not at all, and for nobody else's eyes. */
function writePaired(file: string, paired: Paired): void {
  const draft = `${file}.new`;
  writeFileSync(draft, `${JSON.stringify(paired)}\n`, { mode: 0o600 });
  chmodSync(draft, 0o600);
  renameSync(draft, file);
}
