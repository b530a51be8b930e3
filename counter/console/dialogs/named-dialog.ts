import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { ConsoleView, NextView } from '#protocol/views.ts';
import { base, buttons, numbers } from '#ui/base-styles.ts';
import '#ui/elements/ph-dialog.ts';
import { icon } from '#ui/icons.ts';
import { LanguageController, minutesSeconds, range, textOf } from '#ui/locale/index.ts';
import { dialogActs } from '../../dialog-acts.ts';
import { words as explainedWords } from '../../explained-locale.ts';
import { restsOn } from '../../explained-wait.ts';
import { guestIcons } from '../guest.ts';
import { words } from '../locale.ts';
import { ChoiceKeys } from './choice-keys.ts';
import { dialogs } from './dialog-styles.ts';
import { wish } from './wish.ts';

/** A row of the list: call this one by name, or take the ticket out of the line. */
@customElement('ph-named-dialog')
export class NamedDialog extends LitElement {
  @property({ attribute: false }) view: ConsoleView | null = null;
  @property({ attribute: false }) row: NextView | null = null;
  @property({ type: Boolean }) busy = false;

  readonly language = new LanguageController(this);
  readonly keys = new ChoiceKeys(this);

  override render(): TemplateResult | typeof nothing {
    const { view, row } = this;
    if (view === null || row === null) return nothing;
    const { number, ticket } = row;
    const [first] = view.next;
    const order =
      view.state !== 'idle'
        ? words.t('named-busy')
        : first === undefined || first.ticket === ticket
          ? words.t('named-first')
          : words.t('named-order', { number: first.number });
    return html`<ph-dialog open .heading=${words.t('named-title', { number })}>
      <form
        id="form"
        @submit=${(event: SubmitEvent) => {
          event.preventDefault();
          if (!this.busy) wish(this, 'call', 'call', { counter: view.counter, ticket });
        }}
      >
        <dl>
          ${fact(words.t('named-service'), textOf(row.serviceName))}
          ${fact(words.t('named-class'), html`${icon(guestIcons[row.guest])}${textOf(row.className)}`)}
          ${fact(words.t('named-waited'), minutesSeconds(row.waitedSeconds))}
          ${fact(words.t('named-left'), minutesSeconds(row.promiseLeftSeconds))}
          ${fact(explainedWords.t('wait'), range(row.estimate))}
        </dl>
        <p class="help">${restsOn(row.explained)}</p>
        <p class="help">${order}</p>
        <slot name="trouble"></slot>
        <button
          class="link"
          type="button"
          @click=${() => {
            wish(this, 'call', 'cancel-ticket', { ticket });
          }}
        >
          ${words.t('named-cancel')}
        </button>
      </form>
      ${dialogActs(this, {
        go: words.t('named-call', { number }),
        back: words.t('back-plain'),
        busy: this.busy,
      })}
    </ph-dialog>`;
  }

  static override styles = [
    base,
    buttons,
    numbers,
    dialogs,
    css`
      dl {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(calc(var(--u) * 104), 1fr));
        gap: var(--space-12);
        padding-block: var(--space-12);
        border-block: 1px solid var(--line);
      }
      dt {
        color: var(--ink2);
        font-size: var(--text-15);
      }
      dd {
        display: flex;
        align-items: center;
        gap: 0.35em;
        font-size: var(--text-19);
        font-weight: var(--weight-name);
        font-variant-numeric: tabular-nums;
      }
      dd svg {
        width: 1em;
        height: 1em;
      }
      .link {
        justify-self: start;
        min-height: var(--target);
      }
    `,
  ];
}

function fact(name: string, value: string | TemplateResult): TemplateResult {
  return html`<div>
    <dt>${name}</dt>
    <dd>${value}</dd>
  </div>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-named-dialog': NamedDialog;
  }
}
