import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { base, buttons } from '#ui/base-styles.ts';
import { PressElsewhere } from './press-elsewhere.ts';

/** One line of a menu. */
export interface MenuAct {
  readonly label: string;
  readonly sign?: TemplateResult;
  readonly run: () => void;
}

/**
 * Acts that are not wanted at every moment, behind one button. Escape, a press beside it and leaving
 * it by Tab close it; Escape and an act give the focus back to the button.
 *
 * - `label`, `sign`: of the button; `acts`
 * - `brief`: on a phone only the sign is seen
 */
@customElement('ph-act-menu')
export class ActMenu extends LitElement {
  @property() label = '';
  @property({ attribute: false }) sign: TemplateResult | typeof nothing = nothing;
  @property({ attribute: false }) acts: readonly MenuAct[] = [];
  @property({ type: Boolean, reflect: true }) brief = false;

  @state() private isOpen = false;
  /** It would run out of the page otherwise. */
  @state() private fromStart = false;
  @query('button') private button!: HTMLButtonElement;

  override render(): TemplateResult {
    return html`<div @keydown=${this.keyed} @focusout=${this.left}>
      <button
        type="button"
        class="button plain"
        aria-haspopup="true"
        aria-expanded=${this.isOpen ? 'true' : 'false'}
        @click=${this.toggle}
      >
        ${this.sign}<span class="label">${this.label}</span>
      </button>
      ${this.isOpen ? this.menu() : nothing}
    </div>`;
  }

  private menu(): TemplateResult {
    return html`<div class=${this.fromStart ? 'menu from-start' : 'menu'}>
      ${this.acts.map(
        ({ label, sign, run }) =>
          html`<button
            type="button"
            class="item"
            @click=${() => {
              this.close();
              run();
            }}
          >
            ${sign ?? nothing}${label}
          </button>`,
      )}
    </div>`;
  }

  private readonly toggle = (): void => {
    this.isOpen = !this.isOpen;
    this.fromStart = false;
  };

  private close(): void {
    this.isOpen = false;
    this.button.focus();
  }

  private keyed(event: KeyboardEvent): void {
    if (!this.isOpen) return;
    if (event.key === 'Escape') {
      event.stopPropagation();
      this.close();
      return;
    }
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const all = [...this.renderRoot.querySelectorAll<HTMLElement>('button')];
    const at = all.findIndex((each) => each === this.shadowRoot?.activeElement);
    all[(at + step + all.length) % all.length]?.focus();
  }

  private left({ relatedTarget }: FocusEvent): void {
    // A press on the menu's own ground takes the focus nowhere, and closes nothing.
    if (relatedTarget === null) return;
    if (!(relatedTarget instanceof Node) || !this.renderRoot.contains(relatedTarget)) {
      this.isOpen = false;
    }
  }

  protected override updated(): void {
    const menu = this.renderRoot.querySelector('.menu');
    if (menu !== null && menu.getBoundingClientRect().left < 0) this.fromStart = true;
  }

  constructor() {
    super();
    new PressElsewhere(this, () => {
      this.isOpen = false;
    });
  }

  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: block;
      }
      div {
        position: relative;
      }
      .icon {
        width: calc(var(--u) * 20);
        height: calc(var(--u) * 20);
      }
      .menu {
        position: absolute;
        z-index: 5;
        inset: calc(100% + var(--space-8)) 0 auto auto;
        display: grid;
        gap: var(--space-4);
        width: max-content;
        max-width: calc(100vw - 2 * var(--space-16));
        padding: var(--space-12);
        border-radius: var(--radius-row);
        background: var(--surface);
        box-shadow: 0 0 0 1px var(--edge);
      }
      .menu.from-start {
        inset-inline: 0 auto;
      }
      .item {
        display: flex;
        align-items: center;
        gap: 0.6em;
        min-height: var(--target);
        padding: var(--space-8) var(--space-16);
        border: 0;
        border-radius: var(--radius-small);
        background: var(--sunk);
        text-align: start;
        cursor: pointer;
      }
      .item:focus-visible {
        outline-offset: 0;
      }
      @media (max-width: 759px) {
        :host([brief]) .label {
          position: absolute;
          width: 1px;
          height: 1px;
          overflow: hidden;
          clip-path: inset(50%);
        }
        :host([brief]) .button {
          padding-inline: 0.6em;
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
    'ph-act-menu': ActMenu;
  }
}
