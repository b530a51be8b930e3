import type { ConsoleKey, ConsoleView, KeyState } from '#protocol/views.ts';
import type { IconName } from '#ui/icons.ts';

/**
 * The pad is the number pad: digits, places and names never move, whatever the state. The wide key
 * is Enter and changes its meaning with the state (next-step.ts).
 */
export const padKeys = [
  { digit: '7', key: 'transfer', icon: 'swap', letter: null },
  { digit: '8', key: 'park', icon: 'papers', letter: null },
  { digit: '9', key: 'no-show', icon: 'cross', letter: null },
  { digit: '4', key: 'recall', icon: 'bell', letter: 'R' },
  { digit: '5', key: 'start', icon: 'play', letter: 'S' },
  { digit: '6', key: 'finish', icon: 'check', letter: 'F' },
  { digit: '1', key: 'pause', icon: 'pause', letter: null },
  { digit: '2', key: 'handover', icon: 'person', letter: null },
  { digit: '3', key: 'close', icon: 'door', letter: null },
] as const satisfies readonly {
  digit: string;
  key: ConsoleKey;
  icon: IconName;
  letter: string | null;
}[];

export type PadKey = (typeof padKeys)[number]['key'];

/** What a press on the pad or the keyboard asks for; `next` is the wide key. */
export type PadAct = PadKey | 'call' | 'next';

/**
 * The state of a key now. A refusal that time alone lifts (`allowedFrom`) ends by itself: the hub
 * sends no view for the mere passing of seconds.
 */
export function keyStateAt(view: ConsoleView, key: ConsoleKey, nowMs: number): KeyState {
  const state = view.keys[key];
  if (state.allowed || state.allowedFrom === null) return state;
  if (Date.parse(state.allowedFrom) > nowMs) return state;
  return {
    allowed: true,
    rule: null,
    short: null,
    detail: null,
    allowedFrom: null,
    refusal: null,
  };
}

/** Whole seconds until a key is allowed by time alone; null where time does not help. */
export function secondsToAllowed(state: KeyState, nowMs: number): number | null {
  if (state.allowed || state.allowedFrom === null) return null;
  return Math.max(1, Math.ceil((Date.parse(state.allowedFrom) - nowMs) / 1000));
}
