import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Problem } from '#protocol/problem.ts';
import type { SettingsProblem } from '#server/settings/answers.ts';
import { isSame } from '#server/settings/differences.ts';
import type { HallSettings } from '#server/settings/draft.ts';
import { valueAt } from '#server/settings/paths.ts';
import { base, buttons } from '#ui/base-styles.ts';
import { LanguageController, textOf } from '#ui/locale/index.ts';
import { fields } from '../field-styles.ts';
import { deskIcon } from '../manager/desk-icons.ts';
import { words as desk } from '../manager/locale.ts';
import { hrefTo } from '../manager/route.ts';
import type { SectionPlace } from '../manager/sections.ts';
import { DraftStore, type Saving } from './draft-store.ts';
import './leave-guard.ts';
import { listStyles } from './list-styles.ts';
import { words, type PartGroup } from './locale.ts';
import { NearFocus } from './near-focus.ts';
import './newer-dialog.ts';
import { parts, type SettingsPart, type SettingsPartModule, type SettingsPlace } from './parts.ts';
import './planned-band.ts';
import './save-dialog.ts';
import { factsAt } from './schema-facts.ts';
import { settingsStyles } from './settings-styles.ts';
import { dayWords } from './when.ts';

const groups: readonly PartGroup[] = ['hall', 'calling', 'people', 'faces', 'record'];
const problemsMax = 6;

/**
 * The settings: their parts at the side, the open one beside it, and below what has changed.
 *
 * - `place`: of the manager's desk
 */
@customElement('ph-settings')
export class SettingsPage extends LitElement {
  @property({ attribute: false }) place: SectionPlace | null = null;
  @state() private loaded: { id: string; module: SettingsPartModule | 'failed' } | null = null;
  @state() private dialog: 'save' | 'newer' | null = null;
  @state() private problem: Problem | null = null;
  /** What became of the last saving, read out. */
  @state() private told = '';

  private seen = '';
  private readonly store = new DraftStore(this, () => this.place?.session ?? null);
  readonly language = new LanguageController(this);

  constructor() {
    super();
    new NearFocus(this);
  }

  private get open(): SettingsPart | undefined {
    const id = this.place?.path[0];
    return id === undefined ? parts[0] : parts.find((each) => each.id === id);
  }

  override render(): TemplateResult {
    const { store } = this;
    return html`<div class="settings">
        <nav aria-label=${words.t('navigation')}>${groups.map((group) => this.group(group))}</nav>
        <div class="sheet">${this.main()} ${this.bar()}</div>
      </div>
      ${this.dialogs()}
      <ph-leave-guard
        .isDirty=${store.differences.length > 0}
        @discard=${() => {
          store.discard();
        }}
      ></ph-leave-guard>`;
  }

  private group(group: PartGroup): TemplateResult | typeof nothing {
    const own = parts.filter((each) => each.group === group);
    if (own.length === 0) return nothing;
    return html`<p class="group">${words.t(`group-${group}`)}</p>
      <ul>
        ${own.map((each) => this.entry(each))}
      </ul>`;
  }

  private entry(part: SettingsPart): TemplateResult {
    const { base: before, draft } = this.store;
    const isChanged = part.keys.some((key) => !isSame(valueAt(before, key), valueAt(draft, key)));
    const isWrong = part.keys.some((key) => this.problemsOf(key, 'within').length > 0);
    return html`<li>
      <a
        href=${hrefTo('settings', [part.id])}
        aria-current=${part === this.open ? 'page' : nothing}
      >
        ${deskIcon(part.icon)}<span>${words.t(part.label)}</span>
        ${isWrong ? html`<em class="mark wrong">${words.t('wrong')}</em>` : nothing}
        ${isChanged && !isWrong ? html`<em class="mark">${words.t('changed')}</em>` : nothing}
      </a>
    </li>`;
  }

