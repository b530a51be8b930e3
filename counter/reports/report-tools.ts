import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { base, buttons } from '#ui/base-styles.ts';
import { LanguageController } from '#ui/locale/index.ts';
import { fields } from '../field-styles.ts';
import { hrefTo } from '../manager/route.ts';
import { stepStyles, steps } from '../steps.ts';
import { words } from './locale.ts';
import {
  neighbourOf,
  pathOf,
  spanKinds,
  spanOf,
  type ReportPlace,
  type SpanKind,
} from './report-place.ts';
import type { TakenFile } from './take-away.ts';
import './take-away.ts';

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
        ${steps(
          { href: addressOf(neighbourOf(span, -1)), label: words.t('before') },
          { href: addressOf(neighbourOf(span, 1)), label: words.t('after') },
          this.inputs(span),
        )}
        <a class="button plain" href=${addressOf(spanOf('day', this.today))}>${words.t('today')}</a>
      </div>
      <div class="acts">
        <a class="link" href=${hrefTo('reports', ['glossary'])}>${words.t('glossary')}</a>
        <ph-take-away .files=${filesOf(span)} .token=${this.token}></ph-take-away>
      </div>`;
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

  static override styles = [
    base,
    buttons,
    fields,
    stepStyles,
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
      .link {
        display: inline-flex;
        align-items: center;
        min-height: var(--target);
      }
      @media (max-width: 759px) {
        .choice {
          padding-inline: 0.8em;
        }
        .days {
          min-width: 0;
        }
        .acts {
          flex: 1 0 100%;
          justify-content: space-between;
          margin-inline-start: 0;
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

function filesOf(span: Span): readonly TakenFile[] {
  const isDay = span.kind === 'day';
  const of = (query: string): string =>
    isDay
      ? `/api/reports/day/${span.from}?${query}`
      : `/api/reports/range?from=${span.from}&to=${span.to}&${query}`;
  const csv = isDay
    ? { label: words.t('export-csv'), path: of('format=csv&table=tickets') }
    : { label: words.t('export-csv-days'), path: of('format=csv&table=days') };
  return [
    { label: words.t('export-xlsx'), path: of('format=xlsx') },
    csv,
    { label: words.t('export-json'), path: of('format=json') },
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
