import { LitElement, css, html, nothing, svg, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { CounterState, HallState, TicketState } from '#core/vocabulary.ts';
import { base } from '../base-styles.ts';
import { icon } from '../icons.ts';
import { LanguageController, common, counterWord, hallWord, ticketWord } from '../locale/index.ts';
import {
  counterMarks,
  hallMarks,
  promiseMarks,
  ticketMarks,
  type Mark,
  type PromiseState,
} from './state-marks.ts';

/**
 * A state as mark and word. Give one of `counter`, `ticket`, `hall`, `promise`, or a bare `mark`.
 *
 * - `audience`: `public` or `staff`; the word of a called counter differs
 * - `bare`: the mark alone, where the words stand beside it on the page
 * - default slot: other words in place of the state's own
 */
@customElement('ph-state-mark')
export class StateMark extends LitElement {
  @property() counter: CounterState | '' = '';
  @property() ticket: TicketState | '' = '';
  @property() hall: HallState | '' = '';
  @property() promise: PromiseState | '' = '';
  @property() mark: Mark | '' = '';
  @property() audience: 'public' | 'staff' = 'public';
  @property({ type: Boolean }) bare = false;

  readonly language = new LanguageController(this);

  override render(): TemplateResult {
    const { mark, word } = this.meaning();
    return html`<span class="row">
      <span class="mark ${mark}" aria-hidden="true">${mark === '' ? nothing : drawing(mark)}</span>
      ${this.bare ? nothing : html`<span class="word"><slot>${word}</slot></span>`}
    </span>`;
  }

  private meaning(): { mark: Mark | ''; word: string } {
    if (this.counter !== '')
      return { mark: counterMarks[this.counter], word: counterWord(this.counter, this.audience) };
    if (this.ticket !== '')
      return { mark: ticketMarks[this.ticket], word: ticketWord(this.ticket) };
    if (this.hall !== '') return { mark: hallMarks[this.hall], word: hallWord(this.hall) };
    if (this.promise !== '')
      return { mark: promiseMarks[this.promise], word: common.t(`promise-${this.promise}`) };
    return { mark: this.mark, word: '' };
  }

  static override styles = [
    base,
    css`
      :host {
        display: inline-flex;
        align-items: center;
      }
      .row {
        display: inline-flex;
        align-items: center;
        gap: 0.45em;
      }
      .mark {
        display: grid;
        place-items: center;
        flex: none;
        width: 1em;
        height: 1em;
      }
      .mark svg {
        width: 1em;
        height: 1em;
        overflow: visible;
      }
      .good-ring,
      .good-dot {
        color: var(--good);
      }
      .dot {
        color: var(--dot);
      }
      .broken {
        color: var(--broken);
      }
      .lit circle {
        fill: var(--lamp);
        stroke: var(--lit-rim);
      }
      .cross-line {
        stroke: var(--broken-ink);
      }
    `,
  ];
}

/** Drawn marks; the others are icons in the heavier stroke. */
function drawing(mark: Mark): TemplateResult {
  switch (mark) {
    case 'ring':
    case 'good-ring':
      return shape(
        svg`<circle cx="12" cy="12" r="7.5" fill="none" stroke="currentColor" stroke-width="4" />`,
      );
    case 'lit':
      return shape(svg`<circle cx="12" cy="12" r="8.5" stroke-width="3.5" />`);
    case 'dot':
    case 'good-dot':
      return shape(svg`<circle cx="12" cy="12" r="9" fill="currentColor" />`);
    case 'hatch':
      return shape(
        svg`<path d="M2 22 22 2M2 12 12 2M12 22 22 12" stroke="currentColor" stroke-width="3" />`,
      );
    case 'broken':
      return shape(svg`<rect x="2" y="2" width="20" height="20" rx="2" fill="currentColor" />
        <path class="cross-line" d="M7.5 7.5l9 9M16.5 7.5l-9 9" stroke-width="2.6" stroke-linecap="round" />`);
    case 'struck':
      return shape(svg`<circle cx="12" cy="12" r="8" fill="none" stroke="currentColor" stroke-width="2.4" />
        <path d="M4 20 20 4" stroke="currentColor" stroke-width="2.4" stroke-linecap="round" />`);
    case 'bars':
      return shape(
        svg`<path d="M7 4v16M17 4v16" stroke="currentColor" stroke-width="3.4" stroke-linecap="round" />`,
      );
    case 'clock':
    case 'swap':
    case 'dash':
    case 'check':
    case 'cross':
    case 'papers':
    case 'offline':
      return icon(mark, 'mark');
  }
}

function shape(content: TemplateResult<2>): TemplateResult {
  return html`<svg viewBox="0 0 24 24" width="24" height="24">${content}</svg>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-state-mark': StateMark;
  }
}
