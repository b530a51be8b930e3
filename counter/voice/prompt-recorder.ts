import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { recordingFaults, trimmed, type RecordingFault } from '#server/voice/sound/cutting.ts';
import { normalised, targetLufs } from '#server/voice/sound/loudness.ts';
import { durationMs, writeWav, type Sound } from '#server/voice/sound/wav.ts';
import { base, buttons } from '#ui/base-styles.ts';
import { emit } from '#ui/elements/emit.ts';
import { setStyle } from '#ui/elements/set-style.ts';
import { latestAsked } from '#ui/hub/latest-asked.ts';
import { icon } from '#ui/icons.ts';
import { LanguageController } from '#ui/locale/index.ts';
import { words } from './locale.ts';
import { openMicrophone, played, type Microphone, type MicrophoneFault } from './microphone.ts';
import { recorderStyles } from './recorder-styles.ts';
import type { PackView, PromptView, VoiceApi } from './voice-api.ts';

/** What was just said, and how it will sound in the hall. */
interface Take {
  readonly raw: Sound;
  readonly kept: Sound;
  readonly lufs: number;
  readonly faults: readonly RecordingFault[];
}

type Phase = 'ready' | 'running' | 'checking' | 'review';

const levelMs = 60;

/**
 * Records a voice pack, prompt by prompt: start, stop, hear it as the hall will, keep it.
 *
 * @fires kept a prompt was kept; detail `{ key, ms, lufs }`
 * @fires leave
 */
@customElement('ph-prompt-recorder')
export class PromptRecorder extends LitElement {
  @property({ attribute: false }) api: VoiceApi | null = null;
  @property({ attribute: false }) pack: PackView | null = null;
  @property({ attribute: false }) prompts: readonly PromptView[] = [];
  @property({ type: Number, attribute: 'seconds-max' }) secondsMax = 8;

  @state() private at = -1;
  @state() private phase: Phase = 'ready';
  @state() private take: Take | null = null;
  @state() private microphoneFault: MicrophoneFault | null = null;
  @state() private complaint = '';
  private microphone: Microphone | null = null;
  private opening: Promise<void> | null = null;
  /** Ends when another prompt is chosen: what was said for one is not kept for the next. */
  private readonly recording = latestAsked();
  private stopAfter: ReturnType<typeof setTimeout> | null = null;
  private meter: ReturnType<typeof setInterval> | null = null;
  @state() private level = 0;
  readonly language = new LanguageController(this);

  override render(): TemplateResult | typeof nothing {
    const { pack } = this;
    const prompt = this.prompts[this.at];
    if (pack === null || prompt === undefined) return nothing;
    const done = this.prompts.filter(({ key }) => this.has(key)).length;
    return html`<header>
        <h2>${words.t('record-title', { name: pack.name })}</h2>
        <p class="done">${words.t('record-done', { done, all: this.prompts.length })}</p>
        <button class="button plain" type="button" @click=${() => emit(this, 'leave')}>
          ${icon('back')}${words.t('record-close')}
        </button>
      </header>
      <section class="stage ${this.phase}">
        <p class="group">
          ${words.t(`group-${prompt.group}`)} · ${words.t(`language-${prompt.language}`)}
        </p>
        <p class="say" lang=${prompt.language === 'zh' ? 'zh-CN' : 'en'}>${prompt.say}</p>
        ${this.microphoneFault === null ? this.desk() : this.noMicrophone(this.microphoneFault)}
      </section>
      ${this.list()}`;
  }

