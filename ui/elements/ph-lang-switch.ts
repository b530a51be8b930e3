import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { languages, type Language } from '#core/vocabulary.ts';
import { base, buttons } from '../base-styles.ts';
import { icon } from '../icons.ts';
import { LanguageController, language, languageNames, languageTags } from '../locale/index.ts';
import { emit } from './emit.ts';

/**
 * Offers the other language by its own name, and switches the whole page at once.
 *
 * - `offered`: the hall's languages; with fewer than two it shows nothing
 * - `short`: 中 / EN for narrow heads; the full name stays for screen readers
 * - `touch`: 60 px target
 * - event `language`, detail `{ language }`, after the switch
 */
@customElement('ph-lang-switch')
export class LanguageSwitch extends LitElement {
  @property({ attribute: false }) offered: readonly Language[] = languages;
  @property({ type: Boolean }) short = false;
  @property({ type: Boolean }) touch = false;

  readonly language = new LanguageController(this);

  override render(): TemplateResult {
    const others = this.offered.filter((one) => one !== this.language.value);
    return html`${others.map(
      (other) =>
        html`<button
          class="button plain ${this.touch ? 'touch' : ''} ${this.short ? 'short' : ''}"
          type="button"
          lang=${languageTags[other]}
          aria-label=${this.short ? languageNames[other] : nothing}
          @click=${() => {
            language.set(other);
            emit(this, 'language', { language: other });
          }}
        >
          ${this.short ? shortName(other) : html`${icon('globe')}<span>${languageNames[other]}</span>`}
        </button>`,
    )}`;
  }

  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: inline-flex;
        gap: 0.5em;
      }
      .button {
        flex: 1;
        background: transparent;
      }
      .short {
        padding-inline: 0.6em;
      }
    `,
  ];
}

function shortName(one: Language): string {
  return one === 'zh' ? languageNames.zh.slice(0, 1) : one.toUpperCase();
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-lang-switch': LanguageSwitch;
  }
  interface HTMLElementEventMap {
    language: CustomEvent<{ language: Language }>;
  }
}
