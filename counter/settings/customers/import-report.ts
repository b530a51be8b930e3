import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import {
  keepModes,
  type CustomerCountsView,
  type CustomerImportView,
  type KeepMode,
} from '#protocol/customer-imports.ts';
import { base, buttons } from '#ui/base-styles.ts';
import { emit } from '#ui/elements/emit.ts';
import { LanguageController, textOf } from '#ui/locale/index.ts';
import { fields } from '../../field-styles.ts';
import { settingsStyles } from '../settings-styles.ts';
import { partStyles } from '../part-styles.ts';
import { words } from './locale.ts';
import { outcomeOf } from './outcome.ts';

/**
 * A file on its way into the list: how far it is, what it holds, and the two ways to take it in.
 *
 * - `report`: as the hub tells it; `counts`: the present list; `className`: names a class
 *
 * @fires keep detail is the mode
 * @fires discard
 * @fires faults the whole table of rows left out is wanted
 */
@customElement('ph-import-report')
export class ImportReport extends LitElement {
  @property({ attribute: false }) report: CustomerImportView | null = null;
  @property({ attribute: false }) counts: CustomerCountsView | null = null;
  @property({ attribute: false }) nameOf: (id: string) => string = (id) => id;
  @state() private mode: KeepMode = 'replace';
  readonly language = new LanguageController(this);

  override render(): TemplateResult | typeof nothing {
    const { report } = this;
    if (report === null || report.state === 'kept') return nothing;
    const { state: now } = report;
    if (now === 'receiving' || now === 'reading' || now === 'keeping') return this.progress(report);
    return html`<section class="card" aria-labelledby="report">
      <h2 id="report">${words.t(now === 'failed' ? 'failed' : 'report-title')}</h2>
      ${now === 'failed' ? nothing : this.figures(report)}
      ${report.bad === 0 ? nothing : this.faults(report)}
      ${now === 'failed' || report.good === 0 ? nothing : this.taking(report)}
      <div class="acts">
        ${
          now === 'failed' || report.good === 0
            ? nothing
            : html`<button class="button lamp" type="button" @click=${this.keep}>
                ${words.t('keep', { count: report.good })}
              </button>`
        }
        <button class="button plain" type="button" @click=${this.discard}>
          ${words.t('discard')}
        </button>
      </div>
      <p class="help">${words.t('expires', { time: clock(report.expiresAt) })}</p>
    </section>`;
  }

  private progress({ state: now, progress, good, bad }: CustomerImportView): TemplateResult {
    const said =
      now === 'keeping' ? words.t('keeping') : words.t('reading', { rows: figure(good + bad) });
    return html`<section class="card">
      <label for="progress">${said}</label>
      <progress id="progress" max="1" value=${progress}></progress>
    </section>`;
  }

  private figures(report: CustomerImportView): TemplateResult {
    const { good, bad, known, cutNotes, encoding } = report;
    const each = (label: string, count: number, kind = '') =>
      html`<div class=${kind}>
        <dt>${label}</dt>
        <dd>${words.t('rows', { count: figure(count) })}</dd>
      </div>`;
    return html`<dl class="figures">
        ${each(words.t('good'), good)} ${each(words.t('bad'), bad, bad > 0 ? 'left-out' : '')}
        ${each(words.t('known'), known)}
      </dl>
      <p class="help">
        ${encoding === null ? nothing : words.t(`encoding-${encoding}`)}
        ${cutNotes === 0 ? nothing : words.t('cut-notes', { count: figure(cutNotes) })}
      </p>
      ${report.sample.length === 0 ? nothing : this.sample(report)}`;
  }

