import { LitElement, css, html, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { pinLengthMin } from '#protocol/identity.ts';
import { base, buttons } from '#ui/base-styles.ts';
import { emit } from '#ui/elements/emit.ts';
import { LanguageController } from '#ui/locale/index.ts';
import { fields } from './field-styles.ts';
import { words } from './locale.ts';

/**
 * A pin of one's own in place of one that was good for the first sign-in: typed twice.
 *
 * - `busy`: it is being kept; `complaint`: why it was not
 *
 * @fires chosen detail is the pin
 */
@customElement('ph-new-pin')
export class NewPin extends LitElement {
  @property({ type: Boolean }) busy = false;
  @property() complaint = '';
  @state() private own = '';
  @query('#new') private first!: HTMLInputElement;
  @query('#again') private second!: HTMLInputElement;
  readonly language = new LanguageController(this);

  override render(): TemplateResult {
    const field = (id: 'new' | 'again') =>
      html`<div class="field">
        <label for=${id}>${words.t(`pin-${id}`)}</label>
        <input
          id=${id}
          class="input"
          type="password"
          autocomplete="new-password"
          maxlength="64"
          required
          aria-describedby="said"
        />
      </div>`;
    return html`<form novalidate @submit=${this.choose}>
      <p id="help">${words.t('pin-new-help')}</p>
      ${field('new')} ${field('again')}
      <p id="said" class="said" role="alert">${this.own === '' ? this.complaint : this.own}</p>
      <button
        class="button lamp wide touch"
        type="submit"
        aria-disabled=${this.busy ? 'true' : 'false'}
      >
        ${words.t('pin-keep')}
      </button>
    </form>`;
  }

  protected override firstUpdated(): void {
    this.first.focus();
  }

  private readonly choose = (event: SubmitEvent): void => {
    event.preventDefault();
    if (this.busy) return;
    const { value } = this.first;
    this.own =
      value.length < pinLengthMin
        ? words.t('pin-short', { count: pinLengthMin })
        : value === this.second.value
          ? ''
          : words.t('pin-differs');
    if (this.own === '') emit(this, 'chosen', value);
    else (value.length < pinLengthMin ? this.first : this.second).focus();
  };

  static override styles = [
    base,
    buttons,
    fields,
    css`
      form {
        display: grid;
        gap: var(--space-16);
      }
      p {
        color: var(--ink2);
        line-height: var(--leading-help);
      }
      .said {
        min-height: 1.5em;
        color: var(--bad);
        font-weight: var(--weight-label);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-new-pin': NewPin;
  }
}
