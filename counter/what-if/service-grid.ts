import { LitElement, css, html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { DayOutline } from '#protocol/what-if.ts';
import { base } from '#ui/base-styles.ts';
import { emit } from '#ui/elements/emit.ts';
import { LanguageController, textOf } from '#ui/locale/index.ts';
import { words } from './locale.ts';

/** What each counter offers, by its id. */
export type Offers = Readonly<Record<string, readonly string[]>>;

export function offersOf({ counters }: Pick<DayOutline, 'counters'>): Offers {
  return Object.fromEntries(counters.map(({ counter, services }) => [counter, services]));
}

/** Only what differs from the day itself: counters that offer the same are not asked about. */
export function changedOffers(was: Offers, now: Offers): Offers {
  const isSame = (a: readonly string[], b: readonly string[]): boolean =>
    a.length === b.length && a.every((each) => b.includes(each));
  return Object.fromEntries(
    Object.entries(now).filter(([counter, services]) => !isSame(services, was[counter] ?? [])),
  );
}

/**
 * Which services each counter offers. One that is ticked nowhere else cannot be taken away: whoever
 * came for it would wait for good.
 *
 * - `outline`, `offers`
 *
 * @fires offers-changed detail: the new `Offers`
 */
@customElement('ph-service-grid')
export class ServiceGrid extends LitElement {
  @property({ attribute: false }) outline: DayOutline | null = null;
  @property({ attribute: false }) offers: Offers = {};

  readonly language = new LanguageController(this);

  override render(): TemplateResult {
    const { outline } = this;
    if (outline === null) return html`<div></div>`;
    return html`<table>
      <caption class="visually-hidden">
        ${words.t('services')}
      </caption>
      <thead>
        <tr>
          <td></td>
          ${outline.services.map(({ name }) => html`<th scope="col">${textOf(name)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${outline.counters.map(
          ({ counter }) =>
            html`<tr>
              <th scope="row">${words.t('counter-row', { counter })}</th>
              ${outline.services.map(({ service, name }) =>
                this.cell(counter, service, textOf(name)),
              )}
            </tr>`,
        )}
      </tbody>
    </table>`;
  }

  private cell(counter: string, service: string, name: string): TemplateResult {
    const isOffered = this.offers[counter]?.includes(service) === true;
    const others = Object.values(this.offers).filter((offered) => offered.includes(service));
    return html`<td>
      <label>
        <input
          type="checkbox"
          .checked=${isOffered}
          ?disabled=${isOffered && others.length === 1}
          aria-label=${words.t('service-at', { counter, service: name })}
          @change=${({ target }: Event) => {
            this.tell(counter, service, (target as HTMLInputElement).checked);
          }}
        />
      </label>
    </td>`;
  }

  private tell(counter: string, service: string, isOffered: boolean): void {
    const kept = (this.offers[counter] ?? []).filter((each) => each !== service);
    this.offers = { ...this.offers, [counter]: isOffered ? [...kept, service] : kept };
    emit(this, 'offers-changed', this.offers);
  }

  static override styles = [
    base,
    css`
      :host {
        display: block;
        overflow-x: auto;
        scrollbar-width: thin;
      }
      table {
        border-collapse: collapse;
        font-size: var(--text-15);
      }
      th {
        padding-inline: var(--space-8);
        font-weight: var(--weight-label);
        white-space: nowrap;
      }
      tbody th {
        position: sticky;
        left: 0;
        padding-inline-start: 0;
        background: var(--surface);
        text-align: start;
        font-variant-numeric: tabular-nums;
      }
      tbody tr {
        border-block-start: 1px solid var(--line);
      }
      label {
        display: grid;
        place-items: center;
        min-width: var(--target);
        min-height: var(--target);
        cursor: pointer;
      }
      input {
        width: calc(var(--u) * 20);
        height: calc(var(--u) * 20);
        accent-color: var(--plate);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-service-grid': ServiceGrid;
  }
}
