import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { base } from '#ui/base-styles.ts';
import { emit } from '#ui/elements/emit.ts';
import { icon } from '#ui/icons.ts';
import { LanguageController } from '#ui/locale/index.ts';
import { words } from './locale.ts';
import { screenStyles } from './screen-styles.ts';
import { deleteKey, masked, typeKey, typedMin } from './typed-number.ts';

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];
/** Some cards carry letters. */
const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');

/**
 * A phone or card number by an on-screen keypad (a keyboard works too). The number lives
 * only here, masked, and is wiped the moment it is given away.
 *
 * - `problem`: words to show above the keys, after a number was not found
 * - `busy`: the hub is asked
 * - events `number`, detail `{ key }`; `ordinary`
 */
@customElement('ph-kiosk-number')
export class KioskNumber extends LitElement {
  @property() problem = '';
  @property({ type: Boolean }) busy = false;
  @property({ type: Boolean }) large = false;

  @state() private typed = '';
  @state() private letters = false;

  readonly language = new LanguageController(this);

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('keydown', this.onKey);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('keydown', this.onKey);
    this.typed = '';
  }

  override render(): TemplateResult {
    const { typed } = this;
    return html`<div class="screen ${this.large ? 'large' : ''}">
      <div class="field ${typed === '' ? 'empty' : ''}">
        <output aria-hidden="true"
          >${typed === '' ? words.t('number-empty') : masked(typed)}</output
        >
        <span class="visually-hidden" role="status"
          >${words.t('number-field', { count: typed.length })}</span
        >
      </div>
      <div class="problem" role="alert">
        ${
          this.problem === ''
            ? nothing
            : html`<p>${this.problem}</p>
                <button
                  class="act"
                  type="button"
                  @click=${() => {
                    emit(this, 'ordinary');
                  }}
                >
                  ${words.t('number-ordinary')}
                </button>`
        }
      </div>
      <div class="keys ${this.letters ? 'letters' : ''}">
        ${(this.letters ? letters : digits).map((sign) => this.sign(sign))}
        ${this.key(words.t(this.letters ? 'number-digits' : 'number-letters'), this.swap, 'word')}
        ${this.letters ? nothing : this.sign('0')}
        ${this.key(words.t('number-back'), this.deleteLast, 'word')}
      </div>
      <button
        class="act ${typed.length >= typedMin ? 'lit' : 'solid'}"
        type="button"
        aria-disabled=${typed.length < typedMin || this.busy ? 'true' : 'false'}
        @click=${this.give}
      >
        ${icon('check')}<span>${words.t('number-done')}</span>
      </button>
    </div>`;
  }

  /** What a scanner has typed is no number of a person's. */
  wipe(): void {
    this.typed = '';
  }

  private sign(sign: string): TemplateResult {
    return this.key(sign, () => {
      this.typed = typeKey(this.typed, sign);
    });
  }

  private key(name: string, press: () => void, look = ''): TemplateResult {
    return html`<button class="key ${look}" type="button" @click=${press}>${name}</button>`;
  }

  private readonly swap = (): void => {
    this.letters = !this.letters;
  };

  private readonly deleteLast = (): void => {
    this.typed = deleteKey(this.typed);
  };

  private readonly onKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (/^[0-9a-z]$/i.test(event.key)) this.typed = typeKey(this.typed, event.key);
    else if (event.key === 'Backspace') this.typed = deleteKey(this.typed);
    else if (event.key === 'Enter' && !(event.composedPath()[0] instanceof HTMLButtonElement))
      this.give();
  };

  private readonly give = (): void => {
    if (this.typed.length < typedMin || this.busy) return;
    const key = this.typed;
    this.typed = '';
    emit(this, 'number', { key });
  };

  static override styles = [
    base,
    screenStyles,
    css`
      .screen {
        gap: calc(var(--u) * 24);
      }
      .field {
        flex: none;
        display: grid;
        place-items: center;
        height: calc(var(--u) * 148);
        border-radius: var(--radius);
        background: var(--surface);
        box-shadow: inset 0 0 0 calc(var(--u) * 2.5) var(--edge);
        font-size: calc(var(--u) * 64);
        font-weight: var(--weight-name);
        font-variant-numeric: tabular-nums;
        letter-spacing: 0.06em;
        white-space: pre;
        overflow: hidden;
      }
      .empty {
        color: var(--ink2);
        font-size: calc(var(--u) * 38);
        font-weight: var(--weight-text);
        letter-spacing: 0;
      }
      .problem:empty {
        display: none;
      }
      .problem {
        display: flex;
        align-items: center;
        gap: calc(var(--u) * 24);
        font-size: calc(var(--u) * 36);
        font-weight: var(--weight-label);
      }
      .problem p {
        flex: 1;
      }
      .problem .act {
        width: auto;
        flex: 0 1 auto;
        min-height: calc(var(--u) * 100);
      }
      .keys {
        flex: 1;
        min-height: 0;
        display: grid;
        grid-template-columns: repeat(3, minmax(0, 1fr));
        grid-auto-rows: minmax(0, calc(var(--u) * 196));
        gap: calc(var(--u) * 20);
      }
      .key {
        border: 0;
        border-radius: var(--radius);
        background: var(--surface);
        box-shadow:
          inset 0 0 0 calc(var(--u) * 2) var(--line),
          0 calc(var(--u) * 3) 0 var(--line);
        font-size: calc(var(--u) * 76);
        font-weight: var(--weight-name);
        font-variant-numeric: tabular-nums;
        cursor: pointer;
        touch-action: manipulation;
      }
      .key:active {
        transform: translateY(calc(var(--u) * 3));
        background: var(--sunk);
      }
      .letters {
        grid-template-columns: repeat(6, minmax(0, 1fr));
        gap: calc(var(--u) * 14);
      }
      .letters .word {
        grid-column: span 2;
      }
      .word {
        font-size: calc(var(--u) * 38);
        background: transparent;
      }
      .large .key {
        font-size: calc(var(--u) * 96);
      }
      .large .word {
        font-size: calc(var(--u) * 52);
      }
      @media (orientation: landscape) {
        .field {
          height: calc(var(--u) * 110);
        }
        .act.lit,
        .act.solid {
          min-height: calc(var(--u) * 112);
        }
      }
      @media (forced-colors: active) {
        .key {
          border: 2px solid ButtonText;
        }
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-kiosk-number': KioskNumber;
  }
  interface HTMLElementEventMap {
    number: CustomEvent<{ key: string }>;
  }
}
