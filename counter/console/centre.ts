import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { ConsoleView, NextView } from '#protocol/views.ts';
import { base, numbers } from '#ui/base-styles.ts';
import { emit } from '#ui/elements/emit.ts';
import '#ui/elements/ph-promise-bar.ts';
import '#ui/elements/ph-ways.ts';
import { icon } from '#ui/icons.ts';
import { LanguageController, minutesSeconds, textOf, timeOfDay } from '#ui/locale/index.ts';
import { centreStyles } from './centre-styles.ts';
import { guestIcons } from './guest.ts';
import { ageSeconds, mostPressing } from './list-fold.ts';
import { spanInWords, words } from './locale.ts';
import './say-line.ts';

type Desk = NonNullable<ConsoleView['ticket']>;

/**
 * The middle of the console: who is due or here, and what one needs to know of them. Idle: the
 * next one and why. Called and serving: promise, papers. Paused or away: what the window says.
 *
 * - `view`, `nowMs`, `live`
 * - `brought`: indexes of the papers that are ticked
 * - event `papers`, detail `{ brought: Set<number> }`
 */
@customElement('ph-centre')
export class Centre extends LitElement {
  @property({ attribute: false }) view: ConsoleView | null = null;
  @property({ attribute: false }) nowMs = 0;
  @property({ attribute: false }) brought: ReadonlySet<number> = new Set();
  @property({ type: Boolean }) live = false;

  readonly language = new LanguageController(this);

  override render(): TemplateResult | typeof nothing {
    const { view } = this;
    if (view === null) return nothing;
    const age = ageSeconds(view, this.nowMs, this.live);
    return html`<div class="centre">
      ${this.content(view, age)}
      <div class="foot">
        ${this.reminders(view)}
        <ph-say-line .sentence=${textOf(view.say)}></ph-say-line>
      </div>
    </div>`;
  }

  private content(view: ConsoleView, age: number): TemplateResult {
    switch (view.state) {
      case 'closed':
      case 'idle': {
        const [first] = view.next;
        return first === undefined ? this.free(view) : this.upNext(view, first, age);
      }
      case 'calling':
      case 'serving':
        return view.ticket === null ? this.free(view) : this.atDesk(view, view.ticket, age);
      case 'paused':
      case 'absent':
        return this.away(view, age);
      case 'handover':
        return this.handover(view, age);
    }
  }

  private upNext(view: ConsoleView, first: NextView, age: number): TemplateResult {
    const longer = mostPressing(view.next, first);
    const waited = spanInWords(first.waitedSeconds + age);
    return html`<p class="label">${words.t('centre-next')}</p>
      ${this.who(first.number, textOf(first.serviceName), first.guest, textOf(first.className))}
      <div class="part">
        <h2>${words.t('why-title')}</h2>
        <p class="sentence">${words.t('why-sentence', { why: textOf(first.why), waited })}</p>
        ${
          longer === undefined
            ? nothing
            : html`<p class="sentence">${words.t('why-after', { number: longer.number })}</p>`
        }
      </div>
      ${this.day(view)}`;
  }

  private free(view: ConsoleView): TemplateResult {
    return html`<p class="state">${words.t('centre-free')}</p>
      ${this.day(view)}`;
  }

  private atDesk(view: ConsoleView, ticket: Desk, age: number): TemplateResult {
    const calling = view.state === 'calling';
    const span = minutesSeconds(view.sinceSeconds + age);
    return html`<p class="label">
        ${words.t(calling ? 'centre-called' : 'centre-serving')}
        ${
          calling
            ? html`<span class="figure"
                >${words.t('centre-called-times', { count: ticket.calls, span })}</span
              >`
            : nothing
        }
      </p>
      ${this.who(ticket.number, textOf(ticket.serviceName), ticket.guest, needWords(ticket))}
      <ph-promise-bar
        .waitedSeconds=${(ticket.waitedSeconds ?? 0) + (calling ? age : 0)}
        .serviceSeconds=${calling ? -1 : ticket.serviceSeconds + age}
        .nearSeconds=${120}
        .promiseSeconds=${ticket.promiseSeconds}
      ></ph-promise-bar>
      ${
        ticket.owner !== null && ticket.owner !== view.clerk?.badge
          ? html`<p class="note">${words.t('came-from', { badge: ticket.owner })}</p>`
          : nothing
      }
      ${this.papers(ticket)}`;
  }

