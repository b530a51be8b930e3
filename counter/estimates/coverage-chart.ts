import { LitElement, css, html, svg, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { base } from '#ui/base-styles.ts';
import { LanguageController, dayOf } from '#ui/locale/index.ts';
import { words } from './locale.ts';
import { shareOf, type AuditLine } from './shares.ts';

const width = 720;
const height = 170;
const left = 44;
const right = 16;
const foot = 24;
const fewTickets = 20;

/**
 * Coverage by day on the band that is right. What lies outside it is a hollow square, not only
 * another colour; a day of few tickets says little and is a small dot wherever it lies.
 *
 * - `lines`: oldest first
 */
@customElement('ph-coverage-chart')
export class CoverageChart extends LitElement {
  @property({ attribute: false }) lines: readonly AuditLine[] = [];
  readonly language = new LanguageController(this);

  override render(): TemplateResult {
    const { lines } = this;
    const from = dayOf(lines[0]?.date ?? '');
    const to = dayOf(lines.at(-1)?.date ?? '');
    const least = Math.min(0.7, ...lines.map(({ coverage90 }) => coverage90 ?? 1));
    const floor = Math.floor(least * 10) / 10;
    const y = (share: number) => 10 + ((1 - share) / (1 - floor)) * (height - 20);
    const step = (width - left - right) / Math.max(lines.length, 1);
    const x = (index: number) => left + (index + 0.5) * step;
    const path = lines
      .map(({ coverage90 }, index) => `${index === 0 ? 'M' : 'L'}${x(index)} ${y(coverage90 ?? 1)}`)
      .join('');
    const every = Math.max(1, Math.ceil(lines.length / 10));
    return html`<svg
      viewBox="0 0 ${width} ${height + foot}"
      role="img"
      aria-label=${words.t('chart-label', { from, to })}
    >
      <rect
        class="band"
        x=${left}
        y=${y(0.95)}
        width=${width - left - right}
        height=${y(0.85) - y(0.95)}
      />
      ${[1, 0.95, 0.85, floor].map(
        (share) => svg`<text x=${left - 8} y=${y(share) + 4} text-anchor="end">
            ${Math.round(share * 100)}%
          </text>
          <line x1=${left} x2=${width - right} y1=${y(share)} y2=${y(share)} />`,
      )}
      <path d=${path} />
      ${lines.map((line, index) => {
        const share = line.coverage90 ?? 1;
        const isFew = line.told < fewTickets;
        const isRight = isFew || (share >= 0.85 && share <= 0.95);
        const title = words.t('chart-day', {
          day: dayOf(line.date),
          share: shareOf(share),
          count: line.told,
        });
        return svg`<g>
          <title>${title}</title>
          ${
            isRight
              ? svg`<circle cx=${x(index)} cy=${y(share)} r=${isFew ? 3 : 5} />`
              : svg`<rect class="off" x=${x(index) - 6} y=${y(share) - 6} width="12" height="12" />`
          }
          ${
            index % every === 0
              ? svg`<text x=${x(index)} y=${height + 16} text-anchor="middle">
                  ${line.date.slice(5).replace('-', '/')}
                </text>`
              : ''
          }
        </g>`;
      })}
    </svg>`;
  }

  static override styles = [
    base,
    css`
      :host {
        display: block;
      }
      svg {
        width: 100%;
        max-width: calc(var(--u) * 960);
        height: auto;
      }
      text {
        fill: var(--ink2);
        font-size: 13px;
        font-variant-numeric: tabular-nums;
      }
      line {
        stroke: var(--line);
      }
      .band {
        fill: var(--sunk);
      }
      path {
        fill: none;
        stroke: var(--edge);
        stroke-width: 2;
      }
      circle {
        fill: var(--ink);
      }
      .off {
        fill: var(--surface);
        stroke: var(--bad);
        stroke-width: 3;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-coverage-chart': CoverageChart;
  }
}
