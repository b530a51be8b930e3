import { rankOf } from '#core/lookup.ts';
import { at } from '#core/sequence.ts';
import type { HallDay, Ticket } from '#core/state.ts';
import type { InstantMs } from '#core/vocabulary.ts';
import {
  featureCount,
  type HallScene,
  serviceSlots,
  writeHall,
  writeService,
  writeTicket,
} from './features.ts';
import type { Seen } from './seen.ts';
import { type Stand, walkLine } from './walk.ts';

/** What is known of somebody's wait at an instant. */
export interface Look {
  /**
   * What the learner looks at. Its first part is common to all who wait for the service at this
   * instant, and so is the array: it is good until the next look; who keeps it copies it.
   */
  readonly input: Float64Array;
  /** The core estimate: the walk down the line and the length of the line, half and half. */
  readonly coreS: number;
  readonly atMs: InstantMs;
  readonly service: string;
  /** What a forecast is held to its word by: service, rank of the class, taken now or waiting. */
  readonly key: string;
}

export interface Looker {
  /**
   * Somebody who would take a number now; null where no counter would call them.
   * @param aheadCount people before them, as the discipline counts: used where the line is too long
   *   to be walked
   */
  atNew(
    state: HallDay,
    service: string,
    className: string,
    aheadCount: number,
    atMs: InstantMs,
  ): Look | null;
  /** A ticket that waits; null where no counter would call it, or the line is too long. */
  atWaiting(state: HallDay, ticket: Ticket, atMs: InstantMs): Look | null;
  /** Counters open for a service now. */
  openFor(state: HallDay, service: string, atMs: InstantMs): number;
  /** Every waiting ticket, in the order of calls; nobody where the line is too long. */
  line(state: HallDay, atMs: InstantMs): Iterable<readonly [ordinal: number, look: Look | null]>;
}

/** A hall at an instant, with what all who wait for a service have in common. */
interface Scene extends HallScene {
  readonly common: Map<string, Float64Array>;
}

/** A longer line is not walked, only counted: a number must be given in no time at all. */
export const walkedMax = 600;

const walkShare = 0.5;

/** Looks at a hall; what several tickets of one instant have in common is found once. */
export function createLooker(seen: Seen): Looker {
  const slots = new Map<string, number>();
  const keys = new Map<string, Map<number, string>>();
  let last: Scene | null = null;

  function sceneOf(state: HallDay, atMs: InstantMs): Scene {
    if (last?.state === state && last.atMs === atMs) return last;
    return (last = { state, seen, walk: walkLine(state, seen, atMs), atMs, common: new Map() });
  }

  function slotOf(service: string): number {
    let slot = slots.get(service);
    if (slot === undefined) {
      slot = Math.min(slots.size, serviceSlots - 1);
      slots.set(service, slot);
    }
    return slot;
  }

  function keyOf(service: string, rank: number, isNew: boolean): string {
    const ranks = keys.get(service) ?? new Map<number, string>();
    keys.set(service, ranks);
    const at = 2 * rank + (isNew ? 1 : 0);
    let key = ranks.get(at);
    if (key === undefined) {
      key = `${service}|${String(rank)}|${isNew ? 'new' : 'waiting'}`;
      ranks.set(at, key);
    }
    return key;
  }

  /** What all who wait for a service have in common; the rest is to be written. */
  function commonOf(hall: Scene, service: string): Float64Array {
    let common: Float64Array | undefined = hall.common.get(service);
    if (common === undefined) {
      common = new Float64Array(featureCount);
      writeHall(hall, common);
      writeService(hall, service, slotOf(service), common);
      hall.common.set(service, common);
    }
    return common;
  }

  function look(
    hall: Scene,
    { service, class: className }: Pick<Ticket, 'service' | 'class'>,
    stand: Stand,
    elapsedS: number | null,
  ): Look | null {
    const { config } = hall.state;
    const coreS = config === null ? null : coreOf(hall, service, stand);
    if (config === null || coreS === null) return null;
    const rank = rankOf(config, className);
    const input = commonOf(hall, service);
    writeTicket(hall, service, stand, elapsedS, rank, input);
    return { input, coreS, atMs: hall.atMs, service, key: keyOf(service, rank, elapsedS === null) };
  }

  function waiting(hall: Scene, ticket: Ticket, stand: Stand): Look | null {
    return look(hall, ticket, stand, Math.max(0, (hall.atMs - ticket.queuedAtMs) / 1000));
  }

  return {
    atNew(state, service, className, aheadCount, atMs) {
      const hall = sceneOf(state, atMs);
      const stand =
        state.waitingCount > walkedMax
          ? countedStand(hall, service, aheadCount)
          : hall.walk.newcomer(service, className);
      return look(hall, { service, class: className }, stand, null);
    },
    atWaiting(state, ticket, atMs) {
      if (state.waitingCount > walkedMax) return null;
      const hall = sceneOf(state, atMs);
      const stand = hall.walk.stands.get(ticket.ordinal);
      return stand === undefined ? null : waiting(hall, ticket, stand);
    },
    openFor: (state, service, atMs) => sceneOf(state, atMs).walk.places.countFor(service).open,
    *line(state, atMs) {
      if (state.waitingCount > walkedMax) return;
      const hall = sceneOf(state, atMs);
      for (const [ordinal, stand] of hall.walk.stands) {
        const ticket = at(state.tickets, ordinal);
        if (ticket !== undefined) yield [ordinal, waiting(hall, ticket, stand)];
      }
    },
  };
}

/** Where the line is too long to be walked: as many of its own service as are said to be ahead. */
function countedStand({ seen, walk }: HallScene, service: string, aheadCount: number): Stand {
  const { open } = walk.places.countFor(service);
  const aheadWorkS = aheadCount * seen.service(service).durations.meanS();
  return { waitS: open === 0 ? null : aheadWorkS / open, aheadCount, aheadWorkS };
}

/**
 * Halfway between the walk and the length of the line: the service ahead and one's own turn, over
 * the counters open for it. Before opening, and where a counter is free, the walk alone.
 */
function coreOf({ seen, walk }: HallScene, service: string, stand: Stand): number | null {
  const { waitS, aheadWorkS } = stand;
  if (waitS === null || waitS < 1 || walk.places.open === 0) return waitS;
  const open = Math.max(walk.places.countFor(service).open, 1);
  const lengthS = (aheadWorkS + seen.service(service).durations.meanS()) / open;
  return walkShare * waitS + (1 - walkShare) * lengthS;
}
