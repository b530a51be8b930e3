import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { TicketTemplate } from '#core/hall-config.ts';
import type { Language, Text } from '#core/vocabulary.ts';
import { defaultTemplate } from '#server/paper/default-template.ts';
import { layOut } from '#server/paper/layout.ts';
import { paperWidths, type PaperWidth } from '#server/paper/sheet.ts';
import type { Slip } from '#server/paper/slip.ts';
import { base, buttons } from '#ui/base-styles.ts';
import '#ui/elements/ph-paper.ts';
import { api } from '#ui/hub/api.ts';
import { latestAsked } from '#ui/hub/latest-asked.ts';
import { LanguageController, textOf } from '#ui/locale/index.ts';
import { fields } from '../field-styles.ts';
import { words } from './locale.ts';
import { templateText } from './template-text.ts';

interface Preview {
  readonly slip: Slip;
  readonly template: TicketTemplate | null;
  readonly problems: readonly { line: number; column: number; path: string; message: Text }[];
}

/** After the last key; the hub reads the template, so that its mistakes are those of the hall file. */
const typedMs = 300;

/**
 * The ticket as it is printed, live while its template is tried out.
 *
 * - `token`: a supervisor's
 */
@customElement('ph-paper-page')
export class PaperPage extends LitElement {
  @property({ attribute: false }) token = '';

