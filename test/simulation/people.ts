import type { Random } from '#server/people/random.ts';
import type { HubClient, OpenSocket } from '#ui/hub/hub-client.ts';
import { createHubClient } from '#ui/hub/hub-client.ts';
import type { Weather } from './faults.ts';
import type { KioskStorage } from './kiosk-storage.ts';
import type { Network } from './network.ts';
import type { Owner, VirtualTime } from './virtual-time.ts';
import type { Witness } from './witness.ts';

/** Everything outside the hub: what people and their pages share. */
export interface Outside {
  readonly time: VirtualTime;
  readonly random: Random;
  readonly weather: Weather;
  readonly network: Network;
  readonly witness: Witness;
  /** One for all people and pages: they outlive every hub. */
  readonly owner: Owner;
  readonly crowd: Crowd;
  readonly storage: KioskStorage;
  readonly note: (line: string) => void;
  /** 1, 2, 3 … */
  serial: () => number;
  /** Who works where today, by counter. */
  readonly seats: Map<string, string>;
  /** The hall has closed for today. */
  isEvening: () => boolean;
  /** People go home when the hall is done with its day. */
  isDayOver: () => boolean;
}

/** Customers with a ticket, and what they have heard. */
export interface Crowd {
  /** A screen or a clerk's voice tells a number its counter. */
  hear(number: string, counter: string): void;
  /** Whether the holder of a number stands at a counter by now. */
  isAt(number: string, counter: string): boolean;
  add(holder: Holder): void;
  forget(): void;
}

export interface Holder {
  readonly number: string;
  /** Does not come, however often they are called. */
  readonly isGone: boolean;
  readonly walkMs: number;
}

export function createCrowd(time: VirtualTime): Crowd {
  const holders = new Map<string, Holder>();
  const there = new Map<string, { readonly counter: string; readonly sinceMs: number }>();
  return {
    add: (holder) => void holders.set(holder.number, holder),
    hear(number, counter) {
      const holder = holders.get(number);
      if (holder === undefined || holder.isGone) return;
      if (there.get(number)?.counter === counter) return;
      there.set(number, { counter, sinceMs: time.now() + holder.walkMs });
    },
    isAt(number, counter) {
      // Nobody's ticket (its taker never got the answer): somebody else comes in their place.
      if (!holders.has(number)) return true;
      const place = there.get(number);
      return place?.counter === counter && place.sinceMs <= time.now();
    },
    forget() {
      holders.clear();
      there.clear();
    },
  };
}

/** A page with the real client of the pages on a simulated wire. */
export function openPage(outside: Outside, token: string | null): HubClient {
  const open: OpenSocket = (auth) => outside.network.socket(outside.owner, { ...auth });
  return outside.time.as(outside.owner, () =>
    createHubClient(open, token, undefined, {
      keep: () => {},
      kept: () => null,
      flush: () => {},
    }),
  );
}

export function sleep({ time, owner }: Outside, ms: number): Promise<void> {
  return new Promise((resolve) => {
    time.at(time.now() + ms, owner, 'people', resolve);
  });
}

/** Resolves at the next call of the returned `wake`, or after so long. */
export function createPatience(outside: Outside) {
  let wake: (() => void) | null = null;
  return {
    wake(): void {
      wake?.();
    },
    until(ms: number): Promise<void> {
      return new Promise((resolve) => {
        const cancel = outside.time.at(outside.time.now() + ms, outside.owner, 'people', done);
        function done(): void {
          cancel();
          wake = null;
          resolve();
        }
        wake = done;
      });
    },
  };
}
