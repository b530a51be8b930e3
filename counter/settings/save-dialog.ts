import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Problem } from '#protocol/problem.ts';
import type { SettingsCheck, SettingsEffect, SettingsFrom } from '#server/settings/answers.ts';
import type { Consequences } from '#server/settings/consequences.ts';
import type { Difference } from '#server/settings/differences.ts';
import { base, buttons } from '#ui/base-styles.ts';
import { emit } from '#ui/elements/emit.ts';
import '#ui/elements/ph-dialog.ts';
import { LanguageController, textOf, timeOfDay } from '#ui/locale/index.ts';
import { fields } from '../field-styles.ts';
import { changeWords, placeWords } from './difference-words.ts';
import type { Saving } from './draft-store.ts';
import { words } from './locale.ts';
import { saveStyles } from './save-styles.ts';
import { dayWords } from './when.ts';

/**
 * What is about to be saved: each change, when it takes effect and what stands in the way, from
 * when it shall hold, and why.
 *
 * - `differences` of the draft; `effects`: what the hub says of them; `settings`: the draft
 * - `consequences`: what else saving does; `nextOpening`: by the draft, in the hall's `timezone`
 * - `isSaving`; `problem`: of the last attempt
 *
 * @fires save detail `Saving`
 * @fires close
 */
@customElement('ph-save-settings')
export class SaveSettings extends LitElement {
  @property({ attribute: false }) differences: readonly Difference[] = [];
  @property({ attribute: false }) effects: readonly SettingsEffect[] = [];
  @property({ attribute: false }) settings: unknown = null;
  @property({ attribute: false }) consequences: Consequences | null = null;
  @property({ attribute: false }) nextOpening: SettingsCheck['nextOpening'] = null;
  @property() timezone = 'UTC';
  @property({ attribute: false }) isSaving = false;
  @property({ attribute: false }) problem: Problem | null = null;

  @state() private chosen: SettingsFrom | null = null;
  @state() private missing: 'why' | 'override' | null = null;
  @query('#why') private why!: HTMLTextAreaElement;
  @query('#override') private override_!: HTMLTextAreaElement | null;

  readonly language = new LanguageController(this);

  /** True where something cannot change today, whatever the reason. */
  private get isHeld(): boolean {
    return this.effects.some(({ from }) => from === 'next-opening');
  }

  private get from(): SettingsFrom {
    return this.isHeld ? 'next-opening' : (this.chosen ?? 'now');
  }

  private get needsReason(): boolean {
    return this.from === 'now' && this.effects.some(({ overridable }) => overridable);
  }

  override render(): TemplateResult {
    const { problem } = this;
    return html`<ph-dialog open .heading=${words.t('save-title')} @close=${this.leave}>
      <form novalidate @submit=${this.submit}>
        <ul class="changes">
          ${this.differences.map((difference) => this.change(difference))}
        </ul>
        ${this.when()} ${this.does()}
        ${
          this.needsReason
            ? html`<div class="field">
                <label for="override">${words.t('override-reason')}</label>
                <textarea
                  id="override"
                  class="input area"
                  rows="2"
                  maxlength="500"
                  aria-invalid=${this.missing === 'override' ? 'true' : nothing}
                  aria-describedby="missing"
                ></textarea>
              </div>`
            : nothing
        }
        <div class="field">
          <label for="why">${words.t('why')}</label>
          <textarea
            id="why"
            class="input area"
            rows="2"
            maxlength="500"
            aria-invalid=${this.missing === 'why' ? 'true' : nothing}
            aria-describedby="why-help missing"
          ></textarea>
          <p class="help" id="why-help">${words.t('why-help')}</p>
        </div>
        <p class="wrong" id="missing" role="alert">
          ${this.missing === null ? nothing : words.t('why-missing')}
          ${problem === null ? nothing : (problem.detail ?? problem.title)}
        </p>
        ${this.refused(problem)}
        <div class="acts">
          <button
            class="button lamp"
            type="submit"
            aria-disabled=${this.isSaving ? 'true' : nothing}
          >
            ${words.t(this.isSaving ? 'saving' : this.from === 'now' ? 'save' : 'save-plan')}
          </button>
          <button class="button plain" type="button" @click=${this.leave}>
            ${words.t('back')}
          </button>
        </div>
      </form>
    </ph-dialog>`;
  }

