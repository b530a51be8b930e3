import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { AnnouncedCall } from '#ui/hub/call-stream.ts';
import type { HubClient } from '#ui/hub/hub-client.ts';
import {
  advance,
  announce,
  nextChangeMs,
  silentAnnouncer,
  type Announcer,
  type Showing,
} from './announcer.ts';

/** Feeds the announcer from the hub's stream of calls and renders its host at every change. */
export class AnnouncerController implements ReactiveController {
  private readonly host: ReactiveControllerHost;
  private readonly hub: HubClient;
  private readonly cameUp: (call: AnnouncedCall) => void;
  private announcer: Announcer = silentAnnouncer;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private stop: (() => void) | null = null;

  constructor(host: ReactiveControllerHost, hub: HubClient, cameUp: (call: AnnouncedCall) => void) {
    this.host = host;
    this.hub = hub;
    this.cameUp = cameUp;
    host.addController(this);
  }

  get showing(): Showing | null {
    return this.announcer.showing;
  }

  hostConnected(): void {
    this.stop = this.hub.calls((call) => {
      this.set(announce(this.announcer, call, performance.now()));
    });
  }

  hostDisconnected(): void {
    this.stop?.();
    if (this.timer !== null) clearTimeout(this.timer);
  }

  private set(next: Announcer): void {
    const before = this.announcer.showing?.call.callNo;
    this.announcer = next;
    if (next.showing !== null && next.showing.call.callNo !== before) {
      this.cameUp(next.showing.call);
    }
    if (this.timer !== null) clearTimeout(this.timer);
    const dueMs = nextChangeMs(next);
    this.timer =
      dueMs === null
        ? null
        : setTimeout(
            () => {
              this.set(advance(this.announcer, performance.now()));
            },
            Math.max(dueMs - performance.now(), 0) + 1,
          );
    this.host.requestUpdate();
  }
}
