import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { WallView } from '#protocol/views.ts';
import { base, numbers } from '../base-styles.ts';
import '../elements/ph-plate.ts';
import '../elements/ph-state-mark.ts';
import '../elements/ph-training-tag.ts';
import { icon } from '../icons.ts';
import {
  LanguageController,
  hallWord,
  minutesSeconds,
  textOf,
  timeOfDay,
} from '../locale/index.ts';
import { themes } from '../themes.ts';
import { words } from './locale.ts';
import { wallStyles } from './wall-styles.ts';

type Line = WallView['lines'][number];

/**
 * The board on a wall: how many wait, whether the promise holds, each line, each counter, what needs
 * somebody. Nothing to press; upright and lying screens. Every figure is read from five metres on a
 * 55 inch screen.
 *
 * - `view`: null until the hub has been heard of; `nowMs`: the hall's time
 * - `stopped-ms`: the hall's time when the hub was lost; null while it is there
 */
@customElement('ph-wall')
export class Wall extends LitElement {
  @property({ attribute: false }) view: WallView | null = null;
  @property({ attribute: false }) nowMs = 0;
  @property({ attribute: false }) stoppedMs: number | null = null;

  readonly language = new LanguageController(this);

  override render(): TemplateResult {
    const { view } = this;
    if (view === null) {
      return html`<main class="empty" data-theme="dark" aria-busy="true">
        <p role="status">${words.t('connecting')}</p>
      </main>`;
    }
    return html`<main class=${this.stoppedMs === null ? '' : 'not-live'} data-theme="dark">
      ${this.head(view)} ${this.figures(view)}
      <div class="middle">${this.lines(view)} ${this.counters(view)}</div>
      ${this.foot(view)}
    </main>`;
  }

  private head({ hall }: WallView): TemplateResult {
    return html`<header>
      <h1>${textOf(hall.name)}</h1>
      ${hall.training ? html`<ph-training-tag></ph-training-tag>` : nothing}
      <span class="state">${stateOf(hall)}</span>
      <time class="num">${timeOfDay(this.nowMs, hall.timezone)}</time>
    </header>`;
  }

  private figures(view: WallView): TemplateResult {
    const { waitingCount, promiseBroken, served, meanWaitSeconds } = view;
    const figure = (value: string | number, name: string): TemplateResult =>
      html`<div class="figure-of"><b class="num">${value}</b><span>${name}</span></div>`;
    return html`<section class="figures">
      <p class="big"><b class="num">${waitingCount}</b><span>${words.t('waiting')}</span></p>
      ${this.risk(view)}
      <div class="small">
        ${figure(served, words.t('served'))}
        ${figure(meanWaitSeconds === null ? '—' : minutesSeconds(meanWaitSeconds), words.t('wait'))}
        ${promiseBroken === 0 ? nothing : figure(promiseBroken, words.t('broken'))}
      </div>
    </section>`;
  }

  private risk({ risk, waitingCount }: WallView): TemplateResult {
    if (risk === null && waitingCount > 0) {
      return html`<p class="risk"><span>${words.t('promise-unknown')}</span></p>`;
    }
    const { broken, willBreak } = risk ?? { broken: 0, willBreak: 0 };
    if (broken + willBreak === 0) {
      return html`<p class="risk">${icon('check')}<span>${words.t('promise-kept')}</span></p>`;
    }
    const of = (count: number, name: string): TemplateResult | typeof nothing =>
      count === 0
        ? nothing
        : html`<span class="of"><b class="num">${count}</b> <span>${name}</span></span>`;
    return html`<p class="risk ${this.stoppedMs === null ? 'lit' : ''}">
      ${of(broken, words.t('is-broken'))}
      ${of(willBreak, words.t(broken === 0 ? 'will-break' : 'more-will-break'))}
    </p>`;
  }

  private lines({ lines }: WallView): TemplateResult {
    const { shown, rest } = pressing(lines);
    return html`<section class="lines" aria-label=${words.t('lines')}>
      <ul>
        ${repeat(
          shown,
          ({ service }) => service,
          (line) => this.line(line),
        )}
        ${
          rest.length === 0
            ? nothing
            : html`<li class="nobody">
                <span class="name">${words.t('other-lines', { lines: rest.length })}</span>
                <b class="num">${rest.reduce((sum, { count }) => sum + count, 0)}</b>
                <span></span>
              </li>`
        }
      </ul>
    </section>`;
  }