  private main(): TemplateResult {
    const { open, loaded, store } = this;
    const place = this.settingsPlace();
    if (open === undefined) {
      return html`<main>
        <h1 tabindex="-1">${words.t('no-part')}</h1>
      </main>`;
    }
    if (loaded?.id === open.id && loaded.module === 'failed') {
      return html`<main>
        <h1 tabindex="-1">${desk.t('load-failed')}</h1>
        <p role="alert">${desk.t('load-failed-help')}</p>
        <p>
          <button
            class="button plain"
            type="button"
            @click=${() => {
              // The draft is kept over it.
              location.reload();
            }}
          >
            ${desk.t('load-again')}
          </button>
        </p>
      </main>`;
    }
    if (place === null || loaded?.id !== open.id || loaded.module === 'failed') {
      return html`<main>
        <h1 tabindex="-1">${words.t(open.label)}</h1>
        <p role="status">${words.t(store.isAway ? 'away' : 'loading')}</p>
        ${
          store.isAway
            ? html`<p>
                <button class="button plain" type="button" @click=${() => void store.load()}>
                  ${words.t('again')}
                </button>
              </p>`
            : nothing
        }
      </main>`;
    }
    return html`<main>
      <h1 tabindex="-1">${words.t(open.label)}</h1>
      ${
        place.view.planned === null
          ? nothing
          : html`<ph-planned-band
              .planned=${place.view.planned}
              .nextDay=${place.view.nextOpening?.day ?? null}
              .settings=${place.draft}
              @withdraw=${() => void store.withdraw()}
            ></ph-planned-band>`
      }
      ${loaded.module.part(place)}
    </main>`;
  }

  /** What has changed and what is wrong, always in sight. */
  private bar(): TemplateResult | typeof nothing {
    const { store } = this;
    const { differences, problems } = store;
    if (differences.length === 0) {
      return html`<div class="bar quiet" role="status">
        ${this.told === '' ? nothing : html`<p>${this.told}</p>`}
      </div>`;
    }
    return html`<div
      class="bar"
      role="region"
      aria-label=${words.t('changes-count', { count: differences.length })}
    >
      <div class="sum">
        <p role="status">
          <b>${words.t('changes-count', { count: differences.length })}</b>
          ${
            problems.length === 0
              ? nothing
              : html`<em class="wrong"
                  >${words.t('problems-count', { count: problems.length })}</em
                >`
          }
          ${store.isAway ? html`<em class="wrong">${words.t('away')}</em>` : nothing}
        </p>
        ${problems.length === 0 ? nothing : this.problems(problems)}
      </div>
      <div class="acts">
        ${
          this.open?.id === 'preview'
            ? nothing
            : html`<a class="button plain look" href=${hrefTo('settings', ['preview'])}
                >${words.t('preview')}</a
              >`
        }
        <button
          class="button plain"
          type="button"
          @click=${() => {
            store.discard();
            void this.toHeading();
          }}
        >
          ${words.t('discard')}
        </button>
        <button class="button lamp" type="button" @click=${() => void this.review()}>
          ${words.t('review')}
        </button>
      </div>
    </div>`;
  }

  private problems(problems: readonly SettingsProblem[]): TemplateResult {
    return html`<ul class="problems">
      ${problems.slice(0, problemsMax).map(({ path, message }) => {
        const part = parts.find(({ keys }) => keys.some((key) => isWithin(path, key)));
        return html`<li>
          ${
            part === undefined || part === this.open
              ? textOf(message)
              : html`<a href=${hrefTo('settings', [part.id])}>${words.t(part.label)}</a>
                  ${textOf(message)}`
          }
        </li>`;
      })}
    </ul>`;
  }

