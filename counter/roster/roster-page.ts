import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Problem } from '#protocol/problem.ts';
import type { RosterView } from '#protocol/roster-view.ts';
import type { HallHead } from '#protocol/views.ts';
import { base } from '#ui/base-styles.ts';
import '#ui/elements/ph-refusal.ts';
import { api } from '#ui/hub/api.ts';
import type { HubClient } from '#ui/hub/hub-client.ts';
import { latestAsked } from '#ui/hub/latest-asked.ts';
import { LanguageController, dayOf, textOf } from '#ui/locale/index.ts';
import { OnPaper } from '../on-paper.ts';
import './kinds-dialog.ts';
import { words } from './locale.ts';
import './overtaken-dialog.ts';
import './publish-dialog.ts';
import './roster-grid.ts';
import './roster-head.ts';
import {
  copied,
  moved,
  overtaken,
  spanFrom,
  undone,
  withChanges,
  type Brush,
  type Change,
  type Span,
} from './roster-model.ts';
import { rosterPageStyles } from './roster-page-styles.ts';
import './roster-palette.ts';
import './roster-side.ts';

const againMs = 15_000;
const undoMax = 20;

/**
 * The manager's roster: planned by mouse or keyboard, then published; requests; who is on.
 *
 * - `hub`, `token`, `hall`, `nowMs`; `span`; `day`: any day of the span, null: today
 */
@customElement('ph-roster-page')
export class RosterPage extends LitElement {
  @property({ attribute: false }) hub: HubClient | null = null;
  @property() token = '';
  @property({ attribute: false }) hall: HallHead | null = null;
  @property({ attribute: false }) nowMs = 0;
  @property() span: Span = 'week';
  @property() day: string | null = null;

  @state() private view: RosterView | null = null;
  @state() private isAway = false;
  @state() private brush: Brush | null = null;
  /** Sent, and not in the view yet. */
  @state() private drawn: readonly Change[] = [];
  @state() private problem: Problem | null | undefined = undefined;
  /** Overtaken by another manager: to be settled. */
  @state() private refused: readonly Change[] | null = null;
  @state() private dialog: 'publish' | 'kinds' | null = null;
  @state() private note = '';
  private steps: (readonly Change[])[] = [];
  private shown = '';
  private readonly reading = latestAsked();
  /** The reading that was asked for last. */
  private newest: Promise<void> = Promise.resolve();
  private timer: ReturnType<typeof setInterval> | undefined;

  readonly language = new LanguageController(this);
  readonly paper = new OnPaper(this, 'wide');

  override render(): TemplateResult {
    const { view } = this;
    return html`<main>
      <ph-roster-head
        .view=${view}
        .span=${this.span}
        ?undoable=${this.steps.length > 0}
        @undo=${this.undo}
        @copy-week=${this.copy}
        @kinds=${this.openDialog('kinds')}
        @publish=${this.openDialog('publish')}
      ></ph-roster-head>
      ${this.refusal()}
      ${
        view === null
          ? html`<p role=${this.isAway ? 'alert' : 'status'}>
              ${words.t(this.isAway ? 'not-reached' : 'loading')}
            </p>`
          : this.content(view)
      }
    </main>`;
  }

  private content(view: RosterView): TemplateResult {
    const shown = withChanges(view, this.drawn);
    const isEmpty = shown.people.every(({ cells }) => cells.every((cell) => cell.planned === null));
    return html`${
        isEmpty
          ? html`<section class="teach">
              <h2>${words.t('empty-title')}</h2>
              <p>${words.t('empty-help')}</p>
            </section>`
          : nothing
      }
      <section class="plan" aria-label=${words.t('title')}>
        <ph-roster-palette
          .view=${view}
          .brush=${this.chosen(view)}
          @brush-chosen=${({ detail }: CustomEvent<Brush>) => {
            this.brush = detail;
          }}
        ></ph-roster-palette>
        <ph-roster-grid
          .view=${shown}
          .brush=${this.chosen(view)}
          ?compact=${this.span === 'month'}
          @changes-drawn=${this.draw}
        ></ph-roster-grid>
        <p class="sign">${words.t('print-sign')}</p>
      </section>
      <p class="visually-hidden" role="status">${this.note}</p>
      <ph-roster-side .view=${view} .hub=${this.hub} .hall=${this.hall} @changed=${this.reload}>
      </ph-roster-side>
      <ph-publish-dialog
        .open=${this.dialog === 'publish'}
        .view=${view}
        @publish=${this.publish}
        @close=${this.closeDialog}
      ></ph-publish-dialog>
      <ph-roster-overtaken
        .view=${view}
        .changes=${this.refused}
        @settle=${this.settle}
        @close=${this.unrefuse}
      ></ph-roster-overtaken>
      <ph-kinds-dialog
        .open=${this.dialog === 'kinds'}
        .view=${view}
        .hub=${this.hub}
        @close=${this.closeDialog}
        @changed=${this.reload}
      ></ph-kinds-dialog>`;
  }

