import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { noBurst, strike } from './scan.ts';

/** Listens before every screen: a scan's Enter must not press whatever button has the focus. */
export class ScanController implements ReactiveController {
  private readonly scanned: (text: string) => void;
  private burst = noBurst;

  constructor(host: ReactiveControllerHost, scanned: (text: string) => void) {
    this.scanned = scanned;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('keydown', this.onKey, true);
  }

  hostDisconnected(): void {
    removeEventListener('keydown', this.onKey, true);
    this.burst = noBurst;
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    const { key, timeStamp, ctrlKey, altKey, metaKey } = event;
    const withModifier = ctrlKey || altKey || metaKey;
    const { burst, scan } = strike(this.burst, { key, timeMs: timeStamp, withModifier });
    this.burst = burst;
    if (scan === null) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    this.scanned(scan);
  };
}
