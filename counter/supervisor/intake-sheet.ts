import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { HallHead } from '#protocol/views.ts';
import { base, buttons } from '#ui/base-styles.ts';
import { emit } from '#ui/elements/emit.ts';
import '#ui/elements/ph-dialog.ts';
import { LanguageController, common, hallWord } from '#ui/locale/index.ts';
import { fields } from '../field-styles.ts';
import type { Act } from './acts.ts';
import { words } from './locale.ts';
import { undone } from './undo-words.ts';
import { sheets } from './sheet-styles.ts';

/**
 * Holds the numbers, or gives them again. Before closing time a hold passes only with a written
 * reason (rule `never-close-early`); the reason shown to customers is another sentence.
 *
 * - `hall`: the head of the view
 *
 * @fires act detail is the act, with its override where the numbers are held
 * @fires leave
 */
@customElement('ph-intake-sheet')
export class IntakeSheet extends LitElement {
  @property({ attribute: false }) hall: HallHead | null = null;

  @state() private missing: 'shown' | 'record' | null = null;
  @query('#shown') private shown!: HTMLInputElement | null;
  @query('#record') private record!: HTMLInputElement | null;

  readonly language = new LanguageController(this);

  override render(): TemplateResult | typeof nothing {
    const { hall } = this;
    if (hall === null) return nothing;
    const held = hall.intakeClosedReason !== null;
    const running = hall.state === 'open' || hall.state === 'closing';
    const heading = held ? 'intake-open-title' : 'intake-close-title';
    return html`<ph-dialog open .heading=${words.t(heading)} @close=${this.leave}>
      ${
        held
          ? html`<p class="help">
              ${words.t('intake-open-help', { reason: hall.intakeClosedReason })}
            </p>`
          : running
            ? this.form()
            : html`<p class="help">
                ${words.t('intake-not-now', { state: hallWord(hall.state) })}
              </p>`
      }
      ${
        held
          ? html`<button slot="actions" class="button lamp" type="button" @click=${this.reopen}>
              ${words.t('intake-open-yes')}
            </button>`
          : running
            ? html`<button slot="actions" class="button lamp" type="button" @click=${this.hold}>
                ${words.t('intake-close-yes')}
              </button>`
            : nothing
      }
      <button slot="actions" class="button plain" type="button" @click=${this.leave}>
        ${held || running ? words.t('keep') : common.t('close')}
      </button>
    </ph-dialog>`;
  }

  private form(): TemplateResult {
    return html`<form class="stack" novalidate @submit=${this.hold}>
      <p class="help">${words.t('intake-close-help')}</p>
      <div class="field">
        <label for="shown">${words.t('intake-reason')}</label>
        <input
          id="shown"
          class="input"
          maxlength="500"
          autocomplete="off"
          placeholder=${words.t('intake-reason-example')}
          aria-invalid=${this.missing === 'shown' ? 'true' : 'false'}
        />
      </div>
      <div class="field">
        <label for="record">${words.t('intake-record')}</label>
        <input
          id="record"
          class="input"
          maxlength="500"
          autocomplete="off"
          placeholder=${words.t('intake-record-example')}
          aria-describedby="record-help"
          aria-invalid=${this.missing === 'record' ? 'true' : 'false'}
        />
        <p class="help" id="record-help">${words.t('intake-record-help')}</p>
      </div>
      <button class="visually-hidden" type="submit" tabindex="-1" aria-hidden="true"></button>
    </form>`;
  }

  private hold(event: Event): void {
    event.preventDefault();
    const reason = this.shown?.value.trim() ?? '';
    const record = this.record?.value.trim() ?? '';
    this.missing = reason === '' ? 'shown' : record === '' ? 'record' : null;
    if (this.missing !== null) {
      (this.missing === 'shown' ? this.shown : this.record)?.focus();
      return;
    }
    this.act({ state: 'closed', reason, override: { reason: record } }, 'intake-close-yes');
  }

  private reopen(): void {
    this.act({ state: 'open', reason: words.t('intake-open-reason') }, 'intake-open-yes');
  }

  private act(
    args: Readonly<Record<string, unknown>>,
    label: 'intake-close-yes' | 'intake-open-yes',
  ): void {
    const said = words.t(label);
    const reason = words.t('intake-open-reason');
    const again = { state: 'open', reason };
    // Only giving numbers again is harmless: to stop them is a decision with a written reason.
    const undo = () => ({ command: 'set-intake', args: again, label: undone(said) });
    const act: Act = { command: 'set-intake', args, label: said };
    emit(this, 'act', args['state'] === 'closed' ? { ...act, undo } : act);
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
      .field .help {
        font-size: var(--text-14);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-intake-sheet': IntakeSheet;
  }
}
