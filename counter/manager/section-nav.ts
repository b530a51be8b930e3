import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { base } from '#ui/base-styles.ts';
import { emit } from '#ui/elements/emit.ts';
import { LanguageController } from '#ui/locale/index.ts';
import { themes } from '#ui/themes.ts';
import { deskIcon } from './desk-icons.ts';
import { words } from './locale.ts';
import { words as palette } from './palette-locale.ts';
import { hrefTo } from './route.ts';
import { sections, type Section } from './sections.ts';

/** What a phone's bar holds beside "more". */
const atOnceMax = 4;

/**
 * The way between the sections: a rail at the side; on a phone a bar below, whose last key unfolds
 * the rest. Links all of them, so that a section opens in a new tab as well.
 *
 * - `current`: id of the section that is open
 */
@customElement('ph-section-nav')
export class SectionNav extends LitElement {
  @property() current = '';
  @state() private unfolded = false;
  readonly language = new LanguageController(this);

  override render(): TemplateResult {
    return html`<nav
      data-theme="dark"
      class=${this.unfolded ? 'unfolded' : ''}
      aria-label=${words.t('navigation')}
      @keydown=${this.key}
    >
      <ul>
        ${sections.map((section, index) => this.item(section, index))}
        ${
          sections.length > atOnceMax + 1
            ? html`<li class="fold">
                <button
                  type="button"
                  aria-expanded=${this.unfolded ? 'true' : 'false'}
                  @click=${this.fold}
                >
                  ${deskIcon('more')}<span>${words.t(this.unfolded ? 'less' : 'more')}</span>
                </button>
              </li>`
            : nothing
        }
        <li class="keys">
          <button
            type="button"
            @click=${() => {
              emit(this, 'palette');
            }}
          >
            <kbd aria-hidden="true">?</kbd><span>${palette.t('short')}</span>
          </button>
        </li>
      </ul>
    </nav>`;
  }

  private item({ id, label, icon }: Section, index: number): TemplateResult {
    // The one that is open takes the last place on a phone's bar.
    const isOpenLater = sections.findIndex((each) => each.id === this.current) >= atOnceMax;
    const shown = isOpenLater ? atOnceMax - 1 : atOnceMax;
    const isLater = sections.length > atOnceMax + 1 && index >= shown && id !== this.current;
    return html`<li class=${isLater ? 'later' : ''}>
      <a
        href=${hrefTo(id)}
        aria-current=${id === this.current ? 'page' : nothing}
        @click=${() => {
          this.unfolded = false;
        }}
        >${deskIcon(icon)}<span>${words.t(label)}</span></a
      >
    </li>`;
  }

  private readonly fold = (): void => {
    this.unfolded = !this.unfolded;
  };

  private key(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !this.unfolded) return;
    event.stopPropagation();
    this.unfolded = false;
    this.renderRoot.querySelector<HTMLElement>('.fold button')?.focus();
  }

  static override styles = [
    base,
    themes,
    css`
      :host {
        display: block;
        min-height: 0;
      }
      nav {
        height: 100%;
        padding-block: var(--space-8);
        overflow: hidden auto;
        scrollbar-width: none;
        background: var(--desk-head-ground);
      }
      ul {
        display: grid;
        gap: var(--space-4);
        padding-inline: var(--space-8);
      }
      a,
      button {
        position: relative;
        display: flex;
        flex-direction: column;
        align-items: center;
        justify-content: center;
        gap: var(--space-4);
        width: 100%;
        min-height: calc(var(--u) * 60);
        padding: var(--space-8) 0;
        border: 0;
        border-radius: var(--radius-row);
        background: none;
        color: var(--ink2);
        font-size: var(--text-13);
        font-weight: var(--weight-label);
        line-height: 1.15;
        text-align: center;
        text-decoration: none;
        cursor: pointer;
      }
      a .icon,
      button .icon {
        width: calc(var(--u) * 24);
        height: calc(var(--u) * 24);
      }
      a:hover {
        color: var(--ink);
      }
      /* Named by its bar as well as by its ground: never by colour alone. */
      a[aria-current='page'] {
        background: var(--surface);
        color: var(--ink);
        font-weight: var(--weight-heading);
      }
      a[aria-current='page']::before {
        content: '';
        position: absolute;
        inset: 25% auto 25% 0;
        width: calc(var(--u) * 4);
        border-radius: calc(var(--u) * 2);
        background: var(--ink);
      }
      :focus-visible {
        outline-offset: calc(var(--u) * -3);
      }
      .fold {
        display: none;
      }
      kbd {
        display: grid;
        place-items: center;
        width: calc(var(--u) * 24);
        height: calc(var(--u) * 24);
        border-radius: 6px;
        box-shadow: inset 0 0 0 1px var(--edge);
        font: inherit;
        font-size: var(--text-15);
      }
      @media (max-width: 759px) {
        nav {
          height: auto;
          padding: var(--space-4) var(--space-8) calc(var(--space-4) + env(safe-area-inset-bottom));
        }
        ul {
          grid-template-columns: repeat(5, minmax(0, 1fr));
          padding: 0;
        }
        a,
        button {
          min-height: calc(var(--u) * 52);
          padding-block: var(--space-4);
        }
        a[aria-current='page']::before {
          inset: 0 30% auto;
          width: auto;
          height: calc(var(--u) * 4);
        }
        .fold {
          display: block;
          order: 1;
        }
        .keys,
        .later {
          display: none;
        }
        .unfolded .later {
          display: block;
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

declare global {
  interface HTMLElementTagNameMap {
    'ph-section-nav': SectionNav;
  }
}