  private sample({ sample }: CustomerImportView): TemplateResult {
    return html`<div class="scroll" tabindex="0" role="group" aria-labelledby="sample">
      <table>
        <caption id="sample">
          ${words.t('sample')}
        </caption>
        <thead>
          <tr>
            <th scope="col" class="figure">${words.t('line')}</th>
            <th scope="col">${words.t('number')}</th>
            <th scope="col">${words.t('class')}</th>
            <th scope="col">${words.t('note')}</th>
          </tr>
        </thead>
        <tbody>
          ${sample.map(
            ({ line, masked, class: ofClass, note }) =>
              html`<tr>
                <td class="figure">${line}</td>
                <td class="figure start">${masked}</td>
                <td>${this.nameOf(ofClass)}</td>
                <td class="long">${note}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  private faults({ reasons, faults, bad }: CustomerImportView): TemplateResult {
    return html`<h3>${words.t('why')}</h3>
      <div class="scroll" tabindex="0" role="group" aria-label=${words.t('why')}>
        <table>
          <thead>
            <tr>
              <th scope="col" class="figure">${words.t('count')}</th>
              <th scope="col">${words.t('field')}</th>
              <th scope="col">${words.t('reason')}</th>
            </tr>
          </thead>
          <tbody>
            ${reasons.map(
              ({ count, field, message }) =>
                html`<tr>
                  <td class="figure">${figure(count)}</td>
                  <td>${words.t(`field-${field}`)}</td>
                  <td class="long">${textOf(message)}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
      <details>
        <summary>${words.t('why-first', { count: figure(Math.min(bad, faults.length)) })}</summary>
        <div class="scroll tall" tabindex="0" role="group" aria-label=${words.t('why')}>
          <table>
            <thead>
              <tr>
                <th scope="col" class="figure">${words.t('line')}</th>
                <th scope="col">${words.t('field')}</th>
                <th scope="col">${words.t('reason')}</th>
              </tr>
            </thead>
            <tbody>
              ${faults.map(
                ({ line, field, message }) =>
                  html`<tr>
                    <td class="figure">${line}</td>
                    <td>${words.t(`field-${field}`)}</td>
                    <td class="long">${textOf(message)}</td>
                  </tr>`,
              )}
            </tbody>
          </table>
        </div>
      </details>
      <div class="acts">
        <button class="button plain" type="button" @click=${this.wantFaults}>
          ${words.t('why-all')}
        </button>
      </div>`;
  }

  private taking(report: CustomerImportView): TemplateResult | typeof nothing {
    const { counts } = this;
    if (counts === null) return nothing;
    return html`<fieldset class="modes">
        <legend>${words.t('mode')}</legend>
        ${keepModes.map((mode) => {
          const { after, fresh, gone, known } = outcomeOf(report, counts, mode);
          const figures = {
            after: figure(after),
            fresh: figure(fresh),
            gone: figure(gone),
            known: figure(known),
          };
          return html`<label>
            <input
              type="radio"
              name="mode"
              .checked=${this.mode === mode}
              @change=${() => {
                this.mode = mode;
              }}
            />
            <span>${words.t(mode)}<small>${words.t(`${mode}-help`, figures)}</small></span>
          </label>`;
        })}
      </fieldset>
      ${report.hasStumbled ? html`<p class="wrong" role="alert">${words.t('stumbled')}</p>` : nothing}`;
  }

  private readonly keep = (): void => {
    emit(this, 'keep', this.mode);
  };
  private readonly discard = (): void => {
    emit(this, 'discard');
  };
  private readonly wantFaults = (): void => {
    emit(this, 'faults');
  };

  static override styles = [
    base,
    buttons,
    fields,
    settingsStyles,
    partStyles,
    css`
      .figures {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-12) var(--space-48);
      }
      .figures dt {
        color: var(--ink2);
        font-size: var(--text-15);
      }
      .figures dd {
        margin: 0;
        font-size: var(--text-28);
        font-weight: var(--weight-name);
        font-variant-numeric: tabular-nums;
      }
      .figures .left-out dd {
        color: var(--bad);
      }
      .modes {
        display: grid;
        gap: var(--space-8);
        margin: 0;
        padding: 0;
        border: 0;
      }
      .modes legend {
        padding: 0;
        margin-block-end: var(--space-8);
        font-weight: var(--weight-name);
      }
      .modes label {
        display: flex;
        align-items: flex-start;
        gap: var(--space-12);
        min-height: var(--target);
        padding: var(--space-8) 0;
        font-weight: var(--weight-label);
      }
      .modes input {
        flex: none;
        width: calc(var(--u) * 22);
        height: calc(var(--u) * 22);
        margin: 0;
        accent-color: var(--plate);
      }
      .modes small {
        display: block;
        color: var(--ink2);
        font-size: var(--text-15);
        font-weight: var(--weight-text);
        line-height: var(--leading-help);
      }
      progress {
        width: 100%;
        height: calc(var(--u) * 12);
        accent-color: var(--plate);
      }
    `,
  ];
}

/** With thousands apart: the file may have a hundred of them. */
export function figure(count: number): string {
  return count.toLocaleString('en-US');
}

/** The reader's own clock: a file waits by real time, not by the hall's. */
function clock(instant: string): string {
  return new Date(instant).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-import-report': ImportReport;
  }
}
