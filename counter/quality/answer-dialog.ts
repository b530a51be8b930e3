import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { FollowUpView, OpenRecords } from '#protocol/quality.ts';
import type { SessionView } from '#protocol/views.ts';
import { base, buttons } from '#ui/base-styles.ts';
import { emit } from '#ui/elements/emit.ts';
import '#ui/elements/ph-dialog.ts';
import { LanguageController } from '#ui/locale/index.ts';
import { fields } from '../field-styles.ts';
import { tell } from './fetched.ts';
import { words } from './locale.ts';
import { partStyles } from './page-styles.ts';

export type AnswerTask =
  { readonly kind: 'open' } | { readonly kind: 'answer' | 'pass'; readonly followUp: FollowUpView };

/**
 * Writes down that somebody must be answered, how they were answered, or who does it now.
 *
 * - `session`, `task`, `records`: staff to pass it to
 *
 * @fires close
 * @fires written it stands in the journal now
 */
@customElement('ph-answer-dialog')
export class AnswerDialog extends LitElement {
  @property({ attribute: false }) session: SessionView | null = null;
  @property({ attribute: false }) task: AnswerTask = { kind: 'open' };
  @property({ attribute: false }) records: OpenRecords | null = null;
  @state() private complaint = '';
  @state() private busy = false;
  readonly speaking = new LanguageController(this);

  override render(): TemplateResult {
    const { task } = this;
    const title = { open: 'open-add-title', answer: 'answer-title', pass: 'pass-title' } as const;
    const send = { open: 'open-save', answer: 'answer-send', pass: 'pass-send' } as const;
    return html`<ph-dialog open .heading=${words.t(title[task.kind])}>
      <form id="form" class="form" @submit=${this.send}>
        ${task.kind === 'open' ? nothing : html`<p>${task.followUp.text}</p>`} ${this.content(task)}
        <p class="complaint" role="alert">${this.complaint}</p>
      </form>
      <button
        slot="actions"
        class="button lamp"
        type="submit"
        form="form"
        aria-disabled=${this.busy ? 'true' : 'false'}
      >
        ${words.t(send[task.kind])}
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

  private content(task: AnswerTask): TemplateResult {
    switch (task.kind) {
      case 'open':
        return html`${this.area('text', words.t('open-text'))}
          <p class="help">${words.t('open-text-help')}</p>
          <div class="field">
            <label for="dueDay">${words.t('open-due')}</label>
            <input
              id="dueDay"
              name="dueDay"
              class="input"
              type="date"
              min=${this.records?.today ?? ''}
            />
          </div>
          <p class="help">${words.t('open-due-help')}</p>`;
      case 'answer':
        return this.area('how', words.t('answer-text'));
      case 'pass':
        return html`<div class="field">
            <label for="to">${words.t('pass-to')}</label>
            <select id="to" name="to" class="input" required>
              ${(this.records?.staff ?? [])
                .filter(({ badge }) => badge !== task.followUp.owner)
                .map(({ badge, name }) => html`<option value=${badge}>${name} ${badge}</option>`)}
            </select>
          </div>
          <div class="field">
            <label for="reason">${words.t('pass-reason')} (${words.t('optional')})</label>
            <input id="reason" name="reason" class="input" type="text" maxlength="500" />
          </div>`;
    }
  }

  private area(name: string, label: string): TemplateResult {
    return html`<div class="field">
      <label for=${name}>${label}</label>
      <textarea
        id=${name}
        name=${name}
        class="input area"
        rows="3"
        maxlength="500"
        required
      ></textarea>
    </div>`;
  }

  private readonly send = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (this.busy) return;
    const { task } = this;
    const given = new FormData(event.currentTarget as HTMLFormElement);
    const body = Object.fromEntries(
      [...given]
        .map(([name, value]) => [name, typeof value === 'string' ? value.trim() : ''] as const)
        .filter(([, value]) => value !== ''),
    );
    const path =
      task.kind === 'open'
        ? '/api/follow-ups'
        : `/api/follow-ups/${encodeURIComponent(task.followUp.id)}/${task.kind}`;
    this.busy = true;
    const problem = await tell(path, body, this.session?.token ?? '');
    this.busy = false;
    if (problem === null) emit(this, 'written');
    else
      this.complaint = problem === 'away' ? words.t('failed') : (problem.detail ?? problem.title);
  };

  static override styles = [base, buttons, fields, partStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-answer-dialog': AnswerDialog;
  }
}
