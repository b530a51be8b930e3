import { html, nothing, type TemplateResult } from 'lit';
import type { HoursSettings } from '#server/settings/draft.ts';
import { hrefTo } from '../../manager/route.ts';
import { dateWords, longWeekday, monthAlone, narrowWeekday, weekdayIds, weeksOf } from './dates.ts';
import { factsOf, specialDaysOf } from './day-facts.ts';
import { words } from './locale.ts';

const months = Array.from({ length: 12 }, (_, at) => String(at + 1).padStart(2, '0'));
const known = ['spring-festival', 'national-day'] as const;

export interface YearGrid {
  readonly hours: HoursSettings | null;
  readonly year: number;
  readonly today: string;
  /** Where Tab comes to. */
  readonly focusDay: string;
}

/** Twelve small months; what is special stands in marks, and below in words. */
export function yearGrid(grid: YearGrid): TemplateResult {
  const { hours, year } = grid;
  const special = specialDaysOf(hours, year);
  return html`<div class="year">
      ${months.map((month) => small(grid, `${String(year)}-${month}`))}
    </div>
    <ul class="legend" aria-hidden="true">
      <li>
        <span class="sample closed"><b>8</b></span
        >${words.t('closed')}
      </li>
      <li>
        <span class="sample own"><b>8</b></span
        >${words.t('own-hours')}
      </li>
      <li>
        <span class="sample"><b>8</b><i class="rest">${words.t('rest')}</i></span
        >${words.t('legend-rest')}
      </li>
      <li>
        <span class="sample"><b>8</b><i class="work">${words.t('work')}</i></span
        >${words.t('legend-work')}
      </li>
    </ul>
    <h4>${words.t('special-title', { year })}</h4>
    ${
      special.length === 0
        ? html`<p>${words.t('special-none')}</p>`
        : html`<ul class="special">
            ${special.map(
              ({ from, to, hours: span, reason }) =>
                html`<li>
                  <a href=${hrefTo('settings', ['hours', from])}
                    >${
                      from === to
                        ? dateWords(from)
                        : words.t('from-to', { from: dateWords(from), to: dateWords(to) })
                    }</a
                  >
                  <b>${span === 'closed' ? words.t('closed') : span.replace('-', '–')}</b>
                  <span>${reasonWords(reason)}</span>
                </li>`,
            )}
          </ul>`
    }`;
}

function small(grid: YearGrid, month: string): TemplateResult {
  return html`<table class="small">
    <caption>
      ${monthAlone(month)}
    </caption>
    <thead>
      <tr>
        ${weekdayIds.map(
          (_, at) =>
            html`<th scope="col" abbr=${longWeekday(at)}>
              <span class="visually-hidden">${longWeekday(at)}</span
              ><span aria-hidden="true">${narrowWeekday(at)}</span>
            </th>`,
        )}
      </tr>
    </thead>
    <tbody>
      ${weeksOf(month).map(
        (week) =>
          html`<tr>
            ${week.map((day) => (day.startsWith(month) ? cell(grid, day) : html`<td></td>`))}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function cell({ hours, today, focusDay }: YearGrid, day: string): TemplateResult {
  const { isClosed, isOwn, holiday, said } = factsOf(hours, day);
  const mark = holiday?.isWorkday === true ? 'work' : 'rest';
  return html`<td>
    <a
      href=${hrefTo('settings', ['hours', day])}
      class="${isClosed ? 'closed' : ''} ${isOwn ? 'own' : ''} ${day === today ? 'today' : ''}"
      data-day=${day}
      tabindex=${day === focusDay ? 0 : -1}
    >
      <span class="visually-hidden">${said}</span>
      <b aria-hidden="true">${Number(day.slice(8))}</b>
      ${holiday === null ? nothing : html`<i class=${mark} aria-hidden="true">${words.t(mark)}</i>`}
    </a>
  </td>`;
}

export function reasonWords(reason: string): string {
  const own = known.find((each) => each === reason);
  return own === undefined ? reason : words.t(`reason-${own}`);
}
