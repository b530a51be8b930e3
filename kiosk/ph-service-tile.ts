import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { KioskView } from '#protocol/views.ts';
import { base } from '#ui/base-styles.ts';
import { emit } from '#ui/elements/emit.ts';
import { icon, serviceIcon } from '#ui/icons.ts';
import { LanguageController, common, range, textOf } from '#ui/locale/index.ts';
import '#ui/elements/ph-queue-line.ts';
import { figures } from './figures.ts';
import { words } from './locale.ts';
import { shortReason } from './short-reason.ts';

/**
 * A service to touch: name, icon, the line as it stands, people and range. One touch takes a
 * number. Not available: dashed, with lock and reason, and still to be touched for more.
 *
 * - `service`: of the kiosk's view
 * - `compact`: without dots, where many services share the screen
 * - `row`: large text: a row with name and people
 * - `busy`: its number is on the way; `waiting` after a while says so in words
 * - `offline`: the wait is not known now
 * - event `service`, detail `{ id }`
 */
@customElement('ph-service-tile')
export class ServiceTile extends LitElement {
  @property({ attribute: false }) service: KioskView['services'][number] | null = null;
  @property({ type: Boolean }) compact = false;
  @property({ type: Boolean }) row = false;
  @property({ type: Boolean }) busy = false;
  @property({ type: Boolean, attribute: 'said-busy' }) saidBusy = false;
  @property({ type: Boolean }) offline = false;

  readonly language = new LanguageController(this);

  override render(): TemplateResult | typeof nothing {
    const { service } = this;
    if (service === null) return nothing;
    const look = [
      this.row ? 'row' : 'tile',
      this.compact ? 'compact' : '',
      service.available ? '' : 'locked',
      this.busy ? 'busy' : '',
      fit(textOf(service.name)),
    ];
    return html`<button
      type="button"
      class=${look.join(' ')}
      aria-busy=${this.busy ? 'true' : 'false'}
      @click=${() => {
        emit(this, 'service', { id: service.id });
      }}
    >
      <span class="name">${textOf(service.name)}</span>
      <span class="icon-place">${icon(serviceIcon(service.icon ?? service.id))}</span>
      ${this.facts(service)}
    </button>`;
  }

  private facts(service: KioskView['services'][number]): TemplateResult {
    if (this.busy && this.saidBusy)
      return html`<span class="facts now" role="status">${words.t('working')}</span>`;
    if (!service.available)
      return html`<span class="facts reason"
        >${icon('lock', 'mark')}<span
          >${service.reason === null ? words.t('not-now') : shortReason(service.reason)}</span
        ></span
      >`;
    if (this.offline) return html`<span class="facts">${words.t('offline-tile')}</span>`;
    const { waiting, estimate } = service;
    if (waiting === 0) return html`<span class="facts now">${common.t('queue-nobody')}</span>`;
    if (this.row)
      return html`<span class="facts">${figures(words.t('waiting', { count: waiting }))}</span>`;
    return html`${
        this.compact
          ? ''
          : html`<ph-queue-line
              aria-hidden="true"
              class="dots"
              silent
              .ahead=${waiting}
            ></ph-queue-line>`
      }<span class="facts"
        ><span>${figures(words.t('ahead', { count: waiting }))}</span>${
          estimate !== null && estimate.p90Seconds < 60
            ? ''
            : html`<span>${figures(range(estimate))}</span>`
        }</span
      >`;
  }

