import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Text } from '#core/vocabulary.ts';
import type { EstimateAudit, EstimateAuditRow } from '#protocol/estimate-audit.ts';
import type { LobbyView } from '#protocol/views.ts';
import { base, buttons } from '#ui/base-styles.ts';
import { api } from '#ui/hub/api.ts';
import { icon } from '#ui/icons.ts';
import { LanguageController, dayOf, textOf } from '#ui/locale/index.ts';
import { fields } from '../field-styles.ts';
import { sectionStyles } from '../manager/section-styles.ts';
import './coverage-chart.ts';
import { estimatesStyles } from './estimates-styles.ts';
import { words } from './locale.ts';
import { biasOf, isEnough, linesOf, shareOf, spanOf, tableOf } from './shares.ts';

const daysShown = 28;

/**
 * How good the waits were that customers were told: the week, day by day, and by service.
 *
 * - `token`: of the supervisor
 */
@customElement('ph-estimates')
export class EstimatesPage extends LitElement {
  @property() token = '';

  @state() private audit: EstimateAudit | 'away' | null = null;
  @state() private names: ReadonlyMap<string, Text> = new Map();
  @state() private service = '*';
  readonly language = new LanguageController(this);

  override connectedCallback(): void {
    super.connectedCallback();
    void this.read();
  }

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
    const { audit } = this;
    if (audit === null) return html`<p role="status">${words.t('loading')}</p>`;
    if (audit === 'away') {
      return html`<p role="alert">${words.t('not-reached')}</p>
        <p>
          <button class="button plain" type="button" @click=${() => void this.read()}>
            ${words.t('again')}
          </button>
        </p>`;
    }
    if (audit.byDay.every(({ told }) => told === 0)) {
      return html`<section class="empty">
          <h2>${words.t('empty-title')}</h2>
          <p class="help">${words.t('empty-help')}</p>
        </section>
        ${this.reading()}`;
    }
    return html`${this.week(audit)} ${this.days(audit)} ${this.reading()}`;
  }

  private week(audit: EstimateAudit): TemplateResult {
    const { week } = audit;
    const title = week.days === 1 ? words.t('week-one') : words.t('week', { days: week.days });
    return html`<section aria-labelledby="week">
      <h2 id="week">${title}</h2>
      ${this.verdict(audit)}
      <dl>
        ${this.figure('covered', shareOf(week.coverage90), words.t('covered-help'))}
        ${this.figure('error', spanOf(week.errorSeconds), words.t('error-help'))}
        ${this.figure(
          'told',
          words.t('tickets', { count: week.told }),
          week.untold === 0 ? '' : words.t('untold', { count: week.untold }),
        )}
      </dl>
      <h3>${words.t('by-service')}</h3>
      <div class="scroll" tabindex="0" role="group" aria-label=${words.t('by-service')}>
        <table>
          <thead>
            <tr>
              ${this.head('col-service')} ${this.heads()}
            </tr>
          </thead>
          <tbody>
            ${week.byService.map(
              (row) =>
                html`<tr>
                  <th scope="row">${this.name(row.service)}</th>
                  ${this.cells(row)}
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </section>`;
  }

  private verdict(audit: EstimateAudit): TemplateResult {
    const { warnings } = audit;
    if (warnings.length === 0) {
      return html`<p class="verdict">${words.t(isEnough(audit) ? 'fine' : 'few')}</p>`;
    }
    return html`<div class="warning" role="alert">
      <h3>${icon('bell', 'mark')}${words.t('warn-title')}</h3>
      <ul>
        ${warnings.map(
          ({ service, coverage90 }) =>
            html`<li>
              ${words.t(coverage90 < 0.85 ? 'warn-low' : 'warn-high', {
                service: this.name(service),
                share: shareOf(coverage90),
              })}
            </li>`,
        )}
      </ul>
    </div>`;
  }

  private figure(name: 'covered' | 'error' | 'told', value: string, help: string) {
    return html`<div>
      <dt>${words.t(name)}</dt>
      <dd>${value}</dd>
      ${help === '' ? nothing : html`<dd class="help">${help}</dd>`}
    </div>`;
  }

  private days(audit: EstimateAudit): TemplateResult {
    const services = new Set(
      audit.byDay.flatMap(({ byService }) => byService.map((row) => row.service)),
    );
    return html`<section aria-labelledby="chart">
      <div class="title">
        <h2 id="chart">${words.t('chart')}</h2>
        <span class="key">${words.t('band')}</span>
        <span class="key outside">${words.t('outside')}</span>
        <div class="field">
          <label for="service">${words.t('pick')}</label>
          <select id="service" class="input" @change=${this.picked}>
            ${['*', ...services].map(
              (each) =>
                html`<option value=${each} ?selected=${each === this.service}>
                  ${this.name(each)}
                </option>`,
            )}
          </select>
        </div>
      </div>
      <ph-coverage-chart .lines=${linesOf(audit, this.service)}></ph-coverage-chart>
      <details>
        <summary>${words.t('table')}</summary>
        <div class="scroll" tabindex="0" role="group" aria-label=${words.t('table')}>
          <table>
            <thead>
              <tr>
                ${this.head('col-day')} ${this.head('col-service')} ${this.heads()}
              </tr>
            </thead>
            <tbody>
              ${tableOf(audit).map(
                (row) =>
                  html`<tr class=${row.service === '*' ? 'all' : ''}>
                    <td>${dayOf(row.date)}</td>
                    <td>${this.name(row.service)}</td>
                    ${this.cells(row)}
                  </tr>`,
              )}
            </tbody>
          </table>
        </div>
      </details>
    </section>`;
  }

  private heads(): readonly TemplateResult[] {
    return (['told', 'covered', 'wait', 'error', 'bias'] as const).map((each) =>
      this.head(`col-${each}`),
    );
  }

  private head(name: Parameters<typeof words.t>[0]): TemplateResult {
    return html`<th scope="col">${words.t(name)}</th>`;
  }

  private cells(row: EstimateAuditRow): TemplateResult {
    return html`<td class="figure">${row.told}</td>
      <td class="figure">${shareOf(row.coverage90)}</td>
      <td class="figure">${spanOf(row.meanWaitSeconds)}</td>
      <td class="figure">${spanOf(row.errorSeconds)}</td>
      <td class="figure">${biasOf(row.biasSeconds)}</td>`;
  }

  private reading(): TemplateResult {
    return html`<section aria-labelledby="read">
      <h2 id="read">${words.t('read')}</h2>
      <ul class="read">
        ${(['read-1', 'read-2', 'read-3'] as const).map((each) => html`<li>${words.t(each)}</li>`)}
      </ul>
    </section>`;
  }

  private name(service: string): string {
    if (service === '*') return words.t('all');
    const name = this.names.get(service);
    return name === undefined ? service : textOf(name);
  }

  private readonly picked = ({ target }: Event): void => {
    this.service = (target as HTMLSelectElement).value;
  };

  private async read(): Promise<void> {
    this.audit = null;
    const [audit, hall] = await Promise.all([
      api<EstimateAudit>(`/api/reports/estimates?days=${daysShown}`, { token: this.token }),
      api<LobbyView>('/api/hall'),
    ]);
    // Without names the ids stand in the tables.
    if (hall.ok) this.names = new Map(hall.data.waiting.map((each) => [each.service, each.name]));
    this.audit = audit.ok ? audit.data : 'away';
  }

  static override styles = [base, buttons, fields, sectionStyles, estimatesStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-estimates': EstimatesPage;
  }
}
