import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { HoursSettings } from '#server/settings/draft.ts';
import { base } from '#ui/base-styles.ts';
import { icon } from '#ui/icons.ts';
import { LanguageController, textOf } from '#ui/locale/index.ts';
import { fields } from '../../field-styles.ts';
import { hrefTo } from '../../manager/route.ts';
import { calendarStyles } from './calendar-styles.ts';
import { addMonths, monthName, shortWeekday, weekdayIds, weeksOf } from './dates.ts';
import { dayByKey, factsOf } from './day-facts.ts';
import { isAnnounced } from './holidays.ts';
import { words } from './locale.ts';
import { yearGrid } from './year-grid.ts';

/**
 * A month or a year of the hall: hours of each day, China's public holidays and adjusted working
 * days. Days are links to their hours; the arrows move from day to day, Page Up and Page Down from
 * month to month.
 *
 * - `hours`: of the draft; `today`: the hall's day; `day`: the one that is looked at, or null
 * - `year`: the year that is looked at as a whole, or null
 */
@customElement('ph-hall-calendar')
export class HallCalendar extends LitElement {
  @property({ attribute: false }) hours: HoursSettings | null = null;
  @property() today = '';
  @property() day: string | null = null;
  @property({ attribute: false }) year: number | null = null;

  @state() private month = '';
  /** Where the keys have led; Tab comes back to it. */
  @state() private moved: string | null = null;
  readonly language = new LanguageController(this);

  override render(): TemplateResult {
    const { month, year } = this;
    const shownYear = Number(month.slice(0, 4));
    const by = year === null ? 1 : 12;
    return html`<div class="head">
        ${this.turn(-by, words.t(year === null ? 'month-before' : 'year-before'))}
        <h3 aria-live="polite">
          ${year === null ? monthName(month) : words.t('year-name', { year: shownYear })}
        </h3>
        ${this.turn(by, words.t(year === null ? 'month-after' : 'year-after'))}
        <nav class="choices" aria-label=${words.t('calendar-views')}>
          ${this.view(words.t('view-month'), this.monthPath, year === null)}
          ${this.view(words.t('view-year'), ['hours', String(shownYear)], year !== null)}
        </nav>
      </div>
      <div class="grid" @keydown=${this.key}>
        ${
          year === null
            ? this.monthGrid(month)
            : yearGrid({
                hours: this.hours,
                year: shownYear,
                today: this.today,
                focusDay: this.focusDay,
              })
        }
      </div>
      ${isAnnounced(shownYear) ? nothing : html`<p>${words.t('not-announced', { year: shownYear })}</p>`}`;
  }

  private get monthPath(): readonly string[] {
    const { month, today } = this;
    return today.startsWith(month.slice(0, 4)) ? ['hours'] : ['hours', `${month}-01`];
  }

  private view(word: string, path: readonly string[], isChosen: boolean): TemplateResult {
    return html`<a
      class="choice"
      href=${hrefTo('settings', path)}
      aria-current=${isChosen ? 'page' : nothing}
      >${word}</a
    >`;
  }

  private monthGrid(month: string): TemplateResult {
    return html`<table class="large">
      <thead>
        <tr>
          ${weekdayIds.map((_, at) => html`<th scope="col">${shortWeekday(at)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${weeksOf(month).map(
          (week) =>
            html`<tr>
              ${week.map((day) => this.cell(day))}
            </tr>`,
        )}
      </tbody>
    </table>`;
  }

  private turn(by: number, label: string): TemplateResult {
    return html`<button
      class=${by < 0 ? 'turn back' : 'turn'}
      type="button"
      aria-label=${label}
      @click=${() => {
        this.month = addMonths(this.month, by);
      }}
    >
      ${icon('chevron')}
    </button>`;
  }

  private cell(day: string): TemplateResult {
    const { hours } = this;
    if (!day.startsWith(this.month)) return html`<td></td>`;
    const { span, isClosed, isOwn, holiday, said } = factsOf(hours, day);
    const name = holiday === null ? '' : textOf(holiday.name);
    const isCurrent = day === this.day;
    return html`<td>
      <a
        href=${hrefTo('settings', ['hours', day])}
        class="${isClosed ? 'closed' : ''} ${isOwn ? 'own' : ''} ${day === this.today ? 'today' : ''}"
        data-day=${day}
        tabindex=${this.focusDay === day ? 0 : -1}
        aria-current=${isCurrent ? 'date' : nothing}
      >
        <span class="visually-hidden">${said}</span>
        <span class="top" aria-hidden="true"
          ><b>${Number(day.slice(8))}</b>${
            holiday === null
              ? nothing
              : html`<i class=${holiday.isWorkday ? 'work' : 'rest'}
                  >${words.t(holiday.isWorkday ? 'work' : 'rest')}</i
                >`
          }</span
        >
        <span class="name" aria-hidden="true">${name}</span>
        <span class="span" aria-hidden="true"
          >${isClosed ? words.t('closed') : span.replace('-', '–')}</span
        >
      </a>
    </td>`;
  }

  /** Where Tab comes to: the day looked at, today, or the first of what is shown. */
  private get focusDay(): string {
    const shown = this.year === null ? this.month : this.month.slice(0, 4);
    if (this.moved?.startsWith(shown) === true) return this.moved;
    if (this.day?.startsWith(shown) === true) return this.day;
    return this.today.startsWith(shown) ? this.today : `${this.month}-01`;
  }

  private key(event: KeyboardEvent): void {
    const from = (event.target as HTMLElement).dataset['day'];
    if (from === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    const day = dayByKey(event.key, from);
    if (day === null) return;
    event.preventDefault();
    this.moved = day;
    this.month = day.slice(0, 7);
    void this.comeTo(day);
  }

  private async comeTo(day: string): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`[data-day="${day}"]`)?.focus();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('day')) this.moved = null;
    const month = (this.day ?? this.today).slice(0, 7);
    if (this.month === '' || (changed.has('day') && this.day !== null)) this.month = month;
    if (changed.has('year') && this.year !== null && !this.month.startsWith(String(this.year))) {
      this.month = `${String(this.year)}-01`;
    }
  }

  /** Whoever chose a day of the year goes on from it. */
  protected override updated(changed: PropertyValues<this>): void {
    const wasYear = changed.get('year') ?? null;
    if (wasYear !== null && this.year === null && this.day !== null) void this.comeTo(this.day);
  }

  static override styles = [base, fields, calendarStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-hall-calendar': HallCalendar;
  }
}
