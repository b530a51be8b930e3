import type { Clock } from './clock.ts';
import type { Link } from './transports/link.ts';

/** What a device can be in; shown to the supervisor. */
export const deviceStates = [
  'ready',
  'paper-low',
  'paper-out',
  'cover-open',
  'offline',
  'uncertain',
] as const;
export type DeviceState = (typeof deviceStates)[number];

/** A device that runs: kept up by its link, whatever happens to the line. */
export interface RunningDevice {
  readonly state: DeviceState;
  /** A few words for staff in English, never what a customer typed or showed; null: none. */
  readonly detail: string | null;
  /** Told at once with the present state, then at every change. Answers how to stop. */
  onState(told: (state: DeviceState, detail: string | null) => void): () => void;
  /** Finishes nothing: lets go of the line. */
  close(): Promise<void>;
}

/** What a driver is given. The hub is not among it: devices know nothing of halls. */
export interface DevicePorts {
  readonly link: Link;
  readonly clock: Clock;
  readonly log: Log;
}

/** Fields never hold what was read from a card, a code or a ticket. */
export interface Log {
  debug(fields: Readonly<Record<string, unknown>>, message: string): void;
  info(fields: Readonly<Record<string, unknown>>, message: string): void;
  warn(fields: Readonly<Record<string, unknown>>, message: string): void;
}

export const silentLog: Log = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
};

/** Keeps the state of a device and tells of its changes once each: for drivers. */
export function createStateCell(first: DeviceState = 'offline', why: string | null = null) {
  let state = first;
  let detail = why;
  const listeners = new Set<(state: DeviceState, detail: string | null) => void>();
  return {
    get state() {
      return state;
    },
    get detail() {
      return detail;
    },
    set(next: DeviceState, nextDetail: string | null = null): void {
      if (next === state && nextDetail === detail) return;
      state = next;
      detail = nextDetail;
      for (const told of [...listeners]) told(state, detail);
    },
    onState(told: (state: DeviceState, detail: string | null) => void): () => void {
      listeners.add(told);
      told(state, detail);
      return () => void listeners.delete(told);
    },
  };
}
