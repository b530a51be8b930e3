import { LitElement, css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { sayMissing } from '#protocol/words/say.ts';
import type { ConsoleView } from '#protocol/views.ts';
import { base, buttons } from '#ui/base-styles.ts';
import '#ui/elements/ph-dialog.ts';
import { icon } from '#ui/icons.ts';
import { LanguageController, textOf } from '#ui/locale/index.ts';
import { dialogActs } from '../../dialog-acts.ts';
import { fields } from '../../field-styles.ts';
import { words } from '../locale.ts';
import { missingList, missingMax, notBrought } from '../papers.ts';
import '../say-line.ts';
import { choice } from './choice.ts';
import { ChoiceKeys } from './choice-keys.ts';
import { dialogs } from './dialog-styles.ts';
import { wish } from './wish.ts';

/**
 * What is missing, told once and completely (`one-notice-of-missing-papers`): the service's
 * papers, of which those that were not ticked are marked, and lines of the clerk's own.
 *
 * - `view`, `brought` (indexes of the papers that are here), `busy`
 * - slot `trouble`; events `wish`, `close`
 */
@customElement('ph-park-dialog')
export class ParkDialog extends LitElement {
  @property({ attribute: false }) view: ConsoleView | null = null;
  @property({ attribute: false }) brought: ReadonlySet<number> = new Set();
  @property({ type: Boolean }) busy = false;

  @state() private marked: Set<number> | null = null;
  @state() private own: readonly string[] = [];
  @state() private typed = '';
  @state() private note = '';
  @state() private complaint = '';
  @query('#own') private ownField!: HTMLInputElement;

  readonly language = new LanguageController(this);
  readonly keys = new ChoiceKeys(this);

  override render(): TemplateResult {
    const papers = this.view?.ticket?.papers ?? [];
    const marked = this.marked ?? new Set();
    const missing = this.missing();
    return html`<ph-dialog open .heading=${words.t('park-title')}>
      <form id="form" @submit=${this.send} novalidate>
        <p class="help">${words.t(papers.length === 0 ? 'park-none' : 'park-help')}</p>
        <div class="papers">
          ${papers.map((paper, index) =>
            choice({
              text: textOf(paper),
              mark: marked.has(index) ? icon('cross', 'mark') : icon('check', 'mark'),
              pressed: marked.has(index),
              digit: index + 1,
              choose: () => {
                this.toggle(index);
              },
            }),
          )}
          ${this.own.map(
            (line, index) =>
              html`<p class="line">
                <span>${line}</span>
                <button
                  class="remove"
                  type="button"
                  aria-label=${words.t('park-remove', { line })}
                  @click=${this.without(index)}
                >
                  ${icon('cross', 'mark')}
                </button>
              </p>`,
          )}
        </div>
        <div class="field">
          <label for="own">${words.t('park-own')}</label>
          <div class="add">
            <input
              id="own"
              class="input"
              type="text"
              maxlength="200"
              autocomplete="off"
              placeholder=${words.t('park-own-example')}
              .value=${this.typed}
              @input=${this.typing}
              @keydown=${this.ownKey}
            />
            <button class="button plain" type="button" @click=${this.add}>
              ${words.t('park-add')}
            </button>
          </div>
        </div>
        <div class="field">
          <label for="note">${words.t('park-note')}</label>
          <input
            id="note"
            class="input"
            type="text"
            maxlength="2000"
            autocomplete="off"
            .value=${this.note}
            @input=${this.noting}
          />
        </div>
        ${
          missing.length === 0
            ? nothing
            : html`<ph-say-line
                .label=${words.t('park-say')}
                .sentence=${this.sentence(missing)}
              ></ph-say-line>`
        }
        <p class="complaint" role="alert">${this.complaint}</p>
        <slot name="trouble"></slot>
      </form>
      ${dialogActs(this, {
        go: words.t('park-go'),
        back: words.t('back-park'),
        busy: this.busy,
      })}
    </ph-dialog>`;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (this.marked !== null || !changed.has('view')) return;
    const papers = this.view?.ticket?.papers;
    if (papers !== undefined) this.marked = notBrought(papers, this.brought);
  }

  /** In the customer's language, with what is still being typed. */
  private missing(): readonly string[] {
    const ticket = this.view?.ticket;
    if (ticket == null) return [];
    const own = [...this.own, this.typed];
    return missingList(ticket.papers, this.marked ?? new Set(), own, ticket.language);
  }

  private sentence(missing: readonly string[]): string {
    // To the customer, so in the customer's language, whatever the console speaks.
    return sayMissing(missing)[this.view?.ticket?.language ?? 'zh'];
  }

  private without(index: number): () => void {
    return () => {
      this.own = this.own.filter((_, at) => at !== index);
    };
  }

  private typing(event: InputEvent): void {
    this.typed = (event.currentTarget as HTMLInputElement).value;
    this.complaint = '';
  }

  private noting(event: InputEvent): void {
    this.note = (event.currentTarget as HTMLInputElement).value;
  }

  private toggle(index: number): void {
    const marked = new Set(this.marked);
    if (!marked.delete(index)) marked.add(index);
    this.marked = marked;
    this.complaint = '';
  }

  private ownKey(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.isComposing || this.typed.trim() === '') return;
    event.preventDefault();
    this.add();
  }

  private add(): void {
    const line = this.typed.trim();
    if (line !== '' && this.own.length < missingMax) this.own = [...this.own, line];
    this.typed = '';
    this.ownField.focus();
  }

  private send(event: SubmitEvent): void {
    event.preventDefault();
    const missing = this.missing();
    if (missing.length === 0) {
      this.complaint = words.t('park-needed');
      return;
    }
    if (this.busy) return;
    const note = this.note.trim();
    wish(this, 'park', 'park', {
      counter: this.view?.counter ?? '',
      missing,
      ...(note === '' ? {} : { note }),
    });
  }

  static override styles = [
    base,
    buttons,
    fields,
    dialogs,
    css`
      ph-dialog {
        --dialog-width: calc(var(--u) * 640);
      }
      .papers {
        display: grid;
        gap: var(--space-8);
      }
      .choice {
        width: 100%;
      }
      .choice svg {
        width: 1.1em;
        height: 1.1em;
      }
      .line {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: var(--space-12);
        min-height: var(--target);
        padding-inline: 1em var(--space-4);
        border-radius: var(--radius-row);
        background: var(--plate);
        color: var(--plate-ink);
        font-weight: var(--weight-name);
      }
      .remove {
        display: grid;
        place-items: center;
        width: var(--target);
        height: var(--target);
        border: 0;
        background: none;
        cursor: pointer;
      }
      .remove svg {
        width: 1em;
        height: 1em;
      }
      .add {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: var(--space-8);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-park-dialog': ParkDialog;
  }
}
