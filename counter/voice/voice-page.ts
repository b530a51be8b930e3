import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Language } from '#core/vocabulary.ts';
import { base, buttons } from '#ui/base-styles.ts';
import { latestAsked } from '#ui/hub/latest-asked.ts';
import { icon } from '#ui/icons.ts';
import { LanguageController, language, textOf } from '#ui/locale/index.ts';
import { fields } from '../field-styles.ts';
import { importFiles, type ImportProgress } from './import-files.ts';
import { words } from './locale.ts';
import { decoded, played } from './microphone.ts';
import './prompt-recorder.ts';
import { voiceApi, type PackView, type VoiceState } from './voice-api.ts';
import { voiceStyles } from './voice-styles.ts';
import { zipFiles, type NamedFile } from './zip-files.ts';

/**
 * The voice of the hall: who speaks and who cannot, which screens sound, and recorded voices:
 * recording, importing and exporting them.
 *
 * - `token`: a supervisor's
 */
@customElement('ph-voice-page')
export class VoicePage extends LitElement {
  @property({ attribute: false }) token = '';

  @state() private data: VoiceState | null = null;
  @state() private isAway = false;
  @state() private recording: string | null = null;
  @state() private removing: string | null = null;
  @state() private note = '';
  @state() private progress: ImportProgress | null = null;
  private readonly loading = latestAsked();
  readonly language = new LanguageController(this);

  private get api() {
    return voiceApi(this.token);
  }

  override render(): TemplateResult {
    const { data } = this;
    if (data === null) {
      return html`<main>
        <h1>${words.t('title')}</h1>
        <p role="status">${words.t(this.isAway ? 'away' : 'loading')}</p>
        ${
          this.isAway
            ? html`<button class="button plain" type="button" @click=${() => void this.load()}>
                ${words.t('again')}
              </button>`
            : nothing
        }
      </main>`;
    }
    const pack = data.packs.find(({ id }) => id === this.recording);
    if (pack !== undefined) return this.recorder(data, pack);
    return html`<main>
      <h1>${words.t('title')}</h1>
      <p class="lead">${words.t('lead')}</p>
      <p class="note" role="status">${this.noteWords()}</p>
      <div class="columns">
        <div>${this.packs(data)} ${this.newPack()}</div>
        <div>${this.sources(data)} ${this.trial()} ${this.screens(data)}</div>
      </div>
    </main>`;
  }

  private recorder(data: VoiceState, pack: PackView): TemplateResult {
    return html`<main>
      <ph-prompt-recorder
        .api=${this.api}
        .pack=${pack}
        .prompts=${this.promptsOf(data)}
        seconds-max=${data.clipSecondsMax}
        @kept=${({ detail }: CustomEvent<PackView['clips'][number]>) => {
          this.keptOne(pack.id, detail);
        }}
        @leave=${() => {
          this.recording = null;
          void this.load();
        }}
      ></ph-prompt-recorder>
    </main>`;
  }

  private sources({ sources, discourteous }: VoiceState): TemplateResult {
    return html`<section>
      <h2>${words.t('now-heading')}</h2>
      <ol class="sources">
        ${sources.map(
          ({ id, state: now, notes }) =>
            html`<li class=${now}>
              <span class="name">${words.t(`source-${id}`)}</span>
              <span class="mark">
                ${icon(now === 'ready' ? 'check' : now === 'refused' ? 'cross' : 'dash')}
                ${words.t(`state-${now}`)}
              </span>
              ${notes.map((each) => html`<span class="detail">${textOf(each)}</span>`)}
            </li>`,
        )}
      </ol>
      <p class="help">${words.t('order')}</p>
      ${discourteous.map(
        ({ word }) => html`<p class="help">${words.t('discourteous', { word })}</p>`,
      )}
    </section>`;
  }

  private trial(): TemplateResult {
    const listen = (which: Language) =>
      html`<button class="button plain" type="button" @click=${() => void this.listen(which)}>
        ${icon('speaker')}${words.t(which === 'zh' ? 'trial-zh' : 'trial-en')}
      </button>`;
    return html`<section>
      <h2>${words.t('trial-heading')}</h2>
      <div class="acts">${listen('zh')} ${listen('en')}</div>
    </section>`;
  }

  private screens({ screens }: VoiceState): TemplateResult {
    return html`<section>
      <h2>${words.t('screens-heading')}</h2>
      ${
        screens.length === 0
          ? html`<p class="help">${words.t('screens-none')}</p>`
          : html`<ul class="sources">
              ${screens.map(({ name, sound, speaks }) => {
                const key = speaks ? 'screen-speaks' : (`screen-${sound}` as const);
                return html`<li>
                  <span class="name">${name}</span>
                  <span class="mark">${icon(speaks ? 'speaker' : 'dash')}${words.t(key)}</span>
                </li>`;
              })}
            </ul>`
      }
    </section>`;
  }

