import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { HallState } from '#core/vocabulary.ts';
import { base, buttons } from '../base-styles.ts';
import { emit } from '../elements/emit.ts';
import { icon } from '../icons.ts';
import { LanguageController } from '../locale/index.ts';
import { themes } from '../themes.ts';
import { words } from './locale.ts';
import type { Training } from './training-controller.ts';

export const speeds = [1, 10, 30, 60] as const;

/**
 * Lets simulated people live a day in the training hall, at a speed of one's choice.
 *
 * - `simulation`: as the hub tells it; `time`: the hall's clock; `waiting`: people in the hall
 * - `state`: of the hall; `complaint`: why it did not start, null where the hub was not reached
 *
 * @fires simulate detail `{ state, speed }`
 */
@customElement('ph-run-card')
export class RunCard extends LitElement {
  @property({ attribute: false }) simulation: Training['simulation'] = null;
  @property() time = '';
  @property({ attribute: false }) waiting = 0;
  @property({ attribute: false }) hallState: HallState = 'open';
  @property({ attribute: false }) complaint: string | null = '';
  @property({ type: Boolean }) busy = false;
  @property({ type: Boolean, attribute: 'not-live' }) notLive = false;

  /** Chosen here before the day runs. */
  @state() private speed = 30;

  readonly language = new LanguageController(this);

  override render(): TemplateResult {
    const running = this.simulation?.state === 'running';
    const chosen = running ? (this.simulation?.speed ?? this.speed) : this.speed;
    return html`<section data-theme="dark" aria-labelledby="heading">
      <header>
        <h2 id="heading">${words.t('run-title')}</h2>
        <p class="clock">
          <span class="visually-hidden">${words.t('run-clock')}</span>
          <time class="figure">${this.time}</time>
        </p>
      </header>
      <p class="help">
        ${
          running
            ? words.t('run-going', { count: this.waiting })
            : this.hallState === 'closed'
              ? words.t('run-closed')
              : words.t('run-help')
        }
      </p>
      <fieldset>
        <legend class="visually-hidden">${words.t('run-speed')}</legend>
        ${speeds.map(
          (speed) =>
            html`<label class=${chosen === speed ? 'chosen' : ''}>
              <input
                type="radio"
                name="speed"
                .value=${String(speed)}
                .checked=${chosen === speed}
                @change=${() => {
                  this.choose(speed, running);
                }}
              />
              <span aria-hidden="true">${words.t('speed-times', { speed })}</span>
              <span class="visually-hidden">${words.t('speed-named', { speed })}</span>
            </label>`,
        )}
      </fieldset>
      <button
        class="button touch wide ${running || this.notLive ? 'plain' : 'lamp'}"
        type="button"
        aria-disabled=${this.busy || this.notLive ? 'true' : 'false'}
        @click=${() => {
          if (!this.notLive) this.simulate(running ? 'stopped' : 'running', chosen);
        }}
      >
        ${icon(running ? 'pause' : 'play')}${words.t(running ? 'run-stop' : 'run-start')}
      </button>
      <p class="complaint" role="status">${this.complaintWords()}</p>
    </section>`;
  }

  private complaintWords(): string | typeof nothing {
    if (this.complaint === '') return nothing;
    if (this.complaint === null) return words.t('run-unreachable');
    return words.t('run-refused', { reason: this.complaint });
  }

  private choose(speed: number, running: boolean): void {
    this.speed = speed;
    if (running) this.simulate('running', speed);
  }

  private simulate(wanted: 'running' | 'stopped', speed: number): void {
    emit(this, 'simulate', { state: wanted, speed });
  }

  static override styles = [
    base,
    buttons,
    themes,
    css`
      :host {
        display: block;
      }
      section {
        display: grid;
        gap: var(--space-16);
        padding: var(--space-24);
        border-radius: var(--radius-card);
        background: var(--bg);
      }
      header {
        display: flex;
        align-items: baseline;
        justify-content: space-between;
        gap: var(--space-16);
      }
      h2 {
        font-size: calc(var(--u) * 26);
      }
      .clock {
        font-size: var(--text-24);
        font-weight: var(--weight-number);
      }
      .help {
        color: var(--ink2);
        line-height: var(--leading-help);
        text-wrap: pretty;
      }
      fieldset {
        display: grid;
        grid-template-columns: repeat(4, 1fr);
        margin: 0;
        padding: calc(var(--u) * 4);
        border: 0;
        border-radius: var(--radius-row);
        background: var(--sunk);
      }
      label {
        position: relative;
        display: grid;
        place-items: center;
        min-height: var(--target);
        border-radius: calc(var(--u) * 10);
        color: var(--ink2);
        font-weight: var(--weight-name);
        font-variant-numeric: tabular-nums;
        cursor: pointer;
      }
      label.chosen {
        background: var(--plate);
        color: var(--plate-ink);
      }
      input {
        position: absolute;
        inset: 0;
        margin: 0;
        opacity: 0;
        cursor: pointer;
      }
      label:focus-within:has(:focus-visible) {
        outline: calc(var(--u) * 3) solid var(--focus);
        outline-offset: calc(var(--u) * 2);
      }
      .button {
        font-size: var(--text-21);
      }
      .button.plain {
        background: transparent;
      }
      .button svg {
        width: 1.1em;
        height: 1.1em;
      }
      .complaint {
        color: var(--ink);
        font-weight: var(--weight-label);
      }
      .complaint:empty {
        display: none;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-run-card': RunCard;
  }
}
