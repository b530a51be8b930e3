import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Language } from '#core/vocabulary.ts';
import { discourtesiesIn, type Discourtesy } from '#protocol/words/courteous.ts';
import { base } from '#ui/base-styles.ts';
import { emit } from '#ui/elements/emit.ts';
import { LanguageController } from '#ui/locale/index.ts';
import { words } from './courteous-locale.ts';

/**
 * Rule courteous-words: the text once more with the words marked that a hall would not say, and a
 * better one for each. Nothing where it is courteous.
 *
 * - `said`: the text; `speaking`: its language
 *
 * @fires better detail is the whole text with one word exchanged
 */
@customElement('ph-courteous-note')
export class CourteousNote extends LitElement {
  @property() said = '';
  @property() speaking: Language = 'zh';
  readonly language = new LanguageController(this);

  override render(): TemplateResult {
    const found = discourtesiesIn(this.said, this.speaking);
    return html`<div aria-live="polite">
      ${
        found.length === 0
          ? nothing
          : html`<p>${words.t('hard')}</p>
              <blockquote lang=${this.speaking}>${marked(this.said, found)}</blockquote>
              <ul>
                ${found.map(
                  (each) =>
                    html`<li>
                      <button type="button" @click=${this.exchange(each)}>
                        ${words.t('instead', { word: each.word, better: each.better })}
                      </button>
                    </li>`,
                )}
              </ul>`
      }
    </div>`;
  }

  private exchange({ from, to, better }: Discourtesy): () => void {
    return () => {
      emit(this, 'better', this.said.slice(0, from) + better + this.said.slice(to));
    };
  }

  static override styles = [
    base,
    css`
      :host {
        display: block;
      }
      div {
        display: grid;
        gap: var(--space-8);
      }
      p {
        margin-block-start: var(--space-12);
      }
      p {
        color: var(--warn);
        font-size: var(--text-15);
        font-weight: var(--weight-label);
      }
      blockquote {
        margin: 0;
        padding-inline-start: var(--space-12);
        border-inline-start: 3px solid var(--warn);
        line-height: var(--leading-text);
        overflow-wrap: anywhere;
      }
      mark {
        background: none;
        color: inherit;
        font-weight: var(--weight-name);
        text-decoration: underline wavy var(--warn);
        text-underline-offset: 0.25em;
      }
      ul {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-8);
      }
      button {
        min-height: var(--target);
        padding: 0.3em 0.9em;
        border: 0;
        border-radius: var(--radius-row);
        background: var(--surface);
        box-shadow: inset 0 0 0 calc(var(--u) * 1.5) var(--edge);
        color: var(--ink);
        font-size: var(--text-15);
        font-weight: var(--weight-label);
        cursor: pointer;
      }
    `,
  ];
}

function marked(said: string, found: readonly Discourtesy[]): unknown[] {
  const parts: unknown[] = [];
  let at = 0;
  for (const { from, to, word } of found) {
    // Two patterns may find the same place: it is marked once.
    if (from < at) continue;
    parts.push(said.slice(at, from), html`<mark>${word}</mark>`);
    at = to;
  }
  return [...parts, said.slice(at)];
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-courteous-note': CourteousNote;
  }
}
