import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { languages as allLanguages, type Language } from '#core/vocabulary.ts';
import { base, buttons } from '../base-styles.ts';
import { icon } from '../icons.ts';
import {
  LanguageController,
  language,
  languageNames,
  languageShortNames,
  languageTags,
} from '../locale/index.ts';
import { emit } from './emit.ts';

/**
 * Goes to the next language at one touch; the button says that language's own name, for those who
 * do not read the present one.
 *
 * - `languages`: the hall's; with fewer than two nothing is shown
 * - `look`: `plain` with a globe; `small` is for a desk's head and says `EN`
 *
 * @fires language after the switch; detail is the new language
 */
@customElement('ph-lang-switch')
export class LanguageSwitch extends LitElement {
  @property({ attribute: false }) languages: readonly Language[] = allLanguages;
  @property() look: 'plain' | 'small' = 'plain';

  readonly now = new LanguageController(this);

  override render(): TemplateResult | typeof nothing {
    const next = this.next();
    if (next === null) return nothing;
    return html`<button
      class="button plain ${this.look}"
      type="button"
      lang=${languageTags[next]}
      aria-label=${this.look === 'small' ? smallLabel(next) : nothing}
      @click=${this.switchLanguage}
    >
      ${
        this.look === 'small'
          ? html`<span>${languageShortNames[next]}</span>`
          : html`${icon('globe')}<span>${languageNames[next]}</span>`
      }
    </button>`;
  }

  private next(): Language | null {
    const others = this.languages;
    if (others.length < 2) return null;
    return others[(others.indexOf(language.get()) + 1) % others.length] ?? null;
  }

  private readonly switchLanguage = (): void => {
    const next = this.next();
    if (next === null) return;
    language.set(next);
    emit(this, 'language', next);
  };

  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: inline-block;
      }
      .button {
        width: 100%;
        height: 100%;
        background: transparent;
        color: var(--ink);
      }
      .button.small {
        padding: 0.3em 0.9em;
        border-radius: var(--radius-small);
        box-shadow: inset 0 0 0 calc(var(--u) * 1) var(--edge);
        font-size: var(--text-14);
      }
    `,
  ];
}

/** Begins with what stands on the button, so that it answers to a voice that reads it out. */
function smallLabel(next: Language): string {
  const seen = languageShortNames[next];
  const name = languageNames[next];
  return seen === name ? name : `${seen} ${name}`;
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-lang-switch': LanguageSwitch;
  }
}
