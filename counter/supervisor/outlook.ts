import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { HelpView, RiskView, SupervisorView } from '#protocol/views.ts';
import { base, buttons, numbers } from '#ui/base-styles.ts';
import { emit } from '#ui/elements/emit.ts';
import { LanguageController, textOf, timeOfDay } from '#ui/locale/index.ts';
import { phrased } from '#ui/phrased.ts';
import type { Act } from './acts.ts';
import { words } from './board-locale.ts';
import { outlookStyles } from './outlook-styles.ts';
import { litHelp } from './board-keys.ts';
import { spanOf } from './span.ts';
import { undone } from './undo-words.ts';

/** Of those who will be late, before the rest is asked for. */
const shortMax = 3;
/** What brings most is enough to choose from. */
const helpMax = 3;

/**
 * Who will wait past the promise as things stand, when, and what would help, each with what it
 * brings. Nothing at all while everybody is in time.
 *
 * - `hall`: the supervisor view; `nowMs`: the hall's time
 * - `not-live`: nothing is lit, nothing counts down
 *
 * @fires act detail is the act
 * @fires ticket detail `{ ticket }`
 * @fires counter detail `{ counter }`
 * @fires take-counter detail `{ counter }`
 */
@customElement('ph-outlook')
export class Outlook extends LitElement {
  @property({ attribute: false }) hall: SupervisorView | null = null;
  @property({ attribute: false }) nowMs = 0;
  @property({ type: Boolean, attribute: 'not-live' }) notLive = false;

  @state() private all = false;

  readonly language = new LanguageController(this);

  override render(): TemplateResult | typeof nothing {
    const { hall } = this;
    const outlook = hall?.outlook ?? null;
    if (hall === null || outlook === null) return nothing;
    const { willBreakCount, brokenCount, atRisk, help } = outlook;
    if (willBreakCount === 0 && help.length === 0) return nothing;
    const shown = this.all ? atRisk : atRisk.slice(0, shortMax);
    const rest = willBreakCount - shown.length;
    const lit = this.notLive ? undefined : litHelp(hall)?.id;
    return html`<section aria-labelledby="heading">
      <h2 id="heading">${words.t('outlook-title')}</h2>
      <div class="card">
        ${
          willBreakCount === 0
            ? nothing
            : html`<p class="said phrases">
                ${phrased(words.t('outlook-will', { count: willBreakCount }))}
              </p>`
        }
        ${
          brokenCount === 0
            ? nothing
            : html`<p class="broken">${words.t('outlook-broken', { count: brokenCount })}</p>`
        }
        <ol class="risks">
          ${repeat(
            shown,
            ({ ticket }) => ticket,
            (risk) => this.risk(risk, hall),
          )}
        </ol>
        ${
          rest > 0 && !this.all
            ? html`<button class="link" type="button" @click=${this.showAll}>
                ${words.t('risk-rest', { count: rest })}
              </button>`
            : nothing
        }
        <h3>${words.t('outlook-help')}</h3>
        ${
          help.length === 0
            ? html`<p class="none phrases">${phrased(words.t('outlook-help-none'))}</p>`
            : html`<ul class="helps">
                ${repeat(
                  this.all ? help : help.slice(0, helpMax),
                  ({ id }) => id,
                  (each) => this.help(each, each.id === lit),
                )}
              </ul>`
        }
      </div>
    </section>`;
  }

  private showAll(): void {
    this.all = true;
  }

  private risk(risk: RiskView, { hall, queues }: SupervisorView): TemplateResult {
    const { ticket, number, service, breaksAt, calledAt } = risk;
    const name = queues.find((each) => each.service === service)?.name;
    const time = timeOfDay(breaksAt, hall.timezone);
    const left = Math.max(0, Math.floor((Date.parse(breaksAt) - this.nowMs) / 1000));
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
      <span class="when"
        >${words.t('risk-at', { time, span: spanOf(left) })}
        <small
          >${name === undefined ? service : textOf(name)} ·
          ${
            calledAt === null
              ? words.t('risk-nobody')
              : words.t('risk-called', { time: timeOfDay(calledAt, hall.timezone) })
          }</small
        ></span
      >
    </li>`;
  }

  private help(help: HelpView, lit: boolean): TemplateResult {
    return html`<li>
      <div class="what">
        <h4>${textOf(help.title)}</h4>
        <p class="phrases">${phrased(textOf(help.detail))}</p>
      </div>
      ${this.key(help, lit)}
    </li>`;
  }

  private key(help: HelpView, lit: boolean): TemplateResult {
    const { kind, counter, act } = help;
    const label = textOf(help.title);
    if (act !== null) {
      const { command, args, undo } = act;
      const done: Act = { command, args, label, undo: () => ({ ...undo, label: undone(label) }) };
      return html`<button
        class="button ${lit ? 'lamp' : 'plain'}"
        type="button"
        @click=${() => {
          emit(this, 'act', done);
        }}
      >
        ${words.t('help-do')}<span class="visually-hidden"> ${label}</span>
      </button>`;
    }
    const takes = kind === 'open-counter';
    return html`<button
      class="button plain"
      type="button"
      @click=${() => {
        emit(this, takes ? 'take-counter' : 'counter', { counter });
      }}
    >
      ${words.t(takes ? 'sit-myself' : 'see-counter', { counter })}
    </button>`;
  }

  static override styles = [base, numbers, buttons, outlookStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-outlook': Outlook;
  }
}
