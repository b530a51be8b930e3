import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { Problem } from '#protocol/problem.ts';
import type { HallHead, TicketPageView } from '#protocol/views.ts';
import { base, buttons, numbers } from '#ui/base-styles.ts';
import { icon } from '#ui/icons.ts';
import { api } from '#ui/hub/api.ts';
import { freshId } from '#ui/hub/fresh-id.ts';
import { createHubClock } from '#ui/hub/hub-clock.ts';
import { recollect, remember } from '#ui/hub/memory.ts';
import {
  LanguageController,
  language,
  languageNames,
  languageTags,
  textOf,
  timeOfDay,
} from '#ui/locale/index.ts';
import { phrased } from '#ui/phrased.ts';
import { themes } from '#ui/themes.ts';
import '#ui/elements/ph-ticket-number.ts';
import '#ui/elements/ph-training-tag.ts';
import type { Attention } from './attention.ts';
import { words } from './phone-locale.ts';
import { calledScreen, numberScreen, waitingScreen, type Acts } from './phone-screens.ts';
import { phoneStyles } from './phone-styles.ts';
import { isNewCall, phoneScreen, phoneTitle, ticketFrom, type PhoneScreen } from './phone-view.ts';
import { createTicketSource, type TicketSeen, type TicketSource } from './ticket-source.ts';

const clockMs = 10_000;
/** Of tickets only the last one is kept: a phone meets a new one at every visit. */
const memoryKey = 'phone.ticket';
interface Kept {
  readonly ticket: string;
  readonly data: TicketPageView;
}
const themeColors: Readonly<Partial<Record<PhoneScreen, string>>> = { called: '#fcc23d' };
const pine = '#082727';

/** The customer's own page of a ticket: `/t/{ticket}`. */
@customElement('ph-phone')
export class Phone extends LitElement {
  @state() private seen: TicketSeen = { data: null, live: false, unknown: false, loading: true };
  @state() private isAskingCancel = false;
  @state() private isTouched = false;
  @state() private busy = false;
  @state() private problem: Problem | null | undefined = undefined;

