import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { CounterState } from '#core/vocabulary.ts';
import type { NextView } from '#protocol/views.ts';
import { base } from '#ui/base-styles.ts';
import { emit } from '#ui/elements/emit.ts';
import '#ui/elements/ph-message-band.ts';
import '#ui/elements/ph-plate.ts';
import '#ui/elements/ph-state-mark.ts';
import { ClockController, ConnectionController, ViewController } from '#ui/hub/controllers.ts';
import type { HubClient } from '#ui/hub/hub-client.ts';
import { LanguageController, common, language, minutesSeconds } from '#ui/locale/index.ts';
import '../desk-head.ts';
import type { StaffSession } from '../session.ts';
import { ActsController, type Wish } from './acts.ts';
import './centre.ts';
import { consoleStyles } from './console-styles.ts';
import { openedDialog } from './dialogs/opened-dialog.ts';
import { ageSeconds } from './list-fold.ts';
import { words } from './locale.ts';
import './next-list.ts';
import './pad.ts';
import type { KeyComplaint } from './pad.ts';
import { keyStateAt, type PadAct } from './pad-layout.ts';
import { notThroughWords, refusalCard } from './refusal-card.ts';
import { problemOfKey, troubleOf, type Trouble } from './refusal-model.ts';
import { withReadersWays } from './refusal-ways.ts';
import { shortcutOf, takesText } from './shortcuts.ts';

/** Detail of the event `seat-left`: the clerk no longer holds the counter, and why. */
export interface SeatLeft {
  readonly counter: string;
  readonly why: 'signed-off' | 'seat-lost' | 'seat-passed';
}

/**
 * A clerk's counter: who comes next, who is here, and the pad. Everything works by mouse, keyboard
 * and number pad; what is shown and what is allowed comes from the view alone.
 *
 * - `hub`, `session`, `counter`
 * - events `seat-left` ({@link SeatLeft}), `relieved` (the incoming clerk's session)
 */
@customElement('ph-console')
export class ConsolePage extends LitElement {
  @property({ attribute: false }) hub!: HubClient;
  @property({ attribute: false }) session!: StaffSession;
  @property() counter = '';

  /** Papers ticked for the ticket at the desk. */
  @state() private brought: ReadonlySet<number> = new Set();
  private broughtFor: string | null = null;
  private sheetShownFor: string | null = null;
  /** How the last live view knew this clerk, to tell signing off from losing the seat. */
  private held: 'mine' | 'handing' | null = null;
  private byTab = false;

  private view!: ViewController<'console'>;
  private connection!: ConnectionController;
  private clock!: ClockController;
  readonly language = new LanguageController(this);
  private readonly acts = new ActsController(this, {
    view: () => this.view.data,
    live: () => this.view.live,
    nowMs: () => this.clock.nowMs,
    badge: () => this.session.badge,
    hub: () => this.hub,
  });

  override render(): TemplateResult {
    const { data: view, live } = this.view;
    const { nowMs } = this.clock;
    const age = view === null ? 0 : ageSeconds(view, nowMs, live);
    const trouble = this.trouble();
    const asking = this.acts.opened === null && trouble?.kind === 'refused';
    return html`<ph-desk-head
        .session=${this.session}
        .hall=${view?.hall ?? null}
        .nowMs=${nowMs}
        .waitingCount=${view?.hallWaitingCount ?? null}
        .staleSinceMs=${this.staleSinceMs()}
        ?overview=${this.session.role === 'supervisor'}
      >
        <ph-plate
          class="own"
          audience="staff"
          .counter=${this.counter}
          .state=${headState(view?.state ?? 'idle')}
          ?not-live=${!live}
        ></ph-plate>
        ${
          view === null
            ? nothing
            : html`<span slot="state" class="state">
                <ph-state-mark .counter=${view.state} audience="staff"></ph-state-mark>
                ${
                  view.state === 'idle' || view.state === 'closed'
                    ? nothing
                    : html`<span class="figure">${minutesSeconds(view.sinceSeconds + age)}</span>`
                }
              </span>`
        }
      </ph-desk-head>
      <main class="page ${asking ? 'asking' : ''}">
        <h1 class="visually-hidden">${common.t('counter-named', { counter: this.counter })}</h1>
        ${this.offlineBand()}
        <div class="list">
          <ph-next-list
            .view=${view}
            .nowMs=${nowMs}
            ?live=${live}
            ?first=${view !== null && (view.state !== 'idle' || asking)}
            @named=${(event: CustomEvent<NextView>) => {
              this.acts.open({ kind: 'named', row: event.detail });
            }}
            @aside=${() => {
              this.acts.open({ kind: 'aside' });
            }}
          ></ph-next-list>
        </div>
        <div class="middle">
          ${
            asking
              ? this.refusal(trouble)
              : html`<ph-centre
                  .view=${view}
                  .nowMs=${nowMs}
                  .brought=${this.brought}
                  ?live=${live}
                  @papers=${this.ticked}
                ></ph-centre>`
          }
        </div>
        <ph-pad
          .view=${view}
          .nowMs=${nowMs}
          .badge=${this.session.badge}
          .working=${this.acts.working}
          .complaint=${this.complaint(trouble)}
          .offlineSeconds=${this.offlineSeconds()}
          ?live=${live}
          @press=${(event: CustomEvent<{ act: PadAct }>) => {
            this.acts.press(event.detail.act);
          }}
        ></ph-pad>
      </main>
      <div
        @wish=${this.wished}
        @close=${() => {
          this.acts.dismiss();
        }}
      >
        ${this.dialog(trouble, age)}
      </div>`;
  }

