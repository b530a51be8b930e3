import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { LobbyView } from '#protocol/views.ts';
import { base, numbers } from '#ui/base-styles.ts';
import { themes } from '#ui/themes.ts';
import { createChime, type Chime } from '#ui/chime.ts';
import { ClockController, ConnectionController, ViewController } from '#ui/hub/controllers.ts';
import { icon } from '#ui/icons.ts';
import { LanguageController, common, textOf, timeOfDay } from '#ui/locale/index.ts';
import '#ui/elements/ph-call-card.ts';
import '#ui/elements/ph-hall-status.ts';
import '#ui/elements/ph-plate.ts';
import '#ui/elements/ph-ticket-number.ts';
import { setStyle } from '#ui/elements/set-style.ts';
import '#ui/elements/ph-training-tag.ts';
import { AnnouncerController } from './announcer-controller.ts';
import { reloadIfNewer } from './fresh-build.ts';
import './lobby-counters.ts';
import './lobby-foot.ts';
import { lobbyStyles } from './lobby-styles.ts';
import { words } from './locale.ts';
import { connectScreen } from './screen-hub.ts';

/** Last calls beside the newest one. */
const lastCallsMax = 4;

/** The lobby screen: who is called, where to, and how the hall stands. Readable at ten metres. */
@customElement('ph-lobby-page')
export class LobbyPage extends LitElement {
  private readonly screen = connectScreen(
    new URLSearchParams(location.search).get('name') ?? 'lobby',
  );
  private readonly view = new ViewController(this, this.screen.hub, 'lobby');
  private readonly connection = new ConnectionController(this, this.screen.hub);
  private readonly clock = new ClockController(this, this.screen.hub);
  readonly language = new LanguageController(this);
  private readonly chime: Chime = createChime();
  private readonly announcer = new AnnouncerController(this, this.screen.hub, (call) => {
    this.chime.play(call.kind === 'recall' ? 'recall' : 'call');
  });
  @state() private sound = this.chime.state.get();
  private stopSound: (() => void) | null = null;
  private stopBuild: (() => void) | null = null;
  private lastHallState: LobbyView['hall']['state'] | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    const theme = new URLSearchParams(location.search).get('theme');
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
    this.stopSound = this.chime.state.subscribe((sound) => {
      this.sound = sound;
      this.screen.hub.health(sound);
    });
    this.stopBuild = this.screen.hub.connection.subscribe(({ state: now }) => {
      if (now !== 'live') return;
      this.screen.hub.health(this.chime.state.get());
      void reloadIfNewer(() => this.announcer.showing === null);
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stopSound?.();
    this.stopBuild?.();
  }

  override updated(): void {
    const { data } = this.view;
    if (data === null) return;
    document.title = `${words.t('lobby-title')} · ${textOf(data.hall.name)}`;
    const was = this.lastHallState;
    this.lastHallState = data.hall.state;
    // `closing-reminder`: heard once, when it is given while this screen looks on.
    if (was === 'open' && data.hall.state === 'closing' && this.view.live) {
      this.chime.play('closing');
    }
  }

  override render(): TemplateResult {
    const { data } = this.view;
    if (data === null) return html`<main class="empty" aria-busy="true"></main>`;
    const { showing } = this.announcer;
    return html`<main class=${this.view.live ? 'live' : 'not-live'}>
        ${this.head(data)} ${data.calls.length === 0 ? this.firstMinutes(data) : this.calls(data)}
        <ph-lobby-counters
          .counters=${data.counters}
          .timezone=${data.hall.timezone}
          ?not-live=${!this.view.live}
        ></ph-lobby-counters>
        <ph-lobby-foot
          .view=${data}
          .nowMs=${this.clock.nowMs}
          .staleSinceMs=${this.staleSince(data)}
        ></ph-lobby-foot>
      </main>
      ${showing === null ? nothing : this.takeover(data)} ${this.soundBand()}
      <div class="visually-hidden" role="status" aria-live="assertive">
        ${showing === null ? '' : textOf(showing.call.text)}
      </div>`;
  }

  /** Since when the screen has stopped, as hall time; null while it is live. */
  private staleSince(data: LobbyView): number | null {
    if (this.view.live || this.connection.value.state === 'connecting') return null;
    const goneMs = Date.now() - this.connection.value.sinceMs;
    return Math.max(this.clock.nowMs - goneMs * data.clockSpeed, Date.parse(data.now));
  }

  private head(data: LobbyView): TemplateResult {
    const calling = this.announcer.showing !== null;
    return html`<header>
      <span class="hall">${textOf(data.hall.name)}</span>
      <span class="rule"></span>
      ${
        calling
          ? html`<span class="status">${icon('bell')} ${this.callingWord()}</span>`
          : html`<ph-hall-status
              .hall=${data.hall}
              .nowMs=${this.clock.nowMs}
              .waitingCount=${data.waitingCount}
              .staleSinceMs=${this.staleSince(data)}
            ></ph-hall-status>`
      }
      <span class="space"></span>
      ${data.hall.training ? html`<ph-training-tag></ph-training-tag>` : nothing}
      <time class="clock num">${timeOfDay(this.clock.nowMs, data.hall.timezone)}</time>
    </header>`;
  }

  private callingWord(): string {
    const recall = this.announcer.showing?.call.kind === 'recall';
    return words.t(recall ? 'called-again' : 'now-calling');
  }

  private calls(data: LobbyView): TemplateResult {
    const [newest, ...others] = newestByTicket(data.calls);
    const live = this.view.live;
    const lit =
      newest !== undefined &&
      data.counters.some(
        ({ counter, state: now, number }) =>
          counter === newest.counter && now === 'calling' && number === newest.number,
      );
    return html`<section class="calls">
      ${
        newest === undefined
          ? nothing
          : html`<ph-call-card
              class="newest"
              .number=${newest.number}
              .counter=${newest.counter}
              .kind=${newest.kind}
              .look=${live ? (lit ? 'new' : 'newest') : 'not-live'}
            ></ph-call-card>`
      }
      <div class="others">
        ${others
          .slice(0, lastCallsMax)
          .map(
            ({ number, counter, kind }) =>
              html`<ph-call-card
                .number=${number}
                .counter=${counter}
                .kind=${kind}
                .look=${live ? 'standing' : 'not-live'}
              ></ph-call-card>`,
          )}
      </div>
    </section>`;
  }

  private firstMinutes(data: LobbyView): TemplateResult {
    const { hall } = data;
    const span =
      hall.opensAt === null || hall.closesAt === null
        ? null
        : `${timeOfDay(hall.opensAt, hall.timezone)}–${timeOfDay(hall.closesAt, hall.timezone)}`;
    const waits = hall.state === 'closed' && hall.nextOpensAt !== null;
    return html`<section class="first">
      <h1>${textOf(hall.name)}</h1>
      ${span === null ? nothing : html`<p class="hours figure">${span}</p>`}
      <p class="hint">
        ${
          waits
            ? words.t('not-yet-open', { time: timeOfDay(hall.nextOpensAt, hall.timezone) })
            : words.t('first-minutes')
        }
      </p>
    </section>`;
  }

  private takeover(data: LobbyView): TemplateResult | typeof nothing {
    const { showing } = this.announcer;
    if (showing === null) return nothing;
    const { call } = showing;
    const others = newestByTicket(data.calls).filter(({ number }) => number !== call.number);
    const origin = this.plateOrigin(data, call.counter);
    return html`<section
      class="takeover ${showing.leavingUntilMs === null ? 'on' : 'off'}"
      data-theme="lamp"
      aria-hidden="true"
      ${setStyle({ '--from-x': origin.x, '--from-y': origin.y })}
    >
      ${this.head(data)}
      <div class="big">
        <ph-ticket-number takeover .number=${call.number}></ph-ticket-number>
        <span class="arrow">${icon('arrow', 'mark')}</span>
        <span class="plate num takeover">${call.counter}</span>
      </div>
      <p class="sentence">
        <span class="zh" lang="zh-CN">${call.text.zh}</span>
        <span class="en" lang="en">${call.text.en}</span>
      </p>
      <div class="strip" data-theme="dark">
        ${others
          .slice(0, lastCallsMax)
          .map(
            ({ number, counter }) =>
              html`<ph-call-card .number=${number} .counter=${counter}></ph-call-card>`,
          )}
      </div>
    </section>`;
  }

  /** Where the counter's plate stands on the screen: the lamp rises from it. */
  private plateOrigin(data: LobbyView, counter: string): { x: string; y: string } {
    const index = data.counters.findIndex((each) => each.counter === counter);
    const rows = Math.max(data.counters.length, 1);
    return { x: '72%', y: `${String(Math.round(14 + (index < 0 ? 0 : (index / rows) * 66)))}%` };
  }

  private soundBand(): TemplateResult | typeof nothing {
    if (this.sound !== 'blocked') return nothing;
    return html`<button
      class="sound"
      @click=${() => {
        void this.chime.unlock();
      }}
    >
      ${icon('speaker')} ${common.t('sound-blocked')}
    </button>`;
  }

  static override styles = [base, numbers, themes, lobbyStyles];
}

/** Recalls come again in the list of calls; each ticket stands there once, newest first. */
function newestByTicket(calls: LobbyView['calls']): LobbyView['calls'] {
  const seen = new Set<string>();
  return calls.filter(({ number }) => {
    if (seen.has(number)) return false;
    seen.add(number);
    return true;
  });
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-lobby-page': LobbyPage;
  }
}
