import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import {
  columnMeaning,
  columnName,
  kindOf,
  valueOf,
  type Column,
  type ReportTable,
} from '#protocol/report-tables/table.ts';
import { tableWords } from '#protocol/words/report-labels.ts';
import { base } from '#ui/base-styles.ts';
import { LanguageController, language, textOf } from '#ui/locale/index.ts';
import './figure-name.ts';
import { cellText, isNumeric } from './formats.ts';
import { words } from './locale.ts';

const rowsMax = 200;

/**
 * A table of a report, the same that is exported. Its first column stays while the rest scrolls.
 *
 * - `table`, `timezone`; `only`: ids of the columns to show, null for all
 * - `days`: instants are shown with their day
 */
@customElement('ph-report-table')
export class ReportTableElement extends LitElement {
  @property({ attribute: false }) table: ReportTable | null = null;
  @property() timezone = 'UTC';
  @property({ attribute: false }) only: ReadonlySet<Column['id']> | null = null;
  @property({ type: Boolean }) days = false;
  readonly language = new LanguageController(this);

  override render(): TemplateResult | typeof nothing {
    const { table } = this;
    if (table === null) return nothing;
    const shown = table.columns.flatMap((column, place) =>
      this.only === null || this.only.has(column.id) ? [{ column, place }] : [],
    );
    const rows = table.rows.slice(-rowsMax);
    // A place that scrolls has to be reached by the keyboard.
    return html`<div
        class="scroll"
        tabindex="0"
        role="region"
        aria-label=${textOf(tableWords[table.id])}
      >
        <table>
          <thead>
            <tr>
              ${shown.map(
                ({ column }) =>
                  html`<th scope="col" class=${isNumeric(column.kind) ? 'right' : ''}>
                    ${this.head(column)}
                  </th>`,
              )}
            </tr>
          </thead>
          <tbody>
            ${rows.map(
              (row) =>
                html`<tr>
                  ${shown.map(({ column, place }) => this.cell(row[place] ?? null, column, place))}
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
      ${
        table.rows.length > rows.length
          ? html`<p>${words.t('list-more', { count: rowsMax })}</p>`
          : nothing
      }`;
  }

  private head(column: Column): TemplateResult | string {
    return columnMeaning(column) === null
      ? textOf(columnName(column))
      : html`<ph-figure-name .figure=${column.id}></ph-figure-name>`;
  }

  private cell(
    cell: ReportTable['rows'][number][number],
    column: Column,
    place: number,
  ): TemplateResult {
    const kind = kindOf(cell, column);
    const text = cellText(valueOf(cell, language.get()), kind, this.timezone, this.days);
    if (place === 0) return html`<th scope="row">${text}</th>`;
    return html`<td class=${isNumeric(kind) ? 'right' : ''}>${text}</td>`;
  }

  static override styles = [
    base,
    css`
      :host {
        display: block;
        min-width: 0;
      }
      .scroll {
        overflow: auto;
        scrollbar-width: thin;
      }
      .scroll:focus-visible {
        outline-offset: calc(var(--u) * -3);
      }
      table {
        border-collapse: collapse;
        min-width: 100%;
        font-size: var(--text-15);
        font-variant-numeric: tabular-nums;
      }
      th,
      td {
        padding: var(--space-8) var(--space-12);
        border-block-end: 1px solid var(--line);
        text-align: start;
        vertical-align: top;
        white-space: nowrap;
      }
      td {
        max-width: calc(var(--u) * 420);
        white-space: normal;
      }
      thead th {
        color: var(--ink2);
        font-size: var(--text-14);
        font-weight: var(--weight-label);
        vertical-align: bottom;
      }
      tbody th {
        font-weight: var(--weight-name);
      }
      th:first-child {
        position: sticky;
        inset-inline-start: 0;
        background: var(--surface);
      }
      .right {
        text-align: end;
        white-space: nowrap;
      }
      p {
        padding: var(--space-8) var(--space-12);
        color: var(--ink2);
        font-size: var(--text-14);
      }
      @media print {
        th:first-child {
          position: static;
          background: none;
        }
        .scroll {
          overflow: visible;
        }
        table {
          font-size: 8.5pt;
        }
        th,
        td {
          padding: 1.2pt 4pt;
        }
        td,
        thead th {
          white-space: normal;
        }
        tr {
          break-inside: avoid;
        }
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-report-table': ReportTableElement;
  }
}
