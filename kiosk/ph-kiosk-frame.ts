import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { HallHead } from '#protocol/views.ts';
import { base } from '#ui/base-styles.ts';
import { themes } from '#ui/themes.ts';
import { icon } from '#ui/icons.ts';
import { LanguageController, isQuick, textOf, timeOfDay } from '#ui/locale/index.ts';
import '#ui/elements/ph-hall-status.ts';
import '#ui/elements/ph-training-tag.ts';
import { phrased } from '#ui/phrased.ts';
import { figures } from './figures.ts';
import { words } from './locale.ts';
import { screenStyles } from './screen-styles.ts';

/**
 * Where a page's first time takes as long as a fifth of its first screen, head and buttons stand
 * first, and hours and time join them in the next frame. Once a page.
 */
let isTimed = isQuick;

/**
 * A kiosk screen: the head (hall, hours, time, question), what is asked below it, and the foot.
 *
 * - `hall`, `nowMs`: for the head's first line; without a hall the line stays empty
 * - `heading`, `help`: the question, and a line below it
 * - `look`: `pine`; `lamp` while numbers run out; `whole`: the whole screen is dark
 * - `large`: large text
 * - `status`: false leaves the hall's state out, where the heading says it
 * - slots: default, `foot`
 */
@customElement('ph-kiosk-frame')
export class KioskFrame extends LitElement {
  @property({ attribute: false }) hall: HallHead | null = null;
  @property({ attribute: false }) nowMs = 0;
  @property() heading = '';
  @property() help = '';
  @property() look: 'pine' | 'lamp' | 'whole' = 'pine';
  @property({ type: Boolean }) large = false;
  @property({ type: Boolean, attribute: 'no-status' }) noStatus = false;

  @state() private timed = isTimed;

  readonly language = new LanguageController(this);

  protected override firstUpdated(): void {
    if (this.timed) return;
    requestAnimationFrame(() =>
      setTimeout(() => {
        this.timed = isTimed = true;
      }),
    );
  }

  override render(): TemplateResult {
    const { hall, look } = this;
    return html`<div
      class="frame ${look} ${this.large ? 'large' : ''}"
      data-theme=${look === 'whole' ? 'dark' : nothing}
    >
      <header data-theme=${look === 'lamp' ? 'lamp' : 'dark'}>
        <div class="first">
          <span class="hall">${hall === null ? '' : textOf(hall.name)}</span>
          ${this.noStatus || hall === null || !this.timed ? nothing : this.status(hall)}
          <span class="corner">
            ${hall?.training === true ? html`<ph-training-tag></ph-training-tag>` : nothing}
            <time class="time"
              >${hall === null || !this.timed ? '' : timeOfDay(this.nowMs, hall.timezone)}</time
            >
          </span>
        </div>
        <div class="question">
          <h1 class="phrases">${figures(phrased(this.heading))}</h1>
          ${this.help === '' ? nothing : html`<p class="help-line phrases">${figures(phrased(this.help))}</p>`}
        </div>
      </header>
      <main><slot></slot></main>
      <footer><slot name="foot"></slot></footer>
    </div>`;
  }

  private status(hall: HallHead): TemplateResult {
    if (hall.state === 'closing')
      return html`<span class="status"
        >${icon('clock')}<span>${words.t('closing-mark')}</span></span
      >`;
    return html`<ph-hall-status
      class="status"
      .hall=${hall}
      .nowMs=${this.nowMs}
    ></ph-hall-status>`;
  }

