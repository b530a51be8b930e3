import { html, nothing, type TemplateResult } from 'lit';
import type { HoursSettings } from '#server/settings/draft.ts';
import { numberField } from '../fields.ts';
import { names } from '../names-locale.ts';
import type { SettingsPlace } from '../parts.ts';
import './hall-calendar.ts';
import { isDay } from './dates.ts';
import { exceptionFields, withException } from './exceptions.ts';
import { holidaysOf, isAnnounced } from './holidays.ts';
import { words } from './locale.ts';
import { spanField } from './span-field.ts';

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
type Weekday = (typeof weekdays)[number];

/** `#/settings/hours/2026-10-01` or `…/2026`: the week, the calendar, the day that is looked at. */
export function part(place: SettingsPlace): TemplateResult {
  const { draft, view } = place;
  const [asked = ''] = place.path;
  const day = isDay(asked) ? asked : null;
  const year = /^\d{4}$/.test(asked) ? Number(asked) : null;
  const isOff = draft.policy?.openEveryDay === 'off';
  return html`<p class="lead">${words.t('lead')}</p>
    <section class="card" aria-labelledby="week">
      <h2 id="week">${words.t('week-title')}</h2>
      <p class="help">${words.t(isOff ? 'rule-off' : 'rule')} ${words.t('never-early')}</p>
      <div class="week">${weekdays.map((weekday) => dayRow(place, weekday))}</div>
      <div>
        <button
          class="button plain"
          type="button"
          ?disabled=${place.readonly}
          @click=${() => {
            const { mon } = draft.hours.weekly;
            place.change('hours.weekly', Object.fromEntries(weekdays.map((each) => [each, mon])));
          }}
        >
          ${words.t('copy-down')}
        </button>
      </div>
      ${numberField(place, 'hours.closingNoticeMinutes', {
        label: names.t('closingNoticeMinutes'),
        help: words.t('notice-help'),
        unit: words.t('minutes'),
        optional: true,
      })}
    </section>
    <section class="card" aria-labelledby="calendar">
      <h2 id="calendar">${words.t('calendar-title')}</h2>
      <p class="help">${words.t('calendar-help')}</p>
      <ph-hall-calendar
        .hours=${draft.hours}
        .today=${view.today}
        .day=${day}
        .year=${year}
      ></ph-hall-calendar>
      ${day === null ? nothing : exceptionFields(place, day)}
    </section>
    ${fill(place, Number(view.today.slice(0, 4)))}`;
}

function dayRow(place: SettingsPlace, weekday: Weekday): TemplateResult {
  return spanField(place, `hours.weekly.${weekday}`, {
    legend: names.t(weekday),
    value: place.draft.hours.weekly[weekday],
    usual: usualSpan(place.saved.hours, weekday),
  });
}

function usualSpan({ weekly }: HoursSettings, weekday: Weekday): string {
  const before = weekly[weekday];
  if (before !== 'closed') return before;
  return weekdays.map((each) => weekly[each]).find((each) => each !== 'closed') ?? '08:30-18:30';
}

/** Spring Festival and National Day at one stroke, where they are announced and not there yet. */
function fill(place: SettingsPlace, thisYear: number): TemplateResult | typeof nothing {
  const year = [thisYear, thisYear + 1].find((each) => {
    if (!isAnnounced(each)) return false;
    return wanted(each).some(({ date }) => !has(place.draft.hours, date));
  });
  if (year === undefined) return nothing;
  return html`<div class="fill">
    <button
      class="button plain"
      type="button"
      ?disabled=${place.readonly}
      @click=${() => {
        let next = place.draft.hours.exceptions ?? [];
        for (const { date, hours, reason } of wanted(year)) {
          if (!next.some((each) => each.date === date)) {
            next = withException(next, { date, hours, reason });
          }
        }
        place.change('hours.exceptions', next);
      }}
    >
      ${words.t('fill-holidays', { year })}
    </button>
    <p class="help">${words.t('fill-help')}</p>
  </div>`;
}

function wanted(year: number) {
  return holidaysOf(year).flatMap(({ date, en }) => {
    if (en === 'Spring Festival') return [{ date, hours: 'closed', reason: 'spring-festival' }];
    if (en.startsWith('National Day')) {
      return [{ date, hours: '09:00-16:00', reason: 'national-day' }];
    }
    return [];
  });
}

function has({ exceptions = [] }: HoursSettings, date: string): boolean {
  return exceptions.some((each) => each.date === date);
}