  private refusal(trouble: Extract<Trouble, { kind: 'refused' }>): TemplateResult {
    const { refused } = this.acts;
    const key = refused === null || refused.key === 'next' ? 'call' : refused.key;
    return html`<section class="refusal">
      <p class="pressed">${words.t('pressed', { key: words.t(`key-${key}`) })}</p>
      ${this.card(trouble)}
      <button
        class="dismiss"
        type="button"
        @click=${() => {
          this.acts.dismiss();
        }}
      >
        ${words.t('dismiss')}<kbd>${words.t('key-escape')}</kbd>
      </button>
    </section>`;
  }

  private card({ problem }: Extract<Trouble, { kind: 'refused' }>): TemplateResult {
    const { data: view, live } = this.view;
    const age = view === null ? 0 : ageSeconds(view, this.clock.nowMs, live);
    return refusalCard({ problem, view, ageSeconds: age, acts: this.acts });
  }

  private dialog(trouble: Trouble | null, age: number): TemplateResult | typeof nothing {
    const { opened } = this.acts;
    if (opened === null) return nothing;
    const said =
      trouble === null
        ? nothing
        : trouble.kind === 'refused'
          ? this.card(trouble)
          : html`<p class="again" role="alert">${notThroughWords(trouble)}</p>`;
    return openedDialog({
      opened,
      view: this.view.data,
      hub: this.hub,
      session: this.session,
      brought: this.brought,
      ageSeconds: age,
      acts: this.acts,
      said: html`<div slot="trouble">${said}</div>`,
      leave: () => {
        this.leave('seat-passed');
      },
      relieved: this.relieved,
    });
  }

  /** Why the last press did not get through, in the present language and of the present view. */
  private trouble(): Trouble | null {
    const { refused } = this.acts;
    const view = this.view.data;
    if (refused === null || view === null) return null;
    const found =
      refused.answer === undefined ? this.troubleOfKey(refused.key) : troubleOf(refused.answer);
    if (found?.kind !== 'refused') return found;
    const { role } = this.session;
    return { ...found, problem: withReadersWays(found.problem, role) };
  }

  private troubleOfKey(key: PadAct): Trouble | null {
    const view = this.view.data;
    if (view === null || key === 'next') return null;
    const problem = problemOfKey(keyStateAt(view, key, this.clock.nowMs), language.get());
    return problem === null ? null : { kind: 'refused', problem };
  }

  private complaint(trouble: Trouble | null): KeyComplaint | null {
    const { refused } = this.acts;
    const view = this.view.data;
    if (refused === null || trouble === null || view === null) return null;
    if (trouble.kind !== 'refused') {
      return { act: refused.key, short: notThroughWords(trouble), aloud: true };
    }
    const state = refused.key === 'next' ? null : keyStateAt(view, refused.key, this.clock.nowMs);
    const short = state?.short?.[language.get()] ?? '';
    return { act: refused.key, short, aloud: false };
  }

  private offlineBand(): TemplateResult | typeof nothing {
    const seconds = this.offlineSeconds();
    if (seconds === null || this.view.live) return nothing;
    return html`<ph-message-band
      class="offline"
      kind="offline"
      urgent
      .heading=${common.t('offline-title')}
      .text=${common.t('offline-console', { seconds })}
    ></ph-message-band>`;
  }

  /** Whole seconds to the next try; null while a try is under way. */
  private offlineSeconds(): number | null {
    const { state: now, nextTryMs } = this.connection.value;
    if (now !== 'offline' || nextTryMs === null) return null;
    return Math.max(1, Math.ceil((nextTryMs - Date.now()) / 1000));
  }

