import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { ConsoleView } from '#protocol/views.ts';
import { base, buttons, numbers } from '#ui/base-styles.ts';
import '#ui/elements/ph-dialog.ts';
import { LanguageController } from '#ui/locale/index.ts';
import { dialogActs } from '../../dialog-acts.ts';
import { words } from '../locale.ts';
import { ChoiceKeys } from './choice-keys.ts';
import { dialogs } from './dialog-styles.ts';
import { shiftFacts, shiftFactStyles } from './shift-facts.ts';
import { wish } from './wish.ts';

/** Signing off closes the counter: asked once, with the day in figures. */
@customElement('ph-close-dialog')
export class CloseDialog extends LitElement {
  @property({ attribute: false }) view: ConsoleView | null = null;
  @property({ type: Boolean }) busy = false;

  readonly language = new LanguageController(this);
  readonly keys = new ChoiceKeys(this);

  override render(): TemplateResult | typeof nothing {
    const { view } = this;
    if (view === null) return nothing;
    return html`<ph-dialog open .heading=${words.t('close-title', { counter: view.counter })}>
      <form
        id="form"
        @submit=${(event: SubmitEvent) => {
          event.preventDefault();
          if (!this.busy) wish(this, 'close', 'close', { counter: view.counter });
        }}
      >
        ${shiftFacts(view)}
        <p class="help">${words.t('close-help')}</p>
        <slot name="trouble"></slot>
      </form>
      ${dialogActs(this, {
        go: words.t('close-go'),
        back: words.t('stay'),
        busy: this.busy,
      })}
    </ph-dialog>`;
  }

  static override styles = [base, buttons, numbers, dialogs, shiftFactStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-close-dialog': CloseDialog;
  }
}
