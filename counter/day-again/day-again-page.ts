import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { PastDayOutline, PastMoment } from '#protocol/history.ts';
import { base, buttons } from '#ui/base-styles.ts';
import { LanguageController, dayOf, timeWithSeconds } from '#ui/locale/index.ts';
import { fields } from '../field-styles.ts';
import { hrefTo } from '../manager/route.ts';
import '../supervisor/alerts.ts';
import '../supervisor/counter-cards.ts';
import '../supervisor/runway.ts';
import { dayAgainStyles } from './day-again-styles.ts';
import './go-to.ts';
import { words } from './locale.ts';
import { PastDay } from './past.ts';
import './past-lists.ts';
import '../manager/fed-screen.ts';
import './story-card.ts';
import './time-slider.ts';

const frameMs = 250;
const speeds = [10, 60, 300] as const;
const firstSpeed = 60;
/** The address follows a handle that has come to rest: browsers bound how often it may change. */
const restMs = 400;

/**
 * A past day on the hall's own screens, with a slider through its time.
 *
 * - `token`; `day`: null for the newest; `time`: `10:42` or `10:42:07` of that day, or null
 * - `ticket`: the number whose story is told, or null
 */
@customElement('ph-day-again')
export class DayAgainPage extends LitElement {
  @property() token = '';
  @property({ attribute: false }) day: string | null = null;
  @property({ attribute: false }) time: string | null = null;
  @property({ attribute: false }) ticket: string | null = null;

  @state() private atMs = 0;
  @state() private playing = false;
  @state() private speed: number = firstSpeed;
  private opened = '';
  @state() private number = '';
  private timer: ReturnType<typeof setInterval> | null = null;
  private resting: ReturnType<typeof setTimeout> | null = null;

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
      ${
        this.past.isUnknown
          ? html`<p role="status">${words.t('day-none', { day: this.date() ?? '' })}</p>`
          : this.looked(outline, moment)
      }`;
  }

  private looked(outline: PastDayOutline | null, moment: PastMoment | null): TemplateResult {
    return html`<div class="slider">
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
      <section>
        <ph-go-to
          .outline=${outline}
          .moment=${moment}
          .address=${this.address()}
          @moment=${({ detail }: CustomEvent<number>) => {
            this.goTo(detail);
          }}
        ></ph-go-to>
      </section>
      ${outline === null || moment === null ? nothing : this.shown(outline, moment)}`;
  }

  private shown(outline: PastDayOutline, moment: PastMoment): TemplateResult {
    return html`<div class="both">
      <div class="screens">
        <section aria-labelledby="screen">
          <h2 id="screen">${words.t('screen')}</h2>
          <ph-fed-screen .lobby=${moment.lobby} .label=${words.t('screen-title')}></ph-fed-screen>
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
        <section aria-label=${words.t('needs-title')}>
          <ph-alerts inert not-live .alerts=${moment.supervisor.alerts}></ph-alerts>
        </section>
      </div>
      <div class="lists">
        <ph-past-lists
          .moment=${moment}
          .timezone=${outline.timezone}
          @ticket=${({ detail }: CustomEvent<string>) => {
            this.tell(detail);
          }}
        ></ph-past-lists>
        <section aria-labelledby="story">
          <h2 id="story">${words.t('story-title')}</h2>
          <ph-story-card
            .token=${this.token}
            .day=${outline.date}
            .timezone=${outline.timezone}
            .number=${this.number}
            @ticket=${({ detail }: CustomEvent<string>) => {
              this.tell(detail);
            }}
            @moment=${({ detail }: CustomEvent<number>) => {
              this.goTo(detail);
            }}
          ></ph-story-card>
        </section>
      </div>
    </div>`;
  }

  private goTo(atMs: number): void {
    const { outline } = this.past;
    if (outline === null) return;
    this.atMs = Math.min(Math.max(atMs, Date.parse(outline.from)), Date.parse(outline.to));
    this.past.look(this.atMs);
    this.keepAddress();
    if (this.atMs === Date.parse(outline.to)) this.play(false);
  }

  private tell(number: string): void {
    this.number = number;
    this.keepAddress();
  }

  /** This second of this day, for whoever is to see it. */
  private address(): string {
    const { outline } = this.past;
    if (outline === null) return location.href;
    const at = timeWithSeconds(this.atMs, outline.timezone);
    const ticket = this.number === '' ? {} : { ticket: this.number };
    const hash = hrefTo('day-again', [outline.date], { at, ...ticket });
    return new URL(hash, location.href).href;
  }

  private keepAddress(): void {
    if (this.resting !== null) clearTimeout(this.resting);
    this.resting = setTimeout(() => {
      history.replaceState(history.state, '', this.address());
    }, restMs);
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
    if (!(await this.past.open(date))) return;
    const { outline } = this.past;
    if (outline === null) return;
    this.goTo(this.askedMs(outline) ?? Date.parse(outline.from));
  }

  /**
   * The time of day in the address, as an instant of that day: the end of the second or minute that
   * it names, so that what happened in it has happened.
   */
  private askedMs({ from, timezone }: PastDayOutline): number | null {
    const secondsOf = (time: string): number => {
      const [hours = NaN, minutes = NaN, seconds = 0] = time.split(':').map(Number);
      return (hours * 60 + minutes) * 60 + seconds;
    };
    const after = secondsOf(this.time ?? '') - secondsOf(timeWithSeconds(from, timezone));
    if (Number.isNaN(after)) return null;
    return Math.floor(Date.parse(from) / 1000) * 1000 + after * 1000 + 999;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('ticket') && this.ticket !== null) this.number = this.ticket.toUpperCase();
    const date = this.date();
    if (date === null) return;
    if (date !== this.opened) {
      this.opened = date;
      void this.openDay(date);
    } else if (changed.has('time') && this.past.outline !== null) {
      this.goTo(this.askedMs(this.past.outline) ?? this.atMs);
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    if (this.resting !== null) clearTimeout(this.resting);
    this.play(false);
  }

  static override styles = [base, buttons, fields, dayAgainStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-day-again': DayAgainPage;
  }
}
