import { LitElement, css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { MeetingRecord, OpenRecords, RecordsOfDays } from '#protocol/quality.ts';
import type { SessionView } from '#protocol/views.ts';
import { base, buttons } from '#ui/base-styles.ts';
import { icon } from '#ui/icons.ts';
import { LanguageController, dayOf, timeOfDay } from '#ui/locale/index.ts';
import { fields } from '../field-styles.ts';
import { Fetched, tell } from './fetched.ts';
import { words } from './locale.ts';
import './meeting-form.ts';
import { partStyles } from './page-styles.ts';
import { movedBy } from './quality-place.ts';
import { saidOf } from './said.ts';

const pastDays = 14;

type Shown = Omit<MeetingRecord, 'seq' | 'date' | 'recordedBy'>;

/**
 * The meeting before the shift (rule pre-shift-meeting): today's record with its signatures, a
 * form for it, and those of the last two weeks.
 *
 * - `session`, `today`, `timezone`
 */
@customElement('ph-meetings')
export class Meetings extends LitElement {
  @property({ attribute: false }) session: SessionView | null = null;
  @property() today = '';
  @property() timezone = 'UTC';
  @state() private complaint = '';
  private readonly open = new Fetched<OpenRecords>(this, () => this.session?.token ?? '');
  private readonly past = new Fetched<RecordsOfDays>(this, () => this.session?.token ?? '');
  readonly speaking = new LanguageController(this);

  override render(): TemplateResult {
    const { data } = this.open;
    return html`<header>
        <h1>${words.t('meeting-title')}</h1>
        <p class="help">${words.t('meeting-help')}</p>
        ${data?.meetingDue === true ? html`<p><b>${words.t('meeting-due')}</b></p>` : nothing}
      </header>
      ${saidOf(this.open, { title: words.t('meeting-none'), help: '' })}
      ${
        data === null
          ? nothing
          : html`<div class="columns">
              <section aria-labelledby="today" class="today">
                <h2 id="today">${words.t('meeting-today')}</h2>
                ${
                  data.meetings.length === 0
                    ? html`<p class="quiet-words">${words.t('meeting-none')}</p>`
                    : data.meetings.map((each) => this.card(each, data, true))
                }
                <p class="complaint" role="alert">${this.complaint}</p>
              </section>
              <ph-meeting-form
                .session=${this.session}
                .records=${data}
                @written=${() => {
                  void this.open.load();
                }}
              ></ph-meeting-form>
            </div>`
      }
      ${this.earlier()}`;
  }

  private card(each: Shown, data: Pick<OpenRecords, 'staff'>, isToday: boolean): TemplateResult {
    const nameOf = (badge: string): string =>
      data.staff.find((person) => person.badge === badge)?.name ?? badge;
    const signed = new Map(each.signed.map(({ badge, at }) => [badge, at]));
    const own = this.session?.badge ?? '';
    const count = each.attended.length;
    return html`<article class="card">
      <p class="quiet-words">
        ${words.t('meeting-line', { time: timeOfDay(each.at, this.timezone), name: nameOf(each.heldBy) })}
        ·
        ${
          signed.size === count
            ? words.t('signed-all', { count })
            : words.t('signed-some', { signed: signed.size, count })
        }
      </p>
      <ol>
        ${each.points.map((point) => html`<li>${point}</li>`)}
      </ol>
      <ul class="people">
        ${each.attended.map((badge) => this.person(nameOf(badge), signed.get(badge)))}
      </ul>
      ${
        isToday && each.attended.includes(own) && !signed.has(own)
          ? html`<div>
              <button
                type="button"
                class="button lamp"
                @click=${() => {
                  void this.sign(each.meeting);
                }}
              >
                ${words.t('sign')}
              </button>
            </div>`
          : nothing
      }
    </article>`;
  }

  private person(name: string, signedAt: string | undefined): TemplateResult {
    if (signedAt === undefined) return html`<li>${icon('person')}<span>${name}</span></li>`;
    return html`<li>
      ${icon('check', 'mark')}<span>${name}</span>
      <span class="quiet-words"
        ><span class="visually-hidden">${words.t('has-signed')}</span>
        ${timeOfDay(signedAt, this.timezone)}</span
      >
    </li>`;
  }

  private async sign(meeting: string): Promise<void> {
    const path = `/api/meetings/${encodeURIComponent(meeting)}/sign`;
    const problem = await tell(path, {}, this.session?.token ?? '');
    this.complaint =
      problem === null
        ? ''
        : problem === 'away'
          ? words.t('failed')
          : (problem.detail ?? problem.title);
    await this.open.load();
  }

  private earlier(): TemplateResult | typeof nothing {
    const { data } = this.past;
    const past = (data?.meetings ?? []).filter(({ date }) => date < this.today);
    if (data === null || past.length === 0) return nothing;
    const staff = Object.entries(data.names.clerks).map(([badge, name]) => ({
      badge,
      name,
      role: 'clerk' as const,
      present: false,
      shift: null,
    }));
    return html`<section class="today" aria-labelledby="before">
      <h2 id="before">${words.t('meetings-before')}</h2>
      ${past.map(
        (each) =>
          html`<h3>${dayOf(each.date)}</h3>
            ${this.card(each, { staff }, false)}`,
      )}
    </section>`;
  }

  protected override willUpdate(_: PropertyValues): void {
    if (this.today === '') return;
    this.open.want('/api/records/open');
    this.past.want(`/api/records?from=${movedBy(this.today, -pastDays)}&to=${this.today}`);
  }

  static override styles = [
    base,
    buttons,
    fields,
    partStyles,
    css`
      .columns {
        display: grid;
        grid-template-columns: repeat(2, minmax(0, 1fr));
        align-items: start;
        gap: var(--space-24);
      }
      .today {
        display: grid;
        gap: var(--space-12);
      }
      ol {
        display: grid;
        gap: var(--space-8);
        padding-inline-start: 1.4em;
        list-style: decimal;
        line-height: var(--leading-help);
        overflow-wrap: anywhere;
      }
      .people {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-8) var(--space-16);
      }
      .people li {
        display: inline-flex;
        overflow-wrap: anywhere;
        align-items: center;
        gap: 0.4em;
      }
      .people svg {
        flex: none;
        width: 1em;
        height: 1em;
        color: var(--ink2);
      }
      h3 {
        font-size: var(--text-17);
      }
      @media (max-width: 900px) {
        .columns {
          grid-template-columns: minmax(0, 1fr);
        }
      }
      @media print {
        ph-meeting-form {
          display: none;
        }
        .columns {
          display: block;
        }
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-meetings': Meetings;
  }
}
