import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { valueAt } from '#server/settings/paths.ts';
import { isSame } from '#server/settings/differences.ts';
import { base, buttons } from '#ui/base-styles.ts';
import { LanguageController } from '#ui/locale/index.ts';
import { fields } from '../field-styles.ts';
import { deskIcon } from '../manager/desk-icons.ts';
import { hrefTo } from '../manager/route.ts';
import type { SectionPlace } from '../manager/sections.ts';
import { DraftStore } from './draft-store.ts';
import { words, type PartGroup } from './locale.ts';
import { parts, type SettingsPart, type SettingsPartModule, type SettingsPlace } from './parts.ts';
import { factsAt } from './schema-facts.ts';
import { settingsStyles } from './settings-styles.ts';

const groups: readonly PartGroup[] = ['hall', 'calling', 'people', 'faces', 'record'];

/**
 * The settings: their parts at the side, the open one beside it, and below what has changed.
 *
 * - `place`: of the manager's desk
 */
@customElement('ph-settings')
export class SettingsPage extends LitElement {
  @property({ attribute: false }) place: SectionPlace | null = null;
  @state() private loaded: { id: string; module: SettingsPartModule | 'failed' } | null = null;

  private readonly store = new DraftStore(this, () => this.place?.session.token ?? '');
  readonly language = new LanguageController(this);

  private get open(): SettingsPart | undefined {
    const id = this.place?.path[0];
    return id === undefined ? parts[0] : parts.find((each) => each.id === id);
  }

  override render(): TemplateResult {
    return html`<div class="settings">
      <nav aria-label=${words.t('navigation')}>${groups.map((group) => this.group(group))}</nav>
      ${this.main()}
    </div>`;
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
    const { open: part, loaded, store } = this;
    const place = this.settingsPlace();
    if (part === undefined) {
      return html`<main><h1>${words.t('no-part')}</h1></main>`;
    }
    if (place === null || loaded?.id !== part.id || loaded.module === 'failed') {
      return html`<main>
        <h1>${words.t(part.label)}</h1>
        <p role="status">${words.t(store.isAway ? 'away' : 'loading')}</p>
        ${
          store.isAway
            ? html`<button class="button plain" type="button" @click=${() => void store.load()}>
                ${words.t('again')}
              </button>`
            : nothing
        }
      </main>`;
    }
    return html`<main>
      <h1>${words.t(part.label)}</h1>
      ${loaded.module.part(place)}
    </main>`;
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
      change: store.change,
      problems: (path, where) => this.problemsOf(path, where),
      facts: (path) => factsAt(view.schema, path),
    };
  }

  private problemsOf(path: string, where: 'at' | 'within' = 'at') {
    return this.store.problems.filter(
      (each) =>
        each.path === path ||
        (where === 'within' &&
          (each.path.startsWith(`${path}.`) || each.path.startsWith(`${path}[`))),
    );
  }

  protected override willUpdate(_: PropertyValues<this>): void {
    const { open: part } = this;
    if (part !== undefined && this.loaded?.id !== part.id) void this.fetch(part);
  }

  private async fetch({ id, load }: SettingsPart): Promise<void> {
    const module = await load().catch((): 'failed' => 'failed');
    if (this.open?.id === id) this.loaded = { id, module };
  }

  static override styles = [base, buttons, fields, settingsStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-settings': SettingsPage;
  }
}
