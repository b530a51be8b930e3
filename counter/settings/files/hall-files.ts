import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { SettingsImport } from '#server/settings/answers.ts';
import { differencesOf } from '#server/settings/differences.ts';
import { base, buttons } from '#ui/base-styles.ts';
import { api } from '#ui/hub/api.ts';
import { latestAsked } from '#ui/hub/latest-asked.ts';
import { LanguageController, textOf } from '#ui/locale/index.ts';
import { download } from '../../reports/download.ts';
import type { SettingsPlace } from '../parts.ts';
import { words } from './locale.ts';

/** No hall file is longer; the hub refuses it as well. */
const fileBytesMax = 1_000_000;
const shownMax = 100;

/**
 * The hall file out and in.
 *
 * - `place`: of the settings' page
 */
@customElement('ph-hall-files')
export class HallFiles extends LitElement {
  @property({ attribute: false }) place: SettingsPlace | null = null;
  @state() private read: SettingsImport | 'away' | 'too-large' | null = null;
  @state() private differing = 0;
  private readonly reading = latestAsked();
  readonly language = new LanguageController(this);

  override render(): TemplateResult {
    return html`<section aria-labelledby="export">
        <h2 id="export">${words.t('export-title')}</h2>
        <p class="help">${words.t('export-help')}</p>
        <p>
          <button class="button plain" type="button" @click=${() => void this.fetch('export')}>
            ${words.t('export')}
          </button>
        </p>
      </section>
      <section aria-labelledby="import">
        <h2 id="import">${words.t('import-title')}</h2>
        <p class="help" id="import-help">${words.t('import-help')}</p>
        <p>
          <label class="button plain file" for="file">${words.t('import')}</label>
          <input
            id="file"
            class="visually-hidden"
            type="file"
            accept=".yaml,.yml,text/yaml,application/yaml"
            aria-describedby="import-help"
            @change=${this.chosen}
          />
        </p>
        <div role="status">${this.answer()}</div>
      </section>
      <section aria-labelledby="template">
        <h2 id="template">${words.t('template-title')}</h2>
        <p class="help">${words.t('template-help')}</p>
        <p>
          <button class="button plain" type="button" @click=${() => void this.fetch('template')}>
            ${words.t('template')}
          </button>
        </p>
      </section>`;
  }

  private answer(): TemplateResult | typeof nothing {
    const { read } = this;
    if (read === null) return nothing;
    if (typeof read === 'string') return html`<p class="wrong">${words.t(read)}</p>`;
    if (read.ok) {
      return html`<p class="told">
          ${
            this.differing === 0
              ? words.t('import-same')
              : words.t('import-read', { count: this.differing })
          }
        </p>
        ${read.left.map((what) => html`<p>${words.t(`left-${what}`)}</p>`)}`;
    }
    return html`<p class="wrong">${words.t('problems', { count: read.problems.length })}</p>
      <ul>
        ${read.problems.slice(0, shownMax).map(
          ({ line, column, path, message }) =>
            html`<li>
              <b>${words.t('place', { line, column })}</b>
              <span>${textOf(message)}</span>
              ${path === '' ? nothing : html`<code>${path}</code>`}
            </li>`,
        )}
      </ul>`;
  }

  private async chosen({ target }: Event): Promise<void> {
    const input = target as HTMLInputElement;
    const file = input.files?.[0];
    const { place } = this;
    if (file === undefined || place === null) return;
    if (file.size > fileBytesMax) {
      this.read = 'too-large';
      return;
    }
    const isWanted = this.reading.begin();
    const body = { file: await file.text() };
    const { token } = place.session;
    const answer = await api<SettingsImport>('/api/settings/import', { body, token });
    // The same file may be chosen again, once it is mended.
    input.value = '';
    if (!isWanted()) return;
    this.read = answer.ok ? answer.data : 'away';
    if (!answer.ok || !answer.data.ok) return;
    const { settings, left } = answer.data;
    const { ticket } = place.draft;
    const next =
      left.includes('logo') && settings.ticket !== undefined && ticket?.logo !== undefined
        ? { ...settings, ticket: { ...settings.ticket, logo: ticket.logo } }
        : settings;
    this.differing = differencesOf(place.saved, next).length;
    place.replace(next);
  }

  /** Who has left the page is not given another draft behind their back. */
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.reading.forget();
  }

  private async fetch(what: 'export' | 'template'): Promise<void> {
    const { place } = this;
    if (place === null) return;
    const isThere = await download(`/api/settings/${what}`, place.session.token);
    if (!isThere) this.read = 'away';
  }

  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: grid;
        gap: var(--space-24);
      }
      section {
        display: grid;
        gap: var(--space-12);
        padding: var(--space-24);
        border-radius: var(--radius-card);
        background: var(--surface);
        box-shadow: inset 0 0 0 1px var(--line);
      }
      h2 {
        font-size: var(--text-21);
      }
      .help {
        max-width: 62em;
        color: var(--ink2);
        line-height: var(--leading-help);
        text-wrap: pretty;
      }
      .file:has(+ :focus-visible) {
        outline: calc(var(--u) * 3) solid var(--focus);
        outline-offset: calc(var(--u) * 3);
      }
      .told {
        font-weight: var(--weight-label);
      }
      .wrong {
        color: var(--bad);
        font-weight: var(--weight-label);
      }
      ul {
        display: grid;
        gap: var(--space-8);
        margin-block-start: var(--space-8);
      }
      li b {
        margin-inline-end: var(--space-8);
        font-variant-numeric: tabular-nums;
      }
      code {
        color: var(--ink2);
        font-size: var(--text-14);
        overflow-wrap: anywhere;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-hall-files': HallFiles;
  }
}
