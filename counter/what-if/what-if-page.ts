import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { HallHead } from '#protocol/views.ts';
import type { DayOutline, LeastStaffingAnswer, WhatIfAnswer } from '#protocol/what-if.ts';
import { base, buttons } from '#ui/base-styles.ts';
import { api } from '#ui/hub/api.ts';
import { LanguageController, timeOfDay } from '#ui/locale/index.ts';
import { fields } from '../field-styles.ts';
import { sectionStyles } from '../manager/section-styles.ts';
import { hrefTo } from '../manager/route.ts';
import { handOver } from '../reports/download.ts';
import { comparisonCsv } from './comparison-csv.ts';
import './comparison.ts';
import { words } from './locale.ts';
import { percent } from './percent.ts';
import { Questions } from './questions.ts';
import { changedOffers, offersOf, type Offers } from './service-grid.ts';
import './staffing-grid.ts';
import { counterHoursOf, gridOf, staysOf, type StaffingGrid } from './staffing-model.ts';
import { whatIfStyles } from './what-if-styles.ts';

const disciplines = ['as-was', 'fifo', 'strict', 'promise'] as const;
type DisciplineChoice = (typeof disciplines)[number];

/** Of the customers, in the search for the least staffing. */
const keptShare = 0.95;

/**
 * The same customers with other staffing or another discipline, and the least staffing for them.
 *
 * - `token`, `hall`, `nowMs`; `day`: the business day, null: today
 */
@customElement('ph-what-if')
export class WhatIfPage extends LitElement {
  @property() token = '';
  @property({ attribute: false }) hall: HallHead | null = null;
  @property({ attribute: false }) nowMs = 0;
  @property() day: string | null = null;

  @state() private outline: DayOutline | 'none' | 'away' | null = null;
  @state() private grid: StaffingGrid | null = null;
  @state() private offers: Offers = {};
  @state() private discipline: DisciplineChoice = 'as-was';
  private asked = '';

  private readonly questions = new Questions(this, () => this.token);
  readonly language = new LanguageController(this);

  override render(): TemplateResult {
    return html`<main>
      <header>
        <h1>${words.t('title')}</h1>
        <p class="help">${words.t('help')}</p>
      </header>
      <div class="field day">
        <label for="day">${words.t('day')}</label>
        <input
          id="day"
          class="input"
          type="date"
          required
          .value=${this.date()}
          max=${this.today()}
          @change=${this.dayChosen}
        />
      </div>
      ${this.content()}
    </main>`;
  }

  private content(): TemplateResult {
    const { outline, grid } = this;
    if (outline === null) return html`<p role="status">${words.t('day-loading')}</p>`;
    if (outline === 'none') return html`<p role="status">${words.t('day-none')}</p>`;
    if (outline === 'away' || grid === null) {
      return html`<p role="alert">${words.t('not-reached')}</p>`;
    }
    const { timezone } = outline;
    return html`<p class="facts">
        ${words.t('day-facts', {
          customers: outline.customers,
          from: timeOfDay(outline.opensAt, timezone),
          to: timeOfDay(outline.closesAt, timezone),
          hours: counterHoursOf(gridFrom(outline)),
        })}
      </p>
      <section aria-labelledby="staffing">
        <div class="title">
          <h2 id="staffing">${words.t('staffing')}</h2>
          <span class="hours">${words.t('open-hours', { hours: counterHoursOf(grid) })}</span>
          <button class="button plain" type="button" @click=${this.reset}>
            ${words.t('reset')}
          </button>
        </div>
        <p class="help">${words.t('staffing-help')}</p>
        <ph-staffing-grid
          .grid=${grid}
          .timezone=${timezone}
          @grid-changed=${({ detail }: CustomEvent<StaffingGrid>) => {
            this.grid = detail;
          }}
        ></ph-staffing-grid>
        <details>
          <summary><span class="name">${words.t('services')}</span></summary>
          <p class="help">${words.t('services-help')}</p>
          <ph-service-grid
            .outline=${outline}
            .offers=${this.offers}
            @offers-changed=${({ detail }: CustomEvent<Offers>) => {
              this.offers = detail;
            }}
          ></ph-service-grid>
        </details>
      </section>
      <section class="ask">
        <div class="field">
          <label for="discipline">${words.t('discipline')}</label>
          <select id="discipline" class="input" @change=${this.disciplineChosen}>
            ${disciplines.map(
              (each) =>
                html`<option value=${each} ?selected=${each === this.discipline}>
                  ${words.t(`discipline-${each}`)}
                </option>`,
            )}
          </select>
        </div>
        <button
          class="button lamp"
          type="button"
          ?disabled=${this.questions.isRunning}
          @click=${this.ask}
        >
          ${words.t('ask')}
        </button>
        <button
          class="button plain"
          type="button"
          aria-describedby="least-help"
          ?disabled=${this.questions.isRunning}
          @click=${this.askLeast}
        >
          ${words.t('ask-least')}
        </button>
        <p id="least-help" class="help">${words.t('least-help', { share: percent(keptShare) })}</p>
      </section>
      ${this.progress()} ${this.result(timezone)}`;
  }

