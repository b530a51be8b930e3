import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Problem } from '#protocol/problem.ts';
import { base, buttons } from '../base-styles.ts';
import { LanguageController, about, common } from '../locale/index.ts';
import { emit } from './emit.ts';

/** Detail of the event `way`: the command of the way out that was chosen. */
export interface ChosenWay {
  readonly command: string;
  readonly args: Readonly<Record<string, unknown>>;
}

/**
 * Why not, and what else: the sentence, who or what is in the way, the ways out, and the rule.
 * A refusal never shakes and never shouts; it stands where it was asked for.
 *
 * - `problem`: as the hub answered; null where the hub was not reached; undefined shows nothing
 * - `touch`: 60 px targets
 * - event `way`, detail `{ command, args }`
 */
@customElement('ph-refusal')
export class RefusalNote extends LitElement {
  @property({ attribute: false }) problem: Problem | null | undefined = undefined;
  @property({ type: Boolean }) touch = false;

  readonly language = new LanguageController(this);

  override render(): TemplateResult {
    const { problem } = this;
    if (problem === undefined) return html`<div role="alert"></div>`;
    if (problem === null)
      return html`<div class="note" role="alert">
        <p class="what">${common.t('refusal-unreachable')}</p>
      </div>`;
    const who = inTheWay(problem);
    return html`<div class="note" role="alert">
      <p class="what">${problem.detail ?? problem.title}</p>
      ${who === '' ? nothing : html`<p class="who">${who}</p>`}
      ${
        problem.retryAfterSeconds === undefined
          ? nothing
          : html`<p class="who">
              ${common.t('refusal-retry', { span: about(problem.retryAfterSeconds) })}
            </p>`
      }
      ${
        problem.fields === undefined
          ? nothing
          : html`<ul class="fields">
              ${problem.fields.map(({ field, message }) => html`<li>${field}: ${message}</li>`)}
            </ul>`
      }
      ${this.ways(problem)}
      ${
        problem.rule === undefined || problem.detail === undefined
          ? nothing
          : html`<p class="rule">${common.t('refusal-rule', { rule: problem.title })}</p>`
      }
    </div>`;
  }

  private ways(problem: Problem): TemplateResult | typeof nothing {
    const ways = problem.waysOut ?? [];
    if (ways.length === 0) return nothing;
    return html`<div class="ways" role="group" aria-label=${common.t('refusal-ways')}>
      ${ways.map(
        ({ command, args, label }) =>
          html`<button
            class="button plain ${this.touch ? 'touch' : ''}"
            type="button"
            @click=${() => {
              emit(this, 'way', { command, args: args ?? {} } satisfies ChosenWay);
            }}
          >
            ${label}
          </button>`,
      )}
    </div>`;
  }

  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: block;
      }
      .note {
        display: grid;
        gap: 0.5em;
        padding: 1em 1.15em;
        border-radius: var(--radius-row);
        background: var(--surface);
        color: var(--ink);
        box-shadow: inset 0 0 0 calc(var(--u) * 3) var(--edge);
      }
      .what {
        font-weight: var(--weight-name);
        font-size: 1.12em;
        line-height: var(--leading-help);
      }
      .who,
      .rule,
      .fields {
        color: var(--ink2);
        font-variant-numeric: tabular-nums;
      }
      .rule {
        font-size: 0.87em;
      }
      .ways {
        display: flex;
        flex-wrap: wrap;
        gap: 0.6em;
        margin-block: 0.25em;
      }
    `,
  ];
}

/** Counter, number and how many, as far as the hub names them. */
function inTheWay({ by }: Problem): string {
  if (by === undefined) return '';
  return [
    by.counter === undefined ? '' : common.t('counter-named', { counter: by.counter }),
    by.number ?? '',
    by.badge === undefined ? '' : common.t('refusal-by-badge', { badge: by.badge }),
    by.count === undefined ? '' : common.t('queue-count', { count: by.count }),
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-refusal': RefusalNote;
  }
  interface HTMLElementEventMap {
    way: CustomEvent<ChosenWay>;
  }
}
