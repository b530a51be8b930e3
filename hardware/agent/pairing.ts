import { chmodSync, readFileSync, renameSync, writeFileSync } from 'node:fs';

/** Who this agent is at the hub. */
export interface Badge {
  /** Empty: not paired yet. */
  token(): string;
  /** What the supervisor compares before approving. */
  code(): string;
  /** Null: the hub does not answer. */
  state(): Promise<'pending' | 'approved' | 'revoked' | null>;
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
  /** Where it is reached, where that is another name. */
  readonly address?: string;
  /** Where the token is kept between runs; only its owner may read it. */
  readonly file: string;
  /** How staff will see it in their list. */
  readonly name: string;
  readonly register: (name: string) => Promise<Omit<Paired, 'hub'>>;
}

const answerMs = 10_000;

/** A token kept in a file beside the device file. */
export function fileBadge({ hub, address = hub, file, name, register }: BadgeDeps): Badge {
  let paired = readPaired(file, hub);
  return {
    token: () => paired?.token ?? '',
    code: () => paired?.code ?? '',
    async state() {
      try {
        const response = await fetch(new URL('/api/devices/current', address), {
          headers: { authorization: `Bearer ${paired?.token ?? ''}` },
          signal: AbortSignal.timeout(answerMs),
        });
        if (!response.ok) return null;
        const { state } = (await response.json()) as { state: 'pending' | 'approved' | 'revoked' };
        return state;
      } catch {
        return null; // away: asked again
      }
    },
    async renew() {
      const made = { hub, ...(await register(name)) };
      writePaired(file, made);
      paired = made;
    },
  };
}

/** The hub's own door for devices, open to anyone; a supervisor approves. */
export async function registerOverHttp(hub: string, name: string): Promise<Omit<Paired, 'hub'>> {
  const response = await fetch(new URL('/api/devices', hub), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ kind: 'hardware', name }),
    signal: AbortSignal.timeout(answerMs),
  });
  if (!response.ok) throw new Error(`the hub answered ${String(response.status)} to the pairing`);
  return (await response.json()) as Omit<Paired, 'hub'>;
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
