import { LitElement, css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { base, buttons, numbers } from '#ui/base-styles.ts';
import { emit } from '#ui/elements/emit.ts';
import { icon } from '#ui/icons.ts';
import { LanguageController } from '#ui/locale/index.ts';
import { fields } from './field-styles.ts';
import { words } from './locale.ts';

/** Detail of the event `credentials`. */
export interface Credentials {
  readonly badge: string;
  readonly pin: string;
}

/** As on a number pad, so that hand and eye learn one order. */
const digits = ['7', '8', '9', '4', '5', '6', '1', '2', '3'] as const;

/**
 * Badge and pin, by keyboard, number pad or the keys below. Enter goes from badge to pin, and
 * from the pin to the button.
 *
 * - `badge`: given: only the pin is asked, of `name`
 * - `keypad`: shows the keys
 * - `label`: of the button; empty: no button, the page has its own and calls `submit()`
 * - `busy`: the pin is being checked
 * - `complaint`: why it did not work; said at once
 * - event `credentials`; `clear()` empties the pin and takes the focus
 */
@customElement('ph-pin-entry')
export class PinEntry extends LitElement {
  @property() badge = '';
  @property() name = '';
  @property() label = '';
  @property() complaint = '';
  @property({ type: Boolean }) keypad = false;
  @property({ type: Boolean }) busy = false;

  @state() private typedBadge = '';
  @state() private pin = '';
  @query('#badge') private badgeField!: HTMLInputElement | null;
  @query('#pin') private pinField!: HTMLInputElement;
  private active: 'badge' | 'pin' = 'badge';

  readonly language = new LanguageController(this);

  override render(): TemplateResult {
    return html`<form @submit=${this.submitted} novalidate>
      ${this.badge === '' ? this.field('badge', words.t('badge'), this.typedBadge) : nothing}
      ${this.field('pin', this.name === '' ? words.t('pin') : words.t('pin-of', { name: this.name }), this.pin)}
      <p class="complaint" role="alert">${this.complaint}</p>
      ${this.keypad ? this.keys() : nothing}
      ${
        this.label === ''
          ? nothing
          : html`<button
              class="button lamp wide go"
              type="submit"
              aria-disabled=${this.busy ? 'true' : nothing}
            >
              ${this.busy ? words.t('signing-in') : this.label}
            </button>`
      }
    </form>`;
  }

  /** Empties the pin for another try. */
  clear(): void {
    this.pin = '';
    this.focusFirst();
  }

  focusFirst(): void {
    const first = this.badge === '' && this.typedBadge === '' ? this.badgeField : this.pinField;
    first?.focus();
  }

  /** What is typed, where both are there; else the empty field gets the focus. */
  submit(): Credentials | null {
    const badge = this.badge === '' ? this.typedBadge.trim() : this.badge;
    if (badge === '' || this.pin === '') {
      (badge === '' ? this.badgeField : this.pinField)?.focus();
      return null;
    }
    return { badge, pin: this.pin };
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('badge') && this.label !== '') this.focusFirst();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('badge')) return;
    this.active = this.badge === '' ? 'badge' : 'pin';
    // Somebody else's turn: nothing that the one before has typed is left.
    this.typedBadge = '';
    this.pin = '';
  }

  private field(name: 'badge' | 'pin', label: string, value: string): TemplateResult {
    return html`<div class="field">
      <label for=${name}>${label}</label>
      <input
        id=${name}
        class="input"
        type=${name === 'pin' ? 'password' : 'text'}
        inputmode="numeric"
        autocomplete="off"
        autocapitalize="off"
        spellcheck="false"
        maxlength="64"
        aria-invalid=${this.complaint === '' ? nothing : 'true'}
        .value=${value}
        @keydown=${this.fieldKey}
        @focus=${() => {
          this.active = name;
        }}
        @input=${(event: InputEvent) => {
          this.type(name, (event.currentTarget as HTMLInputElement).value);
        }}
      />
    </div>`;
  }

  private keys(): TemplateResult {
    const key = (content: TemplateResult | string, press: () => void, label = ''): TemplateResult =>
      html`<button
        class="key"
        type="button"
        tabindex="-1"
        aria-label=${label === '' ? nothing : label}
        @mousedown=${keepFocus}
        @click=${press}
      >
        ${content}
      </button>`;
    const digit = (one: string): TemplateResult =>
      key(one, () => {
        this.type(this.active, (this.active === 'pin' ? this.pin : this.typedBadge) + one);
      });
    return html`<div class="keys digit">
      ${digits.map(digit)}
      ${key(
        icon('back'),
        () => {
          const value = this.active === 'pin' ? this.pin : this.typedBadge;
          this.type(this.active, value.slice(0, -1));
        },
        words.t('key-back'),
      )}
      ${digit('0')}
      ${key(
        icon('arrow'),
        () => {
          this.goOn();
        },
        words.t('key-next'),
      )}
    </div>`;
  }

  private type(name: 'badge' | 'pin', value: string): void {
    this.active = name;
    if (name === 'pin') this.pin = value;
    else this.typedBadge = value;
    this.complaint = '';
  }

  /** Enter goes on, whether or not the page has put a button into this form. */
  private fieldKey(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.isComposing) return;
    event.preventDefault();
    this.goOn();
  }

  private submitted(event: SubmitEvent): void {
    event.preventDefault();
    this.goOn();
  }

  private goOn(): void {
    if (this.busy) return;
    const typed = this.submit();
    if (typed !== null) emit(this, 'credentials', typed);
  }

  static override styles = [
    base,
    buttons,
    numbers,
    fields,
    css`
      :host {
        display: block;
      }
      form {
        display: grid;
        gap: var(--space-16);
      }
      .input {
        font-size: var(--text-24);
        font-variant-numeric: tabular-nums;
        letter-spacing: 0.06em;
      }
      .complaint {
        min-height: 1.35em;
        color: var(--bad);
        font-weight: var(--weight-label);
      }
      :host([keypad]) .complaint {
        margin-block: calc(var(--space-8) * -1);
      }
      .keys {
        display: grid;
        grid-template-columns: repeat(3, 1fr);
        gap: var(--space-8);
      }
      .key {
        display: grid;
        place-items: center;
        min-height: calc(var(--u) * 60);
        border: 0;
        border-radius: var(--radius-row);
        background: var(--surface);
        box-shadow:
          inset 0 0 0 1px var(--line),
          inset 0 calc(var(--u) * -2) 0 var(--line);
        font-size: var(--text-24);
        cursor: pointer;
        touch-action: manipulation;
        user-select: none;
      }
      .key:active {
        background: var(--sunk);
        transform: translateY(calc(var(--u) * 2));
      }
      .key svg {
        width: 1em;
        height: 1em;
      }
      .go {
        min-height: calc(var(--u) * 60);
        font-size: var(--text-21);
      }
    `,
  ];
}

function keepFocus(event: MouseEvent): void {
  event.preventDefault();
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-pin-entry': PinEntry;
  }
  interface HTMLElementEventMap {
    credentials: CustomEvent<Credentials>;
  }
}
