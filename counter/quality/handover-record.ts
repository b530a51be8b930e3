import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { HandoverLineRecord, RecordsOfDays } from '#protocol/quality.ts';
import { base, buttons } from '#ui/base-styles.ts';
import { icon } from '#ui/icons.ts';
import { LanguageController, dayOf, textOf, timeOfDay } from '#ui/locale/index.ts';
import { words } from './locale.ts';
import { partStyles } from './page-styles.ts';
import { moment } from './sheet-words.ts';

/**
 * One handover as both clerks signed it (rule handover-record), with what the shift itself tells.
 *
 * - `record`; `about`: names and time zone
 */
@customElement('ph-handover-record')
export class HandoverRecordElement extends LitElement {
  @property({ attribute: false }) record: HandoverLineRecord | null = null;
  @property({ attribute: false }) about: RecordsOfDays | null = null;
  readonly speaking = new LanguageController(this);

  override render(): TemplateResult | typeof nothing {
    const { record: line, about } = this;
    if (line === null || about === null) return nothing;
    const { record, shift, counter } = line;
    const { timezone, names } = about;
    const nameOf = (badge: string): string => `${names.clerks[badge] ?? ''} ${badge}`.trim();
    const from = nameOf(line.from);
    const to = nameOf(line.to);
    const { served, missed, transferred, parked } = shift;
    return html`<header>
        <h1>${words.t('handover-of', { counter, from, to })}</h1>
        <p class="quiet-words">
          ${textOf(names.hall)} · ${dayOf(line.date)} · ${words.t('event-of', { seq: line.seq })}
        </p>
      </header>
      <section class="card">
        <dl>
          ${this.said(words.t('equipment'), record.equipment)}
          ${this.said(words.t('hard-cases'), record.hardCases)}
          ${this.said(words.t('staff-changes'), record.staffChanges)}
          ${
            record.followUps.length === 0
              ? nothing
              : html`<div>
                  <dt>${words.t('to-answer')}</dt>
                  ${record.followUps.map(({ text }) => html`<dd>${text}</dd>`)}
                </div>`
          }
          ${record.note === null ? nothing : this.said(words.t('note'), record.note)}
          ${this.said(
            words.t('shift'),
            words.t('shift-of', {
              from: timeOfDay(shift.from, timezone),
              served,
              missed,
              transferred,
              parked,
            }),
          )}
        </dl>
      </section>
      <section class="card" aria-labelledby="signatures">
        <h2 id="signatures">${words.t('signatures')}</h2>
        <p>
          ${icon('check', 'mark')}
          ${words.t('signed-out', { name: from, time: moment(line.askedAt, timezone) })}
        </p>
        <p>
          ${icon('check', 'mark')}
          ${words.t('signed-in', { name: to, time: moment(line.at, timezone) })}
          <span class="quiet-words"
            >${words.t('here-at', { time: timeOfDay(line.relievedAt, timezone) })}</span
          >
        </p>
        <p class="quiet-words">
          ${words.t('range-of', { from: about.range.fromSeq, to: about.range.toSeq })}
          <code>${about.range.headHash}</code>
        </p>
      </section>
      <div class="tools">
        <button
          type="button"
          class="button plain"
          @click=${() => {
            print();
          }}
        >
          ${icon('printer')}${words.t('print')}
        </button>
      </div>`;
  }

  private said(name: string, said: string): TemplateResult {
    return html`<div>
      <dt>${name}</dt>
      <dd>${said.trim() === '' ? words.t('nothing-said') : said}</dd>
    </div>`;
  }

  static override styles = [
    base,
    buttons,
    partStyles,
    css`
      dl {
        display: grid;
        gap: var(--space-16);
      }
      dt {
        color: var(--ink2);
        font-size: var(--text-15);
        font-weight: var(--weight-label);
      }
      dd {
        font-size: var(--text-17);
        line-height: var(--leading-help);
        overflow-wrap: anywhere;
        white-space: pre-line;
      }
      .card p {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-8);
        font-variant-numeric: tabular-nums;
      }
      .card svg {
        width: 1em;
        height: 1em;
      }
      code {
        overflow-wrap: anywhere;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-handover-record': HandoverRecordElement;
  }
}
