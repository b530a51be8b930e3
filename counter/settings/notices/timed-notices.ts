import { LitElement, css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Text } from '#core/vocabulary.ts';
import { base, buttons } from '#ui/base-styles.ts';
import { latestAsked } from '#ui/hub/latest-asked.ts';
import { icon } from '#ui/icons.ts';
import { LanguageController, textOf } from '#ui/locale/index.ts';
import { fields } from '../../field-styles.ts';
import { deskIcon } from '../../manager/desk-icons.ts';
import { ask } from '../desk-api.ts';
import { listStyles } from '../list-styles.ts';
import { NearFocus } from '../near-focus.ts';
import { partStyles } from '../part-styles.ts';
import { settingsStyles } from '../settings-styles.ts';
import { localOf } from './local-time.ts';
import { words } from './locale.ts';
import './notice-form.ts';
import type { NoticeDraft } from './notice-form.ts';

export interface TimedNotice {
  readonly notice: string;
  readonly kind: 'notice' | 'fault';
  readonly text: Text;
  readonly from: string | null;
  readonly until: string | null;
  readonly stands: 'coming' | 'now' | 'over';
  readonly inSettings: boolean;
}

const lookMs = 10_000;

/**
 * Notices that were posted: edited, put in order, taken down, and cleared when they are over.
 *
 * - `token`: a supervisor's; `timezone`, `nowMs`: of the hall
 */
@customElement('ph-timed-notices')
export class TimedNotices extends LitElement {
  @property({ attribute: false }) token = '';
  @property({ attribute: false }) timezone = 'UTC';
  @property({ attribute: false }) nowMs = 0;
  @state() private notices: readonly TimedNotice[] | null = null;
  @state() private editing: TimedNotice | 'new' | null = null;
  @state() private note = '';
  private timer: ReturnType<typeof setInterval> | null = null;
  private readonly loading = latestAsked();
  private readonly ordering = latestAsked();
  private turn: Promise<void> = Promise.resolve();
  readonly language = new LanguageController(this);

  constructor() {
    super();
    new NearFocus(this);
  }

  override render(): TemplateResult {
    const own = this.notices?.filter(({ inSettings }) => !inSettings) ?? [];
    const over = own.filter(({ stands }) => stands === 'over');
    return html`<section class="card" aria-labelledby="timed">
      <h2 id="timed">${words.t('timed')}</h2>
      <p class="help">${words.t('timed-help')}</p>
      <p class="note" role="status">${this.note}</p>
      ${
        this.notices === null
          ? html`<p>${words.t('loading')}</p>`
          : own.length === 0
            ? html`<p>${words.t('timed-none')}</p>`
            : html`<ol class="rows">
                ${own.map((each, index) => this.row(each, index, own))}
              </ol>`
      }
      <div class="acts">
        <button class="button plain" type="button" @click=${this.edit('new')}>
          ${words.t('add')}
        </button>
        ${
          over.length === 0
            ? nothing
            : html`<button
                class="button plain"
                type="button"
                @click=${() => void this.withdraw(over)}
              >
                ${words.t('clean', { count: over.length })}
              </button>`
        }
      </div>
      ${
        this.editing === null
          ? nothing
          : html`<ph-notice-form
              .token=${this.token}
              .timezone=${this.timezone}
              .nowMs=${this.nowMs}
              .notice=${this.editing === 'new' ? null : this.editing}
              @done=${({ detail }: CustomEvent<NoticeDraft>) => void this.post(detail)}
              @leave=${this.edit(null)}
            ></ph-notice-form>`
      }
    </section>`;
  }

