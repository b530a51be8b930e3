import { LitElement, css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { HandoverLineRecord, RecordsOfDays } from '#protocol/quality.ts';
import type { SessionView } from '#protocol/views.ts';
import { base, buttons } from '#ui/base-styles.ts';
import { icon } from '#ui/icons.ts';
import { LanguageController, dayOf, textOf, timeOfDay } from '#ui/locale/index.ts';
import { fields } from '../field-styles.ts';
import { hrefTo } from '../manager/route.ts';
import { Fetched } from './fetched.ts';
import './handover-record.ts';
import { words } from './locale.ts';
import { partStyles } from './page-styles.ts';
import { pathOf, queryOf, type QualityPlace } from './quality-place.ts';
import { saidOf } from './said.ts';

type Place = Extract<QualityPlace, { kind: 'handovers' }>;

/**
 * Handover records of some days, newest first, found by counter or clerk; one opens as it was
 * signed.
 *
 * - `session`, `place`
 */
@customElement('ph-handover-records')
export class HandoverRecords extends LitElement {
  @property({ attribute: false }) session: SessionView | null = null;
  @property({ attribute: false }) place: Place | null = null;
  private readonly fetched = new Fetched<RecordsOfDays>(this, () => this.session?.token ?? '');
  readonly speaking = new LanguageController(this);

  override render(): TemplateResult | typeof nothing {
    const { place } = this;
    if (place === null) return nothing;
    const { data } = this.fetched;
    const open = data?.handovers.find(({ seq }) => seq === place.record);
    if (data !== null && open !== undefined) {
      return html`<a class="link" href=${hrefOf({ ...place, record: null })}
          >${words.t('to-list')}</a
        >
        <ph-handover-record .record=${open} .about=${data}></ph-handover-record>`;
    }
    return html`<header>
        <h1>${words.t('handovers-title')}</h1>
        <p class="help">${words.t('handovers-help')}</p>
      </header>
      ${this.tools(place)}
      ${saidOf(this.fetched, { title: words.t('handovers-none'), help: words.t('handovers-none-help') })}
      ${data === null ? nothing : this.list(data, place)}`;
  }

  private tools(place: Place): TemplateResult {
    const go = (next: Partial<Place>): void => {
      location.hash = hrefOf({ ...place, ...next }).slice(1);
    };
    const day = (name: 'from' | 'to'): TemplateResult =>
      html`<div class="field">
        <label for=${name}>${words.t(name)}</label>
        <input
          id=${name}
          class="input"
          type="date"
          .value=${place[name]}
          @change=${(event: Event) => {
            const { value } = event.currentTarget as HTMLInputElement;
            if (value !== '') go({ [name]: value });
          }}
        />
      </div>`;
    return html`<div class="tools">
      ${day('from')}${day('to')}
      <div class="field find">
        <label for="find">${words.t('find')}</label>
        <input
          id="find"
          class="input"
          type="search"
          placeholder=${words.t('find-example')}
          .value=${place.find}
          @change=${(event: Event) => {
            go({ find: (event.currentTarget as HTMLInputElement).value.trim() });
          }}
        />
      </div>
      <button
        type="button"
        class="button plain end"
        @click=${() => {
          print();
        }}
      >
        ${icon('printer')}${words.t('print')}
      </button>
    </div>`;
  }

  private list(data: RecordsOfDays, place: Place): TemplateResult {
    const wanted = place.find.toLowerCase();
    const shown = data.handovers.filter((each) => isAbout(each, data, wanted));
    if (shown.length === 0) {
      return html`<section class="said">
        <h2>${words.t('handovers-none')}</h2>
        <p>${words.t('handovers-none-help')}</p>
      </section>`;
    }
    return html`<p class="paper">${textOf(data.names.hall)} · ${data.from} – ${data.to}</p>
      <ul>
        ${shown.map((each) => this.row(each, data, place))}
      </ul>`;
  }

  private row(each: HandoverLineRecord, data: RecordsOfDays, place: Place): TemplateResult {
    const { counter, from, to, date, at, record } = each;
    const nameOf = (badge: string): string => data.names.clerks[badge] ?? badge;
    const said = [record.equipment, record.hardCases, record.staffChanges].filter(
      (part) => part.trim() !== '',
    );
    return html`<li>
      <a class="card" href=${hrefOf({ ...place, record: each.seq })}>
        <span class="quiet-words">${dayOf(date)} ${timeOfDay(at, data.timezone)}</span>
        <b>${words.t('handover-of', { counter, from: nameOf(from), to: nameOf(to) })}</b>
        <span class="said-line">${said.join(' · ')}</span>
        ${record.followUps.map(({ text }) => html`<span class="said-line">→ ${text}</span>`)}
      </a>
    </li>`;
  }

  protected override willUpdate(_: PropertyValues): void {
    const { place } = this;
    if (place !== null) this.fetched.want(`/api/records?from=${place.from}&to=${place.to}`);
  }

  static override styles = [
    base,
    buttons,
    fields,
    partStyles,
    css`
      .find {
        flex: 1 1 calc(var(--u) * 240);
        max-width: calc(var(--u) * 360);
      }
      .tools .find .input {
        width: 100%;
      }
      .paper {
        display: none;
      }
      ul {
        display: grid;
        gap: var(--space-12);
      }
      a.card {
        gap: var(--space-4);
        padding: var(--space-16) var(--space-24);
        text-decoration: none;
      }
      a.card:hover {
        box-shadow: inset 0 0 0 calc(var(--u) * 1.5) var(--edge);
      }
      b {
        font-size: var(--text-17);
        font-weight: var(--weight-name);
      }
      .said-line {
        overflow: hidden;
        color: var(--ink2);
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      @media print {
        .paper {
          display: block;
        }
        .said-line {
          white-space: normal;
        }
        a.card {
          padding: 4pt 0;
          border-block-end: 0.5pt solid #999;
          break-inside: avoid;
        }
      }
    `,
  ];
}

function hrefOf(place: Place): string {
  return hrefTo('quality', pathOf(place), queryOf(place));
}

/** A counter by its very number, a person by part of a name or badge. */
function isAbout(
  { counter, from, to }: HandoverLineRecord,
  { names }: RecordsOfDays,
  wanted: string,
): boolean {
  if (wanted === '' || counter.toLowerCase() === wanted) return true;
  return [from, to].some((badge) =>
    `${badge} ${names.clerks[badge] ?? ''}`.toLowerCase().includes(wanted),
  );
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-handover-records': HandoverRecords;
  }
}
