import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { base } from '#ui/base-styles.ts';
import { emit } from '#ui/elements/emit.ts';
import { icon, type IconName } from '#ui/icons.ts';
import { LanguageController } from '#ui/locale/index.ts';
import { phrased } from '#ui/phrased.ts';
import { figures } from './figures.ts';
import { words } from './locale.ts';
import { screenStyles } from './screen-styles.ts';

/** A state of the whole kiosk in words: what is so, what is known, what to do instead. */
export interface Note {
  readonly icon: IconName;
  readonly texts: readonly string[];
  readonly facts?: readonly { readonly label: string; readonly value: string }[];
  /** Compared by a supervisor. */
  readonly code?: string;
  readonly hotline?: string | null;
  readonly staff?: boolean;
  readonly action?: string;
}

/**
 * The kiosk gives no numbers: closed, held, away, not yet approved. Nothing here looks like a
 * button that is dead.
 *
 * - `note`
 * - event `again`: the note's action
 */
@customElement('ph-kiosk-note')
export class KioskNote extends LitElement {
  @property({ attribute: false }) note: Note | null = null;

  readonly language = new LanguageController(this);

  override render(): TemplateResult | typeof nothing {
    const { note } = this;
    if (note === null) return nothing;
    const { facts = [], code, hotline = null, staff = false, action } = note;
    return html`<div class="screen">
      <section class="texts" role="status">
        <span class="sign">${icon(note.icon)}</span>
        <div>
          ${note.texts.map((text) => html`<p class="phrases">${figures(phrased(text))}</p>`)}
        </div>
      </section>
      ${
        code === undefined
          ? nothing
          : html`<div class="code">
              <p>${words.t('pending-code')}</p>
              <p class="value">${code}</p>
            </div>`
      }
      ${
        facts.length === 0
          ? nothing
          : html`<dl class="facts">
              ${facts.map(
                ({ label, value }) =>
                  html`<div>
                    <dt>${label}</dt>
                    <dd>${value}</dd>
                  </div>`,
              )}
            </dl>`
      }
      <div class="push"></div>
      <div class="list">
        ${staff ? this.row('person', words.t('way-staff'), words.t('way-staff-help')) : nothing}
        ${
          hotline === null
            ? nothing
            : this.row(
                'phone',
                words.t('way-hotline', { number: hotline }),
                words.t('way-hotline-help'),
              )
        }
      </div>
      ${
        action === undefined
          ? nothing
          : html`<button
              class="act"
              type="button"
              @click=${() => {
                emit(this, 'again');
              }}
            >
              ${action}
            </button>`
      }
    </div>`;
  }

  private row(sign: IconName, name: string, help: string): TemplateResult {
    return html`<div class="row told">
      ${icon(sign)}
      <span><span class="name">${name}</span><span class="help">${help}</span></span>
      <span></span>
    </div>`;
  }

  static override styles = [
    base,
    screenStyles,
    css`
      .texts {
        display: flex;
        align-items: flex-start;
        gap: calc(var(--u) * 40);
        padding-block: calc(var(--u) * 24);
        font-size: calc(var(--u) * 46);
        line-height: var(--leading-help);
      }
      .texts p + p {
        margin-block-start: 0.5em;
      }
      .sign {
        flex: none;
        font-size: calc(var(--u) * 92);
        line-height: 0;
        color: var(--dot);
      }
      .code {
        display: grid;
        justify-items: center;
        gap: calc(var(--u) * 40);
        padding: calc(var(--u) * 56);
        border-radius: var(--radius);
        background: var(--surface);
        box-shadow: inset 0 0 0 calc(var(--u) * 2) var(--line);
        color: var(--ink2);
        font-size: calc(var(--u) * 36);
      }
      .value {
        color: var(--ink);
        font-size: calc(var(--u) * 170);
        font-weight: var(--weight-number);
        font-variant-numeric: tabular-nums;
        letter-spacing: 0.08em;
        line-height: 0.8;
        padding-block: 0.1em;
        margin-inline-end: -0.08em;
      }
      @media (orientation: landscape) {
        .list {
          grid-template-columns: repeat(auto-fit, minmax(0, 1fr));
          grid-auto-flow: column;
        }
        .row .name {
          font-size: calc(var(--u) * 36);
        }
        .row {
          padding-inline: calc(var(--u) * 32);
          gap: calc(var(--u) * 24);
        }
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-kiosk-note': KioskNote;
  }
}
