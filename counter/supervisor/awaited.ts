import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { SupervisorView } from '#protocol/views.ts';
import { base } from '#ui/base-styles.ts';
import { icon } from '#ui/icons.ts';
import { LanguageController, textOf, timeOfDay } from '#ui/locale/index.ts';
import { hrefTo } from '../manager/route.ts';
import { words } from './awaited-locale.ts';

const shownMax = 4;

/**
 * Who is expected by the roster and not there (rule `ten-minutes-early`), and requests to decide;
 * nothing while all is well.
 *
 * - `roster`: of the supervisor's view; `timezone`
 */
@customElement('ph-awaited')
export class Awaited extends LitElement {
  @property({ attribute: false }) roster: SupervisorView['roster'] = undefined;
  @property() timezone = 'UTC';

  readonly language = new LanguageController(this);

  override render(): TemplateResult | typeof nothing {
    const { roster, timezone } = this;
    if (roster === undefined || roster.missing.length + roster.requests === 0) return nothing;
    return html`<section aria-label=${words.t('awaited-title')}>
      ${
        roster.missing.length === 0
          ? nothing
          : html`<h2>${words.t('awaited-title')}</h2>
              <ul>
                ${roster.missing.slice(0, shownMax).map(
                  ({ person, shift, dueAt, lateMinutes }) =>
                    html`<li>
                      ${icon('clock', 'mark')}<span
                        >${words.t('awaited-line', {
                          name: person.name,
                          kind: textOf(shift.name),
                          time: timeOfDay(dueAt, timezone),
                        })}</span
                      ><b>${words.t('awaited-late', { minutes: lateMinutes })}</b>
                    </li>`,
                )}
              </ul>`
      }
      <p>
        ${
          roster.requests > 0
            ? html`<span>${words.t('awaited-requests', { count: roster.requests })}</span>`
            : nothing
        }
        <a href=${hrefTo('roster')}>${words.t('awaited-link')}</a>
      </p>
    </section>`;
  }

  static override styles = [
    base,
    css`
      :host {
        display: block;
      }
      section {
        display: grid;
        gap: var(--space-8);
        padding: var(--space-16);
        border-radius: var(--radius-card);
        background: var(--surface);
        box-shadow: inset 0 0 0 1px var(--line);
      }
      h2 {
        font-size: var(--text-17);
      }
      li,
      p {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-4) var(--space-8);
        font-size: var(--text-15);
        font-variant-numeric: tabular-nums;
      }
      li b {
        margin-inline-start: auto;
      }
      a {
        display: inline-flex;
        align-items: center;
        min-height: var(--target);
        color: inherit;
        font-weight: var(--weight-name);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-awaited': Awaited;
  }
}
