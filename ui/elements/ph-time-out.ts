import { LitElement, css, html, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { base, buttons } from '../base-styles.ts';
import { LanguageController, common } from '../locale/index.ts';
import { emit } from './emit.ts';
import { setStyle } from './set-style.ts';

/**
 * A button that presses itself when its time is over, with the seconds left and a thin bar. The
 * time starts when it appears; `extend()` starts it anew.
 *
 * - `seconds`: how long
 * - `look`: `lamp`, `plain` or `solid`
 * - `note`: words for the seconds left; `20 秒后自动继续` where it is not given
 * - default slot: the button's words
 *
 * @fires press touched
 * @fires elapsed the time is over; once, until extended
 */
@customElement('ph-time-out')
export class TimeOut extends LitElement {
  @property({ type: Number }) seconds = 20;
  @property() look: 'lamp' | 'plain' | 'solid' = 'solid';
  @property({ attribute: false }) note: (seconds: number) => string = (seconds) =>
    common.t('time-out-left', { seconds });

  @state() private left = 0;
  private untilMs = 0;
  private timer: ReturnType<typeof setTimeout> | null = null;

  readonly language = new LanguageController(this);

  override render(): TemplateResult {
    const share = this.seconds > 0 ? this.left / this.seconds : 0;
    return html`<button
      class="button wide ${this.look}"
      type="button"
      aria-describedby="note"
      @click=${this.press}
    >
      <span class="words"><slot></slot></span>
      <span class="note" id="note">${this.note(this.left)}</span>
      <span class="track" aria-hidden="true"
        ><span class="bar" ${setStyle({ transform: `scaleX(${share})` })}></span
      ></span>
    </button>`;
  }

  /** Starts the time anew, e.g. at every touch of the page. */
  extend(): void {
    this.stop();
    this.untilMs = performance.now() + this.seconds * 1000;
    this.tick();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.extend();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stop();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (this.hasUpdated && changed.has('seconds')) this.extend();
  }

  private readonly tick = (): void => {
    const leftMs = this.untilMs - performance.now();
    this.left = Math.max(Math.ceil(leftMs / 1000), 0);
    this.timer = null;
    if (leftMs <= 0) emit(this, 'elapsed');
    else this.timer = setTimeout(this.tick, leftMs % 1000 || 1000);
  };

  private readonly press = (): void => {
    emit(this, 'press');
  };

  private stop(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
  }

  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: block;
      }
      .button {
        position: relative;
        display: grid;
        grid-template-columns: 1fr auto 1fr;
        min-height: max(var(--target-touch), 2.9em);
        padding-inline: 0.8em;
        overflow: hidden;
      }
      .solid {
        background: var(--plate);
        color: var(--plate-ink);
      }
      .words {
        grid-column: 2;
      }
      .note {
        justify-self: end;
        padding-inline-start: 0.6em;
        font-size: 0.68em;
        font-weight: var(--weight-label);
        font-variant-numeric: tabular-nums;
        text-align: end;
      }
      .track {
        position: absolute;
        inset: auto 0 0;
        height: var(--lip);
      }
      .bar {
        display: block;
        height: 100%;
        background: currentColor;
        opacity: 0.45;
        transform-origin: left;
        transition: transform 1s linear;
      }
      @media (prefers-reduced-motion: reduce) {
        .bar {
          transition: none;
        }
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-time-out': TimeOut;
  }
}
