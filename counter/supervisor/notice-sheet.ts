import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { discourteousIn } from '#protocol/words/courteous.ts';
import { base, buttons } from '#ui/base-styles.ts';
import { emit } from '#ui/elements/emit.ts';
import '#ui/elements/ph-dialog.ts';
import { LanguageController } from '#ui/locale/index.ts';
import { fields } from '../field-styles.ts';
import type { Act } from './acts.ts';
import { words } from './locale.ts';
import { sheets } from './sheet-styles.ts';
import { undone } from './undo-words.ts';
import { instantToday } from './time-today.ts';

const kinds = ['notice', 'fault'] as const;
type Kind = (typeof kinds)[number];
const templates = {
  notice: ['template-network', 'template-closing'],
  fault: ['template-printer', 'template-screen'],
} as const satisfies Record<Kind, readonly string[]>;
type Template = (typeof templates)[Kind][number];

/**
 * A notice for all screens, in both languages, with its end. A fault says why and when it is over
 * (rule `fault-notice`); hard words are pointed out before they are posted (rule `courteous-words`).
 *
 * - `nowMs`, `timezone`: of the hall
 *
 * @fires act detail is the act
 * @fires leave
 */
@customElement('ph-notice-sheet')
export class NoticeSheet extends LitElement {
  @property({ attribute: false }) nowMs = 0;
  @property() timezone = 'UTC';

  @state() private kind: Kind = 'notice';
  @state() private zh = '';
  @state() private en = '';
  @state() private complaint = '';
  @query('#until') private until!: HTMLInputElement | null;
  @query('#zh') private zhField!: HTMLTextAreaElement | null;

  readonly language = new LanguageController(this);

  override render(): TemplateResult {
    const fault = this.kind === 'fault';
    const hard = [...discourteousIn(this.zh, 'zh'), ...discourteousIn(this.en, 'en')];
    return html`<ph-dialog open .heading=${words.t('post-title')} @close=${this.leave}>
      <form class="stack" novalidate @submit=${this.post}>
        <fieldset>
          <legend class="legend">${words.t('post-kind')}</legend>
          <div class="choices">
            ${kinds.map(
              (kind) =>
                html`<button
                  class="choice"
                  type="button"
                  aria-pressed=${this.kind === kind ? 'true' : 'false'}
                  @click=${this.choose(kind)}
                >
                  ${words.t(`post-${kind}-kind`)}
                </button>`,
            )}
          </div>
        </fieldset>
        <fieldset>
          <legend class="legend">${words.t('post-templates')}</legend>
          <div class="choices">
            ${templates[this.kind].map(
              (template) =>
                html`<button class="choice" type="button" @click=${this.fill(template)}>
                  ${words.t(template)}
                </button>`,
            )}
          </div>
        </fieldset>
        ${this.text('zh')} ${this.text('en')}
        <p class="help hard" role="status">
          ${hard.length === 0 ? nothing : words.t('post-words', { words: hard.join(' ') })}
        </p>
        <div class="field">
          <label for="until">${words.t(fault ? 'post-until-fault' : 'post-until')}</label>
          <input id="until" class="input time" type="time" aria-describedby="until-help" />
          <p class="help" id="until-help">
            ${words.t(fault ? 'post-until-fault-help' : 'post-until-help')}
          </p>
        </div>
        <p class="complaint" role="alert">${this.complaint}</p>
        <button class="visually-hidden" type="submit" tabindex="-1" aria-hidden="true"></button>
      </form>
      <button slot="actions" class="button lamp" type="button" @click=${this.post}>
        ${words.t('post-now')}
      </button>
      <button slot="actions" class="button plain" type="button" @click=${this.leave}>
        ${words.t('keep')}
      </button>
    </ph-dialog>`;
  }

  private choose(kind: Kind): () => void {
    return () => {
      this.kind = kind;
      this.complaint = '';
    };
  }

  private fill(template: Template): () => void {
    return () => {
      this.zh = words.t(`${template}-zh`);
      this.en = words.t(`${template}-en`);
      this.complaint = '';
    };
  }

  private text(speaking: 'zh' | 'en'): TemplateResult {
    const example = this.kind === 'fault' ? 'fault' : 'post';
    return html`<div class="field">
      <label for=${speaking}>${words.t(`post-${speaking}`)}</label>
      <textarea
        id=${speaking}
        class="input area"
        rows="2"
        maxlength="500"
        lang=${speaking}
        placeholder=${words.t(`${example}-${speaking}-example`)}
        .value=${this[speaking]}
        @input=${(event: InputEvent) => {
          this[speaking] = (event.target as HTMLTextAreaElement).value;
        }}
      ></textarea>
    </div>`;
  }

  private post(event: Event): void {
    event.preventDefault();
    const zh = this.zh.trim();
    const en = this.en.trim();
    const time = this.until?.value ?? '';
    const until = time === '' ? null : instantToday(time, this.nowMs, this.timezone);
    this.complaint = this.missing({ zh, en, time, until });
    if (this.complaint !== '') {
      if (zh === '' || en === '') this.zhField?.focus();
      else this.until?.focus();
      return;
    }
    const args = { text: { zh, en }, kind: this.kind, ...(until === null ? {} : { until }) };
    const label = words.t('post-notice');
    const act: Act = { command: 'post-notice', args, label, undo: (result) => withdrawing(result) };
    emit(this, 'act', act);
  }

  private missing(notice: { zh: string; en: string; time: string; until: string | null }): string {
    if (notice.zh === '' || notice.en === '') return words.t('post-missing-text');
    if (notice.time === '') return this.kind === 'fault' ? words.t('post-missing-until') : '';
    const late = notice.until === null || Date.parse(notice.until) <= this.nowMs;
    return late ? words.t('post-late') : '';
  }

  private leave(): void {
    emit(this, 'leave');
  }

  static override styles = [
    base,
    buttons,
    fields,
    sheets,
    css`
      .time {
        width: calc(var(--u) * 160);
      }
      .field .help {
        font-size: var(--text-14);
      }
      .hard {
        color: var(--warn);
      }
      .hard:empty,
      .complaint:empty {
        display: none;
      }
    `,
  ];
}

/** The notice that was just posted is taken down again. */
function withdrawing(result: unknown): Act | null {
  const notice = (result as { readonly notice?: unknown } | null)?.notice;
  if (typeof notice !== 'string') return null;
  return { command: 'withdraw-notice', args: { notice }, label: undone(words.t('post-notice')) };
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-notice-sheet': NoticeSheet;
  }
}
