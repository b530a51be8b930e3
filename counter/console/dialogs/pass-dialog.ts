import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { base, buttons } from '#ui/base-styles.ts';
import '#ui/elements/ph-dialog.ts';
import { LanguageController } from '#ui/locale/index.ts';
import { dialogActs } from '../../dialog-acts.ts';
import { fields } from '../../field-styles.ts';
import '../../pin-entry.ts';
import type { PinEntry } from '../../pin-entry.ts';
import type { Wish } from '../acts.ts';
import { words } from '../locale.ts';
import { dialogs } from './dialog-styles.ts';
import { wish } from './wish.ts';

/** A supervisor lets a refused act pass, in writing: badge, pin and why. */
@customElement('ph-pass-dialog')
export class PassDialog extends LitElement {
  /** What would be sent. */
  @property({ attribute: false }) asked: Wish | null = null;
  /** What it is called, where it is none of the console's keys. */
  @property() act = '';
  /** The one who is signed in is a supervisor: only the reason is asked. */
  @property({ type: Boolean }) own = false;
  @property({ type: Boolean }) busy = false;

  @state() private reason = '';
  @state() private complaint = '';
  @query('ph-pin-entry') private entry!: PinEntry | null;

  readonly language = new LanguageController(this);

  override render(): TemplateResult | typeof nothing {
    const { asked } = this;
    if (asked === null) return nothing;
    const own = asked.key === 'next' ? words.t('key-call') : words.t(`key-${asked.key}`);
    const key = this.act === '' ? own : this.act;
    return html`<ph-dialog open .heading=${words.t('pass-title', { key })}>
      <div class="form">
        <p class="help">${words.t(this.own ? 'pass-help-own' : 'pass-help')}</p>
        <div class="field">
          <label for="reason">${words.t('pass-reason')}</label>
          <input
            id="reason"
            class="input"
            type="text"
            maxlength="500"
            autocomplete="off"
            .value=${this.reason}
            @input=${this.because}
            @keydown=${this.reasonKey}
          />
        </div>
        ${
          this.own
            ? nothing
            : html`<ph-pin-entry
                .busy=${this.busy}
                @credentials=${() => {
                  this.send();
                }}
              ></ph-pin-entry>`
        }
        <p class="complaint" role="alert">${this.complaint}</p>
        <slot name="trouble"></slot>
      </div>
      ${dialogActs(this, {
        go: words.t('pass-go'),
        back: words.t('back-plain'),
        busy: this.busy,
        send: () => {
          this.send();
        },
      })}
    </ph-dialog>`;
  }

  private because(event: InputEvent): void {
    this.reason = (event.currentTarget as HTMLInputElement).value;
    this.complaint = '';
  }

  private reasonKey(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.isComposing) return;
    event.preventDefault();
    if (this.own) this.send();
    else this.entry?.focusFirst();
  }

  private send(): void {
    const { asked } = this;
    const reason = this.reason.trim();
    if (asked === null || this.busy) return;
    if (reason === '') {
      this.complaint = words.t('reason-needed');
      this.renderRoot.querySelector<HTMLInputElement>('#reason')?.focus();
      return;
    }
    const typed = this.own ? {} : this.entry?.submit();
    if (typed == null) return;
    wish(this, asked.key, asked.command, { ...asked.args, override: { reason, ...typed } });
  }

  static override styles = [
    base,
    buttons,
    fields,
    dialogs,
    css`
      .form {
        display: grid;
        gap: var(--space-16);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-pass-dialog': PassDialog;
  }
}
