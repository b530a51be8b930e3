import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { SupervisorView } from '#protocol/views.ts';
import { api } from '#ui/hub/api.ts';
import type { HubClient } from '#ui/hub/hub-client.ts';
import { latestAsked } from '#ui/hub/latest-asked.ts';

export type FloorCounter = SupervisorView['counters'][number];

/** Asked again at most so often, however fast the hall changes. */
const restMs = 400;

/**
 * All counters with who holds them. Public views name no clerk, so the list is asked for over
 * HTTP, again after every change of the hall.
 */
export class FloorController implements ReactiveController {
  private readonly host: ReactiveControllerHost;
  private readonly hub: HubClient;
  private readonly token: () => string | null;
  private stop: (() => void) | null = null;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private asking = false;
  private again = false;
  /** What was asked before a restart is not heard any more: it may tell of a seat just left. */
  private readonly heard = latestAsked();
  /** Null until the hub has answered once. */
  counters: readonly FloorCounter[] | null = null;

  constructor(host: ReactiveControllerHost, hub: HubClient, token: () => string | null) {
    this.host = host;
    this.hub = hub;
    this.token = token;
    host.addController(this);
  }

  hostConnected(): void {
    this.stop = this.hub.watch('lobby', {}, ({ live }) => {
      if (live) this.soon();
    });
  }

  hostDisconnected(): void {
    this.stop?.();
    this.stop = null;
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
  }

  /** Forgets what was heard for somebody else and asks anew. */
  restart(): void {
    this.counters = null;
    this.heard.forget();
    this.soon();
  }

  async ask(): Promise<void> {
    const token = this.token();
    if (token === null) return;
    if (this.asking) {
      this.again = true;
      return;
    }
    this.asking = true;
    const isWanted = this.heard.begin();
    const answer = await api<{ readonly counters: readonly FloorCounter[] }>('/api/counters', {
      token,
    });
    this.asking = false;
    if (answer.ok && token === this.token() && isWanted()) this.counters = answer.data.counters;
    this.host.requestUpdate();
    if (this.again) {
      this.again = false;
      this.soon();
    }
  }

  private soon(): void {
    if (this.timer !== null) return;
    this.timer = setTimeout(
      () => {
        this.timer = null;
        void this.ask();
      },
      this.counters === null ? 0 : restMs,
    );
  }
}
