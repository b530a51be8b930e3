import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { KioskView } from '#protocol/views.ts';
import { base } from '../base-styles.ts';
import { icon, type IconName } from '../icons.ts';
import { phrased } from '../phrased.ts';
import { LanguageController, common, textOf } from '../locale/index.ts';
import { emit } from './emit.ts';

export type ClassChoice = KioskView['classes'][number];

/**
 * The class of the ticket to come: segments with icon, name and a short explanation, the chosen one
 * solid. A radio group: arrow keys move, one stop for Tab. The font size is that of the names.
 *
 * - `classes`: as the kiosk's view gives them; with fewer than two nothing is shown
 * - `value`: id of the chosen class
 * - `notes`: a few words by class id
 *
 * @fires choose detail is the class, also when the chosen one is touched again (its number may be
 * wanted anew)
 */
@customElement('ph-class-switch')
export class ClassSwitch extends LitElement {
  @property({ attribute: false }) classes: readonly ClassChoice[] = [];
  @property() value = '';
  @property({ attribute: false }) notes: Readonly<Record<string, string>> = {};

  readonly language = new LanguageController(this);

  override render(): TemplateResult | typeof nothing {
    if (this.classes.length < 2) return nothing;
    return html`<div
      class="switch"
      role="radiogroup"
      aria-label=${common.t('class-choose')}
      @keydown=${this.move}
    >
      ${this.classes.map((each) => this.segment(each))}
    </div>`;
  }

  private segment(each: ClassChoice): TemplateResult {
    const chosen = each.id === this.value;
    const note = this.notes[each.id];
    return html`<button
      type="button"
      role="radio"
      aria-checked=${chosen ? 'true' : 'false'}
      tabindex=${chosen ? 0 : -1}
      @click=${() => {
        emit(this, 'choose', each);
      }}
    >
      ${icon(classIcon(each))}
      <span class="words">
        <span class="name">${textOf(each.name)}</span>
        ${note === undefined ? nothing : html`<span class="note phrases">${phrased(note)}</span>`}
      </span>
    </button>`;
  }

  private readonly move = (event: KeyboardEvent): void => {
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const at = this.classes.findIndex(({ id }) => id === this.value);
    const next = (Math.max(at, 0) + step + this.classes.length) % this.classes.length;
    const chosen = this.classes[next];
    if (chosen === undefined) return;
    emit(this, 'choose', chosen);
    this.renderRoot.querySelectorAll('button')[next]?.focus();
  };

  static override styles = [
    base,
    css`
      :host {
        display: block;
      }
      .switch {
        display: flex;
        gap: 0.2em;
        padding: 0.25em;
        border-radius: 0.8em;
        background: var(--sunk);
      }
      button {
        flex: 1 1 auto;
        display: flex;
        align-items: center;
        gap: 0.5em;
        min-height: max(var(--target-touch), 3.6em);
        padding: 0.3em 0.6em;
        border: 0;
        border-radius: 0.6em;
        background: transparent;
        color: var(--ink);
        text-align: start;
        cursor: pointer;
        touch-action: manipulation;
        transition: background-color var(--dur-state) var(--ease-in);
      }
      .icon {
        width: 1em;
        height: 1em;
      }
      .words {
        display: grid;
        gap: 0.1em;
        line-height: 1.15;
      }
      .name {
        font-weight: var(--weight-heading);
      }
      .note {
        color: var(--ink2);
        font-size: 0.76em;
        font-weight: var(--weight-label);
        max-width: 9em;
        text-wrap: balance;
      }
      button[aria-checked='true'] {
        background: var(--plate);
        color: var(--plate-ink);
      }
      button[aria-checked='true'] .note {
        color: inherit;
        opacity: 0.8;
      }
    `,
  ];
}

const steps: Readonly<Partial<Record<string, number>>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
};

/** Person for the class of everybody, crown for one that wants a number, heart for the others. */
export function classIcon(each: Pick<ClassChoice, 'isDefault' | 'needsCustomer'>): IconName {
  if (each.isDefault) return 'person';
  return each.needsCustomer ? 'crown' : 'heart';
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-class-switch': ClassSwitch;
  }
}
