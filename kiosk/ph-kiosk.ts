import { LitElement, css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { PresentedMessage } from '#protocol/socket-events.ts';
import type { KioskView, TicketView } from '#protocol/views.ts';
import { base } from '#ui/base-styles.ts';
import { api } from '#ui/hub/api.ts';
import { ClockController, ConnectionController, ViewController } from '#ui/hub/controllers.ts';
import { LanguageController, language, textOf } from '#ui/locale/index.ts';
import './ph-kiosk-foot.ts';
import './ph-kiosk-frame.ts';
import { KioskIdle } from './ph-kiosk-idle.ts';
import './ph-kiosk-note.ts';
import { hub } from './hub.ts';
import { headOf } from './heads.ts';
import { IdleController, idleTiming, slower } from './idle.ts';
import { words } from './locale.ts';
import { noteOf } from './notes.ts';
import { createOffline } from './offline.ts';
import { createPairing } from './pairing.ts';
import { phaseOf, type Phase } from './phase.ts';
import { printingOf, type Printing } from './printing.ts';
import { createReader, type Reader } from './read-aloud.ts';
import { lookupProblem } from './lookup-problem.ts';
import { meaningOf } from './scan.ts';
import { ScanController } from './scan-controller.ts';
import { spokenScreen } from './spoken.ts';
import { screenOf } from './visit-screens.ts';
import {
  customerFound,
  customerShown,
  freshVisit,
  goBack,
  hasNumber,
  isFresh,
  ticketTaken,
  type Step,
  unasked,
  type Visit,
} from './visit.ts';

/** Screens that bring their own way back. */
const ownBack = new Set<Visit['screen']['at']>([
  'confirm',
  'reason',
  'refused',
  'ticket',
  'offline',
]);

/** A wait that is worth a word. */
const saidBusyMs = 2_000;

/** The kiosk: takes numbers, one touch each, and says plainly when it cannot. */
@customElement('ph-kiosk')
export class Kiosk extends LitElement {
  @state() private visit: Visit = freshVisit;
  /** Service whose number is on its way. */
  @state() private busy = '';
  @state() private numberProblem = '';
  @state() private asking = false;

  private busySinceMs = 0;
  private reader: Reader | null = null;
  private hasDefaultLanguage = false;
  private toldBye: unknown = null;
  private readonly openedMs = Date.now();

  readonly language = new LanguageController(this);
  private readonly view = new ViewController(this, hub, 'kiosk');
  private readonly connection = new ConnectionController(this, hub);
  private readonly clock = new ClockController(this, hub);
  private readonly idle = new IdleController(this, {
    timing: () => {
      const { visit } = this;
      // The ticket's own button counts down.
      if (this.busy !== '' || hasNumber(visit)) return null;
      if (isFresh(visit) && this.isHomeLanguage()) return null;
      return visit.large ? slower(idleTiming) : idleTiming;
    },
    over: () => {
      this.reset();
    },
    isAnswer: (target) => target instanceof KioskIdle,
  });
  /** As the device list and a printer's `kiosk` name it. */
  private readonly name =
    new URLSearchParams(location.search).get('name') ?? words.say('zh', 'device-name');
  private readonly pairing = createPairing({
    hub,
    name: this.name,
    changed: () => {
      this.requestUpdate();
    },
    reload: () => {
      location.reload();
    },
  });
  private readonly offline = createOffline(hub, this.name);
  private stopPresented: (() => void) | null = null;

  constructor() {
    super();
    new ScanController(this, (text) => void this.scanned(text));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.stopPresented = hub.hear('presented', (message: PresentedMessage) => {
      this.presented(message);
    });
    this.reader = createReader(() => {
      this.requestUpdate();
    });
    if (this.pairing.token() === null) void this.pairing.start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stopPresented?.();
    this.reader?.close();
    this.reader = null;
  }

  protected override willUpdate(_: PropertyValues<this>): void {
    const { problem, live, data } = this.view;
    const { state: connected, bye } = this.connection.value;
    this.offline.look(live);
    if (live) this.pairing.admitted();
    else if (problem !== null) this.pairing.refused(problem);
    if (connected === 'ended' && bye !== null && bye !== this.toldBye) {
      this.toldBye = bye;
      this.pairing.ended(bye);
    }
    if (live && data !== null && !this.hasDefaultLanguage) {
      this.hasDefaultLanguage = true;
      this.setHomeLanguage(data);
    }
    if (data !== null) document.title = words.t('page-title', { hall: textOf(data.hall.name) });
  }

  override render(): TemplateResult | typeof nothing {
    const { data } = this.view;
    const nowMs = this.clock.nowMs;
    const phase = phaseOf({
      view: data,
      live: this.view.live,
      pairing: this.pairing.get(),
      connection: this.connection.value,
      nowMs: Date.now(),
      openedMs: this.openedMs,
      canGive: this.offline.numbers.canGive(),
    });
    if (phase.kind === 'opening') return nothing;
    const { numbers } = this.offline;
    if (data !== null && phase.kind === 'offline')
      return this.visitScreen(numbers.viewOf(data), nowMs, numbers.away(phase.sinceMs));
    if (data !== null && (hasNumber(this.visit) || phase.kind === 'ready'))
      return this.visitScreen(data, nowMs);
    return this.noteScreen(phase, data, nowMs);
  }

  private noteScreen(phase: Phase, view: KioskView | null, nowMs: number): TemplateResult {
    const { heading, help, note } = noteOf(phase, view, {
      nowMs,
      sinceMs: phase.kind === 'away' ? this.hallTime(phase.sinceMs) : nowMs,
      isWaiting: this.busy !== '',
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
          this.pairing.again();
        }}
      ></ph-kiosk-note>
      <ph-kiosk-foot slot="foot" .offered=${view?.languages ?? []} no-size></ph-kiosk-foot>
    </ph-kiosk-frame>`;
  }

  private visitScreen(view: KioskView, nowMs: number, awaySinceMs?: number): TemplateResult {
    const { visit } = this;
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
                  this.show({ ...visit, large: !visit.large, page: 0 });
                }}
                @read-aloud=${() => {
                  this.reader?.read(spokenScreen(visit, view, { heading, help }), language.get());
                }}
                @back=${() => {
                  this.show(goBack(visit));
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
    const { screen } = this.visit;
    // A number found again was given earlier: no slip comes out for it now.
    if (screen.at !== 'ticket' || screen.found) return 'none';
    const kiosk = { device: this.pairing.device(), name: this.name };
    return printingOf(view, screen.ticket.number, kiosk);
  }

  private screen(
    view: KioskView,
    nowMs: number,
    printing: Printing,
    offline: boolean,
  ): TemplateResult {
    const { visit, busy } = this;
    return screenOf(visit, view, {
      nowMs,
      printing,
      offline,
      busy,
      saidBusy: busy !== '' && performance.now() - this.busySinceMs > saidBusyMs,
      asking: this.asking,
      numberProblem: this.numberProblem,
      step: (step) => {
        this.step(offline ? unasked(step) : step);
      },
      take: (service) => void this.take(service),
      lookUp: (key) => void this.lookUp(key, view),
      showTicket: (ticket) => void this.showTicket(ticket),
      reset: () => {
        this.reset();
      },
    });
  }

  private step({ visit, take }: Step): void {
    if (this.busy !== '') return;
    this.show(visit);
    if (take !== null) void this.take(take);
  }

  private show(visit: Visit): void {
    if (this.busy !== '') return;
    this.reader?.stop();
    this.numberProblem = '';
    this.visit = visit;
  }

  /** Takes a number. Touches while it is on the way are one wish. */
  private async take(service: string): Promise<void> {
    if (this.busy !== '') return;
    this.busy = service;
    this.busySinceMs = performance.now();
    const taken = await this.offline.take(service, this.visit, this.view.data);
    this.busy = '';
    this.show(taken);
  }

  /** A code: a ticket is shown, and waits again if it may; anything else is a customer's card. */
  private async scanned(text: string): Promise<void> {
    const view = this.view.data;
    if (view === null || this.busy !== '' || this.asking) return;
    this.renderRoot.querySelector('ph-kiosk-number')?.wipe();
    const meaning = meaningOf(text);
    if (meaning.kind === 'ticket') await this.comeBack(meaning.ticket);
    else if (meaning.kind === 'customer') await this.lookUp(meaning.key, view, true);
  }

  /** A missed ticket rejoins, a parked one returns with its papers; then it is shown. */
  private async comeBack(ticket: string): Promise<void> {
    const { visit } = this;
    const before = await api<TicketView>(`/api/tickets/${ticket}`, { language: language.get() });
    if (!before.ok || this.visit !== visit) return;
    const { state } = before.data;
    if (state === 'missed') await hub.command('rejoin-ticket', { ticket });
    else if (state === 'parked') await hub.command('return-ticket', { ticket });
    if (this.visit === visit) await this.showTicket(ticket);
  }

  /** A card was read beside this kiosk: the hub has looked it up. */
  private presented({ customer, class: listed, masked }: PresentedMessage): void {
    const view = this.view.data;
    if (view === null || this.busy !== '') return;
    if (customer !== null && listed !== null) {
      this.step(customerShown(this.visit, view, { reference: customer, masked, class: listed }));
    } else if (this.visit.screen.at === 'number') {
      this.numberProblem = words.t('number-unknown');
    }
  }

  private async lookUp(key: string, view: KioskView, isScan = false): Promise<void> {
    if (this.asking) return;
    this.asking = true;
    this.numberProblem = '';
    const { visit } = this;
    const answer = await api<{ customer: string; class: string; masked: string }>(
      '/api/customers/lookup',
      { body: { key }, token: this.pairing.token(), language: language.get() },
    );
    this.asking = false;
    // The customer has left in the meantime.
    if (this.visit !== visit) return;
    if (answer.ok) {
      const { customer: reference, class: listed, masked } = answer.data;
      const found = { reference, masked, class: listed };
      this.step((isScan ? customerShown : customerFound)(visit, view, found));
      return;
    }
    this.numberProblem = lookupProblem(answer.problem);
  }

  private async showTicket(ticket: string): Promise<void> {
    const { visit } = this;
    const answer = await api<TicketView>(`/api/tickets/${ticket}`, { language: language.get() });
    if (answer.ok && this.visit === visit) this.show(ticketTaken(visit, answer.data, true));
  }

  /** The next customer finds the kiosk as the hall set it up. */
  private reset(): void {
    this.reader?.stop();
    this.numberProblem = '';
    this.visit = freshVisit;
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
