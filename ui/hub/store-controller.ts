import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Store } from './store.ts';

/** Renders its host anew when a store changes, for as long as the host is on the page. */
export class StoreController<T> implements ReactiveController {
  private readonly host: ReactiveControllerHost;
  private readonly store: Store<T>;
  private stop: (() => void) | null = null;

  constructor(host: ReactiveControllerHost, store: Store<T>) {
    this.host = host;
    this.store = store;
    host.addController(this);
  }

  get value(): T {
    return this.store.get();
  }

  hostConnected(): void {
    this.stop = this.store.subscribe(() => {
      this.host.requestUpdate();
    });
  }

  hostDisconnected(): void {
    this.stop?.();
    this.stop = null;
  }
}
