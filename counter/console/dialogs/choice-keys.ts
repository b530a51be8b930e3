import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { takesText } from '../shortcuts.ts';

type Host = ReactiveControllerHost & HTMLElement & { readonly renderRoot: ParentNode };

/**
 * One hand on the number pad goes on in a dialogue: digits choose (`data-choice` in order of the
 * page), Enter sends its form. While a field is typed into, keys are text.
 */
export class ChoiceKeys implements ReactiveController {
  private readonly host: Host;

  constructor(host: Host) {
    this.host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.host.addEventListener('keydown', this.pressed);
  }

  hostDisconnected(): void {
    this.host.removeEventListener('keydown', this.pressed);
  }

  private readonly pressed = (event: KeyboardEvent): void => {
    const [target] = event.composedPath();
    if (!(target instanceof HTMLElement) || event.repeat || event.isComposing) return;
    if (event.ctrlKey || event.altKey || event.metaKey || takesText(target)) return;
    if (event.key === 'Enter') this.enter(event, target);
    else this.digit(event);
  };

  private enter(event: KeyboardEvent, target: HTMLElement): void {
    const isAct = target instanceof HTMLButtonElement || target instanceof HTMLAnchorElement;
    if (isAct && target.dataset['choice'] === undefined) return;
    const form = this.host.renderRoot.querySelector('form');
    if (form === null) return;
    event.preventDefault();
    form.requestSubmit();
  }

  private digit(event: KeyboardEvent): void {
    const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1] ?? null;
    if (digit === null) return;
    const choices = this.host.renderRoot.querySelectorAll<HTMLElement>('[data-choice]');
    const chosen = choices[Number(digit) - 1];
    if (chosen === undefined) return;
    event.preventDefault();
    chosen.click();
    chosen.focus();
  }
}