  /** The hall's time when the hub was heard of last. */
  private staleSinceMs(): number | null {
    const { state: now, sinceMs } = this.connection.value;
    const view = this.view.data;
    if (now !== 'offline' || this.view.live || view === null) return null;
    // The page's clock runs on without the hub: back to where it was heard of last.
    return this.clock.nowMs - (Date.now() - sinceMs) * view.clockSpeed;
  }

  private ticked({ detail }: CustomEvent<{ readonly brought: ReadonlySet<number> }>): void {
    this.brought = detail.brought;
  }

  private wished({ detail }: CustomEvent<Wish>): void {
    this.acts.submit(detail);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!this.hasUpdated) {
      this.view = new ViewController(this, this.hub, 'console', { counter: this.counter });
      this.connection = new ConnectionController(this, this.hub);
      this.clock = new ClockController(this, this.hub);
    } else if (changed.has('counter')) {
      this.held = null;
      this.view.watch({ counter: this.counter });
    }
    this.follow();
  }

  /** What a new view changes beside what is drawn. */
  private follow(): void {
    const view = this.view.data;
    const ticket = view?.ticket?.id ?? null;
    if (ticket !== this.broughtFor) {
      this.broughtFor = ticket;
      this.brought = new Set();
    }
    const since = view?.handover == null ? null : `${view.counter} ${view.handover.to.badge}`;
    if (since !== this.sheetShownFor) {
      // The sheet comes by itself, once: the outgoing clerk may put it aside.
      this.sheetShownFor = since;
      if (since !== null) this.acts.opened = { kind: 'sheet' };
      else if (this.acts.opened?.kind === 'sheet') this.acts.opened = null;
    }
    if (view !== null && this.view.live) this.watchSeat();
  }

  private watchSeat(): void {
    const view = this.view.data;
    if (view === null) return;
    const { badge } = this.session;
    const before = this.held;
    const incoming = view.handover?.to.badge === badge;
    if (view.clerk?.badge === badge || incoming) {
      this.held = view.handover !== null && !incoming ? 'handing' : 'mine';
      return;
    }
    if (before === null) return;
    this.held = null;
    const why =
      view.clerk !== null && before === 'handing'
        ? 'seat-passed'
        : this.acts.signedOff
          ? 'signed-off'
          : 'seat-lost';
    this.leave(why);
  }

  /**
   * Told anew from here: the view may have closed the sheet before the answer came, and what a sheet
   * tells that has gone rises to nobody.
   */
  private readonly relieved = (event: CustomEvent<StaffSession>): void => {
    event.stopPropagation();
    this.acts.dismiss();
    emit(this, 'relieved', event.detail);
  };

  private leave(why: SeatLeft['why']): void {
    emit(this, 'seat-left', { counter: this.counter, why } satisfies SeatLeft);
  }

  private readonly pressed = (event: KeyboardEvent): void => {
    if (event.key === 'Tab') this.byTab = true;
    if (this.acts.opened !== null || event.defaultPrevented) return;
    const [target] = event.composedPath();
    const element = target instanceof HTMLElement ? target : null;
    const shortcut = shortcutOf(event, {
      typing: element !== null && takesText(element),
      onControl: this.byTab && element !== null && element.matches('button, a[href], summary'),
    });
    if (shortcut === null) return;
    switch (shortcut.kind) {
      case 'pad':
        event.preventDefault();
        this.acts.press(shortcut.act);
        return;
      case 'dismiss':
        if (this.acts.refused !== null) this.acts.dismiss();
        return;
      case 'way-out': {
        const trouble = this.trouble();
        const way =
          trouble?.kind === 'refused' ? trouble.problem.waysOut?.[shortcut.index] : undefined;
        if (way === undefined) return;
        event.preventDefault();
        this.acts.way(way);
      }
    }
  };

  private readonly pointed = (): void => {
    this.byTab = false;
  };

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('keydown', this.pressed);
    addEventListener('pointerdown', this.pointed);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('keydown', this.pressed);
    removeEventListener('pointerdown', this.pointed);
  }

  static override styles = [base, consoleStyles];
}

/** One lit thing: the wide key. The head's plate stays solid while a call stands. */
function headState(state: CounterState): CounterState {
  return state === 'calling' ? 'serving' : state;
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-console': ConsolePage;
  }
  interface HTMLElementEventMap {
    wish: CustomEvent<Wish>;
    'seat-left': CustomEvent<SeatLeft>;
  }
}
