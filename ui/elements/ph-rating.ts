import { LitElement, css, html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { ratings, type Rating } from '#core/vocabulary.ts';
import { base } from '../base-styles.ts';
import { icon, type IconName } from '../icons.ts';
import { LanguageController, common, ratingWord } from '../locale/index.ts';
import { emit } from './emit.ts';

/**
 * Three equal faces with their words, none chosen before and none coloured; then thanks. The font
 * size is that of the words; a target is at least 60 px whatever the size.
 *
 * - `given`: the rating, once it is given; null asks
 * - `busy`: on its way to the hub, a second touch does nothing
 * - `label`: the question, for screen readers; the page shows it
 *
 * @fires rate detail is `{ rating }`
 */
@customElement('ph-rating')
export class RatingFaces extends LitElement {
  @property({ attribute: false }) given: Rating | null = null;
  @property({ type: Boolean }) busy = false;
  @property() label = '';

  readonly language = new LanguageController(this);

  override render(): TemplateResult {
    if (this.given !== null) {
      return html`<p class="thanks" role="status">
        ${icon('check')}<span>${common.t('rating-thanks')}</span>
      </p>`;
    }
    return html`<div class="faces" role="group" aria-label=${this.label || common.t('rating-ask')}>
      ${ratings.map(
        (rating) =>
          html`<button
            type="button"
            aria-disabled=${this.busy ? 'true' : 'false'}
            @click=${() => {
              if (!this.busy) emit(this, 'rate', { rating });
            }}
          >
            ${icon(faces[rating])}<span>${ratingWord(rating)}</span>
          </button>`,
      )}
    </div>`;
  }

  static override styles = [
    base,
    css`
      :host {
        display: block;
      }
      .faces {
        display: grid;
        grid-template-columns: repeat(3, 1fr);
        gap: 0.5em;
        height: 100%;
      }
      button {
        display: grid;
        place-content: center;
        place-items: center;
        gap: 0.55em;
        min-height: max(var(--target-touch), 5.2em);
        padding: 0.5em 0.3em;
        border: 0;
        border-radius: var(--rating-radius, 0.6em);
        background: var(--surface);
        box-shadow:
          inset 0 0 0 calc(var(--u) * 2) var(--edge),
          0 var(--lip) 0 var(--line);
        font-weight: var(--weight-heading);
        line-height: var(--leading-heading);
        text-wrap: balance;
        cursor: pointer;
        touch-action: manipulation;
        transition: transform var(--dur-press) var(--ease-in);
      }
      button:active {
        transform: translateY(calc(var(--u) * 2));
        box-shadow: inset 0 0 0 calc(var(--u) * 2) var(--edge);
      }
      button .icon {
        width: var(--face-size, 2.5em);
        height: var(--face-size, 2.5em);
        color: var(--face, var(--dot));
      }
      .thanks {
        display: flex;
        align-items: center;
        gap: 0.5em;
        font-weight: var(--weight-heading);
      }
      .thanks svg {
        width: 1.2em;
        height: 1.2em;
        color: var(--good);
      }
    `,
  ];
}

const faces = {
  satisfied: 'face-satisfied',
  fair: 'face-fair',
  dissatisfied: 'face-dissatisfied',
} as const satisfies Record<Rating, IconName>;

declare global {
  interface HTMLElementTagNameMap {
    'ph-rating': RatingFaces;
  }
  interface HTMLElementEventMap {
    rate: CustomEvent<{ rating: Rating }>;
  }
}
