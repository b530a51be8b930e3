import { LitElement, css, html, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { Problem } from '#protocol/problem.ts';
import { base } from '#ui/base-styles.ts';
import { ClockController, ConnectionController, ViewController } from '#ui/hub/controllers.ts';
import { createHubClient } from '#ui/hub/hub-client.ts';
import { forget, recollect, remember } from '#ui/hub/memory.ts';
import { watchIdle } from './idle-lock.ts';
import { openSocket } from '#ui/hub/open-socket.ts';
import { LanguageController, language, textOf } from '#ui/locale/index.ts';
import './console/console-page.ts';
import type { SeatLeft } from './console/console-page.ts';
import './desk-head.ts';
import './floor.ts';
import { FloorController } from './floor-controller.ts';
import { words } from './locale.ts';
import {
  endSession,
  forgetSession,
  keepSession,
  rememberedSession,
  stillKnown,
  type StaffSession,
} from './session.ts';
import './sign-in.ts';
import './manager/manager-page.ts';
import { isWall } from './supervisor/board-route.ts';
import { hrefTo, readRoute } from './manager/route.ts';
import './own-desk.ts';

/** `hall`: the overview of a supervisor. Null: nowhere yet, the hub is asked. */
type Place =
  | { readonly kind: 'floor' }
  | { readonly kind: 'console'; readonly counter: string }
  | { readonly kind: 'hall' }
  /** What a clerk reads beside the counter. */
  | { readonly kind: 'own' };

const lockKey = 'locked';

/**
 * `/counter`: signs in, and shows what the role asks for. A clerk takes a counter and works at its
 * console; a supervisor has the manager's desk, and may take a counter too. A clerk who holds a counter
 * already, here or after a restart, comes straight back to it.
 */
@customElement('ph-counter')
export class CounterPage extends LitElement {
  @state() private session: StaffSession | null = rememberedSession(Date.now());
  @state() private locked = recollect(lockKey) === true;
  @state() private place: Place | null = null;
  @state() private note = '';
  @state() private shiftsOpen = false;
  @state() private problem: Problem | null | undefined = undefined;

  private readonly hub = createHubClient(openSocket, this.session?.token ?? null, () =>
    language.get(),
  );
  private readonly lobby = new ViewController(this, this.hub, 'lobby');
  private readonly connection = new ConnectionController(this, this.hub);
  private readonly clock = new ClockController(this, this.hub);
  private readonly floor = new FloorController(this, this.hub, () => this.session?.token ?? null);
  readonly language = new LanguageController(this);

  override render(): TemplateResult {
    const { session } = this;
    const hall = this.lobby.data?.hall ?? null;
    const { nowMs } = this.clock;
    // A wall has no acts: it stays in sight while the desk behind it is locked.
    if (session === null || (this.locked && !isWall(location))) {
      return html`<ph-sign-in
        .hall=${hall}
        .nowMs=${nowMs}
        .locked=${session}
        .note=${this.note}
        @signed-in=${this.signedIn}
        @someone-else=${this.signOut}
      ></ph-sign-in>`;
    }
    return html`<div
      class="page"
      @lock=${this.lock}
      @sign-out=${this.signOut}
      @overview=${this.toHall}
      @take-counter=${this.takeCounter}
      @own-records=${this.toOwn}
      @my-shifts=${this.openShifts}
    >
      ${this.content(session)}
      <ph-my-shifts
        ?open=${this.shiftsOpen}
        .hub=${this.hub}
        .token=${session.token}
        @close=${this.closeShifts}
      ></ph-my-shifts>
    </div>`;
  }

  private content(session: StaffSession): TemplateResult {
    const { place } = this;
    switch (place?.kind) {
      case undefined:
      case 'floor':
        return this.floorPage(session);
      case 'hall':
        return html`<ph-manager
          .hub=${this.hub}
          .session=${session}
          .hall=${this.lobby.data?.hall ?? null}
          .nowMs=${this.clock.nowMs}
          .staleSinceMs=${this.staleSinceMs()}
        ></ph-manager>`;
      case 'own':
        return html`<ph-own-desk
          .hub=${this.hub}
          .session=${session}
          .hall=${this.lobby.data?.hall ?? null}
          .nowMs=${this.clock.nowMs}
          .staleSinceMs=${this.staleSinceMs()}
          @leave-own=${this.fromOwn}
        ></ph-own-desk>`;
      case 'console':
        return html`<ph-console
          .hub=${this.hub}
          .session=${session}
          .counter=${place.counter}
          @seat-left=${this.seatLeft}
          @relieved=${this.relieved}
        ></ph-console>`;
    }
  }

  private floorPage(session: StaffSession): TemplateResult {
    const lobby = this.lobby.data;
    return html`<ph-desk-head
        .session=${session}
        .hall=${lobby?.hall ?? null}
        .nowMs=${this.clock.nowMs}
        .waitingCount=${lobby?.waitingCount ?? null}
        .staleSinceMs=${this.staleSinceMs()}
        ?overview=${session.role === 'supervisor'}
      ></ph-desk-head>
      <ph-floor
        .session=${session}
        .counters=${this.floor.counters}
        .lobby=${lobby}
        .note=${this.note}
        .problem=${this.problem}
        ?live=${this.lobby.live}
        @take=${this.take}
        @take-over=${this.takeOver}
      ></ph-floor>`;
  }

  /** The hall's time when the hub was heard of last, while it is away. */
  private staleSinceMs(): number | null {
    const { state: now, sinceMs } = this.connection.value;
    if (now !== 'offline') return null;
    return this.clock.nowMs - (Date.now() - sinceMs) * (this.lobby.data?.clockSpeed ?? 1);
  }

  private stopIdle: (() => void) | null = null;

  private readonly moved = (): void => {
    this.requestUpdate();
  };

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('hashchange', this.moved);
    this.stopIdle?.();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('hashchange', this.moved);
    this.stopIdle = watchIdle(
      () => this.session?.lockAfterMinutes ?? 0,
      () => {
        if (this.session !== null) this.lock();
      },
    );
    if (this.session !== null) {
      this.settle(this.session);
      void this.confirm(this.session);
    }
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const { state: connected, bye } = this.connection.value;
    if (connected === 'ended' && this.session !== null) {
      this.ended(words.t(bye?.code === 'expired' ? 'ended-expired' : 'ended-other'));
    }
    this.comeBack();
  }

  protected override updated(): void {
    const hall = this.lobby.data?.hall;
    // The manager's desk names its sections itself.
    if (hall === undefined || this.place?.kind === 'hall') return;
    document.title = words.t('page-title', { hall: textOf(hall.name) });
  }

  /** Whoever holds a counter belongs there. */
  private comeBack(): void {
    const { session } = this;
    if (session === null || this.place?.kind !== 'floor') return;
    const own = this.floor.counters?.find(
      ({ clerk, handoverTo }) => clerk?.badge === session.badge && handoverTo === null,
    );
    if (own !== undefined) this.place = { kind: 'console', counter: own.counter };
  }

  private settle(session: StaffSession): void {
    const isOwn = readRoute(location.hash).section === 'quality';
    this.place = { kind: session.role === 'supervisor' ? 'hall' : isOwn ? 'own' : 'floor' };
    this.floor.restart();
  }

  private async confirm({ token }: StaffSession): Promise<void> {
    if ((await stillKnown(token)) === false && this.session?.token === token) {
      this.ended(words.t('ended-expired'));
    }
  }

  private signedIn({ detail: session }: CustomEvent<StaffSession>): void {
    const before = this.session;
    this.become(session);
    this.locked = false;
    forget(lockKey);
    this.note = '';
    if (before === null) this.settle(session);
    else void endSession(before.token);
  }

  private become(session: StaffSession): void {
    this.session = session;
    keepSession(session);
    this.hub.signIn(session.token);
  }

  private ended(note: string): void {
    this.session = null;
    this.place = null;
    this.locked = false;
    this.shiftsOpen = false;
    this.problem = undefined;
    this.note = note;
    forgetSession();
    forget(lockKey);
    this.hub.signIn(null);
  }

  private signOut(): void {
    const { session } = this;
    if (session !== null) void endSession(session.token);
    this.ended('');
  }

  private lock(): void {
    this.locked = true;
    this.shiftsOpen = false;
    remember(lockKey, true);
  }

  /** A sheet over whatever is done now; it travels when it is opened first. */
  private closeShifts(): void {
    this.shiftsOpen = false;
  }

  private openShifts(): void {
    const { session } = this;
    void import('./roster/my-shifts.ts').then(() => {
      this.shiftsOpen = this.session === session && !this.locked;
    });
  }

  /** A supervisor has these pages at the desk. */
  private toOwn(): void {
    this.note = '';
    location.hash = hrefTo('quality');
    this.place = { kind: this.session?.role === 'supervisor' ? 'hall' : 'own' };
  }

  private fromOwn(): void {
    location.hash = '';
    this.toFloor();
  }

  private toHall(): void {
    this.note = '';
    this.place = { kind: 'hall' };
  }

  private toFloor(): void {
    this.note = '';
    this.problem = undefined;
    this.place = { kind: 'floor' };
    this.floor.restart();
  }

  /** A supervisor takes a seat: the one they chose, or one of the floor. */
  private takeCounter({ detail }: CustomEvent<{ counter?: string } | null>): void {
    this.toFloor();
    const counter = detail?.counter;
    if (counter !== undefined) void this.sit(counter);
  }

  private take({ detail: { counter } }: CustomEvent<{ counter: string }>): void {
    void this.sit(counter);
  }

  private async sit(counter: string): Promise<void> {
    const { session } = this;
    const answer = await this.hub.command('open', { counter });
    // Who has gone elsewhere meanwhile, or signed out, is not brought back.
    if (this.session !== session || this.place?.kind !== 'floor') return;
    this.problem = answer.ok ? undefined : answer.problem;
    if (!answer.ok) return;
    this.note = '';
    this.place = { kind: 'console', counter };
  }

  private takeOver({ detail: { counter } }: CustomEvent<{ counter: string }>): void {
    this.note = '';
    this.place = { kind: 'console', counter };
  }

  private seatLeft({ detail: { why, counter } }: CustomEvent<SeatLeft>): void {
    if (this.place?.kind !== 'console' || this.place.counter !== counter) return;
    this.toFloor();
    this.note = words.t(why, { counter });
  }

  /** The incoming clerk signed at the outgoing clerk's console: from here on it is theirs. */
  private relieved({ detail: session }: CustomEvent<StaffSession>): void {
    const before = this.session;
    this.become(session);
    if (before !== null) void endSession(before.token);
    // The view may have told first that the seat has passed: its new holder comes straight back.
    if (this.place?.kind === 'floor') this.toFloor();
  }

  static override styles = [
    base,
    css`
      :host {
        display: block;
        height: 100%;
      }
      .page {
        display: flex;
        flex-direction: column;
        height: 100vh;
        height: 100dvh;
      }
      ph-floor,
      ph-console,
      ph-manager,
      ph-own-desk {
        flex: 1;
        min-height: 0;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-counter': CounterPage;
  }
}
