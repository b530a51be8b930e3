import { LitElement, css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Problem } from '#protocol/problem.ts';
import type { RosterView, ShiftKindView } from '#protocol/roster-view.ts';
import { base, buttons } from '#ui/base-styles.ts';
import { emit } from '#ui/elements/emit.ts';
import '#ui/elements/ph-dialog.ts';
import '#ui/elements/ph-refusal.ts';
import type { HubClient } from '#ui/hub/hub-client.ts';
import { latestAsked } from '#ui/hub/latest-asked.ts';
import { LanguageController, textOf } from '#ui/locale/index.ts';
import { fields } from '../field-styles.ts';
import { words } from './locale.ts';

const kindsMax = 8;

/**
 * Kinds of shift with their times, and the least staffing.
 *
 * - `open`, `view`, `hub`
 *
 * @fires close · changed
 */
@customElement('ph-kinds-dialog')
export class KindsDialog extends LitElement {
  @property({ type: Boolean }) open = false;
  @property({ attribute: false }) view: RosterView | null = null;
  @property({ attribute: false }) hub: HubClient | null = null;

  @state() private kinds: readonly ShiftKindView[] = [];
  @state() private leastClerks = 1;
  @state() private problem: Problem | null | undefined = undefined;

  private readonly opening = latestAsked();
  readonly language = new LanguageController(this);

  override render(): TemplateResult {
    return html`<ph-dialog ?open=${this.open} heading=${words.t('kinds')} @close=${this.leave}>
      <form id="form" @submit=${this.save}>
        <p class="help">${words.t('kinds-help')}</p>
        ${this.kinds.map((kind, index) => this.row(kind, index))}
        ${
          this.kinds.length < kindsMax
            ? html`<button class="button plain" type="button" @click=${this.add}>
                ${words.t('kind-add')}
              </button>`
            : nothing
        }
        <label class="least"
          >${words.t('least')}
          <input
            class="input"
            type="number"
            min="0"
            max="99"
            required
            .value=${String(this.leastClerks)}
            @input=${this.setLeast}
        /></label>
        ${
          this.problem === undefined
            ? nothing
            : html`<ph-refusal .problem=${this.problem}></ph-refusal>`
        }
      </form>
      <button slot="actions" class="button lamp" type="button" @click=${this.submit}>
        ${words.t('save')}
      </button>
      <button slot="actions" class="button plain" type="button" @click=${this.leave}>
        ${words.t('cancel')}
      </button>
    </ph-dialog>`;
  }

  private row(kind: ShiftKindView, index: number): TemplateResult {
    const set = (change: Partial<ShiftKindView>): void => {
      this.change(index, change);
    };
    const field = (
      label: string,
      type: 'text' | 'time',
      value: string,
      take: (value: string) => void,
    ): TemplateResult =>
      html`<label
        >${label}
        <input
          class="input"
          type=${type}
          maxlength="20"
          required
          .value=${value}
          @input=${({ target }: Event) => {
            take((target as HTMLInputElement).value);
          }}
      /></label>`;
    return html`<fieldset>
      <legend class="visually-hidden">${textOf(kind.name)}</legend>
      ${field(words.t('kind-name-zh'), 'text', kind.name.zh, (zh) => {
        set({ name: { ...kind.name, zh } });
      })}
      ${field(words.t('kind-name-en'), 'text', kind.name.en, (en) => {
        set({ name: { ...kind.name, en } });
      })}
      ${field(words.t('from'), 'time', kind.from, (from) => {
        set({ from });
      })}
      ${field(words.t('to'), 'time', kind.to === '24:00' ? '23:59' : kind.to, (to) => {
        set({ to: to === '23:59' ? '24:00' : to });
      })}
      ${
        this.kinds.length > 1
          ? html`<button
              class="link"
              type="button"
              @click=${() => {
                this.removeKind(index);
              }}
            >
              ${words.t('kind-remove', { name: textOf(kind.name) })}
            </button>`
          : nothing
      }
    </fieldset>`;
  }

  private change(index: number, change: Partial<ShiftKindView>): void {
    this.kinds = this.kinds.map((each, at) => (at === index ? { ...each, ...change } : each));
  }

  private removeKind(index: number): void {
    this.kinds = this.kinds.filter((_, at) => at !== index);
  }

  private readonly setLeast = ({ target }: Event): void => {
    this.leastClerks = Number((target as HTMLInputElement).value);
  };

  private readonly add = (): void => {
    const taken = new Set(this.kinds.map(({ id }) => id));
    const id = Array.from({ length: kindsMax + 1 }, (_, no) => `shift-${String(no + 1)}`).find(
      (each) => !taken.has(each),
    );
    if (id === undefined) return;
    const first = this.kinds[0];
    const { from = '09:00', to = '17:00' } = first ?? {};
    this.kinds = [...this.kinds, { id, name: { zh: '', en: '' }, from, to }];
  };

  private readonly submit = (): void => {
    this.renderRoot.querySelector<HTMLFormElement>('#form')?.requestSubmit();
  };

  private readonly save = (event: Event): void => {
    event.preventDefault();
    void this.send();
  };

  private async send(): Promise<void> {
    const { hub, kinds, leastClerks } = this;
    if (hub === null) return;
    const isStillOpen = this.opening.begin();
    const answer = await hub.command('set-shift-kinds', { kinds, leastClerks });
    if (answer.ok) emit(this, 'changed');
    // Left, and perhaps opened anew: the answer is not about what stands there now.
    if (!isStillOpen()) return;
    this.problem = answer.ok ? undefined : answer.problem;
    if (answer.ok) this.leave();
  }

  private readonly leave = (): void => {
    this.opening.forget();
    this.problem = undefined;
    emit(this, 'close');
  };

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const { view } = this;
    if (!changed.has('open') || !this.open || view === null) return;
    this.kinds = view.kinds;
    this.leastClerks = view.leastClerks;
  }

  static override styles = [
    base,
    buttons,
    fields,
    css`
      ph-dialog {
        --dialog-width: calc(var(--u) * 760);
      }
      form {
        display: grid;
        gap: var(--space-16);
        justify-items: start;
      }
      .help {
        color: var(--ink2);
      }
      fieldset {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(calc(var(--u) * 130), 1fr));
        align-items: end;
        gap: var(--space-8) var(--space-12);
        width: 100%;
        margin: 0;
        padding: 0 0 var(--space-12);
        border: 0;
        border-block-end: 1px solid var(--line);
      }
      label {
        display: grid;
        gap: var(--space-4);
        color: var(--ink2);
        font-size: var(--text-15);
        font-weight: var(--weight-label);
      }
      .link {
        min-height: var(--target);
        justify-self: start;
      }
      .least .input {
        max-width: calc(var(--u) * 120);
      }
      ph-refusal {
        width: 100%;
        font-size: var(--text-16);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-kinds-dialog': KindsDialog;
  }
}