  readonly language = new LanguageController(this);
  private readonly ticket = ticketFrom(location.pathname);
  private readonly clock = createHubClock();
  /** What is fetched after the first view; null until then. */
  private attention: Attention | null = null;
  private plainScreen = numberScreen;
  private source: TicketSource | null = null;
  private timer: ReturnType<typeof setInterval> | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    const { ticket } = this;
    this.source = createTicketSource({
      get: () => api(`/api/tickets/${encodeURIComponent(ticket)}`),
      watch: async (feed) => (await import('./phone-hub.ts')).watchTicket(ticket, feed),
      kept: () => {
        const last = recollect(memoryKey) as Kept | null;
        return last?.ticket === ticket ? last.data : null;
      },
      keep: (data) => {
        remember(memoryKey, { ticket, data } satisfies Kept);
      },
      changed: this.received,
    });
    this.seen = this.source.seen();
    void this.source.start();
    this.timer = setInterval(() => {
      this.requestUpdate();
    }, clockMs);
    document.addEventListener('visibilitychange', this.returned);
    addEventListener('online', this.returned);
    addEventListener('pageshow', this.returned);
    addEventListener('pointerdown', this.touched, { once: true });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.source?.close();
    if (this.timer !== null) clearInterval(this.timer);
    document.removeEventListener('visibilitychange', this.returned);
    removeEventListener('online', this.returned);
    removeEventListener('pageshow', this.returned);
    removeEventListener('pointerdown', this.touched);
  }

  override render(): TemplateResult {
    const { seen } = this;
    const { data } = seen;
    const screen = phoneScreen(seen);
    if (data === null || screen === 'unknown') return this.withoutTicket(screen);
    const parts = { head: this.head(data), foot: this.foot(data.hall), acts: this.acts() };
    switch (data.state) {
      case 'waiting':
        return waitingScreen(data, seen.live, parts);
      case 'called':
        return calledScreen(data, seen.live, parts);
      case 'serving':
      case 'parked':
      case 'missed':
      case 'done':
      case 'cancelled':
        return this.plainScreen(data, seen.live, parts);
    }
  }

  protected override updated(_: PropertyValues<this>): void {
    const screen = phoneScreen(this.seen);
    document.title = phoneTitle(this.seen);
    document
      .querySelector('meta[name="theme-color"]')
      ?.setAttribute('content', themeColors[screen] ?? pine);
    void this.attention?.stayAwake(screen === 'waiting' || screen === 'called');
  }

  private head(data: TicketPageView): TemplateResult {
    const { hall } = data;
    const { live } = this.seen;
    const time = timeOfDay(live ? this.clock.now() : data.now, hall.timezone);
    return html`<header>
        <span class="hall">${textOf(hall.name)}</span>
        <time>${words.t(live ? 'updated' : 'stopped', { time })}</time>
        ${hall.training ? html`<ph-training-tag></ph-training-tag>` : nothing}
      </header>
      ${
        live || this.seen.loading
          ? nothing
          : html`<p class="band phrases" role="status">
              ${icon('offline')}<span>${phrased(words.t('offline-text', { time }))}</span>
            </p>`
      }
      ${
        live && hall.state === 'serving-out' && data.state === 'waiting'
          ? html`<p class="band">${icon('clock')}<span>${words.t('closing-all')}</span></p>`
          : nothing
      }`;
  }

  private foot(hall: HallHead | null): TemplateResult {
    const offered = hall?.languages ?? [];
    const others = offered.filter((one) => one !== language.get());
    const hotline = hall?.hotline ?? null;
    return html`<div class="feet">
      ${
        hotline === null
          ? html`<span></span>`
          : html`<a href="tel:${hotline}"
              >${icon('phone')}${words.t('hotline', { number: hotline })}</a
            >`
      }
      ${others.map(
        (other) =>
          html`<button
            type="button"
            lang=${languageTags[other]}
            @click=${() => {
              language.set(other);
            }}
          >
            ${icon('globe')}${languageNames[other]}
          </button>`,
      )}
    </div>`;
  }

  /** No ticket to show: on its way, out of reach, or not one of today. */
  private withoutTicket(screen: PhoneScreen): TemplateResult {
    const { data } = this.seen;
    const isUnknown = screen === 'unknown';
    return html`<main class="page">
      <section class="upper" data-theme="dark">
        ${
          data === null
            ? html`<header></header>`
            : html`<header><span class="hall">${textOf(data.hall.name)}</span></header>
                <p class="service">${words.t('unknown-kept')}</p>
                <div class="number small length-${data.number.length}">
                  <ph-ticket-number .number=${data.number} look="hollow"></ph-ticket-number>
                </div>`
        }
        <h1>
          ${words.t(isUnknown ? 'unknown-title' : screen === 'loading' ? 'line-loading' : 'offline-title')}
        </h1>
      </section>
      <section class="lower">
        <p class="text phrases" role="status">
          ${screen === 'loading' ? '' : words.t(isUnknown ? 'unknown-text' : 'offline-first')}
        </p>
        <div class="push"></div>
        ${this.foot(data?.hall ?? null)}
      </section>
    </main>`;
  }

  private acts(): Acts {
    const { problem } = this;
    return {
      isTouched: this.isTouched,
      isAskingCancel: this.isAskingCancel,
      busy: this.busy,
      problem:
        problem === undefined
          ? ''
          : problem === null
            ? words.t('not-recorded')
            : (problem.detail ?? problem.title),
      askCancel: (asking) => {
        this.isAskingCancel = asking;
        this.problem = undefined;
      },
      cancel: () => void this.act('cancel', {}),
      rejoin: () => void this.act('rejoin', {}),
      rate: (rating) => void this.act('rate', { rating }),
    };
  }

  /** One wish at a time; the same key again would be answered, not done twice. */
  private async act(name: 'cancel' | 'rejoin' | 'rate', body: object): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.problem = undefined;
    const answer = await api(`/api/tickets/${encodeURIComponent(this.ticket)}/${name}`, {
      body,
      language: language.get(),
      key: freshId(),
    });
    if (answer.ok) await this.source?.refresh();
    else this.problem = answer.problem;
    this.busy = false;
    this.isAskingCancel = false;
  }

  private readonly received = (seen: TicketSeen): void => {
    const before = this.seen.data;
    const { data, live } = seen;
    if (data !== null && live) {
      this.clock.adjust(data);
      if (!this.hasSpoken) this.speakAsTicket(data);
      this.hasSpoken = true;
      if (isNewCall(this.isFirst ? null : before, data)) this.attention?.call(data.calls > 1);
      this.isFirst = false;
    }
    if (!seen.loading && !this.hasRest) this.firstView();
    this.seen = seen;
  };

  private hasRest = false;
  private isFirst = true;
  private hasSpoken = false;

  /** In the language of the kiosk's customer, until its reader chooses another. */
  private speakAsTicket({ language: spoken }: TicketPageView): void {
    const isChosen =
      recollect('language') !== null || new URLSearchParams(location.search).has('lang');
    if (!isChosen) language.set(spoken);
  }

  private firstView(): void {
    this.hasRest = true;
    Promise.all([import('./phone-after.ts'), import('./attention.ts'), import('./phone-fonts.ts')])
      .then(async ([{ plainScreen }, { createAttention }, { loadPhoneFonts }]) => {
        this.plainScreen = plainScreen;
        this.attention = createAttention();
        if (this.isTouched) this.attention.touched();
        this.requestUpdate();
        await loadPhoneFonts();
      })
      .catch(() => {
        // The page lights up without them; the next answer of the hub tries again.
        this.hasRest = false;
      });
  }

  private readonly returned = (): void => {
    if (document.visibilityState === 'visible') void this.source?.refresh();
  };

  private readonly touched = (): void => {
    this.isTouched = true;
    this.attention?.touched();
  };

  static override styles = [base, themes, numbers, buttons, phoneStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-phone': Phone;
  }
}
