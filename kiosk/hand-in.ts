import type { LeaseView } from '#protocol/lease.ts';
import type { HubClient } from '#ui/hub/hub-client.ts';
import type { OfflineNumbers, OfflineTicket } from './offline-numbers.ts';

export interface HandInDeps {
  readonly command: HubClient['command'];
  readonly numbers: OfflineNumbers;
  readonly nowMs?: () => number;
}

export const handInTiming = {
  /** After a try that did not get through; doubled while a number cannot be struck off. */
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
  /** Rounds in a row after which a number still stood on the device. */
  let stuckRounds = 0;

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
    // The device would not strike off what the hub has: it is handed in again, the hub knows it.
    const isStuck = numbers.book().kept.length > 0;
    stuckRounds = isStuck ? stuckRounds + 1 : 0;
    const soonMs = handInTiming.retryMs * 2 ** Math.max(0, stuckRounds - 1);
    // Refused: after hours, or on a closed day. Unanswered: the hub is away again.
    const isAway = !answer.ok && answer.problem === null;
    later(isAway || isStuck ? Math.min(soonMs, handInTiming.renewMs) : handInTiming.renewMs);
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
