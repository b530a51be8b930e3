import { LitElement, css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { DayReport, RangeReport } from '#protocol/report.ts';
import type { HallHead } from '#protocol/views.ts';
import { base, buttons } from '#ui/base-styles.ts';
import { LanguageController, language, languageTags, textOf, timeOfDay } from '#ui/locale/index.ts';
import { hrefTo } from '../manager/route.ts';
import { sectionGround } from '../manager/section-styles.ts';
import { OnPaper } from '../on-paper.ts';
import './glossary.ts';
import { words } from './locale.ts';
import './report-body.ts';
import { ReportLoader, type Loading } from './report-loader.ts';
import { formerOf, localDay, pathOf, placeOf, spanOf, type ReportPlace } from './report-place.ts';
import './report-tools.ts';

type Span = Extract<ReportPlace, { from: string }>;

/**
 * Reports of the hall, computed from the journal alone (rule honest-statistics).
 *
 * - `token`, `hall`, `nowMs`; `path` of the address: `report-place.ts`
 */
@customElement('ph-reports')
export class ReportsPage extends LitElement {
  @property({ attribute: false }) token = '';
  @property({ attribute: false }) hall: HallHead | null = null;
  @property({ attribute: false }) nowMs = 0;
  @property({ attribute: false }) path: readonly string[] = [];
  private readonly loader = new ReportLoader(this, () => this.token);
  /** The days before, for comparison: asked for when the report itself is there. */
  private readonly formerLoader = new ReportLoader(this, () => this.token);
  readonly speaking = new LanguageController(this);
  readonly paper = new OnPaper(this);

  override render(): TemplateResult | typeof nothing {
    const place = this.place();
    if (place === null) return html`<main aria-busy="true"></main>`;
    if (place.kind === 'glossary') {
      return html`<main>
        <a class="link" href=${hrefTo('reports')}>${words.t('to-reports')}</a>
        <h1>${words.t('glossary')}</h1>
        <ph-figure-glossary></ph-figure-glossary>
      </main>`;
    }
    return html`<main>
      <ph-report-tools .span=${place} .today=${this.today()} .token=${this.token}></ph-report-tools>
      ${this.content(place)}
    </main>`;
  }

  private content(span: Span): TemplateResult {
    const { value } = this.loader;
    switch (value.state) {
      case 'nothing':
      case 'loading': {
        const { done, total } = value.state === 'loading' ? value : { done: 0, total: 1 };
        const said = total > 1 ? words.t('loading-days', { done, total }) : words.t('loading');
        return html`<div class="waiting" aria-busy="true">
          <h1>${title(span)}</h1>
          <p role="status">${said}</p>
          <progress max=${total} .value=${done} aria-label=${words.t('loading')}></progress>
        </div>`;
      }
      case 'failed':
        return this.failed(span, value.problem?.status === 404);
      case 'there':
        return html`<header>
            <h1>${title(span)}</h1>
            ${this.underWay(value.report)}
            <p class="paper">
              ${textOf(value.report.names.hall)} ·
              ${words.t('printed-at', {
                time: `${this.today()} ${timeOfDay(this.nowMs, value.report.timezone)}`,
              })}
            </p>
          </header>
          <ph-report
            .report=${value.report}
            .former=${this.former(span)}
            .beside=${words.t('beside', { days: title(formerOf(span)) })}
          ></ph-report>`;
    }
  }

  /** Days that are over are compared with days that are over; half a day with a whole one says nothing. */
  private former(span: Span): DayReport | RangeReport | null {
    const { value } = this.formerLoader;
    if (value.state !== 'there' || !isOver(this.loader.value)) return null;
    const { from, to } = formerOf(span);
    const { report } = value;
    const [first, last] = 'byDay' in report ? [report.from, report.to] : [report.date, report.date];
    return first >= from && last <= to ? report : null;
  }

  private underWay(report: DayReport | RangeReport): TemplateResult | typeof nothing {
    if (isComplete(report)) return nothing;
    const time = timeOfDay(this.loader.atMs, report.timezone);
    return html`<p>
      ${'stretches' in report ? words.t('still-open', { time }) : words.t('still-open-range')}
      <button type="button" class="link" @click=${this.again}>${words.t('again')}</button>
    </p>`;
  }

  private failed(span: Span, isUnknown: boolean): TemplateResult {
    if (!isUnknown) {
      return html`<section class="said">
        <h1>${words.t('not-reached')}</h1>
        <p role="alert">${words.t('not-reached-help')}</p>
        <button type="button" class="button lamp" @click=${this.again}>${words.t('again')}</button>
      </section>`;
    }
    const isFuture = span.from > this.today();
    return html`<section class="said">
      <h1>${words.t(isFuture ? 'no-day-future' : 'no-day')}</h1>
      <p role="status">${words.t(isFuture ? 'no-day-future-help' : 'no-day-help')}</p>
      <a class="button plain" href=${hrefTo('reports', pathOf(spanOf('day', this.today())))}
        >${words.t('today')}</a
      >
    </section>`;
  }

  private readonly again = (): void => {
    const place = this.place();
    if (place !== null && place.kind !== 'glossary') void this.loader.load(place, this.nowMs);
  };

  /** Null until the hall's own day is known. */
  private place(): ReportPlace | null {
    return this.hall === null || this.nowMs === 0 ? null : placeOf(this.path, this.today());
  }

  private today(): string {
    return localDay(this.nowMs, this.hall?.timezone ?? 'UTC');
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const place = this.place();
    if (place === null || place.kind === 'glossary') return;
    this.loader.want(place, this.nowMs);
    if (!isOver(this.loader.value)) return;
    // Asked as a range: days that the journal does not have are then an answer, and no error.
    this.formerLoader.want({ ...formerOf(place), kind: 'range' }, this.nowMs);
  }

  static override styles = [
    base,
    buttons,
    sectionGround,
    css`
      main {
        gap: var(--space-24);
        max-width: calc(var(--u) * 1480);
        margin-inline: auto;
      }
      h1 {
        font-size: calc(var(--u) * 30);
        font-variant-numeric: tabular-nums;
      }
      header {
        display: grid;
        gap: var(--space-8);
      }
      header p {
        color: var(--ink2);
      }
      .paper {
        display: none;
      }
      .waiting,
      .said {
        display: grid;
        align-content: center;
        justify-items: center;
        gap: var(--space-16);
        min-height: calc(var(--u) * 360);
        text-align: center;
      }
      .said p,
      .waiting p {
        max-width: 34em;
        color: var(--ink2);
        font-size: var(--text-17);
        line-height: var(--leading-help);
      }
      progress {
        width: min(100%, calc(var(--u) * 360));
        height: calc(var(--u) * 8);
        accent-color: var(--dot);
      }
      @media (max-width: 759px) {
        main {
          gap: var(--space-16);
          padding: var(--space-16) var(--space-16) var(--space-32);
        }
        h1 {
          font-size: var(--text-24);
        }
      }
      @media print {
        :host {
          overflow: visible;
        }
        main {
          display: block;
          max-width: none;
          padding: 0;
        }
        h1 {
          font-size: 18pt;
        }
        .paper {
          display: block;
          font-size: 9pt;
        }
        header .link {
          display: none;
        }
      }
    `,
  ];
}

function isComplete(report: DayReport | RangeReport): boolean {
  return 'byDay' in report ? report.byDay.at(-1)?.complete === true : report.complete;
}

function isOver(value: Loading): boolean {
  return value.state === 'there' && isComplete(value.report);
}

function title({ kind, from, to }: Span): string {
  if (kind === 'month') return dayWords(from, { year: 'numeric', month: 'long' });
  const day = (date: string): string =>
    dayWords(date, { year: 'numeric', month: 'long', day: 'numeric', weekday: 'long' });
  return kind === 'day' ? day(from) : words.t('title-range', { from: day(from), to: day(to) });
}

function dayWords(day: string, shape: Intl.DateTimeFormatOptions): string {
  const tag = languageTags[language.get()];
  const format = new Intl.DateTimeFormat(tag, { ...shape, timeZone: 'UTC' });
  return format.format(Date.parse(`${day}T12:00:00Z`));
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-reports': ReportsPage;
  }
}
