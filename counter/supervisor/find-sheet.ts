import { LitElement, css, html, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { TicketView } from '#protocol/views.ts';
import { base, buttons } from '#ui/base-styles.ts';
import { emit } from '#ui/elements/emit.ts';
import '#ui/elements/ph-dialog.ts';
import { api } from '#ui/hub/api.ts';
import { latestAsked } from '#ui/hub/latest-asked.ts';
import { LanguageController, language } from '#ui/locale/index.ts';
import { fields } from '../field-styles.ts';
import { readRoute } from '../manager/route.ts';
import { ticketNumberFrom } from './hall-model.ts';
import { words } from './locale.ts';
import { sheets } from './sheet-styles.ts';

/**
 * Finds a ticket of the business day by the number on its slip.
 *
 * - `token`: of the session
 *
 * @fires ticket detail `{ ticket }`
 * @fires leave
 */
@customElement('ph-find-sheet')
export class FindSheet extends LitElement {
  @property() token = '';
  @state() private note = '';
  @query('#number') private number!: HTMLInputElement;

  private readonly asking = latestAsked();
  readonly language = new LanguageController(this);

  override render(): TemplateResult {
    return html`<ph-dialog open .heading=${words.t('find-title')} @close=${this.leave}>
      <form class="stack" novalidate @submit=${this.find}>
        <div class="field">
          <label for="number">${words.t('find-label')}</label>
          <div class="line">
            <input
              id="number"
              class="input"
              maxlength="12"
              autocomplete="off"
              autocapitalize="characters"
              spellcheck="false"
              aria-describedby="note"
            />
            <button class="button lamp" type="submit">${words.t('find-go')}</button>
          </div>
        </div>
        <p class="help" id="note" role="status">
          ${this.note === '' ? words.t('find-help') : this.note}
        </p>
      </form>
    </ph-dialog>`;
  }

  protected override firstUpdated(): void {
    // The dialog opens with its own first update; what is typed belongs into the field.
    requestAnimationFrame(() => {
      this.number.focus();
      // A link that names a ticket has said what to look for.
      const asked = readRoute(location.hash).query.get('number');
      if (asked === null) return;
      this.number.value = asked;
      this.number.form?.requestSubmit();
    });
  }

  private async find(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const number = ticketNumberFrom(this.number.value);
    if (number === null) {
      this.note = '';
      this.number.focus();
      return;
    }
    const isWanted = this.asking.begin();
    const query = new URLSearchParams({ number, limit: '1' });
    const answer = await api<{ readonly tickets: readonly TicketView[] }>(
      `/api/tickets?${query.toString()}`,
      { token: this.token, language: language.get() },
    );
    if (!isWanted()) return;
    if (!answer.ok) {
      this.note = answer.problem?.title ?? words.t('find-offline');
      return;
    }
    const [found] = answer.data.tickets;
    if (found === undefined) this.note = words.t('find-none', { number });
    else emit(this, 'ticket', { ticket: found.id });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.asking.forget();
  }

  private leave(): void {
    emit(this, 'leave');
  }

  static override styles = [
    base,
    buttons,
    fields,
    sheets,
    css`
      .line {
        display: flex;
        gap: var(--space-12);
      }
      .input {
        font-size: var(--text-24);
        font-weight: var(--weight-number);
        font-variant-numeric: tabular-nums;
        text-transform: uppercase;
      }
      .line .button {
        min-width: calc(var(--u) * 96);
        font-size: var(--text-17);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-find-sheet': FindSheet;
  }
}
