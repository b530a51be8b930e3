import { LitElement, css, html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { figureWords } from '#protocol/words/figures.ts';
import { base } from '#ui/base-styles.ts';
import { LanguageController, textOf } from '#ui/locale/index.ts';
import { words } from './locale.ts';

/** Every figure of the reports and what it is: the same words as in the tooltips and the exports. */
@customElement('ph-figure-glossary')
export class FigureGlossary extends LitElement {
  readonly language = new LanguageController(this);

  override render(): TemplateResult {
    return html`<p>${words.t('glossary-intro')}</p>
      <dl>
        ${Object.entries(figureWords).map(
          ([id, { name, meaning }]) =>
            html`<div id=${id}>
              <dt>${textOf(name)}</dt>
              <dd>${textOf(meaning)}</dd>
            </div>`,
        )}
      </dl>`;
  }

  static override styles = [
    base,
    css`
      :host {
        display: grid;
        gap: var(--space-24);
      }
      p {
        max-width: 46em;
        color: var(--ink2);
        line-height: var(--leading-help);
      }
      dl {
        padding: var(--space-8) var(--space-24);
        border-radius: var(--radius-card);
        background: var(--surface);
        box-shadow: inset 0 0 0 1px var(--line);
      }
      dl div {
        display: grid;
        grid-template-columns: minmax(0, 14em) minmax(0, 46em);
        gap: var(--space-4) var(--space-24);
        padding-block: var(--space-12);
      }
      dl div + div {
        border-block-start: 1px solid var(--line);
      }
      dt {
        font-weight: var(--weight-name);
      }
      dd {
        line-height: var(--leading-help);
      }
      @media (max-width: 759px) {
        dl {
          padding-inline: var(--space-16);
        }
        dl div {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-figure-glossary': FigureGlossary;
  }
}