  @state() private data: Preview | null = null;
  @state() private isAway = false;
  @state() private widthMm: PaperWidth = 80;
  @state() private chosen: Language | null = null;
  @state() private isCopy = false;
  @state() private source: string | null = null;
  private waiting: ReturnType<typeof setTimeout> | null = null;
  private readonly asking = latestAsked();
  readonly language = new LanguageController(this);

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    if (this.waiting !== null) clearTimeout(this.waiting);
  }

  override render(): TemplateResult {
    const { data } = this;
    if (data === null) {
      return html`<main>
        <h1>${words.t('title')}</h1>
        <p role="status">${words.t(this.isAway ? 'away' : 'loading')}</p>
        ${
          this.isAway
            ? html`<button class="button plain" type="button" @click=${() => void this.load()}>
                ${words.t('again')}
              </button>`
            : nothing
        }
      </main>`;
    }
    const speaking = this.chosen ?? data.slip.language;
    const slip = { ...data.slip, language: speaking, isCopy: this.isCopy };
    return html`<main>
      <h1>${words.t('title')}</h1>
      <p class="lead">${words.t('lead')}</p>
      <div class="columns">
        <section aria-labelledby="template">
          <h2 id="template">${words.t('template-title')}</h2>
          <p class="help">${words.t('template-help')}</p>
          <textarea
            spellcheck="false"
            autocomplete="off"
            rows="22"
            aria-label=${words.t('template-field')}
            aria-describedby="problems"
            .value=${this.source ?? templateText(data.template ?? defaultTemplate)}
            @input=${this.typed}
          ></textarea>
          <div id="problems" role="status">${this.problems(data)}</div>
          ${
            this.source === null
              ? nothing
              : html`<button class="button plain" type="button" @click=${this.startOver}>
                  ${words.t('house-own')}
                </button>`
          }
        </section>
        <section aria-labelledby="look">
          <h2 id="look">${words.t('look-title')}</h2>
          ${this.choices(slip.languages, speaking)}
          <div class="ground ${this.widthMm === 58 ? 'narrow' : ''}">
            <ph-paper
              .sheet=${layOut(slip, data.template, this.widthMm)}
              .label=${words.t('preview', { mm: this.widthMm })}
            ></ph-paper>
          </div>
        </section>
      </div>
    </main>`;
  }

  private problems({ problems }: Preview): TemplateResult | typeof nothing {
    if (this.source === null) return nothing;
    if (problems.length === 0) return html`<p>${words.t('fine')}</p>`;
    return html`<p>${words.t('problems')}</p>
      <ul>
        ${problems.map(
          ({ line, column, message }) =>
            html`<li>
              <b>${words.t('place', { line, column })}</b> <span>${textOf(message)}</span>
            </li>`,
        )}
      </ul>`;
  }

  private choices(languages: readonly Language[], speaking: Language): TemplateResult {
    return html`<div class="choices">
      <fieldset>
        <legend>${words.t('width')}</legend>
        ${paperWidths.map(
          (mm) =>
            html`<label
              ><input
                type="radio"
                name="width"
                .checked=${mm === this.widthMm}
                @change=${() => (this.widthMm = mm)}
              />${words.t('width-mm', { mm })}</label
            >`,
        )}
      </fieldset>
      <fieldset>
        <legend>${words.t('language')}</legend>
        ${languages.map(
          (each) =>
            html`<label
              ><input
                type="radio"
                name="language"
                .checked=${each === speaking}
                @change=${() => (this.chosen = each)}
              />${words.t(each)}</label
            >`,
        )}
      </fieldset>
      <label class="copy"
        ><input
          type="checkbox"
          .checked=${this.isCopy}
          @change=${() => (this.isCopy = !this.isCopy)}
        />${words.t('copy')}</label
      >
    </div>`;
  }

  private readonly typed = (event: Event): void => {
    this.source = (event.target as HTMLTextAreaElement).value;
    if (this.waiting !== null) clearTimeout(this.waiting);
    this.waiting = setTimeout(() => void this.load(), typedMs);
  };

  private readonly startOver = (): void => {
    this.source = null;
    void this.load();
  };

  private async load(): Promise<void> {
    const isWanted = this.asking.begin();
    const { source } = this;
    const body = source === null ? {} : { ticket: source };
    const answer = await api<Preview>('/api/ticket-preview', { body, token: this.token });
    if (!isWanted()) return;
    this.isAway = !answer.ok;
    if (answer.ok) this.data = answer.data;
  }

  static override styles = [
    base,
    buttons,
    fields,
    css`
      main {
        padding: var(--space-24);
      }
      h1 {
        margin-block-end: var(--space-16);
        font-size: calc(var(--u) * 30);
      }
      .lead,
      .help {
        color: var(--ink2);
        line-height: var(--leading-help);
      }
      .columns {
        display: grid;
        grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
        gap: var(--space-32);
        margin-block-start: var(--space-24);
      }
      section {
        display: grid;
        align-content: start;
        gap: var(--space-16);
      }
      textarea {
        width: 100%;
        padding: var(--space-16);
        border: calc(var(--u) * 1.5) solid var(--edge);
        border-radius: var(--radius-row);
        background: var(--surface);
        color: var(--ink);
        font-family: ui-monospace, monospace;
        font-size: var(--text-14);
        line-height: 1.5;
        resize: vertical;
      }
      ul {
        display: grid;
        gap: var(--space-8);
        margin: var(--space-8) 0 0;
        padding-inline-start: var(--space-24);
      }
      section > .button {
        justify-self: start;
      }
      .choices {
        display: flex;
        flex-wrap: wrap;
        align-items: end;
        gap: var(--space-12) var(--space-24);
      }
      fieldset {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-8) var(--space-16);
        margin: 0;
        padding: 0;
        border: 0;
      }
      legend {
        padding: 0;
        color: var(--ink2);
        font-size: var(--text-14);
      }
      .choices label {
        display: inline-flex;
        align-items: center;
        gap: var(--space-8);
        min-height: 44px;
      }
      .choices input {
        width: 20px;
        height: 20px;
        accent-color: var(--plate);
      }
      .ground {
        justify-self: start;
        width: 100%;
        max-width: calc(var(--u) * 400);
        padding: var(--space-24);
        border-radius: var(--radius-row);
        background: var(--sunk);
      }
      .ground.narrow {
        max-width: calc(var(--u) * 290);
      }
      @media (max-width: 900px) {
        .columns {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-paper-page': PaperPage;
  }
}
