import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { DayReport, RangeReport } from '#protocol/report.ts';
import type { ReportTable } from '#protocol/report-tables/table.ts';
import { reportTables, tableOf } from '#protocol/report-tables/tables.ts';
import { base, buttons, numbers } from '#ui/base-styles.ts';
import { LanguageController, textOf } from '#ui/locale/index.ts';
import { fields } from '../field-styles.ts';
import { byDay } from './charts/by-day.ts';
import { chartStyles } from './charts/chart-styles.ts';
import { heat, heatKinds, type HeatKind } from './charts/heat.ts';
import { seats } from './charts/seats.ts';
import { throughDay } from './charts/through-day.ts';
import { waits } from './charts/waits.ts';
import { changeOf, headFigures } from './change.ts';
import './figure-name.ts';
import { dayLegend, daysLegend, seatsLegend } from './legends.ts';
import { words } from './locale.ts';
import { bodyStyles } from './report-body-styles.ts';
import './report-figure.ts';
import './report-groups.ts';
import { listsOf } from './report-lists.ts';
import './report-table.ts';
import { writtenDown } from './written-down.ts';
import { daySaid, daysSaid, heatSaid, seatsSaid, waitsSaid } from './said.ts';

/**
 * A report as it is read: figures first, then charts, groups, lists, and every figure at the end.
 *
 * - `report`; `former`: what it is compared with, or null; `beside`: which days those were
 */
@customElement('ph-report')
export class ReportBody extends LitElement {
  @property({ attribute: false }) report: DayReport | RangeReport | null = null;
  @property({ attribute: false }) former: DayReport | RangeReport | null = null;
  @property() beside = '';
  @state() private heatKind: HeatKind = 'issued';
  private tables: readonly ReportTable[] = [];
  readonly language = new LanguageController(this);

  override render(): TemplateResult | typeof nothing {
    const { report, tables } = this;
    if (report === null) return nothing;
    const isEmpty = report.totals.issued === 0;
    return html`${this.headline(report)}
      ${isEmpty ? html`<p class="nobody">${words.t('nobody-yet')}</p>` : this.charts(report)}
      <ph-report-groups .tables=${tables} .timezone=${report.timezone}></ph-report-groups>
      ${listsOf(report, tables)} ${writtenDown(report)}
      <details class="all">
        <summary><span class="name">${words.t('all-figures')}</span></summary>
        <ph-report-table
          .table=${tableOf(tables, 'summary')}
          .timezone=${report.timezone}
        ></ph-report-table>
      </details>
      ${this.foot(report)}`;
  }

  private headline(report: DayReport | RangeReport): TemplateResult {
    const { former } = this;
    return html`<dl>
        ${headFigures.map((figure) => {
          const value = figure.read(report);
          const change = former === null ? null : changeOf(figure, report, former);
          return html`<div>
            <dt><ph-figure-name .figure=${figure.id}></ph-figure-name></dt>
            ${change === null ? nothing : html`<dd class="change">${change}</dd>`}
            <dd>${value === null ? '—' : figure.write(value)}</dd>
          </div>`;
        })}
      </dl>
      ${former === null ? nothing : html`<p class="beside">${this.beside}</p>`}`;
  }

  private charts(report: DayReport | RangeReport): TemplateResult {
    const { timezone } = report;
    const isDay = 'stretches' in report;
    return html`<div class="charts">
      ${isDay ? nothing : this.days(report)}
      <ph-report-figure
        class="wide"
        .heading=${words.t(isDay ? 'chart-day' : 'chart-day-mean')}
        .said=${daySaid(report)}
        .draw=${(width: number) => throughDay(report.quarters, width)}
        .table=${tableOf(this.tables, 'quarters')}
        .timezone=${timezone}
        >${dayLegend()}</ph-report-figure
      >
      ${isDay ? this.seats(report) : this.heat(report)}
      <ph-report-figure
        .heading=${words.t('chart-waits')}
        .said=${waitsSaid(report)}
        .draw=${(width: number) => waits(report.waits, report.wait, width)}
        .table=${tableOf(this.tables, 'waits')}
        .timezone=${timezone}
      ></ph-report-figure>
    </div>`;
  }

  private seats(report: DayReport): TemplateResult {
    return html`<ph-report-figure
      .heading=${words.t('chart-seats')}
      .said=${seatsSaid(report)}
      .draw=${(width: number) => seats(report, width)}
      .table=${tableOf(this.tables, 'counters')}
      .timezone=${report.timezone}
      >${seatsLegend()}</ph-report-figure
    >`;
  }

  private days(report: RangeReport): TemplateResult {
    return html`<ph-report-figure
      class="wide"
      .heading=${words.t('chart-days')}
      .said=${daysSaid(report)}
      .draw=${(width: number) => byDay(report.byDay, width)}
      .table=${tableOf(this.tables, 'days')}
      .timezone=${report.timezone}
      >${daysLegend()}</ph-report-figure
    >`;
  }

  private heat(report: RangeReport): TemplateResult {
    const kind = this.heatKind;
    return html`<ph-report-figure
      .heading=${words.t('chart-heat')}
      .said=${heatSaid(report, kind)}
      .draw=${(width: number) => heat(report.byWeekdayHour, kind, width)}
      .table=${tableOf(this.tables, 'heat')}
      .timezone=${report.timezone}
    >
      <select
        slot="tools"
        class="input"
        aria-label=${words.t('heat-of')}
        @change=${(event: Event) => {
          const { value } = event.currentTarget as HTMLSelectElement;
          this.heatKind = heatKinds.find((each) => each === value) ?? 'issued';
        }}
      >
        ${heatKinds.map(
          (each) =>
            html`<option value=${each} ?selected=${each === kind}>
              ${words.t(`heat-${each}`)}
            </option>`,
        )}
      </select>
    </ph-report-figure>`;
  }

  /** What the report rests on; on paper also who vouches for it. */
  private foot({ range, names }: DayReport | RangeReport): TemplateResult {
    const { fromSeq, toSeq, headHash } = range;
    const line = (label: string): TemplateResult =>
      html`<p class="line"><span>${label}</span><i></i></p>`;
    return html`<footer>
      <p>
        ${textOf(names.hall)} · ${words.t('based-on', { from: fromSeq, to: toSeq })}
        <code>${headHash}</code>
      </p>
      <div class="sign">
        ${line(words.t('sign-supervisor'))} ${line(words.t('sign-manager'))}
        ${line(words.t('sign-date'))}
      </div>
    </footer>`;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('report')) return;
    this.tables = this.report === null ? [] : reportTables(this.report);
  }

  static override styles = [base, numbers, buttons, fields, chartStyles, bodyStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-report': ReportBody;
  }
}
