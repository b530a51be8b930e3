import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { AnnouncedCall } from '#ui/hub/call-stream.ts';
import type { HubClient } from '#ui/hub/hub-client.ts';
import {
  advance,
  announce,
  drawn,
  holdUntil,
  nextChangeMs,
  silentAnnouncer,
  type Announcer,
  type Showing,
} from './announcer.ts';

/** What is told when a call comes up, when others wait behind it, and when all are gone. */
export interface AnnouncerEvents {
  cameUp(call: AnnouncedCall): void;
  pressed(): void;
  fellSilent(): void;
}

/** Feeds the announcer from the hub's stream of calls and renders its host at every change. */
export class AnnouncerController implements ReactiveController {
  private readonly host: ReactiveControllerHost;
  private readonly hub: HubClient;
  private readonly events: AnnouncerEvents;
  private announcer: Announcer = silentAnnouncer;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private stop: (() => void) | null = null;
  private isDrawn = true;

  constructor(host: ReactiveControllerHost, hub: HubClient, events: AnnouncerEvents) {
    this.host = host;
    this.hub = hub;
    this.events = events;
    host.addController(this);
  }

  get showing(): Showing | null {
    return this.announcer.showing;
  }

  /** Calls that wait for their turn. */
  get behind(): number {
    return this.announcer.waiting.length;
  }

  /** The voice needs a call to stay until then (page time). */
  hold(callNo: number, untilMs: number): void {
    this.set(holdUntil(this.announcer, callNo, untilMs));
  }

  hostConnected(): void {
    this.stop = this.hub.calls((call) => {
      const before = this.behind;
      this.set(announce(this.announcer, call, performance.now()));
      if (this.behind > before) this.events.pressed();
    });
  }

  hostDisconnected(): void {
    this.stop?.();
    if (this.timer !== null) clearTimeout(this.timer);
  }

  hostUpdated(): void {
    if (this.isDrawn) return;
    this.isDrawn = true;
    this.announcer = drawn(this.announcer, performance.now());
    this.arm();
  }

  private set(next: Announcer): void {
    const before = this.announcer.showing?.call.callNo;
    this.announcer = next;
    this.arm();
    this.host.requestUpdate();
    const now = next.showing?.call;
    if (now !== undefined && now.callNo !== before) {
      this.isDrawn = false;
      this.events.cameUp(now);
    }
    if (now === undefined && before !== undefined) this.events.fellSilent();
  }

  /** Sets the timer for what comes next. */
  private arm(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    const dueMs = nextChangeMs(this.announcer);
    this.timer =
      dueMs === null
        ? null
        : setTimeout(
            () => {
              this.set(advance(this.announcer, performance.now()));
            },
            Math.max(dueMs - performance.now(), 0) + 1,
          );
  }
}
