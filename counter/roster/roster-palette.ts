import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { RosterView } from '#protocol/roster-view.ts';
import { base } from '#ui/base-styles.ts';
import { emit } from '#ui/elements/emit.ts';
import { LanguageController, textOf } from '#ui/locale/index.ts';
import { fields } from '../field-styles.ts';
import { words } from './locale.ts';
import type { Brush } from './roster-model.ts';

/**
 * What is planned with: a kind of shift or off, and a counter. On a phone one line that is pushed
 * aside.
 *
 * - `view`, `brush`
 *
 * @fires brush-chosen detail: `Brush`
 */
@customElement('ph-roster-palette')
export class RosterPalette extends LitElement {
  @property({ attribute: false }) view: RosterView | null = null;
  @property({ attribute: false }) brush: Brush = { kind: null, counter: null };
  readonly language = new LanguageController(this);

  override render(): TemplateResult | typeof nothing {
    const { view, brush } = this;
    if (view === null) return nothing;
    return html`<div
        class="choices"
        role="radiogroup"
        aria-label=${words.t('brush')}
        @keydown=${this.keyed}
      >
        ${view.kinds.map(({ id, name, from, to }, index) =>
          this.choice(id, index + 1, html`${textOf(name)}<small>${from}–${to}</small>`),
        )}
        ${this.choice(null, 0, html`${words.t('off')}`)}
      </div>
      <label class="seat"
        ><span>${words.t('brush-counter')}</span>
        <select
          class="input"
          @change=${({ target }: Event) => {
            const { value } = target as HTMLSelectElement;
            this.choose({ ...brush, counter: value === '' ? null : value });
          }}
        >
          <option value="" ?selected=${brush.counter === null}>${words.t('any-counter')}</option>
          ${view.counters.map(
            (counter) =>
              html`<option value=${counter} ?selected=${brush.counter === counter}>
                ${words.t('cell-counter', { counter })}
              </option>`,
          )}
        </select></label
      >
      <p class="keys">${words.t('key-help', { count: view.kinds.length })}</p>`;
  }

  private choice(kind: string | null, key: number, content: TemplateResult): TemplateResult {
    const isChosen = this.brush.kind === kind;
    return html`<button
      type="button"
      class="choice"
      role="radio"
      aria-checked=${isChosen ? 'true' : 'false'}
      tabindex=${isChosen ? 0 : -1}
      @click=${() => {
        this.choose({ ...this.brush, kind });
      }}
    >
      <kbd aria-hidden="true">${key}</kbd>${content}
    </button>`;
  }

  /** Radio buttons: one stop for Tab, the arrows choose. */
  private readonly keyed = (event: KeyboardEvent): void => {
    const { view } = this;
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (view === null || step === undefined) return;
    event.preventDefault();
    const kinds = [...view.kinds.map(({ id }) => id), null];
    const at = kinds.indexOf(this.brush.kind);
    const next = (at + step + kinds.length) % kinds.length;
    this.choose({ ...this.brush, kind: kinds[next] ?? null });
    this.renderRoot.querySelectorAll<HTMLElement>('.choice')[next]?.focus();
  };

  private choose(brush: Brush): void {
    emit(this, 'brush-chosen', brush);
  }

  static override styles = [
    base,
    fields,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-8) var(--space-12);
        min-width: 0;
      }
      .choice small {
        color: inherit;
        font-size: var(--text-13);
        font-variant-numeric: tabular-nums;
      }
      kbd {
        min-width: 1.5em;
        padding-inline: 0.3em;
        border: 1px solid currentColor;
        border-radius: calc(var(--u) * 5);
        font: inherit;
        font-size: var(--text-13);
        text-align: center;
      }
      .seat {
        display: flex;
        align-items: center;
        gap: var(--space-8);
        color: var(--ink2);
        font-size: var(--text-15);
        font-weight: var(--weight-label);
      }
      .seat span {
        white-space: nowrap;
      }
      .input {
        width: auto;
        min-height: var(--target);
      }
      .keys {
        flex-basis: 100%;
        color: var(--ink2);
        font-size: var(--text-13);
      }
      @media (max-width: 759px) {
        .choices {
          flex-wrap: nowrap;
          margin-inline: calc(var(--space-4) * -1);
          padding: var(--space-4);
          overflow-x: auto;
          scrollbar-width: none;
          font-size: var(--text-15);
        }
        .choice {
          flex: none;
        }
        kbd,
        .choice small,
        .keys {
          display: none;
        }
      }
      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-roster-palette': RosterPalette;
  }
}
