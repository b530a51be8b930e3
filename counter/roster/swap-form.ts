import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { MyRosterView, ShiftView } from '#protocol/roster-view.ts';
import { base, buttons } from '#ui/base-styles.ts';
import { emit } from '#ui/elements/emit.ts';
import { LanguageController, dayOf } from '#ui/locale/index.ts';
import { fields } from '../field-styles.ts';
import { askFormStyles, textIn } from './ask-form-styles.ts';
import { words } from './locale.ts';
import { shiftText } from './shift-words.ts';

/** A swap as it is asked for: my shift of one day for a colleague's of another. */
export interface AskedSwap {
  readonly with: string;
  readonly returnDay: string;
  readonly note: string;
}

/**
 * For whose shift one's own is given, and why.
 *
 * - `view`; `day`, `shift`: what is given
 *
 * @fires ask-swap detail: `AskedSwap`
 */
@customElement('ph-swap-form')
export class SwapForm extends LitElement {
  @property({ attribute: false }) view: MyRosterView | null = null;
  @property() day = '';
  @property({ attribute: false }) shift: ShiftView | null = null;
  readonly language = new LanguageController(this);

  override render(): TemplateResult | typeof nothing {
    const { view, day, shift } = this;
    if (view === null || shift === null) return nothing;
    const choices = view.colleagues.flatMap(({ badge, name, shifts }) =>
      shifts.map((each) => ({
        value: `${badge} ${each.day}`,
        text: `${dayOf(each.day)} ${name} ${shiftText(each.shift)}`,
        day: each.day,
      })),
    );
    if (choices.length === 0) return html`<p>${words.t('my-for-none')}</p>`;
    return html`<form @submit=${this.send}>
      <p>${words.t('my-asking', { day: dayOf(day), shift: shiftText(shift) })}</p>
      <label class="field"
        ><span>${words.t('my-for')}</span>
        <select class="input" name="for" required>
          ${choices
            .toSorted((a, b) => a.day.localeCompare(b.day))
            .map(({ value, text }) => html`<option value=${value}>${text}</option>`)}
        </select></label
      >
      <label class="field"
        ><span>${words.t('my-note')}</span>
        <textarea class="input area" name="note" required maxlength="200"></textarea>
      </label>
      <button class="button lamp" type="submit">${words.t('my-send')}</button>
    </form>`;
  }

  private readonly send = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    const [partner = '', returnDay = ''] = textIn(form, 'for').split(' ');
    const asked: AskedSwap = { with: partner, returnDay, note: textIn(form, 'note') };
    emit(this, 'ask-swap', asked);
  };

  static override styles = [base, buttons, fields, askFormStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-swap-form': SwapForm;
  }
}
