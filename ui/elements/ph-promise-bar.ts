import { LitElement, css, html, nothing, svg, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { base } from '../base-styles.ts';
import { LanguageController, common, minutes, minutesSeconds } from '../locale/index.ts';
import { promiseParts } from './promise-parts.ts';

/**
 * The promise of a service to one person: waited, serving, left; with the figures written out.
 *
 * - `waited-seconds`, `serving-seconds`, `promise-seconds`
 * - `near-seconds`: from how little left on the rest is hatched (120)
 * - `compact`: the bar alone, for rows
 */
@customElement('ph-promise-bar')
export class PromiseBar extends LitElement {
  @property({ type: Number, attribute: 'waited-seconds' }) waitedSeconds = 0;
  @property({ type: Number, attribute: 'serving-seconds' }) servingSeconds = 0;
  @property({ type: Number, attribute: 'promise-seconds' }) promiseSeconds = 600;
  @property({ type: Number, attribute: 'near-seconds' }) nearSeconds = 120;
  @property({ type: Boolean }) compact = false;

  readonly language = new LanguageController(this);

  override render(): TemplateResult {
    const parts = promiseParts(
      this.waitedSeconds,
      this.servingSeconds,
      this.promiseSeconds,
      this.nearSeconds,
    );
    const percent = (part: number): string => `${(part * 100).toFixed(2)}%`;
    const restAt = parts.waited + parts.serving;
    return html`${this.compact ? nothing : this.words(parts.leftSeconds)}
      <svg
        class="bar ${parts.state}"
        role="img"
        aria-label=${`${common.t(`promise-${parts.state}`)} ${minutesSeconds(parts.leftSeconds)}`}
      >
        <defs>
          <pattern id="hatch" width="8" height="8" patternUnits="userSpaceOnUse">
            <path class="hatch" d="M-2 10 10 -2M-2 2 2 -2M6 10l4-4" />
          </pattern>
        </defs>
        ${svg`<rect class="track" width="100%" height="100%" />
          <rect class="waited" width=${percent(parts.waited)} height="100%" />
          <rect class="serving" x=${percent(parts.waited)} width=${percent(parts.serving)} height="100%" />`}
        ${
          parts.state === 'near'
            ? svg`<rect x=${percent(restAt)} width=${percent(parts.rest)} height="100%" fill="url(#hatch)" />`
            : nothing
        }
        ${
          parts.state === 'broken'
            ? svg`<rect class="over" x=${percent(parts.due)} width=${percent(1 - parts.due)} height="100%" />
            <rect class="due" x=${percent(parts.due)} width="3" height="100%" />`
            : nothing
        }
      </svg>`;
  }

  private words(leftSeconds: number): TemplateResult {
    const figure = (seconds: number): TemplateResult =>
      html`<b class="figure">${minutesSeconds(seconds)}</b>`;
    const broken = leftSeconds < 0;
    return html`<p class="words">
      <span>${common.t('promise-of')} <b class="figure">${minutes(this.promiseSeconds)}</b></span>
      <span class="sum">
        <span>${common.t('promise-waited')} ${figure(this.waitedSeconds)}</span>
        ${
          this.servingSeconds > 0
            ? html`<span>${common.t('promise-service')} ${figure(this.servingSeconds)}</span>`
            : nothing
        }
        <span class=${broken ? 'bad' : ''}
          >${common.t(broken ? 'promise-over' : 'promise-left')}
          ${figure(Math.abs(leftSeconds))}</span
        >
      </span>
    </p>`;
  }

  static override styles = [
    base,
    css`
      :host {
        display: block;
        color: var(--ink2);
      }
      .words,
      .sum {
        display: flex;
        flex-wrap: wrap;
        justify-content: space-between;
        gap: 0.15em 1em;
      }
      .words {
        margin-block-end: 0.5em;
      }
      b {
        color: var(--ink);
        font-weight: var(--weight-name);
        font-variant-numeric: tabular-nums;
      }
      .bad,
      .bad b {
        color: var(--bad);
      }
      .bar {
        display: block;
        width: 100%;
        height: var(--bar-height, calc(var(--u) * 16));
        border-radius: calc(var(--u) * 8);
        overflow: hidden;
      }
      /* A broken promise has a square end: it is told by shape as well. */
      .broken {
        border-start-end-radius: 0;
        border-end-end-radius: 0;
      }
      .track {
        fill: var(--line);
      }
      .waited {
        fill: var(--edge);
      }
      .serving {
        fill: var(--ink);
      }
      .hatch {
        stroke: var(--ink2);
        stroke-width: 2;
        fill: none;
      }
      .over {
        fill: var(--broken);
      }
      .due {
        fill: var(--surface);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-promise-bar': PromiseBar;
  }
}
