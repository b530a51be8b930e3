import { LitElement, html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { base, buttons } from '#ui/base-styles.ts';
import { emit } from '#ui/elements/emit.ts';
import { LanguageController } from '#ui/locale/index.ts';
import { fields } from '../field-styles.ts';
import { askFormStyles, textIn } from './ask-form-styles.ts';
import { words } from './locale.ts';

/** Leave as it is asked for. */
export interface AskedLeave {
  readonly from: string;
  readonly to: string;
  readonly note: string;
}

/**
 * Which days somebody asks to be away, and why.
 *
 * - `today`: the first day that may be asked for
 *
 * @fires ask-leave detail: `AskedLeave`
 */
@customElement('ph-leave-form')
export class LeaveForm extends LitElement {
  @property() today = '';
  readonly language = new LanguageController(this);

  override render(): TemplateResult {
    const day = (name: 'from' | 'to', label: string): TemplateResult =>
      html`<label class="field"
        ><span>${label}</span>
        <input class="input" type="date" name=${name} required min=${this.today} />
      </label>`;
    return html`<form @submit=${this.send}>
      <div class="pair">
        ${day('from', words.t('my-leave-from'))} ${day('to', words.t('my-leave-to'))}
      </div>
      <label class="field"
        ><span>${words.t('my-leave-note')}</span>
        <textarea class="input area" name="note" required maxlength="200"></textarea>
      </label>
      <button class="button lamp" type="submit">${words.t('my-leave-send')}</button>
    </form>`;
  }

  private readonly send = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    const asked: AskedLeave = {
      from: textIn(form, 'from'),
      to: textIn(form, 'to'),
      note: textIn(form, 'note'),
    };
    emit(this, 'ask-leave', asked);
  };

  static override styles = [base, buttons, fields, askFormStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-leave-form': LeaveForm;
  }
}