  static override styles = [
    base,
    themes,
    screenStyles,
    css`
      .frame {
        display: grid;
        height: 100%;
        background: var(--bg);
        color: var(--ink);
        grid-template: auto minmax(0, 1fr) auto / minmax(0, 1fr);
      }
      header {
        display: flex;
        flex-direction: column;
        min-height: calc(var(--u) * 372);
        padding: calc(var(--u) * 56) calc(var(--u) * 64) calc(var(--u) * 40);
        background: var(--bg);
        transition: background-color var(--dur-lamp-on) var(--ease-in);
      }
      .first {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto minmax(0, 1fr);
        align-items: center;
        gap: calc(var(--u) * 24);
        font-size: calc(var(--u) * 34);
        font-weight: var(--weight-label);
      }
      span.status {
        display: flex;
        align-items: center;
        gap: 0.4em;
      }
      .corner {
        grid-area: 1 / -2 / 2 / -1;
        display: flex;
        align-items: center;
        justify-content: flex-end;
        gap: calc(var(--u) * 20);
      }
      ph-training-tag {
        font-size: calc(var(--u) * 29);
      }
      .time {
        font-size: calc(var(--u) * 44);
        font-weight: var(--weight-name);
        font-variant-numeric: tabular-nums;
        line-height: 1;
      }
      .question {
        margin-block: auto;
        padding-block-start: calc(var(--u) * 24);
      }
      h1 {
        font-size: calc(var(--u) * 76);
        letter-spacing: -0.005em;
      }
      h1:lang(en) {
        font-size: calc(var(--u) * 70);
      }
      .help-line {
        margin-block-start: calc(var(--u) * 16);
        color: var(--ink2);
        font-size: calc(var(--u) * 34);
      }
      main {
        min-height: 0;
        padding: calc(var(--u) * 40) calc(var(--u) * 64) calc(var(--u) * 40);
      }
      footer {
        padding: 0 calc(var(--u) * 64) calc(var(--u) * 56);
      }
      .large header {
        min-height: calc(var(--u) * 372);
      }
      .large .first {
        font-size: calc(var(--u) * 42);
      }
      .large .time {
        font-size: calc(var(--u) * 60);
      }
      .large h1 {
        font-size: calc(var(--u) * 92);
      }
      .large .help-line {
        font-size: calc(var(--u) * 44);
      }
      .large main,
      .large footer {
        padding-inline: calc(var(--u) * 46);
      }
      .whole header {
        min-height: 0;
        padding-block: calc(var(--u) * 56) 0;
      }
      .whole main {
        padding-block: calc(var(--u) * 48) calc(var(--u) * 56);
      }
      .whole footer {
        display: none;
      }
      .whole h1:lang(en) {
        font-size: calc(var(--u) * 60);
      }
      .large.whole h1 {
        font-size: calc(var(--u) * 86);
      }
      .large.whole h1:lang(en) {
        font-size: calc(var(--u) * 62);
      }
      .large.whole main,
      .large.whole header {
        padding-inline: calc(var(--u) * 64);
      }
      .whole .first {
        color: var(--ink2);
      }
      .whole .time {
        font-size: inherit;
        font-weight: inherit;
      }

      @media (orientation: landscape) {
        .frame {
          grid-template: minmax(0, 1fr) auto / calc(var(--u) * 600) minmax(0, 1fr);
        }
        header {
          grid-row: 1 / 3;
          padding: calc(var(--u) * 56) calc(var(--u) * 56);
        }
        .first {
          grid-template-columns: minmax(0, 1fr) auto;
          row-gap: calc(var(--u) * 20);
        }
        .first .status {
          grid-row: 2;
          grid-column: 1 / 3;
        }
        .question {
          margin-block: auto;
        }
        main {
          padding: calc(var(--u) * 48) calc(var(--u) * 48) calc(var(--u) * 28);
        }
        footer {
          padding: 0 calc(var(--u) * 48) calc(var(--u) * 44);
        }
        .large main,
        .large footer {
          padding-inline: calc(var(--u) * 40);
        }
        .large h1 {
          font-size: calc(var(--u) * 72);
        }
        .frame.whole {
          grid-template: auto minmax(0, 1fr) / minmax(0, 1fr);
        }
        .whole header {
          grid-row: auto;
          padding: calc(var(--u) * 48) calc(var(--u) * 64) 0;
        }
        .whole .first {
          grid-template-columns: minmax(0, 1fr) auto;
        }
        .whole .question {
          padding-block-start: calc(var(--u) * 12);
        }
        .whole h1,
        .large.whole h1 {
          font-size: calc(var(--u) * 64);
        }
        .whole main {
          padding: calc(var(--u) * 36) calc(var(--u) * 64) calc(var(--u) * 48);
        }
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-kiosk-frame': KioskFrame;
  }
}
