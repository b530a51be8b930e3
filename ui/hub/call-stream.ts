import type { CallMessage } from '#protocol/socket-events.ts';

export interface AnnouncedCall extends CallMessage {
  /** Older than 30 s on arrival: shown, not announced. */
  readonly stale: boolean;
}

/** Calls that arrived ahead of their turn; beyond this the hub is asked again anyway. */
const earlyMax = 200;
export const staleAfterMs = 30_000;

export interface CallStreamDeps {
  readonly now: () => number;
  readonly announce: (call: AnnouncedCall) => void;
  /** Asks the hub for the calls after a number. */
  readonly ask: (sinceCall: number) => void;
}

/**
 * The one stream of a hall that must not skip: announcements, numbered without gaps in a business
 * day. Lost, late, repeated and reordered messages come out once each and in order; what is missing
 * is asked for.
 */
export function createCallStream(deps: CallStreamDeps) {
  let last: number | null = null;
  let early = new Map<number, CallMessage>();
  let askedSince: number | null = null;

  function deliver(): void {
    for (;;) {
      const next = last === null ? undefined : early.get(last + 1);
      if (next === undefined || last === null) return;
      early.delete(next.callNo);
      last = next.callNo;
      askedSince = null;
      deps.announce({ ...next, stale: deps.now() - Date.parse(next.at) > staleAfterMs });
    }
  }

  return {
    /** The number of the last call announced or known, null before the first view. */
    last: (): number | null => last,

    receive(call: CallMessage): void {
      if (last === null) last = call.callNo - 1;
      if (call.callNo <= last || early.size >= earlyMax) return;
      early.set(call.callNo, call);
      deliver();
      if (early.size > 0 && askedSince !== last) {
        askedSince = last;
        deps.ask(last);
      }
    },

    /** A view tells how far the stream has come. */
    reached(lastCallNo: number): void {
      if (last === null || lastCallNo < last) {
        // The first view, or a new business day: earlier calls are nobody's to announce.
        last = lastCallNo;
        early = new Map([...early].filter(([callNo]) => callNo > lastCallNo));
        askedSince = null;
        deliver();
        return;
      }
      if (lastCallNo === last) return;
      if (askedSince === last) {
        // Asked already and the hub no longer has them: go on rather than wait for ever.
        last = lastCallNo - early.size;
        for (const callNo of [...early.keys()].sort((a, b) => a - b)) {
          last = callNo - 1;
          deliver();
        }
        last = Math.max(last, lastCallNo);
        askedSince = null;
        return;
      }
      askedSince = last;
      deps.ask(last);
    },
  };
}
