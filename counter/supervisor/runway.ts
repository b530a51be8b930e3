import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { SupervisorView } from '#protocol/views.ts';
import { base, numbers } from '#ui/base-styles.ts';
import { emit } from '#ui/elements/emit.ts';
import { setStyle } from '#ui/elements/set-style.ts';
import { LanguageController, minutesSeconds, textOf } from '#ui/locale/index.ts';
import { words } from './locale.ts';
import {
  commonPromise,
  layOutRow,
  promiseAt,
  ticksOf,
  type RunwayMark,
  type RunwayRow,
} from './runway-geometry.ts';

type Queue = SupervisorView['queues'][number];

/** Below this width of the track the numbers stay in the row's list. */
const labelledFromPx = 420;

/**
 * Everybody who waits, as a dot that moves right towards the promise line.
 *
 * - `queues`: of the supervisor view; `elapsedSeconds`: hall seconds since the view was made
 * - `not-live`: the marks are hollow, nothing moves
 *
 * @fires ticket a mark was chosen; detail `{ ticket }`
 * @fires service a row was chosen; detail `{ service }`
 */
@customElement('ph-runway')
export class Runway extends LitElement {
  @property({ attribute: false }) queues: readonly Queue[] = [];
  @property({ attribute: false }) elapsedSeconds = 0;
  @property({ type: Boolean, attribute: 'not-live' }) notLive = false;

  /** Of the track, in pixels; 0 until it is known. */
  @state() private trackPx = 0;
  @state() private unitPx = 1;
  private watcher: ResizeObserver | null = null;

  readonly language = new LanguageController(this);

  override render(): TemplateResult {
    const compact = this.compact;
    return html`<section
      class="${compact ? 'compact' : ''} ${this.notLive ? 'not-live' : ''}"
      aria-labelledby="heading"
    >
      <h2 id="heading" class=${compact ? '' : 'visually-hidden'}>${words.t('runway')}</h2>
      <p class="visually-hidden">${words.t('runway-help')}</p>
      ${this.scale(compact)}
      <ol class="rows">
        ${repeat(
          this.queues,
          ({ service }) => service,
          (queue) => this.row(queue),
        )}
      </ol>
      ${compact ? nothing : legend()}
    </section>`;
  }

  private get compact(): boolean {
    return this.trackPx > 0 && this.trackPx < labelledFromPx * this.unitPx;
  }

  private scale(compact: boolean): TemplateResult {
    const promise = commonPromise(this.queues);
    const ticks = compact ? [] : ticksOf(this.queues);
    const line =
      promise === null
        ? words.t('promise-line-own')
        : words.t('promise-line', { minutes: promise / 60 });
    return html`<div class="scale" aria-hidden="true">
      ${compact ? nothing : html`<span class="tick first">${words.t('just-taken')}</span>`}
      ${ticks.map(({ minutes, at }, index) => {
        const key = index === 0 ? 'waited-minutes' : 'tick-minutes';
        return html`<span class="tick" ${setStyle({ '--at': String(at) })}
          >${words.t(key, { minutes })}</span
        >`;
      })}
      <span class="tick promise" ${setStyle({ '--at': String(promiseAt) })}>${line}</span>
    </div>`;
  }

  private row(queue: Queue): TemplateResult {
    const row = layOutRow(queue, this.notLive ? 0 : this.elapsedSeconds, {
      trackPx: this.trackPx,
      markPx: (this.compact ? 18 : 24) * this.unitPx,
      charPx: 9.2 * this.unitPx,
      labels: !this.compact,
    });
    const own = commonPromise(this.queues) === null;
    const { name, service, count, promiseSeconds } = queue;
    return html`<li>
      <button
        type="button"
        class="name"
        @click=${() => {
          emit(this, 'service', { service });
        }}
      >
        <span class="words"
          >${textOf(name)}${
            own
              ? html`<small>${words.t('row-promise', { minutes: promiseSeconds / 60 })}</small>`
              : nothing
          }</span
        >
        <span class="count" aria-hidden="true">${count === 0 ? nothing : count}</span>
        <span class="visually-hidden">${rowWords(queue, row)}</span>
      </button>
      <div class="track">
        <span class="hatch" ${setStyle({ '--from': String(row.hatchFrom) })}></span>
        ${row.more === 0 ? nothing : html`<span class="more">+${row.more}</span>`}
        ${repeat(
          row.marks,
          ({ ticket }) => ticket,
          (mark) => this.mark(mark),
        )}
      </div>
    </li>`;
  }