  private packs(data: VoiceState): TemplateResult {
    return html`<section>
      <h2>${words.t('packs-heading')}</h2>
      ${data.isPackFixed ? html`<p class="help">${words.t('pack-fixed')}</p>` : nothing}
      ${data.packs.length === 0 ? html`<p class="help">${words.t('packs-none')}</p>` : nothing}
      <ul class="packs">
        ${data.packs.map((pack) => html`<li>${this.packCard(data, pack)}</li>`)}
      </ul>
    </section>`;
  }

  private packCard(data: VoiceState, pack: PackView): TemplateResult {
    const act = (label: string, run: () => void) =>
      html`<button class="button plain" type="button" @click=${run}>${label}</button>`;
    return html`<h3>
        ${pack.name}
        ${pack.isChosen ? html`<span class="mark">${icon('speaker')}${words.t('pack-speaks')}</span>` : nothing}
      </h3>
      <p class="help">
        ${words.t('pack-count', { count: this.countWords(data, pack), speaker: pack.speaker })}
      </p>
      ${
        pack.faults.length === 0
          ? nothing
          : html`<p class="help">${words.t('pack-faults')}</p>
              <ul class="faults">
                ${pack.faults.map(
                  ({ place, message }) => html`<li><code>${place}</code> ${textOf(message)}</li>`,
                )}
              </ul>`
      }
      <div class="acts">
        ${act(words.t('pack-record'), () => {
          this.recording = pack.id;
        })}
        ${
          data.isPackFixed
            ? nothing
            : act(words.t(pack.isChosen ? 'pack-rest' : 'pack-use'), () => {
                void this.settle(this.api.choose(pack.isChosen ? null : pack.id));
              })
        }
        ${act(words.t('pack-export'), () => void this.exportPack(pack.id))}
        ${
          this.removing === pack.id
            ? act(words.t('pack-remove-sure'), () => void this.settle(this.api.remove(pack.id)))
            : act(words.t('pack-remove'), () => {
                this.removing = pack.id;
              })
        }
      </div>
      <div class="import">
        <h4>${words.t('import-heading')}</h4>
        <p class="help">${words.t('import-help')}</p>
        <div class="acts">
          <label class="button plain">
            ${words.t('import-zip')}
            <input
              class="visually-hidden"
              type="file"
              accept=".zip,application/zip"
              @change=${(event: Event) => void this.importZip(pack.id, event)}
            />
          </label>
          <label class="button plain">
            ${words.t('import-folder')}
            <input
              class="visually-hidden"
              type="file"
              multiple
              webkitdirectory
              @change=${(event: Event) => void this.importFolder(pack.id, event)}
            />
          </label>
        </div>
      </div>`;
  }

  private newPack(): TemplateResult {
    const field = (name: 'name' | 'speaker' | 'licence', value = '') =>
      html`<div class="field">
        <label for=${name}>${words.t(`new-${name}`)}</label>
        <input class="input" id=${name} name=${name} maxlength="60" required .value=${value} />
      </div>`;
    return html`<section>
      <h2>${words.t('new-heading')}</h2>
      <form class="new" @submit=${(event: SubmitEvent) => void this.create(event)}>
        ${field('name')} ${field('speaker')} ${field('licence', words.t('new-licence-usual'))}
        <button class="button lamp" type="submit">${words.t('new-start')}</button>
      </form>
    </section>`;
  }

  private noteWords(): string {
    const { progress } = this;
    if (progress !== null) {
      return words.t('import-running', { done: progress.done, all: progress.all });
    }
    return this.note;
  }

  /** Prompts of the languages that the hall speaks, phrases first; letters are read in once. */
  private promptsOf({ prompts, config }: VoiceState) {
    return config.languages.flatMap((each, index) =>
      prompts.filter((one) => one.language === each && (index === 0 || one.group !== 'letters')),
    );
  }

  /** `中文 21/54 · 英文 0/41`. */
  private countWords(data: VoiceState, pack: PackView): string {
    return data.config.languages
      .map((each) => {
        const own = this.promptsOf(data).filter((one) => one.language === each);
        const done = own.filter(({ key }) => pack.clips.some((clip) => clip.key === key)).length;
        return `${words.t(`language-${each}`)} ${String(done)}/${String(own.length)}`;
      })
      .join(' · ');
  }

