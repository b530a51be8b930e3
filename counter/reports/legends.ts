import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { crossAt } from './charts/by-day.ts';
import { seatShape } from './charts/seats.ts';
import { words } from './locale.ts';

type LegendKey =
  | 'legend-arrivals'
  | 'legend-waiting'
  | 'legend-staffed'
  | 'legend-kept'
  | 'legend-broken'
  | 'legend-rest'
  | 'legend-open'
  | 'legend-serving'
  | 'legend-paused'
  | 'legend-absent'
  | 'legend-handover';

/** Below a chart: each mark as it stands there, with its word. */
function legend(items: readonly (readonly [LegendKey, SVGTemplateResult])[]): TemplateResult {
  return html`<ul class="legend" slot="legend">
    ${items.map(
      ([key, mark]) =>
        html`<li>
          <svg class="chart" width="24" height="18" viewBox="0 0 24 18" aria-hidden="true">
            ${mark}</svg
          >${words.t(key)}
        </li>`,
    )}
  </ul>`;
}

const square = (name: string): SVGTemplateResult =>
  svg`<rect class=${name} x="4" y="1" width="16" height="16" />`;

export function dayLegend(): TemplateResult {
  return legend([
    ['legend-arrivals', square('bar soft')],
    ['legend-waiting', svg`<path class="waiting" d="M0 9H24" />`],
    ['legend-staffed', svg`<path class="staffed" d="M0 13H12V5H24" />`],
  ]);
}

export function daysLegend(): TemplateResult {
  return legend([
    ['legend-kept', square('bar')],
    ['legend-broken', svg`${square('broken')}<path class="cross" d=${crossAt(12, 9)} />`],
    ['legend-rest', square('rest')],
  ]);
}

export function seatsLegend(): TemplateResult {
  const kinds = ['open', 'serving', 'paused', 'absent', 'handover'] as const;
  return legend(kinds.map((kind) => [`legend-${kind}`, seatShape(kind, 0, 0, 24, 18)]));
}
