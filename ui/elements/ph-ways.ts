import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { RedirectView } from '#protocol/views.ts';
import { base } from '../base-styles.ts';
import { LanguageController, common, textOf } from '../locale/index.ts';
import { phrased } from '../phrased.ts';
import { shortestWay } from './shortest-way.ts';
import './ph-plate.ts';

/**
 * Counters to go to instead: plate, way, queue. The first with the shortest line is lit, the others
 * stand solid. The font size is that of the way's words; a plate is four times as large.
 *
 * - `ways`: as a sign or a view gives them, at most three are shown; none renders nothing
 * - `unlit`: no lamp, where something else on the page is lit already
 */
@customElement('ph-ways')
export class Ways extends LitElement {
  @property({ attribute: false }) ways: readonly RedirectView[] = [];
  @property({ type: Boolean }) unlit = false;

  readonly language = new LanguageController(this);

  override render(): TemplateResult | typeof nothing {
    if (this.ways.length === 0) return nothing;
    const shortest = this.unlit ? -1 : shortestWay(this.ways);
    return html`<ul>
      ${this.ways.slice(0, 3).map((way, index) => wayRow(way, index === shortest))}
    </ul>`;
  }

  static override styles = [
    base,
    css`
      :host {
        display: block;
        --plate-size: 4em;
      }
      ul {
        display: grid;
        gap: 0.8em;
      }
      li {
        display: flex;
        align-items: center;
        gap: 0.66em;
      }
      .words {
        display: grid;
        gap: 0.12em;
        line-height: 1.2;
      }
      .place {
        font-weight: var(--weight-name);
        text-wrap: balance;
      }
      .queue {
        color: var(--ink2);
        font-size: 0.87em;
        font-variant-numeric: tabular-nums;
      }
      .alone {
        color: var(--ink);
        font-size: 1em;
        font-weight: var(--weight-name);
      }
    `,
  ];
}

function wayRow(way: RedirectView, lit: boolean): TemplateResult {
  const queue =
    way.waiting === 0 ? common.t('sign-no-wait') : common.t('sign-waiting', { count: way.waiting });
  return html`<li>
    <ph-plate decorative .counter=${way.counter} .state=${lit ? 'calling' : 'idle'}></ph-plate>
    <span class="visually-hidden">${common.t('counter-named', { counter: way.counter })}</span>
    <span class="words">
      ${way.place === null ? nothing : html`<span class="place phrases">${phrased(textOf(way.place))}</span>`}
      <span class="queue ${way.place === null ? 'alone' : ''}">${queue}</span>
    </span>
  </li>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-ways': Ways;
  }
}
