import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Language } from '#core/vocabulary.ts';
import { layOut } from '#server/paper/layout.ts';
import { paperWidths, type PaperWidth } from '#server/paper/sheet.ts';
import type { SettingsPreview } from '#server/settings/answers.ts';
import type { HallSettings } from '#server/settings/draft.ts';
import { base, buttons } from '#ui/base-styles.ts';
import '#ui/elements/ph-paper.ts';
import { api } from '#ui/hub/api.ts';
import { latestAsked } from '#ui/hub/latest-asked.ts';
import { LanguageController, timeOfDay } from '#ui/locale/index.ts';
import { fields } from '../../field-styles.ts';
import '../../manager/fed-screen.ts';
import type { FedQuestion } from '../../manager/fed-screen.ts';
import { hrefTo } from '../../manager/route.ts';
import { longDate } from '../hours/dates.ts';
import { faces, type Face } from './faces.ts';
import { words } from './locale.ts';
import { previewStyles } from './preview-styles.ts';

const moments = ['open', 'closing', 'closed'] as const;
type Moment = (typeof moments)[number];
const momentWord = (each: Moment): string => words.t(`moment-${each}`);
const shapes = ['upright', 'lying'] as const;
type Shape = (typeof shapes)[number];

/**
 * The pages that customers would see with a draft, on a day that never happens: the kiosk itself,
 * to be touched, the ticket as it is printed, the lobby screen.
 *
 * - `token`; `draft`; `isWrong`: it has mistakes; `face`: which page
 */
@customElement('ph-draft-preview')
export class DraftPreview extends LitElement {
  @property() token = '';
  @property({ attribute: false }) draft: HallSettings | null = null;
  @property({ attribute: false }) isWrong = false;
  @property() face: Face = 'kiosk';

  @state() private shown: SettingsPreview | null = null;
  @state() private failed: 'away' | 'wrong' | null = null;
  @state() private moment: Moment = 'open';
  @state() private shape: Shape = 'upright';
  @state() private widthMm: PaperWidth = 80;
  @state() private speaking: Language | null = null;
  @query('#day') private readonly dayField!: HTMLInputElement | null;
  private readonly asking = latestAsked();
  readonly language = new LanguageController(this);

  override render(): TemplateResult {
    const { shown } = this;
    return html`<nav class="choices" aria-label=${words.t('what')}>
        ${faces.map(
          (face) =>
            html`<a
              class="choice"
              href=${hrefTo('settings', ['preview', face])}
              aria-current=${face === this.face ? 'page' : nothing}
              >${words.t(face)}</a
            >`,
        )}
      </nav>
      <div class="stage ${this.isTall ? 'tall' : ''}">
        <div class="tools">
          ${choice(words.t('moment'), moments, this.moment, momentWord, this.chooseMoment)}
          <div class="field">
            <label for="day">${words.t('day')}</label>
            <input
              id="day"
              class="input"
              type="date"
              .value=${shown?.day ?? ''}
              @change=${() => void this.ask()}
            />
          </div>
          ${this.own(shown)}
          <p class="note" role="status">${this.note(shown)}</p>
          ${this.face === 'ticket' ? nothing : html`<p class="help">${words.t(`${this.face}-help`)}</p>`}
          ${this.tryAgain()}
        </div>
        ${shown === null ? nothing : this.glass(shown)}
      </div>`;
  }

  /** What stands rather than lies has its tools beside it. */
  private get isTall(): boolean {
    return this.face === 'ticket' || (this.face === 'kiosk' && this.shape === 'upright');
  }

  /** What only one of the faces has. */
  private own(shown: SettingsPreview | null): TemplateResult | typeof nothing {
    switch (this.face) {
      case 'kiosk':
        return choice(words.t('shape'), shapes, this.shape, (each) => words.t(each), this.turn);
      case 'ticket': {
        if (shown?.slip == null) return nothing;
        const { languages, language } = shown.slip;
        const speaking = this.speaking ?? language;
        const mm = (each: PaperWidth) => words.t('width-mm', { mm: each });
        return html`${choice(words.t('width'), paperWidths, this.widthMm, mm, this.cut)}
        ${
          languages.length < 2
            ? nothing
            : choice(words.t('language'), languages, speaking, (each) => words.t(each), this.speak)
        }`;
      }
      case 'lobby':
        return nothing;
    }
  }

  private readonly chooseMoment = (moment: Moment): void => {
    this.moment = moment;
    void this.ask();
  };

  private readonly turn = (shape: Shape): void => {
    this.shape = shape;
  };

  private readonly cut = (mm: PaperWidth): void => {
    this.widthMm = mm;
  };

