import { LitElement, css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { ConsoleView } from '#protocol/views.ts';
import { base, buttons } from '#ui/base-styles.ts';
import '#ui/elements/ph-dialog.ts';
import { icon } from '#ui/icons.ts';
import { LanguageController } from '#ui/locale/index.ts';
import { dialogActs } from '../../dialog-acts.ts';
import { fields } from '../../field-styles.ts';
import { words } from '../locale.ts';
import { choice } from './choice.ts';
import { ChoiceKeys } from './choice-keys.ts';
import { dialogs } from './dialog-styles.ts';
import { reasonField } from './reason.ts';
import { wish } from './wish.ts';

/**
 * A break (routine pause) or an absence for a special reason, each with its reason and, where it
 * can be said, for how long (`apologise-when-away`, `pause-sign`).
 *
 * - `view`, `absence`: begins with that kind, `busy`
 * - slot `trouble`; events `wish`, `close`
 */
@customElement('ph-pause-dialog')
export class PauseDialog extends LitElement {
  @property({ attribute: false }) view: ConsoleView | null = null;
  @property({ type: Boolean }) absence = false;
  @property({ type: Boolean }) busy = false;

  @state() private kind: 'routine' | 'absence' = 'routine';
  @state() private reason = '';
  @state() private minutes: number | null = 10;
  @state() private complaint = '';

  readonly language = new LanguageController(this);
  readonly keys = new ChoiceKeys(this);

  override render(): TemplateResult {
    const away = this.kind === 'absence';
    const called = this.view?.state === 'calling' ? this.view.ticket?.number : undefined;
    const reasons = (away ? absenceReasons : breakReasons).map((key) => words.t(key));
    return html`<ph-dialog open .heading=${words.t(away ? 'pause-absence' : 'pause-title')}>
      <form id="form" @submit=${this.send} novalidate>
        <div class="group" role="group" aria-label=${words.t('pause-kind')}>
          <div class="choices kinds">
            ${this.kindChoice('routine', 1)} ${this.kindChoice('absence', 2)}
          </div>
        </div>
        ${reasonField({
          choices: reasons,
          value: this.reason,
          digitsTaken: 2,
          change: this.because,
        })}
        <div class="group" role="group" aria-labelledby="minutes">
          <p class="legend" id="minutes">${words.t('pause-minutes')}</p>
          <div class="choices">
            ${minuteChoices.map((minutes, index) =>
              choice({
                text:
                  minutes === null
                    ? words.t('pause-minutes-none')
                    : words.t('pause-minutes-some', { minutes }),
                pressed: this.minutes === minutes,
                digit: 2 + reasons.length + index + 1,
                choose: this.lasting(minutes),
              }),
            )}
            <input
              class="input own"
              type="number"
              min="1"
              max="480"
              inputmode="numeric"
              aria-label=${words.t('pause-minutes-own')}
              placeholder=${words.t('pause-minutes-own')}
              @input=${this.ownMinutes}
            />
          </div>
        </div>
        ${away && called !== undefined ? html`<p class="help">${words.t('pause-called', { number: called })}</p>` : nothing}
        <p class="complaint" role="alert">${this.complaint}</p>
        <slot name="trouble"></slot>
      </form>
      ${dialogActs(this, {
        go: words.t(away ? 'absence-go' : 'pause-go'),
        back: words.t('back-pause'),
        busy: this.busy,
      })}
    </ph-dialog>`;
  }

  private readonly because = (reason: string): void => {
    this.reason = reason;
    this.complaint = '';
  };

  private lasting(minutes: number | null): () => void {
    return () => {
      this.minutes = minutes;
    };
  }

  private ownMinutes(event: InputEvent): void {
    const value = (event.currentTarget as HTMLInputElement).valueAsNumber;
    if (Number.isInteger(value)) this.minutes = Math.min(480, Math.max(1, value));
  }

  private kindChoice(kind: 'routine' | 'absence', digit: number): TemplateResult {
    return choice({
      text: words.t(`pause-${kind}`),
      note: words.t(`pause-${kind}-help`),
      mark: icon(kind === 'routine' ? 'pause' : 'clock'),
      pressed: this.kind === kind,
      digit,
      choose: () => {
        if (this.kind !== kind) this.reason = '';
        this.kind = kind;
      },
    });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('absence')) this.kind = this.absence ? 'absence' : 'routine';
  }

  private send(event: SubmitEvent): void {
    event.preventDefault();
    const reason = this.reason.trim();
    if (reason === '') {
      this.complaint = words.t('reason-needed');
      return;
    }
    if (this.busy) return;
    wish(this, 'pause', 'pause', {
      counter: this.view?.counter ?? '',
      kind: this.kind,
      reason,
      ...(this.minutes === null ? {} : { minutes: this.minutes }),
    });
  }

  static override styles = [
    base,
    buttons,
    fields,
    dialogs,
    css`
      ph-dialog {
        --dialog-width: calc(var(--u) * 640);
      }
      .kinds {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(calc(var(--u) * 220), 1fr));
      }
      .kinds .choice {
        align-content: start;
        display: grid;
        grid-template-columns: auto auto 1fr;
        padding-block: 0.7em;
      }
      .kinds small {
        grid-column: 3;
      }
      .choice svg {
        width: 1.2em;
        height: 1.2em;
      }
      .own {
        width: calc(var(--u) * 168);
        min-height: var(--target);
      }
    `,
  ];
}

const breakReasons = ['break-rest', 'break-meal', 'break-tidy', 'break-device'] as const;
const absenceReasons = [
  'absence-customer',
  'absence-body',
  'absence-family',
  'absence-called',
] as const;
const minuteChoices = [5, 10, 15, 30, null] as const;

declare global {
  interface HTMLElementTagNameMap {
    'ph-pause-dialog': PauseDialog;
  }
}
