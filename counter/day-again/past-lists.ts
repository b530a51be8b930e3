import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { PastMoment } from '#protocol/history.ts';
import { base } from '#ui/base-styles.ts';
import { emit } from '#ui/elements/emit.ts';
import { LanguageController, minutesSeconds, textOf, timeOfDay } from '#ui/locale/index.ts';
import { dayAgainStyles } from './day-again-styles.ts';
import { words } from './locale.ts';

const waitingShown = 12;

/**
 * Who was called last and why, and who waited; every number leads to its story.
 *
 * - `moment`, `timezone`
 *
 * @fires ticket detail: the number that was pressed
 */
@customElement('ph-past-lists')
export class PastLists extends LitElement {
  @property({ attribute: false }) moment: PastMoment | null = null;
  @property() timezone = 'UTC';

  readonly language = new LanguageController(this);

  override render(): TemplateResult | typeof nothing {
    const { moment } = this;
    if (moment === null) return nothing;
    return html`<section aria-labelledby="calls">
        <h2 id="calls">${words.t('calls-title')}</h2>
        ${this.calls(moment)}
      </section>
      <section aria-labelledby="waiting">
        <h2 id="waiting">${words.t('waiting-title')}</h2>
        ${this.waiting(moment)}
      </section>`;
  }

  private calls({ calls }: PastMoment): TemplateResult {
    if (calls.length === 0) return html`<p class="none">${words.t('calls-none')}</p>`;
    return html`<table>
      <thead>
        <tr>
          <th scope="col">${words.t('number')}</th>
          <th scope="col">${words.t('counter')}</th>
          <th scope="col">${words.t('at')}</th>
          <th scope="col">${words.t('why')}</th>
        </tr>
      </thead>
      <tbody>
        ${calls.map(
          ({ number, counter, at, why }) =>
            html`<tr>
              <th scope="row">${this.number(number)}</th>
              <td>${counter}</td>
              <td>${timeOfDay(at, this.timezone)}</td>
              <td>${textOf(why)}</td>
            </tr>`,
        )}
      </tbody>
    </table>`;
  }

  private waiting({ waiting, supervisor }: PastMoment): TemplateResult {
    if (waiting.length === 0) return html`<p class="none">${words.t('waiting-none')}</p>`;
    const service = new Map(supervisor.queues.map((queue) => [queue.service, queue.name]));
    const classes = new Map(supervisor.classes.map(({ id, name }) => [id, name]));
    const nameOf = (names: ReadonlyMap<string, { zh: string; en: string }>, id: string): string => {
      const name = names.get(id);
      return name === undefined ? id : textOf(name);
    };
    return html`<table>
        <thead>
          <tr>
            <th scope="col">${words.t('number')}</th>
            <th scope="col">${words.t('service')}</th>
            <th scope="col">${words.t('class')}</th>
            <th scope="col">${words.t('waited')}</th>
          </tr>
        </thead>
        <tbody>
          ${waiting.slice(0, waitingShown).map(
            (ticket) =>
              html`<tr>
                <th scope="row">${this.number(ticket.number)}</th>
                <td>${nameOf(service, ticket.service)}</td>
                <td>${nameOf(classes, ticket.class)}</td>
                <td>${minutesSeconds(ticket.waitedSeconds)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
      ${
        waiting.length > waitingShown
          ? html`<p class="none">${words.t('waiting-more', { count: waitingShown })}</p>`
          : nothing
      }`;
  }

  private number(number: string): TemplateResult {
    return html`<button
      type="button"
      title=${words.t('story-ask')}
      @click=${() => {
        emit(this, 'ticket', number);
      }}
    >
      ${number}
    </button>`;
  }

  static override styles = [
    base,
    dayAgainStyles,
    css`
      :host {
        display: grid;
        gap: var(--space-16);
        overflow: visible;
      }
      button {
        min-width: var(--target);
        min-height: var(--target);
        padding: 0;
        border: 0;
        background: none;
        font-weight: inherit;
        text-align: start;
        text-decoration: underline dotted;
        text-decoration-color: var(--edge);
        text-underline-offset: 0.25em;
        cursor: pointer;
      }
      th,
      td {
        padding-block: 0;
        height: var(--target);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-past-lists': PastLists;
  }
}