  private change(difference: Difference): TemplateResult {
    const at = difference.place.join('/');
    const effect = this.effects.find(({ difference: each }) => each.place.join('/') === at);
    return html`<li>
      <span class="place">${placeWords(difference.place, this.settings, difference.before)}</span>
      <span class="what">${changeWords(difference, this.settings)}</span>
      ${effect === undefined ? nothing : this.effect(effect)}
    </li>`;
  }

  private effect({ from, why, inTheWay, overridable }: SettingsEffect): TemplateResult {
    const isPlanned = this.from === 'next-opening';
    return html`<span class="effect">
      ${
        isPlanned || from === 'next-opening'
          ? words.t('effect-next')
          : html`${textOf(why)}${overridable ? html` · ${words.t('can-override')}` : nothing}`
      }
      ${
        inTheWay.length === 0 || (isPlanned && !this.isHeld)
          ? nothing
          : html`<span class="way"
              >${words.t('in-the-way')} ${inTheWay.map(({ text }) => textOf(text)).join(' ')}</span
            >`
      }
    </span>`;
  }

  private when(): TemplateResult {
    const next =
      this.nextOpening === null
        ? words.t('from-next-unknown')
        : words.t('from-next', { day: dayWords(this.nextOpening.day) });
    return html`<fieldset>
      <legend>${words.t('from-legend')}</legend>
      ${this.isHeld ? html`<p class="help">${words.t('not-now')}</p>` : nothing}
      <div class="whens">
        ${(
          [
            ['now', words.t('from-now')],
            ['next-opening', next],
          ] as const
        ).map(
          ([value, word]) =>
            html`<label
              ><input
                type="radio"
                name="from"
                ?disabled=${value === 'now' && this.isHeld}
                .checked=${this.from === value}
                @change=${() => {
                  this.chosen = value;
                }}
              />${word}</label
            >`,
        )}
      </div>
    </fieldset>`;
  }

  /** What saving ends or changes beside the changes themselves. */
  private does(): TemplateResult {
    return html`<section class="does" aria-labelledby="does" aria-live="polite">
      <h3 id="does">${words.t('does-title')}</h3>
      <ul>
        ${this.said().map((sentence) => html`<li>${sentence}</li>`)}
      </ul>
    </section>`;
  }

  private said(): readonly string[] {
    const { now = [], next = [] } = this.consequences ?? {};
    if (this.from === 'now') {
      return now.length === 0 ? [words.t('does-nothing')] : now.map(textOf);
    }
    const { nextOpening: opening, timezone } = this;
    const stays =
      opening === null
        ? words.t('today-stays-unknown')
        : words.t('today-stays', {
            day: dayWords(opening.day),
            time: timeOfDay(Date.parse(opening.at), timezone),
          });
    return [stays, ...next.map(textOf)];
  }

  /** What stands in the way by now, where it has changed since the page asked. */
  private refused(problem: Problem | null): TemplateResult | typeof nothing {
    const told = [
      ...(problem?.obstacles ?? []).map(({ text }) => text),
      ...(problem?.fields ?? []).map(({ message }) => message),
    ];
    if (told.length === 0) return nothing;
    return html`<ul class="told">
      ${told.map((text) => html`<li>${text}</li>`)}
    </ul>`;
  }

  private submit(event: SubmitEvent): void {
    event.preventDefault();
    if (this.isSaving) return;
    const why = this.why.value.trim();
    const override = this.needsReason ? (this.override_?.value.trim() ?? '') : null;
    this.missing = override === '' ? 'override' : why === '' ? 'why' : null;
    if (this.missing !== null) {
      (this.missing === 'why' ? this.why : this.override_)?.focus();
      return;
    }
    emit(this, 'save', { from: this.from, why, override } satisfies Saving);
  }

  private readonly leave = (): void => {
    emit(this, 'close');
  };

  static override styles = [base, buttons, fields, saveStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-save-settings': SaveSettings;
  }
}