  private who(number: string, service: string, guest: NextView['guest'], named: string) {
    return html`<p class="num number ${this.live ? '' : 'hollow'}">${number}</p>
      <p class="service">
        <b>${service}</b>
        <span class="chip">${icon(guestIcons[guest])}${named}</span>
      </p>`;
  }

  private papers(ticket: Desk): TemplateResult | typeof nothing {
    if (ticket.papers.length === 0) return nothing;
    return html`<fieldset class="part papers">
      <legend>${words.t('papers-title')}</legend>
      ${ticket.papers.map(
        (paper, index) =>
          html`<label class="paper">
            <input
              type="checkbox"
              .checked=${this.brought.has(index)}
              @change=${(event: Event) => {
                this.tick(index, (event.currentTarget as HTMLInputElement).checked);
              }}
            />
            <span class="box" aria-hidden="true">${icon('check', 'mark')}</span>
            <span>${textOf(paper)}</span>
          </label>`,
      )}
      <p class="note">${words.t('papers-help')}</p>
    </fieldset>`;
  }

  private tick(index: number, here: boolean): void {
    const brought = new Set(this.brought);
    if (here) brought.add(index);
    else brought.delete(index);
    emit(this, 'papers', { brought });
  }

  private away(view: ConsoleView, age: number): TemplateResult {
    const sign = view.signs;
    const until = sign?.until ?? null;
    return html`<p class="label">
        ${words.t('centre-since', { span: minutesSeconds(view.sinceSeconds + age) })}
      </p>
      <p class="state">${words.t(view.state === 'absent' ? 'centre-absent' : 'centre-paused')}</p>
      ${
        until === null
          ? nothing
          : html`<p class="sentence">
              ${words.t('centre-until', { time: timeOfDay(until, view.hall.timezone) })}
            </p>`
      }
      ${
        sign === null
          ? nothing
          : html`<div class="part">
              <h2>${words.t('sign-says')}</h2>
              <p class="sentence">${textOf(sign.text)}</p>
              <ph-ways class="ways" unlit .ways=${sign.redirectTo}></ph-ways>
            </div>`
      }`;
  }

  private handover(view: ConsoleView, age: number): TemplateResult {
    const { handover, signs } = view;
    if (handover === null) return this.free(view);
    return html`<p class="label">
        ${words.t('centre-since', { span: minutesSeconds(handover.sinceSeconds + age) })}
      </p>
      <p class="state">
        ${words.t('centre-handover', { from: handover.from.name, to: handover.to.name })}
      </p>
      ${
        signs === null
          ? nothing
          : html`<div class="part">
              <h2>${words.t('sign-says')}</h2>
              <p class="sentence">${textOf(signs.text)}</p>
            </div>`
      }`;
  }

  private day({ shift }: ConsoleView): TemplateResult {
    const figure = (value: string | number, word: string): TemplateResult =>
      html`<div><b class="figure">${value}</b> <span>${word}</span></div>`;
    const mean = shift.meanServiceSeconds;
    return html`<div class="part">
      <h2>${words.t('shift-title')}</h2>
      <div class="day">
        ${figure(shift.served, words.t('shift-served'))}
        ${mean === null ? nothing : figure(minutesSeconds(mean), words.t('shift-mean'))}
        ${shift.parked.length === 0 ? nothing : figure(shift.parked.length, words.t('shift-parked'))}
        ${shift.missed === 0 ? nothing : figure(shift.missed, words.t('shift-missed'))}
      </div>
    </div>`;
  }

  private reminders({ reminders }: ConsoleView): TemplateResult {
    const shown = reminders.slice(0, remindersShown);
    const more = reminders.length - shown.length;
    return html`<ul class="reminders" aria-label=${words.t('reminders')} aria-live="polite">
      ${shown.map(({ text }) => html`<li>${icon('bell')}<span>${textOf(text)}</span></li>`)}
      ${more > 0 ? html`<li class="more">${words.t('reminders-more', { count: more })}</li>` : nothing}
    </ul>`;
  }

  static override styles = [base, numbers, centreStyles];
}

/** The most pressing; the rest is counted. */
const remindersShown = 3;

/** The class and, where it was told, the need: so that the clerk can stand up and help. */
function needWords({ className, need }: Desk): string {
  const named = textOf(className);
  return need === null ? named : `${named} · ${need}`;
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-centre': Centre;
  }
  interface HTMLElementEventMap {
    papers: CustomEvent<{ readonly brought: ReadonlySet<number> }>;
  }
}
