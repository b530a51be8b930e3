import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Problem } from '#protocol/problem.ts';
import type { ViewData, ViewName } from '#protocol/views.ts';
import type { Connection, HubClient, Seen, Target } from './hub-client.ts';
import { StoreController } from './store-controller.ts';

/**
 * Reactive controllers: an element that shows something of the hub owns one, and with it the
 * subscription, which ends when the element leaves the page.
 */

/** Follows a view. `data` is null until something is known; `live` tells whether it is current. */
export class ViewController<V extends ViewName> implements ReactiveController {
  private readonly host: ReactiveControllerHost;
  private readonly hub: HubClient;
  private readonly view: V;
  private target: Target | null;
  private stop: (() => void) | null = null;
  private seen: Seen<V> | null = null;
  problem: Problem | null = null;

  /** @param target null watches nothing until `watch` is called */
  constructor(host: ReactiveControllerHost, hub: HubClient, view: V, target: Target | null = {}) {
    this.host = host;
    this.hub = hub;
    this.view = view;
    this.target = target;
    host.addController(this);
  }

  get data(): ViewData[V] | null {
    return this.seen?.data ?? null;
  }

  get live(): boolean {
    return this.seen?.live ?? false;
  }

  get revision(): number {
    return this.seen?.revision ?? 0;
  }

  /** Watches another counter or ticket from now on; null watches nothing. */
  watch(target: Target | null): void {
    this.hostDisconnected();
    this.target = target;
    this.seen = null;
    this.problem = null;
    this.hostConnected();
    this.host.requestUpdate();
  }

  hostConnected(): void {
    if (this.target === null || this.stop !== null) return;
    this.stop = this.hub.watch(
      this.view,
      this.target,
      (seen) => {
        this.seen = seen;
        if (seen.live) this.problem = null;
        this.host.requestUpdate();
      },
      (problem) => {
        this.problem = problem;
        this.host.requestUpdate();
      },
    );
  }

  hostDisconnected(): void {
    this.stop?.();
    this.stop = null;
  }
}

/** Follows the connection to the hub. */
export class ConnectionController extends StoreController<Connection> {
  constructor(host: ReactiveControllerHost, hub: HubClient) {
    super(host, hub.connection);
  }
}

/** Renders the host once a second, at the turn of the hall's second. */
export class ClockController implements ReactiveController {
  private readonly host: ReactiveControllerHost;
  private readonly hub: HubClient;
  private timer: ReturnType<typeof setTimeout> | null = null;

  constructor(host: ReactiveControllerHost, hub: HubClient) {
    this.host = host;
    this.hub = hub;
    host.addController(this);
  }

  /** The hall's time, milliseconds since 1970. */
  get nowMs(): number {
    return this.hub.clock.now();
  }

  hostConnected(): void {
    this.wait();
  }

  private wait(): void {
    const intoMs = this.hub.clock.now() % 1000;
    // A little late rather than a little early: early would show the old second once more.
    this.timer = setTimeout(
      () => {
        this.host.requestUpdate();
        this.wait();
      },
      Math.max(Math.ceil(1000 - intoMs), 50),
    );
  }

  hostDisconnected(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
  }
}
