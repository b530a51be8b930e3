import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { ConsoleView, NextView } from '#protocol/views.ts';
import { base, buttons, numbers } from '#ui/base-styles.ts';
import '#ui/elements/ph-dialog.ts';
import { icon } from '#ui/icons.ts';
import { LanguageController, minutesSeconds, range, textOf } from '#ui/locale/index.ts';
import { words as explainedWords } from '../../explained-locale.ts';
import { restsOn } from '../../explained-wait.ts';
import { fields } from '../../field-styles.ts';
import '../../pin-entry.ts';
import type { PinEntry } from '../../pin-entry.ts';
import type { Wish } from '../acts.ts';
import { guestIcons } from '../guest.ts';
import { words } from '../locale.ts';
import { ChoiceKeys } from './choice-keys.ts';
import { dialogs } from './dialog-styles.ts';
import { shiftFacts, shiftFactStyles } from './shift-facts.ts';
import { wish } from './wish.ts';

function leave(from: EventTarget): () => void {
  return () => from.dispatchEvent(new CustomEvent('close', { bubbles: true, composed: true }));
}

/** Signing off closes the counter: asked once, with the day in figures. */
@customElement('ph-close-dialog')
export class CloseDialog extends LitElement {
  @property({ attribute: false }) view: ConsoleView | null = null;
  @property({ type: Boolean }) busy = false;

  readonly language = new LanguageController(this);
  readonly keys = new ChoiceKeys(this);

  override render(): TemplateResult | typeof nothing {
    const { view } = this;
    if (view === null) return nothing;
    return html`<ph-dialog open .heading=${words.t('close-title', { counter: view.counter })}>
      <form
        id="form"
        @submit=${(event: SubmitEvent) => {
          event.preventDefault();
          if (!this.busy) wish(this, 'close', 'close', { counter: view.counter });
        }}
      >
        ${shiftFacts(view)}
        <p class="help">${words.t('close-help')}</p>
        <slot name="trouble"></slot>
      </form>
      <button
        slot="actions"
        class="button lamp"
        type="submit"
        form="form"
        aria-disabled=${this.busy ? 'true' : 'false'}
      >
        ${words.t('close-go')}
      </button>
      <button slot="actions" class="button plain" type="button" @click=${leave(this)}>
        ${words.t('stay')}
      </button>
    </ph-dialog>`;
  }

  static override styles = [base, buttons, numbers, dialogs, shiftFactStyles];
}

/** A supervisor lets a refused act pass, in writing: badge, pin and why. */
@customElement('ph-pass-dialog')
export class PassDialog extends LitElement {
  /** What would be sent. */
  @property({ attribute: false }) asked: Wish | null = null;
  /** What it is called, where it is none of the console's keys. */
  @property() act = '';
  /** The one who is signed in is a supervisor: only the reason is asked. */
  @property({ type: Boolean }) own = false;
  @property({ type: Boolean }) busy = false;

  @state() private reason = '';
  @state() private complaint = '';
  @query('ph-pin-entry') private entry!: PinEntry | null;

  readonly language = new LanguageController(this);

  override render(): TemplateResult | typeof nothing {
    const { asked } = this;
    if (asked === null) return nothing;
    const own = asked.key === 'next' ? words.t('key-call') : words.t(`key-${asked.key}`);
    const key = this.act === '' ? own : this.act;
    return html`<ph-dialog open .heading=${words.t('pass-title', { key })}>
      <div class="form">
        <p class="help">${words.t(this.own ? 'pass-help-own' : 'pass-help')}</p>
        <div class="field">
          <label for="reason">${words.t('pass-reason')}</label>
          <input
            id="reason"
            class="input"
            type="text"
            maxlength="500"
            autocomplete="off"
            .value=${this.reason}
            @input=${this.because}
            @keydown=${this.reasonKey}
          />
        </div>
        ${
          this.own
            ? nothing
            : html`<ph-pin-entry
                .busy=${this.busy}
                @credentials=${() => {
                  this.send();
                }}
              ></ph-pin-entry>`
        }
        <p class="complaint" role="alert">${this.complaint}</p>
        <slot name="trouble"></slot>
      </div>
      <button
        slot="actions"
        class="button lamp"
        type="button"
        aria-disabled=${this.busy ? 'true' : 'false'}
        @click=${() => {
          this.send();
        }}
      >
        ${words.t('pass-go')}
      </button>
      <button slot="actions" class="button plain" type="button" @click=${leave(this)}>
        ${words.t('back-plain')}
      </button>
    </ph-dialog>`;
  }

