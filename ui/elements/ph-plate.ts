import { LitElement, css, html, nothing, svg, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { CounterState } from '#core/vocabulary.ts';
import { base } from '../base-styles.ts';
import { LanguageController, common, counterWord } from '../locale/index.ts';

/**
 * A counter: the solid rounded square with its number. Seven states, each with a shape of its own
 * (visual direction, section 3); `calling` is the lamp and the only one with a second frame.
 *
 * - `counter`: what stands on it, one to four characters
 * - `state`: the counter's state
 * - `not-live`: the state is not current: the plate goes hollow
 * - `audience`: `public` or `staff`, for the word that screen readers get
 * - `decorative`: the words beside it say the same; hidden from screen readers
 * - `--plate-size`: its side; the second frame stands outside of it
 * - `--hollow-ground`: the colour behind it, seen beside the stroke of a closed plate
 */
@customElement('ph-plate')
export class Plate extends LitElement {
  @property() counter = '';
  @property() state: CounterState = 'idle';
  @property({ type: Boolean, attribute: 'not-live' }) notLive = false;
  @property() audience: 'public' | 'staff' = 'public';
  @property({ type: Boolean }) decorative = false;

  readonly language = new LanguageController(this);

  override render(): TemplateResult {
    const look = this.notLive ? 'not-live' : this.state;
    const word = this.notLive
      ? common.t('counter-not-live')
      : counterWord(this.state, this.audience);
    const label = common.t('counter-plate', { counter: this.counter, state: word });
    return html`<div
      class="plate ${look} digits-${Math.min(this.counter.length, 4)}"
      role=${this.decorative ? 'presentation' : 'img'}
      aria-hidden=${this.decorative ? 'true' : nothing}
      aria-label=${this.decorative ? nothing : label}
    >
      <svg viewBox="0 0 100 100" aria-hidden="true">${ground(look)}</svg>
      <span class="digit" aria-hidden="true">${this.counter}</span>
      ${
        look === 'handover'
          ? html`<span class="digit half" aria-hidden="true">${this.counter}</span>`
          : nothing
      }
    </div>`;
  }

  static override styles = [
    base,
    css`
      :host {
        --size: var(--plate-size, calc(var(--u) * 64));
        display: inline-block;
        flex: none;
        vertical-align: middle;
        width: var(--size);
        height: var(--size);
      }
      .plate {
        position: relative;
        display: grid;
        place-items: center;
        width: 100%;
        height: 100%;
        color: var(--ink);
      }
      svg,
      .half {
        position: absolute;
        inset: 0;
        width: 100%;
        height: 100%;
        overflow: visible;
      }
      .digit {
        position: relative;
        display: grid;
        place-items: center;
        font-family: var(--font);
        font-size: calc(var(--size) * 0.74);
        font-weight: 690;
        font-stretch: 106%;
        font-variant-numeric: tabular-nums;
        line-height: 1;
        text-align: center;
        user-select: none;
        transition: color var(--dur-lamp-off) var(--ease-out);
      }
      .half {
        position: absolute;
        color: var(--plate-ink);
        clip-path: polygon(0 0, 100% 0, 0 100%);
      }
      .digits-2 .digit {
        font-size: calc(var(--size) * 0.62);
        font-stretch: 84%;
      }
      .digits-3 .digit {
        font-size: calc(var(--size) * 0.45);
        font-stretch: 76%;
      }
      .digits-4 .digit {
        font-size: calc(var(--size) * 0.35);
        font-stretch: 72%;
      }
      .ground {
        fill: transparent;
        stroke: none;
        transition: fill var(--dur-lamp-off) var(--ease-out);
      }
      .idle .ground,
      .serving .ground {
        fill: var(--plate);
      }
      .idle .digit,
      .serving .digit {
        color: var(--plate-ink);
      }
      .calling .ground {
        fill: var(--lamp);
        transition-duration: var(--dur-lamp-on);
        transition-timing-function: var(--ease-in);
      }
      .calling .digit {
        color: var(--pine-950);
        transition-duration: var(--dur-state);
      }
      .outline {
        fill: none;
        stroke: var(--plate);
        stroke-width: 4.4;
      }
      .second-frame {
        fill: none;
        stroke: var(--ring);
        stroke-width: 3.8;
      }
      .dashed {
        stroke-dasharray: 7.2 5.2;
      }
      .hairline {
        stroke: var(--edge);
        stroke-width: 2;
      }
      .strike {
        stroke: var(--ink2);
        stroke-width: 3;
        stroke-linecap: round;
      }
      .solid-half {
        fill: var(--plate);
      }
      .closed .digit {
        color: var(--ink2);
      }
      /* The square is hollow; the digit stays solid, for it has to be read across a hall. */
      .not-live .outline {
        stroke: var(--ink2);
        stroke-width: 2.6;
      }
      .not-live .digit {
        color: var(--ink2);
      }
      @media (forced-colors: active) {
        .ground,
        .solid-half {
          stroke: CanvasText;
          stroke-width: 2;
          fill: Canvas;
        }
        .digit {
          color: CanvasText;
        }
      }
    `,
  ];
}

type Look = CounterState | 'not-live';

/** The square below the digit; a fifth of its side is its radius. */
function ground(look: Look): TemplateResult<2> {
  switch (look) {
    case 'idle':
    case 'serving':
      return svg`<rect class="ground" width="100" height="100" rx="20" />`;
    case 'calling':
      return svg`<rect class="ground" width="100" height="100" rx="20" />
        <rect class="second-frame" x="-5.7" y="-5.7" width="111.4" height="111.4" rx="25.5" />`;
    case 'paused':
      return svg`<rect class="outline" x="2.2" y="2.2" width="95.6" height="95.6" rx="17.8" />`;
    case 'absent':
      return svg`<rect
        class="outline dashed" x="2.2" y="2.2" width="95.6" height="95.6" rx="17.8" />`;
    case 'handover':
      return svg`<path class="solid-half" d="M20 0H80a20 20 0 0 1 14.1 5.9L5.9 94.1A20 20 0 0 1 0 80V20A20 20 0 0 1 20 0z" />
        <rect class="outline" x="2.2" y="2.2" width="95.6" height="95.6" rx="17.8" />`;
    case 'closed':
      return svg`<rect class="outline hairline" x="1" y="1" width="98" height="98" rx="19" />
        <path class="strike" d="M6 94 21 79M79 21 94 6" />`;
    case 'not-live':
      return svg`<rect class="outline" x="1.3" y="1.3" width="97.4" height="97.4" rx="18.7" />`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-plate': Plate;
  }
}
