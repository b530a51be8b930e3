import { LitElement, css, html, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { base } from '../base-styles.ts';
import { emit } from './emit.ts';

/**
 * A native modal dialog for staff pages (public screens have none): focus is kept inside, Escape
 * asks to leave, and focus goes back to where it came from.
 *
 * - `open`: shown or not; the page sets it
 * - `heading`: names the dialog
 * - `wide`: up to 900 px instead of 560
 * - `staying`: Escape does not ask to leave
 * - slots: default, `actions`
 * - event `dismiss`: the reader asks to leave; the page sets `open`
 */
@customElement('ph-dialog')
export class Dialog extends LitElement {
  @property({ type: Boolean, reflect: true }) open = false;
  @property() heading = '';
  @property({ type: Boolean }) wide = false;
  @property({ type: Boolean }) staying = false;

  @query('dialog') private dialog!: HTMLDialogElement;

  override render(): TemplateResult {
    return html`<dialog
      class=${this.wide ? 'wide' : ''}
      aria-labelledby="heading"
      @cancel=${this.cancelled}
      @close=${this.closed}
    >
      <h2 id="heading">${this.heading}</h2>
      <div class="content"><slot></slot></div>
      <div class="actions"><slot name="actions"></slot></div>
    </dialog>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('open')) return;
    if (this.open && !this.dialog.open) this.dialog.showModal();
    if (!this.open && this.dialog.open) this.dialog.close();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    if (this.hasUpdated && this.dialog.open) this.dialog.close();
  }

  private cancelled(event: Event): void {
    if (event.target !== this.dialog) return;
    // The page decides: what is typed may not be lost by one key.
    event.preventDefault();
    if (!this.staying) emit(this, 'dismiss');
  }

  /** Browsers close on a second Escape whatever a page says; then it has been left. */
  private closed(): void {
    if (this.open && this.isConnected) {
      if (this.staying) this.dialog.showModal();
      else emit(this, 'dismiss');
    }
  }

  static override styles = [
    base,
    css`
      :host {
        display: contents;
      }
      dialog {
        width: min(calc(var(--u) * 560), calc(100vw - 2 * var(--space-16)));
        max-width: none;
        max-height: calc(100vh - 2 * var(--space-24));
        padding: var(--space-32);
        border: 0;
        border-radius: var(--radius-card);
        background: var(--bg);
        color: var(--ink);
        box-shadow: 0 0 0 1px var(--line);
        overflow: auto;
      }
      .wide {
        width: min(calc(var(--u) * 900), calc(100vw - 2 * var(--space-16)));
      }
      dialog::backdrop {
        background: rgb(4 25 25 / 0.62);
      }
      h2 {
        font-size: var(--text-24);
        margin-block-end: var(--space-16);
      }
      .actions {
        display: flex;
        flex-wrap: wrap;
        justify-content: flex-end;
        gap: var(--space-12);
        margin-block-start: var(--space-24);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-dialog': Dialog;
  }
}
