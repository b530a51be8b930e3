import { LitElement, css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { base } from '#ui/base-styles.ts';
import { icon } from '#ui/icons.ts';
import { LanguageController } from '#ui/locale/index.ts';
import { copyText } from './copy-text.ts';
import { words } from './locale.ts';

/**
 * The sentence one could say now: an offer. One click copies it, for a chat or a message.
 *
 * - `sentence`, and `label` above it (what one could say, by default)
 */
@customElement('ph-say-line')
export class SayLine extends LitElement {
  @property() sentence = '';
  @property() label = '';
  @state() private copied = false;

  readonly language = new LanguageController(this);

  override render(): TemplateResult | typeof nothing {
    if (this.sentence === '') return nothing;
    return html`<button class="say" type="button" @click=${this.copy}>
      <span class="label"
        ><span>${this.label === '' ? words.t('say-title') : this.label}</span>
        <span class="copy" role="status"
          >${this.copied ? html`${icon('check', 'mark')}${words.t('say-copied')}` : words.t('say-copy')}</span
        ></span
      >
      <span class="sentence">${this.sentence}</span>
    </button>`;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('sentence')) this.copied = false;
  }

  private async copy(): Promise<void> {
    this.copied = await copyText(this.sentence.replaceAll(/[“”]/g, ''));
  }

  static override styles = [
    base,
    css`
      :host {
        display: block;
      }
      .say {
        display: grid;
        gap: var(--space-8);
        width: 100%;
        padding: calc(var(--u) * 16) calc(var(--u) * 22) calc(var(--u) * 18);
        border: 0;
        border-radius: calc(var(--u) * 18);
        background: var(--sunk);
        text-align: start;
        cursor: pointer;
      }
      .label {
        display: flex;
        justify-content: space-between;
        gap: var(--space-12);
        color: var(--ink2);
        font-size: var(--text-14);
      }
      .copy {
        display: inline-flex;
        align-items: center;
        gap: 0.35em;
        text-decoration: underline;
        text-underline-offset: 0.22em;
      }
      .copy svg {
        width: 1em;
        height: 1em;
      }
      .sentence {
        font-size: var(--text-21);
        font-weight: var(--weight-label);
        line-height: 1.42;
        text-wrap: pretty;
      }
      @media (max-width: 1199px) {
        .sentence {
          font-size: var(--text-17);
        }
        .say {
          padding: var(--space-12) var(--space-16);
          gap: var(--space-4);
        }
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-say-line': SayLine;
  }
}