  private readonly speak = (speaking: Language): void => {
    this.speaking = speaking;
  };

  private note(shown: SettingsPreview | null): string {
    if (this.failed === 'away') return words.t('away');
    if (this.isWrong || this.failed === 'wrong') {
      return words.t(shown === null ? 'mend-first' : 'mend');
    }
    if (shown === null) return words.t('loading');
    const at = words.t('shown-at', { day: longDate(shown.day), time: timeOf(shown) });
    return shown.opens ? at : `${at} · ${words.t('not-open')}`;
  }

  private tryAgain(): TemplateResult | typeof nothing {
    if (this.failed !== 'away') return nothing;
    return html`<p>
      <button class="button plain" type="button" @click=${() => void this.ask()}>
        ${words.t('again')}
      </button>
    </p>`;
  }

  private glass(shown: SettingsPreview): TemplateResult {
    const when = { day: longDate(shown.day), time: timeOf(shown) };
    switch (this.face) {
      case 'kiosk':
        return html`<ph-fed-screen
          class=${this.shape}
          ?upright=${this.shape === 'upright'}
          .kiosk=${shown.kiosk}
          .label=${words.t('kiosk-frame', when)}
          @asked=${({ detail }: CustomEvent<FedQuestion>) => void this.answer(detail)}
        ></ph-fed-screen>`;
      case 'lobby':
        return html`<ph-fed-screen
          class="lying"
          .lobby=${shown.lobby}
          .label=${words.t('lobby-frame', when)}
        ></ph-fed-screen>`;
      case 'ticket': {
        if (shown.slip === null) return html`<p>${words.t('no-ticket')}</p>`;
        const slip = { ...shown.slip, language: this.speaking ?? shown.slip.language };
        const mm = this.widthMm;
        return html`<div class="ground ${mm === 58 ? 'narrow' : ''}">
          <ph-paper
            .sheet=${layOut(slip, shown.template, mm)}
            .label=${words.t('ticket-frame', { mm })}
          ></ph-paper>
        </div>`;
      }
    }
  }

  /** What the hub of that day would answer the kiosk. */
  private async answer({ word, payload, answer }: FedQuestion): Promise<void> {
    if (word === 'look-up') {
      const listed = this.shown?.kiosk.classes.find(({ needsCustomer }) => needsCustomer);
      const found = { customer: 'shown', class: listed?.id ?? '', masked: '138****0000' };
      answer({ ok: true, ...found });
      return;
    }
    const { name, args } = payload as { name?: string; args?: Readonly<Record<string, unknown>> };
    if (word !== 'command' || name !== 'issue-ticket' || args === undefined) return;
    const { service, class: of, language } = args;
    const take = { service, language, ...(of === undefined ? {} : { class: of }) };
    const told = await this.preview({ take });
    if (!told.ok) answer({ ok: false, problem: told.problem });
    else if (told.data.taken === null) answer({ ok: false, problem: told.data.refused });
    else answer({ ok: true, revision: 0, result: told.data.taken });
  }

  private preview(more: object = {}) {
    const day = this.dayField?.value ?? '';
    const body = {
      settings: this.draft,
      moment: this.moment,
      ...(day === '' ? {} : { day }),
      ...more,
    };
    return api<SettingsPreview>('/api/settings/preview', { body, token: this.token });
  }

  private async ask(): Promise<void> {
    const isWanted = this.asking.begin();
    const answer = await this.preview();
    if (!isWanted()) return;
    // A draft with mistakes has no pages: the last ones stay, and are said to be.
    this.failed = answer.ok ? null : answer.problem === null ? 'away' : 'wrong';
    if (answer.ok) this.shown = answer.data;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('draft') && this.draft !== null) void this.ask();
  }

  static override styles = [base, buttons, fields, previewStyles];
}

/** One of several, by its word. */
function choice<T>(
  legend: string,
  all: readonly T[],
  chosen: T,
  word: (each: T) => string,
  choose: (each: T) => void,
): TemplateResult {
  return html`<fieldset>
    <legend>${legend}</legend>
    <div class="choices">
      ${all.map(
        (each) =>
          html`<button
            class="choice"
            type="button"
            aria-pressed=${each === chosen ? 'true' : 'false'}
            @click=${() => {
              choose(each);
            }}
          >
            ${word(each)}
          </button>`,
      )}
    </div>
  </fieldset>`;
}

function timeOf({ kiosk }: SettingsPreview): string {
  return timeOfDay(Date.parse(kiosk.now), kiosk.hall.timezone);
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-draft-preview': DraftPreview;
  }
}
