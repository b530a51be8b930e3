import { LitElement, css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { base } from '../base-styles.ts';
import { LanguageController, common } from '../locale/index.ts';
import { queueDots, queueDotsMax } from './queue-dots.ts';
import './ph-plate.ts';

/**
 * The line as it stands: plates, a dotted path, a dot a person, and you. A dot is .62 em.
 *
 * - `ahead`: people waiting (before you)
 * - `you`: the reader's own dot ends the line, lit
 * - `counters`: plates at its head, where the line leads
 * - `max`: dots drawn at most (12), the others are counted
 * - `spread`: the path grows, so that the line fills its place
 * - `--line-plate`: side of its plates, where the dots are to be larger beside them
 * - `silent`: without the words for nobody and next, where the page says them itself
 *
 * When somebody leaves, the line steps forward one place (320 ms), it never jumps.
 */
@customElement('ph-queue-line')
export class QueueLine extends LitElement {
  @property({ type: Number }) ahead = 0;
  @property({ type: Boolean }) you = false;
  @property({ attribute: false }) counters: readonly string[] = [];
  @property({ type: Number }) max = queueDotsMax;
  @property({ type: Boolean }) silent = false;

  @query('.people') private people!: HTMLElement | null;

  readonly language = new LanguageController(this);

  override render(): TemplateResult {
    const { dots, more } = queueDots(this.ahead, this.max);
    const empty = dots === 0 && !this.you;
    // Keyed from the end of the line: whoever leaves it leaves at its head.
    const places = Array.from({ length: dots }, (_, place) => dots - place);
    return html`<div class="line" role="img" aria-label=${this.spoken()}>
      ${
        this.counters.length === 0
          ? nothing
          : html`<span class="plates"
                >${this.counters.map(
                  (counter) => html`<ph-plate decorative .counter=${counter}></ph-plate>`,
                )}</span
              ><span class="path"></span>`
      }
      <span class="people">
        ${repeat(
          places,
          (key) => key,
          () => html`<i class="dot"></i>`,
        )}
        ${more > 0 ? html`<b class="more">+${more}</b>` : nothing}
        ${this.you ? html`<i class="dot you"></i><b class="word own">${common.t('you')}</b>` : nothing}
      </span>
      ${empty && !this.silent ? html`<span class="word">${common.t('queue-nobody')}</span>` : nothing}
    </div>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const before = changed.get('ahead');
    if (before === undefined || before - this.ahead !== 1 || this.people === null) return;
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    this.people.animate([{ transform: 'translateX(1em)' }, { transform: 'none' }], {
      duration: 320,
      easing: 'cubic-bezier(.2,.8,.2,1)',
    });
  }

  private spoken(): string {
    const count = queueDots(this.ahead, Number.MAX_SAFE_INTEGER).dots;
    if (this.you)
      return count === 0 ? common.t('queue-you-next') : common.t('queue-you', { count });
    return count === 0 ? common.t('queue-nobody') : common.t('queue-count', { count });
  }

  static override styles = [
    base,
    css`
      :host {
        display: block;
      }
      .line,
      .people,
      .plates {
        display: flex;
        align-items: center;
      }
      .line {
        min-height: 1em;
        line-height: 1;
      }
      .people,
      .plates {
        gap: 0.38em;
      }
      .plates {
        --plate-size: var(--line-plate, 1.9em);
      }
      .path {
        flex: 0 0 1.7em;
        margin-inline: 0.45em;
        border-top: 0.13em dotted var(--dot);
      }
      :host([spread]) .path {
        flex-grow: 1;
      }
      .dot {
        flex: none;
        width: 0.62em;
        height: 0.62em;
        border-radius: 50%;
        background: var(--dot);
      }
      .you {
        width: 1.27em;
        height: 1.27em;
        border: 0.16em solid var(--ink);
        background: var(--lamp);
      }
      .more {
        font-weight: var(--weight-name);
        font-variant-numeric: tabular-nums;
        margin-inline-start: 0.1em;
      }
      .word {
        font-weight: var(--weight-name);
      }
      .own {
        color: var(--warn);
      }
      @media (forced-colors: active) {
        .dot {
          background: CanvasText;
        }
        .you {
          background: Highlight;
        }
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-queue-line': QueueLine;
  }
}
