import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { base, buttons } from '#ui/base-styles.ts';
import { emit } from '#ui/elements/emit.ts';
import '#ui/elements/ph-dialog.ts';
import { LanguageController } from '#ui/locale/index.ts';
import { fields } from '../field-styles.ts';
import { words as desk } from './locale.ts';
import { paletteEntries, type PaletteEntry } from './palette-entries.ts';
import { words } from './palette-locale.ts';
import { sections } from './sections.ts';

/**
 * Every page and act of the manager's desk by a few letters, and the keys of each: the way for whoever
 * works by keyboard, and the overview of what there is.
 *
 * - `open`
 *
 * @fires leave
 */
@customElement('ph-palette')
export class Palette extends LitElement {
  @property({ type: Boolean }) open = false;

  @state() private typed = '';
  @state() private chosen = 0;
  @query('input') private field!: HTMLInputElement | null;

  readonly language = new LanguageController(this);

  override render(): TemplateResult | typeof nothing {
    if (!this.open) return nothing;
    const found = this.found;
    const chosen = Math.min(this.chosen, found.length - 1);
    return html`<ph-dialog open .heading=${words.t('title')} @close=${this.leave}>
      <div class="stack">
        <div class="field">
          <label for="asked" aria-hidden="true">${words.t('search-label')}</label>
          <input
            id="asked"
            class="input"
            maxlength="40"
            autocomplete="off"
            spellcheck="false"
            role="combobox"
            aria-label=${words.t('search-label')}
            @keydown=${this.key}
            aria-expanded="true"
            aria-controls="found"
            aria-activedescendant=${found.length === 0 ? nothing : `entry-${String(chosen)}`}
            placeholder=${words.t('search-example')}
            .value=${this.typed}
            @input=${this.type}
          />
        </div>
        <ul id="found" role="listbox" aria-label=${words.t('title')}>
          ${found.map((entry, index) => this.entry(entry, index, index === chosen))}
        </ul>
        <p class="help" role="status">
          ${found.length === 0 ? words.t('none', { asked: this.typed.trim() }) : words.t('hint')}
        </p>
      </div>
    </ph-dialog>`;
  }

  private get found(): readonly PaletteEntry[] {
    return paletteEntries(this.typed, {
      sections: sections.map(({ id, label }) => ({ id, label: desk.t(label) })),
      notice: words.t('do-notice'),
      intake: words.t('do-intake'),
      find: words.t('do-find'),
      wall: words.t('do-wall'),
      undo: words.t('do-undo'),
      list: words.t('do-keys'),
      counter: (counter) => words.t('to-counter', { counter }),
      ticket: (number) => words.t('to-ticket', { number }),
    });
  }

  private entry(
    { label, href, keys }: PaletteEntry,
    index: number,
    isChosen: boolean,
  ): TemplateResult {
    return html`<li
      id="entry-${index}"
      role="option"
      class=${isChosen ? 'chosen' : ''}
      @keydown=${this.key}
      aria-selected=${isChosen ? 'true' : 'false'}
      @click=${() => {
        if (href !== null) this.go(href);
      }}
    >
      <span>${label}</span>
      ${
        keys.length === 0
          ? nothing
          : html`<span class="keys">${keys.map((each) => html`<kbd>${each}</kbd>`)}</span>`
      }
    </li>`;
  }

  private type(event: InputEvent): void {
    this.typed = (event.target as HTMLInputElement).value;
    this.chosen = 0;
  }

  private readonly key = (event: KeyboardEvent): void => {
    const { found } = this;
    const last = found.length - 1;
    if (event.key === 'ArrowDown') this.chosen = this.chosen >= last ? 0 : this.chosen + 1;
    else if (event.key === 'ArrowUp') this.chosen = this.chosen <= 0 ? last : this.chosen - 1;
    else if (event.key === 'Enter') {
      const href = found[Math.min(this.chosen, last)]?.href;
      if (href != null) this.go(href);
    } else return;
    event.preventDefault();
    void this.updateComplete.then(() => {
      this.renderRoot.querySelector('.chosen')?.scrollIntoView({ block: 'nearest' });
    });
  };

  private go(href: string): void {
    this.leave();
    location.hash = href;
  }

  private readonly leave = (): void => {
    this.typed = '';
    this.chosen = 0;
    emit(this, 'leave');
  };

  protected override updated(changed: Map<string, unknown>): void {
    if (!changed.has('open') || !this.open) return;
    // The dialog opens with its own first update; what is typed belongs into the field.
    requestAnimationFrame(() => {
      this.field?.focus();
    });
  }

  static override styles = [
    base,
    buttons,
    fields,
    css`
      .stack {
        display: grid;
        gap: var(--space-12);
      }
      ul {
        max-height: min(50vh, 30rem);
        overflow: auto;
        scrollbar-width: thin;
      }
      li {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: var(--space-16);
        min-height: var(--target);
        padding-inline: var(--space-12);
        border-radius: var(--radius-small);
        font-size: var(--text-17);
        cursor: pointer;
      }
      li:hover {
        background: var(--sunk);
      }
      .chosen {
        background: var(--sunk);
        box-shadow: inset 3px 0 0 var(--ink);
        font-weight: var(--weight-name);
      }
      .keys {
        display: flex;
        gap: var(--space-4);
      }
      kbd {
        min-width: 1.8em;
        padding: 0.1em 0.5em;
        border-radius: 6px;
        box-shadow: inset 0 0 0 1px var(--edge);
        color: var(--ink2);
        font: inherit;
        font-size: var(--text-14);
        text-align: center;
      }
      .help {
        color: var(--ink2);
        font-size: var(--text-14);
      }
      @media (hover: none) {
        .keys {
          display: none;
        }
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-palette': Palette;
  }
}