  private line({ name, count, longestSeconds, promiseSeconds, expectedSeconds }: Line) {
    const elapsed = this.view === null ? 0 : (this.nowMs - Date.parse(this.view.now)) / 1000;
    const waited =
      longestSeconds === null
        ? null
        : longestSeconds + (this.stoppedMs === null ? Math.max(0, Math.floor(elapsed)) : 0);
    const isBroken = waited !== null && waited > promiseSeconds;
    const isNear = waited !== null && !isBroken && waited >= promiseSeconds - expectedSeconds;
    const mark = isBroken ? 'broken' : isNear ? 'lit' : null;
    return html`<li class=${count === 0 ? 'nobody' : ''}>
      <span class="name">${textOf(name)}</span>
      <b class="num">${count}</b>
      <span class="longest"
        >${
          waited === null
            ? nothing
            : html`${mark === null ? nothing : html`<ph-state-mark bare .mark=${mark}></ph-state-mark>`}
              ${words.t('longest', { span: minutesSeconds(waited) })}`
        }</span
      >
    </li>`;
  }

  private counters({ counters }: WallView): TemplateResult {
    return html`<section class="counters" aria-label=${words.t('counters')}>
      <ul class=${density(counters.length)}>
        ${repeat(
          counters,
          ({ counter }) => counter,
          ({ counter, state }) =>
            html`<li>
              <ph-plate
                decorative
                audience="staff"
                .counter=${counter}
                .state=${state}
                ?not-live=${this.stoppedMs !== null}
              ></ph-plate>
              <ph-state-mark
                .counter=${state}
                audience="staff"
                ?bare=${counters.length > 20}
              ></ph-state-mark>
            </li>`,
        )}
      </ul>
    </section>`;
  }

  private foot({ alerts, help, hall }: WallView): TemplateResult {
    const { stoppedMs } = this;
    if (stoppedMs !== null) {
      const time = timeOfDay(stoppedMs, hall.timezone);
      return html`<footer class="lost" data-theme="light" role="alert">
        ${icon('offline')}
        <p><b>${words.t('lost-title', { time })}</b>${words.t('lost-text')}</p>
      </footer>`;
    }
    const shown = alerts.slice(0, help === null ? 2 : 1);
    return html`<footer aria-label=${words.t('needs')}>
      ${
        help === null
          ? nothing
          : html`<p class="help">
              ${words.t('help-first', { title: textOf(help.title), count: help.kept })}
            </p>`
      }
      ${
        shown.length === 0
          ? html`<p class="calm">${words.t('needs-none')}</p>`
          : shown.map(({ title }) => html`<p>${textOf(title)}</p>`)
      }
    </footer>`;
  }

  static override styles = [base, numbers, themes, wallStyles];
}

/** Intake that is held, else when numbers stop or when the doors open next. */
function stateOf(hall: WallView['hall']): string {
  const { state, timezone, closesAt, nextOpensAt } = hall;
  if (hall.intakeClosedReason !== null) {
    return words.t('intake-held', { reason: hall.intakeClosedReason });
  }
  const isOpen = state === 'open' || state === 'closing';
  if (isOpen && closesAt !== null) {
    return words.t('closes-at', { time: timeOfDay(closesAt, timezone) });
  }
  if (state === 'closed' && nextOpensAt !== null) {
    return words.t('opens-at', { time: timeOfDay(nextOpensAt, timezone) });
  }
  return hallWord(state);
}

/** More do not fit in letters that are read from afar: the lines nearest to their promise. */
const linesMax = 8;

function pressing(lines: readonly Line[]): { shown: readonly Line[]; rest: readonly Line[] } {
  const share = ({ longestSeconds, promiseSeconds }: Line): number =>
    (longestSeconds ?? -1) / promiseSeconds;
  const sorted = lines.toSorted((a, b) => share(b) - share(a));
  const count = sorted.length > linesMax ? linesMax - 1 : linesMax;
  return { shown: sorted.slice(0, count), rest: sorted.slice(count) };
}

/** The more counters, the smaller; from 21 on the mark alone says the state. */
function density(count: number): string {
  if (count <= 6) return 'few';
  if (count <= 12) return 'some';
  if (count <= 20) return 'many';
  return count <= 48 ? 'dense' : 'dense crowd';
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-wall': Wall;
  }
}
