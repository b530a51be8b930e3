import { LitElement, css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { base } from '#ui/base-styles.ts';
import { recollect, remember } from '#ui/hub/memory.ts';
import { LanguageController, timeOfDay } from '#ui/locale/index.ts';
import { comeBack, walkMinutes } from './come-back.ts';
import { words } from './phone-locale.ts';

const memoryKey = 'walk-minutes';
const tickMs = 5_000;

/**
 * For a customer who would go out for a while: how long is the way back, and when to set out on it.
 * Shown only while there is time to go, or once a way was chosen.
 *
 * - `leastSeconds`: p10 of what is left of the wait; null where nobody can tell
 * - `now`, `clockSpeed`, `timezone`: the hall's, of the view that says so; a phone's own clock may be
 *   wrong
 */
@customElement('ph-come-back')
export class ComeBack extends LitElement {
  @property({ attribute: false }) leastSeconds: number | null = null;
  @property() now = '';
  @property({ attribute: false }) clockSpeed = 1;
  @property() timezone = 'UTC';

  @state() private minutes = 0;
  @state() private nowMs = 0;
  private asOfMs = 0;
  private heardMs = 0;

  readonly language = new LanguageController(this);
  private timer: ReturnType<typeof setInterval> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    const kept = walkMinutes.find((each) => each === recollect(memoryKey));
    this.minutes = kept ?? 0;
    this.timer = setInterval(() => {
      this.nowMs = this.hallMs();
    }, tickMs);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.timer);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('now')) return;
    this.asOfMs = Date.parse(this.now);
    this.heardMs = performance.now();
    this.nowMs = this.asOfMs;
  }

  private hallMs(): number {
    return this.asOfMs + (performance.now() - this.heardMs) * this.clockSpeed;
  }

  override render(): TemplateResult | typeof nothing {
    const { leastSeconds, minutes } = this;
    const shortest = walkMinutes[1] * 60;
    if (leastSeconds === null || (minutes === 0 && leastSeconds < shortest)) return nothing;
    return html`<fieldset>
        <legend>${words.t('away-ask')}</legend>
        ${walkMinutes.map(
          (each) =>
            html`<button
              type="button"
              aria-pressed=${each === minutes ? 'true' : 'false'}
              @click=${() => {
                this.choose(each);
              }}
            >
              ${each === 0 ? words.t('away-stay') : words.t('away-minutes', { minutes: each })}
            </button>`,
        )}
      </fieldset>
      <p role="status" class=${this.moment(leastSeconds).kind}>${this.sentence(leastSeconds)}</p>`;
  }

  private moment(leastSeconds: number) {
    return comeBack(leastSeconds, this.asOfMs, this.minutes * 60, this.nowMs);
  }

  private sentence(leastSeconds: number): string | typeof nothing {
    if (this.minutes === 0) return nothing;
    const moment = this.moment(leastSeconds);
    if (moment.kind === 'now') return words.t('away-now');
    return words.t('away-until', { time: timeOfDay(moment.atMs, this.timezone) });
  }

  private choose(minutes: number): void {
    this.minutes = minutes;
    remember(memoryKey, minutes);
  }

  static override styles = [
    base,
    css`
      :host {
        display: block;
      }
      fieldset {
        display: flex;
        flex-wrap: wrap;
        gap: calc(var(--u) * 8);
        margin: 0;
        padding: 0;
        border: 0;
      }
      legend {
        padding: 0 0 calc(var(--u) * 8);
        font-size: calc(var(--u) * 16);
        font-weight: var(--weight-label);
      }
      button {
        min-height: calc(var(--u) * 44);
        padding: 0 calc(var(--u) * 12);
        border: 0;
        border-radius: var(--radius-small);
        background: transparent;
        box-shadow: inset 0 0 0 calc(var(--u) * 1) var(--edge);
        color: var(--ink);
        font: inherit;
        font-size: calc(var(--u) * 16);
      }
      button[aria-pressed='true'] {
        box-shadow: inset 0 0 0 calc(var(--u) * 3) currentColor;
        font-weight: var(--weight-heading);
      }
      p {
        margin: calc(var(--u) * 8) 0 0;
        font-size: calc(var(--u) * 17);
      }
      p.now {
        font-weight: var(--weight-heading);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-come-back': ComeBack;
  }
}
