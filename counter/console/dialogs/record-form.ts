import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { base, buttons } from '#ui/base-styles.ts';
import { emit } from '#ui/elements/emit.ts';
import { icon } from '#ui/icons.ts';
import { LanguageController } from '#ui/locale/index.ts';
import { fields } from '../../field-styles.ts';
import { words } from '../locale.ts';
import {
  followUpsMax,
  recordParts,
  type FollowUpDraft,
  type RecordDraft,
  type RecordPart,
} from '../record.ts';

/**
 * The handover record: equipment, hard cases, changes of staff, who must be answered again.
 *
 * - `draft`; `lacking`: the part that has to be filled in
 * - event `draft` (detail: the changed draft)
 */
@customElement('ph-record-form')
export class RecordForm extends LitElement {
  @property({ attribute: false }) draft: RecordDraft | null = null;
  @property() lacking: RecordPart | '' = '';

  readonly language = new LanguageController(this);

  override render(): TemplateResult | typeof nothing {
    const { draft } = this;
    if (draft === null) return nothing;
    return html`<div class="group">
        <p class="legend" id="follow-ups">${words.t('record-follow-ups')}</p>
        ${draft.followUps.map((line, index) => this.followUp(draft, line, index))}
        ${
          draft.followUps.length >= followUpsMax
            ? nothing
            : html`<button
                class="link"
                type="button"
                @click=${() => {
                  this.change({ ...draft, followUps: [...draft.followUps, { text: '' }] });
                }}
              >
                ${words.t('record-add')}
              </button>`
        }
      </div>
      <div class="parts">
        ${recordParts.map((part) => this.field(draft, part))}
        <div class="field">
          <div class="above"><label for="note">${words.t('record-note')}</label></div>
          <input
            id="note"
            class="input"
            type="text"
            maxlength="2000"
            autocomplete="off"
            .value=${draft.note}
            @input=${(event: InputEvent) => {
              this.change({ ...draft, note: valueOf(event) });
            }}
          />
        </div>
      </div>`;
  }

  private field(draft: RecordDraft, part: RecordPart): TemplateResult {
    const usual = words.t(part === 'equipment' ? 'record-equipment-fine' : 'record-nothing');
    return html`<div class="field">
      <div class="above">
        <label for=${part}>${words.t(labels[part])}</label>
        ${
          draft[part] === ''
            ? html`<button
                class="usual"
                type="button"
                aria-label=${`${words.t(labels[part])}: ${usual}`}
                @click=${() => {
                  this.change({ ...draft, [part]: usual });
                }}
              >
                ${usual}
              </button>`
            : nothing
        }
      </div>
      <input
        id=${part}
        class="input"
        type="text"
        maxlength="2000"
        autocomplete="off"
        aria-invalid=${this.lacking === part ? 'true' : nothing}
        .value=${draft[part]}
        @input=${(event: InputEvent) => {
          this.change({ ...draft, [part]: valueOf(event) });
        }}
      />
    </div>`;
  }

  private followUp(draft: RecordDraft, line: FollowUpDraft, index: number): TemplateResult {
    const { text } = line;
    const replaced = (followUps: readonly FollowUpDraft[]): void => {
      this.change({ ...draft, followUps });
    };
    return html`<div class="follow-up">
      <input
        class="input"
        type="text"
        maxlength="500"
        autocomplete="off"
        aria-label=${words.t('record-follow-up', { number: index + 1 })}
        placeholder=${words.t('record-follow-up-example')}
        .value=${text}
        @input=${(event: InputEvent) => {
          replaced(draft.followUps.with(index, { ...line, text: valueOf(event) }));
        }}
      />
      <button
        class="remove"
        type="button"
        aria-label=${words.t('park-remove', { line: text })}
        @click=${() => {
          replaced(draft.followUps.toSpliced(index, 1));
        }}
      >
        ${icon('cross', 'mark')}
      </button>
    </div>`;
  }

  private change(draft: RecordDraft): void {
    emit(this, 'draft', draft);
  }

  static override styles = [
    base,
    buttons,
    fields,
    css`
      :host {
        display: grid;
        gap: var(--space-16);
      }
      .group {
        display: grid;
        gap: var(--space-8);
        justify-items: start;
      }
      .parts {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(calc(var(--u) * 240), 1fr));
        gap: var(--space-12) var(--space-16);
      }
      .above {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: var(--space-8);
        min-height: calc(var(--u) * 30);
      }
      .usual {
        min-height: calc(var(--u) * 30);
        padding: 0 0.7em;
        border: 0;
        border-radius: var(--radius-small);
        background: var(--sunk);
        font-size: var(--text-14);
        font-weight: var(--weight-label);
        cursor: pointer;
      }
      .follow-up {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: var(--space-4);
        width: 100%;
      }
      .remove {
        display: grid;
        place-items: center;
        width: var(--target);
        border: 0;
        background: none;
        color: var(--ink2);
        cursor: pointer;
      }
      .remove svg {
        width: 1em;
        height: 1em;
      }
      .link {
        min-height: calc(var(--u) * 32);
      }
    `,
  ];
}

const labels = {
  equipment: 'record-equipment',
  hardCases: 'record-hard-cases',
  staffChanges: 'record-staff-changes',
} as const satisfies Record<RecordPart, string>;

function valueOf(event: InputEvent): string {
  return (event.currentTarget as HTMLInputElement).value;
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-record-form': RecordForm;
  }
  interface HTMLElementEventMap {
    draft: CustomEvent<RecordDraft>;
  }
}
