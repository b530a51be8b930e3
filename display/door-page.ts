import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { DoorView } from '#protocol/views.ts';
import { base, numbers } from '#ui/base-styles.ts';
import { themes } from '#ui/themes.ts';
import { ClockController, ConnectionController, ViewController } from '#ui/hub/controllers.ts';
import {
  LanguageController,
  common,
  dateOf,
  dayOf,
  textOf,
  timeOfDay,
  weekdayOf,
} from '#ui/locale/index.ts';
import '#ui/elements/ph-message-band.ts';
import { setStyle } from '#ui/elements/set-style.ts';
import '#ui/elements/ph-training-tag.ts';
import { reloadIfNewer } from './fresh-build.ts';
import { words } from './locale.ts';
import { connectScreen } from './screen-hub.ts';

const noticesMax = 2;

/** The screen at the door: are you open, until when, and when else (`hours-on-the-door`). */
@customElement('ph-door-page')
export class DoorPage extends LitElement {
  private readonly screen = connectScreen('door');
  private readonly view = new ViewController(this, this.screen.hub, 'door');
  private readonly connection = new ConnectionController(this, this.screen.hub);
  private readonly clock = new ClockController(this, this.screen.hub);
  readonly language = new LanguageController(this);
  private stop: (() => void) | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    this.stop = this.screen.hub.connection.subscribe(({ state }) => {
      if (state === 'live') void reloadIfNewer(() => true);
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stop?.();
  }

  override updated(): void {
    const name = this.view.data?.hall.name;
    if (name !== undefined) document.title = `${words.t('door-title')} · ${textOf(name)}`;
  }

  override render(): TemplateResult {
    const { data } = this.view;
    if (data === null) return html`<main aria-busy="true"></main>`;
    return html`<main>${this.upper(data)}${this.lower(data)}</main>`;
  }

  private upper(data: DoorView): TemplateResult {
    const { hall } = data;
    const open = hall.state === 'open' || hall.state === 'closing';
    return html`<section class="upper" data-theme="dark">
      <header>
        <span>${textOf(hall.name)}</span>
        ${hall.training ? html`<ph-training-tag></ph-training-tag>` : nothing}
        <time class="num">${timeOfDay(this.clock.nowMs, hall.timezone)}</time>
      </header>
      <div class="disc ${open ? 'lit' : ''}" role="presentation"></div>
      <h1 class=${hall.state}>${words.t(`door-${hall.state}`)}</h1>
      <p class="until figure">${this.until(data)}</p>
      ${this.track(data)}
    </section>`;
  }

  private until({ hall, waitingCount }: DoorView): string {
    if (hall.state === 'serving-out') {
      return waitingCount > 0
        ? words.t('inside-waiting', { count: waitingCount })
        : words.t('promise-line');
    }
    if (hall.state !== 'closed' && hall.closesAt !== null) {
      return words.t('today-until', { time: timeOfDay(hall.closesAt, hall.timezone) });
    }
    if (hall.nextOpensAt === null) return words.t('closed-today');
    const time = timeOfDay(hall.nextOpensAt, hall.timezone);
    return words.t('opens-at', { when: this.dayWord(hall.nextOpensAt, hall.timezone), time });
  }

  private dayWord(instant: string, timezone: string): string {
    const day = dateOf(instant, timezone);
    if (day === dateOf(this.clock.nowMs, timezone)) return common.t('today');
    return day === dateOf(this.clock.nowMs + 86_400_000, timezone) ? common.t('tomorrow') : day;
  }

  private track({ hall }: DoorView): TemplateResult | typeof nothing {
    if (hall.opensAt === null || hall.closesAt === null) return nothing;
    const opens = Date.parse(hall.opensAt);
    const closes = Date.parse(hall.closesAt);
    const share = Math.min(Math.max((this.clock.nowMs - opens) / (closes - opens), 0), 1);
    return html`<div class="track" role="presentation">
        <span class="gone" ${setStyle({ width: `${(share * 100).toFixed(2)}%` })}></span>
        <span class="now" ${setStyle({ left: `${(share * 100).toFixed(2)}%` })}></span>
      </div>
      <p class="ends figure">
        <span>${words.t('opens-mark', { time: timeOfDay(opens, hall.timezone) })}</span>
        <span>${timeOfDay(closes, hall.timezone)}</span>
      </p>`;
  }

  private lower(data: DoorView): TemplateResult {
    const { hall } = data;
    const stale = !this.view.live && this.connection.value.state === 'offline';
    return html`<section class="lower" data-theme="light">
      <div class="columns">
        <div>
          <ul class="week">
            ${data.hours.map(
              ({ day, from, to, reason }, index) =>
                html`<li class=${index === 0 ? 'today' : ''}>
                  <span>${weekdayOf(day)}</span>
                  <span class="figure"
                    >${from === null ? words.t('closed') : `${from}–${to ?? ''}`}</span
                  >
                  ${reason === null ? nothing : html`<span class="visually-hidden">${reason}</span>`}
                </li>`,
            )}
            ${data.exceptions.map(
              ({ day, from, to }) =>
                html`<li class="exception">
                  <span>${dayOf(day)}</span>
                  <span class="figure"
                    >${from === null ? words.t('closed') : `${from}–${to ?? ''}`}</span
                  >
                </li>`,
            )}
          </ul>
        </div>
        <div class="side">
          ${
            hall.state === 'closed'
              ? nothing
              : html`<h2>${words.t('inside')}</h2>
                  <p>
                    ${
                      data.waitingCount > 0
                        ? words.t('inside-waiting', { count: data.waitingCount })
                        : words.t('inside-nobody')
                    }
                  </p>`
          }
          ${
            data.notices.length === 0
              ? nothing
              : html`<h2>${words.t('please-note')}</h2>
                  ${data.notices.slice(0, noticesMax).map(({ text }) => html`<p>${textOf(text)}</p>`)}`
          }
        </div>
      </div>
      ${
        stale
          ? html`<ph-message-band
              kind="offline"
              .heading=${words.t('offline-heading', { time: timeOfDay(data.now, hall.timezone) })}
            ></ph-message-band>`
          : nothing
      }
      <footer>
        ${
          hall.hotline === null
            ? nothing
            : html`<p>
                <span>${words.t('hotline')}</span>
                <strong class="digit">${hall.hotline}</strong>
              </p>`
        }
        <p class="promise">${words.t('promise-line')}</p>
      </footer>
    </section>`;
  }

  static override styles = [
    base,
    numbers,
    themes,
    css`
      :host {
        display: block;
        height: 100vh;
        overflow: hidden;
      }
      main {
        display: grid;
        grid-template: 54% 46% / minmax(0, 1fr);
        height: 100%;
        background: var(--pine-900);
      }
      .upper,
      .lower {
        display: flex;
        flex-direction: column;
        min-height: 0;
        padding: calc(var(--u) * 72);
        background: var(--bg);
        color: var(--ink);
      }
      header {
        display: flex;
        align-items: center;
        gap: var(--space-24);
        font-size: calc(var(--u) * 44);
        font-weight: var(--weight-name);
      }
      header ph-training-tag {
        font-size: calc(var(--u) * 32);
      }
      header time {
        margin-inline-start: auto;
        font-size: calc(var(--u) * 56);
      }
      .disc {
        width: calc(var(--u) * 236);
        height: calc(var(--u) * 236);
        margin-block-start: auto;
        border-radius: 50%;
        border: calc(var(--u) * 10) solid var(--edge);
        transition: background-color var(--dur-lamp-off) var(--ease-out);
      }
      .disc.lit {
        border-color: var(--lamp);
        background: var(--lamp);
      }
      h1 {
        margin-block: var(--space-24) var(--space-12);
        font-size: calc(var(--u) * 232);
        line-height: 1.1;
        white-space: nowrap;
      }
      h1:lang(en) {
        font-size: calc(var(--u) * 150);
      }
      h1.serving-out:lang(en) {
        font-size: calc(var(--u) * 108);
      }
      .until {
        font-size: calc(var(--u) * 80);
        font-weight: var(--weight-name);
      }
      .track {
        position: relative;
        height: calc(var(--u) * 20);
        margin-block-start: calc(var(--u) * 52);
        border-radius: calc(var(--u) * 10);
        background: var(--line);
      }
      .gone {
        position: absolute;
        inset: 0 auto 0 0;
        border-radius: inherit;
        background: var(--ink);
      }
      .now {
        position: absolute;
        top: 50%;
        width: calc(var(--u) * 36);
        height: calc(var(--u) * 36);
        margin: calc(var(--u) * -18);
        border-radius: 50%;
        background: var(--ink);
        box-shadow: 0 0 0 calc(var(--u) * 6) var(--bg);
      }
      .ends {
        display: flex;
        justify-content: space-between;
        margin-block-start: var(--space-24);
        font-size: calc(var(--u) * 38);
        color: var(--ink2);
      }
      .columns {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: calc(var(--u) * 56);
        min-height: 0;
        flex: 1;
        overflow: hidden;
        margin-inline: calc(var(--u) * -20);
        padding-inline: calc(var(--u) * 20);
      }
      .week {
        font-size: calc(var(--u) * 40);
      }
      .week li {
        display: flex;
        justify-content: space-between;
        padding: calc(var(--u) * 9) calc(var(--u) * 20);
        margin-inline: calc(var(--u) * -20);
        font-weight: var(--weight-label);
      }
      .week .today {
        border-radius: var(--radius-row);
        background: var(--plate);
        color: var(--plate-ink);
        font-weight: var(--weight-name);
      }
      .week .exception {
        font-size: calc(var(--u) * 36);
        color: var(--ink2);
      }
      .side h2 {
        font-size: calc(var(--u) * 44);
        margin-block-end: var(--space-8);
      }
      .side p + h2 {
        margin-block-start: var(--space-24);
      }
      .side p {
        font-size: calc(var(--u) * 36);
        line-height: var(--leading-help);
        color: var(--ink2);
        text-wrap: pretty;
      }
      .side p:lang(en) {
        font-size: calc(var(--u) * 31);
        line-height: 1.35;
      }
      .side p + p {
        margin-block-start: var(--space-8);
      }
      ph-message-band {
        font-size: calc(var(--u) * 32);
        margin-block: var(--space-12);
      }
      footer {
        display: flex;
        align-items: flex-end;
        justify-content: space-between;
        gap: var(--space-32);
        padding-block-start: var(--space-24);
        border-top: calc(var(--u) * 3) solid var(--ink);
        font-size: calc(var(--u) * 36);
        color: var(--ink2);
      }
      footer p {
        display: grid;
      }
      footer strong {
        font-size: calc(var(--u) * 96);
        line-height: 1.1;
        color: var(--ink);
      }
      .promise {
        text-align: end;
        max-width: 12em;
      }
      @media (orientation: landscape) {
        main {
          grid-template: 100% / 1fr 1fr;
        }
        h1 {
          font-size: calc(var(--u) * 200);
        }
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-door-page': DoorPage;
  }
}
