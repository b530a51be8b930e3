import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { base, numbers } from '#ui/base-styles.ts';
import { emit } from '#ui/elements/emit.ts';
import type { TimeOut } from '#ui/elements/ph-time-out.ts';
import '#ui/elements/ph-time-out.ts';
import { icon } from '#ui/icons.ts';
import { LanguageController, textOf, timeOfDay } from '#ui/locale/index.ts';
import { themes } from '#ui/themes.ts';
import { words } from './locale.ts';
import type { OfflineTicket } from './offline-numbers.ts';
import { screenStyles } from './screen-styles.ts';
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

  @query('ph-time-out') private timeOut!: TimeOut | null;

  readonly language = new LanguageController(this);

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('pointerdown', this.extend, true);
    addEventListener('keydown', this.extend, true);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('pointerdown', this.extend, true);
    removeEventListener('keydown', this.extend, true);
  }

  override render(): TemplateResult | typeof nothing {
    const { ticket, service } = this;
    if (ticket === null) return nothing;
    const { number } = ticket;
    const time = timeOfDay(ticket.givenAtMs, this.timezone);
    return html`<div class="ticket ${this.large ? 'large' : ''}">
      <article class="slip" data-theme="light">
        <p class="top">
          <span>${service === null ? '' : textOf(service.name)}</span
          ><span class="time">${time}</span>
        </p>
        <p class="number">
          <span class="num length-${Math.min(number.length, 7)}">${number}</span>
        </p>
        <p class="photograph">${icon('phone')}<span>${words.t('offline-photograph')}</span></p>
      </article>
      <div class="side">
        <ul>
          <li>${icon('check')}<span>${words.t('offline-valid')}</span></li>
          <li>${icon('speaker')}<span>${words.t('called-how', { number })}</span></li>
          <li>${icon('offline')}<span>${words.t('offline-no-wait')}</span></li>
        </ul>
        <div class="push"></div>
        <ph-time-out
          .seconds=${this.seconds}
          .note=${(seconds: number) => words.t('done-seconds', { seconds })}
          @press=${this.done}
          @elapsed=${this.done}
          >${words.t('done')}</ph-time-out
        >
      </div>
    </div>`;
  }

  private readonly done = (): void => {
    emit(this, 'back');
  };

  private readonly extend = (): void => {
    this.timeOut?.extend();
  };

  static override styles = [
    base,
    themes,
    numbers,
    screenStyles,
    css`
      .ticket {
        display: flex;
        flex-direction: column;
        gap: calc(var(--u) * 56);
        height: 100%;
      }
      .slip {
        flex: none;
        display: grid;
        grid-template-rows: auto minmax(0, 1fr) auto;
        width: calc(var(--u) * 952);
        height: calc(var(--u) * 640);
        border-radius: calc(var(--u) * 36);
        background: var(--surface);
        color: var(--ink);
      }
      .top {
        display: flex;
        justify-content: space-between;
        gap: calc(var(--u) * 32);
        padding: calc(var(--u) * 48) calc(var(--u) * 64) 0;
        font-size: calc(var(--u) * 44);
        font-weight: var(--weight-name);
        line-height: 1.15;
      }
      .time {
        color: var(--ink2);
        font-weight: var(--weight-label);
        font-variant-numeric: tabular-nums;
      }
      .number {
        display: grid;
        place-items: center;
      }
      .num {
        font-size: calc(var(--u) * 300);
      }
      .num.length-5 {
        font-size: calc(var(--u) * 262);
      }
      .num.length-6,
      .num.length-7 {
        font-size: calc(var(--u) * 198);
      }
      .photograph {
        display: flex;
        align-items: center;
        justify-content: center;
        gap: calc(var(--u) * 20);
        margin: 0 calc(var(--u) * 52) calc(var(--u) * 48);
        padding: calc(var(--u) * 22) calc(var(--u) * 24);
        border: calc(var(--u) * 3) solid var(--ink);
        border-radius: calc(var(--u) * 20);
        background: var(--lamp);
        color: var(--pine-950);
        font-size: calc(var(--u) * 40);
        font-weight: var(--weight-name);
        line-height: 1.2;
      }
      svg {
        flex: none;
        width: 1.3em;
        height: 1.3em;
      }
      .side {
        flex: 1;
        min-height: 0;
        display: flex;
        flex-direction: column;
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
        color: var(--ink2);
      }
      ph-time-out {
        --radius-row: var(--radius);
        font-size: calc(var(--u) * 46);
      }
      .large ul {
        font-size: calc(var(--u) * 48);
      }
      @media (orientation: landscape) {
        .ticket {
          flex-direction: row;
          gap: calc(var(--u) * 72);
        }
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
