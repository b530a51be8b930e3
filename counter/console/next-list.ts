import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { ConsoleView, NextView } from '#protocol/views.ts';
import { base, numbers } from '#ui/base-styles.ts';
import { emit } from '#ui/elements/emit.ts';
import { icon } from '#ui/icons.ts';
import { LanguageController, minutesSeconds, textOf } from '#ui/locale/index.ts';
import { guestMark } from './guest.ts';
import { ageSeconds, foldList, listBesideFromPx, rowPromise } from './list-fold.ts';
import { words } from './locale.ts';

/**
 * Who comes next at this counter, why, and how long they have waited. Ten rows beside the centre,
 * three above it on narrow glass. A row is a button: its customer may be called by name.
 *
 * - `view`, `nowMs`, `live`
 * - `first`: sets the first row apart, while the centre shows somebody else
 * - events `named` (detail: the row's NextView), `aside`
 */
@customElement('ph-next-list')
export class NextList extends LitElement {
  @property({ attribute: false }) view: ConsoleView | null = null;
  @property({ attribute: false }) nowMs = 0;
  @property({ type: Boolean }) live = false;
  @property({ type: Boolean }) first = false;

  readonly language = new LanguageController(this);
  private readonly beside = matchMedia(`(min-width: ${listBesideFromPx}px)`);

  override render(): TemplateResult | typeof nothing {
    const { view } = this;
    if (view === null) return nothing;
    const { rows, more } = foldList(view, !this.beside.matches);
    const age = ageSeconds(view, this.nowMs, this.live);
    return html`<section aria-labelledby="title">
      <header>
        <h2 id="title">${words.t('list-title')}</h2>
        <span>${words.t('list-count', { count: view.waitingCount })}</span>
      </header>
      ${
        rows.length === 0
          ? html`<p class="empty">${words.t('list-empty')}</p>`
          : html`<ol>
              ${rows.map((row, index) => this.row(row, age, this.first && index === 0))}
            </ol>`
      }
      <footer>
        ${more === 0 || rows.length === 0 ? nothing : html`<span>${words.t('list-more', { count: more })}</span>`}
        ${this.asideButton(view)}
      </footer>
    </section>`;
  }

  private row(row: NextView, age: number, apart: boolean): TemplateResult {
    const waited = minutesSeconds(row.waitedSeconds + age);
    const left = row.promiseLeftSeconds - age;
    const promise = rowPromise(left);
    const service = textOf(row.serviceName);
    const why = textOf(row.why);
    return html`<li class=${apart ? 'apart' : ''}>
      <button
        type="button"
        class="row"
        @click=${() => {
          emit(this, 'named', row);
        }}
      >
        <span class="num">${row.number}</span>
        <span class="what">
          <b>${service}</b>
          <span class="why">${guestMark(row.guest)}${why}</span>
        </span>
        <span class="waited ${promise}">
          <span class="figure">${waited}</span>
          ${
            promise === 'in-time'
              ? nothing
              : html`<small
                  >${
                    promise === 'near'
                      ? words.t('list-near')
                      : html`${icon('cross', 'mark')}${words.t('list-broken', { over: minutesSeconds(-left) })}`
                  }</small
                >`
          }
        </span>
      </button>
    </li>`;
  }

  private asideButton({ missed, shift }: ConsoleView): TemplateResult | typeof nothing {
    const counts = { missed: missed.length, parked: shift.parked.length };
    if (counts.missed + counts.parked === 0) return nothing;
    return html`<button
      class="aside"
      type="button"
      @click=${() => {
        emit(this, 'aside');
      }}
    >
      ${words.t('aside-open', counts)}${icon('chevron', 'mark')}
    </button>`;
  }

  private readonly turned = (): void => {
    this.requestUpdate();
  };

  override connectedCallback(): void {
    super.connectedCallback();
    this.beside.addEventListener('change', this.turned);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.beside.removeEventListener('change', this.turned);
  }

