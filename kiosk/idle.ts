import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * A kiosk that was left alone goes back to its first page, after a warning that one touch puts off
 * (WCAG 2.2.1: at least 20 s to answer).
 */
export interface IdleTiming {
  readonly quietMs: number;
  readonly warningMs: number;
}

export const idleTiming: IdleTiming = { quietMs: 45_000, warningMs: 20_000 };

/** Large text: everything may take twice as long. */
export function slower(timing: IdleTiming): IdleTiming {
  return { quietMs: timing.quietMs * 2, warningMs: timing.warningMs * 2 };
}

export type IdleState =
  | { readonly kind: 'active' }
  | { readonly kind: 'warning'; readonly secondsLeft: number }
  | { readonly kind: 'over' };

/** @param quietForMs since the last touch */
export function idleState(quietForMs: number, { quietMs, warningMs }: IdleTiming): IdleState {
  if (quietForMs < quietMs) return { kind: 'active' };
  const leftMs = quietMs + warningMs - quietForMs;
  return leftMs > 0 ? { kind: 'warning', secondsLeft: Math.ceil(leftMs / 1000) } : { kind: 'over' };
}

export interface IdleOptions {
  /** Null: nothing to go back from. */
  readonly timing: () => IdleTiming | null;
  readonly over: () => void;
  /** Whether a touched thing is the warning itself: it stays until its button is let go. */
  readonly isAnswer?: (target: EventTarget) => boolean;
  readonly nowMs?: () => number;
}

const touches = ['pointerdown', 'keydown', 'touchstart'] as const;

/** Watches the page for touches and renders its host once a second while the warning stands. */
export class IdleController implements ReactiveController {
  private readonly host: ReactiveControllerHost;
  private readonly options: IdleOptions;
  private readonly now: () => number;
  private lastTouchMs = 0;
  private timer: ReturnType<typeof setInterval> | null = null;
  state: IdleState = { kind: 'active' };

  constructor(host: ReactiveControllerHost, options: IdleOptions) {
    this.host = host;
    this.options = options;
    this.now = options.nowMs ?? (() => performance.now());
    host.addController(this);
  }

  /** Somebody is there. The warning's own buttons speak for themselves. */
  readonly touch = (event?: Event): void => {
    const isAnswer = event?.composedPath().some((one) => this.options.isAnswer?.(one) === true);
    if (isAnswer === true && this.state.kind === 'warning') return;
    this.lastTouchMs = this.now();
    this.look();
  };

  hostConnected(): void {
    this.lastTouchMs = this.now();
    for (const name of touches) addEventListener(name, this.touch, true);
    this.timer = setInterval(() => {
      this.look();
    }, 1000);
  }

  hostDisconnected(): void {
    for (const name of touches) removeEventListener(name, this.touch, true);
    if (this.timer !== null) clearInterval(this.timer);
    this.timer = null;
  }

  private look(): void {
    const timing = this.options.timing();
    const before = this.state;
    this.state =
      timing === null ? { kind: 'active' } : idleState(this.now() - this.lastTouchMs, timing);
    if (timing === null) this.lastTouchMs = this.now();
    if (this.state.kind === 'over') {
      this.state = { kind: 'active' };
      this.lastTouchMs = this.now();
      this.options.over();
      return;
    }
    if (before.kind !== this.state.kind || this.state.kind === 'warning') this.host.requestUpdate();
  }
}
