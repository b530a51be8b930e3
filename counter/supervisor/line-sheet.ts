import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { SupervisorView } from '#protocol/views.ts';
import { base, buttons } from '#ui/base-styles.ts';
import { emit } from '#ui/elements/emit.ts';
import '#ui/elements/ph-dialog.ts';
import '#ui/elements/ph-state-mark.ts';
import { LanguageController, minutesSeconds, range, textOf } from '#ui/locale/index.ts';
import { words as explainedWords } from '../explained-locale.ts';
import { restsOn } from '../explained-wait.ts';
import { words } from './locale.ts';
import { stateOf } from './runway-geometry.ts';
import { sheets } from './sheet-styles.ts';

const promiseWords = { 'in-time': 'in-time', near: 'near', broken: 'broken' } as const;

/**
 * Who waits for one service, the longest waiting first: the runway's row in words.
 *
 * - `service`, `hall`; `elapsedSeconds` since the view was made
 *
 * @fires ticket detail `{ ticket }`
 * @fires leave
 */
@customElement('ph-line-sheet')
export class LineSheet extends LitElement {
  @property() service = '';
  @property({ attribute: false }) hall: SupervisorView | null = null;
  @property({ attribute: false }) elapsedSeconds = 0;

  readonly language = new LanguageController(this);

  override render(): TemplateResult | typeof nothing {
    const queue = this.hall?.queues.find(({ service }) => service === this.service);
    if (queue === undefined) return nothing;
    const { count, dots, promiseSeconds, expectedSeconds, estimate, explained } = queue;
    const service = textOf(queue.name);
    const more = count - dots.length;
    return html`<ph-dialog
      open
      .heading=${words.t('list-title', { service, count })}
      @close=${this.leave}
    >
      <p class="wait">
        ${explainedWords.t('wait-now', { wait: range(estimate) })}
        <small>${restsOn(explained)}</small>
      </p>
      ${count === 0 ? html`<p class="help">${words.t('list-nobody', { service })}</p>` : nothing}
      <ol class="rows">
        ${dots.map(({ ticket, number, class: own, waitedSeconds }) => {
          const waited = waitedSeconds + this.elapsedSeconds;
          const promise = promiseWords[stateOf(waited, promiseSeconds, expectedSeconds)];
          return html`<li>
            <button
              class="number"
              type="button"
              @click=${() => {
                emit(this, 'ticket', { ticket });
              }}
            >
              ${number}
            </button>
            <span class="grow"
              >${words.t('list-waited', { span: minutesSeconds(waited) })}
              <small>${this.classWord(own)}</small></span
            >
            <ph-state-mark .promise=${promise}></ph-state-mark>
          </li>`;
        })}
      </ol>
      ${more > 0 ? html`<p class="help">${words.t('list-more', { count: more })}</p>` : nothing}
    </ph-dialog>`;
  }

  private classWord(id: string): string {
    const found = this.hall?.classes.find((each) => each.id === id);
    return found === undefined ? id : textOf(found.name);
  }

  private leave(): void {
    emit(this, 'leave');
  }

  static override styles = [
    base,
    buttons,
    sheets,
    css`
      .wait {
        font-weight: var(--weight-label);
        font-variant-numeric: tabular-nums;
      }
      .wait small {
        display: block;
        color: var(--ink2);
        font-size: var(--text-15);
        font-weight: var(--weight-text);
      }
      .grow {
        font-variant-numeric: tabular-nums;
      }
      ph-state-mark {
        font-size: var(--text-14);
        font-weight: var(--weight-label);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-line-sheet': LineSheet;
  }
}