  private row(notice: TimedNotice, index: number, own: readonly TimedNotice[]): TemplateResult {
    const { text, kind, stands } = notice;
    const said = textOf(text);
    const act = (label: string, run: () => void) =>
      html`<button class="button plain" type="button" @click=${run}>
        ${label}<span class="visually-hidden"> ${said}</span>
      </button>`;
    const order = (way: 'up' | 'down', isOff: boolean, run: () => void) =>
      html`<button
        class="mini"
        type="button"
        title=${words.t(way)}
        aria-label=${`${words.t(way)} ${said}`}
        ?disabled=${isOff}
        @click=${run}
      >
        ${deskIcon(way)}
      </button>`;
    const move = (to: number) => () => {
      const next = own.toSpliced(index, 1).toSpliced(to, 0, notice);
      this.order(next);
    };
    return html`<li class=${stands === 'over' ? 'over' : ''}>
      ${icon(kind === 'fault' ? 'fault' : 'bell')}
      <span class="grow"
        >${said}<small>${words.t(`kind-${kind}`)} · ${this.span(notice)}</small></span
      >
      <span class=${`mark ${stands === 'now' ? '' : 'soft'}`}
        >${icon(stands === 'now' ? 'check' : stands === 'coming' ? 'clock' : 'dash')}${words.t(
          `stands-${stands}`,
        )}</span
      >
      <span class="acts">
        ${order('up', index === 0, move(index - 1))}
        ${order('down', index === own.length - 1, move(index + 1))}
        ${act(words.t('edit'), this.edit(notice))}
        ${act(words.t('withdraw'), () => void this.withdraw([notice]))}
      </span>
    </li>`;
  }

  private span({ from, until }: TimedNotice): string {
    const local = (instant: string): string =>
      localOf(Date.parse(instant), this.timezone).replace('T', ' ');
    if (from !== null && until !== null) {
      return words.t('from-to', { from: local(from), until: local(until) });
    }
    if (from !== null) return words.t('from-on', { from: local(from) });
    return until === null ? words.t('always') : words.t('to-only', { until: local(until) });
  }

  private edit(what: TimedNotice | 'new' | null): () => void {
    return () => {
      this.editing = what;
    };
  }

  private async load(): Promise<void> {
    const isWanted = this.loading.begin();
    const answer = await ask<{ notices: readonly TimedNotice[] }>(
      this.token,
      'GET',
      '/api/notices',
    );
    if (!isWanted()) return;
    if (answer.ok) this.notices = answer.data.notices;
    else this.note = words.t('away');
  }

  private async post(draft: NoticeDraft): Promise<void> {
    const { editing } = this;
    const answer = await ask(this.token, 'POST', '/api/notices', draft);
    // What was opened meanwhile stays open.
    if (answer.ok && this.editing === editing) this.editing = null;
    this.note = answer.ok ? '' : (answer.problem?.detail ?? words.t('away'));
    await this.load();
  }

  /** Shown at once: the next press moves on from there. The hub is told the newest order. */
  private order(own: readonly TimedNotice[]): void {
    this.notices = [...own, ...(this.notices ?? []).filter(({ inSettings }) => inSettings)];
    this.loading.forget();
    const isWanted = this.ordering.begin();
    this.turn = this.turn.then(async () => {
      if (!isWanted()) return;
      const notices = own.map(({ notice }) => notice);
      const answer = await ask(this.token, 'POST', '/api/notices/order', { notices });
      this.note = answer.ok ? '' : (answer.problem?.detail ?? words.t('away'));
      if (isWanted()) await this.load();
    });
  }

  private async withdraw(notices: readonly TimedNotice[]): Promise<void> {
    this.note = '';
    for (const { notice } of notices) {
      const path = `/api/notices/${encodeURIComponent(notice)}`;
      const answer = await ask(this.token, 'DELETE', path);
      // One that somebody else has taken down meanwhile is down.
      if (!answer.ok && answer.problem?.code !== 'unknown') {
        this.note = answer.problem?.detail ?? words.t('away');
      }
    }
    await this.load();
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('token') && this.token !== '') void this.load();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.timer = setInterval(() => void this.load(), lookMs);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    if (this.timer !== null) clearInterval(this.timer);
    this.timer = null;
  }

  static override styles = [
    base,
    buttons,
    fields,
    settingsStyles,
    listStyles,
    partStyles,
    css`
      .over .grow {
        color: var(--ink2);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-timed-notices': TimedNotices;
  }
}
