import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { Rating } from '#core/vocabulary.ts';
import type { WindowView } from '#protocol/views.ts';
import { base, numbers } from '#ui/base-styles.ts';
import { themes } from '#ui/themes.ts';
import { ClockController, ConnectionController, ViewController } from '#ui/hub/controllers.ts';
import { LanguageController, textOf, timeOfDay } from '#ui/locale/index.ts';
import '#ui/elements/ph-message-band.ts';
import '#ui/elements/ph-plate.ts';
import '#ui/elements/ph-rating.ts';
import '#ui/elements/ph-sign.ts';
import '#ui/elements/ph-state-mark.ts';
import '#ui/elements/ph-ticket-number.ts';
import '#ui/elements/ph-training-tag.ts';
import '#ui/elements/ph-ways.ts';
import { reloadIfNewer } from './fresh-build.ts';
import { windowStyles } from './window-styles.ts';
import { words } from './locale.ts';
import { connectScreen, type Pairing } from './screen-hub.ts';

/** Ways that fit beside a sign at the size that is read from two metres. */
const waysMax = 2;
/** The thanks after a rating stand so long. */
const thanksMs = 6_000;

/** The screen at one window: its number, who is served, the clerk; sign and rating. */
@customElement('ph-window-page')
export class WindowPage extends LitElement {
  private readonly counter = decodeURIComponent(location.pathname.split('/').pop() ?? '');
  private readonly screen = connectScreen(`window-${this.counter}`);
  private readonly view = new ViewController(this, this.screen.hub, 'window', null);
  private readonly connection = new ConnectionController(this, this.screen.hub);
  private readonly clock = new ClockController(this, this.screen.hub);
  readonly language = new LanguageController(this);
  @state() private pairing: Pairing = this.screen.pairing.get();
  @state() private rating: 'idle' | 'busy' = 'idle';
  /** Ticket whose rating has been thanked for, and until when the thanks stand (page time). */
  private thanked: { readonly ticket: string; readonly untilMs: number } | null = null;
  private stops: (() => void)[] = [];

