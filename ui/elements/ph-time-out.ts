import { LitElement, css, html, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { base, buttons } from '../base-styles.ts';
import { LanguageController, common } from '../locale/index.ts';
import { emit } from './emit.ts';

/**
 * A button that presses itself: its words, the seconds left, and a thin bar. Pressing it is the
 * same as waiting, only sooner.
 *
 * - `seconds`: how long; changing it, or calling `restart()`, starts anew (the extended state)
 * - `words`: what happens at the end, e.g. "Done"
 * - `lit`: filled with the lamp, where it is the page's one lit thing
 * - `held`: stands still, e.g. while a finger rests on the page
 * - event `time-out`, once, detail `{ pressed: boolean }`
 */
@customElement('ph-time-out')
export class TimeOut extends LitElement {
  @property({ type: Number }) seconds = 20;
  @property() words = '';
  @property({ type: Boolean }) lit = false;
  @property({ type: Boolean }) held = false;

  @state() private leftMs = 0;
  @query('.rest') private rest!: HTMLElement | null;

  readonly language = new LanguageController(this);
  private timer: ReturnType<typeof setInterval> | null = null;
  private countedAt = 0;
  private over = false;

  override connectedCallback(): void {
    super.connectedCallback();
    this.restart();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stopCounting();
  }

  /** Counts the full time again. */
  restart(): void {
    this.leftMs = this.seconds * 1000;
    this.over = false;
    this.countedAt = performance.now();
    this.timer ??= setInterval(() => {
      this.count();
    }, 250);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('seconds') && changed.get('seconds') !== undefined) this.restart();
  }

  protected override updated(): void {
    const part = this.seconds > 0 ? Math.max(0, this.leftMs) / (this.seconds * 1000) : 0;
    if (this.rest !== null) this.rest.style.transform = `scaleX(${part})`;
  }

  override render(): TemplateResult {
    const left = Math.max(0, Math.ceil(this.leftMs / 1000));
    return html`<button
        class="button touch wide ${this.lit ? 'lamp' : 'plain'}"
        type="button"
        @click=${this.pressed}
      >
        <span>${this.words}</span><span class="seconds figure" aria-hidden="true">${left}</span>
        <span class="bar" aria-hidden="true"><span class="rest"></span></span>
      </button>
      <span class="visually-hidden" role="status"
        >${left === 10 ? common.t('time-out-left', { seconds: left }) : ''}</span
      >`;
  }

  private count(): void {
    const now = performance.now();
    const passedMs = now - this.countedAt;
    this.countedAt = now;
    if (this.held) return;
    this.leftMs -= passedMs;
    if (this.leftMs <= 0) this.end(false);
  }

  private pressed(): void {
    this.end(true);
  }

  private end(pressed: boolean): void {
    this.stopCounting();
    if (this.over) return;
    this.over = true;
    emit(this, 'time-out', { pressed });
  }

  private stopCounting(): void {
    if (this.timer !== null) clearInterval(this.timer);
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
        overflow: hidden;
        padding-block: 0.7em calc(0.7em + var(--lip));
      }
      .seconds {
        min-width: 1.6em;
        color: var(--ink2);
        font-weight: var(--weight-label);
        font-variant-numeric: tabular-nums;
      }
      .lamp .seconds {
        color: var(--pine-950);
      }
      .bar {
        position: absolute;
        inset: auto 1.1em calc(var(--lip) + var(--u) * 7);
        height: calc(var(--u) * 4);
        border-radius: calc(var(--u) * 2);
        background: var(--line);
        overflow: hidden;
      }
      .lamp .bar {
        background: var(--lamp-lip);
      }
      .rest {
        display: block;
        height: 100%;
        border-radius: inherit;
        background: currentColor;
        transform-origin: left;
        transition: transform 250ms linear;
      }
      @media (prefers-reduced-motion: reduce) {
        .rest {
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
