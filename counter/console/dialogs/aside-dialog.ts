import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { ConsoleView } from '#protocol/views.ts';
import { base, buttons } from '#ui/base-styles.ts';
import '#ui/elements/ph-dialog.ts';
import { icon } from '#ui/icons.ts';
import { LanguageController } from '#ui/locale/index.ts';
import { fields } from '../../field-styles.ts';
import { words } from '../locale.ts';
import { dialogs } from './dialog-styles.ts';
import { wish } from './wish.ts';

/** Those who were missed or sent for papers and now stand here again. */
@customElement('ph-aside-dialog')
export class AsideDialog extends LitElement {
  @property({ attribute: false }) view: ConsoleView | null = null;
  @property({ type: Boolean }) busy = false;

  readonly language = new LanguageController(this);

  override render(): TemplateResult | typeof nothing {
    const { view } = this;
    if (view === null) return nothing;
    return html`<ph-dialog open .heading=${words.t('aside-title')}>
      <div class="lists">
        <section>
          <h3>${words.t('aside-parked')}</h3>
          <p class="help">${words.t('aside-parked-help')}</p>
          ${this.rows(
            view.shift.parked.map(({ ticket, number, missing }) => ({
              ticket,
              number,
              note: missing.join(' · '),
            })),
            'return-ticket',
          )}
        </section>
        <section>
          <h3>${words.t('aside-missed')}</h3>
          <p class="help">${words.t('aside-missed-help')}</p>
          ${this.rows(
            view.missed.map(({ ticket, number }) => ({ ticket, number, note: '' })),
            'rejoin-ticket',
          )}
        </section>
        <slot name="trouble"></slot>
      </div>
    </ph-dialog>`;
  }

  private rows(
    rows: readonly { readonly ticket: string; readonly number: string; readonly note: string }[],
    command: 'return-ticket' | 'rejoin-ticket',
  ): TemplateResult {
    if (rows.length === 0) return html`<p>${words.t('aside-nobody')}</p>`;
    const act = command === 'return-ticket' ? 'aside-return' : 'aside-rejoin';
    return html`<ul>
      ${rows.map(
        ({ ticket, number, note }) =>
          html`<li>
            <button
              class="choice"
              type="button"
              @click=${() => {
                if (!this.busy) wish(this, 'call', command, { ticket });
              }}
            >
              ${icon(command === 'return-ticket' ? 'papers' : 'back')}
              <span>${words.t(act, { number })}</span>
              ${note === '' ? nothing : html`<small>${note}</small>`}
            </button>
          </li>`,
      )}
    </ul>`;
  }

  static override styles = [
    base,
    buttons,
    fields,
    dialogs,
    css`
      .lists,
      section,
      ul {
        display: grid;
        gap: var(--space-8);
      }
      .lists {
        gap: var(--space-24);
      }
      h3 {
        font-size: var(--text-19);
        font-weight: var(--weight-heading);
      }
      .choice {
        width: 100%;
        flex-wrap: wrap;
      }
      .choice svg {
        width: 1.2em;
        height: 1.2em;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-aside-dialog': AsideDialog;
  }
}
