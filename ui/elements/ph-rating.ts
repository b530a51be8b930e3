import { LitElement, css, html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { ratings, type Rating } from '#core/vocabulary.ts';
import { base, buttons } from '../base-styles.ts';
import { icon, type IconName } from '../icons.ts';
import { LanguageController, common, ratingWord } from '../locale/index.ts';
import { emit } from './emit.ts';

const faces = {
  satisfied: 'face-satisfied',
  fair: 'face-fair',
  dissatisfied: 'face-dissatisfied',
} as const satisfies Record<Rating, IconName>;

/**
 * Three equal targets, none preselected, none coloured: a rating is asked, not steered.
 *
 * - `given`: null asks; a rating thanks
 * - `busy`: an answer is on its way
 * - event `rate`, detail `{ rating }`
 */
@customElement('ph-rating')
export class RatingFaces extends LitElement {
  @property({ attribute: false }) given: Rating | null = null;
  @property({ type: Boolean }) busy = false;

  readonly language = new LanguageController(this);

  override render(): TemplateResult {
    return html`<div class="frame">
      <p class="thanks" role="status">${this.given === null ? '' : common.t('rating-thanks')}</p>
      ${
        this.given === null
          ? html`<div class="faces" role="group" aria-label=${common.t('rating-ask')}>
              ${ratings.map((rating) => this.face(rating))}
            </div>`
          : ''
      }
    </div>`;
  }

  private face(rating: Rating): TemplateResult {
    return html`<button
      class="button plain touch"
      type="button"
      aria-disabled=${this.busy ? 'true' : 'false'}
      @click=${() => {
        if (!this.busy) emit(this, 'rate', { rating });
      }}
    >
      ${icon(faces[rating])}<span>${ratingWord(rating)}</span>
    </button>`;
  }

  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: block;
      }
      .frame {
        height: 100%;
      }
      .faces {
        display: grid;
        grid-template-columns: repeat(3, minmax(0, 1fr));
        gap: 0.7em;
        height: 100%;
      }
      .button {
        flex-direction: column;
        gap: 0.35em;
        padding: 0.7em 0.4em;
        border-radius: var(--radius-public);
      }
      .icon {
        width: var(--face-size, 2.6em);
        height: var(--face-size, 2.6em);
        stroke-width: 1.5;
      }
      .thanks {
        font-weight: var(--weight-heading);
      }
      .thanks:empty {
        display: none;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-rating': RatingFaces;
  }
  interface HTMLElementEventMap {
    rate: CustomEvent<{ rating: Rating }>;
  }
}
