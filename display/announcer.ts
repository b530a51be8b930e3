import type { AnnouncedCall } from '#ui/hub/call-stream.ts';

/**
 * What a screen announces: one call at a time, each for its time, in order, none lost. Pure: the
 * page brings the clock and asks what to show.
 */
export interface Announcer {
  readonly waiting: readonly AnnouncedCall[];
  readonly showing: Showing | null;
}

export interface Showing {
  readonly call: AnnouncedCall;
  /** Page time at which it came up, and from which it may leave. */
  readonly sinceMs: number;
  readonly untilMs: number;
  /** Set while the lamp draws back into the plate. */
  readonly leavingUntilMs: number | null;
}

/** A call stays at least this long, however fast others follow (visual direction, section 7). */
export const dwellMs = 5_000;
export const leaveMs = 900;
/** However long the voice takes, the next call comes up by then. */
export const spokenMaxMs = 20_000;
/** Calls waiting for their turn; older ones are in the list anyway. */
const waitingMax = 60;

export const silentAnnouncer: Announcer = { waiting: [], showing: null };

/** A call arrives. A stale one is only listed; a recall takes the place of its waiting call. */
export function announce(announcer: Announcer, call: AnnouncedCall, nowMs: number): Announcer {
  if (call.stale) return announcer;
  const place = announcer.waiting.findIndex(
    (each) => each.ticket === call.ticket && each.counter === call.counter,
  );
  const waiting =
    place < 0
      ? [...announcer.waiting, call].slice(-waitingMax)
      : announcer.waiting.with(place, call);
  return advance({ ...announcer, waiting }, nowMs);
}

/** Time passes. */
export function advance(announcer: Announcer, nowMs: number): Announcer {
  const { showing, waiting } = announcer;
  if (showing !== null && nowMs < showing.untilMs) return announcer;
  const [next, ...rest] = waiting;
  if (next !== undefined) return { waiting: rest, showing: comeUp(next, nowMs) };
  if (showing === null) return announcer;
  if (showing.leavingUntilMs === null) {
    return { waiting, showing: { ...showing, leavingUntilMs: nowMs + leaveMs } };
  }
  return nowMs < showing.leavingUntilMs ? announcer : silentAnnouncer;
}

/**
 * The voice says when it will have spoken: the call stays so long, and its dwell at least. A later
 * word may also be an earlier end (the second language was dropped).
 */
export function holdUntil(announcer: Announcer, callNo: number, untilMs: number): Announcer {
  const { showing } = announcer;
  if (showing?.call.callNo !== callNo || showing.leavingUntilMs !== null) return announcer;
  const least = showing.sinceMs + dwellMs;
  const most = showing.sinceMs + spokenMaxMs;
  return {
    ...announcer,
    showing: { ...showing, untilMs: Math.min(Math.max(untilMs, least), most) },
  };
}

/** The page has drawn it: its time counts from here, however long the drawing took. */
export function drawn(announcer: Announcer, nowMs: number): Announcer {
  const { showing } = announcer;
  if (showing === null || showing.leavingUntilMs !== null) return announcer;
  const untilMs = Math.max(showing.untilMs, nowMs + dwellMs);
  return { ...announcer, showing: { ...showing, sinceMs: nowMs, untilMs } };
}

/** When `advance` will change something, or null. */
export function nextChangeMs(announcer: Announcer): number | null {
  const { showing } = announcer;
  return showing === null ? null : (showing.leavingUntilMs ?? showing.untilMs);
}

function comeUp(call: AnnouncedCall, nowMs: number): Showing {
  return { call, sinceMs: nowMs, untilMs: nowMs + dwellMs, leavingUntilMs: null };
}
