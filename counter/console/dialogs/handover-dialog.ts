import { LitElement, css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { ConsoleView } from '#protocol/views.ts';
import { base, buttons, numbers } from '#ui/base-styles.ts';
import '#ui/elements/ph-dialog.ts';
import { icon } from '#ui/icons.ts';
import { LanguageController } from '#ui/locale/index.ts';
import { dialogActs } from '../../dialog-acts.ts';
import { fields } from '../../field-styles.ts';
import { words } from '../locale.ts';
import {
  missingPart,
  prefilledRecord,
  recordOf,
  type RecordDraft,
  type RecordPart,
} from '../record.ts';
import { choice } from './choice.ts';
import { ChoiceKeys } from './choice-keys.ts';
import { dialogs } from './dialog-styles.ts';
import './record-form.ts';
import { shiftFacts, shiftFactStyles } from './shift-facts.ts';
import { wish } from './wish.ts';

/**
 * The outgoing clerk asks for the handover, and signs by asking: to whom, and the record, with
 * what the shift itself tells already in it.
 *
 * - `view`, `queue`: waits for the handover under way, `busy`
 * - slot `trouble`; events `wish`, `close`
 */
@customElement('ph-handover-dialog')
export class HandoverDialog extends LitElement {
  @property({ attribute: false }) view: ConsoleView | null = null;
  @property({ type: Boolean }) queue = false;
  @property({ type: Boolean }) busy = false;

  @state() private to = '';
  @state() private draft: RecordDraft | null = null;
  @state() private lacking: RecordPart | '' = '';
  @state() private complaint = '';

  readonly language = new LanguageController(this);
  readonly keys = new ChoiceKeys(this);

  override render(): TemplateResult {
    const { view } = this;
    const relief = (view?.relief ?? []).filter(({ badge }) => badge !== view?.clerk?.badge);
    return html`<ph-dialog
      open
      .heading=${words.t(this.queue ? 'handover-title-queue' : 'handover-title')}
    >
      <form id="form" @submit=${this.send} novalidate>
        ${
          relief.length === 0
            ? html`<p class="help">${words.t('handover-none')}</p>`
            : html`<div class="choices" role="group" aria-label=${words.t('handover-title')}>
                ${relief.map(({ badge, name }, index) =>
                  choice({
                    text: name,
                    note: badge,
                    mark: icon('person'),
                    pressed: this.to === badge,
                    digit: index + 1,
                    choose: () => {
                      this.choose(badge);
                    },
                  }),
                )}
              </div>`
        }
        ${view === null ? nothing : shiftFacts(view)}
        <ph-record-form
          .draft=${this.draft}
          .lacking=${this.lacking}
          @draft=${this.written}
        ></ph-record-form>
        <p class="complaint" role="alert">${this.complaint}</p>
        <slot name="trouble"></slot>
        <p class="help">${words.t('handover-signs')}</p>
      </form>
      ${dialogActs(this, {
        go: words.t(this.queue ? 'handover-sign-queue' : 'handover-sign'),
        back: words.t('back-handover'),
        busy: this.busy,
      })}
    </ph-dialog>`;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (this.draft !== null || !changed.has('view') || this.view === null) return;
    this.draft = prefilledRecord(this.view, (number, missing) =>
      words.t('record-parked', { number, missing: missing.join(' · ') }),
    );
  }

  private choose(badge: string): void {
    this.to = badge;
    this.complaint = '';
  }

  private written({ detail }: CustomEvent<RecordDraft>): void {
    this.draft = detail;
    this.lacking = '';
    this.complaint = '';
  }

  private send(event: SubmitEvent): void {
    event.preventDefault();
    const { draft, to } = this;
    if (draft === null) return;
    const lacking = missingPart(draft);
    this.lacking = lacking ?? '';
    if (to === '') this.complaint = words.t('handover-title');
    else if (lacking !== null) this.complaint = words.t('sheet-record-needed');
    else if (!this.busy) {
      wish(this, 'handover', 'handover', {
        counter: this.view?.counter ?? '',
        to,
        record: recordOf(draft),
        ...(this.queue ? { queue: true } : {}),
      });
    }
  }

  static override styles = [
    base,
    buttons,
    numbers,
    fields,
    dialogs,
    shiftFactStyles,
    css`
      ph-dialog {
        --dialog-width: calc(var(--u) * 720);
      }
      .choice svg {
        width: 1.2em;
        height: 1.2em;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-handover-dialog': HandoverDialog;
  }
}
