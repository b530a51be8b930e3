import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { base } from '../base-styles.ts';
import { icon } from '../icons.ts';
import { LanguageController, common, minutes, minutesSeconds } from '../locale/index.ts';
import { promiseParts, type PromiseParts } from './promise-parts.ts';
import { setStyle } from './set-style.ts';

/**
 * How a ticket stands to its promise: waited, serving, left, in words and as a bar. Near, the rest is
 * hatched; broken, the bar ends in an ember square with a cross.
 *
 * - `waited-seconds`, `service-seconds` (-1 while nobody serves), `promise-seconds`
 * - `near-seconds`: less than this left is near; a fifth of the promise where it is not given
 */
@customElement('ph-promise-bar')
export class PromiseBar extends LitElement {
  @property({ type: Number, attribute: 'waited-seconds' }) waitedSeconds = 0;
  @property({ type: Number, attribute: 'service-seconds' }) serviceSeconds = -1;
  @property({ type: Number, attribute: 'promise-seconds' }) promiseSeconds = 600;
  @property({ type: Number, attribute: 'near-seconds' }) nearSeconds = -1;

  readonly language = new LanguageController(this);

  override render(): TemplateResult {
    const parts = promiseParts({
      waitedSeconds: this.waitedSeconds,
      serviceSeconds: this.serviceSeconds < 0 ? null : this.serviceSeconds,
      promiseSeconds: this.promiseSeconds,
      nearSeconds: this.nearSeconds < 0 ? this.promiseSeconds / 5 : this.nearSeconds,
    });
    return html`<div class="words">
        <span
          >${common.t('promise-title')} <b>${minutes(this.promiseSeconds)}</b>${
            parts.state === 'in-time'
              ? nothing
              : html`<span class="state ${parts.state}"
                  >${common.t(`promise-${parts.state}`)}</span
                >`
          }</span
        >
        ${this.sum(parts)}
      </div>
      <div class="bar ${parts.state}" aria-hidden="true">
        <span class="waited" ${setStyle({ 'flex-grow': String(parts.waited) })}></span>
        <span class="service" ${setStyle({ 'flex-grow': String(parts.service) })}></span>
        <span class="left" ${setStyle({ 'flex-grow': String(parts.left) })}></span>
        ${parts.state === 'broken' ? html`<span class="end">${icon('cross', 'mark')}</span>` : nothing}
      </div>`;
  }

  private sum({ leftSeconds }: PromiseParts): TemplateResult {
    const figure = (seconds: number) => html`<b>${minutesSeconds(seconds)}</b>`;
    return html`<span class="sum">
      ${common.t('promise-waited')} ${figure(this.waitedSeconds)}
      ${
        this.serviceSeconds < 0
          ? nothing
          : html`+ ${common.t('promise-service')} ${figure(this.serviceSeconds)}`
      }<span class="rest"
        >${common.t(leftSeconds < 0 ? 'promise-over' : 'promise-left')}
        ${figure(Math.abs(leftSeconds))}</span
      >
    </span>`;
  }

  static override styles = [
    base,
    css`
      :host {
        display: block;
        font-size: var(--text-16);
      }
      .words {
        display: flex;
        flex-wrap: wrap;
        justify-content: space-between;
        gap: 0.1em 1.2em;
        color: var(--ink2);
        font-variant-numeric: tabular-nums;
      }
      b {
        color: var(--ink);
        font-weight: var(--weight-heading);
      }
      .state {
        margin-inline-start: 0.75em;
        font-weight: var(--weight-name);
      }
      .near {
        color: var(--warn);
      }
      .broken,
      .broken b {
        color: var(--bad);
      }
      .rest {
        margin-inline-start: 0.75em;
      }
      .bar {
        display: flex;
        height: 1em;
        margin-top: 0.5em;
        border-radius: 0.5em;
        overflow: hidden;
        background: var(--sunk);
      }
      .bar > span {
        flex: 0 1 0;
      }
      .waited {
        background: var(--bar-waited, var(--edge));
      }
      .service {
        background: var(--ink);
      }
      .near .left {
        background: repeating-linear-gradient(
          115deg,
          var(--hatch, var(--lamp)) 0 0.36em,
          var(--hatch-ground, var(--lit-soft)) 0.36em 0.82em
        );
      }
      .bar.broken {
        overflow: visible;
        border-radius: 0.5em 0 0 0.5em;
      }
      .bar.broken .waited {
        border-radius: 0.5em 0 0 0.5em;
      }
      .bar > .end {
        flex: none;
        display: grid;
        place-items: center;
        width: 1.7em;
        height: 1.7em;
        margin-block: -0.35em;
        border-radius: 0.2em;
        background: var(--broken);
        color: var(--broken-ink);
      }
      .end svg {
        width: 1.05em;
        height: 1.05em;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-promise-bar': PromiseBar;
  }
}
