import type { CallMessage } from '#protocol/socket-events.ts';

export interface AnnouncedCall extends CallMessage {
  /** Older than 30 s on arrival: shown, not announced. */
  readonly stale: boolean;
}

/** Calls that arrived ahead of their turn; what is beyond is asked for once more. */
const earlyMax = 200;
/** Announced calls that are remembered, so that a new count cannot bring one twice. */
const announcedMax = 200;
export const staleAfterMs = 30_000;

export interface CallStreamDeps {
  /** The hall's time, milliseconds since 1970. */
  readonly now: () => number;
  readonly announce: (call: AnnouncedCall) => void;
  /**
   * Asks the hub for the calls after a number. `answered` is told once everything the hub has was
   * received, or that it could not be asked.
   */
  readonly ask: (sinceCall: number, answered: (ok: boolean) => void) => void;
}

export interface CallStream {
  /** The number of the last call that came out or is known of; null before the first view. */
  last(): number | null;
  receive(call: CallMessage): void;
  /** A view tells how far the stream has come. */
  reached(lastCallNo: number): void;
  /** The connection is gone, and with it every answer that was under way. */
  lost(): void;
}

/**
 * The one stream of a hall that must not skip: announcements, numbered without gaps in a business
 * day. Lost, late, repeated and reordered messages come out once each and in order; what is missing
 * is asked for. Only what the hub itself no longer has is passed over.
 */
export function createCallStream(deps: CallStreamDeps): CallStream {
  const early = new Map<number, CallMessage>();
  const announced = new Set<string>();
  let last: number | null = null;
  let known = 0;
  let asking: symbol | null = null;

  function deliver(): void {
    while (last !== null) {
      const next = early.get(last + 1);
      if (next === undefined) return;
      early.delete(next.callNo);
      last = next.callNo;
      // A hub whose count fell back (a new day, an older copy of its journal) may send it again.
      if (isNew(next)) {
        deps.announce({ ...next, stale: deps.now() - Date.parse(next.at) > staleAfterMs });
      }
    }
  }

  function isNew(call: CallMessage): boolean {
    const mark = `${call.at} ${call.kind} ${call.ticket} ${call.counter}`;
    if (announced.has(mark)) return false;
    announced.add(mark);
    for (const oldest of announced) {
      if (announced.size <= announcedMax) break;
      announced.delete(oldest);
    }
    return true;
  }

  function askIfMissing(): void {
    if (last === null || known <= last || asking !== null) return;
    const question = Symbol('question');
    const wanted = known;
    asking = question;
    deps.ask(last, (ok) => {
      if (asking !== question) return;
      asking = null;
      if (ok) passOver(wanted);
    });
  }

  /** The hub has answered; what is still missing up to `wanted` it does not have any more. */
  function passOver(wanted: number): void {
    while (last !== null && last < wanted) {
      const next = Math.min(...early.keys());
      last = Math.min(next - 1, wanted);
      deliver();
    }
    askIfMissing();
  }

  return {
    last: () => last,

    receive(call) {
      last ??= call.callNo - 1;
      if (call.callNo <= last) return;
      known = Math.max(known, call.callNo);
      if (early.size < earlyMax || call.callNo === last + 1) early.set(call.callNo, call);
      deliver();
      askIfMissing();
    },

    reached(lastCallNo) {
      if (last === null) {
        // The first view: earlier calls are nobody's to announce.
        last = lastCallNo;
      } else if (lastCallNo < last) {
        // A new business day counts from one.
        early.clear();
        asking = null;
        last = 0;
        known = 0;
      }
      known = Math.max(known, lastCallNo);
      askIfMissing();
    },

    lost() {
      asking = null;
    },
  };
}
