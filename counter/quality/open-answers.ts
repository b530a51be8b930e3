import { LitElement, css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { FollowUpView, OpenRecords, RecordsOfDays } from '#protocol/quality.ts';
import type { SessionView } from '#protocol/views.ts';
import { base, buttons } from '#ui/base-styles.ts';
import { LanguageController, dayOf } from '#ui/locale/index.ts';
import { fields } from '../field-styles.ts';
import { hrefTo } from '../manager/route.ts';
import './answer-dialog.ts';
import type { AnswerTask } from './answer-dialog.ts';
import { Fetched } from './fetched.ts';
import { words } from './locale.ts';
import { partStyles } from './page-styles.ts';
import { movedBy } from './quality-place.ts';
import { moment } from './sheet-words.ts';
import { saidOf } from './said.ts';

const answeredDays = 7;
const answeredMax = 20;

/**
 * Who must still be answered (rule first-asked): whose it is, since when, until when; with what was
 * answered lately below. Nothing leaves the list without an answer.
 *
 * - `session`, `today`, `timezone`
 */
@customElement('ph-open-answers')
export class OpenAnswers extends LitElement {
  @property({ attribute: false }) session: SessionView | null = null;
  @property() today = '';
  @property() timezone = 'UTC';
  @state() private whose: 'all' | 'mine' = 'all';
  @state() private task: AnswerTask | null = null;
  private readonly open = new Fetched<OpenRecords>(this, () => this.session?.token ?? '');
  private readonly past = new Fetched<RecordsOfDays>(this, () => this.session?.token ?? '');
  readonly speaking = new LanguageController(this);

  override render(): TemplateResult {
    const { data } = this.open;
    return html`<header>
        <h1>${words.t('open-title')}</h1>
        <p class="help">${words.t('open-help')}</p>
      </header>
      <div class="tools">
        <div class="choices" role="group" aria-label=${words.t('owner')}>
          ${(['all', 'mine'] as const).map(
            (each) =>
              html`<button
                type="button"
                class="choice"
                aria-pressed=${this.whose === each ? 'true' : 'false'}
                @click=${this.show(each)}
              >
                ${words.t(each)}
              </button>`,
          )}
        </div>
        <button type="button" class="button lamp end" @click=${this.add}>
          ${words.t('open-add')}
        </button>
      </div>
      ${saidOf(this.open, { title: words.t('open-none'), help: words.t('open-none-help') })}
      ${data === null ? nothing : this.list(data)} ${this.answered()} ${this.dialog(data)}`;
  }

  private show(whose: 'all' | 'mine'): () => void {
    return () => {
      this.whose = whose;
    };
  }

  private readonly add = (): void => {
    this.task = { kind: 'open' };
  };

  private list(data: OpenRecords): TemplateResult {
    const mine = this.session?.badge ?? '';
    const shown = data.followUps.filter(({ owner }) => this.whose === 'all' || owner === mine);
    if (shown.length === 0) {
      return html`<section class="said">
        <h2>${words.t('open-none')}</h2>
        <p>${words.t('open-none-help')}</p>
      </section>`;
    }
    return html`<ul>
      ${shown.map((each) => this.row(each, data))}
    </ul>`;
  }

  private row(each: FollowUpView, data: OpenRecords): TemplateResult {
    const nameOf = (badge: string): string =>
      data.staff.find((person) => person.badge === badge)?.name ?? badge;
    const { session } = this;
    const mayAct = session?.role === 'supervisor' || session?.badge === each.owner;
    const facts = [
      words.t('since', { day: dayOf(each.day) }),
      ...(each.by === each.owner ? [] : [words.t('first-by', { name: nameOf(each.by) })]),
      ...(each.passes === 0 ? [] : [words.t('passed', { count: each.passes })]),
    ];
    return html`<li class="card">
      <div class="head">
        <b>${nameOf(each.owner)}</b>
        <span class="due ${each.overdue ? 'late' : ''}">${this.due(each)}</span>
      </div>
      <p class="text">${each.text}</p>
      <p class="quiet-words">
        ${
          each.number === null
            ? nothing
            : session?.role === 'supervisor'
              ? html`<a href=${hrefTo('day-again', [each.day], { ticket: each.number })}
                    >${each.number}</a
                  >
                  · `
              : `${each.number} · `
        }${facts.join(' · ')}
      </p>
      ${
        mayAct
          ? html`<p class="acts">${this.key('answer', each)} ${this.key('pass', each)}</p>`
          : nothing
      }
    </li>`;
  }

  private due({ overdue, dueDay }: FollowUpView): string {
    if (overdue) return words.t('overdue');
    return dueDay === this.today ? words.t('due-today') : words.t('due-on', { day: dayOf(dueDay) });
  }

  private key(kind: 'answer' | 'pass', followUp: FollowUpView): TemplateResult {
    return html`<button
      type="button"
      class="button plain"
      @click=${() => {
        this.task = { kind, followUp };
      }}
    >
      ${words.t(kind)}<span class="visually-hidden"> ${followUp.text}</span>
    </button>`;
  }

  private answered(): TemplateResult | typeof nothing {
    const { data } = this.past;
    if (data === null || data.answered.length === 0) return nothing;
    return html`<section class="card" aria-labelledby="answered">
      <h2 id="answered">${words.t('answered')}</h2>
      ${data.answered.slice(0, answeredMax).map(
        ({ text, number, by, at, how }) =>
          html`<div class="was">
            <p>${number === null ? nothing : html`<b>${number}</b> · `}${text}</p>
            <p class="quiet-words">
              ${words.t('answered-by', {
                name: by === null ? '' : (data.names.clerks[by] ?? by),
                time: moment(at, data.timezone),
                how,
              })}
            </p>
          </div>`,
      )}
    </section>`;
  }

  private dialog(data: OpenRecords | null): TemplateResult | typeof nothing {
    const { task } = this;
    if (task === null || data === null) return nothing;
    return html`<ph-answer-dialog
      .session=${this.session}
      .task=${task}
      .records=${data}
      @close=${() => {
        this.task = null;
      }}
      @written=${() => {
        // Written though its dialog was left: another one may be open by now.
        if (this.task === task) this.task = null;
        void this.open.load();
        void this.past.load();
      }}
    ></ph-answer-dialog>`;
  }

  protected override willUpdate(_: PropertyValues): void {
    if (this.today === '') return;
    this.open.want('/api/records/open');
    this.past.want(`/api/records?from=${movedBy(this.today, -answeredDays)}&to=${this.today}`);
  }

  static override styles = [
    base,
    buttons,
    fields,
    partStyles,
    css`
      ul {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(100%, calc(var(--u) * 400)), 1fr));
        gap: var(--space-16);
      }
      .card {
        align-content: start;
      }
      .head {
        display: flex;
        align-items: baseline;
        justify-content: space-between;
        gap: var(--space-12);
      }
      .due {
        color: var(--ink2);
        font-size: var(--text-15);
        white-space: nowrap;
      }
      .due.late {
        padding: 0.15em 0.6em;
        border-radius: var(--radius-small);
        box-shadow: inset 0 0 0 calc(var(--u) * 1.5) var(--bad);
        color: var(--ink);
        font-weight: var(--weight-name);
      }
      .text {
        font-size: var(--text-17);
        line-height: var(--leading-help);
        overflow-wrap: anywhere;
        text-wrap: pretty;
      }
      .acts {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-8);
      }
      .was {
        display: grid;
        gap: var(--space-4);
        overflow-wrap: anywhere;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-open-answers': OpenAnswers;
  }
}
