import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { PastDayOutline, PastMoment } from '#protocol/history.ts';
import { base, buttons } from '#ui/base-styles.ts';
import { LanguageController, dayOf, minutesSeconds, textOf, timeOfDay } from '#ui/locale/index.ts';
import { fields } from '../field-styles.ts';
import { hrefTo } from '../manager/route.ts';
import '../supervisor/counter-cards.ts';
import '../supervisor/runway.ts';
import { dayAgainStyles } from './day-again-styles.ts';
import { words } from './locale.ts';
import { PastDay } from './past.ts';
import './past-screen.ts';
import './story-card.ts';
import './time-slider.ts';

const frameMs = 250;
const speeds = [10, 60, 300] as const;
const firstSpeed = 60;
const waitingShown = 12;

/**
 * A past day on the hall's own screens, with a slider through its time.
 *
 * - `token`; `day`: null for the newest; `time`: `10:42` of that day, or null
 */
@customElement('ph-day-again')
export class DayAgainPage extends LitElement {
  @property() token = '';
  @property({ attribute: false }) day: string | null = null;
  @property({ attribute: false }) time: string | null = null;

  @state() private atMs = 0;
  @state() private playing = false;
  @state() private speed: number = firstSpeed;
  private opened = '';
  private timer: ReturnType<typeof setInterval> | null = null;

  private readonly past = new PastDay(this, () => this.token);
  readonly language = new LanguageController(this);

  override render(): TemplateResult {
    return html`<main>
      <header>
        <h1>${words.t('title')}</h1>
        <p class="help">${words.t('help')}</p>
      </header>
      ${this.content()}
    </main>`;
  }

  private content(): TemplateResult {
    const { days, outline, moment, away } = this.past;
    if (away) return html`<p role="alert">${words.t('not-reached')}</p>`;
    if (days === null) return html`<p role="status">${words.t('days-loading')}</p>`;
    if (days.length === 0) return html`<p role="status">${words.t('days-none')}</p>`;
    return html`<div class="choice-row">
        <div class="field">
          <label for="day">${words.t('day')}</label>
          <select id="day" class="input" @change=${this.dayChosen}>
            ${days.map(
              (each) =>
                html`<option value=${each} ?selected=${each === this.date()}>
                  ${each} ${dayOf(each)}
                </option>`,
            )}
          </select>
        </div>
        <div class="field">
          <label for="speed">${words.t('speed')}</label>
          <select id="speed" class="input" @change=${this.speedChosen}>
            ${speeds.map(
              (times) =>
                html`<option value=${times} ?selected=${times === this.speed}>
                  ${words.t('speed-times', { times })}
                </option>`,
            )}
          </select>
        </div>
      </div>
      <div class="slider">
        <ph-time-slider
          .outline=${outline}
          .atMs=${this.atMs}
          .count=${moment?.supervisor.figures.waiting ?? null}
          ?playing=${this.playing}
          @moment=${({ detail }: CustomEvent<number>) => {
            this.goTo(detail);
          }}
          @play=${({ detail }: CustomEvent<boolean>) => {
            this.play(detail);
          }}
        ></ph-time-slider>
      </div>
      ${outline === null || moment === null ? nothing : this.shown(outline, moment)}`;
  }

  private shown(outline: PastDayOutline, moment: PastMoment): TemplateResult {
    return html`<div class="both">
      <div class="screens">
        <section aria-labelledby="screen">
          <h2 id="screen">${words.t('screen')}</h2>
          <ph-past-screen .lobby=${moment.lobby}></ph-past-screen>
        </section>
        <section aria-labelledby="board">
          <h2 id="board">${words.t('board')}</h2>
          <ph-runway .queues=${moment.supervisor.queues} .elapsedSeconds=${0}></ph-runway>
          <ph-counter-cards
            inert
            .counters=${moment.supervisor.counters}
            .timezone=${outline.timezone}
            .elapsedSeconds=${0}
          ></ph-counter-cards>
        </section>
      </div>
      <div class="lists">
        <section aria-labelledby="calls">
          <h2 id="calls">${words.t('calls-title')}</h2>
          ${this.calls(outline, moment)}
        </section>
        <section aria-labelledby="waiting">
          <h2 id="waiting">${words.t('waiting-title')}</h2>
          ${this.waiting(moment)}
        </section>
        <section aria-labelledby="story">
          <h2 id="story">${words.t('story-title')}</h2>
          <ph-story-card
            .token=${this.token}
            .day=${outline.date}
            .timezone=${outline.timezone}
            @moment=${({ detail }: CustomEvent<number>) => {
              this.goTo(detail);
            }}
          ></ph-story-card>
        </section>
      </div>
    </div>`;
  }

