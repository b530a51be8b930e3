import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { base, buttons } from '#ui/base-styles.ts';
import { icon } from '#ui/icons.ts';
import { LanguageController, language } from '#ui/locale/index.ts';
import { fields } from '../field-styles.ts';
import { deskIcon } from '../manager/desk-icons.ts';
import { hrefTo } from '../manager/route.ts';
import { download } from './download.ts';
import { words } from './locale.ts';
import {
  neighbourOf,
  pathOf,
  spanKinds,
  spanOf,
  type ReportPlace,
  type SpanKind,
} from './report-place.ts';

type Span = Extract<ReportPlace, { from: string }>;

/**
 * Which days, and what to do with their report: every choice is an address of its own.
 *
 * - `span`, `today` (business day), `token`
 */
@customElement('ph-report-tools')
export class ReportTools extends LitElement {
  @property({ attribute: false }) span: Span = spanOf('day', '2000-01-01');
  @property() today = '';
  @property() token = '';
  @state() private exporting: 'no' | 'busy' | 'failed' = 'no';
  readonly language = new LanguageController(this);

  override render(): TemplateResult {
    const { span } = this;
    return html`<nav class="choices" aria-label=${words.t('kinds')}>
        ${spanKinds.map(
          (kind) =>
            html`<a
              class="choice"
              href=${addressOf(this.otherKind(kind))}
              aria-current=${kind === span.kind ? 'page' : nothing}
              >${words.t(`kind-${kind}`)}</a
            >`,
        )}
      </nav>
      <div class="days">
        <a
          class="button plain"
          href=${addressOf(neighbourOf(span, -1))}
          aria-label=${words.t('before')}
          >${icon('back')}</a
        >
        ${this.inputs(span)}
        <a
          class="button plain"
          href=${addressOf(neighbourOf(span, 1))}
          aria-label=${words.t('after')}
          >${icon('arrow')}</a
        >
        <a class="button plain" href=${addressOf(spanOf('day', this.today))}>${words.t('today')}</a>
      </div>
      <div class="acts">
        <a class="link" href=${hrefTo('reports', ['glossary'])}>${words.t('glossary')}</a>
        <details>
          <summary class="button plain">${deskIcon('download')}${words.t('export')}</summary>
          <div class="menu">${this.exports(span)}</div>
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
      </div>
      <p role="status" class=${this.exporting === 'failed' ? '' : 'visually-hidden'}>
        ${this.exporting === 'no' ? '' : words.t(this.exporting === 'busy' ? 'exporting' : 'export-failed')}
      </p>`;
  }

  private inputs(span: Span): TemplateResult {
    const input = (
      type: 'date' | 'month',
      value: string,
      label: string,
      go: (value: string) => Span,
    ): TemplateResult =>
      html`<input
        class="input"
        type=${type}
        aria-label=${label}
        .value=${value}
        @change=${(event: Event) => {
          const { value: chosen } = event.currentTarget as HTMLInputElement;
          if (chosen !== '') location.hash = addressOf(go(chosen)).slice(1);
        }}
      />`;
    if (span.kind === 'month') {
      return input('month', span.from.slice(0, 7), words.t('choose-month'), (month) =>
        spanOf('month', `${month}-01`),
      );
    }
    if (span.kind === 'range') {
      return html`${input('date', span.from, words.t('choose-from'), (from) => ({ ...span, from }))}
      ${input('date', span.to, words.t('choose-to'), (to) => ({ ...span, to }))}`;
    }
    const { kind } = span;
    return input('date', span.from, words.t('choose-day'), (day) => spanOf(kind, day));
  }

  /** Of another kind, but near: the same first day. */
  private otherKind(kind: SpanKind): Span {
    const { span, today } = this;
    if (kind === span.kind) return span;
    if (kind === 'range') return { ...span, kind };
    return spanOf(kind, span.from <= today && today <= span.to ? today : span.from);
  }

  private exports(span: Span): readonly TemplateResult[] {
    const isDay = span.kind === 'day';
    const of = (query: string): string =>
      isDay
        ? `/api/reports/day/${span.from}?${query}&lang=${language.get()}`
        : `/api/reports/range?from=${span.from}&to=${span.to}&${query}&lang=${language.get()}`;
    const item = (label: string, query: string): TemplateResult =>
      html`<button
        type="button"
        class="item"
        @click=${(event: Event) => {
          (event.currentTarget as HTMLElement).closest('details')?.removeAttribute('open');
          void this.export(of(query));
        }}
      >
        ${label}
      </button>`;
    return [
      item(words.t('export-xlsx'), 'format=xlsx'),
      isDay
        ? item(words.t('export-csv'), 'format=csv&table=tickets')
        : item(words.t('export-csv-days'), 'format=csv&table=days'),
      item(words.t('export-json'), 'format=json'),
    ];
  }

  private async export(path: string): Promise<void> {
    this.exporting = 'busy';
    this.exporting = (await download(path, this.token)) ? 'no' : 'failed';
  }

  static override styles = [
    base,
    buttons,
    fields,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-12) var(--space-24);
        font-size: var(--text-15);
      }
      .choice {
        text-decoration: none;
      }
      .choice[aria-current='page'] {
        background: var(--plate);
        color: var(--plate-ink);
        box-shadow: none;
        font-weight: var(--weight-name);
      }
      .days,
      .acts {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-8);
      }
      .acts {
        gap: var(--space-12);
        margin-inline-start: auto;
      }
      .input {
        width: auto;
        min-height: var(--target);
      }
      .link {
        display: inline-flex;
        align-items: center;
        min-height: var(--target);
      }
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
        max-width: 80vw;
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
      @media (max-width: 759px) {
        .acts {
          margin-inline-start: 0;
        }
        .menu {
          inset: calc(100% + var(--space-8)) auto auto 0;
        }
      }
      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];
}

function addressOf(span: Span): string {
  return hrefTo('reports', pathOf(span));
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-report-tools': ReportTools;
  }
}
