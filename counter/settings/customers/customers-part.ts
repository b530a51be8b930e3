import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Text } from '#core/vocabulary.ts';
import type {
  CustomerCountsView,
  CustomerImportView,
  KeepMode,
} from '#protocol/customer-imports.ts';
import { base, buttons } from '#ui/base-styles.ts';
import '#ui/elements/ph-dialog.ts';
import { latestAsked } from '#ui/hub/latest-asked.ts';
import { icon } from '#ui/icons.ts';
import { LanguageController, textOf } from '#ui/locale/index.ts';
import { fields } from '../../field-styles.ts';
import { download } from '../../reports/download.ts';
import { ask, handOut } from '../desk-api.ts';
import { partStyles } from '../part-styles.ts';
import { settingsStyles } from '../settings-styles.ts';
import './import-report.ts';
import { figure } from './import-report.ts';
import { words } from './locale.ts';

interface CustomersAnswer extends CustomerCountsView {
  readonly imports: readonly CustomerImportView[];
}
interface Found {
  /** What was asked for; what is typed since is somebody else. */
  readonly key: string;
  readonly masked: string;
  readonly class: string;
}

/** How often a file under way is looked at. */
const lookMs = 250;

/**
 * The list of customers: how many by class, a file on its way in, and one looked up or erased.
 *
 * - `token`: a supervisor's; `classes`: the hall's
 */
@customElement('ph-customers-part')
export class CustomersPart extends LitElement {
  @property({ attribute: false }) token = '';
  @property({ attribute: false }) classes: readonly { readonly id: string; readonly name: Text }[] =
    [];

  @state() private data: CustomersAnswer | null = null;
  @state() private isAway = false;
  @state() private isSending = false;
  @state() private note = '';
  @state() private complaint = '';
  @state() private found: Found | 'none' | null = null;
  @state() private isErasing = false;
  private key = '';
  private readonly loading = latestAsked();
  private readonly looking = latestAsked();
  private timer: ReturnType<typeof setTimeout> | null = null;
  readonly language = new LanguageController(this);

  override render(): TemplateResult {
    const { data } = this;
    if (data === null) {
      return html`<p role="status">${words.t(this.isAway ? 'away' : 'loading')}</p>
        ${
          this.isAway
            ? html`<div class="acts">
                <button class="button plain" type="button" @click=${() => void this.load()}>
                  ${words.t('again')}
                </button>
              </div>`
            : nothing
        }`;
    }
    return html`<p class="lead">${words.t('lead')}</p>
      <p class="note" role="status">${this.note}</p>
      ${this.list(data)} ${this.importing(data)}
      ${data.imports.map(
        (report) =>
          html`<ph-import-report
            .report=${report}
            .counts=${data}
            .nameOf=${this.nameOf}
            @keep=${({ detail }: CustomEvent<KeepMode>) => void this.keep(report, detail)}
            @discard=${() => void this.discard(report)}
            @faults=${() => void this.faults(report)}
          ></ph-import-report>`,
      )}
      ${this.finding()} ${this.erasing()}`;
  }

  private list({ count, byClass }: CustomersAnswer): TemplateResult {
    return html`<section class="card" aria-labelledby="now">
      <h2 id="now">${words.t('now')}</h2>
      ${
        count === 0
          ? html`<p>${words.t('now-none')}</p>`
          : html`<p>${words.t('now-count', { count: figure(count) })}</p>
              <ul class="rows">
                ${byClass.map(
                  (each) =>
                    html`<li>
                      <span class="grow">${this.nameOf(each.class)}</span>
                      <span class="figure">${figure(each.count)}</span>
                    </li>`,
                )}
              </ul>`
      }
    </section>`;
  }

  private importing({ imports }: CustomersAnswer): TemplateResult {
    const isBusy = this.isSending || imports.some((each) => isUnderWay(each));
    return html`<section class="card" aria-labelledby="import">
      <h2 id="import">${words.t('import-title')}</h2>
      <p class="help">${words.t('import-help')}</p>
      <div class="acts">
        ${
          isBusy
            ? html`<span class="mark" role="status"
                >${this.isSending ? words.t('sending') : nothing}</span
              >`
            : html`<label class="button lamp">
                ${words.t('choose')}
                <input
                  class="visually-hidden"
                  type="file"
                  accept=".csv,.txt,text/csv,text/plain"
                  @change=${(event: Event) => void this.bring(event)}
                />
              </label>`
        }
        <button class="button plain" type="button" @click=${this.template}>
          ${words.t('template')}
        </button>
      </div>
      <p class="wrong" role="alert">${this.complaint}</p>
    </section>`;
  }

  private finding(): TemplateResult {
    const { found } = this;
    return html`<section class="card" aria-labelledby="find">
      <h2 id="find">${words.t('find-title')}</h2>
      <p class="help" id="find-help">${words.t('find-help')}</p>
      <form class="acts" @submit=${(event: SubmitEvent) => void this.find(event)}>
        <div class="field">
          <label for="number">${words.t('find-number')}</label>
          <input
            id="number"
            class="input"
            type="text"
            inputmode="tel"
            autocomplete="off"
            maxlength="64"
            required
            aria-describedby="find-help"
            @input=${(event: InputEvent) => {
              this.key = (event.target as HTMLInputElement).value;
              this.found = null;
              this.looking.forget();
            }}
          />
        </div>
        <button class="button plain" type="submit">${words.t('find')}</button>
      </form>
      <div class="acts" role="status">
        ${
          found === null
            ? nothing
            : found === 'none'
              ? words.t('find-none')
              : html`<span class="mark"
                    >${icon('check')}${words.t('find-found', {
                      masked: found.masked,
                      class: this.nameOf(found.class),
                    })}</span
                  ><button
                    class="button plain"
                    type="button"
                    @click=${() => {
                      this.isErasing = true;
                    }}
                  >
                    ${words.t('erase')}
                  </button>`
        }
      </div>
    </section>`;
  }

