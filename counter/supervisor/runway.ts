import { LitElement, html, nothing, type TemplateResult } from 'lit';
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
import { runwayStyles } from './runway-styles.ts';

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
      ${
        this.queues.every(({ count }) => count === 0)
          ? html`<p class="nobody">${words.t('runway-empty')}</p>`
          : nothing
      }
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

  static override styles = [base, numbers, runwayStyles];
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
