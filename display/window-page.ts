import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
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

  private clerk({ clerk }: WindowView): TemplateResult {
    if (clerk === null) return html``;
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
          .text=${`${words.t('offline-number')}${words.t('offline-listen')}`}
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

  static override styles = [
    base,
    numbers,
    themes,
    css`
      :host {
        display: block;
        height: 100vh;
        overflow: hidden;
        background: var(--bg);
        color: var(--ink);
      }
      main {
        display: flex;
        height: 100%;
      }
      .main {
        flex: 61;
        display: flex;
        flex-direction: column;
        min-width: 0;
        background: var(--bg);
        color: var(--ink);
      }
      .plate {
        display: flex;
        align-items: flex-end;
        gap: calc(var(--u) * 22);
        padding: var(--space-48) var(--space-48) 0;
        font-size: calc(var(--u) * 48);
        font-weight: var(--weight-name);
        --plate-size: calc(var(--u) * 190);
      }
      .plate ph-training-tag {
        margin: 0 0 auto auto;
        font-size: calc(var(--u) * 24);
      }
      .number {
        margin: auto var(--space-48) var(--space-24);
        font-size: calc(var(--u) * 292);
      }
      .doing,
      .welcome {
        margin: 0 var(--space-48) auto;
        font-size: calc(var(--u) * 52);
        font-weight: var(--weight-name);
        color: var(--ink2);
      }
      .lit .doing {
        color: var(--ink);
      }
      .welcome {
        margin-block-start: auto;
        font-size: calc(var(--u) * 72);
        color: var(--ink);
      }
      .sign {
        margin: calc(var(--u) * 34) var(--space-48) auto;
        font-size: calc(var(--u) * 116);
        --sign-text-size: calc(var(--u) * 50);
      }
      /* English runs longer: a step smaller keeps the whole apology on the glass. */
      .sign:lang(en) {
        font-size: calc(var(--u) * 88);
        --sign-text-size: calc(var(--u) * 40);
      }
      footer {
        display: flex;
        justify-content: space-between;
        gap: var(--space-24);
        margin-block-start: auto;
        padding: var(--space-24) var(--space-48);
        border-top: calc(var(--u) * 2) solid var(--line);
        font-size: calc(var(--u) * 30);
        color: var(--ink2);
      }
      footer strong {
        color: var(--ink);
        font-variant-numeric: tabular-nums;
      }
      .clerk {
        flex: none;
        display: grid;
        align-content: center;
        justify-items: center;
        gap: var(--space-12);
        width: calc(var(--u) * 412);
        padding: var(--space-48);
        background: var(--surface);
        text-align: center;
      }
      .portrait {
        width: calc(var(--u) * 316);
        aspect-ratio: 4 / 5;
        object-fit: cover;
        border-radius: var(--radius-public);
        background: var(--sunk);
      }
      .badge {
        display: grid;
        align-content: center;
        gap: var(--space-8);
        font-size: calc(var(--u) * 34);
        color: var(--ink2);
      }
      .badge strong {
        font-size: calc(var(--u) * 96);
        line-height: 1;
        color: var(--ink);
      }
      .name {
        font-size: calc(var(--u) * 64);
        font-weight: var(--weight-name);
      }
      .small {
        font-size: calc(var(--u) * 34);
        color: var(--ink2);
      }
      .ways {
        flex: 39;
        display: flex;
        flex-direction: column;
        gap: var(--space-32);
        padding: calc(var(--u) * 60) calc(var(--u) * 52);
        min-width: 0;
      }
      .ways h2 {
        font-size: calc(var(--u) * 48);
      }
      .ways ph-ways {
        font-size: calc(var(--u) * 46);
        --plate-size: calc(var(--u) * 176);
      }
      .ways:lang(en) ph-ways {
        font-size: calc(var(--u) * 36);
      }
      .kept {
        margin-block-start: auto;
        padding-block-start: var(--space-24);
        border-top: calc(var(--u) * 2) solid var(--line);
        font-size: calc(var(--u) * 34);
        color: var(--ink2);
      }
      .rating {
        flex: 1;
        display: flex;
        flex-direction: column;
        align-items: stretch;
        background: var(--bg);
        color: var(--ink);
      }
      .rating h1 {
        margin: calc(var(--u) * 72) var(--space-48) 0;
        font-size: calc(var(--u) * 76);
      }
      .rating > p {
        margin: var(--space-12) var(--space-48) 0;
        font-size: calc(var(--u) * 40);
        color: var(--ink2);
      }
      .rating ph-rating {
        margin: auto var(--space-48);
        font-size: calc(var(--u) * 44);
      }
      ph-message-band {
        margin: auto var(--space-48) var(--space-48);
        font-size: calc(var(--u) * 34);
      }
      .message {
        flex-direction: column;
        justify-content: center;
        gap: var(--space-24);
        padding: var(--space-96);
        font-size: calc(var(--u) * 40);
      }
      .message h1 {
        font-size: calc(var(--u) * 64);
      }
      .message .num {
        font-size: calc(var(--u) * 190);
      }
      @media (orientation: portrait) {
        main {
          flex-direction: column;
        }
        .clerk,
        .ways {
          width: auto;
          flex: none;
        }
        .clerk .portrait {
          width: calc(var(--u) * 200);
        }
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-window-page': WindowPage;
  }
}
