import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { base, numbers } from '#ui/base-styles.ts';
import { icon } from '#ui/icons.ts';
import { LanguageController, textOf, timeOfDay } from '#ui/locale/index.ts';
import { themes } from '#ui/themes.ts';
import { words } from './locale.ts';
import type { OfflineTicket } from './offline-numbers.ts';
import './ph-kiosk-done.ts';
import { screenStyles } from './screen-styles.ts';
import {
  numberScreenStyles,
  photographLine,
  slipNumber,
  slipStyles,
  slipTop,
} from './slip-parts.ts';
import type { Service } from './visit.ts';

/**
 * A number given while the hub is away: the number large, that it holds, and openly what cannot be
 * told now. Nothing is printed and there is no page for the phone yet: it is to be photographed.
 *
 * - `ticket`, `service`, `timezone`
 * - `seconds`: the button's time-out
 * - event `back`
 */
@customElement('ph-kiosk-offline')
export class KioskOffline extends LitElement {
  @property({ attribute: false }) ticket: OfflineTicket | null = null;
  @property({ attribute: false }) service: Service | null = null;
  @property() timezone = '';
  @property({ type: Number }) seconds = 40;
  @property({ type: Boolean }) large = false;

  readonly language = new LanguageController(this);

  override render(): TemplateResult | typeof nothing {
    const { ticket, service } = this;
    if (ticket === null) return nothing;
    const { number } = ticket;
    const time = timeOfDay(ticket.givenAtMs, this.timezone);
    return html`<div class="ticket ${this.large ? 'large' : ''}">
      <article class="slip" data-theme="light">
        ${slipTop(service === null ? '' : textOf(service.name), time)} ${slipNumber(number)}
        ${photographLine(words.t('offline-photograph'))}
      </article>
      <div class="side">
        <ul>
          <li>${icon('check')}<span>${words.t('offline-valid')}</span></li>
          <li>${icon('speaker')}<span>${words.t('called-how', { number })}</span></li>
          <li>${icon('offline')}<span>${words.t('offline-no-wait')}</span></li>
        </ul>
        <div class="push"></div>
        <ph-kiosk-done .seconds=${this.seconds}></ph-kiosk-done>
      </div>
    </div>`;
  }

  static override styles = [
    base,
    themes,
    numbers,
    screenStyles,
    slipStyles,
    numberScreenStyles,
    css`
      .slip {
        flex: none;
        grid-template-rows: auto minmax(0, 1fr) auto;
        width: calc(var(--u) * 952);
        height: calc(var(--u) * 640);
      }
      .num {
        font-size: calc(var(--u) * 300);
      }
      .num.length-5 {
        font-size: calc(var(--u) * 262);
      }
      .num.length-6 {
        font-size: calc(var(--u) * 198);
      }
      .photograph {
        margin-block-end: calc(var(--u) * 48);
        padding-block: calc(var(--u) * 22);
        font-size: calc(var(--u) * 40);
      }
      ul {
        display: grid;
        gap: calc(var(--u) * 36);
        margin: 0;
        padding: 0;
        list-style: none;
        font-size: calc(var(--u) * 42);
        line-height: 1.35;
      }
      li {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: calc(var(--u) * 28);
      }
      li svg {
        width: 1.3em;
        height: 1.3em;
        color: var(--ink2);
      }
      .large ul {
        font-size: calc(var(--u) * 48);
      }
      @media (orientation: landscape) {
        ul,
        .large ul {
          font-size: calc(var(--u) * 36);
        }
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-kiosk-offline': KioskOffline;
  }
}
