import type { Socket } from 'socket.io-client';
import type { TestHub } from '#test/support/hub.ts';
import type { Asker } from './http-doors.ts';
import { faultsOfProblemBody } from './judge-answer.ts';

export interface Said {
  /** `ok`, the code of a problem, `closed` or `silent` (a word that the hub does not know). */
  readonly said: string;
  readonly fault: string | null;
}

const known = new Set(['watch', 'unwatch', 'command', 'present', 'health', 'voice']);
/** A hub that has not answered a known word by then has lost it. */
const ackWithinMs = 10_000;
/** After so many words a passer-by's allowance is used up: the next one is somebody else. */
const wordsPerSocket = 25;

/** A socket an asker, replaced when the hub ends it or its share is used up. */
export function createSockets(
  hub: TestHub,
  tokenOf: (asker: Asker) => Promise<string | null>,
): { say(asker: Asker, word: string, payloads: readonly unknown[]): Promise<Said> } {
  const open = new Map<Asker, { readonly socket: Socket; readonly token: string | null }>();
  const counts = new Map<Asker, number>();

  async function socketOf(asker: Asker): Promise<Socket> {
    const token = await tokenOf(asker);
    const held = open.get(asker);
    const count = (counts.get(asker) ?? 0) + 1;
    counts.set(asker, count);
    const isFresh = held?.socket.connected === true && held.token === token;
    if (isFresh && count % wordsPerSocket !== 0) return held.socket;
    held?.socket.disconnect();
    const socket = hub.socket(token === null ? {} : { token });
    await new Promise((resolve, reject) => {
      socket.once('connect', () => {
        resolve(null);
      });
      socket.once('connect_error', reject);
    });
    open.set(asker, { socket, token });
    return socket;
  }

  return {
    async say(asker, word, payloads) {
      const socket = await socketOf(asker);
      if (!known.has(word)) {
        socket.emit(word, ...payloads);
        return { said: 'silent', fault: null };
      }
      const answer = await new Promise((resolve) => {
        const late = setTimeout(() => {
          resolve('late');
        }, ackWithinMs);
        const settle = (what: unknown): void => {
          clearTimeout(late);
          resolve(what);
        };
        socket.once('disconnect', () => {
          settle('closed');
        });
        socket.emit(word, ...payloads, settle);
      });
      socket.off('disconnect');
      if (answer === 'closed') return { said: 'closed', fault: null };
      if (answer === 'late') return { said: 'late', fault: `no answer in ${ackWithinMs} ms` };
      const { ok, problem } = answer as { readonly ok: boolean; readonly problem?: object };
      if (ok) return { said: 'ok', fault: null };
      const faults = faultsOfProblemBody(problem ?? {}, null);
      const { code } = problem as { readonly code: string };
      return { said: code, fault: faults.length === 0 ? null : faults.join(', ') };
    },
  };
}
