import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Problem } from '#protocol/problem.ts';
import type { LobbyView } from '#protocol/views.ts';
import { base, buttons } from '#ui/base-styles.ts';
import { emit } from '#ui/elements/emit.ts';
import '#ui/elements/ph-message-band.ts';
import '#ui/elements/ph-plate.ts';
import '#ui/elements/ph-refusal.ts';
import '#ui/elements/ph-state-mark.ts';
import { LanguageController, counterWord, textOf } from '#ui/locale/index.ts';
import type { FloorCounter } from './floor-controller.ts';
import { words } from './locale.ts';
import type { StaffSession } from './session.ts';

/**
 * Which counter today: every counter as its plate with state, services and who holds it. A free
 * one is taken with one touch; a held one tells who can free it.
 *
 * - `session`, `counters` (null until known), `lobby` for the names of services
 * - `note`: what has just ended; `problem`: the hub refused the seat
 * - events `take` and `take-over` (detail `{ counter }`)
 */
@customElement('ph-floor')
export class Floor extends LitElement {
  @property({ attribute: false }) session: StaffSession | null = null;
  @property({ attribute: false }) counters: readonly FloorCounter[] | null = null;
  @property({ attribute: false }) lobby: LobbyView | null = null;
  @property({ attribute: false }) problem: Problem | null | undefined = undefined;
  @property() note = '';
  @property({ type: Boolean }) live = false;

  /** The held counter that was touched. */
  @state() private asked: string | null = null;

  readonly language = new LanguageController(this);

  override render(): TemplateResult {
    const { session, counters } = this;
    return html`<main>
      ${
        this.note === ''
          ? nothing
          : html`<ph-message-band kind="notice" .heading=${this.note}></ph-message-band>`
      }
      <h1>${words.t('choose-counter', { name: session?.name ?? '' })}</h1>
      <p class="help">${words.t(counters === null ? 'floor-empty' : 'choose-help')}</p>
      ${
        this.problem === undefined
          ? nothing
          : html`<ph-refusal
              .problem=${spokenOnly(this.problem)}
              @again=${(event: Event) => {
                event.stopPropagation();
              }}
            ></ph-refusal>`
      }
      ${
        counters === null
          ? nothing
          : html`<ul class="floor">
              ${counters.map((each) => this.place(each))}
            </ul>`
      }
      ${this.heldWords()}
    </main>`;
  }

  private place(each: FloorCounter): TemplateResult {
    const { counter, clerk, state: now } = each;
    const badge = this.session?.badge;
    const forMe = each.handoverTo === badge;
    const mine = clerk !== null && clerk.badge === badge;
    const free = clerk === null;
    const act =
      forMe || mine
        ? () => {
            emit(this, 'take-over', { counter });
          }
        : free
          ? () => {
              this.asked = null;
              emit(this, 'take', { counter });
            }
          : () => {
              this.asked = counter;
            };
    return html`<li>
      <button
        class="place ${free ? 'free' : ''} ${forMe ? 'lit' : ''}"
        type="button"
        aria-pressed=${this.asked === counter ? 'true' : nothing}
        @click=${act}
      >
        <ph-plate
          decorative
          audience="staff"
          .counter=${counter}
          .state=${now}
          ?not-live=${!this.live}
        ></ph-plate>
        <span class="who">
          <span class="visually-hidden">${words.t('take-counter', { counter })}</span>
          <b
            >${
              forMe
                ? words.t('counter-for-you')
                : clerk === null
                  ? words.t('counter-free')
                  : clerk.name
            }</b
          >
          <span class="state"
            >${
              forMe
                ? words.t('took-over', { counter })
                : html`<ph-state-mark .counter=${now} audience="staff"></ph-state-mark>`
            }</span
          >
        </span>
        <span class="services">${this.servicesOf(each).join('\u00a0· ')}</span>
      </button>
    </li>`;
  }

  private servicesOf({ services }: FloorCounter): readonly string[] {
    const { lobby } = this;
    if (lobby === null) return services;
    return lobby.waiting
      .filter(({ service }) => services.includes(service))
      .map(({ short }) => textOf(short));
  }

  private heldWords(): TemplateResult {
    const held = this.counters?.find(({ counter }) => counter === this.asked);
    const name = held?.clerk?.name;
    if (held === undefined || name === undefined) return html`<div role="status"></div>`;
    return html`<div role="status" class="held">
      <h2>${words.t('held-title', { counter: held.counter, name })}</h2>
      <p>${words.t('held-help', { name })}</p>
      <p class="help">${counterWord(held.state, 'staff')}</p>
    </div>`;
  }

  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: block;
        overflow: auto;
      }
      main {
        display: grid;
        gap: var(--space-16);
        width: min(calc(var(--u) * 1080), 100%);
        margin-inline: auto;
        padding: clamp(var(--space-24), 5vh, var(--space-64)) var(--space-24);
      }
      h1 {
        font-size: var(--text-40);
      }
      .help {
        color: var(--ink2);
        font-size: var(--text-17);
      }
      .floor {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(calc(var(--u) * 300), 1fr));
        gap: var(--space-16);
      }
      .place {
        display: grid;
        grid-template: auto 1fr / auto 1fr;
        align-items: center;
        gap: var(--space-12) var(--space-16);
        width: 100%;
        height: 100%;
        padding: var(--space-24);
        border: 0;
        border-radius: var(--radius-card);
        background: var(--sunk);
        box-shadow: inset 0 0 0 1px var(--line);
        text-align: start;
        cursor: pointer;
        --plate-size: calc(var(--u) * 72);
        --hollow-ground: var(--sunk);
      }
      .free,
      .lit {
        background: var(--surface);
        --hollow-ground: var(--surface);
        box-shadow:
          inset 0 0 0 1px var(--line),
          inset 0 calc(var(--u) * -3) 0 var(--line);
      }
      .lit {
        background: var(--lamp);
        color: var(--pine-950);
        box-shadow: inset 0 calc(var(--u) * -3) 0 var(--lamp-lip);
      }
      .lit .state,
      .lit .services {
        color: var(--pine-950);
      }
      .place:active {
        transform: translateY(calc(var(--u) * 2));
      }
      .place[aria-pressed='true'] {
        box-shadow: inset 0 0 0 calc(var(--u) * 3) var(--ink);
      }
      .who {
        display: grid;
        gap: var(--space-4);
        min-width: 0;
      }
      b {
        font-size: var(--text-21);
        font-weight: var(--weight-name);
        line-height: var(--leading-heading);
      }
      .state {
        color: var(--ink2);
      }
      .services {
        grid-column: 1 / -1;
        align-self: start;
        color: var(--ink2);
        font-size: var(--text-15);
      }
      .held {
        display: grid;
        gap: var(--space-8);
        max-width: calc(var(--u) * 640);
        padding-block: var(--space-8);
      }
      h2 {
        font-size: var(--text-24);
      }
      @media (max-width: 759px) {
        h1 {
          font-size: var(--text-28);
        }
        .place {
          padding: var(--space-16);
        }
      }
    `,
  ];
}

/** Ways out of a seat are spoken of, not pressed: the counter is another clerk's. */
function spokenOnly(problem: Problem | null): Problem | null {
  return problem === null ? null : { ...problem, waysOut: [] };
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-floor': Floor;
  }
  interface HTMLElementEventMap {
    take: CustomEvent<{ readonly counter: string }>;
    'take-over': CustomEvent<{ readonly counter: string }>;
  }
}
