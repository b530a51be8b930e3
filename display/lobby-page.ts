import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { LobbyView } from '#protocol/views.ts';
import { base, numbers } from '#ui/base-styles.ts';
import { themes } from '#ui/themes.ts';
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
import { createHallSound } from './sound/hall-sound.ts';
import { createScreenVoice, type ScreenVoice } from './sound/screen-voice.ts';
import { createVoiceLink, type VoiceLink } from './sound/voice-link.ts';
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
  /** What this screen sounds; read by whoever wants to know whether it was heard. */
  readonly sound = createHallSound();
  private readonly announcer: AnnouncerController = new AnnouncerController(this, this.screen.hub, {
    cameUp: (call) => {
      this.voice.cameUp(call);
    },
    pressed: () => {
      this.voice.pressed();
    },
    fellSilent: () => {
      this.voice.fellSilent();
    },
  });
  private readonly link: VoiceLink = createVoiceLink(this.screen.hub, {
    arrived: (message) => {
      this.voice.arrived(message);
    },
    standing: ({ speaks, volumePercent }) => {
      this.sound.setVolume(volumePercent);
      if (speaks && !this.speaks) this.voice.tookOver();
      this.speaks = speaks;
    },
  });
  private readonly voice: ScreenVoice = createScreenVoice(this.sound, this.link, {
    showing: () => this.announcer.showing?.call ?? null,
    behind: () => this.announcer.behind,
    hold: (callNo, untilMs) => {
      this.announcer.hold(callNo, untilMs);
    },
  });
  @state() private soundState = this.sound.state.get();
  private speaks = false;
  private isTurning = false;
  private stopSound: (() => void) | null = null;
  private stopBuild: (() => void) | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    const theme = new URLSearchParams(location.search).get('theme');
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
    this.stopSound = this.sound.state.subscribe((now) => {
      this.soundState = now;
      this.screen.hub.health(now);
      this.link.soundIs(now);
    });
    this.link.soundIs(this.sound.state.get());
    for (const kind of ['pointerup', 'keydown'] as const) addEventListener(kind, this.touched);
    this.stopBuild = this.screen.hub.connection.subscribe(({ state: now }) => {
      if (now !== 'live') return;
      this.screen.hub.health(this.sound.state.get());
      void reloadIfNewer(() => this.announcer.showing === null);
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stopSound?.();
    this.stopBuild?.();
    for (const kind of ['pointerup', 'keydown'] as const) removeEventListener(kind, this.touched);
  }

  /** Sound that is blocked comes back with any touch, wherever it falls. */
  private readonly touched = (): void => {
    if (this.soundState === 'blocked' && !this.isTurning) void this.turnOn();
  };

  /** Whoever turned it on hears that it is on. */
  private async turnOn(): Promise<void> {
    this.isTurning = true;
    if ((await this.sound.unlock()) === 'ready') this.sound.begin('call');
    this.isTurning = false;
  }

  override updated(): void {
    const { data } = this.view;
    if (data === null) return;
    document.title = `${words.t('lobby-title')} · ${textOf(data.hall.name)}`;
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
    if (this.soundState !== 'blocked') return nothing;
    return html`<button class="sound" type="button" @click=${this.touched}>
      ${icon('speaker', 'mark')}
      <span class="say">
        <strong>${common.t('sound-blocked')}</strong>
        <span>${words.t('sound-blocked-detail')}</span>
      </span>
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
