import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { NewerSettings } from '#server/settings/answers.ts';
import type { Conflict } from '#server/settings/merge.ts';
import type { HallSettings } from '#server/settings/draft.ts';
import { base, buttons } from '#ui/base-styles.ts';
import { emit } from '#ui/elements/emit.ts';
import '#ui/elements/ph-dialog.ts';
import { LanguageController } from '#ui/locale/index.ts';
import { fields } from '../field-styles.ts';
import { withMine } from './choose.ts';
import { placeWords, valueWords } from './difference-words.ts';
import { words } from './locale.ts';
import { saveStyles } from './save-styles.ts';
import { dateAndTime } from './when.ts';

const changesMax = 5;

/**
 * Somebody else has saved meanwhile: who, when and why, and what both have changed, side by side.
 *
 * - `newer`: what the hub answered; `timezone`: the hall's
 *
 * @fires settle detail: the settings that both make together
 * @fires close
 */
@customElement('ph-newer-settings')
export class NewerDialog extends LitElement {
  @property({ attribute: false }) newer: NewerSettings | null = null;
  @property() timezone = 'UTC';
  /** Places at which mine is taken. */
  @state() private mine: ReadonlySet<string> = new Set();
  readonly language = new LanguageController(this);

  override render(): TemplateResult | typeof nothing {
    const { newer } = this;
    if (newer === null) return nothing;
    return html`<ph-dialog
      open
      .heading=${words.t('newer-title')}
      @close=${() => {
        emit(this, 'close');
      }}
    >
      <div class="stack">
        <ul class="told">
          ${newer.changes
            .filter(({ isCarried }) => !isCarried)
            .slice(0, changesMax)
            .map(({ by, at, why }) => {
              const time = dateAndTime(at, this.timezone);
              return html`<li>
                ${
                  by === null
                    ? words.t('newer-file', { time, why })
                    : words.t('newer-who', { name: by.name, time, why })
                }
              </li>`;
            })}
        </ul>
        <p>${words.t(newer.conflicts.length === 0 ? 'newer-merge' : 'newer-conflict')}</p>
        <ul class="changes">
          ${newer.conflicts.map((conflict) => this.conflict(conflict, newer.settings))}
        </ul>
        <div class="acts">
          <button
            class="button lamp"
            type="button"
            @click=${() => {
              this.settle(newer);
            }}
          >
            ${words.t('newer-take')}
          </button>
        </div>
      </div>
    </ph-dialog>`;
  }

  private conflict(conflict: Conflict, settings: HallSettings): TemplateResult {
    const { place, base: before, mine, theirs } = conflict;
    const key = place.join('/');
    const isMine = this.mine.has(key);
    const choose = (wanted: boolean): void => {
      const next = new Set(this.mine);
      if (wanted) next.add(key);
      else next.delete(key);
      this.mine = next;
    };
    const last = place.at(-1) ?? '';
    const side = (wanted: boolean, value: unknown) =>
      html`<button
        class="choice"
        type="button"
        aria-pressed=${isMine === wanted ? 'true' : 'false'}
        @click=${() => {
          choose(wanted);
        }}
      >
        <small>${words.t(wanted ? 'keep-mine' : 'keep-theirs')}</small>
        <span>${valueWords(value, last, settings)}</span>
      </button>`;
    return html`<li>
      <span class="place">${placeWords(place, settings)}</span>
      <span class="effect">${words.t('from-before')} ${valueWords(before, last, settings)}</span>
      <div class="side">${side(true, mine)} ${side(false, theirs)}</div>
    </li>`;
  }

  private settle({ conflicts, settings }: NewerSettings): void {
    const chosen = conflicts.filter(({ place }) => this.mine.has(place.join('/')));
    const settled = chosen.reduce((made, conflict) => withMine(made, conflict), settings);
    this.mine = new Set();
    emit(this, 'settle', settled);
  }

  static override styles = [base, buttons, fields, saveStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-newer-settings': NewerDialog;
  }
}
