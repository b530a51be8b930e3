import { LitElement, css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { QualityMonth, QualitySheet } from '#protocol/quality.ts';
import type { SessionView } from '#protocol/views.ts';
import { base, buttons } from '#ui/base-styles.ts';
import { icon } from '#ui/icons.ts';
import { LanguageController, language, languageTags } from '#ui/locale/index.ts';
import { fields } from '../field-styles.ts';
import { deskIcon } from '../manager/desk-icons.ts';
import { hrefTo } from '../manager/route.ts';
import { download } from '../reports/download.ts';
import { Fetched } from './fetched.ts';
import { words } from './locale.ts';
import { partStyles } from './page-styles.ts';
import { monthBeside, takesRemarks } from './quality-place.ts';
import { saidOf } from './said.ts';
import './sheet.ts';
import { points } from './sheet-words.ts';

/**
 * The quality sheets of a month: of the hall and of each clerk for a supervisor, one's own for a
 * clerk (rule quality-score).
 *
 * - `session`; `month` (`YYYY-MM`); `badge`: whose sheet is open, null for the hall's; `today`
 */
@customElement('ph-quality-sheets')
export class QualitySheets extends LitElement {
  @property({ attribute: false }) session: SessionView | null = null;
  @property() month = '';
  @property({ attribute: false }) badge: string | null = null;
  @property() today = '';
  @state() private isExportLost = false;
  private readonly fetched = new Fetched<QualityMonth>(this, () => this.session?.token ?? '');
  readonly speaking = new LanguageController(this);

  override render(): TemplateResult {
    const { data } = this.fetched;
    const isSupervisor = this.session?.role === 'supervisor';
    return html`<header>
        <h1>${words.t('sheets-title', { month: monthWords(this.month) })}</h1>
        <p class="help">${words.t(isSupervisor ? 'sheets-help' : 'sheets-help-own')}</p>
        ${data?.complete === false ? html`<p class="quiet-words">${words.t('running')}</p>` : nothing}
      </header>
      ${this.tools()}
      ${saidOf(this.fetched, { title: words.t('no-month'), help: words.t('no-month-help') })}
      ${data === null ? nothing : this.sheets(data, isSupervisor)}`;
  }

  private tools(): TemplateResult {
    const to = (month: string): string => hrefTo('quality', [month, this.badge ?? 'hall']);
    return html`<div class="tools">
      <a
        class="button plain"
        href=${to(monthBeside(this.month, -1))}
        aria-label=${words.t('month-before')}
        >${icon('back')}</a
      >
      <input
        class="input"
        type="month"
        aria-label=${words.t('month')}
        .value=${this.month}
        @change=${(event: Event) => {
          const { value } = event.currentTarget as HTMLInputElement;
          if (value !== '') location.hash = to(value).slice(1);
        }}
      />
      <a
        class="button plain"
        href=${to(monthBeside(this.month, 1))}
        aria-label=${words.t('month-after')}
        >${icon('arrow')}</a
      >
      <details class="end">
        <summary class="button plain">${deskIcon('download')}${words.t('export')}</summary>
        <div class="menu">
          ${this.item('export-xlsx', 'format=xlsx')}
          ${this.item('export-csv', 'format=csv&table=breaches')}
          ${this.item('export-json', 'format=json')}
        </div>
      </details>
      <button
        type="button"
        class="button plain"
        @click=${() => {
          print();
        }}
      >
        ${icon('printer')}${words.t('print')}
      </button>
      <p class="complaint" role="status">${this.isExportLost ? words.t('export-failed') : ''}</p>
    </div>`;
  }

  private item(label: 'export-xlsx' | 'export-csv' | 'export-json', query: string): TemplateResult {
    return html`<button
      type="button"
      class="item"
      @click=${async (event: Event) => {
        (event.currentTarget as HTMLElement).closest('details')?.removeAttribute('open');
        const path = `/api/quality/${this.month}?${query}&lang=${language.get()}`;
        this.isExportLost = !(await download(path, this.session?.token ?? ''));
      }}
    >
      ${words.t(label)}
    </button>`;
  }

  private sheets(month: QualityMonth, isSupervisor: boolean): TemplateResult | typeof nothing {
    const open = month.sheets.find(({ badge }) => badge === this.badge) ?? month.sheets[0];
    if (open === undefined) return nothing;
    return html`<div class="columns ${isSupervisor ? '' : 'alone'}">
      ${
        isSupervisor
          ? html`<nav aria-label=${words.t('sheets')}>
              <ul>
                ${month.sheets.map((sheet) => this.entry(sheet, month, open))}
              </ul>
            </nav>`
          : nothing
      }
      <ph-quality-sheet
        .month=${month}
        .sheet=${open}
        .session=${this.session}
        ?open-for-remarks=${takesRemarks(this.month, this.today)}
        @noted=${() => {
          void this.fetched.load();
        }}
      ></ph-quality-sheet>
    </div>`;
  }

  private entry(
    { badge, score, deducted }: QualitySheet,
    { names }: QualityMonth,
    open: QualitySheet,
  ): TemplateResult {
    return html`<li>
      <a
        href=${hrefTo('quality', [this.month, badge ?? 'hall'])}
        aria-current=${badge === open.badge ? 'page' : nothing}
      >
        <span class="who"
          >${badge === null ? words.t('hall') : (names.clerks[badge] ?? badge)}
          ${badge === null ? nothing : html`<small>${badge}</small>`}</span
        >
        <b>${points(score)}</b>
        <small
          >${deducted === 0 ? words.t('nothing-deducted') : words.t('deducted', { points: points(deducted) })}</small
        >
      </a>
    </li>`;
  }

  protected override willUpdate(_: PropertyValues): void {
    if (this.month !== '') this.fetched.want(`/api/quality/${this.month}`);
  }

  static override styles = [
    base,
    buttons,
    fields,
    partStyles,
    css`
      details {
        position: relative;
      }
      summary {
        list-style: none;
      }
      .menu {
        position: absolute;
        z-index: 5;
        inset: calc(100% + var(--space-8)) 0 auto auto;
        display: grid;
        gap: var(--space-4);
        width: max-content;
        padding: var(--space-12);
        border-radius: var(--radius-row);
        background: var(--surface);
        box-shadow: 0 0 0 1px var(--edge);
      }
      .item {
        min-height: var(--target);
        padding: var(--space-8) var(--space-16);
        border: 0;
        border-radius: var(--radius-small);
        background: var(--sunk);
        text-align: start;
        cursor: pointer;
      }
      .columns {
        display: grid;
        grid-template-columns: calc(var(--u) * 260) minmax(0, 1fr);
        align-items: start;
        gap: var(--space-24);
      }
      .columns.alone {
        grid-template-columns: minmax(0, 1fr);
      }
      ul {
        display: grid;
        gap: var(--space-4);
      }
      li a {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 0 var(--space-12);
        align-items: baseline;
        min-height: var(--target);
        padding: var(--space-8) var(--space-16);
        border-radius: var(--radius-row);
        text-decoration: none;
        font-variant-numeric: tabular-nums;
      }
      li a:hover {
        background: var(--sunk);
      }
      li a[aria-current='page'] {
        background: var(--surface);
        box-shadow: inset calc(var(--u) * 4) 0 0 var(--plate);
      }
      .who {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
        font-weight: var(--weight-label);
      }
      li b {
        font-size: var(--text-19);
        font-weight: var(--weight-name);
      }
      small {
        color: var(--ink2);
        font-size: var(--text-14);
      }
      li > a > small {
        grid-column: 1 / -1;
      }
      @media (max-width: 900px) {
        .columns {
          grid-template-columns: minmax(0, 1fr);
        }
        .columns ul {
          grid-auto-flow: column;
          grid-auto-columns: max-content;
          overflow: auto;
          padding-block-end: var(--space-4);
          scrollbar-width: thin;
        }
        .menu {
          inset: calc(100% + var(--space-8)) auto auto 0;
        }
      }
      @media print {
        nav {
          display: none;
        }
        .columns {
          display: block;
        }
      }
    `,
  ];
}

function monthWords(month: string): string {
  const format = new Intl.DateTimeFormat(languageTags[language.get()], {
    year: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  });
  return format.format(Date.parse(`${month}-15T12:00:00Z`));
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-quality-sheets': QualitySheets;
  }
}
