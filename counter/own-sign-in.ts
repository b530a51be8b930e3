import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { pinLengthMin } from '#protocol/identity.ts';
import type { Problem } from '#protocol/problem.ts';
import { base, buttons } from '#ui/base-styles.ts';
import { emit } from '#ui/elements/emit.ts';
import '#ui/elements/ph-dialog.ts';
import { api, type ApiAnswer } from '#ui/hub/api.ts';
import { LanguageController, language, timeOfDay } from '#ui/locale/index.ts';
import { fields } from './field-styles.ts';
import { words } from './own-sign-in-locale.ts';

interface SeenSignIn {
  readonly beganAt: string;
  readonly seenAt: string;
  readonly isThis: boolean;
}

/**
 * One's own sign-in: another pin in place of the present one, and an end to sign-ins elsewhere. Both
 * ask the present pin, so that an open console is not enough.
 *
 * - `token`: of the session that asks; `timezone`: of the hall
 *
 * @fires close the reader wants to leave
 */
@customElement('ph-own-sign-in')
export class OwnSignIn extends LitElement {
  @property({ attribute: false }) token = '';
  @property() timezone = 'Asia/Shanghai';

  @state() private signIns: readonly SeenSignIn[] = [];
  @state() private note = '';
  @state() private isBad = false;
  /** Asked twice, the second would be asked with a pin that is no more. */
  @state() private isAsking = false;
  @query('#present') private present!: HTMLInputElement;
  @query('#new') private first!: HTMLInputElement;
  @query('#again') private second!: HTMLInputElement;
  readonly language = new LanguageController(this);

  override render(): TemplateResult {
    return html`<ph-dialog open .heading=${words.t('heading')} @close=${this.leave}>
      <form novalidate @submit=${this.keep}>
        ${this.field('present', 'current-password')}
        <p class="help" id="help">${words.t('present-help')}</p>
        <h3>${words.t('new-heading')}</h3>
        <div class="pair">
          ${this.field('new', 'new-password')} ${this.field('again', 'new-password')}
        </div>
        <button class="button lamp" type="submit" aria-disabled=${this.isAsking ? 'true' : nothing}>
          ${words.t('keep')}
        </button>
        <p class="note ${this.isBad ? 'bad' : ''}" role="status">${this.note}</p>
      </form>
      <h3>${words.t('where-heading')}</h3>
      ${this.list()}
    </ph-dialog>`;
  }

  private field(
    id: 'present' | 'new' | 'again',
    autocomplete: 'current-password' | 'new-password',
  ) {
    return html`<div class="field">
      <label for=${id}>${words.t(id)}</label>
      <input
        id=${id}
        class="input"
        type="password"
        autocomplete=${autocomplete}
        maxlength="64"
        aria-describedby=${id === 'present' ? 'help' : nothing}
      />
    </div>`;
  }

  private list(): TemplateResult {
    const at = (instant: string): string => timeOfDay(instant, this.timezone);
    const rows = this.signIns.map(
      ({ beganAt, seenAt, isThis }) =>
        html`<li>
          <b>${words.t(isThis ? 'this' : 'elsewhere')}</b>
          <span>${words.t('since', { began: at(beganAt), seen: at(seenAt) })}</span>
        </li>`,
    );
    const isAlone = this.signIns.every(({ isThis }) => isThis);
    return html`<ul>
        ${rows}
      </ul>
      ${
        isAlone
          ? html`<p class="help">${words.t('only')}</p>`
          : html`<button
              class="button plain"
              type="button"
              aria-disabled=${this.isAsking ? 'true' : nothing}
              @click=${() => void this.endOthers()}
            >
              ${words.t('end')}
            </button>`
      }`;
  }

  protected override firstUpdated(): void {
    void this.load();
  }

  private async load(): Promise<void> {
    const { token } = this;
    const answer = await api<{ sessions: readonly SeenSignIn[] }>('/api/sessions', { token });
    if (answer.ok) this.signIns = answer.data.sessions;
    else this.complain(answer.problem);
  }

  private readonly keep = (event: SubmitEvent): void => {
    event.preventDefault();
    const newPin = this.first.value;
    if (this.isAsking || !this.hasPresent()) return;
    if (newPin.length < pinLengthMin) {
      this.say(words.t('short', { count: pinLengthMin }), this.first);
    } else if (newPin === this.present.value) this.say(words.t('same'), this.first);
    else if (newPin !== this.second.value) this.say(words.t('differs'), this.second);
    else void this.change(newPin);
  };

  private async change(newPin: string): Promise<void> {
    const body = { pin: this.present.value, newPin };
    const ended = this.endedOf(await this.ask('/api/sessions/current/pin', body));
    if (ended === null) return;
    this.done(ended === 0 ? words.t('kept') : words.t('kept-others', { count: ended }));
  }

  private async endOthers(): Promise<void> {
    if (this.isAsking || !this.hasPresent()) return;
    const body = { pin: this.present.value };
    const ended = this.endedOf(await this.ask('/api/sessions/end-others', body));
    if (ended !== null) this.done(words.t('ended', { count: ended }));
  }

  private async ask(path: string, body: object): Promise<ApiAnswer<{ readonly ended: number }>> {
    this.isAsking = true;
    const { token } = this;
    const answer = await api<{ readonly ended: number }>(path, {
      body,
      token,
      language: language.get(),
    });
    this.isAsking = false;
    return answer;
  }

  private endedOf(answer: ApiAnswer<{ readonly ended: number }>): number | null {
    if (answer.ok) return answer.data.ended;
    this.complain(answer.problem);
    return null;
  }

  private hasPresent(): boolean {
    if (this.present.value !== '') return true;
    this.say(words.t('need-present'), this.present);
    return false;
  }

  private complain(problem: Problem | null): void {
    if (problem === null) this.say(words.t('away'));
    else if (problem.code === 'bad-input') this.say(words.t('weak'), this.first);
    else if (problem.retryAfterSeconds !== undefined) {
      this.say(words.t('too-many', { seconds: problem.retryAfterSeconds }), this.present);
    } else this.say(problem.detail ?? problem.title, this.present);
  }

  private say(note: string, at?: HTMLInputElement): void {
    this.isBad = true;
    this.note = note;
    at?.focus();
    at?.select();
  }

  private done(note: string): void {
    this.isBad = false;
    this.note = note;
    for (const each of [this.present, this.first, this.second]) each.value = '';
    void this.load();
  }

  private readonly leave = (): void => {
    emit(this, 'close');
  };

  static override styles = [
    base,
    buttons,
    fields,
    css`
      form {
        display: grid;
        gap: var(--space-12);
        justify-items: start;
      }
      .field {
        width: 100%;
      }
      .pair {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(calc(var(--u) * 180), 1fr));
        gap: var(--space-12);
        width: 100%;
      }
      h3 {
        margin-block-start: var(--space-12);
        font-size: var(--text-18);
        font-weight: var(--weight-name);
      }
      .help {
        color: var(--ink2);
        line-height: var(--leading-help);
      }
      .note {
        min-height: 1.5em;
        font-weight: var(--weight-label);
      }
      .bad {
        color: var(--bad);
      }
      ul {
        display: grid;
        gap: var(--space-8);
        margin-block: var(--space-8) var(--space-16);
        padding: 0;
        list-style: none;
      }
      li {
        display: flex;
        flex-wrap: wrap;
        gap: 0 var(--space-12);
        font-variant-numeric: tabular-nums;
      }
      li span {
        color: var(--ink2);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-own-sign-in': OwnSignIn;
  }
}
