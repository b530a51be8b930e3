import type { LeaseView } from '#protocol/lease.ts';
import type { HubClient } from '#ui/hub/hub-client.ts';
import type { OfflineNumbers, OfflineTicket } from './offline-numbers.ts';

export interface HandInDeps {
  readonly command: HubClient['command'];
  readonly numbers: OfflineNumbers;
  readonly nowMs?: () => number;
}

export const handInTiming = {
  /** After a try that did not get through. */
  retryMs: 5_000,
  /** A lease is asked for anew: another day, a changed hall, half of a block used. */
  renewMs: 5 * 60_000,
} as const;

/**
 * Hands in what was given without the hub, one after the other in the order in which it was given,
 * and then sees that the kiosk has numbers for the next time.
 */
export function createHandIn({ command, numbers, nowMs = () => Date.now() }: HandInDeps) {
  let run: Promise<void> | null = null;
  let dueMs = 0;

  async function all(): Promise<void> {
    for (const ticket of numbers.book().kept) {
      const isAnswered = await one(ticket);
      // The next one waits: the order is the customers'.
      if (!isAnswered) {
        later(handInTiming.retryMs);
        return;
      }
    }
    const answer = await command('lease-numbers', {});
    if (answer.ok) {
      const { lease } = answer.result as { readonly lease: LeaseView | null };
      if (lease !== null) numbers.leased(lease);
    }
    // Refused: after hours, or on a closed day. Unanswered: the hub is away again.
    later(answer.ok || answer.problem !== null ? handInTiming.renewMs : handInTiming.retryMs);
  }

  async function one(ticket: OfflineTicket): Promise<boolean> {
    const { number: _, givenAtMs, ...args } = ticket;
    const givenAt = new Date(givenAtMs).toISOString();
    const answer = await command('hand-in-ticket', { ...args, givenAt });
    // What the hub does not accept as its own will not become so by asking again.
    const isFinal = answer.ok || answer.problem?.rule === 'leased-number';
    if (isFinal) numbers.handedIn(ticket);
    return isFinal;
  }

  function later(ms: number): void {
    dueMs = nowMs() + ms;
  }

  return {
    /** The hub is there, as of now: called again and again. */
    live(): void {
      if (run !== null || nowMs() < dueMs) return;
      run = all().finally(() => {
        run = null;
      });
    },
    /** The hub is away: at its return all is due at once. */
    away(): void {
      dueMs = 0;
    },
    /** Everything that waited is handed in, or was tried: the next number may be taken. */
    async settled(): Promise<void> {
      await run;
    },
  };
}
