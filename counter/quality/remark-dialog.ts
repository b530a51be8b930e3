import { LitElement, html, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { QualityLine } from '#protocol/quality.ts';
import type { SessionView } from '#protocol/views.ts';
import { qualityWords } from '#protocol/words/quality.ts';
import { base, buttons } from '#ui/base-styles.ts';
import { emit } from '#ui/elements/emit.ts';
import '#ui/elements/ph-dialog.ts';
import { LanguageController, textOf } from '#ui/locale/index.ts';
import { fields } from '../field-styles.ts';
import { tell } from './fetched.ts';
import { words } from './locale.ts';
import { partStyles } from './page-styles.ts';

/**
 * A remark beside a sheet: an objection of the clerk's own, or a supervisor's inspection note.
 *
 * - `session`, `month`, `badge`, `line`: null for the whole sheet
 *
 * @fires close
 * @fires noted it stands in the journal now
 */
@customElement('ph-remark-dialog')
export class RemarkDialog extends LitElement {
  @property({ attribute: false }) session: SessionView | null = null;
  @property() month = '';
  @property({ attribute: false }) badge: string | null = null;
  @property({ attribute: false }) line: QualityLine | null = null;
  @state() private text = '';
  @state() private complaint = '';
  @state() private busy = false;
  readonly speaking = new LanguageController(this);

  private get kind(): 'inspection' | 'objection' {
    return this.session?.role === 'supervisor' ? 'inspection' : 'objection';
  }

  override render(): TemplateResult {
    const { line } = this;
    const title = words.t(`remark-title-${this.kind}`);
    const about = line === null ? '' : ` · ${textOf(qualityWords[line.item].name)}`;
    return html`<ph-dialog open .heading=${title + about}>
      <form id="form" class="form" @submit=${this.send}>
        <div class="field">
          <label for="text">${words.t('remark-text')}</label>
          <textarea
            id="text"
            class="input area"
            rows="4"
            maxlength="500"
            required
            .value=${this.text}
            @input=${this.typed}
          ></textarea>
        </div>
        <p class="help">${words.t('remark-help')}</p>
        <p class="complaint" role="alert">${this.complaint}</p>
      </form>
      <button
        slot="actions"
        class="button lamp"
        type="submit"
        form="form"
        aria-disabled=${this.busy ? 'true' : 'false'}
      >
        ${words.t('remark-send')}
      </button>
      <button
        slot="actions"
        class="button plain"
        type="button"
        @click=${() => {
          emit(this, 'close');
        }}
      >
        ${words.t('cancel')}
      </button>
    </ph-dialog>`;
  }

  private readonly typed = (event: Event): void => {
    this.text = (event.currentTarget as HTMLTextAreaElement).value;
  };

  private readonly send = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const text = this.text.trim();
    if (text === '' || this.busy) return;
    this.busy = true;
    const { badge, kind, line, session } = this;
    const body = { badge, kind, text, ...(line === null ? {} : { line: line.line }) };
    const path = `/api/quality/${this.month}/remarks`;
    const problem = await tell(path, body, session?.token ?? '');
    this.busy = false;
    if (problem === null) emit(this, 'noted');
    else
      this.complaint = problem === 'away' ? words.t('failed') : (problem.detail ?? problem.title);
  };

  static override styles = [base, buttons, fields, partStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-remark-dialog': RemarkDialog;
  }
}
