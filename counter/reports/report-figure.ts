import { LitElement, css, html, type SVGTemplateResult, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { ReportTable } from '#protocol/report-tables/table.ts';
import { base, buttons } from '#ui/base-styles.ts';
import { LanguageController } from '#ui/locale/index.ts';
import { deskIcon } from '../manager/desk-icons.ts';
import { chartStyles } from './charts/chart-styles.ts';
import { words } from './locale.ts';
import './report-table.ts';

export interface Drawing {
  readonly height: number;
  readonly content: SVGTemplateResult;
}

/** The breadth of A4 within its margins, in px. */
const paperWidth = 680;

/**
 * A chart with what it says in words above it and its table behind it.
 *
 * - `heading`, `said`, `table`, `timezone`, `days`
 * - `draw`: the picture for a width in px
 * - slots: `tools` beside the heading, `legend` below the picture
 */
@customElement('ph-report-figure')
export class ReportFigure extends LitElement {
  @property() heading = '';
  @property() said = '';
  @property({ attribute: false }) draw: ((width: number) => Drawing) | null = null;
  @property({ attribute: false }) table: ReportTable | null = null;
  @property() timezone = 'UTC';
  @property({ type: Boolean }) days = false;
  @state() private asTable = false;
  @state() private width = 0;
  @state() private paper = false;
  private readonly observer = new ResizeObserver(([entry]) => {
    const width = Math.floor(entry?.contentRect.width ?? 0);
    if (width > 0) this.width = width;
  });
  readonly language = new LanguageController(this);

  override render(): TemplateResult {
    return html`<section aria-labelledby="heading">
      <header>
        <h2 id="heading">${this.heading}</h2>
        <slot name="tools"></slot>
        <button type="button" class="button plain" @click=${this.turn}>
          ${deskIcon(this.asTable ? 'chart' : 'table')}${words.t(this.asTable ? 'as-chart' : 'as-table')}
        </button>
      </header>
      <p class="said">${this.said}</p>
      <div class="picture">${this.asTable && !this.paper ? this.tableBehind() : this.chart()}</div>
    </section>`;
  }

  private readonly turn = (): void => {
    this.asTable = !this.asTable;
  };

  private tableBehind(): TemplateResult {
    return html`<ph-report-table
      .table=${this.table}
      .timezone=${this.timezone}
      ?days=${this.days}
    ></ph-report-table>`;
  }

  private chart(): TemplateResult {
    const width = this.paper ? paperWidth : this.width;
    const drawing = width > 0 ? (this.draw?.(width) ?? null) : null;
    if (drawing === null) return html`<div class="space"></div>`;
    return html`<svg
        class="chart"
        role="img"
        aria-labelledby="heading"
        viewBox="0 0 ${width} ${drawing.height}"
        width=${width}
        height=${drawing.height}
      >
        ${drawing.content}
      </svg>
      <slot name="legend"></slot>`;
  }

  /** Paper is narrower than a screen: the picture is drawn for it, not shrunk. */
  private readonly toPaper = (): void => {
    this.paper = true;
  };

  private readonly fromPaper = (): void => {
    this.paper = false;
  };

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('beforeprint', this.toPaper);
    addEventListener('afterprint', this.fromPaper);
  }

  override firstUpdated(): void {
    const picture = this.renderRoot.querySelector('.picture');
    if (picture !== null) this.observer.observe(picture);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.observer.disconnect();
    removeEventListener('beforeprint', this.toPaper);
    removeEventListener('afterprint', this.fromPaper);
  }

  static override styles = [
    base,
    buttons,
    chartStyles,
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
        gap: var(--space-8) var(--space-16);
      }
      h2 {
        margin-inline-end: auto;
        font-size: var(--text-21);
      }
      .button {
        font-size: var(--text-15);
      }
      .said {
        color: var(--ink2);
        font-size: var(--text-15);
        line-height: var(--leading-help);
      }
      .space {
        height: calc(var(--u) * 200);
      }
      @media (max-width: 759px) {
        section {
          padding: var(--space-16);
        }
      }
      @media print {
        .button {
          display: none;
        }
        .said {
          margin-block: 3pt 6pt;
          font-size: 9pt;
        }
        h2 {
          font-size: 12pt;
        }
        section {
          display: block;
          padding: 8pt 0;
          background: none;
          box-shadow: none;
          break-inside: avoid;
        }
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-report-figure': ReportFigure;
  }
}
