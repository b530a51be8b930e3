import { LitElement, css, html, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { base } from '../base-styles.ts';
import { icon } from '../icons.ts';
import { LanguageController, common } from '../locale/index.ts';
import { emit } from './emit.ts';

/**
 * A native modal dialog: the page behind rests, Tab stays inside, Esc asks to close, and focus goes
 * back to where it was. Never on a public screen.
 *
 * - `open`: shows it; the owner sets it false on `close`
 * - `heading`: its name
 * - `kept`: neither Esc nor a click beside it closes it, and there is no cross
 * - default slot: content; slot `aside`: a second column; slot `actions`: buttons at the foot
 *
 * @fires close the reader wants to leave
 * @cssprop --dialog-width at most so wide (560 px)
 */
@customElement('ph-dialog')
export class Dialog extends LitElement {
  @property({ type: Boolean }) open = false;
  @property() heading = '';
  @property({ type: Boolean }) kept = false;

  @query('dialog') private dialog!: HTMLDialogElement;
  private cameFrom: HTMLElement | null = null;

  readonly language = new LanguageController(this);

  override render(): TemplateResult {
    return html`<dialog aria-labelledby="heading" @cancel=${this.cancel}>
      <div class="sheet">
        <div class="head">
          <h2 id="heading" tabindex="-1">${this.heading}</h2>
          ${
            this.kept
              ? ''
              : html`<button
                  class="cross"
                  type="button"
                  aria-label=${common.t('close')}
                  @click=${this.leave}
                >
                  ${icon('cross')}
                </button>`
          }
        </div>
        <div class="body"><slot></slot></div>
        <div class="actions"><slot name="actions"></slot></div>
      </div>
      <slot name="aside"></slot>
    </dialog>`;
  }

  protected override firstUpdated(): void {
    // Only a pointer can be beside the sheet; the keyboard has Escape.
    this.dialog.addEventListener('click', this.beside);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    if (!this.hasUpdated || !this.dialog.open) return;
    this.dialog.close();
    // A dialog that its owner takes away does not give the focus back by itself.
    if (this.cameFrom?.isConnected === true) this.cameFrom.focus();
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (this.open === this.dialog.open || !this.isConnected) return;
    if (this.open) {
      this.cameFrom = focused();
      this.dialog.showModal();
      // The heading is read out first, and no button is pressed by a hasty Enter.
      this.dialog.querySelector('h2')?.focus();
    } else this.dialog.close();
  }

  private readonly leave = (): void => {
    emit(this, 'close');
  };

  private readonly cancel = (event: Event): void => {
    // The owner decides: `open` stays the one truth.
    event.preventDefault();
    event.stopPropagation();
    if (!this.kept) emit(this, 'close');
  };

  private readonly beside = (event: MouseEvent): void => {
    if (event.target === this.dialog && !this.kept) emit(this, 'close');
  };

  static override styles = [
    base,
    css`
      dialog {
        width: min(var(--dialog-width, calc(var(--u) * 560)), calc(100vw - var(--space-32)));
        max-height: calc(100vh - var(--space-48));
        padding: 0;
        border: 0;
        border-radius: var(--radius-public);
        background: var(--surface);
        color: var(--ink);
        overflow: auto;
        overscroll-behavior: contain;
      }
      dialog[open] {
        display: flex;
        animation: rise var(--dur-panel) var(--ease-in);
      }
      dialog::backdrop {
        background: rgb(4 25 25 / 0.62);
      }
      .sheet {
        flex: 1;
        display: flex;
        flex-direction: column;
        min-width: 0;
        --edge-space: var(--space-32);
        padding: var(--edge-space);
      }
      .head {
        display: flex;
        align-items: flex-start;
        justify-content: space-between;
        gap: var(--space-16);
      }
      h2,
      h2:focus-visible {
        font-size: var(--text-28);
        outline: none;
      }
      .cross {
        flex: none;
        display: grid;
        place-items: center;
        width: var(--target);
        height: var(--target);
        margin: calc(var(--u) * -8) calc(var(--u) * -8) 0 0;
        padding: 0;
        border: 0;
        border-radius: var(--radius-small);
        background: transparent;
        cursor: pointer;
      }
      .body {
        flex: 1;
        padding-top: var(--space-16);
      }
      /* However long the sheet: what it is for stays in sight. */
      .actions {
        position: sticky;
        bottom: 0;
        display: flex;
        flex-wrap: wrap;
        gap: 0 var(--space-12);
        margin: 0 calc(var(--edge-space) * -1) calc(var(--edge-space) * -1);
        padding: 0 var(--edge-space) var(--space-24);
        background: var(--surface);
      }
      ::slotted([slot='actions']) {
        margin-top: var(--space-24);
      }
      @media (max-width: 759px) {
        dialog[open] {
          flex-direction: column;
        }
        .sheet {
          flex: none;
          --edge-space: var(--space-24);
        }
      }
      @keyframes rise {
        from {
          opacity: 0;
          transform: translateY(calc(var(--u) * 16));
        }
      }
      @media (prefers-reduced-motion: reduce) {
        @keyframes rise {
          from {
            opacity: 0;
          }
        }
      }
    `,
  ];
}

/** What has the focus, within whichever element. */
function focused(): HTMLElement | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement != null) active = active.shadowRoot.activeElement;
  return active instanceof HTMLElement ? active : null;
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-dialog': Dialog;
  }
}
