import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { WallView } from '#protocol/views.ts';
import { base, numbers } from '../base-styles.ts';
import '../elements/ph-plate.ts';
import '../elements/ph-state-mark.ts';
import '../elements/ph-training-tag.ts';
import { icon } from '../icons.ts';
import { LanguageController, minutesSeconds, textOf, timeOfDay } from '../locale/index.ts';
import { themes } from '../themes.ts';
import { words } from './locale.ts';
import { wallStyles } from './wall-styles.ts';

type Line = WallView['lines'][number];

/**
 * The board on a wall: how many wait, whether the promise holds, each line, each counter, what needs
 * somebody. Nothing to press; every figure is read from five metres on a 55 inch screen.
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
    const closes = hall.closesAt;
    const running = hall.state === 'open' || hall.state === 'closing';
    return html`<header>
      <h1>${textOf(hall.name)}</h1>
      ${hall.training ? html`<ph-training-tag></ph-training-tag>` : nothing}
      <span class="state"
        >${
          hall.intakeClosedReason !== null
            ? words.t('intake-held', { reason: hall.intakeClosedReason })
            : running && closes !== null
              ? words.t('closes-at', { time: timeOfDay(closes, hall.timezone) })
              : nothing
        }</span
      >
      <time class="num">${timeOfDay(this.nowMs, hall.timezone)}</time>
    </header>`;
  }

  private figures(view: WallView): TemplateResult {
    const { waitingCount, willBreakCount, promiseBroken, served, meanWaitSeconds } = view;
    const risk = willBreakCount ?? 0;
    const figure = (value: string | number, name: string): TemplateResult =>
      html`<div class="figure-of"><b class="num">${value}</b><span>${name}</span></div>`;
    return html`<section class="figures">
      <p class="big"><b class="num">${waitingCount}</b><span>${words.t('waiting')}</span></p>
      <p class="risk ${risk > 0 && this.stoppedMs === null ? 'lit' : ''}">
        ${
          risk > 0
            ? html`<b class="num">${risk}</b><span>${words.t('will-break')}</span>`
            : html`${icon('check')}<span>${words.t('promise-kept')}</span>`
        }
      </p>
      <div class="small">
        ${figure(served, words.t('served'))}
        ${figure(meanWaitSeconds === null ? '—' : minutesSeconds(meanWaitSeconds), words.t('wait'))}
        ${promiseBroken === 0 ? nothing : figure(promiseBroken, words.t('broken'))}
      </div>
    </section>`;
  }

  private lines({ lines }: WallView): TemplateResult {
    return html`<section class="lines" aria-label=${words.t('lines')}>
      <ul>
        ${repeat(
          pressing(lines),
          ({ service }) => service,
          (line) => this.line(line),
        )}
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
      <ul class=${counters.length > 12 ? 'many' : ''}>
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
              <ph-state-mark .counter=${state} audience="staff"></ph-state-mark>
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

/** More do not fit in letters that are read from afar: the lines nearest to their promise. */
const linesMax = 7;

function pressing(lines: readonly Line[]): readonly Line[] {
  const share = ({ longestSeconds, promiseSeconds }: Line): number =>
    (longestSeconds ?? -1) / promiseSeconds;
  return lines.toSorted((a, b) => share(b) - share(a)).slice(0, linesMax);
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-wall': Wall;
  }
}
