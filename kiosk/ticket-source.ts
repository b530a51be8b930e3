import type { Problem } from '#protocol/problem.ts';
import type { TicketPageView } from '#protocol/views.ts';

/**
 * Where the phone's page has its ticket from: one plain request first, then the socket, and
 * requests again where sockets are blocked or the network comes and goes. What was seen last stays
 * on the device and is shown as what it is: not current.
 */
export interface TicketSeen {
  readonly data: TicketPageView | null;
  readonly live: boolean;
  /** The hub does not know this ticket: of another day, or mistyped. */
  readonly unknown: boolean;
  /** Nothing was tried to the end yet. */
  readonly loading: boolean;
}

export type TicketAnswer =
  | { readonly ok: true; readonly data: TicketPageView & { readonly revision: number } }
  | { readonly ok: false; readonly problem: Problem | null };

export interface TicketFeed {
  readonly view: (data: TicketPageView, revision: number) => void;
  readonly connected: (isLive: boolean) => void;
  readonly unknown: () => void;
}

export interface TicketSourceDeps {
  readonly get: () => Promise<TicketAnswer>;
  /** Opens the socket; its code is fetched only now. Answers how to close it. */
  readonly watch: (feed: TicketFeed) => Promise<() => void>;
  readonly kept: () => TicketPageView | null;
  readonly keep: (data: TicketPageView) => void;
  readonly changed: (seen: TicketSeen) => void;
  /** Runs later; answers how to call it off. */
  readonly after?: (run: () => void, ms: number) => () => void;
}

export const sourceTiming = {
  /** Between two requests while the socket is away. */
  pollMs: 10_000,
  /** After a request that did not arrive. */
  retryMs: 4_000,
} as const;

export function createTicketSource(deps: TicketSourceDeps) {
  const after = deps.after ?? later;
  let seen: TicketSeen = { data: deps.kept(), live: false, unknown: false, loading: true };
  let revision = 0;
  let isSocketLive = false;
  let isWatching = false;
  let isAsking = false;
  let closed = false;
  let callOff: (() => void) | null = null;
  let unwatch: (() => void) | null = null;

  function set(next: Partial<TicketSeen>): void {
    if (closed) return;
    seen = { ...seen, ...next };
    deps.changed(seen);
  }

  function accept(data: TicketPageView, at: number): void {
    // Two ways lead here, and the slower one may be late.
    if (seen.live && at < revision) return;
    revision = at;
    deps.keep(data);
    set({ data, live: true, unknown: false, loading: false });
  }

  function notKnown(): void {
    set({ live: false, unknown: true, loading: false });
  }

  async function refresh(): Promise<void> {
    if (isAsking || closed) return;
    isAsking = true;
    const answer = await deps.get();
    isAsking = false;
    if (answer.ok) {
      const { revision: at, ...data } = answer.data;
      accept(data, at);
    } else if (answer.problem?.code === 'unknown' || answer.problem?.code === 'bad-input') {
      notKnown();
    } else if (!isSocketLive) {
      set({ live: false, loading: false });
    }
    if (!isWatching && !seen.unknown) void watch();
    schedule(answer.ok ? sourceTiming.pollMs : sourceTiming.retryMs);
  }

  function schedule(ms: number): void {
    callOff?.();
    callOff = null;
    if (closed || isSocketLive || seen.unknown) return;
    callOff = after(() => void refresh(), ms);
  }

  async function watch(): Promise<void> {
    isWatching = true;
    try {
      const stop = await deps.watch({
        view: accept,
        connected(isLive) {
          const wasLive = isSocketLive;
          isSocketLive = isLive;
          if (isLive) schedule(0);
          // A socket that falls says nothing of the network: one request tells.
          else if (wasLive) void refresh();
        },
        unknown: notKnown,
      });
      if (closed) stop();
      else unwatch = stop;
    } catch {
      // The socket's code did not arrive: requests go on, and the next one tries again.
      isWatching = false;
    }
  }

  return {
    seen: (): TicketSeen => seen,
    start: refresh,
    /** The page came back to the front, or the network did. */
    refresh,
    close(): void {
      closed = true;
      callOff?.();
      unwatch?.();
    },
  };
}

function later(run: () => void, ms: number): () => void {
  const timer = setTimeout(run, ms);
  return () => {
    clearTimeout(timer);
  };
}

export type TicketSource = ReturnType<typeof createTicketSource>;
