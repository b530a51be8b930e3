import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { AlertView } from '#protocol/views.ts';
import { base, buttons } from '#ui/base-styles.ts';
import { emit } from '#ui/elements/emit.ts';
import '#ui/elements/ph-state-mark.ts';
import { icon } from '#ui/icons.ts';
import { LanguageController, textOf, timeOfDay } from '#ui/locale/index.ts';
import { hrefTo } from '../manager/route.ts';
import { phrased } from '#ui/phrased.ts';
import type { Act } from './acts.ts';
import { alertSign, alertSubject, litAlert } from './hall-model.ts';
import { words as board } from './board-locale.ts';
import { words } from './locale.ts';
import { undone } from './undo-words.ts';

/** Cards on a phone before the rest is asked for: the runway stays within reach. */
const shortMax = 3;

/**
 * What needs a supervisor, worst first, with the acts that would help. At most one of them is lit.
 *
 * - `alerts`, `timezone`: of the view; `unlit`: something else on the page is lit
 * - `not-live`: nothing is lit, what is shown is not current; `inert`: nothing can be done either
 *
 * @fires act detail is the act
 * @fires counter detail `{ counter }`
 * @fires service detail `{ service }`
 */
@customElement('ph-alerts')
export class Alerts extends LitElement {
  @property({ attribute: false }) alerts: readonly AlertView[] = [];
  @property({ type: Boolean, attribute: 'not-live' }) notLive = false;
  /** Something else on the page is lit. */
  @property({ type: Boolean }) unlit = false;
  @property() timezone = 'UTC';

  /** On a phone the list is short until it is asked for in full. */
  @state() private all = false;

  readonly language = new LanguageController(this);

  override render(): TemplateResult {
    const { alerts } = this;
    const loud = alerts.filter(({ acknowledged }) => acknowledged === null);
    const lit = this.notLive || this.unlit ? null : litAlert(loud);
    return html`<section class=${this.notLive ? 'not-live' : ''} aria-labelledby="heading">
      <header>
        <h2 id="heading">${words.t('needs-you')}</h2>
        ${
          alerts.length === 0
            ? nothing
            : html`<span class="count">${words.t('needs-count', { count: alerts.length })}</span>`
        }
      </header>
      ${
        alerts.length === 0
          ? html`<div class="calm">
              <p>${words.t('needs-none')}</p>
              <p class="help">${words.t('needs-none-help')}</p>
            </div>`
          : html`<ul class=${this.all ? 'all' : ''}>
                ${repeat(
                  alerts,
                  ({ id }) => id,
                  (alert) => this.card(alert, lit === alert.id),
                )}
              </ul>
              ${
                alerts.length > shortMax && !this.all
                  ? html`<button
                      class="button plain wide rest"
                      type="button"
                      @click=${this.showAll}
                    >
                      ${words.t('needs-rest', { count: alerts.length - shortMax })}
                    </button>`
                  : nothing
              }`
      }
    </section>`;
  }

  private showAll(): void {
    this.all = true;
  }

  private card(alert: AlertView, lit: boolean): TemplateResult {
    const sign = alertSign(alert);
    const acts = this.acts(alert);
    const title = textOf(alert.title);
    return html`<li class=${alert.acknowledged === null ? '' : 'seen'}>
      <span class="sign" aria-hidden="true"
        >${
          sign.kind === 'icon'
            ? icon(sign.icon)
            : html`<ph-state-mark bare .mark=${sign.mark}></ph-state-mark>`
        }</span
      >
      <div class="words">
        <h3 class="phrases">${phrased(title)}</h3>
        <p class="phrases">${phrased(textOf(alert.detail))}</p>
        ${this.seenWords(alert)}
        <div class="acts" ?hidden=${this.inert}>
          ${acts.map(
            ({ label, run, light }) =>
              html`<button
                class="button ${lit && light ? 'lamp' : 'plain'}"
                type="button"
                @click=${run}
              >
                ${label}
              </button>`,
          )}
          ${this.seenKey(alert, title)}
        </div>
      </div>
    </li>`;
  }

  private seenWords({ acknowledged }: AlertView): TemplateResult | typeof nothing {
    if (acknowledged === null) return nothing;
    const { name, at } = acknowledged;
    return html`<p class="by">
      ${icon('check')}${board.t('alert-seen-by', { name, time: timeOfDay(at, this.timezone) })}
    </p>`;
  }

  /** Seen, and taken care of: the card goes behind the others until it becomes worse. */
  private seenKey({ id, acknowledged }: AlertView, title: string): TemplateResult {
    const asked = (state: 'seen' | 'open', label: string): Act => ({
      command: 'acknowledge-alert',
      args: { alert: id, state },
      label,
    });
    const isSeen = acknowledged !== null;
    const label = board.t(isSeen ? 'alert-again' : 'alert-seen');
    const act = isSeen
      ? asked('open', label)
      : {
          ...asked('seen', board.t('alert-seen-label', { title })),
          undo: () => asked('open', undone(label)),
        };
    return html`<button
      class="button quiet"
      type="button"
      @click=${() => {
        emit(this, 'act', act);
      }}
    >
      ${label}<span class="visually-hidden"> ${title}</span>
    </button>`;
  }

