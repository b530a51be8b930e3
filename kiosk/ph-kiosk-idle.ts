import { LitElement, css, html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { base } from '#ui/base-styles.ts';
import { themes } from '#ui/themes.ts';
import { emit } from '#ui/elements/emit.ts';
import { LanguageController } from '#ui/locale/index.ts';
import { figures } from './figures.ts';
import { words } from './locale.ts';
import { screenStyles } from './screen-styles.ts';

/**
 * Still there? A band over the foot, the one lit thing while it stands; any touch puts it off.
 *
 * - `seconds`: left until the first page comes back
 * - events `stay`, `start-over`
 */
@customElement('ph-kiosk-idle')
export class KioskIdle extends LitElement {
  @property({ type: Number }) seconds = 0;
  @property({ type: Boolean }) large = false;

  readonly language = new LanguageController(this);

  override render(): TemplateResult {
    const { seconds } = this;
    // Said at the beginning and near the end, not every second.
    const said = seconds % 10 === 0 ? words.t('still-there-help', { seconds }) : '';
    return html`<section class="band ${this.large ? 'large' : ''}" data-theme="lamp">
      <div>
        <h2 role="alert">${words.t('still-there')}</h2>
        <p aria-hidden="true">${figures(words.t('still-there-help', { seconds }))}</p>
        <p class="visually-hidden" role="status">${said}</p>
      </div>
      <div class="choices">
        <button
          class="act stay"
          type="button"
          @click=${() => {
            emit(this, 'stay');
          }}
        >
          ${words.t('still-here')}
        </button>
        <button
          class="act"
          type="button"
          @click=${() => {
            emit(this, 'start-over');
          }}
        >
          ${words.t('start-over')}
        </button>
      </div>
    </section>`;
  }

  static override styles = [
    base,
    themes,
    screenStyles,
    css`
      :host {
        position: absolute;
        inset: auto 0 0;
        height: auto;
      }
      .band {
        display: grid;
        gap: calc(var(--u) * 40);
        padding: calc(var(--u) * 56) calc(var(--u) * 64) calc(var(--u) * 56);
        background: var(--bg);
        animation: rise var(--dur-panel) var(--ease-in);
      }
      @keyframes rise {
        from {
          transform: translateY(30%);
          opacity: 0;
        }
      }
      h2 {
        font-size: calc(var(--u) * 76);
      }
      p {
        margin-block-start: calc(var(--u) * 12);
        font-size: calc(var(--u) * 40);
      }
      .choices {
        display: grid;
        grid-template-columns: 2fr 1fr;
        gap: calc(var(--u) * 24);
      }
      .act {
        min-height: calc(var(--u) * 148);
      }
      .stay {
        background: var(--pine-950);
        color: var(--paper);
        font-size: calc(var(--u) * 46);
      }
      .large h2 {
        font-size: calc(var(--u) * 100);
      }
      .large p {
        font-size: calc(var(--u) * 52);
      }
      @media (orientation: landscape) {
        .band {
          grid-template-columns: 1fr 1fr;
          align-items: center;
        }
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-kiosk-idle': KioskIdle;
  }
}
