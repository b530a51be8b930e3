import { LitElement, css, html, nothing, svg, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { LobbyView } from '#protocol/views.ts';
import { base, numbers } from '../base-styles.ts';
import '../elements/ph-plate.ts';
import '../elements/ph-ticket-number.ts';
import { icon } from '../icons.ts';
import { LanguageController, counterWord, textOf } from '../locale/index.ts';
import { themes } from '../themes.ts';
import { seatsOf } from './floor-model.ts';
import { floorPaths, type Box } from './floor-paths.ts';
import { words } from './locale.ts';
import './place-link.ts';
import type { Training } from './training-controller.ts';

/**
 * The hall as a floor plan: everything on it is the link to its page. Counters and the lobby
 * screen are live, every seat taken is a person who waits.
 *
 * - `hall`: the lobby view; `newest`: the ticket issued last
 * - `not-live`: what is shown is not current
 */
@customElement('ph-floor-plan')
export class FloorPlan extends LitElement {
  @property({ attribute: false }) hall: LobbyView | null = null;
  @property({ attribute: false }) newest: Training['newestTicket'] = null;
  @property({ type: Boolean, attribute: 'not-live' }) notLive = false;

  @state() private paths: readonly string[] = [];
  private watcher: ResizeObserver | null = null;

  readonly language = new LanguageController(this);

  override render(): TemplateResult | typeof nothing {
    const { hall } = this;
    if (hall === null) return nothing;
    const firstCounter = hall.counters[0]?.counter ?? '1';
    const { newest } = this;
    return html`<nav class="plan" aria-label=${words.t('plan')}>
      <svg class="ways" aria-hidden="true">${this.paths.map((d) => svg`<path d=${d} />`)}</svg>
      ${this.counters(hall)}
      <ph-place-link
        class="console"
        href="/counter"
        icon="keypad"
        .name=${words.t('console')}
      ></ph-place-link>
      <ph-place-link
        class="window"
        href="/display/window/${encodeURIComponent(callingCounter(hall) ?? firstCounter)}"
        icon="person"
        .name=${words.t('window')}
      ></ph-place-link>
      ${this.screen(hall)}
      <ph-place-link
        class="kiosk"
        href="/kiosk"
        icon="printer"
        .name=${words.t('kiosk')}
      ></ph-place-link>
      ${this.seats(hall)}
      <div class="doorway" aria-hidden="true">
        <svg viewBox="0 0 140 140"><path d="M140 140V2A138 138 0 0 0 2 140" /></svg>
      </div>
      <ph-place-link
        class="door"
        href="/display/door"
        icon="door"
        .name=${words.t('door')}
      ></ph-place-link>
      <ph-place-link
        class="phone"
        .href=${newest?.url ?? '/kiosk'}
        icon="phone"
        .name=${words.t('phone')}
        .shown=${newest === null ? words.t('phone-none') : `/t/… ${newest.number}`}
      ></ph-place-link>
      <ph-place-link
        class="supervisor"
        href="/counter"
        icon="shield"
        .name=${words.t('supervisor')}
      ></ph-place-link>
    </nav>`;
  }

  private counters(hall: LobbyView): TemplateResult {
    return html`<ul class="counters">
      ${hall.counters.map(
        ({ counter, state: now }) =>
          html`<li>
            <a
              class="counter"
              data-counter=${counter}
              href="/display/window/${encodeURIComponent(counter)}"
            >
              <span class="visually-hidden">${words.t('counter-link', { counter })}</span>
              <ph-plate
                decorative
                .counter=${counter}
                .state=${now}
                ?not-live=${this.notLive}
              ></ph-plate>
              <span class="desk"></span>
              <span class="word">${counterWord(now, 'staff')}</span>
            </a>
          </li>`,
      )}
    </ul>`;
  }

  private screen(hall: LobbyView): TemplateResult {
    const [newest] = hall.calls;
    const calling = newest !== undefined && callingCounter(hall) === newest.counter;
    return html`<a class="screen" href="/display" data-theme="dark">
      <span class="caption">${words.t('lobby')} <span class="address">/display</span></span>
      ${
        newest === undefined
          ? html`<span class="quiet">${textOf(hall.hall.name)}</span>
              <span class="caption">${words.t('lobby-quiet')}</span>`
          : html`<span class="call">
              <ph-ticket-number
                .number=${newest.number}
                .look=${this.notLive ? 'hollow' : 'solid'}
              ></ph-ticket-number>
              ${icon('arrow')}
              <ph-plate
                decorative
                .counter=${newest.counter}
                .state=${calling ? 'calling' : 'idle'}
                ?not-live=${this.notLive}
              ></ph-plate>
              <span class="visually-hidden">
                ${words.t('call-link', { number: newest.number, counter: newest.counter })}
              </span>
            </span>`
      }
    </a>`;
  }

  private seats(hall: LobbyView): TemplateResult {
    const called = !this.notLive && callingCounter(hall) !== null;
    const { seats, more } = seatsOf(hall.waitingCount, called);
    const label =
      hall.waitingCount === 0
        ? words.t('seats-none')
        : words.t('seats', { count: hall.waitingCount });
    return html`<div class="seats">
      <div class="rows" role="img" aria-label=${label}>
        ${seats.map(
          ({ taken, lit }) =>
            html`<i class=${lit ? 'lit' : taken ? (this.notLive ? 'hollow' : 'taken') : ''}></i>`,
        )}
      </div>
      ${
        hall.waitingCount === 0
          ? html`<p aria-hidden="true">${label}</p>`
          : more > 0
            ? html`<p>${words.t('seats-more', { count: more })}</p>`
            : nothing
      }
    </div>`;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.watcher = new ResizeObserver(() => {
      this.measure();
    });
    this.watcher.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.watcher?.disconnect();
    this.watcher = null;
  }

  protected override updated(): void {
    this.measure();
  }

  /** The ways lead from place to place, wherever the layout has put them. */
  private measure(): void {
    const { hall } = this;
    const plan = this.renderRoot.querySelector('.plan');
    if (hall === null || plan === null) return;
    const origin = plan.getBoundingClientRect();
    const box = (selector: string): Box | null => {
      const found = this.renderRoot.querySelector(selector)?.getBoundingClientRect();
      if (found === undefined || found.width === 0) return null;
      const { width, height } = found;
      // The ways are drawn inside the walls.
      const walls = (origin.width - plan.clientWidth) / 2;
      return { x: found.x - origin.x - walls, y: found.y - origin.y - walls, width, height };
    };
    const counter = this.notLive ? null : callingCounter(hall);
    const paths = floorPaths({
      door: box('.doorway'),
      kiosk: box('.kiosk'),
      seat: box('.seats i'),
      counter: counter === null ? null : box(`[data-counter="${CSS.escape(counter)}"]`),
    });
    if (paths.join() !== this.paths.join()) this.paths = paths;
  }

  static override styles = [
    base,
    numbers,
    themes,
    css`
      :host {
        display: block;
      }
      .plan {
        position: relative;
        display: grid;
        grid-template:
          auto auto minmax(calc(var(--u) * 150), auto) minmax(calc(var(--u) * 168), 1fr) auto /
          minmax(calc(var(--u) * 196), 22%) minmax(0, 1fr) auto;
        grid-template-areas:
          'counters counters counters'
          'console screen window'
          '. screen .'
          'kiosk seats seats'
          'doorway feet feet';
        gap: var(--space-24);
        height: 100%;
        padding: var(--space-24) var(--space-24) var(--space-32);
        border: calc(var(--u) * 6) solid var(--ink);
        border-radius: calc(var(--u) * 4);
        background: var(--surface);
      }
      .ways {
        position: absolute;
        inset: 0;
        width: 100%;
        height: 100%;
        pointer-events: none;
        overflow: visible;
      }
      .ways path {
        fill: none;
        stroke: var(--dot);
        stroke-width: calc(var(--u) * 4.5);
        stroke-linecap: round;
        stroke-dasharray: 0.1 calc(var(--u) * 13);
      }
      .counters {
        grid-area: counters;
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(calc(var(--u) * 84), 1fr));
        gap: var(--space-16) var(--space-24);
      }
      .counter {
        position: relative;
        display: grid;
        justify-items: center;
        gap: calc(var(--u) * 14);
        border-radius: var(--radius-row);
        color: var(--ink2);
        text-decoration: none;
      }
      .counter ph-plate {
        --plate-size: calc(var(--u) * 64);
        --hollow-ground: var(--surface);
        transition: transform var(--dur-state) var(--ease-in);
      }
      .counter:hover ph-plate {
        transform: translateY(calc(var(--u) * -3));
      }
      .desk {
        width: min(100%, calc(var(--u) * 116));
        height: calc(var(--u) * 15);
        border-radius: calc(var(--u) * 5);
        background: var(--line);
      }
      .word {
        font-size: var(--text-14);
        font-weight: var(--weight-label);
        line-height: 1;
        margin-block-start: calc(var(--u) * -4);
      }
      .console {
        grid-area: console;
        justify-self: start;
      }
      .window {
        grid-area: window;
        justify-self: end;
      }
      .screen {
        grid-area: screen;
        z-index: 1;
        align-self: start;
        justify-self: center;
        position: relative;
        inset-inline-start: calc(var(--u) * 40);
        display: grid;
        gap: var(--space-16);
        align-content: center;
        width: min(100%, calc(var(--u) * 340));
        min-height: calc(var(--u) * 150);
        margin-block-start: calc(var(--u) * 20);
        padding: var(--space-16) var(--space-24) var(--space-24);
        border-radius: var(--radius-row);
        background: var(--bg);
        color: var(--ink);
        text-decoration: none;
      }
      .caption {
        color: var(--ink2);
        font-size: var(--text-14);
        font-weight: var(--weight-label);
      }
      .call {
        position: relative;
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: var(--space-12);
        font-size: calc(var(--u) * 60);
      }
      .call svg {
        width: calc(var(--u) * 30);
        height: calc(var(--u) * 30);
      }
      .call ph-plate {
        --plate-size: calc(var(--u) * 74);
      }
      .quiet {
        font-size: var(--text-28);
        font-weight: var(--weight-heading);
        line-height: var(--leading-heading);
      }
      .kiosk {
        grid-area: kiosk;
        align-self: center;
        justify-self: start;
      }
      .seats {
        grid-area: seats;
        align-self: center;
        justify-self: start;
        margin-inline-start: clamp(0px, 8%, calc(var(--u) * 90));
        color: var(--ink2);
        font-size: var(--text-15);
      }
      .rows {
        display: grid;
        grid-template-columns: repeat(9, calc(var(--u) * 30));
        gap: calc(var(--u) * 26) calc(var(--u) * 14);
        align-items: center;
        justify-items: center;
      }
      .rows i {
        width: calc(var(--u) * 20);
        height: calc(var(--u) * 20);
        border-radius: 50%;
        box-shadow: inset 0 0 0 calc(var(--u) * 1.5) var(--line);
        transition: background-color var(--dur-panel) var(--ease-in);
      }
      .rows .taken {
        background: var(--dot);
        box-shadow: none;
      }
      .rows .hollow {
        box-shadow: inset 0 0 0 calc(var(--u) * 2) var(--ink2);
      }
      .rows .lit {
        width: calc(var(--u) * 30);
        height: calc(var(--u) * 30);
        margin: calc(var(--u) * -5) 0;
        border: calc(var(--u) * 3.5) solid var(--lit-rim);
        background: var(--lamp);
        box-shadow: none;
      }
      .seats p {
        margin-block-start: var(--space-16);
      }
      .doorway {
        grid-area: doorway;
        align-self: end;
        justify-self: center;
        position: relative;
        width: calc(var(--u) * 140);
        height: calc(var(--u) * 140);
        margin-block: calc(var(--u) * -60) calc(var(--u) * -38);
        border-block-end: calc(var(--u) * 6) solid var(--bg);
      }
      .doorway svg {
        width: 100%;
        height: 100%;
        overflow: visible;
      }
      .doorway path {
        fill: none;
        stroke: var(--line);
        stroke-width: 2.5;
        stroke-linecap: round;
        stroke-dasharray: 0.1 7;
      }
      .door,
      .phone,
      .supervisor {
        grid-area: feet;
        align-self: end;
      }
      .door {
        justify-self: start;
      }
      .phone {
        justify-self: center;
      }
      .supervisor {
        justify-self: end;
      }
      @media (max-width: 1199px) and (min-width: 760px) {
        .plan {
          min-height: calc(var(--u) * 680);
        }
      }
      @media (max-width: 759px) {
        .plan {
          display: flex;
          flex-direction: column;
          gap: var(--space-12);
          padding: var(--space-16) var(--space-12);
          border-width: calc(var(--u) * 4);
        }
        .ways,
        .doorway {
          display: none;
        }
        .counters {
          grid-template-columns: repeat(3, minmax(0, 1fr));
          gap: var(--space-16) var(--space-8);
        }
        .counter ph-plate {
          --plate-size: calc(var(--u) * 52);
        }
        .kiosk {
          order: 1;
        }
        .screen {
          order: 2;
        }
        .seats {
          order: 3;
        }
        .phone {
          order: 4;
        }
        .console {
          order: 5;
        }
        .supervisor {
          order: 6;
        }
        .window {
          order: 7;
        }
        .door {
          order: 8;
        }
        .plan ph-place-link,
        .screen {
          inset: auto;
          align-self: stretch;
          justify-self: stretch;
          width: auto;
          margin: 0;
        }
        .seats {
          align-self: center;
          margin: var(--space-8) 0;
        }
        .rows {
          grid-template-columns: repeat(9, calc(var(--u) * 24));
          gap: calc(var(--u) * 12) calc(var(--u) * 8);
        }
        .call {
          font-size: calc(var(--u) * 52);
        }
      }
    `,
  ];
}

/** The counter of the newest call, while somebody is on the way to it. */
function callingCounter(hall: LobbyView): string | null {
  const [newest] = hall.calls;
  if (newest === undefined) return null;
  const called = hall.counters.find(({ counter }) => counter === newest.counter);
  return called?.state === 'calling' && called.number === newest.number ? called.counter : null;
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-floor-plan': FloorPlan;
  }
}
