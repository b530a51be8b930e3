import { LitElement, css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { QualityMonth, QualitySheet } from '#protocol/quality.ts';
import type { SessionView } from '#protocol/views.ts';
import { base, buttons } from '#ui/base-styles.ts';
import { LanguageController, language, languageTags } from '#ui/locale/index.ts';
import { fields } from '../field-styles.ts';
import { hrefTo } from '../manager/route.ts';
import type { TakenFile } from '../reports/take-away.ts';
import '../reports/take-away.ts';
import { stepStyles, steps } from '../steps.ts';
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
  private readonly fetched = new Fetched<QualityMonth>(this, () => this.session?.token ?? '');
  private inSight = '';
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
      ${steps(
        { href: to(monthBeside(this.month, -1)), label: words.t('month-before') },
        { href: to(monthBeside(this.month, 1)), label: words.t('month-after') },
        html`<input
          class="input"
          type="month"
          aria-label=${words.t('month')}
          .value=${this.month}
          @change=${(event: Event) => {
            const { value } = event.currentTarget as HTMLInputElement;
            if (value !== '') location.hash = to(value).slice(1);
          }}
        />`,
      )}
      <ph-take-away
        class="end"
        .files=${this.files()}
        .token=${this.session?.token ?? ''}
      ></ph-take-away>
    </div>`;
  }

  private files(): readonly TakenFile[] {
    const of = (query: string): string => `/api/quality/${this.month}?${query}`;
    return [
      { label: words.t('export-xlsx'), path: of('format=xlsx') },
      { label: words.t('export-csv'), path: of('format=csv&table=breaches') },
      { label: words.t('export-json'), path: of('format=json') },
    ];
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

  /** On a phone the list is one line: whose sheet is open stays in it. */
  protected override updated(): void {
    const shown = `${this.fetched.data?.month ?? ''} ${this.badge ?? ''}`;
    if (shown === this.inSight) return;
    this.inSight = shown;
    const list = this.renderRoot.querySelector('.columns ul');
    const open = list?.querySelector<HTMLElement>('[aria-current]')?.offsetLeft;
    if (list && open !== undefined) list.scrollLeft = open - list.clientWidth / 3;
  }

  static override styles = [
    base,
    buttons,
    fields,
    partStyles,
    stepStyles,
    css`
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
        /* What it means comes after what it is. */
        header {
          display: contents;
        }
        .help {
          order: 1;
        }
        .quiet-words {
          margin-block-start: calc(var(--space-16) * -1);
        }
        .columns ul {
          grid-auto-flow: column;
          grid-auto-columns: max-content;
          overflow: auto;
          padding-block-end: var(--space-4);
          scrollbar-width: thin;
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
