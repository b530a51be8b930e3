import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Problem } from '#protocol/problem.ts';
import { base, buttons } from '#ui/base-styles.ts';
import { emit } from '#ui/elements/emit.ts';
import '#ui/elements/ph-dialog.ts';
import '#ui/elements/ph-refusal.ts';
import type { Way } from '#ui/elements/ph-refusal.ts';
import { LanguageController } from '#ui/locale/index.ts';
import { fields } from '../field-styles.ts';
import type { Refused } from './acts.ts';
import { words } from './locale.ts';
import { sheets } from './sheet-styles.ts';

/**
 * Why an act was not done, the ways out, and, where the rule allows it, the supervisor's own pass
 * with a written reason.
 *
 * - `refused`: act and problem; null shows nothing
 * - `suggestion`: a reason that has been written already
 *
 * @fires way a way out was taken; detail is the way
 * @fires again the same act once more
 * @fires override detail `{ reason }`
 * @fires leave
 */
@customElement('ph-refused-dialog')
export class RefusedDialog extends LitElement {
  @property({ attribute: false }) refused: Refused | null = null;
  @property() suggestion = '';

  @state() private complaint = false;
  @query('#reason') private reason!: HTMLTextAreaElement | null;

  readonly language = new LanguageController(this);

  override render(): TemplateResult | typeof nothing {
    const { refused } = this;
    if (refused === null) return nothing;
    const { act, problem } = refused;
    return html`<ph-dialog
      open
      .heading=${words.t('refused-act', { label: act.label })}
      @close=${this.leave}
    >
      <div class="stack">
        <ph-refusal .problem=${withoutOverride(problem)}></ph-refusal>
        ${problem?.overridable === true ? this.pass() : nothing}
      </div>
    </ph-dialog>`;
  }

  private pass(): TemplateResult {
    return html`<form class="confirm" novalidate @submit=${this.submit}>
      <h3>${words.t('override-title')}</h3>
      <p class="help" id="help">${words.t('override-help')}</p>
      <div class="field">
        <label for="reason">${words.t('override-reason')}</label>
        <textarea
          id="reason"
          class="input area"
          rows="2"
          maxlength="500"
          aria-describedby="help complaint"
          aria-invalid=${this.complaint ? 'true' : 'false'}
          .value=${this.suggestion}
        ></textarea>
      </div>
      <p class="complaint" id="complaint" role="alert">
        ${this.complaint ? words.t('override-missing') : nothing}
      </p>
      <div class="acts">
        <button class="button lamp" type="submit">${words.t('override-yes')}</button>
      </div>
    </form>`;
  }

  private submit(event: SubmitEvent): void {
    event.preventDefault();
    const reason = this.reason?.value.trim() ?? '';
    this.complaint = reason === '';
    if (this.complaint) this.reason?.focus();
    else emit(this, 'override', { reason });
  }

  private leave(): void {
    this.complaint = false;
    emit(this, 'leave');
  }

  static override styles = [
    base,
    buttons,
    fields,
    sheets,
    css`
      ph-refusal {
        font-size: var(--text-16);
      }
      .complaint:empty {
        display: none;
      }
    `,
  ];
}

/** The pass is this dialog's own form, and no way out beside it. */
function withoutOverride(problem: Problem | null): Problem | null {
  if (problem?.waysOut === undefined) return problem;
  return {
    ...problem,
    waysOut: problem.waysOut.filter(({ command }: Way) => command !== 'override'),
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-refused-dialog': RefusedDialog;
  }
}
