import type { ReactiveController, ReactiveElement } from 'lit';

const focusable =
  'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled)';

/**
 * Keeps the focus near where it was when an update takes away what had it: an item taken out of a
 * list, a button that has done its work. Whoever uses keys goes on from there, not from the top.
 */
export class NearFocus implements ReactiveController {
  private readonly host: ReactiveElement;
  private had: HTMLElement | null = null;
  /** What stood around it, from near to far. */
  private around: readonly { readonly next: Element | null; readonly parent: Element }[] = [];

  constructor(host: ReactiveElement) {
    this.host = host;
    host.addController(this);
  }

  hostUpdate(): void {
    const active = this.host.shadowRoot?.activeElement;
    this.had = active instanceof HTMLElement ? active : null;
    const around: { next: Element | null; parent: Element }[] = [];
    for (let each: Element | null = this.had; each?.parentElement != null;) {
      around.push({ next: each.nextElementSibling, parent: each.parentElement });
      each = each.parentElement;
    }
    this.around = around;
  }

  hostUpdated(): void {
    const { had } = this;
    if (had === null || (had.isConnected && !had.matches(':disabled'))) return;
    for (const { next, parent } of this.around) {
      if (!parent.isConnected) continue;
      const near =
        (next?.isConnected === true ? firstIn(next) : null) ??
        // All of it was replaced: what stands there now is read from its heading on.
        parent.querySelector<HTMLElement>('h1[tabindex]') ??
        [...parent.querySelectorAll<HTMLElement>(focusable)].at(-1);
      if (near === undefined) continue;
      near.focus();
      return;
    }
  }
}

function firstIn(element: Element): HTMLElement | null {
  if (element instanceof HTMLElement && element.matches(focusable)) return element;
  return element.querySelector<HTMLElement>(focusable);
}
