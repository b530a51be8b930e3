import { LitElement, css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { HoursSettings } from '#server/settings/draft.ts';
import { base } from '#ui/base-styles.ts';
import { icon } from '#ui/icons.ts';
import { LanguageController, textOf } from '#ui/locale/index.ts';
import { hrefTo } from '../../manager/route.ts';
import {
  addDays,
  addMonths,
  longDate,
  monthName,
  shortWeekday,
  weekdayOf,
  weeksOf,
} from './dates.ts';
import { holidayOn, isAnnounced } from './holidays.ts';
import { words } from './locale.ts';

/**
 * A month of the hall: hours of each day, China's public holidays and adjusted working days. Days
 * are links to their hours; the arrows move from day to day.
 *
 * - `hours`: of the draft; `today`: the hall's day; `day`: the one that is looked at, or null
 */
@customElement('ph-hall-calendar')
export class HallCalendar extends LitElement {
  @property({ attribute: false }) hours: HoursSettings | null = null;
  @property() today = '';
  @property() day: string | null = null;

  @state() private month = '';
  readonly language = new LanguageController(this);

  override render(): TemplateResult {
    const { month } = this;
    const year = Number(month.slice(0, 4));
    return html`<div class="head">
        ${this.turn(-1, words.t('month-before'))}
        <h3 aria-live="polite">${monthName(month)}</h3>
        ${this.turn(1, words.t('month-after'))}
      </div>
      <table @keydown=${this.key}>
        <thead>
          <tr>
            ${[0, 1, 2, 3, 4, 5, 6].map((at) => html`<th scope="col">${shortWeekday(at)}</th>`)}
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
      </table>
      ${isAnnounced(year) ? nothing : html`<p>${words.t('not-announced', { year })}</p>`}`;
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
    const exception = hours?.exceptions?.find(({ date }) => date === day);
    const span = exception?.hours ?? hours?.weekly[weekdayOf(day)] ?? '';
    const isClosed = span === 'closed';
    const holiday = holidayOn(day);
    const name = holiday === null ? '' : textOf(holiday.name);
    const said = words.t('day-say', {
      day: longDate(day),
      hours: isClosed ? words.t('closed') : span,
      holiday:
        holiday === null ? '' : words.t(holiday.isWorkday ? 'day-lieu' : 'day-holiday', { name }),
      own: exception === undefined ? '' : words.t('day-own'),
    });
    const isCurrent = day === this.day;
    return html`<td>
      <a
        href=${hrefTo('settings', ['hours', day])}
        class="${isClosed ? 'closed' : ''} ${exception === undefined ? '' : 'own'} ${day === this.today ? 'today' : ''}"
        data-day=${day}
        tabindex=${isCurrent || (this.focusDay === day && this.day === null) ? 0 : -1}
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

  /** Where Tab comes to: the day looked at, today, or the first of the month. */
  private get focusDay(): string {
    if (this.day?.startsWith(this.month) === true) return this.day;
    return this.today.startsWith(this.month) ? this.today : `${this.month}-01`;
  }

  private key(event: KeyboardEvent): void {
    const steps: Readonly<Record<string, number>> = {
      ArrowLeft: -1,
      ArrowRight: 1,
      ArrowUp: -7,
      ArrowDown: 7,
    };
    const step = steps[event.key];
    const from = (event.target as HTMLElement).dataset['day'];
    if (step === undefined || from === undefined) return;
    event.preventDefault();
    const day = addDays(from, step);
    this.month = day.slice(0, 7);
    void this.updateComplete.then(() => {
      this.renderRoot.querySelector<HTMLElement>(`[data-day="${day}"]`)?.focus();
    });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const month = (this.day ?? this.today).slice(0, 7);
    if (this.month === '' || (changed.has('day') && this.day !== null)) this.month = month;
  }

  static override styles = [
    base,
    css`
      :host {
        display: grid;
        gap: var(--space-12);
        min-width: 0;
      }
      .head {
        display: flex;
        align-items: center;
        gap: var(--space-12);
      }
      h3 {
        min-width: 9em;
        font-size: var(--text-19);
        text-align: center;
      }
      .turn {
        display: grid;
        place-items: center;
        width: var(--target);
        height: var(--target);
        border: 0;
        border-radius: var(--radius-small);
        background: var(--sunk);
        cursor: pointer;
      }
      .back .icon {
        transform: scaleX(-1);
      }
      table {
        width: 100%;
        table-layout: fixed;
        border-collapse: separate;
        border-spacing: calc(var(--u) * 3);
      }
      th {
        padding: var(--space-4);
        color: var(--ink2);
        font-size: var(--text-14);
        font-weight: var(--weight-label);
      }
      td {
        padding: 0;
      }
      a {
        display: grid;
        align-content: start;
        gap: calc(var(--u) * 2);
        min-height: calc(var(--u) * 72);
        padding: var(--space-8);
        border-radius: var(--radius-small);
        background: var(--bg);
        color: var(--ink);
        text-decoration: none;
        font-variant-numeric: tabular-nums;
        overflow: hidden;
      }
      a:hover {
        background: var(--sunk);
      }
      a.own {
        box-shadow: inset 0 0 0 calc(var(--u) * 2) var(--edge);
      }
      a.closed {
        background: var(--sunk);
        color: var(--ink2);
      }
      a[aria-current] {
        background: var(--plate);
        color: var(--plate-ink);
      }
      a.today b {
        text-decoration: underline;
        text-decoration-thickness: 0.14em;
        text-underline-offset: 0.2em;
      }
      .top {
        display: flex;
        justify-content: space-between;
        gap: var(--space-4);
      }
      b {
        font-weight: var(--weight-name);
      }
      i {
        padding-inline: 0.35em;
        border-radius: calc(var(--u) * 5);
        font-size: var(--text-13);
        font-style: normal;
        font-weight: var(--weight-label);
        line-height: 1.4;
      }
      .rest {
        background: var(--jade-soft);
        color: var(--jade-deep);
      }
      .work {
        background: var(--lamp-soft);
        color: var(--lamp-deep);
      }
      .name,
      .span {
        font-size: var(--text-13);
        line-height: 1.2;
        white-space: nowrap;
        text-overflow: ellipsis;
        overflow: hidden;
      }
      .name:empty {
        display: none;
      }
      p {
        color: var(--ink2);
        font-size: var(--text-15);
      }
      @media (max-width: 759px) {
        a {
          min-height: calc(var(--u) * 52);
          padding: var(--space-4);
        }
        .name,
        .span {
          display: none;
        }
        .top {
          flex-direction: column;
          align-items: center;
        }
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-hall-calendar': HallCalendar;
  }
}
