import { LitElement, css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { ClerkView, ConsoleView } from '#protocol/views.ts';
import { base, buttons, numbers } from '#ui/base-styles.ts';
import { emit } from '#ui/elements/emit.ts';
import '#ui/elements/ph-dialog.ts';
import { api } from '#ui/hub/api.ts';
import { freshId } from '#ui/hub/fresh-id.ts';
import { icon } from '#ui/icons.ts';
import { LanguageController, language, minutesSeconds } from '#ui/locale/index.ts';
import '../../pin-entry.ts';
import type { Credentials, PinEntry } from '../../pin-entry.ts';
import { endSession, openSession, type StaffSession } from '../../session.ts';
import { signInComplaint } from '../../sign-in-complaint.ts';
import { words } from '../locale.ts';
import {
  missingPart,
  prefilledRecord,
  recordOf,
  type RecordDraft,
  type RecordPart,
} from '../record.ts';
import { dialogs } from './dialog-styles.ts';
import './record-form.ts';
import { shiftFacts, shiftFactStyles } from './shift-facts.ts';
import { wish } from './wish.ts';

/**
 * The handover under way, for both clerks: record and facts on the left, the two signatures on the
 * right. The incoming clerk signs with the pin at this very console (`stay-until-relieved`), or
 * without it where they are signed in themselves.
 *
 * - `view`, `badge` of who is signed in here, `ageSeconds` since the view, `busy`
 * - slot `trouble`
 * - events `wish`, `close`, `leave-seat` (the outgoing clerk goes), `relieved` (detail: the incoming clerk's session, now the page's own)
 */
@customElement('ph-handover-sheet')
export class HandoverSheet extends LitElement {
  @property({ attribute: false }) view: ConsoleView | null = null;
  @property() badge = '';
  @property({ attribute: false }) ageSeconds = 0;
  @property({ type: Boolean }) busy = false;

  @state() private draft: RecordDraft | null = null;
  @state() private lacking: RecordPart | '' = '';
  @state() private complaint = '';
  @state() private signing = false;
  @query('ph-pin-entry') private pin!: PinEntry | null;

  readonly language = new LanguageController(this);

  override render(): TemplateResult | typeof nothing {
    const { view, draft } = this;
    const handover = view?.handover ?? null;
    if (view === null || handover === null) return nothing;
    const { from, to, relieved } = handover;
    const names = { from: from.name, to: to.name };
    const written = draft !== null && missingPart(draft) === null;
    const ways = view.signs?.redirectTo.map(({ counter }) => counter) ?? [];
    return html`<ph-dialog open .heading=${words.t('sheet-title', names)}>
      <div class="record">
        <ul class="steps">
          ${step(true, ways.length === 0 ? words.t('sheet-step-sign') : words.t('sheet-step-sign-ways', { counters: ways.slice(0, 3).join(' · ') }))}
          ${step(written, words.t(written ? 'sheet-step-record' : 'sheet-step-no-record'))}
          ${step(relieved, words.t(relieved ? 'sheet-step-relief' : 'sheet-step-signature'))}
        </ul>
        ${shiftFacts(view)}
        <ph-record-form
          .draft=${draft}
          .lacking=${this.lacking}
          @draft=${this.written}
        ></ph-record-form>
      </div>
      <section slot="aside" class="signatures">
        ${this.person(from, words.t('sheet-out', { badge: from.badge }), words.t('sheet-signed'), true)}
        <span class="down">${icon('arrow')}</span>
        ${this.person(to, words.t('sheet-in', { badge: to.badge }), relieved ? words.t('sheet-here') : '', false)}
        <p class="since">
          ${words.t('sheet-since', { span: minutesSeconds(handover.sinceSeconds + this.ageSeconds) })}
        </p>
        ${this.badge === to.badge ? this.own(from.name, relieved) : this.foreign(from, to)}
        <slot name="trouble"></slot>
        <div class="buttons">
          ${this.acts(relieved, to)}
          ${
            relieved && this.badge === to.badge
              ? nothing
              : html`<button class="button plain wide" type="button" @click=${this.cancel}>
                  ${words.t('sheet-cancel', { name: from.name })}
                </button>`
          }
        </div>
      </section>
    </ph-dialog>`;
  }

  /** The relief is who this sheet waits for: the pin has the focus, or Enter signs. */
  protected override firstUpdated(): void {
    // After the dialogue has shown itself and given the focus to its heading.
    requestAnimationFrame(() => this.pin?.focusFirst());
    this.addEventListener('keydown', (event) => {
      const [target] = event.composedPath();
      if (event.key !== 'Enter' || event.repeat || !(target instanceof HTMLHeadingElement)) return;
      if (this.busy || this.badge !== this.view?.handover?.to.badge) return;
      event.preventDefault();
      this.ownAct('complete');
    });
  }

  private written({ detail }: CustomEvent<RecordDraft>): void {
    this.draft = detail;
    this.lacking = '';
  }

  private person({ name }: ClerkView, line: string, mark: string, solid: boolean): TemplateResult {
    return html`<div class="person">
      <span class="face ${solid ? 'solid' : ''}">${icon('person')}</span>
      <span class="lines"><b>${name}</b><span>${line}</span></span>
      ${mark === '' ? nothing : html`<span class="mark">${icon('check', 'mark')}${mark}</span>`}
    </div>`;
  }

  /** The incoming clerk, signed in themselves. */
  private own(outgoing: string, relieved: boolean): TemplateResult {
    return html`<p class="help">
        ${words.t(relieved ? 'sheet-relieved-help' : 'sheet-pin-help', { name: outgoing })}
      </p>
      <p class="complaint" role="alert">${this.complaint}</p>`;
  }

  /** The incoming clerk signs at the outgoing clerk's console. */
  private foreign(from: ClerkView, to: ClerkView): TemplateResult {
    return html`<ph-pin-entry
        .badge=${to.badge}
        .name=${to.name}
        .busy=${this.signing}
        .complaint=${this.complaint}
        @credentials=${(event: CustomEvent<Credentials>) => {
          void this.sign(event.detail, 'complete');
        }}
      ></ph-pin-entry>
      <p class="help">
        ${
          this.view?.handover?.relieved === true
            ? words.t('sheet-outgoing-help', { name: to.name })
            : words.t('sheet-pin-help', { name: from.name })
        }
      </p>`;
  }

  private acts(relieved: boolean, to: ClerkView): TemplateResult {
    const go = (purpose: 'complete' | 'relieve') => (): void => {
      if (this.busy || this.signing) return;
      if (this.badge === to.badge) this.ownAct(purpose);
      else {
        const typed = this.pin?.submit() ?? null;
        if (typed !== null) void this.sign(typed, purpose);
      }
    };
    return html`<button
        class="button lamp wide"
        type="button"
        aria-disabled=${this.busy || this.signing ? 'true' : 'false'}
        @click=${go('complete')}
      >
        ${words.t('sheet-complete')}
      </button>
      ${
        relieved
          ? this.leaving()
          : html`<button class="button plain wide" type="button" @click=${go('relieve')}>
              ${words.t('sheet-relieve')}
            </button>`
      }`;
  }

  /** Once the relief is here, the outgoing clerk is free to go. */
  private leaving(): TemplateResult | typeof nothing {
    if (this.view?.handover?.from.badge !== this.badge) return nothing;
    return html`<button
      class="button plain wide"
      type="button"
      @click=${() => {
        emit(this, 'leave-seat');
      }}
    >
      ${words.t('sheet-leave')}
    </button>`;
  }

  private ownAct(purpose: 'complete' | 'relieve'): void {
    const counter = this.view?.counter ?? '';
    if (purpose === 'relieve') {
      wish(this, 'next', 'relieve-handover', { counter });
      return;
    }
    const record = this.wholeRecord();
    if (record !== null) wish(this, 'next', 'complete-handover', { counter, record });
  }

  /**
   * Signs as the incoming clerk with a session of their own, over HTTP: this page's socket is
   * still the outgoing clerk's. Only when the act is written down does the page change hands.
   */
  private async sign({ badge, pin }: Credentials, purpose: 'complete' | 'relieve'): Promise<void> {
    const record = purpose === 'complete' ? this.wholeRecord() : null;
    if (this.signing || (purpose === 'complete' && record === null)) return;
    this.signing = true;
    this.complaint = '';
    const opened = await openSession(badge, pin);
    if (!opened.ok) {
      this.fail(signInComplaint(opened.problem));
      return;
    }
    const counter = encodeURIComponent(this.view?.counter ?? '');
    const answer = await api(`/api/counters/${counter}/handover/${purpose}`, {
      body: record === null ? {} : { record },
      token: opened.data.token,
      language: language.get(),
      key: freshId(),
    });
    if (!answer.ok) {
      void endSession(opened.data.token);
      this.fail(answer.problem === null ? words.t('not-reached') : signInComplaint(answer.problem));
      return;
    }
    this.signing = false;
    emit(this, 'relieved', opened.data);
  }

  private fail(complaint: string): void {
    this.signing = false;
    this.complaint = complaint;
    this.pin?.clear();
  }

  private wholeRecord(): Readonly<Record<string, unknown>> | null {
    const { draft } = this;
    if (draft === null) return null;
    const lacking = missingPart(draft);
    this.lacking = lacking ?? '';
    if (lacking !== null) {
      this.complaint = words.t('sheet-record-needed');
      return null;
    }
    return recordOf(draft);
  }

  private readonly cancel = (): void => {
    wish(this, 'next', 'cancel-handover', { counter: this.view?.counter ?? '' });
  };

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('view') || this.view?.handover == null || this.draft !== null) return;
    this.draft = prefilledRecord(this.view, (number, missing) =>
      words.t('record-parked', { number, missing: missing.join(' · ') }),
    );
  }

  static override styles = [
    base,
    buttons,
    numbers,
    dialogs,
    shiftFactStyles,
    css`
      ph-dialog {
        --dialog-width: calc(var(--u) * 1120);
      }
      .record {
        display: grid;
        gap: var(--space-16);
      }
      .steps {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-8) var(--space-24);
      }
      .steps li {
        display: flex;
        align-items: center;
        gap: 0.5em;
        color: var(--ink2);
      }
      .steps .due {
        color: var(--ink);
        font-weight: var(--weight-name);
      }
      .steps svg {
        width: 1em;
        height: 1em;
      }
      .signatures {
        display: flex;
        flex: none;
        flex-direction: column;
        gap: var(--space-12);
        width: calc(var(--u) * 400);
        padding: var(--space-32);
        background: var(--sunk);
      }
      .person {
        display: flex;
        align-items: center;
        gap: var(--space-16);
      }
      .face {
        display: grid;
        place-items: center;
        flex: none;
        width: calc(var(--u) * 60);
        height: calc(var(--u) * 60);
        border: calc(var(--u) * 2) solid var(--edge);
        border-radius: calc(var(--u) * 12);
        background: var(--surface);
      }
      .face.solid {
        border-color: var(--plate);
        background: var(--plate);
        color: var(--plate-ink);
      }
      .lines {
        display: grid;
        color: var(--ink2);
      }
      .lines b {
        color: var(--ink);
        font-size: var(--text-24);
        font-weight: var(--weight-name);
        line-height: var(--leading-heading);
      }
      .mark {
        display: inline-flex;
        align-items: center;
        gap: 0.4em;
        margin-inline-start: auto;
        color: var(--good);
        font-weight: var(--weight-name);
      }
      .mark svg {
        width: 1em;
        height: 1em;
      }
      .down {
        margin-inline-start: calc(var(--u) * 19);
      }
      .down svg {
        width: calc(var(--u) * 20);
        height: calc(var(--u) * 20);
        transform: rotate(90deg);
      }
      .since {
        color: var(--ink2);
        font-variant-numeric: tabular-nums;
      }
      .buttons {
        display: grid;
        gap: var(--space-12);
        margin-block-start: auto;
      }
      .buttons .button {
        min-height: calc(var(--u) * 60);
        font-size: var(--text-19);
      }
      @media (max-width: 899px) {
        .signatures {
          width: calc(var(--u) * 320);
          padding: var(--space-24);
        }
      }
      @media (max-width: 759px) {
        .signatures {
          width: auto;
        }
      }
    `,
  ];
}

function step(done: boolean, text: string): TemplateResult {
  return html`<li class=${done ? '' : 'due'}>
    ${icon(done ? 'check' : 'person', 'mark')}<span>${text}</span>
  </li>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-handover-sheet': HandoverSheet;
  }
  interface HTMLElementEventMap {
    relieved: CustomEvent<StaffSession>;
  }
}
