import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { base } from '../base-styles.ts';
import { api } from '../hub/api.ts';
import { LanguageController } from '../locale/index.ts';
import { words } from './locale.ts';

interface Pictured {
  readonly text: string;
  /** A PNG as a data address. */
  readonly picture: string;
}
type Paper = Pictured & { readonly number: string };
type BoardPicture = Pictured & { readonly counter: string };

/** Of what stands there; the hub draws only what has changed. */
const askAgainMs = 2_000;

/**
 * What the devices of a training hall would show: the newest ticket on paper, the boards above the
 * counters. It asks the hub only while somebody looks at it.
 *
 * - `not-live`: the hub is away, what is shown is not current
 */
@customElement('ph-device-shelf')
export class DeviceShelf extends LitElement {
  @property({ type: Boolean, attribute: 'not-live' }) notLive = false;

  @state() private paper: Paper | null = null;
  @state() private boards: readonly BoardPicture[] = [];
  @state() private isKnown = false;

  private watcher: IntersectionObserver | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isSeen = false;
  private isAsking = false;
  readonly language = new LanguageController(this);

  override connectedCallback(): void {
    super.connectedCallback();
    this.watcher = new IntersectionObserver((entries) => {
      this.isSeen = entries.at(-1)?.isIntersecting === true;
      void this.ask();
    });
    this.watcher.observe(this);
    document.addEventListener('visibilitychange', this.onVisible);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.watcher?.disconnect();
    this.watcher = null;
    this.isSeen = false;
    clearTimeout(this.timer);
    document.removeEventListener('visibilitychange', this.onVisible);
  }

  private readonly onVisible = (): void => {
    void this.ask();
  };

  private async ask(): Promise<void> {
    if (!this.isSeen || document.hidden || this.isAsking) return;
    clearTimeout(this.timer);
    this.isAsking = true;
    const [paper, boards] = await Promise.all([
      api<{ paper: Paper | null }>('/api/training/paper'),
      api<{ boards: readonly BoardPicture[] }>('/api/training/boards'),
    ]);
    this.isAsking = false;
    if (paper.ok) this.paper = paper.data.paper;
    if (boards.ok) this.boards = boards.data.boards;
    this.isKnown ||= paper.ok && boards.ok;
    this.timer = setTimeout(() => void this.ask(), askAgainMs);
  }

  override render(): TemplateResult {
    return html`<section aria-labelledby="heading">
      <h2 id="heading">${words.t('shelf')}</h2>
      <p class="help">${words.t('shelf-help')}</p>
      <div class="things ${this.notLive ? 'old' : ''}">
        <div class="paper">${this.isKnown ? this.ticket() : nothing}</div>
        <ul>
          ${repeat(
            this.boards,
            ({ counter }) => counter,
            ({ counter, text, picture }) =>
              html`<li>
                <span class="name" aria-hidden="true">${words.t('board', { counter })}</span>
                <img src=${picture} alt=${boardAlt(counter, text)} />
              </li>`,
          )}
        </ul>
      </div>
    </section>`;
  }

  private ticket(): TemplateResult {
    const { paper } = this;
    if (paper === null) return html`<p class="none">${words.t('paper-none')}</p>`;
    const { number, picture, text } = paper;
    return html`<img src=${picture} alt=${words.t('paper-alt', { number })} />
      <details>
        <summary>${words.t('paper-text')}</summary>
        <pre tabindex="0">${text}</pre>
      </details>`;
  }

  static override styles = [
    base,
    css`
      :host {
        display: block;
        margin-block-start: var(--space-32);
        /* Seen, and so asked for, before anything stands in it. */
        min-height: calc(var(--u) * 240);
      }
      h2 {
        font-size: var(--text-21);
      }
      .help,
      .none {
        color: var(--ink2);
        line-height: var(--leading-help);
      }
      .things {
        display: grid;
        grid-template-columns: calc(var(--u) * 320) minmax(0, 1fr);
        gap: var(--space-24) var(--space-48);
        align-items: start;
        margin-block-start: var(--space-16);
      }
      .old {
        opacity: 0.6;
      }
      .paper {
        padding: var(--space-16);
        border-radius: var(--radius-row);
        background: var(--sunk);
      }
      img {
        display: block;
        width: 100%;
        height: auto;
      }
      ul {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(calc(var(--u) * 400), 100%), 1fr));
        gap: var(--space-24);
        margin: 0;
        padding: 0;
        list-style: none;
      }
      .name {
        display: block;
        margin-block-end: var(--space-8);
        color: var(--ink2);
        font-size: var(--text-15);
        font-weight: var(--weight-label);
      }
      summary {
        display: flex;
        align-items: center;
        min-height: var(--target);
        font-weight: var(--weight-label);
        cursor: pointer;
      }
      pre {
        margin: 0;
        overflow-x: auto;
        font-size: var(--text-14);
        line-height: 1.35;
      }
      @media (max-width: 759px) {
        .things {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];
}

function boardAlt(counter: string, text: string): string {
  const shown = text
    .split('\n')
    .filter((line) => !line.startsWith('['))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
  return words.t(shown === '' ? 'board-dark' : 'board-alt', { counter, shown });
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-device-shelf': DeviceShelf;
  }
}
