import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { SignView } from '#protocol/views.ts';
import { base } from '../base-styles.ts';
import { LanguageController, common, either, textOf, timeOfDay } from '../locale/index.ts';
import type { Mark } from './state-marks.ts';
import './ph-state-mark.ts';
import './ph-ways.ts';

/**
 * The sign of a counter that is not serving: mark and word, the apology with its time, and where to
 * go instead. The font size is that of the apology.
 *
 * - `sign`: as a view gives it; null shows nothing, except for a fault
 * - `fault`: words of a device that is out of order; goes before the sign
 * - `look`: `row` is word and one line (lists); `full` has the whole apology and, with `ways`, the
 *   plates to go to
 * - `timezone`: the hall's
 */
@customElement('ph-sign')
export class Sign extends LitElement {
  @property({ attribute: false }) sign: SignView | null = null;
  @property() fault = '';
  @property() look: 'row' | 'full' = 'full';
  @property({ type: Boolean }) ways = false;
  @property() timezone = 'UTC';

  readonly language = new LanguageController(this);

  override render(): TemplateResult | typeof nothing {
    const { sign, fault } = this;
    if (fault !== '') {
      return html`<div class="sign ${this.look}" role="status">
        ${heading('offline', common.t('sign-fault'))}
        <p class=${this.look === 'row' ? 'line' : 'apology'}>${fault}</p>
      </div>`;
    }
    if (sign === null) return nothing;
    return html`<div class="sign ${this.look}" role="status">
      ${heading(marks[sign.kind], common.t(words[sign.kind]))}
      ${this.look === 'row' ? this.line(sign) : this.apology(sign)}
    </div>`;
  }

  private line(sign: SignView): TemplateResult | typeof nothing {
    const words = shortLine(sign, this.timezone);
    return words === '' ? nothing : html`<p class="line">${words}</p>`;
  }

  private apology(sign: SignView): TemplateResult {
    return html`<p class="apology">${textOf(sign.text)}</p>
      ${this.ways ? html`<ph-ways .ways=${sign.redirectTo}></ph-ways>` : nothing}`;
  }

  static override styles = [
    base,
    css`
      :host {
        display: block;
      }
      .sign {
        display: grid;
        gap: 0.12em;
        justify-items: start;
      }
      .full {
        gap: 0.7em;
      }
      .heading {
        display: inline-flex;
        align-items: center;
        gap: 0.4em;
        font-weight: var(--weight-name);
        line-height: var(--leading-heading);
      }
      .full .heading {
        font-size: 2.32em;
        font-weight: var(--weight-heading);
        gap: 0.3em;
      }
      .heading ph-state-mark {
        font-size: 0.95em;
      }
      .line {
        color: var(--ink2);
        font-size: 0.84em;
        line-height: 1.25;
      }
      .apology {
        line-height: var(--leading-text);
        font-weight: var(--weight-label);
        max-width: 24em;
      }
    `,
  ];
}

const marks = {
  paused: 'bars',
  absent: 'clock',
  handover: 'swap',
} as const satisfies Record<SignView['kind'], Mark>;

const words = {
  paused: 'counter-paused',
  absent: 'counter-absent',
  handover: 'counter-handover',
} as const satisfies Record<SignView['kind'], string>;

function heading(mark: Mark, word: string): TemplateResult {
  return html`<div class="heading">
    <ph-state-mark bare .mark=${mark}></ph-state-mark><span>${word}</span>
  </div>`;
}

/** One line beside the word: when the clerk is back, else where to go; may be empty. */
function shortLine(sign: SignView, timezone: string): string {
  if (sign.kind === 'absent' && sign.until !== null)
    return common.t('sign-back-at', { time: timeOfDay(sign.until, timezone) });
  const counters = either(sign.redirectTo.map(({ counter }) => counter));
  if (counters !== '') return common.t('sign-go-to', { counters });
  if (sign.until === null) return '';
  return common.t('sign-back-at', { time: timeOfDay(sign.until, timezone) });
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-sign': Sign;
  }
}
