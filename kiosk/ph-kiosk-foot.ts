import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Language } from '#core/vocabulary.ts';
import { base } from '#ui/base-styles.ts';
import { emit } from '#ui/elements/emit.ts';
import { icon } from '#ui/icons.ts';
import { LanguageController, language, languageNames, languageTags } from '#ui/locale/index.ts';
import { words } from './locale.ts';
import { screenStyles } from './screen-styles.ts';

/**
 * The foot bar: other language, large text, read aloud.
 *
 * - `offered`: the hall's languages
 * - `large`: large text is on: reading aloud is the filled button
 * - `voice`: a suitable voice is on this machine; without one the button is not there
 * - `back`: the first button leads one screen back instead of switching the language
 * - `no-size`: without the switch for large text
 * - events `large-text`, `read-aloud`, `back`
 */
@customElement('ph-kiosk-foot')
export class KioskFoot extends LitElement {
  @property({ attribute: false }) offered: readonly Language[] = [];
  @property({ type: Boolean }) large = false;
  @property({ type: Boolean }) voice = false;
  @property({ type: Boolean }) back = false;
  @property({ type: Boolean, attribute: 'no-size' }) noSize = false;

  readonly language = new LanguageController(this);

  override render(): TemplateResult {
    return html`<div class="bar ${this.large ? 'large' : ''}">
      ${this.back ? this.button('back', html`${icon('back')}<span>${words.t('back')}</span>`) : this.languages()}
      ${this.voice && this.large ? this.reading() : nothing} ${this.noSize ? nothing : this.size()}
      ${this.voice && !this.large ? this.reading() : nothing}
    </div>`;
  }

  private languages(): TemplateResult {
    const others = this.offered.filter((one) => one !== this.language.value);
    return html`${others.map(
      (other) =>
        html`<button
          class="act"
          type="button"
          lang=${languageTags[other]}
          @click=${() => {
            language.set(other);
          }}
        >
          ${icon('globe')}<span>${languageNames[other]}</span>
        </button>`,
    )}`;
  }

  private size(): TemplateResult {
    return this.button(
      'large-text',
      this.large
        ? html`<span>${words.t('usual-text')}</span>`
        : html`<span class="letter" aria-hidden="true">${words.t('large-letter')}</span
            ><span>${words.t('large-text')}</span>`,
    );
  }

  private reading(): TemplateResult {
    return this.button(
      'read-aloud',
      html`${icon('speaker')}<span>${words.t('read-aloud')}</span>`,
      this.large ? 'filled' : '',
    );
  }

  private button(name: string, content: TemplateResult, look = ''): TemplateResult {
    return html`<button
      class="act ${look}"
      type="button"
      @click=${() => {
        emit(this, name);
      }}
    >
      ${content}
    </button>`;
  }

  static override styles = [
    base,
    screenStyles,
    css`
      :host {
        height: auto;
      }
      .bar {
        display: flex;
        gap: calc(var(--u) * 24);
      }
      .act {
        flex: 1 1 0;
        min-width: 0;
        padding-inline: calc(var(--u) * 16);
      }
      .letter {
        font-size: 1.35em;
        font-weight: 720;
        line-height: 1;
      }
      .filled {
        flex-grow: 1.3;
        background: var(--plate);
        color: var(--plate-ink);
        box-shadow: none;
      }
      .large .act {
        min-height: calc(var(--u) * 160);
      }
      .large .act:lang(en) {
        font-size: calc(var(--u) * 46);
      }
      @media (orientation: landscape) {
        .act,
        .large .act,
        .large .act:lang(en) {
          min-height: calc(var(--u) * 108);
          font-size: calc(var(--u) * 36);
        }
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-kiosk-foot': KioskFoot;
  }
}
