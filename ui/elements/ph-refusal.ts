import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Problem } from '#protocol/problem.ts';
import { base } from '../base-styles.ts';
import { icon, type IconName } from '../icons.ts';
import { phrased } from '../phrased.ts';
import { LanguageController, common, minutesSeconds } from '../locale/index.ts';
import { emit } from './emit.ts';

export type Way = NonNullable<Problem['waysOut']>[number];

/**
 * Why something did not happen: the sentence, who is in the way, the ways out, the rule. What could
 * not be recorded or sent says so and offers to try again. Spoken as soon as it appears.
 *
 * - `problem`: as the hub answered; null is a hub that could not be reached
 * - `rule-words`: other words for the rule than the hub's title
 * - `hints`: by command, what a way out asks of the reader
 * - `shortcuts`: keys that the page gives to the ways, in their order
 * - the font size is that of the buttons; 19 px where the page sets none
 * - default slot: the people in the way
 *
 * @fires way the reader takes a way out; detail is the way (`command`, `args`)
 * @fires again try once more, where that may help
 */
@customElement('ph-refusal')
export class RefusalCard extends LitElement {
  @property({ attribute: false }) problem: Problem | null = null;
  @property({ attribute: 'rule-words' }) ruleWords = '';
  @property({ attribute: false }) hints: Readonly<Partial<Record<string, string>>> = {};
  @property({ attribute: false }) shortcuts: readonly string[] = [];

  readonly language = new LanguageController(this);

  override render(): TemplateResult {
    const { problem } = this;
    return html`<section class="card" role="alert">
        <h2 class="phrases">${phrased(heading(problem))}</h2>
        ${detail(problem)}
        <slot></slot>
        ${this.ways(problem)}
      </section>
      ${
        problem?.rule === undefined
          ? nothing
          : html`<p class="rule">
              ${common.t('refusal-rule', { rule: this.ruleWords === '' ? problem.title : this.ruleWords })}
            </p>`
      }`;
  }

  private ways(problem: Problem | null): TemplateResult | typeof nothing {
    const ways = problem?.waysOut ?? [];
    const retry = problem === null || mayTryAgain.has(problem.code);
    if (ways.length === 0 && !retry) return nothing;
    return html`<ul class="ways" aria-label=${common.t('refusal-ways')}>
      ${ways.map(
        (way, index) =>
          html`<li>
            <button
              type="button"
              aria-keyshortcuts=${this.shortcuts[index] ?? nothing}
              @click=${() => emit(this, 'way', way)}
            >
              ${icon(wayIcon(way))}<span>${way.label}</span>
              ${this.beside(way, index)}
            </button>
          </li>`,
      )}
      ${
        retry
          ? html`<li>
              <button type="button" @click=${() => emit(this, 'again')}>
                ${icon('play')}<span>${common.t('again-button')}</span>
              </button>
            </li>`
          : nothing
      }
    </ul>`;
  }

  private beside({ command }: Way, index: number): TemplateResult {
    const hint = this.hints[command];
    const key = this.shortcuts[index];
    return html`${hint === undefined ? nothing : html`<small>${hint}</small>`}
    ${key === undefined ? nothing : html`<kbd aria-hidden="true">${key}</kbd>`}`;
  }

  static override styles = [
    base,
    css`
      :host {
        display: block;
        font-size: var(--text-19);
      }
      .card {
        display: grid;
        gap: var(--space-16);
        padding: var(--space-32);
        border-radius: var(--radius-public);
        background: var(--surface);
        box-shadow: inset 0 0 0 calc(var(--u) * 1.5) var(--edge);
      }
      h2 {
        font-size: 1.7em;
        line-height: 1.25;
      }
      .detail {
        color: var(--ink2);
        font-size: 1em;
      }
      .fields {
        display: grid;
        gap: var(--space-4);
        color: var(--ink2);
      }
      .ways {
        display: grid;
        gap: var(--space-12);
      }
      button {
        display: flex;
        align-items: center;
        gap: 0.65em;
        width: 100%;
        min-height: var(--target-touch);
        padding: 0.5em 1.05em;
        border: 0;
        border-radius: var(--radius-row);
        background: transparent;
        box-shadow:
          inset 0 0 0 calc(var(--u) * 1.5) var(--edge),
          inset 0 calc(var(--lip) * -1) 0 var(--edge);
        font-size: inherit;
        font-weight: var(--weight-name);
        text-align: start;
        cursor: pointer;
        touch-action: manipulation;
      }
      button:hover {
        background: var(--sunk);
      }
      button .icon {
        width: 1.15em;
        height: 1.15em;
      }
      small {
        margin-inline-start: auto;
        color: var(--ink2);
        font-size: 0.8em;
        font-weight: var(--weight-text);
        text-align: end;
      }
      kbd {
        flex: none;
        min-width: 1.7em;
        padding: 0.1em 0.4em;
        border: calc(var(--u) * 1.5) solid var(--edge);
        border-radius: var(--radius-small);
        color: var(--ink2);
        font: inherit;
        font-size: 0.85em;
        text-align: center;
      }
      span + kbd {
        margin-inline-start: auto;
      }
      @media (max-width: 759px) {
        button {
          flex-wrap: wrap;
        }
        small {
          flex-basis: 100%;
          margin-inline-start: 2.3em;
          text-align: start;
        }
        kbd {
          display: none;
        }
      }
      .rule {
        margin-top: var(--space-16);
        color: var(--ink2);
        font-size: 0.8em;
      }
    `,
  ];
}

/** Trying again helps here: nothing was decided. */
const mayTryAgain: ReadonlySet<Problem['code']> = new Set([
  'storage-cannot-write',
  'busy',
  'stopping',
  'internal',
]);

function heading(problem: Problem | null): string {
  if (problem === null) return common.t('refusal-unreachable');
  if (problem.code === 'storage-cannot-write') return common.t('not-recorded');
  return problem.code === 'refused' ? (problem.detail ?? problem.title) : problem.title;
}

function detail(problem: Problem | null): TemplateResult | typeof nothing {
  if (problem === null || problem.code === 'storage-cannot-write') return nothing;
  const { retryAfterSeconds, fields = [] } = problem;
  const words = problem.code === 'refused' ? undefined : problem.detail;
  const said = words === problem.title ? undefined : words;
  return html`${said === undefined ? nothing : html`<p class="detail">${said}</p>`}
  ${
    fields.length === 0
      ? nothing
      : html`<ul class="fields">
          ${fields.map(({ field, message }) => html`<li>${field}: ${message}</li>`)}
        </ul>`
  }
  ${
    retryAfterSeconds === undefined
      ? nothing
      : html`<p class="detail">
          ${common.t('refusal-retry', { span: minutesSeconds(retryAfterSeconds) })}
        </p>`
  }`;
}

function wayIcon({ command, args }: Way): IconName {
  if (args !== undefined && 'override' in args) return 'shield';
  return wayIcons[command] ?? 'arrow';
}

const wayIcons: Readonly<Partial<Record<string, IconName>>> = {
  override: 'shield',
  pause: 'clock',
  resume: 'play',
  handover: 'person',
  finish: 'check',
  call: 'bell',
  recall: 'bell',
  transfer: 'swap',
  park: 'papers',
  'cancel-handover': 'back',
  'release-counter': 'door',
};

declare global {
  interface HTMLElementTagNameMap {
    'ph-refusal': RefusalCard;
  }
}