  /** What the hub offers, and the way to what the alert is about. */
  private acts(alert: AlertView): readonly Key[] {
    const own = alert.acts.map(({ command, args, label, undo }, index) => ({
      label: textOf(label),
      light: index === 0,
      run: () => {
        const said = textOf(label);
        const act: Act = { command, args, label: said };
        const back = undo === undefined ? null : { ...undo, label: undone(said) };
        emit(this, 'act', back === null ? act : { ...act, undo: () => back });
      },
    }));
    const subject = alertSubject(alert);
    switch (subject?.kind) {
      case undefined:
      case 'number':
      case 'ticket':
        return own;
      case 'section': {
        const { path } = subject;
        const go = () => {
          location.hash = hrefTo('quality', path);
        };
        return [...own, { label: board.t('alert-open'), light: false, run: go }];
      }
      case 'device':
        return alert.kind === 'device-pending' ? [...own, this.approve(subject.device)] : own;
      case 'service': {
        const { service } = subject;
        const see = () => {
          emit(this, 'service', { service });
        };
        return [...own, { label: words.t('see-list'), light: false, run: see }];
      }
      case 'counter': {
        const { counter } = subject;
        const see = () => {
          emit(this, 'counter', { counter });
        };
        return [...own, { label: words.t('see-counter', { counter }), light: false, run: see }];
      }
    }
  }

  /** Rights of devices are no command of the hall's: an HTTP door (contract, section 3). */
  private approve(device: string): Key {
    const label = words.t('approve-device');
    const act: Act = { command: 'approve-device', args: { device }, label };
    return {
      label,
      light: true,
      run: () => {
        emit(this, 'act', act);
      },
    };
  }

  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: block;
      }
      header {
        display: flex;
        align-items: baseline;
        justify-content: space-between;
        margin-block-end: var(--space-12);
      }
      h2 {
        font-size: var(--text-21);
      }
      .count {
        color: var(--ink2);
        font-size: var(--text-15);
        font-variant-numeric: tabular-nums;
      }
      ul {
        display: grid;
        gap: calc(var(--u) * 14);
      }
      li {
        display: flex;
        gap: var(--space-12);
        padding: calc(var(--u) * 18) calc(var(--u) * 20);
        border-radius: var(--radius-card);
        background: var(--surface);
        box-shadow: inset 0 0 0 1px var(--alert-line, transparent);
      }
      .sign {
        flex: none;
        display: grid;
        place-items: center;
        width: calc(var(--u) * 24);
        height: calc(var(--u) * 24);
        font-size: calc(var(--u) * 24);
      }
      .not-live .sign {
        filter: grayscale(1);
      }
      .words {
        flex: 1;
        min-width: 0;
      }
      h3 {
        font-size: var(--text-19);
        font-weight: var(--weight-name);
        line-height: 1.25;
        font-variant-numeric: tabular-nums;
      }
      p {
        margin-block-start: var(--space-4);
        color: var(--ink2);
        font-size: var(--text-15);
        line-height: var(--leading-text);
      }
      .acts {
        display: flex;
        flex-wrap: wrap;
        gap: calc(var(--u) * 10);
        margin-block-start: var(--space-12);
      }
      .button {
        padding-inline: var(--space-16);
        font-size: var(--text-16);
      }
      /* Quiet, not hidden: smaller, flat, behind the others. */
      .seen {
        background: transparent;
        box-shadow: inset 0 0 0 1px var(--line);
      }
      .quiet {
        box-shadow: none;
        background: none;
        color: var(--ink2);
      }
      .seen h3 {
        font-size: var(--text-16);
        font-weight: var(--weight-label);
      }
      .by {
        display: flex;
        align-items: center;
        gap: 0.4em;
      }
      .by svg {
        width: 1.1em;
        height: 1.1em;
      }
      .calm {
        padding: var(--space-24);
        border-radius: var(--radius-card);
        box-shadow: inset 0 0 0 1px var(--line);
      }
      .calm p:first-child {
        margin: 0;
        color: var(--ink);
        font-size: var(--text-17);
        font-weight: var(--weight-name);
      }
      .rest {
        display: none;
      }
      @media (max-width: 759px) {
        ul:not(.all) li:nth-child(n + 4) {
          display: none;
        }
        .rest {
          display: inline-flex;
          margin-block-start: var(--space-12);
        }
        header {
          display: none;
        }
        .acts .lamp {
          flex: 1 1 100%;
          min-height: var(--target-touch);
        }
      }
    `,
  ];
}

interface Key {
  readonly label: string;
  readonly light: boolean;
  readonly run: () => void;
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-alerts': Alerts;
  }
}
