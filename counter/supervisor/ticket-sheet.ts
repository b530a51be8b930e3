import { LitElement, css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { CounterState } from '#core/vocabulary.ts';
import type { SupervisorView, TicketPageView } from '#protocol/views.ts';
import { base, buttons, numbers } from '#ui/base-styles.ts';
import { emit } from '#ui/elements/emit.ts';
import '#ui/elements/ph-dialog.ts';
import '#ui/elements/ph-state-mark.ts';
import '#ui/elements/ph-ticket-number.ts';
import { ViewController } from '#ui/hub/controllers.ts';
import type { HubClient } from '#ui/hub/hub-client.ts';
import { icon } from '#ui/icons.ts';
import {
  LanguageController,
  common,
  counterWord,
  minutesSeconds,
  range,
  textOf,
} from '#ui/locale/index.ts';
import { fields } from '../field-styles.ts';
import type { Act } from './acts.ts';
import { words as explainedWords } from '../explained-locale.ts';
import { restsOn, whyRisen } from '../explained-wait.ts';
import { words } from './locale.ts';
import { undone } from './undo-words.ts';
import { sheets } from './sheet-styles.ts';

const places = ['keep', 'front', 'back'] as const;
type Place = (typeof places)[number];

/** Where to: one of a service and a counter. */
type Target =
  | { readonly service: string; readonly counter?: undefined }
  | { readonly counter: string; readonly service?: undefined };

/**
 * One ticket, live: where it stands and what a supervisor may do with it.
 *
 * - `hub`, `ticket`: the id; `view`: of the hall, for services and counters
 *
 * @fires act detail is the act
 * @fires leave
 */
@customElement('ph-ticket-sheet')
export class TicketSheet extends LitElement {
  @property({ attribute: false }) hub: HubClient | null = null;
  @property() ticket = '';
  @property({ attribute: false }) hall: SupervisorView | null = null;

  @state() private asking: 'move' | 'cancel' | null = null;
  @state() private target: Target | null = null;
  @state() private place: Place = 'keep';
  @state() private complaint = false;
  @query('#why') private why!: HTMLInputElement | null;
  private view: ViewController<'ticket'> | null = null;

  readonly language = new LanguageController(this);

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (this.hub === null || this.ticket === '') return;
    if (this.view === null) {
      this.view = new ViewController(this, this.hub, 'ticket', { ticket: this.ticket });
    } else if (changed.has('ticket')) {
      this.view.watch({ ticket: this.ticket });
      this.asking = null;
    }
  }

  override render(): TemplateResult {
    const data = this.view?.data ?? null;
    const gone = data === null && this.view?.problem != null;
    return html`<ph-dialog
      open
      .heading=${data === null ? words.t('find-title') : data.number}
      @close=${this.leave}
    >
      ${
        data === null
          ? html`<p class="help" role="status">
              ${gone ? words.t('ticket-gone') : common.t('connecting')}
            </p>`
          : this.content(data)
      }
    </ph-dialog>`;
  }

  private content(data: TicketPageView): TemplateResult {
    return html`<div class="stack">
      <p class="state">
        <ph-state-mark .ticket=${data.state} audience="staff"></ph-state-mark>
        <span class="service">${textOf(data.serviceName)}</span>
        <span class="help">${textOf(data.className)}</span>
      </p>
      <dl class="facts">${this.facts(data)}</dl>
      ${data.risen === null ? nothing : html`<p>${whyRisen(data.risen)}</p>`}
      ${
        data.missing.length === 0
          ? nothing
          : html`<p>
              ${words.t('missing-papers', { papers: data.missing.join(words.t('paper-comma')) })}
            </p>`
      }
      ${this.asking === null ? this.acts(data) : this.asked(data, this.asking)}
      <p>
        <a class="link phone" href=${data.url} target="_blank" rel="noopener">
          ${icon('phone')}${words.t('ticket-phone')}
        </a>
      </p>
    </div>`;
  }

  private facts(data: TicketPageView): TemplateResult {
    const fact = (name: string, value: string | null): TemplateResult | typeof nothing =>
      value === null
        ? nothing
        : html`<div>
            <dt>${name}</dt>
            <dd>${value}</dd>
          </div>`;
    const { state: now, waitedSeconds, counter, calls, ahead, estimate } = data;
    const waits = now === 'waiting';
    return html`${fact(
      words.t('ticket-waited'),
      waitedSeconds === null ? null : minutesSeconds(waitedSeconds),
    )}
    ${fact(words.t('ticket-ahead'), waits ? words.t('people-ahead', { count: ahead }) : null)}
    ${fact(words.t('ticket-estimate'), waits ? range(estimate) : null)}
    ${fact(explainedWords.t('label'), data.explained === null ? null : restsOn(data.explained))}
    ${fact(words.t('ticket-counter'), counter)}
    ${fact(words.t('ticket-calls'), calls === 0 ? null : words.t('times-called', { count: calls }))}`;
  }

  private acts(data: TicketPageView): TemplateResult {
    const { state: now, number, counter } = data;
    const ask = (what: 'move' | 'cancel'): (() => void) => {
      return () => {
        this.asking = what;
        this.complaint = false;
      };
    };
    const plain = (label: string, command: string): TemplateResult =>
      html`<button
        class="button plain"
        type="button"
        @click=${() => {
          this.act(command, `${label} ${number}`);
        }}
      >
        ${label}
      </button>`;
    const cancel = data.can.cancel
      ? html`<button class="button plain" type="button" @click=${ask('cancel')}>
          ${words.t('cancel-ticket')}
        </button>`
      : nothing;
    switch (now) {
      case 'waiting':
        return html`<div class="acts">
          <button class="button plain" type="button" @click=${ask('move')}>
            ${icon('swap')}${words.t('move')}
          </button>
          ${cancel}
        </div>`;
      case 'called':
      case 'serving':
        return html`<div class="acts">
            ${plain(words.t('put-back'), 'put-back-ticket')} ${cancel}
          </div>
          <p class="help">${words.t('put-back-help', { number, counter: counter ?? '' })}</p>`;
      case 'missed':
        return html`<div class="acts">${plain(words.t('rejoin'), 'rejoin-ticket')} ${cancel}</div>`;
      case 'parked':
        return html`<div class="acts">
          ${plain(words.t('return-papers'), 'return-ticket')} ${cancel}
        </div>`;
      case 'done':
      case 'cancelled':
        return html`<p class="help">${words.t('ticket-finished')}</p>`;
    }
  }

  private asked(data: TicketPageView, asking: 'move' | 'cancel'): TemplateResult {
    const keep = html`<button
      class="button plain"
      type="button"
      @click=${() => {
        this.asking = null;
      }}
    >
      ${words.t('keep')}
    </button>`;
    if (asking === 'move') return this.moveForm(data, keep);
    const { number } = data;
    return html`<section class="confirm">
      <h3>${words.t('cancel-title', { number })}</h3>
      <p class="help">${words.t('cancel-help')}</p>
      <div class="acts">
        <button
          class="button lamp"
          type="button"
          @click=${() => {
            this.act('cancel-ticket', words.t('cancel-title', { number }));
          }}
        >
          ${words.t('cancel-yes')}
        </button>
        ${keep}
      </div>
    </section>`;
  }

  private moveForm(data: TicketPageView, keep: TemplateResult): TemplateResult {
    const services = this.hall?.queues.filter(({ service }) => service !== data.service) ?? [];
    const counters =
      this.hall?.counters.filter(({ services: own }) => own.includes(data.service)) ?? [];
    const choice = (label: string, chosen: boolean, choose: () => void): TemplateResult =>
      html`<button
        class="choice"
        type="button"
        aria-pressed=${chosen ? 'true' : 'false'}
        @click=${choose}
      >
        ${label}
      </button>`;
    return html`<form class="confirm" novalidate @submit=${this.submitMove}>
      <h3>${words.t('move-title')}</h3>
      <fieldset>
        <legend class="legend">${words.t('move-counter')}</legend>
        <div class="choices">
          ${counters.map(({ counter, state: now }) =>
            choice(
              seatWords(counter, now),
              this.target?.counter === counter,
              () => (this.target = { counter }),
            ),
          )}
        </div>
      </fieldset>
      <fieldset>
        <legend class="legend">${words.t('move-service')}</legend>
        <div class="choices">
          ${services.map(({ service, name }) =>
            choice(
              textOf(name),
              this.target?.service === service,
              () => (this.target = { service }),
            ),
          )}
        </div>
      </fieldset>
      <fieldset>
        <legend class="legend">${words.t('move-place')}</legend>
        <div class="choices">
          ${places.map((place) =>
            choice(words.t(`place-${place}`), this.place === place, () => (this.place = place)),
          )}
        </div>
      </fieldset>
      <div class="field">
        <label for="why">${words.t('move-reason')}</label>
        <input
          id="why"
          class="input"
          maxlength="500"
          autocomplete="off"
          placeholder=${words.t('move-reason-example')}
          aria-describedby="complaint"
        />
      </div>
      <p class="complaint" id="complaint" role="alert">
        ${this.complaint ? words.t('move-missing') : nothing}
      </p>
      <div class="acts">
        <button class="button lamp" type="submit">${words.t('move-yes')}</button>
        ${keep}
      </div>
    </form>`;
  }

  private submitMove(event: SubmitEvent): void {
    event.preventDefault();
    const reason = this.why?.value.trim() ?? '';
    const { target } = this;
    this.complaint = target === null || reason === '';
    if (target === null || reason === '') {
      if (target !== null) this.why?.focus();
      return;
    }
    const label = `${words.t('move')} ${this.view?.data?.number ?? ''}`.trim();
    const back = { ticket: this.ticket, place: 'former', reason };
    const args = { ticket: this.ticket, ...target, place: this.place, reason };
    emit(this, 'act', {
      command: 'move-ticket',
      label,
      args,
      undo: () => ({ command: 'move-ticket', args: back, label: undone(label) }),
    } satisfies Act);
  }

  private act(command: string, label: string, args: Readonly<Record<string, unknown>> = {}): void {
    emit(this, 'act', { command, label, args: { ticket: this.ticket, ...args } } satisfies Act);
  }

  private leave(): void {
    emit(this, 'leave');
  }

  static override styles = [
    base,
    numbers,
    buttons,
    fields,
    sheets,
    css`
      .state {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-8) var(--space-16);
        font-size: var(--text-17);
      }
      .service {
        font-weight: var(--weight-name);
      }
      .phone {
        display: inline-flex;
        align-items: center;
        gap: 0.5em;
        min-height: var(--target);
      }
      .phone svg {
        width: 1.2em;
        height: 1.2em;
      }
      .complaint:empty {
        display: none;
      }
    `,
  ];
}

/** With its state, where it takes nobody just now. */
function seatWords(counter: string, state: CounterState): string {
  const named = common.t('counter-named', { counter });
  const receiving = state === 'idle' || state === 'calling' || state === 'serving';
  return receiving ? named : `${named} · ${counterWord(state, 'staff')}`;
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-ticket-sheet': TicketSheet;
  }
}
