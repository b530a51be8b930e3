import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { base } from '#ui/base-styles.ts';
import { emit } from '#ui/elements/emit.ts';
import { icon } from '#ui/icons.ts';
import { LanguageController, common, range, textOf } from '#ui/locale/index.ts';
import '#ui/elements/ph-queue-line.ts';
import { figures } from './figures.ts';
import { words } from './locale.ts';
import { screenStyles } from './screen-styles.ts';
import type { ClassChoice, Service } from './visit.ts';

/**
 * Before a number is taken: how many people, how long, what to have ready. Shown in large text,
 * and where the wait is long.
 *
 * - `service`, `choice`: what is taken, and as who; `choice` null where the hall has one class
 * - `busy`: the number is on the way; `said-busy` after a while
 * - events `confirm`, `back`
 */
@customElement('ph-kiosk-confirm')
export class KioskConfirm extends LitElement {
  @property({ attribute: false }) service: Service | null = null;
  @property({ attribute: false }) choice: ClassChoice | null = null;
  @property({ type: Boolean }) large = false;
  @property({ type: Boolean }) busy = false;
  @property({ type: Boolean, attribute: 'said-busy' }) saidBusy = false;

  readonly language = new LanguageController(this);

  override render(): TemplateResult | typeof nothing {
    const { service, choice } = this;
    if (service === null) return nothing;
    const { waiting, estimate, counters, papers } = service;
    return html`<div class="screen ${this.large ? 'large' : ''}">
      <dl class="facts">
        <div>
          <dt>${words.t('fact-ahead')}</dt>
          <dd>
            ${waiting === 0 ? common.t('queue-nobody') : figures(words.t('fact-people', { count: waiting }))}
          </dd>
        </div>
        ${
          waiting === 0
            ? nothing
            : html`<div>
                <dt>${words.t('fact-wait')}</dt>
                <dd>${figures(range(estimate))}</dd>
              </div>`
        }
        ${
          choice === null
            ? nothing
            : html`<div>
                <dt>${words.t('fact-class')}</dt>
                <dd>${textOf(choice.name)}</dd>
              </div>`
        }
      </dl>
      ${
        waiting === 0
          ? nothing
          : html`<ph-queue-line
              you
              spread
              .ahead=${waiting}
              .max=${9}
              .counters=${counters.slice(0, 3)}
            ></ph-queue-line>`
      }
      ${
        papers.length === 0
          ? nothing
          : html`<section class="papers">
              <h2 class="label">${words.t('papers-title')}</h2>
              <ul>
                ${papers.map((paper) => html`<li>${icon('papers')}<span>${textOf(paper)}</span></li>`)}
              </ul>
            </section>`
      }
      <div class="push"></div>
      <div class="acts">
        <button
          class="act lit"
          type="button"
          aria-busy=${this.busy ? 'true' : 'false'}
          @click=${() => {
            emit(this, 'confirm');
          }}
        >
          ${this.busy && this.saidBusy ? words.t('working') : words.t('confirm-yes')}
        </button>
        <button
          class="act"
          type="button"
          @click=${() => {
            emit(this, 'back');
          }}
        >
          ${words.t('confirm-no')}
        </button>
      </div>
    </div>`;
  }

  static override styles = [
    base,
    screenStyles,
    css`
      dd b {
        font-size: 1.5em;
        letter-spacing: -0.01em;
      }
      ph-queue-line {
        font-size: calc(var(--u) * 44);
        margin-block: calc(var(--u) * 12);
      }
      .papers ul {
        display: grid;
        gap: calc(var(--u) * 14);
        margin-block-start: calc(var(--u) * 18);
        font-size: calc(var(--u) * 38);
      }
      .papers li {
        display: flex;
        gap: 0.6em;
        line-height: 1.25;
      }
      .papers .icon {
        color: var(--dot);
      }
      .large .papers ul {
        font-size: calc(var(--u) * 50);
      }
      .large .act.lit {
        min-height: calc(var(--u) * 204);
        font-size: calc(var(--u) * 84);
      }
      @media (orientation: landscape) {
        .screen {
          gap: calc(var(--u) * 22);
        }
        .facts {
          display: flex;
          justify-content: space-between;
          gap: calc(var(--u) * 32);
        }
        .facts > div,
        .large .facts > div {
          display: block;
          border: 0;
          padding-block: calc(var(--u) * 24);
        }
        .facts dd {
          text-align: start;
        }
        .large .papers ul {
          font-size: calc(var(--u) * 42);
        }
        .acts {
          grid-template-columns: 1fr 2fr;
        }
        .acts .lit {
          order: 2;
        }
        .large .act.lit,
        .large .act {
          min-height: calc(var(--u) * 148);
          font-size: calc(var(--u) * 56);
        }
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-kiosk-confirm': KioskConfirm;
  }
}
