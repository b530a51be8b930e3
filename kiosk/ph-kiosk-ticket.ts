import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { TicketView } from '#protocol/views.ts';
import { base } from '#ui/base-styles.ts';
import { LanguageController, common, textOf } from '#ui/locale/index.ts';
import '#ui/elements/ph-qr.ts';
import '#ui/elements/ph-queue-line.ts';
import './ph-kiosk-done.ts';
import './ph-slip.ts';
import { words } from './locale.ts';
import { screenStyles } from './screen-styles.ts';
import { numberScreenStyles } from './slip-parts.ts';
import type { Printing } from './printing.ts';
import type { Service } from './visit.ts';

/**
 * The number was taken: slip, line with the customer's own dot lit, code for the phone, and one
 * plain button that presses itself.
 *
 * - `ticket`; `service`: of the view, for counters and papers
 * - `address`: the absolute address of the phone's page
 * - `seconds`: the button's time-out
 * - `printing`: what becomes of the slip; where none comes, the number is to be photographed
 * - event `back`
 */
@customElement('ph-kiosk-ticket')
export class KioskTicket extends LitElement {
  @property({ attribute: false }) ticket: TicketView | null = null;
  @property({ attribute: false }) service: Service | null = null;
  @property() address = '';
  @property({ type: Number }) seconds = 20;
  @property({ attribute: false }) printing: Printing = 'none';
  @property({ type: Boolean }) large = false;

  readonly language = new LanguageController(this);

  override render(): TemplateResult | typeof nothing {
    const { ticket, service } = this;
    if (ticket === null) return nothing;
    const { number, ahead } = ticket;
    const papers = service?.papers ?? [];
    const isUnprinted = this.printing === 'no-paper' || this.printing === 'not-printed';
    return html`<div class="ticket ${this.large ? 'large' : ''}">
      <ph-slip .ticket=${ticket} ?unprinted=${isUnprinted}></ph-slip>
      <div class="side">
        <ph-queue-line
          you
          spread
          .ahead=${ahead}
          .max=${9}
          .counters=${(service?.counters ?? []).slice(0, 3)}
        ></ph-queue-line>
        <div class="code">
          <span class="sheet"
            ><ph-qr .value=${this.address} .label=${common.t('ticket-code', { number })}></ph-qr
          ></span>
          <div>
            <h2>${words.t('scan-title')}</h2>
            <p class="phrases">${words.t('scan-help')}</p>
          </div>
        </div>
        <div class="told">
          <p>${words.t('called-how', { number })}</p>
          ${
            papers.length === 0
              ? nothing
              : html`<p class="papers phrases">${papersLine(papers.map(textOf))}</p>`
          }
        </div>
        <div class="push"></div>
        <ph-kiosk-done .seconds=${this.seconds}></ph-kiosk-done>
      </div>
    </div>`;
  }

  static override styles = [
    base,
    screenStyles,
    numberScreenStyles,
    css`
      .side {
        gap: calc(var(--u) * 40);
      }
      ph-queue-line {
        font-size: calc(var(--u) * 40);
        flex: none;
      }
      .code {
        display: flex;
        align-items: center;
        gap: calc(var(--u) * 48);
      }
      .sheet {
        flex: none;
        width: calc(var(--u) * 300);
        padding: calc(var(--u) * 4);
        border-radius: var(--radius);
        background: #fff;
        --qr-size: 100%;
        line-height: 0;
      }
      .code h2 {
        font-size: calc(var(--u) * 52);
      }
      .code p {
        margin-block-start: calc(var(--u) * 16);
        color: var(--ink2);
        font-size: calc(var(--u) * 36);
        line-height: 1.4;
      }
      .told {
        display: grid;
        gap: calc(var(--u) * 12);
        padding-block-start: calc(var(--u) * 28);
        border-top: calc(var(--u) * 2) solid var(--line);
        color: var(--ink2);
        font-size: calc(var(--u) * 34);
      }
      .papers {
        color: var(--ink);
        font-weight: var(--weight-label);
        text-wrap: balance;
      }
      .large .code h2 {
        font-size: calc(var(--u) * 60);
      }
      .large .code p,
      .large .told {
        font-size: calc(var(--u) * 44);
      }
      .large .papers {
        display: none;
      }
      @media (orientation: landscape) {
        .side {
          gap: calc(var(--u) * 36);
        }
        .sheet {
          width: calc(var(--u) * 280);
        }
        .code h2,
        .large .code h2 {
          font-size: calc(var(--u) * 44);
        }
        .code p,
        .large .code p,
        .large .told {
          font-size: calc(var(--u) * 34);
        }
      }
    `,
  ];
}

/** Longer lists than two lines are read on the phone, whole. */
const papersEmMax = 48;

function papersLine(papers: readonly string[]): string {
  const list = papers.join(words.t('list-separator'));
  // Chinese takes an em a character, English about half.
  const ems = Array.from(list).reduce((sum, sign) => sum + (sign > '\u2e7f' ? 1 : 0.5), 0);
  return ems > papersEmMax
    ? words.t('papers-on-phone')
    : `${words.t('papers-title')}${words.t('colon')}${list}`;
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-kiosk-ticket': KioskTicket;
  }
}
