import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { base, buttons } from '#ui/base-styles.ts';
import { emit } from '#ui/elements/emit.ts';
import { icon } from '#ui/icons.ts';
import { LanguageController } from '#ui/locale/index.ts';
import { themes } from '#ui/themes.ts';
import { words } from './board-locale.ts';

/**
 * What was just done and can be taken back for some seconds. What matters stands on the board
 * itself: this bar only spares a way.
 *
 * - `label`: of the act; empty: nothing to take back
 *
 * @fires undo
 */
@customElement('ph-undo-bar')
export class UndoBar extends LitElement {
  @property() label = '';

  readonly language = new LanguageController(this);

  override render(): TemplateResult {
    const { label } = this;
    return html`<div role="status">
      ${
        label === ''
          ? nothing
          : html`<div class="bar" data-theme="dark">
              ${icon('check')}
              <span class="label">${label}</span>
              <span class="visually-hidden">${words.t('undo-key', { label })}</span>
              <button
                class="button plain"
                type="button"
                @click=${() => {
                  emit(this, 'undo');
                }}
              >
                ${words.t('undo')}<kbd aria-hidden="true">U</kbd>
              </button>
            </div>`
      }
    </div>`;
  }

  static override styles = [
    base,
    buttons,
    themes,
    css`
      :host {
        position: fixed;
        inset: auto 0 var(--space-24);
        z-index: 5;
        display: grid;
        justify-items: center;
        padding-inline: var(--space-16);
        pointer-events: none;
      }
      .bar {
        display: flex;
        align-items: center;
        gap: var(--space-16);
        max-width: 40rem;
        padding: var(--space-8) var(--space-8) var(--space-8) var(--space-24);
        border-radius: var(--radius-row);
        background: var(--pine-900);
        color: var(--paper);
        font-size: var(--text-16);
        pointer-events: auto;
      }
      .label {
        min-width: 0;
        overflow: hidden;
        text-overflow: ellipsis;
      }
      .button {
        background: transparent;
        color: var(--paper);
        box-shadow: inset 0 0 0 1px var(--pine-400);
      }
      kbd {
        margin-inline-start: 0.5em;
        padding: 0 0.4em;
        border-radius: 4px;
        box-shadow: inset 0 0 0 1px var(--pine-500);
        font: inherit;
        font-size: 0.85em;
      }
      @media (max-width: 759px) {
        :host {
          bottom: calc(var(--u) * 84);
        }
        kbd {
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
    'ph-undo-bar': UndoBar;
  }
}