  private dialogs(): TemplateResult {
    const { store, place, dialog } = this;
    return html`${
      dialog === 'save'
        ? html`<ph-save-settings
            .differences=${store.differences}
            .effects=${store.check?.effects ?? []}
            .settings=${store.draft}
            .consequences=${store.check?.consequences ?? null}
            .nextOpening=${store.check?.nextOpening ?? store.view?.nextOpening ?? null}
            .timezone=${place?.hall?.timezone ?? 'UTC'}
            .isSaving=${store.isSaving}
            .problem=${this.problem}
            @save=${({ detail }: CustomEvent<Saving>) => void this.save(detail)}
            @close=${this.closeDialog}
          ></ph-save-settings>`
        : nothing
    }
    ${
      dialog === 'newer' && store.newer !== null
        ? html`<ph-newer-settings
            .newer=${store.newer}
            .timezone=${place?.hall?.timezone ?? 'UTC'}
            @settle=${({ detail }: CustomEvent<HallSettings>) => void this.settle(detail)}
            @close=${this.closeDialog}
          ></ph-newer-settings>`
        : nothing
    }`;
  }

  private readonly closeDialog = (): void => {
    this.dialog = null;
    this.problem = null;
  };

  /** Asks the hub once more, so that what is shown is what would happen. */
  private async review(): Promise<void> {
    const check = await this.store.ask();
    if (check === null || check.problems.length > 0) return;
    this.problem = null;
    this.dialog = check.newer === null ? 'save' : 'newer';
  }

  private async settle(settings: HallSettings): Promise<void> {
    this.dialog = null;
    await this.store.settle(settings);
    if (this.store.differences.length > 0) await this.review();
  }

  private async save(saving: Saving): Promise<void> {
    const saved = await this.store.save(saving);
    if (saved.kind === 'newer') this.dialog = 'newer';
    else if (saved.kind === 'refused') {
      this.problem = saved.problem ?? away();
      await this.store.ask();
    } else {
      this.dialog = null;
      void this.toHeading();
      const day = this.store.view?.nextOpening?.day ?? '';
      this.told =
        saving.from === 'now'
          ? words.t('saved-now')
          : words.t('saved-next', { day: day === '' ? '' : dayWords(day) });
    }
  }

  /** The bar with its buttons is gone: whoever uses keys begins at the head of the part. */
  private async toHeading(): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('main h1')?.focus();
  }

  private settingsPlace(): SettingsPlace | null {
    const { place, store } = this;
    const { view, draft, base: saved } = store;
    if (place === null || view === null || draft === null || saved === null) return null;
    return {
      ...place,
      path: place.path.slice(1),
      draft,
      saved,
      view,
      readonly: store.isSaving,
      isWrong: store.problems.length > 0,
      change: store.change,
      replace: store.replace,
      refresh: () => {
        this.requestUpdate();
      },
      reload: store.load,
      problems: (path, where) => this.problemsOf(path, where),
      facts: (path) => factsAt(view.schema, path),
    };
  }

  private problemsOf(path: string, where: 'at' | 'within' = 'at') {
    return this.store.problems.filter((each) =>
      where === 'at' ? each.path === path : isWithin(each.path, path),
    );
  }

  protected override willUpdate(_: PropertyValues<this>): void {
    const { open } = this;
    if (open !== undefined && this.loaded?.id !== open.id) void this.fetch(open);
    if (this.store.differences.length > 0) this.told = '';
  }

  /** On a phone the parts stand in one row: the open one comes into sight. */
  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('place')) return;
    const { open } = this;
    if (open === undefined || open.id === this.seen) return;
    this.seen = open.id;
    const link = this.renderRoot.querySelector('nav [aria-current]');
    link?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }

  private async fetch({ id, load }: SettingsPart): Promise<void> {
    const module = await load().catch((): 'failed' => 'failed');
    if (this.open?.id !== id) return;
    this.loaded = { id, module };
    this.renderRoot.querySelector('main')?.scrollTo(0, 0);
  }

  static override styles = [base, buttons, fields, settingsStyles, listStyles];
}

/** The hub was not reached: nothing is known of what became of it. */
function away(): Problem {
  return { type: '', title: words.t('away'), status: 0, code: 'internal' };
}

function isWithin(path: string, key: string): boolean {
  return path === key || path.startsWith(`${key}.`) || path.startsWith(`${key}[`);
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-settings': SettingsPage;
  }
}
