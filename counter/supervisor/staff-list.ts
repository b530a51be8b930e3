import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { StaffTodayView, SupervisorView } from '#protocol/views.ts';
import { base, numbers } from '#ui/base-styles.ts';
import '#ui/elements/ph-state-mark.ts';
import { icon } from '#ui/icons.ts';
import { LanguageController, timeOfDay } from '#ui/locale/index.ts';
import { words } from './board-locale.ts';
import { hallListsStyles } from './hall-lists-styles.ts';
import { sheets } from './sheet-styles.ts';

/** A state has a shape before it has a word. */
const marks = { seated: 'idle', paused: 'paused', absent: 'absent', handover: 'handover' } as const;

/**
 * Who of the staff is in the hall: away first, then those at no counter, then those at one.
 *
 * - `hall`: the supervisor view
 */
@customElement('ph-staff-list')
export class StaffList extends LitElement {
  @property({ attribute: false }) hall: SupervisorView | null = null;

  readonly language = new LanguageController(this);

  override render(): TemplateResult | typeof nothing {
    const { hall } = this;
    if (hall === null) return nothing;
    const { staff } = hall;
    return html`<section aria-labelledby="staff">
      <h2 id="staff">
        ${words.t('staff-title')}${
          staff.length === 0 ? nothing : html` <span class="count">${staff.length}</span>`
        }
      </h2>
      ${
        staff.length === 0
          ? html`<p class="help">${words.t('staff-none')}</p>`
          : html`<ul class="rows scroll" tabindex="0" aria-labelledby="staff">
              ${repeat(
                staff,
                ({ badge }) => badge,
                (each) => row(each, hall.hall.timezone),
              )}
            </ul>`
      }
    </section>`;
  }

  static override styles = [
    base,
    numbers,
    sheets,
    hallListsStyles,
    css`
      :host {
        display: contents;
      }
      .mark {
        display: grid;
        place-items: center;
        width: 1.4em;
      }
    `,
  ];
}

function row(each: StaffTodayView, timezone: string): TemplateResult {
  const { name, badge, state, counter, since, until } = each;
  const time = timeOfDay(since, timezone);
  const where = words.t(`staff-${state}`, { counter: counter ?? '', time });
  const back =
    until === null ? '' : ` · ${words.t('staff-back', { time: timeOfDay(until, timezone) })}`;
  return html`<li>
    <span class="mark" aria-hidden="true"
      >${
        state === 'free'
          ? icon('person')
          : html`<ph-state-mark bare .counter=${marks[state]} audience="staff"></ph-state-mark>`
      }</span
    >
    <span class="grow">${name} <small>${badge} · ${where}${back}</small></span>
  </li>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-staff-list': StaffList;
  }
}
