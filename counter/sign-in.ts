import { LitElement, css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { HallHead } from '#protocol/views.ts';
import { base, buttons } from '#ui/base-styles.ts';
import { emit } from '#ui/elements/emit.ts';
import '#ui/elements/ph-hall-status.ts';
import '#ui/elements/ph-lang-switch.ts';
import '#ui/elements/ph-training-tag.ts';
import { latestAsked } from '#ui/hub/latest-asked.ts';
import { LanguageController, dateOf, textOf, timeOfDay } from '#ui/locale/index.ts';
import { themes } from '#ui/themes.ts';
import { words } from './locale.ts';
import './new-pin.ts';
import './pin-entry.ts';
import type { Credentials, PinEntry } from './pin-entry.ts';
import { endSession, openSession, type StaffSession } from './session.ts';
import { signInComplaint } from './sign-in-complaint.ts';

/**
 * Signing in; and, with `locked`, unlocking: the same doors, the same care.
 *
 * - `hall`, `nowMs`: what is known of the hall; null before the first view
 * - `locked`: the session that has been locked; only its pin is asked
 * - `note`: why one has to sign in again
 * - events `signed-in` (detail: the session), `someone-else` (the locked session gives way)
 */
@customElement('ph-sign-in')
export class SignIn extends LitElement {
  @property({ attribute: false }) hall: HallHead | null = null;
  @property({ attribute: false }) nowMs = 0;
  @property({ attribute: false }) locked: StaffSession | null = null;
  @property() note = '';

  @state() private busy = false;
  @state() private complaint = '';
  /** Signed in with a pin that is good once: another is to be chosen. */
  @state() private once: Credentials | null = null;
  @query('ph-pin-entry') private entry!: PinEntry | null;

  private readonly asking = latestAsked();
  readonly language = new LanguageController(this);

  override render(): TemplateResult {
    const { hall, locked } = this;
    return html`<main>
      <section class="hall" data-theme="dark">
        ${hall === null ? nothing : this.hallWords(hall)}
      </section>
      <section class="form">
        <div class="tools">
          <ph-lang-switch .languages=${hall?.languages ?? ['zh', 'en']}></ph-lang-switch>
          ${hall?.training === true ? html`<ph-training-tag></ph-training-tag>` : nothing}
        </div>
        <div class="sheet">
          <h1>${words.t(locked === null ? 'greeting' : 'locked')}</h1>
          <p class="help">
            ${
              locked === null
                ? this.note === ''
                  ? words.t('greeting-help')
                  : this.note
                : words.t('locked-help', { name: locked.name })
            }
          </p>
          ${
            this.once === null
              ? html`<ph-pin-entry
                  keypad
                  .badge=${locked?.badge ?? ''}
                  .label=${words.t(locked === null ? 'sign-in' : 'unlock')}
                  .busy=${this.busy}
                  .complaint=${this.complaint}
                  @credentials=${this.check}
                ></ph-pin-entry>`
              : html`<ph-new-pin
                  .busy=${this.busy}
                  .complaint=${this.complaint}
                  @chosen=${this.chosen}
                ></ph-new-pin>`
          }
          ${
            locked !== null
              ? html`<button
                  class="link"
                  type="button"
                  @click=${() => {
                    emit(this, 'someone-else');
                  }}
                >
                  ${words.t('someone-else')}
                </button>`
              : hall?.training === true
                ? html`<p class="help">
                    ${words.t('training-pins')} <a class="link" href="/">${words.t('to-start')}</a>
                  </p>`
                : nothing
          }
        </div>
      </section>
    </main>`;
  }

  private hallWords(hall: HallHead): TemplateResult {
    return html`<p class="name">${textOf(hall.name)}</p>
      <time class="clock">${timeOfDay(this.nowMs, hall.timezone)}</time>
      <p class="day">${dateOf(this.nowMs, hall.timezone)}</p>
      <ph-hall-status .hall=${hall} .nowMs=${this.nowMs}></ph-hall-status>`;
  }

  private async check(event: CustomEvent<Credentials>): Promise<void> {
    const { badge, pin } = event.detail;
    this.busy = true;
    this.complaint = '';
    const answer = await this.wanted(openSession(badge, pin));
    if (answer === null) return;
    if (answer.ok) {
      emit(this, 'signed-in', answer.data);
      return;
    }
    if (answer.problem?.code === 'pin-to-choose') {
      this.once = event.detail;
      return;
    }
    this.complaint = signInComplaint(answer.problem);
    this.entry?.clear();
  }

  /** Null where the page has been given to somebody else meanwhile: that sign-in is over at once. */
  private async wanted(
    opening: ReturnType<typeof openSession>,
  ): Promise<Awaited<typeof opening> | null> {
    const isWanted = this.asking.begin();
    const answer = await opening;
    if (isWanted()) {
      this.busy = false;
      return answer;
    }
    if (answer.ok) void endSession(answer.data.token);
    return null;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('locked')) return;
    this.forget();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.forget();
  }

  /** What was typed for one person is not answered to another. */
  private forget(): void {
    this.asking.forget();
    this.busy = false;
    this.complaint = '';
    this.once = null;
  }

  private async chosen({ detail: newPin }: CustomEvent<string>): Promise<void> {
    const { once } = this;
    if (once === null) return;
    this.busy = true;
    this.complaint = '';
    const answer = await this.wanted(openSession(once.badge, once.pin, newPin));
    if (answer === null) return;
    if (answer.ok) {
      this.once = null;
      emit(this, 'signed-in', answer.data);
    } else this.complaint = signInComplaint(answer.problem);
  }

  static override styles = [
    base,
    themes,
    buttons,
    css`
      :host {
        display: block;
      }
      main {
        display: grid;
        grid-template-columns: minmax(0, 47fr) minmax(0, 53fr);
        min-height: 100vh;
        min-height: 100dvh;
      }
      .hall {
        display: flex;
        flex-direction: column;
        justify-content: flex-end;
        gap: var(--space-8);
        padding: clamp(var(--space-24), 5vw, var(--space-64));
        background: var(--desk-head-ground);
        color: var(--ink);
      }
      .name {
        margin-block-end: auto;
        font-size: var(--text-34);
        font-weight: var(--weight-heading);
        line-height: var(--leading-heading);
      }
      .clock {
        font-size: calc(var(--u) * 112);
        font-weight: var(--weight-number);
        font-stretch: 102%;
        font-variant-numeric: tabular-nums;
        letter-spacing: -0.02em;
        line-height: 1;
      }
      .day,
      ph-hall-status {
        font-size: var(--text-21);
        color: var(--ink2);
      }
      .form {
        display: grid;
        grid-template-rows: auto 1fr;
        padding: var(--space-24);
        background: var(--bg);
      }
      .tools {
        display: flex;
        justify-content: flex-end;
        align-items: center;
        gap: var(--space-16);
        min-height: var(--target);
      }
      .sheet {
        display: grid;
        align-content: center;
        gap: var(--space-12);
        width: min(calc(var(--u) * 380), 100%);
        margin-inline: auto;
        padding-block: var(--space-16);
      }
      h1 {
        font-size: var(--text-34);
      }
      .help {
        color: var(--ink2);
        margin-block-end: var(--space-4);
        line-height: var(--leading-help);
      }
      .sheet > .link {
        justify-self: start;
        min-height: var(--target);
      }
      @media (max-width: 899px) {
        main {
          grid-template: auto 1fr / 1fr;
        }
        .hall {
          flex-direction: row;
          align-items: center;
          justify-content: space-between;
          padding: var(--space-16) var(--space-24);
        }
        .name {
          margin: 0;
          font-size: var(--text-21);
        }
        .clock {
          font-size: var(--text-28);
        }
        .day,
        ph-hall-status {
          display: none;
        }
        .sheet {
          align-content: start;
        }
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-sign-in': SignIn;
  }
  interface HTMLElementEventMap {
    'signed-in': CustomEvent<StaffSession>;
  }
}
