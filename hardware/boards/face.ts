import type { CounterState } from '#core/vocabulary.ts';
import type { WindowView } from '#protocol/views.ts';
import { clockTime } from '#protocol/words/text.ts';

/**
 * What a board above a counter has to show, whatever it is made of. Made from the `window` view, so
 * that the board and the counter's screen never tell two stories.
 */
export interface BoardFace {
  readonly counter: string;
  readonly state: CounterState;
  /** Of the ticket called or served; null under a sign. */
  readonly number: string | null;
  /** Called and not at the counter yet (a recall goes on flashing). */
  readonly flashing: boolean;
  /** Why the counter does not receive; null while it does. */
  readonly sign: BoardSign | null;
}

export interface BoardSign {
  /** `unknown`: the hub cannot be reached, so nothing may be promised. */
  readonly kind: 'paused' | 'absent' | 'handover' | 'closed' | 'unknown';
  /** Time of day in the hall's zone, `10:40`. */
  readonly until: string | null;
  /** Counters to use instead, the shortest line first. */
  readonly redirectTo: readonly string[];
}

/** Pure: the same view gives the same face. */
export function faceOf(view: WindowView): BoardFace {
  const { counter, state, number } = view;
  const sign = signOf(view);
  // As on the counter's screen, a sign stands before everything.
  if (sign !== null) return { counter, state, number: null, flashing: false, sign };
  return { counter, state, number, flashing: state === 'calling' && number !== null, sign };
}

/** For the time in which nobody knows what is true: no number that may be old, no promise. */
export function unknownFace(counter: string): BoardFace {
  const sign = { kind: 'unknown', until: null, redirectTo: [] } as const;
  return { counter, state: 'closed', number: null, flashing: false, sign };
}

export function isSameFace(one: BoardFace, other: BoardFace): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function signOf({ state, sign, hall }: WindowView): BoardSign | null {
  if (state === 'closed') return { kind: 'closed', until: null, redirectTo: [] };
  if (sign === null) return null;
  return {
    kind: sign.kind,
    until: sign.until === null ? null : clockTime(Date.parse(sign.until), hall.timezone),
    redirectTo: sign.redirectTo.map((way) => way.counter),
  };
}
