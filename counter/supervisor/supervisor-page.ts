import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { SessionView, SupervisorView } from '#protocol/views.ts';
import { base, buttons, numbers } from '#ui/base-styles.ts';
import { emit } from '#ui/elements/emit.ts';
import '#ui/elements/ph-message-band.ts';
import type { Way } from '#ui/elements/ph-refusal.ts';
import { ClockController, ConnectionController, ViewController } from '#ui/hub/controllers.ts';
import type { HubClient } from '#ui/hub/hub-client.ts';
import { icon, type IconName } from '#ui/icons.ts';
import { LanguageController, minutesSeconds, textOf, timeOfDay } from '#ui/locale/index.ts';
import '../desk-head.ts';
import { ActsController, type Act } from './acts.ts';
import './alerts.ts';
import { hrefOfSheet, sheetOf, type Sheet } from './board-route.ts';
import { hrefTo } from '../manager/route.ts';
import { boardKeys, litHelp, isTyping } from './board-keys.ts';
import { sheetTemplate } from './board-sheets.ts';
import './awaited.ts';
import './counter-cards.ts';
import './hall-lists.ts';
import { intakeWords } from './hall-times.ts';
import { countersWords, waitingWords } from './hall-words.ts';
import { words } from './locale.ts';
import './outlook.ts';
import './refused-dialog.ts';
import './runway.ts';
import './undo-bar.ts';
import { wallScale } from './wall-scale.ts';
import { supervisorStyles } from './supervisor-styles.ts';

/**
 * The hall at a glance, and every way a supervisor has to help it along.
 *
 * - `hub`, `session`: of the page that shows it
 *
 * @fires take-counter the supervisor wants a seat; detail `{ counter }` where one was chosen
 */
@customElement('ph-supervisor')
export class SupervisorPage extends LitElement {
  @property({ attribute: false }) hub: HubClient | null = null;
  @property({ attribute: false }) session: SessionView | null = null;

  @state() private sheet: Sheet | null = sheetOf(location.hash);
  private view: ViewController<'supervisor'> | null = null;
  private connection: ConnectionController | null = null;
  private clock: ClockController | null = null;
  /** Hall seconds between the last live view and the moment it stopped being live. */
  private stoppedAfterSeconds = 0;
  private readonly scale = wallScale();
  private readonly acts = new ActsController(this, {
    hub: () => this.hub,
    token: () => this.session?.token ?? null,
  });

  readonly language = new LanguageController(this);

  override render(): TemplateResult {
    const data = this.view?.data ?? null;
    const live = this.view?.live ?? false;
    return html`${this.head(data, live)}
      ${
        data === null
          ? html`<main class="empty" aria-busy="true">
              <p role="status">${words.t('first-view-none')}</p>
            </main>`
          : this.content(data, live)
      }
      ${data === null ? nothing : this.openSheet(data)} ${this.refusal()}
      <ph-undo-bar .label=${this.acts.undoable?.label ?? ''} @undo=${this.onUndo}></ph-undo-bar>
      <p class="visually-hidden" role="status">${this.actWords()}</p>`;
  }

  private head(data: SupervisorView | null, live: boolean): TemplateResult {
    const hall = data?.hall ?? null;
    return html`<ph-desk-head
      .session=${this.session}
      .hall=${hall}
      .nowMs=${this.nowMs}
      .waitingCount=${null}
      .staleSinceMs=${live || data === null ? null : this.stoppedMs(data)}
    >
      <span class="hall">${hall === null ? words.t('page-name') : textOf(hall.name)}</span>
      <span slot="state" class="tools in-head">${data === null ? nothing : this.tools(data)}</span>
    </ph-desk-head>`;
  }

  /** Intake, notices, finding a ticket: in the head, on phones below the sentence. */
  private tools({ hall }: SupervisorView): TemplateResult {
    const held = hall.intakeClosedReason !== null;
    const over = hall.state === 'serving-out' ? 'intake-over' : 'intake-early';
    const running = hall.state === 'open' || hall.state === 'closing';
    const tool = (kind: 'find' | 'intake' | 'notice', sign: IconName, label: string) =>
      html`<button
        class="button plain tool"
        type="button"
        @click=${() => {
          this.go({ kind });
        }}
      >
        ${icon(sign)}${label}
      </button>`;
    return html`${tool(
      'intake',
      held || !running ? 'pause' : 'printer',
      words.t(held ? 'intake-closed' : running ? 'intake-open' : over),
    )}
    ${tool('notice', 'bell', words.t('post-notice'))}
    ${tool('find', 'enquiry', words.t('find-ticket'))}`;
  }

