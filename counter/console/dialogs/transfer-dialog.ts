import { LitElement, css, html, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { ConsoleView, ViewData } from '#protocol/views.ts';
import { base, buttons } from '#ui/base-styles.ts';
import '#ui/elements/ph-dialog.ts';
import '#ui/elements/ph-plate.ts';
import type { HubClient } from '#ui/hub/hub-client.ts';
import { LanguageController, counterWord, textOf } from '#ui/locale/index.ts';
import { dialogActs } from '../../dialog-acts.ts';
import { fields } from '../../field-styles.ts';
import { words } from '../locale.ts';
import { choice } from './choice.ts';
import { ChoiceKeys } from './choice-keys.ts';
import { dialogs } from './dialog-styles.ts';
import { reasonField } from './reason.ts';
import { wish } from './wish.ts';

type To = { readonly service: string } | { readonly counter: string };

/**
 * Where does this customer go: to a service of the hall or to one counter (`right-counter`).
 * Number and place in time are kept; the window, the lobby and the phone tell the way.
 *
 * - `view`, `hub` (the hall's services come from the lobby's view), `busy`
 * - slot `trouble`: the hub's refusal
 * - events `wish`, `close`
 */
@customElement('ph-transfer-dialog')
export class TransferDialog extends LitElement {
  @property({ attribute: false }) view: ConsoleView | null = null;
  @property({ attribute: false }) hub: HubClient | null = null;
  @property({ type: Boolean }) busy = false;

  @state() private lobby: ViewData['lobby'] | null = null;
  @state() private to: To | null = null;
  @state() private reason = '';
  @state() private complaint = '';

  readonly language = new LanguageController(this);
  readonly keys = new ChoiceKeys(this);
  private stop: (() => void) | null = null;

  override render(): TemplateResult {
    const { view } = this;
    const services = this.services();
    return html`<ph-dialog
      open
      .heading=${words.t('transfer-title', { number: view?.ticket?.number ?? '' })}
    >
      <form id="form" @submit=${this.send} novalidate>
        <p class="help">${words.t('transfer-keep')}</p>
        <div class="group" role="group" aria-labelledby="services">
          <p class="legend" id="services">${words.t('transfer-service')}</p>
          <div class="choices">
            ${services.map(({ service, name, count }, index) =>
              choice({
                text: textOf(name),
                note: count === 0 ? '' : words.t('transfer-waiting', { count }),
                pressed: this.to !== null && 'service' in this.to && this.to.service === service,
                digit: index + 1,
                choose: () => {
                  this.choose({ service });
                },
              }),
            )}
          </div>
        </div>
        <div class="group" role="group" aria-labelledby="counters">
          <p class="legend" id="counters">${words.t('transfer-counter')}</p>
          <div class="choices">${this.counters(services.length)}</div>
        </div>
        ${reasonField({
          choices: reasons.map((key) => words.t(key)),
          value: this.reason,
          digitsTaken: 9,
          change: this.because,
        })}
        <p class="complaint" role="alert">${this.complaint}</p>
        <slot name="trouble"></slot>
      </form>
      ${dialogActs(this, {
        go: words.t('transfer-go'),
        back: words.t('back'),
        busy: this.busy,
      })}
    </ph-dialog>`;
  }

  private readonly because = (reason: string): void => {
    this.reason = reason;
    this.complaint = '';
  };

  private counters(digitsTaken: number): TemplateResult[] {
    const { view } = this;
    const others = (view?.counters ?? []).filter(({ counter }) => counter !== view?.counter);
    // Whoever receives now stands first; the hub still decides who can.
    const closedLast = others.toSorted(
      (a, b) => Number(a.state === 'closed') - Number(b.state === 'closed'),
    );
    return closedLast.map(({ counter, state }, index) =>
      choice({
        text: counterWord(state, 'staff'),
        mark: html`<ph-plate
            decorative
            audience="staff"
            .counter=${counter}
            .state=${plateState(state)}
          ></ph-plate>
          <span class="visually-hidden">${counter}</span>`,
        pressed: this.to !== null && 'counter' in this.to && this.to.counter === counter,
        digit: digitsTaken + index + 1,
        choose: () => {
          this.choose({ counter });
        },
      }),
    );
  }

  private services(): readonly ViewData['lobby']['waiting'][number][] {
    const own = this.view?.ticket?.service;
    return (this.lobby?.waiting ?? []).filter(({ service }) => service !== own);
  }

  private choose(to: To): void {
    this.to = to;
    this.complaint = '';
  }

  private send(event: SubmitEvent): void {
    event.preventDefault();
    const { to, reason } = this;
    if (to === null) this.complaint = words.t('target-needed');
    else if (reason.trim() === '') this.complaint = words.t('reason-needed');
    else if (!this.busy) {
      wish(this, 'transfer', 'transfer', {
        counter: this.view?.counter ?? '',
        to,
        reason: reason.trim(),
      });
    }
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('hub')) this.follow();
  }

  private follow(): void {
    this.stop?.();
    this.stop =
      this.hub?.watch('lobby', {}, ({ data }) => {
        this.lobby = data;
      }) ?? null;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stop?.();
    this.stop = null;
  }

  static override styles = [
    base,
    buttons,
    fields,
    dialogs,
    css`
      ph-dialog {
        --dialog-width: calc(var(--u) * 720);
      }
      ph-plate {
        --plate-size: calc(var(--u) * 30);
        --hollow-ground: var(--surface);
      }
      .choice[aria-pressed='true'] ph-plate {
        filter: invert(1);
      }
    `,
  ];
}

const reasons = ['reason-wrong-service', 'reason-also', 'reason-expert', 'reason-quiet'] as const;

/** One lit thing: here a called counter is only another counter. */
function plateState(state: ConsoleView['state']): ConsoleView['state'] {
  return state === 'calling' ? 'serving' : state;
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-transfer-dialog': TransferDialog;
  }
}