  private erasing(): TemplateResult | typeof nothing {
    const { found } = this;
    if (!this.isErasing || found === null || found === 'none') return nothing;
    const leave = (): void => {
      this.isErasing = false;
    };
    return html`<ph-dialog open .heading=${words.t('erase-title')} @close=${leave}>
      <p>${words.t('erase-help', { masked: found.masked })}</p>
      <button
        slot="actions"
        class="button lamp"
        type="button"
        @click=${() => void this.erase(found)}
      >
        ${words.t('erase-yes')}
      </button>
      <button slot="actions" class="button plain" type="button" @click=${leave}>
        ${words.t('erase-no')}
      </button>
    </ph-dialog>`;
  }

  private readonly nameOf = (id: string): string => {
    const known = this.classes.find((each) => each.id === id);
    return known === undefined ? `${id} ${words.t('class-gone')}` : textOf(known.name);
  };

  private async load(): Promise<void> {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    const isWanted = this.loading.begin();
    const answer = await ask<CustomersAnswer>(this.token, 'GET', '/api/customers');
    if (!isWanted()) return;
    this.isAway = !answer.ok;
    if (!answer.ok || !this.isConnected) return;
    const before = this.data;
    this.data = answer.data;
    for (const each of answer.data.imports) {
      const was = before?.imports.find((one) => one.import === each.import);
      if (each.state === 'kept' && was?.state === 'keeping') {
        this.note = words.t('kept', { count: figure(each.good) });
      }
    }
    if (answer.data.imports.some((each) => isUnderWay(each))) {
      this.timer = setTimeout(() => void this.load(), lookMs);
    }
  }

  private async bring(event: Event): Promise<void> {
    const input = event.target as HTMLInputElement;
    const [file] = input.files ?? [];
    if (file === undefined) return;
    this.note = '';
    this.complaint = '';
    this.isSending = true;
    const answer = await ask<CustomerImportView>(
      this.token,
      'POST',
      '/api/customers/imports',
      file,
    );
    this.isSending = false;
    if (!answer.ok) this.complaint = this.saidBy(answer.problem);
    await this.load();
  }

  private async keep(report: CustomerImportView, mode: KeepMode): Promise<void> {
    const answer = await ask<CustomerImportView>(
      this.token,
      'POST',
      `/api/customers/imports/${report.import}/keep`,
      { mode, list: this.data?.list ?? 0 },
    );
    this.complaint = answer.ok ? '' : this.saidBy(answer.problem);
    if (answer.ok) this.put(answer.data);
    await this.load();
  }

  private async discard({ import: id }: CustomerImportView): Promise<void> {
    const answer = await ask(this.token, 'DELETE', `/api/customers/imports/${id}`);
    this.note = answer.ok ? words.t('discarded') : '';
    this.complaint = answer.ok ? '' : this.saidBy(answer.problem);
    await this.load();
  }

  private async faults({ import: id }: CustomerImportView): Promise<void> {
    const isThere = await download(`/api/customers/imports/${id}/faults.csv`, this.token);
    this.complaint = isThere ? '' : words.t('download-failed');
  }

  private readonly template = (): void => {
    const special = this.classes.at(-1);
    const named = special === undefined ? '' : textOf(special.name);
    // The mark tells spreadsheets that this is UTF-8.
    const text = `\uFEFF${words.t('template-rows', { class: named })}`;
    handOut(words.t('template-name'), 'text/csv', text);
  };

  private async find(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const { key } = this;
    const isWanted = this.looking.begin();
    const answer = await ask<Omit<Found, 'key'>>(this.token, 'POST', '/api/customers/lookup', {
      key,
    });
    if (!isWanted()) return;
    if (answer.ok) this.found = { ...answer.data, key };
    else if (answer.problem?.code === 'unknown') this.found = 'none';
    else this.complaint = this.saidBy(answer.problem);
  }

  private async erase({ key }: Found): Promise<void> {
    this.isErasing = false;
    this.found = null;
    const answer = await ask<{ erased: boolean }>(this.token, 'POST', '/api/customers/erase', {
      key,
    });
    if (answer.ok) {
      this.note = words.t('erased');
      await this.load();
    } else this.complaint = this.saidBy(answer.problem);
  }

  private put(report: CustomerImportView): void {
    const { data } = this;
    if (data === null) return;
    const imports = data.imports.map((each) => (each.import === report.import ? report : each));
    this.data = { ...data, imports };
  }

  private saidBy(problem: { readonly title: string; readonly detail?: string } | null): string {
    return problem === null ? words.t('away') : (problem.detail ?? problem.title);
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('token') && this.token !== '') void this.load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
  }

  static override styles = [base, buttons, fields, settingsStyles, partStyles];
}

function isUnderWay({ state: now }: CustomerImportView): boolean {
  return now === 'receiving' || now === 'reading' || now === 'keeping';
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-customers-part': CustomersPart;
  }
}
