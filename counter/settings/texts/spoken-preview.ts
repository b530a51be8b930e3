import { LitElement, css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Language } from '#core/vocabulary.ts';
import type { SpeechKind } from '#protocol/words/spoken.ts';
import { base, buttons } from '#ui/base-styles.ts';
import { latestAsked } from '#ui/hub/latest-asked.ts';
import { icon } from '#ui/icons.ts';
import { LanguageController } from '#ui/locale/index.ts';
import { decoded, played } from '../../voice/microphone.ts';
import { ask } from '../desk-api.ts';
import { words } from './locale.ts';

/** After the last key; the hub words it, so that numbers are said as the hall will say them. */
const typedMs = 300;

/**
 * What the voice would say, in words and, on request, aloud.
 *
 * - `kind`, `speaking`, `template`: what is said, in which language, in which words
 * - `isUsual`: the words are the house's own
 */
@customElement('ph-spoken-preview')
export class SpokenPreview extends LitElement {
  @property({ attribute: false }) token = '';
  @property({ attribute: false }) kind: SpeechKind = 'call';
  @property({ attribute: false }) speaking: Language = 'zh';
  @property({ attribute: false }) template = '';
  @property({ attribute: false }) isUsual = false;
  @state() private text = '';
  @state() private note = '';
  private waiting: ReturnType<typeof setTimeout> | null = null;
  private readonly wording = latestAsked();
  private readonly listening = latestAsked();
  readonly language = new LanguageController(this);

  override render(): TemplateResult {
    return html`<p class="label">
        ${words.t(`spoken-${this.speaking}`)}
        ${this.isUsual ? html`<span>${words.t('usual')}</span>` : nothing}
      </p>
      <p class="said" lang=${this.speaking}>${this.text}</p>
      <button class="button plain" type="button" @click=${() => void this.listen()}>
        ${icon('speaker')}${words.t('listen')}<span class="visually-hidden"> ${this.text}</span>
      </button>
      <p class="note" role="status">${this.note}</p>`;
  }

  private get body() {
    return { kind: this.kind, language: this.speaking, template: this.template };
  }

  private async word(): Promise<void> {
    const isWanted = this.wording.begin();
    const answer = await ask<{ text: string }>(this.token, 'POST', '/api/voice/wording', this.body);
    if (!isWanted()) return;
    if (answer.ok) this.text = answer.data.text;
    this.note = answer.ok ? '' : words.t('away');
  }

  private async listen(): Promise<void> {
    const isWanted = this.listening.begin();
    const answer = await ask<{ url: string }>(this.token, 'POST', '/api/voice/trial', this.body);
    if (!isWanted()) return;
    if (!answer.ok) {
      this.note = answer.problem === null ? words.t('away') : words.t('no-voice');
      return;
    }
    this.note = '';
    const sound = await decoded(await (await fetch(answer.data.url)).arrayBuffer());
    if (sound !== null && isWanted()) await played(sound);
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('template') || this.template === '') return;
    if (this.waiting !== null) clearTimeout(this.waiting);
    const isFirst = changed.get('template') === '';
    this.waiting = setTimeout(() => void this.word(), isFirst ? 0 : typedMs);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.listening.forget();
    if (this.waiting !== null) clearTimeout(this.waiting);
  }

  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: grid;
        align-content: start;
        gap: var(--space-8);
        padding: var(--space-16);
        border-radius: var(--radius-row);
        background: var(--sunk);
      }
      .label {
        display: flex;
        gap: var(--space-12);
        color: var(--ink2);
        font-size: var(--text-15);
        font-weight: var(--weight-label);
      }
      .said {
        min-height: 1.5em;
        line-height: var(--leading-text);
      }
      .button {
        justify-self: start;
      }
      .note:empty {
        display: none;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-spoken-preview': SpokenPreview;
  }
}
