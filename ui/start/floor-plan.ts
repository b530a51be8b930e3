import { LitElement, html, nothing, svg, type TemplateResult } from 'lit';
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
import { floorPlanStyles } from './floor-plan-styles.ts';

const lobbyAddress = '/display';

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
    return html`<a class="screen" href=${lobbyAddress} data-theme="dark">
      <span class="caption">${words.t('lobby')} <span class="address">${lobbyAddress}</span></span>
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

  static override styles = [base, numbers, themes, floorPlanStyles];
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
