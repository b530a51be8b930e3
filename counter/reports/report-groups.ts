import { LitElement, css, html, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Column, ReportTable } from '#protocol/report-tables/table.ts';
import { tableOf } from '#protocol/report-tables/tables.ts';
import { tableWords } from '#protocol/words/report-labels.ts';
import { base, buttons } from '#ui/base-styles.ts';
import { LanguageController, textOf } from '#ui/locale/index.ts';
import { fields } from '../field-styles.ts';
import { words } from './locale.ts';
import './report-table.ts';

type GroupId = 'services' | 'classes' | 'counters' | 'clerks' | 'hours' | 'days';

const order: readonly GroupId[] = ['days', 'services', 'classes', 'counters', 'clerks', 'hours'];

/** What fits a laptop beside each other; the rest comes by the button. */
const mainColumns: ReadonlySet<Column['id']> = new Set([
  'date',
  'service',
  'class',
  'counter',
  'clerk',
  'hour',
  'issued',
  'served',
  'missed',
  'cancelled',
  'waitMean',
  'waitP90',
  'serviceMean',
  'broken',
  'keptShare',
  'open',
  'busy',
  'idleEmpty',
  'idleWaiting',
] as const);

/**
 * The figures by service, class, counter, clerk, hour and day, one table at a time.
 *
 * - `tables`, `timezone`
 */
@customElement('ph-report-groups')
export class ReportGroups extends LitElement {
  @property({ attribute: false }) tables: readonly ReportTable[] = [];
  @property() timezone = 'UTC';
  @state() private chosen: GroupId = 'services';
  @state() private all = false;
  readonly language = new LanguageController(this);

  override render(): TemplateResult {
    const there = order.filter((id) => tableOf(this.tables, id) !== null);
    return html`<section aria-labelledby="groups">
      <header>
        <h2 id="groups">${words.t('groups-by')}</h2>
        <button type="button" class="button plain" @click=${this.widen}>
          ${words.t(this.all ? 'fewer-columns' : 'all-columns')}
        </button>
      </header>
      <div class="choices" role="group" aria-labelledby="groups">
        ${there.map(
          (id) =>
            html`<button
              type="button"
              class="choice"
              aria-pressed=${id === this.chosen ? 'true' : 'false'}
              @click=${this.choose(id)}
            >
              ${textOf(tableWords[id])}
            </button>`,
        )}
      </div>
      ${there.map(
        (id) =>
          html`<div class=${id === this.chosen ? 'table' : 'table only-paper'}>
            <h3>${textOf(tableWords[id])}</h3>
            <ph-report-table
              .table=${tableOf(this.tables, id)}
              .timezone=${this.timezone}
              .only=${this.all && id === this.chosen ? null : mainColumns}
            ></ph-report-table>
          </div>`,
      )}
    </section>`;
  }

  private readonly widen = (): void => {
    this.all = !this.all;
  };

  private choose(id: GroupId): () => void {
    return () => {
      this.chosen = id;
    };
  }

  static override styles = [
    base,
    buttons,
    fields,
    css`
      :host {
        display: block;
        min-width: 0;
      }
      section {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-12);
        padding: var(--space-16) var(--space-24) var(--space-24);
        border-radius: var(--radius-card);
        background: var(--surface);
        box-shadow: inset 0 0 0 1px var(--line);
      }
      header {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: var(--space-8) var(--space-16);
      }
      h2 {
        font-size: var(--text-21);
      }
      .button,
      .choice {
        font-size: var(--text-15);
      }
      h3,
      .only-paper {
        display: none;
      }
      @media (max-width: 759px) {
        section {
          padding: var(--space-16);
        }
      }
      @media print {
        .button,
        .choices {
          display: none;
        }
        section {
          display: block;
          padding: 8pt 0;
          background: none;
          box-shadow: none;
        }
        h2 {
          display: none;
        }
        h3 {
          margin-block-start: 8pt;
          font-size: 11pt;
          break-after: avoid;
        }
        h3,
        .only-paper {
          display: block;
        }
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-report-groups': ReportGroups;
  }
}
