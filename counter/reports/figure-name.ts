import { LitElement, css, html, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { figureWords, type FigureId } from '#protocol/words/figures.ts';
import { base } from '#ui/base-styles.ts';
import { LanguageController, textOf } from '#ui/locale/index.ts';

/**
 * A figure's name that tells what the figure is: on hover, on focus, and on a touch.
 *
 * - `figure`: its id
 */
@customElement('ph-figure-name')
export class FigureName extends LitElement {
  @property() figure: FigureId = 'issued';
  @state() private shown = false;
  readonly language = new LanguageController(this);

  override render(): TemplateResult {
    const { name, meaning } = figureWords[this.figure];
    return html`<button
        type="button"
        aria-describedby="meaning"
        @mouseenter=${this.show}
        @mouseleave=${this.hide}
        @focus=${this.show}
        @blur=${this.hide}
        @click=${this.show}
        @keydown=${this.key}
      >
        ${textOf(name)}</button
      ><span id="meaning" class=${this.shown ? 'shown' : ''}>${textOf(meaning)}</span>`;
  }

  private readonly show = (): void => {
    this.shown = true;
    void this.updateComplete.then(() => {
      this.place();
    });
  };

  private readonly hide = (): void => {
    this.shown = false;
  };

  private key(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !this.shown) return;
    event.stopPropagation();
    this.shown = false;
  }

  /** Below the name, within the window; nothing that scrolls cuts it off. */
  private place(): void {
    const tip = this.renderRoot.querySelector<HTMLElement>('#meaning');
    if (tip === null) return;
    const name = this.getBoundingClientRect();
    const { width, height } = tip.getBoundingClientRect();
    const left = Math.max(8, Math.min(name.left, innerWidth - width - 8));
    const below = name.bottom + 6;
    const top = below + height > innerHeight ? name.top - height - 6 : below;
    tip.style.setProperty('left', `${String(left)}px`);
    tip.style.setProperty('top', `${String(top)}px`);
  }

  static override styles = [
    base,
    css`
      :host {
        display: inline;
      }
      button {
        padding: 0.4em 0;
        border: 0;
        background: none;
        font-weight: inherit;
        line-height: inherit;
        text-align: inherit;
        text-decoration: underline dotted;
        text-decoration-color: var(--edge);
        text-underline-offset: 0.25em;
        cursor: help;
      }
      span {
        position: fixed;
        z-index: 9;
        inset: 0 auto auto 0;
        visibility: hidden;
        width: max-content;
        max-width: min(calc(var(--u) * 340), calc(100vw - 16px));
        padding: var(--space-12) var(--space-16);
        border-radius: var(--radius-row);
        background: var(--plate);
        color: var(--plate-ink);
        font-size: var(--text-15);
        font-weight: var(--weight-text);
        line-height: var(--leading-help);
        text-align: start;
        white-space: normal;
      }
      .shown {
        visibility: visible;
      }
      @media print {
        button {
          text-decoration: none;
        }
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-figure-name': FigureName;
  }
}
