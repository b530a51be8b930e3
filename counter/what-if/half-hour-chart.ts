import { LitElement, css, html, svg, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { HalfHourTold } from '#protocol/what-if.ts';
import { base } from '#ui/base-styles.ts';
import { LanguageController, timeOfDay } from '#ui/locale/index.ts';
import { words } from './locale.ts';

const width = 600;
const height = 150;
const foot = 20;
const left = 26;
const right = 18;

/**
 * A day by half hours: columns of tickets (hatched: the promise was broken), and the counters that
 * were open as a line in steps, on the scale at the right. Two of them beside each other share `issuedMax` and `openMax`.
 *
 * - `halfHours`, `timezone`, `issuedMax`, `openMax`, `label`
 */
@customElement('ph-half-hour-chart')
export class HalfHourChart extends LitElement {
  @property({ attribute: false }) halfHours: readonly HalfHourTold[] = [];
  @property() timezone = 'UTC';
  @property({ attribute: false }) issuedMax = 1;
  @property({ attribute: false }) openMax = 1;
  @property() label = '';

  readonly language = new LanguageController(this);

  override render(): TemplateResult {
    const step = (width - left - right) / Math.max(this.halfHours.length, 1);
    return html`<svg viewBox="0 0 ${width} ${height + foot}" role="img" aria-label=${this.label}>
      <defs>
        <pattern id="late" width="6" height="6" patternUnits="userSpaceOnUse" class="late">
          <path d="M-1 7 7 -1M-1 1 1 -1M5 7 7 5" />
        </pattern>
      </defs>
      <line class="ground" x1=${left} y1=${height} x2=${width - right} y2=${height} />
      <text class="scale" x=${left - 6} y="10" text-anchor="end">${this.issuedMax}</text>
      <text class="scale" x=${left - 6} y=${height} text-anchor="end">0</text>
      <text class="scale counters" x=${width - right + 6} y="16">${this.openMax}</text>
      ${this.halfHours.map((slot, index) => this.column(slot, left + index * step, step))}
      <path class="open" d=${this.steps(step)} />
    </svg>`;
  }

  private column(slot: HalfHourTold, x: number, step: number) {
    const scale = (height - 12) / Math.max(this.issuedMax, 1);
    const total = slot.issued * scale;
    const late = slot.broken * scale;
    const time = timeOfDay(slot.from, this.timezone);
    const says = words.t('chart-words', {
      from: time,
      issued: slot.issued,
      broken: slot.broken,
      open: Math.round(slot.openCounters * 10) / 10,
    });
    const isTold = time.endsWith(':00') && Number(time.slice(0, 2)) % 2 === 0;
    return svg`<g>
      <title>${says}</title>
      <rect class="touch" x=${x} y="0" width=${step} height=${height} />
      <rect class="in-time" x=${x + 1} y=${height - total} width=${Math.max(step - 2, 1)}
        height=${Math.max(total - late, 0)} />
      <rect class="broken" x=${x + 1} y=${height - late} width=${Math.max(step - 2, 1)}
        height=${late} fill="url(#late)" />
      ${isTold ? svg`<text class="scale" x=${x} y=${height + 15}>${time}</text>` : ''}
    </g>`;
  }

  private steps(step: number): string {
    const scale = (height - 12) / Math.max(this.openMax, 1);
    return this.halfHours
      .map(({ openCounters }, index) => {
        const x = left + index * step;
        const y = height - openCounters * scale;
        return `${index === 0 ? 'M' : 'L'}${x} ${y}H${x + step}`;
      })
      .join('');
  }

  static override styles = [
    base,
    css`
      :host {
        display: block;
      }
      svg {
        width: 100%;
        height: auto;
      }
      .ground {
        stroke: var(--edge);
      }
      .scale {
        fill: var(--ink2);
        font-size: 12px;
        font-variant-numeric: tabular-nums;
      }
      .counters {
        fill: var(--ink);
        font-weight: var(--weight-name);
      }
      .touch {
        fill: transparent;
      }
      g:hover .touch {
        fill: var(--sunk);
      }
      .in-time {
        fill: var(--edge);
        opacity: 0.55;
      }
      .broken {
        stroke: var(--bad);
      }
      .late path {
        stroke: var(--bad);
        stroke-width: 1.6;
      }
      .open {
        fill: none;
        stroke: var(--ink);
        stroke-width: 2.5;
        stroke-linejoin: round;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-half-hour-chart': HalfHourChart;
  }
}
