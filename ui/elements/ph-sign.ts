import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { SignView } from '#protocol/views.ts';
import { base } from '../base-styles.ts';
import {
  LanguageController,
  common,
  counterWord,
  either,
  textOf,
  timeOfDay,
} from '../locale/index.ts';
import { phrased } from '../phrased.ts';
import { counterMarks, type Mark } from './state-marks.ts';
import './ph-state-mark.ts';

/**
 * The sign of a counter that is paused, absent or in handover.
 *
 * - `sign`: from the view; null shows nothing
 * - `fault`: words of a device that is out of order; goes before the sign
 * - `timezone`: the hall's
 * - `look`: `full` says icon and word, apology, and leaves the ways to `ph-ways` beside it;
 *   `line` is for lists: the word, and in one line where to go or when someone is back
 *
 * The word's size is the font size; the apology is `--sign-text-size` (.45 of it).
 */
@customElement('ph-sign')
export class Sign extends LitElement {
  @property({ attribute: false }) sign: SignView | null = null;
  @property() fault = '';
  @property() timezone = 'UTC';
  @property() look: 'full' | 'line' = 'full';

  readonly language = new LanguageController(this);

  override render(): TemplateResult | typeof nothing {
    const { sign, fault } = this;
    if (fault !== '')
      return this.shown(markAndWord('offline', common.t('sign-fault')), fault, fault);
    if (sign === null) return nothing;
    const heading = markAndWord(counterMarks[sign.kind], counterWord(sign.kind));
    return this.shown(heading, this.consequence(sign), textOf(sign.text));
  }

  private shown(heading: TemplateResult, line: string, apology: string): TemplateResult {
    if (this.look === 'line')
      return html`<div class="line">
        <p class="word">${heading}</p>
        ${line === '' ? nothing : html`<p class="consequence phrases">${phrased(line)}</p>`}
      </div>`;
    return html`<section class="full" aria-live="polite">
      <h2 class="word">${heading}</h2>
      <p class="apology phrases">${phrased(apology)}</p>
    </section>`;
  }

  /** The one thing a waiting person needs: where to go, else when somebody is back. */
  private consequence(sign: SignView): string {
    const counters = sign.redirectTo.map((way) => way.counter).slice(0, 3);
    const until =
      sign.until === null
        ? ''
        : common.t('sign-back-at', { time: timeOfDay(sign.until, this.timezone) });
    const ways =
      counters.length === 0 ? '' : common.t('sign-go-to', { counters: either(counters) });
    return sign.kind === 'absent' ? until || ways : ways || until;
  }

  static override styles = [
    base,
    css`
      :host {
        display: block;
      }
      .word {
        display: flex;
        align-items: center;
        gap: 0.3em;
        font-weight: var(--weight-heading);
        line-height: var(--leading-heading);
      }
      ph-state-mark {
        font-size: 0.86em;
      }
      .line .word {
        font-weight: var(--weight-name);
      }
      .consequence {
        color: var(--ink2);
        font-size: 0.8em;
        line-height: 1.2;
      }
      .apology {
        margin-block-start: 0.8em;
        font-size: var(--sign-text-size, 0.45em);
        font-weight: var(--weight-label);
        line-height: var(--leading-help);
        max-width: 15em;
      }
      :host(:lang(en)) .apology {
        max-width: 20em;
      }
    `,
  ];
}

function markAndWord(mark: Mark, word: string): TemplateResult {
  return html`<ph-state-mark bare .mark=${mark}></ph-state-mark><span>${word}</span>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-sign': Sign;
  }
}
