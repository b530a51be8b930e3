import { LitElement, css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { KioskView } from '#protocol/views.ts';
import { base } from '#ui/base-styles.ts';
import { ClockController, ConnectionController, ViewController } from '#ui/hub/controllers.ts';
import { LanguageController, language, textOf } from '#ui/locale/index.ts';
import './ph-kiosk-foot.ts';
import './ph-kiosk-frame.ts';
import { KioskIdle } from './ph-kiosk-idle.ts';
import './ph-kiosk-note.ts';
import { headOf } from './heads.ts';
import { IdleController, slower, type IdleTiming } from './idle.ts';
import { loadSigns } from './load-signs.ts';
import { words } from './locale.ts';
import { noteOf } from './notes.ts';
import { phaseOf, type Phase } from './phase.ts';
import { printingOf, type Printing } from './printing.ts';
import { createReader, type Reader } from './read-aloud.ts';
import { ScanController } from './scan-controller.ts';
import { spokenScreen } from './spoken.ts';
import type { Surround, Surroundings } from './surroundings.ts';
import { screenOf } from './visit-screens.ts';
import { goBack, hasNumber, isFresh, unasked, type Visit } from './visit.ts';
import { VisitController } from './visit-controller.ts';

/** Screens that bring their own way back. */
const ownBack = new Set<Visit['screen']['at']>([
  'confirm',
  'reason',
  'refused',
  'ticket',
  'offline',
]);

/** The kiosk: takes numbers, one touch each, and says plainly when it cannot. */
@customElement('ph-kiosk')
export class Kiosk extends LitElement {
  private readonly around: Surroundings;
  private readonly view: ViewController<'kiosk'>;
  private readonly connection: ConnectionController;
  private readonly clock: ClockController;
  private readonly idle: IdleController;
  private readonly visits: VisitController;
  private reader: Reader | null = null;
  private hasDefaultLanguage = false;
  private isDrawn = false;
  private toldBye: unknown = null;
  private readonly openedMs = Date.now();

  readonly language = new LanguageController(this);

  constructor(surround: Surround) {
    super();
    const name = new URLSearchParams(location.search).get('name') ?? words.say('zh', 'device-name');
    this.around = surround(name, () => {
      this.requestUpdate();
    });
    const { hub, offline, lookUp } = this.around;
    this.view = new ViewController(this, hub, 'kiosk');
    this.connection = new ConnectionController(this, hub);
    this.clock = new ClockController(this, hub);
    this.visits = new VisitController(this, {
      hub,
      lookUp,
      view: () => this.view.data,
      take: offline.take,
      shown: () => {
        this.reader?.stop();
      },
    });
    this.idle = new IdleController(this, {
      timing: () => this.idleTiming(),
      over: () => {
        this.reset();
      },
      isAnswer: (target) => target instanceof KioskIdle,
    });
    new ScanController(this, (text) => {
      // What was being typed is the scanner's.
      this.renderRoot.querySelector('ph-kiosk-number')?.wipe();
      void this.visits.scanned(text);
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // It remembers the hall: it has been open before.
    if (this.view.data !== null) loadSigns();
    this.reader = createReader(() => {
      this.requestUpdate();
    });
    if (this.around.pairing.token() === null) void this.around.pairing.start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.reader?.close();
    this.reader = null;
  }

  private idleTiming(): IdleTiming | null {
    const { visit, busy } = this.visits;
    const { idle } = this.around;
    // The ticket's own button counts down.
    if (idle === null || busy !== '' || hasNumber(visit)) return null;
    if (isFresh(visit) && this.isHomeLanguage()) return null;
    return visit.large ? slower(idle) : idle;
  }

  protected override willUpdate(_: PropertyValues<this>): void {
    const { pairing, offline } = this.around;
    const { problem, live, data } = this.view;
    const { state: connected, bye } = this.connection.value;
    offline.look(live);
    if (live) pairing.admitted();
    else if (problem !== null) pairing.refused(problem);
    if (connected === 'ended' && bye !== null && bye !== this.toldBye) {
      this.toldBye = bye;
      pairing.ended(bye);
    }
    if (live && data !== null && !this.hasDefaultLanguage) {
      this.hasDefaultLanguage = true;
      this.setHomeLanguage(data);
    }
    if (data !== null) document.title = words.t('page-title', { hall: textOf(data.hall.name) });
  }

  protected override updated(): void {
    if (this.isDrawn || this.renderRoot.firstElementChild === null) return;
    this.isDrawn = true;
    requestAnimationFrame(() => setTimeout(loadSigns));
  }

  override render(): TemplateResult | typeof nothing {
    const { pairing } = this.around;
    const { numbers } = this.around.offline;
    const { data } = this.view;
    const nowMs = this.clock.nowMs;
    const phase = phaseOf({
      view: data,
      live: this.view.live,
      pairing: pairing.get(),
      connection: this.connection.value,
      nowMs: Date.now(),
      openedMs: this.openedMs,
      canGive: numbers.canGive(),
    });
    if (phase.kind === 'opening') return nothing;
    if (data !== null && phase.kind === 'offline')
      return this.visitScreen(numbers.viewOf(data), nowMs, numbers.away(phase.sinceMs));
    if (data !== null && (hasNumber(this.visits.visit) || phase.kind === 'ready'))
      return this.visitScreen(data, nowMs);
    return this.noteScreen(phase, data, nowMs);
  }

  private noteScreen(phase: Phase, view: KioskView | null, nowMs: number): TemplateResult {
    const { heading, help, note } = noteOf(phase, view, {
      nowMs,
      sinceMs: phase.kind === 'away' ? this.hallTime(phase.sinceMs) : nowMs,
      isWaiting: this.visits.busy !== '',
    });
    return html`<ph-kiosk-frame
      .hall=${view?.hall ?? null}
      .nowMs=${nowMs}
      .heading=${heading}
      .help=${help}
      no-status
    >
      <ph-kiosk-note
        .note=${note}
        @again=${() => {
          this.around.pairing.again();
        }}
      ></ph-kiosk-note>
      <ph-kiosk-foot slot="foot" .offered=${view?.languages ?? []} no-size></ph-kiosk-foot>
    </ph-kiosk-frame>`;
  }

  private visitScreen(view: KioskView, nowMs: number, awaySinceMs?: number): TemplateResult {
    const { visit } = this.visits;
    const printing = this.printing(view);
    const isOffline = awaySinceMs !== undefined;
    const since = isOffline ? this.hallTime(awaySinceMs) : null;
    const { heading, help, look } = headOf(visit, view, nowMs, printing, since);
    const hasOwnBack = ownBack.has(visit.screen.at);
    return html`<ph-kiosk-frame
        .hall=${view.hall}
        .nowMs=${nowMs}
        .heading=${heading}
        .help=${help}
        .look=${look}
        ?large=${visit.large}
        ?no-status=${hasNumber(visit) || visit.large || isOffline}
      >
        ${this.screen(view, nowMs, printing, isOffline)}
        ${
          hasOwnBack
            ? nothing
            : html`<ph-kiosk-foot
                slot="foot"
                .offered=${view.languages}
                ?large=${visit.large}
                ?voice=${this.reader?.can(language.get()) ?? false}
                ?back=${visit.screen.at !== 'home'}
                @large-text=${() => {
                  this.visits.show({ ...visit, large: !visit.large, page: 0 });
                }}
                @read-aloud=${() => {
                  this.reader?.read(spokenScreen(visit, view, { heading, help }), language.get());
                }}
                @back=${() => {
                  this.visits.show(goBack(visit));
                }}
              ></ph-kiosk-foot>`
        }
      </ph-kiosk-frame>
      ${
        this.idle.state.kind === 'warning'
          ? html`<ph-kiosk-idle
              .seconds=${this.idle.state.secondsLeft}
              ?large=${visit.large}
              @stay=${this.stay}
              @start-over=${() => {
                this.idle.touch();
                this.reset();
              }}
            ></ph-kiosk-idle>`
          : nothing
      }`;
  }

  /** What becomes of the slip of the number on the screen. */
  private printing(view: KioskView): Printing {
    const { screen } = this.visits.visit;
    // A number found again was given earlier: no slip comes out for it now.
    if (screen.at !== 'ticket' || screen.found) return 'none';
    const { name, pairing } = this.around;
    const kiosk = { device: pairing.device(), name };
    return printingOf(view, screen.ticket.number, kiosk);
  }

  private screen(
    view: KioskView,
    nowMs: number,
    printing: Printing,
    offline: boolean,
  ): TemplateResult {
    const { visits } = this;
    return screenOf(visits.visit, view, {
      nowMs,
      printing,
      offline,
      busy: visits.busy,
      saidBusy: visits.saidBusy,
      asking: visits.asking,
      numberProblem: visits.numberProblem,
      step: (step) => {
        visits.step(offline ? unasked(step) : step);
      },
      take: (service) => void visits.take(service),
      lookUp: (key) => void visits.lookUp(key),
      showTicket: (ticket) => void visits.showTicket(ticket),
      reset: () => {
        this.reset();
      },
    });
  }

  /** The next customer finds the kiosk as the hall set it up. */
  private reset(): void {
    this.visits.end();
    if (this.view.data !== null) this.setHomeLanguage(this.view.data);
  }

  private setHomeLanguage({ languages }: KioskView): void {
    const [first] = languages;
    if (first !== undefined) language.set(first);
  }

  private isHomeLanguage(): boolean {
    const first = this.view.data?.languages[0];
    return first === undefined || first === language.get();
  }

  private readonly stay = (): void => {
    this.idle.touch();
  };

  /** A moment of the page's clock in the hall's time. */
  private hallTime(pageMs: number): number {
    const speed = this.view.data?.clockSpeed ?? 1;
    return this.clock.nowMs - (Date.now() - pageMs) * speed;
  }

  static override styles = [
    base,
    css`
      :host {
        position: relative;
        display: block;
        height: 100%;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-kiosk': Kiosk;
  }
}
