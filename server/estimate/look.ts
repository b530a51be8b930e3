import { rankOf } from '#core/lookup.ts';
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
  readonly input: Float64Array;
  /** The core estimate: the walk down the line and the length of the line, half and half. */
  readonly coreS: number;
  readonly atMs: InstantMs;
  readonly service: string;
  /** What a forecast is held to its word by: service, rank of the class, taken now or waiting. */
  readonly key: string;
}

export interface Looker {
  /** Somebody who would take a number now; null where no counter would call them. */
  atNew(state: HallDay, service: string, className: string, atMs: InstantMs): Look | null;
  atWaiting(state: HallDay, ticket: Ticket, atMs: InstantMs): Look | null;
  scene(state: HallDay, atMs: InstantMs): HallScene;
}

const walkShare = 0.5;

/** Looks at a hall; what several tickets of one instant have in common is found once. */
export function createLooker(seen: Seen): Looker {
  const slots = new Map<string, number>();
  let last: HallScene | null = null;

  function scene(state: HallDay, atMs: InstantMs): HallScene {
    if (last?.state === state && last.atMs === atMs) return last;
    return (last = { state, seen, walk: walkLine(state, seen, atMs), atMs });
  }

  function slotOf(service: string): number {
    let slot = slots.get(service);
    if (slot === undefined) {
      slot = Math.min(slots.size, serviceSlots - 1);
      slots.set(service, slot);
    }
    return slot;
  }

  function look(
    hall: HallScene,
    { service, class: className }: Pick<Ticket, 'service' | 'class'>,
    stand: Stand,
    elapsedS: number | null,
  ): Look | null {
    const { config } = hall.state;
    const coreS = config === null ? null : coreOf(hall, service, stand);
    if (config === null || coreS === null) return null;
    const rank = rankOf(config, className);
    const input = new Float64Array(featureCount);
    writeHall(hall, input);
    writeService(hall, service, slotOf(service), input);
    writeTicket(hall, service, stand, elapsedS, rank, input);
    const key = `${service}|${String(rank)}|${elapsedS === null ? 'new' : 'waiting'}`;
    return { input, coreS, atMs: hall.atMs, service, key };
  }

  return {
    scene,
    atNew(state, service, className, atMs) {
      const hall = scene(state, atMs);
      const stand = hall.walk.newcomer(service, className);
      return look(hall, { service, class: className }, stand, null);
    },
    atWaiting(state, ticket, atMs) {
      const hall = scene(state, atMs);
      const stand = hall.walk.stands.get(ticket.ordinal);
      const elapsedS = Math.max(0, (atMs - ticket.queuedAtMs) / 1000);
      return stand === undefined ? null : look(hall, ticket, stand, elapsedS);
    },
  };
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