  private calls({ timezone }: PastDayOutline, { calls }: PastMoment): TemplateResult {
    if (calls.length === 0) return html`<p class="none">${words.t('calls-none')}</p>`;
    return html`<table>
      <thead>
        <tr>
          <th scope="col">${words.t('number')}</th>
          <th scope="col">${words.t('counter')}</th>
          <th scope="col">${words.t('at')}</th>
          <th scope="col">${words.t('why')}</th>
        </tr>
      </thead>
      <tbody>
        ${calls.map(
          ({ number, counter, at, why }) =>
            html`<tr>
              <th scope="row">${number}</th>
              <td>${counter}</td>
              <td>${timeOfDay(at, timezone)}</td>
              <td>${textOf(why)}</td>
            </tr>`,
        )}
      </tbody>
    </table>`;
  }

  private waiting({ waiting, supervisor }: PastMoment): TemplateResult {
    if (waiting.length === 0) return html`<p class="none">${words.t('waiting-none')}</p>`;
    const service = new Map(supervisor.queues.map((queue) => [queue.service, queue.name]));
    const classes = new Map(supervisor.classes.map(({ id, name }) => [id, name]));
    const nameOf = (names: ReadonlyMap<string, { zh: string; en: string }>, id: string): string => {
      const name = names.get(id);
      return name === undefined ? id : textOf(name);
    };
    return html`<table>
        <thead>
          <tr>
            <th scope="col">${words.t('number')}</th>
            <th scope="col">${words.t('service')}</th>
            <th scope="col">${words.t('class')}</th>
            <th scope="col">${words.t('waited')}</th>
          </tr>
        </thead>
        <tbody>
          ${waiting.slice(0, waitingShown).map(
            (ticket) =>
              html`<tr>
                <th scope="row">${ticket.number}</th>
                <td>${nameOf(service, ticket.service)}</td>
                <td>${nameOf(classes, ticket.class)}</td>
                <td>${minutesSeconds(ticket.waitedSeconds)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
      ${
        waiting.length > waitingShown
          ? html`<p class="none">${words.t('waiting-more', { count: waitingShown })}</p>`
          : nothing
      }`;
  }

  private goTo(atMs: number): void {
    const { outline } = this.past;
    if (outline === null) return;
    this.atMs = Math.min(Math.max(atMs, Date.parse(outline.from)), Date.parse(outline.to));
    this.past.look(this.atMs);
    if (this.atMs === Date.parse(outline.to)) this.play(false);
  }

  private play(isOn: boolean): void {
    this.playing = isOn;
    if (this.timer !== null) clearInterval(this.timer);
    this.timer = isOn
      ? setInterval(() => {
          this.goTo(this.atMs + frameMs * this.speed);
        }, frameMs)
      : null;
  }

  private readonly dayChosen = ({ target }: Event): void => {
    location.hash = hrefTo('day-again', [(target as HTMLSelectElement).value]);
  };

  private readonly speedChosen = ({ target }: Event): void => {
    this.speed = Number((target as HTMLSelectElement).value);
  };

  private date(): string | null {
    return this.day ?? this.past.days?.[0] ?? null;
  }

  private async openDay(date: string): Promise<void> {
    this.play(false);
    if (!(await this.past.open(date)) || this.opened !== date) return;
    const { outline } = this.past;
    if (outline === null) return;
    this.goTo(this.askedMs(outline) ?? Date.parse(outline.from));
  }

  /** The time of day in the address, as an instant of that day. */
  private askedMs({ from, timezone }: PastDayOutline): number | null {
    const [hours = NaN, minutes = NaN] = (this.time ?? '').split(':').map(Number);
    const [fromHours = NaN, fromMinutes = NaN] = timeOfDay(from, timezone).split(':').map(Number);
    const afterMinutes = hours * 60 + minutes - (fromHours * 60 + fromMinutes);
    return Number.isNaN(afterMinutes) ? null : Date.parse(from) + afterMinutes * 60_000;
  }

  protected override willUpdate(_: PropertyValues<this>): void {
    const date = this.date();
    if (date === null || date === this.opened) return;
    this.opened = date;
    void this.openDay(date);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.play(false);
  }

  static override styles = [base, buttons, fields, dayAgainStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-day-again': DayAgainPage;
  }
}
