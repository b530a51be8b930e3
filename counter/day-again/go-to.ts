import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { DayMark, PastDayOutline, PastMoment } from '#protocol/history.ts';
import { base, buttons } from '#ui/base-styles.ts';
import { emit } from '#ui/elements/emit.ts';
import { icon } from '#ui/icons.ts';
import { LanguageController, timeOfDay } from '#ui/locale/index.ts';
import { copyText } from '../console/copy-text.ts';
import { fields } from '../field-styles.ts';
import { words } from './locale.ts';

/**
 * Ways through a past day: the call before and after, what was of note, and the link to this second.
 *
 * - `outline`, `moment`; `address`: the whole address of this second
 *
 * @fires moment detail: milliseconds since 1970
 */
@customElement('ph-go-to')
export class GoTo extends LitElement {
  @property({ attribute: false }) outline: PastDayOutline | null = null;
  @property({ attribute: false }) moment: PastMoment | null = null;
  @property() address = '';
  /** The address that was asked for, and whether the browser took it. */
  @state() private asked: { readonly address: string; readonly copied: boolean } | null = null;

  readonly language = new LanguageController(this);

  override render(): TemplateResult | typeof nothing {
    const { outline, moment, asked } = this;
    if (outline === null) return nothing;
    return html`<div class="ways">
        ${this.step('step-back', moment?.callBefore ?? null)}
        ${this.step('step-on', moment?.callAfter ?? null)}
        <button type="button" class="button plain" @click=${this.copy}>${words.t('link')}</button>
        <p role="status">${asked?.copied === true ? words.t('link-copied') : nothing}</p>
        ${
          asked?.copied === false
            ? html`<p>${words.t('link-here')} <code>${asked.address}</code></p>`
            : nothing
        }
      </div>
      <h2 id="marks">${words.t('marks')}</h2>
      ${
        outline.marks.length === 0
          ? html`<p class="none">${words.t('marks-none')}</p>`
          : html`<ul aria-labelledby="marks">
              ${outline.marks.map((mark) => this.mark(mark, outline.timezone))}
            </ul>`
      }`;
  }

  private step(name: 'step-back' | 'step-on', at: string | null): TemplateResult {
    const sign = html`<span class=${name === 'step-on' ? '' : 'turned'}>${icon('arrow')}</span>`;
    return html`<button
      type="button"
      class="button plain"
      ?disabled=${at === null}
      @click=${() => {
        if (at !== null) emit(this, 'moment', Date.parse(at));
      }}
    >
      ${name === 'step-on' ? nothing : sign}${words.t(name)}${name === 'step-on' ? sign : nothing}
    </button>`;
  }

  private mark({ at, kind, about }: DayMark, timezone: string): TemplateResult {
    const isCounter = kind === 'absence' || kind === 'handover' || kind === 'override';
    const where =
      about === null ? '' : isCounter ? words.t('mark-about', { counter: about }) : about;
    return html`<li>
      <button
        type="button"
        class="choice"
        @click=${() => {
          emit(this, 'moment', Date.parse(at));
        }}
      >
        <time>${timeOfDay(at, timezone)}</time> ${words.t(`mark-${kind}`)} ${where}
      </button>
    </li>`;
  }

  private readonly copy = async (): Promise<void> => {
    const { address } = this;
    this.asked = { address, copied: await copyText(address) };
  };

  static override styles = [
    base,
    buttons,
    fields,
    css`
      :host {
        display: grid;
        gap: var(--space-12);
        min-width: 0;
      }
      .ways,
      ul {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-8);
      }
      .button {
        font-size: var(--text-15);
      }
      .turned {
        display: inline-flex;
        transform: scaleX(-1);
      }
      h2 {
        font-size: var(--text-17);
      }
      p,
      time {
        color: var(--ink2);
        font-size: var(--text-15);
      }
      ul {
        max-height: calc(var(--u) * 148);
        overflow-y: auto;
        scrollbar-width: thin;
      }
      .choice {
        font-size: var(--text-15);
      }
      time {
        margin-inline-end: 0.3em;
        font-variant-numeric: tabular-nums;
      }
      code {
        overflow-wrap: anywhere;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-go-to': GoTo;
  }
}
