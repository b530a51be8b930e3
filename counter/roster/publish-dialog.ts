import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { RosterView } from '#protocol/roster-view.ts';
import { base, buttons } from '#ui/base-styles.ts';
import { emit } from '#ui/elements/emit.ts';
import '#ui/elements/ph-dialog.ts';
import { LanguageController, dayOf } from '#ui/locale/index.ts';
import { words } from './locale.ts';
import { plannedText } from './shift-words.ts';

const listedMax = 12;

/**
 * Every change once more, before it holds.
 *
 * - `open`, `view`
 *
 * @fires publish
 * @fires close
 */
@customElement('ph-publish-dialog')
export class PublishDialog extends LitElement {
  @property({ type: Boolean }) open = false;
  @property({ attribute: false }) view: RosterView | null = null;
  readonly language = new LanguageController(this);

  override render(): TemplateResult | typeof nothing {
    const { view } = this;
    if (view === null) return nothing;
    const lines = linesOf(view);
    const gaps = view.days.reduce((sum, each) => sum + each.gaps.length, 0);
    return html`<ph-dialog
      ?open=${this.open}
      heading=${words.t('publish-title')}
      @close=${this.leave}
    >
      <p>${words.t('publish-help')}</p>
      ${gaps > 0 ? html`<p class="warn">${words.t('publish-gaps', { count: gaps })}</p>` : nothing}
      <ul class="lines">
        ${lines.slice(0, listedMax).map((line) => html`<li>${line}</li>`)}
        ${
          lines.length > listedMax
            ? html`<li>${words.t('publish-more', { count: lines.length - listedMax })}</li>`
            : nothing
        }
      </ul>
      <button
        slot="actions"
        class="button lamp"
        type="button"
        @click=${() => {
          emit(this, 'publish');
        }}
      >
        ${words.t('publish-do')}
      </button>
      <button slot="actions" class="button plain" type="button" @click=${this.leave}>
        ${words.t('cancel')}
      </button>
    </ph-dialog>`;
  }

  private readonly leave = (): void => {
    emit(this, 'close');
  };

  static override styles = [
    base,
    buttons,
    css`
      .lines {
        display: grid;
        gap: var(--space-4);
        margin-block-start: var(--space-12);
        font-variant-numeric: tabular-nums;
      }
      .warn {
        margin-block-start: var(--space-8);
        color: var(--warn);
        font-weight: var(--weight-label);
      }
    `,
  ];
}

function linesOf({ people, days }: RosterView): readonly string[] {
  return people.flatMap(({ name, cells }) =>
    cells.flatMap((cell, column) => {
      if (!cell.isEdited) return [];
      const day = dayOf(days[column]?.day ?? '');
      const [before, after] = [plannedText(cell.published), plannedText(cell.planned)];
      return [words.t('publish-line', { day, name, before, after })];
    }),
  );
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-publish-dialog': PublishDialog;
  }
}