  private because(event: InputEvent): void {
    this.reason = (event.currentTarget as HTMLInputElement).value;
    this.complaint = '';
  }

  private reasonKey(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.isComposing) return;
    event.preventDefault();
    if (this.own) this.send();
    else this.entry?.focusFirst();
  }

  private send(): void {
    const { asked } = this;
    const reason = this.reason.trim();
    if (asked === null || this.busy) return;
    if (reason === '') {
      this.complaint = words.t('reason-needed');
      this.renderRoot.querySelector<HTMLInputElement>('#reason')?.focus();
      return;
    }
    const typed = this.own ? {} : this.entry?.submit();
    if (typed == null) return;
    wish(this, asked.key, asked.command, { ...asked.args, override: { reason, ...typed } });
  }

  static override styles = [
    base,
    buttons,
    fields,
    dialogs,
    css`
      .form {
        display: grid;
        gap: var(--space-16);
      }
    `,
  ];
}

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
      <button
        slot="actions"
        class="button lamp"
        type="submit"
        form="form"
        aria-disabled=${this.busy ? 'true' : 'false'}
      >
        ${words.t('named-call', { number })}
      </button>
      <button slot="actions" class="button plain" type="button" @click=${leave(this)}>
        ${words.t('back-plain')}
      </button>
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

/** Those who were missed or sent for papers and now stand here again. */
@customElement('ph-aside-dialog')
export class AsideDialog extends LitElement {
  @property({ attribute: false }) view: ConsoleView | null = null;
  @property({ type: Boolean }) busy = false;

  readonly language = new LanguageController(this);

  override render(): TemplateResult | typeof nothing {
    const { view } = this;
    if (view === null) return nothing;
    return html`<ph-dialog open .heading=${words.t('aside-title')}>
      <div class="lists">
        <section>
          <h3>${words.t('aside-parked')}</h3>
          <p class="help">${words.t('aside-parked-help')}</p>
          ${this.rows(
            view.shift.parked.map(({ ticket, number, missing }) => ({
              ticket,
              number,
              note: missing.join(' · '),
            })),
            'return-ticket',
          )}
        </section>
        <section>
          <h3>${words.t('aside-missed')}</h3>
          <p class="help">${words.t('aside-missed-help')}</p>
          ${this.rows(
            view.missed.map(({ ticket, number }) => ({ ticket, number, note: '' })),
            'rejoin-ticket',
          )}
        </section>
        <slot name="trouble"></slot>
      </div>
    </ph-dialog>`;
  }

  private rows(
    rows: readonly { readonly ticket: string; readonly number: string; readonly note: string }[],
    command: 'return-ticket' | 'rejoin-ticket',
  ): TemplateResult {
    if (rows.length === 0) return html`<p>${words.t('aside-nobody')}</p>`;
    const act = command === 'return-ticket' ? 'aside-return' : 'aside-rejoin';
    return html`<ul>
      ${rows.map(
        ({ ticket, number, note }) =>
          html`<li>
            <button
              class="choice"
              type="button"
              @click=${() => {
                if (!this.busy) wish(this, 'call', command, { ticket });
              }}
            >
              ${icon(command === 'return-ticket' ? 'papers' : 'back')}
              <span>${words.t(act, { number })}</span>
              ${note === '' ? nothing : html`<small>${note}</small>`}
            </button>
          </li>`,
      )}
    </ul>`;
  }

  static override styles = [
    base,
    buttons,
    fields,
    dialogs,
    css`
      .lists,
      section,
      ul {
        display: grid;
        gap: var(--space-8);
      }
      .lists {
        gap: var(--space-24);
      }
      h3 {
        font-size: var(--text-19);
        font-weight: var(--weight-heading);
      }
      .choice {
        width: 100%;
        flex-wrap: wrap;
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
    'ph-close-dialog': CloseDialog;
    'ph-pass-dialog': PassDialog;
    'ph-named-dialog': NamedDialog;
    'ph-aside-dialog': AsideDialog;
  }
}
