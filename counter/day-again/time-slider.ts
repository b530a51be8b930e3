import { LitElement, css, html, nothing, svg, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { PastDayOutline } from '#protocol/history.ts';
import { base, buttons } from '#ui/base-styles.ts';
import { emit } from '#ui/elements/emit.ts';
import { icon } from '#ui/icons.ts';
import { LanguageController, timeOfDay, timeWithSeconds } from '#ui/locale/index.ts';
import { words } from './locale.ts';

const width = 960;
const height = 56;

/**
 * A day as a line of how full the hall was, with its turning points and a handle.
 *
 * - `outline`, `atMs`, `count` (who waits then), `playing`
 *
 * @fires moment detail: milliseconds since 1970
 * @fires play detail: whether it is to run
 */
@customElement('ph-time-slider')
export class TimeSlider extends LitElement {
  @property({ attribute: false }) outline: PastDayOutline | null = null;
  @property({ attribute: false }) atMs = 0;
  @property({ attribute: false }) count: number | null = null;
  @property({ type: Boolean }) playing = false;

  readonly language = new LanguageController(this);

  override render(): TemplateResult | typeof nothing {
    const { outline } = this;
    if (outline === null) return nothing;
    const [fromMs, toMs] = [Date.parse(outline.from), Date.parse(outline.to)];
    const time = timeWithSeconds(this.atMs, outline.timezone);
    return html`<button
        class="button plain play"
        type="button"
        aria-pressed=${this.playing ? 'true' : 'false'}
        @click=${() => {
          emit(this, 'play', !this.playing);
        }}
      >
        ${icon(this.playing ? 'pause' : 'play')}${words.t(this.playing ? 'stop' : 'play')}
      </button>
      <output class="time" for="slider">${time}</output>
      <div class="track">
        ${this.crowd(outline, fromMs, toMs)}
        <input
          id="slider"
          type="range"
          min=${fromMs}
          max=${toMs}
          step="1000"
          .value=${String(this.atMs)}
          aria-label=${words.t('slider')}
          aria-valuetext=${words.t('slider-now', { time, count: this.count ?? 0 })}
          @input=${({ target }: Event) => {
            emit(this, 'moment', Number((target as HTMLInputElement).value));
          }}
          @keydown=${this.keyed}
        />
        <div class="ends" aria-hidden="true">
          <span>${timeOfDay(outline.from, outline.timezone)}</span>
          <span>${timeOfDay(outline.to, outline.timezone)}</span>
        </div>
      </div>`;
  }

  private crowd(outline: PastDayOutline, fromMs: number, toMs: number): TemplateResult {
    const { waiting, marks } = outline;
    const most = Math.max(1, ...waiting);
    const step = width / Math.max(waiting.length, 1);
    const x = (ms: number): number => ((ms - fromMs) / Math.max(toMs - fromMs, 1)) * width;
    return html`<svg
      viewBox="0 0 ${width} ${height}"
      preserveAspectRatio="none"
      role="img"
      aria-label=${words.t('crowd', { count: most })}
    >
      ${waiting.map((count, index) => {
        const tall = (count / most) * (height - 6);
        return svg`<rect class="full" x=${index * step} y=${height - tall} width=${step + 0.5} height=${tall} />`;
      })}
      ${marks.map(({ at, kind }) => {
        const place = x(Date.parse(at));
        return svg`<g class="mark"><title>${words.t(`mark-${kind}`)} ${timeOfDay(at, outline.timezone)}</title>
          <line x1=${place} x2=${place} y1="0" y2=${height} /></g>`;
      })}
      <line class="now" x1=${x(this.atMs)} x2=${x(this.atMs)} y1="0" y2=${height} />
    </svg>`;
  }

  /** An arrow moves a second, with shift a minute, page keys ten. */
  private readonly keyed = (event: KeyboardEvent): void => {
    const arrow = event.shiftKey ? 60 : 1;
    const seconds: Readonly<Record<string, number>> = {
      ArrowRight: arrow,
      ArrowUp: arrow,
      ArrowLeft: -arrow,
      ArrowDown: -arrow,
      PageUp: 600,
      PageDown: -600,
    };
    const by = seconds[event.key];
    if (by === undefined) return;
    event.preventDefault();
    emit(this, 'moment', this.atMs + by * 1_000);
  };

  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: grid;
        grid-template-columns: auto auto minmax(0, 1fr);
        align-items: center;
        gap: var(--space-16);
      }
      .play {
        white-space: nowrap;
      }
      .time {
        font-size: var(--text-28);
        font-weight: var(--weight-number);
        font-variant-numeric: tabular-nums;
      }
      svg:not(.icon) {
        width: 100%;
        height: calc(var(--u) * 52);
        border-block-end: 1px solid var(--edge);
      }
      .full {
        fill: var(--edge);
        opacity: 0.45;
      }
      .mark line {
        stroke: var(--ink2);
        stroke-dasharray: 3 3;
        vector-effect: non-scaling-stroke;
      }
      .now {
        stroke: var(--ink);
        stroke-width: 2.5;
        vector-effect: non-scaling-stroke;
      }
      input {
        display: block;
        width: 100%;
        height: var(--target);
        margin: calc(var(--u) * -16) 0 calc(var(--u) * -10);
        accent-color: var(--plate);
        cursor: pointer;
      }
      .ends {
        display: flex;
        justify-content: space-between;
        color: var(--ink2);
        font-size: var(--text-13);
        font-variant-numeric: tabular-nums;
      }
      @media (max-width: 759px) {
        :host {
          grid-template-columns: auto 1fr;
        }
        .track {
          grid-column: 1 / -1;
        }
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-time-slider': TimeSlider;
  }
}
