import { html, type TemplateResult } from 'lit';
import { words } from '../locale.ts';
import { choice } from './choice.ts';

export interface ReasonField {
  readonly choices: readonly string[];
  readonly value: string;
  /** Digits before it that are taken by other choices. */
  readonly digitsTaken: number;
  readonly change: (value: string) => void;
}

/** A reason: the usual ones at one touch, or one's own sentence. */
export function reasonField({ choices, value, digitsTaken, change }: ReasonField): TemplateResult {
  return html`<div class="group" role="group" aria-labelledby="reason-legend">
    <p class="legend" id="reason-legend">${words.t('reason')}</p>
    <div class="choices">
      ${choices.map((text, index) =>
        choice({
          text,
          pressed: value === text,
          digit: digitsTaken + index + 1,
          choose: () => {
            change(text);
          },
        }),
      )}
    </div>
    <input
      class="input"
      type="text"
      maxlength="500"
      autocomplete="off"
      aria-label=${words.t('reason-other')}
      placeholder=${words.t('reason-other')}
      .value=${choices.includes(value) ? '' : value}
      @input=${(event: InputEvent) => {
        change((event.currentTarget as HTMLInputElement).value);
      }}
    />
  </div>`;
}
