import { LitElement, css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { SettingsChange } from '#server/settings/answers.ts';
import { isSame } from '#server/settings/differences.ts';
import type { HallSettings } from '#server/settings/draft.ts';
import type { Merged } from '#server/settings/merge.ts';
import { base, buttons } from '#ui/base-styles.ts';
import { api } from '#ui/hub/api.ts';
import { latestAsked } from '#ui/hub/latest-asked.ts';
import { LanguageController } from '#ui/locale/index.ts';
import { changeWords, placeWords } from '../difference-words.ts';
import { names } from '../names-locale.ts';
import type { SettingsPlace } from '../parts.ts';
import { dateAndTime } from '../when.ts';
import { words } from './locale.ts';

const shownMax = 8;

/**
 * The changes of the settings, newest first; each can be made undone, as a draft.
 *
 * - `place`: of the settings' page
 */
@customElement('ph-settings-history')
export class SettingsHistoryList extends LitElement {
  @property({ attribute: false }) place: SettingsPlace | null = null;
  @state() private changes: readonly SettingsChange[] | 'away' | null = null;
  @state() private told: { readonly revision: number; readonly text: string } | null = null;
  private read = -1;
  private readonly loading = latestAsked();
  private readonly taking = latestAsked();
  readonly language = new LanguageController(this);

  override render(): TemplateResult {
    const { changes } = this;
    return html`<p class="lead">${words.t('lead')}</p>
      ${
        changes === null
          ? html`<p role="status">${words.t('loading')}</p>`
          : changes === 'away'
            ? html`<p role="alert">${words.t('away')}</p>
                <button class="button plain" type="button" @click=${() => void this.load()}>
                  ${words.t('again')}
                </button>`
            : html`<ol>
                ${changes
                  .filter(({ isCarried }) => !isCarried)
                  .map((change) => this.change(change))}
              </ol>`
      }`;
  }

  private change(change: SettingsChange): TemplateResult {
    const { by, at, why, kind, differences, override, revision, makes, seq } = change;
    const timezone = this.place?.hall?.timezone ?? 'UTC';
    const isFirst = revision === 1;
    return html`<li>
      <p class="who">
        <b>${by?.name ?? words.t('file')}</b>
        <time datetime=${at}>${dateAndTime(at, timezone)}</time>
        <span class="kind">${words.t(`kind-${kind}`)}</span>
        <span class="no">${words.t('revision', { revision })}</span>
      </p>
      ${why === '' ? nothing : html`<p class="why">${why}</p>`}
      ${override === null ? nothing : html`<p class="pass">${words.t('override-told', { reason: override })}</p>`}
      ${
        differences.length === 0
          ? html`<p class="none">${isFirst ? nothing : words.t('nothing')}</p>`
          : html`<ul>
              ${differences.slice(0, shownMax).map(
                (difference) =>
                  html`<li>
                    <span
                      >${placeWords(difference.place, this.place?.draft, difference.before)}</span
                    >
                    <span>${changeWords(difference, this.place?.draft)}</span>
                  </li>`,
              )}
              ${
                differences.length > shownMax
                  ? html`<li>${names.t('more', { count: differences.length - shownMax })}</li>`
                  : nothing
              }
            </ul>`
      }
      ${
        makes
          ? html`<p class="acts">
              ${
                differences.length === 0
                  ? nothing
                  : html`<button
                      class="button plain"
                      type="button"
                      @click=${() => void this.take(revision, seq, 'undo')}
                    >
                      ${words.t('undo')}
                    </button>`
              }
              <button
                class="button plain"
                type="button"
                @click=${() => void this.take(revision, seq, 'restore')}
              >
                ${words.t('restore')}
              </button>
            </p>`
          : nothing
      }
      ${this.told?.revision === seq ? html`<p class="told" role="status">${this.told.text}</p>` : nothing}
    </li>`;
  }

  private async take(revision: number, seq: number, how: 'undo' | 'restore'): Promise<void> {
    const { place } = this;
    if (place === null) return;
    const isWanted = this.taking.begin();
    const answer = await api<{
      readonly settings: HallSettings;
      readonly undone: Merged<HallSettings>;
    }>(`/api/settings/history/${String(revision)}`, { token: place.session.token });
    if (!isWanted()) return;
    if (!answer.ok) {
      this.told = { revision: seq, text: words.t('away') };
      return;
    }
    const { settings, undone } = answer.data;
    const next = how === 'undo' ? undone.settings : settings;
    const kept = how === 'undo' ? undone.conflicts.length : 0;
    const text = [
      words.t(isSame(next, place.saved) ? 'undo-nothing' : 'undo-ready'),
      ...(kept === 0 ? [] : [words.t('undo-kept', { count: kept })]),
    ];
    place.replace(next);
    this.told = { revision: seq, text: text.join(' ') };
  }

  private async load(): Promise<void> {
    const token = this.place?.session.token ?? '';
    const isWanted = this.loading.begin();
    const answer = await api<{ readonly changes: readonly SettingsChange[] }>(
      '/api/settings/history',
      { token },
    );
    if (!isWanted()) return;
    this.changes = answer.ok ? answer.data.changes : 'away';
  }

  /** Who has left the list is not given another draft behind their back. */
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.taking.forget();
  }

  protected override willUpdate(_: PropertyValues<this>): void {
    const revision = this.place?.view.revision ?? -1;
    if (revision === this.read) return;
    this.read = revision;
    void this.load();
  }

  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: grid;
        gap: var(--space-16);
      }
      .lead,
      .none {
        color: var(--ink2);
        line-height: var(--leading-help);
        text-wrap: pretty;
      }
      ol {
        display: grid;
        gap: var(--space-16);
      }
      ol > li {
        display: grid;
        gap: var(--space-8);
        padding: var(--space-16) var(--space-24);
        border-radius: var(--radius-card);
        background: var(--surface);
        box-shadow: inset 0 0 0 1px var(--line);
      }
      .who {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-4) var(--space-16);
        align-items: baseline;
        font-variant-numeric: tabular-nums;
      }
      .kind {
        padding: 0.1em 0.6em;
        border-radius: var(--radius-small);
        background: var(--sunk);
        font-size: var(--text-14);
      }
      .no {
        margin-inline-start: auto;
        color: var(--ink2);
        font-size: var(--text-14);
      }
      .why {
        font-weight: var(--weight-label);
        overflow-wrap: anywhere;
      }
      .pass {
        color: var(--warn);
      }
      ul {
        display: grid;
        gap: var(--space-4);
        font-size: var(--text-15);
      }
      ul li {
        display: grid;
        grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
        gap: var(--space-4) var(--space-16);
        overflow-wrap: anywhere;
      }
      ul li span:first-child {
        color: var(--ink2);
      }
      .acts {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-8);
      }
      .told {
        font-weight: var(--weight-label);
      }
      @media (max-width: 759px) {
        ol > li {
          padding: var(--space-16);
        }
        ul li {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-settings-history': SettingsHistoryList;
  }
}