  static override styles = [
    base,
    numbers,
    css`
      :host {
        display: block;
        min-height: 0;
        overflow: auto;
      }
      section {
        display: flex;
        flex-direction: column;
        min-height: 100%;
        padding: calc(var(--u) * 20) calc(var(--u) * 20) calc(var(--u) * 12) calc(var(--u) * 24);
      }
      header {
        display: flex;
        align-items: baseline;
        justify-content: space-between;
        gap: var(--space-12);
        margin-block-end: calc(var(--u) * 12);
        color: var(--ink2);
        font-size: var(--text-15);
        font-variant-numeric: tabular-nums;
      }
      h2 {
        color: var(--ink);
        font-size: var(--text-21);
      }
      .empty {
        color: var(--ink2);
        font-size: var(--text-17);
      }
      li + li .row {
        box-shadow: 0 -1px 0 var(--line);
      }
      .row {
        display: grid;
        grid-template-columns: calc(var(--u) * 84) minmax(0, 1fr) auto;
        align-items: center;
        gap: var(--space-8);
        width: 100%;
        min-height: calc(var(--u) * 58);
        padding: 0 var(--space-4);
        border: 0;
        background: none;
        text-align: start;
        cursor: pointer;
      }
      .row:hover .num {
        text-decoration: underline;
        text-decoration-thickness: 0.07em;
        text-underline-offset: 0.18em;
      }
      .num {
        font-size: calc(var(--u) * 25);
      }
      .what {
        display: grid;
        line-height: 1.25;
        min-width: 0;
      }
      b {
        font-weight: var(--weight-name);
      }
      .why {
        display: flex;
        align-items: center;
        gap: 0.35em;
        color: var(--ink2);
        font-size: var(--text-14);
      }
      .why svg {
        width: 1em;
        height: 1em;
      }
      .waited {
        display: grid;
        justify-items: end;
        font-size: var(--text-17);
        font-weight: var(--weight-name);
        line-height: 1.2;
      }
      small {
        display: inline-flex;
        align-items: center;
        gap: 0.25em;
        font-size: var(--text-13);
        font-weight: var(--weight-label);
        font-variant-numeric: tabular-nums;
      }
      small svg {
        width: 0.9em;
        height: 0.9em;
      }
      .near {
        color: var(--warn);
      }
      .broken {
        color: var(--bad);
      }
      .apart {
        margin: calc(var(--u) * -4) calc(var(--u) * -7) calc(var(--u) * 4);
        border-radius: calc(var(--u) * 16);
        background: var(--surface);
        box-shadow: 0 0 0 1px var(--line);
      }
      .apart .row {
        grid-template-columns: calc(var(--u) * 98) minmax(0, 1fr) auto;
        min-height: calc(var(--u) * 82);
        padding-inline: calc(var(--u) * 11);
      }
      .apart .num {
        font-size: calc(var(--u) * 32);
      }
      .apart + li .row {
        box-shadow: none;
      }
      footer {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: var(--space-12);
        margin-block-start: auto;
        padding-block-start: var(--space-4);
        color: var(--ink2);
        font-size: var(--text-15);
      }
      .aside {
        display: inline-flex;
        align-items: center;
        gap: 0.4em;
        min-height: var(--target);
        margin-inline-start: auto;
        padding: 0;
        border: 0;
        background: none;
        color: var(--ink);
        font-weight: var(--weight-label);
        cursor: pointer;
      }
      .aside svg {
        width: 0.9em;
        height: 0.9em;
      }
      @media (max-width: 1199px) {
        section {
          min-height: 0;
          padding-block: var(--space-12) var(--space-4);
        }
        header {
          margin-block-end: 0;
        }
        .row,
        .apart .row {
          min-height: calc(var(--u) * 46);
        }
        .apart {
          margin-block: var(--space-4);
        }
        .apart .num {
          font-size: calc(var(--u) * 25);
        }
        footer {
          padding: 0;
        }
      }
      @media (max-width: 759px) {
        section {
          padding-inline: var(--space-16);
        }
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-next-list': NextList;
  }
  interface HTMLElementEventMap {
    named: CustomEvent<NextView>;
  }
}