  /** Those in time are chosen in the row's list too; a written number is a key of its own. */
  private mark(mark: RunwayMark): TemplateResult {
    const { ticket, number, state: kind, waitedSeconds } = mark;
    const span = minutesSeconds(waitedSeconds);
    const place = setStyle({ '--at': String(mark.at) });
    if (kind === 'in-time') {
      return html`<span
        class="mark in-time"
        data-ticket=${ticket}
        title=${words.t('mark-waiting', { number, span })}
        ${place}
      ></span>`;
    }
    const label = words.t(kind === 'near' ? 'mark-near' : 'mark-broken', { number, span });
    const unseen = mark.unseen === 0 ? '' : ` +${String(mark.unseen)}`;
    const text = mark.label === null ? unseen.trim() : `${number}${unseen}`;
    return html`<button
      type="button"
      class="mark ${kind} ${mark.label ?? (text === '' ? 'bare' : 'after')}"
      tabindex=${mark.label === null ? '-1' : '0'}
      data-ticket=${ticket}
      aria-label=${label}
      title=${label}
      ${place}
    >
      ${text === '' ? nothing : html`<span class="label figure">${text}</span>`}
    </button>`;
  }

  constructor() {
    super();
    // One listener for all marks: there may be hundreds, and they come and go every second.
    this.addEventListener('click', (event) => {
      for (const target of event.composedPath()) {
        if (target === this) return;
        const ticket = target instanceof HTMLElement ? target.dataset['ticket'] : undefined;
        if (ticket !== undefined) {
          emit(this, 'ticket', { ticket });
          return;
        }
      }
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.watcher = new ResizeObserver(() => {
      this.measure();
    });
    this.watcher.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.watcher?.disconnect();
    this.watcher = null;
  }

  protected override updated(): void {
    this.measure();
  }

  private measure(): void {
    const scale = this.renderRoot.querySelector('.scale');
    if (scale === null) return;
    this.trackPx = scale.clientWidth;
    // The scale is set in 14 units of the page: what a unit is in pixels.
    const unit = Number.parseFloat(getComputedStyle(scale).fontSize) / 14;
    this.unitPx = unit > 0 ? unit : 1;
  }

  static override styles = [
    base,
    numbers,
    css`
      :host {
        display: block;
      }
      section {
        --names: calc(var(--u) * 132);
        --row: calc(var(--u) * 43);
        --mark: calc(var(--u) * 20);
        position: relative;
      }
      h2 {
        font-size: var(--text-17);
      }
      .scale {
        position: relative;
        height: calc(var(--u) * 30);
        margin-inline-start: var(--names);
        font-size: var(--text-14);
        font-weight: var(--weight-label);
        font-variant-numeric: tabular-nums;
      }
      .tick {
        position: absolute;
        inset-inline-start: calc(var(--at, 0) * 100%);
        transform: translateX(-50%);
        white-space: nowrap;
      }
      .tick.promise {
        font-weight: var(--weight-heading);
      }
      .rows {
        position: relative;
      }
      /* The promise line, through all rows. */
      .rows::after {
        content: '';
        position: absolute;
        inset-block: calc(var(--u) * -2) calc(var(--u) * -18);
        inset-inline-start: calc(var(--names) + (100% - var(--names)) * 5 / 6);
        width: calc(var(--u) * 3);
        margin-inline-start: calc(var(--u) * -1.5);
        background: var(--ink);
        pointer-events: none;
      }
      li {
        display: flex;
        align-items: stretch;
        height: var(--row);
      }
      .name {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: var(--space-8);
        flex: none;
        width: calc(var(--names) - var(--space-16));
        margin-inline-end: var(--space-16);
        padding: 0;
        border: 0;
        border-radius: var(--radius-small);
        background: none;
        font-size: var(--text-17);
        font-weight: var(--weight-name);
        line-height: 1.15;
        text-align: start;
        cursor: pointer;
      }
      .name:hover .words {
        text-decoration: underline;
        text-underline-offset: 0.22em;
      }
      :focus-visible {
        outline-offset: 0;
      }
      small {
        display: block;
        color: var(--ink2);
        font-size: var(--text-13);
        font-weight: var(--weight-label);
      }
      .count {
        color: var(--ink2);
        font-weight: var(--weight-label);
        font-variant-numeric: tabular-nums;
      }
      .track {
        position: relative;
        flex: 1;
        min-width: 0;
        border-block-end: 1px solid var(--line);
      }
      .hatch {
        position: absolute;
        inset-block: calc(var(--u) * 9);
        inset-inline: calc(var(--from) * 100%) calc(100% / 6);
        border-start-start-radius: calc(var(--u) * 4);
        border-end-start-radius: calc(var(--u) * 4);
        background: repeating-linear-gradient(
          115deg,
          var(--hatch, var(--lit-soft)) 0 calc(var(--u) * 6),
          transparent calc(var(--u) * 6.5) calc(var(--u) * 11.5),
          var(--hatch, var(--lit-soft)) calc(var(--u) * 12)
        );
      }
      .mark {
        position: absolute;
        z-index: 1;
        inset-block-start: 50%;
        inset-inline-start: calc(var(--at) * 100%);
        width: var(--mark);
        height: var(--mark);
        margin: calc(var(--mark) / -2) 0 0 calc(var(--mark) / -2);
        padding: 0;
        border: 0;
        border-radius: 50%;
        background: var(--dot);
        cursor: pointer;
        transition: inset-inline-start var(--dur-panel) linear;
      }
      .mark.near,
      .mark.broken {
        width: calc(var(--mark) + var(--u) * 4);
        height: calc(var(--mark) + var(--u) * 4);
        margin: calc(var(--mark) / -2 - var(--u) * 2) 0 0 calc(var(--mark) / -2 - var(--u) * 2);
      }
      .mark.near {
        z-index: 2;
        background: var(--lamp);
        border: calc(var(--u) * 3) solid var(--lit-rim);
      }
      .mark.broken {
        z-index: 3;
        border-radius: calc(var(--u) * 5);
        background: var(--broken);
      }
      .mark.broken::before,
      .mark.broken::after {
        content: '';
        position: absolute;
        inset: 50% auto auto 50%;
        width: 52%;
        height: calc(var(--u) * 2.4);
        border-radius: calc(var(--u) * 2);
        background: var(--broken-ink);
        transform: translate(-50%, -50%) rotate(45deg);
      }
      .mark.broken::after {
        transform: translate(-50%, -50%) rotate(-45deg);
      }
      .label {
        position: absolute;
        inset-block-start: 50%;
        transform: translateY(-50%);
        padding: 0 calc(var(--u) * 4);
        border-radius: calc(var(--u) * 4);
        background: var(--surface);
        color: var(--ink);
        font-size: var(--text-15);
        font-weight: var(--weight-name);
        line-height: 1.3;
        white-space: nowrap;
      }
      .after .label {
        inset-inline-start: calc(100% + var(--u) * 7);
      }
      .before .label {
        inset-inline-end: calc(100% + var(--u) * 7);
      }
      .more {
        position: absolute;
        inset-block-start: 50%;
        inset-inline-start: calc(var(--u) * -6);
        z-index: 4;
        transform: translateY(-50%);
        padding-inline: calc(var(--u) * 3);
        border-radius: calc(var(--u) * 4);
        background: var(--surface);
        font-size: var(--text-14);
        font-weight: var(--weight-name);
        font-variant-numeric: tabular-nums;
      }
      .legend {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-8) var(--space-32);
        margin: var(--space-24) 0 0 var(--names);
        font-size: var(--text-14);
        font-weight: var(--weight-label);
      }
      .legend span {
        display: inline-flex;
        align-items: center;
        gap: 0.55em;
      }
      .legend i {
        position: static;
        display: block;
        width: calc(var(--u) * 14);
        height: calc(var(--u) * 14);
        margin: 0;
        border-radius: 50%;
        background: var(--dot);
      }
      .legend .near {
        width: calc(var(--u) * 18);
        height: calc(var(--u) * 18);
        background: var(--lamp);
        border: calc(var(--u) * 2.5) solid var(--lit-rim);
      }
      .legend .broken {
        border-radius: calc(var(--u) * 3);
        background: var(--broken);
      }
      .legend .hatch {
        width: calc(var(--u) * 26);
        border-radius: calc(var(--u) * 3);
        background: repeating-linear-gradient(
          115deg,
          var(--hatch, var(--lit-soft)) 0 calc(var(--u) * 5),
          transparent calc(var(--u) * 5.5) calc(var(--u) * 8)
        );
      }
      /* What is hollow is not current. */
      .not-live .mark {
        background: transparent;
        box-shadow: inset 0 0 0 calc(var(--u) * 2) var(--ink2);
        border-color: transparent;
        transition: none;
      }
      .not-live .mark.broken::before,
      .not-live .mark.broken::after {
        background: var(--ink2);
      }
      .not-live .hatch {
        opacity: 0.4;
      }
      .not-live .label,
      .not-live .count,
      .not-live .more {
        color: var(--ink2);
      }
      .compact {
        --names: calc(var(--u) * 92);
        --row: calc(var(--u) * 28);
        --mark: calc(var(--u) * 13);
      }
      .compact .scale {
        height: calc(var(--u) * 26);
        margin-block-start: calc(var(--u) * -20);
        font-size: var(--text-14);
      }
      .compact .name {
        width: calc(var(--names) - var(--space-12));
        margin-inline-end: var(--space-12);
        font-size: var(--text-15);
      }
      .compact .hatch {
        inset-block: calc(var(--u) * 5);
      }
      .compact .mark.near {
        border-width: calc(var(--u) * 2.5);
      }
      .compact .label {
        padding: 0;
        font-size: var(--text-13);
      }
      .compact .after .label {
        inset-inline-start: calc(100% + var(--u) * 2);
      }
      .compact .rows::after {
        inset-block-end: 0;
        width: calc(var(--u) * 2);
      }
      @media (prefers-reduced-motion: reduce) {
        .mark {
          transition: none;
        }
      }
      @media (forced-colors: active) {
        .mark,
        .legend i {
          border: 1px solid CanvasText;
          forced-color-adjust: none;
        }
      }
    `,
  ];
}

function rowWords(queue: Queue, { near, broken }: RunwayRow): string {
  if (queue.count === 0) return words.t('row-nobody');
  return [
    words.t('row-waiting', { count: queue.count }),
    broken === 0 ? '' : words.t('row-broken', { count: broken }),
    near === 0 ? '' : words.t('row-near', { count: near }),
  ]
    .filter((part) => part !== '')
    .join(words.t('count-comma'));
}

function legend(): TemplateResult {
  return html`<p class="legend" aria-hidden="true">
    <span><i></i>${words.t('legend-dot')}</span>
    <span><i class="hatch"></i>${words.t('legend-hatch')}</span>
    <span><i class="near"></i>${words.t('legend-near')}</span>
    <span><i class="broken"></i>${words.t('legend-broken')}</span>
  </p>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-runway': Runway;
  }
}
