import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { SupervisorView } from '#protocol/views.ts';
import { base, numbers } from '#ui/base-styles.ts';
import { emit } from '#ui/elements/emit.ts';
import '#ui/elements/ph-plate.ts';
import '#ui/elements/ph-state-mark.ts';
import '#ui/elements/ph-ticket-number.ts';
import { LanguageController, counterWord, either, timeOfDay } from '#ui/locale/index.ts';
import { words } from './locale.ts';
import { spanOf } from './span.ts';

type Counter = SupervisorView['counters'][number];

/**
 * All counters as cards: plate, state and since when, number or sign, clerk.
 *
 * - `counters`, `timezone`; `elapsedSeconds` since the view was made
 * - `not-live`: hollow
 *
 * @fires counter a card was chosen; detail `{ counter }`
 */
@customElement('ph-counter-cards')
export class CounterCards extends LitElement {
  @property({ attribute: false }) counters: readonly Counter[] = [];
  @property() timezone = 'UTC';
  @property({ attribute: false }) elapsedSeconds = 0;
  @property({ type: Boolean, attribute: 'not-live' }) notLive = false;

  readonly language = new LanguageController(this);

  override render(): TemplateResult {
    return html`<ul class=${this.notLive ? 'not-live' : ''}>
      ${repeat(
        this.counters,
        ({ counter }) => counter,
        (each) => this.card(each),
      )}
    </ul>`;
  }

  private card(each: Counter): TemplateResult {
    const { counter, state, number, clerk } = each;
    const word = counterWord(state, 'staff');
    return html`<li>
      <button
        type="button"
        class=${state === 'closed' ? 'closed' : ''}
        @click=${() => {
          emit(this, 'counter', { counter });
        }}
      >
        <span class="visually-hidden">${words.t('card-label', { counter, state: word })}</span>
        <ph-plate
          decorative
          audience="staff"
          .counter=${counter}
          .state=${state}
          ?not-live=${this.notLive}
        ></ph-plate>
        <span class="since figure">${this.since(each)}</span>
        <span class="state" aria-hidden="true">
          <ph-state-mark .counter=${state} audience="staff"></ph-state-mark>
          <span class="short">${words.t(`short-${state}`)}</span>
        </span>
        <span class="what">
          ${
            number === null
              ? html`<span class="sign">${this.signLine(each)}</span
                  ><span class="short" aria-hidden="true">${this.shortLine(each)}</span>`
              : html`<ph-ticket-number
                  .number=${number}
                  .look=${this.notLive ? 'hollow' : 'solid'}
                ></ph-ticket-number>`
          }
        </span>
        <span class="clerk">${clerk?.name ?? nothing}</span>
      </button>
    </li>`;
  }

  private since({ state, sinceSeconds }: Counter): string {
    if (state === 'closed') return '';
    return spanOf(sinceSeconds + this.elapsedSeconds);
  }

  /** On a phone: when somebody is back, else how long it has been so. */
  private shortLine(each: Counter): string {
    const { sign } = each;
    if (sign?.until == null) return this.since(each);
    return timeOfDay(sign.until, this.timezone);
  }

  /** What stands outside at this counter, in one line. */
  private signLine({ sign, state, handoverTo }: Counter): string {
    if (state === 'handover' && handoverTo !== null) {
      return words.t('handing-to', { badge: handoverTo });
    }
    if (sign === null) return '';
    const back =
      sign.until === null ? '' : words.t('back-at', { time: timeOfDay(sign.until, this.timezone) });
    const ways = sign.redirectTo.map(({ counter }) => counter).slice(0, 2);
    const go = ways.length === 0 ? '' : words.t('go-to', { counters: either(ways) });
    return state === 'absent' ? back || go : go || back;
  }

  static override styles = [
    base,
    numbers,
    css`
      :host {
        display: block;
      }
      ul {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(calc(var(--u) * 138), 1fr));
        gap: var(--space-12);
      }
      button {
        display: grid;
        grid-template: auto 1fr auto auto / auto 1fr;
        grid-template-areas: 'plate since' 'state state' 'what what' 'clerk clerk';
        column-gap: var(--space-8);
        width: 100%;
        height: 100%;
        min-height: calc(var(--u) * 188);
        padding: var(--space-16);
        border: 0;
        border-radius: var(--radius-card);
        background: var(--surface);
        box-shadow: inset 0 0 0 1px var(--line);
        text-align: start;
        cursor: pointer;
        transition: box-shadow var(--dur-state) var(--ease-in);
      }
      button:hover {
        box-shadow: inset 0 0 0 calc(var(--u) * 1.5) var(--edge);
      }
      ph-plate {
        grid-area: plate;
        --plate-size: calc(var(--u) * 56);
        --hollow-ground: var(--surface);
      }
      .since {
        grid-area: since;
        justify-self: end;
        text-align: end;
        line-height: 1.2;
        color: var(--ink2);
        font-size: var(--text-15);
        font-weight: var(--weight-label);
      }
      .state {
        grid-area: state;
        align-self: end;
        padding-block: var(--space-8) var(--space-4);
        font-size: var(--text-17);
        font-weight: var(--weight-name);
      }
      ph-state-mark {
        white-space: nowrap;
      }
      .what {
        grid-area: what;
        display: flex;
        align-items: center;
        min-height: calc(var(--u) * 32);
      }
      ph-ticket-number {
        font-size: var(--text-28);
        --hollow-ground: var(--surface);
      }
      .sign {
        font-weight: var(--weight-label);
        line-height: 1.2;
      }
      .short {
        display: none;
      }
      .clerk {
        grid-area: clerk;
        min-height: 1.35em;
        color: var(--ink2);
        font-size: var(--text-15);
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .not-live ph-state-mark {
        filter: grayscale(1);
      }
      .closed .state,
      .closed .clerk {
        color: var(--ink2);
      }
      @media (max-width: 759px) {
        ul {
          grid-template-columns: repeat(auto-fit, minmax(calc(var(--u) * 110), 1fr));
          gap: var(--space-8);
        }
        button {
          grid-template: auto auto / auto minmax(0, 1fr);
          grid-template-areas: 'plate state' 'plate what';
          align-content: center;
          column-gap: var(--space-8);
          min-height: calc(var(--u) * 64);
          padding: var(--space-8) calc(var(--u) * 10);
          border-radius: var(--radius-row);
        }
        ph-plate {
          --plate-size: calc(var(--u) * 36);
          align-self: center;
        }
        .state {
          padding: 0;
          font-size: var(--text-14);
          line-height: 1.2;
          align-self: end;
          min-width: 0;
        }
        /* The plate is the mark here, and the words are short. */
        .state ph-state-mark,
        .sign {
          display: none;
        }
        .short {
          display: inline;
        }
        .what {
          min-height: 0;
          align-items: start;
          color: var(--ink2);
          font-size: var(--text-14);
          font-variant-numeric: tabular-nums;
          line-height: 1.2;
        }
        ph-ticket-number {
          margin-block-start: 0.35em;
          font-size: var(--text-14);
        }
        .since,
        .clerk {
          display: none;
        }
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-counter-cards': CounterCards;
  }
}
