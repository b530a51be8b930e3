import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { TicketView } from '#protocol/views.ts';
import { base, numbers } from '#ui/base-styles.ts';
import { themes } from '#ui/themes.ts';
import { LanguageController, common, range, textOf } from '#ui/locale/index.ts';
import { figures } from './figures.ts';
import { words } from './locale.ts';
import { photographLine, slipNumber, slipStyles, slipTop } from './slip-parts.ts';

/**
 * The slip on the screen: service, class, the number large, a tear line, two facts. It slides out
 * once.
 *
 * - `ticket`
 * - `unprinted`: no slip comes out, and the customer is asked to photograph it
 */
@customElement('ph-slip')
export class Slip extends LitElement {
  @property({ attribute: false }) ticket: TicketView | null = null;
  /** No slip comes out: the customer is asked to photograph it. */
  @property({ type: Boolean, reflect: true }) unprinted = false;

  readonly language = new LanguageController(this);

  override render(): TemplateResult | typeof nothing {
    const { ticket } = this;
    if (ticket === null) return nothing;
    const { number, ahead, estimate } = ticket;
    const isNext = ahead === 0;
    return html`<article class="slip" data-theme="light">
      ${slipTop(textOf(ticket.serviceName), textOf(ticket.className))} ${slipNumber(number)}
      ${this.unprinted ? photographLine(words.t('photograph-or-scan')) : nothing}
      <div class="tear" aria-hidden="true"><i></i><i></i></div>
      <dl>
        <div>
          <dt>${isNext ? nothing : words.t('fact-ahead')}</dt>
          <dd class=${isNext ? 'next' : ''}>
            ${isNext ? common.t('queue-you-next') : figures(words.t('fact-people', { count: ahead }))}
          </dd>
        </div>
        ${
          isNext
            ? nothing
            : html`<div>
                <dt>${words.t('fact-wait')}</dt>
                <dd>${figures(range(estimate))}</dd>
              </div>`
        }
      </dl>
    </article>`;
  }

  static override styles = [
    base,
    themes,
    numbers,
    slipStyles,
    css`
      :host {
        display: block;
        width: calc(var(--u) * 952);
        height: calc(var(--u) * 720);
      }
      .slip {
        grid-template-rows: auto minmax(0, 1fr) auto auto auto;
        height: 100%;
        animation: slip-out 600ms var(--ease-in);
      }
      @keyframes slip-out {
        from {
          transform: translateY(-9%);
          clip-path: inset(9% 0 91% 0);
        }
        to {
          transform: none;
          clip-path: inset(0);
        }
      }
      @media (prefers-reduced-motion: reduce) {
        .slip {
          animation: none;
        }
      }
      .num {
        font-size: calc(var(--u) * 338);
      }
      .num.length-5 {
        font-size: calc(var(--u) * 276);
      }
      .num.length-6 {
        font-size: calc(var(--u) * 232);
      }
      :host([unprinted]) .num:not(.length-5, .length-6, .length-7) {
        font-size: calc(var(--u) * 300);
      }
      .tear {
        position: relative;
        margin-inline: calc(var(--u) * 52);
        border-top: calc(var(--u) * 3) dashed var(--line);
      }
      .tear i {
        position: absolute;
        top: calc(var(--u) * -31);
        left: calc(var(--u) * -82);
        width: calc(var(--u) * 60);
        height: calc(var(--u) * 60);
        border-radius: 50%;
        background: var(--slip-ground, var(--pine-900));
      }
      .tear i + i {
        left: auto;
        right: calc(var(--u) * -82);
      }
      dl {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: calc(var(--u) * 24);
        padding: calc(var(--u) * 40) calc(var(--u) * 64) calc(var(--u) * 52);
      }
      dt {
        min-height: 1.25em;
        color: var(--ink2);
        font-size: calc(var(--u) * 34);
        line-height: 1.25;
      }
      dd {
        font-size: calc(var(--u) * 40);
        font-weight: var(--weight-name);
        line-height: 1.15;
        white-space: nowrap;
      }
      dd b {
        font-size: calc(var(--u) * 68);
        font-weight: var(--weight-number);
        font-variant-numeric: tabular-nums;
        letter-spacing: -0.01em;
      }
      .next {
        font-size: calc(var(--u) * 56);
        margin-block-start: calc(var(--u) * -20);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-slip': Slip;
  }
}
