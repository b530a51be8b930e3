import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { RedirectView } from '#protocol/views.ts';
import { base } from '../base-styles.ts';
import { LanguageController, common, textOf } from '../locale/index.ts';
import './ph-plate.ts';

/**
 * Where to go instead: plates with the way and the line there; the shortest line is lit, which is
 * the one lit thing of a paused counter's screen.
 *
 * - `ways`: from a sign; at most three are shown
 * - `--plate-size`: side of the plates; the words take the font size
 */
@customElement('ph-ways')
export class Ways extends LitElement {
  @property({ attribute: false }) ways: readonly RedirectView[] = [];

  readonly language = new LanguageController(this);

  override render(): TemplateResult {
    const shown = this.ways.slice(0, 3);
    const shortest = shown.reduce<RedirectView | null>(
      (best, way) => (best === null || way.waiting < best.waiting ? way : best),
      null,
    );
    return html`<ul>
      ${shown.map(
        (way) =>
          html`<li>
            <span class="visually-hidden"
              >${common.t('counter-named', { counter: way.counter })}</span
            >
            <ph-plate
              decorative
              .counter=${way.counter}
              .state=${way === shortest ? 'calling' : 'serving'}
            ></ph-plate>
            <span class="words">
              ${way.place === null ? nothing : html`<span class="place">${textOf(way.place)}</span>`}
              <span class=${way.place === null ? 'place' : 'line'}
                >${
                  way.waiting === 0
                    ? common.t('sign-no-wait')
                    : common.t('sign-waiting', { count: way.waiting })
                }</span
              >
            </span>
          </li>`,
      )}
    </ul>`;
  }

  static override styles = [
    base,
    css`
      :host {
        display: block;
        --plate-size: 3.7em;
      }
      ul {
        display: grid;
        gap: 0.75em;
      }
      li {
        display: flex;
        align-items: center;
        gap: 0.65em;
      }
      .words {
        display: grid;
        line-height: 1.2;
      }
      .place {
        font-weight: var(--weight-name);
      }
      .line {
        color: var(--ink2);
        font-size: 0.86em;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-ways': Ways;
  }
}