  private async load(): Promise<void> {
    this.isAway = false;
    const isWanted = this.loading.begin();
    const answer = await this.api.state();
    if (!isWanted()) return;
    if (answer.ok) this.data = answer.data;
    else this.isAway = true;
  }

  private async settle(asked: Promise<{ readonly ok: boolean }>): Promise<void> {
    this.note = (await asked).ok ? '' : words.t('away');
    this.removing = null;
    await this.load();
  }

  private async listen(which: Language): Promise<void> {
    const answer = await this.api.trial(which, 'A012', '3');
    if (!answer.ok) {
      this.note = answer.problem?.detail ?? words.t('trial-none');
      return;
    }
    const source = this.data?.sources.find(({ id }) => id === answer.data.source);
    this.note = words.t('trial-said', {
      source: source === undefined ? answer.data.source : words.t(`source-${source.id}`),
      text: answer.data.text,
    });
    const sound = await decoded(await (await fetch(answer.data.url)).arrayBuffer());
    if (sound !== null) await played(sound);
  }

  private async create(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const given = new FormData(form);
    const value = (name: string): string => (given.get(name) as string | null)?.trim() ?? '';
    const about = { name: value('name'), speaker: value('speaker'), licence: value('licence') };
    const id = freshPackId(about.name, this.data?.packs ?? []);
    const answer = await this.api.describe(id, about);
    if (!answer.ok) {
      const why = answer.problem?.detail ?? words.t('away');
      this.note = words.t('not-kept', { why });
      return;
    }
    await this.load();
    this.recording = id;
  }

  /** Shown at once; the hub's own account comes when the page is left. */
  private keptOne(id: string, clip: PackView['clips'][number]): void {
    const { data } = this;
    if (data === null) return;
    const packs = data.packs.map((pack) =>
      pack.id === id
        ? { ...pack, clips: [...pack.clips.filter(({ key }) => key !== clip.key), clip] }
        : pack,
    );
    this.data = { ...data, packs };
  }

  private async exportPack(id: string): Promise<void> {
    const archive = await this.api.archive(id);
    if (archive === null) {
      this.note = words.t('away');
      return;
    }
    const link = document.createElement('a');
    link.href = URL.createObjectURL(archive);
    link.download = `voice-${id}.zip`;
    link.click();
    setTimeout(() => {
      URL.revokeObjectURL(link.href);
    }, 10_000);
  }

  private async importZip(pack: string, event: Event): Promise<void> {
    const [file] = (event.target as HTMLInputElement).files ?? [];
    if (file === undefined) return;
    const files = await zipFiles(await file.arrayBuffer());
    if (files === null) this.note = words.t('import-not-zip');
    else await this.take(pack, files);
  }

  private async importFolder(pack: string, event: Event): Promise<void> {
    const chosen = [...((event.target as HTMLInputElement).files ?? [])];
    const files: NamedFile[] = [];
    for (const file of chosen) {
      files.push({ name: file.webkitRelativePath, bytes: await file.arrayBuffer() });
    }
    await this.take(pack, files);
  }

  private async take(pack: string, files: readonly NamedFile[]): Promise<void> {
    const { data } = this;
    if (data === null) return;
    this.note = '';
    const taken = await importFiles(this.api, pack, files, data.prompts, (progress) => {
      this.progress = progress;
    });
    this.progress = null;
    const names = (all: readonly string[]) => all.slice(0, 8).join(', ');
    const { kept, unmatched, failed } = taken;
    this.note = [
      words.t('import-done', { kept }),
      unmatched.length === 0 ? '' : words.t('import-skipped', { names: names(unmatched) }),
      failed.length === 0 ? '' : words.t('import-failed', { names: names(failed) }),
    ]
      .filter((each) => each !== '')
      .join(language.get() === 'zh' ? '' : ' ');
    await this.load();
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('token') && this.token !== '') void this.load();
  }

  static override styles = [base, buttons, fields, voiceStyles];
}

/** Ids are names of folders: what is Latin in the name, and a number where it is taken. */
function freshPackId(name: string, packs: readonly { readonly id: string }[]): string {
  const plain =
    name
      .toLowerCase()
      .match(/[a-z0-9]+/g)
      ?.join('-')
      .slice(0, 24) ?? 'voice';
  const taken = (id: string): boolean => packs.some((pack) => pack.id === id);
  if (!taken(plain)) return plain;
  let count = 2;
  while (taken(`${plain}-${String(count)}`)) count += 1;
  return `${plain}-${String(count)}`;
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-voice-page': VoicePage;
  }
}