  private progress(): TemplateResult | typeof nothing {
    const { job, failed, problem, isRunning } = this.questions;
    if (failed) {
      return html`<p role="alert">
        ${problem?.detail ?? problem?.title ?? words.t('not-reached')}
      </p>`;
    }
    if (job?.state === 'failed') return html`<p role="alert">${words.t('failed')}</p>`;
    if (job === null || !isRunning) return nothing;
    const text = words.t(this.asked === 'least' ? 'searching' : 'running');
    return html`<div class="progress" role="status">
      <label for="progress">${text}</label>
      <progress id="progress" max=${job.total} value=${job.done}></progress>
      <button class="button plain" type="button" @click=${() => void this.questions.cancel()}>
        ${words.t('cancel')}
      </button>
    </div>`;
  }

  private result(timezone: string): TemplateResult | typeof nothing {
    const answer = this.questions.job?.answer ?? null;
    if (answer === null) return nothing;
    return html`<section class="result" aria-labelledby="result">
      <h2 id="result" tabindex="-1">${words.t('result-title')}</h2>
      <p class="help">${words.t('result-help')}</p>
      ${answer.kind === 'least-staffing' ? this.least(answer) : nothing}
      <ph-comparison
        .asItWas=${answer.asItWas}
        .asAsked=${answer.asAsked}
        .timezone=${timezone}
      ></ph-comparison>
      <p class="files">
        <button
          class="button plain"
          type="button"
          @click=${() => {
            this.save(answer, comparisonCsv(answer, timezone), 'csv');
          }}
        >
          ${words.t('save-csv')}
        </button>
        <button
          class="button plain"
          type="button"
          @click=${() => {
            this.save(answer, JSON.stringify(answer, null, 2), 'json');
          }}
        >
          ${words.t('save-json')}
        </button>
      </p>
    </section>`;
  }

  private least(answer: LeastStaffingAnswer): TemplateResult {
    const hours = Math.round(answer.asAsked.counterHours * 10) / 10;
    const told = answer.isReached
      ? words.t('least-found', {
          hours,
          before: Math.round(answer.asItWas.counterHours * 10) / 10,
          days: answer.dayCount,
          kept: percent(answer.keptShare),
        })
      : words.t('least-not-reached', { hours, reachable: percent(answer.reachableShare) });
    return html`<p>${told} ${answer.isLeast ? nothing : words.t('least-not-proven')}</p>
      <p>
        <button class="button plain" type="button" @click=${() => this.use(answer)}>
          ${words.t('use-staffing')}
        </button>
      </p>`;
  }

  private save({ kind }: WhatIfAnswer, text: string, ending: 'csv' | 'json'): void {
    const type = ending === 'csv' ? 'text/csv;charset=utf-8' : 'application/json';
    handOver(new Blob([text], { type }), `paihao-${this.date()}-${kind}.${ending}`);
  }

  private use(answer: WhatIfAnswer): void {
    const { outline } = this;
    if (outline === null || typeof outline === 'string') return;
    this.grid = gridFrom(outline, answer.asAsked.staffing);
    this.renderRoot.querySelector('ph-staffing-grid')?.scrollIntoView({ block: 'center' });
  }

  private readonly reset = (): void => {
    const { outline } = this;
    if (outline === null || typeof outline === 'string') return;
    this.grid = gridFrom(outline);
    this.offers = offersOf(outline);
  };

  private readonly ask = (): void => {
    const { grid, discipline, outline } = this;
    if (grid === null || outline === null || typeof outline === 'string') return;
    const counterServices = changedOffers(offersOf(outline), this.offers);
    this.asked = 'change';
    void this.questions.ask('/api/what-if', {
      date: this.date(),
      staffing: staysOf(grid),
      ...(Object.keys(counterServices).length === 0 ? {} : { counterServices }),
      ...(discipline === 'as-was' ? {} : { discipline: { kind: discipline } }),
    });
  };

  private readonly askLeast = (): void => {
    this.asked = 'least';
    void this.questions.ask('/api/what-if/least-staffing', { date: this.date(), keptShare });
  };

  private readonly disciplineChosen = ({ target }: Event): void => {
    const { value } = target as HTMLSelectElement;
    this.discipline = disciplines.find((each) => each === value) ?? 'as-was';
  };

  private readonly dayChosen = ({ target }: Event): void => {
    const { value } = target as HTMLInputElement;
    if (value !== '') location.hash = hrefTo('what-if', [value]);
  };

  private date(): string {
    return this.day ?? this.today();
  }

  /** The calendar's day in the hall; a night hall's business day may be the one before. */
  private today(): string {
    const { hall, nowMs } = this;
    if (hall === null || nowMs === 0) return '';
    return new Intl.DateTimeFormat('en-CA', { timeZone: hall.timezone }).format(nowMs);
  }

  private async read(date: string): Promise<void> {
    this.outline = null;
    this.questions.forget();
    const answer = await api<DayOutline>(`/api/what-if/days/${date}`, { token: this.token });
    if (date !== this.shown) return;
    if (answer.ok) {
      this.outline = answer.data;
      this.grid = gridFrom(answer.data);
      this.offers = offersOf(answer.data);
    } else {
      this.outline = answer.problem === null ? 'away' : 'none';
    }
  }

  private shown = '';

  protected override willUpdate(_: PropertyValues<this>): void {
    const date = this.date();
    if (date === '' || date === this.shown) return;
    this.shown = date;
    void this.read(date);
  }

  static override styles = [base, buttons, fields, sectionStyles, whatIfStyles];
}

function gridFrom(outline: DayOutline, staffing = outline.staffing): StaffingGrid {
  const counters = outline.counters.map(({ counter }) => counter);
  return gridOf(counters, staffing, outline.opensAt, outline.closesAt);
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-what-if': WhatIfPage;
  }
}
