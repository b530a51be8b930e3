import { html, type TemplateResult } from 'lit';
import { idOf, said } from '../fields.ts';
import type { SettingsPlace } from '../parts.ts';
import { words } from './locale.ts';

/**
 * Hours of a day, `08:30-18:30` or `closed`: two times and whether it opens at all.
 *
 * @param usual what it opens with when it is not closed any more
 */
export function spanField(
  place: SettingsPlace,
  path: string,
  { legend, value, usual }: { legend: string; value: string; usual: string },
): TemplateResult {
  const isClosed = value === 'closed';
  const [from = '', to = ''] = (isClosed ? usual : value).split('-');
  const id = idOf(path);
  const isWrong = place.problems(path).length > 0;
  const time = (at: 'open' | 'close', shown: string, make: (typed: string) => string) =>
    html`<input
      id=${at === 'open' ? id : `${id}-close`}
      class="input time"
      type="text"
      inputmode="numeric"
      autocomplete="off"
      maxlength="5"
      aria-label=${`${legend} ${words.t(at)}`}
      aria-invalid=${isWrong ? 'true' : 'false'}
      aria-describedby=${`${id}-said`}
      ?disabled=${isClosed || place.readonly}
      .value=${isClosed ? '' : shown}
      @change=${(event: Event) => {
        place.change(path, make(timeTyped((event.target as HTMLInputElement).value) || shown));
      }}
    />`;
  return html`<fieldset class="day">
    <legend>${legend}</legend>
    <span class="span">
      ${time('open', from, (typed) => `${typed}-${to}`)}
      <span aria-hidden="true">–</span>
      ${time('close', to, (typed) => `${from}-${typed}`)}
    </span>
    <label class="off"
      ><input
        type="checkbox"
        ?disabled=${place.readonly}
        .checked=${isClosed}
        @change=${(event: Event) => {
          place.change(path, (event.target as HTMLInputElement).checked ? 'closed' : usual);
        }}
      />${words.t('day-off')}</label
    >
    ${said(place, path)}
  </fieldset>`;
}

/** `9:00`, `900` and `9：00` are times as people type them; anything else is left to the checks. */
export function timeTyped(typed: string): string {
  const [, hour, minute] = /^\s*(\d{1,2})[:：.]?(\d{2})\s*$/.exec(typed) ?? [];
  return hour === undefined || minute === undefined
    ? typed.trim()
    : `${hour.padStart(2, '0')}:${minute}`;
}
