import { LitElement, css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { OrderPreview, PreviewedTicket, SideBySide } from '#server/settings/answers.ts';
import type { HallSettings } from '#server/settings/draft.ts';
import { base, numbers } from '#ui/base-styles.ts';
import { api } from '#ui/hub/api.ts';
import { latestAsked } from '#ui/hub/latest-asked.ts';
import { LanguageController, textOf } from '#ui/locale/index.ts';
import { fields } from '../../field-styles.ts';
import { words } from './locale.ts';

const typedMs = 350;

/**
 * The next ten at a counter by the hall's own code: as it is, and as the draft would have it.
 *
 * - `token`; `draft`; `isChanged`: the draft differs; `isWrong`: it has mistakes
 */
@customElement('ph-order-preview')
export class OrderPreviewElement extends LitElement {
  @property() token = '';
  @property({ attribute: false }) draft: HallSettings | null = null;
  @property({ attribute: false }) isChanged = false;
  @property({ attribute: false }) isWrong = false;

  @state() private preview: OrderPreview | null = null;
  @state() private failed = false;
  @state() private counter = '';
  @state() private queue: keyof OrderPreview | null = null;
  private waiting: ReturnType<typeof setTimeout> | null = null;
  private readonly asking = latestAsked();
  readonly language = new LanguageController(this);

  override render(): TemplateResult {
    const { preview, draft } = this;
    const queue = this.queue ?? (preview?.present.now.length === 0 ? 'example' : 'present');
    return html`<section aria-labelledby="title">
      <div class="head">
        <h2 id="title">${words.t('preview-title')}</h2>
        <div class="field">
          <label for="counter">${words.t('preview-counter')}</label>
          <select id="counter" class="input" @change=${this.chooseCounter}>
            ${draft?.counters.map(
              ({ id }) =>
                html`<option value=${id} ?selected=${id === this.shownCounter}>
                  ${words.t('counter', { id })}
                </option>`,
            )}
          </select>
        </div>
        <div class="choices" role="group" aria-label=${words.t('queue-which')}>
          ${(['present', 'example'] as const).map(
            (each) =>
              html`<button
                class="choice"
                type="button"
                aria-pressed=${each === queue ? 'true' : 'false'}
                data-queue=${each}
                @click=${this.chooseQueue}
              >
                ${words.t(`queue-${each}`)}
              </button>`,
          )}
        </div>
      </div>
      ${preview === null ? this.none() : this.sides(preview[queue])}
      ${this.isWrong && preview !== null ? html`<p class="help">${words.t('preview-mend')}</p>` : nothing}
    </section>`;
  }

  private readonly chooseCounter = ({ target }: Event): void => {
    this.counter = (target as HTMLSelectElement).value;
  };

  private readonly chooseQueue = ({ currentTarget }: Event): void => {
    const { queue } = (currentTarget as HTMLElement).dataset;
    this.queue = queue === 'example' ? 'example' : 'present';
  };

  private none(): TemplateResult {
    if (this.isWrong) return html`<p class="help">${words.t('preview-mend')}</p>`;
    return html`<p class="help" role="status">
      ${this.failed ? words.t('preview-away') : nothing}
    </p>`;
  }

  private sides({ now, draft }: SideBySide): TemplateResult {
    if (now.length === 0 && draft.length === 0) {
      return html`<p class="help">${words.t('nobody')}</p>`;
    }
    const isSame =
      now.length === draft.length && now.every(({ number }, at) => draft[at]?.number === number);
    return html`<div class="sides">
        ${this.side(words.t('side-now'), now, null)}
        ${this.isChanged ? this.side(words.t('side-draft'), draft, now) : nothing}
      </div>
      ${this.isChanged && isSame ? html`<p class="help">${words.t('same')}</p>` : nothing}`;
  }

  private side(
    caption: string,
    tickets: readonly PreviewedTicket[],
    before: readonly PreviewedTicket[] | null,
  ): TemplateResult {
    return html`<table>
      <caption>
        ${caption}
      </caption>
      <thead>
        <tr>
          <th scope="col"><span class="visually-hidden">${words.t('queue')}</span></th>
          <th scope="col">${words.t('col-number')}</th>
          <th scope="col">${words.t('col-class')}</th>
          <th scope="col" class="figure">${words.t('col-waited')}</th>
          <th scope="col">${words.t('col-why')}</th>
        </tr>
      </thead>
      <tbody>
        ${tickets.map((ticket, at) => this.row(ticket, at, before))}
      </tbody>
    </table>`;
  }

  private row(
    { number, service, class: className, waitedSeconds, why }: PreviewedTicket,
    at: number,
    before: readonly PreviewedTicket[] | null,
  ): TemplateResult {
    const was = before?.findIndex((each) => each.number === number) ?? at;
    const moved =
      was === at
        ? nothing
        : html`<em class="moved"
            >${was < 0 ? words.t('moved-new') : words.t('moved', { place: was + 1 })}</em
          >`;
    return html`<tr class=${was === at ? '' : 'other'}>
      <td class="figure place">${at + 1}</td>
      <th scope="row" class="figure">${number}</th>
      <td>${textOf(className)} · ${textOf(service)}</td>
      <td class="figure">${words.t('waited', { minutes: Math.round(waitedSeconds / 60) })}</td>
      <td>${textOf(why)} ${moved}</td>
    </tr>`;
  }

  private get shownCounter(): string {
    const counters = this.draft?.counters ?? [];
    return counters.some(({ id }) => id === this.counter) ? this.counter : (counters[0]?.id ?? '');
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const isAsked = changed.has('draft') || (changed as Map<string, unknown>).has('counter');
    if (!isAsked) return;
    if (this.waiting !== null) clearTimeout(this.waiting);
    this.waiting = setTimeout(() => void this.ask(), this.preview === null ? 0 : typedMs);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    if (this.waiting !== null) clearTimeout(this.waiting);
  }

  private async ask(): Promise<void> {
    const isWanted = this.asking.begin();
    const answer = await api<OrderPreview>('/api/settings/preview-order', {
      body: { settings: this.draft, counter: this.shownCounter },
      token: this.token,
    });
    if (!isWanted()) return;
    this.failed = !answer.ok;
    // A draft with mistakes has no order: the last one stays, and is said to be.
    if (answer.ok) this.preview = answer.data;
  }

  static override styles = [
    base,
    numbers,
    fields,
    css`
      section {
        display: grid;
        gap: var(--space-16);
        padding: var(--space-24);
        border-radius: var(--radius-card);
        background: var(--surface);
        box-shadow: inset 0 0 0 1px var(--line);
      }
      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: end;
        gap: var(--space-12) var(--space-24);
      }
      h2 {
        margin-inline-end: auto;
        font-size: var(--text-21);
      }
      .help {
        color: var(--ink2);
      }
      .sides {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, calc(var(--u) * 400)), 1fr));
        gap: var(--space-24);
        align-items: start;
      }
      table {
        width: 100%;
        border-collapse: collapse;
        font-size: var(--text-15);
      }
      caption {
        padding-block-end: var(--space-8);
        font-weight: var(--weight-name);
        text-align: start;
      }
      th,
      td {
        padding: var(--space-8) var(--space-8);
        border-block-end: 1px solid var(--line);
        text-align: start;
        vertical-align: top;
      }
      thead th {
        color: var(--ink2);
        font-size: var(--text-13);
        font-weight: var(--weight-label);
      }
      .figure {
        font-variant-numeric: tabular-nums;
        white-space: nowrap;
      }
      .place {
        color: var(--ink2);
      }
      .other {
        background: var(--lit-soft);
        color: var(--lit-soft-ink);
      }
      .other .place {
        color: inherit;
      }
      .moved {
        display: block;
        font-size: var(--text-13);
        font-style: normal;
        font-weight: var(--weight-name);
      }
      @media (max-width: 759px) {
        section {
          padding: var(--space-16);
        }
        th,
        td {
          padding-inline: var(--space-4);
        }
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-order-preview': OrderPreviewElement;
  }
}
