import type { LitElement, ReactiveController } from 'lit';

/** Tells its host of presses beside it, for as long as it is on the page: open menus close. */
export class PressElsewhere implements ReactiveController {
  private readonly host: LitElement;
  private readonly pressed: () => void;

  constructor(host: LitElement, pressed: () => void) {
    this.host = host;
    this.pressed = pressed;
    host.addController(this);
  }

  private readonly heard = (event: Event): void => {
    if (!event.composedPath().includes(this.host)) this.pressed();
  };

  hostConnected(): void {
    addEventListener('pointerdown', this.heard);
  }

  hostDisconnected(): void {
    removeEventListener('pointerdown', this.heard);
  }
}