  private content(data: SupervisorView, live: boolean): TemplateResult {
    const elapsed = this.elapsedSeconds(data, live);
    return html`<main
      @ticket=${this.toTicket}
      @counter=${this.toCounter}
      @service=${this.toLine}
      @notice=${this.toNotice}
      @act=${this.onAct}
    >
      <div class="summary" data-theme="dark">
        <p class="hall-name">
          <span>${textOf(data.hall.name)}</span>
          <time class="figure">${timeOfDay(this.nowMs, data.hall.timezone)}</time>
        </p>
        <p class="sentence" aria-hidden="true">
          ${waitingWords(data.figures.waiting, 'waiting-short')}
        </p>
        <p>
          ${[countersWords(data), intakeWords(data.hall, this.nowMs)].filter((part) => part !== '').join(words.t('count-comma'))}
        </p>
        <div class="tools">${this.tools(data)}</div>
      </div>
      ${live ? nothing : this.offline(data)}
      <div class="board">
        ${this.figures(data, live)}
        <section class="runway">
          <ph-runway
            .queues=${data.queues}
            .elapsedSeconds=${elapsed}
            ?not-live=${!live}
          ></ph-runway>
        </section>
        <section class="counters" aria-labelledby="counters">
          <header>
            <h2 id="counters">${words.t('counters')}</h2>
            <span class="counts">${countersWords(data)}</span>
            <button
              class="link"
              type="button"
              @click=${() => {
                emit(this, 'take-counter');
              }}
            >
              ${words.t('take-counter')}
            </button>
          </header>
          <ph-counter-cards
            .counters=${data.counters}
            .timezone=${data.hall.timezone}
            .elapsedSeconds=${elapsed}
            ?not-live=${!live}
          ></ph-counter-cards>
        </section>
        <ph-hall-lists .hall=${data} .elapsedSeconds=${elapsed}></ph-hall-lists>
      </div>
      <aside>
        <ph-awaited .roster=${data.roster} .timezone=${data.hall.timezone}></ph-awaited>
        <ph-outlook .hall=${data} .nowMs=${this.nowMs} ?not-live=${!live}></ph-outlook>
        <ph-alerts
          .alerts=${data.alerts}
          .timezone=${data.hall.timezone}
          ?unlit=${litHelp(data) !== undefined}
          ?not-live=${!live}
        ></ph-alerts>
      </aside>
    </main>`;
  }

  private figures({ figures, hall }: SupervisorView, live: boolean): TemplateResult {
    const intake = intakeWords(hall, this.nowMs);
    const { issued, served, meanWaitSeconds, promiseBroken, missed, waiting } = figures;
    const figure = (value: string | number, name: string): TemplateResult =>
      html`<div>
        <dt>${name}</dt>
        <dd class=${live ? '' : 'hollow'}>${value}</dd>
      </div>`;
    return html`<div class="figures">
      <h1>${waitingWords(waiting, 'waiting-sentence')}</h1>
      ${intake === '' ? nothing : html`<p class="intake">${icon('clock')}${intake}</p>`}
      <dl>
        ${figure(issued, words.t('figure-issued'))} ${figure(served, words.t('figure-served'))}
        ${figure(
          meanWaitSeconds === null ? '—' : minutesSeconds(meanWaitSeconds),
          words.t('figure-wait'),
        )}
        ${figure(promiseBroken, words.t('figure-broken'))}
        ${figure(missed, words.t('figure-missed'))}
      </dl>
    </div>`;
  }

  private offline(data: SupervisorView): TemplateResult | typeof nothing {
    const connection = this.connection?.value;
    if (connection === undefined || connection.state === 'connecting') {
      return html`<p class="note" role="status">${words.t('first-view')}</p>`;
    }
    const { nextTryMs } = connection;
    const seconds =
      nextTryMs === null ? null : Math.max(Math.ceil((nextTryMs - Date.now()) / 1000), 0);
    const time = timeOfDay(this.stoppedMs(data), data.hall.timezone);
    return html`<ph-message-band
      class="note"
      kind="offline"
      urgent
      .heading=${words.t('offline-title', { time })}
      .text=${words.t('offline-text')}
    >
      ${
        seconds === null
          ? nothing
          : html`<span class="figure" aria-live="off"
              >${words.t('offline-next', { seconds })}</span
            >`
      }
    </ph-message-band>`;
  }

  private openSheet(hall: SupervisorView): TemplateResult | typeof nothing {
    const { sheet, hub, nowMs } = this;
    if (sheet === null) return nothing;
    return sheetTemplate(sheet, {
      hub,
      hall,
      nowMs,
      token: this.session?.token ?? '',
      elapsedSeconds: this.elapsedSeconds(hall, this.view?.live ?? false),
      onAct: this.onAct,
      onTicket: this.toTicket,
      onLeave: this.leaveSheet,
    });
  }

