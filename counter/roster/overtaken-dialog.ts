import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { RosterView } from '#protocol/roster-view.ts';
import { base, buttons } from '#ui/base-styles.ts';
import { emit } from '#ui/elements/emit.ts';
import '#ui/elements/ph-dialog.ts';
import { LanguageController, dayOf } from '#ui/locale/index.ts';
import { fields } from '../field-styles.ts';
import { saveStyles } from '../settings/save-styles.ts';
import { words } from './locale.ts';
import { overtaken, settled, type Change, type Overtaken } from './roster-model.ts';
import { plannedText } from './shift-words.ts';

/**
 * Another manager has changed the same shifts meanwhile: both versions side by side, theirs until
 * mine is chosen.
 *
 * - `view`: read since; `changes`: what was refused, null: closed
 *
 * @fires settle detail: the changes to send again
 * @fires close
 */
@customElement('ph-roster-overtaken')
export class OvertakenDialog extends LitElement {
  @property({ attribute: false }) view: RosterView | null = null;
  @property({ attribute: false }) changes: readonly Change[] | null = null;
  @state() private mine: ReadonlySet<Change> = new Set();
  readonly language = new LanguageController(this);

  override render(): TemplateResult | typeof nothing {
    const { view, changes } = this;
    if (view === null) return nothing;
    // Never taken away, only closed: the focus goes back to the cell.
    return html`<ph-dialog
      ?open=${changes !== null}
      heading=${words.t('overtaken-title')}
      @close=${this.leave}
    >
      <div class="stack">
        <p>${words.t('overtaken-help')}</p>
        <ul class="changes">
          ${overtaken(view, changes ?? []).map((each) => this.row(each))}
        </ul>
      </div>
      <button slot="actions" class="button lamp" type="button" @click=${this.settle}>
        ${words.t('overtaken-take')}
      </button>
      <button slot="actions" class="button plain" type="button" @click=${this.leave}>
        ${words.t('overtaken-leave')}
      </button>
    </ph-dialog>`;
  }

  private row({ change, name, before, mine, theirs }: Overtaken): TemplateResult {
    const isMine = this.mine.has(change);
    const choose = (wanted: boolean) => () => {
      const next = new Set(this.mine);
      if (wanted) next.add(change);
      else next.delete(change);
      this.mine = next;
    };
    const side = (wanted: boolean, shift: Overtaken['mine']): TemplateResult =>
      html`<button
        class="choice"
        type="button"
        aria-pressed=${isMine === wanted ? 'true' : 'false'}
        @click=${choose(wanted)}
      >
        <small>${words.t(wanted ? 'overtaken-mine' : 'overtaken-theirs')}</small>
        <span>${plannedText(shift)}</span>
      </button>`;
    return html`<li>
      <span class="place">${words.t('overtaken-place', { name, day: dayOf(change.day) })}</span>
      <span class="effect">${words.t('overtaken-before', { shift: plannedText(before) })}</span>
      <div class="side">${side(true, mine)} ${side(false, theirs)}</div>
    </li>`;
  }

  private readonly settle = (): void => {
    const { view, changes, mine } = this;
    if (view === null || changes === null) return;
    this.mine = new Set();
    emit(this, 'settle', settled(view, changes, mine));
  };

  private readonly leave = (): void => {
    this.mine = new Set();
    emit(this, 'close');
  };

  static override styles = [base, buttons, fields, saveStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-roster-overtaken': OvertakenDialog;
  }
}
