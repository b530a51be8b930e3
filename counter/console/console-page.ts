import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { CounterState } from '#core/vocabulary.ts';
import type { NextView } from '#protocol/views.ts';
import { base } from '#ui/base-styles.ts';
import { emit } from '#ui/elements/emit.ts';
import '#ui/elements/ph-message-band.ts';
import '#ui/elements/ph-plate.ts';
import '#ui/elements/ph-refusal.ts';
import type { Way } from '#ui/elements/ph-refusal.ts';
import '#ui/elements/ph-state-mark.ts';
import { ClockController, ConnectionController, ViewController } from '#ui/hub/controllers.ts';
import type { HubClient } from '#ui/hub/hub-client.ts';
import { LanguageController, common, language, minutesSeconds } from '#ui/locale/index.ts';
import '../desk-head.ts';
import type { StaffSession } from '../session.ts';
import { ActsController, type Opened, type Wish } from './acts.ts';
import './centre.ts';
import { consoleStyles } from './console-styles.ts';
import './dialogs/handover-dialog.ts';
import './dialogs/handover-sheet.ts';
import './dialogs/park-dialog.ts';
import './dialogs/pause-dialog.ts';
import './dialogs/plain-dialogs.ts';
import './dialogs/transfer-dialog.ts';
import { ageSeconds, longestWaiting } from './list-fold.ts';
import { spanInWords, words } from './locale.ts';
import './next-list.ts';
import './pad.ts';
import type { KeyComplaint } from './pad.ts';
import { keyStateAt, type PadAct } from './pad-layout.ts';
import { problemOfKey, troubleOf, type Trouble } from './refusal-model.ts';
import { withReadersWays } from './refusal-ways.ts';
import { shortcutOf, takesText, wayOutKeys } from './shortcuts.ts';

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
        ${this.acts.opened === null ? nothing : this.dialog(this.acts.opened, trouble, age)}
      </div>`;
  }

  private refusal(trouble: Extract<Trouble, { kind: 'refused' }>): TemplateResult {
    const { refused } = this.acts;
    const key = refused === null || refused.key === 'next' ? 'call' : refused.key;
    return html`<section class="refusal">
      <p class="pressed">${words.t('pressed', { key: words.t(`key-${key}`) })}</p>
      ${this.refusalCard(trouble)}
      <button
        class="dismiss"
        type="button"
        @click=${() => {
          this.acts.dismiss();
        }}
      >
        ${words.t('dismiss')}<kbd>Esc</kbd>
      </button>
    </section>`;
  }

  private refusalCard({ problem }: Extract<Trouble, { kind: 'refused' }>): TemplateResult {
    return html`<ph-refusal
      .problem=${problem}
      .hints=${{
        pause: words.t('hint-absence'),
        override: words.t('hint-pass'),
        handover: words.t('hint-queue'),
      }}
      .shortcuts=${this.acts.opened === null ? wayOutKeys : []}
      @way=${(event: CustomEvent<Way>) => {
        this.acts.way(event.detail);
      }}
      @again=${() => {
        this.acts.again();
      }}
      >${problem.rule === 'no-pause-while-waiting' || problem.rule === 'serve-everyone-queued' ? this.inTheWay() : nothing}</ph-refusal
    >`;
  }

  /** Those who wait for this counter, the longest first: they are why it may not stop. */
  private inTheWay(): TemplateResult | typeof nothing {
    const view = this.view.data;
    const [longest] = view === null ? [] : longestWaiting(view.next, 1);
    if (view === null || longest === undefined) return nothing;
    const age = ageSeconds(view, this.clock.nowMs, this.view.live);
    const left = longest.promiseLeftSeconds - age;
    const shown = longestWaiting(view.next, 3);
    const more = view.waitingCount - shown.length;
    return html`<p class="longest">
        ${words.t('refusal-longest', {
          number: longest.number,
          waited: spanInWords(longest.waitedSeconds + age),
          left:
            left < 0
              ? words.t('refusal-over', { over: spanInWords(-left) })
              : words.t('refusal-left', { left: spanInWords(left) }),
        })}
      </p>
      <ul class="waiting">
        ${shown.map(
          ({ number, waitedSeconds }) =>
            html`<li><b>${number}</b><span>${minutesSeconds(waitedSeconds + age)}</span></li>`,
        )}
        ${more > 0 ? html`<li>${words.t('refusal-more', { count: more })}</li>` : nothing}
      </ul>`;
  }

  private dialog(opened: Opened, trouble: Trouble | null, age: number): TemplateResult {
    const view = this.view.data;
    const busy = this.acts.working !== null;
    const said = html`<div slot="trouble">
      ${trouble === null ? nothing : this.saidInDialog(trouble)}
    </div>`;
    switch (opened.kind) {
      case 'transfer':
        return html`<ph-transfer-dialog .view=${view} .hub=${this.hub} ?busy=${busy}
          >${said}</ph-transfer-dialog
        >`;
      case 'park':
        return html`<ph-park-dialog .view=${view} .brought=${this.brought} ?busy=${busy}
          >${said}</ph-park-dialog
        >`;
      case 'pause':
        return html`<ph-pause-dialog
          .view=${view}
          ?absence=${opened.absence}
          ?pass=${opened.pass}
          ?busy=${busy}
          >${said}</ph-pause-dialog
        >`;
      case 'handover':
        return html`<ph-handover-dialog .view=${view} ?queue=${opened.queue} ?busy=${busy}
          >${said}</ph-handover-dialog
        >`;
      case 'close':
        return html`<ph-close-dialog .view=${view} ?busy=${busy}>${said}</ph-close-dialog>`;
      case 'named':
        return html`<ph-named-dialog .view=${view} .row=${opened.row} ?busy=${busy}
          >${said}</ph-named-dialog
        >`;
      case 'aside':
        return html`<ph-aside-dialog .view=${view} ?busy=${busy}>${said}</ph-aside-dialog>`;
      case 'pass':
        return html`<ph-pass-dialog
          .asked=${opened.wish}
          ?own=${this.session.role === 'supervisor'}
          ?busy=${busy}
          >${said}</ph-pass-dialog
        >`;
      case 'sheet':
        return html`<ph-handover-sheet
          .view=${view}
          .badge=${this.session.badge}
          .ageSeconds=${age}
          ?busy=${busy}
          @relieved=${() => {
            this.acts.dismiss();
          }}
          @leave-seat=${() => {
            this.leave('seat-passed');
          }}
          >${said}</ph-handover-sheet
        >`;
    }
  }

  private saidInDialog(trouble: Trouble): TemplateResult {
    if (trouble.kind === 'refused') return this.refusalCard(trouble);
    return html`<p class="again" role="alert">
      ${words.t(trouble.kind === 'unreachable' ? 'not-reached' : 'not-recorded')}
    </p>`;
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
      const short = words.t(trouble.kind === 'unreachable' ? 'not-reached' : 'not-recorded');
      return { act: refused.key, short, aloud: true };
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
