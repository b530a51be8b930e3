import { LitElement, css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { pinLengthMin } from '#protocol/identity.ts';
import { base, buttons } from '#ui/base-styles.ts';
import '#ui/elements/ph-dialog.ts';
import { latestAsked } from '#ui/hub/latest-asked.ts';
import { icon } from '#ui/icons.ts';
import { LanguageController } from '#ui/locale/index.ts';
import { fields } from '../../field-styles.ts';
import { ask } from '../desk-api.ts';
import { partStyles } from '../part-styles.ts';
import { settingsStyles } from '../settings-styles.ts';
import { words } from './locale.ts';

interface StaffState {
  readonly badge: string;
  readonly pin: 'set' | 'one-time' | null;
  readonly signedIn: number;
  readonly lockedSeconds: number;
  readonly counter: string | null;
}

/** Whose dialog it is: another person may be open by the time the hub has answered. */
interface Person {
  readonly badge: string;
  readonly name: string;
}

/** What the dialog is at: asking, or telling the pin that was made up (null: one of their own). */
type Giving = Person &
  (
    | { readonly step: 'ask'; readonly isUnderWay: boolean }
    | { readonly step: 'told'; readonly pin: string | null }
  );

/**
 * Pin, sign-ins and lock of one person: given, ended and lifted at once.
 *
 * - `token`: a supervisor's; `badge`, `name`: whose
 */
@customElement('ph-staff-secrets')
export class StaffSecrets extends LitElement {
  @property({ attribute: false }) token = '';
  @property({ attribute: false }) badge = '';
  @property({ attribute: false }) name = '';
  @state() private data: StaffState | null = null;
  @state() private giving: Giving | null = null;
  @state() private note = '';
  private own = '';
  private readonly loading = latestAsked();
  readonly language = new LanguageController(this);

  override render(): TemplateResult {
    const { data } = this;
    return html`<section aria-labelledby="secret">
      <h3 id="secret">${words.t('secret-title')}</h3>
      ${data === null ? html`<p role="status">${words.t('loading')}</p>` : this.facts(data)}
      <p class="note" role="status">${this.note}</p>
      ${data === null ? nothing : this.acts(data)} ${this.dialog()}
    </section>`;
  }

  private facts({ pin, signedIn, lockedSeconds, counter }: StaffState): TemplateResult {
    return html`<ul class="facts">
      <li>${icon(pin === null ? 'dash' : 'check')}${words.t(`pin-${pin ?? 'none'}`)}</li>
      <li>
        ${icon(signedIn === 0 ? 'dash' : 'check')}${
          signedIn === 0 ? words.t('signed-out') : words.t('signed-in', { count: signedIn })
        }
        ${counter === null ? nothing : words.t('at-counter', { counter })}
      </li>
      ${
        lockedSeconds === 0
          ? nothing
          : html`<li class="bad">
              ${icon('lock')}${words.t('locked', { seconds: lockedSeconds })}
            </li>`
      }
    </ul>`;
  }

  private acts({ signedIn, lockedSeconds }: StaffState): TemplateResult {
    const act = (label: string, run: () => void) =>
      html`<button class="button plain" type="button" @click=${run}>${label}</button>`;
    return html`<div class="acts">
      ${act(words.t('give'), () => {
        this.own = '';
        this.giving = { step: 'ask', isUnderWay: false, badge: this.badge, name: this.name };
      })}
      ${signedIn === 0 ? nothing : act(words.t('out'), () => void this.out())}
      ${lockedSeconds === 0 ? nothing : act(words.t('lift'), () => void this.lift())}
    </div>`;
  }

  private dialog(): TemplateResult | typeof nothing {
    const { giving } = this;
    if (giving === null) return nothing;
    const { name } = giving;
    const leave = (): void => {
      this.giving = null;
    };
    if (giving.step === 'told') {
      return html`<ph-dialog open kept .heading=${words.t('given-title')}>
        ${giving.pin === null ? nothing : html`<p class="pin"><output>${giving.pin}</output></p>`}
        <p>${giving.pin === null ? words.t('given-own') : words.t('given-help', { name })}</p>
        <button slot="actions" class="button lamp" type="button" @click=${leave}>
          ${words.t('close')}
        </button>
      </ph-dialog>`;
    }
    const { isUnderWay } = giving;
    const resting = isUnderWay ? 'true' : nothing;
    return html`<ph-dialog
      open
      ?kept=${isUnderWay}
      .heading=${words.t('give-title', { name })}
      @close=${leave}
    >
      <p>${words.t('give-help')}</p>
      <details>
        <summary>${words.t('give-own')}</summary>
        <div class="field">
          <label for="own">${words.t('give-own-label')}</label>
          <input
            id="own"
            class="input"
            type="text"
            autocomplete="off"
            minlength=${pinLengthMin}
            maxlength="64"
            @input=${(event: InputEvent) => {
              this.own = (event.target as HTMLInputElement).value.trim();
            }}
          />
        </div>
      </details>
      <button
        slot="actions"
        class="button lamp"
        type="button"
        aria-disabled=${resting}
        @click=${() => void this.give(giving)}
      >
        ${words.t('give-yes')}
      </button>
      <button
        slot="actions"
        class="button plain"
        type="button"
        aria-disabled=${resting}
        @click=${() => {
          if (!isUnderWay) leave();
        }}
      >
        ${words.t('cancel')}
      </button>
    </ph-dialog>`;
  }

  private async load(): Promise<void> {
    const isWanted = this.loading.begin();
    const answer = await ask<{ staff: readonly StaffState[] }>(this.token, 'GET', '/api/staff');
    if (!isWanted()) return;
    if (answer.ok) this.data = answer.data.staff.find(({ badge }) => badge === this.badge) ?? null;
    else this.note = words.t('away');
  }

  /** A pin that was made up is told, and with whose it is, whatever has been opened since. */
  private async give(giving: Giving & { readonly step: 'ask' }): Promise<void> {
    const { badge, name, isUnderWay } = giving;
    if (isUnderWay) return;
    this.giving = { ...giving, isUnderWay: true };
    const answer = await ask<{ pin: string | null }>(
      this.token,
      'POST',
      `/api/staff/${encodeURIComponent(badge)}/pin`,
      this.own === '' ? {} : { pin: this.own },
    );
    this.own = '';
    this.giving = answer.ok ? { step: 'told', pin: answer.data.pin, badge, name } : null;
    if (!answer.ok) this.complain(badge, answer.problem);
    await this.load();
  }

  private async out(): Promise<void> {
    const { badge } = this;
    const path = `/api/staff/${encodeURIComponent(badge)}/sessions`;
    const answer = await ask<{ ended: number }>(this.token, 'DELETE', path);
    if (answer.ok) this.say(badge, words.t('out-done', { count: answer.data.ended }));
    else this.complain(badge, answer.problem);
    await this.load();
  }

  private async lift(): Promise<void> {
    const { badge } = this;
    const path = `/api/staff/${encodeURIComponent(badge)}/lockout`;
    const answer = await ask(this.token, 'DELETE', path);
    if (answer.ok) this.say(badge, words.t('lift-done'));
    else this.complain(badge, answer.problem);
    await this.load();
  }

  private complain(
    badge: string,
    problem: { readonly title: string; readonly detail?: string } | null,
  ): void {
    if (problem === null) this.say(badge, words.t('away'));
    else if ('fields' in problem) this.say(badge, words.t('give-weak'));
    else this.say(badge, problem.detail ?? problem.title);
  }

  /** Beside the person whom it is about, and nobody else. */
  private say(badge: string, note: string): void {
    if (badge === this.badge) this.note = note;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('badge')) {
      this.data = null;
      this.note = '';
      void this.load();
    }
  }

  static override styles = [
    base,
    buttons,
    fields,
    settingsStyles,
    partStyles,
    css`
      section {
        display: grid;
        gap: var(--space-12);
      }
      .facts {
        display: grid;
        gap: var(--space-8);
      }
      .facts li {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-8);
      }
      .facts .bad {
        color: var(--bad);
        font-weight: var(--weight-label);
      }
      .pin {
        margin-block-end: var(--space-16);
        font-size: calc(var(--u) * 48);
        font-weight: var(--weight-number);
        font-variant-numeric: tabular-nums;
        letter-spacing: 0.12em;
      }
      details {
        margin-block-start: var(--space-12);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-staff-secrets': StaffSecrets;
  }
}
