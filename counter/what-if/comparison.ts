import { LitElement, css, html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { DayTold } from '#protocol/what-if.ts';
import { base } from '#ui/base-styles.ts';
import { LanguageController, timeOfDay } from '#ui/locale/index.ts';
import { figures, tenths, type Figure } from './comparison-figures.ts';
import './half-hour-chart.ts';
import { words } from './locale.ts';

/**
 * Two days of the same customers beside each other.
 *
 * - `asItWas`, `asAsked`, `timezone`
 */
@customElement('ph-comparison')
export class Comparison extends LitElement {
  @property({ attribute: false }) asItWas: DayTold | null = null;
  @property({ attribute: false }) asAsked: DayTold | null = null;
  @property() timezone = 'UTC';

  readonly language = new LanguageController(this);

  override render(): TemplateResult {
    const { asItWas, asAsked } = this;
    if (asItWas === null || asAsked === null) return html`<div></div>`;
    return html`<div class="both">
      <div class="table">
        <table>
          <thead>
            <tr>
              <th scope="col">${words.t('figure')}</th>
              <th scope="col">${words.t('as-was')}</th>
              <th scope="col">${words.t('as-asked')}</th>
              <th scope="col">${words.t('change')}</th>
            </tr>
          </thead>
          <tbody>
            ${figures.map((figure) => this.row(figure, asItWas, asAsked))}
          </tbody>
        </table>
      </div>
      <div class="charts">
        ${this.chart(asItWas, 'as-was')} ${this.chart(asAsked, 'as-asked')}
        <ul class="legend">
          <li class="in-time">${words.t('chart-arrivals')}</li>
          <li class="broken">${words.t('chart-broken')}</li>
          <li class="open">${words.t('chart-open')}</li>
        </ul>
        <details>
          <summary>${words.t('table-show')}</summary>
          ${this.halfHours(asItWas, asAsked)}
        </details>
      </div>
    </div>`;
  }

  private row(figure: Figure, asItWas: DayTold, asAsked: DayTold): TemplateResult {
    const [was, is] = [figure.read(asItWas), figure.read(asAsked)];
    const say = (value: number | null): string =>
      value === null ? words.t('share-none') : figure.write(value, this.timezone);
    const change = was === null || is === null ? null : is - was;
    return html`<tr>
      <th scope="row">${words.t(figure.name)}</th>
      <td>${say(was)}</td>
      <td class="asked">${say(is)}</td>
      <td class=${verdict(figure, change)}>
        ${change === null ? words.t('share-none') : figure.writeChange(change)}
      </td>
    </tr>`;
  }

  private chart(day: DayTold, name: 'as-was' | 'as-asked'): TemplateResult {
    const both = [...(this.asItWas?.halfHours ?? []), ...(this.asAsked?.halfHours ?? [])];
    return html`<figure>
      <figcaption>${words.t(name)}</figcaption>
      <ph-half-hour-chart
        .halfHours=${day.halfHours}
        .timezone=${this.timezone}
        .issuedMax=${Math.max(1, ...both.map(({ issued }) => issued))}
        .openMax=${Math.max(1, ...both.map(({ openCounters }) => Math.ceil(openCounters)))}
        .label=${`${words.t('chart')} · ${words.t(name)}`}
      ></ph-half-hour-chart>
    </figure>`;
  }

  private halfHours(asItWas: DayTold, asAsked: DayTold): TemplateResult {
    const asked = new Map(asAsked.halfHours.map((slot) => [slot.from, slot]));
    return html`<table class="slots">
      <thead>
        <tr>
          <th scope="col">${words.t('time')}</th>
          <th scope="col">${words.t('issued')}</th>
          <th scope="col">${words.t('broken')} · ${words.t('as-was')}</th>
          <th scope="col">${words.t('broken')} · ${words.t('as-asked')}</th>
          <th scope="col">${words.t('open-counters')} · ${words.t('as-was')}</th>
          <th scope="col">${words.t('open-counters')} · ${words.t('as-asked')}</th>
        </tr>
      </thead>
      <tbody>
        ${asItWas.halfHours.map((slot) => {
          const other = asked.get(slot.from);
          return html`<tr>
            <th scope="row">${timeOfDay(slot.from, this.timezone)}</th>
            <td>${slot.issued}</td>
            <td>${slot.broken}</td>
            <td>${other?.broken ?? 0}</td>
            <td>${tenths(slot.openCounters)}</td>
            <td>${tenths(other?.openCounters ?? 0)}</td>
          </tr>`;
        })}
      </tbody>
    </table>`;
  }

  static override styles = [
    base,
    css`
      .both {
        display: grid;
        grid-template-columns: minmax(0, 5fr) minmax(0, 7fr);
        gap: var(--space-32);
      }
      table {
        width: 100%;
        border-collapse: collapse;
        font-variant-numeric: tabular-nums;
      }
      th,
      td {
        padding: 0.45em 0.6em;
        border-block-end: 1px solid var(--line);
        text-align: end;
        font-weight: var(--weight-label);
        white-space: nowrap;
      }
      th:first-child {
        padding-inline-start: 0;
        text-align: start;
        white-space: normal;
      }
      thead th {
        color: var(--ink2);
        font-size: var(--text-14);
      }
      .asked {
        font-weight: var(--weight-number);
      }
      td:last-child {
        color: var(--ink2);
      }
      td.better {
        color: var(--good);
      }
      td.worse {
        color: var(--bad);
      }
      .charts,
      figure {
        display: grid;
        gap: var(--space-8);
        min-width: 0;
      }
      figcaption {
        font-size: var(--text-15);
        font-weight: var(--weight-name);
      }
      .legend {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-8) var(--space-24);
        color: var(--ink2);
        font-size: var(--text-14);
      }
      .legend li::before {
        content: '';
        display: inline-block;
        width: 1.1em;
        height: 0.7em;
        margin-inline-end: 0.5em;
        background: var(--edge);
        opacity: 0.55;
      }
      .legend .broken::before {
        background: repeating-linear-gradient(135deg, var(--bad) 0 2px, transparent 2px 5px);
        box-shadow: inset 0 0 0 1px var(--bad);
        opacity: 1;
      }
      .legend .open::before {
        height: calc(var(--u) * 3);
        background: var(--ink);
        vertical-align: middle;
        opacity: 1;
      }
      summary {
        min-height: var(--target);
        align-content: center;
        font-weight: var(--weight-label);
        cursor: pointer;
      }
      .slots {
        font-size: var(--text-14);
      }
      .slots thead th {
        white-space: normal;
      }
      @media (max-width: 1099px) {
        .both {
          grid-template-columns: minmax(0, 1fr);
        }
        .table,
        details {
          overflow-x: auto;
        }
      }
    `,
  ];
}

function verdict({ better }: Figure, change: number | null): string {
  if (change === null || change === 0 || better === null) return '';
  return change > 0 === (better === 'more') ? 'better' : 'worse';
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-comparison': Comparison;
  }
}
