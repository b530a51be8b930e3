import { html, nothing, type TemplateResult } from 'lit';
import type { HoursSettings } from '#server/settings/draft.ts';
import { textField } from '../fields.ts';
import { longDate, weekdayOf } from './dates.ts';
import { holidayOn } from './holidays.ts';
import { words } from './locale.ts';
import { spanField } from './span-field.ts';
import type { SettingsPlace } from '../parts.ts';

export type Exception = NonNullable<HoursSettings['exceptions']>[number];

const path = 'hours.exceptions';
const known = ['spring-festival', 'national-day'] as const;

/** In order of their dates. */
export function withException(exceptions: readonly Exception[], exception: Exception): Exception[] {
  return [...exceptions.filter(({ date }) => date !== exception.date), exception].sort((a, b) =>
    a.date < b.date ? -1 : 1,
  );
}

/** The hours of one day: as in its week, or its own. */
export function exceptionFields(place: SettingsPlace, day: string): TemplateResult {
  const { weekly, exceptions = [] } = place.draft.hours;
  const index = exceptions.findIndex(({ date }) => date === day);
  const own = exceptions[index];
  if (own === undefined) {
    return html`<div class="own">
      <h3>${words.t('exception-edit', { day: longDate(day) })}</h3>
      <button
        class="button plain"
        type="button"
        ?disabled=${place.readonly}
        @click=${() => {
          const holiday = holidayOn(day)?.name.en ?? '';
          const usual = weekly[weekdayOf(day)];
          const made: Exception =
            holiday === 'Spring Festival'
              ? { date: day, hours: 'closed', reason: 'spring-festival' }
              : holiday.startsWith('National Day')
                ? { date: day, hours: '09:00-16:00', reason: 'national-day' }
                : { date: day, hours: usual, reason: words.t('reason-own') };
          place.change(path, withException(exceptions, made));
        }}
      >
        ${words.t('exception-add')}
      </button>
    </div>`;
  }
  const at = `${path}[${String(index)}]`;
  const reason = known.find((each) => each === own.reason) ?? 'own';
  return html`<div class="own">
    <h3>${words.t('exception-edit', { day: longDate(day) })}</h3>
    ${spanField(place, `${at}.hours`, {
      legend: words.t('exception-hours'),
      value: own.hours,
      usual: weekly[weekdayOf(day)] === 'closed' ? '09:00-16:00' : weekly[weekdayOf(day)],
    })}
    <div class="row">
      <div class="field">
        <label for="reason">${words.t('reason')}</label>
        <select
          id="reason"
          class="input"
          ?disabled=${place.readonly}
          @change=${(event: Event) => {
            const next = (event.target as HTMLSelectElement).value;
            place.change(`${at}.reason`, next === 'own' ? words.t('reason-own') : next);
          }}
        >
          ${[...known, 'own' as const].map(
            (each) =>
              html`<option value=${each} ?selected=${each === reason}>
                ${words.t(`reason-${each}`)}
              </option>`,
          )}
        </select>
        <p class="help">${words.t('reason-help')}</p>
      </div>
      ${
        reason === 'own'
          ? textField(place, `${at}.reason`, { label: words.t('reason-text') })
          : nothing
      }
    </div>
    <div>
      <button
        class="button plain"
        type="button"
        ?disabled=${place.readonly}
        @click=${() => {
          place.change(
            path,
            exceptions.filter(({ date }) => date !== day),
          );
        }}
      >
        ${words.t('exception-remove')}
      </button>
    </div>
  </div>`;
}
