import type { Hall } from '#server/desk/hall-port.ts';
import { limits } from '#server/limits.ts';
import type { ViewMessage } from '#protocol/socket-events.ts';
import { looksSame } from './looks-same.ts';
import { viewOfRoom } from './watch-rights.ts';

export interface FeedDeps {
  readonly hall: Pick<Hall, 'dispatch' | 'views' | 'metrics'>;
  /** The rooms that have readers, by name. */
  readonly rooms: () => Iterable<string>;
  readonly hasReaders: (room: string) => boolean;
  /** To everybody in the room, encoded once. */
  readonly send: (room: string, message: ViewMessage) => void;
  /** Runs an act behind the batch that is being published: answers to commands go first. */
  readonly soon: (act: () => void) => void;
  /** How often a quiet room is told the time; the hub's own limit where it is left out. */
  readonly refreshMs?: number;
}

/**
 * Tells each room of its changes. A view is built once a room and change, whole, from the stable
 * state. The first change after quiet goes out at once; what follows within `viewGapMs` goes out
 * together. Rooms without readers cost nothing, and a room that would see the same is left alone;
 * only its clock is told every `viewRefreshMs`.
 */
export function createViewFeed({
  hall,
  rooms,
  hasReaders,
  send,
  soon: plan,
  refreshMs = limits.viewRefreshMs,
}: FeedDeps) {
  const lastSentMs = new Map<string, number>();
  /** What each room was told last: what looks the same is not told again. */
  const shown = new Map<string, ViewMessage['data']>();
  const soon = new Set<string>();
  const later = new Map<string, { readonly dueMs: number; readonly timer: NodeJS.Timeout }>();
  let stopped = false;

  const refresh = setInterval(() => {
    // Estimates age and promises come near without any event.
    for (const room of rooms()) {
      if (performance.now() - (lastSentMs.get(room) ?? 0) >= refreshMs) changed(room);
    }
    for (const room of lastSentMs.keys()) {
      if (hasReaders(room)) continue;
      lastSentMs.delete(room);
      shown.delete(room);
    }
  }, refreshMs / 3);
  refresh.unref();

  function changed(room: string, gapMs: number = limits.viewGapMs): void {
    if (stopped || soon.has(room) || !hasReaders(room)) return;
    const dueMs = (lastSentMs.get(room) ?? -Infinity) + gapMs;
    const waitMs = dueMs - performance.now();
    const planned = later.get(room);
    if (planned !== undefined) {
      if (planned.dueMs <= dueMs) return;
      clearTimeout(planned.timer);
      later.delete(room);
    }
    if (waitMs > 0) {
      const timer = setTimeout(() => {
        later.delete(room);
        tell(room);
      }, waitMs);
      later.set(room, { dueMs, timer });
      return;
    }
    if (soon.size === 0) plan(tellSoon);
    soon.add(room);
  }

  function tellSoon(): void {
    const now = [...soon];
    soon.clear();
    for (const each of now) tell(each);
  }

  function tell(room: string): void {
    if (stopped || !hasReaders(room)) return;
    const message = make(room);
    if (message === null) return;
    const nowMs = performance.now();
    const { data } = message;
    const isDue = nowMs - (lastSentMs.get(room) ?? -Infinity) >= refreshMs;
    const before = shown.get(room);
    if (!isDue && before !== undefined && looksSame(before, data)) return;
    shown.set(room, data);
    lastSentMs.set(room, nowMs);
    hall.metrics.views.inc({ view: message.view });
    send(room, message);
  }

  /** For a newcomer, who may see more than the room was told: so the next change is told whatever. */
  function build(room: string): ViewMessage | null {
    shown.delete(room);
    return make(room);
  }

  /** Null for a counter or ticket that the hall does not have. */
  function make(room: string): ViewMessage | null {
    const named = viewOfRoom(room);
    const data = hall.views.view(named.view, named);
    if (data === null) return null;
    return { ...named, revision: hall.dispatch.state().seq, data };
  }

  return {
    changed,
    build,
    stop(): void {
      stopped = true;
      clearInterval(refresh);
      for (const { timer } of later.values()) clearTimeout(timer);
    },
  };
}

export type ViewFeed = ReturnType<typeof createViewFeed>;