  override connectedCallback(): void {
    super.connectedCallback();
    this.stops = [
      this.screen.pairing.subscribe((pairing) => {
        this.pairing = pairing;
      }),
      this.screen.hub.connection.subscribe(({ state: now }) => {
        if (now !== 'live') return;
        // The hub shows a window only to a screen it knows; asked again with every connection.
        if (this.pairing.state !== 'unknown') this.view.watch({ counter: this.counter });
        void reloadIfNewer(() => this.view.data?.state !== 'calling');
      }),
    ];
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const stop of this.stops) stop();
  }

  override updated(): void {
    document.title = words.t('window-title', { counter: this.counter });
  }

  override render(): TemplateResult {
    const { data, problem } = this.view;
    if (problem?.code === 'unknown') {
      return this.message(words.t('unknown-counter', { counter: this.counter }), null);
    }
    if (data === null) return this.waiting();
    return html`<main class=${this.view.live ? data.state : 'not-live'}>
      ${this.content(data)}
    </main>`;
  }

  private content(data: WindowView): TemplateResult {
    if (!this.view.live && this.connection.value.state !== 'connecting') return this.offline(data);
    if (data.sign !== null) return this.signed(data, data.sign);
    if (data.rating !== null && this.mayShowRating(data.rating)) {
      return this.ratingOf(data, data.rating);
    }
    return this.counting(data);
  }

  private counting(data: WindowView): TemplateResult {
    const lit = data.state === 'calling';
    return html`<section class="main ${lit ? 'lit' : ''}" data-theme=${lit ? 'lamp' : nothing}>
        ${this.plate(data)}
        ${
          data.number === null
            ? html`<p class="welcome">
                ${words.t(data.state === 'closed' ? 'window-closed' : 'welcome')}
              </p>`
            : html`<ph-ticket-number class="number" .number=${data.number}></ph-ticket-number>
                <p class="doing">
                  ${
                    lit
                      ? words.t('please-come', { number: data.number })
                      : html`<ph-state-mark counter="serving"></ph-state-mark>`
                  }
                </p>`
        }
        ${this.foot(data)}
      </section>
      ${this.clerk(data)}`;
  }

  private plate(data: WindowView): TemplateResult {
    return html`<div class="plate">
      <ph-plate .counter=${data.counter} .state=${data.state} decorative></ph-plate>
      <span>${words.t('number-window')}</span>
      ${data.hall.training ? html`<ph-training-tag></ph-training-tag>` : nothing}
    </div>`;
  }

  private clerk({ clerk }: WindowView): TemplateResult | typeof nothing {
    if (clerk === null) return nothing;
    return html`<aside class="clerk">
      ${
        clerk.photo === null
          ? html`<div class="portrait badge">
              <span>${words.t('badge-label')}</span>
              <strong class="digit">${clerk.badge}</strong>
            </div>`
          : html`<img class="portrait" src=${clerk.photo} alt=${clerk.name} />`
      }
      <p class="name">${clerk.name}</p>
      ${
        clerk.photo === null
          ? html`<p class="small">${words.t('at-your-service')}</p>`
          : html`<p class="small">${words.t('badge', { badge: clerk.badge })}</p>`
      }
    </aside>`;
  }

  private signed(data: WindowView, sign: NonNullable<WindowView['sign']>): TemplateResult {
    return html`<section class="main paper" data-theme="light">
        ${this.plate(data)}
        <ph-sign class="sign" .sign=${sign} .timezone=${data.hall.timezone}></ph-sign>
        ${this.foot(data)}
      </section>
      ${
        sign.redirectTo.length === 0
          ? this.clerk(data)
          : html`<aside class="ways">
              <h2>${words.t('can-go-now')}</h2>
              <ph-ways .ways=${sign.redirectTo.slice(0, waysMax)}></ph-ways>
              <p class="kept">${words.t('place-kept')}</p>
            </aside>`
      }`;
  }

  private ratingOf(data: WindowView, rating: NonNullable<WindowView['rating']>): TemplateResult {
    return html`<section class="rating" data-theme="light">
      <h1>${rating.given === null ? words.t('rating-heading') : words.t('rating-thanks')}</h1>
      ${
        rating.given === null
          ? html`<p>${words.t('rating-skip')}</p>
              <ph-rating
                .given=${rating.given}
                ?busy=${this.rating === 'busy'}
                @rate=${(event: CustomEvent<{ rating: Rating }>) =>
                  void this.rate(rating.ticket, event.detail.rating)}
              ></ph-rating>`
          : nothing
      }
      ${this.foot(data)}
    </section>`;
  }

  /** Asked while it may be given; thanked for a moment, then the window is itself again. */
  private mayShowRating(rating: NonNullable<WindowView['rating']>): boolean {
    if (rating.given === null) return Date.parse(rating.until) > this.clock.nowMs;
    if (this.thanked?.ticket !== rating.ticket) {
      this.thanked = { ticket: rating.ticket, untilMs: performance.now() + thanksMs };
    }
    return performance.now() < this.thanked.untilMs;
  }

  private async rate(ticket: string, rating: Rating): Promise<void> {
    this.rating = 'busy';
    await this.screen.hub.command('rate-ticket', { ticket, rating });
    this.rating = 'idle';
  }

  private offline(data: WindowView): TemplateResult {
    const goneMs = Date.now() - this.connection.value.sinceMs;
    const since = this.clock.nowMs - goneMs * data.clockSpeed;
    return html`<section class="main">
        <div class="plate">
          <ph-plate .counter=${data.counter} not-live decorative></ph-plate>
          <span>${words.t('number-window')}</span>
        </div>
        ${
          data.number === null
            ? nothing
            : html`<ph-ticket-number
                class="number"
                look="hollow"
                .number=${data.number}
              ></ph-ticket-number>`
        }
        <ph-message-band
          kind="offline"
          urgent
          .heading=${words.t('offline-heading', { time: timeOfDay(since, data.hall.timezone) })}
          .text=${words.t('offline-both')}
        ></ph-message-band>
      </section>
      ${this.clerk(data)}`;
  }

  private foot({ hall }: WindowView): TemplateResult {
    return html`<footer>
      <span>${textOf(hall.name)}</span>
      ${
        hall.hotline === null
          ? nothing
          : html`<span>${words.t('hotline')} <strong>${hall.hotline}</strong></span>`
      }
    </footer>`;
  }

  private waiting(): TemplateResult {
    const { pairing } = this;
    if (pairing.state === 'pending') {
      return this.message(words.t('pairing-heading'), pairing.device.code);
    }
    if (pairing.state === 'revoked') return this.message(words.t('screen-revoked'), null);
    return html`<main class="closed">
      <section class="main">
        <div class="plate">
          <ph-plate .counter=${this.counter} not-live decorative></ph-plate>
          <span>${words.t('number-window')}</span>
        </div>
      </section>
    </main>`;
  }

  private message(heading: string, code: string | null): TemplateResult {
    return html`<main class="message" role="status">
      <h1>${heading}</h1>
      ${
        code === null
          ? nothing
          : html`<p>${words.t('pairing-code')}</p>
              <strong class="num">${code}</strong>`
      }
    </main>`;
  }

  static override styles = [base, numbers, themes, windowStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-window-page': WindowPage;
  }
}