  private desk(): TemplateResult {
    const running = this.phase === 'running';
    return html`<div
        class="level"
        role="meter"
        aria-label=${words.t('record-level')}
        aria-valuemin="0"
        aria-valuemax="100"
        aria-valuenow=${Math.round(this.level * 100)}
      >
        <span ${setStyle({ 'inline-size': `${String(Math.round(this.level * 100))}%` })}></span>
      </div>
      <p class="status" role="status">${this.statusWords()}</p>
      <div class="acts">
        <button class="button plain" type="button" @click=${() => this.step(-1)}>
          ${words.t('record-previous')}
        </button>
        ${
          this.phase === 'review'
            ? html`<button class="button lamp" type="button" @click=${() => void this.keep()}>
                  ${icon('check')}${words.t('record-keep')}
                </button>
                <button class="button plain" type="button" @click=${() => void this.start()}>
                  ${words.t('record-again')}
                </button>
                <button class="button plain" type="button" @click=${() => void this.hear()}>
                  ${icon('speaker')}${words.t('record-hear')}
                </button>`
            : html`<button
                class="button lamp"
                type="button"
                aria-disabled=${this.phase === 'checking'}
                @click=${() => void this.toggle()}
              >
                ${icon(running ? 'pause' : 'play')}${words.t(running ? 'record-stop' : 'record-start')}
              </button>`
        }
        <button class="button plain" type="button" @click=${() => this.step(1)}>
          ${words.t('record-next')}
        </button>
      </div>
      <p class="keys">${words.t('record-keys')}</p>`;
  }

  private noMicrophone(fault: MicrophoneFault): TemplateResult {
    return html`<p class="complaint" role="alert">
        ${words.t(`microphone-${fault}`, { port: location.port === '' ? '80' : location.port })}
      </p>
      <button class="button plain" type="button" @click=${() => void this.openMicrophone()}>
        ${words.t('again')}
      </button>`;
  }

  private list(): TemplateResult {
    return html`<ol class="prompts">
      ${this.prompts.map(
        ({ key, say, language }, index) =>
          html`<li>
            <button
              type="button"
              class="prompt ${this.has(key) ? 'done' : ''}"
              aria-current=${index === this.at}
              aria-label=${words.t(this.has(key) ? 'prompt-recorded' : 'prompt-missing', { say })}
              lang=${language === 'zh' ? 'zh-CN' : 'en'}
              @click=${() => this.go(index)}
            >
              ${this.has(key) ? icon('check') : nothing}${say}
            </button>
          </li>`,
      )}
    </ol>`;
  }

  private statusWords(): string {
    if (this.complaint !== '') return this.complaint;
    switch (this.phase) {
      case 'ready':
        return words.t('record-ready');
      case 'running':
        return words.t('record-running');
      case 'checking':
        return words.t('record-checking');
      case 'review':
        return this.takeWords();
    }
  }

  private takeWords(): string {
    const { take } = this;
    if (take === null) return '';
    const result = words.t('record-result', {
      ms: Math.round(durationMs(take.kept)),
      lufs: take.lufs.toFixed(1),
      target: targetLufs,
    });
    return [result, ...take.faults.map((fault) => words.t(`fault-${fault}`))].join(' ');
  }

  private has(key: string): boolean {
    return this.pack?.clips.some((clip) => clip.key === key) ?? false;
  }

  /** One that is being opened is not opened twice. */
  private openMicrophone(): Promise<void> {
    this.opening ??= this.openNow().finally(() => {
      this.opening = null;
    });
    return this.opening;
  }

  private async openNow(): Promise<void> {
    this.microphoneFault = null;
    const opened = await openMicrophone();
    if (typeof opened === 'string') {
      this.microphoneFault = opened;
      return;
    }
    if (!this.isConnected) {
      opened.close();
      return;
    }
    this.microphone = opened;
    this.meter ??= setInterval(() => {
      this.level = Math.min(this.microphone?.level() ?? 0, 1);
    }, levelMs);
  }

  private async toggle(): Promise<void> {
    if (this.phase === 'running') await this.finish();
    else if (this.phase === 'ready') await this.start();
  }

  private async start(): Promise<void> {
    const isWanted = this.recording.begin();
    if (this.microphone === null) await this.openMicrophone();
    if (this.microphone === null || !isWanted()) return;
    this.complaint = '';
    this.take = null;
    this.phase = 'running';
    this.microphone.start();
    this.stopAfter = setTimeout(() => void this.finish(), this.secondsMax * 1000);
  }

