import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { KioskView } from '#protocol/views.ts';
import { base } from '../base-styles.ts';
import { icon, type IconName } from '../icons.ts';
import { LanguageController, common, textOf } from '../locale/index.ts';
import { emit } from './emit.ts';

export type ClassChoice = KioskView['classes'][number];

/** A class's icon: person for the ordinary one, crown where a number is asked for, else heart. */
export function classIcon(choice: Pick<ClassChoice, 'isDefault' | 'needsCustomer'>): IconName {
  if (choice.isDefault) return 'person';
  return choice.needsCustomer ? 'crown' : 'heart';
}

/**
 * Who are you: segments with a word of explanation; the chosen one is solid. A radio group for
 * the keyboard and for screen readers.
 *
 * - `classes`: of the kiosk's view
 * - `chosen`: id of a class; '' is the default one
 * - `help`: explanations by class id; without one, the general words
 * - event `choose`, detail `{ id, needsCustomer }`; the page decides what is then chosen
 */
@customElement('ph-class-switch')
export class ClassSwitch extends LitElement {
  @property({ attribute: false }) classes: readonly ClassChoice[] = [];
  @property() chosen = '';
  @property({ attribute: false }) help: Readonly<Record<string, string>> = {};

  readonly language = new LanguageController(this);

  override render(): TemplateResult {
    return html`<div
      class="segments"
      role="radiogroup"
      aria-label=${common.t('class-choose')}
      @keydown=${this.step}
    >
      ${this.classes.map((choice) => this.segment(choice))}
    </div>`;
  }

  private segment(choice: ClassChoice): TemplateResult {
    const chosen = this.isChosen(choice);
    const help = this.help[choice.id] ?? generalHelp(choice);
    return html`<button
      type="button"
      role="radio"
      aria-checked=${chosen ? 'true' : 'false'}
      tabindex=${chosen ? 0 : -1}
      @click=${() => {
        this.choose(choice);
      }}
    >
      ${icon(classIcon(choice))}
      <span class="words">
        <span class="name">${textOf(choice.name)}</span>
        ${help === '' ? nothing : html`<span class="help">${help}</span>`}
      </span>
    </button>`;
  }

  private isChosen(choice: ClassChoice): boolean {
    return this.chosen === '' ? choice.isDefault : this.chosen === choice.id;
  }

  private choose({ id, needsCustomer }: ClassChoice): void {
    emit(this, 'choose', { id, needsCustomer });
  }

  /** Arrow keys move through the group, as radio groups do. */
  private step(event: KeyboardEvent): void {
    const forward = event.key === 'ArrowRight' || event.key === 'ArrowDown';
    const backward = event.key === 'ArrowLeft' || event.key === 'ArrowUp';
    const buttons = [...(this.shadowRoot?.querySelectorAll('button') ?? [])];
    if ((!forward && !backward) || buttons.length === 0) return;
    event.preventDefault();
    const at = buttons.findIndex((button) => button === this.shadowRoot?.activeElement);
    const next = (at + (forward ? 1 : buttons.length - 1)) % buttons.length;
    buttons[next]?.focus();
    const choice = this.classes[next];
    if (choice !== undefined) this.choose(choice);
  }

  static override styles = [
    base,
    css`
      :host {
        display: block;
      }
      .segments {
        display: flex;
        gap: calc(var(--u) * 4);
        height: 100%;
        padding: calc(var(--u) * 8);
        border-radius: var(--radius-public);
        background: var(--sunk);
      }
      button {
        flex: 1 1 auto;
        display: flex;
        align-items: center;
        gap: 0.6em;
        min-height: var(--target-touch);
        padding: 0.5em 0.8em;
        border: 0;
        border-radius: var(--radius-card);
        background: none;
        color: var(--ink);
        text-align: start;
        cursor: pointer;
        touch-action: manipulation;
        transition: background-color var(--dur-state) var(--ease-in);
      }
      button[aria-checked='true'] {
        background: var(--plate);
        color: var(--plate-ink);
      }
      .words {
        display: grid;
        line-height: 1.2;
      }
      .name {
        font-weight: var(--weight-name);
        font-size: 1.3em;
      }
      .help {
        color: var(--ink2);
        text-wrap: balance;
        max-width: 9.5em;
      }
      [aria-checked='true'] .help {
        color: inherit;
      }
      @media (forced-colors: active) {
        button[aria-checked='true'] {
          outline: 3px solid Highlight;
        }
      }
    `,
  ];
}

function generalHelp(choice: ClassChoice): string {
  if (choice.needsCustomer) return common.t('class-needs-number');
  return choice.isDefault ? common.t('class-in-turn') : '';
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-class-switch': ClassSwitch;
  }
  interface HTMLElementEventMap {
    choose: CustomEvent<{ id: string; needsCustomer: boolean }>;
  }
}