  private refusal(): TemplateResult | typeof nothing {
    if (this.problem === undefined) return nothing;
    return html`<ph-refusal .problem=${this.problem} @again=${this.reload}></ph-refusal>`;
  }

  /** Until somebody chooses: the first kind of shift. */
  private chosen(view: RosterView): Brush {
    return this.brush ?? { kind: view.kinds[0]?.id ?? null, counter: null };
  }

  private readonly draw = ({ detail }: CustomEvent<readonly Change[]>): void => {
    this.note = toldOf(this.view, detail);
    void this.send(detail, true);
  };

  private async send(changes: readonly Change[], isStep: boolean): Promise<void> {
    const { hub, view, shown } = this;
    if (hub === null || view === null || changes.length === 0) return;
    const back = undone(view, changes);
    this.drawn = [...this.drawn, ...changes];
    const answer = await hub.command('plan-shifts', { changes });
    this.problem = answer.ok ? undefined : answer.problem;
    // Of another week: nobody takes back what they do not see.
    if (answer.ok && isStep && shown === this.shown)
      this.steps = [...this.steps, back].slice(-undoMax);
    await this.reload();
    this.drawn = this.drawn.filter((each) => !changes.includes(each));
    if (answer.ok || answer.problem?.by?.state !== 'changed-meanwhile') return;
    if (this.view === null || overtaken(this.view, changes).length === 0) return;
    this.problem = undefined;
    this.refused = changes;
  }

  private readonly settle = ({ detail }: CustomEvent<readonly Change[]>): void => {
    this.refused = null;
    void this.send(detail, true);
  };

  private readonly unrefuse = (): void => {
    this.refused = null;
  };

  private readonly undo = (): void => {
    const last = this.steps.at(-1);
    if (last === undefined) return;
    this.steps = this.steps.slice(0, -1);
    void this.send(last, false);
  };

  private readonly copy = (): void => {
    void this.copyWeek();
  };

  private async copyWeek(): Promise<void> {
    const { view } = this;
    if (view === null) return;
    const before = await this.fetch(moved(view.from, -7), 7);
    if (before === null) {
      this.problem = null;
      return;
    }
    // Another week may be open by now: it was not asked to be filled.
    if (this.view?.from !== view.from) return;
    const changes = copied(view, before);
    this.note = changes.length === 0 ? words.t('copied-none') : '';
    await this.send(changes, true);
  }

  private readonly publish = (): void => {
    void this.publishNow();
  };

  private async publishNow(): Promise<void> {
    const { hub, view } = this;
    if (hub === null || view === null) return;
    this.dialog = null;
    const to = view.days.at(-1)?.day ?? view.from;
    const answer = await hub.command('publish-roster', { from: view.from, to });
    this.problem = answer.ok ? undefined : answer.problem;
    if (answer.ok) this.steps = [];
    await this.reload();
  }

  private openDialog(dialog: 'publish' | 'kinds'): () => void {
    return () => {
      this.dialog = dialog;
    };
  }

  private readonly closeDialog = (): void => {
    this.dialog = null;
  };

  /** Done when the newest reading is there, also where that was asked for later. */
  private readonly reload = (): Promise<void> => {
    this.newest = this.read();
    return this.newest;
  };

  private async read(): Promise<void> {
    const [from = '', days = ''] = this.shown.split(' ');
    if (from === '') return;
    const isWanted = this.reading.begin();
    const view = await this.fetch(from, Number(days));
    if (!isWanted()) return this.newest;
    this.isAway = view === null;
    if (view !== null) this.view = view;
  }

  private async fetch(from: string, days: number): Promise<RosterView | null> {
    const path = `/api/roster?from=${from}&days=${String(days)}`;
    const answer = await api<RosterView>(path, { token: this.token });
    return answer.ok ? answer.data : null;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const day = this.day ?? this.today();
    if (day === '' || !/^\d{4}-\d{2}-\d{2}$/.test(day)) return;
    const { from, days } = spanFrom(day, this.span);
    const asked = `${from} ${String(days)}`;
    if (asked === this.shown) return;
    this.shown = asked;
    this.steps = [];
    void this.reload();
  }

  private today(): string {
    const { hall, nowMs } = this;
    if (hall === null || nowMs === 0) return '';
    return new Intl.DateTimeFormat('en-CA', { timeZone: hall.timezone }).format(nowMs);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.timer = setInterval(() => void this.reload(), againMs);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.timer);
  }

  static override styles = [base, rosterPageStyles];
}

/** One change, for who does not see it: whose day, and what it is now. */
function toldOf(view: RosterView | null, changes: readonly Change[]): string {
  const [change] = changes;
  if (view === null || change === undefined || changes.length > 1) return '';
  const kind = view.kinds.find(({ id }) => id === change.kind);
  const name = view.people.find(({ badge }) => badge === change.badge)?.name ?? change.badge;
  const what = kind === undefined ? words.t('off') : textOf(kind.name);
  return words.t('cell-name', { name, day: dayOf(change.day), what });
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-roster-page': RosterPage;
  }
}