  private async finish(): Promise<void> {
    this.stopWaiting();
    if (this.phase !== 'running') return;
    this.phase = 'checking';
    const isWanted = this.recording.begin();
    const raw = (await this.microphone?.stop()) ?? null;
    if (!isWanted()) return;
    const take = raw === null ? null : takeOf(raw, this.secondsMax);
    if (take === null) {
      this.complaint = words.t(raw === null ? 'fault-unread' : 'fault-silent');
      this.phase = 'ready';
      return;
    }
    this.take = take;
    this.phase = 'review';
    await this.hear();
  }

  /** As the hall will hear it: trimmed, and as loud as the others. */
  private async hear(): Promise<void> {
    if (this.take !== null) await played(this.take.kept);
  }

  private async keep(): Promise<void> {
    const { take, pack, api } = this;
    const prompt = this.prompts[this.at];
    if (take === null || pack === null || api === null || prompt === undefined) return;
    this.phase = 'checking';
    const isWanted = this.recording.begin();
    const wav = new Blob([writeWav(take.raw)], { type: 'audio/wav' });
    const answer = await api.keep(pack.id, prompt.key, wav);
    if (answer.ok) {
      const { ms, lufs } = answer.data;
      emit(this, 'kept', { key: prompt.key, ms, lufs });
    }
    if (!isWanted()) return;
    if (!answer.ok) {
      const why = answer.problem?.detail ?? answer.problem?.title ?? words.t('away');
      this.complaint = words.t('not-kept', { why });
      this.phase = 'review';
      return;
    }
    this.next();
  }

  /** The next prompt that is missing, or else the next one. */
  private next(): void {
    const order = this.prompts.map((_, step) => (this.at + 1 + step) % this.prompts.length);
    const present = this.prompts[this.at]?.key;
    const missing = order.find((index) => {
      const key = this.prompts[index]?.key ?? '';
      return key !== present && !this.has(key);
    });
    this.go(missing ?? order[0] ?? 0);
  }

  /** The longest time a prompt may take is that of one recording. */
  private stopWaiting(): void {
    if (this.stopAfter !== null) clearTimeout(this.stopAfter);
    this.stopAfter = null;
  }

  private step(by: number): void {
    this.go((this.at + by + this.prompts.length) % this.prompts.length);
  }

  private go(index: number): void {
    this.recording.forget();
    this.stopWaiting();
    if (this.phase === 'running') void this.microphone?.stop();
    this.at = index;
    this.take = null;
    this.complaint = '';
    this.phase = 'ready';
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('prompts') || this.at >= 0) return;
    this.at = Math.max(
      this.prompts.findIndex(({ key }) => !this.has(key)),
      0,
    );
  }

  private readonly key = (event: KeyboardEvent): void => {
    const [target] = event.composedPath();
    // A button that is in focus answers to its own keys.
    const isOnButton = target instanceof HTMLButtonElement;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'ArrowLeft') this.step(-1);
    else if (event.key === 'ArrowRight') this.step(1);
    else if (event.key === ' ' && !isOnButton) {
      void (this.phase === 'review' ? this.start() : this.toggle());
    } else if (event.key === 'Enter' && !isOnButton && this.phase === 'review') void this.keep();
    else return;
    event.preventDefault();
  };

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('keydown', this.key);
    void this.openMicrophone();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('keydown', this.key);
    if (this.meter !== null) clearInterval(this.meter);
    this.stopWaiting();
    this.microphone?.close();
    this.microphone = null;
  }

  static override styles = [base, buttons, recorderStyles];
}

function takeOf(raw: Sound, secondsMax: number): Take | null {
  const faults = recordingFaults(raw, secondsMax);
  const speech = trimmed(raw);
  const even = speech === null ? null : normalised(speech);
  if (even === null || faults.includes('silent')) return null;
  return { raw, kept: even.sound, lufs: even.lufs, faults };
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-prompt-recorder': PromptRecorder;
  }
}
