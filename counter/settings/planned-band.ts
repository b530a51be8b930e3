import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { PlannedSettings } from '#server/settings/answers.ts';
import { base, buttons } from '#ui/base-styles.ts';
import { emit } from '#ui/elements/emit.ts';
import { LanguageController } from '#ui/locale/index.ts';
import { changeWords, placeWords } from './difference-words.ts';
import { words } from './locale.ts';
import { dayWords } from './when.ts';

/**
 * What is planned for the next opening, above every part: who, why, what, and taking it back.
 *
 * - `planned`: null shows nothing; `nextDay`: when it holds; `settings`: for the names of things
 *
 * @fires withdraw
 */
@customElement('ph-planned-band')
export class PlannedBand extends LitElement {
  @property({ attribute: false }) planned: PlannedSettings | null = null;
  @property({ attribute: false }) nextDay: string | null = null;
  @property({ attribute: false }) settings: unknown = null;
  @state() private unfolded = false;
  readonly language = new LanguageController(this);

  override render(): TemplateResult | typeof nothing {
    const { planned, nextDay } = this;
    if (planned === null) return nothing;
    const { by, why, differences } = planned;
    const day = nextDay === null ? '' : dayWords(nextDay);
    return html`<aside>
      <p>
        <b
          >${
            by === null
              ? words.t('planned-nobody', { day, why })
              : words.t('planned', { day, why, name: by.name })
          }</b
        >
        ${words.t('draft-of-plan')}
      </p>
      <div class="acts">
        <button
          class="button plain"
          type="button"
          aria-expanded=${this.unfolded ? 'true' : 'false'}
          @click=${this.unfold}
        >
          ${words.t('planned-look')} (${differences.length})
        </button>
        <button
          class="button plain"
          type="button"
          @click=${() => {
            emit(this, 'withdraw');
          }}
        >
          ${words.t('planned-withdraw')}
        </button>
      </div>
      ${
        this.unfolded
          ? html`<ul>
              ${differences.map(
                (each) =>
                  html`<li>
                    <span>${placeWords(each.place, this.settings, each.before)}</span>
                    <span>${changeWords(each, this.settings)}</span>
                  </li>`,
              )}
            </ul>`
          : nothing
      }
    </aside>`;
  }

  private readonly unfold = (): void => {
    this.unfolded = !this.unfolded;
  };

  static override styles = [
    base,
    buttons,
    css`
      aside {
        display: grid;
        gap: var(--space-12);
        padding: var(--space-16) var(--space-24);
        border-radius: var(--radius-card);
        background: var(--lit-soft);
        color: var(--lit-soft-ink);
      }
      .acts {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-8);
      }
      ul {
        display: grid;
        gap: var(--space-4);
        font-size: var(--text-15);
      }
      li {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, calc(var(--u) * 260)), 1fr));
        gap: var(--space-4) var(--space-16);
        overflow-wrap: anywhere;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-planned-band': PlannedBand;
  }
}