  static override styles = [
    base,
    css`
      :host {
        display: block;
        min-width: 0;
        min-height: 0;
      }
      button {
        display: grid;
        width: 100%;
        height: 100%;
        border: 0;
        border-radius: calc(var(--u) * 28);
        background: var(--surface);
        color: var(--ink);
        box-shadow:
          inset 0 0 0 calc(var(--u) * 2) var(--line),
          0 calc(var(--u) * 3) 0 var(--line);
        text-align: start;
        cursor: pointer;
        touch-action: manipulation;
        -webkit-tap-highlight-color: transparent;
        transition:
          transform var(--dur-press) var(--ease-in),
          background-color var(--dur-state) var(--ease-in);
      }
      button:active,
      .busy {
        transform: translateY(calc(var(--u) * 3));
        background: var(--sunk);
        box-shadow: inset 0 0 0 calc(var(--u) * 2.5) var(--edge);
      }
      b {
        font-weight: var(--weight-name);
        color: var(--ink);
        font-variant-numeric: tabular-nums;
      }
      .tile {
        grid-template: minmax(0, 1fr) auto auto / minmax(0, 1fr) auto;
        column-gap: calc(var(--u) * 16);
        row-gap: calc(var(--u) * 14);
        padding: calc(var(--u) * 32) calc(var(--u) * 34) calc(var(--u) * 30);
      }
      .name {
        font-size: calc(var(--u) * 64 * var(--fit, 1));
        font-weight: var(--weight-name);
        line-height: 1.05;
        min-width: 0;
        overflow-wrap: break-word;
        text-wrap: balance;
      }
      .name:lang(en) {
        font-size: calc(var(--u) * 46 * var(--fit, 1));
      }
      /* A long name is set smaller, and takes the place of the dots, rather than lie over them. */
      .long {
        --fit: 0.72;
      }
      .longer {
        --fit: 0.58;
      }
      .row.longer {
        --fit: 0.5;
      }
      .long:lang(en) {
        --fit: 0.85;
      }
      .longer:lang(en) {
        --fit: 0.72;
      }
      .long .dots,
      .longer .dots {
        display: none;
      }
      .icon-place {
        font-size: calc(var(--u) * 46);
        color: var(--dot);
        line-height: 0;
        padding-block-start: calc(var(--u) * 4);
      }
      .dots {
        grid-column: 1 / 3;
        font-size: calc(var(--u) * 32);
      }
      .facts {
        grid-column: 1 / 3;
        grid-row: 3;
        display: flex;
        justify-content: space-between;
        gap: calc(var(--u) * 12);
        color: var(--ink2);
        font-size: calc(var(--u) * 32);
        line-height: 1.15;
        font-weight: var(--weight-text);
        white-space: nowrap;
      }
      .facts:lang(en) {
        font-size: calc(var(--u) * 31);
      }
      .now {
        color: var(--ink);
        font-weight: var(--weight-name);
      }
      .reason {
        align-items: flex-start;
        justify-content: flex-start;
        color: var(--ink);
        white-space: normal;
        text-wrap: balance;
      }
      .locked {
        background: transparent;
        box-shadow: none;
        outline: none;
        border: calc(var(--u) * 3) dashed var(--edge);
      }
      .locked .name {
        color: var(--ink2);
      }
      .locked:focus-visible {
        outline: calc(var(--u) * 3) solid var(--focus);
      }
      .compact {
        padding: calc(var(--u) * 22) calc(var(--u) * 26);
        row-gap: calc(var(--u) * 8);
        grid-template-rows: minmax(0, 1fr) 0 auto;
      }
      .compact .name {
        font-size: calc(var(--u) * 46 * var(--fit, 1));
      }
      .compact .name:lang(en) {
        font-size: calc(var(--u) * 36 * var(--fit, 1));
      }
      .compact .facts {
        font-size: calc(var(--u) * 29);
        flex-wrap: wrap;
        row-gap: 0;
      }

      .row {
        grid-template: minmax(0, 1fr) / auto minmax(0, 1fr) auto;
        align-items: center;
        column-gap: calc(var(--u) * 44);
        min-height: calc(var(--u) * 150);
        padding: calc(var(--u) * 16) calc(var(--u) * 50) calc(var(--u) * 16) calc(var(--u) * 54);
        box-shadow:
          inset 0 0 0 calc(var(--u) * 2.5) var(--edge),
          0 calc(var(--u) * 3) 0 var(--edge);
      }
      .row .icon-place {
        grid-area: 1 / 1;
        font-size: calc(var(--u) * 74);
        padding: 0;
      }
      .row .name {
        grid-area: 1 / 2;
        font-size: calc(var(--u) * 100 * var(--fit, 1));
      }
      .row .name:lang(en) {
        font-size: calc(var(--u) * 68 * var(--fit, 1));
      }
      .row .facts {
        grid-area: 1 / 3;
        color: var(--ink);
        font-size: calc(var(--u) * 52);
        font-weight: var(--weight-name);
        align-items: baseline;
        justify-content: flex-start;
        gap: 0.25em;
      }
      .row .facts b {
        font-size: 1.35em;
      }
      .row .reason {
        max-width: 7.2em;
        align-items: center;
        font-size: calc(var(--u) * 44);
      }
      .row.locked {
        box-shadow: none;
      }
      @media (orientation: landscape) {
        .tile {
          row-gap: calc(var(--u) * 10);
          padding: calc(var(--u) * 22) calc(var(--u) * 28) calc(var(--u) * 20);
        }
        .tile .name {
          font-size: calc(var(--u) * 52 * var(--fit, 1));
        }
        .tile .name:lang(en) {
          font-size: calc(var(--u) * 37 * var(--fit, 1));
          line-height: 1.02;
        }
        .tile .facts {
          font-size: calc(var(--u) * 30);
        }
        .row {
          grid-template: minmax(0, 1fr) auto / auto minmax(0, 1fr);
          column-gap: calc(var(--u) * 32);
          padding-inline: calc(var(--u) * 40);
        }
        .row .icon-place {
          grid-area: 1 / 1 / 3 / 2;
        }
        .row .name {
          font-size: calc(var(--u) * 76 * var(--fit, 1));
          align-self: end;
        }
        .row .name:lang(en) {
          font-size: calc(var(--u) * 56 * var(--fit, 1));
        }
        .row .facts {
          grid-area: 2 / 2;
          font-size: calc(var(--u) * 44);
        }
        .row .reason {
          max-width: none;
          font-size: calc(var(--u) * 38);
        }
      }
      @media (forced-colors: active) {
        button {
          border: 2px solid ButtonText;
        }
      }
    `,
  ];
}

/** How large a name may stand, by the room it needs: three Latin letters take that of one Chinese. */
function fit(name: string): '' | 'long' | 'longer' {
  const latinCount = name.replace(/[^\u0000-\u2e7f]/g, '').length;
  const room = name.length - latinCount + latinCount * 0.36;
  return room < 5.5 ? '' : room <= 10 ? 'long' : 'longer';
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-service-tile': ServiceTile;
  }
  interface HTMLElementEventMap {
    service: CustomEvent<{ id: string }>;
  }
}
