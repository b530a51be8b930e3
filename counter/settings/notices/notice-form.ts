import { LitElement, css, html, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { languages, type Language } from '#core/vocabulary.ts';
import type { LobbyView } from '#protocol/views.ts';
import { base, buttons } from '#ui/base-styles.ts';
import { emit } from '#ui/elements/emit.ts';
import '#ui/elements/ph-dialog.ts';
import { LanguageController } from '#ui/locale/index.ts';
import { fields } from '../../field-styles.ts';
import '../courteous-note.ts';
import { ask } from '../desk-api.ts';
import '../../manager/fed-screen.ts';
import { instantOf, localOf } from './local-time.ts';
import { words } from './locale.ts';
import type { TimedNotice } from './timed-notices.ts';

/** Body of `POST /api/notices`. */
export interface NoticeDraft {
  readonly notice?: string;
  readonly kind: 'notice' | 'fault';
  readonly text: { readonly zh: string; readonly en: string };
  readonly from?: string;
  readonly until?: string;
}

const kinds = ['notice', 'fault'] as const;
/** The lobby's messages take turns: so often it stands there that its turn comes at once. */
const shownTimes = 9;

/**
 * A notice is written: both languages, from and until, and how it looks on the lobby screen.
 *
 * - `notice`: the one that is edited; null: a new one
 *
 * @fires done detail is the draft
 * @fires leave
 */
@customElement('ph-notice-form')
export class NoticeForm extends LitElement {
  @property({ attribute: false }) token = '';
  @property({ attribute: false }) timezone = 'UTC';
  @property({ attribute: false }) nowMs = 0;
  @property({ attribute: false }) notice: TimedNotice | null = null;
  @state() private kind: 'notice' | 'fault' = 'notice';
  @state() private zh = '';
  @state() private en = '';
  @state() private lobby: LobbyView | null = null;
  @state() private complaint = '';
  @query('#from') private from!: HTMLInputElement;
  @query('#until') private until!: HTMLInputElement;
  readonly language = new LanguageController(this);

  override render(): TemplateResult {
    const { notice, kind, timezone } = this;
    const isFault = kind === 'fault';
    const local = (instant: string | null | undefined): string =>
      instant == null ? '' : localOf(Date.parse(instant), timezone);
    return html`<ph-dialog
      open
      .heading=${words.t(notice === null ? 'new-title' : 'edit-title')}
      @close=${this.leave}
    >
      <form novalidate @submit=${this.done}>
        <fieldset>
          <legend class="legend">${words.t('kind')}</legend>
          <div class="choices">
            ${kinds.map(
              (each) =>
                html`<button
                  class="choice"
                  type="button"
                  aria-pressed=${kind === each ? 'true' : 'false'}
                  @click=${this.choose(each)}
                >
                  ${words.t(`kind-${each}`)}
                </button>`,
            )}
          </div>
        </fieldset>
        ${languages.map((each) => this.text(each))}
        <div class="times">
          ${time('from', local(notice?.from), words.t('from'), words.t('from-help'))}
          ${time(
            'until',
            local(notice?.until),
            words.t(isFault ? 'until-fault' : 'until'),
            words.t(isFault ? 'until-fault-help' : 'until-help'),
          )}
        </div>
        <p class="complaint" role="alert">${this.complaint}</p>
        <figure>
          <figcaption>${words.t('preview')}</figcaption>
          <ph-fed-screen
            notices
            .lobby=${this.shown()}
            .label=${words.t('preview-frame')}
          ></ph-fed-screen>
        </figure>
      </form>
      <button slot="actions" class="button lamp" type="button" @click=${this.done}>
        ${words.t(notice === null ? 'post' : 'save')}
      </button>
      <button slot="actions" class="button plain" type="button" @click=${this.leave}>
        ${words.t('cancel')}
      </button>
    </ph-dialog>`;
  }

  private text(speaking: Language): TemplateResult {
    return html`<div class="field">
      <label for=${speaking}>${words.t(speaking)}</label>
      <textarea
        id=${speaking}
        class="input area"
        rows="2"
        maxlength="500"
        lang=${speaking}
        .value=${this[speaking]}
        @input=${(event: InputEvent) => {
          this[speaking] = (event.target as HTMLTextAreaElement).value;
        }}
      ></textarea>
      <ph-courteous-note
        .said=${this[speaking]}
        .speaking=${speaking}
        @better=${({ detail }: CustomEvent<string>) => {
          this[speaking] = detail;
        }}
      ></ph-courteous-note>
    </div>`;
  }

  /** The hall as it stands now, with this notice among its messages. */
  private shown(): LobbyView | null {
    const { lobby, kind, zh, en } = this;
    if (lobby === null) return null;
    const text = { zh: zh === '' ? en : zh, en: en === '' ? zh : en };
    const isEmpty = text.zh === '';
    const one = { id: 'draft', kind, text, until: null };
    return {
      ...lobby,
      notices: isEmpty ? [] : Array.from({ length: shownTimes }, () => one),
    };
  }

  private readonly done = (event: Event): void => {
    event.preventDefault();
    const zh = this.zh.trim();
    const en = this.en.trim();
    const fromMs = instantOf(this.from.value, this.timezone);
    const untilMs = instantOf(this.until.value, this.timezone);
    const isOver = untilMs !== null && untilMs <= Math.max(this.nowMs, fromMs ?? 0);
    this.complaint =
      zh === '' || en === ''
        ? words.t('missing-text')
        : this.kind === 'fault' && untilMs === null
          ? words.t('missing-until')
          : isOver
            ? words.t('wrong-order')
            : '';
    if (this.complaint !== '') return;
    const draft: NoticeDraft = {
      ...(this.notice === null ? {} : { notice: this.notice.notice }),
      kind: this.kind,
      text: { zh, en },
      ...(fromMs === null ? {} : { from: new Date(fromMs).toISOString() }),
      ...(untilMs === null ? {} : { until: new Date(untilMs).toISOString() }),
    };
    emit(this, 'done', draft);
  };

  private choose(kind: 'notice' | 'fault'): () => void {
    return () => {
      this.kind = kind;
    };
  }

  private readonly leave = (): void => {
    emit(this, 'leave');
  };

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { notice } = this;
    if (!changed.has('notice') || notice === null) return;
    this.kind = notice.kind;
    this.zh = notice.text.zh;
    this.en = notice.text.en;
  }

  protected override firstUpdated(): void {
    void ask<LobbyView>(this.token, 'GET', '/api/hall').then((answer) => {
      if (answer.ok) this.lobby = answer.data;
    });
  }

  static override styles = [
    base,
    buttons,
    fields,
    css`
      ph-dialog {
        --dialog-width: calc(var(--u) * 760);
      }
      form {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-16);
      }
      fieldset {
        margin: 0;
        padding: 0;
        border: 0;
      }
      legend {
        padding: 0;
        margin-block-end: var(--space-8);
      }
      .times {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, calc(var(--u) * 240)), 1fr));
        gap: var(--space-16);
      }
      .help {
        color: var(--ink2);
        font-size: var(--text-14);
        line-height: var(--leading-help);
      }
      .complaint {
        color: var(--bad);
        font-weight: var(--weight-label);
      }
      .complaint:empty {
        display: none;
      }
      figcaption {
        margin-block-end: var(--space-8);
        color: var(--ink2);
        font-size: var(--text-15);
      }
    `,
  ];
}

function time(id: string, value: string, label: string, help: string): TemplateResult {
  return html`<div class="field">
    <label for=${id}>${label}</label>
    <input
      id=${id}
      class="input"
      type="datetime-local"
      .defaultValue=${value}
      aria-describedby=${`${id}-help`}
    />
    <p class="help" id=${`${id}-help`}>${help}</p>
  </div>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-notice-form': NoticeForm;
  }
}