  private refusal(): TemplateResult | typeof nothing {
    const { refused } = this.acts;
    if (refused === null) return nothing;
    return html`<ph-refused-dialog
      .refused=${refused}
      .suggestion=${writtenReason(refused.act)}
      @way=${({ detail }: CustomEvent<Way>) => {
        void this.run({
          command: detail.command,
          args: detail.args ?? {},
          label: detail.label,
        });
      }}
      @again=${() => {
        void this.run(refused.act);
      }}
      @override=${({ detail }: CustomEvent<{ reason: string }>) => {
        void this.finish(this.acts.override(detail.reason));
      }}
      @leave=${() => {
        this.acts.dismiss();
      }}
    ></ph-refused-dialog>`;
  }

  private actWords(): string {
    const { working, done, refused } = this.acts;
    if (working !== null) return words.t('working');
    if (done !== null) return words.t('done', { label: done.label });
    return refused === null ? '' : words.t('act-refused', { label: refused.act.label });
  }

  private run(act: Act): Promise<void> {
    return this.finish(this.acts.run(act));
  }

  /** What is recorded shows on the board itself: the sheet has done its work. */
  private async finish(recorded: Promise<boolean>): Promise<void> {
    const pressedIn = hrefOfSheet(this.sheet);
    // Another sheet may have been opened since: that one stays.
    if ((await recorded) && hrefOfSheet(this.sheet) === pressedIn) this.go(null);
  }

  /** The address says what lies open: it can be sent, and gone back from. */
  private go(sheet: Sheet | null): void {
    if (sheet === null && this.sheet === null) return;
    location.hash = hrefOfSheet(sheet);
    this.sheet = sheet;
  }

  private readonly moved = (): void => {
    this.sheet = sheetOf(location.hash);
  };

  private readonly leaveSheet = (): void => {
    this.go(null);
  };

  private readonly onAct = ({ detail }: CustomEvent<Act>): void => {
    void this.run(detail);
  };

  private readonly onUndo = (): void => {
    void this.finish(this.acts.undo());
  };

  private readonly toTicket = ({ detail: { ticket } }: CustomEvent<{ ticket: string }>): void => {
    this.go({ kind: 'ticket', ticket });
  };

  private readonly toCounter = ({ detail }: CustomEvent<{ counter: string }>): void => {
    this.go({ kind: 'counter', counter: detail.counter });
  };

  private readonly toLine = ({ detail }: CustomEvent<{ service: string }>): void => {
    this.go({ kind: 'line', service: detail.service });
  };

  private readonly toNotice = (): void => {
    this.go({ kind: 'notice' });
  };

  private get nowMs(): number {
    return this.clock?.nowMs ?? Date.now();
  }

  private elapsedSeconds(data: SupervisorView, live: boolean): number {
    if (live) {
      const elapsed = (this.nowMs - Date.parse(data.now)) / 1000;
      this.stoppedAfterSeconds = Math.max(Math.floor(elapsed), 0);
    }
    return this.stoppedAfterSeconds;
  }

  /** When the page stood still, as hall time. */
  private stoppedMs(data: SupervisorView): number {
    return Date.parse(data.now) + this.stoppedAfterSeconds * 1000;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('hub') || this.hub === null || this.view !== null) return;
    this.view = new ViewController(this, this.hub, 'supervisor');
    this.connection = new ConnectionController(this, this.hub);
    this.clock = new ClockController(this, this.hub);
  }

  private readonly key = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.composedPath()[0])) return;
    if (this.sheet !== null || this.acts.refused !== null) return;
    const asked = boardKeys[event.key.toLowerCase()];
    if (asked === undefined || (asked === 'undo' && this.acts.undoable === null)) return;
    event.preventDefault();
    if (asked === 'undo') this.onUndo();
    else if (asked === 'wall') location.hash = hrefTo('board', ['wall']);
    else this.go({ kind: asked });
  };

  override connectedCallback(): void {
    super.connectedCallback();
    this.scale.apply();
    addEventListener('keydown', this.key);
    addEventListener('hashchange', this.moved);
    this.moved();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.scale.remove();
    removeEventListener('keydown', this.key);
    removeEventListener('hashchange', this.moved);
  }

  static override styles = [base, numbers, buttons, supervisorStyles];
}

/** A reason that stands in the act already serves for the pass as well. */
function writtenReason({ args }: Act): string {
  const { reason } = args;
  return typeof reason === 'string' && reason.includes(' ') ? reason : '';
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-supervisor': SupervisorPage;
  }
}
