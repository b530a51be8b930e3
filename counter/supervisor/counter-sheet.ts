import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { SupervisorView } from '#protocol/views.ts';
import { base, buttons } from '#ui/base-styles.ts';
import { emit } from '#ui/elements/emit.ts';
import '#ui/elements/ph-dialog.ts';
import '#ui/elements/ph-plate.ts';
import '#ui/elements/ph-state-mark.ts';
import { icon } from '#ui/icons.ts';
import { LanguageController, common, textOf } from '#ui/locale/index.ts';
import { fields } from '../field-styles.ts';
import type { Act } from './acts.ts';
import { lendServices } from './lend-services.ts';
import { words } from './locale.ts';
import { sheets } from './sheet-styles.ts';
import { spanOf } from './span.ts';

/**
 * One counter: who sits there, what is on its sign, and the ways out of a lost console.
 *
 * - `counter`: its id; `hall`: the supervisor view
 *
 * @fires act detail is the act
 * @fires ticket detail `{ ticket }`
 * @fires take-counter the supervisor takes this counter
 * @fires leave
 */
@customElement('ph-counter-sheet')
export class CounterSheet extends LitElement {
  @property() counter = '';
  @property({ attribute: false }) hall: SupervisorView | null = null;
  @property({ attribute: false }) elapsedSeconds = 0;

  @state() private releasing = false;

  readonly language = new LanguageController(this);

  override render(): TemplateResult | typeof nothing {
    const { hall, counter } = this;
    const each = hall?.counters.find((one) => one.counter === counter);
    if (hall === null || each === undefined) return nothing;
    const all = each.services.length === hall.queues.length;
    const services = hall.queues.filter(({ service }) => each.services.includes(service));
    const taken = each.state !== 'closed';
    return html`<ph-dialog
      open
      .heading=${common.t('counter-named', { counter })}
      @close=${this.leave}
    >
      <div class="stack">
        <div class="head">
          <ph-plate decorative audience="staff" .counter=${counter} .state=${each.state}></ph-plate>
          <p>
            <ph-state-mark .counter=${each.state} audience="staff"></ph-state-mark>
            ${
              taken
                ? html`<small
                    >${words.t('seat-since', { span: spanOf(each.sinceSeconds + this.elapsedSeconds) })}</small
                  >`
                : nothing
            }
          </p>
          ${
            each.ticket === null || each.number === null
              ? nothing
              : html`<button class="number" type="button" @click=${this.openTicket(each.ticket)}>
                  ${each.number}
                </button>`
          }
        </div>
        ${each.sign === null ? nothing : html`<p class="sign">${textOf(each.sign.text)}</p>`}
        <dl class="facts">
          <div>
            <dt>${words.t('seat-clerk')}</dt>
            <dd>${each.clerk === null ? words.t('nobody-seated') : each.clerk.name}</dd>
          </div>
          <div>
            <dt>${words.t('figure-served')}</dt>
            <dd>${each.served}</dd>
          </div>
          <div class="wide">
            <dt>${words.t('seat-services')}</dt>
            <dd>
              ${
                all
                  ? words.t('seat-all-services')
                  : services.map(({ name }) => textOf(name)).join(words.t('paper-comma'))
              }
            </dd>
          </div>
          ${
            each.handoverTo === null
              ? nothing
              : html`<div>
                  <dt>${common.t('counter-handover')}</dt>
                  <dd>${words.t('handing-to', { badge: each.handoverTo })}</dd>
                </div>`
          }
        </dl>
        ${this.releasing && taken ? this.confirm(each) : this.acts(each)}
        ${lendServices(each, hall, (act) => {
          emit(this, 'act', act);
        })}
        <p>
          <a
            class="link screen"
            href="/display/window/${encodeURIComponent(counter)}"
            target="_blank"
            rel="noopener"
            >${icon('screen')}${words.t('window-page')}</a
          >
        </p>
      </div>
    </ph-dialog>`;
  }

  private acts(each: SupervisorView['counters'][number]): TemplateResult {
    const { counter } = this;
    if (each.state === 'closed') {
      return html`<div class="acts">
        <button
          class="button plain"
          type="button"
          @click=${() => {
            emit(this, 'take-counter', { counter });
          }}
        >
          ${icon('keypad')}${words.t('open-console', { counter })}
        </button>
      </div>`;
    }
    return html`<div class="acts">
      ${
        each.ticket === null
          ? nothing
          : this.button(words.t('put-back'), 'put-back-ticket', { ticket: each.ticket })
      }
      ${
        each.state === 'handover'
          ? this.button(words.t('cancel-handover'), 'cancel-handover', { counter })
          : nothing
      }
      <button
        class="button plain"
        type="button"
        @click=${() => {
          this.releasing = true;
        }}
      >
        ${icon('door')}${words.t('release', { counter })}
      </button>
    </div>`;
  }

  private button(
    label: string,
    command: string,
    args: Readonly<Record<string, unknown>>,
  ): TemplateResult {
    return html`<button
      class="button plain"
      type="button"
      @click=${() => {
        emit(this, 'act', { command, args, label } satisfies Act);
      }}
    >
      ${label}
    </button>`;
  }

  private confirm({ clerk, number }: SupervisorView['counters'][number]): TemplateResult {
    const { counter } = this;
    const label = words.t('release', { counter });
    return html`<section class="confirm">
      <h3>${words.t('release-title', { counter })}</h3>
      <p class="help">
        ${words.t('release-help', { name: clerk?.name ?? words.t('seat-clerk'), counter })}
      </p>
      ${
        number === null
          ? nothing
          : html`<p class="help">${words.t('release-help-ticket', { number })}</p>`
      }
      <div class="acts">
        <button
          class="button lamp"
          type="button"
          @click=${() => {
            const act: Act = { command: 'release-counter', args: { counter }, label };
            emit(this, 'act', act);
          }}
        >
          ${words.t('release-yes')}
        </button>
        <button
          class="button plain"
          type="button"
          @click=${() => {
            this.releasing = false;
          }}
        >
          ${words.t('keep')}
        </button>
      </div>
    </section>`;
  }

  private openTicket(ticket: string): () => void {
    return () => {
      emit(this, 'ticket', { ticket });
    };
  }

  private leave(): void {
    emit(this, 'leave');
  }

  static override styles = [
    base,
    buttons,
    fields,
    sheets,
    css`
      .head {
        display: flex;
        align-items: center;
        gap: var(--space-16);
        font-size: var(--text-17);
        font-weight: var(--weight-name);
      }
      .head p {
        flex: 1;
      }
      .head small {
        display: block;
        color: var(--ink2);
        font-size: var(--text-14);
        font-weight: var(--weight-text);
      }
      .number {
        font-size: var(--text-28);
      }
      .sign {
        color: var(--ink2);
        line-height: var(--leading-help);
      }
      .wide {
        grid-column: 1 / -1;
      }
      .screen {
        display: inline-flex;
        align-items: center;
        gap: 0.5em;
        min-height: var(--target);
      }
      .screen svg {
        width: 1.2em;
        height: 1.2em;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-counter-sheet': CounterSheet;
  }
}
